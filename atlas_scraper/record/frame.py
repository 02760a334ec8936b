"""The frame around the content of pages, compared across pages: what is the site's is the same on every page.

Of one page nobody can tell for sure that a line around its content is the site's. Over many pages it shows: a line
that few of a page's neighbours have varies with the content, and should have been read. Digits do not count; they
are dates and counters. Nothing is told of a page whose neighbours have other frames altogether.

Memory is constant: a page is compared with the two hundred around it, so that a site that changes its frame is
noticed only on the few pages where it does.
"""

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Generic, TypeVar

from atlas_scraper.record.issues import Issue, IssueCode
from atlas_scraper.record.model import Partnership

NEIGHBOURS = 200  # pages; enough to tell 1 in 20, and their records are a few megabytes
FEWEST_PAGES = 10  # fewer show nothing
RARE = 0.05  # share of the neighbours that must have a line; half the site may have another layout
COMMON, FEWEST_ALIKE = 0.2, 3  # share and number of neighbours by which a line shows that they are pages of one site
FRAMELESS = 0.8  # share of neighbours without a frame by which pages are alike in having none
_DIGITS = re.compile(r"\d+")

Name = TypeVar("Name")


class FrameCheck(Generic[Name]):
    """Compares the frames of pages as they come, and marks the records of those whose frame varies.

    Records are held back until there are enough neighbours to compare with, and come out in their order.
    """

    def __init__(self) -> None:
        self._held: deque[tuple[Name, Partnership, Sequence[str] | None]] = deque()
        self._near: deque[frozenset[bytes]] = deque()
        self._counts: Counter[bytes] = Counter()

    def add(self, name: Name, record: Partnership, frame: Sequence[str] | None) -> Iterator[tuple[Name, Partnership]]:
        """Take in a page, and yield the records that are judged.

        Args:
            name: what the caller knows it by.
            record: its record.
            frame: the texts that were ignored around its content; `None` where nobody knows them any more.
        """
        self._held.append((name, record, frame))
        if frame is not None:
            self._compare_with(frozenset(map(digest_of, frame)))
        if NEIGHBOURS in {len(self._near), len(self._held)}:
            yield from self.rest()

    def _compare_with(self, digests: frozenset[bytes]) -> None:
        self._near.append(digests)
        self._counts.update(digests)
        if len(self._near) > NEIGHBOURS:
            for digest in self._near.popleft():
                self._counts[digest] -= 1
                if not self._counts[digest]:
                    del self._counts[digest]

    def rest(self) -> Iterator[tuple[Name, Partnership]]:
        """Yield the records that are still held back, judged by the pages there are."""
        while self._held:
            name, record, frame = self._held.popleft()
            yield name, marked(record, self._varying(frame or ()))

    def _varying(self, frame: Sequence[str]) -> list[str]:
        """Give the texts of a page's frame that few of its neighbours have, if it is a page like them otherwise."""
        pages = len(self._near)
        counts = {text: self._counts[digest_of(text)] for text in frame}
        shares_frame = any(count >= max(FEWEST_ALIKE, COMMON * pages) for count in counts.values())
        shares_none = self._near.count(frozenset()) >= FRAMELESS * pages
        if pages < FEWEST_PAGES or not (shares_frame or shares_none):
            return []
        return [text for text, count in counts.items() if count <= max(1, RARE * pages)]


@lru_cache(maxsize=10_000)  # most lines are on every page
def digest_of(text: str) -> bytes:
    """Give eight bytes that stand for a line of the frame, whatever numbers are in it."""
    return blake2b(_DIGITS.sub("#", text).encode("utf-8", "surrogatepass"), digest_size=8).digest()


def digest_of_frame(frame: Sequence[str]) -> str:
    """Digest the frame of a page, whatever its order, and whatever numbers are in it."""
    return blake2b(b"".join(sorted(set(map(digest_of, frame)))), digest_size=8).hexdigest()


def marked(record: Partnership, texts: Sequence[str]) -> Partnership:
    """Give a record with an issue for each text that was ignored and should not have been."""
    if not texts:
        return record
    issues = [Issue(code=IssueCode.IGNORED_TEXT, section="page", detail=text) for text in dict.fromkeys(texts)]
    return record.model_copy(update={"issues": [*record.issues, *issues]})
