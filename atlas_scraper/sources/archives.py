"""The archives that are known by name, and what is polite with each."""

import re
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from atlas_scraper.errors import FetchError
from atlas_scraper.fetch.manners import Manners

# The Internet Archive shuts out those who go on within a minute of being told that they ask too often.
_REST = 60.0
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_OURS = {"file", "local", "memory"}
# Seconds between requests to who asks for no more.
_LEAST = 1.0


@dataclass(frozen=True, slots=True)
class Archive:
    """A web archive that can be asked what it holds.

    Args:
        name: its name in tables.
        index: address of its index: a CDX API, or a list of such (`collinfo.json`).
        captures: where captures are: its replay (`…/web/`), or the folder of its WARC files.
        delay: seconds between requests at least.
    """

    name: str
    index: str
    captures: str
    delay: float

    @property
    def has_ranges(self) -> bool:
        """Tell whether captures are had as ranges of WARC files, and not by replay."""
        return self.name == "commoncrawl"

    @property
    def is_list(self) -> bool:
        """Tell whether the index is a list of indexes, as Common Crawl has one a crawl."""
        return self.index.endswith("collinfo.json")


# The Internet Archive asks for no more than about 15 requests a minute, Common Crawl for one at a time.
KNOWN = {
    "web.archive.org": Archive(
        "web.archive.org", "https://web.archive.org/cdx/search/cdx", "https://web.archive.org/web/", 4.0
    ),
    "commoncrawl": Archive(
        "commoncrawl", "https://index.commoncrawl.org/collinfo.json", "https://data.commoncrawl.org/", 1.0
    ),
}
_DELAYS = {urlsplit(address).hostname: one.delay for one in KNOWN.values() for address in (one.index, one.captures)}


def archive_of(word: str, captures: str | None = None) -> Archive | Path:
    """Find out what a user means: an archive by name or by the address of its index, or a file with an index.

    Args:
        word: a name, an address, or a path.
        captures: where the captures of an archive given by address are, if not beside its index.

    Raises:
        FetchError: it is none of these.
    """
    if word in KNOWN:
        return replace(KNOWN[word], captures=captures or KNOWN[word].captures)
    parts = urlsplit(word)
    if parts.scheme in {"http", "https"} and parts.hostname:
        known = next((one for one in KNOWN.values() if urlsplit(one.index).netloc == parts.netloc), None)
        if known:
            return replace(known, index=word, captures=captures or known.captures)
        beside = re.sub(r"(?:/cdx|-index|-cdx|/collinfo\.json)/?$", "/", word)
        name = "commoncrawl" if word.endswith("collinfo.json") else parts.netloc
        return Archive(name, word, captures or beside, _LEAST)
    if Path(word).is_file():
        return Path(word)
    names = ", ".join(KNOWN)
    next_step = f"give {names}, the address of a CDX API or collinfo.json, or an index file (.cdx, .cdxj, .wacz)"
    raise FetchError("an archive", f"{word!r}, which is neither a name, an address nor a file", next_step)


def manners_at(address: str, manners: Manners) -> Manners:
    """Give how the host of an address is asked: no faster than is polite there, except on this machine."""
    parts = urlsplit(address)
    is_ours = parts.hostname in _LOOPBACK or parts.scheme in _OURS
    least, rest = (0.0, 0.0) if is_ours else (_DELAYS.get(parts.hostname, _LEAST), _REST)
    base_url = f"{parts.scheme}://{parts.netloc}/"
    return replace(manners, base_url=base_url, delay=max(manners.delay, least), rest=rest)
