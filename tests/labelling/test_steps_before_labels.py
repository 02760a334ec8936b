"""What is put right before labels are sought: captions below tables, joined titles, paginators, values above labels."""

import pytest
from lines import INDEX, PARTNERS, ROLE, STATE, WORDS, YEAR, cut, item, line, page, said, table

from atlas_scraper.blocks.document import Block, Cell, Line, PageTable, Run
from atlas_scraper.labelling.captions import raise_captions
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.joined_titles import part_titles
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.paginator import find_paginators, pages_of_text
from atlas_scraper.labelling.turned import with_labels_first

OURS, PAYERS = table("Name|Country", "Brest|France"), table("Name of the payer|Amount|Years", "Ville|1|2")
HALF, LESS = table("Name|City|Zone", "a|b|c"), table("Name|City|Zone|Area", "a|b|c|d")


@pytest.mark.parametrize(
    ("blocks", "is_raised"),
    [
        ([OURS, line("Partners")], True),
        ([line("Partners"), OURS, line("Partners")], True),
        ([line("Funding of it"), OURS, line("Partners")], True),
        ([line("Partners"), OURS, line("Funding of it")], False),
        ([table("Name|City", "a|b"), line("Partners")], True),
        ([HALF, line("Partners")], False),
        ([LESS, line("Partners")], False),
        ([OURS, line("Town"), line("Partners")], False),
        ([OURS, line("Year")], False),
        ([OURS, PAYERS], False),
        # one vote for and one against, two for and one against
        ([OURS, line("Partners"), line("Town"), line("Partners"), OURS, line("Funding of it")], False),
        ([OURS, line("Partners"), PAYERS, line("Funding of it"), line("Town"), line("Partners"), OURS,
          line("Funding of it")], True),
        ([PageTable(()), line("Partners")], False),
    ],
)  # fmt: skip
def test_captions_below_their_tables_are_put_above_where_most_headers_say_so(
    blocks: list[Block], is_raised: bool
) -> None:
    raised = raise_captions(page(*blocks), INDEX).blocks
    first = next(place for place, block in enumerate(blocks) if isinstance(block, PageTable))
    assert (raised[first] is blocks[first + 1]) is is_raised
    assert (raised == tuple(blocks)) is not is_raised


def test_a_table_with_its_own_caption_above_it_keeps_that_where_others_have_theirs_below() -> None:
    blocks: list[Block] = [
        OURS,
        line("Partners"),
        OURS,
        line("Partners"),
        line("Funding of it"),
        PAYERS,
        line("Partners"),
    ]
    raised = raise_captions(page(*blocks), INDEX).blocks
    assert said(raised)[4:] == said(blocks)[4:]
    assert said(raised)[:2] == ["Partners", OURS.text]


def test_every_caption_is_put_above_its_table_once_most_are() -> None:
    unknown = table("x|y", "1|2")
    blocks: list[Block] = [OURS, line("Partners"), unknown, line("Funding of it")]
    raised = raise_captions(page(*blocks), INDEX).blocks
    assert list(raised) == [blocks[1], blocks[0], blocks[3], blocks[2]]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("General information Year", ["General information", "Year"]),
        ("General information Year : 2017", ["General information", "Year : 2017"]),
        ("General information year", None),
        ("general information Year", None),
        ("Information Year", None),
        ("General about Year", ["General about", "Year"]),
        ("General it General Year", ["General it General", "Year"]),
        ("General aims of it Year", None),
        ("Year", None),
        ("Year: General information Year", None),
        ("It : General information Year", None),
    ],
)
def test_the_title_of_a_group_is_parted_from_the_label_behind_it(text: str, parts: list[str] | None) -> None:
    blocks = part_titles(page(line(text)), INDEX).blocks
    assert said(blocks) == (parts or [text])
    if parts:
        title, rest = blocks
        assert isinstance(title, Line)
        assert isinstance(rest, Line)
        assert (title.is_heading, rest.is_heading, title.runs[0].text) == (True, False, parts[0])


