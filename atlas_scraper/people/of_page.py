"""The people of a page, from its fields for people, its addresses and what nobody understood; and its places."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from atlas_scraper.people.lexicon import is_place, is_word
from atlas_scraper.people.mailboxes import SERVICES, whole_mailbox
from atlas_scraper.people.marked import Row
from atlas_scraper.people.names import Person, people_in, people_of_two
from atlas_scraper.people.normal import normal, words_of
from atlas_scraper.people.writing import TITLES
from atlas_scraper.record.marks import Names
from atlas_scraper.values import roles

_OF_PEOPLE = frozenset({Names.PERSON, Names.LAST_NAME, Names.FIRST_NAME})
_TOWN = re.compile(
    r"\b(?:ville|villes|commune|communes|mairie|municipalite|district|province|region|departement|cercle|prefecture|"
    r"gouvernorat|wilaya|canton|communaute urbaine|communaute rurale|metropole|agglomeration|etat|comte|port|aeroport)"
    r"(?: urbaine?| rurale?| municipale?)? (?:de la |de l'|de |d'|du |des )?([^,;:()\d]{2,60})"
)
_MOST_WORDS = 3
_LINE = re.compile(r"[\n|]")


def people_of_rows(rows: Iterable[Row]) -> list[Person]:
    """List the people that a page names.

    Args:
        rows: what each model of its record says.
    """
    found: list[Person] = []
    for row in rows:
        for name in row.get(Names.PERSON, ()):
            found += people_in(name)
        first, last = " ".join(row.get(Names.FIRST_NAME, ())), " ".join(row.get(Names.LAST_NAME, ()))
        if first or last:
            found += people_of_two(first, last)
        for address in row.get(Names.EMAIL, ()):
            found += _people_of_address(address)
        for text in row.get(Names.RAW, ()):
            found += _people_of_raw(text)
    return [person for person in found if person.first or person.lasts]


def places_of(rows: Iterable[Row]) -> frozenset[str]:
    """Give the places of a page: what bodies are of (`Ville de X`), and partners' names that are nothing but one."""
    found = set[str]()
    for row in rows:
        is_of_body = _OF_PEOPLE.isdisjoint(row)
        for body in row.get(Names.BODY, ()):
            found |= _places_in(body, is_of_body)
    return frozenset(found)


@lru_cache(maxsize=8192)
def _places_in(body: str, is_of_body: bool) -> frozenset[str]:
    plain = normal(body)
    found = {place for town in _TOWN.finditer(plain) for place in _towns(words_of(town[1])[:_MOST_WORDS])}
    if is_of_body and len(words := words_of(plain)) <= _MOST_WORDS:
        found.update(_towns(words))
    return frozenset(found)


def _towns(words: Sequence[str]) -> Iterator[str]:
    yield "".join(words)
    yield from words[:1] if len(words) > 1 and is_place(words[0]) else ()


def _people_of_address(address: str) -> Iterator[Person]:
    """Read `jean.dupont@…`, whose page may say no more of him; a service's address names nobody."""
    mailbox = whole_mailbox(address)
    words = words_of(mailbox.local) if mailbox else []
    if len(words) == 2 and all(map(_may_be_name, words[1:])) and not set(words) & SERVICES:
        yield Person((words[0],), ((words[1],),), is_sure=False)


def _people_of_raw(text: str) -> Iterator[Person]:
    """Read lines that say a name and nothing else (`Jean DUPONT`, `Mme Dupont`), which nobody took for one."""
    for line in _LINE.split(text):
        if 1 < len(line.split()) <= _MOST_WORDS + 1:
            has_title = not TITLES.isdisjoint(words_of(line.split()[0]))
            for person in people_in(line):
                names = (person.first, *person.lasts)
                is_mixed = (
                    bool(person.first and person.lasts)
                    and not line.isupper()
                    and any(each.isupper() and len(each) > 2 for each in line.split())
                )
                if (has_title or is_mixed) and all(_may_be_name(word) for name in names for word in name):
                    yield person


def _may_be_name(word: str) -> bool:
    return len(word) > 2 and not (is_word(word) or is_place(word) or roles.is_head(word) or word in SERVICES)
