"""Labels that are whole statements: where the page makes one, and where its author has written it."""

from collections import Counter
from dataclasses import replace

import pytest
from lines import CONTEXT, INDEX, PARTNERS, WORDS, YEAR, item, table

from atlas_scraper.labelling.items import Evidence, Item
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.sentences import end_of_line, find_sentences, is_in_table, without_sentences_in_texts

SAID = Label("said", ("It is so",), is_sentence=True)
NAMES = {"year": YEAR, "context": CONTEXT, "partners": PARTNERS, "said": SAID}


def test_only_a_statement_that_reads_as_prose_is_left_out_and_only_in_a_text() -> None:
    for text, above, stays in (
        ("It is so.", CONTEXT, False),
        ("• It is so", CONTEXT, False),
        ("It is so", CONTEXT, True),
        ("It is so.", PARTNERS, True),
    ):
        items = [item(above.spellings[0]), item("x"), item(text)]
        found = {above: 0, SAID: 2}
        assert without_sentences_in_texts(items, found) == (found if stays else {above: 0})


def test_a_statement_belongs_to_the_label_above_it_on_the_page() -> None:
    other = replace(SAID, field="other")
    items = [item("x"), item("It is so."), item("x"), item("It is so.")]
    found = {CONTEXT: 2, SAID: 1, PARTNERS: 0, other: 3}
    assert without_sentences_in_texts(items, found) == {CONTEXT: 2, SAID: 1, PARTNERS: 0}


def test_a_whole_statement_is_found_with_a_full_stop_and_no_other_label_is() -> None:
    index = LabelIndex([SAID, replace(CONTEXT, spellings=("Context",))], [], [], WORDS, {})
    assert [index.find(text) for text in ("It is so.", "It is so…", "Context.")] == [SAID, None, None]


def _page(lines: str) -> tuple[list[Item], dict[Label, int], list[tuple[int, Label]]]:
    """Make lines: of labels by their names, of statements, and others.

    A plus says that a line continues the one above it, a sharp that it is a heading, a star that it has a mark of its
    own, and an at that it stands in another part of the site.
    """
    items, found, candidates = [], {}, []
    for number, text in enumerate(lines.split("|")):
        said = text.strip("+#*@")
        mark = "b>" if "*" in text else "p>"
        made = item(said, mark, is_heading="#" in text, landmark="footer" if "@" in text else "")
        made.continues = "+" in text
        made.evidence = Evidence.COLON if said == "said:" else Evidence.INSIDE if said == "said?" else Evidence.WHOLE
        if said.startswith("said"):
            candidates.append((number, SAID))
        elif said in NAMES:
            found[NAMES[said]] = number
        items.append(made)
    return items, found, candidates


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        ("partners|x|said|y", True),
        ("partners|x|said:|y", True),
        ("partners|x|said?|y", False),
        ("x|said|y", False),
        ("x|said", True),
        ("x|said|year", True),
        ("x|said|+y|year", True),
        ("context|x|said|y|year", False),
        ("context|x|said|year", True),
        ("context|x|said|+y", True),
        ("context|x|said|@y", True),
        ("context|x|said|#y", False),
        ("context|x|said|#*y", True),
        ("context|x|said|*y", False),
        ("year|2017|said|y", True),
        ("year|said|y", False),
        ("year|said|#*y", True),
        ("partners|x|year|2|context|x|said|y", False),
        ("partners|x|said|y|said", False),
    ],
)
def test_a_statement_is_the_pages_where_it_stands_apart_and_once(lines: str, is_found: bool) -> None:
    items, found, candidates = _page(lines)
    place = [number for number, _ in candidates]
    assert find_sentences(items, candidates, found) == ({SAID: place[0]} if is_found else {})


def test_a_statement_in_a_link_is_none_and_a_table_behind_one_is_no_heading() -> None:
    items, found, candidates = _page("partners|x|said")
    items[2].has_link = True
    assert find_sentences(items, candidates, found) == {}
    items, found, candidates = _page("context|x|said|y")
    items[3] = Item(table("a|b"), "a | b")
    assert find_sentences(items, candidates, found) == {}


def test_statements_are_counted_by_their_label() -> None:
    other = replace(SAID, field="other")
    items, found, candidates = _page("partners|x|said|y|said")
    candidates[1] = candidates[1][0], other
    assert Counter(find_sentences(items, candidates, found)) == {SAID: 2, other: 4}


@pytest.mark.parametrize(("lines", "end"), [("a|b", 1), ("a|+b|c", 2), ("a|+b|+c", 3), ("a", 1)])
def test_a_line_ends_before_the_first_item_that_does_not_continue_it(lines: str, end: int) -> None:
    assert end_of_line(_page(lines)[0], 0) == end


@pytest.mark.parametrize(
    ("lines", "label", "is_inside"),
    [
        ("partners|said|Name", PARTNERS, True),
        ("partners|said|+x|Name", PARTNERS, True),
        ("partners|said|x", PARTNERS, False),
        ("partners|said|Amount", PARTNERS, False),
        ("partners|said", PARTNERS, False),
        ("partners|x|said|Name", PARTNERS, False),
        ("partners|partners|said|Name", PARTNERS, True),
        ("year|said|Name", YEAR, False),
    ],
)
def test_a_statement_is_in_a_table_between_its_heading_and_the_first_name_of_a_column(
    lines: str, label: Label, is_inside: bool
) -> None:
    items, _, candidates = _page(lines)
    for each in items:
        each.label = NAMES.get(each.text)
    assert is_in_table(items, candidates[0][0], 0, label, INDEX) is is_inside


def test_a_statement_is_in_a_table_right_before_that() -> None:
    items, _, _ = _page("partners|said|y")
    items[2] = Item(table("a|b"), "a | b")
    assert is_in_table(items, 1, 0, PARTNERS, INDEX)
