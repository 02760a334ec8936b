"""Options that commands share, and what makes a use of them wrong: exit code 2, with the reason."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit

import typer

from atlas_scraper.errors import FetchError
from atlas_scraper.night.places import is_anything_set
from atlas_scraper.people.policy import People, Policy
from atlas_scraper.writers import STREAMS, Format, missing

if TYPE_CHECKING:
    from atlas_scraper.night.settings import Settings


def check_address(url: str | None) -> str | None:
    """Refuse an address that no page can have."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise typer.BadParameter(f"{url}: {error}") from error
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise typer.BadParameter(
            f"{url or 'an empty text'} is no address of a page; it begins with https:// or http://"
        )
    return url


def choose_folder(output: str | None) -> Path | None:
    """Give the folder to write into; an empty name, as of a variable that is not set, is none."""
    if output is None:
        return None
    if not output.strip():
        raise typer.BadParameter("--output is empty; name a folder, or . for this one")
    if Path(output).exists() and not Path(output).is_dir():
        raise typer.BadParameter(f"--output {output} is a file; name a folder")
    return Path(output)


@contextmanager
def as_usage_errors() -> Iterator[None]:
    """Paths that lead to nothing at all are wrong usage, not a page that failed."""
    try:
        yield
    except FetchError as error:
        raise typer.BadParameter(str(error)) from error


def choose_formats(formats: list[Format] | None, output: Path | None) -> list[Format]:
    """Fill in the formats: JSON for standard output, which takes one of text; all of text for a folder."""
    if output is None and len(set(formats or ())) > 1:
        raise typer.BadParameter("standard output takes one --format; several need --output DIR")
    if files := set(formats or ()) - set(STREAMS) if output is None else set():
        raise typer.BadParameter(f"--format {files.pop()} is no text for standard output; give --output DIR")
    if lacking := missing(formats or ()):
        raise typer.BadParameter("; ".join(f"--format {each}: {error}" for each, error in lacking.items()))
    return formats or ([Format.JSON] if output is None else list(STREAMS))


Url = Annotated[
    str | None,
    typer.Option(
        "--url", callback=check_address, metavar="URL", help="Address that the page came from; for one page alone."
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", metavar="N", min=1, help="Processes that read; default: as many as cores, 1 for few pages."),
]
Samples = Annotated[list[Path], typer.Argument(metavar="SAMPLES", help="Folders of samples, or single samples.")]


class LogFormat(StrEnum):
    """How words are logged."""

    TEXT = "text"
    JSON = "json"


BaseUrl = Annotated[str | None, typer.Option("--base-url", metavar="URL", help="Address of the site, up to /cncdext/.")]
Delay = Annotated[float | None, typer.Option(metavar="SECONDS", help="Pause between requests at least; default 1.")]
MaxBytes = Annotated[
    int | None, typer.Option("--max-bytes", metavar="N", help="Bytes that a page may have; default 5,000,000.")
]
Timeout = Annotated[float | None, typer.Option(metavar="SECONDS", help="What a request may take in all; default 60.")]
Contact = Annotated[str | None, typer.Option(metavar="TEXT", help="Whom the site can write to about this crawler.")]
IgnoreRobots = Annotated[
    bool | None, typer.Option("--ignore-robots", help="Do not obey robots.txt: only with the site's leave; recorded.")
]
Config = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Settings in TOML; default: atlas.toml, if it is there.")
]
Logs = Annotated[LogFormat, typer.Option("--log-format", help="Words on standard error: text, or JSON for machines.")]


WithPeople = Annotated[
    People | None, typer.Option("--people", help="keep (default): as published. drop: leave out names and addresses.")
]
OppositionList = Annotated[
    Path | None, typer.Option("--opposition", metavar="FILE", help="Hashes of people to be left out of everything.")
]


def policy_of(settings: "Settings") -> Policy:
    """Give what becomes of people; an opposition list that cannot be used is wrong usage."""
    from atlas_scraper.people.opposition import BadOpposition  # noqa: PLC0415 - as in `settings_of`

    try:
        return settings.policy
    except BadOpposition as error:
        raise typer.BadParameter(str(error)) from error


def policy_for(people: People | None, opposition: Path | None) -> Policy:
    """Give what becomes of people in a command that has no other settings, which are not read where none is set."""
    if people is None and opposition is None and not is_anything_set():
        return Policy()
    return policy_of(settings_of(None, people=people, opposition=opposition))


def settings_of(config: Path | None, **options: Any) -> "Settings":
    """Put the settings of a command together; one that cannot be used is wrong usage."""
    # Imported here: with the libraries behind them, settings take longer to import than a page takes to read.
    from atlas_scraper.night.settings import SettingsError, load_settings  # noqa: PLC0415

    try:
        return load_settings(config, **options)
    except SettingsError as error:
        raise typer.BadParameter(str(error)) from error
