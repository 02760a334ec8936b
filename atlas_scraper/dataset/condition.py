"""How a dataset is: how old, what came of the last nights, what is covered, what fails, and what to do next."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from atlas_scraper.dataset.frontier import SWEEP
from atlas_scraper.dataset.release import LINK
from atlas_scraper.dataset.store import Store

Level = Literal["good", "warning", "stale"]
_SHOWN = 7
_STATES = ("current", "stale", "missing", "gone", "never read")


@dataclass(frozen=True, slots=True)
class Night:
    """One of the last runs: its name, start, outcome, whether it was believed, and what stopped it or what broke."""

    run: str
    started: str
    outcome: str
    believed: bool
    records: int | None
    failed: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Condition:
    """The condition of a dataset.

    Args:
        level: `good`; `warning` where the last night was not; `stale` where the data is older than it may be.
        release: name of the latest release.
        records: records in the dataset.
        age_days: days since the last run that was believed began.
        states: projects in each state.
        numbers_without_project: numbers that were asked for and are no project.
        numbers_never_asked: numbers up to the end of the sweep that were never asked for.
        failing: pages that failed when last asked for, by kind.
        older_records: records that another version of the parser read.
        nights: the last runs, the newest first.
        next_steps: what to do, if anything.
    """

    level: Level
    release: str | None
    records: int
    age_days: float | None
    states: dict[str, int]
    numbers_without_project: int
    numbers_never_asked: int
    failing: dict[str, int]
    older_records: int
    nights: list[Night] = field(default_factory=list)
    next_steps: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """Give it as JSON values."""
        return asdict(self)


def condition_of(store: Store, output: Path, now: datetime, max_age: float, version: str) -> Condition:
    """Look at a dataset.

    Args:
        store: its store.
        output: its folder.
        now: the present.
        max_age: days since the last believed run after which its data is stale.
        version: the present version of the parser.
    """
    found = Counter(state["state"] for state in store.states())
    failing = Counter(
        last.partition(" ")[2] for (last,) in store.rows("SELECT last_failure FROM pages WHERE stale AND NOT gone")
    )
    age = _age(store, now)
    older = _count(store, "SELECT count(*) FROM pages WHERE record IS NOT NULL AND parser_version IS NOT ?", version)
    nights = [_night(*row) for row in store.runs(_SHOWN)]
    release = output / LINK
    name = release.readlink().name if release.is_symlink() and release.exists() else None
    is_stale = age is None or age > max_age or name is None
    is_good = bool(nights) and nights[0].outcome in {"published", "rolled back", "replayed"}
    asked = _count(store, "SELECT count(*) FROM numbers")
    known = _count(store, "SELECT count(*) FROM pages WHERE project_id <= ?", SWEEP)
    steps = list(_steps(nights, is_stale=is_stale, max_age=max_age, older=older, failing=failing))
    return Condition(
        level="stale" if is_stale else "good" if is_good else "warning",
        release=name,
        records=sum(count for state, count in found.items() if state not in {"gone", "never read"}),
        age_days=age,
        states={state: found[state] for state in _STATES},
        numbers_without_project=asked,
        numbers_never_asked=max(
            0, SWEEP - known - _count(store, "SELECT count(*) FROM numbers WHERE project_id <= ?", SWEEP)
        ),
        failing=dict(failing.most_common()),
        older_records=older,
        nights=nights,
        next_steps=steps,
    )


def _age(store: Store, now: datetime) -> float | None:
    row = store.row(
        "SELECT started FROM runs WHERE settled AND outcome IS NOT 'rolled back' ORDER BY rowid DESC LIMIT 1"
    )
    if row is None:
        return None
    return round(max(0.0, (now - datetime.fromisoformat(row[0])).total_seconds() / 86400), 2)


def _night(run: str, started: str, outcome: str, believed: bool, report: dict[str, Any]) -> Night:
    stopped, broken = report.get("stopped_by", {}), [each["bound"] for each in report.get("health", [])]
    visits = report.get("visits")
    failed = visits.get("failed") if isinstance(visits, dict) else None
    why = stopped.get("kind") or ", ".join(broken)
    return Night(run, started, outcome, believed, report.get("records"), failed, why)


def _count(store: Store, query: str, *values: object) -> int:
    row = store.row(query, values)
    return int(row[0]) if row else 0


def _steps(nights: list[Night], *, is_stale: bool, max_age: float, older: int, failing: Counter[str]) -> Any:
    last = nights[0] if nights else None
    if last is None:
        yield "run `refresh`: nothing has been asked for yet"
    elif last.why == "outage":
        yield "the site had an outage: look at it in a browser; nothing was lost, and the next run begins anew"
    elif last.outcome == "unhealthy":
        yield "look at `health` in run.json; if the site has really changed, change the bound and give it with --health"
    elif last.outcome == "stopped":
        yield "read `stopped_by` in run.json, mend that, and run `refresh` again: it goes on where it was"
    elif last.outcome == "unfinished":
        yield "a run is under way, or was killed: run `refresh` to go on with it"
    if is_stale and nights:
        yield f"no night was believed for {max_age:g} days, or there is no release: see `runs`"
    if older:
        yield f"{older} records were read by another version of the parser: run `reparse`"
    if failing:
        kind, count = failing.most_common(1)[0]
        yield f"{failing.total()} pages fail, most with {kind!r} ({count}): see failed_pages in run.json, and `explain`"
