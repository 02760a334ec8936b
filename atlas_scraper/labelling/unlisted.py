"""Labels that nobody has listed yet.

A line marked like the known labels, as hardly any other line is, is a label too: its content is kept apart, so that the
sections around it stay clean. Text renditions have no marks; there a table with an unknown header tells its heading.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from atlas_scraper.labelling.bullets import behind_bullet, bullets_of_labels
from atlas_scraper.labelling.card_tables import is_in_cards, names_in_cards
from atlas_scraper.labelling.colons import may_be_prose
from atlas_scraper.labelling.entries import is_entry, numbers_of_headings
from atlas_scraper.labelling.heads_of_pairs import HEAD_OF_PAIRS
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.label_and_rest import cut_at_label, may_be_whole, whole_label
from atlas_scraper.labelling.labels import Label, LabelIndex, is_prose
from atlas_scraper.labelling.layout_tables import is_header
from atlas_scraper.labelling.lone_pairs import lone_pairs
from atlas_scraper.labelling.marks import Marks, belongs_below, mark_of_box, without_places
from atlas_scraper.labelling.other_marks import mark_of_row
from atlas_scraper.labelling.signs import begins_with_sign
from atlas_scraper.labelling.steps import Steps, count_steps
from atlas_scraper.labelling.subheadings import find_subheadings
from atlas_scraper.labelling.thresholds import (
    FEWEST_MARKED,
    FEWEST_OF_OTHER_MARK,
    HEADINGS_AS_VALUES,
    HEADINGS_BELOW_LABELS,
    LONGEST_UNLISTED,
    OPEN_BESIDE_CLOSED,
    SHARE_OF_OTHER_MARK,
)
from atlas_scraper.values.text import fold


@dataclass(frozen=True, eq=False)
class Unlisted:
    """A label outside the list.

    Args:
        start: its place among the items.
        text: its words.
        value: what stands beside it on its own line.
        is_marked: whether it is marked like the known labels; otherwise it is a heading, which may only head a
            group of labels and say nothing by itself.
    """

    start: int
    text: str
    value: list[Item] = field(default_factory=list)
    is_marked: bool = True


def find_unlisted(
    items: Sequence[Item], found: Mapping[Label, int], marks: Marks, labels: LabelIndex, *, keeps_headings: bool
) -> Iterator[Unlisted]:
    """Find the unlisted labels among the items of the content, from the page's marks or from its tables.

    Args:
        items: the items of the page.
        found: where its labels are.
        marks: how it marks them.
        labels: the labels, and the site's own words.
        keeps_headings: whether its rendition says of every heading that it is one, as HTML alone does.
    """
    known = {number: label for label, number in found.items()}
    steps = count_steps(items, found)
    before_tables = {place for number, item in enumerate(items) if item.table for place in (number - 2, number - 1)}
    sections = sorted(known)
    numbers = numbers_of_headings(items, sections)
    subheadings = find_subheadings(items, known)
    cards = _Cards(items, labels)
    may_head_groups = set() if keeps_headings else {number - 1 for number in known}
    pairs = lone_pairs(items, marks)
    bullets = bullets_of_labels(items, known)
    for number in _may_be_labels(items, known, before_tables | may_head_groups | pairs, marks):
        whole = items[number]
        before = bisect_right(sections, number)
        section = known[sections[before - 1]] if before else None
        # A heading that stands again as a caption is no new label.
        if whole.fate is not None or number in known or whole.line is None or (whole.label and whole.label is section):
            continue
        is_of_section = number in subheadings or (section and section.reads_itself and whole.mark == HEAD_OF_PAIRS)
        if is_of_section or (section and cards.hold(number, section, sections[before - 1 : before + 1])):
            continue
        above = items[number - 1] if number - 1 in known else None
        item = whole_label(behind_bullet(whole, bullets), marks)
        text, value = cut_at_label(item, marks)
        text = _without_stop(text, items, known) if value and text[-1:] == "." else text
        if whole.label in labels.inner or _is_no_label(text) or is_entry(item, text, numbers):
            continue
        if marks.of_form and number in marks.of_form:
            yield Unlisted(number, text.rstrip(" :"), value)
            continue
        holds_prose = section is not None and section.holds_prose
        begins_a_pair = item.continues and marks.begins_inside(item.mark)
        stands_as_value = _stands_as_value(section, above, item, steps, marks) if above and not begins_a_pair else None
        # What goes on on the line of a label is its value, wherever others stand, save where a converter joined lines.
        if stands_as_value or (above and item.continues and keeps_headings and not begins_a_pair):
            continue
        reads_itself = section is not None and section.reads_itself
        is_with_colon = (value or item.text.endswith(":")) and marks.are_told_by_colon(item.mark)
        if (
            is_with_colon
            and holds_prose
            and may_be_prose(items, number, known, marks, is_apart=stands_as_value is False)
        ):
            continue
        is_marked = not reads_itself and (
            (is_with_colon and above is None and bool(value and section and section.has_one_value and item.block.path))
            or number in pairs
            or _is_marked(item, text, value, marks, above, holds_prose=holds_prose)
            or (_is_label_element(item) and marks.labels[item.mark] > 0)
            or (stands_as_value is False and above and steps.is_label(above, item))
            or (stands_as_value is False and _begins_like_a_label(item, text, value, marks))
        )
        follows_label = above is not None
        if (
            is_marked
            or (section and _is_heading(number, items, marks, follows_label=follows_label))
            or (
                not _is_of_inner_label(number, items, labels, reads_itself=reads_itself)
                and _heads_unknown_table(number, items, labels, marks, follows_label=follows_label)
            )
            or (not keeps_headings and _may_head_a_group(number, items, known, labels))
        ):
            yield Unlisted(number, text.rstrip(" :"), value, is_marked)


def _stands_as_value(label: Label | None, above: Item, item: Item, steps: Steps, marks: Marks) -> bool | None:
    """Tell whether a line below a label is its value, by its kind or its place; `None` where neither shows it."""
    if label and label.fits and label.fits(item.text):
        return True
    is_value = steps.is_value(above, item, may_be_prose=label is not None and label.holds_prose)
    return None if is_value and _is_marked_as_others_alone(item, above, marks) else is_value


def _is_marked_as_others_alone(item: Item, above: Item, marks: Marks) -> bool:
    """Tell whether a line is marked as several known labels and no value, and the label above it is of another kind.

    The steps from that one's kind to its values say nothing then: it may be a title of texts, the line one of a fact.
    A place among siblings alone is no such mark: the first paragraph of a text has it as well.
    """
    mark = item.mark
    is_other = mark != above.mark and mark == without_places(mark) and marks.labels[mark] >= FEWEST_OF_OTHER_MARK
    is_of_labels = marks.labels[mark] >= SHARE_OF_OTHER_MARK * marks.lines[mark]
    return is_other and is_of_labels and marks.values[mark] <= 1  # the line itself was counted as one


def _without_stop(text: str, items: Sequence[Item], known: Collection[int]) -> str:
    """Leave out the full stop that parts a label from its value, where known labels have one."""
    return text.removesuffix(".") if any(items[number].text[-1:] == "." for number in known) else text


class _Cards:
    """The rows of tables that are cards, by the place of the table's label, found once for each."""

    def __init__(self, items: Sequence[Item], labels: LabelIndex) -> None:
        self._items, self._labels = items, labels
        self._names: dict[int, list[int]] = {}

    def hold(self, number: int, section: Label, bounds: Sequence[int]) -> bool:
        """Tell whether an item is in a card of a section, whose label and the next one, if any, stand at `bounds`."""
        if not section.heads_table:
            return False
        start = bounds[0]
        if start not in self._names:
            end = bounds[1] if len(bounds) > 1 else len(self._items)
            self._names[start] = names_in_cards(self._items, start, end, section, self._labels)
        return is_in_cards(self._items, number, start, self._names[start])


