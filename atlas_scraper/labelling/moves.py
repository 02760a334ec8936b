"""What a page says of where one goes from here, or of how much is written: `Étape suivante : Historique`, `329 / 4000`.

    <p><b>Étape suivante :</b> Historique</p> … <a href="#h">Historique →</a> … <p>329 / 4000 caractères</p>

Behind the site's words of moving a known label says its words once more: the line is no label and no text. So does
what stands on another line of the page, as the title of a section that nobody has listed. Anything else is a text. A
link in the content that says a label's words beside a sign of moving, or such words, leads to the label, where nearly
all labels stand in no link.
"""

from collections.abc import Sequence

from atlas_scraper.blocks.document import Line
from atlas_scraper.labelling.frame import ONCE_MORE, OWN_WORDS
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.thresholds import SHARE_OF_OWN_LABELS
from atlas_scraper.labelling.words import SiteWords
from atlas_scraper.values.beginnings import TESTED
from atlas_scraper.values.text import fold

_SIGNS = frozenset("<>‹›«»←→⟵⟶⇐⇒➔➜➡⬅◀▶◄►")  # of moving, around the name of where


def aside_of(line: Line, labels: LabelIndex) -> Item | None:
    """Give a line that moves on as an item in one piece, or one that counts letters; `None` for any other line.

    It is ignored where it names known labels alone.
    """
    words, text = labels.words, line.text
    if not words.may_be_aside(text[:TESTED]) or line.is_value:
        return None
    targets = words.targets(text)
    if not (targets or words.counts_letters(text)):
        return None
    item = Item(line, text, line.runs)
    if not targets:
        item.ignore(OWN_WORDS)
    elif all(labels.find(target) for target in targets):
        item.ignore(ONCE_MORE)
    return item


def ignore_moves(items: Sequence[Item], labels: LabelIndex) -> None:
    """Ignore lines that move on to what stands on lines of the page besides.

    Args:
        items: the items of the page.
        labels: the labels, and the site's own words.
    """
    may_be_aside, targets_of = labels.words.may_be_aside, labels.words.targets
    may_move = [item for item in items if not (item.is_authors or item.label) and may_be_aside(item.text[:TESTED])]
    may_move = [item for item in may_move if item.line and item.fate is None]
    moves = [(item, targets) for item in may_move if (targets := targets_of(item.text))]
    if not moves:
        return
    own = {id(item) for item, _ in moves}
    lines = [item for item in items if item.line and item.fate is None and id(item) not in own]
    others = {fold(text) for item in lines for text in (item.text, *[run.text for run in item.runs])}
    for item, targets in moves:
        if all(labels.find(target) or fold(target) in others for target in targets):
            item.ignore(ONCE_MORE)


def ignore_links_to_labels(items: Sequence[Item], labels: LabelIndex) -> None:
    """Ignore links between the labels of a page that say the words of one; around those they are told otherwise.

    Args:
        items: the items of the page.
        labels: the labels.
    """
    labelled = [(number, item) for number, item in enumerate(items) if item.label is not None and item.fate is None]
    said = [(number, item) for number, item in labelled if item.label in labels.rank]
    own = {item.label: number for number, item in reversed(said) if not item.has_link and item.evidence.is_whole}
    places = range(min(own.values(), default=0) + 1, max(own.values(), default=0))
    links = [(number, item) for number, item in said if item.has_link and number in places and item.label in own]
    if len(own) >= SHARE_OF_OWN_LABELS * len({item.label for _, item in said}):
        for number, item in links:
            if _leads_on(items, number, labels.words):
                item.ignore(ONCE_MORE)


def _leads_on(items: Sequence[Item], number: int, words: SiteWords) -> bool:
    """Tell whether an item is of a line of links that move on, by a sign or words, and of no heading or label."""
    line = items[number].line
    if line is None or line.is_heading or any(run.href is None or run.label for run in line.runs if fold(run.text)):
        return False
    before = items[number - 1] if number else None
    said = [run.text for run in line.runs]
    said += [before.text] if before and before.line and before.line.block == line.block else []
    has_sign = line.text[0] in _SIGNS or line.text[-1] in _SIGNS
    return has_sign or any(words.moves.fullmatch(text.strip()) for text in said)
