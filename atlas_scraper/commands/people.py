"""The command that keeps the opposition list: `oppose`."""

from typing import Annotated

import typer

from atlas_scraper.commands.endings import plain_endings
from atlas_scraper.commands.options import Config
from atlas_scraper.night.settings import SettingsError, load_settings
from atlas_scraper.people.opposition import BadOpposition, Opposition


@plain_endings()
def oppose_command(
    who: Annotated[str, typer.Argument(metavar="NAME-OR-ADDRESS", help="First and last name, or an address.")],
    config: Config = None,
) -> None:
    """Print the line that keeps a person out of all data; add it to the opposition list.

    The secret comes from ATLAS_OPPOSITION_KEY; the same must be set wherever the list is used.
    """
    try:
        key = load_settings(config).opposition_key
        digest = Opposition(key.get_secret_value().encode() if key else b"", frozenset()).digest(who)
    except (BadOpposition, SettingsError) as error:
        raise typer.BadParameter(str(error)) from error
    if "@" not in who and len(who.split()) < 2:
        raise typer.BadParameter("one word alone is the name of too many; give first and last name, or an address")
    typer.echo(digest)
