"""What a page says and nobody sees: names of pictures and signs, hidden texts, dialogs, the use of a mail link."""

import pytest
from lxml import etree

from atlas_scraper.blocks.document import PICTURE, SIGN, STRUCK, Dialog, Line, Run
from atlas_scraper.blocks.kinds import kind_of
from atlas_scraper.blocks.lines import Count, Lines, Place
from atlas_scraper.blocks.unseen import (
    dialog_of,
    empty_box,
    hidden_lines,
    mark_use_of_mail,
    picture,
    speaks_of_button,
)

PLACE = Place((1, 2))


def _sign(name: str, drawing: str) -> Line:
    """Give the line of a sign, with what tells it from those that are drawn otherwise."""
    return Line(name, (Run("", drawing),), (1, 2), 3, SIGN)


@pytest.mark.parametrize(
    ("html", "name", "landmark"),
    [
        ("<img alt='a'/>", "a", PICTURE),
        ("<img title='a'/>", "a", SIGN),
        ("<img alt=''/>", "", SIGN),
        ("<i>a</i>", "a", PICTURE),
        ("<i alt='a' title='a'/>", "a", SIGN),
        ("<i>a</i>", "", SIGN),
    ],
)
def test_a_picture_says_its_name_where_that_is_its_own(html: str, name: str, landmark: str) -> None:
    element = etree.fromstring(html)
    runs = (Run("", etree.tostring(element, encoding="unicode")),) if landmark == SIGN else ()
    assert picture(element, name, PLACE, 3) == Line(name, runs, (1, 2), 3, landmark)
    expected = "navigation" if landmark == PICTURE else SIGN
    assert picture(element, name, Place((1, 2), landmark="navigation"), 3).landmark == expected


def test_an_empty_box_is_a_sign_by_its_name_outside_of_buttons() -> None:
    box = etree.fromstring("<p title='a'/>")
    assert empty_box(box, PLACE, 3) == (_sign("a", '<p title="a"/>'),)
    assert empty_box(box, Place(interactive=True), 3) == empty_box(etree.fromstring("<p/>"), PLACE, 3) == ()


@pytest.mark.parametrize(
    ("html", "interactive", "lines"),
    [
        ("<p hidden=''>a <b>b</b></p>", False, (Line("a b", (Run("a", ""), Run("b", "")), (1, 2), 3),)),
        ("<del>a</del>", False, (Line("a", (Run("a", STRUCK),), (1, 2), 3),)),
        ("<nav hidden=''>a</nav>", False, (Line("a", (Run("a", ""),), (1, 2), 3, "navigation"),)),
        ("<dialog>a</dialog>", False, (Line("a", (Run("a", ""),), (1, 2), 3, "dialog"),)),
        ("<i aria-hidden='true' title='a'/>", False, (_sign("a", '<i aria-hidden="true" title="a"/>'),)),
        ("<i aria-hidden='true' title='a'/>", True, ()),
        ("<i hidden='' title='a'/>", False, ()),
        ("<b aria-hidden='true' title='a'/>", False, ()),
        ("<svg/>", False, (_sign("", "<svg/>"),)),
        ("<svg/>", True, ()),
        ("<p hidden='' title='a'/>", False, ()),
    ],
)
def test_what_is_hidden_is_a_line_of_its_words_or_a_sign(html: str, interactive: bool, lines: tuple[Line, ...]) -> None:
    element = etree.fromstring(html)
    assert hidden_lines(element, kind_of(element), Place((1, 2), interactive=interactive), 3) == lines


def test_what_is_hidden_in_a_part_of_the_site_is_of_that_part() -> None:
    element = etree.fromstring("<nav hidden=''>a</nav>")
    assert hidden_lines(element, kind_of(element), Place(landmark="search"), 3)[0].landmark == "search"


@pytest.mark.parametrize(("html", "is_open"), [("<dialog>a</dialog>", False), ("<dialog open=''>a</dialog>", True)])
def test_a_dialog_is_its_box_with_its_words(html: str, is_open: bool) -> None:
    element = etree.fromstring(html)
    unseen = (Line("a", (Run("a", ""),), (1, 2), 3, "dialog"),)
    assert dialog_of(element, kind_of(element), PLACE, 3) == Dialog(2, unseen, is_open)


@pytest.mark.parametrize(
    ("html", "speaks"),
    [
        ("<button/><p/>", True),
        ("<button/> <p/>", True),
        ("<button/>x<p/>", False),
        ("<b role='button'/><p/>", True),
        ("<b><button/></b><p/>", True),
        ("<b> <i role='button'/></b><p/>", True),
        ("<b>x<button/></b><p/>", False),
        ("<b><button/><i/></b><p/>", False),
        ("<b/><p/>", False),
        ("<p/>", False),
    ],
)
def test_a_report_right_behind_a_button_is_about_it(html: str, speaks: bool) -> None:
    assert speaks_of_button(etree.fromstring(f"<x>{html}</x>")[-1]) is speaks


@pytest.mark.parametrize(
    ("href", "runs", "marks"),
    [
        (
            "mailto:zoe@example.org?a=b",
            ["x", " Zoe@example.org", " (write)", "!"],
            ["m", "m", "m.spoken!", "m.spoken!"],
        ),
        ("MAILTO:Zoe@example.org", ["x", "zoe@example.org", "!"], ["m", "m", "m.spoken!"]),
        ("mailto:zoe@example.org", ["x", "zoe@example.org"], None),
        ("mailto:zoe@example.org", ["x", "Zoe", "zoe@example.org"], None),
        ("/zoe@example.org", ["x", "zoe@example.org", "!"], None),
    ],
)
def test_the_words_of_a_mail_link_behind_its_address_are_spoken(
    href: str, runs: list[str], marks: list[str] | None
) -> None:
    lines = Lines(Count())
    lines.runs = [Run(text, "m") for text in runs]
    assert mark_use_of_mail(href, (0, 1), lines) is (marks is not None)
    assert [run.mark for run in lines.runs] == (marks or ["m"] * len(runs))


def test_words_on_lines_before_the_end_of_a_mail_link_are_not_spoken() -> None:
    lines = Lines(Count())
    lines.runs = [Run("zoe@example.org", "m"), Run("!", "m")]
    assert mark_use_of_mail("mailto:zoe@example.org", (1, 0), lines) is False
