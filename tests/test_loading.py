"""The recipes of docs/loading.md run as they stand on a release, and give the answers that its records have."""

import re
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest
from records import make_record

from atlas_scraper.writers import Format, write_records
from atlas_scraper.writers.history import History

DOCS = Path(__file__).parent.parent / "docs" / "loading.md"
RECIPES = re.findall(r"^```(\w+)\n(.*?)^```", DOCS.read_text("utf-8"), re.MULTILINE | re.DOTALL)
BRETAGNE = 3_449_370
WATER, SPORT = ({"theme": theme, "subtheme": None, "subsubtheme": None} for theme in ("Eau", "Sport"))


def funding(funder: str, amount: int, year: int) -> dict[str, Any]:
    return {"funder": funder, "amount_eur": amount, "one_percent_eur": [None, None, None], "year": year}


def link(name: str) -> dict[str, Any]:
    return {"name": name, "link": None}


def partner(name: str, country: str, code: str | None) -> dict[str, Any]:
    return {"name": name, "country": country, "country_code": code, "link": None}


RECORDS = [
    make_record(
        project_id=1,
        title="L’eau",
        status="ongoing",
        end_date="2015-12-31",
        theme=WATER,
        french_authorities=[link("Région Bretagne")],
        foreign_partners=[partner("Ville de Thiès", "Sénégal", "SN")],
        funding=[funding("Conseil régional de Bretagne", 1000, 2012)],
    ),
    make_record(
        project_id=2,
        title="Stade",
        status="ongoing",
        end_date="2999-12-31",
        theme=SPORT,
        french_authorities=[link("Région Bretagne"), link("Ville de Lurzac")],
        foreign_partners=[partner("Donda", "Namibie", "NA")],
        funding=[funding("Ville de Lurzac", 500, 2013), funding("Ministère des sports", 200, 2013)],
    ),
    make_record(project_id=20, title="Livres", status="completed", foreign_partners=[partner("Donda", "Québec", None)]),
]
NIGHTS = [("r1", "2025-11-01T02:00:00Z"), ("r2", "2026-06-01T02:00:00Z"), ("r3", "2026-11-01T02:00:00Z")]
HISTORY = History(
    changes=[
        {
            "run": run,
            "day": at[:10],
            "project_id": 20,
            "row": night + 1,
            "change": "changed",
            "field": "funding",
            "before": [funding("A", 10 * night, 2020)],
            "after": [funding("A", 10 * night + 10, 2020)],
        }
        for night, (run, at) in enumerate(NIGHTS)
    ],
    states=[],
    runs=[{"run": run, "outcome": "published", "ended_at": at} for run, at in NIGHTS],
)
SQL_ANSWERS: dict[str, list[tuple[Any, ...]]] = {
    "by_country": [("NAM", 1), ("SEN", 1), (None, 1)],
    "by_year": [(2012, 1000.0), (2013, 700.0)],
    "by_text": [(1, "L’eau")],
    "by_kind": [(2012, "region", 1000.0), (2013, "commune", 500.0), (2013, "state", 200.0)],
    "by_theme": [("NAM", "Sport", 1), ("SEN", "Eau", 1), (None, None, 1)],
    "by_pair": [
        ("Région Bretagne", "Donda", 1),
        ("Région Bretagne", "Ville de Thiès", 1),
        ("Ville de Lurzac", "Donda", 1),
    ],
    "last_night": [(20, "changed", "funding")],
    "one_project": [("2025-11-01", 0, 10), ("2026-06-01", 10, 20), ("2026-11-01", 20, 30)],
    "per_inhabitant": [("Bretagne", 1000 / BRETAGNE)],
    "by_income": [("lower middle", True, 2)],
}
PYTHON_ANSWERS: dict[str, Callable[[Any], Any]] = {
    "by_year": lambda it: dict(it) == {2012: 1000.0, 2013: 700.0},
    "by_country": lambda it: dict(it) == {"NAM": 1, "SEN": 1},
    "overdue": lambda it: it["project_id"].tolist() == [1],
    "groups": lambda it: it == [4, 1],
    "distances": lambda it: it["km"].round(-2).tolist() == [4000.0],
}


def recipes(language: str) -> list[str]:
    return [text for name, text in RECIPES if name == language]


def name_of(recipe: str) -> str:
    """Give the name of a query, which is its first line's comment."""
    return recipe.partition("\n")[0].removeprefix("-- ")


@pytest.fixture(autouse=True)
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_records(RECORDS, tmp_path, Format, HISTORY)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("recipe", recipes("python"))
def test_a_recipe_in_python_gives_the_right_answer(recipe: str) -> None:
    names: dict[str, Any] = {}
    exec(recipe, names)  # noqa: S102 - our own documentation
    answers = [name for name in PYTHON_ANSWERS if name in names]
    assert [PYTHON_ANSWERS[name](names[name]) for name in answers] == [True]


@pytest.mark.parametrize("recipe", recipes("sql"), ids=name_of)
def test_a_recipe_for_duckdb_gives_the_right_answer(recipe: str) -> None:
    answer = SQL_ANSWERS[name_of(recipe)]
    with duckdb.connect() as db:
        rows = sorted((row[: len(answer[0])] for row in db.execute(recipe).fetchall()), key=str)
    assert rows == sorted(answer, key=str)


@pytest.mark.parametrize("recipe", recipes("sqlite"), ids=name_of)
def test_a_recipe_for_sqlite_gives_the_right_answer(recipe: str) -> None:
    with closing(sqlite3.connect("atlas.sqlite")) as db:
        assert db.execute(recipe).fetchall() == SQL_ANSWERS[name_of(recipe)]


def test_every_query_has_an_answer_and_every_answer_a_query() -> None:
    assert sorted(map(name_of, recipes("sql") + recipes("sqlite"))) == sorted(SQL_ANSWERS)


@pytest.mark.parametrize("recipe", recipes("r"))
def test_a_recipe_for_r_counts_right(recipe: str) -> None:
    r = shutil.which("Rscript")
    if not r:
        pytest.skip("no Rscript on this machine")
    script = f"{recipe}\nstopifnot(by_year$amount_eur == c(1000, 700), by_country[['NA']] == 1)\n"
    if subprocess.run([r, "-e", "library(readr)"], capture_output=True, check=False).returncode:  # noqa: S603
        pytest.skip("Rscript has no readr on this machine")
    subprocess.run([r, "-e", script], check=True, timeout=60)  # noqa: S603 - our own documentation
