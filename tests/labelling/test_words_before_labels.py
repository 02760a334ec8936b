"""What a page writes before its labels in an element of its own: the page's words, or numbers that count labels."""

import pytest
from lines import INDEX, line, page, said, table

from atlas_scraper.blocks.document import Block, Line, Run
from atlas_scraper.labelling.before_labels import without_words_before
from atlas_scraper.labelling.cutting import cut_into_items

LABELS = ("Year", "State", "Aim", "Context")
BOX = (1, 2)


def _line(before: str, text: str, mark: str = "p>i", path: tuple[int, ...] = BOX) -> Line:
    return Line(f"{before} {text}", (Run(f"{before} ", mark), Run(text, "p>b")), path)


def _bare(*blocks: Block) -> tuple[list[str], list[str]]:
    """Give what a page says without what stands before its labels, and that."""
    items = cut_into_items(blocks, INDEX)
    labelled = [number for number, item in enumerate(items) if item.label is not None]
    read = without_words_before(page(*blocks), items, labelled, INDEX)
    return said(read.blocks), said(read.hidden)


def _with(word: str = "icon", *labels: str) -> list[Block]:
    return [_line(word, label) for label in labels or LABELS]


def test_the_same_word_before_four_labels_is_left_out_and_said_to_be_hidden() -> None:
    assert _bare(*_with()) == ([*LABELS], ["icon"])
    three = _with("icon", *LABELS[:3])
    assert _bare(*three, _line("icon", "Year")) == ([*said(three), "icon Year"], [])


def test_where_it_stood_is_said_with_it() -> None:
    blocks = _with()
    read = without_words_before(
        page(*blocks), items := cut_into_items(blocks, INDEX), [*range(len(items))][1::2], INDEX
    )
    assert [(each.text, each.landmark) for each in read.hidden] == [("icon", "before most labels")]


@pytest.mark.parametrize(("letters", "is_left_out"), [(24, True), (25, False)])
def test_it_has_24_letters_at_most(letters: int, is_left_out: bool) -> None:
    assert bool(_bare(*_with("x" * letters))[1]) is is_left_out


@pytest.mark.parametrize("word", ["Icon", "No information", "name", "12"])
def test_words_of_an_author_or_of_a_table_stay(word: str) -> None:
    assert _bare(*_with(word.lower() if word != "Icon" else word))[1] == []


def test_words_in_no_box_stay() -> None:
    blocks = [_line("icon", label, path=()) for label in LABELS]
    assert _bare(*blocks) == (said(blocks), [])


def test_words_that_are_marked_in_two_ways_are_not_the_same() -> None:
    blocks = [_line("icon", label, f"p>{'iu'[place % 2]}") for place, label in enumerate(LABELS)]
    assert _bare(*blocks) == (said(blocks), [])


def test_it_is_left_out_before_any_words_where_it_is_marked_so_and_elsewhere_before_labels_alone() -> None:
    assert _bare(*_with(), _line("icon", "Town"))[0] == [*LABELS, "Town"]
    assert _bare(*_with(), _line("icon", "Town", "div>i"))[0] == [*LABELS, "icon Town"]
    assert _bare(*_with(), _line("icon", "Partners", "div>i"))[0] == [*LABELS, "Partners"]
    assert _bare(*_with(), _line("icon", "Partners", "div>u"))[0] == [*LABELS, "icon Partners"]
    assert _bare(*_with(), _line("other", "Partners"))[0] == [*LABELS, "other Partners"]


def test_a_line_that_says_nothing_else_stays() -> None:
    assert _bare(*_with(), Line("icon", (Run("icon", "p>i"),), BOX))[0] == [*LABELS, "icon"]


def test_blank_stretches_before_it_are_left_out_with_it() -> None:
    begun = Line("icon Town", (Run(" ", "p>"), Run("icon ", "p>i"), Run("Town", "p>b")), BOX)
    assert _bare(*_with(), begun)[0] == [*LABELS, "Town"]


def test_it_is_left_out_in_the_cells_of_tables() -> None:
    cell = table("icon Town").rows[0][0]._replace(blocks=(_line("icon", "Town"),))
    assert _bare(*_with(), table("x")._replace(rows=((cell,),)))[0] == [*LABELS, "Town"]
    cell = table("a icon Town").rows[0][0]._replace(blocks=(line("a"), _line("icon", "Town")))
    assert _bare(*_with(), table("x")._replace(rows=((cell,),)))[0] == [*LABELS, "a Town"]


