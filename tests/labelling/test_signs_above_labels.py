"""A sign on a line of its own above a label: the arrow of a pane where it shares the label's box, else an author's."""

import pytest
from fragments import page_of

from atlas_scraper import Partnership, parse

LABELS = ("Contexte", "Objectif du partenariat")


def _read(head: str, text: str = "<p>{}</p>") -> Partnership:
    """Read a page some of whose texts are panes, with a head written as `head`."""

    def write(known: str, value: str) -> str:
        if known not in LABELS:
            return f"<p><b>{known}</b></p><p>{value}</p>"
        return f"<div>{head.format(known)}<div>{text.format(value)}</div></div>"

    texts = {"contexte": "Un puits.", "historique": "Une école.", "objectif du partenariat": "Deux puits."}
    content = page_of(write, title="Jumelage", start_year="1979", status="En cours", **texts)
    return parse(f"<html><body><main>{content}</main></body></html>".encode())


@pytest.mark.parametrize("sign", ["»", "▾", "[+]", "…"])
@pytest.mark.parametrize("head", ["<div><div>{sign}</div>{{0}}</div>", "<div><p>{sign}</p><b>{{0}}</b></div>"])
def test_a_sign_in_the_box_of_the_label_below_it_is_no_text(sign: str, head: str) -> None:
    record = _read(head.format(sign=sign))
    assert (record.end_date, record.context, record.history) == (None, ["Un puits."], ["Une école."])
    assert (record.objective, record.unread) == (["Deux puits."], [])


@pytest.mark.parametrize("sign", ["***", "…"])
def test_a_sign_below_a_text_in_its_box_is_of_the_text(sign: str) -> None:
    record = _read("<div><b>{0}</b></div>", f"<p>{{}}</p><p>{sign}</p>")
    assert (record.context, record.objective) == (["Un puits.", sign], ["Deux puits.", sign])
