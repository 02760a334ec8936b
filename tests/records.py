"""Records made by hand, for the tests of what comes after the parser."""

from typing import Any, get_origin

from atlas_scraper.record.model import Partnership
from atlas_scraper.writers.history import History

PROVENANCE = {"retrieved_at": None, "sha256": "0" * 64, "rendition": "html", "parser_version": "1"}


def make_record(**fields: Any) -> Partnership:
    """Make a record in which everything is absent that is not given."""
    absent: dict[str, Any] = {
        name: [] if get_origin(field.annotation) is list else None for name, field in Partnership.model_fields.items()
    }
    return Partnership.model_validate(absent | {"title": "Titre", "provenance": PROVENANCE} | fields)


def make_history() -> History:
    """Make rows of the tables of history: a change with values, one without, a state of each kind, a run."""
    night, seen = "2026-01-02T03:04:05+00:00", "2026-01-01T03:04:05+00:00"
    before, after = [{"funder": "Région =1+1", "amount_eur": 1.5}], None
    about = {"run": "r1", "day": "2026-01-02", "cause": "site"}
    return History(
        changes=[
            about | {"project_id": 1, "row": 1, "run": None, "change": "added", "field": None},
            about
            | {"project_id": 2, "row": 1, "change": "changed", "field": "funding", "before": before, "after": after},
            about
            | {"project_id": 2, "row": 2, "change": "changed", "field": "title", "before": "=1+1", "after": "Été"},
        ],
        states=[
            {"project_id": number, "state": state, "first_seen": seen, "last_seen": night, "failures": number}
            for number, state in enumerate(("current", "stale", "gone"), start=1)
        ],
        runs=[
            {"run": "r1", "outcome": "published", "started_at": seen, "ended_at": night, "seconds": 0.5, "records": 3}
        ],
    )


COUNTRIES = (("Namibie", "NA"), ("Sénégal", "SN"), ("Québec", None), ("Madagascar", "MG"))
PAYLOADS = (
    *("=1+1", "+1+1", "-1+1", "@SUM(1)", "=HYPERLINK(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "＝1+1", " =1+1", "'=1+1"),
    "=cmd|' /C calc'!A0",
)
"""Texts that a spreadsheet may take for formulas."""


def full_record(number: int, word: str = "mot") -> Partnership:
    """Make a record in which everything is there, its texts ending in a word."""
    country, code = COUNTRIES[number % len(COUNTRIES)]
    theme = {"theme": f"Thème {word}", "subtheme": f"Sous-thème {word}", "subsubtheme": None}
    return make_record(
        project_id=number,
        source_url=f"https://example.org/detailProjet.html?criteres.prjId={number}",
        title=word if number % 2 else f"Échange d’élèves n° {number:05}, {word}",
        convention_year=1990 + number % 30,
        start_year=1991 + number % 30,
        status=("ongoing", "completed", None)[number % 3],
        status_label=word,
        end_date=f"20{10 + number % 20}-12-31",
        theme=theme,
        other_themes=[theme | {"priority": place} for place in range(number % 3)],
        sdgs=[{"goal": 1 + number % 17, "label": word, "level": 2}],
        post={"name": word, "contacts": [{"role": word, "name": word, "email": f"poste.{number}@example.org"}]},
        context=[f"Un, deux {word}", f'et "trois" {word}'],
        history=[word],
        context_and_history=[],
        objective=[f"But {word}\n\tsuite"],
        description=["007", word],
        form=word,
        foreign_partners=[{"name": word, "country": country, "country_code": code, "link": None}],
        foreign_contacts=[
            {"organisation": word, "last_name": word, "first_name": word, "position": word, "email": "a@example.org"}
        ],
        french_authorities=[{"name": f"Commune {word}", "link": "https://example.org/commune"}],
        triennial=(True, False, None)[number % 3],
        funding=[
            {"funder": word, "amount_eur": f"{number}.25", "one_percent_eur": [None, "-3", "0.01"], "year": 2012},
            {"funder": "0012", "amount_eur": None, "one_percent_eur": [None, None, None], "year": None},
        ],
        volunteers=[{"last_name": word, "first_name": word, "mission": word, "field": word, "host": None}],
        unread=[{"label": None, "text": word}],
        issues=[{"code": "unread_text", "section": "page", "detail": word}],
        provenance=PROVENANCE | {"retrieved_at": f"2026-01-02T03:04:{number % 60:02}Z"},
    )
