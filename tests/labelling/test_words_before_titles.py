"""Words with a number or a sign that a page puts before all its titles are no part of them."""

import pytest
from lines import AIM, FUNDING, INDEX, PARTNERS, WORDS, item, line, page, said, table

from atlas_scraper.blocks.document import Block, Line, Run
from atlas_scraper.labelling.before_titles import ignore_numbered_captions, without_heads
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label, LabelIndex

TITLES = ("Year", "State", "Aim", "Context")


def _bare(*blocks: Block) -> tuple[list[str], list[str]]:
    """Give what a page says without what stands before its titles, and that."""
    items = cut_into_items(blocks, INDEX)
    labelled = [number for number, item in enumerate(items) if item.label is not None]
    read = without_heads(page(*blocks), items, labelled, INDEX)
    return said(read.blocks), said(read.hidden)


def _with(form: str = "Part {} : ", *titles: str) -> list[Block]:
    return [line(form.format(number) + title) for number, title in enumerate(titles or TITLES, start=1)]


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("Part {} : ", "Part"), ("Part {} ", "Part"), ("Part {}. ", "Part"), ("Part {}) ", "Part"),
        ("Part {} / 9 ", "Part"), ("Part {} of 9 : ", "Part"), ("Part 1.{} – ", "Part"), ("Part X ", "Part"),
        ("Part XVIII : ", "Part"), ("Sheet – ", "Sheet"), ("The part no {} | ", "The part no"),
    ],
)  # fmt: skip
def test_words_with_a_number_or_a_sign_before_four_titles_are_left_out_and_said(form: str, words: str) -> None:
    assert _bare(*_with(form)) == ([*TITLES], [words])
    three = _with(form, *TITLES[:3])
    assert _bare(*three, *three) == (said([*three, *three]), [])


@pytest.mark.parametrize(
    "form", ["Part ", "The part no one {} : ", "Part {}00 : ", "Part {}: : ", "{} : ", "Part XVIIII. ", "Part {0} {0} "]
)
def test_other_words_before_titles_are_their_own(form: str) -> None:
    blocks = _with(form)
    assert _bare(*blocks)[1] == []


def test_where_the_words_stood_is_said_with_them() -> None:
    blocks = [*_with("Sheet – "), *_with("Part {} : ", "Partners", "Funding of it", "History", "Context and history")]
    read = without_heads(page(*blocks), [], [], INDEX)
    assert [(each.text, each.landmark) for each in read.hidden] == [
        ("Part", "before most titles"), ("Sheet", "before most titles"),
    ]  # fmt: skip


def test_words_that_move_on_to_a_title_or_are_a_label_are_none() -> None:
    assert _bare(*_with("Onward : "))[1] == []
    assert _bare(*_with("History {} : "))[1] == []


@pytest.mark.parametrize(("letters", "is_left_out"), [(21, True), (22, False)])
def test_a_title_begins_behind_24_characters_at_most(letters: int, is_left_out: bool) -> None:
    assert bool(_bare(*_with("P" * letters + " : "))[1]) is is_left_out


def test_what_a_title_has_that_stands_without_it_as_well_is_an_authors() -> None:
    blocks = [*_with(), line("Year")]
    assert _bare(*blocks) == (said(blocks), [])
    linked = Line("Year", (Run("Year", "a>", "/x"),))
    assert _bare(*_with(), linked) == ([*TITLES, "Year"], ["Part"])


def test_a_page_with_half_of_its_titles_by_themselves_is_not_looked_at() -> None:
    there = [line(text) for text in ("Partners", "Funding of it", "History")]
    assert _bare(*there, *_with()) == (said([*there, *_with()]), [])
    assert _bare(*there[:2], *_with())[1] == ["Part"]


def test_it_is_looked_at_where_four_labels_stand_behind_such_words_in_an_element_of_their_own() -> None:
    there = [line(text) for text in ("Partners", "Funding of it", "History")]

    def behind(count: int, head: str = "Part {} ") -> list[Block]:
        return [
            Line(head.format(number) + title, (Run(head.format(number), "p>i"), Run(title, "p>b")), (1, 2))
            for number, title in enumerate(TITLES[:count], start=1)
        ]

    assert _bare(*there, *behind(4))[0][3:] == [*TITLES]
    assert _bare(*there, *behind(3), *_with()[3:])[1] == []


