"""One page made up: facts, the way it is written, its bytes, and what a perfect parser reads from them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from .expected import Json, Rendition, expected_record, lost
from .facts import NARRATIVES, Facts
from .html import write_html
from .labels import NARRATIVE_LABELS, SCALAR_LABELS, TABLE_LABELS
from .make_facts import random_facts
from .markdown import as_markdown, carried_over
from .markup import Markup, random_markup
from .text import write_text
from .text_options import TextOptions, random_text_options


@dataclass(frozen=True)
class Page:
    """A page, and the record that a perfect parser makes of it."""

    facts: Facts
    choices: Markup | TextOptions
    rendition: Rendition
    data: bytes
    url: str | None
    """Address to give to `parse`."""
    expected: dict[str, Json]
    extras: tuple[tuple[str, str], ...] = field(default=())
    """Unlisted labels or columns and their texts: the record keeps them in `unread`."""
    frame: tuple[str, ...] = ()
    """Text around the content, the same on each page of the site: no record says it, not even as unread."""
    goes_on: bool = False
    """Whether a table has further pages, which the record must say."""
    options: tuple[tuple[str, object], ...] = ()
    """Of a page in Markdown: the converter, and its options."""


def _lines_like_labels(narrative: str, rendition: Rendition) -> Sequence[str]:
    """Give labels that may stand in a narrative as lines of prose.

    In text nothing but the order tells label from line, so only the labels of sections that the page has had
    by then: a line `Historique` within `Contexte` could be the label as well. A section's own label will do in
    the first narrative alone, since any other narrative could as well be the end of the one before.
    """
    if rendition == "html":
        return (*NARRATIVE_LABELS.values(), "Titre", "Partenaires étrangers du partenariat", SCALAR_LABELS["end_date"])
    first = narrative in {"context", "context_and_history"}
    had = NARRATIVES[: NARRATIVES.index(narrative) + first]
    return ("Titre", *(NARRATIVE_LABELS[name] for name in had), TABLE_LABELS["other_themes"])


def with_label_lines(facts: Facts, rng: random.Random, rendition: Rendition) -> Facts:
    """Put lines that equal labels into some narratives, behind their first paragraph."""
    changes: dict[str, tuple[str, ...]] = {}
    for name in NARRATIVES:
        paragraphs: tuple[str, ...] = getattr(facts, name)
        if paragraphs and rng.random() < 0.6:
            at = rng.randint(0 if rendition == "html" else 1, len(paragraphs))
            line = rng.choice(_lines_like_labels(name, rendition))
            changes[name] = (*paragraphs[:at], line, *paragraphs[at:])
    return replace(facts, **changes)  # type: ignore[arg-type]  # names are those of the narratives


def page_of(facts: Facts, choices: Markup | TextOptions, rendition: Rendition) -> Page:
    """Write facts in a given way."""
    if isinstance(choices, Markup):
        written = write_html(facts, choices)
        expected = expected_record(facts, "html", base=written.link_base)
        beside = tuple(written.extras), written.frame, written.goes_on
        return Page(facts, choices, "html", written.data, choices.url, expected, *beside)
    text = write_text(facts, choices, flat=rendition == "flat")
    return Page(facts, choices, rendition, text.data, None, expected_record(facts, rendition), tuple(text.extras))


def in_markdown(page: Page, converter: str, rng: random.Random) -> Page:
    """Convert a page to Markdown; the link of a row is lost where the converter drops links without words."""
    text, options = as_markdown(page.data.decode("utf-8"), converter, rng)
    expected = dict(page.expected)
    for name in ("foreign_partners", "french_authorities"):
        rows = expected[name]
        assert isinstance(rows, list)
        expected[name] = [{**row, "link": lost(row["link"])} for row in rows]
    named = (("converter", converter), *options.items())
    return replace(page, rendition="markdown", data=text.encode(), expected=expected, options=named)


def make_page(
    seed: int, rendition: Rendition = "html", *, hard: bool = False, converter: str = "markdownify", **fixed: Any
) -> Page:
    """Make up a page.

    Args:
        seed: the same seed gives the same page.
        rendition: `html`, `markdown`, `pipe` or `flat`.
        hard: hard choices may be taken (see `markup.Markup`).
        converter: what writes a page in Markdown, one of `markdown.CONVERTERS`.
        fixed: choices pinned by name.
    """
    rng = random.Random(seed)  # noqa: S311 - pages made up for tests, no secret
    facts = random_facts(rng)
    choices: Markup | TextOptions
    if rendition == "markdown":
        fixed = carried_over(rng, converter, fixed)
    choices = (
        random_markup(rng, hard=hard, **fixed)
        if rendition in {"html", "markdown"}
        else random_text_options(rng, hard=hard, **fixed)
    )
    if choices.label_lines:
        facts = with_label_lines(facts, rng, rendition)
    page = page_of(facts, choices, rendition)
    return in_markdown(page, converter, rng) if rendition == "markdown" else page
