"""Each number of a release's report is what DuckDB says of the Parquet files beside it, in the release and its twin."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
from lxml import html
from nights import night
from typer.testing import CliRunner

from atlas_scraper.commands.app import app
from atlas_scraper.local_atlas.facts import facts_of
from atlas_scraper.local_atlas.server import LocalAtlas
from atlas_scraper.record.model import Partnership

# Measure of the report → rows of its keys and numbers. `{created}` is the day of the release.
QUERIES = {
    "records": "SELECT '', count(*) FROM partnerships",
    "euros": "SELECT '', sum(amount_eur) FROM funding",
    "country_codes": "SELECT '', count(DISTINCT country_code) FROM foreign_partners",
    "ongoing": "SELECT '', count(*) FROM partnerships WHERE status = 'ongoing'",
    "age": "SELECT '', DATE '{created}' - quantile_disc(coalesce(last_seen, provenance_retrieved_at)::DATE, 0.5) "
    "FROM partnerships LEFT JOIN states USING (project_id)",
    "countries": "SELECT country_code, count(DISTINCT project_id) FROM foreign_partners GROUP BY 1",
    "themes": "SELECT theme, count(*) FROM partnerships GROUP BY 1",
    "subthemes": "SELECT coalesce(theme, '') || chr(9) || coalesce(subtheme, ''), count(*) FROM partnerships "
    "GROUP BY 1",
    "starts": "SELECT coalesce(start_year::TEXT, '') || chr(9) || coalesce(status, ''), count(*) FROM partnerships "
    "GROUP BY 1",
    "funding": "SELECT coalesce(year::TEXT, '') || chr(9) || funder_kind, sum(coalesce(amount_eur, 0)) FROM funding "
    "GROUP BY 1",
    "goals": "SELECT goal::TEXT, count(DISTINCT project_id) FROM sdgs GROUP BY 1",
    "authorities": "SELECT name, count(DISTINCT project_id) FROM french_authorities WHERE name IS NOT NULL GROUP BY 1",
    "issues": "SELECT code, count(*) FROM issues GROUP BY 1",
    "unread": "SELECT label, count(*) FROM unread GROUP BY 1",
    "changes": "UNPIVOT (SELECT projects_added AS added, projects_changed AS changed, projects_gone AS gone FROM runs "
    "ORDER BY started_at DESC LIMIT 1) ON added, changed, gone",
}
FILLED = {
    "post": "SELECT '', count(*) FROM partnerships WHERE post_name IS NOT NULL",
    "provenance": "SELECT '', count(provenance_sha256) FROM partnerships",
}
LONGEST = 30
CUT = {"themes", "subthemes", "authorities", "unread", "goals"}
"""Measures of which the report has the most frequent alone."""


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run two nights; the second adds, changes and loses projects, and one page holds what nobody has listed."""
    output = tmp_path_factory.mktemp("numbers")
    with LocalAtlas(range(1, 61)) as atlas:
        _, headers, body = atlas.answer("/cncdext/dyn/public/atlas/detailProjet.html?criteres.prjId=12", None)
        odd = body.replace(b"<h3>Contexte", b"<h3>Marqueur genre</h3><div>Sept sur dix.</div><h3>Contexte", 1)
        country = facts_of(12).partners[0][1].encode()
        atlas.answers[12] = lambda: (200, headers, odd.replace(country, b"Atlantide"))
        for atlas.night in (1, 2):
            assert night(output, atlas.base_url, tuple(range(1, 61))).release
    return output / "latest"


@pytest.fixture(scope="module", params=["", "public"], ids=["full", "public"])
def release(dataset: Path, request: pytest.FixtureRequest) -> Path:
    return dataset / str(request.param)


@pytest.fixture(scope="module")
def shown(release: Path) -> dict[str, dict[str, Decimal]]:
    """Give every number of the report: measure → key → number."""
    found: dict[str, dict[str, Decimal]] = {}
    for each in html.fromstring((release / "report.html").read_text("utf-8")).iter("data"):
        numbers = found.setdefault(str(each.get("data-measure")), {})
        assert each.get("data-key") not in numbers
        numbers[str(each.get("data-key"))] = Decimal(str(each.get("value")))
    return found


@pytest.fixture(scope="module")
def tables(release: Path) -> Iterator[Any]:
    """Give a database whose tables are the release's Parquet files."""
    with duckdb.connect() as db:
        db.execute("SET TimeZone = 'UTC'")
        for path in release.glob("*.parquet"):
            db.read_parquet(str(path)).create_view(path.stem)
        yield db


def counted(tables: Any, query: str) -> dict[str, Decimal]:
    return {str(key or ""): Decimal(str(number or 0)) for key, number in tables.execute(query).fetchall()}


@pytest.mark.parametrize("measure", QUERIES)
def test_a_number_is_what_duckdb_says(
    measure: str, release: Path, shown: dict[str, dict[str, Decimal]], tables: Any
) -> None:
    created = json.loads((release / "datapackage.json").read_text("utf-8"))["created"][:10]
    expected = counted(tables, QUERIES[measure].format(created=created))
    if measure in CUT:
        kept = sorted(expected, key=lambda key: (-expected[key], key))[:LONGEST]
        expected = {key: expected[key] for key in kept}
    assert shown[measure] == expected


@pytest.mark.parametrize("field", Partnership.model_fields)
def test_a_filled_field_is_what_duckdb_says(field: str, shown: dict[str, dict[str, Decimal]], tables: Any) -> None:
    columns = {name for name, *_ in tables.execute("DESCRIBE partnerships").fetchall()}
    query = (
        "SELECT '', count({}) FROM partnerships"
        if field in columns
        else "SELECT '', count(DISTINCT project_id) FROM {}"
    )
    assert {"": shown["filled"][field]} == counted(tables, FILLED.get(field, query.format(field)))


def test_a_number_reads_as_its_value(release: Path) -> None:
    tree = html.fromstring((release / "report.html").read_text("utf-8"))
    for each in tree.iter("data"):
        if each.get("data-measure") != "ongoing":  # which is shown as a share
            french = str(each.xpath("string(span[@lang='fr'])") or each.xpath("string()"))
            value = Decimal(str(each.get("value")))
            assert Decimal(french.replace("\u202f", "").replace(",", ".")) == round(value, 2)


def test_every_number_of_the_report_is_asked_of_duckdb(shown: dict[str, dict[str, Decimal]]) -> None:
    assert set(shown) == {*QUERIES, "filled"}


def test_the_data_have_something_to_get_wrong(shown: dict[str, dict[str, Decimal]]) -> None:
    assert shown["changes"] == {"added": 1, "changed": 2, "gone": 0}
    assert "" in shown["countries"]
    assert min(len(shown[name]) for name in ("issues", "unread", "goals", "subthemes", "funding")) >= 1


def test_explore_writes_the_page_that_the_release_has(release: Path, tmp_path: Path) -> None:
    path = tmp_path / "e" / "explore.html"
    result = CliRunner().invoke(app, ["explore", str(release), "--output", str(path)])
    assert (result.exit_code, result.output) == (0, "")
    assert path.read_bytes() == (release / "explore.html").read_bytes()
