"""What comes back from an address, as it came."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

Headers = tuple[tuple[str, str], ...]
SITE = "site"
"""Source of the pages that our own runs had from the site."""


@dataclass(frozen=True, slots=True)
class RawPage:
    """One whole answer; half an answer is a `FetchError` and never gets here.

    Args:
        address: the address that answered, without session id or fragment.
        status: HTTP status code.
        reason: the words behind it, often empty.
        headers: name and value as received, in their order.
        payload: the body as it came, its content coding (gzip) still on, its transfer coding (chunks) off.
        body: the body decoded.
        retrieved_at: when the answer was complete, in UTC and whole seconds.
        has_end: whether the answer said where its body ends: a length, chunks, or the end of a gzip stream.
            Without it, a page cut short cannot be told from a whole one by its transport.
        source: who captured it: `site` for our own runs, the host of a web archive, or the name of an archive file.
    """

    address: str
    status: int
    reason: str
    headers: Headers
    payload: bytes
    body: bytes
    retrieved_at: datetime
    has_end: bool = True
    source: str = SITE

    def header(self, name: str) -> str | None:
        """Give the first value of a header, its name in any case; `None` when there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


def as_written(text: str) -> str:
    """Give a part of a head as its server wrote it: http.client reads Latin-1, servers write UTF-8."""
    try:
        return text.encode("latin-1").decode()
    except UnicodeError:
        return text


class Source(Protocol):
    """Where pages come from: the site itself, or an archive of it."""

    def get(self, address: str) -> RawPage:
        """Get the page of an address, redirects followed.

        Raises:
            FetchError: there is no answer that can be used.
            RunStopped: there will be none for the other addresses either.
        """
