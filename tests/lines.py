"""Items, labels and tables made by hand, for tests of one step of labelling."""

import re
from collections.abc import Sequence
from typing import Any

from atlas_scraper.blocks.document import Block, Cell, Document, Line, PageTable, Run
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.words import SiteWords, folded

WORDS = SiteWords(
    frame=folded(["Home", "Atlas", "Sheet", "Print", "Embassy"]),
    trail=folded(["Home", "Atlas", "Sheet"]),
    bodies=folded(["Embassy"]),
    empty=folded(["No information"]),
    groups=folded("general information about it".split()),
    says_none=re.compile(r"none .{0,9}", re.IGNORECASE),
    none_beginnings=folded(["none"]),
    prompt=re.compile("choose .*", re.IGNORECASE),
    step="<<|>>|[<>]|next|back",
    sure_step=re.compile("next|back", re.IGNORECASE),
    pager_word=r"pages?|/|\|",
    sheet=re.compile(r"sheet (\d+)(?: of (\d+))?\Z"),
    moves=re.compile(r"\b(?:next part|onward)\b[ :]*", re.IGNORECASE),
    letters_counted=re.compile(r"\d+ / \d+ letters|\d+ letters left"),
    aside_beginnings=folded(["next part", "onward", *"0123456789"]),
    continued=re.compile(r" \(continued\)$"),
    rows_shown=re.compile(r"\d+ to \d+ of \d+"),
    counts_of_rows=(re.compile(r"(?P<first>\d+)-(?P<last>\d+) of (?P<all>\d+)|(?P<more>\d+) more"),),
    leads_on=re.compile(r"(?P<next>next rows)|show all(?: (?P<all>\d+))?"),
    pager_beginnings=frozenset(["next", "back", "page", *"0123456789"]),
    row_count=re.compile(r"\d+ rows"),
    total=re.compile("total", re.IGNORECASE),
    goes_on=re.compile(r"\band\Z"),
)
YEAR = Label("year", ("Year",), fits=str.isdigit)
STATE = Label("state", ("State",))
CONTEXT = Label("context", ("Context",), holds_prose=True, variant="old")
HISTORY = Label("history", ("History",), holds_prose=True, follows_prose=True, variant="old")
BOTH = Label("both", ("Context and history",), holds_prose=True, variant="new")
AIM = Label("aim", ("Aim",), holds_prose=True, follows_prose=True)
PARTNERS = Label("partners", ("Partners",), heads_table=True)
FUNDING = Label("funding", ("Funding of it",), heads_table=True)
ROLE = Label("role", ("Role",))
COLUMNS = {PARTNERS: [["Name"], ["Country"]], FUNDING: [["Name of the payer"], ["Amount"], ["Years"]]}
INDEX = LabelIndex(
    [YEAR, STATE, CONTEXT, HISTORY, BOTH, AIM, PARTNERS, FUNDING],
    [ROLE],
    [text for columns in COLUMNS.values() for texts in columns for text in texts],
    WORDS,
    COLUMNS,
)


def line(text: str, mark: str = "p>", path: tuple[int, ...] = (), **more: Any) -> Line:
    """Make a line of one stretch."""
    return Line(text, (Run(text, mark),), path, **more)


def item(text: str, mark: str = "p>", path: tuple[int, ...] = (), label: Label | None = None, **more: Any) -> Item:
    """Make an item of a whole line of one stretch."""
    made = line(text, mark, path, **more)
    return Item(made, text, made.runs, label=label)


def named(text: str, path: tuple[int, ...], landmark: str = "") -> Item:
    """Make an item of a line in boxes, which is the label that its words are, if any."""
    return item(text, "p>", path, INDEX.find(text), landmark=landmark)


def table(*rows: str, **more: Any) -> PageTable:
    """Make a table of rows such as `Name|Country`, each cell with a line of its own."""
    grid = [tuple(Cell(text, (line(text, "td>"),) if text else ()) for text in row.split("|")) for row in rows]
    return PageTable(tuple(grid), **more)


def page(*blocks: Block, rendition: Any = "html") -> Document:
    """Make a page."""
    return Document(rendition, blocks)


def cut(*lines: str, mark: str = "p>") -> list[Item]:
    """Cut lines that stand in one box each into items."""
    return cut_into_items([line(text, mark, (1, 2 + place), block=place) for place, text in enumerate(lines)], INDEX)


def said(blocks: Sequence[Block | Item]) -> list[str]:
    """Give the texts of blocks or items."""
    return [block.text for block in blocks]
