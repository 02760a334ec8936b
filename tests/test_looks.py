"""Labels that are told by how they look: by their own style, or by the attributes that came before style sheets."""

import itertools

import pytest
from fragments import page_of

from atlas_scraper import Partnership, parse

VALUES = {"title": "Un jumelage", "start_year": "2001", "contexte": "Une amitié."}
PAIRS = [
    '<p style="font-weight: bold">{0}</p><p style="margin: 0">{1}</p>',
    '<div style="grid-column:1">{0}</div><div style="grid-column:2">{1}</div>',
    '<font color="navy">{0}</font><br><font>{1}</font><br>',
    '<p align="center">{0}</p><p align="justify">{1}</p>',
    '<tr><td bgcolor="#DDEEFF">{0}</td></tr><tr><td>{1}</td></tr>',
    '<tr><td class="l">{0}</td></tr><tr><td class="v">{1}</td></tr>',
]


def _with_unlisted(pair: str) -> Partnership:
    """Read a page of pairs; one with an unlisted label stands behind an empty one."""
    empty, further = pair.format("Historique", ""), pair.format("Perspectives", "2019")
    labels = page_of(pair.format, **VALUES)
    assert empty in labels
    around = "<table>{}</table>" if pair.startswith("<tr") else "<div>{}</div>"
    return parse(around.format(labels.replace(empty, empty + further)).encode())


@pytest.mark.parametrize("pair", PAIRS)
def test_an_unlisted_label_behind_an_empty_one_is_told_by_how_labels_look(pair: str) -> None:
    record = _with_unlisted(pair)
    assert (record.title, record.start_year, record.context, record.history) == (
        "Un jumelage",
        2001,
        ["Une amitié."],
        [],
    )
    assert ("Perspectives", "2019") in [(each.label, each.text) for each in record.unread]


def test_a_place_of_its_own_makes_no_look_of_its_own() -> None:
    lines = itertools.count(100, 20)

    def pair(label: str, value: str) -> str:
        box, top = '<div style="position:absolute;left:{}px;top:{}px">{}</div>', next(lines)
        further = box.format(50, next(lines), "Perspectives") + box.format(200, top, "2019")
        value = box.format(200, top, value) if value else ""
        return box.format(50, top, label) + value + (further if label == "Historique" else "")

    record = parse(page_of(pair, **VALUES).encode())
    assert (record.title, record.start_year, record.context, record.history) == (
        "Un jumelage",
        2001,
        ["Une amitié."],
        [],
    )
    assert ("Perspectives", "2019") in [(each.label, each.text) for each in record.unread]


@pytest.mark.parametrize("value", ["<dd>{1}", "<dd>{1}<dd>Encore."])
def test_a_list_of_definitions_needs_no_end_tags(value: str) -> None:
    def pair(label: str, text: str) -> str:
        further = "<dt>Perspectives<dd>2019" if label == "Historique" else ""
        return f"<dt>{label}{value.format(label, text) if text else ''}\n{further}"

    record = parse(f"<dl>{page_of(pair, **VALUES)}</dl>".encode())
    assert (record.title, record.start_year, record.context[0], record.history) == (
        "Un jumelage",
        2001,
        "Une amitié.",
        [],
    )
    assert ("Perspectives", "2019") in [(each.label, each.text) for each in record.unread]
