"""Columns that no page has: codes that follow from what a page says, so that tables join with others.

They stand in the tables alone; records hold what the page says.
"""

from collections.abc import Mapping, Sequence

from atlas_scraper.values.countries import alpha3_of
from atlas_scraper.writers.columns import Column, Kind

# Table → columns at its end.
DERIVED: Mapping[str, Sequence[Column]] = {
    "foreign_partners": (
        Column(
            "country_code_alpha3",
            Kind.STRING,
            "ISO 3166-1 alpha-3 code of the country. Loaders read Namibia's alpha-2 code NA as missing; not so NAM.",
            lambda partner: alpha3_of(partner["country_code"]),
            pattern="^[A-Z]{3}$",
        ),
    ),
}
