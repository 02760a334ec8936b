"""Buttons within labels, such as those of the State's design system that open a tooltip: they are no value."""

import pytest
from fragments import codes, page_of

from atlas_scraper import Partnership, parse
from atlas_scraper.record.issues import IssueCode

VALUES = {"title": "Un jumelage", "start_year": "1979", "status": "En cours", "contexte": "Un texte."}
LABELS = ("Titre", "Année de début du partenariat", "Le partenariat est", "Contexte")


def _record(words: str, *labels: str, pair: str = "<p>{}</p><p>{}</p>", **values: str) -> Partnership:
    """Read a page on which a button behind some labels says some words, each value in the box below its label."""

    def write(label: str, value: str) -> str:
        button = f'<button type="button" aria-describedby="t">{words}</button>' if label in labels else ""
        return f"<div>{pair.format(label + button, value)}</div>"

    html = page_of(write, **{**VALUES, **values})
    return parse(f"<html><body><main>{html}</main></body></html>".encode())


@pytest.mark.parametrize("labels", [LABELS[:1], LABELS[1:2], LABELS[2:3], LABELS[3:], LABELS[:2], LABELS])
def test_a_button_that_explains_a_label_is_none_of_it(labels: tuple[str, ...]) -> None:
    record = _record("Information contextuelle", *labels)
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 1979, "En cours")
    assert (record.context, record.unread, codes(record)) == (["Un texte."], [], [])


@pytest.mark.parametrize("label", LABELS)
def test_what_another_button_says_is_no_value_where_others_have_theirs_below_and_is_said(label: str) -> None:
    record = _record("Précision", label)
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 1979, "En cours")
    assert (record.context, [each.text for each in record.unread]) == (["Un texte."], ["Précision"])
    assert codes(record) == [IssueCode.UNREAD_TEXT]


def test_a_button_is_the_value_where_nothing_stands_below() -> None:
    assert _record("Un jumelage", "Titre", title="").title == "Un jumelage"


def test_a_button_is_the_value_where_no_other_label_has_its_own_below() -> None:
    record = _record("Un jumelage", "Titre", pair="{} <b>{}</b>", title="", contexte="")
    assert record.title == "Un jumelage"
