"""Links in cards that are no values: with words of the site's own, or to the page of what a card is about.

What such a link says is no value and was left out with the site's other words; where it leads belongs to the card whose
box it stands in. A link that stands as near to another card, or to the title above all, belongs to none.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from atlas_scraper.labelling.items import Fate, Item
from atlas_scraper.labelling.marks import Path, shared_depth
from atlas_scraper.labelling.words import SiteWords
from atlas_scraper.tables.box_rows import Line, path_of
from atlas_scraper.tables.card_entries import Entry, runs_of

_MOST_CELLS = 8  # of a card, before a link at its foot


class Action(NamedTuple):
    """A link of the site's own words.

    Args:
        place: how many lines stand before it.
        path: the boxes that it stands in.
        links: where it leads to.
    """

    place: int
    path: Path
    links: tuple[str, ...]


def part_links(entries: Sequence[Entry]) -> None:
    """Part links that say at their end what the card says already, `En savoir plus sur Brest`, from the value above."""
    said: list[str] = []
    for entry in entries:
        while len(entry.texts) > 1 and entry.below and _says_again(entry.below[-1], said[-_MOST_CELLS:]):
            line = entry.below.pop()
            entry.texts.pop()
            entry.foot.append(line)
            links = [run.href for run in runs_of(line) if run.href]
            entry.links = [link for link in entry.links if link not in links]
            entry.icons += links
        said += entry.texts


def _says_again(line: Line, said: Sequence[str]) -> bool:
    is_link = all(run.href is not None for run in runs_of(line) if run.text.strip())
    return is_link and any(line[0].endswith(f" {text}") for text in said)


def actions_of(items: Sequence[Item], lines: Sequence[Line], words: SiteWords) -> Iterator[Action]:
    """Yield the links among the items of a section that say the site's own words only.

    Args:
        items: all items of the section.
        lines: those that are lines of a card perhaps.
        words: the site's own words.
    """
    starts = {id(parts[0]) for _, parts in lines}
    place = 0
    for item in items:
        place += id(item) in starts
        if item.fate is Fate.IGNORED and item.line and item.has_link and words.is_action(item.runs):
            yield Action(place, item.line.path, tuple(item.links))


def give_actions(
    cards: Sequence[Sequence[Entry]], actions: Sequence[Action], lines: Sequence[Line], title: Path
) -> None:
    """Give each card the links in its box, as those of its icons.

    Args:
        cards: the cells of each card.
        actions: the links, in the page's order.
        lines: the lines that the cards were made of.
        title: the boxes that the title of the section stands in.
    """
    places = {id(line[1]): place for place, line in enumerate(lines)}
    starts = [places[id(card[0].line[1])] for card in cards]
    number = -1
    for action in actions:
        while number + 1 < len(starts) and starts[number + 1] < action.place:
            number += 1
        near = [cards[place] for place in range(number - 1, number + 2) if 0 <= place < len(cards)]
        depths = [max(shared_depth(action.path, path_of(line)) for line in _ends(card)) for card in near]
        deepest = max(depths, default=0)
        if depths.count(deepest) == 1 and deepest > shared_depth(action.path, title):
            near[depths.index(deepest)][-1].icons += action.links


def _ends(card: Sequence[Entry]) -> tuple[Line, Line]:
    """Give the first line of a card and the last."""
    return card[0].line, (card[-1].below or [card[-1].line])[-1]