def test_stretches_behind_a_joined_title_stay_with_the_label() -> None:
    runs = (Run("General information Year", "b>"), Run(" 2017", "p>"))
    title, rest = part_titles(page(Line("General information Year 2017", runs)), INDEX).blocks
    assert (title.text, rest.text) == ("General information", "Year 2017")


def test_a_joined_title_is_parted_from_the_first_cell_of_a_table() -> None:
    title, rest = part_titles(page(table("General information Year|2017", "State|open")), INDEX).blocks
    assert (title.text, rest.text) == ("General information", "Year | 2017\nState | open")
    assert isinstance(rest, PageTable)
    assert said(rest.rows[0][0].blocks) == ["Year"]


@pytest.mark.parametrize(
    ("text", "is_parted"), [("zoe@example.org Year", True), ("the Year", True), ("the year", False)]
)
def test_what_ends_above_a_table_of_labels_is_parted_from_its_first_one(text: str, *, is_parted: bool) -> None:
    blocks = part_titles(page(table(f"{text}|2017", "State|open", "Role|none", path=(1, 7))), INDEX).blocks
    assert said(blocks) == [
        *([text.removesuffix(" Year")] if is_parted else []),
        f"{'Year' if is_parted else text} | 2017\nState | open\nRole | none",
    ]
    if isinstance(blocks[0], Line):
        assert (blocks[0].path, blocks[0].is_heading) == ((1, 7), False)


@pytest.mark.parametrize(
    ("first", "above"), [("Partners Notes", "Partners"), ("Funding of it Partners Notes", "Funding of it Partners")]
)
def test_a_caption_is_parted_from_the_first_column_whatever_that_is_called(first: str, above: str) -> None:
    blocks = part_titles(page(table(f"{first}|Name|Country", "a|Brest|France")), INDEX).blocks
    assert said(blocks) == [above, "Notes | Name | Country\na | Brest | France"]


@pytest.mark.parametrize("header", ["Partners Notes|Town|Zone", "Aim Notes|Name|Country", "Partners|Name|Country"])
def test_a_first_column_stays_where_no_caption_is_before_it_or_no_header_beside_it(header: str) -> None:
    document = page(table(header, "a|Brest|France"))
    assert part_titles(document, INDEX) is document


def test_the_title_of_a_group_is_parted_from_what_stands_before_it_as_well() -> None:
    blocks = part_titles(page(table("zoe@example.org General information Year|2017", "State|a", "Aim|b")), INDEX).blocks
    assert said(blocks)[:2] == ["zoe@example.org", "General information"]
    assert [block.is_heading for block in blocks if isinstance(block, Line)] == [0, 1]


def test_the_words_before_a_label_stay_where_fewer_than_two_labels_stand_below_it() -> None:
    document = page(table("the Year|2017", "State|open", "a|b"), table("the Year", "a"))
    assert part_titles(document, INDEX) is document
    document = page(table("Old Year|2017", "Year|2018", "State|open"))
    assert part_titles(document, INDEX) is document


def test_a_label_that_takes_more_is_parted_from_the_one_that_it_has_taken_as_well() -> None:
    inner = (Label("post", ("Embassy",), takes_more=True),)
    labels = LabelIndex([*inner, YEAR], [ROLE], (), WORDS, {})
    runs = (Run("Embassy ", "p>"), Run("in Rome", "p>b"), Run(" Role :", "p>"))
    post, role = part_titles(page(Line("Embassy in Rome Role :", runs, is_heading=0)), labels).blocks
    assert isinstance(post, Line)
    assert (post.text, post.is_heading, role.text) == ("Embassy in Rome", 0, "Role :")
    both = part_titles(page(line("Embassy in Rome Role : Year :")), labels).blocks
    assert said(both) == ["Embassy in Rome", "Role : Year :"]
    document = page(line("Embassy of the Year"), line("Embassy in role"))
    assert part_titles(document, labels) is document


