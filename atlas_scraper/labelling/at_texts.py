"""What a page says at the head or the foot of all its texts, and nowhere else: `Temps de lecture : 2 minutes`.

    <h3>Contexte</h3><button>Écouter</button><p>Un texte.</p> … <h3>Historique</h3><button>Écouter</button><p>Deux.</p>

An author may begin or end several texts alike. So it is the page's only where it is a button or a link, or marked as
no other line of the page is; numbers in it may vary.
"""

import re
from collections.abc import Iterator, Sequence

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.marks import without_places
from atlas_scraper.labelling.thresholds import FEWEST_IN_CHORUS, LONGEST_IN_CHORUS
from atlas_scraper.values.text import fold

_NUMBERS = re.compile(r"\d++")


def said_at_texts(items: Sequence[Item], labelled: Sequence[int]) -> list[int]:
    """Give the places of the lines that a page has at the head, or at the foot, of all its texts.

    Args:
        items: the items of the page.
        labelled: the places of those that could be labels.
    """
    texts = [*_texts(items, labelled)]
    if len(texts) < FEWEST_IN_CHORUS:
        return []
    said: list[int] = []
    for number in (0, -1):
        ends = [text[number] for text in texts]
        lines = [items[end] for end in ends]
        if _are_alike(lines) and (_are_buttons(lines) or _are_marked_as_nothing_else(items, lines)):
            said += ends
    return said


def _texts(items: Sequence[Item], labelled: Sequence[int]) -> Iterator[range]:
    """Yield the lines below each label of a text up to the next label, if they are several."""
    for place, number in enumerate(labelled):
        label = items[number].label
        if label is not None and label.holds_prose and items[number].evidence.is_whole:
            end = labelled[place + 1] if place + 1 < len(labelled) else len(items)
            if end - number > 2:
                yield range(number + 1, end)


def _are_alike(lines: Sequence[Item]) -> bool:
    """Tell whether lines say the same but for their numbers, and are marked alike."""
    first = lines[0]
    return (
        all(each.mark == first.mark and each.line is not None and not each.line.is_heading for each in lines)
        and len(first.text) <= LONGEST_IN_CHORUS
        and bool(fold(_NUMBERS.sub("", first.text)))
        and len({_NUMBERS.sub("0", each.text) for each in lines}) == 1
    )


def _are_buttons(lines: Sequence[Item]) -> bool:
    return all(run.interactive for each in lines for run in each.runs if fold(run.text))


def _are_marked_as_nothing_else(items: Sequence[Item], lines: Sequence[Item]) -> bool:
    """Tell whether no other line has the mark of some; places among siblings do not count, as of first paragraphs."""
    mark = without_places(lines[0].mark)
    return sum(without_places(item.mark) == mark for item in items) == len(lines)
