"""The stages in which a page is divided: what each adds to the last, and which renditions go through it."""

import re
from typing import Any

import pytest
from lines import CONTEXT, FUNDING, HISTORY, INDEX, PARTNERS, STATE, WORDS, YEAR, item, line, page, said, table

from atlas_scraper.blocks.document import Block, Line, PageTable, Run
from atlas_scraper.labelling.division import Division, divide
from atlas_scraper.labelling.items import Evidence, Item
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.unlisted import Unlisted

_MARK = re.compile(r"^(?:[a-z0-9.]+>)*")
PAIRS = ("b>Year|2017", "b>State|open", "b>Context|Un.", "b>History|Deux.")
GRID = table("Name|Country", "Brest|France", path=(1, 5, 90))


def _blocks(*rows: str | PageTable) -> list[Block]:
    """Make rows of lines, each in a box of its own; stretches parted by `+`, each with its mark before it."""
    blocks: list[Block] = []
    for number, row in enumerate(rows):
        if isinstance(row, PageTable):
            blocks.append(row)
            continue
        for place, text in enumerate(row.split("|")):
            runs = tuple(
                Run(part[len(mark) :], mark or "p>") for part in text.split("+") for mark in _MARK.findall(part)
            )
            path = (1, 5, 10 + number, 100 + 10 * number + place)
            blocks.append(Line("".join(run.text for run in runs), runs, path, block=10 * number + place))
    return blocks


def _divided(*rows: str | PageTable, rendition: Any = "html", labels: LabelIndex = INDEX) -> Division:
    return divide(page(*_blocks(*rows), rendition=rendition), labels)


def _sections(division: Division) -> dict[str, list[str]]:
    """Give the texts below each label by its field, or by its words where nobody has listed it."""
    return {
        label.text if isinstance(label, Unlisted) else label.field: said(items)
        for label, items in division.sections.items()
    }


FIELDS = {"year": ["2017"], "state": ["open"], "context": ["Un."], "history": ["Deux."]}


def test_each_label_has_the_items_up_to_the_next_and_is_taken_by_its_section() -> None:
    division = _divided("Before", *PAIRS)
    assert (_sections(division), said(division.above)) == (FIELDS, ["Before"])
    assert [each.by for each in division.items] == ["", "year", "", "state", "", "context", "", "history", ""]
    assert said(_divided("Before", "After").above) == ["Before", "After"]


def test_captions_below_tables_are_raised_in_markdown_alone() -> None:
    for rendition, first in (("markdown", "Partners"), ("html", GRID.text), ("flat-text", GRID.text)):
        assert said(_divided(GRID, "b>Partners", rendition=rendition).items)[0] == first


def test_what_stands_above_the_breadcrumb_is_frame_in_markdown_alone() -> None:
    trail = ("Ministry", "Home > Atlas > Sheet")
    assert list(_divided(*trail, *PAIRS, rendition="markdown").frame) == ["Ministry"]
    assert list(_divided(*trail, *PAIRS).frame) == []


def test_a_heading_of_a_group_ends_a_section_unless_the_rendition_keeps_headings() -> None:
    rows = (*PAIRS[:3], "General information", PAIRS[3])
    assert _sections(_divided(*rows)) == {**FIELDS, "context": ["Un.", "General information"]}
    assert _sections(_divided(*rows, rendition="pipe-text")) == {**FIELDS, "General information": []}


def test_bullets_are_cut_off_in_html_alone() -> None:
    rows = tuple(f"div>p>• {row.removeprefix('b>').replace('|', ' : ')}" for row in PAIRS)
    assert _sections(_divided(*rows)) == FIELDS
    assert _sections(_divided(*rows, rendition="markdown")) == {}


