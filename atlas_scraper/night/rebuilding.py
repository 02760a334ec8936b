"""A dataset made again from an archive, night by night, as the nights made it: records, states and history.

Each night is judged as it was judged then, by its journal, or else anew: what a bad night saw is left out. Of a page
whose newest capture cannot be read, the newest that can be is taken, and that is said.
"""

import json
import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial

from atlas_scraper.dataset.evidence import settle
from atlas_scraper.dataset.frames import records_of
from atlas_scraper.dataset.health import Bound
from atlas_scraper.dataset.home import check_site, free_name
from atlas_scraper.dataset.judgement import Case, Judgement, judge
from atlas_scraper.dataset.publication import PUBLISHING, Ending, RunOutcome
from atlas_scraper.dataset.release import FOLDER, last_release
from atlas_scraper.dataset.store import Store
from atlas_scraper.dataset.visits import Run, Visit
from atlas_scraper.errors import RunStopped
from atlas_scraper.fetch.captures import Capture
from atlas_scraper.fetch.raw_page import RawPage
from atlas_scraper.fetch.replay import Replay
from atlas_scraper.guard import interrupts_as_such
from atlas_scraper.night.ahead import read_ahead
from atlas_scraper.night.archived_nights import ArchivedNight, count, nights_of
from atlas_scraper.night.plans import Night, about_of
from atlas_scraper.night.rounds import OnVisit
from atlas_scraper.night.unknown_project import NO_ANSWER, Unknown, ask_for_the_impossible
from atlas_scraper.night.visit import First, as_stored, visit
from atlas_scraper.values.addresses import project_address, project_id_of

_log = logging.getLogger(__name__)


def rebuild(store: Store, night: Night, replay: Replay, bounds: Sequence[Bound], on_visit: OnVisit) -> RunOutcome:
    """Make a dataset from an archive, and publish it.

    Raises:
        RunStopped: the store holds later nights than the archive, or is another site's.
    """
    check_site(store, night.settings.base_url)
    nights = nights_of(replay)
    _check_order(store, nights)
    rebuilding = _Rebuilding(store, night, replay, bounds, on_visit)
    rebuilding.total = count(nights, night.plan.ids)
    with rebuilding.interruptible():
        for each in nights:
            if store.outcome(each.name) is None:
                rebuilding.read(each, is_last=each is nights[-1])
        return rebuilding.publish()
    return rebuilding.stopped[0]


