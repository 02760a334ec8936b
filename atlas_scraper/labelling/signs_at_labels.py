"""Signs without a letter that a page draws at its labels and texts, on lines of their own: no words of an author's.

    <div><div>»</div>Contexte</div>        <div><h3>Contexte</h3><span>+</span></div><div><p>Un texte.</p></div>
    <p>Un texte.</p><p><a href="#top">↑</a></p>        <div>“<p>Un texte.</p>”</div>

They stand in the box of a label, as the arrow that opens its pane does, can be pressed, or begin or end several texts.
A sign in the midst of a text is its author's. One that is ticked or crossed answers what stands below it, and one in
place of a value stands for that.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from unicodedata import category

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.marks import belongs_above, belongs_below, without_places
from atlas_scraper.labelling.thresholds import FEWEST_SIGNED, LONGEST_SIGN
from atlas_scraper.values.choices import begins_choice, is_crossed

_UNITS = "%‰°"
_CURRENCY = "Sc"


def signs_at_labels(items: Sequence[Item], labelled: Sequence[int], labels: LabelIndex) -> tuple[set[int], set[int]]:
    """Give the places of such signs: those of labels, which others have as well, and those of texts.

    Args:
        items: the items of the page.
        labelled: the places of those that could be labels.
        labels: the labels.
    """
    places = [number for number in labelled if items[number].label in labels.rank and items[number].evidence.is_whole]
    sections = [*pairwise([*places, len(items)])]
    above = [start + 1 for start, end in sections if end > start + 2 and _is_sign(items[start + 1])]
    below = [end - 1 for start, end in sections if end > start + 1 and _is_sign(items[end - 1])]
    if not (above or below or (places and places[0] and _is_sign(items[places[0] - 1]))):
        return set(), set()  # as on nearly all pages
    of_texts = {start: end for start, end in sections if _holds_text(items[start].label)}
    of_tables = [place for start, end in sections if _heads_table(items[start].label) for place in (start + 1, end - 1)]
    steps = {number for number in (*above, *below) if labels.words.is_pager(items[number].text)}
    # Beside a table the steps of its paginator are its own, and of each text all but its first and last line.
    heads = [number for number in above if number - 1 in of_texts or (number in of_tables and number not in steps)]
    led_on = {number for number in steps if _is_pressed(items[number])}
    ends = [end - 1 for start, end in of_texts.items() if end > start + 2 and end - 1 in {*below} - led_on]
    found = {number for number in heads if belongs_above(items, number) or _is_pressed(items[number])}
    found.update(_in_boxes_below(items, places))
    pressed = (number for number in ends if _is_pressed(items[number]))
    return found - steps.intersection(of_tables), {*pressed, *_repeated(items, heads), *_repeated(items, ends)}


def _is_sign(item: Item) -> bool:
    is_alone = len(item.text) <= LONGEST_SIGN and item.label is None and not item.continues
    return is_alone and item.line is not None and not item.line.is_heading and not any(map(_says_something, item.text))


def _says_something(letter: str) -> bool:
    """Tell whether a letter, a digit or the sign of a unit says something by itself."""
    return letter.isalnum() or letter in _UNITS or category(letter) == _CURRENCY


def _holds_text(label: Label | None) -> bool:
    return label is not None and label.holds_prose


def _heads_table(label: Label | None) -> bool:
    return label is not None and label.heads_table


def _in_boxes_below(items: Sequence[Item], places: Sequence[int]) -> Iterator[int]:
    """Yield the places of signs in the box of the label below them that answer nothing, and stand for no value.

    Where other labels so marked have words there, it is the place of values.
    """
    inside = [number - 1 for number in places if number and not items[number].continues]
    inside = [number for number in inside if belongs_below(items, number)]
    of_values = {without_places(items[number + 1].mark) for number in inside if not _is_sign(items[number])}
    for number in inside:
        sign, label = items[number], items[number + 1]
        may_answer = begins_choice(sign.text) or is_crossed(sign.text)
        if _is_sign(sign) and not may_answer and without_places(label.mark) not in of_values:
            yield number


def _is_pressed(item: Item) -> bool:
    return all(run.interactive for run in item.runs if run.text.strip())


def _repeated(items: Sequence[Item], places: Collection[int]) -> Iterator[int]:
    """Yield the places of signs that several texts begin with, or end with."""
    counts = Counter([items[number].text for number in places])
    yield from (number for number in places if counts[items[number].text] >= FEWEST_SIGNED)
