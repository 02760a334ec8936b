"""Measure a whole night: pages of a WARC archive to a published release with every format, by part.

    python tests/bench_night.py [--pages 12000] [--kilobytes 40] [--archive FILE]

Twenty times a second of its processor time the run is looked at: what it does just then belongs to the room of the
package whose function it is in, and in rooms of many parts to the file. What a library does for a room is the room's.
One process reads, so that all of it is seen.
"""

import argparse
import logging
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from bench_jobs import write_archive

from atlas_scraper.dataset.publication import RunOutcome
from atlas_scraper.night.plans import Night
from atlas_scraper.night.refresh import refresh
from atlas_scraper.night.settings import load_settings

_PACKAGE = f"{Path(refresh.__code__.co_filename).parent.parent}/"
_BY_FILE = ("writers", "dataset")
_SECONDS = 0.05


@contextmanager
def looked_at() -> Iterator[Counter[str]]:
    """Count what the process is found doing, by part of the package."""
    found: Counter[str] = Counter()

    def look(_signal: int, frame: FrameType | None) -> None:
        found[_part_of(frame)] += 1

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, _SECONDS, _SECONDS)
    try:
        yield found
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _part_of(frame: FrameType | None) -> str:
    while frame is not None:
        path = frame.f_code.co_filename
        if path.startswith(_PACKAGE):
            room, _, file = path.removeprefix(_PACKAGE).partition("/")
            return f"{room}/{file}" if room in _BY_FILE else room
        frame = frame.f_back
    return "outside the package"


def run_over(archive: Path, output: Path) -> RunOutcome:
    """Read an archive in one process and publish; of health little is asked, for pages made at random lack more."""
    bounds = output.parent / "health.toml"
    bounds.write_text('[[bound]]\nmeasure = "records"\nat_least = 1\nreason = "An empty dataset is none."\n', "utf-8")
    return refresh(Night(output, load_settings(health=bounds), archives=(archive,), jobs=1))


def main() -> None:
    """Write the archive, run the night, print the parts."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pages", type=int, default=12_000)
    options.add_argument("--kilobytes", type=float, default=40)
    options.add_argument("--archive", type=Path, help="kept there, and not written anew when it is there")
    given = options.parse_args()
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        archive = given.archive or Path(folder) / "pages.warc.gz"
        if not archive.exists():
            write_archive(archive, given.pages, given.kilobytes)
        wall, cpu = time.perf_counter(), time.process_time()
        with looked_at() as found:
            outcome = run_over(archive, Path(folder) / "dataset")
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        for part, count in found.most_common():
            sys.stdout.write(f"{part:34}{cpu * count / found.total():8.1f} s\n")
        sys.stdout.write(f"{'whole':34}{cpu:8.1f} s of CPU, {wall:.1f} s on the clock, {memory:.0f} MB\n")
        said = outcome.report
        sys.stdout.write(
            f"{said['records']} records, {said['outcome']}, without {said['formats_missing'] or 'nothing'}\n"
        )


if __name__ == "__main__":
    main()
