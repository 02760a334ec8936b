"""The head of an HTTP answer as an archive keeps it: status, words, headers, each byte as it came."""

import re
from dataclasses import dataclass

from atlas_scraper.fetch.raw_page import Headers

_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(r"[A-Za-z]{3,5}(?:/[0-9.]{1,4})?[ \t]+([1-9][0-9]{2})(?:[ \t]+(.*))?")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an answer, and where its body begins.

    Args:
        status: the code.
        reason: the words behind it; as headers, in Latin-1, which gives every byte back.
        headers: name and value, in their order.
        length: bytes of the head.
    """

    status: int
    reason: str
    headers: Headers
    length: int


def read_head(block: bytes) -> Head | None:
    """Read the head of an answer; `None` where it begins with no status."""
    end = _END.search(block)
    length = end.end() if end else len(block)
    status_line, *lines = re.split(r"\r?\n", block[:length].decode("latin-1").rstrip("\r\n"))
    found = _STATUS.fullmatch(status_line)
    if found is None:
        return None
    headers: list[tuple[str, str]] = []
    for line in lines:
        name, colon, value = line.partition(":")
        if line[:1] in {" ", "\t"} and headers:  # a folded header goes on
            headers[-1] = (headers[-1][0], f"{headers[-1][1]} {line.strip()}")
        elif colon:
            headers.append((name.strip(), value.strip()))
    return Head(int(found[1]), (found[2] or "").strip(), tuple(headers), length)
