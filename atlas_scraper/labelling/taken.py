"""Lines that a section takes: whole, or of several choices the one that is made."""

from collections.abc import Iterable, Sequence

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.values.choices import begins_choice, is_unticked, ticked


def take_lines(lines: Iterable[tuple[str, Sequence[Item]]], label: Label) -> None:
    """Take the items of some lines for a label's section."""
    for _, parts in lines:
        for part in parts:
            part.take(label.field)


def choices_of_a_list(lines: Sequence[tuple[str, Sequence[Item]]]) -> int:
    """Give of how many lines the first value consists: of one, save where each is a choice with a dot or a bracket."""
    first = lines[0][0]
    if not begins_choice(first) or is_unticked(first) or ticked(first) is not None:
        return 1
    return next((number for number, (text, _) in enumerate(lines) if not begins_choice(text)), len(lines))


def take_ticked(lines: Sequence[tuple[str, Sequence[Item]]], label: Label) -> str | None:
    """Take lines of which each is a choice with its sign; give the words of the one that is made.

    Where several are made, all stay unread.
    """
    choices = [line for line in lines if is_unticked(line[0]) or ticked(line[0]) is not None]
    made = [words for text, _ in choices if (words := ticked(text))]
    if len(made) < 2:
        take_lines(choices, label)
    return made[0] if len(made) == 1 else None
