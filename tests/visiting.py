"""What the tests of the explorer do in a browser, and what they ask the tables."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import duckdb

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
QUIET = ("--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update")


def visit(page: Any, path: Path, view: str = "#/") -> Any:
    if page.url != "about:blank":  # from the same file another view alone would be shown
        page.goto("about:blank")
    page.goto(path.as_uri() + view)
    page.wait_for_selector("#app[data-shown]")
    return page


def show(page: Any, view: str) -> Any:
    """Show a view of an explorer that is open, whatever it shows; a view is told by its address alone."""
    is_shown = page.evaluate("location.hash") == view
    for place in ("#/nowhere", view) if is_shown else (view,):
        do(page, partial(page.evaluate, "place => { location.hash = place; }", place))
    return page


def faults_in(page: Any) -> list[tuple[str, str, str]]:
    """Give the faults that axe finds in a page; it is put there once."""
    if page.evaluate("!window.axe"):
        page.evaluate(AXE)
    run = "rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'] })"
    found = page.evaluate(run, RULES)["violations"]
    return [(each["id"], each["nodes"][0]["html"], each["nodes"][0]["failureSummary"]) for each in found]


def do(page: Any, act: Callable[[], Any]) -> None:
    """Do something that shows another view, and wait for it."""
    before = page.evaluate("document.getElementById('app').dataset.shown")
    act()
    page.wait_for_selector(f"#app[data-shown]:not([data-shown='{before}'])")


def counted(page: Any) -> int:
    return int(page.locator("#counted").inner_text().split(" ")[0].replace(",", ""))


def answer(folder: Path, query: str) -> list[Any]:
    """Ask DuckDB, over the Parquet files of a folder."""
    with duckdb.connect() as db:
        for path in folder.glob("*.parquet"):
            db.execute(f"CREATE VIEW {path.stem} AS SELECT * FROM '{path}'")  # noqa: S608 - our own names
        return db.execute(query).fetchall()


def options(page: Any, name: str) -> dict[str, int]:
    """Unfold a filter, and read its values and their counts."""
    group = page.locator(f"details[data-filter={name}]")
    if group.get_attribute("open") is None:
        group.locator("summary").click()
        page.wait_for_selector(f"details[data-filter={name}][open]")
    more = page.locator(f"#more-{name}[aria-expanded=false]")
    if more.count():
        more.click()
    script = """([name]) => [...document.querySelectorAll(`[data-filter=${name}] .option`)].flatMap((each) => {
        const count = each.querySelector('.count');
        return count ? [[each.querySelector('input').id.slice(name.length + 1), count.textContent]] : [];
    })"""
    return {value: int(count) for value, count in page.evaluate(script, [name])}
