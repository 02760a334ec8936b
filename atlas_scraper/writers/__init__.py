"""Records into files: JSON, JSON Lines and CSV.

A format is a function that opens its files and gives another which adds one record to them.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from atlas_scraper.record.model import Partnership
from atlas_scraper.writers.csv import csv_files, write_csv
from atlas_scraper.writers.files import OpenFile, complete_files
from atlas_scraper.writers.json import WriteOne, dump, json_array, json_lines, write_json, write_jsonl


def write_records(records: Iterable[Partnership], folder: Path, formats: Iterable["Format"]) -> None:
    """Write records into a folder, in several formats and in one pass that holds one record at a time.

    Args:
        records: the records, which may be a generator.
        folder: where the files go; it is made when it does not exist.
        formats: which formats; each replaces its files when all files are complete.

    Raises:
        OSError: when the folder or a file cannot be written; the files that were there stay as they were.
    """
    with complete_files(folder) as open_file, ExitStack() as stack:
        writes = [stack.enter_context(FORMATS[each](open_file)) for each in dict.fromkeys(formats)]
        for record in records:
            dumped = dump(record)
            for write in writes:
                write(dumped)


class Format(StrEnum):
    """The formats that records can be written in."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


FORMATS: Mapping[Format, Callable[[OpenFile], AbstractContextManager[WriteOne]]] = {
    Format.JSON: json_array,
    Format.JSONL: json_lines,
    Format.CSV: csv_files,
}
STREAMS: Mapping[Format, Callable[[Iterable[Partnership], TextIO], None]] = {
    Format.JSON: write_json,
    Format.JSONL: write_jsonl,
    Format.CSV: write_csv,
}
