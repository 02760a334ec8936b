"""Name fields taken apart into people: `S.E. M. Jean DUPONT (COCAC)` is Jean, of the family Dupont.

What is odd about the fields: they hold titles, ranks and functions, before the name, behind a comma or in brackets; two
people (`Anna X / Marie Y`); the whole name in the family name's place; maiden names; services in place of people; and
either order of first and family name, told by capitals or a comma, or by nothing.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from atlas_scraper.people.field_words import LINKS, behind_function, is_of_function, parts_of, tokens_of, words_in
from atlas_scraper.people.lexicon import is_place, is_word
from atlas_scraper.people.mailboxes import SERVICES
from atlas_scraper.people.normal import words_of
from atlas_scraper.people.writing import BORN, BRACKETS, CIVIL, NOBODY, PARTICLES, TITLES
from atlas_scraper.values import roles

_MOST_WORDS, _MOST_FIRST = 8, 3
_ACRONYM = 4


class Person(NamedTuple):
    """A person, in words of the normal form.

    Args:
        first: first names.
        lasts: family names; more than one where the page has a maiden name or tells no order.
        is_sure: whether the field says that this is a person's name, and not perhaps a service's or a place's.
    """

    first: tuple[str, ...]
    lasts: tuple[tuple[str, ...], ...]
    is_sure: bool = True


@lru_cache(maxsize=8192)
def people_in(name: str) -> tuple[Person, ...]:
    """Take a field of whole names apart; what is behind 300 characters of it is not looked at.

    >>> people_in("Mme Anna ROY / S.E. M. Jean DUPONT (COCAC)")[1]
    Person(first=('jean',), lasts=(('dupont',),), is_sure=True)
    """
    found = []
    for part in parts_of(name):
        if len(tokens := tokens_of(part)) > _MOST_WORDS:
            found += _of_sentence(tokens)
            found += filter(None, map(_in_sentence, part.split(",")))
            continue
        said, maiden = _without_asides(part)
        found += [person for aside in BRACKETS.findall(part) if (person := _in_brackets(aside))]
        for piece in _at_commas(said):
            if person := _whole(piece):
                again = _whole(" ".join(behind_function(tokens_of(piece))))
                found.append(person._replace(lasts=person.lasts + maiden))
                found += [again._replace(is_sure=person.is_sure)] if again and again != person else []
                maiden = ()
    return tuple(found)


@lru_cache(maxsize=8192)
def people_of_two(first: str, last: str) -> tuple[Person, ...]:
    """Take the fields of a first name and a family name apart, either of which may hold the whole, or several people.

    >>> people_of_two("Jean", "M. DUPONT (née MARTEL)")
    (Person(first=('jean',), lasts=(('dupont',), ('martel',)), is_sure=True),)
    """
    firsts = [tokens for part in parts_of(first) if (tokens := _bare(_without_asides(part)[0]))]
    lasts = []
    for part in parts_of(last):
        said, maiden = _without_asides(part)
        if pieces := _at_commas(said):
            lasts.append((_bare(pieces[0]), maiden))
        elif len(tokens := tokens_of(said)) == 1 and words_of(tokens[0])[0] not in CIVIL:
            lasts.append((tokens, maiden))  # a family name that is a rank's or a function's too
    if not firsts or not lasts or len(tokens_of(first)) + len(tokens_of(last)) > 2 * _MOST_WORDS:
        return people_in(f"{first} {last}".strip())
    found = []
    for place in range(max(len(firsts), len(lasts))):
        given = firsts[min(place, len(firsts) - 1)]
        family, maiden = lasts[min(place, len(lasts) - 1)]
        family = _without_run(family, given)
        if _is_loud(given) and not any(map(_is_loud_word, family)):
            found.append(Person(words_in(given), (words_in(family),)))  # first names alone in capitals, or:
            given, family = family, given  # one in the other's column
        more, shouted = _by_capitals(family)
        own, also = _by_capitals(given)
        names = (words_in(shouted or family), words_in(also if own else ()), *maiden)
        found.append(Person(words_in([*(own or given), *(more if shouted else ())]), _unique(names)))
        is_told = bool(shouted or own) or _is_loud(given) != _is_loud(family)
        if not is_told and not any(is_word(word) or is_place(word) for word in words_in(family)):
            found.append(Person(words_in(family), (words_in(given),), is_sure=False))  # perhaps in each other's columns
    return tuple(found)


def _without_run(tokens: list[str], run: list[str]) -> list[str]:
    """Take the words out that stand in another field already; all stay where nothing else is left."""
    for place in range(len(tokens) - len(run) + 1):
        if tokens[place : place + len(run)] == run:
            return tokens[:place] + tokens[place + len(run) :] or tokens
    return tokens


def _is_loud(tokens: list[str]) -> bool:
    return all(token.isupper() for token in tokens) and any(map(_is_loud_word, tokens))


def _is_loud_word(token: str) -> bool:
    return len(token) > 1 and token.isupper()


def _whole(text: str) -> Person | None:
    """Read one whole name; `None` where the text names nobody."""
    tokens = _bare(text)
    if not tokens:
        return None
    if words_of(tokens[0])[0] in NOBODY:
        return None
    is_service = bool(tokens_of(text)) and _is_service(tokens_of(text)[0]) and not _has_title(text)
    first, last = _by_capitals(tokens)
    if first and last:
        return Person(words_in(first), (words_in(last),))
    is_sure = not is_service or (
        len(tokens) > 1 and not any(is_word(each) or is_place(each) for each in words_in(tokens))
    )
    if len(tokens) == 1 or words_of(tokens[0])[0] in PARTICLES:
        is_named = is_sure or not all(is_word(each) or is_place(each) for each in words_in(tokens))
        return Person((), (words_in(tokens),), is_sure) if is_named else None
    initials = next((place for place, token in enumerate(tokens) if len(token) > 1), 0)
    given, family = tokens[: initials + 1] if not initials else tokens[:initials], tokens[initials or 1 :]
    # In capitals or small letters throughout, either may come first; so may they where the second is a word.
    written, (one, *others) = "".join(tokens), words_in(tokens)
    is_either = written.isupper() or written.islower() or (not is_word(one) and is_word(others[-1]))
    either = (words_in(tokens[:1]),) if is_either else ()
    return Person(words_in(given), (words_in(family), *either), is_sure)


def _of_sentence(tokens: Sequence[str]) -> list[Person]:
    """Give the words of a sentence in a name's place that mean nothing: each may be somebody's name."""
    unknown = [word for word in words_in(tokens) if len(word) > 2 and not (is_word(word) or is_place(word))]
    return [Person((), ((word,),)) for word in dict.fromkeys(unknown)][:_MOST_WORDS]


def _in_sentence(text: str) -> Person | None:
    """Read a name behind a function too long to be told from a sentence; only what has capitals throughout is one."""
    tokens = behind_function(tokens_of(text)) or _bare(text)
    words = words_in(tokens)
    if not 1 < len(tokens) <= _MOST_WORDS or ("".join(tokens).isupper() and all(map(is_word, words))):
        return None
    is_name = all(token[0].isupper() or words_of(token)[0] in PARTICLES for token in tokens)
    return _whole(" ".join(tokens)) if is_name else None


def _by_capitals(tokens: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part first names from the family name, in capitals with its particles before it; none where all look alike."""
    shouted = list(map(_is_loud_word, tokens))
    if all(shouted) or not any(shouted):
        return [], []
    for place in range(len(tokens) - 2, -1, -1):
        if shouted[place + 1] and words_of(tokens[place])[0] in PARTICLES:  # `SOUZA E CASTRO`; or an initial: no matter
            shouted[place] = True
    if all(shouted):
        return [], []
    first = [token for token, loud in zip(tokens, shouted, strict=True) if not loud]
    return first, [token for token, loud in zip(tokens, shouted, strict=True) if loud]


