"""What to look for in texts: the people of a page, or of all posts, by the letters of their names.

Names are kept as the letters of their words joined, for texts write `N'Diaye`, `Ndiaye` and `N DIAYE` of one person. A
text in which none of the `anchors` is a word holds none of these people, which is quick to see.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from atlas_scraper.people.lexicon import is_place, is_word
from atlas_scraper.people.names import Person
from atlas_scraper.people.writing import ARTICLES, JOINING, PARTICLES, PLACING, POSSESSIVES, SPEAKING

_FUNCTION_WORDS = ARTICLES | POSSESSIVES | PLACING | JOINING | SPEAKING
_GLUED_BEFORE = ("m", "mme", "mr", "mlle", "dr")
_SHORT, _LONG, _ANCHOR, _MOST_PARTS = 2, 8, 3, 8


class Weight(IntEnum):
    """What a name is besides a name."""

    FUNCTION = 0
    """A word of grammar, or two letters: `Le`, `Son`, `Ba`."""
    WORD = 1
    """A word of the language, or a name of which a field does not say that it is one."""
    PLACE = 2
    """A town or a country."""
    NAME = 3
    """Nothing else."""


@dataclass(frozen=True, slots=True)
class Index:
    """People to look for.

    Args:
        lasts: family names, whole, without particles, and their parts.
        firsts: first names, whole and their parts.
        alone: first names that are looked for by themselves too.
        initials: of the first names.
        glued: first and family name as one word, which is nothing but a name.
        names: family names, first names and both in one.
        starts: the words with which a name may begin in a text.
        anchors: words of which a text has one that holds any of them.
        asks_capitals: whether a family name by itself is one only with a capital.
    """

    lasts: dict[str, Weight]
    firsts: dict[str, Weight]
    alone: frozenset[str]
    initials: frozenset[str]
    glued: frozenset[str]
    names: frozenset[str]
    starts: frozenset[str]
    anchors: frozenset[str]
    asks_capitals: bool = False


class Hit(NamedTuple):
    """Words of a text that may be a name.

    Args:
        start: place of the first.
        end: place of the last.
        family: what it weighs as a family name; `None` where it is none.
        first: what it weighs as a first name; `None` where it is none.
        is_alone: whether it is a first name that is looked for by itself.
        is_glued: whether it is first and family name in one word.
    """

    start: int
    end: int
    family: Weight | None
    first: Weight | None
    is_alone: bool = False
    is_glued: bool = False


class Keys(NamedTuple):
    """What to look for of one person, wherever the page is; the sets are those of `Index`.

    Args:
        whole: names of first and family name that are long enough to be looked for inside words.
    """

    lasts: dict[str, Weight]
    firsts: dict[str, Weight]
    alone: frozenset[str]
    initials: frozenset[str]
    glued: frozenset[str]
    prefixes: frozenset[str]
    anchors: frozenset[str]
    whole: frozenset[str]


def index_of(people: Iterable[Person], places: frozenset[str], *, is_own: bool = True) -> Index:
    """Make the index of people, as `index_of_keys` does."""
    return index_of_keys(list(map(keys_of, people)), places, is_own=is_own)


def index_of_keys(keys: Sequence[Keys], places: frozenset[str], *, is_own: bool = True) -> Index:
    """Make the index of people.

    Args:
        keys: what to look for of each of them.
        places: towns of the page, which stay where they stand as towns.
        is_own: whether they are the page's own, who may be called by a first name alone.
    """
    lasts, firsts = _heaviest(each.lasts for each in keys), _heaviest(each.firsts for each in keys)
    anchors = union_of(each.anchors for each in keys)
    if not is_own:  # else every text of every page would be looked through for a `Le`
        anchors = frozenset(each for each in anchors if each not in _FUNCTION_WORDS and len(each) > _SHORT)
    for weights in (lasts, firsts):
        weights.update(dict.fromkeys(places & weights.keys(), Weight.PLACE))
    prefixes, glued = union_of(each.prefixes for each in keys), union_of(each.glued for each in keys)
    names = glued.union(lasts, firsts)
    return Index(
        lasts=lasts,
        firsts=firsts,
        alone=union_of(each.alone for each in keys) if is_own else frozenset(),
        initials=union_of(each.initials for each in keys),
        glued=glued,
        names=names,
        starts=prefixes | names,
        anchors=anchors,
        asks_capitals=not is_own,
    )


def union_of(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """Give the union of sets."""
    return frozenset().union(*sets)


def _heaviest(names: Iterable[dict[str, Weight]]) -> dict[str, Weight]:
    found: dict[str, Weight] = {}
    for each in names:
        found.update({key: weight for key, weight in each.items() if weight > found.get(key, -1)})
    return found


@lru_cache(maxsize=8192)
def keys_of(person: Person) -> Keys:
    """Give what to look for of a person."""
    first = "".join(person.first)
    firsts = {"".join(form): _weight(form) for form in _forms(person.first)}
    forms = {form for last in person.lasts for form in _forms(last)}
    doubt = Weight.NAME if person.is_sure else Weight.WORD
    lasts = {"".join(form): weight if (weight := _weight(form)) < Weight.NAME else doubt for form in forms}
    more = {f"{key}s": weight for key, weight in lasts.items() if weight is Weight.NAME and len(key) > _SHORT + 1}
    lasts |= {key: min(weight, _weight((key,))) for key, weight in more.items() if key not in lasts}  # `les Duponts`
    glued = {each for last in person.lasts for each in _glued(person.first, last)}
    glued = {each for each in glued if len(each) > _SHORT + 2 and not is_word(each) and not is_place(each)}
    wholes = [(*person.first, *last) for last in person.lasts if first or len(last) > 1]
    words = {word for name in (person.first, *person.lasts) for word in name}
    # Of a first name, where no field tells which it is, the initial is that of any word but the last.
    initials = {word[0] for words in (person.first, *(last[:-1] for last in person.lasts)) for word in words}
    return Keys(
        lasts=lasts,
        firsts=firsts,
        alone=frozenset(each for each in (first, *person.first[:1]) if len(each) > _SHORT),
        initials=frozenset(initials),
        glued=frozenset(glued),
        prefixes=frozenset(key[:end] for key in (*lasts, *firsts) for end in range(1, len(key))),
        anchors=frozenset({*lasts, *firsts, *glued, *(rest for word in words for rest in _behind_particles(word))}),
        whole=frozenset(each for words in wholes for each in _turned(words) if len(each) >= _LONG),
    )


def _weight(words: tuple[str, ...]) -> Weight:
    key = "".join(words)
    if len(key) <= _SHORT or key in _FUNCTION_WORDS:
        return Weight.FUNCTION
    if is_place(key):
        return Weight.PLACE
    return Weight.WORD if is_word(key) or all(is_word(word) or word in PARTICLES for word in words) else Weight.NAME


def _forms(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a name whole and each part of it, particles aside: `García López` is called García too."""
    if name:
        yield name
    if 1 < len(name) <= _MOST_PARTS:
        runs = (name[start:end] for start in range(len(name)) for end in range(start + 1, len(name) + 1))
        yield from (run for run in runs if len(run) > 1 or (len(run[0]) > 1 and run[0] not in PARTICLES))


