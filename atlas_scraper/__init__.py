r"""Turns the pages of the Atlas français de la coopération décentralisée into validated data.

>>> import atlas_scraper
>>> labels = "Titre\nJumelage\nThématique d'intervention\nSous-thématique d'intervention\nLe partenariat est\nEn cours"
>>> page = f"{labels}\nDate de fin du partenariat\nContexte\nDeux villes.".encode()
>>> record = atlas_scraper.parse(page)
>>> record.title, record.status_label, record.context
('Jumelage', 'En cours', ['Deux villes.'])
"""

from atlas_scraper.errors import AtlasError, FetchError, LayoutError, NotARecord, PageGone, RecordInvalid
from atlas_scraper.explanation import Explanation, explain
from atlas_scraper.pipeline import parse
from atlas_scraper.record.model import Partnership
from atlas_scraper.record.schema import json_schema
from atlas_scraper.saved.batch import parse_file
from atlas_scraper.version import __version__

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
