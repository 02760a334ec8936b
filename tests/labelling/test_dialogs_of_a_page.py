"""Dialogs of a page: which of them are content, and what becomes of the others and of what opens them."""

from collections.abc import Callable

import pytest
from lines import INDEX, line, page, table

from atlas_scraper.blocks.document import DESCRIPTION, Block, Dialog, Document, Line, Run
from atlas_scraper.labelling.dialogs import with_dialogs

BOX = 9


def _button(text: str, number: int = 2) -> Line:
    return Line(text, (Run(text, "button>", None, True),), (1, number))


def _in_dialog(text: str, mark: str = "p>", box: int = BOX, **more: str) -> Line:
    return line(text, mark, (1, box, 10 * box), landmark="dialog", **more)


def _page(*blocks: Block, boxes: tuple[int, ...] = (BOX,), is_open: bool = False) -> Document:
    dialogs = tuple(Dialog(box, (line("all of it", path=(1, box), landmark="dialog"),), is_open) for box in boxes)
    return page(*blocks)._replace(dialogs=dialogs)


def _shown(document: Document) -> tuple[list[str], list[str]]:
    read = with_dialogs(document, INDEX)
    return [each.text for each in read.blocks], [f"{each.landmark}:{each.text}" for each in read.hidden]


def test_a_page_without_dialogs_stays_as_it_is() -> None:
    document = page(line("Year"))
    assert with_dialogs(document, INDEX) is document


@pytest.mark.parametrize("is_open", [False, True])
def test_a_dialog_that_holds_a_label_is_content_and_no_part_of_the_site(is_open: bool) -> None:
    document = _page(_button("Context"), _in_dialog("Context"), _in_dialog("One."), is_open=is_open)
    read = with_dialogs(document, INDEX)
    assert [(each.text, each.landmark) for each in read.blocks] == [("Context", ""), ("One.", "")]
    assert [(each.text, each.landmark) for each in read.hidden] == [("Context", "dialog")]


def test_what_opens_a_dialog_elsewhere_on_the_page_is_left_out_too() -> None:
    blocks = [_button("Context", 2), _button("Aim", 3), line("Year", path=(1, 4)), line("2017", path=(1, 5))]
    blocks += [_in_dialog("Context"), _in_dialog("One."), _in_dialog("Aim", box=8), _in_dialog("Two.", box=8)]
    shown, _ = _shown(_page(*blocks, boxes=(8, 9)))
    assert shown == ["Year", "2017", "Context", "One.", "Aim", "Two."]


def test_a_closed_dialog_without_a_label_is_hidden_and_an_open_one_the_sites() -> None:
    blocks = [line("One."), _in_dialog("Cookies"), line("Two.")]
    assert _shown(_page(*blocks)) == (["One.", "Two."], ["dialog:all of it"])
    assert _shown(_page(*blocks, is_open=True)) == (["One.", "Cookies", "Two."], [])


def test_a_closed_dialog_whose_label_stands_elsewhere_is_a_hidden_part_of_the_content_where_a_button_opens_it() -> None:
    blocks = [line("Context"), line("One."), _in_dialog("Context"), _in_dialog("Another."), line("Year")]
    assert _shown(_page(*blocks)) == (["Context", "One.", "Year"], ["dialog:all of it"])
    blocks[2:2] = [_button("More")]
    assert _shown(_page(*blocks)) == (["Context", "One.", "More", "Year"], [":all of it"])


def test_a_dialog_right_behind_a_label_and_what_opens_it_is_its_value() -> None:
    blocks = [line("Context", path=(1, 2)), _button("Show", 3), _in_dialog("One."), line("Aim", path=(1, 4))]
    assert _shown(_page(*blocks)) == (["Context", "One.", "Aim"], ["dialog:Show"])


@pytest.mark.parametrize("count", [1, 2])
def test_a_single_dialog_that_no_button_opens_is_no_value(count: int) -> None:
    blocks = [line("Context"), _in_dialog("One."), line("Aim"), _in_dialog("Two.", box=8), line("Year"), line("2017")]
    shown, _ = _shown(_page(*blocks[: 2 * count], *blocks[4:], boxes=(8, 9)[-count:]))
    assert ("One." in shown) is (count == 2)


