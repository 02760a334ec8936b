"""A mutant tried: the tests nearest to it, run in a copy of the checkout, within limits taken from a run without it."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from mutants import Mutant

_COPIED = ("atlas_scraper", "tests", "samples", "docs", "pyproject.toml", "README.md", "CHANGELOG.md")
# Hypothesis draws the same examples each time and has no deadline where CI is set.
_ENVIRONMENT = os.environ | {"CI": "1", "PYTHONDONTWRITEBYTECODE": "1"}
_TIMES, _MORE = 3, 15
"""A mutant may take so many times the processor time of the run without it, and so many seconds more."""
_LONGEST = 1200
"""Seconds on the clock that all tests of a room may take without one."""
_WAITING = 6
"""And so many times that on the clock: the machine may be busy."""
_PASSED, _FAILED, _NOT_COLLECTED = 0, 1, {2, 4}
"""What pytest exits with; 4 is what comes of a `conftest.py` that cannot be imported."""


class Verdict(StrEnum):
    """What became of a mutant."""

    KILLED = "killed"
    LOOPED = "looped"
    """Used up its processor time: it does not end, which anybody would notice."""
    BROKEN = "broken"
    """Could not be imported: no test was needed, so it says nothing of the tests."""
    LIVED = "lived"
    UNJUDGED = "unjudged"
    """Waited for too long, or pytest itself failed."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds of a processor, of each process, and seconds on the clock, of all."""

    processor: int
    clock: int


@contextmanager
def copied(root: Path) -> Iterator[Path]:
    """Give a copy of the checkout, to spoil."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as name:
        folder = Path(name)
        for each in _COPIED:
            source = root / each
            if source.is_dir():
                shutil.copytree(source, folder / each, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy2(source, folder / each)
        yield folder


def seconds_of(folder: Path, tests: Sequence[str]) -> float:
    """Measure the processor time of test files without a mutant, which have to pass."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    code, printed = _pytest(folder, tests, Limits(resource.RLIM_INFINITY, _LONGEST))
    if code != _PASSED:
        sys.exit(f"{' '.join(tests)}: a test fails without any mutant; mend it first:\n{printed}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def limits_of(seconds: float) -> Limits:
    """Give the limits of a mutant whose tests take so many seconds of a processor without it."""
    processor = round(_TIMES * seconds) + _MORE
    return Limits(processor, _WAITING * processor)


def try_mutant(mutant: Mutant, folder: Path, tests: Sequence[str], limits: Limits) -> tuple[Verdict, str]:
    """Try a mutant in a copy, which is as before afterwards: what became of it, and which test or exit says so."""
    path = folder / mutant.file
    source = path.read_bytes()
    path.write_bytes(mutant.of(source))
    try:
        code, printed = _pytest(folder, tests, limits)
    finally:
        path.write_bytes(source)
    failed = [line for line in printed.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return _verdict_of(code), failed[0][:150] if failed else f"exit {code}"


def _verdict_of(code: int | None) -> Verdict:
    if code in _NOT_COLLECTED:
        return Verdict.BROKEN
    known = {_PASSED: Verdict.LIVED, _FAILED: Verdict.KILLED, -signal.SIGXCPU: Verdict.LOOPED}
    return known.get(code, Verdict.UNJUDGED) if code is not None else Verdict.UNJUDGED


def _pytest(folder: Path, tests: Sequence[str], limits: Limits) -> tuple[int | None, str]:
    """Run tests: what pytest exits with, `None` after too long, and what it prints."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "-p", "no:cacheprovider", *tests]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        process = subprocess.Popen(  # noqa: S603 - our own command
            command,
            cwd=folder,
            env=_ENVIRONMENT | {"PYTHONPATH": str(folder)},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (limits.processor, resource.RLIM_INFINITY)),  # noqa: PLW1509 - no threads
        )
        code = _ended(process, time.monotonic() + limits.clock)
        output.seek(0)
        return code, output.read()


def _ended(process: subprocess.Popen[bytes], last: float) -> int | None:
    try:
        return process.wait(last - time.monotonic())
    except subprocess.TimeoutExpired:
        return None
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
