"""The table of what archives hold: a row a capture, as CSV or JSON Lines, written and read back."""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from atlas_scraper.errors import FetchError
from atlas_scraper.values.addresses import project_id_of


class TableFormat(StrEnum):
    """How the table is written."""

    CSV = "csv"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True)
class Row:
    """One capture that an archive says it holds.

    Args:
        project_id: number of the project.
        moment: when it was captured, UTC.
        status: HTTP status; `None` where the index names none, as for a revisit.
        digest: digest of its payload as the index gives it, empty where it gives none.
        address: the captured address, as the index writes it.
        source: the archive: host of a web archive, `commoncrawl`, or name of a file.
        place: where it can be had: a raw replay address, or a WARC file with offset and length (`…#offset,length`).
    """

    project_id: int
    moment: datetime
    status: int | None
    digest: str
    address: str
    source: str
    place: str


COLUMNS = tuple(field.name for field in fields(Row))


def write_table(rows: Iterable[Row], stream: IO[str], form: TableFormat) -> None:
    """Write rows in order."""
    if form is TableFormat.CSV:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows(["" if value is None else value for value in as_dict(row).values()] for row in rows)
        return
    for row in rows:
        stream.write(json.dumps(as_dict(row), ensure_ascii=False) + "\n")


def as_dict(row: Row) -> dict[str, Any]:
    """Give a row as plain values, as they stand in a table."""
    return asdict(row) | {"moment": f"{row.moment:%Y-%m-%dT%H:%M:%SZ}"}


def read_table(path: Path) -> Iterator[Row]:
    """Read a table back, CSV or JSON Lines.

    Raises:
        FetchError: it cannot be read, or is no such table.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            is_json = stream.read(1) == "{"
            stream.seek(0)
            yield from map(row_of, map(json.loads, filter(str.strip, stream)) if is_json else _csv_lines(stream))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        next_step = "give a table that `atlas-scraper discover` wrote"
        raise FetchError("a table of captures", f"{path}: {error}", next_step) from error


def _csv_lines(stream: IO[str]) -> Iterator[dict[str, Any]]:
    lines = csv.DictReader(stream)
    if lines.fieldnames is not None and tuple(lines.fieldnames) != COLUMNS:
        raise ValueError(f"its first line is not {','.join(COLUMNS)}")
    yield from lines


def row_of(values: dict[str, Any]) -> Row:
    """Read a row from plain values.

    Raises:
        ValueError, KeyError, TypeError: it is none.
    """
    moment = datetime.fromisoformat(values["moment"])
    status = values["status"]
    row = Row(**{name: values[name] for name in COLUMNS} | {"moment": moment, "project_id": int(values["project_id"])})
    if project_id_of(row.address) != row.project_id or not row.place or not row.source:
        raise ValueError(f"project {row.project_id} at {row.address}")
    return replace(row, moment=moment.astimezone(UTC), status=int(status) if status not in {None, ""} else None)


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Put rows in order of project, moment and source, each capture once."""
    unique = {(row.project_id, row.moment, row.address, row.source): row for row in rows}
    return [unique[key] for key in sorted(unique)]


def counts_by_year(rows: Iterable[Row]) -> Iterator[tuple[int, int, int]]:
    """Count the captures and the projects captured of each year: year, captures, projects."""
    projects: dict[int, list[int]] = {}
    for row in rows:
        projects.setdefault(row.moment.year, []).append(row.project_id)
    for year, numbers in sorted(projects.items()):
        yield year, len(numbers), len(set(numbers))
