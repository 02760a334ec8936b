"""Indexes of archives: CDX with a line of headers, CDXJ, and Common Crawl's lines of JSON.

An index says of each capture its address and where its record stands, so that all others need not be looked at.
"""

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# Letters of a CDX header (https://iipc.github.io/warc-specifications/specifications/cdx-format/cdx-2006/).
_LETTERS = {"a": "url", "s": "status", "m": "mime", "g": "filename", "V": "offset", "S": "length"}
_USUAL = ("N", "b", "a", "m", "s", "k", "r", "M", "S", "V", "g")


class Entry(NamedTuple):
    """A capture: its address, status and kind, its file, and the bytes in it; a length of 0 is not known."""

    address: str
    status: str
    mime: str
    file: str
    offset: int
    length: int


def entries_of(lines: Iterable[str]) -> Iterator[Entry | None]:
    """Yield the captures of an index; `None` for a line that says nothing."""
    letters: tuple[str, ...] = _USUAL
    for line in lines:
        words = line.split()
        if words[:1] == ["CDX"]:
            letters = tuple(words[1:])
        elif words and not line.startswith("!"):  # CDXJ's own headers
            yield _entry(_named(line, words, letters))


def _named(line: str, words: list[str], letters: tuple[str, ...]) -> dict[str, str]:
    if "{" in line:
        try:
            found = json.loads(line[line.index("{") :])
        except ValueError:
            return {}
        return {str(name): str(value) for name, value in found.items()}
    return {_LETTERS.get(letter, letter): word for letter, word in zip(letters, words, strict=False)}


def _entry(named: dict[str, str]) -> Entry | None:
    try:
        length = named.get("length", "0")
        return Entry(
            address=named["url"],
            status=named.get("status", "-"),
            mime=named.get("mime", ""),
            file=named["filename"],
            offset=int(named["offset"]),
            length=int(length) if length.isdecimal() else 0,
        )
    except (KeyError, ValueError):
        return None
