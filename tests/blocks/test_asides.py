"""Forms to fill in and links that share a page: what stands there is marked as the site's."""

import pytest

from atlas_scraper.blocks.document import Line
from atlas_scraper.blocks.read import read_document

SEND = "<button>ok</button>"
SHARER = "<a href='https://www.facebook.com/sharer.php?u=x'>F</a>"


def _read(html: str) -> tuple[list[str], list[str]]:
    read = read_document(f"<html><body><p>x</p>{html}</body></html>".encode())
    lines = [*read.blocks, *read.hidden]
    return (
        [line.text for line in read.blocks if not line.landmark],
        [f"{line.landmark}: {line.text}" for line in lines if isinstance(line, Line) and line.landmark],
    )


@pytest.mark.parametrize("field", ["<input type=email id=m placeholder=y>", "<input id=m><input type=hidden value=1>"])
def test_the_label_of_a_form_to_fill_in_is_the_sites(field: str) -> None:
    assert _read(f"<form><label for=m>Your address</label>{field}{SEND}</form>") == (
        ["x", "ok"],
        ["search: Your address"],
    )


@pytest.mark.parametrize(
    "fields",
    [
        f"<input id=m value=y>{SEND}",
        f"<input id=m readonly>{SEND}",
        f"<input id=m disabled>{SEND}",
        f"<input id=m><input value=y>{SEND}",
        f"<input id=m><select><option selected>y</select>{SEND}",
        f"<input id=m><textarea>y</textarea>{SEND}",
        f"<input id=m><input type=checkbox>{SEND}",
        "<input id=m>",
        "<input id=m><button type=button>ok</button>",
    ],
)
def test_the_label_of_a_field_that_shows_a_value_or_cannot_be_sent_is_the_pages(fields: str) -> None:
    shown, _ = _read(f"<form><label for=m>Your address</label>{fields}</form>")
    assert "Your address" in shown


@pytest.mark.parametrize(
    "link", ["mailto:?subject=x", "https://twitter.com/share?url=x", "https://twitter.com/intent/tweet?url=x"]
)
def test_a_box_of_links_that_share_the_page_is_the_sites(link: str) -> None:
    assert _read(f"<div>Share: {SHARER} <a href='{link}'>T</a></div>") == (["x"], ["navigation: Share: F T"])


@pytest.mark.parametrize(
    "box",
    [
        f"<div>{SHARER}</div>",
        f"<div>{SHARER} <a href=/x>T</a></div>",
        f"<div>{SHARER} {SHARER} and a text that is longer than what one says of such links</div>",
        f"<div>{SHARER} {SHARER}<p>and <a href=/x>y</a></p></div>",
        "<div><a href='mailto:a@example.org'>F</a> <a href='mailto:b@example.org?subject=x'>T</a></div>",
    ],
)
def test_a_box_that_says_more_is_the_pages(box: str) -> None:
    assert _read(box)[1] == []