def _may_be_labels(
    items: Sequence[Item], known: Collection[int], before_others: Collection[int], marks: Marks
) -> list[int]:
    """Give the places where an unlisted label may stand, before any words are looked at: few lines of a page.

    It follows a known label, heads a table or a group, is a heading by the markup's word, or marked as labels are.
    """
    marked = {item.mark for item in items}
    apart = {mark for mark in marked if marks.sets_apart(mark) or may_be_whole(mark, marks)}
    told = {mark for mark in marked if mark in marks.labels and marks.are_told_by_colon(mark)}
    elements = {item.mark for item in items if item.runs and (item.runs[0].label or len(item.runs) > 1)}
    of_some_labels = {mark for mark in elements - apart if mark in marks.labels}
    by_place = {*before_others, *[number + 1 for number in known], *(marks.of_form or ())}
    return [
        number
        for number, item in enumerate(items)
        if number in by_place
        or (item.line is not None and item.line.is_heading)
        or (
            item.block.path
            and (
                item.mark in apart
                or (item.mark in told and ":" in item.text)
                or (item.mark in of_some_labels and _is_label_element(item))
                or (len(item.runs) > 1 and marks.sets_apart(mark_of_box(item.mark)))
            )
        )
    ]


def _is_no_label(text: str) -> bool:
    return len(text) > LONGEST_UNLISTED or is_prose(text) or "://" in text or not fold(text)


