"""A run judged: its visits are taken into the dataset if that would be healthy, and else leave it as it was."""

import logging
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from atlas_scraper.dataset.changes import Dumped, change_of, pairs
from atlas_scraper.dataset.evidence import settle
from atlas_scraper.dataset.health import Bound, Finding, examine
from atlas_scraper.dataset.measures import Measures
from atlas_scraper.dataset.store import Store
from atlas_scraper.dataset.visits import Run, is_of_source
from atlas_scraper.record.model import Partnership
from atlas_scraper.writers.json import dump

_log = logging.getLogger(__name__)
Records = Callable[[], Iterator[Partnership]]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found of a run.

    Args:
        findings: bounds that are broken.
        records: how many records the dataset would have.
        changes: how many projects were added, changed, gone, or are the same.
    """

    findings: tuple[Finding, ...]
    records: int
    changes: Mapping[str, int]

    @property
    def is_healthy(self) -> bool:
        """Whether the run may be believed."""
        return all(finding.action != "stop" for finding in self.findings)


class _Unhealthy(Exception):  # noqa: N818 - says what was found; never leaves this file
    """The dataset would not be healthy."""

    def __init__(self, judgement: Judgement) -> None:
        super().__init__()
        self.judgement = judgement


@dataclass(frozen=True, slots=True)
class Case:
    """What is judged.

    Args:
        run: the run.
        before: the records to compare with, by number: those of the last release.
        records: gives the records of the store as they would be published.
        is_whole: whether the run covered the whole atlas.
        is_night: whether its visits are those of a night, of which shares say something; what others captured on a day
            is a handful of pages, and each says of itself what it is.
    """

    run: Run
    before: Iterator[Dumped]
    records: Records
    is_whole: bool = False
    is_night: bool = True


def judge(store: Store, case: Case, bounds: Sequence[Bound]) -> Judgement:
    """Settle a run if the dataset would be healthy with it, by the bounds given; else leave the store as it was."""
    try:
        with store.transaction() as db:
            if not case.run.is_settled:
                settle(db, case.run.run)
            judgement = _measured(store, case, bounds)
            _refuse_unhealthy(judgement)
    except _Unhealthy as left:  # all that the run changed is rolled back
        judgement = left.judgement
    for finding in judgement.findings:
        _log.log(logging.ERROR if finding.action == "stop" else logging.WARNING, "%s", finding)
    return judgement


def _refuse_unhealthy(judgement: Judgement) -> None:
    if not judgement.is_healthy:
        raise _Unhealthy(judgement)


def _measured(store: Store, case: Case, bounds: Sequence[Bound]) -> Judgement:
    measures, counts = Measures(), Counter[str]()
    for number, outcome, kind, _, was_known in store.visits(case.run.run) if case.is_night else ():
        if is_of_source(kind):
            measures.visit(number, outcome, was_known=was_known)
    for old, new in pairs(case.before, map(dump, case.records())):
        measures.pair(old, new)
        change = change_of(old, new)
        counts[change.change if change else "same"] += 1
    findings = tuple(examine(measures, bounds, is_whole=case.is_whole))
    changes = {name: counts[name] for name in ("added", "changed", "gone", "same")}
    return Judgement(findings, int(measures.records.cases), changes)
