"""What a person sees of a run: progress, logs, one closing table."""

import json
import logging
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from atlas_scraper.commands.options import LogFormat
from atlas_scraper.commands.printing import Output, Plain, print_line, print_rows
from atlas_scraper.dataset.publication import RunOutcome
from atlas_scraper.errors import AtlasError
from atlas_scraper.guard import interrupts_as_such

TERMINATED = 143  # 128 and the number of SIGTERM, as the shells count it


class _JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """Write a log record as one line of JSON."""
        at = self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z")
        parts = {"time": at, "level": record.levelname.lower(), "logger": record.name, "message": record.getMessage()}
        return json.dumps(parts, ensure_ascii=False)


class _Plain(logging.Handler):
    """Prints log records through the console, above a progress bar if there is one."""

    def __init__(self, console: Output) -> None:
        super().__init__()
        self._console = console

    def emit(self, record: logging.LogRecord) -> None:
        """Print a log record."""
        text = self.format(record)
        print_line(self._console, text)


def start_logging(console: Output, form: LogFormat) -> None:
    """Send the words of a run to standard error."""
    handler = _Plain(console)
    handler.setFormatter(_JsonLines() if form is LogFormat.JSON else logging.Formatter("%(levelname)s: %(message)s"))
    logger = logging.getLogger("atlas_scraper")
    logger.handlers[:], logger.level, logger.propagate = [handler], logging.INFO, False


@contextmanager
def stopped_by_signals() -> Iterator[None]:
    """Let SIGTERM end a run as Ctrl-C does: what came before is saved.

    Raises:
        typer.Exit: 143 where it was SIGTERM.
    """
    terminated = []

    def stop(number: int, _: FrameType | None) -> None:
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, signal.SIG_IGN)  # saving is not to be stopped by a second one
        if number == signal.SIGTERM:
            terminated.append(number)
        raise KeyboardInterrupt

    before = [(each, signal.signal(each, stop)) for each in (signal.SIGTERM, signal.SIGINT)]
    try:
        with interrupts_as_such():
            yield
    except KeyboardInterrupt:
        if terminated:
            typer.echo("terminated; what came before is saved, nothing is published", err=True)
            raise typer.Exit(TERMINATED) from None
        raise
    finally:
        for each, handler in before:
            signal.signal(each, handler)


class Watch:
    """The progress bar of a run: pages, rate, remaining time, failures."""

    def __init__(self, console: Output) -> None:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[failed]} failed"),
        )
        self._bar = Progress(
            *columns,
            console=None if isinstance(console, Plain) else console,
            disable=not console.is_terminal,
            redirect_stdout=False,
        )
        self._task = self._bar.add_task("asking for projects", total=None, failed=0, rate="")
        self._failed = 0

    def __enter__(self) -> "Watch":
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def __call__(self, outcome: str, total: int) -> None:
        """Note a visit."""
        self._failed += outcome == "failed"
        speed = self._bar.tasks[0].speed
        rate = f"{speed:.1f}/s" if speed else ""
        self._bar.update(self._task, advance=1, total=total, failed=self._failed, rate=rate)


def end_with(console: Output, outcome: RunOutcome, form: LogFormat) -> None:
    """Close a run with a table, or with a line of JSON where lines of JSON are wanted."""
    if form is LogFormat.JSON:
        logging.getLogger(__name__).info("%s", closing_words(outcome))
    else:
        print_outcome(console, outcome)


def end_with_error(console: Output, error: AtlasError, form: LogFormat) -> None:
    """Close a run that could not begin."""
    if form is LogFormat.JSON:
        logging.getLogger(__name__).error("%s: %s", type(error).__name__, error)
    else:
        print_line(console, f"error: {type(error).__name__}: {error}")


def closing_words(outcome: RunOutcome) -> str:
    """Say in one line what came of a run, without a word that a page said."""
    return "; ".join(f"{name}: {words}" for name, words in _closing_rows(outcome))


def print_outcome(console: Output, outcome: RunOutcome) -> None:
    """Print the closing table of a run."""
    print_rows(console, ("run", outcome.report["run"]), _closing_rows(outcome))


def _closing_rows(outcome: RunOutcome) -> Iterator[tuple[str, str]]:
    report = outcome.report
    yield "outcome", outcome.outcome
    if "records" in report:
        yield "records", str(report["records"])
    yield "visits", _counted(report["visits"])
    if report["failures"]:
        yield "failures", _counted(report["failures"])
    if "changes" in report:
        yield "changes", _counted(report["changes"])
    if "requests" in report:
        yield "requests", str(report["requests"])
    yield "seconds", f"{report['seconds']:g}"
    for finding in outcome.findings:
        yield "broken bound" if finding.action == "stop" else "warning", str(finding)
    if "stopped_by" in report:
        yield "stopped by", report["stopped_by"]["message"]


def _counted(counts: dict[str, Any]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items())


def print_release(outcome: RunOutcome) -> None:
    """Print the folder of the release on standard output, for scripts."""
    if outcome.release:
        sys.stdout.write(f"{outcome.release}\n")
