"""What to look for in texts: the people of a page, or of all posts, by the letters of their names.

Names are kept as the letters of their words joined, for texts write `N'Diaye`, `Ndiaye` and `N DIAYE` of one person. A
text in which none of the `anchors` is a word holds none of these people, which is quick to see.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from atlas_scraper.people.lexicon import is_place, is_word
from atlas_scraper.people.names import Person
from atlas_scraper.people.writing import ARTICLES, JOINING, PARTICLES, PLACING, POSSESSIVES, SPEAKING

_FUNCTION_WORDS = ARTICLES | POSSESSIVES | PLACING | JOINING | SPEAKING
_GLUED_BEFORE = ("m", "mme", "mr", "mlle", "dr")
_SHORT, _LONG, _ANCHOR, _MOST_PARTS = 2, 9, 3, 8


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
        prefixes: what the names that are written as several words begin with.
        anchors: words of which a text has one that holds any of them.
        whole: of `glued`, those of the page's own people that are long enough to be looked for inside words.
        asks_capitals: whether a family name by itself is one only with a capital.
    """

    lasts: dict[str, Weight]
    firsts: dict[str, Weight]
    alone: frozenset[str]
    initials: frozenset[str]
    glued: frozenset[str]
    prefixes: frozenset[str]
    anchors: frozenset[str]
    whole: frozenset[str] = frozenset()
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


def index_of(people: Iterable[Person], places: frozenset[str], *, is_own: bool = True) -> Index:
    """Make the index of people.

    Args:
        people: whom to look for.
        places: towns of the page, which stay where they stand as towns.
        is_own: whether they are the page's own, who may be called by a first name alone.
    """
    lasts: dict[str, Weight] = {}
    firsts: dict[str, Weight] = {}
    alone, initials, glued, anchors, whole = set[str](), set[str](), set[str](), set[str](), set[str]()

    def weigh(words: tuple[str, ...]) -> Weight:
        return _weight(words, places)

    def doubt(words: tuple[str, ...]) -> Weight:
        weight = weigh(words)
        return Weight.WORD if weight is Weight.NAME else weight

    for person in people:
        initials |= {word[0] for word in person.first}
        for words in _forms(person.first):
            _keep(firsts, words, weigh)
            anchors |= _anchors(words)
        if is_own and len("".join(person.first)) > _SHORT:
            alone |= {"".join(person.first), *(word for word in person.first[:1] if len(word) > _SHORT)}
        for last in person.lasts:
            initials |= {word[0] for word in last[:-1]}  # of a first name, where no field tells which it is
            for words in _forms(last):
                _keep(lasts, words, weigh if person.is_sure else doubt)
                anchors |= _anchors(words)
            glued |= set(_glued(person.first, last))
            first, family = "".join(person.first), "".join(last)
            if len(first + family) >= _LONG and (first or len(last) > 1):
                whole |= {first + family, family + first}
    glued = {each for each in glued if len(each) > _SHORT + 2 and not is_word(each) and not is_place(each)}
    names = lasts.keys() | firsts.keys()
    return Index(
        lasts=lasts,
        firsts=firsts,
        alone=frozenset(alone),
        initials=frozenset(initials),
        glued=frozenset(glued),
        prefixes=frozenset(name[:end] for name in names for end in range(1, len(name))),
        anchors=frozenset(anchors | glued),
        whole=frozenset(whole if is_own else ()),
        asks_capitals=not is_own,
    )


def _keep(names: dict[str, Weight], words: tuple[str, ...], weigh: Callable[[tuple[str, ...]], Weight]) -> None:
    key = "".join(words)
    names[key] = max(names.get(key, Weight.FUNCTION), weigh(words))


def _weight(words: tuple[str, ...], places: frozenset[str]) -> Weight:
    key = "".join(words)
    if len(key) <= _SHORT or key in _FUNCTION_WORDS:
        return Weight.FUNCTION
    if key in places or is_place(key):
        return Weight.PLACE
    return Weight.WORD if is_word(key) or all(is_word(word) or word in PARTICLES for word in words) else Weight.NAME


def _forms(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a name whole and each part of it, particles aside: `García López` is called García too."""
    if name:
        yield name
    if 1 < len(name) <= _MOST_PARTS:
        runs = (name[start:end] for start in range(len(name)) for end in range(start + 1, len(name) + 1))
        yield from (run for run in runs if len(run) > 1 or (len(run[0]) > 1 and run[0] not in PARTICLES))


def _anchors(words: tuple[str, ...]) -> set[str]:
    """Give the words of which a text has one, however it parts the name's letters into words."""
    runs = {"".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1)}
    long = {run for run in runs if len(run) >= _ANCHOR or run == "".join(words)}
    return long | {rest for run in long for rest in _behind_particles(run)}


def _behind_particles(word: str) -> Iterator[str]:
    for length in range(1, min(5, len(word) - _ANCHOR)):
        if word[:length] in PARTICLES:
            yield word[length:]
            yield from _behind_particles(word[length:])


def _glued(first: tuple[str, ...], last: tuple[str, ...]) -> Iterator[str]:
    for family in {"".join(last), *(word for word in last if len(word) > _SHORT)}:
        for given in {"".join(first), first[0]} if first else ():
            yield from (given + family, family + given, given[0] + family, family + given[0])
        if len(first) > 1:
            yield "".join(word[0] for word in first) + family
        yield from (title + family for title in _GLUED_BEFORE)
