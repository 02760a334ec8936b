"""The rule for names that are words or towns as well: they are names only where they stand as names.

They do beside a title, a first name, an initial, a function; in capitals within a sentence in small letters; behind
`avec`, `selon` and their like; and in a signature. See `docs/people.md`, which states this to readers.
"""

from collections.abc import Mapping

from atlas_scraper.people.index import Hit, Index, Weight
from atlas_scraper.people.lexicon import is_word
from atlas_scraper.people.reading import Reading
from atlas_scraper.people.writing import (
    ARTICLES,
    JOINING,
    PLACING,
    POSSESSIVES,
    SIGNING,
    SPEAKING,
    TITLES,
)
from atlas_scraper.values import roles

_LINKS = ARTICLES | {"de", "d", "a", "et", "en"}
_LONGEST_FUNCTION = 7
_BEFORE_SIGNATURE = 160
_ONE_PHRASE = frozenset(".;!?\n")
_WORDS_OF_A_LETTER = frozenset("aoy")
_SAINTS = frozenset({"saint", "sainte", "st", "ste"})


def is_saint(reading: Reading, start: int) -> bool:
    """Tell whether a saint, or a place called after one, is named."""
    return reading.text(start - 1) in _SAINTS and reading.joins(start - 1) and "." not in reading.gap(start - 1)[1:]


def stands_as_family(reading: Reading, index: Index, hit: Hit, firsts: Mapping[int, Weight]) -> bool:
    """Tell whether a word that may be a family name is one here.

    Args:
        reading: the text.
        index: whom to look for.
        hit: the word, or words.
        firsts: where first names stand, and what they are besides.
    """
    start, end, weight = hit.start, hit.end, hit.family
    if _beside_first_name(reading, firsts, hit):
        return True
    has_capital = reading.has_capital(start, end)
    if not has_capital or weight is Weight.FUNCTION:
        return has_capital and not _goes_on(reading, end) and _is_marked(reading, index, hit)
    if _behind_title(reading, start) or _beside_initial(reading, index, start, end):
        return True
    before = reading.text(start - 1) if start and reading.joins(start - 1) else ""
    is_shouted = weight is Weight.WORD and reading.case(start) == 2 and not reading.is_loud(start)
    if before in ARTICLES | POSSESSIVES or (before in PLACING and not is_shouted):
        # `avec l’aide de Petit, maire`, and not `la commune de Petit`: no town is followed by a function so, but by
        # one that says who has it: `la ville de Petit (maire : …)`.
        is_parted = reading.gap(end).strip()[:1] in {",", "("} and not reading.gap(end + 1).lstrip().startswith(":")
        return before == "de" and is_parted and _beside_function(reading, start, end, weight)
    if is_shouted and len(reading.words[start]) > 2 and not _among_capitals(reading, start, end):
        return True
    is_spoken_of = weight is Weight.WORD and before in SPEAKING and not reading.is_loud(start)
    return (
        (is_spoken_of and not (reading.is_close(end) and reading.case(end + 1)))
        or _beside_function(reading, start, end, weight)
        or _in_signature(reading, start, end)
    )


def _is_marked(reading: Reading, index: Index, hit: Hit) -> bool:
    """Tell whether a word of grammar has a title, or an initial and capitals: `M. Le`, `P. SON`, not `A. Le projet`."""
    is_loud = reading.case(hit.start) > 1 or not is_word(reading.text(hit.start))
    return _behind_title(reading, hit.start) or (is_loud and _beside_initial(reading, index, hit.start, hit.end))


def stands_as_first(reading: Reading, index: Index, hit: Hit) -> bool:
    """Tell whether a first name stands here by itself: `dit Pierre`, and not `un mur de pierre` or `Port Louis`."""
    start, end, weight = hit.start, hit.end, hit.first
    if not reading.case(start) or is_saint(reading, start) or _behind_title(reading, start):
        return bool(reading.case(start)) and not is_saint(reading, start)
    if _is_of_another(reading, index, start, end):
        return False
    before = reading.text(start - 1) if start and reading.is_close(start - 1) else ""
    if weight is Weight.NAME or (end > start and all(map(reading.case, range(start, end + 1)))):
        return not (before and reading.case(start - 1) and not reading.begins(start - 1) and before not in TITLES)
    is_plain = reading.begins(start) or reading.is_loud(start)
    return not is_plain and before in SPEAKING | JOINING


def _is_of_another(reading: Reading, index: Index, start: int, end: int) -> bool:
    """Tell whether a first name is part of a compound (`lycée Jean-Moulin`) or of another's name (`Jean Jaurès`)."""
    if (reading.gap(start - 1) if start else "").endswith("-") or reading.gap(end).startswith("-"):
        return True
    after = reading.text(end + 1)
    return (
        reading.is_close(end) and reading.case(end + 1) > 0 and after not in index.lasts and after not in index.firsts
    )


def _beside_first_name(reading: Reading, firsts: Mapping[int, Weight], hit: Hit) -> bool:
    """Tell whether a first name stands before or behind."""
    around = ((hit.start - 1, hit.start - 1), (hit.end + 1, hit.end))
    return any(
        _is_beside(reading, firsts[place], place, gap, hit.start)
        for place, gap in around
        if place in firsts and not (hit.family is Weight.FUNCTION and "\n" in reading.gap(gap))
    )


