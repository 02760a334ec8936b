"""What the tests of the explorer share: records of real places with invented texts, and what its file holds."""

import json
import random
import re
from pathlib import Path
from typing import Any

from records import full_record, make_record

from atlas_scraper.explorer.packing import opened, unpacked
from atlas_scraper.explorer.page import explorer_of
from atlas_scraper.explorer.wording import texts_of
from atlas_scraper.record.model import Partnership
from atlas_scraper.values.themes import THEMES
from atlas_scraper.writers import Format, write_records
from atlas_scraper.writers.history import History
from atlas_scraper.writers.package import ReleaseFacts

SCRIPTS = (Path(__file__).parent / "script_payloads.txt").read_text("utf-8").rstrip("\n").split("\n")
FRENCH = (
    *("Ville de Lyon", "Commune de Saint-Étienne", "Région Bretagne", "Département du Nord", "Ville de Nantes"),
    *("Brest métropole", "Conseil général de l'Ain", "Communauté d'agglomération de Lorient", "Syndicat des eaux"),
)
ABROAD = (
    *(("Bamako", "Mali", "ML"), ("Dakar", "Sénégal", "SN"), ("Ville de Ouagadougou", "Burkina Faso", "BF")),
    *(("Antananarivo", "Madagascar", "MG"), ("Hanoï", "Viêt Nam", "VN"), ("Praia", "Cap-Vert", "CV")),
    *(("Ville de Montréal", "Canada", "CA"), ("Agadir", "Maroc", "MA"), ("Windhoek", "Namibie", "NA")),
    *(("Pristina", "Kosovo", None), ("Cracovie", "Pologne", "PL")),
)
FUNDERS = (
    "Ministère des affaires étrangères",
    "Agence de l'eau Seine-Normandie",
    "Union européenne",
    "Ville de Lyon",
    "",
)
PACKED = re.escape("application/gzip+base91")
RIGHT_TO_LEFT = "بلدية رام الله"
NIGHT = "2026-01-02T03:04:05+00:00"


def partnerships(count: int) -> list[Partnership]:
    """Make records in which each filter has something to choose, some things absent, numbers not in a row."""
    chance = random.Random(16)  # noqa: S311 - for tests
    return [partnership(3 * number + 1, chance) for number in range(count)]


def partnership(number: int, chance: random.Random) -> Partnership:
    theme = chance.choice(list(THEMES))
    further = chance.choice(list(THEMES))
    year = chance.randint(1990, 2024)
    abroad = chance.sample(ABROAD, chance.choice([0, 1, 1, 2]))
    return make_record(
        project_id=number,
        source_url=f"https://example.org/detailProjet.html?criteres.prjId={number}",
        title=f"{chance.choice(['Eau', 'École', 'Jumelage'])} n° {number}",
        convention_year=chance.choice([None, year - 1]),
        start_year=chance.choice([None, year, year, year]),
        status=chance.choice([None, "ongoing", "completed", "dormant"]),
        end_date=chance.choice([None, "2024-12-31"]),
        theme=chance.choice([None, *[levels(theme, chance.choice([None, *THEMES[theme]]))] * 5]),
        other_themes=[levels(further, None) | {"priority": 1}] * chance.choice([0, 1]),
        sdgs=[{"goal": goal, "label": None, "level": 1} for goal in chance.sample(range(1, 18), chance.choice([0, 2]))],
        context=[f"Un Œuvre d’art à l’été {number}.", "Deux lignes\nde texte."],
        foreign_partners=[{"name": a, "country": b, "country_code": c, "link": None} for a, b, c in abroad],
        french_authorities=[{"name": a, "link": None} for a in chance.sample(FRENCH, chance.choice([0, 1, 2]))],
        funding=[
            {
                "funder": chance.choice(FUNDERS) or None,
                "amount_eur": chance.choice([None, "0.5", "999.99", "5000", "60000", "1000000"]),
                "one_percent_eur": [None, chance.choice([None, "12.5"]), None],
                "year": chance.choice([None, year]),
            }
            for _ in range(chance.choice([0, 1, 3]))
        ],
        issues=[{"code": "unknown_label", "section": "page", "detail": "Zone bleue"}] * chance.choice([0, 0, 1]),
        unread=[{"label": "Zone bleue", "text": "Rien de connu"}] * chance.choice([0, 0, 1]),
    )


def funded(*rows: tuple[str | None, float, int | None]) -> list[dict[str, Any]]:
    return [
        {"funder": funder, "amount_eur": euros, "one_percent_eur": [None, None, None], "year": year}
        for funder, euros, year in rows
    ]