def _behind_particles(word: str) -> Iterator[str]:
    """Yield what a text may part from a word: of `Ndiaye` written `N'Diaye`, `diaye`."""
    for length in range(1, min(5, len(word) - _ANCHOR)):
        if word[:length] in PARTICLES:
            yield word[length:]
            yield from _behind_particles(word[length:])


def _turned(words: tuple[str, ...]) -> Iterator[str]:
    """Yield a whole name as one word, whichever of its words is the first of the family name."""
    return ("".join(words[place:] + words[:place]) for place in range(min(len(words), _MOST_PARTS)))


def _glued(first: tuple[str, ...], last: tuple[str, ...]) -> Iterator[str]:
    """Yield first and family name as one word, wherever first names end: fields may not tell."""
    for place in range(min(len(last), _MOST_PARTS)):
        before = tuple(word for word in last[:place] if not first or word not in PARTICLES)
        given = (*first, *before)  # `El Hadj Omar` of `El Hadj Omar Le Goffanec`
        for family in {"".join(last[place:]), *(word for word in last[place : place + 1] if len(word) > _SHORT)}:
            for each in filter(None, {*given, "".join(given), "".join(first)}):
                yield from (each + family, family + each, each[0] + family, family + each[0])
            for names in (first, given):
                yield "".join(word[0] for word in names) + family
            yield from (title + family for title in _GLUED_BEFORE)
