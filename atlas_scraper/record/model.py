"""The record of one partnership, as pydantic models.

The models are frozen and forbid extra fields. Their descriptions are the data dictionary: the JSON Schema
and the documentation are made from them. Values stay as the site wrote them, spaces normalised, with typed
twins where a type exists. Absent is `null` or `[]`; present but unreadable is `null` with the raw text in an
issue.
"""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, PlainSerializer

from atlas_scraper.record.frozen import Frozen, Text
from atlas_scraper.record.issues import Issue, Unread
from atlas_scraper.record.marks import Names


def _as_number(amount: Decimal) -> int | float:
    """Write a decimal as a JSON number; exact for amounts of up to 15 digits, which `Amount` allows."""
    number = float(amount)
    return int(number) if number.is_integer() else number


Amount = Annotated[
    Decimal,
    Field(max_digits=15, decimal_places=2),
    PlainSerializer(_as_number, return_type=int | float, when_used="json"),
]
Year = Annotated[int, Field(ge=1900, le=2100)]


class Status(StrEnum):
    """State of a partnership, from the words behind `Le partenariat est`."""

    ONGOING = "ongoing"
    COMPLETED = "completed"
    DORMANT = "dormant"
    OTHER = "other"


class Theme(Frozen):
    """The three levels of a theme."""

    theme: Annotated[Text | None, Names.WORDS]
    """First level (`Thématique`), as published."""
    subtheme: Annotated[Text | None, Names.WORDS]
    """Second level (`Sous-thématique`), as published."""
    subsubtheme: Annotated[Text | None, Names.WORDS]
    """Third level (`Sous-sous-thématique`), as published."""


class OtherTheme(Theme):
    """A further theme of the partnership."""

    priority: Annotated[int | None, Names.NOBODY]
    """Rank given by the authority, 1 for the highest."""


class SustainableDevelopmentGoal(Frozen):
    """A UN Sustainable Development Goal (`Objectifs de développement durable - ODD`)."""

    goal: Annotated[Annotated[int, Field(ge=1, le=17)] | None, Names.NOBODY]
    """Number of the goal, 1 to 17."""
    label: Annotated[Text | None, Names.WORDS]
    """Name of the goal, as published."""
    level: Annotated[int | None, Names.NOBODY]
    """Level the site prints beside the goal, 2 or 1."""


class PostContact(Frozen):
    """A person or mailbox at the diplomatic post."""

    role: Annotated[Text | None, Names.ROLE]
    """Role at the post, as published."""
    name: Annotated[Text | None, Names.PERSON]
    """Name, as published."""
    email: Annotated[Text | None, Names.EMAIL]
    """Address with `@`; otherwise as published, typing errors included."""


class Post(Frozen):
    """The diplomatic post in charge and its contacts."""

    name: Annotated[Text | None, Names.BODY]
    """Name of the post, such as `Ambassade de France à Ottawa`."""
    contacts: Annotated[list[PostContact], Names.PARTS]
    """Contacts at the post, in the page's order."""


class ForeignPartner(Frozen):
    """An authority or body abroad."""

    name: Annotated[Text | None, Names.BODY]
    """Name, as published."""
    country: Annotated[Text | None, Names.BODY]
    """Country, as published."""
    country_code: Annotated[Annotated[str, Field(pattern="^[A-Z]{2}$")] | None, Names.NOBODY]
    """ISO 3166-1 alpha-2 code of the country; null when the name is in no catalogue."""
    link: Annotated[Text | None, Names.LINK]
    """Absolute address of the partner's page."""


class ForeignContact(Frozen):
    """A person at a foreign partner."""

    organisation: Annotated[Text | None, Names.BODY]
    """The partner the person belongs to, as published."""
    last_name: Annotated[Text | None, Names.LAST_NAME]
    """Family name, as published."""
    first_name: Annotated[Text | None, Names.FIRST_NAME]
    """First name, as published."""
    position: Annotated[Text | None, Names.ROLE]
    """Position held, as published."""
    email: Annotated[Text | None, Names.EMAIL]
    """Address with `@`; otherwise as published."""


class FrenchAuthority(Frozen):
    """A French local authority that takes part."""

    name: Annotated[Text | None, Names.BODY]
    """Name, as published."""
    link: Annotated[Text | None, Names.LINK]
    """Absolute address of the authority's page."""


class Funding(Frozen):
    """What one funder gave in one year."""

    funder: Annotated[Text | None, Names.BODY]
    """Name of the funder, as published."""
    amount_eur: Annotated[Amount | None, Names.NOBODY]
    """Amount in euros (`Montant en euros`)."""
    one_percent_eur: Annotated[list[Amount | None], Field(min_length=3, max_length=3), Names.NOBODY]
    """The three columns headed `Montant 1% Eau (Loi Oudin 2005)`, in euros, by position."""
    year: Annotated[Year | None, Names.NOBODY]
    """Year of the funding."""