def test_links_and_buttons_of_the_site_are_no_items_and_are_said_on_their_lines() -> None:
    blocks = _blocks(*PAIRS, GRID)
    link = Run(" Print", "a>", interactive=True)
    for place in (0, 5):
        first = blocks[place]
        assert isinstance(first, Line)
        blocks[place] = first._replace(text=f"{first.text} Print", runs=(*first.runs, link))
    division = divide(page(*blocks), INDEX)
    assert said(division.items) == ["Year", "2017", "State", "open", "Context", "Un.", "History", "Deux.", GRID.text]
    assert said(division.actions) == ["Print", "Print"]
    assert said(division.said) == [
        "Year", "Print", "2017", "State", "open", "Context", "Un.", "Print", "History", "Deux.", GRID.text
    ]  # fmt: skip


def test_an_action_on_no_line_of_an_item_is_said_last() -> None:
    items = [item("a", block=4), Item(GRID, "b"), item("c", block=5)]
    actions = [item("Print", block=4), item("Modify", block=0), item("Close", block=9)]
    division = Division(page(), INDEX, items, {}, {}, (), (), {}, (), actions=actions)
    assert said(division.said) == ["a", "Print", "b", "c", "Modify", "Close"]


def test_a_paginator_is_ignored() -> None:
    division = _divided(*PAIRS, "b>Partners", GRID, "< 1 2 >")
    assert [(each.text, each.by) for each in division.items[-1:]] == [("< 1 2 >", "paginator")]
    assert len(division.paginators) == 1
    above = _divided("< 1 2 >", "Home", *PAIRS)
    assert [each.by for each in above.items[:2]] == ["paginator", "site's own words"]


@pytest.mark.parametrize("shared", [True, False])
def test_marks_are_counted_again_by_the_names_that_labels_share(shared: bool) -> None:
    rows = [f"div.field.name{number if shared else ''}>h3>{row[2:]}" for number, row in enumerate(PAIRS)]
    assert _sections(_divided(*rows, "div.field.other>h3>Budget|12")) == (
        {**FIELDS, "Budget": ["12"]} if shared else {**FIELDS, "history": ["Deux.", "Budget", "12"]}
    )


def test_marks_are_counted_again_by_the_capitals_of_labels() -> None:
    rows = [f"p>{row[2:].partition('|')[0].upper()}|{row.partition('|')[2]}" for row in PAIRS]
    assert _sections(_divided(*rows, "p>BUDGET|12", "Une école.", "Un pont.")) == {
        **FIELDS, "BUDGET": ["12", "Une école.", "Un pont."]
    }  # fmt: skip


def test_words_beside_labels_that_are_their_values_are_cut_from_them() -> None:
    labels = LabelIndex([Label(name, (name,)) for name in ("first", "second", "third", "fourth")], [], [], WORDS)
    rows = ("h4>first+h4>small> 1", "h4>second+h4>small> 2", "h4>third+h4>small> 3", "h4>fourth|4")
    *headings, last, value = [block for block in _blocks(*rows) if isinstance(block, Line)]
    division = divide(page(*[each._replace(is_heading=True) for each in (*headings, last)], value), labels)
    assert _sections(division) == {"first": ["1"], "second": ["2"], "third": ["3"], "fourth": ["4"]}


def test_a_line_is_cut_where_the_mark_of_labels_begins_a_further_pair() -> None:
    rows = ("b>Year+p> 2017 +b>State+p> open", "b>Context+p> Un.", "b>History+p> Deux. +b>Budget+p> 12")
    assert _sections(_divided(*rows)) == {**FIELDS, "Budget": []}
    assert _sections(_divided(*rows[1:])) == {"context": ["Un."], "history": ["Deux. Budget 12"]}


def test_the_sign_of_the_page_is_left_out_of_values_and_tells_an_unlisted_label() -> None:
    rows = [row.replace("|", "+p> → ") for row in PAIRS]
    assert _sections(_divided(*rows, "b>Budget+p> → douze")) == {**FIELDS, "Budget": []}
    assert _sections(_divided(*rows, "b>Budget+p> Douze")) == {**FIELDS, "history": ["Deux.", "Budget Douze"]}