def test_dialogs_behind_labels_that_hold_others_are_no_values_of_those() -> None:
    blocks = [line("Context"), _in_dialog("Year: 2017"), line("Aim"), _in_dialog("Year: 2018", box=8), line("State")]
    shown, hidden = _shown(_page(*blocks, line("Year"), boxes=(8, 9)))
    assert (shown, hidden) == (["Context", "Aim", "State", "Year"], ["dialog:all of it"] * 2)


def test_a_text_in_a_dialog_may_say_other_labels_where_the_dialog_begins_as_those_behind_labels_do() -> None:
    blocks = [line("Context", path=(1, 2)), _button("Show", 3), _in_dialog("Read", "h3>"), _in_dialog("One.")]
    blocks += [line("Aim", path=(1, 4)), _button("Show", 5), _in_dialog("Read", "h3>", 8), _in_dialog("Year", box=8)]
    shown, _ = _shown(_page(*blocks, line("Year", path=(1, 6)), line("2017", path=(1, 7)), boxes=(8, 9)))
    assert shown == ["Context", "Read", "One.", "Aim", "Read", "Year", "Year", "2017"]
    blocks[6:8] = [_in_dialog("Search", "legend>", 8), _in_dialog("Year", "label>", 8)]
    shown, hidden = _shown(_page(*blocks, line("Year", path=(1, 6)), line("2017", path=(1, 7)), boxes=(8, 9)))
    assert (shown[3:], hidden) == (["Aim", "Show", "Year", "2017"], [":all of it", "dialog:Show"])


def test_another_label_among_lines_of_a_text_in_a_dialog_is_one_of_those() -> None:
    blocks = [line("Context", path=(1, 2)), _button("Show", 3), _in_dialog("One."), _in_dialog("Year")]
    shown, _ = _shown(_page(*blocks, line("Year", path=(1, 6)), line("2017", path=(1, 7))))
    assert shown == ["Context", "One.", "Year", "Year", "2017"]


def test_dialogs_between_labels_and_values_are_help() -> None:
    blocks = [line("Context"), _in_dialog("Help."), line("One."), line("Aim"), _in_dialog("Help.", box=8), line("Two.")]
    shown, hidden = _shown(_page(*blocks, boxes=(8, 9)))
    assert (shown, hidden) == (["Context", "One.", "Aim", "Two."], ["dialog:all of it"] * 2)


def test_a_dialog_that_begins_as_those_with_labels_do_is_content_as_well() -> None:
    titles = {7: "Context", 8: "Aim", 9: "Outlook"}
    blocks = [_in_dialog(text, "h2>", box) for box, title in titles.items() for text in (title, "One.")]
    blocks += [_in_dialog("Cookies", "p>", 6)]
    shown, _ = _shown(_page(*blocks, boxes=(6, 7, 8, 9)))
    assert shown == ["Context", "One.", "Aim", "One.", "Outlook", "One."]


def test_a_dialog_behind_a_button_that_begins_as_a_single_one_with_a_label_does_is_content_as_well() -> None:
    blocks = [line("Context", path=(1, 2)), _button("Show", 3), _in_dialog("One.")]
    blocks += [
        line("Outlook", path=(1, 4), is_heading=2),
        _button("Show", 5),
        _in_dialog("Two.", box=8),
        _in_dialog("Three.", box=7),
    ]
    shown, _ = _shown(_page(*blocks, boxes=(7, 8, 9)))
    assert shown == ["Context", "One.", "Outlook", "Two."]


def test_headings_of_dialogs_that_say_the_words_of_the_button_before_them_are_left_out_where_several_do() -> None:
    blocks = [line("Context", path=(1, 2)), _button("Read", 3), _in_dialog("Read", "h3>"), _in_dialog("One.")]
    blocks += [line("Aim", path=(1, 4)), _button("Read", 5), _in_dialog("Read", "h3>", 8), _in_dialog("Two.", box=8)]
    blocks = [each._replace(is_heading=3) if each.runs[0].mark == "h3>" else each for each in blocks]
    shown, hidden = _shown(_page(*blocks, boxes=(8, 9)))
    assert (shown, set(hidden)) == (["Context", "One.", "Aim", "Two."], {"dialog:Read"})
    shown, _ = _shown(_page(*blocks[:4], line("Aim", path=(1, 4))))
    assert shown == ["Context", "Read", "One.", "Aim"]


def test_a_closed_dialog_in_a_cell_is_no_part_of_that() -> None:
    cells = table("Name|Country", "A|Mali")
    with_help = cells.rows[1][0]._replace(text="A Help", blocks=(line("A"), _in_dialog("Help")))
    rows = (cells.rows[0], (with_help, cells.rows[1][1]))
    read = with_dialogs(_page(line("Partners"), cells._replace(rows=rows)), INDEX)
    assert [each.text for each in read.blocks] == ["Partners", "Name | Country\nA | Mali"]


