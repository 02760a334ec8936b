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

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

from atlas_scraper.record.issues import IssueCode


def _as_number(amount: Decimal) -> int | float:
    """Write a decimal as a JSON number; exact for amounts of up to 15 digits, which `Amount` allows."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)


Amount = Annotated[
    Decimal,
    Field(max_digits=15, decimal_places=2),
    PlainSerializer(_as_number, return_type=int | float, when_used="json"),
]
Year = Annotated[int, Field(ge=1900, le=2100)]
Text = Annotated[str, Field(min_length=1)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Status(StrEnum):
    """State of a partnership, from the words behind `Le partenariat est`."""

    ONGOING = "ongoing"
    COMPLETED = "completed"
    DORMANT = "dormant"
    OTHER = "other"


class Theme(_Model):
    """The three levels of a theme."""

    theme: Text | None
    """First level (`Thématique`), as published."""
    subtheme: Text | None
    """Second level (`Sous-thématique`), as published."""
    subsubtheme: Text | None
    """Third level (`Sous-sous-thématique`), as published."""


class OtherTheme(Theme):
    """A further theme of the partnership."""

    priority: int | None
    """Rank given by the authority, 1 for the highest."""


class SustainableDevelopmentGoal(_Model):
    """A UN Sustainable Development Goal (`Objectifs de développement durable - ODD`)."""

    goal: Annotated[int, Field(ge=1, le=17)] | None
    """Number of the goal, 1 to 17."""
    label: Text | None
    """Name of the goal, as published."""
    level: int | None
    """Level the site prints beside the goal, 2 or 1."""


class PostContact(_Model):
    """A person or mailbox at the diplomatic post."""

    role: Text | None
    """Role at the post, as published."""
    name: Text | None
    """Name, as published."""
    email: Text | None
    """Address with `@`; otherwise as published, typing errors included."""


class Post(_Model):
    """The diplomatic post in charge and its contacts."""

    name: Text | None
    """Name of the post, such as `Ambassade de France à Ottawa`."""
    contacts: list[PostContact]
    """Contacts at the post, in the page's order."""


class ForeignPartner(_Model):
    """An authority or body abroad."""

    name: Text | None
    """Name, as published."""
    country: Text | None
    """Country, as published."""
    country_code: Annotated[str, Field(pattern="^[A-Z]{2}$")] | None
    """ISO 3166-1 alpha-2 code of the country; null when the name is in no catalogue."""
    link: Text | None
    """Absolute address of the partner's page."""


class ForeignContact(_Model):
    """A person at a foreign partner."""

    organisation: Text | None
    """The partner the person belongs to, as published."""
    last_name: Text | None
    """Family name, as published."""
    first_name: Text | None
    """First name, as published."""
    position: Text | None
    """Position held, as published."""
    email: Text | None
    """Address with `@`; otherwise as published."""


class FrenchAuthority(_Model):
    """A French local authority that takes part."""

    name: Text | None
    """Name, as published."""
    link: Text | None
    """Absolute address of the authority's page."""


class Funding(_Model):
    """What one funder gave in one year."""

    funder: Text | None
    """Name of the funder, as published."""
    amount_eur: Amount | None
    """Amount in euros (`Montant en euros`)."""
    one_percent_eur: Annotated[list[Amount | None], Field(min_length=3, max_length=3)]
    """The three columns headed `Montant 1% Eau (Loi Oudin 2005)`, in euros, by position."""
    year: Year | None
    """Year of the funding."""


class Volunteer(_Model):
    """A volunteer involved in the partnership."""

    last_name: Text | None
    """Family name, as published."""
    first_name: Text | None
    """First name, as published."""
    mission: Text | None
    """Mission, as published."""
    field: Text | None
    """Field of action (`Champs d'action`), as published."""
    host: Text | None
    """Body the volunteer is assigned to (`Entité d'affectation`), as published."""


class Unread(_Model):
    """Text of the page that no section took."""

    label: str | None
    """The unlisted label, table or column it stood under; null when there is none."""
    text: Text
    """The text, lines separated by a line feed, cells by ` | `."""


class Issue(_Model):
    """Something about the record that deserves a second look."""

    code: IssueCode
    """What kind of trouble, from the list of codes."""
    section: str
    """Field of the record it concerns, or `page`."""
    detail: str
    """What was found, with the raw text where a value could not be read."""


class Provenance(_Model):
    """Where the record comes from."""

    retrieved_at: datetime | None
    """When the page was fetched, from the archive; null for a file whose date is not known."""
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    """SHA-256 of the page's bytes, in hexadecimal."""
    rendition: Literal["html", "pipe-text", "flat-text"]
    """The form the page came in."""
    parser_version: Text
    """Version of atlas_scraper that read the page."""


class Partnership(_Model):
    """One partnership of the atlas: everything its page says."""

    project_id: Annotated[int, Field(ge=1)] | None
    """Number of the project (`criteres.prjId` of the address)."""
    source_url: Text | None
    """Canonical address of the page, without session id or fragment."""
    title: Text
    """Title (`Titre`); the site cuts it at about 250 characters."""
    convention_year: Year | None
    """Year in which the agreement was first signed."""
    start_year: Year | None
    """Year in which the partnership began (`Année de début du partenariat`)."""
    status: Status | None
    """State of the partnership."""
    status_label: Text | None
    """State of the partnership in the site's words."""
    end_date: date | None
    """End of the partnership (`Date de fin du partenariat`); may be past while the status is ongoing."""
    theme: Theme | None
    """Main theme; null when all three levels are empty."""
    other_themes: list[OtherTheme]
    """Further themes, in the page's order."""
    sdgs: list[SustainableDevelopmentGoal]
    """UN goals, in the page's order."""
    post: Post | None
    """The diplomatic post and its contacts; null when the block is absent."""
    context: list[Text]
    """Paragraphs of `Contexte`."""
    history: list[Text]
    """Paragraphs of `Historique`."""
    context_and_history: list[Text]
    """Paragraphs of `Contexte et historique`, which replaces the two since about 2022."""
    objective: list[Text]
    """Paragraphs of `Objectif du partenariat`."""
    description: list[Text]
    """Paragraphs of `Description détaillée du partenariat`."""
    form: Text | None
    """Form of the partnership (`Votre partenariat prend la forme d'un(e)`)."""
    foreign_partners: list[ForeignPartner]
    """Authorities and bodies abroad, in the page's order."""
    foreign_contacts: list[ForeignContact]
    """People at the foreign partners, in the page's order."""
    french_authorities: list[FrenchAuthority]
    """French local authorities, in the page's order."""
    triennial: bool | None
    """Whether the partnership is triennial, from the page's sentence."""
    funding: list[Funding]
    """One row a funder and year, in the page's order."""
    volunteers: list[Volunteer]
    """Volunteers, in the page's order."""
    unread: list[Unread]
    """Text of the page that no section took; nothing of a page is lost."""
    issues: list[Issue]
    """What deserves a second look, in the page's order."""
    provenance: Provenance
    """Where the record comes from."""
