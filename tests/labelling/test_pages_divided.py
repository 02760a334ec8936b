"""A page made by hand, divided and handed out: what is a value, what an unlisted label, what the site's frame."""

from typing import Any

import pytest
from lines import CONTEXT, HISTORY, INDEX, PARTNERS, STATE, YEAR, item, line, page, table

from atlas_scraper.blocks.document import SECTION_FOOTER, STRUCK, Block, Line, PageTable, Run
from atlas_scraper.labelling.division import divide
from atlas_scraper.labelling.frame import ignore_frame, is_data
from atlas_scraper.labelling.hidden import sort_hidden
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.marks import Marks
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode

PAIRS = (("Year", "2017"), ("State", "open"), ("Context", "Un."), ("History", "Deux."))


def _pairs(*pairs: tuple[str, str], mark: str = "b>i") -> list[Block]:
    """Write pairs, each a label and its values in a row of the content."""
    lines: list[Block] = []
    for number, (label, values) in enumerate(pairs):
        lines.append(line(label, mark, (1, 5, 10 + number, 100 + 10 * number), block=10 * number))
        lines += [
            line(value, "p>", (1, 5, 10 + number, 101 + 10 * number + place), block=10 * number + place + 1)
            for place, value in enumerate(values.split("|"))
            if value
        ]
    return lines


def _read(*blocks: Block, rendition: Any = "html") -> SectionReader:
    return SectionReader(divide(page(*blocks, rendition=rendition), INDEX))


def _unread(reader: SectionReader) -> list[tuple[str | None, str]]:
    reader.close()
    return [(each.label, each.text) for each in reader.unread]


def test_each_label_has_what_stands_below_it_up_to_the_next() -> None:
    reader = _read(*_pairs(*PAIRS))
    assert [reader.take_value(label) for label in (YEAR, STATE)] == ["2017", "open"]
    assert [reader.take_paragraphs(label) for label in (CONTEXT, HISTORY)] == [["Un."], ["Deux."]]
    assert _unread(reader) == []
    assert (reader.heading(YEAR), reader.has(PARTNERS), reader.heading(PARTNERS)) == ("Year", False, "")
    assert (reader.place(STATE), reader.place(PARTNERS)) == (2, 8)


def test_an_unlisted_label_marked_as_the_others_keeps_its_value_apart() -> None:
    reader = _read(*_pairs(*PAIRS[:3], ("Budget", "12"), PAIRS[3]))
    assert reader.take_paragraphs(CONTEXT) == ["Un."]
    assert ("Budget", "12") in _unread(reader)


def test_a_lone_dash_is_an_empty_value_and_the_lines_of_one_block_are_one() -> None:
    blocks = _pairs(("Year", "-"), ("State", "in|part"), PAIRS[2], PAIRS[3])
    blocks[4] = line("part", "p>", (1, 5, 11, 111), block=11)
    reader = _read(*blocks)
    assert (reader.take_value(YEAR), reader.take_value(STATE)) == (None, "in part")


def test_a_line_below_a_value_of_its_kind_is_something_else() -> None:
    blocks = _pairs(("Year", "2017|of it"), *PAIRS[1:])
    blocks[2] = line("of it", "p>", (1, 5, 10, 101), block=1)
    reader = _read(*blocks)
    assert reader.take_value(YEAR) == "2017"
    assert (None, "of it") in _unread(reader)


@pytest.mark.parametrize(("rendition", "value"), [("html", "soon"), ("flat-text", None)])
def test_a_value_that_does_not_fit_is_left_in_text_where_more_follows(rendition: str, value: str | None) -> None:
    reader = _read(*_pairs(("Year", "soon|then"), *PAIRS[1:]), rendition=rendition)
    assert reader.take_value(YEAR) == value


def test_a_value_that_cannot_be_read_becomes_an_issue() -> None:
    reader = _read(*_pairs(("Year", "soon"), *PAIRS[1:]))
    assert reader.take_typed(YEAR, lambda text: int(text) if text.isdigit() else None) is None
    assert [(each.code, each.section, each.detail) for each in reader.issues] == [
        (IssueCode.UNREADABLE_VALUE, "year", "soon")
    ]
    other = _read(*_pairs(*PAIRS))
    assert other.take_typed(YEAR, int) == 2017
    assert other.take_typed(PARTNERS, int) is None


