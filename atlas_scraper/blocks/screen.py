"""Text that cannot be read right, refused by name: screen dumps, drawn tables, Markdown that only pandoc reads.

`lynx -dump`, `w3m -dump` and `pandoc -t plain` break lines at a column, indent them, and set tables in columns of
spaces, in which nobody can tell an empty cell from none. What would be read from them would be wrong in silence.
So would pandoc's tables of lines and spaces in Markdown. In its own Markdown pandoc also writes `’` as `'`, `–` as `--`
and `…` as `...`, and puts attributes in braces, which no other reader takes back.
"""

import re
from itertools import islice

from atlas_scraper.blocks.markdown_habits import width_of
from atlas_scraper.blocks.markdown_inline import without_scripts
from atlas_scraper.errors import NotARecord

_NUMBERED_LINK = re.compile(r"\[\d{1,3}\](?=\w)")
_REFERENCES = re.compile(
    r"^[^\S\n]*+(?:Visible links:?|R[ée]f[ée]rences|References)[^\S\n]*+\n\s++\d{1,3}\. \S+$", re.MULTILINE
)
_RULED_COLUMNS = re.compile(r"^ *-{2,}(?: +-{2,})+ *$|^ *\+[-=:]+(?:\+[-=:]+)*\+ *$", re.MULTILINE)
_FRAMES = re.compile(r"[│┃║┌┬┐├┼┤└┴┘]")
_COLUMNS = re.compile(r"\S {3,}\S")
# What only pandoc writes: a quote that is escaped, for it is no apostrophe; attributes in braces; boxes of colons, and
# boxes whose content is said to be Markdown.
_OF_PANDOC = re.compile(
    r"""(?<!\\)(?:\\\\)*+\\['"]|[^\s\\]\]\{[.#][^{}\n]*+\}|^ {0,3}#{1,6} [^\n{]*+\{[.#][^{}\n]*+\}[^\S\n]*+$"""
    r"""|^[^\S\n]*+:{3,}+ *+(?:\{[^{}\n]*+\}|[\w-]++)[^\S\n]*+$|<div[^<>]*? markdown="1">""",
    re.MULTILINE,
)
# The rule under a header, within a row, as markdownify writes it, and html2text.
_RULE_IN_ROW = re.compile(r"\| -{3,}+ \| -{3,}+ \||^(?:-{3,}+\|)++-{3,}+(\])")
_LINK = re.compile(r"\[[^\[\]|\n]*+\]\([^()\n]*+\)")
_WORD = re.compile(r"[^\W\d_]{3}")
_FEWEST_OF_PANDOC = 2
_MARGIN = 3  # columns; lynx indents what is no heading
_FEWEST_LINES = 5
_FEWEST_BROKEN = 3  # lines; one may end at such a column by chance


def refuse_screen_dump(text: str) -> None:
    """Refuse a text that is a screen dump.

    Raises:
        NotARecord: it is one.
    """
    lines = [line.rstrip() for line in text.replace("\u00a0", "").split("\n")]
    full = [line for line in lines if line.strip()]
    indented = sum(line.startswith(" " * _MARGIN) for line in full)
    width = width_of(lines, fewest=_FEWEST_BROKEN)
    shown = {
        "numbered links and a list of what they lead to": bool(_REFERENCES.search(text))
        and len(_NUMBERED_LINK.findall(text)) > 1,
        "frames drawn around its tables": len(_FRAMES.findall(text)) > _FEWEST_LINES,
        "tables in columns of spaces": sum(bool(_COLUMNS.search(line)) for line in full) >= _FEWEST_LINES,
        "a margin": len(full) >= _FEWEST_LINES and indented > 0.5 * len(full),
        f"lines broken at column {width}": bool(width),
    }
    if found := next((words for words, is_shown in shown.items() if is_shown), ""):
        raise _refused("screen dump", f"a screen dump, with {found}")
    refuse_ruled_tables(text)


def refuse_ruled_tables(text: str) -> None:
    """Refuse a text with tables that are drawn with dashes, spaces and crosses.

    Raises:
        NotARecord: it has some.
    """
    if _RULED_COLUMNS.search(text):
        raise _refused("drawn tables", "tables drawn with dashes and spaces, as pandoc writes them")


def refuse_tables_in_tables(text: str) -> None:
    """Refuse a text in which rows of a table stand within those of another; one that only turns pages is none.

    Raises:
        NotARecord: it has some.
    """
    rows = [line for line in text.split("\n") if "---" in line]
    if any((found := _RULE_IN_ROW.search(row)) and (found[1] or _says_more(row)) for row in rows):
        raise _refused("tables in tables", "tables within the cells of others, whose rows are written into each other")


def _says_more(row: str) -> bool:
    return _WORD.search(_LINK.sub("", without_scripts(row))) is not None


def refuse_pandoc_markdown(text: str) -> None:
    """Refuse Markdown in the dialects that pandoc alone writes; of `gfm` and `commonmark` it has no sign.

    Raises:
        NotARecord: it is in one of them.
    """
    if sum(1 for _ in islice(_OF_PANDOC.finditer(text), _FEWEST_OF_PANDOC)) == _FEWEST_OF_PANDOC:
        raise _refused("pandoc's Markdown", "pandoc's own Markdown, in which other signs stand for some of the page's")


def _refused(kind: str, found: str) -> NotARecord:
    return NotARecord(
        "the text of a page with its cells apart",
        found,
        "save the page as HTML, or convert it to Markdown with pipes (pandoc -t gfm, html2text, markdownify)",
        kind=kind,
    )
