"""Pieces of pages: the labels that every page has, and what a test puts below them."""

from collections.abc import Callable
from typing import Any

from atlas_scraper import Partnership, parse
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.values.text import fold

ONE_PERCENT = "Montant 1% Eau (Loi Oudin 2005)"
FUNDING = f"Nom du financeur|Montant en euros|{ONE_PERCENT}|{ONE_PERCENT}|{ONE_PERCENT}|Année"
HEAD = (
    "<h3>Titre</h3><p>Un jumelage</p><h3>Thématique d'intervention</h3><p></p>"
    "<h3>Sous-thématique d'intervention</h3><p></p><h3>Sous-sous-thématique d'intervention</h3><p></p>"
    "<h3>Autres thématiques mises en œuvre pour le partenariat</h3>"
    "<h3>Le partenariat est</h3><p>En cours</p><h3>Date de fin du partenariat</h3><p></p>"
)
LABELS = (
    "Contexte|Historique|Objectif du partenariat|Description détaillée du partenariat|"
    "Votre partenariat prend la forme d'un(e)|Partenaires étrangers du partenariat|"
    "Contacts dans les partenaires étrangers du partenariat|Collectivités territoriales partenaires du partenariat|"
    "Financement du partenariat|Volontaires impliqués dans le partenariat"
).split("|")
HEAD_OF_TEXT = (
    "Titre|Un jumelage|Thématique d'intervention|Sous-thématique d'intervention|Sous-sous-thématique d'intervention|"
    "Autres thématiques mises en œuvre pour le partenariat|Le partenariat est|En cours|Date de fin du partenariat"
).split("|")


def page(html: str = "", *, above: str = "", head: str = HEAD) -> str:
    """Give a page with what every page has, some content, and the other labels with nothing below them."""
    said = fold(html)
    last = max((place for place, label in enumerate(LABELS) if fold(label) in said), default=-1)
    missing = [(place, f"<h3>{label}</h3>") for place, label in enumerate(LABELS) if fold(label) not in said]
    before = "".join(heading for place, heading in missing if place < last)
    behind = "".join(heading for place, heading in missing if place > last)
    return f"<html><body><main>{above}{head}{before}{html}{behind}</main></body></html>"


def page_of(pair: Callable[[str, str], str], **values: str) -> str:
    """Give a page whose labels and values are all written by one function; values by the field's name."""
    words = {"title": "Titre", "start_year": "Année de début du partenariat", "status": "Le partenariat est"}
    others = [label for label in (*HEAD_OF_TEXT, *LABELS) if label not in {"Un jumelage", "En cours"}]
    by_label = {words.get(name, name.capitalize()): value for name, value in values.items()}
    order = [*others[:5], words["start_year"], *others[5:]]
    return "".join(pair(label, by_label.get(label, "")) for label in order)


def read(html: str, **options: Any) -> Partnership:
    return parse(page(html).encode(), **options)


def read_text(*lines: str) -> Partnership:
    return parse("\n".join([*HEAD_OF_TEXT, *lines]).encode())


def codes(record: Partnership) -> list[IssueCode]:
    return [issue.code for issue in record.issues if issue.code is not IssueCode.SECTION_MISSING]


def table(label: str, *rows: str) -> str:
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)
    return f"<h3>{label}</h3><table>{body}</table>"


def page_of_funding(*rows: str) -> str:
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    header = "".join(f"<th>{name}</th>" for name in FUNDING.split("|"))
    return f"<h3>Financement du partenariat</h3><table><tr>{header}</tr>{body}</table>"
