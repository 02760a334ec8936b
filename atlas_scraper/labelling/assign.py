"""Which lines of a page are its labels.

A line of prose can read `Contexte` or `Historique`, a menu can repeat every label, and a heading may stand a
second time as a caption. So labels are not taken where they are first met: of all assignments of labels to
lines that respect the page's order, the one that explains most is chosen.

What a candidate is worth depends on how the page marks its labels, which is learnt from the page itself: the
first choice is made by words and order alone, then the marks of the labels chosen are counted, and the choice
is made again with them.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from atlas_scraper.labelling.items import Evidence, Item
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.marks import Marks, count_marks
from atlas_scraper.labelling.thresholds import (
    COMMON_MARK,
    FEWEST_OUTSIDE,
    GAIN_OF_A_VALUE,
    IMPURE,
    LEFT_OF_PROSE,
    LETTERS_THAT_COUNT,
    LOSS_OF_A_LINK,
    RIVAL_WORTH,
    ROUNDS,
    WORTH_OF_A_LETTER,
    WORTH_OF_A_MARK,
)


def assign_labels(items: Sequence[Item], labels: LabelIndex) -> tuple[dict[Label, int], Marks]:
    """Choose the items that are the page's labels.

    Args:
        items: the items of the page; those with a `label` are the candidates.
        labels: the labels in the page's order.

    Returns:
        The place of each label found among the items, in the page's order, and how the page marks labels.
    """
    items = _without_menus(items, labels)
    marks = Marks()
    chosen: dict[Label, int] = {}
    for _ in range(ROUNDS):
        before = chosen
        known = frozenset(before.values())
        # On a page that has one variant of a section, the words of the other are prose.
        choices = [_choose(items, labels, marks, known, variant) for variant in labels.variants]
        chosen = _first_of_variants(choices)
        marks = count_marks(items, chosen, labels)
        if chosen == before:
            break
    found = {**_out_of_order(items, labels, chosen, marks), **chosen}
    found = {label: _first_of_headings(items, label, number) for label, number in found.items()}
    return dict(sorted(found.items(), key=lambda place: place[1])), marks


def _without_menus(items: Sequence[Item], labels: LabelIndex) -> Sequence[Item]:
    """Let no line of the site's landmarks be a label, unless the page has that label nowhere else, and a value with it.

    A menu or a search form repeats labels; a page may also keep its last section in what it calls its footer.
    """
    outside = {item.label for item in items if item.label in labels.rank and not item.block.landmark}
    if len(outside) < FEWEST_OUTSIDE:
        return items
    following = [*items[1:], None]
    return [
        replace(item, label=None)
        if item.label and item.block.landmark and (item.label in outside or not has_value(item, after))
        else item
        for item, after in zip(items, following, strict=True)
    ]


def has_value(item: Item, following: Item | None) -> bool:
    """Tell whether something other than a label follows an item in its part of the site."""
    return following is not None and following.label is None and following.block.landmark == item.block.landmark


def _first_of_headings(items: Sequence[Item], label: Label, number: int) -> int:
    """Give the first of the lines in a row that say a table's label: its heading, of which the caption is a repeat."""
    while label.heads_table and number and items[number - 1].label is label and items[number - 1].evidence.is_whole:
        number -= 1
    return number


def _first_of_variants(choices: Sequence[tuple[dict[Label, int], dict[Label, float]]]) -> dict[Label, int]:
    """Choose between the variants of the narrative: no text stands before the first label of the real one.

    A candidate of little worth, such as an entry of a menu, does not count.
    """
    first = [next((label for label in chain if label.variant), None) for chain, _ in choices]
    worths = [worth[label] if label else 0.0 for label, (_, worth) in zip(first, choices, strict=True)]
    places = [
        chain[label] if label and worth > RIVAL_WORTH * max(worths) else len(worths) * 10**9
        for label, worth, (chain, _) in zip(first, worths, choices, strict=True)
    ]
    return choices[places.index(min(places))][0]


def _out_of_order(
    items: Sequence[Item], labels: LabelIndex, chosen: Mapping[Label, int], marks: Marks
) -> dict[Label, int]:
    """Find labels that the page has in another place than its kind: only its own mark of a label can tell."""
    variants = {label.variant for label in chosen} | {""}
    taken = set(chosen.values())
    found: dict[Label, int] = {}
    for number, item in enumerate(items):
        label = item.label
        if label is None or label not in labels.rank or label in chosen or number in taken:
            continue
        if item.evidence.weight < Evidence.COLON.weight:
            continue
        is_heading = item.line is not None and item.line.is_heading and label.takes_more
        if label.variant in variants and (is_heading or marks.sets_apart_anywhere(item.mark)):
            found.setdefault(label, number)
    return found


def _choose(
    items: Sequence[Item], labels: LabelIndex, marks: Marks, known: Collection[int], variant: str
) -> tuple[dict[Label, int], dict[Label, float]]:
    """Choose the assignment of the highest worth in which the labels follow each other in the page's order.

    For each rank the best chain that ends there is kept, so the time grows with candidates times labels.

    Returns:
        The place of each label, in the page's order, and its worth.
    """
    best: list[tuple[float, int]] = [(0.0, -1)] * len(labels.ordered)  # by rank: worth, and the chain's last link
    links: list[tuple[int, Label, float, int]] = []  # place of an item, its label and worth, and the link before it
    have_values = _have_values(items)
    for number, item in enumerate(items):
        label = item.label
        if label is None or label not in labels.rank or label.variant not in {"", variant}:
            continue
        rank = labels.rank[label]
        score, before = max(best[:rank], key=itemgetter(0), default=(0.0, -1))
        worth = _worth(item, marks, is_label=number in known, is_followed=have_values[number])
        # On equal worth the later line wins nothing: a label stands before its own text.
        if score + worth > best[rank][0]:
            best[rank] = score + worth, len(links)
            links.append((number, label, worth, before))
    link = max(best, key=itemgetter(0))[1]
    chain: dict[Label, int] = {}
    worths: dict[Label, float] = {}
    while link >= 0:
        number, label, worths[label], link = links[link]
        chain[label] = number
    return dict(reversed(chain.items())), worths


def _have_values(items: Sequence[Item]) -> list[bool]:
    """Tell of each item whether something other than a label follows it, its own words once more left out."""
    have = [False] * len(items)
    for number in range(len(items) - 2, -1, -1):
        following = items[number + 1]
        have[number] = have[number + 1] if following.label is items[number].label else following.label is None
    return have


def _worth(item: Item, marks: Marks, *, is_label: bool, is_followed: bool) -> float:
    """Say how likely a candidate is a label: by what it shows itself, what follows it, and how it is marked."""
    worth = item.evidence.weight + WORTH_OF_A_LETTER * min(len(item.text), LETTERS_THAT_COUNT)
    if any(run.interactive for run in item.runs):
        worth -= LOSS_OF_A_LINK  # most likely an entry of a menu
    if is_followed:
        worth += GAIN_OF_A_VALUE  # a menu lists labels without values
    if not marks.labels or (item.label and item.label.is_sentence):
        return worth
    purity = marks.purity_beside(item.mark, is_label=is_label)
    if marks.lines[item.mark] >= COMMON_MARK and purity < IMPURE and marks.set_most_apart():
        return LEFT_OF_PROSE * item.evidence.weight  # this page marks its labels otherwise; only when there is no other
    return worth + WORTH_OF_A_MARK * purity
