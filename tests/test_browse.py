"""The real Datasette shows a release as docs/browse.md says."""

import asyncio
import gc
import json
import re
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from records import full_record, make_history
from visiting import CHROMIUM

from atlas_scraper.dataset.release import Content, write_release
from atlas_scraper.night import demonstration
from atlas_scraper.writers.package import ReleaseFacts
from atlas_scraper.writers.tables import TABLES

FACTS = ReleaseFacts("r1", "2026-01-02T03:04:05+00:00", "https://example.org/cncdext/", 9, "atlas_scraper 1")
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
    list(demonstration.run(output, 60, 1))
    return output / "latest" / "public"


class Site:
    """The Datasette of one release, which answers all that is asked of it in a thread with an event loop of its own."""

    def __init__(self, release: Path) -> None:
        self._release = release
        self._thread = ThreadPoolExecutor(1)  # where a browser is, the event loop of the tests' own thread is taken
        self._runner = asyncio.Runner()

    def __enter__(self) -> "Site":
        self._site = self._thread.submit(self._open).result()
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.submit(self._runner.close).result()
        self._thread.shutdown()
        del self._site
        with warnings.catch_warnings(action="ignore", category=ResourceWarning):
            gc.collect()  # it closes none of its connections: Python 3.13 warns of each, at whatever test comes next

    def _open(self) -> Any:
        from datasette.app import Datasette  # noqa: PLC0415 - it opens a connection while it is imported

        metadata = json.loads((self._release / "datasette.json").read_text("utf-8"))
        no_threads = {"num_sql_threads": 0}  # they would keep their connections
        return Datasette([str(self._release / "atlas.sqlite")], metadata=metadata, settings=no_threads)

    def get(self, path: str) -> Any:
        asked = self._site.client.get(path, follow_redirects=True)
        return self._thread.submit(self._runner.run, asked).result()


@pytest.fixture(scope="module")
def site(release: Path) -> Iterator[Site]:
    with Site(release) as site:
        yield site


@pytest.fixture(scope="module")
def shown_site(shown: Path) -> Iterator[Site]:
    with Site(shown) as site:
        yield site


@pytest.mark.parametrize("place", PLACES)
def test_a_place_named_in_the_docs_is_there(site: Site, place: str) -> None:
    assert site.get(place).status_code == 200


@pytest.mark.parametrize("place", PLACES)
def test_a_place_named_in_the_docs_finds_something_in_the_demo(shown_site: Site, place: str) -> None:
    path, _, query = place.partition("?")
    found = shown_site.get(f"{path.removesuffix('.json')}.json?{query}&_shape=array").json()
    assert len(found) >= 1


def test_the_docs_name_places() -> None:
    assert len(PLACES) >= 7


@pytest.mark.parametrize("table", MAPPED)
def test_a_table_with_places_has_a_map(shown_site: Site, table: str) -> None:
    page = shown_site.get(f"/atlas/{table}").text
    assert "datasette-cluster-map.js" in page
    place = f"/atlas/{table}.json?{'register_' * ('auth' in table)}latitude__notnull=1&_shape=array"
    assert shown_site.get(place).json()


def test_other_tables_have_no_map(shown_site: Site) -> None:
    assert "cluster-map" not in shown_site.get("/atlas/funding").text


@pytest.fixture
def browsing(browser: Any, shown_site: Site) -> Iterator[Any]:
    """Give a page of a real browser whose every request the Datasette of the demo answers; other hosts do not."""

    def answer(route: Any) -> Any:
        host, _, path = route.request.url.removeprefix("http://").partition("/")
        if host != HOST:
            return route.abort()
        found = shown_site.get(f"/{path}")
        return route.fulfill(status=found.status_code, headers=dict(found.headers), body=found.content)

    page = browser.new_page()
    page.route("**/*", answer)
    yield page
    page.close()


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


def test_full_text_is_searched(site: Site) -> None:
    found = site.get("/atlas/partnerships.json?_search=ASSAINISSEMENT&_shape=array").json()
    assert len(found) == 9
    assert site.get("/atlas/partnerships.json?_search=voirie&_shape=array").json() == []


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_a_table_shows_its_facets_and_its_columns_descriptions(release: Path, site: Site, table: Any) -> None:
    metadata = json.loads((release / "datasette.json").read_text("utf-8"))["databases"]["atlas"]["tables"][table.name]
    assert list(metadata["columns"]) == table.header
    found = site.get(f"/atlas/{table.name}.json").json()
    assert set(metadata["facets"]) <= set(found["facet_results"].get("results", found["facet_results"]))
