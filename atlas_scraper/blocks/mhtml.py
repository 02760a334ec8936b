"""Pages that a browser saved as one file (MHTML, RFC 2557): the page itself, out of its parts.

The page is the first part of HTML; it comes with its own encoding and address, and pictures and styles follow.
"""

import re
from typing import NamedTuple

_HEADERS = re.compile(rb"\s*(?:From|MIME-Version|Subject|Snapshot-Content-Location|Content-Type):", re.IGNORECASE)
_MULTIPART = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_HEAD = 4096  # bytes; the headers come first


class Unpacked(NamedTuple):
    """The page of an MHTML file, and the address that its browser noted."""

    data: bytes
    address: str | None


def unpack(data: bytes) -> Unpacked | None:
    """Give the page of an MHTML file; `None` for any other file."""
    if not (_HEADERS.match(data) and _MULTIPART.search(data[:_HEAD])):
        return None
    # Imported for the rare page that needs them: they take longer than five pages take to read.
    import email  # noqa: PLC0415
    import email.policy  # noqa: PLC0415
    from email.message import EmailMessage  # noqa: PLC0415

    message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
    for part in message.walk():
        if isinstance(part, EmailMessage) and part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            payload = part.get_payload(decode=True)
            charset = part.get_content_charset()
            page = payload if isinstance(payload, bytes) else b""
            if charset and charset.lower() != "utf-8":
                page = b'<meta charset="%s">' % charset.encode("ascii", "replace") + page
            address = part["Content-Location"] or message["Snapshot-Content-Location"]
            return Unpacked(page, str(address).strip() if address else None)
    return None
