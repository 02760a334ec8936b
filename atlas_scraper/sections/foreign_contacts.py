"""People at the partners abroad: the table below `Contacts dans les partenaires étrangers du partenariat`.

What is odd about it: three columns of free text stand side by side, so where a rendition has lost the cells'
positions, or their borders, names and functions cannot always be told apart; they are then not guessed.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile
from typing import Any

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.model import ForeignContact
from atlas_scraper.sections.emails import address_of
from atlas_scraper.sections.filled import filled
from atlas_scraper.sections.section import Parts, Section
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.row import Row
from atlas_scraper.tables.rows import take_rows
from atlas_scraper.values.emails import read_email
from atlas_scraper.values.text import fold

LABEL = Label("foreign_contacts", ("Contacts dans les partenaires étrangers du partenariat",), heads_table=True)


def _is_address(text: str) -> bool:
    # With words around it a text is an address and more, which only a cell of its own can hold.
    return " " not in text and read_email(text) is not None


ORGANISATION = PageColumn("organisation", ("Nom de la collectivité étrangère",), always_filled=True)
LAST_NAME = PageColumn("last_name", ("Nom",), always_filled=True, is_required=True)
FIRST_NAME = PageColumn("first_name", ("Prénom",))
POSITION = PageColumn("position", ("Fonction",))
EMAIL = PageColumn("email", ("Courriel",), _is_address)
# How the words for a function begin, folded.
_FUNCTIONS = tuple(
    map(
        fold,
        [
            "maire",
            "président",
            "vice",
            "directeur",
            "directrice",
            "chef",
            "cheffe",
            "chargé",
            "responsable",
            "secrétaire",
            "adjoint",
            "premier",
            "1er",
            "conseiller",
            "conseillère",
            "coordinateur",
            "coordinatrice",
            "coordonnateur",
            "coordonnatrice",
            "gouverneur",
            "préfet",
            "délégué",
            "ingénieur",
            "technicien",
            "agent",
            "animateur",
            "animatrice",
            "administrateur",
            "trésorier",
            "bourgmestre",
            "élu",
            "député",
        ],
    )
)
COLUMNS = (ORGANISATION, LAST_NAME, FIRST_NAME, POSITION, EMAIL)


def read_foreign_contacts(reader: SectionReader, partners: list[str]) -> list[ForeignContact]:
    """Read the people at the partners abroad, in the page's order.

    Args:
        reader: the page.
        partners: names of the partners abroad, which tell where the name of an organisation ends in flat text.

    Raises:
        LayoutError: the table lacks a column that it cannot be read without.
    """
    columns = COLUMNS
    if reader.document.rendition == "flat-text" and partners:
        known = frozenset(map(fold, partners))
        columns = (replace(ORGANISATION, fits=lambda text: fold(text) in known), *COLUMNS[1:])
    rows = take_rows(reader, LABEL, columns, split=_split_person)
    return filled(reader, LABEL, rows, lambda row: _read_row(reader, row))


def _split_person(text: str) -> dict[str, str]:
    """Read what tells itself in `DE LA TOUR Anne Maire`: a family name in capitals, a known word for a function."""
    words = text.split()
    names = list(takewhile(lambda word: word.isupper() and any(map(str.isalpha, word)), words))
    rest = words[len(names) :]
    functions = [place for place, word in enumerate(rest) if fold(word).startswith(_FUNCTIONS)]
    cells = {LAST_NAME.name: " ".join(names)} if names and rest else {}
    if cells and functions and 0 < functions[0] < 3:
        cells[FIRST_NAME.name] = " ".join(rest[: functions[0]])
        cells[POSITION.name] = " ".join(rest[functions[0] :])
    return cells


def _read_row(reader: SectionReader, row: Row) -> ForeignContact:
    return ForeignContact(
        organisation=row.get(ORGANISATION),
        last_name=row.get(LAST_NAME),
        first_name=row.get(FIRST_NAME),
        position=row.get(POSITION),
        email=address_of(reader, LABEL, row.get(EMAIL), row.links),
    )


def _read_section(reader: SectionReader, so_far: Mapping[str, Any]) -> Parts:
    names = [partner.name for partner in so_far.get("foreign_partners", ()) if partner.name]
    return {"foreign_contacts": read_foreign_contacts(reader, names)}


SECTION = Section((LABEL,), _read_section, COLUMNS)
