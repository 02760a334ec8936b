"""What on a page is the site's and not the record's: its own words, its captions once more, the frame around it.

A text is ignored only for one of three reasons: it is whole in the closed list of the site's own words; it says a
known label or caption once more; or it belongs to the frame around the content, which the markup names as a
landmark, or which stands outside the smallest box that holds the labels and what follows the last of them, or, where
a rendition has no boxes, above the breadcrumb. Nothing that reads as data is frame: no table, and no label with a
value. That the frame is frame is checked across pages, where it must not vary (`atlas_scraper.record.frame`), so its
texts are handed on; so are words beside most labels (`labelling.chorus`) and for who cannot see (`labelling.spoken`).
"""

from collections.abc import Collection, Iterable, Sequence

from atlas_scraper.blocks.document import SECTION_FOOTER, Line, PageTable
from atlas_scraper.labelling.behind import mark_labels_behind
from atlas_scraper.labelling.card_tables import names_in_cards
from atlas_scraper.labelling.ends_of_text import start_of_last_links, start_of_trail
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.layout_tables import is_header
from atlas_scraper.labelling.marks import Marks, common_box, shared_depth
from atlas_scraper.labelling.menus import has_value
from atlas_scraper.labelling.steps import is_step_to_value
from atlas_scraper.values.text import fold

_MOST_BETWEEN_NAMES = 3  # lines from one name of a column to the next in a card

AROUND = "outside the content"
OWN_WORDS = "site's own words"
ONCE_MORE = "label once more"


def ignore_frame(
    items: Sequence[Item], found: Collection[int], labels: LabelIndex, marks: Marks, *, has_boxes: bool = True
) -> list[str]:
    """Ignore what belongs to the site around the content.

    Args:
        items: the items of the page.
        found: where its labels are.
        labels: the labels, and the site's own words.
        marks: how the page marks its labels.
        has_boxes: whether its rendition keeps the boxes in which things stand.

    Returns:
        The texts ignored as frame, which no list of words vouches for.
    """
    if not found:
        return []
    found = frozenset(found)
    first, last = min(found), max(found)
    around = Content(items, found, labels).outside(items)
    around.difference_update(mark_labels_behind(items, found, around, marks))
    if not any(_is_in_landmark(items[number]) for number in found):
        around.update([number for number, item in enumerate(items) if item.block.landmark and _is_in_landmark(item)])
    if not has_boxes:
        around.update(range(start_of_trail(items, first, labels)))
        around.update(range(start_of_last_links(items, last), len(items)))
    last_word = _end_of_content(items, last, labels)
    texts: list[str] = []
    is_empty = labels.words.is_empty
    # Of a plain line of the content it is only asked whether it says that a table is empty; of an author's, nothing.
    others = [
        number
        for number, item in enumerate(items)
        if not item.is_authors or number in around or not first <= number <= last_word or _is_special(item.line)
    ]
    for number in others:
        item = items[number]
        if item.fate is not None or number in found:
            continue
        is_outside = number in around or not first <= number <= last_word
        is_plain = not (is_outside or item.has_link or _is_special(item.line))
        if not is_plain:
            is_outside = number < first or number > last_word
            texts += _ignore(items, number, found, labels, is_around=number in around, is_outside=is_outside)
        elif is_empty(item.text) and not _is_one_of_paragraphs(items, number, found):
            item.ignore("empty table")
    return texts


def _is_special(line: Line | None) -> bool:
    """Tell whether an item is a table, a heading, or the value of a form control."""
    return line is None or line.is_heading > 0 or line.is_value


def _is_one_of_paragraphs(items: Sequence[Item], number: int, found: Collection[int]) -> bool:
    """Tell whether a line is one of several below the label of a text, all of which its author wrote."""
    above = max((place for place in found if place < number), default=-1)
    label = items[above].label if above >= 0 else None
    if label is None or not label.holds_prose:
        return False
    is_first = above == number - 1
    beside = items[number + 1] if is_first and number + 1 < len(items) else items[number - 1]
    if beside.line is None or beside.line.is_heading or beside.block.landmark != items[number].block.landmark:
        return False
    if beside.mark == items[above].mark != items[number].mark:
        return False  # a label that nobody has listed
    return not is_first or (number + 1 < len(items) and number + 1 not in found)


def _is_in_landmark(item: Item) -> bool:
    """Tell whether the markup says that an item belongs to a part of the site around the content."""
    return bool(item.block.landmark) and item.block.landmark != SECTION_FOOTER


