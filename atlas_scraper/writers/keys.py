"""Who a row means: keys of authorities, partners and funders."""

from functools import lru_cache

from atlas_scraper.values.funders import KINDS, told_kind_of
from atlas_scraper.values.funders import METHODS as KIND_METHODS
from atlas_scraper.values.identities import METHODS, Key, key_of
from atlas_scraper.values.text import fold
from atlas_scraper.writers.columns import Column, Item, Kind
from atlas_scraper.writers.places import identify

FUNDER_METHODS = {
    "name": "It is named as one of the page's authorities is.",
    "register": "Its name and that of one of the page's authorities have the same code in the register.",
}
_key_of = lru_cache(maxsize=40_000)(key_of)


def authority_of(authority: Item) -> Key | None:
    """Give the key of a French authority."""
    return _key_of(authority["name"], authority["link"])


def partner_of(partner: Item) -> Key | None:
    """Give the key of a body abroad."""
    return _key_of(partner["name"], partner["link"], partner["country_code"] or partner["country"])


def partner_of_contact(contact: Item, record: Item) -> str | None:
    """Give the key of the one partner of a page that a contact's organisation is named as."""
    name = fold(contact["organisation"] or "")
    found = {
        key.key for each in record["foreign_partners"] if fold(each["name"] or "") == name and (key := partner_of(each))
    }
    return found.pop() if name and len(found) == 1 else None


def funder_of(row: Item) -> Key | None:
    """Give the key of a funder."""
    return _key_of(row["funder"])


def authority_of_funder(row: Item, record: Item) -> tuple[str, str] | None:
    """Give the key of the one authority of a page that a funder is, and how that was decided."""
    name, identity = fold(row["funder"] or ""), identify(row["funder"])
    keyed = [(each["name"], key.key) for each in record["french_authorities"] if (key := authority_of(each))]
    by_name = {key for each, key in keyed if name and fold(each or "") == name}
    by_code = {key for each, key in keyed if identity and (it := identify(each)) and it[:2] == identity[:2]}
    for found, method in ((by_name, "name"), (by_code, "register")):
        if len(found) == 1:
            return found.pop(), method
    return None


AUTHORITY_KEY = (
    Column(
        "authority_key",
        Kind.STRING,
        "Key in authorities.",
        lambda it, _: key.key if (key := authority_of(it)) else None,
    ),
    Column(
        "authority_key_method",
        Kind.STRING,
        "How the key was made: by the number of its page on the site, or by its name.",
        lambda it, _: key.method if (key := authority_of(it)) else None,
        choices=tuple(METHODS),
    ),
)
PARTNER_KEY = (
    Column("partner_key", Kind.STRING, "Key in partners.", lambda it, _: key.key if (key := partner_of(it)) else None),
    Column(
        "partner_key_method",
        Kind.STRING,
        "How the key was made: by the number of its page on the site, or by its name and country.",
        lambda it, _: key.method if (key := partner_of(it)) else None,
        choices=tuple(METHODS),
    ),
)
PARTNER_OF_CONTACT = (
    Column(
        "partner_key",
        Kind.STRING,
        "Key in partners of the page's partner that is named as the organisation is.",
        partner_of_contact,
    ),
)
FUNDER = (
    Column("funder_key", Kind.STRING, "Key in funders.", lambda it, _: key.key if (key := funder_of(it)) else None),
    Column(
        "funder_kind",
        Kind.STRING,
        "Kind of the funder.",
        lambda it, _: told_kind_of(it["funder"]).kind if it["funder"] else None,
        choices=KINDS,
    ),
    Column(
        "funder_kind_method",
        Kind.STRING,
        "How the kind was told: by the first words of the name, or by the register; missing for other.",
        lambda it, _: told_kind_of(it["funder"]).method,
        choices=tuple(KIND_METHODS),
    ),
    Column(
        "funder_authority",
        Kind.STRING,
        "Key in authorities of the page's authority that the funder is.",
        lambda it, record: found[0] if (found := authority_of_funder(it, record)) else None,
    ),
    Column(
        "funder_authority_method",
        Kind.STRING,
        "How that was decided: by the same name, or by the same code in the register.",
        lambda it, record: found[1] if (found := authority_of_funder(it, record)) else None,
        choices=tuple(FUNDER_METHODS),
    ),
)