def test_a_heading_that_nobody_has_listed_loses_them_and_a_text_keeps_them() -> None:
    blocks = [line(f"Part {number} : {text}", "h2>", is_heading=2) for number, text in enumerate((*TITLES, "Notes"), 1)]
    assert _bare(*blocks)[0] == [*TITLES, "Notes"]
    assert _bare(*blocks[:4], line("Part 5 : Notes"))[0] == [*TITLES, "Part 5 : Notes"]
    assert _bare(*blocks[:4], line("Part 5 : Notes", is_heading=3))[0] == [*TITLES, "Part 5 : Notes"]
    assert _bare(*blocks[:4], line("Piece 5 : Notes", is_heading=2))[0] == [*TITLES, "Piece 5 : Notes"]


def test_a_number_that_a_title_has_is_an_authors_who_counts_anew() -> None:
    blocks = [line(f"Part {number} : {text}", "h2>", is_heading=2) for number, text in enumerate(TITLES, 1)]
    assert _bare(*blocks, line("Part 1 : Notes", is_heading=2))[0] == [*TITLES, "Part 1 : Notes"]
    assert _bare(*blocks, line("Part 1 : Partners", is_heading=2))[0] == [*TITLES, "Partners"]
    unnumbered = [line(f"Sheet – {text}", "h2>", is_heading=2) for text in (*TITLES, "Notes")]
    assert _bare(*unnumbered)[0] == [*TITLES, "Notes"]


def test_they_are_left_out_of_stretches_whatever_blanks_stand_between_them() -> None:
    runs = (Run("Part", "p>"), Run(" 5 ", "p>i"), Run(": ", "p>"), Run(" Partners", "p>b"))
    whole = Line("Part 5 : Partners", runs)
    read = without_heads(page(*_with(), whole), [], [], INDEX).blocks[-1]
    assert isinstance(read, Line)
    assert (read.text, [run.text for run in read.runs]) == ("Partners", [" Partners"])


def test_titles_in_cells_lose_them_and_cells_that_link_tell_nothing() -> None:
    rows = table(*(f"Part {number} : {title}|x" for number, title in enumerate(TITLES, 1)))
    assert _bare(rows)[0] == ["\n".join(f"{title} | x" for title in TITLES)]
    linked = rows._replace(rows=tuple((row[0]._replace(links=("/x",)), row[1]) for row in rows.rows))
    assert _bare(linked)[1] == []
    cell = table("x").rows[0][0]._replace(text="\n".join(said(_with())), blocks=tuple(_with()))
    assert _bare(table("x")._replace(rows=((cell,),)))[1] == ["Part"]


THIRD = Label("third", ("Places",), heads_table=True)
OTHERS = LabelIndex([PARTNERS, FUNDING, THIRD, AIM], [], [], WORDS)
CAPTIONS = ("Table 1 : Partners", "Table 2 : Funding of it", "Table 3 : Places")


def _captions(*texts: str, first: Label = PARTNERS) -> tuple[list[str], list[str]]:
    """Give the words of captions right below the labels of tables, and what is ignored."""
    items: list[Item] = []
    found = {}
    for label, text in zip((first, FUNDING, THIRD), texts, strict=True):
        found[label] = len(items)
        items += [item("Title", label=label), *cut_into_items([line(text)] if text else [], OTHERS)]
    told = ignore_numbered_captions(items, found, OTHERS)
    return told, said([each for each in items if each.fate is not None])


def test_captions_that_say_the_labels_of_three_tables_once_more_behind_words_and_a_number_are_ignored() -> None:
    assert _captions(*CAPTIONS) == (["Table"], [*CAPTIONS])


@pytest.mark.parametrize(
    "last", ["Table – Places", "Table 3 : Partners", "Table 3 : Towns", "List 3 : Places", "Places"]
)
def test_where_one_of_three_captions_says_something_else_none_is_ignored(last: str) -> None:
    assert _captions(*CAPTIONS[:2], last) == ([], [])


def test_a_label_that_ends_the_page_or_heads_a_text_has_no_caption() -> None:
    assert _captions(*CAPTIONS[:2], "") == ([], [])
    assert _captions("Table 1 : Aim", *CAPTIONS[1:], first=AIM) == ([], [])


def test_a_caption_in_several_stretches_is_ignored_whole() -> None:
    found: dict[Label, int] = {}
    blocks: list[Block] = []
    for number, label in enumerate((PARTNERS, FUNDING, THIRD)):
        found[label] = 3 * number
        title = label.spellings[0]
        runs = (Run(f"Table {number} : ", "p>"), Run(title, "p>b"))
        blocks += [line("Title"), Line(f"Table {number} : {title}", runs, (1, 2))]
    items = cut_into_items(blocks, OTHERS)
    assert ignore_numbered_captions(items, found, OTHERS) == ["Table"]
    assert [each.fate is None for each in items] == [True, False, False] * 3
