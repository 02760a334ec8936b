"""People found in a text, by the description of how names are written (`writing.py`).

A family name that is nothing else is one wherever it stands; of others `standing.py` says where they are names. What
belongs to a name goes with it: first names, initials, particles, the other half of a double name, a maiden name.
"""

from collections.abc import Iterator, Mapping
from itertools import compress

from atlas_scraper.people.index import Hit, Index, Weight
from atlas_scraper.people.lexicon import is_place, is_word
from atlas_scraper.people.mailboxes import SERVICES
from atlas_scraper.people.reading import Reading
from atlas_scraper.people.standing import is_saint, stands_as_family, stands_as_first
from atlas_scraper.people.writing import PARTICLES, TITLES

_MOST_WORDS = 8
_BORN = frozenset({"nee", "ne", "epouse", "veuve", "alias"})
_MERGED = frozenset(" .'-_\x1f")
_SHORT = 3


def people_in_text(reading: Reading, index: Index) -> list[tuple[int, int]]:
    """Find where people stand in a text.

    Args:
        reading: the text.
        index: whom to look for.

    Returns:
        Where each name begins and ends in the normal form.
    """
    struck: set[int] = set()
    hits = list(_hits(reading, index))
    firsts = {place: hit.first for hit in hits if hit.first is not None for place in range(hit.start, hit.end + 1)}
    for hit in hits:
        if _is_name(reading, index, hit, firsts):
            struck.update(range(hit.start, hit.end + 1))
            if hit.family is not None and not hit.is_glued:
                struck.update(_around(reading, index, hit))
    return list(merged(reading, struck))


def _hits(reading: Reading, index: Index) -> Iterator[Hit]:
    """Yield what may be a name, the longest at each place, however its letters are parted into words."""
    behind, words, starts = 0, reading.words, index.starts
    for place in compress(range(len(words)), map(starts.__contains__, words)):
        if place < behind:
            continue
        word, after = words[place], words[place + 1 : place + 2]
        if not (after and word + after[0] in starts) and word not in index.names:
            continue  # the beginning of a name, such as `la`, and no name
        found, end = _longest(reading, index, place)
        if found:
            yield Hit(place, end, index.lasts.get(found), index.firsts.get(found), is_alone=found in index.alone)
        elif reading.words[place] in index.glued:
            yield Hit(place, place, Weight.NAME, None, is_glued=True)
        behind = end + 1


def _longest(reading: Reading, index: Index, place: int) -> tuple[str, int]:
    """Give the longest name that begins at a place, as its letters, and where it ends; empty where none does."""
    words = reading.words
    letters, found, end = words[place], "", place
    for last in range(place, len(words)):
        if letters in index.lasts or letters in index.firsts:
            found, end = letters, last
        letters += words[last + 1] if last + 1 < len(words) else ""
        if letters not in index.starts or not reading.joins(last):
            break
    return found, end


def _is_name(reading: Reading, index: Index, hit: Hit, firsts: Mapping[int, Weight]) -> bool:
    if hit.is_glued:
        return True
    if hit.family is not None:
        if hit.family is Weight.NAME and _is_plainly_one(reading, index, hit):
            return True
        if not is_saint(reading, hit.start) and stands_as_family(reading, index, hit, firsts):
            return True
    return hit.first is not None and hit.is_alone and stands_as_first(reading, index, hit)


def _is_plainly_one(reading: Reading, index: Index, hit: Hit) -> bool:
    if is_saint(reading, hit.start):
        return False
    is_long = sum(len(reading.text(place)) for place in range(hit.start, hit.end + 1)) > _SHORT
    in_name = reading.is_in_file_name(hit.end) or reading.is_in_file_name(hit.start - 1)
    return reading.has_capital(hit.start, hit.end) or (is_long and (not index.asks_capitals or in_name))


def _around(reading: Reading, index: Index, hit: Hit) -> Iterator[int]:
    """Yield the words before and behind a family name that belong to it."""
    place = hit.start - 1
    while place >= max(0, hit.start - _MOST_WORDS) and _belongs(reading, index, place, place):
        yield place
        place -= 1
    place = hit.end + 1
    if reading.text(place) in _BORN and reading.case(place + 1):
        yield place + 1
    while place < min(len(reading.words), hit.end + _MOST_WORDS) and _belongs(reading, index, place, place - 1):
        yield place
        place += 1


def _belongs(reading: Reading, index: Index, place: int, gap: int) -> bool:
    """Tell whether a word beside a name is part of it; `gap` is the place of the word before what stands between."""
    word, between = reading.text(place), reading.gap(gap)
    is_before = gap == place
    if word in index.firsts and (reading.case(place) or reading.is_in_file_name(gap)):
        # Markdown's emphasis parts nothing: `*Petit*, _Jean_`.
        return reading.joins(gap) or (between.strip("*_") in {", ", ","} and not is_before)
    if not reading.joins(gap) or "\n" in between:
        return False
    if reading.is_initial(place):
        return is_before and reading.is_close(gap) and _is_no_title(reading, place)
    if word in PARTICLES and is_before and reading.case(place) and len(word) > 1:
        return word in index.firsts or reading.text(place - 1) in index.firsts
    is_behind_capitals = not is_before and reading.case(gap) == 2 and reading.case(place) == 1
    is_near = between == "-" or (between == " " and (is_before or is_behind_capitals))
    return is_near and _may_be_name(reading, place)


def _is_no_title(reading: Reading, place: int) -> bool:
    return reading.text(place) not in TITLES or reading.is_initial(place - 1) or not reading.gap(place).startswith(".")


def _may_be_name(reading: Reading, place: int) -> bool:
    """Tell whether a word that nobody knows can only be a name: it has a capital and means nothing else."""
    word = reading.text(place)
    return (
        bool(reading.case(place))
        and len(word) > 2
        and not (is_word(word) or is_place(word) or word in SERVICES or word in TITLES or word in PARTICLES)
        and not (reading.case(place) == 2 and len(word) <= 5)
    )


def merged(reading: Reading, struck: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the spans of struck words, those of one name as one."""
    start: int | None = None
    for place in sorted(struck):
        word_start, word_end = reading.span(place)
        begin = word_start if start is None else start
        if place + 1 in struck and _is_one(reading, place):
            start = begin
            continue
        yield begin, word_end
        start = None


def _is_one(reading: Reading, place: int) -> bool:
    gap = reading.gap(place)
    return _MERGED.issuperset(gap) and (". " not in gap or len(reading.text(place)) == 1)
