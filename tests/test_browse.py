"""The real Datasette shows a release as docs/browse.md says."""

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from records import full_record, make_history

from atlas_scraper.dataset.release import Content, write_release
from atlas_scraper.writers.package import ReleaseFacts
from atlas_scraper.writers.tables import TABLES

FACTS = ReleaseFacts("r1", "2026-01-02T03:04:05+00:00", "https://example.org/cncdext/", 9, "atlas_scraper 1")
DOCS = Path(__file__).parent.parent / "docs" / "browse.md"
PLACES = re.findall(r"^- `(/atlas/[^`]+)`", DOCS.read_text("utf-8"), re.MULTILINE)
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the library's own


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def records() -> Any:
        return (full_record(number, "assainissement") for number in range(1, 10))

    return write_release(tmp_path_factory.mktemp("browse"), "r1", [Content(records, FACTS, {}, history=make_history)])


def get(release: Path, path: str) -> Any:
    async def ask() -> Any:
        metadata = json.loads((release / "datasette.json").read_text("utf-8"))
        site = Datasette([str(release / "atlas.sqlite")], metadata=metadata)
        return await site.client.get(path, follow_redirects=True)

    return asyncio.run(ask())


@pytest.mark.parametrize("place", PLACES)
def test_a_place_named_in_the_docs_is_there(release: Path, place: str) -> None:
    assert get(release, place).status_code == 200


def test_full_text_is_searched(release: Path) -> None:
    found = get(release, "/atlas/partnerships.json?_search=ASSAINISSEMENT&_shape=array").json()
    assert len(found) == 9
    assert get(release, "/atlas/partnerships.json?_search=voirie&_shape=array").json() == []


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_a_table_shows_its_facets_and_its_columns_descriptions(release: Path, table: Any) -> None:
    metadata = json.loads((release / "datasette.json").read_text("utf-8"))["databases"]["atlas"]["tables"][table.name]
    assert list(metadata["columns"]) == table.header
    found = get(release, f"/atlas/{table.name}.json").json()
    assert set(metadata["facets"]) <= set(found["facet_results"].get("results", found["facet_results"]))
