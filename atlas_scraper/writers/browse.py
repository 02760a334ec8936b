"""`datasette.json`: what Datasette shows beside the tables of `atlas.sqlite`: titles, descriptions, facets.

Source: https://docs.datasette.io/en/stable/metadata.html.
"""

from typing import Any
from urllib.parse import quote

from atlas_scraper.writers.package import DESCRIPTION, LICENCE, TITLE, ReleaseFacts
from atlas_scraper.writers.sqlite import INDEX
from atlas_scraper.writers.tables import TABLES

FILE = "datasette.json"
# Columns whose values are few enough to choose from.
_FACETS = (
    *("status", "theme", "subtheme", "country", "goal", "year", "start_year", "role", "code", "section", "triennial"),
    *("provenance_rendition", "funder_kind", "income_group", "register_region_name", "register_status", "state"),
    "change",
)
_MOST_FACETS = 4
# Datasette shows the descriptions of columns and long lists of facets above the rows, where they fill the first screen.
_STYLE = (
    "section.content:has(> dl.column-descriptions) { display: flex; flex-direction: column; }"
    "section.content > dl.column-descriptions { order: 1; margin-top: 2rem; }"
    ".facet-info ul { max-height: 9rem; overflow-y: auto; }"
)


def metadata_of(facts: ReleaseFacts) -> dict[str, Any]:
    """Describe the database of a release for Datasette."""
    return {
        "title": TITLE,
        "description": DESCRIPTION,
        "license": LICENCE["name"],
        "license_url": LICENCE["path"],
        "source": TITLE,
        "source_url": facts.source,
        "about": f"release {facts.run}",
        "extra_css_urls": [f"data:text/css,{quote(_STYLE)}"],
        "databases": {
            "atlas": {
                "tables": {
                    table.name: {
                        "description": table.description,
                        "columns": {column.name: column.description for column in table.columns},
                        "facets": [name for name in table.header if name in _FACETS][:_MOST_FACETS],
                        "size": 50,
                    }
                    | ({"label_column": "title", "fts_table": INDEX, "fts_pk": "rowid"} if table.is_main else {})
                    for table in TABLES
                }
            }
        },
    }
