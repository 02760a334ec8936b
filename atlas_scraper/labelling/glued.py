"""Labels that a converter glued to what stands behind them: `TitreEau pour tous`, `Contexte et historique1996 : …`.

So it does where the page has stretches side by side that only a style parts; where a blank stands between them, it
writes that: `Titre Eau pour tous`. Where several labels are written so, and stand nowhere whole, all are put apart; one
alone that is glued, in the text above it, is said.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from atlas_scraper.blocks.document import Block, Document, Line
from atlas_scraper.labelling.changed_lines import cut_line
from atlas_scraper.labelling.items import Item, text_of
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.thresholds import (
    FEWEST_GLUED,
    FEWEST_RUN_ON,
    FEWEST_RUN_ON_THAT_FIT,
    LONGEST_LABEL,
    SHORTEST_GLUED,
)
from atlas_scraper.values.beginnings import TESTED

_OF_PROSE = ":.,;'’-)"  # behind a word, without a space
_SIGN_AND_COLON = re.compile(r"[^\w\s:]{1,3}+\s*+:")  # `Titre* : Eau` is whole
_QUOTES = frozenset('"«“„')


def part_glued(document: Document, labels: LabelIndex) -> Document:
    """Put labels of a page on lines of their own that a converter glued to their values, or parted by a blank alone."""
    lines = [block for block in document.blocks if isinstance(block, Line)]
    lines = [line for line in lines if labels.may_begin_with(line.text[:TESTED])]
    whole = {labels.find(line.text) for line in lines if not line.runs[0].interactive} - labels.inner  # a menu has all
    glued = {label for line in lines if (label := _glued_to(line, labels)[1]) and label not in whole}
    ends: dict[int, int] = {}
    if len(glued) >= FEWEST_GLUED:
        # An author may say one of them whole: which of the two it is, is told like that of any other label said twice.
        ends = {id(line): end for line in lines if (end := _glued_to(line, labels, is_habit=True)[0])}
    run_on = [(line, *both) for line in lines if (both := _runs_on(line, labels)) and both[1] not in whole]
    ranked = {label for _, _, label in run_on if label in labels.rank}
    if len(ranked) >= FEWEST_RUN_ON and sum(label.fits is not None for label in ranked) >= FEWEST_RUN_ON_THAT_FIT:
        firsts = {label: line for line, _, label in reversed(run_on)}  # a text below may begin with its words
        ends |= {id(line): end for line, end, label in run_on if label in labels.inner or firsts[label] is line}
    if not ends:
        return document
    blocks = [part for block in document.blocks for part in _parts(block, ends.get(id(block), 0))]
    return document._replace(blocks=tuple(blocks))


def _glued_to(line: Line, labels: LabelIndex, *, is_habit: bool = False) -> tuple[int, Label | None]:
    """Give where the label ends that a line begins with and other words are glued to, and the label; or 0 and `None`.

    Where the page has the habit of it, a sign or a number may be glued to a short one as well.
    """
    text = line.text
    if labels.find(text):
        return 0, None
    fewest = 0 if is_habit else SHORTEST_GLUED
    ends = range(min(len(text) - 1, LONGEST_LABEL), 1, -1)
    may_end = (end for end in ends if not text[end - 1].isspace() and _goes_on(end, text[end], fewest))
    found = ((end, label) for end in may_end if (label := labels.find(text[:end])))
    return next((both for both in found if not _SIGN_AND_COLON.match(text, both[0])), (0, None))


def _runs_on(line: Line, labels: LabelIndex) -> tuple[int, Label] | None:
    """Give where the label ends that a line begins with and that no more than a blank parts from its value, and it."""
    text = line.text
    if labels.find(text) or labels.find(text_of(line.runs[:1])):  # the latter is in a stretch of its own
        return None
    ends = (end for end in range(min(len(text) - 2, LONGEST_LABEL), 1, -1) if text[end] == " " and text[end - 1] != ":")
    may_end = (end for end in ends if text[end + 1].isupper() or text[end + 1].isdigit() or text[end + 1] in _QUOTES)
    found = ((end, label) for end in may_end if (label := labels.find(text[:end])) and label.has_one_value)
    return next((both for both in found if both[1].fits is None or both[1].fits(text[both[0] :].strip())), None)


def _parts(block: Block, end: int) -> Iterator[Block]:
    """Yield a line as its first so many letters and the rest, or any other block as it is."""
    if not isinstance(block, Line) or not end:
        yield block
        return
    first = block.runs[0].text
    label, value = cut_line(block, end + len(first) - len(first.lstrip()))
    yield label
    yield value._replace(is_heading=0)


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
