"""What opens over a page: part of its content where it holds a label that stands nowhere else, or stands behind one.

    <button onclick="d.showModal()">Contexte</button><dialog id="d"><h2>Contexte</h2><p>Un texte.</p></dialog>

All else that opens is the site's, such as its advice of cookies, and stays hidden where it is closed; what says more
of a label than the page does, behind a button of the content, is kept as unread. What opens a part of the content is
no text of the part above it.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby, takewhile
from typing import NamedTuple

from atlas_scraper.blocks.document import (
    DESCRIPTION,
    SECTION_FOOTER,
    Block,
    Cell,
    Document,
    Line,
    with_blocks,
    with_cells,
)
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.dialogs_of_pairs import dialogs_of_pairs, is_button, value_before
from atlas_scraper.labelling.items import Evidence, Item
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.marks import without_places
from atlas_scraper.labelling.thresholds import FEWEST_DIALOGS_ALIKE, SHARE_OF_DIALOGS
from atlas_scraper.values.text import fold


class _Stretch(NamedTuple):
    """Items that follow each other in one dialog, or in none (0)."""

    box: int
    items: list[Item]


class _Behind(NamedTuple):
    """A dialog right behind a label.

    Args:
        box: its number.
        start: how its first line is marked.
        has_others: whether it holds other labels.
        is_last: whether nothing else stands below that label.
        is_opened: whether a button stands in between.
    """

    box: int
    start: str
    has_others: bool
    is_last: bool
    is_opened: bool


def with_dialogs(document: Document, labels: LabelIndex) -> Document:
    """Give a page with what of its dialogs is content, and without the others that are closed."""
    if not document.dialogs:
        return document
    boxes = frozenset(dialog.box for dialog in document.dialogs)
    items = cut_into_items(document.blocks, labels)
    parts = [_Stretch(box, list(each)) for box, each in groupby(items, lambda item: _box_of(item.block.path, boxes))]
    outside = {item.label for part in parts if not part.box for item in part.items if not item.has_link}
    behind, alone = _behind_labels(parts, labels)
    content = _with_own_label(parts, labels, outside) | behind
    content |= _alike(parts, content)
    content |= dialogs_of_pairs(parts, content, labels)
    closed = frozenset(each.box for each in document.dialogs if not each.is_open and each.box not in content)
    doubtful = _doubtful_openers(parts, content, labels)
    openers = [line for line in _openers(parts, content) if line.path]
    left_out = frozenset(map(id, openers))
    blocks = tuple(_kept(document.blocks, _Kept(boxes, content, closed, left_out)))
    unseen = [line for dialog in document.dialogs if dialog.box in closed for line in dialog.unseen]
    more = frozenset(_with_more(parts, labels, outside)) | _behind_values(parts, labels)
    unseen = [line._replace(landmark="") if _may_be_content(line, more, alone) else line for line in unseen]
    unseen += [
        line._replace(landmark="", is_value=True) if id(line) in doubtful else line._replace(landmark="dialog")
        for line in openers
    ]
    hidden = sorted((*document.hidden, *unseen), key=lambda line: line.block)
    return document._replace(blocks=blocks, hidden=tuple(hidden))


def _box_of(path: Sequence[int], boxes: Collection[int]) -> int:
    """Give the innermost of some boxes in which a place is; 0 for none."""
    return next((number for number in reversed(path) if number in boxes), 0)


def _is_title(item: Item, labels: LabelIndex) -> bool:
    return item.label in labels.rank and item.evidence.is_whole


def _with_own_label(parts: Sequence[_Stretch], labels: LabelIndex, outside: Collection[Label | None]) -> set[int]:
    """Give the dialogs that hold a label that stands nowhere outside them, save on what opens something.

    It is their title, or they stand behind what opens them; else they may hold anything, such as a form.
    """
    return {
        part.box
        for before, part in zip([None, *parts], parts, strict=False)
        if part.box
        for number, item in enumerate(item for item in part.items if not item.has_link)
        if item.label in labels.rank
        and item.label not in outside
        and (_is_behind_button(before) or (number == 0 and item.evidence is Evidence.WHOLE))
    }


def _may_be_content(line: Line, more: AbstractSet[int], alone: AbstractSet[int]) -> bool:
    """Tell whether what a dialog says stays in the content: more of a label, or all that is said of a described one."""
    return not more.isdisjoint(line.path) or (line.landmark == DESCRIPTION and not alone.isdisjoint(line.path))


def _behind_labels(parts: Sequence[_Stretch], labels: LabelIndex) -> tuple[set[int], set[int]]:
    """Give the dialogs right behind labels, where nothing else follows most of those: no help for what follows.

    A single one may be the site's, below a label without a value; a button in between opens it. It is given apart. One
    that holds other labels may be a form; but a text says them, too: among lines marked alike that are none, or in a
    dialog that begins as others behind labels.
    """
    found: list[_Behind] = []
    for number, part in enumerate(parts):
        before = parts[number - 1].items if number else []
        label = next((item for item in reversed(before) if not is_button(item) or item.label is not None), None)
        if not part.box or label is None or parts[number - 1].box or not _is_title(label, labels):
            continue
        if value_before(parts[number - 1].items, labels):
            continue
        others = _holds_others(part.items, label, labels)
        following = parts[number + 1].items[0] if number + 1 < len(parts) else None
        is_last = following is None or following.label is not None or bool(following.line and following.line.is_heading)
        start = without_places(part.items[0].mark)
        found.append(_Behind(part.box, start, others, is_last or is_button(following), is_button(before[-1])))
    sure = [each for each in found if not each.has_others]
    are_content = sum(each.is_last for each in sure) >= SHARE_OF_DIALOGS * len(sure)
    are_content &= any(each.is_opened for each in sure) or len(sure) >= FEWEST_DIALOGS_ALIKE
    if not are_content:
        return set(), {each.box for each in sure if each.is_last} if len(sure) == 1 else set()
    starts = {each.start for each in sure}
    return {each.box for each in found if not each.has_others or (each.is_last and each.start in starts)}, set()


def _holds_others(items: Sequence[Item], label: Item, labels: LabelIndex) -> bool:
    """Tell whether a dialog behind a label holds other labels, which are no lines of a text."""
    others = [item for item in items if item.label in labels.rank and item.label is not label.label]
    if not others:
        return False
    lines = {item.mark for item in items if item.label is None and item.line is not None and not item.continues}
    return any(without_places(item.mark) not in map(without_places, lines) for item in others)


def _alike(parts: Sequence[_Stretch], content: Collection[int]) -> set[int]:
    """Give the dialogs that begin as most that are content do, or, behind a button, as one: of labels not listed."""
    firsts = [
        (part.box, without_places(part.items[0].mark), 1 if _is_behind_button(before) else FEWEST_DIALOGS_ALIKE)
        for before, part in zip([None, *parts], parts, strict=False)
        if part.box
    ]
    marks = Counter(mark for box, mark, _ in firsts if box in content)
    return {box for box, mark, fewest in firsts if marks[mark] >= fewest}


def _doubtful_openers(parts: Sequence[_Stretch], content: Collection[int], labels: LabelIndex) -> frozenset[int]:
    """Give, by their identity, the lines of what may open a dialog or be a value, or end the text above as links do."""
    values: list[Line] = []
    links: list[Line] = []
    for before, part in zip([None, *parts], parts, strict=False):
        if part.box in content and before and not before.box and (line := before.items[-1].line):
            values += [line] if value_before(before.items, labels) else []
            links += [line] if _ends_text(before.items) else []
    return frozenset(map(id, values + (links if len(links) < FEWEST_DIALOGS_ALIKE else [])))


def _ends_text(items: Sequence[Item]) -> bool:
    """Tell whether items end in a link that leads nowhere, below another line."""
    leads = is_button(items[-1]) and all(run.href is not None for run in items[-1].runs if run.text.strip())
    return leads and len(items) > 1 and items[-2].label is None and not is_button(items[-2])


def _openers(parts: Sequence[_Stretch], content: Collection[int]) -> Iterator[Line]:
    """Yield the lines of buttons that open what is content: right before it, or with the words of its first line.

    So are such headings of several dialogs, which say the words of the button before them and no label.
    """
    titles = {_title(part.items) for part in parts if part.box in content}
    yield from _titles_of_openers(parts, content)
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        rest = list(part.items) if not part.box else []
        for item in rest:
            if is_button(item) and fold(item.text) in titles and item.line is not None:
                yield item.line
        while following and following.box in content and rest and is_button(item := rest.pop()):
            if item.line is not None and fold(item.text) not in titles and item.label is None:
                yield item.line


def _titles_of_openers(parts: Sequence[_Stretch], content: Collection[int]) -> list[Line]:
    found: list[Line] = []
    for before, part in zip([None, *parts], parts, strict=False):
        title = next((item for item in part.items if not is_button(item)), None)
        if part.box in content and before and title and title.label is None and title.line and title.line.is_heading:
            buttons = takewhile(is_button, reversed(before.items))
            found += [title.line for button in buttons if fold(button.text) == fold(title.text)][:1]
    counts = Counter(line.text for line in found)
    return [line for line in found if counts[line.text] > 1]


def _behind_values(parts: Sequence[_Stretch], labels: LabelIndex) -> frozenset[int]:
    """Give the dialogs behind what may be the value of the label above it, or open its value."""
    both = zip([None, *parts], parts, strict=False)
    return frozenset(part.box for before, part in both if part.box and before and value_before(before.items, labels))


def _with_more(parts: Sequence[_Stretch], labels: LabelIndex, outside: Collection[Label | None]) -> Iterator[int]:
    """Yield the dialogs that say more of a label: behind a button that opens them, or once of one that is not shown."""
    for before, part in zip([None, *parts], parts, strict=False):
        said = Counter(item.label for item in part.items if item.label in labels.rank and not item.has_link)
        is_once = any(count == 1 and label not in outside for label, count in said.items())
        if part.box and said and (_is_behind_button(before) or is_once):
            yield part.box


def _is_behind_button(before: _Stretch | None) -> bool:
    return before is not None and is_button(before.items[-1])


def _title(items: Sequence[Item]) -> str:
    return next((fold(item.text) for item in items if not is_button(item)), "")


class _Kept(NamedTuple):
    boxes: Collection[int]
    content: Collection[int]
    closed: Collection[int]
    left_out: Collection[int]


def _kept(blocks: Sequence[Block], what: _Kept) -> Iterator[Block]:
    """Yield blocks without what is left out, and what is content as such, in the cells of tables as well."""
    for block in blocks:
        box = _box_of(block.path, what.boxes)
        if id(block) in what.left_out or box in what.closed:
            continue
        if box in what.content and block.landmark != SECTION_FOOTER:
            block = block._replace(landmark="")  # noqa: PLW2901 - the same block
        if isinstance(block, Line) or block.plain is not None:
            yield block
        else:
            yield with_cells(block, lambda cell: _kept_cell(cell, what))


def _kept_cell(cell: Cell, what: _Kept) -> Cell:
    blocks = tuple(_kept(cell.blocks, what))
    return cell._replace(blocks=blocks) if len(blocks) == len(cell.blocks) else with_blocks(cell, blocks)
