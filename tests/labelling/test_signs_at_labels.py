"""A sign on a line of its own at a label or a text: the page's where it shares the label's box or comes again."""

import pytest
from fragments import page_of

from atlas_scraper import Partnership, parse

LABELS = ("Contexte", "Objectif du partenariat")
SIGNS = ("»", "▾", "[+]", "…", "────────")


def _read(head: str, text: str = "<p>{}</p>", *, panes: tuple[str, ...] = LABELS) -> Partnership:
    """Read a page some of whose texts are panes, with a head written as `head`."""

    def write(known: str, value: str) -> str:
        if known not in panes:
            return f"<p><b>{known}</b></p><p>{value}</p>"
        return f"<div>{head.format(known)}<div>{text.format(value)}</div></div>"

    texts = {"contexte": "Un puits.", "historique": "Une école.", "objectif du partenariat": "Deux puits."}
    content = page_of(write, title="Jumelage", start_year="1979", status="En cours", **texts)
    return parse(f"<html><body><main>{content}</main></body></html>".encode())


def _is_read(record: Partnership) -> bool:
    texts = (record.context, record.history, record.objective)
    return texts == (["Un puits."], ["Une école."], ["Deux puits."]) and (record.end_date, record.unread) == (None, [])


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("head", ["<div><div>{sign}</div>{{0}}</div>", "<div><p>{sign}</p><b>{{0}}</b></div>"])
def test_a_sign_in_the_box_of_the_label_below_it_is_no_text(sign: str, head: str) -> None:
    assert _is_read(_read(head.format(sign=sign)))


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("panes", [LABELS, LABELS[:1]])
@pytest.mark.parametrize(
    "head",
    [
        "<div><h3>{{0}}</h3><span>{sign}</span></div>",
        "<button><div>{{0}}</div><div>{sign}</div></button>",
        "<h3>{{0}}</h3><a href='#'>{sign}</a>",
    ],
)
def test_a_sign_in_the_box_of_the_label_above_it_or_that_can_be_pressed_is_no_text(
    sign: str, panes: tuple[str, ...], head: str
) -> None:
    assert _is_read(_read(head.format(sign=sign), panes=panes))


@pytest.mark.parametrize("sign", [*SIGNS, "* * *", "<a href='#top'>↑</a>"])
@pytest.mark.parametrize("text", ["<p>{sign}</p><p>{{}}</p>", "<p>{{}}</p><p>{sign}</p>"])
def test_a_sign_that_several_texts_begin_or_end_with_is_the_pages(sign: str, text: str) -> None:
    assert _is_read(_read("<div><b>{0}</b></div>", text.format(sign=sign)))


@pytest.mark.parametrize("unit", ["€", "%", "£"])
def test_a_unit_that_several_texts_end_with_is_of_each(unit: str) -> None:
    assert _read("<div><b>{0}</b></div>", f"<p>{{}}</p><p>{unit}</p>").context == ["Un puits.", unit]


def test_quotes_around_several_texts_are_the_pages() -> None:
    assert _is_read(_read("<div><b>{0}</b></div>", "<span>“</span><p>{}</p><span>”</span>"))


@pytest.mark.parametrize("sign", ["***", "…"])
@pytest.mark.parametrize("text", ["<p>{{}}</p><p>{sign}</p>", "<p>{{}}</p><p>{sign}</p><p>Fin.</p>"])
def test_a_sign_of_one_text_alone_is_of_that_text(sign: str, text: str) -> None:
    record = _read("<div><b>{0}</b></div>", text.format(sign=sign), panes=LABELS[:1])
    assert record.context[:2] == ["Un puits.", sign]


def test_a_sign_in_the_midst_of_several_texts_is_of_each() -> None:
    record = _read("<div><b>{0}</b></div>", "<p>{}</p><p>***</p><p>Fin.</p>")
    assert (record.context, record.objective) == (["Un puits.", "***", "Fin."], ["Deux puits.", "***", "Fin."])


@pytest.mark.parametrize("head", ["<p><b>{0}</b></p>", "<div><h3>{0}</h3></div>"])
def test_a_colon_behind_words_that_read_as_a_label_is_of_their_line(head: str) -> None:
    record = _read(head, "<p><span>Contexte <b>local</b> :</span></p><p>{}</p>", panes=LABELS[1:])
    assert record.objective == ["Contexte local :", "Deux puits."]


def test_a_dash_in_place_of_a_value_above_its_label_is_no_sign_of_the_page() -> None:
    content = page_of(
        lambda known, value: f"<div><p class=v>{value or '—'}</p><p class=l>{known}</p></div>",
        title="Jumelage",
        start_year="1979",
        status="En cours",
    )
    record = parse(f"<main>{content}</main>".encode())
    assert (record.title, record.start_year, record.status_label) == ("Jumelage", 1979, "En cours")
