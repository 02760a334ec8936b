"""The opposition list: people who are to be left out of all data, kept as keyed hashes and never as names.

Article 21 of the GDPR gives everybody the right to object. A list of names of those who did would itself be what they
objected to, so the list holds HMAC-SHA256 digests (RFC 2104), one a line; without the key nobody can try names against
it. A digest is of a name's words, in any order, or of an address; case, accents and hyphens make no difference.
"""

import hmac
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from atlas_scraper.errors import AtlasError
from atlas_scraper.people.leave_out import MAIL, NAME
from atlas_scraper.people.mailboxes import ADDRESS
from atlas_scraper.people.shadow import plain, replaced, words_of
from atlas_scraper.record.model import Partnership

_DIGEST = re.compile(r"[0-9a-f]{64}")
_MOST_WORDS = 5
_WORD = re.compile(r"[^\W_]+")
_NAMES = ("last_name", "first_name", "name")
_NO_TEXT = frozenset({"provenance", "code", "section", "country_code", "status", "source_url", "project_id"})


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
        what = _address(who) if "@" in who else " ".join(sorted(words_of(who)))
        return hmac.digest(self._key, what.encode(), "sha256").hex()

    def has(self, who: str) -> bool:
        """Tell whether a name or an address is on the list."""
        return self.digest(who) in self._digests

    def apply(self, record: Partnership) -> Partnership:
        """Give a record without those who are on the list; the record itself where none of them is in it."""
        if not self._digests:
            return record
        dumped = record.model_dump(mode="json")
        found = list(dict.fromkeys(self._found(dumped)))
        if not found:
            return record
        return Partnership.model_validate(_without(dumped, found))

    def _found(self, value: Any) -> Iterator[str]:
        """Yield the names and addresses of a record that are on the list, as patterns' plain texts."""
        match value:
            case str():
                yield from self._found_in_text(value)
            case list():
                for each in value:
                    yield from self._found(each)
            case dict():
                if who := " ".join(filter(None, (value.get(name) for name in _NAMES[:2]))):
                    yield from self._found_in_text(who)
                for name, each in value.items():
                    if name not in _NO_TEXT:
                        yield from self._found(each)

    def _found_in_text(self, text: str) -> Iterator[str]:
        yield from (hit for hit in ADDRESS.findall(plain(text)) if "@" in hit and self.has(hit))
        yield from filter(self.has, _may_be_names(text))


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
        yield " ".join(words_of(text))
    capitals = [place for place, word in enumerate(words) if word[0].isupper()]
    for place, start in enumerate(capitals):
        for end in capitals[place + 1 : place + _MOST_WORDS]:
            if end - start < _MOST_WORDS:
                yield " ".join(plain(word) for word in words[start : end + 1])


def _address(text: str) -> str:
    return plain(text).removeprefix("mailto:").strip()


def _pattern(who: str) -> re.Pattern[str]:
    words = [re.escape(who)] if "@" in who else who.split()
    return re.compile(r"(?<!\w)" + r"[\W_]+".join(words) + r"(?!\w)")


def _without(value: Any, found: list[str]) -> Any:
    match value:
        case str():
            for who in found:
                value = replaced(value, _pattern(who), MAIL if "@" in who else NAME)
            return value
        case list():
            return [_without(each, found) for each in value]
        case dict():
            row = {name: each if name in _NO_TEXT else _without(each, found) for name, each in value.items()}
            whole = " ".join(filter(None, (value.get(name) for name in _NAMES[:2])))
            is_one = bool(whole) and any(sorted(words_of(whole)) == sorted(who.split()) for who in found)
            if is_one or row.get("email") == MAIL or row.get("name") == NAME:
                return {name: None if name in {*_NAMES, "email"} else each for name, each in row.items()}
            return row
    return value
