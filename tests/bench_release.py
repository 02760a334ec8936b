"""Measure the writing of a release of many partnerships: time and peak memory of each format, and of the whole.

python tests/bench_release.py [--records 12000] [--validate]
"""

import argparse
import contextlib
import io
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from records import full_record

from atlas_scraper.dataset.release import Content, write_release
from atlas_scraper.people.policy import Policy
from atlas_scraper.record.model import Partnership
from atlas_scraper.report.page import report_of
from atlas_scraper.writers import Format, write_records
from atlas_scraper.writers.package import ReleaseFacts

WORDS = ("mot", "l’eau potable " * 20, "=1+1", "assainissement " * 60)


def records(count: int) -> Iterator[Partnership]:
    return (full_record(number, WORDS[number % len(WORDS)].strip()) for number in range(1, count + 1))


def measure(name: str, count: int, folder: Path) -> None:
    """Do one thing, and print its seconds and the peak memory of this process in MB."""
    facts = ReleaseFacts("r1", "2026-01-02T03:04:05+00:00", "https://example.org/cncdext/", count, "atlas_scraper 1")
    start = time.perf_counter()
    match name:
        case "nothing":
            for _ in records(count):
                pass
        case "report":
            report_of(records(count), facts, [])
        case "people left out":
            for record in records(count):
                Policy(leaves_out_people=True).apply(record)
        case "release":
            write_release(folder, "r1", [Content(lambda: records(count), facts, {})])
        case _:
            write_records(records(count), folder, [Format(name)])
    seconds, memory = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{name:16} {seconds:7.1f} s {memory:7.0f} MB\n")


def main() -> None:
    """Measure each in a process of its own, for peak memory never falls."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--records", type=int, default=12_000)
    options.add_argument("--validate", action="store_true", help="run frictionless over the release")
    options.add_argument("--only", help=argparse.SUPPRESS)
    options.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.only:
        measure(given.only, given.records, given.folder)
        return
    with tempfile.TemporaryDirectory() as folder:
        for name in ("nothing", *Format, "report", "people left out", "release"):
            command = [sys.executable, __file__, "--records", str(given.records), "--only", name, "--folder", folder]
            subprocess.run(command, check=True)  # noqa: S603 - our own command
        if given.validate:
            with contextlib.redirect_stderr(io.StringIO()):
                import frictionless  # noqa: PLC0415 - slow, and only here

            start = time.perf_counter()
            report = frictionless.validate(f"{folder}/releases/r1/datapackage.json")
            seconds = time.perf_counter() - start
            sys.stdout.write(f"frictionless     {seconds:7.1f} s, valid: {report.valid}, {report.flatten(['title'])}\n")


if __name__ == "__main__":
    main()