def _counted(*numbers: str, labels: tuple[str, ...] = LABELS) -> tuple[list[str], list[str]]:
    return _bare(*[_line(number, label) for number, label in zip(numbers, labels, strict=True)])


def test_a_number_so_marked_becomes_part_of_what_it_counts() -> None:
    counted = [_line(f"Q{place}", label) for place, label in enumerate(LABELS)]
    blocks = [*counted, _line("2.", "Town"), _line("Q9", "Town")]
    items = cut_into_items(blocks, INDEX)
    labelled = [number for number, item in enumerate(items) if item.label is not None]
    read = without_words_before(page(*blocks), items, labelled, INDEX)
    assert [each.runs[0].text for each in read.blocks[-2:] if isinstance(each, Line)] == ["2. Town", "Q9 Town"]
    assert [each.text for each in read.hidden] == ["Q0", "Q1", "Q2", "Q3"]


def test_counts_that_no_heading_begins_with_are_left_out_before_labels_and_said() -> None:
    assert _counted("Q1", "Q2", "Q3", "4/9") == ([*LABELS], ["4/9", "Q1", "Q2", "Q3"])


def test_such_counts_are_left_out_in_the_cells_of_tables() -> None:
    counted = [_line(f"Q{place}", label) for place, label in enumerate(LABELS)]
    cell = table("Q9 Partners").rows[0][0]._replace(blocks=(_line("Q9", "Partners"),))
    assert _bare(*counted, table("x")._replace(rows=((cell,),)))[0] == [*LABELS, "Partners"]
    cell = table("a Q9 Partners").rows[0][0]._replace(blocks=(line("a" * 25), _line("Q9", "Partners")))
    assert _bare(*counted, table("x")._replace(rows=((cell,),)))[0] == [*LABELS, f"{'a' * 25} Partners"]


def test_what_stands_behind_the_counted_words_stays() -> None:
    counted = [_line(f"Q{place}", label) for place, label in enumerate(LABELS)]
    more = Line("Q9 Town Brest", (Run("Q9 ", "p>i"), Run("Town", "p>b"), Run(" Brest", "p>")), BOX)
    assert _bare(*counted, more)[0] == [*LABELS, "Q9 Town Brest"]
    more = Line("Q9 Partners Brest", (Run("Q9 ", "p>i"), Run("Partners", "p>b"), Run(" Brest", "p>")), BOX)
    assert _bare(*counted, more)[0] == [*LABELS, "Partners Brest"]


def test_numbers_before_three_labels_or_the_same_before_two_are_no_count() -> None:
    for numbers in (("Q1", "Q2", "Q3", "Q3"), ("Q1", "Q2", "Q3", "no")):
        assert _counted(*numbers) == ([f"{number} {label}" for number, label in zip(numbers, LABELS, strict=True)], [])


def test_counts_marked_in_another_way_stay() -> None:
    counted = [_line(f"Q{place}", label) for place, label in enumerate(LABELS)]
    assert _bare(*counted, _line("Q9", "Partners", "p>u"))[0] == [*LABELS, "Q9 Partners"]
    assert _bare(*counted, _line("Q99 of it", "Partners"))[0] == [*LABELS, "Q99 of it Partners"]
    assert _bare(*counted, Line("Q9", (Run("Q9", "p>i"),), BOX))[0] == [*LABELS, "Q9"]


@pytest.mark.parametrize("number", ["12", "N°3", "Q3", "a 1", "1-2-3-4", "3/12", "12:"])
def test_a_count_is_a_short_number_with_a_letter_or_two_before_it(number: str) -> None:
    read = _counted(number, "Q2", "Q4", "Q5")
    assert read[0][1:] == [*LABELS[1:]]


@pytest.mark.parametrize("number", ["123", "abc1", "1.2.3.4.5", "2017", "x"])
def test_longer_numbers_and_words_count_nothing(number: str) -> None:
    assert _counted(number, "Q2", "Q4", "Q5")[0] == [f"{number} Year", "Q2 State", "Q4 Aim", "Q5 Context"]