def test_issues_and_unread_texts_come_in_the_pages_order() -> None:
    reader = _read(*_pairs(*PAIRS))
    for section, place in (("state", None), ("year", None), ("nowhere", None), ("page", 1)):
        reader.issue(IssueCode.UNREADABLE_VALUE, section, "x", place=place)
    assert [each.section for each in reader.issues] == ["year", "page", "state", "nowhere"]
    reader.keep_unread("b", "2", "page", IssueCode.UNREAD_TEXT, place=5)
    reader.keep_unread(None, "1", "page", IssueCode.UNREAD_TEXT, place=4)
    assert [(each.label, each.text) for each in reader.unread] == [(None, "1"), ("b", "2")]
    assert [each.detail for each in reader.issues if each.code is IssueCode.UNREAD_TEXT] == ["1", "b: 2"]


def test_a_heading_that_says_a_value_once_more_is_the_values() -> None:
    reader = _read(line("2017", "h1>", (1, 5, 6)), line("2018", "h1>", (1, 5, 7)), *_pairs(*PAIRS))
    reader.take_once_more(YEAR, "2017")
    assert [each.by for each in reader.items[:2]] == ["year", ""]


def test_a_doubt_says_how_often_a_label_stands_and_before_what() -> None:
    texts = ["Context", "a", "History", "b", "History", "c", "History"]
    reader = _read(*[line(text) for text in texts], rendition="flat-text")
    reader.close()
    (detail,) = [each.detail for each in reader.issues if each.code is IssueCode.AMBIGUOUS_LABEL]
    assert detail == "'History' stands 3 times, before 'b', 'c'; the last one was taken"


def test_a_footer_within_the_content_is_no_paragraph() -> None:
    blocks = [*_pairs(*PAIRS[:3]), line("foot", "p>", (1, 5, 12, 130), landmark=SECTION_FOOTER), *_pairs(PAIRS[3])]
    assert _read(*blocks).take_paragraphs(CONTEXT) == ["Un."]


def test_the_choice_that_is_made_is_the_value_and_of_two_neither() -> None:
    for values, value, left in (("☑ open|☐ shut", "open", 0), ("☑ open|☑ shut", None, 2), ("☐ open|☐ shut", None, 0)):
        reader = _read(*_pairs(PAIRS[0], ("State", values), *PAIRS[2:]))
        assert (reader.take_value(STATE), len(reader.items_of(STATE))) == (value, left)


@pytest.mark.parametrize(
    ("steps", "is_trail"),
    [
        (["Home > Atlas > Sheet"], True),
        (["Home > Atlas"], False),
        (["Home", "Atlas", "Sheet"], True),
        (["Home"], False),
    ],
)
def test_what_stands_above_a_breadcrumb_of_three_steps_is_frame_where_there_are_no_boxes(
    steps: list[str], is_trail: bool
) -> None:
    items = [item(text) for text in ("Ministry", "Town hall", *steps, "Year", "2017")]
    items[-2].label = YEAR
    texts = ignore_frame(items, [len(items) - 2], INDEX, Marks(), has_boxes=False)
    assert texts == (["Ministry", "Town hall"] if is_trail else [])


def _framed(*around: Line | PageTable, above: bool = True) -> tuple[list[str], list[str]]:
    """Give the texts ignored as frame of a page with something around its content, and all that is ignored of it."""
    blocks = _pairs(*PAIRS)
    found: dict[Label, int] = {}
    made = [
        Item(block, block.text, getattr(block, "runs", ()))
        for block in ((*around, *blocks) if above else (*blocks, *around))
    ]
    for number, each in enumerate(made):
        each.label = INDEX.find(each.text)
        if each.label and each.block.path[:2] == (1, 5):
            found[each.label] = number
    texts = ignore_frame(made, found.values(), INDEX, Marks())
    return texts, [each.text for each in made if each.fate is not None]


