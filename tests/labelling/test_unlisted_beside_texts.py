"""Unlisted labels beside texts and empty fields: neither the caption of a pair nor the value of a field."""

import pytest
from fragments import page, page_of

from atlas_scraper import Partnership, parse

PAIR = "<table><tr><td>Livrables</td><td>2019</td></tr></table>"


def _read(text: str) -> Partnership:
    return parse(page(f"<h3>Contexte</h3>{text}").encode())


@pytest.mark.parametrize("last", ["<p><a href='?d'>31/12/2002</a></p>", "<p><span>31/12/2002</span></p>"])
def test_the_last_line_of_a_text_is_no_caption_of_a_pair_behind_it(last: str) -> None:
    record = _read(f"<p>Un puits.</p>{last}{PAIR}")
    assert record.context == ["Un puits.", "31/12/2002"]
    assert [(each.label, each.text) for each in record.unread] == [(None, "Livrables | 2019")]


def test_the_one_line_of_a_text_is_no_caption_of_a_pair_outside_its_box() -> None:
    record = parse(
        page("", head="")
        .replace("<h3>Contexte</h3>", f"<section><h3>Contexte</h3><p><i>2002</i></p></section>{PAIR}")
        .replace("<main>", "<main><h3>Titre</h3><p>Un jumelage</p>")
        .encode()
    )
    assert record.context == ["2002"]
    assert "Livrables" in str(record.unread)


@pytest.mark.parametrize("title", ["<h4>Budget</h4>", "<div class=t>Budget</div>"])
def test_a_line_marked_otherwise_than_the_text_above_it_is_the_caption_of_a_pair(title: str) -> None:
    record = _read(f"<p>Un puits.</p>{title}{PAIR}")
    assert record.context == ["Un puits."]
    assert [(each.label, each.text) for each in record.unread] == [("Budget", "Livrables | 2019")]


def test_an_unlisted_label_below_an_empty_one_is_no_value_of_it_where_both_stand_in_an_element_more() -> None:
    def write(label: str, value: str) -> str:
        inner = f"<span>{label}</span>" if label.startswith("Sous-sous") else label
        pair = "<div class=f><div class=l>{}</div><div class=v>{}</div></div>".format
        unlisted = pair("<span>Livrables</span>", "120") if label.startswith("Sous-sous") else ""
        return pair(inner, value) + unlisted

    record = parse(
        page_of(write, title="Jumelage", start_year="1979", status="En cours", contexte="Un puits.").encode()
    )
    assert record.theme is None
    assert [(each.label, each.text) for each in record.unread] == [("Livrables", "120")]