def _is_beside(reading: Reading, weight: Weight, place: int, gap: int, name: int) -> bool:
    between = reading.gap(gap)
    if len(between) > 4 or not set(between) <= set(" ,.'-_*\x1f\n+/%&=~") or ". " in between or ".\n" in between:
        return False
    if reading.is_in_file_name(gap) and (between != "-" or reading.is_in_address(gap)):
        return True
    if weight is Weight.NAME and between in {" ", "-"}:
        return bool(reading.case(name)) or not reading.case(place)
    return bool(reading.case(name) and reading.case(place))


def _behind_title(reading: Reading, start: int) -> bool:
    """Tell whether a title stands before, or a function with one: `M. le Maire Petit`, not `Mme la maire de Brest`."""
    place = start - 1
    while place >= 0 and reading.is_initial(place) and reading.is_close(place) and reading.text(place) != "m":
        place -= 1
    if reading.is_close(place) and reading.text(place) not in TITLES and _is_of_function(reading, place):
        words = roles.WORDS | _LINKS
        for _ in range(_LONGEST_FUNCTION):
            if not (reading.is_role(place) or reading.text(place) in words) or not reading.is_close(place):
                break
            place -= 1
    return reading.is_close(place) and reading.text(place) in TITLES and _is_title(reading, place)


def _is_of_function(reading: Reading, place: int) -> bool:
    return reading.is_role(place) or reading.text(place) in roles.WORDS


def _is_title(reading: Reading, place: int) -> bool:
    """Tell whether a title is one: `m` in small letters, or behind a number, is a metre or a million."""
    if len(reading.text(place)) > 2:
        return True
    return bool(reading.case(place)) and not reading.is_measured(place)


def _goes_on(reading: Reading, end: int) -> bool:
    """Tell whether a title's `Le` is the article of what follows: `M. Le Maire`."""
    after = reading.text(end + 1)
    if not reading.is_close(end):
        return False
    return reading.is_role(end + 1) or after in roles.WORDS or after in TITLES or reading.is_loud(end)


def _beside_initial(reading: Reading, index: Index, start: int, end: int) -> bool:
    """Tell whether an initial stands before (`P. Petit`) or behind (`PETIT P.`)."""
    before, after = start - 1, end + 1
    if reading.is_close(before) and (reading.is_initial(before) or _is_bare_initial(reading, before)):
        return _is_initial_of(reading, index, before)
    if not (reading.is_initial(after) and reading.is_close(end)):
        return False
    return _is_initial_of(reading, index, after) and (reading.gap(after)[:1] in {".", ",", ""} or reading.ends(after))


def _is_bare_initial(reading: Reading, place: int) -> bool:
    """Tell whether a capital without a dot is an initial (`P PETIT`); that of `A BREST` is none."""
    is_letter = len(reading.text(place)) == 1 and reading.text(place) not in _WORDS_OF_A_LETTER
    return is_letter and reading.gap(place) == " " and reading.case(place) > 0 and reading.case(place + 1) > 1


def _is_initial_of(reading: Reading, index: Index, place: int) -> bool:
    return reading.text(place) in index.initials and not reading.gap(place).startswith("'")


def _beside_function(reading: Reading, start: int, end: int, weight: Weight | None) -> bool:
    """Tell whether a function stands before (`le maire Petit`, `Contact : Petit`) or behind (`Petit, maire de X`)."""
    goes_on = reading.is_close(end) and reading.case(end + 1) > 0
    if start and not reading.is_loud(start) and not goes_on:
        gap = reading.gap(start - 1)
        if reading.is_role(start - 1) and gap == " ":
            return True
        if weight is not Weight.PLACE and ":" in gap and len(gap) <= 3 and reading.ends(end):
            return reading.is_role(start - 1) or reading.text(start - 1) in {"contact", "contacts", "signe", "nom"}
    gap = reading.gap(end)
    if len(gap) > 3 or not set(gap) <= set(" ,(-"):
        return False
    if gap == " ":
        return False
    after = end + 1
    if weight is not Weight.PLACE and reading.text(after) in ARTICLES and reading.text(after) != "un":
        after += 1
    return reading.is_role(after) and ("-" not in gap or gap.startswith(" "))


def _in_signature(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the name ends a line behind `Fait à X, le …` and its like."""
    is_alone = not start or "\n" in reading.gap(start - 1)
    is_line = is_alone and ("\n" in reading.gap(end) or end + 1 == len(reading.words))
    if not is_line and not (reading.ends(end) and reading.gap(end)[:1] in {"", "\n", ".", ",", ";", ")"}):
        return False
    begin = reading.starts[start]
    signing = SIGNING.search(reading.plain, max(0, begin - _BEFORE_SIGNATURE), begin)
    if not signing:
        return False
    return is_line or _ONE_PHRASE.isdisjoint(reading.plain[signing.end() : begin])


def _among_capitals(reading: Reading, start: int, end: int) -> bool:
    """Tell whether it is part of a phrase in capitals: `projet GRAND LARGE`."""
    return (reading.is_close(end) and reading.case(end + 1) == 2) or (
        start > 0 and reading.is_close(start - 1) and reading.case(start - 1) == 2
    )
