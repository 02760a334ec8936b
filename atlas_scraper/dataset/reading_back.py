"""What was written, read back before it is published: every record, and the number of rows in every other file."""

import csv
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from atlas_scraper.errors import AtlasError
from atlas_scraper.record.model import Partnership
from atlas_scraper.writers.extras import library

_LONGEST_CELL = 50_000_000


class BrokenRelease(AtlasError):  # noqa: N818 - says what it is
    """What was written is not what is read back."""


def check(folder: Path, records: Callable[[], Iterator[Partnership]]) -> dict[str, int]:
    """Read a release back.

    Returns:
        Number of rows of each table.

    Raises:
        BrokenRelease: a file is damaged, or holds other than was written.
        OSError: a file cannot be read.
    """
    try:
        count = _check_lines(folder / "partnerships.jsonl", records())
        _check_array(folder / "partnerships.json", count)
        rows = {path.stem: _rows_of_csv(path) for path in sorted(folder.glob("*.csv"))}
        _same(folder / "partnerships.csv", count, rows.get("partnerships"))
        for path in sorted(folder.glob("*.jsonl")):
            with path.open(encoding="utf-8") as lines:
                for line in lines:
                    json.loads(line)
        for path in sorted(folder.glob("*.parquet")):
            _same(path, rows[path.stem], library("pyarrow.parquet").read_metadata(path).num_rows)
        for path in folder.glob("*.sqlite"):
            _check_database(path, rows)
        for path in folder.glob("*.graphml"):
            _same(path, True, path.read_text("utf-8").endswith("</graphml>\n"))
        for path in folder.glob("*.xlsx"):
            with zipfile.ZipFile(path) as book:
                _same(path, None, book.testzip())
    except (ValueError, csv.Error, sqlite3.Error, zipfile.BadZipFile) as error:
        raise _broken(folder, str(error)) from error
    return rows


def _check_lines(path: Path, records: Iterator[Partnership]) -> int:
    count = 0
    with path.open(encoding="utf-8") as lines:
        for expected in records:
            if Partnership.model_validate_json(next(lines, "null")) != expected:
                raise _broken(path, f"project {expected.project_id} is another")
            count += 1
        if next(lines, None) is not None:
            raise _broken(path, "more records than were written")
    return count


def _check_array(path: Path, count: int) -> None:
    with path.open(encoding="utf-8") as file:
        found, last = 0, ""
        for last in file:
            found += last.startswith("  {")
    if found != count or not last.endswith("]\n"):
        raise _broken(path, f"{found} records, not {count}, or no end")


def _rows_of_csv(path: Path) -> int:
    csv.field_size_limit(_LONGEST_CELL)
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, strict=True)
        width = len(next(rows, []))
        lengths = [len(row) for row in rows]
    if others := set(lengths) - {width}:
        raise _broken(path, f"rows of {sorted(others)} columns, not {width}")
    return len(lengths)


def _check_database(path: Path, rows: dict[str, int]) -> None:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
        _same(path, [("ok",)], db.execute("PRAGMA quick_check").fetchall())
        _same(path, [], db.execute("PRAGMA foreign_key_check").fetchall())
        for table, count in rows.items():
            _same(path, (count,), db.execute(f"SELECT count(*) FROM {table}").fetchone())  # noqa: S608 - our own names


def _same(path: Path, expected: object, found: object) -> None:
    if found != expected:
        raise _broken(path, f"{found}, not {expected}")


def _broken(file: Path, found: str) -> BrokenRelease:
    return BrokenRelease("what was written", f"{file.name}: {found}", "check the disk; the last release is untouched")
