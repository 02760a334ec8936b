"""The report in a real browser: nothing runs, nothing is asked for, and it can be read on a telephone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from explored import odd, partnerships
from records import full_record
from test_report import FACTS, SCRIPTS
from visiting import CHROMIUM, faults_in

from atlas_scraper.report.page import report_of

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine: apt-get install chromium")


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


@pytest.fixture(scope="module")
def kept(browser: Any, report: Path) -> Iterator[Any]:
    """A page that shows the report, opened once for all tests that look at it in a window of their own."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(report.as_uri())
    yield page
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


@pytest.fixture(scope="module")
def odd_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a report whose rows lead into an explorer, of records that say nothing or too much."""
    path = tmp_path_factory.mktemp("odd") / "report.html"
    path.write_text(report_of([*odd(), *partnerships(40)], FACTS, [], explorer="explore.html"), "utf-8")
    return path


WINDOWS = [(width, language) for width in (360, 390, 768, 1600) for language in ("english", "french")]


@pytest.fixture(scope="module")
def kept_odd(browser: Any, odd_report: Path) -> Iterator[Any]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(odd_report.as_uri())
    yield page
    context.close()


class Shown(NamedTuple):
    """A report in a window, in a language, with all rows of its tables."""

    page: Any
    width: int
    language: str


def unfolded(page: Any, width: int, language: str, *, whole: bool = True) -> Any:
    """Show a report that is open in a window, in a language, with all rows of its tables or the first ones."""
    page.set_viewport_size({"width": width, "height": 900})
    page.locator(f"#{language}").check()
    for box in page.query_selector_all("input.all"):
        box.set_checked(whole)
    return page


# Of a module, so that pytest runs all tests of a window one after the other, and each is laid out once.
@pytest.fixture(scope="module", params=WINDOWS, ids="{0[0]}-{0[1]}".format)
def shown(request: pytest.FixtureRequest, kept: Any) -> Shown:
    return Shown(unfolded(kept, *request.param), *request.param)


@pytest.fixture(scope="module", params=WINDOWS, ids="{0[0]}-{0[1]}".format)
def shown_odd(request: pytest.FixtureRequest, kept_odd: Any) -> Shown:
    return Shown(unfolded(kept_odd, *request.param), *request.param)


def test_a_page_is_no_wider_than_its_window(shown: Shown) -> None:
    assert shown.page.evaluate("document.documentElement.scrollWidth") == shown.width


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("english", 360, "light"), ("french", 360, "dark"), ("french", 1600, "light"), ("english", 1600, "dark")],
)
def test_axe_finds_no_fault(kept_odd: Any, width: int, language: str, scheme: str) -> None:
    kept_odd.emulate_media(color_scheme=scheme)
    assert faults_in(unfolded(kept_odd, width, language, whole=False)) == []


def test_records_that_say_nothing_or_too_much_are_reported_within_the_window(shown_odd: Shown) -> None:
    page = shown_odd.page
    assert page.evaluate("document.documentElement.scrollWidth") == shown_odd.width
    said = page.locator("body").inner_text()
    assert not [word for word in ("NaN", "None.None", "Infinity") if word in said]
    euros = page.locator(".figures div:nth-child(2) strong")
    assert euros.evaluate("it => it.getBoundingClientRect().height < 60")  # one line, however long the number


def test_nothing_is_cut_without_a_sign(shown: Shown) -> None:
    outside = shown.page.evaluate(
        """() => [...document.querySelectorAll('main *, .figures *')].filter(each => {
            const box = each.getBoundingClientRect();
            return box.width && (box.left < -1 || box.right > innerWidth + 1 || each.scrollWidth > each.clientWidth + 1
                && getComputedStyle(each).overflowX !== 'visible');
        }).map(each => each.outerHTML.slice(0, 80))"""
    )
    assert outside == []


def test_letters_of_a_chart_are_large_enough_to_read(shown: Shown) -> None:
    heights = shown.page.evaluate(
        "[...document.querySelectorAll('figure text')].map(it => it.getBoundingClientRect().height).filter(it => it)"
    )
    assert min(heights) >= 11


def test_names_of_years_do_not_lie_upon_each_other(shown: Shown) -> None:
    overlaps = shown.page.evaluate(
        """() => [...document.querySelectorAll('figure svg')].flatMap(svg => {
            const all = [...svg.querySelectorAll('text')].map(it => it.getBoundingClientRect());
            const boxes = all.filter(it => it.width);
            return boxes.filter((a, i) => boxes.some((b, j) => i < j && a.left < b.right && b.left < a.right
                && a.top < b.bottom && b.top < a.bottom));
        }).length"""
    )
    assert overlaps == 0


def test_the_words_of_one_language_are_shown(shown: Shown) -> None:
    languages = shown.page.evaluate(
        "[...new Set([...document.querySelectorAll('.t')].filter(it => it.checkVisibility()).map(it => it.lang))]"
    )
    assert languages == [shown.language[:2]]


def test_long_tables_open_by_keyboard(page: Any, report: Path) -> None:
    page.goto(report.as_uri())
    rows = page.locator("#dictionary tbody tr:visible")
    assert rows.count() == 10
    page.locator("#all-dictionary").focus()
    page.keyboard.press("Space")
    assert rows.count() > 100


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
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#figures"


def test_charts_tables_and_choices_have_names_for_screen_readers(page: Any, report: Path) -> None:
    page.goto(report.as_uri())
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('[role=img], input')].filter(each => {
            const by = each.getAttribute('aria-labelledby');
            if (each.labels?.length) return !each.labels[0].textContent.trim();
            const label = each.getAttribute('aria-label') || (by && document.getElementById(by)?.textContent)
                || each.closest('label')?.textContent;
            return !label?.trim();
        }).length"""
    )
    assert nameless == 0


def test_every_row_of_a_table_is_printed(page: Any, report: Path) -> None:
    page.goto(report.as_uri())
    page.emulate_media(media="print")
    rows = "[...document.querySelectorAll('section:not(#dictionary) tbody tr, .changes > li')]"
    assert page.evaluate(f"{rows}.length") > 100
    assert page.evaluate(f"{rows}.every(it => it.checkVisibility())")


def test_print_says_where_the_dictionary_is_in_its_place(page: Any, report: Path) -> None:
    page.goto(report.as_uri())
    assert "dictionary.md" not in page.locator("#dictionary").inner_text()
    page.emulate_media(media="print")
    assert not page.locator("#dictionary table").is_visible()
    assert "dictionary.md" in page.locator("#dictionary").inner_text()
