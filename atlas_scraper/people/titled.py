"""People whom only a text names, behind a title: `Mme Aurélie Vergnolle`, of whom no field knows.

Nothing but a name, a function or a rank stands behind `M.` and `Mme`, so that capitals there which are no function are
a name, whoever it is; save of a street or a school, which are called after the dead.
"""

from collections.abc import Iterator
from itertools import compress

from atlas_scraper.people.lexicon import is_word
from atlas_scraper.people.mailboxes import SERVICES
from atlas_scraper.people.reading import Reading
from atlas_scraper.people.search import merged
from atlas_scraper.people.writing import CIVIL, PARTICLES, SEVERAL, STREETS, TITLES
from atlas_scraper.values import roles

_TITLES = CIVIL | SEVERAL
_MOST_WORDS = 6
_GRAMMAR = frozenset(
    {"et", "ou", "la", "le", "l", "les", "a", "au", "aux", "en", "sur", "dans", "par", "pour", "que", "qui"}
)
_PARTICLES = PARTICLES - _GRAMMAR


def titled_in(reading: Reading) -> list[tuple[int, int]]:
    """Find where people stand behind a title, as `people_in_text` does."""
    struck: set[int] = set()
    for place in compress(range(len(reading.words)), map(_TITLES.__contains__, reading.words)):
        if _may_stand_behind(reading, place + 1) and _is_title(reading, place):
            struck.update(_behind(reading, place))
    return list(merged(reading, struck))


def _may_stand_behind(reading: Reading, place: int) -> bool:
    """Tell quickly whether a word may begin a name: `M. le maire` says no more."""
    return reading.case(place) > 0 or reading.text(place) in _PARTICLES


def _is_title(reading: Reading, place: int) -> bool:
    before = reading.plain[max(0, reading.starts[place] - 2) : reading.starts[place]]
    if any(letter.isdigit() for letter in before) or "'" in before:
        return False
    for back in range(place - 1, max(-1, place - 4), -1):
        if not reading.joins(back):
            break
        if reading.text(back) in STREETS:
            return False
    if len(reading.text(place)) <= 2:
        return reading.case(place) > 0 and reading.gap(place).startswith((".", " "))
    return True


def _behind(reading: Reading, title: int) -> Iterator[int]:
    """Yield the words of the name behind a title, and of further ones behind a title of several people."""
    place, found = title + 1, list[int]()
    while place <= title + _MOST_WORDS and reading.joins(place - 1) and _ends_no_sentence(reading, place - 1):
        word = reading.text(place)
        if reading.text(title) in SEVERAL and found and word == "et":
            place += 1
            continue
        if not reading.case(place) and not (word in _PARTICLES and reading.case(place + 1)):
            break
        if _is_function(reading, place) or (word in _GRAMMAR and not _is_particle(reading, place)):
            break
        if found and is_word(word) and not reading.case(place) > 1 and reading.gap(place - 1) == " " and len(found) > 1:
            break
        found.append(place)
        place += 1
    if any(len(reading.text(each)) > 1 and reading.text(each) not in _GRAMMAR for each in found):
        yield from found


def _is_function(reading: Reading, place: int) -> bool:
    word = reading.text(place)
    return reading.is_role(place) or word in roles.WORDS or word in SERVICES or word in TITLES


def _is_particle(reading: Reading, place: int) -> bool:
    """Tell whether an article is part of a name: `Mme Le Goff`, and not `MESSIEURS LES ÉLUS`."""
    after = place + 1
    return reading.case(after) > 0 and not _is_function(reading, after) and not is_word(reading.text(after))


def _ends_no_sentence(reading: Reading, place: int) -> bool:
    gap = reading.gap(place)
    return "." not in gap or len(reading.text(place)) == 1 or reading.text(place) in TITLES
