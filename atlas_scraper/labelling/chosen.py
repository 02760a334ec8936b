"""Values that a page shows among all that could be chosen, each with a sign that tells whether it is."""

from collections.abc import Sequence
from typing import NamedTuple

from atlas_scraper.labelling.items import Item
from atlas_scraper.values.choices import begins_choice, choices_in, is_unticked, ticked

Lines = Sequence[tuple[str, Sequence[Item]]]


class Chosen(NamedTuple):
    """The lines that list choices, as far as they are understood, and the words of the one that is made."""

    lines: Lines
    words: str | None


def choice_of(lines: Lines) -> Chosen | None:
    """Give the choice that lines list, the first one of which is a value; `None` where that lists no choices.

    Where several are made, all stay unread.
    """
    count = _count_dotted(lines)
    if choices := choices_in(" ".join([text for text, _ in lines[:count]])):
        made = [words for words, is_made in choices if is_made]
        return Chosen(lines[:count], made[0]) if len(made) == 1 else Chosen((), None)
    if is_unticked(lines[0][0]) or ticked(lines[0][0]) is not None:
        signed = [line for line in lines if is_unticked(line[0]) or ticked(line[0]) is not None]
        ticks = [words for text, _ in signed if (words := ticked(text))]
        return Chosen(signed if len(ticks) < 2 else (), ticks[0] if len(ticks) == 1 else None)
    return None


def _count_dotted(lines: Lines) -> int:
    """Give of how many lines the first value consists: of one, save where each is a choice with a dot or a bracket."""
    first = lines[0][0]
    if not begins_choice(first) or is_unticked(first) or ticked(first) is not None:
        return 1
    return next((number for number, (text, _) in enumerate(lines) if not begins_choice(text)), len(lines))
