"""Pieces of pages: the labels that every page has, and what a test puts below them."""

from typing import Any

from atlas_scraper import Partnership, parse
from atlas_scraper.record.issues import IssueCode

ONE_PERCENT = "Montant 1% Eau (Loi Oudin 2005)"
FUNDING = f"Nom du financeur|Montant en euros|{ONE_PERCENT}|{ONE_PERCENT}|{ONE_PERCENT}|Année"
HEAD = (
    "<h3>Titre</h3><p>Un jumelage</p><h3>Thématique d'intervention</h3><p></p>"
    "<h3>Le partenariat est</h3><p>En cours</p><h3>Date de fin du partenariat</h3><p></p>"
)


def read(html: str, **options: Any) -> Partnership:
    return parse(f"<html><body><main>{HEAD}{html}</main></body></html>".encode(), **options)


def read_text(*lines: str) -> Partnership:
    return parse("\n".join(["Titre", "Un jumelage", "Le partenariat est", "En cours", *lines]).encode())


def codes(record: Partnership) -> list[IssueCode]:
    return [issue.code for issue in record.issues if issue.code is not IssueCode.SECTION_MISSING]


def table(label: str, *rows: str) -> str:
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)
    return f"<h3>{label}</h3><table>{body}</table>"


def page_of_funding(*rows: str) -> str:
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    header = "".join(f"<th>{name}</th>" for name in FUNDING.split("|"))
    return f"<h3>Financement du partenariat</h3><table><tr>{header}</tr>{body}</table>"
