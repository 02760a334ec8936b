"""The body of an answer off its content coding, within bounds: a bomb costs no more than a page may have."""

import zlib
from collections.abc import Iterable, Iterator

from atlas_scraper.errors import FetchError

_PIECE = 64 * 1024
# RFC 9110, 8.4.1: gzip and its old name; deflate is zlib's format there, and bare deflate on many servers.
_GZIP, _ZLIB, _BARE = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS


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
    for name in reversed([name for name in names if name not in {"", "identity"}]):
        if name in {"gzip", "x-gzip"}:
            payload = collect(_inflate(payload, _GZIP), max_bytes)
        elif name == "deflate":
            is_zlib = payload[:1] == b"\x78"
            payload = collect(_inflate(payload, _ZLIB if is_zlib else _BARE), max_bytes)
        else:
            found = f"a body in the coding {name!r}"
            raise FetchError("a page, plain or in gzip", found, "report the address", kind="unknown coding")
    return payload


def is_coded(coding: str | None) -> bool:
    """Tell whether a body is in a coding, which marks its own end."""
    return (coding or "identity").strip().lower() not in {"", "identity"}


def _inflate(payload: bytes, window: int) -> Iterator[bytes]:
    """Yield the decoded body in pieces; gzip allows several members one after the other (RFC 1952, 2.2)."""
    while payload:
        stream = zlib.decompressobj(window)
        while payload and not stream.eof:
            try:
                piece = stream.decompress(payload, _PIECE)
            except zlib.error as error:
                raise FetchError(
                    "a page in gzip", f"bytes that are not: {error}", "try again later", kind="not gzip"
                ) from error
            payload = stream.unconsumed_tail or stream.unused_data
            yield piece
        while not stream.eof and (piece := stream.decompress(stream.unconsumed_tail, _PIECE)):
            yield piece
        if not stream.eof:
            raise FetchError("a whole page", "a gzip stream cut short", "try again later", kind="cut short")
        if not payload.startswith(b"\x1f\x8b"):
            break  # padding behind the last member, as gzip itself allows


def too_large(max_bytes: int) -> FetchError:
    """Make the error of an answer that has too many bytes."""
    return FetchError(
        f"a page of at most {max_bytes:,} bytes", "more", "raise --max-bytes if pages are that large", kind="too large"
    )
