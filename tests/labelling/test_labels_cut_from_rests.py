"""A line cut into the words that are marked as a label and what stands behind them."""

import pytest
from lines import said

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.label_and_rest import cut_at_label, whole_label
from atlas_scraper.labelling.marks import Counts, Marks


def _item(*runs: tuple[str, str], continues: bool = False, path: tuple[int, ...] = (1,)) -> Item:
    stretches = tuple([Run(text, mark) for text, mark in runs])
    text = "".join([run.text for run in stretches])
    return Item(Line(text, stretches, path), text, stretches, continues)


def _cut(item: Item, marks: Marks | None = None) -> tuple[str, list[str]]:
    text, rest = cut_at_label(item, marks or Marks())
    return text, said(rest)


SHARING = Marks(shares=Counts({"p>b": 1}))


def test_a_line_of_one_stretch_is_a_label_as_a_whole() -> None:
    assert _cut(_item(("Town", "p>b"))) == ("Town", [])
    assert _cut(_item(("Town: Brest", "p>b"))) == ("Town: Brest", [])


@pytest.mark.parametrize(("text", "rest"), [("Town: Brest: 2", ["Brest: 2"]), ("Town: ", []), ("Town :", [])])
def test_such_a_line_is_cut_at_its_first_colon_where_labels_of_its_mark_are(text: str, rest: list[str]) -> None:
    label, values = _cut(_item((text, "p>b")), Marks(colons=Counts({"p>b": 1})))
    assert (label.strip(), values) == ("Town", rest)
    assert _cut(_item((text, "p>b")), Marks(colons=Counts({"p>i": 1}))) == (text, [])


@pytest.mark.parametrize(
    ("behind", "rest"),
    [
        (": Brest", ["Brest"]),
        (" : Brest", ["Brest"]),
        (" Brest", ["Brest"]),
        ("* : Brest", ["Brest"]),
        (". Brest", ["Brest"]),
        (".Brest", [".Brest"]),
        (": : Brest", [": Brest"]),
        (" :", []),
        ("* :", []),
        ("- Brest", ["- Brest"]),
    ],
)
def test_what_stands_behind_the_marked_words_is_the_value_without_the_colon(behind: str, rest: list[str]) -> None:
    assert _cut(_item(("Town", "p>b"), (behind, "p>"))) == ("Town", rest)


def test_the_sign_of_a_page_is_no_part_of_the_value() -> None:
    assert _cut(_item(("Town", "p>b"), (" - Brest", "p>")), Marks(sign="-")) == ("Town", ["Brest"])


def test_stretches_marked_as_parts_of_labels_are_of_the_label() -> None:
    item = _item(("Town ", "p>b"), ("of it", "p>i"), (" Brest", "p>"))
    assert _cut(item, Marks(parts={"p>b": {"p>i"}})) == ("Town of it", ["Brest"])
    assert _cut(item) == ("Town", ["of it Brest"])


@pytest.mark.parametrize("marks", [SHARING, Marks(bare_shares=Counts({"p>b": 1}))])
def test_words_marked_further_are_of_the_label_where_no_label_shares_its_line(marks: Marks) -> None:
    item = _item(("Town ", "p>b"), ("now", "p>b>abbr"), (" Brest", "p>"))
    assert _cut(item) == ("Town now", ["Brest"])
    assert _cut(item, marks) == ("Town", ["now Brest"])


def test_blanks_between_stretches_end_no_label() -> None:
    assert _cut(_item(("Town", "p>b"), (" ", "p>"), ("now", "p>b"), (" Brest", "p>"))) == ("Town now", ["Brest"])


def test_what_goes_on_behind_a_label_of_its_line_is_cut_as_well() -> None:
    assert _cut(_item(("Town: Brest", "p>b"), continues=True), Marks(colons=Counts({"p>b": 1}))) == ("Town", ["Brest"])


KNOWN = Marks(labels=Counts({"1:div>p>": 3}), lines=Counts({"1:div>p>": 3}))
BEGUN = (("EU", "1:div>p>abbr"), (" towns", "1:div>p>"))


def test_a_line_whose_first_word_is_marked_further_is_marked_as_its_box_where_labels_are() -> None:
    whole = whole_label(_item(*BEGUN), KNOWN)
    assert (whole.text, whole.mark) == ("EU towns", "1:div>p>")


@pytest.mark.parametrize(
    ("item", "marks"),
    [
        (_item(("EU", "1:div>p>abbr")), KNOWN),
        (_item(*BEGUN, continues=True), KNOWN),
        (_item(*BEGUN, path=()), KNOWN),
        (_item(("EU", "1:div>p>abbr"), (" towns", "1:div>p>i")), KNOWN),
        (_item(("EU", "1:div>p>abbr"), (" :", "1:div>p>")), KNOWN),
        (_item(*BEGUN), Marks(lines=Counts({"1:div>p>": 3}))),
        (_item(*BEGUN), Marks(labels=Counts({"1:div>p>": 1}), lines=Counts({"1:div>p>": 9}))),
        (
            _item(*BEGUN),
            Marks(labels=Counts({"1:div>p>": 3, "1:div>p>abbr": 1}), lines=Counts({"1:div>p>": 3, "1:div>p>abbr": 1})),
        ),
    ],
)
def test_any_other_line_keeps_the_mark_of_its_first_word(item: Item, marks: Marks) -> None:
    assert whole_label(item, marks) is item


@pytest.mark.parametrize(
    ("values", "mark"),
    [
        ({}, "1:div>p>"),
        ({"1:div>p>span.a": 1}, "1:div>p>span.a>span.b"),
        ({"1:div>p>span.a>span.b": 1}, "1:div>p>span.a>span.b"),
        ({"1:div>p>span.c": 1}, "1:div>p>"),
    ],
)
def test_a_plain_element_within_that_of_a_value_says_nothing_of_a_label(values: dict[str, int], mark: str) -> None:
    marks = Marks(labels=Counts({"1:div>p>": 3}), lines=Counts({"1:div>p>": 3}), values=Counts(values), values_in_all=9)
    assert whole_label(_item(("EU", "1:div>p>span.a>span.b")), marks).mark == mark
