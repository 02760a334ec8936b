"""The blocks of a page, cut where a label ends and its value begins.

A label and its value may share a line (`<b>Titre</b> Inn'O`, `Titre : Inn'O`), several pairs may share one, a
line break may stand within a label, and a table may do no more than lay out pairs. Each becomes a sequence of
`Item`s. A cut that turns out to be no label is undone when the text is read, so that prose stays whole.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from atlas_scraper.blocks.document import Block, Line, Run
from atlas_scraper.labelling.items import Item, item_of, text_of
from atlas_scraper.labelling.labels import LONGEST_LABEL, Label, LabelIndex
from atlas_scraper.labelling.layout_tables import (
    blocks_of_layout,
    lays_out_labels,
    split_actions,
    title_of,
    with_space,
    without_actions,
)


def cut_into_items(blocks: Iterable[Block], labels: LabelIndex) -> list[Item]:
    """Cut the blocks of a document into items."""

    def holds_label(line: Line) -> bool:
        return any(item.label and labels.lays_out(item.text) for item in _cut_line(line, labels))

    items: list[Item] = []
    for block in _join_broken_labels(blocks, labels):
        if isinstance(block, Line):
            items += _cut_line(block, labels)
        elif lays_out_labels(block, labels, holds_label):
            items += cut_into_items(blocks_of_layout(block, labels), labels)
        else:
            table = without_actions(block)
            title, rows = title_of(table, labels)
            items += cut_into_items(title, labels)
            items.append(Item(table._replace(rows=rows), table.text))
    return items


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
    runs = (run for line in lines for run in with_space(line))
    return lines[0]._replace(text=" ".join(line.text for line in lines), runs=tuple(runs))


def _cut_line(line: Line, labels: LabelIndex) -> list[Item]:
    content, actions = split_actions(line.runs)
    if actions and text_of(content):
        chrome = Item(line, text_of(actions), fate="ignored", by="site chrome")
        return [*_cut_line(line._replace(runs=content, text=text_of(content)), labels), chrome]
    whole = None if line.is_value else labels.find(line.text)
    if whole or line.is_value:
        is_numbered = line.text[0].isdigit()  # a heading of a list in prose is, too
        return [item_of(line, line.runs, label=whole, evidence=2 if is_numbered else 3)]
    return _cut_at_runs(line, labels) or _cut_at_colon(line, labels) or [item_of(line, line.runs)]


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
        # What else stands in the element of a label, such as a word of help, is no value.
        while end < len(runs) and runs[begin].label and runs[end].label == runs[begin].label:
            end += 1
        before = runs[start:begin]
        is_first = not items and not any(run.text.strip() for run in before)
        if before and not is_first:
            items.append(item_of(line, before, continues=start > 0))
        evidence = 3 if is_first else 1
        items.append(item_of(line, runs[begin:end], continues=not is_first, label=label, evidence=evidence))
        start = begin = end
    if not items:
        return []
    if start < len(runs):
        items.append(item_of(line, runs[start:], continues=True))
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
    value = last._replace(text=rest, mark=f"{last.mark}:")
    return [
        item_of(line, [first._replace(text=head + colon)], label=label, evidence=2),
        item_of(line, [value], continues=True),
    ]


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
    return [item_of(item.line, item.runs[a:b], continues=item.continues or a > 0) for a, b in ends]
