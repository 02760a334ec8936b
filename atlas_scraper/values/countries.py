"""Countries by their French names.

Odd about the source: the one `Pays` column seen says `Canada`; which of the French names of a country the site
prints is not known, and they vary (`Moldavie`, `Moldova, République de`; `Congo-Kinshasa`, `Congo (RDC)`). So a
name is looked up as it is, folded, in two catalogues and a short list reviewed by hand, and never by likeness:
`Niger` and `Nigeria`, `Guinée` and `Guinée-Bissau` are a few letters apart. In flat text the cells of a row are
joined by a space, and the country is what the row ends with.
"""

import gettext
import re
from functools import cache
from itertools import permutations

from atlas_scraper.values.text import fold

# Names that neither catalogue has. Folding sees to accents, hyphens, apostrophes, commas and brackets.
_ALIASES = {
    # ISO calls CG plainly `Congo` in French, and so does the ministry; the other Congo is never named so alone.
    "CG": ("Congo", "Congo (République)"),
    "CD": (
        "Congo (République démocratique du)",
        "Congo (République démocratique)",
        "Congo (RDC)",
        "RD Congo",
        "RDC",
        "Zaïre",  # its name until 1997
    ),
    # ISO gives PS to the Palestinian territories as a whole. `Gaza` alone is a town.
    "PS": (
        "Palestine",
        "État palestinien",
        "Autorité palestinienne",
        "Autorité nationale palestinienne",
        "Territoires palestiniens occupés",
        "Territoire palestinien occupé",
        "Territoires autonomes palestiniens",
        "Cisjordanie",
        "Cisjordanie et Gaza",
        "Bande de Gaza",
    ),
    # Parts of a state have the state's code.
    "GB": ("Grande-Bretagne", "Angleterre", "Écosse", "Pays de Galles", "Irlande du Nord"),
    # Names in the usual order of words, which the catalogue has turned round (`Corée, République de`).
    "KR": ("République de Corée",),
    "KP": ("République populaire démocratique de Corée",),
    "RU": ("Fédération de Russie",),
    "SY": ("République arabe syrienne",),
    "LA": ("République démocratique populaire lao",),
    # Short or familiar names.
    "US": ("USA",),
    "CF": ("Centrafrique",),
    "BF": ("Burkina", "Haute-Volta"),  # its name until 1984
    "BA": ("Bosnie",),
    "GN": ("Guinée-Conakry",),
    "IE": ("République d'Irlande",),
    "MU": ("Île Maurice",),
    "MM": ("Myanmar", "Union du Myanmar"),
    "SV": ("El Salvador",),
    "VA": ("Vatican", "Cité du Vatican", "Saint-Siège"),
    "MO": ("Macao",),
    "FJ": ("Îles Fidji",),
    "KM": ("Îles Comores",),
    "MV": ("Îles Maldives",),
    "RE": ("Réunion", "Île de la Réunion"),
    "KN": ("Saint-Kitts-et-Nevis", "Saint-Christophe-et-Nevis"),
    "TT": ("Trinidad-et-Tobago",),
    # Other names of today, and former names of one state that still is.
    "TL": ("Timor-Leste",),
    "CV": ("Cabo Verde",),
    "MD": ("Moldova", "République de Moldavie"),
    "KG": ("Kirghizie",),
    "BJ": ("Dahomey",),  # until 1975
    "SZ": ("Swaziland",),  # until 2018
    "LK": ("Ceylan",),  # until 1972
    "MK": ("Macédoine", "ARYM", "Ancienne République yougoslave de Macédoine", "Ex-République yougoslave de Macédoine"),
}
# Known as countries and left without a code: no ISO code (`XK` is a private one), several heirs, or two states.
_WITHOUT_CODE = (
    "Kosovo",
    "Haut-Karabagh",
    "Haut-Karabakh",
    "Somaliland",
    "Corée",
    "République de Chine",
    "Serbie-et-Monténégro",
    "Tchécoslovaquie",
    "Yougoslavie",
    "URSS",
    "Union soviétique",
)


_WITH_CODE = re.compile(
    r"(?P<name>[^\d()\[\]]{2,60}?) ?[(\[/–—-] ?(?P<code>[A-Z]{2,3})[)\]]?|"
    r"[(\[]?(?P<first>[A-Z]{2,3})[)\]]? ?[/–—:-]? ?(?P<last>[^\d()\[\]]{2,60})"
)


def country_code(name: str) -> str | None:
    """Give the ISO 3166-1 alpha-2 code of a country.

    Args:
        name: its French name, whatever its case, accents, hyphens and apostrophes; `Iran (République islamique
            d')` and `Corée, République de` are names too. Plain `Congo` is CG, as in ISO's French list.

    Returns:
        The code; None for a name in no catalogue, and for names that mean no one country of ISO: `Kosovo`
        (no code), plain `Corée` (two states), `Tchécoslovaquie` and `Yougoslavie` (several heirs).

    Source:
        Unicode CLDR through Babel, Debian's iso-codes through pycountry, and `_ALIASES`.
    """
    return _codes().get(fold(name))


def without_own_code(name: str) -> str:
    """Give the name of a country without its own code of ISO, which a page may write before or behind it.

    >>> without_own_code("Canada (CA)"), without_own_code("MLI - Mali"), without_own_code("Congo (RDC)")
    ('Canada', 'Mali', 'Congo (RDC)')
    """
    found = _WITH_CODE.fullmatch(name)
    if found is None or country_code(name):
        return name
    words, code = found["name"] or found["last"], found["code"] or found["first"]
    own = country_code(words.strip())
    return words.strip() if own and code in {own, alpha3_of(own)} else name


@cache
def _codes() -> dict[str, str | None]:
    """Read the catalogues into one table: folded name to code, the earlier source first."""
    # Imported when the first country is looked up: a page without any, or --help, does not wait for them.
    import pycountry  # noqa: PLC0415
    from babel import Locale  # noqa: PLC0415

    babel = Locale("fr").territories
    debian = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=["fr"])
    codes: dict[str, str | None] = dict.fromkeys(map(fold, _WITHOUT_CODE))
    # Babel has regions and private codes too (`EU`, `XK`, `ZZ`): what is a country is for ISO to say.
    for country in pycountry.countries:
        code = country.alpha_2
        english = (getattr(country, key, None) for key in ("name", "official_name", "common_name"))
        names = [babel[code], *(debian.gettext(name) for name in english if name), *_ALIASES.get(code, ())]
        folded = list(dict.fromkeys(map(fold, names)))
        # Turned round, `République du Bénin` is `Bénin (République du)`.
        turned = [short + full.removesuffix(short) for full, short in permutations(folded, 2) if full.endswith(short)]
        for name in folded + turned:
            codes.setdefault(name, code)
    return codes


@cache
def alpha3_of(code: str | None) -> str | None:
    """Give the ISO 3166-1 alpha-3 code of an alpha-2 code; `None` for `None`.

    >>> alpha3_of("NA")
    'NAM'
    """
    if not code:
        return None
    import pycountry  # noqa: PLC0415 - as above

    country = pycountry.countries.get(alpha_2=code)
    return str(country.alpha_3) if country else None
