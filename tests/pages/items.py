"""Facts as the items of a page, in its order: label and value, narrative, table, the post's block, a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .facts import NARRATIVES, Facts, Post
from .labels import (
    COLUMNS,
    CONVENTION_LABELS,
    NARRATIVE_LABELS,
    ONE_PERCENT,
    POST_TITLE,
    SCALAR_LABELS,
    STATUS_LABELS,
    TABLE_LABELS,
    TRIENNIAL,
)  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """A label with a value of one line, or with the paragraphs of a narrative."""

    name: str
    label: str
    paragraphs: tuple[str, ...]
    prose: bool = False


@dataclass(frozen=True)
class Cell:
    text: str = ""
    link: str | None = None
    """Path on the site of the page that the row leads to."""


@dataclass(frozen=True)
class Column:
    header: str
    icon: bool = False
    """The column holds no text, only a picture that links to the row's page."""


@dataclass(frozen=True)
class Table:
    name: str
    label: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class PostBlock:
    name: str
    label: str
    post: Post


@dataclass(frozen=True)
class Sentence:
    name: str
    text: str


Item = Pair | Table | PostBlock | Sentence

AMOUNT_STYLES = ("plain", "nbsp", "narrow", "point", "decimals", "euro", "space", "currency")
"""`space` separates thousands by a plain space, which flat text cannot tell from the space between cells."""


def printed_amount(amount: Decimal | None, style: str) -> str:
    """Write an amount as French pages do: `12000`, `12 000,50`, `12 000,00 €`, `12000.5`."""
    if amount is None:
        return ""
    whole, cents = divmod(int(amount * 100), 100)
    fraction = f"{cents:02}"
    if style == "point":
        return f"{whole}.{fraction}" if cents else f"{whole}.0"
    if style == "plain":
        return f"{whole}.{fraction}" if cents else str(whole)
    separator = {
        "nbsp": "\u00a0",
        "narrow": "\u202f",
        "decimals": "",
        "euro": "\u00a0",
        "space": " ",
        "currency": "\u202f",
    }
    text = f"{whole:,}".replace(",", separator[style])
    if cents or style in {"decimals", "currency"}:
        text += f",{fraction}"
    return text + {"euro": "\u00a0€", "currency": " €"}.get(style, "")


def _tables(facts: Facts, amounts: str) -> dict[str, list[list[Cell]]]:
    def row(*values: object) -> list[Cell]:
        return [Cell("" if value is None else str(value)) for value in values]

    return {
        "other_themes": [
            row(other.levels.theme, other.levels.subtheme, other.levels.subsubtheme, other.priority)
            for other in facts.other_themes
        ],
        "sdgs": [row(f"{goal.number} - {goal.label}", goal.level) for goal in facts.sdgs],
        "foreign_partners": [
            [*row(partner.name, partner.country), Cell(link=partner.link)] for partner in facts.foreign_partners
        ],
        "foreign_contacts": [
            row(person.organisation, person.last_name, person.first_name, person.position, person.email)
            for person in facts.foreign_contacts
        ],
        "french_authorities": [[*row(body.name), Cell(link=body.link)] for body in facts.french_authorities],
        "funding": [
            row(
                grant.funder,
                *(printed_amount(value, amounts) for value in (grant.amount, *grant.one_percent)),
                grant.year,
            )
            for grant in facts.funding
        ],
        "volunteers": [
            row(someone.last_name, someone.first_name, someone.mission, someone.field, someone.host)
            for someone in facts.volunteers
        ],
    }


def page_items(facts: Facts, *, amounts: str = "plain") -> Iterator[Item]:
    """Give the items of a page in its order.

    Args:
        facts: what the page states.
        amounts: one of `AMOUNT_STYLES`.
    """
    rows = _tables(facts, amounts)

    def table(name: str) -> Table:
        icons = name in {"foreign_partners", "french_authorities"}
        columns = tuple(Column(header, icon=icons and not header) for header in COLUMNS[name])
        return Table(name, TABLE_LABELS[name], columns, tuple(tuple(cells) for cells in rows[name]))

    def pair(name: str, value: object, label: str = "") -> Pair:
        return Pair(name, label or SCALAR_LABELS[name], () if value is None else (str(value),))

    if facts.post:
        yield PostBlock("post", POST_TITLE.format(facts.post.name), facts.post)
    yield pair("title", facts.title)
    if facts.has_convention_label:
        yield pair("convention_year", facts.convention_year, CONVENTION_LABELS[facts.generation])
    yield pair("theme", facts.theme.theme)
    yield pair("subtheme", facts.theme.subtheme)
    yield pair("subsubtheme", facts.theme.subsubtheme)
    yield table("other_themes")
    if facts.generation == "new":
        yield table("sdgs")
    yield pair("start_year", facts.start_year)
    yield pair("status", facts.status_label, STATUS_LABELS[facts.generation])
    yield pair("end_date", facts.end_date)
    merged = facts.generation == "new"
    for name in NARRATIVES:
        if name in {"objective", "description"} or merged == (name == "context_and_history"):
            yield Pair(name, NARRATIVE_LABELS[name], getattr(facts, name), prose=True)
    yield pair("form", facts.form)
    for name in ("foreign_partners", "foreign_contacts", "french_authorities"):
        yield table(name)
    if facts.triennial is not None:
        yield Sentence("triennial", TRIENNIAL[facts.triennial])
    yield table("funding")
    yield table("volunteers")


ONE_PERCENT_HEADER = ONE_PERCENT
