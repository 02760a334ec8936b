"""A record without its people: for the public twin of a release.

Kept: every row, so that counts stay; roles, positions and organisations; shared mailboxes. Left out: names and
addresses of people, what volunteers do, texts that the parser did not understand (nobody knows what is in them), and in
every other text the page's own people and every address that is not a shared mailbox.
"""

from collections.abc import Callable
from typing import Any

from atlas_scraper.people.mailboxes import ADDRESS, MAY_HOLD_ONE, is_shared
from atlas_scraper.people.marked import masked, rows_of
from atlas_scraper.people.names import Person, first_names, full_names, last_names, people_of
from atlas_scraper.people.shadow import plain, replaced, words_of
from atlas_scraper.record.marks import Names
from atlas_scraper.record.model import Partnership

NAME, MAIL, TEXT = "[nom retiré]", "[adresse retirée]", "[texte retiré]"


def without_people(record: Partnership) -> Partnership:
    """Give a record without its people; the same again for one that has been through this already."""
    dumped = record.model_dump(mode="json")
    people = people_of(record)
    named = frozenset(word for person in people for word in (*person.first, *person.last))
    places = frozenset(_words_of_places(dumped))

    def keep(address: str) -> bool:
        return is_shared(plain(address), places, named)

    return Partnership.model_validate(masked(Partnership, dumped, _masks(people, keep)))


def _masks(people: list[Person], keep: Callable[[str], bool]) -> dict[Names, Callable[[str], str | None]]:
    """Say what becomes of a text by the mark of its field.

    Args:
        people: whom to look for.
        keep: takes an address and says whether it stays.
    """
    full, last, first = full_names(people), last_names(people), first_names(people)

    def strict(text: str) -> str:
        if MAY_HOLD_ONE.search(text):
            text = replaced(text, ADDRESS, MAIL, lambda address: not keep(address))
        return replaced(text, full, NAME) if full else text

    # In names of bodies and places a name by itself would strike towns that are called like somebody.
    def running(text: str) -> str:
        text = strict(text)
        if last:
            text = replaced(text, last, NAME)
        return replaced(text, first, NAME, lambda name: name[0].isupper()) if first else text

    def link(text: str) -> str | None:
        return text if strict(text) == text else None  # half an address leads nowhere

    def mailbox(address: str) -> str | None:
        return address if ADDRESS.fullmatch(plain(address)) and keep(address) else None

    gone = (Names.PERSON, Names.LAST_NAME, Names.FIRST_NAME, Names.DEED)
    return dict.fromkeys(gone, lambda _: None) | {
        Names.EMAIL: mailbox,
        Names.ROLE: strict,
        Names.BODY: strict,
        Names.WORDS: strict,
        Names.TEXT: running,
        Names.LINK: link,
        Names.RAW: lambda _: TEXT,
    }


def _words_of_places(dumped: dict[str, Any]) -> list[str]:
    bodies = [body for row in rows_of(Partnership, dumped) for body in row.get(Names.BODY, ())]
    return [word for body in bodies for word in words_of(body)]
