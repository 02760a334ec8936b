"""Name fields cut into the parts that name one person each, and those into words; which words are of functions.

Words are kept as written, for capitals tell much (`names.py`); `words_in` gives their normal form.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from atlas_scraper.people.lexicon import is_place, is_word
from atlas_scraper.people.mailboxes import SERVICES
from atlas_scraper.people.normal import words_of
from atlas_scraper.people.writing import ARTICLES, BETWEEN, GLUED, TITLES
from atlas_scraper.values import roles
from atlas_scraper.values.text import UNSEEN

LINKS = ARTICLES | {"de", "d", "a", "pour", "en", "of", "co", "attn", "attention", "aupres"}
"""Words that stand between those of a function, and before a name."""
_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ`´-][^\W\d_]+)*")
_LONGEST = 300


def parts_of(text: str) -> list[str]:
    """Cut a field at what stands between two people, and take off what announces them (`Contact : …`)."""
    seen = UNSEEN.sub("", unicodedata.normalize("NFKC", text[:_LONGEST]))
    return [_announced(part) for part in BETWEEN.split(seen) if part.strip()]


def _announced(text: str) -> str:
    before, _, name = text.rpartition(":")
    is_told = all(is_word(word) or is_of_function(word) or word in TITLES for word in words_of(before))
    return name if is_told else text


def tokens_of(text: str) -> list[str]:
    """Give the words of a part of a field as written, a title that is glued to the first by itself."""
    tokens = _TOKEN.findall(text)
    if tokens and (title := GLUED.match(tokens[0])):
        tokens[:1] = [title[0], tokens[0][title.end() :]]
    return tokens


def words_in(tokens: Iterable[str]) -> tuple[str, ...]:
    """Give the words of a name in normal form."""
    return tuple(word for token in tokens for word in words_of(token))


def is_of_function(word: str) -> bool:
    """Tell whether a word in normal form may be one of a function or a service."""
    return roles.is_head(word) or word in roles.WORDS or word in SERVICES


def behind_function(tokens: Sequence[str]) -> Sequence[str]:
    """Give the words behind a function, two at least, whatever capitals and country it has; none where there is none.

    That is the second reading of a name: `LE MAIRE Anna Roux` may be called so.

    >>> behind_function(["Le", "Consul", "de", "France", "El", "Hadj", "Omar"])
    ['El', 'Hadj', 'Omar']
    """
    place, words = 0, [words_of(token)[-1] for token in tokens]
    while place < len(tokens) - 2 and _may_be_of_function(tokens, words, place):
        place += 1
    return tokens[place:] if any(map(is_of_function, words[:place])) else []


def _may_be_of_function(tokens: Sequence[str], words: Sequence[str], place: int) -> bool:
    word = words[place]
    if is_of_function(word) or word in TITLES:
        return True
    if not any(map(is_of_function, words[:place])):
        return word in ARTICLES or len(word) == 1  # `S.E. l’Ambassadeur`
    if word in LINKS:
        return not tokens[place].istitle()  # `De Sales` and `Le Thi` are names
    return words[place - 1] in LINKS and is_place(word)
