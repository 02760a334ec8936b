"""Addresses of electronic mail: found in every disguise, and told from each other, a service's or a person's.

The address of a natural person is personal data, also at work (CNIL,
https://www.cnil.fr/fr/definition/donnee-personnelle); that of a service is not. An address is taken for a service's
only if each word before its `@` is a known word of services or the name of a place or body on the same page, and at
least one is a word of services: in doubt it is a person's.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from atlas_scraper.people.normal import BOUNDARY, normal, word_set, words_of

_SERVICES = """
accueil action administration affaires agence amba ambafrance ambassade association bureau cab cabinet cci
cellule centre chancellerie cirad citoyenne comite commune communication conseil consulat contact coop
cooperation courrier culture culturel culturelle decentralise decentralisee departement developpement dg dgs
dircab direction dri education environnement europe exterieure externes general generale info information infos
institut international internationale internationales internationaux jeunesse jumelage jumelages mail maire
mairie metropole migration mission mobilite office partenariat partenariats pole presidence presse projet
projets region relations reseau ri scac secretaire secretariat service services sg solidarite solidarites
standard tourisme ville webmaster
"""
SERVICES = frozenset(_SERVICES.split())
_LINKS = frozenset({"de", "du", "des", "la", "le", "les", "et", "a", "l", "d", "en", "fr", "france"})
_AT = r"(?:at|arr?oba(?:s[ez]?|ce|ze?)?)"
_SIGN = re.compile(
    rf" ?[\[({{<\"|]+ ?(?:{_AT}|chez|a|@) ?[\])}}>\"|]+ ?"  # [at], (chez), [à]
    rf"| ?[*_/#~='-](?:{_AT}|chez)[*_/#~='-] ?|[ \n]?@[ \n]?| {_AT} "
    r"|(?P<weak> (?:chez|a) )"
    r"|(?P<none>[\[({<\"|]++)"  # passed over whole, for none begins within them either
)
"""What stands for an `@`, in normal form; what is `weak` is two words of French as well."""
_DOT = r"(?:\.{1,3}| \. | ?[\[({<] ?(?:dot|point|\.) ?[\])}>] ?| (?:dot|point) | ?[*_'-](?:dot|point)[*_'-] ?)"
_LABEL = rf"[^\W_](?:[\w{BOUNDARY}-]{{0,62}}[^\W_])?"
_HOST = re.compile(rf"{_LABEL}?(?:{_DOT}{_LABEL}){{1,6}}")
_DOTS = re.compile(_DOT)
_DOT_BEFORE = re.compile(rf"(?:{_DOT})$")
_TOP_LEVEL = re.compile(r"[a-z]{2,14}$")
_ANY = re.compile(r"\S{0,254}[^\s.,;:!?)\]>\"]")
_LOCAL = "abcdefghijklmnopqrstuvwxyz0123456789.!#$%&'*+/=?^_`{}~-" + BOUNDARY
_LONGEST_LOCAL, _MOST_LOCALS = 64, 4
_SIGN_WORDS = frozenset(
    {"at", "chez", *(f"ar{r}oba{end}" for r in ("", "r") for end in ("", "s", "se", "sz", "ce", "z", "ze"))}
)
_HINT = re.compile(r"[\[({<\"|] ?a ?[\])}>\"|]")
_WEAK_HINT = re.compile(r" a [^\W_][\w-]*(?:\.[^\W_]| ?[\[(]| (?:dot|point) )")


class Mailbox(NamedTuple):
    """An address in a text of normal form: where it stands, and what it is without its disguise."""

    start: int
    end: int
    local: str
    host: str

    @property
    def address(self) -> str:
        """The address with `@` and dots."""
        return f"{self.local}@{self.host}"


def mailboxes_in(plain: str, words: Collection[str] | None = None) -> Iterator[Mailbox]:
    """Yield the addresses in a text of normal form, in linear time.

    What has a bare `@` is one, typing errors included; what has words in place of it, only with a host behind them.

    Args:
        plain: the text.
        words: its words, where they are known already: for a quick look.
    """
    words = word_set(plain) if words is None else words
    has_sign = "@" in plain or not _SIGN_WORDS.isdisjoint(words)
    if not (has_sign or ("a" in words and (_HINT.search(plain) or _WEAK_HINT.search(plain)))):
        return
    done = 0
    for sign in _SIGN.finditer(plain):
        if sign["none"] or sign.start() < done:
            continue
        start, local = _local_before(plain, sign.start(), done)
        host = _HOST.match(plain, sign.end())
        if host and not (local or "@" in sign.group()):
            host = None
        if host and sign["weak"] and not re.search(r"[._\d-]", local):
            host = None
        if host and "@" not in sign.group() and not _TOP_LEVEL.search(host.group()):
            host = None
        if host is None:
            if sign.group().strip() != "@" or sign.group()[-1] in " \n" or not (host := _ANY.match(plain, sign.end())):
                continue
            if sign.group()[0] in " \n":
                start, local = sign.start() + 1, ""
        done = host.end()
        rest = _ANY.match(plain, done) if plain[done : done + 1] == "@" else None
        done = rest.end() if rest else done
        yield Mailbox(start, done, local, _DOTS.sub(".", plain[host.start() : done]))


def _local_before(plain: str, end: int, least: int) -> tuple[int, str]:
    """Find what stands before the sign: runs of the letters that a mailbox may have, between them dots in disguise."""
    start, parts = end, list[str]()
    for _ in range(_MOST_LOCALS):
        before = plain[max(least, start - _LONGEST_LOCAL) : start]
        run = before[len(before.rstrip(_LOCAL)) :]
        if not run:
            break
        start -= len(run)
        parts.insert(0, run)
        dot = _DOT_BEFORE.search(plain, max(least, start - 10), start)
        if not dot or dot.group() == ".":
            break
        start = dot.start()
        parts.insert(0, ".")
    return start, "".join(parts).lstrip(".").removeprefix("mailto:")


@lru_cache(maxsize=8192)
def whole_mailbox(field: str) -> Mailbox | None:
    """Give the address that a field is; `None` where it holds anything else. Those of posts come on many pages."""
    text = normal(field).strip().removeprefix("mailto:").strip()
    found = next(mailboxes_in(text), None)
    return found if found and (found.start, found.end) == (0, len(text)) else None


def is_of_service(mailbox: Mailbox) -> bool:
    """Tell whether an address may be a service's: whether a word of services is in it."""
    return not SERVICES.isdisjoint(words_of(mailbox.local))


def is_shared(mailbox: Mailbox, places: frozenset[str], people: frozenset[str]) -> bool:
    """Tell whether an address is a service's.

    Args:
        mailbox: the address.
        places: words of the places and bodies of its page.
        people: words of the names of its page, of which none may stand in it.
    """
    words = words_of(mailbox.local)
    known = SERVICES | places | _LINKS
    return bool(set(words) & SERVICES) and all(word in known and word not in people for word in words)
