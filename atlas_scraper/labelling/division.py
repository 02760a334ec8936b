"""A document divided by its labels, in stages: cut into items, labels assigned, the frame ignored, sections formed.

Each stage takes values and gives values; the only thing that changes on the way is what becomes of an item.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from atlas_scraper.blocks.document import Document
from atlas_scraper.labelling.around_values import without_words, words_around_values
from atlas_scraper.labelling.assign import assign_labels
from atlas_scraper.labelling.before_labels import without_words_before
from atlas_scraper.labelling.before_titles import ignore_numbered_captions, without_heads
from atlas_scraper.labelling.behind_panes import behind_pane
from atlas_scraper.labelling.beside import cut_beside, find_siblings, find_values_beside, leave_out_common
from atlas_scraper.labelling.bullets import behind_bullets
from atlas_scraper.labelling.buttons import OF_BUTTON, ignore_titles_once_more, part_buttons
from atlas_scraper.labelling.capitals import with_capitals
from atlas_scraper.labelling.captions import raise_captions
from atlas_scraper.labelling.chorus import ignore_chorus
from atlas_scraper.labelling.closed_entries import without_closing_signs
from atlas_scraper.labelling.colons import pairs_in_prose
from atlas_scraper.labelling.columns_of_pairs import with_values_beside
from atlas_scraper.labelling.cutting import cut_at_marks, cut_into_items
from atlas_scraper.labelling.dialogs import with_dialogs
from atlas_scraper.labelling.doubtful import settle
from atlas_scraper.labelling.excerpts import part_excerpts
from atlas_scraper.labelling.forms import cut_as_labels, form_of_labels, places_of_form
from atlas_scraper.labelling.frame import ONCE_MORE, ignore_frame
from atlas_scraper.labelling.glued import find_glued, part_glued
from atlas_scraper.labelling.helps import ignore_helps
from atlas_scraper.labelling.hidden import sort_hidden
from atlas_scraper.labelling.items import Evidence, Item
from atlas_scraper.labelling.joined_titles import part_titles
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.lists_of_labels import listed_together
from atlas_scraper.labelling.marks import Marks
from atlas_scraper.labelling.moves import ignore_links_to_labels, ignore_moves
from atlas_scraper.labelling.note_numbers import without_note_numbers
from atlas_scraper.labelling.own_names import with_shared_names
from atlas_scraper.labelling.paginator import Paginator, find_paginators
from atlas_scraper.labelling.quotes import without_quote_signs
from atlas_scraper.labelling.running_heads import ignore_running_heads
from atlas_scraper.labelling.sentences import end_of_line, is_in_table, without_sentences_in_texts
from atlas_scraper.labelling.signs import cut_at_signs, leave_out_signs
from atlas_scraper.labelling.signs_of_cells import without_signs_of_cells
from atlas_scraper.labelling.spoken import without_spoken
from atlas_scraper.labelling.tables_of_pairs import cut_tables_of_pairs
from atlas_scraper.labelling.tails import without_tails
from atlas_scraper.labelling.turned import with_labels_first
from atlas_scraper.labelling.unlisted import Unlisted, find_unlisted
from atlas_scraper.labelling.unmade import without_unmade
from atlas_scraper.labelling.words import SiteWords


@dataclass(frozen=True, slots=True)
class Division:
    """A page divided by its labels.

    Args:
        document: the page.
        labels: the labels that were sought.
        items: its items in reading order.
        found: the place among the items of each label that it has, in the page's order.
        sections: the items below each label, listed or not, up to the next one.
        above: the items above the first label.
        paginators: the paginators of its tables.
        doubtful: for each label that several lines could be, all of them.
        frame: the texts ignored as part of the frame around the content.
        pairs_in_prose: for each label below which lines of text may be labels with their values: the first of them, and
            how many more there are.
        hidden: the texts in the content that the page hides and nothing opens, and the words of buttons behind values.
        actions: what links and buttons of the site say on the lines of the items.
        listed: labels in a row in one list, where what stands behind that may be of any of them.
    """

    document: Document
    labels: LabelIndex
    items: Sequence[Item]
    found: Mapping[Label, int]
    sections: Mapping[Label | Unlisted, Sequence[Item]]
    above: Sequence[Item]
    paginators: Sequence[Paginator]
    doubtful: Mapping[Label, Sequence[int]]
    frame: Sequence[str]
    pairs_in_prose: Sequence[tuple[Label, int, int]] = ()
    hidden: Sequence[str] = ()
    actions: Sequence[Item] = ()
    listed: Sequence[Label] = ()

    @property
    def said(self) -> Sequence[Item]:
        """All that the page says, in reading order: the items, and what links and buttons say on their lines."""
        last = {item.number: place for place, item in enumerate(self.items)}
        behind: dict[int, list[Item]] = {}
        for action in self.actions:
            behind.setdefault(last.get(action.number, len(self.items) - 1), []).append(action)
        return [part for place, item in enumerate(self.items) for part in (item, *behind.get(place, ()))]


def divide(document: Document, labels: LabelIndex, *, is_bare: bool = False) -> Division:
    """Divide a page by its labels: cut, assign, frame, form sections.

    Args:
        document: the page.
        labels: the labels.
        is_bare: whether what the page puts before or behind all its labels is left out.
    """
    document = with_dialogs(without_unmade(document, labels), labels)
    document = without_spoken(without_quote_signs(document, labels), labels)
    if document.rendition != "html":
        document = part_glued(document, labels)
    else:
        document = without_signs_of_cells(document, labels)
    if document.rendition == "markdown":
        document = raise_captions(part_titles(document, labels), labels)
    cut = _cut(document, labels)
    if words := words_around_values(cut, labels):
        document = without_words(document, words)
        cut = _cut(document, labels)
    if (bare := without_note_numbers(document, cut, labels)) is not document:
        document, cut = bare, _cut(bare, labels)
    ignore_moves(cut, labels)
    ignore_links_to_labels(cut, labels)
    openers = ignore_titles_once_more(cut)
    items, actions = _left(cut)
    if heads := [*ignore_running_heads(items, labels), *ignore_helps(items)]:
        items, actions = _left(cut)
    labelled = _labelled(items)
    if not is_bare and (bare := _bare(document, items, labelled, labels)) is not document:
        return divide(bare, labels, is_bare=True)
    chorus = openers
    while beside := ignore_chorus(items, labelled, labels):  # and what stands beside labels without those words
        chorus += beside
        items, actions = _left(cut)
        labelled = _labelled(items)
    has_boxes = document.rendition != "markdown"  # what a converter writes one of shows nothing
    items = cut_at_signs(with_values_beside(items, labelled, labels), labels)
    items, found, marks = _assign(with_labels_first(items, labels) if has_boxes else items, labels)
    chorus += leave_out_common(items)
    found, doubtful = settle(items, without_sentences_in_texts(items, found))
    heads += ignore_numbered_captions(items, found, labels)
    paginators = find_paginators(items, labels)
    _ignore(paginators)
    frame = ignore_frame(items, found.values(), labels, marks, has_boxes=has_boxes)
    hidden, around = sort_hidden(document.hidden, items, found.values(), labels)
    hidden = [*hidden, *dict.fromkeys(item.text for item in actions if item.by == OF_BUTTON)]
    sections = _form_sections(items, found, marks, labels, keeps_headings=document.rendition == "html")
    above = items[: min((_place(label, found) for label in sections), default=len(items))]
    pairs = pairs_in_prose(items, found, sections, marks)
    is_text = document.rendition != "html"
    pairs += find_glued(found, sections, labels) if is_text else []
    listed = listed_together(items, found, sections) if is_text else []
    frame = [*heads, *chorus, *frame, *around]
    return Division(
        document, labels, items, found, sections, above, paginators, doubtful, frame, pairs, hidden, actions, listed
    )


def _bare(document: Document, items: Sequence[Item], labelled: Sequence[int], labels: LabelIndex) -> Document:
    """Leave what a page puts before or behind all its labels out of them."""
    bare = without_words_before(without_heads(document, items, labelled, labels), items, labelled, labels)
    return without_tails(bare, items, labelled, labels)


def _cut(document: Document, labels: LabelIndex) -> Sequence[Item]:
    """Cut a page into items, those that only its links and buttons say among them."""
    items = without_closing_signs(cut_tables_of_pairs(cut_into_items(document.blocks, labels), labels), labels)
    items = part_excerpts(items)
    return part_buttons(behind_bullets(items, labels)) if document.rendition == "html" else items


def _labelled(items: Sequence[Item]) -> list[int]:
    """Give the places of the items that could be labels."""
    return [number for number, item in enumerate(items) if item.label is not None]


def _left(cut: Sequence[Item]) -> tuple[Sequence[Item], Sequence[Item]]:
    """Give those items that are not ignored yet, and those that are."""
    ignored = [item for item in cut if item.fate is not None]
    return [item for item in cut if item.fate is None] if ignored else cut, ignored


def _assign(items: Sequence[Item], labels: LabelIndex) -> tuple[list[Item], dict[Label, int], Marks]:
    """Choose the labels among items; cut those again where their mark begins a further pair in a line."""
    items = list(items)
    found, marks = assign_labels(items, labels)
    if with_shared_names(items, found.values()):
        found, marks = assign_labels(items, labels)
    if besides := find_siblings(items, found.values()) | find_values_beside(items, labels.inner):
        items = [
            part for number, item in enumerate(items) for part in (cut_beside(item) if number in besides else [item])
        ]
        found, marks = assign_labels(items, labels)
    if any(marks.inside.values()):
        cut = [part for item in items for part in cut_at_marks(item, marks.begins_inside)]
        if len(cut) > len(items):
            found, marks = assign_labels(cut, labels)
            items = cut
    if with_capitals(items, found, marks):
        found, marks = assign_labels(items, labels)
    if form := form_of_labels(items, found.values()):
        items = cut_as_labels(items, found, form)
        found, marks = assign_labels(items, labels)
        marks.of_form = places_of_form(items)
    marks.sign = leave_out_signs(items, frozenset(found.values()), labels)
    return items, found, marks


def _ignore(paginators: Sequence[Paginator]) -> None:
    for paginator in paginators:
        for item in paginator.items:
            if item.fate is None:
                item.ignore("paginator")


def _form_sections(
    items: Sequence[Item], found: Mapping[Label, int], marks: Marks, labels: LabelIndex, *, keeps_headings: bool
) -> dict[Label | Unlisted, Sequence[Item]]:
    """Give each label, known or not, the items up to the next one."""
    starts: list[tuple[int, Label | Unlisted]] = [(number, label) for label, number in found.items()]
    if found:
        further = find_unlisted(items, found, marks, labels, keeps_headings=keeps_headings)
        starts += [(unlisted.start, unlisted) for unlisted in further]
    starts.sort(key=lambda start: start[0])
    following = [number for number, _ in starts[1:]] + [len(items)]
    for (number, label), end in zip(tuple(starts), following, strict=False):
        if isinstance(label, Label) and not label.heads_table and (behind := behind_pane(items, number, end, marks)):
            starts.append((behind.start, behind))
    starts.sort(key=lambda start: start[0])
    sections: dict[Label | Unlisted, Sequence[Item]] = {}
    ends = [number for number, _ in starts[1:]] + [len(items)]
    for place, ((number, label), end) in enumerate(zip(starts, ends, strict=False)):
        sections[label] = items[number + 1 : end]
        if isinstance(label, Label) and label.is_sentence and place:
            _leave_table(items, starts[place - 1], starts[place], sections, labels)
        if isinstance(label, Label):
            items[number].take(label.field)
            if label.heads_table:
                _ignore_captions(label, sections[label], labels.words)
    return sections


def _leave_table(
    items: Sequence[Item],
    above: tuple[int, Label | Unlisted],
    sentence: tuple[int, Label | Unlisted],
    sections: dict[Label | Unlisted, Sequence[Item]],
    labels: LabelIndex,
) -> None:
    """Leave what stands below a statement to the table in the midst of which it stands, if it does."""
    heading, label = above
    number, statement = sentence
    if isinstance(label, Label) and is_in_table(items, number, heading, label, labels):
        size = end_of_line(items, number) - number - 1
        sections[label] = [*sections[label], *sections[statement][size:]]
        sections[statement] = sections[statement][:size]


def _ignore_captions(label: Label, items: Sequence[Item], words: SiteWords) -> None:
    """Ignore the number of a table's rows behind its label, and the label's words once more."""
    if items and items[0].fate is None and items[0].continues and words.row_count.fullmatch(items[0].text):
        items[0].ignore("row count")
    for item in items:
        if item.fate is None and item.label is label and (item.evidence.is_whole or item.evidence is Evidence.NUMBERED):
            item.ignore(ONCE_MORE)


def _place(label: Label | Unlisted, found: Mapping[Label, int]) -> int:
    return found[label] if isinstance(label, Label) else label.start