def _begins_like_a_label(item: Item, text: str, value: Sequence[Item], marks: Marks) -> bool:
    """Tell whether a line that stands where no value does looks like a label: marked as one, or set off by a mark."""
    if not item.block.path:
        return False
    line = item.line
    is_marked = marks.labels[item.mark] > 0 and not marks.are_told_by_colon(item.mark)
    return is_marked or bool(value) or text.endswith(":") or (line is not None and line.is_heading > 0)


def _is_label_element(item: Item) -> bool:
    """Tell whether the markup itself calls the beginning of a line a label."""
    return next((run.label > 0 for run in item.runs if run.text and not run.text.isspace()), False)


def _is_marked(  # noqa: PLR0913 - all that the page shows
    item: Item, text: str, value: Sequence[Item], marks: Marks, label_above: Item | None, *, holds_prose: bool
) -> bool:
    """Tell whether a line is marked as the page marks its labels, in every respect that the page shows."""
    above = None if item.continues else label_above
    is_apart = (
        marks.begins_inside(item.mark) if item.continues else marks.sets_apart(item.mark, is_value=above is not None)
    )
    # In text renditions the blank lines around a line mark nothing, nor does a box where a form tells labels.
    is_of_no_form = marks.of_form is not None and item.mark.endswith(">")
    if not is_apart or not item.block.path or is_of_no_form:
        return False
    is_closed = ":" in item.text[: len(text) + 5]
    shares = marks.have_values_beside(item.mark, is_closed=is_closed)
    is_of_values = bool(value) and any(map(marks.is_of_values, {value[0].mark, mark_of_row(value[0].mark)}))
    # No known label has its value beside it like this: the first words of a paragraph are in bold.
    if any(fold(part.text) for part in value) and not (shares or is_of_values):
        return False
    behind = item.text[len(text) :]
    is_parted = behind[:1] == "." or (bool(marks.sign) and begins_with_sign(behind, marks.sign))
    is_bare = value and not (is_closed or is_parted or above or is_of_values)
    if is_bare and holds_prose and (marks.sign or value[0].text[:1].islower()):
        return False
    # Here a label ends with a colon.
    return is_closed or marks.opened[item.mark] >= OPEN_BESIDE_CLOSED * marks.closed[item.mark]


def _is_heading(number: int, items: Sequence[Item], marks: Marks, *, follows_label: bool) -> bool:
    """Tell whether a line is a heading by the markup's own word, and not a value that is written as one."""
    line, mark = items[number].line, items[number].mark
    if line is None or not line.is_heading:
        return False
    if follows_label and belongs_below(items, number):
        return True
    most = HEADINGS_BELOW_LABELS if follows_label else HEADINGS_AS_VALUES
    return marks.values[mark] <= most * marks.lines[mark]


def _may_head_a_group(number: int, items: Sequence[Item], known: Mapping[int, Label], labels: LabelIndex) -> bool:
    """Tell whether a line that ends a section says what only the heading of a group does, in several words."""
    label_above, item = known.get(number - 1), items[number]
    is_only_value = label_above is not None and not label_above.holds_prose
    may_be_heading = " " in item.text and item.label is None and not item.text.endswith(":")
    return number + 1 in known and not is_only_value and may_be_heading and labels.words.is_group(item.text)


def _is_of_inner_label(number: int, items: Sequence[Item], labels: LabelIndex, *, reads_itself: bool) -> bool:
    """Tell whether a line is the value of a label within a section, on its line or where the section reads its own."""
    item = items[number]
    is_below = number > 0 and bool(item.block.path) and items[number - 1].label in labels.inner
    return is_below and (item.continues or reads_itself)


def _heads_unknown_table(
    number: int, items: Sequence[Item], labels: LabelIndex, marks: Marks, *, follows_label: bool
) -> bool:
    """Tell whether the item is the caption of a table that no section knows, or a line above it marked apart."""
    item = items[number]
    following = items[number + 1 : number + 3]
    if is_repeated := bool(following) and following[0].line is not None and fold(following[0].text) == fold(item.text):
        following = following[1:]  # the caption of the table says its heading once more
    table = following[0].table if following else None
    if table is None or any(is_header(row, labels) for row in table.rows[:3]):
        return False
    path = item.block.path
    if not path:
        return is_repeated or not follows_label
    return path[: len(table.path)] == table.path or marks.lines[item.mark] <= FEWEST_MARKED
