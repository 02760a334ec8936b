"""`python tests/night_runner.py OPTIONS…`: the command line in a process of its own, with what befalls it.

From the environment: `ATLAS_TEST_NOW` sets the clock where libfaketime does not; `ATLAS_TEST_PARSER` gives the parser
another version, which reads one field otherwise; `ATLAS_TEST_KILL` kills the process (SIGKILL) at a place;
`ATLAS_TEST_DISK` lets no file grow beyond so many bytes; `ATLAS_TEST_QUICK` leaves out what is slow to write.
"""

import os
import resource
import select
import shutil
import signal
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from importlib import import_module
from typing import Any

from atlas_scraper import version

if parser := os.environ.get("ATLAS_TEST_PARSER"):
    version.__version__ = parser

from atlas_scraper import pipeline
from atlas_scraper.commands.app import main
from atlas_scraper.fetch.archive import ArchiveWriter, Earlier, Kept
from atlas_scraper.fetch.raw_page import RawPage
from atlas_scraper.writers import Format

_CLOCKS = ("night.refresh", "night.visit", "night.rounds", "night.reparsing", "fetch.client")
_CLOCKS_OF_DATASETS = ("dataset.run_report", "dataset.release", "dataset.rollback", "dataset.as_of")


def _set_clock(start: str) -> None:
    offset = datetime.fromisoformat(start).timestamp() - time.time()

    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return datetime.fromtimestamp(time.time(), tz) + timedelta(seconds=offset)

    for name in (*_CLOCKS, *_CLOCKS_OF_DATASETS):
        _replace(name, "datetime", Clock)


def _read_otherwise(record_of: Callable[..., Any]) -> Callable[..., Any]:
    def read(*args: Any, **options: Any) -> Any:
        record = record_of(*args, **options)
        return record.model_copy(update={"form": f"{record.form} (lu par {parser})"})

    return read


def _sleep(seconds: Any) -> None:
    """Sleep as libfaketime 0.9.10 lets one: it answers a sleep until a moment of the monotonic clock with EINVAL."""
    select.select([], [], [], seconds)


def _die(*_: Any, **__: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class _Torn(ArchiveWriter):
    """Writes half of its 20th record, and dies."""

    count = 0

    def write(self, page: RawPage, earlier: Earlier | None = None, **kinds: Any) -> Kept:
        kept = super().write(page, earlier, **kinds)
        self.count += 1
        if self.count == 20:
            self._file.truncate(kept.end - 100)
            _die()
        return kept


def _replace(module: str, name: str, by: Any) -> None:
    setattr(import_module(f"atlas_scraper.{module}"), name, by)


def prepare() -> None:
    """Let befall the process what the environment says."""
    if "FAKETIME" in os.environ:
        time.sleep = _sleep
    if now := os.environ.get("ATLAS_TEST_NOW"):
        _set_clock(now)
    if parser:
        _replace("night.visit", "record_of", _read_otherwise(pipeline.record_of))
        _replace("saved.pool", "cores", lambda: 1)  # another process would not know of it
    if size := os.environ.get("ATLAS_TEST_DISK"):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(size), int(size)))
    if os.environ.get("ATLAS_TEST_QUICK"):
        slow = dict.fromkeys((Format.XLSX, Format.PARQUET, Format.SQLITE), "left out")
        _replace("dataset.publication", "missing", lambda _: slow)
        _replace("dataset.publication", "lacking", lambda *_: "left out")
    match os.environ.get("ATLAS_TEST_KILL"):
        case "archive":
            _replace("night.asking", "ArchiveWriter", _Torn)
        case "publication":
            _replace("dataset.publication", "switch", _die)
        case "pruning":
            shutil.rmtree = _die  # type: ignore[assignment]


if __name__ == "__main__":
    prepare()
    main()
