"""Folds of a page: what is hidden right behind what opens it, and what is hidden for good."""

import pytest
from lxml import html
from lxml.etree import _Element as Element

from atlas_scraper.blocks.folds import find_folds, hidden_elements, may_fold, words_of
from atlas_scraper.blocks.traces import markup_of


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") is not None or element.get("class") == "closed"


def _folds(body: str, *, has_rules: bool = False) -> list[str]:
    """Give the words of the folds of a page."""
    root = html.document_fromstring(f"<html><body>{body}</body></html>")
    hidden = list(hidden_elements(root, _is_hidden, has_rules=has_rules))
    return [words_of(fold) for fold in find_folds(root, hidden, _is_hidden)]


BUTTON = "<button aria-expanded=false>Contexte</button>"


@pytest.mark.parametrize(
    "markup",
    [b"<a aria-expanded=true>", b"<p style='display:none'>", b"<p style='display: none'>", b"<p hidden>",
     b'<p aria-hidden="true">'],
)  # fmt: skip
def test_attributes_that_hide_something_are_seen_quickly(markup: bytes) -> None:
    assert may_fold(markup_of(b"<html>" + markup))
    assert not may_fold(markup_of(b"<html><p class=hidden>"))


def test_what_is_hidden_behind_what_says_that_it_opens_is_a_fold() -> None:
    assert _folds(f"{BUTTON}<div hidden>Un puits.</div>") == ["Un puits."]
    assert _folds(f"<h3>{BUTTON}</h3><div hidden>Un puits.</div>") == ["Un puits."]
    assert _folds("<h3><b><i aria-expanded=false>Con</i></b>texte</h3><div hidden>Un puits.</div>") == []
    assert _folds("<button>Contexte</button><div hidden>Un puits.</div>") == []
    assert _folds(f"{BUTTON}<div>Un puits.</div>") == []
    assert _folds("<button hidden aria-expanded=false>x</button><div hidden>Un puits.</div>") == []


@pytest.mark.parametrize(("letters", "is_fold"), [(300, True), (301, False)])
def test_an_element_that_opens_something_is_short(letters: int, is_fold: bool) -> None:
    body = f"<h3><b aria-expanded=false>{'x' * letters}</b></h3><div hidden>Un puits.</div>"
    assert bool(_folds(body)) is is_fold


def test_a_comment_stands_between_the_two_and_a_word_does_not() -> None:
    assert _folds(f"{BUTTON}<!-- a --><?b?> <div hidden>Un puits.</div>") == ["Un puits."]
    assert _folds(f"{BUTTON}a<div hidden>Un puits.</div>") == []
    assert _folds(f"{BUTTON}<!-- a -->b<div hidden>Un puits.</div>") == []
    assert _folds(f"{BUTTON}a<!-- b --><div hidden>Un puits.</div>") == []
    assert _folds("<div hidden>Un puits.</div>") == []


@pytest.mark.parametrize(
    ("element", "is_fold"),
    [
        ("<div hidden>x</div>", True), ("<table hidden><tr><td>x</table>", True), ("<ul hidden><li>x</ul>", True),
        ("<span hidden>x</span>", False), ("<dialog hidden>x</dialog>", False), ("<div hidden popover>x</div>", False),
        ("<div hidden role=dialog>x</div>", False), ("<div hidden role=tooltip>x</div>", False),
        ("<div hidden role=menu>x</div>", False), ("<div hidden role=region>x</div>", True),
        ("<script hidden>x</script>", False), ("<template hidden>x</template>", False),
    ],
)  # fmt: skip
def test_only_boxes_and_tables_are_folds_and_no_dialogs_tips_and_menus(element: str, is_fold: bool) -> None:
    assert bool(_folds(f"{BUTTON}{element}")) is is_fold


@pytest.mark.parametrize(
    ("text", "is_fold"),
    [
        ("<a>Aide</a>", False), ("<a>Aide</a> <a>Plan du site</a>", False), ("<a>Aide</a> ici", True), ("", True),
        ("<a></a>", True), ("<p><a>Aide</a></p>", False),
    ],
)  # fmt: skip
def test_what_holds_links_alone_is_a_menu(text: str, is_fold: bool) -> None:
    assert bool(_folds(f"{BUTTON}<div hidden>{text}</div>")) is is_fold


def _headings(*folds: bool, tag: str = "h3", more: str = "") -> str:
    return "".join(f"<{tag}>L</{tag}>" + (f"<div hidden>x</div>{more}" if fold else "<p>y</p>") for fold in folds)


def test_what_is_hidden_behind_two_headings_of_a_kind_and_half_of_them_is_a_fold() -> None:
    assert _folds(_headings(True, True)) == ["x", "x"]
    assert _folds(_headings(True)) == []
    assert _folds(_headings(True, False)) == []
    assert _folds(_headings(True, True, False, False)) == ["x", "x"]
    assert _folds(_headings(True, True, False, False, False)) == []
    assert _folds(_headings(True, tag="h3") + _headings(True, tag="h4")) == []
    assert _folds(_headings(True, True, tag="h6")) == ["x", "x"]
    assert _folds(_headings(True, True, tag="p")) == []
    classes = "<h3 class=a>L</h3><div hidden>x</div><h3 class=b>L</h3><div hidden>x</div>"
    assert _folds(classes) == []


def test_what_is_hidden_before_a_value_that_shows_is_help_and_counts_for_none() -> None:
    assert _folds(_headings(True, True, more="<p>y</p>")) == []
    assert _folds(_headings(True, True) + "<h3>L</h3><div hidden>help</div><p>y</p>") == ["x", "x", "help"]


def test_rules_of_the_page_hide_elements_without_attributes() -> None:
    body = f"{BUTTON}<div class=closed>Un puits.</div>"
    assert _folds(body) == []
    assert _folds(body, has_rules=True) == ["Un puits."]
    for attribute in ("style=''", "aria-hidden=true"):
        assert _folds(f"{BUTTON}<div class=closed {attribute}>Un puits.</div>") == ["Un puits."]


def test_the_words_of_an_element_are_one_line() -> None:
    assert words_of(html.fragment_fromstring("<div> Un\n<b>puits</b>\xa0. <i hidden>x</i></div>")) == "Un puits . x"


def test_a_text_with_a_link_in_it_is_nothing_that_one_clicks() -> None:
    def folds(opener: str) -> list[str]:
        return _folds("".join(f"{opener.format(word)}<div hidden>{word} 1</div>" for word in "ABC"))

    assert folds("<p><b><a href='#'>{}</a></b></p>") == ["A 1", "B 1", "C 1"]
    assert folds("<p>{}<a href='#'>z</a></p>") == []
