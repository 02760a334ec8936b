"""The lines of the block of the post as parts of a contact, each before what it announces.

What is odd about them: a page may write a role, a name and an address on one line (`Noël X, Correspondant coopération
décentralisée`), the name above the role, `Courriel` below its address, and two contacts side by side.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.side_by_side import column_by_column
from atlas_scraper.sections.emails import hidden_address
from atlas_scraper.values.emails import read_email
from atlas_scraper.values.roles import WORDS, is_head, is_role
from atlas_scraper.values.text import fold, says_something

ROLE = Label("role", ("Correspondant coopération décentralisée", "Conseiller de coopération et d'action culturelle"))
EMAIL = Label("email", ("Courriel", "Courriels", "Adresse électronique", "Mél", "E-mail"), fits=read_email)
NAME = Label("name", ("Nom", "Nom et prénom", "Prénom et nom", "Fonction"))
POST = re.compile(
    r"^(?:ambassade|consulat|consul|mission|d[ée]l[ée]gation|repr[ée]sentation|institut|bureau|haut-commissariat)",
    re.IGNORECASE,
)
NOBODY = re.compile(r"^(?:pas\s+de|pas\s+d['’]|aucun)\b", re.IGNORECASE)

_ROLE_WITHIN = re.compile(
    "|".join(re.sub("[éèêà]", ".", words).replace("'", "['’ ]?+") for words in ROLE.spellings), re.IGNORECASE
)
_EMAIL_WITHIN = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, EMAIL.spellings))})\s*+:\s*+", re.IGNORECASE)
SIGNS = " \t,;:()[]|/•·–—-"
"""What parts a role, a name and an address on one line."""
_BEFORE = re.compile(r"[,;:(\[|/•·–—-]\s*+\Z")
_BEHIND = re.compile(r"\s*+[,;:)\]|/•·–—-]")
_LONGEST = 300  # characters of a line that says who holds which role, and where to write to
_WORD = re.compile(r"[^\W\d_]+")
_OF_NAMES = frozenset("al ben bin d da de del den der des di do dos du e el l la le les van von y".split())


class Kind(Enum):
    """What a line of the block, or a part of one, is."""

    ROLE = auto()
    OTHER_ROLE = auto()  # one that nobody has listed
    NOBODY = auto()
    EMAIL = auto()
    NAME = auto()
    ADDRESS = auto()
    LINKED = auto()  # a text, most likely a name, that links to an address
    NOTHING = auto()
    TEXT = auto()


_NAMES = frozenset({Kind.TEXT, Kind.LINKED})
_BELOW = frozenset({*_NAMES, Kind.OTHER_ROLE})


class Part(NamedTuple):
    """A line of the block or a part of one: its words, what it is, and the item that it stands in."""

    text: str
    kind: Kind
    item: Item

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses that it links to, where it is a line of its own."""
        return tuple(self.item.links) if self.text == self.item.text else ()


def parts_of(items: Sequence[Item]) -> list[Part]:
    """Give the parts of contacts that lines hold, each role before its name and each `Courriel` before its address.

    Args:
        items: the lines of the block in reading order.
    """
    lines = column_by_column(items, lambda item: item.label is ROLE or bool(NOBODY.match(item.text)))
    return _roles_first(_announced([part for item in lines for part in _with_hidden([*_cut(item)])]))


def with_linked(parts: Sequence[Part], ignored: Iterable[Item]) -> list[Part]:
    """Give parts of contacts with the addresses that only the site's own words link to: `Zoé X <a …>Contact</a>`.

    Args:
        parts: the parts in reading order.
        ignored: the items of the block that say no more than such words.
    """
    linked = [(item, hidden.address) for item in ignored if (hidden := hidden_address(item.links))]
    out = [*parts]
    for item, address in reversed(linked):
        before = [place for place, part in enumerate(out) if part.item.number <= item.number]
        out.insert(before[-1] + 1 if before else 0, Part(address, Kind.ADDRESS, item))
    return out


def is_person(text: str) -> bool:
    """Tell whether a text is surely the name of a person: words in capitals, none of them of a function or a post."""
    words = _WORD.findall(text)
    if len(words) < 2 or any(map(str.isdigit, text)) or POST.match(text) or text.endswith("."):
        return False
    are_capital = [word[0].isupper() for word in words]
    names = [word for word, is_capital in zip(words, are_capital, strict=True) if is_capital]
    return (
        len(names) > 1
        and are_capital[-1]
        and all(is_capital or word in _OF_NAMES for word, is_capital in zip(words, are_capital, strict=True))
        and not any(fold(word) in WORDS or is_head(fold(word)) for word in words)
    )


