"""The people of a page, and the pattern that finds them in its texts."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from atlas_scraper.people.shadow import words_of
from atlas_scraper.record.model import Partnership

_TITLES = (
    "m",
    "mr",
    "mme",
    "mlle",
    "mm",
    "monsieur",
    "madame",
    "mademoiselle",
    "dr",
    "docteur",
    "pr",
    "professeur",
    "me",
)
_PARTICLES = frozenset(
    {"de", "du", "des", "la", "le", "les", "d", "l", "van", "von", "den", "der", "el", "al", "ben", "da"}
)
_BETWEEN = r"[\W_]{1,3}"
_ALONE = 3  # letters that a name has at least to be looked for by itself


class Person(NamedTuple):
    """A person, in words of lower case without accents."""

    first: tuple[str, ...]
    last: tuple[str, ...]


def people_of(record: Partnership) -> list[Person]:
    """List the people that a page names in its fields for people."""
    found = [_of_two(row.first_name, row.last_name) for row in record.foreign_contacts]
    found += [_of_two(row.first_name, row.last_name) for row in record.volunteers]
    found += [_of_one(contact.name) for contact in (record.post.contacts if record.post else ())]
    return [person for person in found if person.first or person.last]


def pattern_of(people: Iterable[Person], *, alone: bool) -> re.Pattern[str] | None:
    """Make the pattern that finds people in a plain text.

    Args:
        people: the people.
        alone: find also a first or a last name that stands by itself, as running texts have them; else only first
            and last name together, in either order, or a last name after a title such as `Mme`.

    Returns:
        The pattern; `None` when there is nobody to look for.
    """
    forms = sorted({form for person in people for form in _forms(person, alone=alone)}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])") if forms else None


def _forms(person: Person, *, alone: bool) -> Iterator[str]:
    first, last = _BETWEEN.join(map(re.escape, person.first)), _BETWEEN.join(map(re.escape, person.last))
    if first and last:
        yield from (first + _BETWEEN + last, last + _BETWEEN + first)
        yield re.escape(person.first[0][0]) + _BETWEEN + last
    if last:
        yield rf"(?:{'|'.join(_TITLES)}){_BETWEEN}(?:\w+{_BETWEEN})?{last}"
    if alone or not (first and last):
        for words, form in ((person.first, first), (person.last, last)):
            if len("".join(words)) >= _ALONE:
                yield form


def _of_two(first: str | None, last: str | None) -> Person:
    return Person(tuple(words_of(first or "")), tuple(words_of(last or "")))


def _of_one(name: str | None) -> Person:
    """Part a whole name: its words in capitals are the last name, else all behind the first, particles included."""
    given = (name or "").split()
    if given and words_of(given[0])[:1] and words_of(given[0])[0] in _TITLES:
        given = given[1:]
    capitals = [word for word in given if word.isupper() and len(word) > 1]
    if capitals and len(capitals) < len(given):
        first = [word for word in given if word not in capitals and words_of(word)[:1] != [] and _is_first(word)]
        last = [word for word in given if word not in first]
        return Person(tuple(words_of(" ".join(first))), tuple(words_of(" ".join(last))))
    return Person(tuple(words_of(" ".join(given[:1]))), tuple(words_of(" ".join(given[1:]))))


def _is_first(word: str) -> bool:
    return words_of(word)[0] not in _PARTICLES
