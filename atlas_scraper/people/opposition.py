"""The opposition list: people who are to be left out of all data, kept as keyed hashes and never as names.

Article 21 of the GDPR gives everybody the right to object. A list of names of those who did would itself be what they
objected to, so the list holds HMAC-SHA256 digests (RFC 2104), one a line; without the key nobody can try names against
it. A digest is of a name's words, in any order, or of an address; case, accents and hyphens make no difference.
"""

import hmac
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from atlas_scraper.errors import AtlasError
from atlas_scraper.people.index import Index, index_of
from atlas_scraper.people.leave_out import MAIL, NAME
from atlas_scraper.people.mailboxes import mailboxes_in
from atlas_scraper.people.marked import Row, cleared, masked, rows_of
from atlas_scraper.people.names import Person
from atlas_scraper.people.normal import BOUNDARY, cut, normal, words_of
from atlas_scraper.people.of_page import people_of_rows, places_of
from atlas_scraper.people.reading import read
from atlas_scraper.people.search import people_in_text
from atlas_scraper.record.marks import Names
from atlas_scraper.record.model import Partnership

_DIGEST = re.compile(r"[0-9a-f]{64}")
_MOST_WORDS = 5
_WORD = re.compile(r"[^\W_]+")
_OF_A_PERSON = frozenset({Names.PERSON, Names.LAST_NAME, Names.FIRST_NAME, Names.EMAIL, Names.DEED})


class BadOpposition(AtlasError):  # noqa: N818 - says what it is
    """An opposition list that cannot be used."""


class Opposition:
    """People who are to be left out.

    Args:
        key: the secret; at least 16 bytes.
        digests: of their names and addresses.

    Raises:
        BadOpposition: the key is too short.
    """

    def __init__(self, key: bytes, digests: frozenset[str]) -> None:
        if len(key) < 16:
            raise BadOpposition("a key of 16 bytes at least", f"{len(key)} bytes", "set ATLAS_OPPOSITION_KEY")
        self._key, self._digests = key, digests

    def digest(self, who: str) -> str:
        """Give the digest of a name or an address, as the list has it."""
        what = _address(who) if "@" in who else " ".join(sorted(words_of(who.lower())))
        return hmac.digest(self._key, what.encode(), "sha256").hex()

    def has(self, who: str) -> bool:
        """Tell whether a name or an address is on the list."""
        return self.digest(who) in self._digests

    def apply(self, record: Partnership) -> Partnership:
        """Give a record without those who are on the list; the record itself where none of them is in it."""
        if not self._digests:
            return record
        rows = list(rows_of(Partnership, record))
        texts = [each for row in rows for said in row.values() for each in said]
        listed = [who for text in texts for who in self._found_in(text)]
        people = [person for person in people_of_rows(rows) if any(map(self.has, _whole_names(person)))]
        if not (listed or people):
            return record
        without = cleared(record, lambda row: self._is_theirs(row, people), _OF_A_PERSON)
        return masked(without, _masks(listed, index_of(people, places_of(rows))))

    def _found_in(self, text: str) -> Iterator[str]:
        """Yield the names and addresses of a text that are on the list."""
        yield from (hit.address for hit in mailboxes_in(normal(text)) if self.has(hit.address))
        yield from filter(self.has, _may_be_names(text))

    def _is_theirs(self, row: Row, people: list[Person]) -> bool:
        """Tell whether a row is of somebody on the list, by name or by address."""
        if any(self.has(found.address) for said in row.get(Names.EMAIL, ()) for found in mailboxes_in(normal(said))):
            return True
        return any(person in people for person in people_of_rows([row]))


def _masks(listed: list[str], index: Index) -> dict[Names, Callable[[str], str | None]]:
    patterns = [(_pattern(who), MAIL if "@" in who else NAME) for who in dict.fromkeys(listed)]

    def spans(text: str) -> list[tuple[int, int, str]]:
        plain = normal(text)
        found = [(*hit.span(), mark) for pattern, mark in patterns for hit in pattern.finditer(plain)]
        return found + [(start, end, NAME) for start, end in people_in_text(read(text, plain), index)]

    def clean(text: str) -> str:
        return cut(text, spans(text))

    def link(text: str) -> str | None:
        return None if spans(text) else text

    return dict.fromkeys(set(Names) - {Names.NOBODY, Names.PARTS, Names.LINK}, clean) | {Names.LINK: link}


def _whole_names(person: Person) -> Iterator[str]:
    return (" ".join((*person.first, *last)) for last in person.lasts)


def read_opposition(path: Path, key: str) -> Opposition:
    """Read an opposition list: a digest a line, empty lines and `#` comments aside.

    Raises:
        BadOpposition: the file cannot be read, holds anything else, or the key is too short.
    """
    try:
        lines = [line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines()]
    except (OSError, UnicodeDecodeError) as error:
        raise BadOpposition("an opposition list", str(error), "check the path") from error
    digests = frozenset(filter(None, lines))
    if wrong := [each for each in digests if not _DIGEST.fullmatch(each)]:
        found = f"a line of {len(wrong[0])} characters in {path}"  # not the line itself, which may be a name
        raise BadOpposition("64 hexadecimal digits a line", found, "make lines with `atlas-scraper oppose`")
    return Opposition(key.encode(), digests)


def _may_be_names(text: str) -> Iterator[str]:
    """Yield what in a text may be a name: words from one with a capital to another, and a short text whole."""
    words = _WORD.findall(text)
    if 1 < len(words) <= _MOST_WORDS:
        yield text.lower()
    capitals = [place for place, word in enumerate(words) if word[0].isupper()]
    for place, start in enumerate(capitals):
        for end in capitals[place + 1 : place + _MOST_WORDS]:
            if end - start < _MOST_WORDS:
                yield " ".join(words[start : end + 1]).lower()


def _address(text: str) -> str:
    return normal(text.lower()).removeprefix("mailto:").strip()


def _pattern(who: str) -> re.Pattern[str]:
    """Make the pattern that finds a name or an address in a normal form, boundaries within its words or not."""
    words = [normal(who.lower())] if "@" in who else words_of(who.lower())
    between = rf"{BOUNDARY}?"
    return re.compile(r"(?<!\w)" + r"[\W_]+".join(between.join(map(re.escape, word)) for word in words) + r"(?!\w)")
