"""`datapackage.json` is valid by the library that users check it with, data included, and keeps its promises."""

import hashlib
import json
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from records import PAYLOADS, full_record, make_history

from atlas_scraper.dataset.release import Content, write_release
from atlas_scraper.writers.dictionary import dictionary
from atlas_scraper.writers.package import SCHEMA_VERSION, ReleaseFacts
from atlas_scraper.writers.tables import TABLES

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of what it imports itself
    import frictionless

WORDS = (*PAYLOADS, "mot", "l’été", 'a"b,c')
COUNT = 300
BASELINES = [json.loads(path.read_text("utf-8")) for path in sorted(Path(__file__).parent.glob("tables-*.json"))]
"""The tables of each version, the newest last."""
FACTS = ReleaseFacts("r1", "2026-01-02T03:04:05+00:00", "https://example.org/cncdext/", COUNT, "atlas_scraper 1")


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def records() -> Any:
        return (full_record(number, WORDS[number % len(WORDS)]) for number in range(1, COUNT + 1))

    return write_release(tmp_path_factory.mktemp("package"), "r1", [Content(records, FACTS, {}, history=make_history)])


@pytest.fixture(scope="module")
def package(release: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((release / "datapackage.json").read_bytes())
    return found


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_no_error_in_a_release(release: Path) -> None:
    report = frictionless.validate(str(release / "datapackage.json"))
    assert report.flatten(["title", "note"]) == []
    assert {task.name for task in report.tasks} >= {table.name for table in TABLES}


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_a_row_that_refers_to_nothing(release: Path, tmp_path: Path) -> None:
    for path in release.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with (tmp_path / "funding.csv").open("a", encoding="utf-8") as file:
        file.write("999999,1,x,1,,,,2012\n")
    errors = frictionless.validate(str(tmp_path / "datapackage.json")).flatten(["type"])
    assert ["foreign-key"] in errors


@pytest.mark.parametrize(("is_public", "said"), [(True, "left out"), (False, "as published")])
def test_a_package_says_whether_people_are_left_out(is_public: bool, said: str, tmp_path: Path) -> None:
    facts = replace(FACTS, is_public=is_public)
    folder = write_release(tmp_path, "r1", [Content(lambda: iter([full_record(1, "mot")]), facts, {})])
    assert json.loads((folder / "datapackage.json").read_bytes())["people"] == said


def test_every_file_of_a_release_is_described_with_its_size_and_digest(release: Path, package: dict[str, Any]) -> None:
    described = {each["path"]: (each["bytes"], each["hash"]) for each in package["resources"]}
    files = {path.name: path.read_bytes() for path in release.iterdir() if path.name != "datapackage.json"}
    digests = {name: f"sha256:{hashlib.sha256(data).hexdigest()}" for name, data in files.items()}
    assert described == {name: (len(data), digests[name]) for name, data in files.items()}


def test_rows_are_counted(package: dict[str, Any]) -> None:
    counts = {each["name"]: each["rows"] for each in package["resources"] if "rows" in each}
    assert (counts["partnerships"], counts["funding"], set(counts)) == (COUNT, 2 * COUNT, {t.name for t in TABLES})


def test_every_column_has_a_description() -> None:
    assert [(table.name, column.name) for table in TABLES for column in table.columns if not column.description] == []


@pytest.mark.parametrize("baseline", BASELINES, ids=[baseline["version"] for baseline in BASELINES])
def test_no_column_goes_or_changes_its_type_without_a_major_step(baseline: dict[str, Any]) -> None:
    now = {table.name: {column.name: column.kind.value for column in table.columns} for table in TABLES}
    lost = [
        f"{table}.{name}: {kind}"
        for table, columns in baseline["tables"].items()
        for name, kind in columns.items()
        if now.get(table, {}).get(name) != kind
    ]
    is_major = int(SCHEMA_VERSION.partition(".")[0]) > int(baseline["version"].partition(".")[0])
    assert is_major or not lost, f"{lost}: a new major SCHEMA_VERSION, and a new baseline beside it"


def test_a_new_column_takes_a_minor_step() -> None:
    baseline = BASELINES[-1]
    known = {f"{table}.{name}" for table, columns in baseline["tables"].items() for name in columns}
    new = [f"{t.name}.{column.name}" for t in TABLES for column in t.columns if f"{t.name}.{column.name}" not in known]
    assert baseline["version"] != SCHEMA_VERSION or not new, f"{new}: a new minor SCHEMA_VERSION, and a new baseline"


def test_the_dictionary_in_docs_is_that_of_the_model() -> None:
    docs = Path(__file__).parent.parent / "docs" / "data-dictionary.md"
    assert docs.read_text("utf-8") == dictionary(), (
        "write it again: atlas-scraper schema --dictionary > docs/data-dictionary.md"
    )


def test_the_dictionary_names_every_column() -> None:
    text = dictionary()
    assert [column.name for t in TABLES for column in t.columns if f"| `{column.name}` |" not in text] == []


def test_the_card_says_what_the_release_is(release: Path) -> None:
    card = (release / "README.md").read_text("utf-8")
    assert all(fact in card for fact in (f"{COUNT} partnerships", "release r1", FACTS.source, SCHEMA_VERSION))
    assert "$" not in card


def test_the_package_says_its_version_and_the_bounds_of_places_and_of_keys(package: dict[str, Any]) -> None:
    assert (package["version"], package["schema_version"]) == (FACTS.run, SCHEMA_VERSION)
    fields = {
        (each["name"], field["name"]): field.get("constraints", {})
        for each in package["resources"]
        for field in each.get("schema", {}).get("fields", ())
    }
    bounds = {
        (table, name.removeprefix("register_")): (of["minimum"], of["maximum"])
        for (table, name), of in fields.items()
        if name.endswith("itude") and table in {"authorities", "partners"}
    }
    north, east = (-90, 90), (-180, 180)
    assert bounds == {
        (table, name): bound
        for table in ("authorities", "partners")
        for name, bound in (("latitude", north), ("longitude", east))
    }
    assert (fields["funding", "project_id"]["minimum"], fields["funding", "row"]["minimum"]) == (1, 1)