def _ignore(  # noqa: PLR0913 - where an item stands
    items: Sequence[Item], number: int, found: Collection[int], labels: LabelIndex, *, is_around: bool, is_outside: bool
) -> list[str]:
    """Ignore an item that is the site's own, and give its text where no list of words vouches for it."""
    item = items[number]
    if _says_own_words(item, labels, is_outside=is_around or is_outside):
        item.ignore(OWN_WORDS)
    elif labels.words.is_empty(item.text):
        item.ignore("empty table")
    elif item.line is not None and item.line.is_value and labels.words.is_prompt(item.text):
        item.ignore("invitation to choose")
    elif _heads_a_group(items, number, labels):
        item.ignore("group heading")
    elif is_outside and item.label in labels.rank and not _has_value(items, number):
        item.ignore(ONCE_MORE)  # an entry of a menu, or of a list of what is on the page
    elif is_around and not _reads_as_data(items, number, found, labels):
        item.ignore(item.block.landmark or AROUND)
        return [item.text]
    return []


def _says_own_words(item: Item, labels: LabelIndex, *, is_outside: bool) -> bool:
    """Tell whether an item says only what the site prints around any record; in the content, as links and headings."""
    if item.table is not None:
        cells = (cell.text for row in item.table.rows for cell in row if cell.text)
        return all(map(labels.words.is_frame, cells)) and any(cell.text for row in item.table.rows for cell in row)
    is_heading = item.line is not None and item.line.is_heading > 0
    return (
        (item.has_link and labels.words.is_action(item.runs))
        or (is_outside and (labels.words.is_frame(item.text) or not fold(item.text)))  # or a sign between two of them
        or (is_heading and labels.words.may_be_action(item.text))  # a body may be the name of a card
    )


def _reads_as_data(items: Sequence[Item], number: int, found: Collection[int], labels: LabelIndex) -> bool:
    """Tell whether an item of the frame reads as data, which no frame holds: a table, or a label with its value."""
    item = items[number]
    if item.table is not None:
        return is_data(item.table)
    before = items[number - 1] if number and number - 1 not in found else None
    if item.label in labels.rank:
        return _has_value(items, number)
    is_value = before is not None and before.label in labels.rank and before.block.landmark == item.block.landmark
    return is_value and not item.has_link and not (before and before.has_link)


def is_data(table: PageTable) -> bool:
    """Tell whether a table reads as data: rows and columns, and no more than a line in most cells."""
    rows = [row for row in table.rows if any(cell.text for cell in row)]
    cells = [cell for row in rows for cell in row if cell.text]
    return len(rows) > 1 and max(map(len, rows)) > 1 and sum(len(cell.blocks) < 2 for cell in cells) * 2 > len(cells)


def _heads_a_group(items: Sequence[Item], number: int, labels: LabelIndex) -> bool:
    """Tell whether an item is a heading over labels, of the site's own words, with nothing of its own below it."""
    line = items[number].line
    if line is None or not line.is_heading or items[number].label or not labels.words.is_group(line.text):
        return False
    following = items[number + 1] if number + 1 < len(items) else None
    return (
        following is None
        or following.label is not None
        or (following.line is not None and following.line.is_heading > 0)
    )


def _has_value(items: Sequence[Item], number: int) -> bool:
    item = items[number]
    following = items[number + 1] if number + 1 < len(items) else None
    return not item.has_link and has_value(item, following)


def _end_of_content(items: Sequence[Item], last: int, labels: LabelIndex) -> int:
    """Give the last item that can be content: behind the last label, what is not the site's own words to the end.

    What the markup says to be around the content is none either.
    """
    end, is_around = len(items) - 1, _is_in_landmark(items[last])
    while end > last and items[end].table is None:
        is_frame = labels.words.is_frame(items[end].text) and not _may_end_row(items, end, last, labels)
        if not is_frame and (is_around or not _is_in_landmark(items[end])):
            break
        end -= 1
    return end


def _may_end_row(items: Sequence[Item], number: int, last: int, labels: LabelIndex) -> bool:
    """Tell whether the name of a body may be a value: it stands behind the name of a column, or in a row of boxes."""
    item, before = items[number], items[number - 1]
    if labels.words.may_be_action(item.text) or _is_in_landmark(item):
        return False
    box = item.block.path[:-1]
    is_row = box == before.block.path[:-1] != items[last].block.path[:-1] and not labels.words.is_frame(before.text)
    return is_row or labels.is_column(before.text)


