"""Lines that are cut where a label ends, and put together again."""

import pytest
from lines import CONTEXT, INDEX, STATE, YEAR, item, line, said, table

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.brackets import cut_behind_bracket
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.items import Evidence, Item, item_of, whole_lines


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("[Year] 2017", ["Year", "2017"]), ("(Year) : 2017", ["Year", "2017"]), ("{Year} 2017", ["Year", "2017"]),
        ("[Year]", None), ("[Year] :", None), ("[Town] 2017", None), ("[Year 2017", None), ("«Year» 2017", None),
        ("Year] 2017", None), ("[Year) 2017", None), ("[] 2017", None),
        ("[] Year] 2017", None), ("[Year]X", ["Year", "X"]),
    ],
)  # fmt: skip
def test_a_label_in_brackets_is_cut_from_its_value(text: str, parts: list[str] | None) -> None:
    cut = cut_behind_bracket(line(text), INDEX)
    assert said(cut) == (parts or [])
    if parts:
        assert [each.mark for each in cut] == ["p>", "p>:"]
        assert (cut[0].label, cut[0].evidence, cut[1].continues) == (YEAR, Evidence.COLON, True)


def test_a_label_in_brackets_may_be_marked_and_keeps_the_mark_of_its_value() -> None:
    runs = (Run(" [", "p>"), Run("State", "b>"), Run("] ", "p>"), Run("open", "i>"))
    label, value = cut_behind_bracket(Line("[State] open", runs), INDEX)
    assert (label.label, value.text, value.mark) == (STATE, "open", "i>")


@pytest.mark.parametrize(("length", "is_cut"), [(199, True), (200, False)])
def test_a_label_in_brackets_has_200_characters_at_most(length: int, is_cut: bool) -> None:
    assert bool(cut_behind_bracket(line(f"[{'Year'.ljust(length)}] 2017"), INDEX)) is is_cut


@pytest.mark.parametrize(
    ("texts", "is_behind_colon", "kept"),
    [
        ([": 2017"], False, "2017"),
        (["*", " : 2017"], False, "2017"),
        (["–", " : 2017"], False, "2017"),
        (["- : 2017"], False, "- : 2017"),
        ([" ", "- 2017"], False, "- 2017"),
        (["-", " 2017"], False, "- 2017"),
        ([":: 2017"], True, "2017"),
        (["-", " : 2017"], True, "- : 2017"),
        ([" x : y"], False, "x : y"),
    ],
)
def test_the_colon_between_a_label_and_its_value_is_part_of_neither(
    texts: list[str], is_behind_colon: bool, kept: str
) -> None:
    runs = [Run(text, "p>") for text in texts]
    assert item_of(line("x"), runs, continues=True, is_behind_colon=is_behind_colon).text == kept
    assert item_of(line("x"), runs).text == "".join(texts).strip()


def test_lines_that_were_cut_are_put_together_again() -> None:
    block = Line("Town : Brest", (Run("Town", "b>"), Run(" : Brest", "p>")))
    parts = [item_of(block, block.runs[:1]), item_of(block, block.runs[1:], continues=True)]
    other = item("Lyon", label=CONTEXT)
    assert [text for text, _ in whole_lines([*parts, other])] == ["Town : Brest", "Lyon"]
    assert [text for text, _ in whole_lines(parts[1:])] == ["Brest"]
    assert [text for text, _ in whole_lines([other, parts[1]])] == ["Lyon", "Brest"]
    assert [text for text, _ in whole_lines([*parts, Item(table("a"), "a"), item("")])] == ["Town : Brest"]
    assert [text for text, _ in whole_lines([item("a"), item(""), Item(table("b"), "b")])] == ["a"]
    assert [text for text, _ in whole_lines([item_of(block, block.runs[1:], continues=True), *parts])] == [
        "Brest",
        "Town : Brest",
    ]


def test_stretches_behind_the_first_that_goes_on_stay_with_it() -> None:
    block = Line("Town : Brest et", (Run("Town", "b>"), Run(" : Brest", "p>"), Run(" et", "i>")))
    parts = [item_of(block, [run], continues=True) for run in block.runs[1:]]
    assert [text for text, _ in whole_lines(parts)] == ["Brest et"]


def test_an_item_without_its_label_keeps_what_else_it_is() -> None:
    made = item("Year", "b>", (1, 2), YEAR)
    made.take("year")
    bare = made.without_label()
    assert (bare.label, bare.text, bare.mark, bare.fate, bare.by) == (None, "Year", "b>", "taken", "year")


def test_a_whole_line_or_the_marked_start_of_one_is_whole_and_weighs_most() -> None:
    assert [each.name for each in Evidence if each.is_whole] == ["START", "WHOLE"]
    assert [each.weight for each in Evidence] == [0, 1, 2, 2, 3, 3]


def test_an_item_gives_the_addresses_that_its_line_links_to() -> None:
    runs = (Run("a", "a>", href="/x"), Run("b", "p>"), Run("c", "a>", href="/y"))
    assert list(Item(Line("abc", runs), "abc", runs).links) == ["/x", "/y"]


@pytest.mark.parametrize(("count", "is_label"), [(1, True), (6, True), (7, False)])
def test_a_label_is_cut_into_six_stretches_at_most(count: int, is_label: bool) -> None:
    text = CONTEXT.spellings[0]
    parts = [*text[: count - 1], text[count - 1 :]]
    runs = (*(Run(part, "b>") for part in parts), Run(" words", "p>"))
    items = cut_into_items([Line(f"{text} words", runs, (1, 2))], INDEX)
    assert said(items) == ([text, "words"] if is_label else [f"{text} words"])
