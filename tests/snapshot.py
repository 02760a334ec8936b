"""Keep what the parser says of many pages, to see after a change of its speed that not a byte of it changed.

python tests/snapshot.py --write FILE      before the change
python tests/snapshot.py --compare FILE    after each step of it

The pages are the samples, the pages made up by `pages` in all renditions and from fixed seeds, plain and hard, damaged
ones among them, and the facts of real pages where those are at hand. Of each page counts the record as JSON, or the
error, and what became of each block. The file belongs outside the repository: it holds for one version of the pages.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from bench_parse import page_of_size
from pages import make_page

from atlas_scraper.explanation import explain

_SAMPLES = Path(__file__).parents[1] / "samples"
_MADE_UP = (
    ("html", False, 300),
    ("html", True, 600),
    ("markdown", True, 120),
    ("pipe", True, 120),
    ("flat", True, 120),
)
_LONG = 24  # pages as they are measured
_DAMAGED = 200


def pages(facts: Path | None) -> Iterator[tuple[str, bytes, str | None]]:
    """Yield each page: its name, its bytes and its address."""
    for sample in sorted(_SAMPLES.glob("*/page.*")):
        yield f"sample {sample.parent.name}", sample.read_bytes(), None
    for rendition, hard, count in _MADE_UP:
        for seed in range(count):
            page = make_page(seed, rendition, hard=hard)  # type: ignore[arg-type]  # one of the four
            yield f"{rendition} {'hard ' if hard else ''}{seed}", page.data, page.url
    for seed in range(_LONG):
        page = page_of_size(seed, 8 if seed % 2 else 40)
        yield f"long {seed}", page.data, page.url
    for seed in range(_DAMAGED):
        data = make_page(seed, hard=True).data
        start, length = len(data) * (seed * 37 % 100) // 100, seed * 13 % 400
        yield f"cut {seed}", data[:start] + data[start + length :], None
        yield f"broken off {seed}", data[:start], None
    yield from _pages_of_facts(facts)


def _pages_of_facts(facts: Path | None) -> Iterator[tuple[str, bytes, str | None]]:
    if facts is None:
        return
    from test_facts import lines_of  # noqa: PLC0415 - the one user of it, and it needs pytest

    for page in json.loads(facts.read_text("utf-8")):
        for flat in (True, False):
            text = ("\n\u00a0\n" if flat else "\n").join(line for line in lines_of(page, flat=flat) if line)
            yield f"facts {page['project_id']}{' flat' if flat else ''}", text.encode(), None


def said_of(data: bytes, url: str | None) -> str:
    """Give a digest of the record or error of a page, and of what became of its blocks."""
    told = explain(data, url=url)
    record = told.record.model_dump_json() if told.record else f"{type(told.error).__name__}: {told.error}"
    blocks = [(block.kind, block.text, block.fate, block.by) for block in told.blocks]
    return sha256(json.dumps([record, blocks]).encode()).hexdigest()


def main() -> None:
    """Write or compare."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = options.add_mutually_exclusive_group(required=True)
    what.add_argument("--write", type=Path, metavar="FILE")
    what.add_argument("--compare", type=Path, metavar="FILE")
    options.add_argument("--facts", type=Path, help="the facts of real pages, as `test_facts.py` reads them")
    given = options.parse_args()
    found = {name: said_of(data, url) for name, data, url in pages(given.facts)}
    if given.write:
        given.write.write_text(json.dumps(found, indent=1), "utf-8")
        sys.stdout.write(f"{len(found)} pages kept\n")
        return
    kept = json.loads(given.compare.read_text("utf-8"))
    changed = sorted(name for name in kept.keys() | found.keys() if kept.get(name) != found.get(name))
    sys.stdout.write("".join(f"changed: {name}\n" for name in changed) or f"{len(found)} pages, all the same\n")
    sys.exit(bool(changed))


if __name__ == "__main__":
    main()
