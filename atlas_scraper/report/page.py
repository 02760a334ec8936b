"""The report as one HTML file: no script, no request to anywhere, its style sheet named by its digest in the policy.

Content Security Policy Level 3 (https://www.w3.org/TR/CSP3/): nothing is allowed but the one style sheet.
"""

import base64
import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from atlas_scraper.record.model import Partnership
from atlas_scraper.report.sections import Number, sections_of
from atlas_scraper.report.summary import summarise
from atlas_scraper.writers.extras import library
from atlas_scraper.writers.package import ReleaseFacts

FILE = "report.html"
NEEDS = ("jinja2", "vl_convert")
"""Libraries that it is made with."""


def report_of(records: Iterable[Partnership], facts: ReleaseFacts, changes: Iterable[Mapping[str, Any]]) -> str:
    """Write the report of a release.

    Args:
        records: its records, which are counted one by one.
        facts: what the release says of itself.
        changes: the lines of its `changes.jsonl`, read.

    Raises:
        MissingExtra: the libraries of the extra `report` are not installed.
    """
    summary = summarise(records)
    style = files("atlas_scraper.report").joinpath("style.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    text: str = _template().render(
        facts=facts,
        records=Number(summary.records, "records", ""),
        sections=list(sections_of(summary, changes)),
        words=_words(),
        style=style,
        digest=digest,
    )
    return text


@cache
def _template() -> Any:
    jinja = library("jinja2")
    environment = jinja.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja.StrictUndefined
    )
    environment.tests["number"] = lambda cell: isinstance(cell, Number)
    environment.filters["grouped"] = _grouped
    return environment.from_string(files("atlas_scraper.report").joinpath("report.html.jinja").read_text("utf-8"))


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files("atlas_scraper.report").joinpath("words.toml").read_text("utf-8"))


def _grouped(value: int | Decimal) -> str:
    """Write a number with narrow spaces between thousands (ISO 80000-1), which both languages read."""
    whole = value == int(value)
    return (f"{int(value):,}" if whole else f"{value:,.2f}").replace(",", "\u202f")