def test_tables_without_a_joined_title_stay_as_they_are() -> None:
    document = page(table("Year|2017"), PageTable(()), PageTable(((),)), table("|General information Year"))
    assert part_titles(document, INDEX) is document
    bare = page(PageTable(((Cell("General information Year"),),)))
    assert part_titles(bare, INDEX) is bare


def _paginators(*texts: str) -> list[list[str]]:
    return [said(found.items) for found in find_paginators([item(text) for text in texts], INDEX)]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["Town", "< 1 2 >", "Town"], [["< 1 2 >"]]),
        (["1", "2", "next"], [["1", "2", "next"]]),
        (["1", "2"], []),
        (["< 1"], []),
        (["< >"], []),
        (["back", "next"], [["back", "next"]]),
        (["2017", "1", "2", "next"], [["1", "2", "next"]]),
        (["2017", "18", "1", "next"], [["1", "next"]]),
        (["1", "< 1 2 >"], [["< 1 2 >"]]),
        (["1 2", "next"], [["1 2", "next"]]),
        (["2017 next", "1", "2"], [["2017 next", "1", "2"]]),
        (["2", "3"], []),
        (["next", "Town", "back"], [["next"], ["back"]]),
        (["Amount", "1", "back", "next"], [["back", "next"]]),
        (["Amount", "1", "2", "next"], [["1", "2", "next"]]),
        (["Amount", "1 2", "next"], [["1 2", "next"]]),
        (["Town", "1", "back", "next"], [["1", "back", "next"]]),
    ],
)
def test_a_paginator_is_a_row_of_steps_and_numbers_that_begins_with_one(
    texts: list[str], found: list[list[str]]
) -> None:
    assert _paginators(*texts) == found


def test_a_label_or_a_long_line_is_no_part_of_a_paginator() -> None:
    assert find_paginators([item("next", label=YEAR)], INDEX) == []
    assert find_paginators([Item(table("next"), "next")], INDEX) == []
    assert [_paginators("next 1 ".ljust(length, "1")) != [] for length in (4000, 4001)] == [True, False]
    authors = item("next")
    authors.is_authors = True
    assert find_paginators([authors], INDEX) == []


def test_a_paginator_counts_its_pages_and_gives_the_links_of_numbers_first() -> None:
    runs = [("next", "?p=2"), ("1", None), ("2", "?p=2"), ("3", "?p=3"), ("next", "#top")]
    items = [item(text) for text, _ in runs]
    for each, (text, href) in zip(items, runs, strict=True):
        each.runs = (Run(text, "a", href=href),)
    items[0].text = items[-1].text = "next"
    (found,) = find_paginators(items, INDEX)
    assert (found.pages, found.links) == (3, ["?p=2", "?p=3"])


@pytest.mark.parametrize(("text", "pages"), [("next 1 000", 1000), ("1 2 next", 2), ("next", 1), ("next 1 2 3 4", 4)])
def test_the_pages_of_a_line_are_its_highest_number(text: str, pages: int) -> None:
    (found,) = find_paginators([Item(line(text), text, tuple(Run(each, "a") for each in _parts(text)))], INDEX)
    assert found.pages == pages


def _parts(text: str) -> list[str]:
    return ["next", "1 000"] if text.endswith("1 000") else text.split()


@pytest.mark.parametrize(
    ("parts", "pages"),
    [
        (["1 to 2 of 2", "[1]"], 1),
        (["1 to 2 of 4", "[1]", "[2]"], 2),
        (["[1]", "1 to 2 of 2"], 1),
        (["1 to ", "[2]", " of 2"], 1),
        (["1 to 2 of 2", "1"], 11),
    ],
)
def test_a_button_beside_which_rows_are_shown_is_a_number_of_its_own(parts: list[str], pages: int) -> None:
    runs = tuple(Run(part.strip("[]"), "a", interactive=part[0] == "[") for part in parts)
    text = "".join(run.text for run in runs)
    (found,) = find_paginators([Item(Line(text, runs), text, runs)], INDEX)
    assert found.pages == pages


