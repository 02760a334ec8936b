"""Names in English and in French: of countries, regions of the world and themes.

Countries are named by Unicode CLDR through Babel, as the tables name them where pages do. Regions of the world are
those of the UN's M49 in the tables, in French by CLDR. Themes are the site's, in French; one whose translation is not
known stays as it is in both languages.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

import pycountry
from babel import Locale

from atlas_scraper.values.country_groups import groups_of
from atlas_scraper.values.theme_names import english_of

# CLDR calls these otherwise than the UN does, or in words of its own trade.
_FRENCH_REGIONS = {
    "015": "Afrique du Nord",
    "021": "Amérique du Nord",
    "053": "Australie et Nouvelle-Zélande",
    "057": "Micronésie",
    "419": "Amérique latine et Caraïbes",
}


class Country(NamedTuple):
    """A country as the explorer shows it."""

    code: str
    """ISO 3166-1 alpha-2."""
    numeric: str
    """Its number in ISO 3166-1, as maps have it."""
    english: str
    french: str
    regions: tuple[str, ...]
    """UN M49 codes of its region and sub-region."""


def country_of(code: str) -> Country:
    """Give what the explorer shows of a country.

    Args:
        code: ISO 3166-1 alpha-2.
    """
    country: Any = pycountry.countries.get(alpha_2=code)
    groups = groups_of(code)
    regions = (groups.m49_region_code, groups.m49_subregion_code) if groups else ()
    english, french = (_territories(language).get(code, code) for language in ("en", "fr"))
    return Country(code, country.numeric if country else "", english, french, tuple(each for each in regions if each))


def regions_of(codes: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Name the regions of the world that some countries lie in, by M49 code, in English and in French.

    >>> regions_of(["ML"])
    {'002': ('Africa', 'Afrique'), '202': ('Sub-Saharan Africa', 'Afrique subsaharienne')}
    """
    found: dict[str, tuple[str, str]] = {}
    for groups in filter(None, map(groups_of, codes)):
        for code, name in (
            (groups.m49_region_code, groups.m49_region),
            (groups.m49_subregion_code, groups.m49_subregion),
        ):
            if code and name:
                french = _FRENCH_REGIONS.get(code) or _territories("fr").get(code, name)
                found[code] = (name, french)
    return dict(sorted(found.items()))


def themes_in_english(themes: Iterable[str]) -> dict[str, str]:
    """Translate the themes of any level that are known, by their names as published."""
    return {theme: english for theme in sorted(themes) if (english := english_of(theme))}


@cache
def _territories(language: str) -> dict[str, str]:
    return dict(Locale(language).territories)
