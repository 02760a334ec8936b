"""What a page says at the head or the foot of most of its texts, and nowhere else: `Temps de lecture : 2 minutes`.

    <h3>Contexte</h3><button>Écouter</button><p>Un texte.</p> … <h3>Historique</h3><button>Écouter</button><p>Deux.</p>

An author may begin or end several texts alike. So it is the page's only where it is a button, or several are links, or
marked as no other line of the page is; numbers in it may vary.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.marks import wherever_in_block
from atlas_scraper.labelling.thresholds import (
    FEWEST_IN_CHORUS,
    FEWEST_SURE_IN_CHORUS,
    LONGEST_IN_CHORUS,
    SHARE_OF_CHORUS,
)
from atlas_scraper.values.text import fold

_NUMBERS = re.compile(r"\d++")


def said_at_texts(items: Sequence[Item], labelled: Sequence[int]) -> list[int]:
    """Give the places of the lines that a page has at the head, or at the foot, of most of its texts.

    Args:
        items: the items of the page.
        labelled: the places of those that could be labels.
    """
    texts = [*_texts(items, labelled)]
    said: list[int] = []
    for end in (0, 1) if len(texts) >= FEWEST_SURE_IN_CHORUS else ():
        by_words: defaultdict[tuple[str, str], list[tuple[int, int, bool]]] = defaultdict(list)
        for text in texts:
            if len(items[text[end]].text) <= LONGEST_IN_CHORUS:
                by_words[_NUMBERS.sub("0", items[text[end]].text), items[text[end]].mark].append(text)
        for found in by_words.values():
            # What is all that stands below a label may be its text.
            is_sure = sum(is_more for _, _, is_more in found) >= FEWEST_SURE_IN_CHORUS
            is_sure = is_sure and _may_be_said(items[found[0][end]])
            if is_sure and len(found) >= SHARE_OF_CHORUS * len(texts):
                ends = [text[end] for text in found]
                is_common = len(found) >= FEWEST_IN_CHORUS
                if _are_buttons([items[number] for number in ends], may_lead=is_common):
                    said += ends
                elif is_common:
                    said += _marked_as_nothing_else(items, ends[0])
    return said


def _texts(items: Sequence[Item], labelled: Sequence[int]) -> Iterator[tuple[int, int, bool]]:
    """Yield the first and the last line below each label of a text, and whether more stands there than one line.

    The last line is the one above the next label or heading.
    """
    for place, number in enumerate(labelled):
        label = items[number].label
        if label is not None and label.holds_prose and items[number].evidence.is_whole:
            end = labelled[place + 1] if place + 1 < len(labelled) else len(items)
            headings = (at for at in range(number + 1, end) if (line := items[at].line) and line.is_heading)
            if (last := next(headings, end) - 1) > number:
                yield number + 1, last, end - number > 2


def _may_be_said(item: Item) -> bool:
    """Tell whether an item may be such a line: no heading, and more than numbers."""
    return item.line is not None and not item.line.is_heading and bool(fold(_NUMBERS.sub("", item.text)))


def _are_buttons(lines: Sequence[Item], *, may_lead: bool) -> bool:
    """Tell whether lines are buttons, which no author writes, or links where those count, too."""
    runs = [run for each in lines for run in each.runs if fold(run.text)]
    return all(run.interactive and (may_lead or not run.href) for run in runs)


def _marked_as_nothing_else(items: Sequence[Item], number: int) -> list[int]:
    """Give the lines marked as one is, if all of them say the same but for numbers; otherwise none.

    Places among siblings do not count, nor behind a line break: a first paragraph, or the first line of one, is one.
    """
    mark = wherever_in_block(items[number].mark)
    alike = [place for place, item in enumerate(items) if wherever_in_block(item.mark) == mark]
    return alike if len({_NUMBERS.sub("0", items[place].text) for place in alike}) == 1 else []
