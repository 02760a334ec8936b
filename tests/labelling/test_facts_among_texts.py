"""An unlisted fact below the title of an empty text: facts are marked as facts, whatever stands where texts do."""

import pytest
from fragments import page_of

from atlas_scraper import Partnership, parse

FACT = "<div class=c><h3 class=f>{0}</h3><p>{1}</p></div>"
TEXTS = ("Contexte", "Historique", "Objectif du partenariat", "Description détaillée du partenariat")


def _read(below_description: str) -> Partnership:
    """Read a page whose facts stand in boxes of their own, with its texts below their titles, the last one empty."""

    def write(known: str, value: str) -> str:
        if known not in TEXTS:
            return FACT.format(known, value)
        text = f"<h3 class=t>{known}</h3><div class=d>{value and f'<p>{value}</p>'}"
        return f"{text}{below_description}</div></section><section>" if known == TEXTS[-1] else f"{text}</div>"

    texts = {"contexte": "Un puits.", "historique": "Deux puits.", "objectif du partenariat": "Trois puits."}
    content = page_of(write, title="Jumelage", start_year="1979", status="En cours", **texts)
    return parse(f"<html><body><main><section>{content}</section></main></body></html>".encode())


def test_a_line_marked_as_facts_below_an_empty_text_is_one_of_them() -> None:
    record = _read(f"</div>{FACT.format('Livrables', 'à préciser')}<div>")
    assert (record.description, [(u.label, u.text) for u in record.unread]) == ([], [("Livrables", "à préciser")])


@pytest.mark.parametrize("mark", ["<p class=u>{0}</p><p>{1}</p>", "<p>{0}</p><p>{1}</p>"])
def test_a_line_of_another_mark_within_a_text_is_of_the_text(mark: str) -> None:
    record = _read(mark.format("Livrables", "à préciser"))
    assert (record.description, record.unread) == (["Livrables", "à préciser"], [])


def test_a_header_alone_is_a_label_where_headers_beside_each_other_are() -> None:
    def rows(*pairs: tuple[str, str]) -> str:
        names = "".join(f"<th>{name}</th>" for name, _ in pairs)
        values = "".join(f"<td>{value}</td>" for _, value in pairs)
        return f"<table><tr>{names}</tr><tr>{values}</tr></table>"

    known = rows(("Titre", "Jumelage"), ("Année de début du partenariat", "1979"), ("Le partenariat est", "En cours"))
    others = rows(("Thématique d'intervention", ""), ("Sous-thématique d'intervention", "Eau et déchets"))
    texts = "".join(f"<h3>{title}</h3>" for title in TEXTS[1:])
    behind = rows(("Livrables", "à préciser"))
    page = f"<main>{known}{others}<h3>{TEXTS[0]}</h3><p>Un puits.</p>{behind}{texts}</main>"
    record = parse(page.encode())
    assert (record.context, [u.label for u in record.unread]) == (["Un puits."], ["Livrables"])


@pytest.mark.parametrize(
    ("full", "empty"),
    [
        (
            "<div class=f><span class=l>{0}</span><span class=v>{1}</span></div>",
            "<div class=f><span class=l>{0}</span></div>",
        ),
        ("<p><b>{0}</b> <span>{1}</span></p>", "<p><b>{0}</b></p>"),
    ],
)
def test_a_pair_below_a_text_is_one_where_of_all_facts_the_title_alone_has_a_value(full: str, empty: str) -> None:
    def write(known: str, value: str) -> str:
        if known not in TEXTS:
            return (full if value else empty).format(known, value)
        return f"<h3>{known}</h3><p>{value}</p>" + (full.format("Livrables", "Oui") if known == TEXTS[0] else "")

    record = parse(page_of(write, title="Jumelage", contexte="Un puits.").encode())
    assert (record.title, record.context) == ("Jumelage", ["Un puits."])
    assert [(u.label, u.text) for u in record.unread] == [("Livrables", "Oui")]
