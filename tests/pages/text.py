"""A page of the atlas as text: the two renditions, with what each of them loses."""

import random
from dataclasses import dataclass, field

from . import prose
from .facts import Facts
from .items import Item, Pair, PostBlock, Table, page_items
from .labels import BREADCRUMBS, EMAIL_LABEL, NO_ROWS, SITE_TITLE
from .text_options import TextOptions

UNLISTED_LABELS = ("Budget global", "Calendrier prévisionnel", "Bénéficiaires directs", "Organisme de suivi")
# Where a label that nobody has listed can be told from the value before it: behind a year or a date.
_PLACES = ("start_year", "end_date")


@dataclass
class WrittenText:
    """A page as bytes, with what it says beside the record."""

    data: bytes = b""
    extras: list[tuple[str, str]] = field(default_factory=list)


def _pager(options: TextOptions) -> list[str]:
    keys = options.pager == "keys"
    before, after = ("pagination.page.precedent", "pagination.page.suivant") if keys else ("Précédent", "Suivant")
    items = ["<<", f"< {before}", "1", f"{after} >", ">>"]
    return items if options.pager_lines == "each" else [" ".join(items)]


def _post(block: PostBlock, *, flat: bool) -> list[str]:
    lines = [block.label]
    for contact in block.post.contacts:
        if contact.absent:
            lines.append(contact.absent)
            continue
        lines += [text for text in (contact.role, contact.name) if text]
        email = [contact.email] if contact.email else []
        lines += [" ".join([EMAIL_LABEL, *email])] if flat else [EMAIL_LABEL, *email]
    return lines


def _cells(table: Table, row: int) -> list[str]:
    pairs = zip(table.rows[row], table.columns, strict=True)
    return [text for cell, column in pairs if (text := "![]()" if column.icon else cell.text)]


def _pipe_row(cells: list[str], width: int, *, padded: bool = True) -> str:
    missing = width - len(cells)
    return " | ".join(cells) + " |" + (" " + "|" * missing if missing and padded else "")


def _pipe_table(table: Table, options: TextOptions) -> list[str]:
    width = len(table.columns)
    header = _pipe_row([column.header for column in table.columns if column.header], width)
    if not table.rows:
        return [table.label, header, "---|"] + ([NO_ROWS] if options.empty_table == "message" else [])
    last = len(table.rows) - 1
    rows = [
        _pipe_row(_cells(table, number), width, padded=number < last or options.last_row_padded)
        for number in range(len(table.rows))
    ]
    return [table.label, header, "---|" * width, *rows]


def _flat_table(table: Table, options: TextOptions) -> list[str]:
    rows = [[cell.text for cell in row if cell.text] for row in table.rows]
    header = " ".join(column.header for column in table.columns if column.header)
    message = [NO_ROWS] if not rows and options.empty_table == "message" else []
    return [table.label, table.label, header, *(" ".join(row) for row in rows), *message]


def _pair(pair: Pair, *, twice: bool) -> list[str]:
    lines = [line for paragraph in pair.paragraphs for line in paragraph.split("\n")]
    return [pair.label, *lines, *(lines[1:] if pair.prose and twice else [])]


def _block(item: Item, options: TextOptions, rng: random.Random, *, flat: bool) -> list[str]:
    if isinstance(item, PostBlock):
        return _post(item, flat=flat)
    if isinstance(item, Table):
        lines = _flat_table(item, options) if flat else _pipe_table(item, options)
        return lines + _pager(options) if item.name == "other_themes" else lines
    if isinstance(item, Pair):
        twice = options.repeats == "always" or (options.repeats == "sometimes" and rng.random() < 0.5)
        return _pair(item, twice=twice and not flat)
    return [item.text]


def _unlisted(options: TextOptions, rng: random.Random, written: WrittenText, *, flat: bool) -> list[str]:
    label = rng.choice(UNLISTED_LABELS)
    if options.unlisted == "table" and not flat:
        written.extras += [(label, "Volet 1"), (label, "juin 2021")]
        return [label, "Intitulé du volet | Échéance |", "---|---|", "Volet 1 | juin 2021 |"]
    text = rng.choice(("120 000 habitants", "à préciser", prose.sentences(rng, 1)))
    written.extras.append((label, text))
    return [label, text]


def write_text(facts: Facts, options: TextOptions, *, flat: bool) -> WrittenText:
    """Write the page as flat or pipe text, and say what it holds beside the record."""
    rng, written = random.Random(options.seed), WrittenText()  # noqa: S311 - pages made up for tests, no secret
    blocks: list[list[str]] = []
    if options.breadcrumb != "none":
        blocks.append([" > ".join(BREADCRUMBS[options.breadcrumb])])
    if options.site_title:
        blocks.append([SITE_TITLE])
    place = rng.choice(_PLACES)
    for item in page_items(facts, amounts=options.amounts):
        blocks.append(_block(item, options, rng, flat=flat))
        if item.name == place and options.unlisted != "none":
            blocks.append(_unlisted(options, rng, written, flat=flat))
    lines = []
    for block in blocks:
        lines += block
        if flat and (options.blank_lines == "all" or (options.blank_lines == "some" and rng.random() < 0.5)):
            lines.append("\u00a0" if options.nbsp_lines and rng.random() < 0.5 else "")
    text = ("\n" if options.newlines == "lf" else "\r\n").join(lines)
    written.data = (text + "\n").encode("utf-8-sig" if options.bom else "utf-8")
    return written


def render_pipe(facts: Facts, options: TextOptions | None = None) -> bytes:
    """Write the page as pipe text."""
    return write_text(facts, options or TextOptions(), flat=False).data


def render_flat(facts: Facts, options: TextOptions | None = None) -> bytes:
    """Write the page as flat text."""
    return write_text(facts, options or TextOptions(), flat=True).data
