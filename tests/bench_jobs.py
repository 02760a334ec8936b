"""Measure the reading of an archive of many pages: time and memory with one process, several, and on Dask.

python tests/bench_jobs.py [--pages 5000] [--kilobytes 12] [--jobs 1 2] [--no-cluster] [--archive FILE]

Wall clock says something on quiet cores alone; CPU says what sharing the work costs. Memory is looked at ten times on
the way: the largest process at each, which stays what it was where memory is flat.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench_parse import page_of_size

from atlas_scraper.fetch.archive import ArchiveWriter
from atlas_scraper.fetch.raw_page import RawPage

_SITE = "https://pastel.diplomatie.gouv.fr/cncdext/dyn/public/atlas/detailProjet.html?criteres.prjId="
_DIFFERENT = 500  # pages; then they come again under other numbers
_LOOKS = 10


def write_archive(path: Path, count: int, kilobytes: float) -> None:
    """Write an archive of made-up pages."""
    pages = [page_of_size(seed, kilobytes).data for seed in range(min(count, _DIFFERENT))]
    writer, date = ArchiveWriter(path, about={"software": "benchmark"}), datetime(2026, 1, 1, tzinfo=UTC)
    for number in range(count):
        body = pages[number % len(pages)]
        headers = (("Content-Length", str(len(body))),)
        at = date + timedelta(seconds=number)
        writer.write(RawPage(f"{_SITE}{number + 1}", 200, "OK", headers, body, body, at))
    writer.close()


def measure(arguments: Sequence[str], output: Path) -> tuple[float, float, list[int]]:
    """Run `parse`, and give its seconds, the CPU seconds of all its processes, and the looks at memory in MB."""
    before, start, looks = os.times(), time.perf_counter(), []
    with output.open("wb") as out:
        command = [sys.executable, "-m", "atlas_scraper", "parse", *arguments]
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)  # noqa: S603 - our own command
        while process.poll() is None:
            time.sleep(0.5)
            looks.append(max(map(_memory_of, [process.pid, *_children_of(process.pid)])))
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - start, cpu, looks[len(looks) // 10 :: max(len(looks) // _LOOKS, 1)]


def _children_of(process: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()]
    except OSError:
        return []


def _memory_of(process: int) -> int:
    try:
        pages = Path(f"/proc/{process}/statm").read_text("ascii").split()[1]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE") // 1_000_000


def main() -> None:
    """Measure each way of reading the same archive."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pages", type=int, default=5_000)
    options.add_argument("--kilobytes", type=float, default=12)
    options.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    options.add_argument("--no-cluster", action="store_true")
    options.add_argument("--archive", type=Path, help="kept there, and not written anew when it is there")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = given.archive or Path(folder) / "pages.warc.gz"
        if not archive.exists():
            write_archive(archive, given.pages, given.kilobytes)
        runs = {f"--jobs {jobs}": [str(archive), "--format", "jsonl", "--jobs", str(jobs)] for jobs in given.jobs}
        if not given.no_cluster:
            many = str(max(given.jobs))
            output = ["--format", "jsonl", "--output", f"{folder}/parts"]
            runs[f"Dask, {many} workers"] = ["--cluster", "local", "--jobs", many, str(archive), *output]
        for name, arguments in runs.items():
            seconds, cpu, looks = measure(arguments, Path(folder) / "out")
            memory = " ".join(map(str, looks))
            sys.stdout.write(f"{name:20}{seconds:8.1f} s {cpu:8.1f} s of CPU   MB: {memory}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
