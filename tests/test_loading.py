"""The recipes of docs/loading.md run as they stand on a release."""

import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from records import full_record

from atlas_scraper.writers import Format, write_records

DOCS = Path(__file__).parent.parent / "docs" / "loading.md"
RECIPES = re.findall(r"^```(\w+)\n(.*?)^```", DOCS.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def recipes(language: str) -> list[str]:
    return [text for name, text in RECIPES if name == language]


@pytest.fixture(autouse=True)
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_records((full_record(number, "l’eau") for number in range(1, 9)), tmp_path, Format)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("recipe", recipes("python"))
def test_a_recipe_for_pandas_counts_right(recipe: str) -> None:
    names: dict[str, object] = {}
    exec(recipe, names)  # noqa: S102 - our own documentation
    result = names.get("by_year", names.get("by_country"))
    assert dict(result) in ({2012: 38.0}, {"NAM": 2, "SEN": 2, "MDG": 2})  # type: ignore[call-overload]


@pytest.mark.parametrize("recipe", recipes("sql"))
def test_a_recipe_for_duckdb_counts_right(recipe: str) -> None:
    with duckdb.connect() as db:
        rows = sorted(db.execute(recipe).fetchall(), key=str)
    assert rows in ([("MDG", 2), ("NAM", 2), ("SEN", 2), (None, 2)], [(2012, 38.0), (None, None)])


@pytest.mark.parametrize("recipe", recipes("sqlite"))
def test_a_recipe_for_sqlite_finds_by_full_text(recipe: str) -> None:
    with closing(sqlite3.connect("atlas.sqlite")) as db:
        assert len(db.execute(recipe).fetchall()) == 8


@pytest.mark.parametrize("recipe", recipes("r"))
def test_a_recipe_for_r_counts_right(recipe: str) -> None:
    r = shutil.which("Rscript")
    if not r:
        pytest.skip("no Rscript on this machine")
    script = f"{recipe}\nstopifnot(by_year$amount_eur == 38, by_country[['NA']] == 2)\n"
    if subprocess.run([r, "-e", "library(readr)"], capture_output=True, check=False).returncode:  # noqa: S603
        pytest.skip("Rscript has no readr on this machine")
    subprocess.run([r, "-e", script], check=True, timeout=60)  # noqa: S603 - our own documentation
