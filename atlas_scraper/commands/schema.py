"""The command that describes the data: `schema`."""

import json
from typing import Annotated

import typer

from atlas_scraper.commands.endings import plain_endings
from atlas_scraper.record.schema import json_schema
from atlas_scraper.writers.dictionary import dictionary


@plain_endings()
def schema_command(
    *,
    as_dictionary: Annotated[
        bool, typer.Option("--dictionary", help="Print the data dictionary of the tables, in Markdown, instead.")
    ] = False,
) -> None:
    """Print the JSON Schema of a record."""
    if as_dictionary:
        typer.echo(dictionary(), nl=False)
        return
    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
