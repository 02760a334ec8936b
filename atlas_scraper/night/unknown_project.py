"""What "no such project" looks like on this site tonight.

The site answers an unknown number with HTTP 200 and a page of its own choice. At the start of a run an impossible
number is asked for; a page that says the same, digits aside, says that its project does not exist.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from atlas_scraper.blocks.read import read_document
from atlas_scraper.errors import AtlasError, FetchError, NotARecord
from atlas_scraper.fetch.raw_page import RawPage, Source
from atlas_scraper.guard import guarded
from atlas_scraper.pipeline import parse
from atlas_scraper.values.addresses import project_address, project_id_of

# Above every number that the site can have given, below what its database can hold.
IMPOSSIBLE = 999_999_999
# Pages that say something of the site and nothing of a project, whatever number was asked for.
_OF_THE_SITE = frozenset({"maintenance", "challenge", "login", "redirect by script"})
NO_ANSWER = "no answer"
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Unknown:
    """How the site answers an impossible number.

    Args:
        words: the answer in words, for the report.
        shape: the lines of its page without digits; `None` when pages cannot be told by it.
        address: where it redirected to, when that names no project.
        has_values: whether the page reads like a record.
        frame: lines that are no part of the shape: what the pages of projects have too.
    """

    words: str
    shape: frozenset[str] | None = None
    address: str | None = None
    has_values: bool = False
    frame: frozenset[str] = frozenset()

    def is_like(self, page: RawPage) -> bool:
        """Tell whether a page says what the impossible number's page said."""
        if project_id_of(page.address) is None:
            return page.address == self.address
        return self.shape is not None and shape_of(page.body) - self.frame == self.shape

    def without(self, frame: frozenset[str]) -> "Unknown":
        """Take what the pages of projects say as well out of the shape: the site's frame changes, its answer stays."""
        rest = (self.shape or frozenset()) - frame
        return replace(self, shape=rest or None, frame=frame)

    def says_the_same(self, other: "Unknown") -> bool:
        """Tell whether two answers, each without its frame, are the same."""
        return (self.words, self.shape) == (other.words, other.shape)

    def as_dict(self) -> dict[str, Any]:
        """Give it as JSON values."""
        lines = {name: None if (found := getattr(self, name)) is None else sorted(found) for name in ("shape", "frame")}
        return {"words": self.words, "address": self.address, "has_values": self.has_values, **lines}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> "Unknown":
        """Make it from JSON values."""
        shape = values["shape"]
        return cls(
            values["words"],
            None if shape is None else frozenset(shape),
            values["address"],
            bool(values["has_values"]),
            frozenset(values["frame"]),
        )


def ask_for_the_impossible(source: Source, base_url: str) -> Unknown:
    """Ask for an impossible number and remember the answer.

    Raises:
        RunStopped: as the source.
    """
    try:
        page = source.get(project_address(base_url, IMPOSSIBLE))
    except FetchError as error:
        return Unknown(f"{NO_ANSWER} ({error.kind})")
    if page.status != 200:
        return Unknown(f"status {page.status}")
    kind = kind_of(page)
    if kind in _OF_THE_SITE:
        return Unknown(kind)
    if project_id_of(page.address) is None:
        return Unknown(f"a redirect to {page.address}", address=page.address)
    return Unknown(kind or "a page with values", shape=shape_of(page.body), has_values=not kind)


def kind_of(page: RawPage) -> str:
    """Give the kind of error that a page is, empty for a record."""
    try:
        guarded(lambda: parse(page.body, url=page.address))
    except NotARecord as error:
        return error.kind
    except AtlasError as error:
        return type(error).__name__
    return ""


def shape_of(data: bytes) -> frozenset[str]:
    """Give the lines of a page without their digits, which hold the number asked for and the time of day."""
    try:
        document = read_document(data)
    except AtlasError:
        return frozenset()
    texts = (line for block in document.blocks for line in block.text.splitlines())
    return frozenset(_DIGITS.sub("", text) for text in (document.title, *texts))
