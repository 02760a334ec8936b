r"""Turns the pages of the Atlas français de la coopération décentralisée into validated data.

>>> import atlas_scraper
>>> labels = "Titre\nJumelage\nThématique d'intervention\nSous-thématique d'intervention\nLe partenariat est\nEn cours"
>>> page = f"{labels}\nDate de fin du partenariat\nContexte\nDeux villes.".encode()
>>> record = atlas_scraper.parse(page)
>>> record.title, record.status_label, record.context
('Jumelage', 'En cours', ['Deux villes.'])
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from atlas_scraper.version import __version__

if TYPE_CHECKING:
    from atlas_scraper.errors import AtlasError, FetchError, LayoutError, NotARecord, PageGone, RecordInvalid
    from atlas_scraper.explanation import Explanation, explain
    from atlas_scraper.pipeline import parse
    from atlas_scraper.record.model import Partnership
    from atlas_scraper.record.schema import json_schema
    from atlas_scraper.saved.readings import parse_file

__all__ = [
    "AtlasError",
    "Explanation",
    "FetchError",
    "LayoutError",
    "NotARecord",
    "PageGone",
    "Partnership",
    "RecordInvalid",
    "__version__",
    "explain",
    "json_schema",
    "parse",
    "parse_file",
]

# Where each name is. They are imported when they are first asked for (PEP 562), so that a command which needs none
# of them, such as `--help`, does not wait for all of them.
_HOMES = {
    "errors": ("AtlasError", "FetchError", "LayoutError", "NotARecord", "PageGone", "RecordInvalid"),
    "explanation": ("Explanation", "explain"),
    "pipeline": ("parse",),
    "record.model": ("Partnership",),
    "record.schema": ("json_schema",),
    "saved.readings": ("parse_file",),
}


if not TYPE_CHECKING:  # or mypy would believe any name

    def __getattr__(name: str) -> Any:
        home = next((home for home, names in _HOMES.items() if name in names), None)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found = getattr(import_module(f"{__name__}.{home}"), name)
        return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
