"""Records into files: JSON, JSON Lines, CSV, Excel, Parquet, SQLite and GraphML.

A format is a function that opens its files and gives another which adds one record to them, or rows of a table.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from atlas_scraper.record.model import Partnership
from atlas_scraper.writers.extras import MissingExtra, lacking
from atlas_scraper.writers.files import Files, complete_files
from atlas_scraper.writers.json import WriteOne, dump, json_array, json_lines, write_json, write_jsonl

if TYPE_CHECKING:
    from atlas_scraper.writers.history import History


class Format(StrEnum):
    """The formats that records can be written in."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    SQLITE = "sqlite"
    GRAPHML = "graphml"


def write_records(
    records: Iterable[Partnership], folder: Path, formats: Iterable[Format], history: "History | None" = None
) -> None:
    """Write records into a folder, in several formats and in one pass that holds few records at a time.

    Args:
        records: the records, which may be a generator.
        folder: where the files go; it is made when it does not exist.
        formats: which formats; each replaces its files when all files are complete.
        history: rows of the tables of history; without it, these tables are not written.

    Raises:
        MissingExtra: a format needs a library that is not installed.
        OSError: when the folder or a file cannot be written; the files that were there stay as they were.
        RecordInvalid: SQLite, where two records have the same number.
    """
    with complete_files(folder) as files, ExitStack() as stack:
        chosen = list(dict.fromkeys(formats))
        writes = [stack.enter_context(_OF_RECORDS[each](files)) for each in chosen if each in _OF_RECORDS]
        if tabular := [each for each in chosen if each not in _OF_RECORDS]:
            writes.append(stack.enter_context(_tables(files, tabular, history)))
        for record in records:
            dumped = dump(record)
            for write in writes:
                write(dumped)


def missing(formats: Iterable[Format]) -> dict[Format, MissingExtra]:
    """Tell which formats need a library that is not installed, each with the error that says so."""
    return {each: error for each in formats if (error := lacking(*_NEEDS.get(each, ())))}


# What knows the tables is imported where they are written: JSON does without, and so does whoever reads one page.


def _tables(files: Files, formats: Iterable[Format], history: "History | None") -> AbstractContextManager[WriteOne]:
    from atlas_scraper.writers.tabular import tables_into  # noqa: PLC0415

    return tables_into(files, formats, history)


def _csv_stream(records: Iterable[Partnership], out: TextIO) -> None:
    from atlas_scraper.writers.csv import write_csv  # noqa: PLC0415

    write_csv(records, out)


_OF_RECORDS: Mapping[Format, Callable[[Files], AbstractContextManager[WriteOne]]] = {
    Format.JSON: lambda files: json_array(files.text),
    Format.JSONL: lambda files: json_lines(files.text),
}
STREAMS: Mapping[Format, Callable[[Iterable[Partnership], TextIO], None]] = {
    Format.JSON: write_json,
    Format.JSONL: write_jsonl,
    Format.CSV: _csv_stream,
}
"""Formats that standard output can take."""
_NEEDS: Mapping[Format, Sequence[str]] = {Format.XLSX: ["xlsxwriter"], Format.PARQUET: ["pyarrow"]}
