"""Records made by hand, for the tests of what comes after the parser."""

from typing import Any, get_origin

from atlas_scraper.record.model import Partnership

PROVENANCE = {"retrieved_at": None, "sha256": "0" * 64, "rendition": "html", "parser_version": "1"}


def make_record(**fields: Any) -> Partnership:
    """Make a record in which everything is absent that is not given."""
    absent: dict[str, Any] = {
        name: [] if get_origin(field.annotation) is list else None for name, field in Partnership.model_fields.items()
    }
    return Partnership.model_validate(absent | {"title": "Titre", "provenance": PROVENANCE} | fields)
