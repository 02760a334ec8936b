"""The dialects of capture indexes: what a line says, whoever wrote it.

- JSON of the Internet Archive: an array of arrays, the names of the columns first, a resumption key last.
- JSON of pywb and Common Crawl: an object a line.
- CDXJ: key, moment and an object a line.
- CDX: columns named by letters in a first line (` CDX N b a m s k r M S V g`), or the seven of the Internet Archive.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from atlas_scraper.errors import FetchError

_NAMES = {"original": "url", "statuscode": "status", "mimetype": "mime"}
_LETTERS = {"N": "urlkey", "b": "timestamp", "a": "url", "m": "mime", "s": "status", "k": "digest"}
_LETTERS |= {"S": "length", "V": "offset", "g": "filename"}
_SEVEN = ("urlkey", "timestamp", "url", "mime", "status", "digest", "length")
_ELEVEN = ("N", "b", "a", "m", "s", "k", "r", "M", "S", "V", "g")
_HTML = re.compile(rb"\s*<(?:!doctype|html|head|body|\?xml|center|h1)", re.IGNORECASE)
Values = dict[str, str]


@dataclass(frozen=True, slots=True)
class Listing:
    """What an index answered.

    Args:
        lines: what it says of each capture: `url`, `timestamp`, and where known `status`, `digest`, `length`, `offset`,
            `filename`.
        resume_key: what continues the listing, empty at its end.
        is_array: whether it is the Internet Archive's JSON.
    """

    lines: tuple[Values, ...]
    resume_key: str = ""
    is_array: bool = False


def read_listing(body: bytes, sought: str) -> Listing:
    """Read what an index answered, in any of its dialects.

    Raises:
        FetchError: it is none, or ends within.
    """
    if _HTML.match(body):
        raise _no_index(sought, "a page of HTML")
    if body.lstrip()[:1] == b"[":
        return _read_array(body, sought)
    try:
        return Listing(tuple(read_lines(body.decode("utf-8"), sought)))
    except UnicodeDecodeError as error:
        raise _no_index(sought, str(error)) from error


def _read_array(body: bytes, sought: str) -> Listing:
    try:
        names, *lines = json.loads(body) or [[]]
        names = [*names]
        key = ""
        if len(lines) > 1 and lines[-2] == []:
            key, lines = str(lines[-1][0]), lines[:-2]
        return Listing(tuple(_named(dict(zip(names, line, strict=True))) for line in lines), key, is_array=True)
    except (ValueError, TypeError, IndexError) as error:
        raise _no_index(sought, f"JSON that ends too early or is none ({error})") from error


def read_lines(text: str, sought: str) -> Iterator[Values]:
    """Read the lines of an index that has one a capture: JSON, CDXJ or CDX.

    Raises:
        FetchError: a line is none of these.
    """
    columns: tuple[str, ...] = ()
    for line in text.splitlines():
        if line.startswith((" CDX ", "CDX ")):
            columns = tuple(line.split()[1:])
        elif line.strip() and not line.startswith("!"):  # `!meta` of CDXJ
            yield _read_line(line, columns, sought)


def _read_line(line: str, columns: tuple[str, ...], sought: str) -> Values:
    found = re.fullmatch(r"(?:(\S+) (\d{14}) )?(\{.*\})\s*", line)
    if found:
        try:
            values = json.loads(found[3])
        except ValueError as error:
            raise _no_index(sought, f"a line that is no JSON ({error}): {line[:80]!r}") from error
        return _named({"timestamp": found[2]} | values if found[2] else values)
    parts = line.split(" ")
    if columns and len(parts) == len(columns):
        return {_LETTERS[name]: part for name, part in zip(columns, parts, strict=True) if name in _LETTERS}
    if not columns and len(parts) in {len(_SEVEN), len(_ELEVEN)}:
        names = _SEVEN if len(parts) == len(_SEVEN) else tuple(_LETTERS.get(letter, letter) for letter in _ELEVEN)
        return dict(zip(names, parts, strict=True))
    raise _no_index(sought, f"a line in no form that is known: {line[:80]!r}")


def _named(values: dict[str, Any]) -> Values:
    return {_NAMES.get(name, name): str(value) for name, value in values.items() if value is not None}


def moment_of(values: Values) -> datetime | None:
    """Read the moment of a capture; `None` where it says none."""
    try:
        return datetime.strptime(values.get("timestamp", ""), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def status_of(values: Values) -> int | None:
    """Read the status of a capture; `None` for `-`, as a revisit has."""
    status = values.get("status", "")
    return int(status) if re.fullmatch(r"[1-9][0-9]{2}", status) else None


def _no_index(sought: str, found: str) -> FetchError:
    return FetchError(
        sought, found, "try again later; if it stays so, the archive has changed its index", kind="no index"
    )
