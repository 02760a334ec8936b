"""The numbers of a report, counted in one pass over the records."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from atlas_scraper.record.model import Partnership
from atlas_scraper.values.funders import kind_of

UNKNOWN = ""
"""Key of what a page does not say."""


@dataclass
class Summary:
    """What is counted. Each counter counts partnerships unless it says otherwise.

    Args:
        records: number of partnerships.
        countries: by ISO alpha-2 code; a partnership counts once for each of its countries.
        names: name of each country, as first published.
        themes: by main theme.
        subthemes: by main theme and sub-theme.
        starts: by starting year and status.
        funding: euros by year and kind of funder; `amount_eur` alone.
        goals: by UN goal; once for each of its goals.
        goal_labels: label of each goal, as first published.
        authorities: by French authority; once for each of them.
        filled: fields of the record that say something, by their name.
        issues: number of issues by code.
        unread: number of unread blocks by the label they stood under.
    """

    records: int = 0
    countries: Counter[str] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)
    themes: Counter[str] = field(default_factory=Counter)
    subthemes: Counter[tuple[str, str]] = field(default_factory=Counter)
    starts: Counter[tuple[int | None, str]] = field(default_factory=Counter)
    funding: dict[tuple[int | None, str], Decimal] = field(default_factory=dict)
    goals: Counter[int] = field(default_factory=Counter)
    goal_labels: dict[int, str] = field(default_factory=dict)
    authorities: Counter[str] = field(default_factory=Counter)
    filled: Counter[str] = field(default_factory=Counter)
    issues: Counter[str] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)

    def add(self, record: Partnership) -> None:
        """Count a record."""
        self.records += 1
        for partner in record.foreign_partners:
            self.names.setdefault(partner.country_code or UNKNOWN, partner.country or UNKNOWN)
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
        for each in record.sdgs:
            if each.goal and each.label:
                self.goal_labels.setdefault(each.goal, each.label)
        self.authorities.update({each.name for each in record.french_authorities if each.name})
        self.filled.update(name for name in Partnership.model_fields if getattr(record, name) not in (None, []))
        self.issues.update(issue.code.value for issue in record.issues)
        self.unread.update(each.label or UNKNOWN for each in record.unread)


def summarise(records: Iterable[Partnership]) -> Summary:
    """Count records; none of them is kept."""
    summary = Summary()
    for record in records:
        summary.add(record)
    return summary
