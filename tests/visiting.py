"""What the tests of the explorer do in a browser, and what they ask the tables."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ("--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update")


def visit(page: Any, path: Path, view: str = "#/") -> Any:
    page.goto("about:blank")
    page.goto(path.as_uri() + view)
    page.wait_for_selector("#app[data-shown]")
    return page


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
