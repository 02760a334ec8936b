"""Boxes that open over a page: which they are, and that they are read where they stand, closed or not."""

import pytest
from lxml import html

from atlas_scraper.blocks.dialogs import find_dialogs
from atlas_scraper.blocks.document import Document
from atlas_scraper.blocks.folds import words_of
from atlas_scraper.blocks.read import read_document


def _found(body: str) -> list[str]:
    root = html.fromstring(f"<html><body><p>b</p>{body}</body></html>")
    dialogs = find_dialogs(root, lambda each: each.get("hidden") is not None)
    return [f"{each.tag} {words_of(each)}".strip() for each in dialogs]


def _read(body: str) -> Document:
    return read_document(f"<html><body><p>b</p>{body}</body></html>".encode())


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<dialog>x</dialog>", ["dialog x"]),
        ("<dialog open>x</dialog>", ["dialog x"]),
        ("<div role=dialog>x</div><div role=alertdialog>y</div><p role=tooltip>z</p>", ["div x", "div y", "p z"]),
        ("<div popover>x</div>", ["div x"]),
        ("<div hidden><div><section role=dialog>x</section></div></div>", ["div x"]),
        ("<article hidden><div><section role=dialog>x</section></div></article>", ["article x"]),
        ("<article><div><section role=dialog>x</section></div></article>", ["section x"]),
        ("<div hidden>w<section role=dialog>x</section></div>", ["section x"]),
        ("<div hidden><section role=dialog>x</section>w</div>", ["section x"]),
        ("<div hidden><section role=dialog>x</section><p>w</p></div>", ["section x"]),
        ("<span role=tooltip>x</span><b popover>y</b>", []),
        ("<div role=region>x</div><div hidden>y</div>", []),
    ],
)
def test_a_dialog_is_a_box_that_says_so_with_what_is_hidden_around_it_alone(body: str, found: list[str]) -> None:
    assert _found(body) == found


@pytest.mark.parametrize("start", ["<dialog>", "<div role=dialog hidden>", "<div popover>", "<div role=dialog>"])
def test_a_dialog_is_read_where_it_stands_and_told_by_the_number_of_its_box(start: str) -> None:
    read = _read(f"{start}<h2>x</h2><p>y</p></{start[1:].split(' ', maxsplit=1)[0].rstrip('>')}><p>a</p>")
    assert [each.text for each in read.blocks] == ["b", "x", "y", "a"]
    (dialog,) = read.dialogs
    assert [dialog.box in each.path for each in read.blocks] == [False, True, True, False]
    assert [each.text for each in dialog.unseen] == ["x y"]
    assert dialog.is_open is (start == "<div role=dialog>")
    assert read.hidden == ()


def test_a_page_without_dialogs_has_none() -> None:
    assert _read("<div role=region>x</div>").dialogs == ()
