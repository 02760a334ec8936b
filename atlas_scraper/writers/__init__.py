"""Records into files: JSON, JSON Lines, CSV, Excel, Parquet and SQLite.

A format is a function that opens its files and gives another which adds one record to them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from atlas_scraper.record.model import Partnership
from atlas_scraper.writers.csv import csv_files, write_csv
from atlas_scraper.writers.extras import MissingExtra, lacking
from atlas_scraper.writers.files import Files, complete_files
from atlas_scraper.writers.json import WriteOne, dump, json_array, json_lines, write_json, write_jsonl
from atlas_scraper.writers.parquet import parquet_files
from atlas_scraper.writers.sqlite import sqlite_file
from atlas_scraper.writers.xlsx import xlsx_file


class Format(StrEnum):
    """The formats that records can be written in."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    SQLITE = "sqlite"


def write_records(records: Iterable[Partnership], folder: Path, formats: Iterable[Format]) -> None:
    """Write records into a folder, in several formats and in one pass that holds few records at a time.

    Args:
        records: the records, which may be a generator.
        folder: where the files go; it is made when it does not exist.
        formats: which formats; each replaces its files when all files are complete.

    Raises:
        MissingExtra: a format needs a library that is not installed.
        OSError: when the folder or a file cannot be written; the files that were there stay as they were.
        RecordInvalid: SQLite, where two records have the same number.
    """
    with complete_files(folder) as files, ExitStack() as stack:
        writes = [stack.enter_context(FORMATS[each](files)) for each in dict.fromkeys(formats)]
        for record in records:
            dumped = dump(record)
            for write in writes:
                write(dumped)


def missing(formats: Iterable[Format]) -> dict[Format, MissingExtra]:
    """Tell which formats need a library that is not installed, each with the error that says so."""
    return {each: error for each in formats if (error := lacking(*_NEEDS.get(each, ())))}


FORMATS: Mapping[Format, Callable[[Files], AbstractContextManager[WriteOne]]] = {
    Format.JSON: lambda files: json_array(files.text),
    Format.JSONL: lambda files: json_lines(files.text),
    Format.CSV: lambda files: csv_files(files.text),
    Format.XLSX: xlsx_file,
    Format.PARQUET: parquet_files,
    Format.SQLITE: sqlite_file,
}
STREAMS: Mapping[Format, Callable[[Iterable[Partnership], TextIO], None]] = {
    Format.JSON: write_json,
    Format.JSONL: write_jsonl,
    Format.CSV: write_csv,
}
"""Formats that standard output can take."""
_NEEDS: Mapping[Format, Sequence[str]] = {Format.XLSX: ["xlsxwriter"], Format.PARQUET: ["pyarrow"]}
