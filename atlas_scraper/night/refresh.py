"""The night: ask for projects, take in what comes, and publish a release if the dataset is healthy."""

import logging
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from atlas_scraper.dataset.frontier import Plan, above, note_sweep, queue_of
from atlas_scraper.dataset.health import load_bounds
from atlas_scraper.dataset.lock import locked
from atlas_scraper.dataset.publication import Ending, Outcome
from atlas_scraper.dataset.release import latest
from atlas_scraper.dataset.store import Run, Store
from atlas_scraper.errors import RunStopped
from atlas_scraper.fetch.breaker import Breaker
from atlas_scraper.fetch.replay import Replay
from atlas_scraper.night.ahead import read_ahead
from atlas_scraper.night.asking import Asking, Replayed, asking_the_site
from atlas_scraper.night.settings import Archive, Settings
from atlas_scraper.night.unknown_project import IMPOSSIBLE, ask_for_the_impossible
from atlas_scraper.night.visit import visit
from atlas_scraper.values.addresses import base_of, project_address, project_id_of

_log = logging.getLogger(__name__)
_RESUMED_WITHIN = 24 * 3600
OnVisit = Callable[[str, int], None]
"""Is told of each visit: its outcome, and how many visits the run has in all as far as is known."""


@dataclass(frozen=True, slots=True)
class Night:
    """What a run is asked to do.

    Args:
        output: folder of the dataset: store, archive, releases.
        settings: how it behaves.
        plan: which projects it asks for.
        archives: WARC files to read in place of the site; none to ask the site.
        max_time: seconds after which no further project is asked for.
        jobs: processes that read an archive; `None` is one for each core, or 1 where there are few projects.
    """

    output: Path
    settings: Settings
    plan: Plan = field(default_factory=Plan)
    archives: tuple[Path, ...] = ()
    max_time: float | None = None
    jobs: int | None = None

    @property
    def is_whole(self) -> bool:
        """Tell whether the run covers the whole atlas; what an archive covers is not known."""
        return self.plan.is_whole and self.max_time is None and not self.archives

    @property
    def identity(self) -> str:
        """What makes a run the same one: a killed run is gone on with by a run of the same identity."""
        archives = [str(path.resolve()) for path in self.archives]
        return f"{self.settings.base_url} {self.plan} {archives}"


def refresh(night: Night, on_visit: OnVisit = lambda _outcome, _total: None) -> Outcome:
    """Run a night.

    Returns:
        What came of it; nothing is published unless its outcome is `published`.

    Raises:
        Locked: another run is under way in the folder.
        RunStopped: the store or an archive cannot be used at all.
        KeyboardInterrupt: it was interrupted; all that came before is saved, nothing is published.
    """
    night.output.mkdir(parents=True, exist_ok=True)
    _for_the_owner_alone(night.output)
    with locked(night.output / "lock"), Store(night.output / "store.sqlite") as store:
        replay = Replay(night.archives, night.settings.manners.redirected_within) if night.archives else None
        night = _at_home(night, replay) if replay else night
        run = _begin(store, night, replay)
        clock = replay.last_date if replay else None
        ending = Ending(store, night.output, run, about_of(night, replay), clock, night.settings.policy)
        try:
            ending.notes.update(_ask_for_all(store, night, run, replay, on_visit))
            return ending.publish(load_bounds(night.settings.health), night.settings.keep, is_whole=night.is_whole)
        except RunStopped as stop:
            return ending.stop("stopped", stop)
        except OSError as error:
            return ending.stop("stopped", RunStopped("room for what comes", str(error), "make room, then run again"))
        except KeyboardInterrupt:
            ending.stop("interrupted", None)
            raise


def _for_the_owner_alone(output: Path) -> None:
    """Keep others from what names people: the archive and the store; releases see to it themselves."""
    (output / "archive").mkdir(exist_ok=True)
    (output / "archive").chmod(0o700)
    (output / "store.sqlite").touch(mode=0o600)
    (output / "store.sqlite").chmod(0o600)  # SQLite gives its write-ahead log the same


def _at_home(night: Night, replay: Replay) -> Night:
    """Take the base address of an archive from its pages: an archive of a test site is read as such."""
    bases = Counter(filter(None, map(base_of, replay.addresses())))
    if not bases or night.settings.base_url in bases:
        return night
    return replace(night, settings=night.settings.model_copy(update={"base_url": bases.most_common(1)[0][0]}))


