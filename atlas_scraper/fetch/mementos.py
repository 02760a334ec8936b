"""The truth of a capture that a web archive replays: whose page it is, and of when (RFC 7089).

An archive may answer with the capture of another address than was asked for (pywb matches loosely where it has none),
of another moment, or with a page of its own. What it answered with is what `Link: <…>; rel="original"` says, or
`Content-Location`; when it was captured, `Memento-Datetime`.
"""

import re
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

from atlas_scraper.errors import FetchError
from atlas_scraper.fetch.raw_page import Headers, RawPage, as_written
from atlas_scraper.fetch.redirects import STATUSES
from atlas_scraper.values.addresses import canonical_address, project_id_of

NOT_CAPTURED = "not captured"
_NOT_THERE = {404, 410}
_ORIG = "x-archive-orig-"
_ADDED = re.compile(
    r"(?:Memento-Datetime|Link|Content-Location|Vary|X-Archive-.*|X-ts|X-tr|Server-Timing)$", re.IGNORECASE
)
_ORIGINAL = re.compile(r"<([^<>]*)>\s*;[^,<]*?\brel=\"?[^\",;]{0,200}\boriginal\b", re.IGNORECASE)
# `/web/20210101000000id_/` before the original: a moment of up to 14 digits, and how it is to be shown.
_MOMENT = re.compile(r"/(\d{0,14})([a-z]{2}_)?/(?=https?:/)", re.IGNORECASE)


def is_replayed(address: str) -> bool:
    """Tell whether an address is that of a web archive's replay: an original behind a prefix."""
    return bool(_inner(address))


def as_captured(answer: RawPage, asked: str) -> RawPage:
    """Give an answer of an archive as what it is: the capture of an address, made at a moment.

    Args:
        answer: what came.
        asked: the replay address that was asked for.

    Returns:
        The answer with the captured address and moment; as it came, when it is the archive's own redirect.

    Raises:
        FetchError: it is no capture; of kind `not captured` where the archive says that it has none, or gives that of
            another project. Another answer is the archive's trouble, and says nothing of what it has.
    """
    sought = f"a capture of {canonical_address(asked)}"
    next_step = "give the numbers that `discover` finds in this archive as --ids"
    moment = moment_of(answer)
    if moment is None:
        if answer.status in STATUSES:
            return answer
        if answer.status == 200:
            next_step = "give the archive's raw replay prefix (…/id_/https://…) as --base-url"
        found = f"status {answer.status} without Memento-Datetime, which no capture lacks"
        kind = NOT_CAPTURED if answer.status in _NOT_THERE else "no capture"
        raise FetchError(sought, found, next_step, kind=kind)
    original = original_of(answer)
    if original is None:
        next_step = "ask the archive whose page it is: it gives neither Link nor Content-Location"
        raise FetchError(sought, "a capture of an address that it does not name", next_step, kind="no capture")
    if project_id_of(original) != project_id_of(canonical_address(asked)):
        raise FetchError(sought, f"a capture of {original}", next_step, kind=NOT_CAPTURED)
    return replace(answer, address=original, retrieved_at=moment, source=urlsplit(asked).netloc)


def moment_of(answer: RawPage) -> datetime | None:
    """Give the moment of a capture; `None` when the answer is none."""
    try:
        moment = parsedate_to_datetime(answer.header("Memento-Datetime") or "")
    except (ValueError, TypeError, OverflowError):
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def original_of(answer: RawPage) -> str | None:
    """Give the captured address that an answer names, `None` when it names none."""
    links = as_written(answer.header("Link") or "")
    place = as_written(answer.header("Content-Location") or "")
    named = _ORIGINAL.search(links)
    original = named[1] if named else _inner(place)
    return canonical_address(original) if original else None


def redirected(asked: str, location: str, capture: RawPage) -> str:
    """Give the replay address to which the capture of a redirect leads: its target, as it was at that moment.

    Args:
        asked: the replay address that answered.
        location: the value of `Location`, rewritten by the archive or as it was captured.
        capture: the redirect, with its captured address and moment.
    """
    target = urljoin(asked, as_written(location).strip())
    original = _inner(target) if _prefix(target).lower() == _prefix(asked).lower() else ""
    original = original or urljoin(capture.address, as_written(location).strip())
    return at_moment(asked, capture.retrieved_at, original)


def at_moment(replayed: str, moment: datetime, original: str) -> str:
    """Give the replay address of another original at a moment, in the archive of a replay address."""
    found = _MOMENT.search(replayed)
    head = replayed[: found.start()] if found else replayed[: len(replayed) - len(_inner(replayed))].rstrip("/")
    return f"{head}/{moment:%Y%m%d%H%M%S}{(found and found[2]) or 'id_'}/{original}"


def captured_head(capture: RawPage) -> Headers:
    """Give the headers of a replayed capture as they were captured, without what its archive has added.

    The Internet Archive keeps them behind `X-Archive-Orig-`; others give them as they are.
    """
    orig = tuple((name[len(_ORIG) :], value) for name, value in capture.headers if name.lower().startswith(_ORIG))
    kept = orig or tuple(each for each in capture.headers if not _ADDED.match(each[0]))
    plain = (each for each in kept if each[0].lower() != "location")
    location = capture.header("Location")
    target = _inner(as_written(location)) or as_written(location) if location else ""
    return (*plain, *((("Location", target),) if target else ()))


def _inner(address: str) -> str:
    """Give the original of a replay address, as it is written there."""
    found = re.search(r"(?<=/)https?:/{1,2}[^/].*$", address.partition("?")[0].partition("#")[0], re.IGNORECASE)
    return address[found.start() :] if found and found.start() > len("https://") else ""


def _prefix(address: str) -> str:
    """Give what stands before moment and original in a replay address: the archive's collection."""
    found = _MOMENT.search(address)
    return address[: found.start()] if found else address
