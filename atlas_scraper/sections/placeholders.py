"""Words that a page says in place of any value it lacks, and that nobody has listed: `à compléter`, `xxx`.

The same words stand where a year or a date is asked, or are two levels of a theme that nobody knows, and are the whole
of another field, too: nothing is both. Or they are one such level, and the whole of two other fields. What stands for
an address of the post counts as such a level. What the page says only there stays, with its issue.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.sections import convention_year, other_themes, post, start_year, status, theme
from atlas_scraper.sections.post_lines import EMAIL
from atlas_scraper.values.emails import read_email
from atlas_scraper.values.text import fold
from atlas_scraper.values.themes import is_theme

_ASK_NUMBERS = (convention_year.LABEL, start_year.LABEL, status.END)
_LONGEST = 40  # characters
_FEWEST_FIELDS = 3  # with the words, of which one is a theme that nobody knows, or asks an address


def leave_out_placeholders(reader: SectionReader) -> None:
    """Leave out of the sections of a page what it says in place of any value, and tell the reader those words."""
    values = dict(_values(reader))
    sure = {fold(text) for label in _ASK_NUMBERS if (text := values.get(label)) and _is_misfit(label, text)}
    levels = [text for label in theme.LEVELS if (text := values.get(label))]
    levels = [fold(text) for text in levels if not any(is_theme(text, level) for level in range(len(theme.LEVELS)))]
    asked = [*levels, *_not_addresses(reader)]
    sure.update(text for text in asked if asked.count(text) > 1)
    if not (sure or asked):
        return  # as on nearly all pages
    places = _places_of(reader, {*sure, *asked})
    words = frozenset(text for text, fields in places.items() if len(fields) >= (2 if text in sure else _FEWEST_FIELDS))
    reader.placeholders = words
    for label, items in reader.division.sections.items() if words else ():
        if isinstance(label, Label) and not (label.holds_prose and len(items) > 1):
            _ignore(items, words)


def _ignore(items: Sequence[Item], words: Collection[str]) -> None:
    for item in items:
        if item.fate is None and item.line is not None and fold(item.text) in words:
            item.ignore("in place of a value")


def _values(reader: SectionReader) -> Iterator[tuple[Label, str]]:
    """Yield the labels below which nothing but a short text stands, and the text."""
    for label in (*_ASK_NUMBERS, *theme.LEVELS):
        items = [item for item in reader.division.sections.get(label, ())[:2] if item.fate is None]
        if len(items) == 1 and items[0].line is not None and len(items[0].text) <= _LONGEST:
            yield label, items[0].text


def _not_addresses(reader: SectionReader) -> Iterator[str]:
    """Yield what stands behind the label of an e-mail of the post, folded, where it is none."""
    for label, item in pairwise(reader.division.sections.get(post.LABEL, ())):
        is_asked = label.label is EMAIL and item.label is None and item.line is not None and item.fate is None
        if is_asked and len(item.text) <= _LONGEST and read_email(item.text) is None and (words := fold(item.text)):
            yield words


def _is_misfit(label: Label, text: str) -> bool:
    """Tell whether a text says nothing of a year or a date where one is asked."""
    return bool(label.fits and not label.fits(text)) and bool(fold(text)) and not any(map(str.isdigit, text))


def _places_of(reader: SectionReader, wanted: Collection[str]) -> dict[str, set[str]]:
    """Give for each of some folded texts the fields in which it is a whole value or cell; all themes are one field."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for label, items in reader.division.sections.items():
        if not isinstance(label, Label):
            continue
        field = other_themes.LABEL.field if label in theme.LEVELS else label.field
        for item in items:
            for text in _texts(item):
                if len(text) <= _LONGEST and (words := fold(text)) in wanted:
                    places[words].add(field)
    return places


def _texts(item: Item) -> list[str]:
    if item.table is None:
        return [item.text]
    return [cell.text for row in item.table.rows for cell in row]
