"""Labels in brackets, quotation marks or before a gap of spaces: those that nobody has listed are told by that, too."""

import pytest
from fragments import codes, page_of

from atlas_scraper import Partnership, parse

VALUES = {"title": "Un jumelage", "status": "En cours", "contexte": "Un puits.", "historique": "Depuis 1991."}
FORMS = [
    "<p>[{0}] {1}</p>",
    "<p>({0}) {1}</p>",
    "[{0}] {1}<br>",
    "<p>[{0}]</p><p>{1}</p>",
    "<p>« {0} »</p><p>{1}</p>",
    "<p>« {0} » : {1}</p>",
    '<p>"{0}"</p><p>{1}</p>',
    '<p>"{0}" : {1}</p>',
    "<p>{0}&nbsp;&nbsp;&nbsp;{1}</p>",
    "{0}&emsp;&emsp;{1}<br>",
]


def read(form: str, *below: str, said: tuple[str, str] = ("Mots-clés", "eau, puits"), **values: str) -> Partnership:
    """Read a page of one form, with a pair that nobody has listed below some of its labels."""

    def pair(label: str, value: str) -> str:
        return form.format(label, value) + (form.format(*said) if label in below else "")

    return parse(page_of(pair, **VALUES, **values).encode())


def unread(record: Partnership) -> list[tuple[str | None, str]]:
    return [(each.label, each.text) for each in record.unread]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("empty", ["Date de fin du partenariat", "Objectif du partenariat"])
def test_an_unlisted_label_of_the_form_of_the_others_is_no_value_of_the_empty_field_above(
    form: str, empty: str
) -> None:
    record = read(form, empty)
    assert (unread(record), record.end_date, record.objective) == ([("Mots-clés", "eau, puits")], None, [])


@pytest.mark.parametrize("form", FORMS)
def test_an_unlisted_label_of_the_form_of_the_others_ends_the_text_above(form: str) -> None:
    record = read(form, "Historique")
    assert (record.history, unread(record)) == (["Depuis 1991."], [("Mots-clés", "eau, puits")])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "text", ["« Agir ensemble », dit-elle.", "(voir plus bas) : deux puits", "[...] puis rien", "a 12 m"]
)
def test_a_line_of_text_that_begins_with_a_bracket_or_a_quotation_is_text(form: str, text: str) -> None:
    values = VALUES | {"description détaillée du partenariat": f"Un puits.<br>{text}"}
    record = parse(page_of(form.format, **values).encode())
    assert (record.description, record.unread) == (["Un puits.", text], [])


def test_lines_in_brackets_are_text_where_labels_are_not() -> None:
    values = VALUES | {"historique": "Depuis 1991.<br>[Budget] 12 000"}
    record = parse(page_of("<p><b>{0}</b> {1}</p>".format, **values).encode())
    assert (record.history, codes(record)) == (["Depuis 1991.", "[Budget] 12 000"], [])