def about_of(night: Night, replay: Replay | None) -> dict[str, Any]:
    """Say in a run's report how it was run, so that others can judge and repeat it."""
    manners = night.settings.manners
    return {
        "base_url": manners.base_url,
        "source": "archive" if replay else "site",
        "full_sweep": night.is_whole,
        "user_agent": manners.user_agent,
        "delay": manners.delay,
        "timeout": manners.timeout,
        "obey_robots": manners.obey_robots,
        "archive_problems": replay.problems if replay else [],
    }


def _begin(store: Store, night: Night, replay: Replay | None) -> Run:
    """Go on with a run that was killed, if it was the same one; begin anew otherwise."""
    now = replay.last_date if replay else datetime.now(UTC).replace(microsecond=0)
    last = store.unfinished()
    if last and last.plan == night.identity and (replay or (now - last.started).total_seconds() < _RESUMED_WITHIN):
        _log.warning("going on with run %s, which was not finished", last.run)
        return last
    if replay and night.plan.ids is None:
        numbers = {project_id_of(address) for address in replay.addresses()} - {None}
        queue, tail = sorted(number for number in numbers if number and number != IMPOSSIBLE), None
    else:
        queue, tail = queue_of(store, night.plan, now)
    base = latest(night.output)
    run = Run(_free_name(store, now), night.identity, now, base.name if base else None, tail, None)
    store.begin(run, queue)
    return run


def _free_name(store: Store, now: datetime) -> str:
    name = now.strftime("%Y%m%dT%H%M%SZ")
    names = (name, *(f"{name}-{number}" for number in range(2, 1000)))
    return next(each for each in names if not store.has_run(each))


def _ask_for_all(store: Store, night: Night, run: Run, replay: Replay | None, on_visit: OnVisit) -> dict[str, Any]:
    """Ask for every project of the run that has not been asked for, and once more for those that failed.

    Returns:
        Notes for the report.
    """
    end = time.monotonic() + night.max_time if night.max_time is not None else float("inf")
    with ExitStack() as stack:
        asker: Asking
        if replay:
            asker = Replayed(replay)
        else:
            folder, manners = night.output / "archive", night.settings.manners
            only_changes = night.settings.archive is Archive.CHANGED
            asker = stack.enter_context(asking_the_site(store, folder, manners, run, only_changes=only_changes))
        unknown = ask_for_the_impossible(asker, night.settings.base_url)
        policy = replace(night.settings.policy, leaves_out_people=False)
        _log.info("an impossible number is answered with %s", unknown.words)
        visited, queue, breaker = store.visited(run.run), store.queue(run.run), Breaker()
        turns = _until(end, _turns(queue, run.tail, visited, again=replay is None))
        base_url = night.settings.base_url
        # The site is asked for one page after another: its pages cannot be read ahead.
        read = read_ahead(turns, asker.get, base_url, night.jobs) if replay else ((number, None) for number in turns)
        for number, first in read:
            asker.turn_to(number)
            found = visit(number, asker.get, base_url, unknown, first)
            if found.record:  # whoever objects is not even stored
                found = replace(found, record=policy.apply(found.record))
            outcome = store.save(run.run, asker.sealed(found))
            visited[number] = (outcome, found.again and visited.get(number, ("", True))[0] != "failed")
            on_visit(outcome, max(len(queue), len(visited)))
            if found.kind:
                # Not the detail, which may quote a page and so name people: run.json has it, for its owner alone.
                _log.warning("%s: %s", project_address(night.settings.base_url, number), found.kind)
            breaker.page_done(found.kind)
        if night.plan.ids is None and not replay:
            note_sweep(store, queue, visited)
        return {"impossible_number": unknown.words, **asker.notes()}


def _until(end: float, turns: Iterator[int]) -> Iterator[int]:
    """Yield the numbers to ask for as long as there is time."""
    for number in turns:
        if time.monotonic() >= end:
            _log.warning("--max-time is over; the rest is left to the next run")
            return
        yield number


def _turns(queue: list[int], tail: int | None, visited: dict[int, tuple[str, bool]], *, again: bool) -> Iterator[int]:
    """Yield the numbers to ask for: the queue, the new ones above it, then those that failed, once more.

    Not of an archive, which says the same once more.
    """
    yield from (number for number in queue if number not in visited)
    if tail is not None:
        yield from above(tail, visited)
    if again:
        yield from [number for number, (outcome, helps) in visited.items() if outcome == "failed" and helps]
