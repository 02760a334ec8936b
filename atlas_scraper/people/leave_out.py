"""A record without its people: for the public twin of a release.

Kept: every row, so that counts stay; roles, positions and organisations; shared mailboxes. Left out: names and
addresses of people, what volunteers do, texts that the parser did not understand (nobody knows what is in them), and in
every other text the page's own people, those of all posts, and every telephone number and address that is not a shared
mailbox. What becomes of a field says its mark (`record/marks.py`).
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from atlas_scraper.people.index import Index, index_of_keys, keys_of, union_of
from atlas_scraper.people.known import Known
from atlas_scraper.people.mailboxes import Mailbox, is_of_service, is_shared, mailboxes_in, whole_mailbox
from atlas_scraper.people.marked import Masks, masked, rows_of
from atlas_scraper.people.normal import BOUNDARY, TAG, cut, normal, word_set, words_of
from atlas_scraper.people.of_page import people_of_rows, places_of
from atlas_scraper.people.reading import read
from atlas_scraper.people.search import people_in_text
from atlas_scraper.people.telephones import telephones_in
from atlas_scraper.people.titled import titled_in
from atlas_scraper.people.writing import CIVIL, SEVERAL
from atlas_scraper.record.marks import Names
from atlas_scraper.record.model import Partnership

NAME, MAIL, NUMBER, TEXT = "[nom retiré]", "[adresse retirée]", "[numéro retiré]", "[texte retiré]"
_DIGITS = re.compile(r"\d(?:[ .()/,_-]{0,3}\d){5}")
_TITLES = CIVIL | SEVERAL
_LONG_WORD, _SHORT_TEXT = 10, 200


class Sought(NamedTuple):
    """What to look for in the texts of a record.

    Args:
        indexes: people, each index behind the anchors without one of which a text holds none of them.
        wholes: names that are looked for inside words.
        keep: takes an address and says whether it stays.
    """

    indexes: list[tuple[frozenset[str], Callable[[], Index]]]
    wholes: frozenset[str]
    keep: Callable[[Mailbox], bool]


def without_people(record: Partnership, known: Known | None = None) -> Partnership:
    """Give a record without its people; the same again for one that has been through this already.

    Args:
        record: the record.
        known: whom to look for besides those whom it names itself.
    """
    rows = list(rows_of(Partnership, record))
    before = known.of_pages.get(record.project_id, ()) if known else ()
    people = dict.fromkeys((*people_of_rows(rows), *before))
    keys = list(map(keys_of, people))

    @cache  # made where a text asks for it, which few do
    def own() -> Index:
        return index_of_keys(keys, places_of(rows))

    @cache
    def words_of_page() -> tuple[frozenset[str], frozenset[str]]:
        bodies = frozenset(word for row in rows for body in row.get(Names.BODY, ()) for word in words_of(body))
        return bodies, frozenset(word for person in people for name in (person.first, *person.lasts) for word in name)

    def keep(mailbox: Mailbox) -> bool:
        return is_of_service(mailbox) and is_shared(mailbox, *words_of_page())

    of_posts = [(known.of_posts.anchors, lambda: known.of_posts)] if known else []
    anchors, wholes = union_of(each.anchors for each in keys), union_of(each.whole for each in keys)
    sought = Sought([(anchors, own), *of_posts], wholes, keep)
    return masked(record, _masks(sought))


def _masks(sought: Sought) -> Masks:
    """Say what becomes of a text by the mark of its field."""

    def clean(text: str) -> str:
        return cut(text, spans_in(text, sought))

    def link(text: str) -> str | None:
        return None if spans_in(text, sought) else text  # half an address leads nowhere

    def mailbox(address: str) -> str | None:
        found = whole_mailbox(address)
        return address if found and sought.keep(found) else None

    gone = (Names.PERSON, Names.LAST_NAME, Names.FIRST_NAME, Names.DEED)
    stays = (Names.ROLE, Names.BODY, Names.WORDS, Names.TEXT)
    return (
        dict.fromkeys(gone, lambda _: None)
        | dict.fromkeys(stays, clean)
        | {Names.EMAIL: mailbox, Names.LINK: link, Names.RAW: lambda _: TEXT}
    )


def spans_in(text: str, sought: Sought) -> list[tuple[int, int, str]]:
    """Find what is to be cut out of a text: each search has a quick look first, and takes linear time.

    Returns:
        Where each begins and ends in the text's normal form, and the mark for its place.
    """
    look = _look(text) if len(text) < _SHORT_TEXT else _look.__wrapped__(text)
    found = [index for anchors, index in sought.indexes if not anchors.isdisjoint(look.words)]
    if not (found or look.is_telling or look.long_words):
        return []
    spans = [(each.start, each.end, MAIL) for each in look.mailboxes if not sought.keep(each)]
    spans += [(start, end, NUMBER) for start, end in look.telephones]
    if found or look.has_title:
        # Names in attributes of markup are found with the tags, names parted by tags (`Jean <b>DUPONT</b>`) without.
        plain = look.plain
        untagged = TAG.sub(lambda tag: BOUNDARY * len(tag.group()), plain) if "<" in plain else plain
        for form in dict.fromkeys((plain, untagged)):
            reading = read(text, form)
            for index in found:
                spans += [(start, end, NAME) for start, end in people_in_text(reading, index())]
            spans += [(start, end, NAME) for start, end in titled_in(reading)]
    if look.long_words:
        spans += [(start, end, NAME) for start, end in _inside_words(look, sought.wholes)]
    return spans


class _Look(NamedTuple):
    """What a quick look at a text shows: its normal form, its words, those that may hold a whole name, and more."""

    plain: str
    words: frozenset[str]
    long_words: str
    mailboxes: tuple[Mailbox, ...]
    telephones: tuple[tuple[int, int], ...]
    has_title: bool
    is_telling: bool


@lru_cache(maxsize=8192)
def _look(text: str) -> _Look:
    """Look at a text; short ones come again on many pages."""
    plain = normal(text)
    words = word_set(plain)
    mailboxes = tuple(mailboxes_in(plain, words))
    telephones = tuple(telephones_in(plain)) if _DIGITS.search(plain) else ()
    has_title = not _TITLES.isdisjoint(words)
    long_words = " ".join(word for word in words if len(word) > _LONG_WORD)
    return _Look(plain, words, long_words, mailboxes, telephones, has_title, bool(mailboxes or telephones or has_title))


def _inside_words(look: _Look, wholes: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Find whole names glued into longer words, such as those of files: `photojeandupont.jpg`."""
    for name in wholes:
        if name in look.long_words:
            yield from (found.span() for found in re.finditer(re.escape(name), look.plain))
