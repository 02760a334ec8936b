r"""Records as JSON: one array, or one object a line.

Both are UTF-8 with letters as they are (nothing escaped that JSON lets stand), keys in the order of the
model, `\n` line ends and a last line end. The same records give the same bytes. NaN cannot occur: the model
has no floats, and the writer would refuse it.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from atlas_scraper.record.model import Partnership
from atlas_scraper.writers.files import OpenFile

Dumped = dict[str, Any]
WriteOne = Callable[[Dumped], None]


def dump(record: Partnership) -> Dumped:
    """Turn a record into JSON values, in the order of the model."""
    return record.model_dump(mode="json")


def write_json(records: Iterable[Partnership], out: TextIO) -> None:
    """Write records as one JSON array with an indent of two spaces, holding one record at a time."""
    with json_array(lambda _: out) as write:
        for record in records:
            write(dump(record))


def write_jsonl(records: Iterable[Partnership], out: TextIO) -> None:
    """Write records as JSON Lines: one object a line, no other line ends."""
    with json_lines(lambda _: out) as write:
        for record in records:
            write(dump(record))


@contextmanager
def json_array(open_file: OpenFile) -> Iterator[WriteOne]:
    """Open `partnerships.json` and give the function that adds a record; the array closes with the block."""
    out = open_file("partnerships.json")
    before = "["

    def write(record: Dumped) -> None:
        nonlocal before
        # Not textwrap.indent, which also breaks at U+2028 and its kind, inside a string.
        indented = _as_json(record, indent=2).replace("\n", "\n  ")
        out.write(f"{before}\n  {indented}")
        before = ","

    yield write
    out.write("[]\n" if before == "[" else "\n]\n")


@contextmanager
def json_lines(open_file: OpenFile) -> Iterator[WriteOne]:
    """Open `partnerships.jsonl` and give the function that adds a record."""
    out = open_file("partnerships.jsonl")

    def write(record: Dumped) -> None:
        out.write(_as_json(record, indent=None) + "\n")

    yield write


def _as_json(record: Dumped, indent: int | None) -> str:
    return json.dumps(record, ensure_ascii=False, allow_nan=False, indent=indent)
