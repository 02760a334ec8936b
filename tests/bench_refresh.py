"""What a run costs beside a bare loop that only downloads and stores pages: `python tests/bench_refresh.py`.

Both ask the local atlas, in one run, one after the other, several times; the median counts, as ratio of page rates.
"""

import argparse
import logging
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import requests

from atlas_scraper.dataset.frontier import Plan
from atlas_scraper.night.plans import Night
from atlas_scraper.night.refresh import refresh
from atlas_scraper.night.settings import load_settings
from atlas_scraper.values.addresses import project_address


def bare_loop(base_url: str, count: int, folder: Path) -> float:
    """Download and store the pages, and do nothing else; pages a second."""
    start = time.perf_counter()
    with requests.Session() as session:
        for number in range(1, count + 1):
            (folder / f"{number}.html").write_bytes(session.get(project_address(base_url, number), timeout=60).content)
    return count / (time.perf_counter() - start)


def whole_run(base_url: str, count: int, folder: Path) -> float:
    """Run a night over the same pages, its publication included; pages a second."""
    start = time.perf_counter()
    settings = load_settings(base_url=base_url, delay=0.0)
    outcome = refresh(Night(folder, settings, Plan(tuple(range(1, count + 1)))))
    if outcome.release is None:
        raise SystemExit(f"the run published nothing: {outcome.report}")
    return count / (time.perf_counter() - start)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=300)
    options.add_argument("--times", type=int, default=5)
    given = options.parse_args()
    logging.disable(logging.CRITICAL)
    command = [sys.executable, "-m", "atlas_scraper.local_atlas", "--numbers", str(given.pages)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own command
    base_url = server.stdout.readline().strip() if server.stdout else ""
    rates = []
    with tempfile.TemporaryDirectory() as name:
        for turn in range(given.times):
            folders = [Path(name) / f"{what}{turn}" for what in ("bare", "run", "again")]
            folders[0].mkdir()
            bare = bare_loop(base_url, given.pages, folders[0])
            rates.append(
                (bare, whole_run(base_url, given.pages, folders[1]), whole_run(base_url, given.pages, folders[1]))
            )
    server.terminate()
    server.communicate()
    bare, first, second = (statistics.median(column) for column in zip(*rates, strict=True))
    sys.stdout.write(f"bare loop {bare:.0f} pages/s, first night {first:.0f} ({first / bare:.0%}), ")
    sys.stdout.write(f"second night {second:.0f} ({second / bare:.0%})\n")


if __name__ == "__main__":
    main()