class Volunteer(Frozen):
    """A volunteer involved in the partnership."""

    last_name: Annotated[Text | None, Names.LAST_NAME]
    """Family name, as published."""
    first_name: Annotated[Text | None, Names.FIRST_NAME]
    """First name, as published."""
    mission: Annotated[Text | None, Names.DEED]
    """Mission, as published."""
    field: Annotated[Text | None, Names.DEED]
    """Field of action (`Champs d'action`), as published."""
    host: Annotated[Text | None, Names.DEED]
    """Body the volunteer is assigned to (`Entité d'affectation`), as published."""


class Provenance(Frozen):
    """Where the record comes from."""

    retrieved_at: Annotated[datetime | None, Names.NOBODY]
    """When the page was fetched, from the archive; null for a file whose date is not known."""
    source: Annotated[Text | None, Names.NOBODY] = None
    """Who captured the page: `site` (our own runs), a web archive (`web.archive.org`, `commoncrawl`), or the name of an
    archive file; null for a page that lies in a file of its own."""
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$"), Names.NOBODY]
    """SHA-256 of the page's bytes, in hexadecimal."""
    rendition: Annotated[Literal["html", "markdown", "pipe-text", "flat-text"], Names.NOBODY]
    """The form the page came in."""
    parser_version: Annotated[Text, Names.NOBODY]
    """Version of atlas_scraper that read the page."""


class Partnership(Frozen):
    """One partnership of the atlas: everything its page says."""

    project_id: Annotated[Annotated[int, Field(ge=1)] | None, Names.NOBODY]
    """Number of the project (`criteres.prjId` of the address)."""
    source_url: Annotated[Text | None, Names.LINK]
    """Canonical address of the page, without session id or fragment."""
    title: Annotated[Text, Names.TEXT]
    """Title (`Titre`); the site cuts it at about 250 characters."""
    convention_year: Annotated[Year | None, Names.NOBODY]
    """Year in which the agreement was first signed."""
    start_year: Annotated[Year | None, Names.NOBODY]
    """Year in which the partnership began (`Année de début du partenariat`)."""
    status: Annotated[Status | None, Names.NOBODY]
    """State of the partnership."""
    status_label: Annotated[Text | None, Names.WORDS]
    """State of the partnership in the site's words."""
    end_date: Annotated[date | None, Names.NOBODY]
    """End of the partnership (`Date de fin du partenariat`); may be past while the status is ongoing."""
    theme: Annotated[Theme | None, Names.PARTS]
    """Main theme; null when all three levels are empty."""
    other_themes: Annotated[list[OtherTheme], Names.PARTS]
    """Further themes, in the page's order."""
    sdgs: Annotated[list[SustainableDevelopmentGoal], Names.PARTS]
    """UN goals, in the page's order."""
    post: Annotated[Post | None, Names.PARTS]
    """The diplomatic post and its contacts; null when the block is absent."""
    context: Annotated[list[Text], Names.TEXT]
    """Paragraphs of `Contexte`."""
    history: Annotated[list[Text], Names.TEXT]
    """Paragraphs of `Historique`."""
    context_and_history: Annotated[list[Text], Names.TEXT]
    """Paragraphs of `Contexte et historique`, which replaces the two since about 2022."""
    objective: Annotated[list[Text], Names.TEXT]
    """Paragraphs of `Objectif du partenariat`."""
    description: Annotated[list[Text], Names.TEXT]
    """Paragraphs of `Description détaillée du partenariat`."""
    form: Annotated[Text | None, Names.WORDS]
    """Form of the partnership (`Votre partenariat prend la forme d'un(e)`)."""
    foreign_partners: Annotated[list[ForeignPartner], Names.PARTS]
    """Authorities and bodies abroad, in the page's order."""
    foreign_contacts: Annotated[list[ForeignContact], Names.PARTS]
    """People at the foreign partners, in the page's order."""
    french_authorities: Annotated[list[FrenchAuthority], Names.PARTS]
    """French local authorities, in the page's order."""
    triennial: Annotated[bool | None, Names.NOBODY]
    """Whether the partnership is triennial, from the page's sentence."""
    funding: Annotated[list[Funding], Names.PARTS]
    """One row a funder and year, in the page's order."""
    volunteers: Annotated[list[Volunteer], Names.PARTS]
    """Volunteers, in the page's order."""
    unread: Annotated[list[Unread], Names.PARTS]
    """Text of the page that no section took; nothing of a page is lost."""
    issues: Annotated[list[Issue], Names.PARTS]
    """What deserves a second look, in the page's order."""
    provenance: Annotated[Provenance, Names.PARTS]
    """Where the record comes from."""
