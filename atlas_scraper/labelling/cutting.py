"""The blocks of a page, cut where a label ends and its value begins.

A label and its value may share a line (`<b>Titre</b> Inn'O`, `Titre : Inn'O`), several pairs may share one, a
line break may stand within a label, and a table may do no more than lay out pairs. Each becomes a sequence of
`Item`s. A cut that turns out to be no label is undone when the text is read, so that prose stays whole.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from atlas_scraper.blocks.document import Block, Cell, Line, PageTable, Run, with_lines
from atlas_scraper.labelling.actions import split_actions, without_actions, without_labels_of_actions
from atlas_scraper.labelling.brackets import cut_behind_bracket
from atlas_scraper.labelling.broken_labels import goes_on, joined, size_of_broken_label
from atlas_scraper.labelling.card_tables import (
    is_card_in_each_row,
    is_one_card,
    lines_of_cards,
    with_headers_of_cards,
)
from atlas_scraper.labelling.colon_pairs import cut_at_colon
from atlas_scraper.labelling.columns_in_tables import column_in_tables
from atlas_scraper.labelling.heads_of_pairs import caption_as_heading, part_head
from atlas_scraper.labelling.items import Evidence, Item, item_of, text_of
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.layout_tables import (
    HoldsLabel,
    blocks_of_layout,
    is_header,
    lays_out_labels,
    title_of,
    unwrapped,
)
from atlas_scraper.labelling.moves import aside_of
from atlas_scraper.labelling.paginator import with_pages_apart
from atlas_scraper.labelling.sheets import parts_of_sheet
from atlas_scraper.labelling.stretches import is_note, is_sign, is_within_label, without_separator, without_stop
from atlas_scraper.labelling.thresholds import LONGEST_LABEL, RUNS_OF_A_LABEL
from atlas_scraper.values.beginnings import TESTED, without_number
from atlas_scraper.values.text import fold, tidy

_REMEMBERED = 4096  # spellings of labels, numbered or not


def cut_into_items(blocks: Iterable[Block], labels: LabelIndex) -> list[Item]:
    """Cut the blocks of a document into items; what links and buttons of the site say is ignored by then."""

    def holds_label(line: Line) -> bool:
        return any(item.label and labels.lays_out(item.text) for item in _cut_line(line, labels))

    items: list[Item] = []
    blocks = tuple(blocks)
    may_be_sites, may_begin_with = labels.may_be_sites, labels.may_begin_with
    place = 0
    while place < len(blocks):
        block, size = blocks[place], 1
        if isinstance(block, Line):
            text, runs = block.text, block.runs
            if text == ":":  # between a label and its value, in a cell or box of its own
                place += 1
                continue
            is_one_piece, start = len(runs) == 1, text[:TESTED]
            if is_one_piece and not may_be_sites(start):
                # Nearly every line of an author ends here: in one piece, a label could only stand at its beginning.
                items.append(Item(block, text, runs, is_authors=not runs[0].interactive))
            elif is_one_piece and not may_begin_with(start):
                items.append(aside_of(block, labels) or Item(block, text, runs))
            elif is_one_piece and not block.is_value and (label := labels.find(text)) and not goes_on(blocks, place):
                items.append(Item(block, text, runs, label=label, evidence=_evidence_of_whole(text, labels)))
            else:
                size = size_of_broken_label(blocks, place, labels, _cut_line)
                items += _cut_line(block if size == 1 else joined(blocks[place : place + size]), labels)
        else:
            table, size = column_in_tables(blocks, place, labels, holds_label) or (block, 1)
            items += _cut_table(table, items, labels, holds_label)
        place += size
    return items


def _cut_table(table: PageTable, above: list[Item], labels: LabelIndex, holds_label: HoldsLabel) -> list[Item]:
    """Cut a table below some items, the last of which may become its heading."""
    if parts := _parts_of_table(table, labels) or _lines_of_text(table, above, labels):
        return cut_into_items(parts, labels)
    # With what its buttons say a row names no columns, and its table would lay out the title above that row.
    data = without_actions(with_headers_of_cards(table, labels), labels.words)
    if lays_out_labels(data, labels, holds_label):
        caption_as_heading(above, table)
        head, pairs = part_head(table, labels)
        return cut_into_items([*head, *blocks_of_layout(pairs, labels)], labels)
    title, rows = title_of(data, labels)
    rest = Item(data if rows is data.rows else data._replace(rows=rows, plain=None), data.text)
    return [*cut_into_items(title, labels), rest]


def _parts_of_table(table: PageTable, labels: LabelIndex) -> Sequence[Block]:
    """Give what a table that is a card, or holds cards, says line by line, or the parts of a sheet; else nothing.

    Boxes are given without a list of pages among them.
    """
    if parts := with_pages_apart(table, labels.words):
        return parts
    if is_one_card(table, labels) or is_card_in_each_row(table, labels):
        table = with_lines(table)
        return [inner for row in table.rows for inner in _lines_of_row(row)]
    return lines_of_cards(table, labels) or parts_of_sheet(table, labels)


def _lines_of_text(table: PageTable, above: Sequence[Item], labels: LabelIndex) -> Sequence[Block]:
    """Give the lines of a table that says one thing in each row, below the label of a text; nothing for any other."""
    if not table.keeps_positions or not table.rows or is_header(table.rows[0], labels):
        return []
    label = next((item.label for item in reversed(above) if item.label), None)
    # A line of a text may read as a label that has a value.
    is_line = len(table.rows) == 1
    if label is None or not (label.holds_prose or (is_line and not label.heads_table)):
        return []
    if is_line and any(labels.find(cell.text) for cell in table.rows[0]):
        return []
    rows = [{id(cell): cell for cell in row if fold(cell.text)}.values() for row in with_lines(table).rows]
    blocks = [block for row in rows for cell in row for block in unwrapped(cell)]
    is_menu = all(run.interactive for block in blocks if isinstance(block, Line) for run in block.runs)
    return blocks if max(map(len, rows)) == 1 and not is_menu else []


def _lines_of_row(row: Sequence[Cell]) -> Sequence[Block]:
    """Give what boxes in a row hold; stretches in no box of their own are one line, behind a head without a name."""
    if len(row) % 2 and len(row) > 1:
        return [*row[0].blocks, *_lines_of_row(row[1:])]
    blocks = [block for cell in row for block in cell.blocks]
    are_stretches = all(isinstance(block, Line) and block.path == blocks[0].path for block in blocks)
    return [joined(blocks)] if len(blocks) > 1 and are_stretches else blocks


def _cut_line(line: Line, labels: LabelIndex) -> list[Item]:
    runs = line.runs
    if in_one_piece := Item(line, line.text, runs) if line.is_value else aside_of(line, labels):
        return [in_one_piece]
    if runs[0].interactive or (len(runs) > 1 and any(run.interactive for run in runs)):
        if len(shown := without_labels_of_actions(runs, labels)) < len(runs):
            return _cut_line(line._replace(runs=shown, text=text_of(shown)), labels)
        content, actions = split_actions(runs, labels.words)
        if actions:
            said = Item(line, text_of(actions), tuple(actions))
            said.ignore("site's own words")
            return [*_cut_line(line._replace(runs=content, text=text_of(content)), labels), said]
    if whole := labels.find(line.text):
        return [Item(line, line.text, runs, label=whole, evidence=_evidence_of_whole(line.text, labels))]
    if in_brackets := cut_behind_bracket(line, labels):
        return in_brackets
    at_runs = _cut_at_runs(line, labels) if len(runs) > 1 else []
    at_colon: list[Item] = []
    if ":" in line.text and (not at_runs or at_runs[0].label):
        is_behind_bullet = bool(at_runs) and at_runs[0].runs[0] is not runs[0]
        at_colon = cut_at_colon(_from_run(line, at_runs[0].runs[0]) if is_behind_bullet else line, labels)
    # The first word of a longer label may be marked and a label itself: `<abbr>Contexte</abbr> et historique : …`
    is_longer = at_colon and at_runs and len(at_colon[0].text) > len(at_runs[0].text) + len(" :")
    return (at_colon if is_longer else at_runs) or at_colon or _cut_between_labels(line, labels)


@lru_cache(maxsize=_REMEMBERED)
def _evidence_of_whole(text: str, labels: LabelIndex) -> Evidence:
    """Tell how sure a line is as a label by how it is written, found out once for each spelling."""
    is_bare = without_number(text) is text and not labels.words.continued.search(text)
    return Evidence.WHOLE if is_bare else Evidence.NUMBERED


def _cut_at_runs(line: Line, labels: LabelIndex) -> list[Item]:
    """Cut where a stretch with a mark of its own reads as a label; empty when none does."""
    items: list[Item] = []
    runs = line.runs
    start = begin = 0
    while begin < len(runs):
        end, label = _label_at(runs, begin, labels)
        if label is None:
            begin += 1
            continue
        if ":" in runs[end - 1].text and (both := _cut_behind_colon(runs[end - 1])):
            runs = (*runs[: end - 1], *both, *runs[end:])
        # What else stands in the element of a label, such as a word of help, is no value.
        label_end = end
        is_open = runs[end - 1].mark.startswith(runs[begin].mark)  # no colon stands behind that element
        while end < len(runs) and ((is_open and is_within_label(line, runs[begin], runs[end])) or is_sign(runs[end])):
            if _label_at(runs, end, labels)[1] is not None:
                break
            end += 1
        before = runs[start:begin]
        is_first = not items and not any(fold(run.text) for run in before)  # a bullet in a stretch of its own
        if before and not is_first:
            is_behind_colon = bool(items) and items[-1].text.endswith(":")
            items.append(_value_of(line, before, continues=start > 0, is_behind_colon=is_behind_colon))
        evidence = Evidence.START if is_first else Evidence.INSIDE
        items.append(item_of(line, runs[begin:end], continues=not is_first, label=label, evidence=evidence))
        beside = runs[label_end:end]
        items[-1].beside = "" if all(map(is_note, beside)) else text_of(beside)
        start = begin = end
    if not items:
        return []
    if start < len(runs):
        items.append(item_of(line, runs[start:], continues=True, is_behind_colon=items[-1].text.endswith(":")))
    return items


def _value_of(
    line: Line, runs: Sequence[Run], *, continues: bool, whole: Item | None = None, is_behind_colon: bool = False
) -> Item:
    """Make an item of what stands before a label on its line; the sign between the two is in its stretches alone."""
    item = item_of(line, without_separator(runs), continues=continues, whole=whole, is_behind_colon=is_behind_colon)
    item.runs = tuple(runs)
    return item


def _from_run(line: Line, first: Run) -> Line:
    """Give a line without what stands before a stretch of it, such as a bullet in one of its own."""
    begin = next((place for place, run in enumerate(line.runs) if run is first), 0)
    return line._replace(runs=line.runs[begin:])


def _cut_behind_colon(run: Run) -> tuple[Run, Run] | None:
    """Cut the end of a label where a sign that begins its value stands behind its colon, such as a bullet or `«`."""
    head, colon, rest = run.text.rpartition(":")
    return (run._replace(text=head + colon), run._replace(text=rest)) if tidy(rest).strip(" *") else None


def _label_at(runs: Sequence[Run], begin: int, labels: LabelIndex) -> tuple[int, Label | None]:
    """Find the longest label that begins with a run; a required mark or an `<abbr>` may cut it into several."""
    found: tuple[int, Label | None] = (begin, None)
    text = runs[begin].text
    if len(text) > LONGEST_LABEL or not fold(text) or not labels.may_begin(text):
        return found
    text = ""
    for end in range(begin, min(begin + RUNS_OF_A_LABEL, len(runs))):
        text += runs[end].text
        if len(text) > LONGEST_LABEL:
            break
        # A colon is part of the label, and so is the mark of a required field inside the label's own element.
        rest = runs[end].text.strip(": \t\r\n\xa0")
        is_within = runs[end].mark.startswith(runs[begin].mark) and (
            runs[begin].mark[-1:] != ">" or not rest.strip("*?()")
        )
        said = without_stop(text, runs, begin, end)
        is_more = not rest or any(map(str.isalnum, rest)) or is_within or said is not text
        if (found[1] is None or is_more) and (label := labels.find(said)):
            found = end + 1, label
    return found


def _cut_between_labels(line: Line, labels: LabelIndex) -> list[Item]:
    """Cut a line of two labels, such as the captions of empty tables, which a converter put on one line."""
    end = labels.end_of_first(line.text)
    if not end:
        return [Item(line, line.text, line.runs)]
    parts = line.text[:end], line.text[end + 1 :]
    return [
        item_of(line, [line.runs[0]._replace(text=text)], label=labels.find(text), evidence=Evidence.WHOLE)
        for text in parts
    ]


def cut_at_marks(item: Item, is_mark_of_label: Callable[[str], bool]) -> list[Item]:
    """Cut a line within which the page's own mark of a label begins a further pair."""
    if item.label or not item.line or len(item.runs) < 2:
        return [item]
    cuts = [
        place
        for place, (before, run) in enumerate(pairwise(item.runs), start=1)
        if run.mark != before.mark and run.text.strip() and is_mark_of_label(run.mark)
    ]
    if not cuts:
        return [item]
    ends = zip([0, *cuts], [*cuts, len(item.runs)], strict=True)
    *before, last = [(item.runs[a:b], item.continues or a > 0) for a, b in ends]
    parts = [_value_of(item.line, runs, continues=continues, whole=item) for runs, continues in before]
    return [*parts, item_of(item.line, last[0], continues=last[1], whole=item)]
