"""The people of a page, and the pattern that finds them in its texts."""

import re
from collections.abc import Iterable, Iterator
from itertools import dropwhile
from typing import NamedTuple

from atlas_scraper.people.mailboxes import SERVICES
from atlas_scraper.people.marked import rows_of
from atlas_scraper.people.shadow import words_of
from atlas_scraper.record.marks import Names
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
    found = []
    for row in rows_of(Partnership, record.model_dump(mode="json")):
        found += [_of_one(name) for name in row.get(Names.PERSON, ())]
        first, last = (" ".join(row.get(mark, ())) for mark in (Names.FIRST_NAME, Names.LAST_NAME))
        found += [_of_two(first, last)] if first or last else []
    return [person for person in found if person.first or person.last]


def full_names(people: Iterable[Person]) -> re.Pattern[str] | None:
    """Make the pattern that finds people by first and last name, in either order, by initials or by a title (`Mme`).

    A name of which a page has the first or the last part alone is found by that.

    Args:
        people: whom to look for.

    Returns:
        The pattern, for plain texts; `None` when there is nobody to look for.
    """
    return _any_of(form for person in people for form in _full(person))


def last_names(people: Iterable[Person]) -> re.Pattern[str] | None:
    """Make the pattern that finds last names that stand by themselves, with their particles or without."""
    return _any_of(
        _joined(words) for person in people for words in (person.last, _bare(person.last)) if _is_long(words)
    )


def first_names(people: Iterable[Person]) -> re.Pattern[str] | None:
    """Make the pattern that finds first names that stand by themselves; `pierre` is a word too, `Pierre` is not."""
    return _any_of(_joined(person.first) for person in people if _is_long(person.first))


def _full(person: Person) -> Iterator[str]:
    first, last = _joined(person.first), _joined(person.last)
    if first and last:
        initials = "".join(sorted({re.escape(word[0]) for word in person.first}))
        yield from (first + _BETWEEN + last, last + _BETWEEN + first)
        yield rf"(?:[{initials}]{_BETWEEN}){{1,3}}{last}"
    elif _is_long(person.first or person.last):
        yield first or last
    for words in {person.last, _bare(person.last)}:
        if words:
            yield rf"(?:{'|'.join(_TITLES)}){_BETWEEN}(?:\w+{_BETWEEN})?{_joined(words)}"


def _any_of(forms: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(set(forms), key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(longest_first)})(?![\w-])") if longest_first else None


def _joined(words: tuple[str, ...]) -> str:
    return _BETWEEN.join(map(re.escape, words))


def _is_long(words: tuple[str, ...]) -> bool:
    return len("".join(words)) >= _ALONE


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """Take the particles off a last name: `de Montclair` is called `Montclair` too."""
    return tuple(dropwhile(_PARTICLES.__contains__, words))


def _of_two(first: str | None, last: str | None) -> Person:
    return Person(tuple(words_of(first or "")), tuple(words_of(last or "")))


def _of_one(name: str | None) -> Person:
    """Part a whole name: its words in capitals are the last name, else all behind the first, particles included."""
    given = (name or "").split()
    if given and SERVICES.issuperset(words_of(given[0])):
        return Person((), ())  # `Service de coopération` is nobody
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
