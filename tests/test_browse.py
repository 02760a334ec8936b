"""The real Datasette shows a release as docs/browse.md says."""

import asyncio
import gc
import json
import re
import shutil
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright
from records import full_record, make_history

from atlas_scraper.dataset.release import Content, write_release
from atlas_scraper.night import demonstration
from atlas_scraper.writers.package import ReleaseFacts
from atlas_scraper.writers.tables import TABLES

FACTS = ReleaseFacts("r1", "2026-01-02T03:04:05+00:00", "https://example.org/cncdext/", 9, "atlas_scraper 1")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DOCS = Path(__file__).parent.parent / "docs" / "browse.md"
PLACES = re.findall(r"`(/atlas/[^`]+)`", DOCS.read_text("utf-8"))
HOST = "datasette.example.org"
MAPPED = ("authorities", "french_authorities", "partners", "foreign_partners")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the library's own


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def records() -> Any:
        return (full_record(number, "assainissement") for number in range(1, 10))

    return write_release(tmp_path_factory.mktemp("browse"), "r1", [Content(records, FACTS, {}, history=make_history)])


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the public release of a night of the demo."""
    output = tmp_path_factory.mktemp("shown")
    list(demonstration.run(output, 120, 1))
    return output / "latest" / "public"


def get(release: Path, path: str) -> Any:
    """Ask Datasette, which closes none of its connections: Python 3.13 warns of each, at whatever test comes next."""
    with warnings.catch_warnings(action="ignore", category=ResourceWarning):
        answer = asyncio.run(ask(release, path))
        gc.collect()
    return answer


async def ask(release: Path, path: str) -> Any:
    from datasette.app import Datasette  # noqa: PLC0415 - it opens a connection while it is imported

    metadata = json.loads((release / "datasette.json").read_text("utf-8"))
    no_threads = {"num_sql_threads": 0}  # they would keep their connections
    site = Datasette([str(release / "atlas.sqlite")], metadata=metadata, settings=no_threads)
    return await site.client.get(path, follow_redirects=True)


@pytest.mark.parametrize("place", PLACES)
def test_a_place_named_in_the_docs_is_there(release: Path, place: str) -> None:
    assert get(release, place).status_code == 200


@pytest.mark.parametrize("place", PLACES)
def test_a_place_named_in_the_docs_finds_something_in_the_demo(shown: Path, place: str) -> None:
    path, _, query = place.partition("?")
    found = get(shown, f"{path.removesuffix('.json')}.json?{query}&_shape=array").json()
    assert len(found) >= 1


def test_the_docs_name_places() -> None:
    assert len(PLACES) >= 7


@pytest.mark.parametrize("table", MAPPED)
def test_a_table_with_places_has_a_map(shown: Path, table: str) -> None:
    page = get(shown, f"/atlas/{table}").text
    assert "datasette-cluster-map.js" in page
    assert get(shown, f"/atlas/{table}.json?{'register_' * ('auth' in table)}latitude__notnull=1&_shape=array").json()


def test_other_tables_have_no_map(shown: Path) -> None:
    assert "cluster-map" not in get(shown, "/atlas/funding").text


@pytest.fixture
def browsing(shown: Path) -> Iterator[Any]:
    """Give a page of a real browser whose every request the Datasette of the demo answers; other hosts do not."""

    def answer(route: Any) -> Any:
        host, _, path = route.request.url.removeprefix("http://").partition("/")
        if host != HOST:
            return route.abort()
        with ThreadPoolExecutor() as threads:  # the browser's library has an event loop of its own in this one
            found = threads.submit(get, shown, f"/{path}").result()
        return route.fulfill(status=found.status_code, headers=dict(found.headers), body=found.content)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.route("**/*", answer)
        yield page
        browser.close()


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine: apt-get install chromium")
def test_rows_stand_above_the_descriptions_of_columns_in_every_table_of_the_docs(browsing: Any) -> None:
    top = "place => document.querySelector(place).getBoundingClientRect().top"
    for place in {place.partition("?")[0]: place for place in PLACES if ".json" not in place}.values():
        browsing.goto(f"http://{HOST}{place}", wait_until="domcontentloaded")
        assert browsing.locator(".rows-and-columns tbody tr").count() >= 1
        rows, descriptions = (browsing.evaluate(top, each) for each in (".rows-and-columns", ".column-descriptions"))
        assert rows < descriptions


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine: apt-get install chromium")
def test_places_are_drawn_on_a_map(browsing: Any) -> None:
    mapped = [place for place in PLACES if "country_code=" in place or "register_region_name=" in place]
    assert len(mapped) >= 2
    for place in mapped:
        browsing.goto(f"http://{HOST}{place}", wait_until="domcontentloaded")
        browsing.wait_for_selector(".leaflet-marker-icon")


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
