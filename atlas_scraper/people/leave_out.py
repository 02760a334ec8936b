"""A record without its people: for the public twin of a release.

Kept: every row, so that counts stay; roles, positions and organisations; shared mailboxes. Left out: names and
addresses of people, what volunteers do, texts that the parser did not understand (nobody knows what is in them), and in
every other text the page's own people and every address that is not a shared mailbox.
"""

from collections.abc import Callable
from typing import Any

from atlas_scraper.people.mailboxes import ADDRESS, MAY_HOLD_ONE, is_shared
from atlas_scraper.people.names import Person, first_names, full_names, last_names, people_of
from atlas_scraper.people.shadow import plain, replaced, words_of
from atlas_scraper.record.model import Partnership

NAME, MAIL, TEXT = "[nom retiré]", "[adresse retirée]", "[texte retiré]"
# Fields of running text, where a person may be named by one name alone. In names of bodies and places that would strike
# towns that are called like somebody.
_RUNNING = frozenset({"title", "context", "history", "context_and_history", "objective", "description", "mission"})
_NO_TEXT = frozenset({"provenance", "code", "section", "country_code", "status", "source_url"})
_LINKS = frozenset({"link"})
_Clean = Callable[[str], str]


def without_people(record: Partnership) -> Partnership:
    """Give a record without its people; the same again for one that has been through this already."""
    dumped = record.model_dump(mode="json")
    people = people_of(record)
    named = frozenset(word for person in people for word in (*person.first, *person.last))
    places = frozenset(_words_of_places(record))

    def keep(address: str) -> bool:
        return is_shared(plain(address), places, named)

    for contact in (dumped["post"] or {"contacts": ()})["contacts"]:
        contact["name"], contact["email"] = None, _mailbox(contact["email"], keep)
    for contact in dumped["foreign_contacts"]:
        contact["last_name"] = contact["first_name"] = None
        contact["email"] = _mailbox(contact["email"], keep)
    dumped["volunteers"] = [dict.fromkeys(row) for row in dumped["volunteers"]]
    for row in dumped["unread"]:
        row["text"] = TEXT
    for row in dumped["issues"]:
        row["detail"] = TEXT
    return Partnership.model_validate(cleaned(dumped, people, keep))


def cleaned(dumped: dict[str, Any], people: list[Person], keep: Callable[[str], bool]) -> dict[str, Any]:
    """Take people and addresses out of every text of a dumped record.

    Args:
        dumped: the record.
        people: whom to look for.
        keep: takes an address and says whether it stays.
    """
    full, last, first = full_names(people), last_names(people), first_names(people)

    def strict(text: str) -> str:
        if MAY_HOLD_ONE.search(text):
            text = replaced(text, ADDRESS, MAIL, lambda address: not keep(address))
        return replaced(text, full, NAME) if full else text

    def running(text: str) -> str:
        text = strict(text)
        if last:
            text = replaced(text, last, NAME)
        return replaced(text, first, NAME, lambda name: name[0].isupper()) if first else text

    return {
        name: value if name in _NO_TEXT else _walk(value, running if name in _RUNNING else strict, strict)
        for name, value in dumped.items()
    }


def _walk(value: Any, clean: _Clean, strict: _Clean) -> Any:
    match value:
        case str():
            return clean(value)
        case list():
            return [_walk(each, clean, strict) for each in value]
        case dict():
            return {name: _field(name, each, clean, strict) for name, each in value.items()}
    return value


def _field(name: str, value: Any, clean: _Clean, strict: _Clean) -> Any:
    if name in _NO_TEXT:
        return value
    if name in _LINKS and value is not None:
        return value if clean(value) == value else None  # half an address leads nowhere
    return _walk(value, clean, strict)


def _mailbox(address: str | None, keep: Callable[[str], bool]) -> str | None:
    return address if address and ADDRESS.fullmatch(plain(address)) and keep(address) else None


def _words_of_places(record: Partnership) -> list[str]:
    bodies = [record.post.name if record.post else None]
    bodies += [each.name for each in record.foreign_partners]
    bodies += [each.country for each in record.foreign_partners]
    bodies += [each.name for each in record.french_authorities]
    return [word for body in bodies for word in words_of(body or "")]
