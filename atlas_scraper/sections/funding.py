"""The funding: the table below `Financement du partenariat`, a row a funder and year.

What is odd about it: `Montant 1% Eau (Loi Oudin 2005)` stands over three columns. French law has three such
schemes (water, Oudin-Santini 2005; energy, 2006; waste, 2014) and the site prints the same header over each,
so the three stay apart by position and are not renamed. Behind an amount its share of the whole may stand in brackets,
for which the record has no room: it stays in `unread`.
"""

import re
from decimal import Decimal

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import Funding
from atlas_scraper.sections.filled import filled
from atlas_scraper.sections.section import Section
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.row import Row
from atlas_scraper.tables.rows import take_rows
from atlas_scraper.values.amounts import part_share, read_amount
from atlas_scraper.values.dates import read_year

LABEL = Label("funding", ("Financement du partenariat", "Financements du partenariat"), heads_table=True)


def _is_amount(text: str) -> bool:
    # The second half of `12 000` is no amount of its own.
    text = part_share(text)[0]
    return read_amount(text) is not None and not re.match(r"0\s?\d", text)


FUNDER = PageColumn("funder", ("Nom du financeur",), always_filled=True, is_required=True)
AMOUNT = PageColumn("amount_eur", ("Montant en euros",), _is_amount, always_filled=True)
ONE_PERCENT = tuple(
    PageColumn(f"one_percent_eur_{place}", ("Montant 1% Eau (Loi Oudin 2005)",), _is_amount) for place in (1, 2, 3)
)
YEAR = PageColumn("year", ("Année",), lambda text: read_year(text) is not None, always_filled=True)
COLUMNS = (FUNDER, AMOUNT, *ONE_PERCENT, YEAR)


def read_funding(reader: SectionReader) -> list[Funding]:
    """Read who paid what in which year, in the page's order; amounts in euros.

    Raises:
        LayoutError: the table lacks a column that it cannot be read without.
    """
    return filled(reader, LABEL, take_rows(reader, LABEL, COLUMNS), lambda row: _read_row(reader, row))


def _read_row(reader: SectionReader, row: Row) -> Funding:
    text = row.get(YEAR)
    year = read_year(text) if text else None
    if text and year is None:
        reader.issue(IssueCode.UNREADABLE_VALUE, LABEL.field, f"year: {text}")
    return Funding(
        funder=row.get(FUNDER),
        amount_eur=_read_amount(reader, row, AMOUNT),
        one_percent_eur=[_read_amount(reader, row, column) for column in ONE_PERCENT],
        year=year,
    )


def _read_amount(reader: SectionReader, row: Row, column: PageColumn) -> Decimal | None:
    text = row.get(column)
    said, share = part_share(text) if text else ("", "")
    amount = read_amount(said) if said else None
    if text and amount is not None and share:
        reader.keep_unread(column.name, text, LABEL.field, IssueCode.UNREAD_TEXT, place=reader.place(LABEL))
    if text and amount is None:
        reader.issue(IssueCode.UNREADABLE_VALUE, LABEL.field, f"{column.name}: {text}")
    return amount


SECTION = Section((LABEL,), lambda reader, _: {"funding": read_funding(reader)}, COLUMNS)