def _at_commas(text: str) -> list[str]:
    """Cut at commas, which part a name from a function, one person from another, or (`DUPONT, Jean`) a name in two."""
    pieces = [piece for piece in text.split(",") if _bare(piece)]
    if len(pieces) == 2:
        family, first = map(_bare, pieces)
        is_one = not any(_by_capitals(family)) and not any(_by_capitals(first)) and len(first) <= _MOST_FIRST
        if is_one and (len(family) == 1 or "".join(family).isupper()) and not "".join(first).isupper():
            return [f"{pieces[1].title()} {pieces[0].upper()}"]
    return pieces


def _without_asides(text: str) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """Take out what stands in brackets and behind `née`: further family names, or words about the person.

    What stands in brackets beside a single word, or beside capitals, is the rest of the name: `DUPONT (Jean)`.
    """
    said, born, behind = _split_at_birth(text)
    more = [words_in(_bare(behind))] if born else []
    for aside in BRACKETS.findall(said):
        before, born, behind = _split_at_birth(aside)
        tokens = _bare(behind if born else before)
        if born or (tokens and all(len(each) > _ACRONYM and each.isupper() for each in tokens)):
            more.append(words_in(tokens))
    bare = BRACKETS.sub(" ", said)
    tokens = _bare(bare)
    if not more and (len(tokens) == 1 or (_is_loud(tokens) and all(map(_is_first, BRACKETS.findall(said))))):
        bare = BRACKETS.sub(lambda aside: f" {' '.join(_bare(aside[1]))} ", said)
    return bare, _unique(more)