@pytest.mark.parametrize(
    ("block", "is_frame", "is_ignored"),
    [
        (line("Ministry", path=(1, 3)), True, True),
        (line("Ministry", path=(1, 5, 6)), False, False),
        (line("Ministry", path=(1, 5, 6), landmark="banner"), True, True),
        (line("foot", path=(1, 5, 6), landmark=SECTION_FOOTER), False, False),
        (line("Home", path=(1, 3)), False, True),
        (line("Home > Atlas", path=(1, 5, 6)), False, True),
        (line("No information", path=(1, 3)), False, True),
        (line("No information", path=(1, 5, 6)), False, True),
        (line("Choose one", path=(1, 5, 6), is_value=True), False, True),
        (line("Choose one", path=(1, 5, 6)), False, False),
        (line("General information", path=(1, 5, 6), is_heading=True), False, True),
        (line("General aim", path=(1, 5, 6), is_heading=True), False, False),
        (line("Print", path=(1, 5, 6), is_heading=True), False, True),
        (line("Embassy", path=(1, 5, 6), is_heading=True), False, True),
        (table("a|b", "c|d", path=(1, 3)), False, False),
        (table("a|b", path=(1, 3)), True, True),
        (table("Home|Atlas", "Print|", path=(1, 3)), False, True),
    ],
)  # fmt: skip
def test_around_the_content_only_what_reads_as_data_is_kept(
    block: Line | PageTable, is_frame: bool, is_ignored: bool
) -> None:
    texts, ignored = _framed(block)
    assert ((block.text in texts), (block.text in ignored)) == (is_frame, is_ignored)


def test_a_label_outside_the_content_is_frame_unless_it_has_a_value() -> None:
    assert _framed(line("Partners", path=(1, 3, 40)), line("State", path=(1, 3, 41)))[1] == ["Partners", "State"]
    texts, ignored = _framed(line("Partners", path=(1, 3, 40)), line("Brest", path=(1, 3, 41)))
    assert (texts, ignored) == ([], [])


@pytest.mark.parametrize(
    ("rows", "reads_as_data"),
    [(["a|b", "c|d"], True), (["a|b"], False), (["a", "b"], False), (["a|b", "|"], False), (["a|b", "c"], True)],
)
def test_a_table_of_two_rows_and_two_columns_reads_as_data(rows: list[str], reads_as_data: bool) -> None:
    assert is_data(table(*rows)) is reads_as_data


@pytest.mark.parametrize(("of_several", "reads_as_data"), [(1, True), (2, False)])
def test_most_cells_of_data_hold_a_line_at_most(of_several: int, reads_as_data: bool) -> None:
    rows = [list(row) for row in table("a|b", "c|d").rows]
    for place in range(of_several):
        rows[place][0] = rows[place][0]._replace(blocks=(line("a"), line("a")))
    assert is_data(PageTable(tuple(map(tuple, rows)))) is reads_as_data


@pytest.mark.parametrize(
    ("text", "path", "is_inside", "is_around"),
    [
        ("An older value", (1, 5, 90), True, False),
        ("An older value", (1, 3), False, True),
        ("icon", (1, 5, 90), False, True),
        ("Home", (1, 5, 90), False, False),
        ("Year", (1, 5, 90), False, False),
        ("Country", (1, 5, 90), False, False),
        ("No information", (1, 5, 90), False, False),
        ("Un.", (1, 5, 90), False, False),
        ("Deux fois douze", (1, 5, 90), False, False),
        ("Deux", (1, 5, 90), False, True),
        (" - ", (1, 5, 90), False, False),
        ("deux fois dou", (1, 5, 90), True, False),
        ("deux fois douz", (1, 5, 90), False, False),
        ("a cell", (1, 5, 90), False, False),
        ("13 Mars", (1, 5, 90), True, False),
        ("Un. Les deux fois", (1, 5, 90), False, False),
    ],
)
def test_a_hidden_text_is_the_contents_or_the_frames_unless_the_page_shows_it(
    text: str, path: tuple[int, ...], is_inside: bool, is_around: bool
) -> None:
    labels = [item("Year", "b>", (1, 5, 10), YEAR), item("State", "b>", (1, 5, 11), STATE)]
    items = [*labels, item("Un.", path=(1, 5, 12)), item("Les deux fois douze mois", path=(1, 5, 13))]
    items.append(Item(table("a cell|b"), "a cell | b"))
    hidden = Line(text, (), path)
    inside, around = sort_hidden([hidden], items, [0, 1], INDEX)
    assert (bool(inside), bool(around)) == (is_inside, is_around)
    assert sort_hidden([], items, [0, 1], INDEX) == sort_hidden([hidden], items, [], INDEX) == ([], [])


def test_a_hidden_word_that_is_struck_out_is_the_contents_and_one_in_a_landmark_is_not() -> None:
    items = [item("Year", "b>", (1, 5, 10), YEAR), item("State", "b>", (1, 5, 11), STATE)]
    struck = Line("older", (Run("older", STRUCK),), (1, 5, 90))
    assert sort_hidden([struck], items, [0, 1], INDEX) == (["older"], [])
    assert sort_hidden([struck._replace(landmark="menu")], items, [0, 1], INDEX) == ([], ["older"])