@pytest.mark.parametrize("following", [[], [line("Aim", path=(1, 4))], [line("more", path=(1, 4))]])
def test_a_single_description_that_is_all_that_stands_behind_a_label_stays_a_hidden_part_of_the_content(
    following: list[Block],
) -> None:
    said = line("all of it", path=(1, BOX), landmark=DESCRIPTION)
    document = page(line("Context"), _in_dialog("One."), *following)._replace(dialogs=(Dialog(BOX, (said,)),))
    read = with_dialogs(document, INDEX)
    assert [each.text for each in read.blocks] == ["Context", *(each.text for each in following)]
    is_all = [each.text for each in following] != ["more"]
    assert [(each.text, each.landmark) for each in read.hidden] == [("all of it", "" if is_all else DESCRIPTION)]


def _link(text: str, number: int = 2) -> Line:
    return Line(text, (Run(text, "a>", "#", True),), (1, number))


@pytest.mark.parametrize("write", [_button, _link])
def test_what_may_be_the_value_of_a_label_opens_no_dialog_and_the_dialog_is_said(write: Callable[[str], Line]) -> None:
    shown, hidden = _shown(_page(line("State", path=(1, 1)), write("Twinning"), _in_dialog("Send")))
    assert (shown, hidden) == (["State", "Twinning"], [":all of it"])


def test_what_is_no_value_of_a_label_of_years_opens_the_dialog_behind_it() -> None:
    shown, hidden = _shown(_page(line("Year", path=(1, 1)), _button("Show"), _in_dialog("2017")))
    assert (shown, hidden) == (["Year", "2017"], ["dialog:Show"])


def test_what_may_be_a_value_or_open_a_dialog_with_a_label_is_said() -> None:
    blocks = [line("State", path=(1, 1)), _button("Twinning"), _in_dialog("Context"), _in_dialog("One.")]
    assert _shown(_page(*blocks)) == (["State", "Context", "One."], [":Twinning"])


def test_a_single_link_to_nowhere_below_a_text_is_said_where_it_opens_a_dialog() -> None:
    text = [line("Aim", path=(1, 1)), line("Two.", path=(1, 3))]
    opened = [_in_dialog("Context"), _in_dialog("One.")]
    assert _shown(_page(*text, _link("Our site", 4), *opened))[1] == [":Our site"]
    assert _shown(_page(*text, _button("Our site", 4), *opened))[1] == ["dialog:Our site"]


MARKS = "2:p>b>", "2:p>i>"
FIELDS = [each for label in ("Year", "State") for each in (line(label, "2:p>b>"), line("2017", "2:p>i>"))]


@pytest.mark.parametrize("is_open", [False, True])
def test_a_pair_alone_in_a_dialog_is_content_where_it_is_marked_as_those_of_the_page(is_open: bool) -> None:
    blocks = [*FIELDS, _in_dialog("Funds", "2:p>b>"), _in_dialog("2018", "2:p>i>")]
    read = with_dialogs(_page(*blocks, is_open=is_open), INDEX)
    assert [(each.text, each.landmark) for each in read.blocks[-2:]] == [("Funds", ""), ("2018", "")]


@pytest.mark.parametrize("inner", [("2:p>b>",), ("2:p>b>", "p>"), ("2:p>i>", "2:p>b>"), ("2:p>b>", "2:p>i>", "2:p>b>")])
def test_what_is_marked_otherwise_in_a_dialog_is_the_sites(inner: tuple[str, ...]) -> None:
    blocks = [*FIELDS, *(_in_dialog(f"Words {number}", mark) for number, mark in enumerate(inner))]
    assert _shown(_page(*blocks))[1] == ["dialog:all of it"]


def test_a_pair_alone_in_a_dialog_is_content_where_the_others_of_the_page_are_in_dialogs_as_well() -> None:
    pairs = {7: "Year", 8: "State", 9: "Funds"}
    blocks = [
        _in_dialog(text, mark, box)
        for box, label in pairs.items()
        for text, mark in zip((label, "9"), MARKS, strict=True)
    ]
    assert _shown(_page(*blocks, boxes=(7, 8, 9)))[0] == ["Year", "9", "State", "9", "Funds", "9"]
