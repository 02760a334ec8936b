"""People whom a record may name and has in no field: those of all posts, and its page's own of another night."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from atlas_scraper.people.index import Index, index_of
from atlas_scraper.people.marked import rows_of
from atlas_scraper.people.names import Person, people_in
from atlas_scraper.people.of_page import people_of_rows
from atlas_scraper.record.marks import Names
from atlas_scraper.record.model import Partnership


class Known(NamedTuple):
    """Whom to look for in a record besides those whom it names itself.

    Args:
        of_posts: the people whom fields name whole, those of diplomatic posts, who are named on many pages.
        of_pages: the people of each project's page, this night and before.
    """

    of_posts: Index
    of_pages: dict[int | None, tuple[Person, ...]]


def people_known(records: Iterable[Partnership], before: Iterable[dict[str, Any]]) -> Known:
    """Gather people, in one pass over each.

    Args:
        records: the records of this night.
        before: those of the last release and what fields held before, dumped, whole or in part; what cannot be gone
            through, of an older model, is passed over.
    """
    posts: dict[str, None] = {}
    pages: dict[int | None, dict[Person, None]] = {}
    parts: Iterator[Partnership | dict[str, Any]] = chain(records, before)
    for part in parts:
        number = part.project_id if isinstance(part, Partnership) else part.get("project_id")
        try:
            rows = list(rows_of(Partnership, part))
            people = people_of_rows(rows)
        except (TypeError, AttributeError):
            continue
        posts.update(dict.fromkeys(name for row in rows for name in row.get(Names.PERSON, ())))
        if people:
            pages.setdefault(number, {}).update(dict.fromkeys(people))
    of_posts = dict.fromkeys(person for name in posts for person in people_in(name))
    return Known(
        index_of(of_posts, frozenset(), is_own=False), {number: tuple(people) for number, people in pages.items()}
    )
