"""Labels that a converter glued to what stands behind them: `TitreEau pour tous`, `Contexte et historique1996 : …`.

So it does where the page has stretches side by side that only a style parts. Where several labels are glued, and stand
nowhere whole, all are put apart; one alone, in the text above it, is said.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from atlas_scraper.blocks.document import Block, Document, Line
from atlas_scraper.labelling.items import Item, text_of
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.thresholds import FEWEST_GLUED, LONGEST_LABEL, SHORTEST_GLUED
from atlas_scraper.values.beginnings import TESTED

_OF_PROSE = ":.,;'’-)"  # behind a word, without a space


def part_glued(document: Document, labels: LabelIndex) -> Document:
    """Put labels of a page on lines of their own that a converter glued to their values, if it did so to several."""
    lines = [block for block in document.blocks if isinstance(block, Line)]
    lines = [line for line in lines if labels.may_begin_with(line.text[:TESTED])]
    whole = {labels.find(line.text) for line in lines if not line.runs[0].interactive} - labels.inner  # a menu has all
    glued = {label for line in lines if (label := _glued_to(line, labels)[1]) and label not in whole}
    if len(glued) < FEWEST_GLUED:
        return document

    # An author may say one of them whole: which of the two it is, is told like that of any other label said twice.
    return document._replace(blocks=tuple(part for block in document.blocks for part in _parts(block, labels)))


def _glued_to(line: Line, labels: LabelIndex, *, is_habit: bool = False) -> tuple[int, Label | None]:
    """Give where the label ends that a line begins with and other words are glued to, and the label; or 0 and `None`.

    Where the page has the habit of it, a sign or a number may be glued to a short one as well.
    """
    text, said = line.text, line.runs[0].text
    if not labels.may_begin_with(text[:TESTED]) or labels.find(text):
        return 0, None
    ends = range(min(len(text) - 1, len(said) - 1, LONGEST_LABEL), 1, -1)
    fewest = 0 if is_habit else SHORTEST_GLUED
    may_end = (end for end in ends if not text[end - 1].isspace() and _goes_on(end, text[end], fewest))
    found = ((end, label) for end in may_end if said[:end] == text[:end] and (label := labels.find(text[:end])))
    return next(found, (0, None))


def _parts(block: Block, labels: LabelIndex) -> Iterator[Block]:
    """Yield a label and what is glued to it as two lines, or any other block as it is."""
    if not isinstance(block, Line) or not (end := _glued_to(block, labels, is_habit=True)[0]):
        yield block
        return
    first, *others = block.runs
    head, rest = first._replace(text=first.text[:end]), (first._replace(text=first.text[end:]), *others)
    yield block._replace(text=text_of([head]), runs=(head,))
    yield block._replace(text=text_of(rest), runs=rest, is_heading=0)


def find_glued(
    found: Mapping[Label, int], sections: Mapping[Any, Sequence[Item]], labels: LabelIndex
) -> list[tuple[Label, int, int]]:
    """Find lines of texts that begin with a label that the page does not have, and right behind it other words.

    Args:
        found: where the page's labels are.
        sections: the items below each label.
        labels: the labels.

    Returns:
        The label above them, the place of the first of them, and how many more there are.
    """
    missing = [label for label in labels.ordered if label not in found]
    spellings = [text for label in missing for text in label.spellings]
    glued: list[tuple[Label, int, int]] = []
    for label, number in found.items():
        section = sections[label] if label.holds_prose else ()
        places = [number + place for place, item in enumerate(section, start=1) if _is_glued(item.text, spellings)]
        glued += [(label, places[0], len(places) - 1)] if places else []
    return glued


def _is_glued(text: str, spellings: Collection[str]) -> bool:
    """Tell whether a text goes on right behind one of some spellings, with a capital, or with a sign or a number."""
    return any(text.startswith(each) and _goes_on(len(each), text[len(each) : len(each) + 1]) for each in spellings)


def _goes_on(size: int, letter: str, fewest: int = SHORTEST_GLUED) -> bool:
    """Tell whether a letter right behind so many of a label is that of other words, a sign or number from some on."""
    is_sign = letter.strip() and not letter.islower() and letter not in _OF_PROSE
    return letter.isupper() or (size >= fewest and bool(is_sign))
