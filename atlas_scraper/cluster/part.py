"""A part of the output: what one piece of an archive comes to, written where the task runs.

The same piece gives the same bytes wherever and however often it is read.
"""

import hashlib
import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from atlas_scraper.cluster import places
from atlas_scraper.cluster.cutting import Piece
from atlas_scraper.cluster.reading import captured_in, read
from atlas_scraper.errors import AtlasError
from atlas_scraper.people.policy import Policy
from atlas_scraper.record.model import Partnership
from atlas_scraper.saved.team import ProcessDied
from atlas_scraper.writers import Format, write_records

ERRORS = "errors"
_DIED = ProcessDied(
    "a result", "a page whose process died, again and again", "look at the memory of the workers, then at the page"
)
_SHOWN = 20  # problems of a piece that its report names; all are counted


@dataclass
class Report:
    """What a part holds, and what was passed over; a few hundred bytes, for they all come together.

    Args:
        part: its number.
        piece: what was read.
        records: how many records it has.
        issues: of its records, by code.
        errors: pages that are no record, by kind.
        passed_over: captures that show no page of a project, by reason.
        problems: what could not be read; the first of many.
        more_problems: how many more there are.
        projects: numbers of the projects.
        dates: of the first and the last capture.
        files: size and SHA-256 of each file, by its place in the output.
    """

    part: int
    piece: Piece
    records: int = 0
    issues: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    passed_over: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)
    more_problems: int = 0
    projects: set[int] = field(default_factory=set)
    dates: tuple[str, str] | None = None
    files: dict[str, tuple[int, str]] = field(default_factory=dict)

    def note_problem(self, words: str) -> None:
        """Note what cannot be read."""
        if len(self.problems) < _SHOWN:
            self.problems.append(f"{self.piece.name}: {words}")
        else:
            self.more_problems += 1

    def note(self, record: Partnership, date: str) -> None:
        """Count a record."""
        self.records += 1
        self.issues.update(str(issue.code) for issue in record.issues)
        if record.project_id is not None:
            self.projects.add(record.project_id)
        first, last = self.dates or (date, date)
        self.dates = min(first, date), max(last, date)


@dataclass(frozen=True, slots=True)
class Output:
    """Where and how parts are written.

    Args:
        place: folder, as path or URL.
        formats: `jsonl` and `parquet`.
        policy: what becomes of people.
    """

    place: str
    formats: tuple[Format, ...]
    policy: Policy


def write_part(number: int, piece: Piece, output: Output, deadly: frozenset[int] = frozenset()) -> Report:
    """Read a piece and write its part: the task that runs on the cluster.

    Args:
        number: of the part.
        piece: what to read.
        output: where and how it is written.
        deadly: which of its pages, counted from 0, kill the process that reads them; they become errors.

    Raises:
        FetchError: the piece cannot be read, or the part not written.
    """
    report = Report(number, piece)
    with tempfile.TemporaryDirectory() as aside:
        folder, errors = Path(aside), Path(aside) / "errors.jsonl"
        with errors.open("w", encoding="utf-8", newline="\n") as lines:
            records = _records(report, output.policy, deadly, lines.write)
            write_records(records, folder, output.formats)
        _send(report, folder, output.place)
    return report


def _records(
    report: Report, policy: Policy, deadly: frozenset[int], say: Callable[[str], object]
) -> Iterator[Partnership]:
    pages = captured_in(report.piece, report.passed_over, report.note_problem)
    for number, captured in enumerate(pages):
        date, record = captured.date.isoformat(), _DIED if number in deadly else read(captured)
        if isinstance(record, AtlasError):
            report.errors[record.kind] += 1
            error = {"address": captured.address, "retrieved_at": date, "kind": record.kind, "message": str(record)}
            say(json.dumps(error, ensure_ascii=False) + "\n")
        else:
            report.note(record, date)
            yield policy.apply(record)


def try_pages(piece: Piece, first: int, trail: str) -> None:
    """Read the pages of a piece from one on, and note the number of each in a file before it is read.

    When the process dies of a page, the file tells of which.
    """
    pages = captured_in(piece, Counter(), lambda _: None)
    for number, captured in enumerate(pages):
        if number >= first:
            places.write(trail, b"%d" % number)
            read(captured)


def _send(report: Report, folder: Path, output: str) -> None:
    """Give the files of a part their places: a folder for each table, and one for the errors."""
    for file in sorted(folder.iterdir()):
        is_errors = file.stem == ERRORS
        if not (report.errors if is_errors else report.records):
            continue
        data, place = file.read_bytes(), f"{file.stem}/part-{report.part:05}{file.suffix}"
        places.write(f"{output}/{place}", data)
        report.files[place] = len(data), hashlib.sha256(data).hexdigest()
