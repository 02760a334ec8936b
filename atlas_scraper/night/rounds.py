"""The asking of one night: the impossible number, a few known projects, then all others, with an eye on the site."""

import logging
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from atlas_scraper.dataset.health import Bound
from atlas_scraper.dataset.store import Store
from atlas_scraper.dataset.visits import Run, Visit, is_of_source, kind_of
from atlas_scraper.errors import AtlasError, RunStopped
from atlas_scraper.fetch.raw_page import RawPage
from atlas_scraper.night.asking import Asking
from atlas_scraper.night.patience import Patience
from atlas_scraper.night.remembered import OUTAGE, settled_for_tonight
from atlas_scraper.night.settings import Settings
from atlas_scraper.night.turns import turns
from atlas_scraper.night.unknown_project import Unknown, ask_for_the_impossible, shape_of
from atlas_scraper.night.visit import as_stored, visit
from atlas_scraper.values.addresses import project_address, project_id_of

_log = logging.getLogger(__name__)
# Pages of projects from which the site's frame is learnt.
_FRAME_PAGES = 5
# So many known projects that are all missing or fail make an outage: no deletion and no bad luck does that.
_ALL_BAD = 4
OnVisit = Callable[[str, int], None]
"""Is told of each visit: its outcome, and how many visits the run has in all as far as is known."""


class Rounds:
    """Asks for the projects of a run and keeps what comes.

    Args:
        store: the store.
        run: the run.
        asker: who is asked.
        settings: how.
        bounds: bounds of health.
    """

    def __init__(self, store: Store, run: Run, asker: Asking, settings: Settings, bounds: Sequence[Bound]) -> None:
        self._store, self._run, self._asker, self._settings = store, run, asker, settings
        self._queue, self._visited = store.queue(run.run), store.visited(run.run)
        self._of_others = {number for number, _, kind, *_ in store.visits(run.run) if not is_of_source(kind)}
        self._failed_before = {number for (number,) in store.rows("SELECT project_id FROM pages WHERE stale")}
        self._patience = Patience(bounds, len(self._queue))
        self._probe = Unknown("not asked for")
        self._good: list[int] = []
        self.unknown: Unknown | None = None
        self.frame: frozenset[str] = frozenset()
        self._framed = 0

    def ask_for_all(self, on_visit: OnVisit, max_time: float | None) -> None:
        """Ask for every project of the run that has not been asked for, and once more for those that failed.

        Raises:
            RunStopped: the site forbids it, asks for a rest, is down, or has an outage.
        """
        end = time.monotonic() + max_time if max_time is not None else float("inf")
        self._probe = ask_for_the_impossible(self._asker, self._settings.base_url)
        _log.info("an impossible number is answered with %s", self._probe.words)
        for number in turns(self._queue, self._run.tail, self._visited):
            if time.monotonic() >= end:
                _log.warning("--max-time is over; the rest is left to the next run")
                break
            outcome = self._ask(number)
            on_visit(outcome, max(len(self._queue), len(self._visited)))
            if number in self._run.known:
                self._judge_known()
        if self.unknown is None:
            self.unknown = self._probe

    def notes(self) -> dict[str, Any]:
        """Say what the report says of the asking."""
        return {"impossible_number": self._probe.words, **self._asker.notes()}

    def _ask(self, number: int) -> str:
        """Ask for one project, keep what comes, and doubt the site when too many fail."""
        counts = number not in self._failed_before and number not in self._visited
        self._asker.turn_to(number)
        doubt: RunStopped | None = None
        try:
            found = self._visit(number)
        except RunStopped as stop:
            cause = stop.__context__
            if stop.kind != "too many failures" or not isinstance(cause, AtlasError):
                raise
            # The site fails request after request: the page failed, and whether the site is there is asked next.
            at = datetime.now(UTC).replace(microsecond=0)
            found, doubt = Visit(number, at, kind=cause.kind, detail=str(cause), again=True), stop
        outcome = self._keep(found)
        if found.kind:
            # Not the detail, which may quote a page and so name people: run.json has it, for its owner alone.
            _log.warning("%s: %s", project_address(self._settings.base_url, number), found.kind)
        counts = counts and number not in self._of_others
        if (counts and self._patience.page_done(found.kind)) or doubt:
            self._ask_one_that_is_well(doubt or self._patience.lost())
        if found.kind:
            self._patience.check(sum(self._outcome(number) == "failed" for number in self._visited))
        return outcome

    def _visit(self, number: int) -> Visit:
        pages: list[RawPage] = []

        def ask(address: str) -> RawPage:
            page = self._asker.get(address)
            pages.append(page)
            return page

        found = visit(number, ask, self._settings.base_url, self.unknown or self._probe)
        if found.record:
            found = as_stored(found, self._settings.policy)
            self._good.append(number)
            if self._framed < _FRAME_PAGES and project_id_of(pages[0].address) == number:
                self._framed += 1
                self.frame |= shape_of(pages[0].body)
        return found

    def _keep(self, found: Visit) -> str:
        number = found.project_id
        is_second = self._visited.get(number, ("", True))[0] == "failed" or number in self._failed_before
        found = replace(found, again=found.again and not is_second)
        outcome = self._store.save(self._run.run, self._asker.sealed(found))
        self._visited[number] = (outcome, found.again)
        if is_of_source(kind_of(found)):
            self._of_others.discard(number)
        else:
            self._of_others.add(number)
        return outcome

    def _outcome(self, number: int) -> str:
        """Give what came of a project as far as it says something of who is asked, else nothing."""
        return "" if number in self._of_others else self._visited[number][0]

    def _ask_one_that_is_well(self, stop: RunStopped) -> None:
        """Go on if a project is well that was well before; else the site is down.

        Raises:
            RunStopped: it is.
        """
        well = next((number for number in (*reversed(self._good), *self._run.known)), None)
        if well is None:
            raise stop
        _log.warning("%s; project %s, which was well, is asked for to see whether the site is", stop.found, well)
        self._asker.turn_to(well)
        found = self._visit(well)
        if found.kind or found.missing:
            raise stop
        self._keep(found)
        self._patience.is_reassured()

    def _judge_known(self) -> None:
        """Judge the site by the projects that are known for long, as they answer.

        Raises:
            RunStopped: none of the first ones is well, or the impossible number is answered in a new way.
        """
        visited = [number for number in self._run.known if number in self._visited]
        asked = [outcome for number in visited if (outcome := self._outcome(number))]
        bad = Counter(outcome for outcome in asked if outcome in {"missing", "failed"})
        if bad.total() == len(asked) >= min(_ALL_BAD, len(self._run.known)):
            named = ", ".join(f"{count} {outcome}" for outcome, count in bad.items())
            found = f"{named} of {len(asked)} asked for"
            next_step = "look at the site; nothing was taken in, and the next run begins anew"
            raise RunStopped("projects that are known for long", found, next_step, kind=OUTAGE)
        if self.unknown is None and len(visited) == len(self._run.known):
            day = datetime.now(UTC).date().isoformat()
            self.unknown = settled_for_tonight(self._store, self._probe, self.frame, day)
