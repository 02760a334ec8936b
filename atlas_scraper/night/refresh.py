"""The night: ask for projects, take in what comes if it is healthy, and publish a release."""

import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from atlas_scraper.dataset.changes import NoRelease
from atlas_scraper.dataset.frontier import known_first, queue_of
from atlas_scraper.dataset.health import Bound, load_bounds
from atlas_scraper.dataset.home import check_parts, check_site, for_the_owner_alone, free_name, host_of
from atlas_scraper.dataset.lock import locked
from atlas_scraper.dataset.publication import Ending, RunOutcome
from atlas_scraper.dataset.release import last_release
from atlas_scraper.dataset.store import FILE, Store
from atlas_scraper.dataset.visits import Run
from atlas_scraper.errors import RunStopped
from atlas_scraper.fetch.replay import Replay
from atlas_scraper.guard import interrupts_as_such
from atlas_scraper.night.asking import asking_the_site
from atlas_scraper.night.plans import Night, about_of
from atlas_scraper.night.rebuilding import rebuild
from atlas_scraper.night.remembered import OUTAGE, remember
from atlas_scraper.night.reparsing import reparse
from atlas_scraper.night.rounds import OnVisit, Rounds
from atlas_scraper.night.settings import Archive
from atlas_scraper.values.addresses import base_of
from atlas_scraper.version import __version__

_log = logging.getLogger(__name__)
_RESUMED_WITHIN = 24 * 3600
_REPARSED = "reparsed by"


def refresh(night: Night, on_visit: OnVisit = lambda _outcome, _total: None) -> RunOutcome:
    """Run a night.

    Returns:
        What came of it; nothing is published unless its outcome is `published`.

    Raises:
        Locked: another run is under way in the folder.
        RunStopped: the store or an archive cannot be used at all.
        NoRelease: the last release cannot be read.
        KeyboardInterrupt: it was interrupted; all that came before is saved, nothing is published.
    """
    with at_home(night) as store:
        bounds = load_bounds(night.settings.health)
        if night.archives:
            replay = Replay(night.archives, night.settings.manners.redirected_within)
            night = _at_home_of(night, replay)
            return rebuild(store, night, replay, bounds, on_visit)
        _read_again_after_an_upgrade(store, night)
        run = _begin(store, night, bounds)
        about = about_of(night)
        ending = Ending(store, night.output, run, about, None, night.settings.policy, is_plain=night.is_plain)
        with _stopped(ending) as stopped:
            return _ask_and_publish(night, ending, bounds, on_visit)
        return stopped[0]


def _read_again_after_an_upgrade(store: Store, night: Night) -> None:
    """Read records of another version of the parser again, once a version: what cannot be is asked for in time."""
    if store.fact(_REPARSED) != __version__:
        reparse(store, [night.output / "archive"], night.settings.policy)
        store.note(_REPARSED, __version__)


@contextmanager
def at_home(night: Night) -> Iterator[Store]:
    """Open the store of a dataset, alone, where it belongs to the site that is asked.

    Raises:
        Locked: another run is under way in the folder.
        RunStopped: the store cannot be used, is another site's, or is missing beside its archive.
    """
    night.output.mkdir(parents=True, exist_ok=True)
    with locked(night.output / "lock"):
        if not night.archives:
            check_parts(night.output)
        for_the_owner_alone(night.output)
        with Store(night.output / FILE) as store:
            yield store


@contextmanager
def _stopped(ending: Ending) -> Iterator[list[RunOutcome]]:
    """Note why a run ends before its time, and give what came of it."""
    stopped: list[RunOutcome] = []
    try:
        with interrupts_as_such():
            yield stopped
    except RunStopped as stop:
        ended = ending.end_early(stop) if stop.kind == OUTAGE else ending.stop("stopped", stop)
        stopped.append(ended)
    except NoRelease as error:
        stopped.append(ending.stop("stopped", RunStopped(error.sought, error.found, error.next_step, kind="release")))
    except OSError as error:
        full = RunStopped("room for what comes", str(error), "make room, then run again", kind="disk")
        stopped.append(ending.stop("stopped", full))
    except KeyboardInterrupt:
        ending.stop("interrupted", None)
        raise


def _ask_and_publish(night: Night, ending: Ending, bounds: tuple[Bound, ...], on_visit: OnVisit) -> RunOutcome:
    """Ask for every project of the run, judge it, and publish."""
    store, run = ending.store, ending.run
    folder, only_changes = night.output / "archive", night.settings.archive is Archive.CHANGED
    with asking_the_site(store, folder, night.settings.manners, run, only_changes=only_changes) as asker:
        rounds = Rounds(store, run, asker, night.settings, bounds)
        try:
            rounds.ask_for_all(on_visit, night.max_time)
        finally:
            ending.notes.update(rounds.notes())
            ending.unknown = rounds.unknown.as_dict() if rounds.unknown else None
    judgement = ending.judge(bounds, is_whole=night.is_whole)
    if judgement.is_healthy and rounds.unknown:
        remember(store, rounds.unknown, rounds.frame)
    return ending.publish(judgement, night.settings.keep)


def _begin(store: Store, night: Night, bounds: tuple[Bound, ...]) -> Run:
    """Go on with a run that was killed, if it was the same one; begin anew otherwise."""
    now = datetime.now(UTC).replace(microsecond=0)
    check_site(store, night.settings.base_url)
    last = store.unfinished()
    if last and last.plan == night.identity and abs((now - last.started).total_seconds()) < _RESUMED_WITHIN:
        _log.warning("going on with run %s, which was not finished", last.run)
        return last
    if last:
        ending = Ending(store, night.output, last, about_of(night), None, night.settings.policy)
        ending.give_up(bounds)
    queue, tail = queue_of(store, night.plan, now)
    first = known_first(store, queue, now.date())
    base = last_release(night.output, store)
    name = free_name(store, night.output, now)
    run = Run(name, night.identity, now, base.name if base else None, tail, None, first)
    store.begin(run, [*first, *(number for number in queue if number not in first)])
    return run


def _at_home_of(night: Night, replay: Replay) -> Night:
    """Take the base address of an archive from its pages: an archive of a test site is read as such."""
    bases = Counter(filter(None, map(base_of, replay.addresses())))
    if not bases:
        return night
    chosen = night.settings.base_url if night.settings.base_url in bases else bases.most_common(1)[0][0]
    for base, count in bases.items():
        if host_of(base) != host_of(chosen):
            replay.problems.append(f"{count} projects of {base} are left out; for them, give --base-url {base}")
    return replace(night, settings=night.settings.model_copy(update={"base_url": chosen}))
