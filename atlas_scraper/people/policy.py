"""What becomes of the people in records before they are written."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from atlas_scraper.record.model import Partnership

# What looks for people takes a while to import; whoever keeps them all does without.
if TYPE_CHECKING:
    from atlas_scraper.people.known import Known
    from atlas_scraper.people.opposition import Opposition


class People(StrEnum):
    """Whether records name people."""

    KEEP = "keep"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Policy:
    """What becomes of people.

    Args:
        opposition: who is to be left out of everything; `None` where there is no list.
        leaves_out_people: whether all people are left out.
        known: whom to look for in a record besides those whom it names itself.
    """

    opposition: "Opposition | None" = None
    leaves_out_people: bool = False
    known: "Known | None" = None

    @property
    def is_idle(self) -> bool:
        """Whether it leaves every record as it is."""
        return self.opposition is None and not self.leaves_out_people

    def apply(self, record: Partnership) -> Partnership:
        """Give a record as it may be written."""
        if self.opposition:
            record = self.opposition.apply(record)
        if not self.leaves_out_people:
            return record
        from atlas_scraper.people.leave_out import without_people  # noqa: PLC0415 - see above

        return without_people(record, self.known)

    def for_the_public(self) -> "Policy":
        """Give the policy for the public twin."""
        return replace(self, leaves_out_people=True)

    def knowing(self, records: Iterable[Partnership], before: Iterable[dict[str, Any]]) -> "Policy":
        """Give the policy that knows the people of all posts, and of each page on this night and before.

        Args:
            records: the records of this night; it goes through them once.
            before: those of the last release and what fields held before, dumped, whole or in part.
        """
        from atlas_scraper.people.known import people_known  # noqa: PLC0415 - see above

        return replace(self, known=people_known(records, before))