def _is_first(aside: str) -> bool:
    """Tell whether what stands in brackets may be a first name: neither a function nor a place, nor in capitals."""
    tokens = tokens_of(aside)
    is_other = any(is_of_function(word) or is_place(word) for word in words_in(tokens))
    return 0 < len(tokens) <= _MOST_FIRST and not is_other and all(each.istitle() for each in tokens)


def _in_brackets(text: str) -> Person | None:
    """Read somebody else in brackets, whose first and family name stand there: `(intérim : Marie DURAND)`."""
    tokens = _bare(text.rpartition(":")[2])
    return _whole(" ".join(tokens)) if any(_by_capitals(tokens)) else None


def _split_at_birth(text: str) -> tuple[str, bool, str]:
    if found := BORN.search(text):
        return text[: found.start()], True, text[found.end() :]
    return text, False, ""


def _bare(text: str) -> list[str]:
    """Give the words of a name without titles, functions and services before it, and without a function behind it."""
    tokens = tokens_of(text)
    title = next(
        (place for place, token in enumerate(tokens) if token[0].isupper() and words_of(token)[-1] in CIVIL), 0
    )
    if not all(is_word(word) or len(word) == 1 for word in words_in(tokens[:title])):
        title = 0  # `À l'attention de Mme …`, and not `Jean M. …`
    start = title
    while start < len(tokens) and _is_before_a_name(tokens, start):
        start += 1
    tokens = tokens[start:]
    for place in range(2, len(tokens)):
        if roles.is_head(words_of(tokens[place])[0]) and not (tokens[place].isupper() and len(tokens) == place + 1):
            return tokens[:place]
    return tokens


def _is_before_a_name(tokens: list[str], place: int) -> bool:
    token, rest = tokens[place], tokens[place + 1 :]
    low = words_of(token)
    if low[-1] in TITLES or (low == ("s",) and rest[:1] in (["E"], ["A"])) or (low == ("e",) and place > 0):
        return bool(rest) or low[-1] in TITLES - {"general", "pere"}
    if is_of_function(low[-1]):
        # `MAIRE Jean` is called so; `Jean Maire` is seen to behind the name.
        loud = token.isupper() and bool(rest) and not any(each.isupper() and len(each) > 1 for each in rest)
        return not (loud and all(each[0].isupper() for each in rest) and place == 0)
    is_told = low[-1] in LINKS or (is_word(low[-1]) and any(each[0].isupper() for each in rest))
    if not (token[0].islower() and is_told):
        return False
    is_behind_title = place > 0 and words_of(tokens[place - 1])[-1] in TITLES
    if is_behind_title and rest:  # `M. de Montclair`, and not `M. le Maire`
        return low[0] not in PARTICLES or is_of_function(words_of(rest[0])[-1])
    return place > 0 or low[0] not in PARTICLES


def _is_service(token: str) -> bool:
    low = words_of(token)
    return low[0] in SERVICES or low[-1] in roles.WORDS


def _has_title(text: str) -> bool:
    return not TITLES.isdisjoint(words_of(text))


def _unique(names: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(filter(None, names)))
