"""Buttons behind a value on its line, which a browser draws apart: what they say is no part of it.

Those with the site's own words are ignored for these (`actions.split_actions`). What others say is kept unread.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise, takewhile

from atlas_scraper.blocks.document import Run
from atlas_scraper.labelling.frame import ONCE_MORE
from atlas_scraper.labelling.items import Item, text_of
from atlas_scraper.labelling.marks import without_places
from atlas_scraper.labelling.thresholds import FEWEST_WITH_VALUE_BELOW
from atlas_scraper.values.text import fold

OF_BUTTON = "words of a button"
OPENER = "button that shows what it says"


def part_buttons(items: Sequence[Item]) -> Sequence[Item]:
    """Give the items without the buttons behind their words, and those as items of their own, which are ignored."""
    if not any(_is_button(run) for item in items if item.has_link for run in item.runs):
        return items
    _ignore_openers(items)
    _ignore_buttons_of_labels(items)
    return [part for item in items for part in (_parted(item) if _ends_with_button(item) else (item,))]


def repeated_buttons(items: Sequence[Item]) -> list[int]:
    """Give the places of lines that are a button each, where the same stands behind a value: it is none itself.

    <label>Thème</label> <input value="Eau"> <button>Aperçu</button> <label>Sous-thème</label> <button>Aperçu</button>
    """
    buttons = [number for number, item in enumerate(items) if item.has_link and _ends_in_button(item.runs)]
    buttons = [number for number in buttons if _is_line_of_button(items[number])] if len(buttons) > 1 else []
    counts = Counter(items[number].text for number in buttons) if len(buttons) > 1 else {}
    behind = {items[number].text for number in buttons if counts and _is_behind_value(items, number)}
    return [number for number in buttons if items[number].text in behind and counts[items[number].text] > 1]


def ignore_titles_once_more(items: Sequence[Item]) -> list[str]:
    """Ignore headings below the heading of a text, behind nothing but buttons: titles of the boxes that those open.

    They say the label once more, and so the buttons are no part of the text; or several say the words of a button above
    them. Give the texts that no label vouches for.

    <h2>Contexte</h2> <button>Lire</button> <h3>Contexte</h3> <p>Un texte.</p>
    """
    openers: list[Item] = []
    titles: list[Item] = []
    for number, item in enumerate(items):
        if not (level := _level(item)) or not (item.label is None or item.label.holds_prose):
            continue
        behind = islice(items, number + 1, None)
        buttons = [*takewhile(lambda each: each.fate is not None or _is_line_of_button(each), behind)]
        title = items[number + 1 + len(buttons)] if number + 1 + len(buttons) < len(items) else item
        if _level(title) <= level or title.has_link:
            continue
        if item.label is not None and title.label is item.label and title.evidence.is_whole:
            title.ignore(ONCE_MORE)
            openers += [each for each in buttons if each.fate is None]
        elif title.label is None and fold(title.text) in {fold(each.text) for each in buttons}:
            titles.append(title)
    counts = Counter(title.text for title in titles)
    ignored = [*openers, *(title for title in titles if counts[title.text] > 1)]
    for each in ignored:
        each.ignore(OPENER)
    return sorted({each.text for each in ignored})


def _level(item: Item) -> int:
    return item.line.is_heading if item.line is not None and item.fate is None else 0


def _ends_in_button(runs: Sequence[Run]) -> bool:
    return bool(runs) and _is_button(runs[-1])


def _is_line_of_button(item: Item) -> bool:
    is_line = item.line is not None and not item.line.is_heading and item.label is None and item.fate is None
    return is_line and not item.block.landmark and all(_is_button(run) for run in item.runs if run.text.strip())


def _is_behind_value(items: Sequence[Item], number: int) -> bool:
    """Tell whether a line stands below one that stands below a label of one value."""
    label = items[number - 2].label if number > 1 and items[number - 1].label is None else None
    return label is not None and label.has_one_value and not items[number - 1].has_link


def _ignore_openers(items: Sequence[Item]) -> None:
    """Ignore buttons that say what the heading or label behind them says, which they show."""
    following: Item | None = None
    for item in reversed(items):
        if item.fate is not None:
            continue
        if item.has_link and following is not None and _opens(item, following):
            item.ignore(OPENER)
        following = item


def _ignore_buttons_of_labels(items: Sequence[Item]) -> None:
    """Ignore buttons right behind labels whose value stands below, as that of others marked so does.

    <p>Titre <button>Précision</button></p> <p>Un jumelage</p> <p>Année</p> <p>2017</p>
    """
    left = [item for item in items if item.fate is None]
    behind = [
        (label, button)
        for label, button, below in zip(left, left[1:], left[2:], strict=False)
        if label.label is not None and button.continues and below.label is None and not below.continues
        if button.label is None and _says_buttons_alone(button)
    ]
    if not behind:
        return
    pairs = Counter(
        without_places(label.mark)
        for label, below in pairwise(left)
        if label.label is not None and below.label is None and not below.continues
    )
    for label, button in behind:
        if pairs[without_places(label.mark)] >= FEWEST_WITH_VALUE_BELOW:
            button.ignore(OF_BUTTON)


def _says_buttons_alone(item: Item) -> bool:
    return all(_is_button(run) for run in item.runs if run.text.strip())


def _opens(item: Item, following: Item) -> bool:
    is_named = following.label is not None or (following.line is not None and following.line.is_heading > 0)
    return is_named and _says_buttons_alone(item) and not following.has_link and fold(item.text) == fold(following.text)


def _ends_with_button(item: Item) -> bool:
    return item.label is None and len(item.runs) > 1 and item.fate is None and _is_button(item.runs[-1])


def _is_button(run: Run) -> bool:
    """Tell whether a stretch is in a button: it can be pressed, and leads nowhere."""
    return run.interactive and run.href is None


def _parted(item: Item) -> tuple[Item, ...]:
    runs = item.runs
    end = len(runs)
    while end and (_is_button(runs[end - 1]) or not runs[end - 1].text.strip()):
        end -= 1
    words, content = text_of(runs[end:]), text_of(runs[:end])
    text = item.text.removesuffix(words).rstrip()
    if not any(map(str.isalpha, words)) or not content or text == item.text or not text:
        return (item,)
    item.runs, item.text = runs[:end], text
    button = Item(item.block, words, runs[end:])
    button.ignore(OF_BUTTON)
    return item, button
