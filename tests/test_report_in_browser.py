"""The report in a real browser: nothing runs, nothing is asked for, and it can be read on a telephone."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright
from records import full_record
from test_report import FACTS, SCRIPTS

from atlas_scraper.report.page import report_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine: apt-get install chromium")
QUIET = ("--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=[*QUIET, "--disable-quic", "--disable-sync"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    records = [full_record(number, payload) for number, payload in enumerate((*SCRIPTS, "mot" * 60), start=1)]
    path.write_text(report_of(records, FACTS, [{"project_id": 1, "change": "added", "fields": {}}]), "utf-8")
    return path


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def test_scripts_in_every_field_neither_run_nor_ask_for_anything(page: Any, report: Path) -> None:
    happened: list[str] = []
    page.on("console", lambda message: happened.append(message.text))
    page.on("pageerror", lambda error: happened.append(str(error)))
    page.on("dialog", lambda dialog: happened.append(dialog.message))
    page.on("request", lambda request: happened.append(request.url))
    page.goto(report.as_uri())
    for element in page.query_selector_all("a[href], input, [tabindex]"):
        element.focus()
    assert happened == [report.as_uri()]


@pytest.mark.parametrize("width", [360, 768, 1600])
def test_a_page_is_no_wider_than_its_window(page: Any, report: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(report.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_language_is_chosen_by_keyboard(page: Any, report: Path) -> None:
    page.goto(report.as_uri())
    title = page.locator("h1")
    assert title.inner_text() == "Report on the atlas of decentralised cooperation"
    page.locator("#english").focus()
    page.keyboard.press("ArrowRight")
    assert title.inner_text() == "Rapport sur l’atlas de la coopération décentralisée"


def test_the_first_stop_of_the_keyboard_skips_to_the_numbers(page: Any, report: Path) -> None:
    page.goto(report.as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#countries"


def test_charts_tables_and_choices_have_names_for_screen_readers(page: Any, report: Path) -> None:
    page.goto(report.as_uri())
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('svg[role=img], [role=region], input')].filter(each => {
            const by = each.getAttribute('aria-labelledby');
            const label = each.getAttribute('aria-label') || (by && document.getElementById(by)?.textContent)
                || each.closest('label')?.textContent;
            return !label?.trim();
        }).length"""
    )
    assert nameless == 0


def test_every_row_of_a_table_is_printed(page: Any, report: Path) -> None:
    page.goto(report.as_uri())
    page.emulate_media(media="print")
    cut = "[...document.querySelectorAll('.table')].filter(each => each.scrollHeight > each.clientHeight + 2).length"
    assert page.evaluate(cut) == 0
