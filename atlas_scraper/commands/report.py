"""The command that writes the report of a release anew: `report`."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from atlas_scraper.commands.endings import plain_endings
from atlas_scraper.dataset.changes import NoRelease, read_records
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
        text = report_of(_records(release), _facts(release), _changes(release / "changes.jsonl"))
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
    """Take what a release says of itself from its `datapackage.json`; what `parse` wrote has none."""
    path = release / "datapackage.json"
    found: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    sources = found.get("sources", [{"path": str(release)}])
    records = found.get("coverage", {}).get("partnerships", 0)
    return ReleaseFacts(
        run=found.get("version", release.resolve().name),
        created=found.get("created", ""),
        source=sources[0]["path"],
        records=records,
        generator=f"atlas_scraper {__version__}",
        is_public=found.get("people") == "left out",
    )


def _changes(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []
