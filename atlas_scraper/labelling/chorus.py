"""What a page says again and again beside its labels: the same words right behind most of them, or right before.

    <div><h2>Contexte</h2><button>Options</button></div><p>Un texte.</p> … <p><a href="#b">Rubrique suivante</a></p>

No author writes so beside tables, too: it is the site's, whatever its words are. Like the frame around the content it
is ignored and checked across pages. A text that is all that stands below a label may be its value, and speaks for
nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.marks import without_places
from atlas_scraper.labelling.thresholds import (
    FEWEST_IN_CHORUS,
    FEWEST_SURE_IN_CHORUS,
    LONGEST_IN_CHORUS,
    SHARE_OF_CHORUS,
)

BESIDE_LABELS = "beside most labels"


def ignore_chorus(items: Sequence[Item], labelled: Sequence[int], labels: LabelIndex) -> list[str]:
    """Ignore what stands beside most labels of a kind, and give its texts.

    Args:
        items: the items of the page.
        labelled: the places of those that could be labels.
        labels: the labels, and the site's own words.
    """
    beside = [item.text for number in labelled[1:] if (item := items[number - 1]).label is None]
    behind = [items[number + 1] for number in labelled if number + 1 < len(items)]
    beside += [item.text for item in behind if item.label is None]
    counts = Counter(beside).items() if len(beside) > len({*beside}) + 1 else ()
    again = {text for text, count in counts if count >= FEWEST_IN_CHORUS and not _is_known(text, labels)}
    places = [number for number in labelled if _may_be_label(items[number], labels)] if again else []
    if not places:
        return []  # as on nearly all pages
    following = {*places}
    marks = {number: without_places(items[number].mark) for number in places}
    kinds = Counter(mark for number, mark in marks.items() if number + 1 not in following)
    said: set[tuple[str, str]] = set()  # texts and their marks
    for way in (_behind(items, places), _before(items, places)):
        by_text: defaultdict[str, list[tuple[int, int, bool]]] = defaultdict(list)
        for label, number, is_sure in way:
            by_text[items[number].text].append((label, number, is_sure))
        for text, found in by_text.items():
            alike = sum(kinds[kind] for kind in {marks[label] for label, _, _ in found})
            is_sure = sum(is_sure for _, _, is_sure in found) >= FEWEST_SURE_IN_CHORUS
            is_sure = is_sure and any(_is_no_text(items[label].label, is_sure=sure) for label, _, sure in found)
            if text in again and is_sure and len(found) >= max(FEWEST_IN_CHORUS, SHARE_OF_CHORUS * alike):
                said.update((text, items[number].mark) for _, number, _ in found)
    for item in items if said else ():  # beside a label that nobody has listed as well
        if (item.text, item.mark) in said and _may_be_chorus(item):
            item.ignore(BESIDE_LABELS)
    return sorted({text for text, _ in said})


def _may_be_label(item: Item, labels: LabelIndex) -> bool:
    return item.label in labels.rank and item.evidence.is_whole and not item.has_link


def _is_no_text(label: Label | None, *, is_sure: bool) -> bool:
    """Tell whether an author writes no words beside a label: texts may end alike, tables and short values do not."""
    return label is not None and (label.heads_table or (is_sure and not label.holds_prose))


def _is_known(text: str, labels: LabelIndex) -> bool:
    """Tell whether a text is read in another way: as a paginator, or as words in place of a value or of rows."""
    words = labels.words
    return words.is_pager(text) or words.is_empty(text) or words.is_no_row(text) or labels.is_column(text)


def _behind(items: Sequence[Item], places: Sequence[int]) -> Iterator[tuple[int, int, bool]]:
    """Yield each label with the line right behind it, and whether something else follows that before the next label."""
    following = {*places}
    for label in places:
        number = label + 1
        if number < len(items) and _may_be_chorus(items[number]):
            yield label, number, number + 1 < len(items) and number + 1 not in following


def _before(items: Sequence[Item], places: Sequence[int]) -> Iterator[tuple[int, int, bool]]:
    """Yield each label with the line that ends its section, and whether something else stands before that."""
    for label, following in zip(places, [*places[1:], len(items)], strict=True):
        number = following - 1
        if number > label and following < len(items) and _may_be_chorus(items[number]):
            yield label, number, number - 1 > label


def _may_be_chorus(item: Item) -> bool:
    """Tell whether an item may be such words; a heading of its own heads what stands below it, such as a card."""
    line = item.line
    return line is not None and not line.is_heading and item.label is None and len(item.text) <= LONGEST_IN_CHORUS
