"""The command that writes the report of a release anew: `report`."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from atlas_scraper.commands.endings import plain_endings
from atlas_scraper.dataset.changes import Change, NoRelease, read_records
from atlas_scraper.explorer.page import FILE as EXPLORER
from atlas_scraper.record.model import Partnership
from atlas_scraper.report.page import NEEDS, report_of
from atlas_scraper.version import __version__
from atlas_scraper.writers.extras import lacking
from atlas_scraper.writers.files import complete_files
from atlas_scraper.writers.package import ReleaseFacts


@plain_endings()
def report_command(
    release: Annotated[Path, typer.Argument(metavar="RELEASE", help="Folder of a release, or of parse --output.")],
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="HTML file to write; default: standard output.")
    ] = None,
) -> None:
    """Write the report of a release: one HTML file to look at, in English and French."""
    if why := lacking(*NEEDS):
        raise typer.BadParameter(str(why))
    try:
        explorer = EXPLORER if ((output.parent if output else release) / EXPLORER).is_file() else ""
        changes = _changes(release / "changes.jsonl")
        states = _states(release / "states.jsonl")
        text = report_of(_records(release), _facts(release), changes, states, explorer=explorer)
    except (NoRelease, ValidationError, json.JSONDecodeError) as error:
        raise typer.BadParameter(f"{release}: {error}") from error
    if output is None:
        sys.stdout.write(text)
        return
    with complete_files(output.parent) as files:
        files.text(output.name).write(text)


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


def _changes(path: Path) -> Iterator[dict[str, Any]]:
    """Read `changes.jsonl`; what `parse` wrote has none.

    Raises:
        NoRelease: a line of it is no change.
    """
    for number, line in enumerate(path.read_bytes().splitlines() if path.exists() else (), start=1):
        try:
            change = json.loads(line)
            Change(**change)
            _ = [(held["before"], held["after"]) for held in change["fields"].values()]
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            found = f"{path}, line {number}: {type(error).__name__}: {error}"
            raise NoRelease("a change", found, "restore the file, or remove it: the report then lists none") from error
        yield change


def _states(path: Path) -> list[dict[str, Any]]:
    """Read `states.jsonl`; what `parse` wrote has none.

    Raises:
        NoRelease: a line of it is no state.
    """
    found = list[dict[str, Any]]()
    for number, line in enumerate(path.read_bytes().splitlines() if path.exists() else (), start=1):
        try:
            state = json.loads(line)
            found.append({"project_id": int(state["project_id"]), "last_seen": state["last_seen"]})
            date.fromisoformat((state["last_seen"] or "2000-01-01")[:10])
        except (ValueError, TypeError, KeyError) as error:
            at = f"{path}, line {number}: {type(error).__name__}: {error}"
            raise NoRelease("a state", at, "restore the file, or remove it: ages are then those of texts") from error
    return found
