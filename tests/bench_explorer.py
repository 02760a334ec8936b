"""Measure the explorer of many partnerships with long texts: its making, its size, and its first view in a browser.

python tests/bench_explorer.py [--records 12000] [--letters 2500] [--throttle 4]

Letters are those of all texts of a partnership, on average: the one page that was seen whole has 2,821 in four texts;
of 45 whose first 2,000 characters were seen, 37 are cut within the first text, at 800 letters on average. How lengths
differ, and what texts consist of, says `prose.py`. Authorities, towns, countries, posts and funders are as many as the
atlas says that it has, and come again as often. The browser's processor is slowed down by
`Emulation.setCPUThrottlingRate`.
"""

import argparse
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pycountry
from babel import Locale
from playwright.sync_api import sync_playwright
from prose import Prose, lengths
from records import make_record

from atlas_scraper.explorer.page import explorer_of
from atlas_scraper.record.model import Partnership
from atlas_scraper.values import places
from atlas_scraper.values.register import book
from atlas_scraper.values.themes import THEMES
from atlas_scraper.writers.package import ReleaseFacts

_AUTHORITIES, _PARTNERS, _COUNTRIES = 4_756, 9_889, 140
_PARAGRAPH = 450
_SHARES = {"context": 0.4, "history": 0.2, "objective": 0.15, "description": 0.25}
_FUNDERS = (
    "Ministère de l'Europe et des Affaires étrangères",
    "Collectivités et partenaires étrangers",
    "Union européenne",
)


def records(count: int, letters: int) -> Iterator[Partnership]:
    """Yield records whose texts have a number of letters on average."""
    chance = random.Random(20_26)  # noqa: S311 - for a benchmark
    prose, long = Prose(20_26), lengths(letters, 20_26)
    here = [each.name for each in chance.sample(list(book.entries()), _AUTHORITIES)]
    there = _partners(chance)
    for number in range(1, count + 1):
        country, code, town = there[number % len(there)]
        year, length = chance.randint(1992, 2024), next(long)
        main = chance.choice(list(THEMES))
        theme = {"theme": main, "subtheme": chance.choice(list(THEMES[main])), "subsubtheme": None}
        authorities = chance.sample(here, chance.choice((1, 1, 1, 2, 3)))
        person = _name(prose), _name(prose)
        texts = {name: _paragraphs(prose, round(length * share)) for name, share in _SHARES.items()}
        yield make_record(
            project_id=number,
            source_url=f"https://example.org/cncdext/dyn/public/atlas/detailProjet.html?criteres.prjId={number}",
            title=prose.text(chance.randint(40, 200)),
            convention_year=year - 1,
            start_year=year,
            status=chance.choice(("ongoing", "ongoing", "completed")),
            status_label="En cours",
            end_date=chance.choice((None, f"{year + 4}-12-31")),
            theme=theme,
            other_themes=[theme | {"priority": 1}] * chance.choice((0, 0, 0, 1, 2)),
            post={"name": f"Ambassade de France ({country})", "contacts": _contacts(code)},
            form="Projet de coopération décentralisée",
            foreign_partners=[{"name": f"Ville de {town}", "country": country, "country_code": code, "link": None}],
            foreign_contacts=[_contact(f"Ville de {town}", *person)],
            french_authorities=[{"name": each, "link": None} for each in authorities],
            triennial=False,
            funding=[
                _funding(each, when, chance) for when in (year, year + 1) for each in (*_FUNDERS[:2], authorities[0])
            ],
            provenance={
                "retrieved_at": f"2026-01-02T03:{number // 60 % 60:02}:{number % 60:02}Z",
                "sha256": f"{number:064x}",
                "rendition": "html",
                "parser_version": "1.0.0",
            },
            **texts,
        )


def _partners(chance: random.Random) -> list[tuple[str, str, str]]:
    """Give partner towns with their countries in French, some countries with many of them."""
    french = Locale("fr").territories
    codes = chance.sample(sorted(each.alpha_2 for each in pycountry.countries), _COUNTRIES)
    found = []
    for rank, code in enumerate(codes):
        towns = _towns(code)
        found += [(french[code], code, town) for town in towns[: 40 + 2000 // (rank + 1)]]
    return chance.choices(found, k=_PARTNERS)


def _towns(code: str) -> list[str]:
    return list(dict.fromkeys(each["name"] for each in places._book(code).values()))  # which nothing else asks for


def _paragraphs(prose: Prose, letters: int) -> list[str]:
    return [prose.text(min(_PARAGRAPH, letters - start)) for start in range(0, letters, _PARAGRAPH)]


def _name(prose: Prose) -> str:
    return prose.text(12).split()[0].strip(".").title()


def _contacts(code: str) -> list[dict[str, str]]:
    """Give the contacts of a post, the same on all pages of its country."""
    address = f"cooperation.{code.lower()}@example.org"
    roles = "Correspondant coopération décentralisée", "Conseiller de coopération et d'action culturelle"
    return [{"role": role, "name": f"Aline VERGNOLLE {code}", "email": address} for role in roles]


def _contact(organisation: str, last: str, first: str) -> dict[str, str]:
    about = {"organisation": organisation, "last_name": last, "first_name": first, "position": "Maire"}
    return about | {"email": f"{first}.{last}@example.org".lower()}


def _funding(funder: str, year: int, chance: random.Random) -> dict[str, Any]:
    about = {"one_percent_eur": [None, None, None], "year": year}
    return about | {"funder": funder, "amount_eur": str(500 * chance.randint(2, 100))}


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
