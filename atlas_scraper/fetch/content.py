"""The body of an answer off its content coding, within bounds: a bomb costs no more than a page may have."""

import io
import zlib
from collections.abc import Iterable, Iterator, Mapping

from atlas_scraper.errors import FetchError
from atlas_scraper.fetch.inflating import BARE, GZIP, ZLIB, Inflating

_PIECE = 64 * 1024
MAGIC = b"\x1f\x8b"
# Servers send one, or by mistake two.
_MOST_CODINGS = 4


def collect(pieces: Iterable[bytes], max_bytes: int) -> bytes:
    """Put the pieces of a body together.

    Raises:
        FetchError: they are more than `max_bytes`.
    """
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > max_bytes:
            raise too_large(max_bytes)
    return bytes(body)


def decode(payload: bytes, coding: str | None, max_bytes: int) -> bytes:
    """Take the content coding off a body.

    Args:
        payload: the body as it came.
        coding: the value of `Content-Encoding`.
        max_bytes: how many bytes the decoded body may have.

    Raises:
        FetchError: the coding was not asked for, the body is not in it, is cut short, or decodes to too much.
    """
    names = [name.strip().lower() for name in (coding or "").split(",")]
    codings = [name for name in names if name not in {"", "identity"}]
    if len(codings) > _MOST_CODINGS:
        found = f"a body in {len(codings)} codings"
        raise FetchError("a page, plain or in gzip", found, "report the address", kind="unknown coding")
    for name in reversed(codings):
        if name in {"gzip", "x-gzip"}:
            payload = collect(_inflate(payload, GZIP), max_bytes)
        elif name == "deflate":
            is_zlib = payload[:1] == b"\x78"
            payload = collect(_inflate(payload, ZLIB if is_zlib else BARE), max_bytes)
        else:
            found = f"a body in the coding {name!r}"
            raise FetchError("a page, plain or in gzip", found, "report the address", kind="unknown coding")
    return payload


def has_end(headers: Mapping[str, str]) -> bool:
    """Tell whether an answer says where its body ends: by a length, by chunks, or by a coding, which marks its end."""
    is_chunked = headers.get("Transfer-Encoding", "").lower().endswith("chunked")
    is_coded = (headers.get("Content-Encoding") or "identity").strip().lower() not in {"", "identity"}
    return is_chunked or is_coded or headers.get("Content-Length", "").strip().isdigit()


def _inflate(payload: bytes, window: int) -> Iterator[bytes]:
    """Yield the decoded body in pieces; gzip allows several members one after the other (RFC 1952, 2.2)."""
    file, place = io.BytesIO(payload), 0
    while place < len(payload):
        stream = Inflating(file, place, window)
        try:
            while piece := stream.read(_PIECE):
                yield piece
        except zlib.error as error:
            found = f"bytes that are not: {error}"
            raise FetchError("a page in gzip", found, "try again later", kind="not gzip") from error
        except EOFError as error:
            raise FetchError("a whole page", "a gzip stream cut short", "try again later", kind="cut short") from error
        place = stream.end
        if payload[place : place + 2] != MAGIC:
            break  # padding behind the last member, as gzip itself allows


def too_large(max_bytes: int) -> FetchError:
    """Make the error of an answer that has too many bytes."""
    return FetchError(
        f"a page of at most {max_bytes:,} bytes", "more", "raise --max-bytes if pages are that large", kind="too large"
    )
