"""What a page states: a plain tree of facts, whatever way the page writes them."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Generation = Literal["old", "middle", "new"]
"""Generation of the record page: 2010-2018, about 2019-2021, since about 2022."""
GENERATIONS: tuple[Generation, ...] = ("old", "middle", "new")


@dataclass(frozen=True)
class Levels:
    """The three levels of a theme; a level is only there when the one above is."""

    theme: str | None = None
    subtheme: str | None = None
    subsubtheme: str | None = None


@dataclass(frozen=True)
class OtherTheme:
    levels: Levels
    priority: int | None


@dataclass(frozen=True)
class Goal:
    number: int
    label: str
    level: int | None


@dataclass(frozen=True)
class PostContact:
    """A role with a name and an address as printed (`name[at]host`), or a sentence that there is none.

    All four null is the lone `Courriel :` that some pages have in place of a second contact.
    """

    role: str | None = None
    name: str | None = None
    email: str | None = None
    absent: str | None = None


@dataclass(frozen=True)
class Post:
    name: str
    contacts: tuple[PostContact, ...]


@dataclass(frozen=True)
class Partner:
    name: str | None
    country: str | None
    country_code: str | None
    link: str | None
    """Path on the site, from its root."""


@dataclass(frozen=True)
class Person:
    organisation: str | None
    last_name: str | None
    first_name: str | None
    position: str | None
    email: str | None


@dataclass(frozen=True)
class Authority:
    name: str
    link: str | None


@dataclass(frozen=True)
class Grant:
    funder: str | None
    amount: Decimal | None
    one_percent: tuple[Decimal | None, Decimal | None, Decimal | None]
    year: int | None


@dataclass(frozen=True)
class Volunteer:
    last_name: str | None
    first_name: str | None
    mission: str | None
    field: str | None
    host: str | None


@dataclass(frozen=True)
class Facts:
    """All that one page states. Text has single spaces; a line break in `title` is `\\n`."""

    generation: Generation
    title: str
    convention_year: int | None = None
    has_convention_label: bool = True
    """False where the page lacks the label of the year signed, and its value."""
    start_year: int | None = None
    status_label: str | None = None
    end_date: str | None = None
    """As printed: `dd/mm/yyyy`."""
    theme: Levels = Levels()
    other_themes: tuple[OtherTheme, ...] = ()
    sdgs: tuple[Goal, ...] = ()
    post: Post | None = None
    context: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    context_and_history: tuple[str, ...] = ()
    objective: tuple[str, ...] = ()
    description: tuple[str, ...] = ()
    form: str | None = None
    foreign_partners: tuple[Partner, ...] = ()
    foreign_contacts: tuple[Person, ...] = ()
    french_authorities: tuple[Authority, ...] = ()
    triennial: bool | None = None
    """Null where the page has no such sentence."""
    funding: tuple[Grant, ...] = ()
    volunteers: tuple[Volunteer, ...] = ()


NARRATIVES = ("context", "history", "context_and_history", "objective", "description")
"""Names of the narrative fields, in the page's order."""
