"""Keys of authorities, partners and funders: who is who across pages.

Where a page links a body to a page of its own, the number in that link is the site's own key. Else the name is: folded,
so that case, accents, hyphens and apostrophes make no difference, and with the country for bodies abroad. Two names are
never joined because they are alike, nor a name with a number: which Saint-Denis a page without a link means, nobody can
tell.
"""

import re
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from atlas_scraper.values.text import fold

METHODS = {
    "site-number": "The number of its page on the site, by the link beside it.",
    "name": "Its name, folded, and its country if it is abroad.",
}
_NUMBER = re.compile(r"[1-9][0-9]{0,9}")
# `criteres.collId`, `idCollectivite`, `id`: a name of the framework, of which the last part says what is counted.
_IS_A_KEY = re.compile(r"id|.*[a-z0-9]I[dD]|.*[_-]id|id(?:[A-Z_-].*)", re.ASCII)
# What the public twin writes in place of a person: two names of which a part is left out may be those of two bodies.
_LEFT_OUT = re.compile(r"\[\w+ retirée?\]")
_OF_OTHERS = re.compile(r"prj|projet|pays|country|lang|page|session|region|theme|user|poste|menu", re.IGNORECASE)


class Key(NamedTuple):
    """Key of a body in one of the tables of bodies."""

    key: str
    method: str
    """How it was made, from `METHODS`."""


def key_of(name: str | None, link: str | None = None, country: str | None = None) -> Key | None:
    """Give the key of a body; `None` for one without a number, and without a name or with a part of it left out.

    Args:
        name: as published.
        link: address of its page.
        country: code or name of its country, for a body abroad.

    >>> key_of("Ville de Lyon", "https://example.org/detail.html?criteres.collId=12")
    Key(key='collId-12', method='site-number')
    >>> key_of("VILLE DE DOSSO", country="NE")
    Key(key='villededosso-ne', method='name')
    """
    if number := _number_of(link):
        return Key(number, "site-number")
    if not name or _LEFT_OUT.search(name) or not (folded := fold(name)):
        return None
    return Key(f"{folded}-{fold(country)}" if country else folded, "name")


def _number_of(link: str | None) -> str | None:
    """Give the one parameter of a link that is a key, with its number; of several, nobody knows which it is."""
    try:
        query = urlsplit(link or "").query
    except ValueError:  # such as an unclosed [ in the host
        return None
    found = set()
    for parameter, value in parse_qsl(query):
        name = unquote(parameter).rpartition(".")[2]
        if _IS_A_KEY.fullmatch(name) and not _OF_OTHERS.search(name) and _NUMBER.fullmatch(value):
            found.add(f"{name}-{value}")
    return found.pop() if len(found) == 1 else None
