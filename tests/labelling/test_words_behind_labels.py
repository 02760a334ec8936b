"""What a page puts behind all its labels is none of their words: a sign of help, `(obligatory)`."""

import pytest
from lines import INDEX, line, page, said, table

from atlas_scraper.blocks.document import Block, Line, Run
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.tails import lacks_titles, without_tails

LABELS = ("Year", "State", "Aim", "Context")


def _bare(*blocks: Block) -> tuple[list[str], list[str]]:
    """Give what a page says without what stands behind its labels, and that."""
    items = cut_into_items(blocks, INDEX)
    labelled = [number for number, item in enumerate(items) if item.label is not None]
    read = without_tails(page(*blocks), items, labelled, INDEX)
    return said(read.blocks), said(read.hidden)


def _with(tail: str, *labels: str) -> list[Block]:
    return [line(f"{label} {tail}") for label in labels or LABELS]


@pytest.mark.parametrize("tail", ["(i)", "[more]", "(needed here)", "help", "x" * 40])
def test_the_same_words_behind_four_labels_are_left_out_and_said_to_be_hidden(tail: str) -> None:
    assert _bare(*_with(tail)) == ([*LABELS], [tail])


def test_what_is_left_out_is_said_with_where_it_stood() -> None:
    blocks = _with("(b)") + _with("(a)", "History", "Year", "Partners", "Funding of it", "Aim", "Context")
    items = cut_into_items(blocks, INDEX)
    hidden = without_tails(page(*blocks), items, [], INDEX).hidden
    assert [(each.text, each.landmark) for each in hidden] == [
        (words, "behind most labels") for words in ("(a)", "(b)")
    ]


@pytest.mark.parametrize("tail", ["?", "(?)", "ⓘ", "[?]"])
def test_signs_of_help_are_left_out_without_a_word(tail: str) -> None:
    assert _bare(*_with(tail)) == ([*LABELS], [])


@pytest.mark.parametrize("tail", ["*", "-", "x" * 41])
def test_other_signs_and_long_words_stay(tail: str) -> None:
    assert _bare(*_with(tail)) == ([f"{label} {tail}" for label in LABELS], [])


def test_words_behind_three_labels_or_behind_four_that_are_no_labels_stay() -> None:
    three = _with("(i)", *LABELS[:3])
    assert _bare(*three) == (said(three), [])
    assert _bare(*three, line("Town (i)"), line("Aim (i)")) == ([*said(three), "Town (i)", "Aim (i)"], [])
    assert _bare(*three, line("Context (j)")) == ([*said(three), "Context (j)"], [])


def test_what_a_label_has_that_stands_without_it_as_well_is_of_an_author() -> None:
    blocks = _with("(i)")
    assert _bare(*blocks, line("Year")) == ([*said(blocks), "Year"], [])
    assert _bare(*blocks, line("History (i)"), line("Year")) == ([*LABELS, "History", "Year"], ["(i)"])


@pytest.mark.parametrize(("written", "left"), [("{} (i) :", "{} :"), ("{} : (i)", "{} :"), ("{} (i)\xa0:", "{} :")])
def test_a_colon_around_the_words_is_of_the_label(written: str, left: str) -> None:
    assert _bare(*[line(written.format(label)) for label in LABELS])[0] == [left.format(label) for label in LABELS]


def test_words_in_stretches_of_their_own_are_left_out_with_what_is_left_of_none() -> None:
    blocks = [Line(f"{label} (i)", (Run(label, "b>"), Run(" (", "p>"), Run("i)", "i>"))) for label in LABELS]
    items = cut_into_items(blocks, INDEX)
    read = without_tails(page(*blocks), items, [*range(len(items))], INDEX)
    assert [each.runs[0].text.strip() for each in read.blocks if isinstance(each, Line)] == [*LABELS]
    assert [len(each.runs) for each in read.blocks if isinstance(each, Line)] == [1] * len(LABELS)


def test_words_behind_a_label_that_shares_its_line_with_a_value_are_left_out_of_its_stretch() -> None:
    blocks = [Line(f"{label} (i) ok", (Run(f"{label} (i)", "b>"), Run(" ok", "p>"))) for label in LABELS]
    assert _bare(*blocks) == ([f"{label} ok" for label in LABELS], ["(i)"])


def test_words_in_brackets_within_a_tail_are_parted_at_the_last_bracket() -> None:
    assert _bare(*_with("(a) (i)"))[0] == [f"{label} (a) (i)" for label in LABELS]


def test_words_behind_the_labels_of_cells_are_left_out_and_those_of_columns_with_them() -> None:
    rows = table("Year (i)|2017", "State (i)|open", "Aim (i)|x", "Context (i)|y", "Name (i)|(i)")
    assert _bare(rows)[0] == ["Year | 2017\nState | open\nAim | x\nContext | y\nName | (i)"]


def test_what_no_label_stands_before_stays() -> None:
    assert _bare(*_with("(i)"), line("Town (i)"), line("a (i)"))[0] == [*LABELS, "Town (i)", "a (i)"]


def test_tables_go_on_and_count_their_rows_in_brackets_behind_their_titles() -> None:
    whole = [line("Year"), line("State")]
    titles = ["Partners", "Funding of it", "Aim", "Context"]
    assert _bare(*whole, *_with("(i)", *titles))[0] == ["Year", "State", *titles]
    for tail in ("(continued)", "help"):
        blocks = _with(tail, *titles)
        assert _bare(*whole, *blocks) == (["Year", "State", *said(blocks)], [])


@pytest.mark.parametrize(
    ("titles", "is_lacking"), [(["Aim", "Partners"], True), (["Aim", "Partners", "Context"], False)]
)
def test_a_page_lacks_titles_where_it_has_less_than_half_of_those_of_texts_and_tables(
    titles: list[str], is_lacking: bool
) -> None:
    items = cut_into_items([line(title) for title in [*titles, *titles, "Year", "State"]], INDEX)
    assert lacks_titles(items, INDEX) is is_lacking
    for each in items:
        each.has_link = True
    assert lacks_titles(items, INDEX)


@pytest.mark.parametrize("there", [["Year"], ["Year", "State"]])
def test_where_half_of_the_labels_of_one_value_stand_without_words_none_are_looked_for(there: list[str]) -> None:
    blocks = [*map(line, there), *_with("help", "Context", "History", "Context and history", "Aim")]
    assert _bare(*blocks) == (said(blocks), [])


def test_texts_without_words_behind_their_labels_tell_nothing_of_labels_of_one_value() -> None:
    labels = ("Year", "State", "History", "Context and history")
    assert _bare(line("Aim"), line("Context"), *_with("help", *labels)) == (["Aim", "Context", *labels], ["help"])


def test_words_that_stand_in_no_brackets_behind_the_title_of_a_table_may_be_its_columns() -> None:
    blocks = _with("help", "Aim", "Context", "Partners", "Funding of it")
    assert _bare(*blocks) == (said(blocks), [])
    assert _bare(*blocks, *_with("help", "Year", "State"))[1] == ["help"]


@pytest.mark.parametrize("letters", [1, 200])
def test_lines_of_a_long_cell_may_be_labels(letters: int) -> None:
    lines = (*_with("(i)"), line("x" * letters))
    cell = table("x").rows[0][0]._replace(text=" ".join(said(lines)), blocks=lines)
    bare = _bare(table("x")._replace(rows=((cell,),)))
    assert bare[1] == (["(i)"] if letters > 1 else [])