@pytest.mark.parametrize(("number", "pages"), [("1 2 3 4", 1234), ("11 2 3 4", 11)])
def test_a_stretch_of_seven_characters_is_one_number_and_one_of_eight_is_several(number: str, pages: int) -> None:
    text = f"next {number}"
    (found,) = find_paginators([Item(line(text), text, (Run("next", "a"), Run(number, "a")))], INDEX)
    assert found.pages == pages


@pytest.mark.parametrize(("text", "pages"), [("1 2 3", 3), ("next", 1), ("Town", None), ("1".ljust(4001), None)])
def test_a_cell_lists_the_pages_of_a_paginator(text: str, pages: int | None) -> None:
    assert pages_of_text(text, WORDS) == pages


@pytest.mark.parametrize(("count", "is_turned"), [(2, False), (3, True)])
def test_values_above_their_labels_are_put_below_from_three_labels_on(count: int, is_turned: bool) -> None:
    items = [
        each
        for number in range(count)
        for each in (
            item(f"{2000 + number}", "u>", (1, 10 + number, 100 + number)),
            item("State", "b>", (1, 10 + number, 200 + number), STATE),
        )
    ]
    turned = said(with_labels_first(items, INDEX))
    assert turned[:2] == (["State", "2000"] if is_turned else ["2000", "State"])
    assert turned[-2:] == (["State", str(1999 + count)] if is_turned else [str(1999 + count), "State"])


@pytest.mark.parametrize(
    ("values", "is_turned"), [(["2017"], False), (["2017", "2018"], True), (["2017", "open", "2018"], True),
                              (["2017", "open"], False)]
)  # fmt: skip
def test_values_of_their_labels_kind_are_put_below_from_two_labels_on(values: list[str], is_turned: bool) -> None:
    items = [each for place, value in enumerate(values) for each in _tile("Year", YEAR, 10 + place, value=value)]
    assert (said(with_labels_first(items, INDEX))[0] == "Year") is is_turned


def test_a_label_of_no_kind_speaks_against_no_values_above_those_of_one() -> None:
    years = [each for place in (10, 11) for each in _tile("Year", YEAR, place, value=f"20{place}")]
    turned = said(with_labels_first([*_tile("State :", STATE, 9, value="open"), *years], INDEX))
    assert turned == ["State :", "open", "Year", "2010", "Year", "2011"]


def _tile(text: str, label: Label | None, number: int, *, mark: str = "b>", value: str = "a") -> list[Item]:
    return [item(value, "u>", (1, number, 100 + number)), item(text, mark, (1, number, 200 + number), label)]


def test_one_label_of_the_mark_that_stands_over_its_value_says_that_none_is_below_it() -> None:
    tiles = [each for number in (10, 11, 12) for each in _tile("Year", YEAR, number)]
    over = [item("Year", "b>", (1, 20, 203), YEAR), item("2017", "u>", (1, 20, 204))]
    assert said(with_labels_first([*tiles, *over], INDEX))[0] == "a"
    table_above = [item("Partners", "b>", (1, 20, 203), PARTNERS), item("x", "u>", (1, 20, 204))]
    assert said(with_labels_first([*tiles, *table_above], INDEX))[0] == "Year"


def _list(number: int, *pairs: tuple[str, str, Label | None]) -> list[Item]:
    """Give pairs each in a box of its own within that of their list: a value, where there is one, above its label."""
    out = []
    for place, (value, text, label) in enumerate(pairs):
        box = (1, number, 10 * number + place)
        out += [item(value, "u>", (*box, 100 * box[-1]))] if value else []
        out.append(item(text, "b>", (*box, 100 * box[-1] + 1), label))
    return out


