"""What describes an element beside it (`aria-describedby`): which texts that are, and that they are set aside."""

import pytest

from atlas_scraper.blocks.document import DESCRIPTION, Document
from atlas_scraper.blocks.read import read_document


def _read(body: str) -> Document:
    return read_document(f"<html><body><p>b</p>{body}</body></html>".encode())


def _shown(body: str) -> list[str]:
    return [each.text for each in _read(body).blocks[1:]]


def _aside(body: str) -> list[str]:
    return [each.text for each in _read(body).hidden if each.landmark == DESCRIPTION]


@pytest.mark.parametrize(
    "field",
    [
        "<input value=v aria-describedby=d>",
        "<textarea aria-describedby=d>v</textarea>",
        "<select aria-describedby='e d'><option selected>v</select>",
        "<output aria-describedby=d>v</output>",
        "<p aria-labelledby=l aria-describedby=d>v</p>",
    ],
)
@pytest.mark.parametrize("description", ["<p id=d>h</p>", "<small id=d>h</small>", "<div id=d><b>h</b></div>"])
def test_what_describes_a_field_is_none_of_what_the_page_says(field: str, description: str) -> None:
    for body in (f"<p id=l>a</p>{field}{description}", f"<p id=l>a</p>{description}{field}"):
        assert _shown(body) == ["a", "v"]
        assert _aside(body) == ["h"]


def test_a_description_within_a_line_leaves_the_rest_of_it() -> None:
    body = "<label for=f>a <small id=d>h</small></label><input id=f value=v aria-describedby=d>"
    assert (_shown(body), _aside(body)) == (["a", "v"], ["h"])


def test_what_describes_a_title_is_read_where_it_stands_though_fields_with_a_value_are_described_too() -> None:
    title = "<h3 aria-describedby=d>a</h3><p id=d>h</p><p>t</p>"
    for body, aside in ((title, []), (f"{title}<input value=v aria-describedby=e><p id=e>i</p>", ["i"])):
        assert _aside(body) == aside
        assert [[each.text for each in dialog.unseen] for dialog in _read(body).dialogs] == [["h"]]


@pytest.mark.parametrize("tag", ["h3", "dt", "label", "legend"])
def test_what_describes_a_title_alone_is_read_where_it_stands_as_a_box_that_opens(tag: str) -> None:
    read = _read(f"<{tag} aria-describedby=d>a</{tag}><p id=d>h</p>")
    (dialog,) = read.dialogs
    assert [each.text for each in read.blocks[1:]] == ["a", "h"]
    assert dialog.box in read.blocks[-1].path
    assert not dialog.is_open
    assert [(each.text, each.landmark) for each in dialog.unseen] == [("h", DESCRIPTION)]


def test_what_describes_a_field_without_a_value_may_be_its_value() -> None:
    read = _read("<p id=l>a</p><p aria-labelledby=l aria-describedby=d></p><p id=d>v</p>")
    assert [each.text for each in read.blocks[1:]] == ["a", "v"]
    assert len(read.dialogs) == 1


@pytest.mark.parametrize(
    "body",
    [
        "<a href=/x aria-describedby=d aria-labelledby=l>a</a><p id=d>t</p>",
        "<table aria-describedby=d aria-labelledby=l><tr><td>a</table><p id=d>t</p>",
        "<div role=grid aria-describedby=d aria-labelledby=l>a</div><p id=d>t</p>",
        "<p aria-describedby=d>a</p><p id=d>t</p>",
        "<input value=a aria-describedby=d><h3 id=d>t</h3>",
        "<input value=a aria-describedby=d><label id=d>t</label>",
        "<input value=a aria-describedby=d><div id=d><h3>t</h3></div>",
        "<input value=a aria-describedby=d><p id=d>t</p><p aria-labelledby=d></p>",
        "<input value=a aria-describedby=d><p id=e>t</p>",
        "<section aria-labelledby=l aria-describedby=d>a<p id=d>t</p></section>",
        "<p id=d><span aria-labelledby=l aria-describedby=d>a t</span></p>",
    ],
)
def test_titles_columns_tables_and_what_an_element_holds_itself_stay(body: str) -> None:
    read = _read(body)
    assert " ".join(each.text for each in read.blocks[1:]) == "a t"
    assert (read.hidden, read.dialogs) == ((), ())


def test_what_describes_a_group_of_fields_within_it_is_what_a_title_has() -> None:
    read = _read("<fieldset aria-describedby=d><legend>a</legend><p id=d>h</p><p>t</p></fieldset>")
    assert [[each.text for each in dialog.unseen] for dialog in read.dialogs] == [["h"]]


@pytest.mark.parametrize(
    ("first", "second", "is_help"),
    [
        ("<div class=t>t</div>", "<div class=t></div>", True),
        ("<div class=t></div>", "<div class=t><p>t</p></div>", True),
        ("<div class=t>t</div>", "<div class=u></div>", False),
        ("<div>t</div>", "<p></p>", False),
        ("<div></div>", "<div></div>", False),
        ("<div>t</div>", "<div>t</div>", False),
        ("<h3>t</h3>", "<h3></h3>", False),
        ("<div>t</div>", "", False),
    ],
)
def test_what_describes_titles_is_set_aside_where_a_box_for_a_text_behind_it_may_be_empty(
    first: str, second: str, is_help: bool
) -> None:
    titles = "<h3 aria-describedby=d>a</h3><p id=d>h</p>{}<h3 aria-describedby=e>b</h3><p id=e>i</p>{}"
    read = _read(titles.format(first, second))
    assert ([each.text for each in read.hidden], len(read.dialogs)) == ((["h", "i"], 0) if is_help else ([], 2))
