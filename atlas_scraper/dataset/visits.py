"""What a run is, and what it sees: the evidence, before anything is believed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from atlas_scraper.errors import CAPTURED_AS
from atlas_scraper.record.frame import digest_of_frame
from atlas_scraper.record.model import Partnership

NO_EVIDENCE = "no evidence"
"""Kind of a visit that says nothing of its project, such as one that an archive has not captured."""
VisitOutcome = Literal["new", "changed", "unchanged", "missing", "failed"]


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the night.

    Args:
        run: its name.
        plan: what makes it the same run when it is gone on with.
        started: when it began.
        base: name of the release that it began from.
        tail: the number from which new ones are looked for, `None` not to.
        archive_end: where its archive ends behind the last visit.
        known: the known projects that it asks for first.
        is_settled: whether what it saw has been taken into the dataset.
    """

    run: str
    plan: str
    started: datetime
    base: str | None
    tail: int | None
    archive_end: int | None
    known: tuple[int, ...] = ()
    is_settled: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of asking for one project.

    Args:
        project_id: its number.
        at: when the answer came.
        record: the record; `None` when there is none, or the site said that nothing changed.
        digest: digest of the record's content, `""` without one.
        frame: the texts around the content of the record's page that were ignored as the site's frame.
        missing: whether the site says that there is no such project.
        is_evidence: whether `missing` says something of the project; that an archive has not captured it does not.
        kind: kind of the error that stopped the page, `""` for none.
        detail: the error in words.
        again: whether it may do better later in the same run.
        validators: `ETag` and `Last-Modified` of the answer.
        archive_end: where the archive ended behind its answers.
        answers: address, digest, date and digest of the record's content of each whole answer that was archived.
    """

    project_id: int
    at: datetime
    record: Partnership | None = None
    digest: str = ""
    frame: tuple[str, ...] = ()
    missing: bool = False
    is_evidence: bool = True
    kind: str = ""
    detail: str = ""
    again: bool = False
    validators: tuple[str | None, str | None] = (None, None)
    archive_end: int | None = None
    answers: tuple[tuple[str, str, str, str], ...] = ()

    @property
    def content(self) -> str:
        """Digest of what the page says, its frame included: with another one it is not the page that was there."""
        return f"{self.digest}-{digest_of_frame(self.frame)}" if self.digest else ""


def outcome_of(visit: Visit, known: tuple[Any, ...] | None) -> VisitOutcome:
    """Name what came of a page, beside what is known of it: whether there is a record, its digest, its version."""
    if visit.missing:
        return "missing"
    if visit.kind:
        return "failed"
    is_known = bool(known and known[0])
    if visit.record is None or (is_known and known and known[1] == visit.digest):
        return "unchanged"
    return "changed" if is_known else "new"


def is_of_source(kind: str) -> bool:
    """Tell whether a visit says something of who is asked: an archive that has no capture of a project is not ill.

    Nor is one ill that has captured an error page. Such visits are neither failures nor missing projects where shares
    of a night are judged.
    """
    return kind != NO_EVIDENCE and not kind.startswith(CAPTURED_AS)


def kind_of(visit: Visit) -> str:
    """Give the kind of a failure, or why a project that is missing is not missed for that."""
    return visit.kind if visit.is_evidence else NO_EVIDENCE