class Content:
    """The content of a page: the smallest box that holds the labels, and what follows the last of them.

    That is its value, wherever values stand, and tables, each in a box of its own perhaps, with all that stands
    between. Behind the last of them a box without a table is the foot of the page.
    """

    def __init__(self, items: Sequence[Item], found: Collection[int], labels: LabelIndex) -> None:
        *others, last = sorted(found)
        following = items[last + 1 : last + 2]
        has_value_outside = following and is_step_to_value(items, others, items[last], following[0])
        self._start = last
        self._end = last + bool(has_value_outside)
        box = common_box(items[number].block.path for number in found)
        boxes = {box}
        label = items[last].label
        names = names_in_cards(items, last, len(items), label, labels) if label and label.heads_table else []
        end = max(_end_of_cards(items, last, names, labels), _end_of_empty_table(items, last, labels))
        for number in range(last + 1, len(items)):
            if number <= end or _is_table_of_content(items[number]):
                self._end = number
                path = items[number].block.path
                if path[: len(box)] != box:
                    boxes.add(path[: shared_depth(path, box) + 1])
        boxes |= _box_of_names(items, last, names)
        self._boxes = sorted((len(box), box[-1] if box else 0) for box in boxes)  # that of the labels mostly first

    def outside(self, items: Sequence[Item]) -> set[int]:
        """Give the places of the items that are no part of the content."""
        paths = [item.block.path for item in items]
        around: Iterable[int] = range(len(items))
        for depth, box in self._boxes:
            if not depth:
                return set()
            # Asked of every item, and so not by `_is_inside`.
            around = [number for number in around if len(path := paths[number]) < depth or path[depth - 1] != box]
        return set(around).difference(range(self._start + 1, self._end + 1))

    def encloses(self, path: tuple[int, ...]) -> bool:
        """Tell whether a place in the page is within a box of the content."""
        return any(_is_inside(path, depth, box) for depth, box in self._boxes)


def _is_inside(path: tuple[int, ...], depth: int, box: int) -> bool:
    """Tell whether a place is in a box of so many around each other, by the number of the innermost."""
    # A number stands for one box only, so where it is in a path, all around it is too.
    return not depth or (len(path) >= depth and path[depth - 1] == box)


def _end_of_cards(items: Sequence[Item], last: int, names: Sequence[int], labels: LabelIndex) -> int:
    """Give the end of the rows right below the last label that are cards of lines; 0 where there are none.

    Args:
        items: the items of the page.
        last: the place of the last label.
        names: the places of the names of its columns below it.
        labels: the labels, and the names of columns.
    """
    label = items[last].label
    if label is None or not names or items[last + 1].block.landmark:
        return 0
    end = last
    for name in names:
        if name - end > _MOST_BETWEEN_NAMES or items[name].block.landmark:
            break
        end = name
    said = [name for name in names if name <= end]
    alone = [name for name in said if labels.is_column_of(label, items[name].text)]
    if len(said) < 2 or (len(alone) == len(said) == end - last):
        return 0  # names without values
    return end + (end in alone and end + 1 < len(items) and not items[end + 1].block.landmark)


def _end_of_empty_table(items: Sequence[Item], last: int, labels: LabelIndex) -> int:
    """Give the place of a table right below the last label that is no more than its header; 0 where there is none."""
    label = items[last].label
    if label is None or not label.heads_table:
        return 0
    number = next((number for number in range(last + 1, len(items)) if items[number].label is not label), last)
    table = items[number].table
    is_empty = table is not None and not table.landmark and len(table.rows) == 1 and is_header(table.rows[0], labels)
    return number if is_empty else 0


def _box_of_names(items: Sequence[Item], last: int, names: Sequence[int]) -> set[tuple[int, ...]]:
    """Give the box that holds the names of columns right below the last label, as of a grid that is no table."""
    if len(names) < 2 or names[0] - last > _MOST_BETWEEN_NAMES or items[names[0]].block.landmark:
        return set()
    box = common_box(items[name].block.path for name in names[:2])
    return set() if items[last].block.path[: len(box)] == box else {box}


def _is_table_of_content(item: Item) -> bool:
    return item.table is not None and not item.block.landmark and item.fate is None and is_data(item.table)
