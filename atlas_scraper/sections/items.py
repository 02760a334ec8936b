"""The blocks of a page, cut where a label ends and its value begins.

A label and its value may share a line (`<b>Titre</b> Inn'O`, `Titre : Inn'O`), several pairs may share one,
and a table may do no more than lay out pairs. Each becomes a sequence of `Item`s. A cut that turns out to be
no label is undone when the text is read, so that prose stays whole.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from atlas_scraper.blocks.document import Block, Cell, Line, Run, Table
from atlas_scraper.sections.labels import LONGEST_LABEL, Label, LabelIndex
from atlas_scraper.values.text import tidy


@dataclass(slots=True, eq=False)
class Item:
    """A line or a part of one, or a table, and what became of it.

    Args:
        block: the block it was cut from.
        text: its text, tidied.
        runs: the stretches of the line that it consists of; their text as written allows a cut to be undone.
        continues: whether it continues the line of the item before it.
        label: the label that it could be.
        evidence: how surely: a label with a line to itself 3, marked at a line's start 3, before a colon 2,
            marked in the middle of a line 1.
        fate: `taken`, `ignored`, or empty while nobody wants it.
        by: the section that took it, or the name under which it is ignored.
    """

    block: Block
    text: str
    runs: tuple[Run, ...] = ()
    continues: bool = False
    label: Label | None = None
    evidence: float = 0.0
    fate: str = ""
    by: str = ""

    def give(self, fate: str, by: str) -> None:
        """Record what became of the item; the first word counts."""
        if not self.fate:
            self.fate, self.by = fate, by

    @property
    def mark(self) -> str:
        """How the page marks the beginning of the item."""
        return next((run.mark for run in self.runs if run.text.strip()), "")

    @property
    def line(self) -> Line | None:
        """The line that the item is or is part of; `None` for a table."""
        return self.block if isinstance(self.block, Line) else None

    @property
    def table(self) -> Table | None:
        """The table that the item is; `None` for a line."""
        return self.block if isinstance(self.block, Table) else None

    @property
    def links(self) -> Iterator[str]:
        """The addresses that the item's line links to."""
        return (run.href for run in self.runs if run.href)


def cut_into_items(blocks: Iterable[Block], labels: LabelIndex) -> list[Item]:
    """Cut the blocks of a document into items."""
    items: list[Item] = []
    for block in _join_broken_labels(blocks, labels):
        if isinstance(block, Line):
            items += _cut_line(block, labels)
        elif _lays_out_labels(block, labels):
            items += cut_into_items(_blocks_of_layout(block, labels), labels)
        else:
            title, rows = _title_of(block, labels)
            items += cut_into_items(title, labels)
            items.append(Item(replace(block, rows=rows), block.text))
    return items


def _title_of(table: Table, labels: LabelIndex) -> tuple[Sequence[Block], tuple[tuple[Cell, ...], ...]]:
    """Take a label from the first row of a table of data, where it stands as the table's title."""
    first = _once(table.rows[0])
    if len(first) == 1 and len(table.rows) > 1 and labels.find(first[0].text):
        return first[0].blocks, table.rows[1:]
    return (), table.rows


def _join_broken_labels(blocks: Iterable[Block], labels: LabelIndex) -> Iterator[Block]:
    """Put together a label that line breaks cut in two or more."""
    for _, group in groupby(blocks, key=lambda block: block.block if isinstance(block, Line) else -1):
        waiting = list(group)
        while waiting:
            first = waiting[0]
            size = next((size for size in (2, 3, 4) if _is_broken_label(waiting[:size], size, labels)), 1)
            yield _joined(waiting[:size]) if size > 1 else first
            del waiting[:size]


def _is_broken_label(blocks: Sequence[Block], size: int, labels: LabelIndex) -> bool:
    """Tell whether lines begin with a label that ends in the last of them."""
    lines = [block for block in blocks if isinstance(block, Line)]
    before = " ".join(line.text for line in lines[:-1])
    if len(lines) < size or len(before) > LONGEST_LABEL or labels.find(lines[0].text):
        return False
    head = _cut_line(_joined(lines), labels)[0]
    return head.label is not None and len(head.text.rstrip(" :")) > len(before)


def _joined(blocks: Sequence[Block]) -> Line:
    lines = [block for block in blocks if isinstance(block, Line)]
    runs = (run for line in lines for run in (*line.runs, replace(line.runs[-1], text=" ")))
    return replace(lines[0], text=" ".join(line.text for line in lines), runs=tuple(runs))


def _cut_line(line: Line, labels: LabelIndex) -> list[Item]:
    whole = None if line.is_value else labels.find(line.text)
    if whole or line.is_value:
        return [_item(line, line.runs, label=whole, evidence=3)]
    return _cut_at_runs(line, labels) or _cut_at_colon(line, labels) or [_item(line, line.runs)]


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
        before = runs[start:begin]
        is_first = not items and not any(run.text.strip() for run in before)
        if before and not is_first:
            items.append(_item(line, before, continues=start > 0))
        evidence = 3 if is_first else 1
        items.append(_item(line, runs[begin:end], continues=not is_first, label=label, evidence=evidence))
        start = begin = end
    if not items:
        return []
    if start < len(runs):
        items.append(_item(line, runs[start:], continues=True))
    return items


