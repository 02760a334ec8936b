"""A divided page handed out: what stands behind a section, and what becomes of that which no section takes."""

from dataclasses import replace

import pytest
from lines import CONTEXT, HISTORY, INDEX, PARTNERS, STATE, YEAR, item, line, page, table

from atlas_scraper.blocks.document import Document, PageTable
from atlas_scraper.labelling.division import Division
from atlas_scraper.labelling.items import Fate, Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.paginator import Paginator
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.labelling.unlisted import Unlisted
from atlas_scraper.record.issues import IssueCode

Sections = dict[Label | Unlisted, list[Item]]


def _division(sections: Sections, headings: dict[Unlisted, Item] | None = None, *, text: str = "html") -> Division:
    """Divide a page by hand: each label with what stands below it; a heading is a line of its own."""
    items: list[Item] = []
    found = {}
    told: Sections = {}
    for section, below in sections.items():
        if isinstance(section, Label):
            found[section] = len(items)
            told[section] = below
            items += [item(section.spellings[0], label=section), *below]
        else:
            told[replace(section, start=len(items))] = below
            items += [(headings or {}).get(section) or item(section.text), *below]
    document = page(*(each.block for each in items), rendition=text)
    return Division(document, INDEX, items, found, told, [], [], {}, [])


def _closed(division: Division) -> SectionReader:
    reader = SectionReader(division)
    reader.close()
    return reader


def _unlisted(text: str, *values: str) -> Unlisted:
    return Unlisted(0, text, [item(value) for value in values])


@pytest.mark.parametrize(
    ("sections", "is_cut"),
    [
        ([YEAR, "Budget", STATE], True),
        ([YEAR, STATE, "Budget"], False),
        (["Budget", YEAR, STATE], False),
        (["Budget", YEAR], False),
        ([STATE, "Budget"], False),
    ],
)
def test_a_section_is_cut_short_where_an_unlisted_label_is_right_behind_it(
    sections: list[Label | str], is_cut: bool
) -> None:
    made = {(_unlisted(each) if isinstance(each, str) else each): [item("x")] for each in sections}
    assert SectionReader(_division(made)).is_cut_short(YEAR) is is_cut


def test_the_headings_right_behind_a_section_are_given_with_what_nobody_took_below_them() -> None:
    taken = item("y")
    taken.take("year")
    one, two, three = _unlisted("One"), _unlisted("Two"), _unlisted("Three")
    headings = {each: item(each.text, is_heading=2) for each in (one, two, three)}
    made: Sections = {YEAR: [item("2017")], one: [item("x"), taken], two: [], STATE: [], three: []}
    reader = SectionReader(_division(made, headings))
    assert [(head.text, [each.text for each in left]) for head, left in reader.headings_behind(YEAR)] == [
        ("One", ["x"]),
        ("Two", []),
    ]
    assert [head.text for head, _ in reader.headings_behind(STATE)] == ["Three"]
    assert [*reader.headings_behind(PARTNERS)] == []


def test_no_headings_are_behind_a_line_that_is_none_a_table_or_a_label_with_a_value() -> None:
    for first in (item("One"), Item(table("One"), "One")):
        one, two = _unlisted("One"), _unlisted("Two")
        made: Sections = {YEAR: [], one: [], two: []}
        reader = SectionReader(_division(made, {one: first, two: item("Two", is_heading=2)}))
        assert [*reader.headings_behind(YEAR)] == []
    valued = _unlisted("One", "x")
    reader = SectionReader(_division({YEAR: [], valued: []}, {valued: item("One", is_heading=2)}))
    assert [*reader.headings_behind(YEAR)] == []


def test_a_page_has_an_address_and_the_words_of_its_site() -> None:
    division = replace(_division({YEAR: []}), document=Document("html", (), base="/base/"))
    reader = SectionReader(division, "https://site.example.org/page")
    assert (reader.base, reader.address) == ("https://site.example.org/base/", "https://site.example.org/page")
    assert reader.words is INDEX.words
    assert (reader.is_column("Name"), reader.is_column("Year")) == (True, False)


@pytest.mark.parametrize(("cells", "is_empty"), [(("Year", ""), True), (("Year", "2017"), False), (("Year",), False)])
def test_an_empty_cell_beside_a_label_is_told(cells: tuple[str, ...], is_empty: bool) -> None:
    grid = table("|".join(cells), path=(1,))
    label = line("Year", "td>", (1, 2))
    row = (grid.rows[0][0]._replace(blocks=(label,)), *grid.rows[0][1:])
    division = _division({YEAR: []})
    items = [Item(label, "Year", label.runs, label=YEAR)]
    division = replace(division, document=page(PageTable((row,), (1,))), items=items)
    reader = SectionReader(division)
    assert reader.has_empty_cell_beside(YEAR) is is_empty
    assert not reader.has_empty_cell_beside(STATE)


@pytest.mark.parametrize("link", ["1", "2"])
def test_the_paginators_below_a_label_are_those_that_begin_there(link: str) -> None:
    own, other = item("1"), item("2")
    division = replace(
        _division({PARTNERS: [item("x"), own], YEAR: [other]}),
        paginators=[Paginator([own, other], 2, []), Paginator([other], 3, [])],
    )
    label = PARTNERS if link == "1" else YEAR
    assert [each.pages for each in SectionReader(division).paginators_of(label)] == [2 if link == "1" else 3]
    assert SectionReader(division).paginators_of(STATE) == []