def _cut(item: Item) -> Iterator[Part]:
    """Cut a line at `Courriel :` and the address behind it, and the rest at what else it says."""
    text = item.text
    found = _EMAIL_WITHIN.search(text) if item.label not in {EMAIL, NAME} and len(text) <= _LONGEST else None
    address = text[found.end() :].strip(SIGNS) if found else ""
    if found is None or (address and not read_email(address)):
        yield from _cut_at_role(item, text)
        return
    if before := text[: found.start()].strip(SIGNS):
        yield from _cut_at_role(item, before)
    yield _part(item, found.group(), EMAIL)
    if address:
        yield _part(item, address)


def _cut_at_role(item: Item, text: str) -> Iterator[Part]:
    """Cut a text at a role that signs or a person's name part from what else it says, and a name from its address."""
    if item.label is EMAIL or item.label is NAME or NOBODY.match(text) or len(text) > _LONGEST:
        yield _part(item, text, item.label)
        return
    role = _ROLE_WITHIN.search(text)
    if role is None or (role.start() and not _BEFORE.search(text, 0, role.start())):
        yield from _cut_at_address(item, text, item.label)
        return
    behind = text[role.end() :]
    if behind.strip(SIGNS) and not (_BEHIND.match(behind) or is_person(behind)):
        yield _part(item, text, item.label)
        return
    if not text[: role.start()].strip(SIGNS) and not behind.strip(SIGNS):
        if item.label is ROLE and text[:1] not in SIGNS:
            yield _part(item, text, ROLE)
        else:
            yield _part(item, role.group(), ROLE)
        return
    if before := text[: role.start()].strip(SIGNS):
        yield _part(item, before)
    yield _part(item, role.group(), ROLE)
    if behind.strip(SIGNS):
        yield from _cut_at_address(item, behind.strip(SIGNS))


def _with_hidden(parts: list[Part]) -> list[Part]:
    """Give the parts of one line with the address that it only links to, which none of them has.

    A name alone on its line has its own; `Courriel` may be no more than the words of the link.
    """
    hidden = hidden_address(parts[0].item.links) if len(parts) > 1 or parts[0].kind is Kind.EMAIL else None
    if hidden is None or any(part.kind is Kind.ADDRESS for part in parts):
        return parts
    return [*parts, Part(hidden.address, Kind.ADDRESS, parts[0].item)]


def _cut_at_address(item: Item, text: str, label: Label | None = None) -> Iterator[Part]:
    name, _, address = text.rpartition(" ") if label is None else ("", "", "")
    if address and name.rstrip()[-1:] in SIGNS and read_email(address) and is_person(name := name.strip(SIGNS)):
        yield _part(item, name)
        yield _part(item, address.strip(SIGNS))
    else:
        yield _part(item, text, label)


def _part(item: Item, text: str, label: Label | None = None) -> Part:
    kinds = {ROLE: Kind.ROLE, EMAIL: Kind.EMAIL, NAME: Kind.NAME}
    if label in kinds:
        kind = kinds[label]
    elif NOBODY.match(text):
        kind = Kind.NOBODY
    elif read_email(text):
        kind = Kind.ADDRESS
    elif text == item.text and hidden_address(item.links):
        kind = Kind.LINKED
    elif is_role(text):
        kind = Kind.OTHER_ROLE
    else:
        kind = Kind.TEXT if says_something(text) else Kind.NOTHING
    return Part(text, kind, item)


def _announced(parts: list[Part]) -> list[Part]:
    """Give parts with each `Courriel` before its address, where the block has them the other way round."""
    pairs = [(part.kind, following.kind) for part, following in pairwise(parts)]
    if (Kind.ADDRESS, Kind.EMAIL) not in pairs or (Kind.EMAIL, Kind.ADDRESS) in pairs:
        return parts
    return _swapped(parts, {Kind.ADDRESS}, Kind.EMAIL)


def _roles_first(parts: list[Part]) -> list[Part]:
    """Give parts with each role before its name, where the block names a person above each."""
    if not any(part.kind is Kind.ROLE for part in parts[1:]):
        return parts
    kinds = [part.kind for part in parts] + [Kind.NOTHING] * 2  # the last of which are also those before the first
    roles = [place for place, kind in enumerate(kinds) if kind is Kind.ROLE]
    are_below = any(kinds[role + 1] in _BELOW and kinds[role + 2] is not Kind.ROLE for role in roles)
    above = [parts[role - 1].text for role in roles if role and kinds[role - 2] is not Kind.ROLE]
    if are_below or not any(map(is_person, above)):
        return parts
    return _swapped(parts, _NAMES, Kind.ROLE)


def _swapped(parts: list[Part], first: Collection[Kind], second: Kind) -> list[Part]:
    """Give parts with each of the second kind before the one of the first kinds that stands right above it."""
    out = [*parts]
    for place, (part, following) in enumerate(pairwise(parts)):
        if part.kind in first and following.kind is second:
            out[place : place + 2] = [following, part]
    return out
