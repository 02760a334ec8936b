"""The numbers of a report, counted in one pass over the records."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from atlas_scraper.record.model import Partnership, Status
from atlas_scraper.values.funders import kind_of
from atlas_scraper.writers.keys import authority_of

UNKNOWN = ""
"""Key of what a page does not say."""


@dataclass
class Summary:
    """What is counted. Each counter counts partnerships unless it says otherwise.

    Args:
        records: number of partnerships.
        read: by the day on which the page was last read; pages whose day is not known are not among them.
        countries: by ISO alpha-2 code; a partnership counts once for each of its countries.
        themes: by main theme.
        subthemes: by main theme and sub-theme.
        starts: by starting year and status.
        funding: euros by year and kind of funder; `amount_eur` alone.
        goals: by UN goal; once for each of its goals.
        authorities: by French authority; once for each of them.
        keys: of each such name, the keys of the authorities that bear it.
        filled: fields of the record that say something, by their name.
        issues: number of issues by code.
        unread: number of unread blocks by the label they stood under.
        titles: title of each project that was asked for.
    """

    records: int = 0
    read: Counter[date] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    themes: Counter[str] = field(default_factory=Counter)
    subthemes: Counter[tuple[str, str]] = field(default_factory=Counter)
    starts: Counter[tuple[int | None, str]] = field(default_factory=Counter)
    funding: dict[tuple[int | None, str], Decimal] = field(default_factory=dict)
    goals: Counter[int] = field(default_factory=Counter)
    authorities: Counter[str] = field(default_factory=Counter)
    keys: dict[str, set[str]] = field(default_factory=dict)
    filled: Counter[str] = field(default_factory=Counter)
    issues: Counter[str] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)
    titles: dict[int, str] = field(default_factory=dict)

    @property
    def euros(self) -> Decimal:
        """All euros declared."""
        return sum(self.funding.values(), Decimal(0))

    @property
    def ongoing(self) -> int:
        """Partnerships that are said to be under way."""
        return sum(count for (_, status), count in self.starts.items() if status == Status.ONGOING)

    @property
    def half_read(self) -> date | None:
        """Day on which half of the pages had been read, `None` where no day is known."""
        days = sorted(self.read.elements())
        return days[(len(days) - 1) // 2] if days else None

    def add(self, record: Partnership, seen: date | None = None) -> None:
        """Count a record.

        Args:
            record: the record.
            seen: when its page was last seen, where that is known: to find it unchanged is to read it, too.
        """
        self.records += 1
        retrieved = record.provenance.retrieved_at
        if day := seen or (retrieved and retrieved.date()):
            self.read[day] += 1
        self.countries.update({partner.country_code or UNKNOWN for partner in record.foreign_partners})
        theme = record.theme
        self.themes[(theme and theme.theme) or UNKNOWN] += 1
        self.subthemes[(theme and theme.theme) or UNKNOWN, (theme and theme.subtheme) or UNKNOWN] += 1
        status = record.status.value if record.status else UNKNOWN
        self.starts[record.start_year, status] += 1
        for row in record.funding:
            key = row.year, kind_of(row.funder)
            self.funding[key] = self.funding.get(key, Decimal(0)) + (row.amount_eur or 0)
        self.goals.update({each.goal for each in record.sdgs if each.goal})
        self.authorities.update({each.name for each in record.french_authorities if each.name})
        for each in record.french_authorities:
            if each.name and (named := authority_of({"name": each.name, "link": each.link})):
                self.keys.setdefault(each.name, set()).add(named.key)
        self.filled.update(name for name in Partnership.model_fields if getattr(record, name) not in (None, []))
        self.issues.update(issue.code.value for issue in record.issues)
        self.unread.update(each.label or UNKNOWN for each in record.unread)


def summarise(
    records: Iterable[Partnership], titled: Collection[int] = (), states: Iterable[Mapping[str, Any]] = ()
) -> Summary:
    """Count records; none of them is kept.

    Args:
        records: the records.
        titled: projects whose titles are wanted.
        states: rows of the table `states`, for when each page was last seen.
    """
    summary, wanted = Summary(), frozenset(titled)
    seen = {each["project_id"]: date.fromisoformat(each["last_seen"][:10]) for each in states if each["last_seen"]}
    for record in records:
        summary.add(record, seen.get(record.project_id or 0))
        if record.project_id in wanted:
            summary.titles[record.project_id] = record.title
    return summary