HEADER = "Name of the payer|Amount"


@pytest.mark.parametrize(
    ("section", "tables", "pages", "said"),
    [
        (YEAR, [HEADER], 3, [("year", "one of 3 pages of a table that stays unread")]),
        (YEAR, ["x|y", HEADER], 2, [("year", "one of 2 pages of a table that stays unread")]),
        ("Other", [HEADER], 2, [("page", "one of 2 pages of a table that stays unread")]),
        (YEAR, [HEADER], 1, []),
        (YEAR, ["x|y"], 3, []),
        (YEAR, [], 3, []),
        (PARTNERS, [HEADER], 3, []),
    ],
)
def test_further_pages_of_a_table_that_stays_unread_are_told(
    section: Label | str, tables: list[str], pages: int, said: list[tuple[str, str]]
) -> None:
    step = item("1 2")
    below = [*(Item(found := table(rows, "a|b"), found.text) for rows in tables), step]
    made: Sections = {_unlisted(section) if isinstance(section, str) else section: below, STATE: [item("x")]}
    division = replace(_division(made), paginators=[Paginator([step], pages, [])])
    issues = _closed(division).issues
    assert [(each.section, each.detail) for each in issues if each.code is IssueCode.MISSING_ROWS] == said


def test_what_no_section_takes_is_kept_with_its_place_and_is_unread() -> None:
    above, left, taken, beside = item("Top"), item("2017"), item("2018"), item("Year", label=YEAR)
    taken.take("year")
    beside.beside = "in short"
    found = table("a|b")
    below = [left, taken, Item(found, found.text), item("more")]
    division = _division({YEAR: below, STATE: []})
    division = replace(division, above=[above], hidden=["unseen"], items=[beside, *division.items[1:]])
    reader = _closed(division)
    assert [(each.label, each.text) for each in reader.unread] == [
        (None, "Top"),
        (None, "in short"),
        (None, "2017\na | b\nmore"),
        (None, "unseen"),
    ]
    assert [each.section for each in reader.issues] == ["page", "year", "year", "page"]
    assert {each.fate for each in (above, *below)} == {Fate.UNREAD, Fate.TAKEN}


def test_signs_beside_a_label_say_nothing() -> None:
    division = _division({YEAR: []})
    division.items[0].beside = " * "
    assert _closed(division).unread == []


@pytest.mark.parametrize(
    ("text", "rendition", "is_heading", "values", "kept"),
    [
        ("Budget", "html", 0, ["12"], ("Budget", "12\nx")),
        ("Budget", "html", 0, [], ("Budget", "x")),
        ("General information", "html", 0, [], None),
        ("General information", "markdown", 2, [], None),
        ("General information", "markdown", 0, [], ("General information", "General information")),
        ("General information", "html", 0, ["12"], ("General information", "12")),
        ("Budget", "html", 2, [], ("Budget", "Budget")),
    ],
)
def test_an_unlisted_label_is_kept_unless_it_is_the_heading_of_a_group(
    text: str, rendition: str, is_heading: int, values: list[str], kept: tuple[str, str] | None
) -> None:
    section = _unlisted(text, *values)
    below = [item("x")] if kept and kept[1].endswith("x") else []
    heading = item(text, is_heading=is_heading)
    division = _division({YEAR: [], section: below}, {section: heading}, text=rendition)
    reader = _closed(division)
    assert [(each.label, each.text) for each in reader.unread] == ([kept] if kept else [])
    assert [each.section for each in reader.issues] == ["page"] * len(reader.unread)
    assert (heading.fate, heading.by) == ((Fate.UNREAD, "") if kept else (Fate.IGNORED, "group heading"))
    assert all(each.fate is Fate.UNREAD for each in below)


def test_what_stands_below_a_heading_that_a_section_took_is_kept_without_a_label() -> None:
    section, below = _unlisted("Budget"), [item("x")]
    heading = item("Budget")
    heading.take("year")
    reader = _closed(_division({YEAR: [], section: below}, {section: heading}))
    assert [(each.label, each.text) for each in reader.unread] == [(None, "x")]
    assert [each.section for each in reader.issues] == ["page"]


def test_labels_in_doubt_and_pairs_in_prose_are_told_with_60_letters_of_what_stands_there() -> None:
    long = "x" * 61
    division = _division({CONTEXT: [item(long), item("y")], HISTORY: []})
    division = replace(division, doubtful={CONTEXT: [0, 1, 3]}, pairs_in_prose=[(CONTEXT, 1, 0), (CONTEXT, 2, 3)])
    said = [each.detail for each in _closed(division).issues if each.code is IssueCode.AMBIGUOUS_LABEL]
    assert sorted(said) == sorted(
        [
            f"'Context' stands 3 times, before '{'x' * 60}', 'y'; the last one was taken",
            f"'{'x' * 60}' was read as text, and may be a label with its value",
            "'y' was read as text, and may be a label with its value, as 3 more",
        ]
    )