def _panes(*rows: str, label: str = "Context", **more: Any) -> dict[str, list[str]]:
    """Give the sections of a page of which one label is the heading of a box that holds the row below it."""
    blocks = _blocks(*rows)
    place = said(blocks).index(label)
    box = (1, 5, 50)
    blocks[place] = line(label, "b>", box, is_heading=True)
    blocks[place + 1] = line(blocks[place + 1].text, "p>", (*box, 51))
    return _sections(divide(page(*blocks, **more), INDEX))


def test_what_stands_behind_the_box_that_a_label_names_is_a_section_of_its_own() -> None:
    assert _panes(*PAIRS[:3], "Annexe|x", PAIRS[3]) == {**FIELDS, "Annexe": ["x"]}
    assert _panes(*PAIRS) == FIELDS
    assert _panes(*PAIRS, "Annexe|x", label="History") == {**FIELDS, "Annexe": ["x"]}


def test_an_unlisted_label_ends_what_stands_behind_a_box() -> None:
    assert _panes(*PAIRS[:3], "b>Budget|12", PAIRS[3]) == {**FIELDS, "Budget": ["12"]}
    assert _panes(*PAIRS[:2], "b>Budget|12", *PAIRS[2:], "Annexe|x", label="History") == {
        **FIELDS, "Budget": ["12"], "Annexe": ["x"]
    }  # fmt: skip


def test_a_table_stands_behind_the_box_of_its_name() -> None:
    rows = (*PAIRS, "b>Partners|x", "Annexe|y")
    assert _panes(*rows, label="Partners") == {**FIELDS, "partners": ["x", "Annexe", "y"]}


def _captions(*items: tuple[str, str]) -> list[str]:
    """Give by what each of some items below the label of a table is ignored; a mark tells those on its line."""
    blocks = _blocks(*PAIRS)
    first = Line("Partners", (Run("Partners", "b>"),), (1, 5, 60), block=60)
    for text, how in items:
        if how == "beside":
            first = first._replace(text=f"{first.text} {text}", runs=(*first.runs, Run(f" {text}", "p>")))
    blocks.append(first)
    blocks += [line(text, "p>", (1, 5, 60 + number), block=60 + number) for number, (text, how) in enumerate(items, 1)
               if how == "below"]  # fmt: skip
    division = divide(page(*blocks, GRID), INDEX)
    return [each.by for each in division.sections[PARTNERS]]


@pytest.mark.parametrize(
    ("items", "ignored"),
    [
        ([("3 rows", "beside")], ["row count", ""]),
        ([("3 rows", "below")], ["", ""]),
        ([("3 towns", "beside")], ["", ""]),
        ([("Partners", "below")], ["label once more", ""]),
        ([("Partners", "below"), ("Partners", "below")], ["label once more", "label once more", ""]),
        ([("3 rows", "beside"), ("Partners", "below")], ["row count", "label once more", ""]),
        ([("3 rows", "beside"), ("3 rows", "below")], ["row count", "", ""]),
        ([("Un.", "below"), ("Partners", "below")], ["", "label once more", ""]),
        ([("Partners : x", "below")], ["", "", ""]),
        ([], [""]),
    ],
)
def test_below_the_label_of_a_table_its_words_and_the_number_of_rows_are_ignored(
    items: list[tuple[str, str]], ignored: list[str]
) -> None:
    assert _captions(*items) == ignored


def test_long_text_keeps_its_labels_words_once_more_and_a_number_of_rows() -> None:
    division = _divided(*PAIRS[:2], "b>Context+p> 3 rows", "p>Context", "Un.", PAIRS[3])
    assert [each.by for each in division.sections[CONTEXT]] == ["", "", ""]
    assert not any(label in division.found for label in (PARTNERS, FUNDING))
    assert [division.found[label] for label in (YEAR, STATE, CONTEXT, HISTORY)] == [0, 2, 4, 8]
    assert division.items[4].evidence is Evidence.START
