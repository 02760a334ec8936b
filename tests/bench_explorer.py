"""Measure the explorer of many partnerships with long texts: its making, its size, and its first view in a browser.

python tests/bench_explorer.py [--records 12000] [--letters 2500] [--throttle 4]

Texts are made of French words as often as ranks are in a language (Zipf's law), in no order: harder to compress than
what people write. The browser's processor is slowed down by `Emulation.setCPUThrottlingRate`.
"""

import argparse
import itertools
import lzma
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright
from records import full_record

from atlas_scraper.explorer.page import explorer_of
from atlas_scraper.record.model import Partnership, Theme
from atlas_scraper.values.themes import THEMES
from atlas_scraper.writers.package import ReleaseFacts

_PARAGRAPH = 400
_NARRATIVE = ("context", "objective", "description")


def records(count: int, letters: int) -> Iterator[Partnership]:
    """Yield records whose long texts have a number of letters each."""
    chance = random.Random(20_26)  # noqa: S311 - for a benchmark
    packed = files("atlas_scraper.people").joinpath("lexicon", "french.txt.xz").read_bytes()
    words = lzma.decompress(packed).decode().split()
    chance.shuffle(words)
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))
    for number in range(1, count + 1):
        text = " ".join(chance.choices(words, cum_weights=weights, k=letters // 6))[:letters]
        paragraphs = [text[start : start + _PARAGRAPH] for start in range(0, len(text), _PARAGRAPH)]
        share = -(-len(paragraphs) // len(_NARRATIVE))
        parts: dict[str, Any] = {name: paragraphs[place * share :][:share] for place, name in enumerate(_NARRATIVE)}
        name = text[:60].strip()
        main = chance.choice(list(THEMES))
        theme = Theme(theme=main, subtheme=chance.choice(list(THEMES[main])), subsubtheme=None)
        parts |= {"title": name, "history": [], "theme": theme, "other_themes": []}
        yield full_record(number, name).model_copy(update=parts)


def main() -> None:
    """Make the page, and open it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--records", type=int, default=12_000)
    options.add_argument("--letters", type=int, default=2_500)
    options.add_argument("--throttle", type=float, default=4)
    given = options.parse_args()
    facts = ReleaseFacts("r1", "2026-01-02T03:04:05+00:00", "https://example.org/", given.records, "atlas_scraper 1")
    made = list(records(given.records, given.letters))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "explore.html"
        start = time.process_time()
        with path.open("w", encoding="utf-8") as file:
            file.writelines(explorer_of(made, facts, None))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        say(f"made in {time.process_time() - start:.1f} s of CPU, peak {memory:.0f} MB with the records")
        say(f"size {path.stat().st_size / 1e6:.2f} MB")
        visit(path, given.throttle)


def visit(path: Path, throttle: float) -> None:
    """Open a page with a slowed-down processor, and print how long its first view and a search take."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
        page.goto(path.as_uri(), wait_until="commit")
        page.wait_for_selector("#app[data-shown]")
        milliseconds = page.evaluate("performance.getEntriesByName('first view')[0].startTime")
        say(f"first view after {milliseconds:.0f} ms, processor throttled {throttle:g} times")
        measures = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
        say(f"of these {1000 * measures['TaskDuration']:.0f} ms of work: the rest is waiting, as on a busy machine")
        page.wait_for_load_state("load")
        say(f"page whole after {page.evaluate('performance.now()'):.0f} ms")
        for words in ("eau", "maire"):
            before = page.evaluate("document.getElementById('app').dataset.shown")
            start = time.perf_counter()
            page.locator("#search").fill(words)
            page.wait_for_selector(f"#app:not([data-shown='{before}'])", timeout=120_000)
            say(f"search for {words!r}: {time.perf_counter() - start:.1f} s")
        browser.close()


def say(text: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    main()
