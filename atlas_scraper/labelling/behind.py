"""Labels that nobody has listed behind the content: outside the box of the known ones, and behind the last table.

A line there is a label where it stands right behind the content, in no box of its own or in one as every pair of the
page has, and is marked as the page's labels are but for the boxes around it. It is marked as they are from then on, and
the content goes on to the end of what stands below it. A foot of the page has a box or marks of its own.
"""

from collections.abc import Collection, Iterable, Sequence

from atlas_scraper.labelling.colons import reads_as_pair
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.marks import Marks, Path, common_box


def mark_labels_behind(items: Sequence[Item], found: Collection[int], around: Collection[int], marks: Marks) -> range:
    """Mark the unlisted labels right behind the content as the known ones are.

    Args:
        items: the items of the page, some of which are changed.
        found: where its labels are.
        around: the places of the items outside of the content.
        marks: how the page marks labels.

    Returns:
        The places of those labels and of what stands below them.
    """
    start = end = _end_of(found, around, len(items))
    while end < len(items) and items[end].fate is not None:  # a paginator
        end += 1
    if end == len(items) or _is_of_site(items[end]):
        return range(0)
    apart = {mark for number in found if marks.sets_apart(mark := items[number].mark)}
    told = {mark for number in found if marks.are_told_by_colon(mark := items[number].mark)}
    known = {_within_box(items[number].mark) for number in found}
    box = common_box([items[number].block.path for number in found])
    last = items[end - 1].block.path
    parent = common_box([box, last]) if last[: len(box)] != box else box[:-1]
    of_pairs, said = _marks_of_pairs(items, found), _said_below(items[:end], found)
    while end < len(items) and not _is_of_site(item := items[end]):
        depth = len(item.block.path) - len(parent)
        is_told = reads_as_pair(item.text)
        mark = _mark_alike(item, apart, is_loose=not depth) or (_mark_alike(item, told) if is_told else "")
        is_in_parent = item.block.path[: len(parent)] == parent
        is_as_deep = depth < 2 or (depth == 2 and _all_but_depth(item.mark) in of_pairs)
        if not (mark and is_in_parent and is_as_deep):
            break
        _mark_as(item, mark, is_loose=not depth)
        end = _end_of_value(items, end, known, said, box=item.block.path[:-1] if depth else parent)
    return range(start, end)


def _end_of(found: Collection[int], around: Collection[int], count: int) -> int:
    """Give the place behind the last item of the content."""
    last = max(found)
    return next((number + 1 for number in range(count - 1, last, -1) if number not in around), last + 1)


def _is_of_site(item: Item) -> bool:
    return bool(item.block.landmark) or item.has_link or item.fate is not None


def _end_of_value(
    items: Sequence[Item], label: int, known: Collection[str], said: Collection[tuple[str, int]], *, box: Path
) -> int:
    """Give the place behind the last item below a label: of its box, or as deep in others as what known labels have.

    Args:
        items: the items of the page.
        label: the place of the label.
        known: how known labels are marked within the boxes around theirs.
        said: how what stands below them is marked, and how much deeper.
        box: the box around the label's own.
    """
    end = label + 1
    for number in range(label + 1, len(items)):
        item = items[number]
        path = item.block.path
        is_of_site = _is_of_site(item) and (item.block.landmark or number > label + 1)
        if is_of_site or path[: len(box)] != box or _within_box(item.mark) in known:
            break
        deeper = len(path) - len(items[label].block.path)
        if deeper < 1 or (_box(item.mark), deeper) in said:
            end = number + 1
    return end


def _said_below(items: Sequence[Item], found: Collection[int]) -> set[tuple[str, int]]:
    """Give how what stands below known labels is marked, and in how many boxes more than its label it stands."""
    said: set[tuple[str, int]] = set()
    depth = 0
    for number, item in enumerate(items):
        if number in found:
            depth = len(item.block.path)
        elif depth:
            said.add((_box(item.mark), len(item.block.path) - depth))
    return said


def _marks_of_pairs(items: Sequence[Item], found: Iterable[int]) -> set[str]:
    """Give the marks, but for their depth, of labels that stand in a box with their value each."""
    boxes: dict[str, set[tuple[int, ...]]] = {}
    for number in found:
        boxes.setdefault(_all_but_depth(items[number].mark), set()).add(items[number].block.path[:-1])
    return {mark for mark, around in boxes.items() if len(around) > 1}


def _all_but_depth(mark: str) -> str:
    return mark.partition(":")[2]


def _within_box(mark: str) -> str:
    """Leave out of a mark all around the box in which a line stands."""
    return mark.partition(">")[2]


def _box(mark: str) -> str:
    """Give how the box in which a line stands is marked."""
    return _within_box(mark).partition(">")[0]


def _within_line(mark: str) -> str:
    """Leave out of a mark all but the stretches around it within its line."""
    return _within_box(_within_box(mark))


def _mark_alike(item: Item, marks: Iterable[str], *, is_loose: bool = False) -> str:
    """Give that of some marks which an item has but for the boxes around it, its own among them if it is loose there.

    Or nothing.
    """
    within = _within_line if is_loose else _within_box
    own = within(item.mark)
    return next((mark for mark in sorted(marks) if own and within(mark) == own), "")


def _mark_as(item: Item, mark: str, *, is_loose: bool) -> None:
    """Mark an item as standing where labels with a mark do."""
    within = _within_line if is_loose else _within_box
    around = mark.removesuffix(within(mark))
    item.mark = mark
    item.runs = tuple([run._replace(mark=f"{around}{within(run.mark)}") for run in item.runs])
