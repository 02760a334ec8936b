"""Files that are no page at all, told by their own signs: pictures, archives, data in JSON or CSV, feeds."""

import csv
import json
import re
from collections import Counter
from itertools import islice

_BEGINNINGS = (
    (b"%PDF", "a PDF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"bplist", "a web archive of Safari"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"{\\rtf", "a text with formats (RTF)"),
)
# Any number of comments is one, from the first `<!--` to the last `-->`, so there is one way to read them.
_FEED = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<\?xml-stylesheet[^>]*+>\s*+)*+"
    r"(?:<!--.*?-->\s*+(?:<\?xml-stylesheet[^>]*+(?<!--)>\s*+)*+)?"
    r"<(?:[\w-]+:)?(rss|feed|rdf|urlset|sitemapindex|opml|kml|gpx|svg|worksheet|workbook|soap|envelope)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 200_000  # characters
_FEWEST_COLUMNS = 4
_FEWEST_ROWS = 2
_MOST_ROWS = 50
_ALIKE = 0.9


def kind_of_bytes(data: bytes) -> str:
    """Name what a file is by how it begins; empty for what may be text."""
    return next((kind for start, kind in _BEGINNINGS if data.startswith(start)), "")


def kind_of_text(text: str) -> str:
    """Name what a text is that is no page: JSON, a feed or other XML, CSV; empty for what may be a page."""
    head = text.lstrip("\ufeff \t\r\n")[:_HEAD]
    if head[:1] in {"{", "["} and (_is_json(text.strip("\ufeff \t\r\n")) or _is_json(head.partition("\n")[0])):
        return "data in JSON"
    if found := _FEED.match(head):
        return f"a feed or data in XML ({found[1].lower()})"
    return "a table in CSV" if "<" not in head[:1] and _is_csv(head) else ""


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _is_csv(head: str) -> bool:
    """Tell whether nearly all lines have the same number of fields, four or more."""
    for separator in ",;\t":
        lines = [line for line in islice(head.splitlines(), _MOST_ROWS) if line.strip()]
        if len(lines) < _FEWEST_ROWS or lines[0].count(separator) < _FEWEST_COLUMNS - 1:
            continue
        try:
            widths = Counter(len(row) for row in csv.reader(lines, delimiter=separator, strict=True) if row)
        except csv.Error:
            continue
        width, count = widths.most_common(1)[0]
        if width >= _FEWEST_COLUMNS and count >= max(_FEWEST_ROWS, _ALIKE * widths.total()):
            return True
    return False
