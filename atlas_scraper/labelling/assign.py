"""Which lines of a page are its labels.

A line of prose can read `Contexte` or `Historique`, a menu can repeat every label, and a heading may stand a
second time as a caption. So labels are not taken where they are first met: of all assignments of labels to
lines that respect the page's order, the one that explains most is chosen.

What a candidate is worth depends on how the page marks its labels, which is learnt from the page itself: the
first choice is made by words and order alone, then the marks of the labels chosen are counted, and the choice
is made again with them.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter

from atlas_scraper.labelling.items import Evidence, Item
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.marks import Counts, Marks, count_lines, count_marks, ends_with_colon
from atlas_scraper.labelling.menus import without_menus
from atlas_scraper.labelling.out_of_order import Candidate, find_out_of_order
from atlas_scraper.labelling.thresholds import (
    COMMON_MARK,
    FEWEST_CLOSED,
    GAIN_OF_A_VALUE,
    IMPURE,
    LEFT_OF_PROSE,
    LETTERS_THAT_COUNT,
    LOSS_OF_A_COLON,
    LOSS_OF_A_LINK,
    MOST_OPEN,
    RIVAL_WORTH,
    ROUNDS,
    WORTH_OF_A_LETTER,
    WORTH_OF_A_MARK,
)


def assign_labels(
    items: Sequence[Item], labels: LabelIndex, *, in_rounds: bool = False
) -> tuple[dict[Label, int], Marks]:
    """Choose the items that are the page's labels.

    Args:
        items: the items of the page; those with a `label` are the candidates.
        labels: the labels in the page's order.
        in_rounds: choose in rounds even where there is nothing to choose; for the test that it makes no difference.

    Returns:
        The place of each label found among the items, in the page's order, and how the page marks labels.
    """
    items = without_menus(items, labels)
    lines = count_lines(items)
    candidates = _candidates(items, labels)
    if not in_rounds and _leave_no_choice(candidates):
        chosen = {candidate.label: candidate.number for candidate in candidates}
        marks = count_marks(items, chosen, labels, lines)
    else:
        chosen, marks = _choose_in_rounds(items, candidates, labels, lines)
    found = {**find_out_of_order(items, candidates, chosen, marks), **chosen}
    found = {label: _first_of_headings(items, label, number) for label, number in found.items()}
    return dict(sorted(found.items(), key=itemgetter(1))), marks


def _candidates(items: Sequence[Item], labels: LabelIndex) -> list[Candidate]:
    rank = labels.rank
    ranked = [(number, item, item.label) for number, item in enumerate(items) if item.label is not None]
    ranked = [each for each in ranked if each[2] in rank]
    followed = _are_followed(items, [number for number, _, _ in ranked])
    return [
        Candidate(number, item, label, rank[label], _worth(item, is_followed=followed[number]))
        for number, item, label in ranked
        if not (_has_heading(items, number, label) and not items[number - 1].has_link)
    ]


def _has_heading(items: Sequence[Item], number: int, label: Label) -> bool:
    """Tell whether the line above a table's label says it as well: that is the heading, and the label its caption."""
    above = items[number - 1] if number and label.heads_table else None
    return above is not None and above.label is label and above.evidence.is_whole


def _leave_no_choice(candidates: Sequence[Candidate]) -> bool:
    """Tell whether there is one candidate for each label, in the page's order, all of one variant.

    Then every round chooses all of them: none excludes another, and as each is worth something whatever the marks
    are, a chain without it is worth less. A candidate in a link may be worth nothing, so there must be none.
    """
    ranks = [candidate.rank for candidate in candidates]
    return (
        all(rank < following for rank, following in pairwise(ranks))
        and len({candidate.label.variant for candidate in candidates} - {""}) < 2
        and not any(candidate.item.has_link for candidate in candidates)
    )


def _choose_in_rounds(
    items: Sequence[Item], candidates: Sequence[Candidate], labels: LabelIndex, lines: Counts
) -> tuple[dict[Label, int], Marks]:
    """Choose, count how the labels chosen are marked, and choose again with that."""
    marks = Marks()
    chosen: dict[Label, int] = {}
    # A variant without candidates cannot be chosen before one with some; its chain is the one that all have in common.
    with_candidates = {candidate.label.variant for candidate in candidates}
    variants = [variant for variant in labels.variants if variant in with_candidates] or labels.variants[:1]
    candidates = _with_colons(items, candidates)
    for _ in range(ROUNDS):
        before = chosen
        known = frozenset(before.values())
        worths = [_worth_with_mark(candidate, marks, is_label=candidate.number in known) for candidate in candidates]
        # On a page that has one variant of a section, the words of the other are prose.
        chosen = _first_of_variants([_choose(candidates, worths, len(labels.ordered), each) for each in variants])
        if chosen != before or not known:
            marks = count_marks(items, chosen, labels, lines)
        if chosen == before:
            break
    return chosen, marks


