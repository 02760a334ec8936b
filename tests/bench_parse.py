"""Measure the reading of one page: CPU time beside a bare lxml tree, a scraper in XPath and one in BeautifulSoup.

python tests/bench_parse.py [--pages 100] [--sizes 8 40] [--seed 0]

Every page is another one and is read once by each, in turns and in one process, so that nothing is measured that
holds only for a page already seen. That the rivals read the pages right is tested in `test_rivals.py`.
"""

import argparse
import gc
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import lxml.html
from pages.facts import NARRATIVES, Facts
from pages.make_facts import random_facts
from pages.markup import Markup, settled
from pages.page import Page, page_of
from rivals import MARKUP, by_soup, by_xpath

import atlas_scraper

_TABLES = ("other_themes", "foreign_partners", "foreign_contacts", "french_authorities", "funding", "volunteers")
_WARM_UP = 10  # pages read before the clock starts: imports, compiled expressions, first words of the site


def page_of_size(seed: int, kilobytes: float) -> Page:
    """Make up a page of about so many kB in the rivals' markup."""
    rng = random.Random(seed)  # noqa: S311 - pages made up for tests, no secret
    markup = settled(Markup(seed=seed, **MARKUP))
    facts = random_facts(rng, unlisted_values=False, size=0.4)
    while len((page := page_of(facts, markup, "html")).data) < kilobytes * 1000 * 0.97:
        facts = _grown(facts, rng)
    return page


def _grown(facts: Facts, rng: random.Random) -> Facts:
    """Lengthen a narrative by what another page has there, and a table by a row, as long pages are long."""
    more = random_facts(rng, generation=facts.generation, unlisted_values=False)
    narrative, table = rng.choice(NARRATIVES), rng.choice(_TABLES)
    grown: dict[str, Any] = {
        narrative: tuple(dict.fromkeys((*getattr(facts, narrative), *getattr(more, narrative)))),
        table: (*getattr(facts, table), *getattr(more, table)[:1]),
    }
    return replace(facts, **grown)


def _ours(data: bytes) -> str:
    return atlas_scraper.parse(data).model_dump_json()


READERS: dict[str, Callable[[bytes], object]] = {
    "bare tree": lxml.html.document_fromstring,
    "atlas_scraper": _ours,
    "XPath": by_xpath,
    "BeautifulSoup": by_soup,
}


def measure(pages: Sequence[Page]) -> dict[str, list[float]]:
    """Give the CPU seconds that each reader takes for each page; who reads a page first changes from page to page."""
    names, seconds = list(READERS), {name: [0.0] * len(pages) for name in READERS}
    for number, page in enumerate(pages):
        for turn in range(len(names)):
            name = names[(number + turn) % len(names)]
            gc.collect()  # what the reader before left behind, as BeautifulSoup its tree, is not this one's to clear
            start = time.process_time()
            READERS[name](page.data)
            seconds[name][number] = time.process_time() - start
    return seconds


def report(kilobytes: float, seconds: dict[str, list[float]]) -> str:
    """Say what was measured: of each reader the time of a page, and how many bare trees it is worth."""
    tree, count = seconds["bare tree"], len(seconds["bare tree"])
    lines = [f"{count} pages of {kilobytes:g} kB", f"{'':16}{'µs a page':>10}{'trees':>8}{'middle half of pages':>24}"]
    for name, each in seconds.items():
        quarters = statistics.quantiles((own / bare for own, bare in zip(each, tree, strict=True)), n=4)
        middle = f"{quarters[0]:.1f} to {quarters[2]:.1f}"
        lines.append(f"{name:16}{sum(each) / count * 1e6:10.0f}{sum(each) / sum(tree):8.1f}{middle:>24}")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure each size of page."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pages", type=int, default=100)
    options.add_argument("--sizes", type=float, nargs="+", default=[8, 40], metavar="KB")
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    for kilobytes in given.sizes:
        pages = [page_of_size(given.seed + number, kilobytes) for number in range(_WARM_UP + given.pages)]
        measure(pages[:_WARM_UP])
        sys.stdout.write(report(kilobytes, measure(pages[_WARM_UP:])))


if __name__ == "__main__":
    main()
