"""Names of themes in English: the site's are French, and those it is known to use are translated here."""

import csv
from functools import cache
from importlib.resources import files

from atlas_scraper.values.text import fold


def english_of(theme: str) -> str | None:
    """Translate a theme of any level; `None` where no translation is known.

    Args:
        theme: its name as published.

    >>> english_of("Eau et déchets"), english_of("Astronomie")
    ('Water and waste', None)
    """
    return _english().get(fold(theme))


@cache
def _english() -> dict[str, str]:
    text = files("atlas_scraper.values").joinpath("theme-names.csv").read_text("utf-8")
    return {fold(row["french"]): row["english"] for row in csv.DictReader(text.splitlines())}
