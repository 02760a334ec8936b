"""Labels that a converter glued to what stands behind them, `Contexte et historique1996 : …`, in the text above."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.thresholds import SHORTEST_GLUED

_OF_PROSE = ":.,;'’-)"  # behind a word, without a space


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
    ends = {
        len(spelling): text[len(spelling) : len(spelling) + 1] for spelling in spellings if text.startswith(spelling)
    }
    return any(
        end.isupper() or (size >= SHORTEST_GLUED and end.strip() and not end.islower() and end not in _OF_PROSE)
        for size, end in ends.items()
    )
