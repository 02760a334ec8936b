"""Captions and header rows over tables of pairs: headings of the group, and no part of what stands around them."""

import pytest
from fragments import page, read
from lines import INDEX, YEAR, item, line, table

from atlas_scraper import Partnership, parse
from atlas_scraper.blocks.document import Cell, Line, PageTable
from atlas_scraper.labelling.heads_of_pairs import HEAD_OF_PAIRS, caption_as_heading, part_head
from atlas_scraper.labelling.items import Item

ROLE = "Correspondant coopération décentralisée"
OPENINGS = [
    "<caption>{0}</caption>",
    "<thead><tr><th>{0}</th><th>Valeur</th></tr></thead>",
    "<tr><th>{0}</th><th>Valeur</th></tr>",
    "<tr><th colspan=2>{0}</th></tr>",
]
PAIRS = ["<tr><th>{}</th><td>{}</td></tr>", "<tr><td>{}</td><td>{}</td></tr>"]


def _table(opening: str, pair: str, *pairs: tuple[str, str]) -> str:
    return f"<table>{opening}{''.join(pair.format(*both) for both in pairs)}</table>"


def _with_text_above(opening: str, pair: str) -> Partnership:
    pairs = (
        ("Description détaillée du partenariat", "Un forage."),
        ("Votre partenariat prend la forme d'un(e)", "Jumelage"),
    )
    return read("<h3>Contexte</h3><p>Un puits.</p>" + _table(opening, pair, *pairs))


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("opening", OPENINGS)
def test_the_heading_of_a_table_of_pairs_is_no_end_of_the_text_above(opening: str, pair: str) -> None:
    record = _with_text_above(opening.format("Repères"), pair)
    assert (record.context, record.description, record.form) == (["Un puits."], ["Un forage."], "Jumelage")
    assert [each.text for each in record.unread] == ["Repères"]


@pytest.mark.parametrize("opening", OPENINGS)
def test_such_a_heading_in_words_of_the_site_is_ignored(opening: str) -> None:
    record = _with_text_above(opening.format("Rubrique"), PAIRS[0])
    assert (record.context, record.unread) == (["Un puits."], [])


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("opening", OPENINGS)
def test_the_heading_of_a_table_with_a_contact_of_the_post_is_no_contact(opening: str, pair: str) -> None:
    table = _table(opening.format("Repères"), pair, (ROLE, "Ana DE LA TOUR"), ("Courriel", "a[at]example.org"))
    record = parse(page(above=f"<h3>Contacts dans le poste diplomatique</h3>{table}").encode())
    assert record.post is not None
    assert [(each.role, each.name) for each in record.post.contacts] == [(ROLE, "Ana DE LA TOUR")]
    assert [each.text for each in record.unread] == ["Repères"]


@pytest.mark.parametrize("pair", PAIRS)
def test_so_it_is_where_a_table_holds_one_pair(pair: str) -> None:
    caption = OPENINGS[0].format("Repères")
    whole = _table("", pair, (ROLE, "Ana DE LA TOUR"), ("Courriel", "a[at]example.org"))
    lone = _table(caption, pair, ("Courriel", ""))
    record = parse(page(above=f"<h3>Contacts dans le poste diplomatique</h3>{whole}{lone}").encode())
    assert record.post is not None
    assert [each.name for each in record.post.contacts] == ["Ana DE LA TOUR"]
    assert [each.text for each in record.unread] == ["Repères"]


def _headed(*rows: str) -> PageTable:
    """Make a table of pairs; a star says that a cell is a header."""
    grid = [
        tuple(Cell(text.strip("*"), (line(text.strip("*"), "td>"),), is_header="*" in text) for text in row.split("|"))
        for row in rows
    ]
    return PageTable(tuple(grid))


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        (["*Field|*Value", "Year|2017"], ["Field", "Value"]),
        (["*Field|*Value", "*Year|2017", "*State|open"], ["Field", "Value"]),
        (["*Field|*Value|*Note", "Year|2017|x"], ["Field", "Value", "Note"]),
        (["*Field|*Value"], []),
        (["*Field|Value", "Year|2017"], []),
        (["*Field|*", "Year|2017"], []),
        (["*Field|*Value", "Budget|2017"], []),
        (["*Field|*Value", "*Year|*2017"], []),
        (["*Field", "Year"], []),
        (["*Field|*Value", "Year"], []),
        (["*Field|*Value", "Year|State"], []),
        (["*State|*Value", "Year|2017"], []),
        (["*Field|*State", "Year|2017"], []),
    ],
)
def test_a_row_of_headers_that_no_one_knows_above_a_label_with_its_value_heads_the_pairs(
    rows: list[str], heads: list[str]
) -> None:
    made = _headed(*rows)
    found, rest = part_head(made, INDEX)
    assert [block.text for block in found] == heads
    assert rest.rows == (made.rows[1:] if heads else made.rows)
    lines = [block for block in found if isinstance(block, Line)]
    assert all(each.is_heading and [run.mark for run in each.runs] == [HEAD_OF_PAIRS] for each in lines)


def test_an_empty_row_below_heads_no_pairs_and_a_head_that_spans_is_one() -> None:
    made = _headed("*Field|*Value", "Year|2017")
    assert part_head(made._replace(rows=(made.rows[0], ())), INDEX)[0] == ()
    wide = made.rows[0][0]
    assert [block.text for block in part_head(made._replace(rows=((wide, wide), made.rows[1])), INDEX)[0]] == ["Field"]


def _captions(*paths: tuple[int, ...], label: int = -1, taken: int = -1, path: tuple[int, ...] = (1, 2)) -> list[bool]:
    """Tell which of some lines become headings of a table in a box."""
    items = [item(f"line {number}", path=each) for number, each in enumerate(paths)]
    for number, each in enumerate(items):
        each.label = YEAR if number == label else None
        if number == taken:
            each.take("year")
    caption_as_heading(items, table("Year|2017", path=path))
    return [each.mark == HEAD_OF_PAIRS and each.line is not None and each.line.is_heading > 0 for each in items]


def test_the_last_lines_in_a_table_of_pairs_but_in_none_of_its_cells_are_its_heading() -> None:
    inside, outside = (1, 2, 3), (1, 4, 5)
    assert _captions(outside, inside, inside) == [False, True, True]
    assert _captions(inside, outside, inside) == [False, False, True]
    assert _captions(inside, (1, 2)) == [False, False]
    assert _captions(inside, inside, label=1) == [False, False]
    assert _captions(inside, inside, taken=0) == [False, True]
    assert _captions(inside, path=()) == [False]


def test_boxes_have_no_caption_and_a_table_is_none() -> None:
    items = [item("x", path=(1, 2, 3))]
    caption_as_heading(items, table("Year|2017", path=(1, 2), is_boxes=True))
    assert items[0].mark != HEAD_OF_PAIRS
    inner = table("a|b", path=(1, 2, 3))
    items = [item("x", path=(1, 2, 3)), Item(inner, inner.text)]
    caption_as_heading(items, table("Year|2017", path=(1, 2)))
    assert items[0].mark != HEAD_OF_PAIRS