def _label_at(runs: Sequence[Run], begin: int, labels: LabelIndex) -> tuple[int, Label | None]:
    """Find the longest label that begins with a run; a required mark or an `<abbr>` may cut it into several."""
    found: tuple[int, Label | None] = (begin, None)
    if not runs[begin].text.strip():
        return found
    text = ""
    for end in range(begin, min(begin + 6, len(runs))):
        text += runs[end].text
        if len(text) > LONGEST_LABEL:
            break
        # A colon is part of the label, and so is the mark of a required field inside the label's own element.
        rest = runs[end].text.strip(": \t\r\n\xa0")
        is_more = not rest or any(map(str.isalnum, rest)) or runs[end].mark.startswith(runs[begin].mark)
        if (found[1] is None or is_more) and (label := labels.find(text)):
            found = end + 1, label
    return found


def _cut_at_colon(line: Line, labels: LabelIndex) -> list[Item]:
    """Cut `Titre : Inn'O` after its colon; empty when what stands before it is no label."""
    head, colon, rest = "".join(run.text for run in line.runs).partition(":")
    label = labels.find(head) if colon else None
    if label is None or not rest.strip():
        return []
    first, last = line.runs[0], line.runs[-1]
    # The value keeps its links, and a mark that tells it from the label before it.
    value = replace(last, text=rest, mark=f"{last.mark}:")
    return [
        _item(line, [replace(first, text=head + colon)], label=label, evidence=2),
        _item(line, [value], continues=True),
    ]


def _item(
    line: Line, runs: Sequence[Run], *, continues: bool = False, label: Label | None = None, evidence: float = 0
) -> Item:
    text = tidy("".join(run.text for run in runs))
    if continues:
        text = text.lstrip(": ")
    return Item(line, text, tuple(runs), continues, label, evidence)


def cut_at_marks(item: Item, is_mark_of_label: Callable[[str], bool]) -> list[Item]:
    """Cut a line within which the page's own mark of a label begins a further pair."""
    cuts = [
        place
        for place, (before, run) in enumerate(pairwise(item.runs), start=1)
        if run.mark != before.mark and run.text.strip() and is_mark_of_label(run.mark)
    ]
    if not cuts or item.label or not item.line:
        return [item]
    ends = zip([0, *cuts], [*cuts, len(item.runs)], strict=True)
    return [_item(item.line, item.runs[a:b], continues=item.continues or a > 0) for a, b in ends]


def whole_lines(items: Sequence[Item]) -> list[tuple[str, list[Item]]]:
    """Put lines that were cut together again: the text of each line with the items that it was cut into."""
    lines: list[tuple[str, list[Item]]] = []
    for item in items:
        if item.line is None:
            continue
        previous = lines[-1][1] if lines else []
        if previous and item.continues and previous[-1].block is item.block:
            previous.append(item)
            text = tidy("".join(run.text for part in previous for run in part.runs))
            lines[-1] = text.lstrip(": ") if previous[0].continues else text, previous
        else:
            lines.append((item.text, [item]))
    return [(text, parts) for text, parts in lines if text]


def _lays_out_labels(table: Table, labels: LabelIndex) -> bool:
    """Tell whether a table lays out labels and values rather than rows of data."""
    if _is_data(table, labels):
        return False
    return any(_holds_label(cell, labels) for row in table.rows for cell in row)


def _holds_label(cell: Cell, labels: LabelIndex) -> bool:
    if labels.lays_out(cell.text):
        return True
    for block in cell.blocks:
        if isinstance(block, Line):
            if any(item.label and labels.lays_out(item.text) for item in _cut_line(block, labels)):
                return True
        elif _lays_out_labels(block, labels) or _is_data(block, labels):
            return True
    return False


def _is_data(table: Table, labels: LabelIndex) -> bool:
    return any(labels.is_header([cell.text for cell in row]) for row in table.rows[:3])


def _blocks_of_layout(table: Table, labels: LabelIndex) -> Iterator[Block]:
    """Give what the cells of a layout table hold, in reading order: row by row, or a value under its label."""
    rows = list(_each_cell_once(table))
    below_is_done = False
    for row, below in pairwise([*rows, []]):
        if below_is_done:
            below_is_done = False
        elif len(row) > 1 and len(row) == len(below) and _all_labels(row, labels) and not _any_label(below, labels):
            below_is_done = True
            for head, value in zip(row, below, strict=True):
                yield from (*head.blocks, *value.blocks)
        else:
            for cell in row:
                yield from cell.blocks


def _once(row: Sequence[Cell]) -> list[Cell]:
    return [cell for number, cell in enumerate(row) if cell.text and not _in(cell, row[:number])]


def _each_cell_once(table: Table) -> Iterator[list[Cell]]:
    """Give the rows of a grid with each spanning cell where it begins, and only there."""
    seen: set[int] = set()
    for row in table.rows:
        fresh = [cell for number, cell in enumerate(row) if id(cell) not in seen and not _in(cell, row[:number])]
        seen.update(map(id, row))
        yield fresh


def _in(cell: Cell, cells: Sequence[Cell]) -> bool:
    return any(cell is other for other in cells)


def _all_labels(row: Sequence[Cell], labels: LabelIndex) -> bool:
    return all(labels.find(cell.text) for cell in row)


def _any_label(row: Sequence[Cell], labels: LabelIndex) -> bool:
    return any(labels.find(cell.text) for cell in row)
