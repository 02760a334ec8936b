"""What a page says again and again beside its labels: the same words right behind most of them, or right before.

    <div><h2>Contexte</h2><button>Options</button></div><p>Un texte.</p> … <p><a href="#b">Rubrique suivante</a></p>

No author writes so beside tables, too: it is the site's, whatever its words are. Like the frame around the content it
is ignored and checked across pages. A text that is all that stands below a label may be its value, and speaks for
nothing. What stands in the same place of all texts alone (`labelling.at_texts`) is told by more.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from atlas_scraper.labelling.at_texts import said_at_texts
from atlas_scraper.labelling.buttons import repeated_buttons
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.marks import belongs_below, without_places
from atlas_scraper.labelling.signs_at_labels import signs_at_labels
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
    known = {text for text, count in counts if count >= FEWEST_IN_CHORUS and _is_known(text, labels)}
    again = {text for text, count in counts if count >= FEWEST_IN_CHORUS} - known
    if known:  # a number or a sign right behind labels on their line is no paginator, and stands in place of no rows
        places = [number for number in labelled[:-1] if items[number + 1].continues and items[number + 1].text in known]
        again |= {items[number + 1].text for number in places} - {text for text in known if labels.words.is_empty(text)}
    known = {
        before.text for label in labelled[1:] if (before := items[label - 1]).text in known and _heads(items, label)
    }
    alone = {*said_at_texts(items, labelled), *repeated_buttons(items), *_titles_of_groups(items, labelled, labels)}
    signs, of_texts = signs_at_labels(items, labelled, labels)
    alone |= signs
    places = _places_of_labels(items, labelled, labels) if again or known else []
    if not (places or alone or of_texts):
        return []  # as on nearly all pages
    said = {(items[number].text, items[number].mark) for number in alone}
    said |= _said_beside(items, places, again, known) if places else set()
    ignored: set[str] = set()
    for number, item in enumerate(items) if said or of_texts else ():  # beside a label that nobody has listed as well
        if number in alone or number in of_texts or ((item.text, item.mark) in said and _may_be_chorus(item)):
            item.ignore(BESIDE_LABELS)
            ignored.add(item.text)
    return sorted(ignored)


def _titles_of_groups(items: Sequence[Item], labelled: Sequence[int], labels: LabelIndex) -> list[int]:
    """Give the places of headings that say the same words each time, right above the first label of a group.

    <fieldset><legend>Caractéristiques</legend><label>Titre</label> … <fieldset><legend>Caractéristiques</legend> …

    Above labels within a section alone they are those of its cards.
    """
    above = [number - 1 for number in labelled if number and _is_title(items[number - 1])]
    counts = Counter([items[number].text for number in above]) if len(above) >= FEWEST_IN_CHORUS else {}
    sure = Counter([items[number].text for number in above if items[number + 1].label in labels.rank] if counts else ())
    titles = {
        text for text, count in sure.items() if count >= FEWEST_SURE_IN_CHORUS and counts[text] >= FEWEST_IN_CHORUS
    }
    if not titles:
        return []
    marks = {without_places(items[number + 1].mark) for number in above if items[number].text in titles}
    places = [number for number, item in enumerate(items[:-1]) if item.text in titles and _is_title(item)]
    return [number for number in places if without_places(items[number + 1].mark) in marks]


def _is_title(item: Item) -> bool:
    return item.line is not None and bool(item.line.is_heading) and item.label is None and item.fate is None


def _said_beside(
    items: Sequence[Item], places: Sequence[int], again: Collection[str], known: Collection[str]
) -> set[tuple[str, str]]:
    """Give what stands beside most labels of a kind: texts and their marks.

    Args:
        items: the items of the page.
        places: those that may be labels.
        again: texts that stand beside several of them.
        known: more of those, which are read in another way where they do not stand in the box of a heading.
    """
    following = {*places}
    marks = {number: without_places(items[number].mark) for number in places}
    with_text = Counter(mark for number, mark in marks.items() if number + 1 not in following)
    in_all = Counter(marks.values())
    said: set[tuple[str, str]] = set()
    for way, kinds in ((_behind, with_text), (_before, with_text), (_ahead, in_all)):
        by_text: defaultdict[str, list[_Beside]] = defaultdict(list)
        for each in way(items, places):
            text = items[each.number].text
            if text in again or (text in known and each.label != each.section and belongs_below(items, each.number)):
                by_text[text].append(each)
        for found in by_text.values():
            alike = sum(kinds[kind] for kind in {marks[each.label] for each in found})
            is_sure = sum(each.is_sure for each in found) >= FEWEST_SURE_IN_CHORUS
            is_sure = is_sure and any(_is_no_text(items[each.section].label, is_sure=each.is_sure) for each in found)
            if is_sure and len(found) >= max(FEWEST_IN_CHORUS, SHARE_OF_CHORUS * alike):
                said.update((items[each.number].text, items[each.number].mark) for each in found)
    return said


def _heads(items: Sequence[Item], label: int) -> bool:
    """Tell whether the line above a label stands in the box of the label, as the sign of a fold does."""
    return belongs_below(items, label - 1)


def _places_of_labels(items: Sequence[Item], labelled: Sequence[int], labels: LabelIndex) -> list[int]:
    """Give the places of labels: those in links, as of a menu, only where several have something below them."""
    places = [number for number in labelled if items[number].label in labels.rank and items[number].evidence.is_whole]
    linked = {number for number in places if items[number].has_link}
    below = [items[number + 1] for number in linked if number + 1 < len(items)]
    if sum(not item.has_link and item.label is None for item in below) < FEWEST_IN_CHORUS:
        return [number for number in places if number not in linked]
    return places


def _is_no_text(label: Label | None, *, is_sure: bool) -> bool:
    """Tell whether an author writes no words beside a label: texts may end alike, tables and short values do not."""
    return label is not None and (label.heads_table or (is_sure and not label.holds_prose))


def _is_known(text: str, labels: LabelIndex) -> bool:
    """Tell whether a text is read in another way: as a paginator, or as words in place of a value or of rows."""
    words = labels.words
    return words.is_pager(text) or words.is_empty(text) or words.is_no_row(text) or labels.is_column(text)


class _Beside(NamedTuple):
    """A line beside a label.

    Args:
        label: the place of the label.
        section: the place of the label in whose section the line stands.
        number: the place of the line.
        is_sure: whether something else stands in that section, so that the line is not all that it says.
    """

    label: int
    section: int
    number: int
    is_sure: bool


def _behind(items: Sequence[Item], places: Sequence[int]) -> Iterator[_Beside]:
    """Yield each label with the line right behind it."""
    following = {*places}
    for label in places:
        number = label + 1
        if number < len(items) and _may_be_chorus(items[number]):
            is_sure = number + 1 < len(items) and number + 1 not in following
            yield _Beside(label, label, number, is_sure)


def _before(items: Sequence[Item], places: Sequence[int]) -> Iterator[_Beside]:
    """Yield each label with the line that ends its section."""
    for label, following in zip(places, [*places[1:], len(items)], strict=True):
        number = following - 1
        if number > label and following < len(items) and _may_be_chorus(items[number]):
            yield _Beside(label, label, number, number - 1 > label)


def _ahead(items: Sequence[Item], places: Sequence[int]) -> Iterator[_Beside]:
    """Yield each label with the line right above it, which ends another's section: labels of a kind may share it."""
    for section, label in pairwise(places):
        number = label - 1
        if number > section and _may_be_chorus(items[number]):
            yield _Beside(label, section, number, number - 1 > section)


def _may_be_chorus(item: Item) -> bool:
    """Tell whether an item may be such words; a heading of its own heads what stands below it, such as a card."""
    line = item.line
    return line is not None and not line.is_heading and item.label is None and len(item.text) <= LONGEST_IN_CHORUS
