"""Lines of Markdown that say nothing of the page: where links lead, and line breaks with nothing before them."""

import re
from collections.abc import Iterator, Sequence

from atlas_scraper.blocks.markdown_habits import MARKER

_REFERENCE = re.compile(r" {0,3}\[([^\]]+)\]:(?:\s|$)")
_USE = re.compile(r"\]\s?\[([^\]\n]+)\]")
_BREAK = "\\"
_BULLETS = frozenset("-+*")

_ATTRIBUTE = r"(?:[#.][^\s{}\"=]++|[\w:-]++=(?:\"[^\"]*+\"|[^\s{}\"]++))"
_ATTRIBUTES = re.compile(rf"(?<!\s)\s++\{{{_ATTRIBUTE}(?:\s++{_ATTRIBUTE})*+\}}\s*+\Z")


def without_lone_breaks(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines without a backslash that is a line break and nothing else, or ends a paragraph.

    What begins like an entry of a list behind a line break is a bullet that an author typed. It is written as a
    reference: a converter that escapes bullets is told by that. What has no indent below an entry is the next one.
    """
    both = zip(["", *lines], lines, [*lines[1:], ""], strict=False)
    is_entry = False
    for above, line, below in both:
        if line.strip() == _BREAK:
            yield ""
            continue
        text = line.lstrip()
        marker = text[:1] in _BULLETS and MARKER.match(text)
        if not above.strip(" \\"):
            is_entry = bool(marker)
        is_typed = marker and above.endswith(_BREAK) and not (is_entry and line == text)
        written = f"{line.removesuffix(text)}&#{ord(text[0])};{text[1:]}" if is_typed else line
        yield written if below.strip(" \\") else written.removesuffix(_BREAK)


def without_references(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Take out the lines that say where links lead, `[3]: https://…`, and no others: what no link uses is text."""
    used = set(_USE.findall("\n".join(lines)))
    kept: list[str] = []
    references: list[str] = []
    goes_on = False
    for line in lines:
        found = _REFERENCE.match(line)
        if found and found[1] in used:
            references.append(line.strip())
        elif goes_on and line.strip() and not found:
            references[-1] += f" {line.strip()}"  # broken at a column
        else:
            kept.append(line)
            goes_on = False
            continue
        goes_on = True
    return kept, references


def without_attributes(caption: Sequence[str]) -> Sequence[str]:
    """Leave out of a table's caption, which stands below it, the attributes of the table: `Pays {#a .b lang="fr"}`.

    So pandoc 3.9 writes it. In a text braces are an author's.
    """
    found = _ATTRIBUTES.search("\n".join(caption)) if caption[-1].rstrip().endswith("}") else None
    return found.string[: found.start()].split("\n") if found else caption