class _Rebuilding:
    """The nights that have been read so far, and what the last of them came to."""

    def __init__(self, store: Store, night: Night, replay: Replay, bounds: Sequence[Bound], on_visit: OnVisit) -> None:
        self._store, self._night, self._replay, self._bounds = store, night, replay, bounds
        self._on_visit, self.total = on_visit, 0
        self._unknown = Unknown(NO_ANSWER)
        self._end = time.monotonic() + night.max_time if night.max_time is not None else float("inf")
        self._last: tuple[Run, Judgement | None] | None = None
        self._is_night = True
        self.stopped: list[RunOutcome] = []

    @contextmanager
    def interruptible(self) -> Iterator[None]:
        """Note why a rebuilding ends before its time."""
        try:
            with interrupts_as_such():
                yield
        except RunStopped as stop:
            self.stopped.append(self._ending(self._current()).stop("stopped", stop))
        except OSError as error:
            full = RunStopped("room for what comes", str(error), "make room, then run again")
            self.stopped.append(self._ending(self._current()).stop("stopped", full))
        except KeyboardInterrupt:
            self._ending(self._current()).stop("interrupted", None)
            raise

    def read(self, each: ArchivedNight, *, is_last: bool) -> None:
        """Read the captures of a night, and believe it or not."""
        numbers = each.numbers(self._night.plan.ids)
        run = self._begin(each.name, numbers)
        probe = Unknown.from_dict(each.journal.unknown) if each.journal and each.journal.unknown else None
        probe = probe or ask_for_the_impossible(each.replay, self._night.settings.base_url)
        self._unknown = self._unknown if probe.words.startswith(NO_ANSWER) else probe
        visited = self._store.visited(run.run)
        if each.journal is None or each.journal.settled:  # of a night that was not believed nothing is needed
            waiting = self._while_there_is_time(number for number in numbers if number not in visited)
            for number, first in read_ahead(waiting, each.replay.get, self._night.settings.base_url, self._night.jobs):
                found = as_stored(self._visit(each, number, first), self._night.settings.policy)
                self._on_visit(self._store.save(run.run, found), self.total)
        judgement = None if run.is_settled else self._believe(each, run)
        self._last, self._is_night = (run, judgement), each.is_ours
        if not is_last:
            report = {"visits": len(self._store.visited(run.run))}
            self._store.finish(run.run, _word_of(self._store, run), report)

    def publish(self) -> RunOutcome:
        """Publish the dataset as it is after the last night, under its name where it was believed."""
        run, judgement = self._last or (None, None)
        if run is None or not self._store.is_settled(run.run) or self._is_taken(run.run):
            if run and judgement and not any(True for _ in self._store.texts()):
                return self._ending(run).publish(judgement, self._night.settings.keep)
            if run:
                self._store.finish(run.run, _word_of(self._store, run), {})
            run = self._begin(free_name(self._store, self._night.output, self._replay.last_date), [])
            with self._store.transaction() as db:
                settle(db, run.run)
        self._say_what_is_older()
        ending = self._ending(replace(run, is_settled=True))
        judgement = ending.judge(self._bounds, is_whole=False, is_night=self._is_night)
        return ending.publish(judgement, self._night.settings.keep)

    def _is_taken(self, name: str) -> bool:
        """Tell whether there is a release of this name that this store did not write: it stays as it is."""
        return (self._night.output / FOLDER / name).exists() and self._store.fact(PUBLISHING) != name

    def _begin(self, name: str, numbers: list[int]) -> Run:
        """Begin the run of a night, or go on with it where it was killed."""
        unfinished = self._store.unfinished()
        if unfinished and unfinished.plan == self._night.identity and unfinished.run == name:
            return unfinished
        base = last_release(self._night.output, self._store)
        now = self._replay.last_date
        run = Run(name, self._night.identity, now, base.name if base else None, None, None)
        self._store.begin(run, numbers)
        return run

    def _current(self) -> Run:
        return self._store.unfinished() or Run("", "", self._replay.last_date, None, None, None)

    def _ending(self, run: Run) -> Ending:
        notes = {"impossible_number": self._unknown.words, "requests": 0, "robots": "not asked for"}
        about = about_of(self._night, self._replay.problems)
        policy, clock = self._night.settings.policy, self._replay.last_date
        return Ending(self._store, self._night.output, run, about, clock, policy, notes)

    def _while_there_is_time(self, numbers: Iterable[int]) -> Iterator[int]:
        for number in numbers:
            if time.monotonic() >= self._end:
                _log.warning("--max-time is over; the rest of the archive is not read")
                return
            yield number

    def _visit(self, each: ArchivedNight, number: int, first: First | None) -> Visit:
        """Read the newest capture of a project that can be read."""
        base = self._night.settings.base_url
        address = project_address(base, number)
        newest = found = visit(number, each.replay.get, base, self._unknown, first)
        for capture in reversed(each.replay.captures_of(address)[:-1]):
            if not found.kind:
                break
            found = visit(number, _starting_with(capture, each.replay), base, self._unknown)
        if not found.kind:
            if newest.kind:
                words = f"the capture of {newest.at.isoformat()} cannot be read ({newest.kind})"
                self._replay.problems.append(f"{address}: {words}; that of {found.at.isoformat()} is taken")
            return found
        noted = {} if each.journal is None else {one[0]: one[1:] for one in each.journal.failed}
        if number in noted:
            at, kind = noted[number]
            return replace(newest, at=datetime.fromisoformat(at), kind=kind)
        # Without an answer there is no date; that of the archive keeps a rebuilding off the clock.
        return replace(newest, at=each.replay.last_date) if newest.kind == "not archived" else newest

    def _believe(self, each: ArchivedNight, run: Run) -> Judgement | None:
        """Take a night into the dataset as it was, or judge it where that is not known."""
        if each.journal is not None or not each.is_ours:
            # What others captured on a day is a handful of pages, and each says of itself whether it can be read.
            if each.journal is None or each.journal.settled:
                with self._store.transaction() as db:
                    settle(db, run.run)
            return None
        with Store(self._store.path) as committed:  # another connection: it sees what was before this night
            before = (json.loads(text) for _, text in committed.texts())
            judgement = judge(self._store, Case(run, before, partial(records_of, self._store)), self._bounds)
        if not judgement.is_healthy:
            why = "; ".join(str(finding) for finding in judgement.findings)
            self._replay.problems.append(f"the night {each.name} is left out: {why}")
        return judgement

    def _say_what_is_older(self) -> None:
        """Say of which projects an older capture is taken."""
        for state in self._store.states():
            if state["state"] == "stale":
                words = f"the newest capture cannot be read ({state['last_failure']})"
                self._replay.problems.append(
                    f"project {state['project_id']}: {words}; that of {state['last_seen']} is taken"
                )


def _starting_with(capture: Capture, replay: Replay) -> Callable[[str], RawPage]:
    """Ask for a project's page by one capture, and for the further pages of its tables as ever."""

    def ask(address: str) -> RawPage:
        return replay.read(capture) if project_id_of(address) else replay.get(address)

    return ask


def _word_of(store: Store, run: Run) -> str:
    return "replayed" if store.is_settled(run.run) else "left out"


def _check_order(store: Store, nights: list[ArchivedNight]) -> None:
    """Refuse to put old nights on top of a dataset that knows later ones."""
    names = {night.name for night in nights}
    others = [started for run, started, _, settled, _ in store.runs() if settled and run not in names]
    last = max(others, default="")
    for night in nights:
        if store.outcome(night.name) is None and night.started.isoformat() < last:
            found = f"the night {night.name}, and a dataset of {last}"
            next_step = "give an empty folder as --output, or `reparse` to read the dataset's own archive again"
            raise RunStopped("nights later than those of the dataset", found, next_step, kind="older archive")
