"""Beginnings of texts that a page shows above the whole ones, as in the title of a fold, and ends with an ellipsis.

    <summary><b>Contexte</b> <span>Un jumelage de dix…</span></summary><p>Un jumelage de dix ans.</p>

What such an excerpt says stands right below it once more. Those whose whole text is hidden: `blocks.excerpts`.
"""

from collections.abc import Iterator, Sequence

from atlas_scraper.blocks.shortened import ENDS
from atlas_scraper.labelling.items import Item, text_of
from atlas_scraper.labelling.thresholds import MOST_LINES_OF_EXCERPT, SHORTEST_EXCERPT

EXCERPT = "beginning of the text below"


def part_excerpts(items: Sequence[Item]) -> Sequence[Item]:
    """Give the items with such excerpts as items of their own, which are ignored."""
    ends = {number for number, item in enumerate(items) if item.text.endswith(ENDS) and item.line is not None}
    if not any(_excerpt_of(items, number) for number in ends):
        return items
    return [
        part for number, item in enumerate(items) for part in (_parted(items, number) if number in ends else [item])
    ]


def _parted(items: Sequence[Item], number: int) -> Iterator[Item]:
    item, excerpt = items[number], _excerpt_of(items, number)
    if excerpt == item.text:
        item.ignore(EXCERPT)
    elif excerpt:
        *before, last = [place for place, run in enumerate(item.runs) if run.text.strip()]
        behind = Item(item.block, excerpt, item.runs[last:], continues=True)
        behind.ignore(EXCERPT)
        item.runs = item.runs[: before[-1] + 1]
        item.text, item.beside = (text.removesuffix(excerpt).rstrip() for text in (item.text, item.beside))
        yield item
        item = behind
    yield item


def _excerpt_of(items: Sequence[Item], number: int) -> str:
    """Give what an item says, or the end of it in an element of its own, if that begins the text below it."""
    item = items[number]
    if item.fate is not None:
        return ""
    last = next((text_of([run]) for run in reversed(item.runs) if run.text.strip()), "")
    texts = ((item.text,) if item.label is None else ()) + ((last,) if item.text.endswith(f" {last}") else ())
    return next((text for text in texts if _begins_below(text, items, number)), "")


def _begins_below(text: str, items: Sequence[Item], number: int) -> bool:
    """Tell whether a text without its ellipsis begins what the lines below an item say, and those go on."""
    end = max((end for end in ENDS if text.endswith(end)), key=len, default="")
    beginning = _words(text.removesuffix(end))
    if not end or len(beginning) < SHORTEST_EXCERPT:
        return False
    below = ""
    for other in items[number + 1 : number + 1 + MOST_LINES_OF_EXCERPT]:
        if other.line is None or (other.label is not None and below == beginning):
            return False
        below += _words(other.text) if other.fate is None else ""
        if len(below) > len(beginning):
            return below.startswith(beginning)
    return False


def _words(text: str) -> str:
    """Give a text without blanks: they differ where lines end."""
    return "".join(text.split())