def _with_colons(items: Sequence[Item], candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Let lines without a colon be worth less where the labels that only one line can be end with one."""
    rivals = Counter(candidate.label for candidate in candidates if not candidate.item.has_link)
    pairs = [each for each in candidates if not (each.label.heads_table or each.label.is_sentence)]
    is_closed = {each.number: ends_with_colon(items, each.number) for each in pairs}
    sure = [is_closed[each.number] for each in pairs if rivals[each.label] == 1 and not each.item.has_link]
    if sum(sure) < FEWEST_CLOSED or sure.count(False) > MOST_OPEN * len(sure):
        return candidates
    open_lines = {each.number for each in pairs if each.item.evidence is Evidence.WHOLE and not is_closed[each.number]}
    return [
        each._replace(worth=each.worth - LOSS_OF_A_COLON) if each.number in open_lines else each for each in candidates
    ]


def _first_of_headings(items: Sequence[Item], label: Label, number: int) -> int:
    """Give the first of the lines in a row that say a table's label: its heading, of which the caption is a repeat."""
    while _has_heading(items, number, label):
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


def _choose(
    candidates: Sequence[Candidate], worths: Sequence[float], ranks: int, variant: str
) -> tuple[dict[Label, int], dict[Label, float]]:
    """Choose the assignment of the highest worth in which the labels follow each other in the page's order.

    For each rank the best chain that ends there is kept, so the time grows with candidates times labels.

    Returns:
        The place of each label, in the page's order, and its worth.
    """
    best, last = [0.0] * ranks, [-1] * ranks  # by rank: worth of the best chain that ends there, and its last link
    links: list[tuple[int, Label, float, int]] = []  # place of an item, its label and worth, and the link before it
    for candidate, worth in zip(candidates, worths, strict=True):
        label, rank = candidate.label, candidate.rank
        if label.variant and label.variant != variant:
            continue
        score, before = 0.0, -1
        if rank:
            score = max(best[:rank])
            before = last[best.index(score)]
        # On equal worth the later line wins nothing: a label stands before its own text.
        if score + worth > best[rank]:
            best[rank], last[rank] = score + worth, len(links)
            links.append((candidate.number, label, worth, before))
    link = last[best.index(max(best))]
    chain: dict[Label, int] = {}
    worths_of: dict[Label, float] = {}
    while link >= 0:
        number, label, worths_of[label], link = links[link]
        chain[label] = number
    return dict(reversed(chain.items())), worths_of


def _are_followed(items: Sequence[Item], numbers: Sequence[int]) -> dict[int, bool]:
    """Tell of each candidate whether something other than a label follows it, its own words once more left out.

    They are gone through from behind, so that a label which is said thousands of times takes no square of that.
    """
    followed = {len(items) - 1: False}
    for number in reversed(numbers):
        if number not in followed:
            following = items[number + 1].label
            followed[number] = followed[number + 1] if following is items[number].label else following is None
    return followed


def _worth(item: Item, *, is_followed: bool) -> float:
    """Say how likely a candidate is a label by what it shows itself and what follows it."""
    worth = item.evidence.weight + WORTH_OF_A_LETTER * min(len(item.text), LETTERS_THAT_COUNT)
    if item.has_link and not _opens_section(item):
        worth -= LOSS_OF_A_LINK  # most likely an entry of a menu
    return worth + GAIN_OF_A_VALUE if is_followed else worth  # a menu lists labels without values


def _opens_section(item: Item) -> bool:
    """Tell whether an item is a heading with a button in it, which folds what stands below and leads nowhere."""
    return item.line is not None and item.line.is_heading > 0 and not any(run.href for run in item.runs)


def _worth_with_mark(candidate: Candidate, marks: Marks, *, is_label: bool) -> float:
    """Say how likely a candidate is a label by how it is marked as well."""
    if not marks.labels or candidate.label.is_sentence:
        return candidate.worth
    mark = candidate.item.mark
    purity = marks.purity_beside(mark, is_label=is_label)
    if marks.lines[mark] >= COMMON_MARK and purity < IMPURE and marks.set_most_apart():
        return LEFT_OF_PROSE * candidate.item.evidence.weight  # marked otherwise here; only when there is no other
    return candidate.worth + WORTH_OF_A_MARK * purity
