"""What an archive takes, by what it keeps: `python tests/bench_archive.py`.

Generated pages (`python -m tests.pages`), each asked for twice, the second time with another session, form token and
clock; the size of a record is what the archive file grows by.
"""

import argparse
import gzip
import statistics
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pages import make_page

from atlas_scraper.fetch.archive import ArchiveWriter, Earlier
from atlas_scraper.fetch.raw_page import RawPage

PROJECTS, NIGHTS = 12_000, 365
FRAME = (
    '<p>{clock}</p><form action="x;jsessionid={session}"><input type="hidden" name="_csrf" value="{session}"/></form>'
)


def answer(number: int, day: int) -> RawPage:
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day, seconds=number)
    frame = FRAME.format(clock=at.isoformat(), session=f"{number * 7919 + day * 104729:032x}")
    body = make_page(number).data + frame.encode()
    headers = (("Content-Type", "text/html;charset=UTF-8"), ("Cache-Control", "no-store"), ("Date", at.isoformat()))
    return RawPage(f"https://pastel.example.org/cncdext/dyn/public/atlas/detailProjet.html?criteres.prjId={number}",
                   200, "OK", headers, body, body, at)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--changed", type=float, default=0.01, help="share of the pages that change in a night")
    options = parser.parse_args()
    whole, noted, pages = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        writer = ArchiveWriter(Path(folder) / "a.warc.gz", about={})
        end = 0
        for number in range(1, options.pages + 1):
            first = writer.write(answer(number, 0))
            page = answer(number, 1)
            second = writer.write(page, Earlier(first.digest, first.date, page.address), says_the_same=True)
            pages.append(len(gzip.compress(page.body)))
            whole.append(first.end - end)
            noted.append(second.end - first.end)
            end = second.end
        writer.close()
    one, two = statistics.mean(whole), statistics.mean(noted)
    year = PROJECTS * NIGHTS / 1e9
    changed = (1 - options.changed) * two + options.changed * one
    size = statistics.mean(pages)
    print(f"a page in gzip {size:,.0f} bytes; kept whole {one:,.0f} bytes, noted {two:,.0f} bytes")  # noqa: T201
    print(f"a year of {PROJECTS:,} pages a night, {options.changed:.0%} of them changed:", end=" ")  # noqa: T201
    print(f"all {one * year:.1f} GB, changed {changed * year:.1f} GB")  # noqa: T201


if __name__ == "__main__":
    main()
