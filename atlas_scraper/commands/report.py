"""The commands that write the pages of a release anew: `report` and `explore`."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from atlas_scraper.commands.endings import plain_endings
from atlas_scraper.dataset.changes import Change, NoRelease, read_records
from atlas_scraper.dataset.history import FILE as HISTORY
from atlas_scraper.explorer.page import FILE as EXPLORER
from atlas_scraper.explorer.page import explorer_of
from atlas_scraper.record.model import Partnership
from atlas_scraper.report.page import NEEDS, report_of
from atlas_scraper.version import __version__
from atlas_scraper.writers.extras import lacking
from atlas_scraper.writers.files import complete_files
from atlas_scraper.writers.history import History, changes_of
from atlas_scraper.writers.package import ReleaseFacts

_Release = Annotated[Path, typer.Argument(metavar="RELEASE", help="Folder of a release, or of parse --output.")]
_Output = Annotated[Path | None, typer.Option(metavar="FILE", help="HTML file to write; default: standard output.")]


@plain_endings()
def report_command(release: _Release, output: _Output = None) -> None:
    """Write the report of a release: one HTML file to look at, in English and French."""
    if why := lacking(*NEEDS):
        raise typer.BadParameter(str(why))
    explorer = EXPLORER if ((output.parent if output else release) / EXPLORER).is_file() else ""
    with _named(release):
        changes = _lines_of(release / "changes.jsonl", "a change", _check_change)
        states = list(_lines_of(release / "states.jsonl", "a state", _check_state))
        text = report_of(_records(release), _facts(release), changes, states, explorer=explorer)
    _write(text, output)


@plain_endings()
def explore_command(release: _Release, output: _Output = None) -> None:
    """Write the explorer of a release: one HTML file to search, filter and read its partnerships in."""
    with _named(release):
        count = sum(1 for _ in _records(release))
        facts, history = replace(_facts(release), records=count), _history(release)
        text = "".join(explorer_of(_records(release), facts, history))
    _write(text, output)


@contextmanager
def _named(release: Path) -> Iterator[None]:
    """End with the words of an error where a release cannot be read."""
    try:
        yield
    except (NoRelease, ValidationError, json.JSONDecodeError) as error:
        raise typer.BadParameter(f"{release}: {error}") from error


def _write(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(text)
        return
    with complete_files(output.parent) as files:
        files.text(output.name).write(text)


def _history(release: Path) -> History | None:
    """Read what became of each project; `None` for what `parse` wrote.

    Raises:
        NoRelease: a line of it is none.
    """
    if not (release / HISTORY).exists():
        return None
    events = _lines_of(release / HISTORY, "a line of history", lambda line: (int(line["project_id"]), line["run"]))
    states = _lines_of(release / "states.jsonl", "a state", _check_state)
    return History(list(changes_of(events)), list(states), [])


def _lines_of(path: Path, what: str, check: Callable[[Any], object]) -> Iterator[dict[str, Any]]:
    """Read a file's lines of JSON; what `parse` wrote lacks some files.

    Args:
        path: the file.
        what: a line of it, in words.
        check: fails on a line that is none.

    Raises:
        NoRelease: a line is none.
    """
    for number, line in enumerate(path.read_bytes().splitlines() if path.exists() else (), start=1):
        try:
            read = json.loads(line)
            check(read)
        except (ValueError, TypeError, LookupError, AttributeError) as error:
            found = f"{path}, line {number}: {type(error).__name__}: {error}"
            raise NoRelease(what, found, "restore the file, or remove it and go without") from error
        yield read


def _check_change(line: Any) -> None:
    Change(**line)
    _ = [(held["before"], held["after"]) for held in line["fields"].values()]


def _check_state(line: Any) -> None:
    int(line["project_id"])
    date.fromisoformat((line["last_seen"] or "2000-01-01")[:10])


def _records(release: Path) -> Iterator[Partnership]:
    return map(Partnership.model_validate, read_records(release))


def _facts(release: Path) -> ReleaseFacts:
    """Take what a release says of itself from its `datapackage.json`; what `parse` wrote has none.

    Raises:
        NoRelease: it says other things.
    """
    path = release / "datapackage.json"
    try:
        found: dict[str, Any] = json.loads(path.read_bytes()) if path.exists() else {}
        sources = found.get("sources", [{"path": str(release)}])
        return ReleaseFacts(
            run=str(found.get("version", release.resolve().name)),
            created=str(found.get("created", "")),
            source=str(sources[0]["path"]),
            records=int(found.get("coverage", {}).get("partnerships", 0)),
            generator=f"atlas_scraper {__version__}",
            is_public=found.get("people") == "left out",
        )
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise NoRelease("what a release is", f"{path}: {error}", "restore the file, or remove it") from error
