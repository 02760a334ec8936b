"""The report as one HTML file: no script, no request to anywhere, its style sheet named by its digest in the policy.

Content Security Policy Level 3 (https://www.w3.org/TR/CSP3/): nothing is allowed but the one style sheet.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from atlas_scraper.record.model import Partnership
from atlas_scraper.report import cells
from atlas_scraper.report.differences import read_changes
from atlas_scraper.report.figures import figures_of
from atlas_scraper.report.sections import sections_of
from atlas_scraper.report.summary import summarise
from atlas_scraper.report.words import day, grouped, lists, words_of
from atlas_scraper.writers.extras import library
from atlas_scraper.writers.package import ReleaseFacts

FILE = "report.html"
NEEDS = ("jinja2",)
"""Libraries that it is made with."""
_CODE = re.compile(r"`([^`]+)`")


def report_of(
    records: Iterable[Partnership],
    facts: ReleaseFacts,
    changes: Iterable[Mapping[str, Any]],
    states: Iterable[Mapping[str, Any]] = (),
    *,
    explorer: str = "",
) -> str:
    """Write the report of a release.

    Args:
        records: its records, which are counted one by one.
        facts: what the release says of itself.
        changes: the lines of its `changes.jsonl`, read; a `title` in them goes before the record's.
        states: the lines of its `states.jsonl`, read: they say when each page was last seen.
        explorer: name of the page beside the report that its rows lead into; empty where there is none.

    Raises:
        MissingExtra: the libraries of the extra `report` are not installed.
    """
    changed, totals = read_changes(changes)
    summary = summarise(records, [each.project_id for each in changed], states)
    created = datetime.fromisoformat(facts.created).date() if facts.created else None
    style = files("atlas_scraper.report").joinpath("style.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    text: str = _template().render(
        facts=facts,
        created=day(created) if created else None,
        figures=figures_of(summary, created),
        sections=list(sections_of(summary, changed, totals)),
        explorer=explorer,
        words=lists(),
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
    for name, kind in (("number", cells.Number), ("code", cells.Code), ("words", tuple)):
        environment.tests[name] = lambda cell, kind=kind: isinstance(cell, kind)
    environment.filters |= {"grouped": grouped, "marked": _marked}
    environment.globals["words_of"] = words_of
    return environment.from_string(files("atlas_scraper.report").joinpath("report.html.jinja").read_text("utf-8"))


def _marked(text: str) -> Any:
    """Escape prose of our own, and show what stands between back-ticks as code."""
    return library("markupsafe").Markup(_CODE.sub(r"<code>\1</code>", escape(text)))
