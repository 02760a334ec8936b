"""What a name is besides a name: a word of French, or a place that everybody knows.

The words are those of `an-array-of-french-words` (MIT), which has no proper names; `tests/build_lexicon.py` makes the
file. The places are the countries, the cities after which time zones are called, and the towns after which France's
départements, regions and EPCI are called.
"""

import lzma
from functools import cache
from importlib.resources import files
from itertools import groupby

from atlas_scraper.people.normal import words_of
from atlas_scraper.values.cities import cities
from atlas_scraper.values.countries import country_code
from atlas_scraper.values.register import names_of

FILE = "french.txt.xz"
_INITIALS = 3


def is_word(word: str) -> bool:
    """Tell whether a word in normal form is one of French, in any of its forms.

    >>> is_word("petit"), is_word("dupont")
    (True, False)
    """
    return f"\n{word}\n" in _words().get(word[:_INITIALS], "")


def is_place(word: str) -> bool:
    """Tell whether a word in normal form is the whole name of a place that everybody knows.

    >>> is_place("brest"), is_place("canada"), is_place("vergnolle")
    (True, True, False)
    """
    return word in _places() or country_code(word) is not None


@cache
def _words() -> dict[str, str]:
    """Give the words by the letters they begin with, on lines: a tenth of the memory that a set would take."""
    packed = files("atlas_scraper.people.lexicon").joinpath(FILE).read_bytes()
    words = lzma.decompress(packed).decode().split("\n")
    return {start: "\n".join(["", *group, ""]) for start, group in groupby(words, lambda word: word[:_INITIALS])}


@cache
def _places() -> frozenset[str]:
    """Give the places of one word: each word of an EPCI's name that is a commune's name too is a well-known town."""
    around = {word for kind in ("epci", "departement", "region") for name in names_of(kind) for word in words_of(name)}
    communes = {"".join(words_of(name)) for name in names_of("commune")}
    whole = {"".join(words_of(name)) for kind in ("departement", "region") for name in names_of(kind)}
    abroad = {"".join(words_of(name)) for name in cities()}
    return frozenset((communes & around) | whole | abroad)