def test_a_label_alone_in_the_box_of_its_pair_has_no_value_and_speaks_for_none_below_it() -> None:
    said_above = _list(2, *[(value, "Year", YEAR) for value in ("2016", "2017", "2018")])
    alone = _list(3, ("", "Year", YEAR), ("open", "State", STATE), ("12", "Budget", None))
    turned = said(with_labels_first([*said_above, *alone], INDEX))
    assert turned[-5:] == ["Year", "State", "open", "Budget", "12"]
    # Without a value of a label's kind above it nothing says how far around a pair is.
    untold = _list(2, *[("open", "State", STATE)] * 3)
    assert said(with_labels_first([*untold, *alone], INDEX))[:2] == ["open", "State"]
    # As far around as that of other pairs, a box with something below the label is that of its value.
    over = [item("Year", "b>", (1, 4, 40, 400), YEAR), item("2019", "u>", (1, 4, 40, 401))]
    assert said(with_labels_first([*said_above, *over], INDEX))[:2] == ["2016", "Year"]


def test_a_label_alone_in_the_box_of_its_pair_does_not_take_the_pair_above_it() -> None:
    said_above = _list(2, *[(value, "Year", YEAR) for value in ("2016", "2017", "2018")])
    last = _list(3, ("12", "Budget", None), ("", "State", STATE))
    assert said(with_labels_first([*said_above, *last], INDEX))[-3:] == ["Budget", "12", "State"]


def test_labels_within_a_section_are_put_before_their_values_as_the_page_s_own_are() -> None:
    items = _list(2, ("2016", "Year", YEAR), ("2017", "Year", YEAR), ("Ana X", "Role", ROLE), ("", "Role", ROLE))
    assert said(with_labels_first(items, INDEX)) == ["Year", "2016", "Year", "2017", "Role", "Ana X", "Role"]


def test_a_label_of_another_list_with_its_value_below_it_is_not_marked_alike() -> None:
    tiles = _list(2, *[(value, "Year", YEAR) for value in ("2016", "2017", "2018")])
    for each in tiles:
        each.mark = f"p>{each.mark}"
    other = _list(3, ("open", "State", STATE), ("", "State", STATE), ("12", "Budget", None))
    for each in other:
        each.mark = f"div>{each.mark}"
    assert said(with_labels_first([*tiles, *other], INDEX))[-5:] == ["State", "open", "State", "Budget", "12"]
    over = [item("State", "div>b>", (1, 4, 40, 400), STATE), item("open", "u>", (1, 4, 40, 401))]
    assert said(with_labels_first([*tiles, *other, *over], INDEX))[-7:-5] == ["open", "State"]


def test_a_label_with_a_colon_or_of_long_text_speaks_for_no_value_above() -> None:
    two = [each for number in (10, 11) for each in _tile("Year", YEAR, number)]
    for text, label in (("Year :", YEAR), ("Partners", PARTNERS)):
        assert said(with_labels_first([*two, *_tile(text, label, 12)], INDEX))[0] == "a"


def test_an_unlisted_label_of_the_mark_is_put_before_its_value_too() -> None:
    tiles = [each for number in (10, 11, 12) for each in _tile("Year", YEAR, number)]
    items = [*tiles, *_tile("Budget", None, 13), *_tile("Town", None, 14, mark="i>")]
    assert said(with_labels_first(items, INDEX))[-4:] == ["Budget", "a", "a", "Town"]


def test_a_value_of_two_lines_above_its_label_stays_whole() -> None:
    tiles = [each for number in (10, 11, 12) for each in _tile("Year", YEAR, number)]
    more = [item("b", "u>", (1, 13, 1)), *_tile("Year", YEAR, 13)]
    other = [item("c", "u>", (1, 9))]
    assert said(with_labels_first([*other, *more, *tiles], INDEX))[:4] == ["c", "Year", "b", "a"]


def test_lines_of_one_box_are_not_turned() -> None:
    items = cut("2017", "Year", "2018", "Year", "2019", "Year")
    assert said(with_labels_first(items, INDEX)) == said(items)
