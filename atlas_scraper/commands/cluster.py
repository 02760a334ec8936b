"""What `parse --cluster` does: words and exit codes of a run on a cluster."""

from collections.abc import Callable, Sequence

import typer

from atlas_scraper.cluster.manifest import Summary
from atlas_scraper.cluster.part import Output
from atlas_scraper.cluster.places import whole
from atlas_scraper.cluster.running import NEEDS, read_on_cluster
from atlas_scraper.errors import FetchError
from atlas_scraper.people.policy import Policy
from atlas_scraper.saved.readings import counted
from atlas_scraper.writers import Format, missing
from atlas_scraper.writers.extras import lacking

_FORMATS = (Format.JSONL, Format.PARQUET)


def parse_on_cluster(  # noqa: PLR0913, PLR0917 - as many as the command has options for it
    sources: Sequence[str],
    output: str | None,
    formats: Sequence[Format] | None,
    policy: Policy,
    address: str,
    jobs: int | None,
    on_piece: Callable[[int, int], None],
    say: Callable[[str], None],
) -> bool:
    """Read archives on a cluster, and say what came of it.

    Returns:
        Whether everything could be read.
    """
    if not output or not output.strip():
        raise typer.BadParameter("--cluster writes parts into a folder; name it by --output DIR, a path or URL")
    chosen = tuple(dict.fromkeys(formats or _FORMATS))
    if others := [each for each in chosen if each not in _FORMATS]:
        raise typer.BadParameter(f"--cluster writes jsonl and parquet, not {', '.join(others)}")
    if why := lacking(*NEEDS) or next(iter(missing(chosen).values()), None):
        raise typer.BadParameter(str(why))
    try:
        to = Output(whole(output.rstrip("/")), chosen, policy)
        summary = read_on_cluster(sources, to, address, jobs, on_piece)
    except FetchError as error:
        raise typer.BadParameter(str(error)) from error
    for words in summary["problems"]:
        say(f"error: {words}")
    say(_closing(summary))
    return not (summary["problems"] or summary["errors"])


def _closing(summary: Summary) -> str:
    errors = sum(summary["errors"].values()) + len(summary["problems"]) + summary["further_problems"]
    counts = [(summary["records"], "record"), (errors, "error"), (sum(summary["issues"].values()), "issue")]
    words = ", ".join(counted(number, noun) for number, noun in counts)
    others = sum(summary["captures_passed_over"].values())
    return f"{words}; {counted(summary['parts'], 'part')}, {counted(others, 'capture')} passed over"