def odd() -> list[Partnership]:
    """Make records that say nothing or too much: endless titles, no place, years and amounts out of the ordinary."""
    abroad = {"name": RIGHT_TO_LEFT, "country": "Palestine", "country_code": "PS", "link": None}
    return [
        make_record(project_id=1, title="Une phrase sans fin " * 50, start_year=2010, status="ongoing"),
        make_record(
            project_id=2,
            title="x" * 1000,
            start_year=1905,
            status="completed",
            french_authorities=[{"name": "Y" * 300, "link": None}],
        ),
        make_record(
            project_id=3,
            title=f"{RIGHT_TO_LEFT} (2012)",
            start_year=2099,
            foreign_partners=[abroad],
            french_authorities=[{"name": "Ville de Lyon", "link": None}, {"name": RIGHT_TO_LEFT, "link": None}],
            context=[f"{RIGHT_TO_LEFT}."],
            funding=funded(("Ville de Lyon", 10**12, 2012), ("Fonds", -500, 2099)),
        ),
        make_record(project_id=4, title="Rien de plus"),
        make_record(project_id=5, title="Négatif", start_year=2012, funding=funded((None, -(10**12), 2013))),
    ]


def levels(theme: str, subtheme: str | None) -> dict[str, Any]:
    return {"theme": theme, "subtheme": subtheme, "subsubtheme": None}


def history_of(records: list[Partnership]) -> History:
    """Make a history: each was added some time ago, every third has changed since, one of them twice."""
    changes: list[dict[str, Any]] = []
    for place, record in enumerate(records):
        about = {"project_id": record.project_id, "run": "r", "cause": "site"}
        changes.append(about | {"row": 1, "day": "2024-05-05", "change": "added"})
        if place % 3 == 0:
            day = ("2026-01-01", "2025-12-20", "2025-03-03")[place // 3 % 3]
            change = {"row": 2, "day": day, "change": "changed", "field": "context"}
            changes.append(about | change | {"before": ["Jadis.", "Deux lignes\nde texte."], "after": record.context})
    states = [{"project_id": each.project_id, "state": "current", "last_seen": NIGHT} for each in records]
    return History(changes, states, [])


def facts_of(count: int, *, is_public: bool = False) -> ReleaseFacts:
    return ReleaseFacts("r1", NIGHT, "https://example.org/cncdext/", count, "atlas_scraper 1", is_public)


def text_of(records: list[Partnership], history: History | None = None) -> str:
    """Write the explorer of some records."""
    return "".join(explorer_of(records, facts_of(len(records)), history))


def release_of(folder: Path, records: list[Partnership]) -> Path:
    """Write records as Parquet files, and their explorer beside them; give the latter."""
    write_records(records, folder, [Format.PARQUET], history_of(records))
    path = folder / "explore.html"
    path.write_text(text_of(records, history_of(records)), "utf-8")
    return path


def hostile() -> list[Partnership]:
    """Give a record for each script of the list, in every field of it."""
    records = [full_record(number, payload) for number, payload in enumerate((*SCRIPTS, "mot" * 60), start=1)]
    return [
        each.model_copy(
            update={"source_url": payload, "french_authorities": [body(each.french_authorities[0], payload)]}
        )
        for each, payload in zip(records, (*SCRIPTS, "x"), strict=True)
    ]


def body(authority: Any, link: str) -> Any:
    return authority.model_copy(update={"link": link})


def data_in(text: str) -> dict[str, list[Any]]:
    """Unpack the data of an explorer, by name."""
    written: dict[str, list[str]] = {}
    for name, letters in re.findall(rf'<script type="{PACKED}" data-name="(\w+)"[^>]*>([^<]*)</script>', text):
        written.setdefault(name, []).append(letters)
    found = {name: [unpacked(each) for each in written[name]] for name in ("index", "world") if name in written}
    told = written["titles"] + written.get("part", [])
    titles, *parts = map(json.loads, texts_of(opened(written["words"][0]), map(opened, told)))
    return found | {"titles": titles, "part": [rows_of(each) for each in parts]}


def rows_of(columns: dict[str, list[Any]]) -> list[dict[str, Any]]:
    """Turn a list for each property into a row for each partnership, without what is absent."""
    rows = zip(*columns.values(), strict=True)
    return [{name: each for name, each in zip(columns, row, strict=True) if each is not None} for row in rows]
