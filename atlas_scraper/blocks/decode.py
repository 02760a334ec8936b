"""Bytes into text.

The order is: byte order mark, strict UTF-8, then the encoding that the page declares, by the table of the
WHATWG Encoding Standard, in which `ISO-8859-1` means windows-1252. Anything else is an error: a guess would
put mojibake into the data.

UTF-8 comes before the declaration because a page of the atlas's framework can be UTF-8 and say otherwise,
and because text of another encoding is practically never valid UTF-8.
"""

import codecs
import re
from typing import NamedTuple

from atlas_scraper.blocks.other_kinds import kind_of_bytes
from atlas_scraper.errors import NotARecord

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# The WHATWG table gives these bytes of windows-1252 to C1 controls; Python's codec refuses them. Any other
# control stands in for them, to be dropped and counted with the rest.
_UNASSIGNED = re.compile(b"[\x81\x8d\x8f\x90\x9d]")


class Decoded(NamedTuple):
    """A page as text, and as UTF-8 where that is how it came: most do, and what reads bytes then needs no others."""

    text: str
    utf8: bytes | None = None


def decode(data: bytes) -> Decoded:
    """Decode a page.

    Args:
        data: the bytes as they came, without transfer or content coding.

    Raises:
        NotARecord: the bytes are in no encoding that they declare.
    """
    if kind := kind_of_bytes(data):
        raise NotARecord("a page of text or HTML", kind, "save or unpack the page itself, as HTML or text", kind=kind)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Decoded(_strictly(data[len(mark) :], encoding))
    try:
        return Decoded(data.decode("utf-8"), data)
    except UnicodeDecodeError as error:
        # Imported for a page that needs them: with BeautifulSoup they take longer than a page takes to read.
        import webencodings  # noqa: PLC0415
        from bs4.dammit import EncodingDetector  # noqa: PLC0415

        # Many blank lines may stand before the doctype, so the declaration is sought in the whole page.
        declared = EncodingDetector.find_declared_encoding(data, is_html=True, search_entire_document=True)
        known = webencodings.lookup(declared) if declared else None
        if known is None or known.name == "utf-8":
            raise _undecodable(f"{_said(declared)}, and byte {error.start} is not UTF-8") from error
        if known.name == "windows-1252":
            data = _UNASSIGNED.sub(b"\x01", data)
        return Decoded(_strictly(data, known.codec_info.name))


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(f"the page says {encoding}, and byte {error.start} is not") from error


def _said(declared: str | None) -> str:
    return f"the page declares {declared!r}" if declared else "the page declares no encoding"


def _undecodable(found: str) -> NotARecord:
    return NotARecord(
        "text in UTF-8 or in the encoding that the page declares",
        found,
        "save the page again as it was served, or convert the text to UTF-8",
    )
