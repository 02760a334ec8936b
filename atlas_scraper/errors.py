"""What can go wrong. Each error stops one page and never the run, `RunStopped` aside.

An error says three things: what was sought, what was found, and what to do next.
Lesser trouble is an issue inside the record: see `atlas_scraper.record.issues`.
"""

import re

CAPTURED_AS = "captured as "
"""Begins the kind of an error of long ago, which an archive captured: of the archive it says nothing."""
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def _shown(text: str) -> str:
    """Write out the control characters of a text, which may be a server's or a file's: a terminal would obey them."""
    return _CONTROLS.sub(lambda found: repr(found.group())[1:-1], text)


class AtlasError(Exception):
    """Base of every error that a page, an address or a file can cause.

    Args:
        sought: what the program was looking for.
        found: what was there instead.
        next_step: what the reader of the message can do about it.
        kind: one or two words under which errors of this kind are counted, such as `time-out` or `login`;
            the name of the class when empty.
    """

    def __init__(self, sought: str, found: str, next_step: str, *, kind: str = "") -> None:
        super().__init__(sought, found, next_step)
        self.sought, self.found, self.next_step = map(_shown, (sought, found, next_step))
        self.kind = kind or type(self).__name__

    def __str__(self) -> str:
        return f"sought {self.sought}; found {self.found}; next: {self.next_step}"


class FetchError(AtlasError):
    """No answer that can be used, after all retries; or a file that cannot be read."""


class NotARecord(AtlasError):  # noqa: N818 - the field's word for it, see DESIGN
    """A page, but not of a partnership: error page, login, maintenance, challenge, list, or no text at all."""


class PageGone(NotARecord):
    """The site says that there is no such project (404, 410, or its page for an unknown project)."""


class LayoutError(AtlasError):
    """A page of a partnership that lacks a section or a column which every record needs, or that is cut short."""


class RecordInvalid(AtlasError):  # noqa: N818 - idem
    """The page was read, but the record model refuses what was read."""


class RunStopped(AtlasError):  # noqa: N818 - a run is stopped, by design
    """The run must not go on: robots.txt forbids it, the site is down or asks for a long rest, or the disk is full."""
