"""A record without its people: for the public twin of a release.

Kept: every row, so that counts stay; roles, positions and organisations; shared mailboxes. Left out: names and
addresses of people, what volunteers do, texts that the parser did not understand (nobody knows what is in them), and in
every other text the page's own people, those of all posts, and every telephone number and address that is not a shared
mailbox. What becomes of a field says its mark (`record/marks.py`).
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from atlas_scraper.people.index import Index, index_of
from atlas_scraper.people.known import Known
from atlas_scraper.people.mailboxes import Mailbox, is_shared, mailboxes_in, whole_mailbox
from atlas_scraper.people.marked import masked, rows_of
from atlas_scraper.people.normal import BOUNDARY, cut, normal, word_set, words_of
from atlas_scraper.people.of_page import people_of_rows, places_of
from atlas_scraper.people.reading import read
from atlas_scraper.people.search import people_in_text
from atlas_scraper.people.telephones import telephones_in
from atlas_scraper.people.titled import titled_in
from atlas_scraper.people.writing import CIVIL, SEVERAL
from atlas_scraper.record.marks import Names
from atlas_scraper.record.model import Partnership

NAME, MAIL, NUMBER, TEXT = "[nom retiré]", "[adresse retirée]", "[numéro retiré]", "[texte retiré]"
_DIGITS = re.compile(r"\d[ .()/-]{0,3}\d[ .()/-]{0,3}\d[ .()/-]{0,3}\d[ .()/-]{0,3}\d[ .()/-]{0,3}\d")
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,9}(?: [^<>]{0,200})?/?>")
_TITLES = CIVIL | SEVERAL
_LONG_WORD, _SHORT_TEXT = 10, 200


def without_people(record: Partnership, known: Known | None = None) -> Partnership:
    """Give a record without its people; the same again for one that has been through this already.

    Args:
        record: the record.
        known: whom to look for besides those whom it names itself.
    """
    dumped = record.model_dump(mode="json")
    rows = list(rows_of(Partnership, dumped))
    people = [*people_of_rows(rows), *(known.of_pages.get(record.project_id, ()) if known else ())]
    named = frozenset(word for person in people for name in (person.first, *person.lasts) for word in name)
    bodies = frozenset(word for row in rows for body in row.get(Names.BODY, ()) for word in words_of(body))
    own = index_of(people, places_of(rows))

    def keep(mailbox: Mailbox) -> bool:
        return is_shared(mailbox, bodies, named)

    return Partnership.model_validate(
        masked(Partnership, dumped, _masks([own, known.of_posts] if known else [own], keep))
    )


def _masks(indexes: list[Index], keep: Callable[[Mailbox], bool]) -> dict[Names, Callable[[str], str | None]]:
    """Say what becomes of a text by the mark of its field.

    Args:
        indexes: whom to look for.
        keep: takes an address and says whether it stays.
    """

    def clean(text: str) -> str:
        return cut(text, spans_in(text, indexes, keep))

    def link(text: str) -> str | None:
        return None if spans_in(text, indexes, keep) else text  # half an address leads nowhere

    def mailbox(address: str) -> str | None:
        found = whole_mailbox(normal(address))
        return address if found and keep(found) else None

    gone = (Names.PERSON, Names.LAST_NAME, Names.FIRST_NAME, Names.DEED)
    stays = (Names.ROLE, Names.BODY, Names.WORDS, Names.TEXT)
    return (
        dict.fromkeys(gone, lambda _: None)
        | dict.fromkeys(stays, clean)
        | {Names.EMAIL: mailbox, Names.LINK: link, Names.RAW: lambda _: TEXT}
    )


def spans_in(text: str, indexes: list[Index], keep: Callable[[Mailbox], bool]) -> list[tuple[int, int, str]]:
    """Find what is to be cut out of a text: each search has a quick look first, and takes linear time.

    Returns:
        Where each begins and ends in the text's normal form, and the mark for its place.
    """
    plain, words, mailboxes, telephones = _look(text) if len(text) < _SHORT_TEXT else _look.__wrapped__(text)
    spans = [(each.start, each.end, MAIL) for each in mailboxes if not keep(each)]
    spans += [(start, end, NUMBER) for start, end in telephones]
    found = [index for index in indexes if not index.anchors.isdisjoint(words)]
    if found or not _TITLES.isdisjoint(words):
        # Names in attributes of markup are found with the tags, names parted by tags (`Jean <b>DUPONT</b>`) without.
        untagged = _TAG.sub(lambda tag: BOUNDARY * len(tag.group()), plain) if "<" in plain else plain
        for form in dict.fromkeys((plain, untagged)):
            reading = read(text, form)
            for index in found:
                spans += [(start, end, NAME) for start, end in people_in_text(reading, index)]
            spans += [(start, end, NAME) for start, end in titled_in(reading)]
    for index in indexes:
        if index.whole:
            spans += [(start, end, NAME) for start, end in _inside_words(plain, words, index)]
    return spans


@lru_cache(maxsize=8192)
def _look(text: str) -> tuple[str, frozenset[str], tuple[Mailbox, ...], tuple[tuple[int, int], ...]]:
    """Give the normal form of a text, its words, addresses and numbers; short ones come again on many pages."""
    plain = normal(text)
    words = word_set(plain)
    telephones = telephones_in(plain) if _DIGITS.search(plain) else ()
    return plain, words, tuple(mailboxes_in(plain, words)), tuple(telephones)


def _inside_words(plain: str, words: frozenset[str], index: Index) -> Iterator[tuple[int, int]]:
    """Find whole names glued into longer words, such as those of files: `photojeandupont.jpg`."""
    for name in index.whole:
        if name in plain and any(name in word for word in words if len(word) > _LONG_WORD):
            yield from (found.span() for found in re.finditer(re.escape(name), plain))
