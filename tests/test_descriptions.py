"""A help that the markup says to describe a label, a field or a title is no value and no text, and is yet said."""

from collections.abc import Callable

import pytest
from fragments import codes, page, page_of, read

from atlas_scraper import Partnership, parse
from atlas_scraper.pipeline import read as read_with_frame

VALUES = {"title": "Un jumelage", "start_year": "1971", "status": "En cours", "contexte": "Un.", "historique": "Deux."}
HELP = "Remplissez bien ce champ."


def _values(record: Partnership) -> tuple[object, ...]:
    return record.title, record.start_year, record.status_label, record.context, record.history


def _pairs(pair: str) -> Callable[[str, str], str]:
    """Give how a label and its value are written, in which `n` stands for a number of the pair."""
    count = iter(range(999))
    return lambda label, value: pair.format(n=next(count), label=label, value=value, help=HELP)


@pytest.mark.parametrize(
    "pair",
    [
        "<p id=l{n}>{label}</p><p id=h{n}>{help}</p><p aria-labelledby=l{n} aria-describedby=h{n}>{value}</p>",
        "<p id=l{n}>{label}</p><p aria-labelledby=l{n} aria-describedby=h{n}>{value}</p><p id=h{n}>{help}</p>",
        "<label for=f{n}>{label}</label><input id=f{n} aria-describedby=h{n} value='{value}'><p id=h{n}>{help}</p>",
        "<div><label for=f{n}>{label} <small id=h{n}>{help}</small></label>"
        "<textarea id=f{n} aria-describedby=h{n}>{value}</textarea></div>",
        "<tr><th id=l{n}>{label}<br><small id=h{n}>{help}</small></th>"
        "<td><span aria-labelledby=l{n} aria-describedby=h{n}>{value}</span></td></tr>",
    ],
)
def test_what_describes_a_value_is_no_part_of_it(pair: str) -> None:
    html = page_of(_pairs(pair), **VALUES)
    record = parse(f"<html><body>{'<table>' if '<tr>' in pair else '<main>'}{html}</body></html>".encode())
    assert (_values(record), record.unread) == (("Un jumelage", 1971, "En cours", ["Un."], ["Deux."]), [])


def _titled(label: str, text: str, number: int, description: str = HELP) -> str:
    return f"<h3 aria-describedby=h{number}>{label}</h3><p id=h{number}>{description}</p>{text}"


def test_what_describes_most_titles_with_a_text_is_no_text_and_is_checked_across_pages() -> None:
    html = _titled("Contexte", "<p>Un.</p>", 1) + _titled("Historique", "<p>Deux.</p>", 2)
    html += _titled("Objectif du partenariat", "", 3, "Dites vos buts.")
    read_page = read_with_frame(page(html).encode())
    record = read_page.record
    assert (record.context, record.history, record.objective) == (["Un."], ["Deux."], [])
    assert record.unread == []
    assert {HELP, "Dites vos buts."} <= {*read_page.frame}


def test_what_describes_titles_and_is_all_that_stands_below_them_is_their_text() -> None:
    record = read(_titled("Contexte", "", 1, "Un.") + _titled("Historique", "", 2, "Deux puits."))
    assert (record.context, record.history) == (["Un."], ["Deux puits."])


def test_a_single_description_that_is_all_that_stands_below_a_title_is_said() -> None:
    record = read(_titled("Contexte", "", 1, "Un puits."))
    assert record.context or [each.text for each in record.unread] == ["Un puits."]


def test_what_describes_a_table_says_its_rows_as_before() -> None:
    rows = "<tr><th>Nom de la collectivité étrangère</th><th>Pays</th></tr><tr><td>Gao</td><td>Mali</td></tr>"
    html = f"<table aria-describedby=i>{rows}</table><p id=i>Affichage de 1 à 1 sur 3 éléments</p>"
    record = read(f"<h3>Partenaires étrangers du partenariat</h3>{html}")
    assert [each.name for each in record.foreign_partners] == ["Gao"]
    assert "missing_rows" in codes(record)


def test_a_help_that_no_markup_binds_is_told_by_those_below_years_and_dates() -> None:
    helps = {"Année de début du partenariat": "Format : AAAA", "Date de fin du partenariat": "Format : JJ/MM/AAAA"}

    def written(label: str, value: str) -> str:
        said = f"<small>{helps.get(label, HELP)}</small>"
        return f"<div><p class=l>{label}</p>{said}<div class=v>{value}</div></div>"

    read_page = read_with_frame(f"<html><body>{page_of(written, **VALUES)}</body></html>".encode())
    assert (_values(read_page.record), read_page.record.unread) == (
        ("Un jumelage", 1971, "En cours", ["Un."], ["Deux."]),
        [],
    )
    assert {HELP, *helps.values()} <= {*read_page.frame}


def test_the_first_paragraphs_of_texts_stay_where_they_are_marked_as_no_help() -> None:
    more = {"Contexte": "Plus d'eau.", "Historique": "Puis un puits."}

    def written(label: str, value: str) -> str:
        return f"<h3>{label}</h3><p class=lead>{value}</p><p>{more.get(label, '')}</p>"

    record = parse(f"<html><body>{page_of(written, **VALUES)}</body></html>".encode())
    assert (record.context, record.history) == (["Un.", "Plus d'eau."], ["Deux.", "Puis un puits."])


@pytest.mark.parametrize("behind", ["", "<button>Modifier</button>", "<hr>"])
def test_texts_that_describe_their_titles_stay_where_helps_describe_fields(behind: str) -> None:
    fields = "".join(
        f"<p>{label} <input value='{value}' aria-describedby=h{label}><small id=h{label}>{HELP}</small></p>"
        for label, value in (("Mois", "mai"), ("Jour", "lundi"))
    )
    texts = "".join(
        f"<h3 aria-describedby=t{label}>{label}</h3><div id=t{label}>{text}</div>{behind}"
        for label, text in (("Contexte", "Un."), ("Historique", "Deux."))
    )
    record = parse(page(texts, above=fields).encode())
    assert (record.context, record.history) == (["Un."], ["Deux."])
