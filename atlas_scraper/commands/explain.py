"""The command that shows a page block by block: `explain`."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from atlas_scraper.commands.endings import GOOD, PAGE_FAILED, plain_endings
from atlas_scraper.commands.options import Config, Url, as_usage_errors, settings_of
from atlas_scraper.commands.printing import (
    console_on,
    explanation_rows,
    print_line,
    print_rows,
)
from atlas_scraper.errors import AtlasError
from atlas_scraper.explanation import explain as explanation_of
from atlas_scraper.guard import guarded
from atlas_scraper.labelling.items import Fate
from atlas_scraper.night.scraping import fetch_page
from atlas_scraper.saved.inputs import address_beside, bytes_of, find_pages
from atlas_scraper.saved.readings import counted


@plain_endings()
def explain_command(
    page: Annotated[str, typer.Argument(metavar="PATH-OR-URL", help="A page, - for standard input, or an address.")],
    *,
    url: Url = None,
    config: Config = None,
) -> None:
    """Show a page block by block, with who took each."""
    words = console_on(stderr=True)
    try:
        data, address = _page_to_explain(page, config)
        explanation = guarded(lambda: explanation_of(data, url=url or address))
    except AtlasError as error:
        print_line(words, f"error: {page}: {type(error).__name__}: {error}")
        raise typer.Exit(PAGE_FAILED) from None
    print_rows(console_on(), ("fate", "by", "text"), explanation_rows(explanation))
    fates = Counter(block.fate for block in explanation.blocks)
    counts = ", ".join(f"{fates[fate]} {fate}" for fate in Fate)
    print_line(
        words, f"{page}: {explanation.rendition or 'no page'}, {counted(len(explanation.blocks), 'block')}: {counts}"
    )
    raise typer.Exit(PAGE_FAILED if explanation.error else GOOD)


def _page_to_explain(page: str, config: Path | None) -> tuple[bytes, str | None]:
    """Give the bytes and the address of a page, fetched or saved."""
    if page.startswith(("http://", "https://")):
        fetched = fetch_page(page, settings_of(config))
        return fetched.body, fetched.address
    with as_usage_errors():
        if find_pages([page]) != [page]:
            raise typer.BadParameter(f"{page} is a folder; explain looks at one page")
    return bytes_of(page), address_beside(page)
