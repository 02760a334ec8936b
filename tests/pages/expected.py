"""The record that a perfect parser reads from a page, field by field, as JSON-able values.

Left out: `unread`, `issues`, `provenance`, `project_id`, `source_url`. What a text rendition has lost is given
as `lost(truth)`: null is then as right as the truth.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal
from urllib.parse import urljoin

from .facts import NARRATIVES, Facts, Grant, Levels, Partner, Person, PostContact, Volunteer
from .vocabulary import COUNTRIES, STATUSES, THEMES

Rendition = Literal["html", "markdown", "pipe", "flat"]
Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]

LOST = "__lost__"
"""Key that marks a fact which the rendition has lost; its value is the list of readings that are not wrong."""

SITE = "https://pastel.diplomatie.gouv.fr/cncdext/dyn/public/atlas/detailProjet.html"


def lost(*readings: Json) -> dict[str, Json]:
    """Mark a fact as lost by the rendition: null is right, and so are these readings, the truth first."""
    return {LOST: list(readings)}


def is_lost(value: object) -> bool:
    """Tell whether the expected value is one that the rendition has lost."""
    return isinstance(value, Mapping) and set(value) == {LOST}


def tidy(text: str | None) -> str | None:
    """Normalise as the record does: NFC, single plain spaces, null when nothing is left."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip() or None if text else None


def _email(text: str | None) -> str | None:
    return tidy(text.replace("[at]", "@")) if text else None


def _number(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _levels(levels: Levels) -> dict[str, Json]:
    return {"theme": levels.theme, "subtheme": levels.subtheme, "subsubtheme": levels.subsubtheme}


def _other_levels(levels: Levels, rendition: Rendition) -> dict[str, Json]:
    known = levels.subtheme is None or levels.subtheme in THEMES.get(levels.theme or "", {})
    values = _levels(levels)
    return values if known or rendition != "flat" else {name: lost(value) for name, value in values.items()}


def _contact(contact: PostContact) -> dict[str, Json]:
    return {"role": contact.role, "name": tidy(contact.name), "email": _email(contact.email)}


def _partner(partner: Partner, rendition: Rendition, base: str | None) -> dict[str, Json]:
    values: dict[str, Json] = {
        "name": tidy(partner.name),
        "country": partner.country,
        "country_code": partner.country_code,
        "link": _link(partner.link, rendition, base),
    }
    if rendition == "flat" and partner.country not in COUNTRIES:
        values |= {name: lost(values[name]) for name in ("name", "country")}
    return values


def _link(path: str | None, rendition: Rendition, base: str | None) -> Json:
    if rendition != "html":
        return None
    return urljoin(base, path) if path and base else None


def _person(person: Person, rendition: Rendition, partners: Sequence[str]) -> dict[str, Json]:
    values: dict[str, Json] = {
        "organisation": tidy(person.organisation),
        "last_name": tidy(person.last_name),
        "first_name": tidy(person.first_name),
        "position": tidy(person.position),
        "email": _email(person.email),
    }
    texts = ("organisation", "last_name", "first_name", "position")
    if rendition == "flat" or (rendition == "pipe" and not all(values[name] for name in texts)):
        known = person.organisation in partners
        values |= {name: lost(values[name]) for name in (texts[1:] if known else texts)}
    return values


def _says_something(grant: Grant) -> bool:
    """Tell whether a row of the table says something, be it an amount of 0; one that says nothing is no row."""
    return any(value not in {None, ""} for value in (tidy(grant.funder), grant.amount, *grant.one_percent, grant.year))


def _grant(grant: Grant, rendition: Rendition) -> dict[str, Json]:
    amount = _number(grant.amount)
    thirds: list[Json] = [_number(value) for value in grant.one_percent]
    values: dict[str, Json] = {
        "funder": tidy(grant.funder),
        "amount_eur": amount,
        "one_percent_eur": thirds,
        "year": grant.year,
    }
    there = [value is not None for value in (grant.amount, *grant.one_percent)]
    positions_left = there in ([True] * 4, [True, False, False, False], [False] * 4)
    if rendition != "html" and not positions_left:
        first = next((value for value in (amount, *thirds) if value is not None), None)
        values["one_percent_eur"] = [lost(value) for value in thirds]
        values["amount_eur"] = lost(amount, first)
    if rendition != "html" and grant.year and not any(there):
        values |= {"amount_eur": lost(None, grant.year), "year": lost(grant.year)}
    like_years = [value for value in (amount, *thirds) if isinstance(value, int) and 1900 <= value <= 2100]
    if rendition != "html" and grant.year is None and like_years:
        thirds = [lost(value) for value in thirds]
        values |= {"amount_eur": lost(amount), "one_percent_eur": thirds, "year": lost(None, *like_years)}
    return values


def _volunteer(volunteer: Volunteer, rendition: Rendition) -> dict[str, Json]:
    names = ("last_name", "first_name", "mission", "field", "host")
    values: dict[str, Json] = {name: tidy(getattr(volunteer, name)) for name in names}
    cut = [values[name] is not None for name in names]
    kept = rendition == "html" or (rendition == "pipe" and cut == sorted(cut, reverse=True) and all(cut))
    return values if kept else {name: lost(value) for name, value in values.items()}


def expected_record(facts: Facts, rendition: Rendition, *, base: str | None = SITE) -> dict[str, Json]:
    """Say what a perfect parser reads.

    Args:
        facts: what the page states.
        rendition: the form the page comes in.
        base: what the page's links resolve against; null when they are relative and no address is given.
    """
    contacts = facts.post.contacts if facts.post else ()
    partners = [partner.name for partner in facts.foreign_partners if partner.name]
    day, month, year = facts.end_date.split("/") if facts.end_date else ("", "", "")
    return {
        "title": tidy(facts.title),
        "convention_year": facts.convention_year,
        "start_year": facts.start_year,
        "status": STATUSES[facts.status_label] if facts.status_label else None,
        "status_label": facts.status_label,
        "end_date": f"{year}-{month}-{day}" if facts.end_date else None,
        "theme": _levels(facts.theme) if facts.theme.theme else None,
        "other_themes": [
            {**_other_levels(other.levels, rendition), "priority": other.priority} for other in facts.other_themes
        ],
        "sdgs": [{"goal": goal.number, "label": goal.label, "level": goal.level} for goal in facts.sdgs],
        "post": {
            "name": tidy(facts.post.name),
            "contacts": [_contact(contact) for contact in contacts if contact.name or contact.email],
        }
        if facts.post
        else None,
        **{name: [tidy(paragraph) for paragraph in getattr(facts, name)] for name in NARRATIVES},
        "form": tidy(facts.form),
        "foreign_partners": [_partner(partner, rendition, base) for partner in facts.foreign_partners],
        "foreign_contacts": [_person(person, rendition, partners) for person in facts.foreign_contacts],
        "french_authorities": [
            {"name": tidy(body.name), "link": _link(body.link, rendition, base)} for body in facts.french_authorities
        ],
        "triennial": facts.triennial,
        "funding": [_grant(grant, rendition) for grant in facts.funding if _says_something(grant)],
        "volunteers": [_volunteer(someone, rendition) for someone in facts.volunteers],
    }
