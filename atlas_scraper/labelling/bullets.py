"""Labels behind a bullet or an icon, as lists of word processors have them: `•  Titre : Un jumelage`.

A line of a list is no label, whatever its words. Where several labels stand behind one bullet, and nowhere else, the
bullet is how the page sets its pairs out; what is marked as they are, behind that bullet, is a pair as well.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from atlas_scraper.blocks.document import Run
from atlas_scraper.labelling.colons import reads_as_pair
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.items import Item, text_of
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.marks import wherever_in_block
from atlas_scraper.labelling.thresholds import FEWEST_BULLETED
from atlas_scraper.values.beginnings import TESTED

NO_BULLETS = frozenset("«»\"'“”„‘’‹›([{+")
_WORDS = re.compile(r"[^\W_]|[«»\"'“”„‘’‹›(\[{+]")

Bullet = tuple[str, str]
"""The first sign of a line, and how the page marks it."""


def behind_bullets(items: Sequence[Item], labels: LabelIndex) -> Sequence[Item]:
    """Cut the bullets off lines of pairs whose labels stand only behind such; give the items with those lines cut."""
    # Most lines can be no words of the site, and so no known label behind a bullet.
    begun = [
        number
        for number, item in enumerate(items)
        if not (item.is_authors or item.text[:1].isalnum()) and _may_be_cut(item)
    ]
    cuts = {
        number: parts for number in begun if (parts := _cut_of(items[number], labels)) and _bullet_of(items[number])
    }
    if not cuts and not any(item.label and item.line and not item.line.text[0].isalnum() for item in items):
        return items
    told = _told(items, cuts, labels)
    if not told:
        return items
    bullets = {
        number: bullet
        for number, item in enumerate(items)
        if not item.text[:1].isalnum() and _may_be_cut(item) and (bullet := _bullet_of(item))
    }
    out: list[Item] = []
    for number, item in enumerate(items):
        marks = told.get(bullets[number], ()) if number in bullets else ()
        if marks and number in cuts:
            out += cuts[number]
            continue
        if marks:
            _mark_without_bullet(item, marks)
        out.append(item)
    return out


def bullets_of_labels(items: Sequence[Item], known: Collection[int]) -> frozenset[str]:
    """Give the bullets that several labels of a page stand behind, whose places are known."""
    lines = (item.line for number in known if not (item := items[number]).continues)
    counts = Counter(
        line.text[0] for line in lines if line and not (line.text[0].isalnum() or line.text[0] in NO_BULLETS)
    )
    return frozenset(bullet for bullet, count in counts.items() if count >= FEWEST_BULLETED)


def behind_bullet(item: Item, bullets: Collection[str]) -> Item:
    """Give a line that begins with one of some bullets without it, if anything stands behind it."""
    if item.text[:1] not in bullets or not (runs := _behind_bullet(item.runs)) or runs[0].mark != item.mark:
        return item
    bare = item.without_label()
    bare.text, bare.runs = text_of(runs), runs
    return bare


def _may_be_cut(item: Item) -> bool:
    return item.label is None and item.line is not None and not item.line.is_value


def _cut_of(item: Item, labels: LabelIndex) -> list[Item]:
    """Cut a line behind its bullet, and where the label there ends; empty where there is none."""
    line, text = item.line, item.text
    found = _WORDS.search(text)
    if line is None or found is None or not labels.may_begin_with(text[(start := found.start()) : start + TESTED]):
        return []
    runs = _behind_bullet(item.runs)
    parts = cut_into_items([line._replace(text=text_of(runs), runs=runs)], labels)
    for part in parts:
        part.block = part.line = line  # whose bullet tells that of labels nobody has listed
    return parts if parts[0].label is not None else []


def _behind_bullet(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Give what stands in a line behind the sign that it begins with."""
    for place, run in enumerate(runs):
        if found := _WORDS.search(run.text):
            return (run._replace(text=run.text[found.start() :]), *runs[place + 1 :])
    return ()


def _told(
    items: Sequence[Item], cuts: Mapping[int, Sequence[Item]], labels: LabelIndex
) -> dict[Bullet, Collection[str]]:
    """Give the bullets behind which several labels stand that stand nowhere else, with how those are marked."""
    behind: dict[Bullet, dict[Label, str]] = defaultdict(dict)
    elsewhere: set[Label | None] = set()
    for bullet, item in _labelled(items, cuts):
        if bullet and item.label in labels.rank:
            behind[bullet][item.label] = _within(item.mark)
        elif not (bullet or item.has_link or item.block.landmark):
            elsewhere.add(item.label)
    return {
        bullet: frozenset(found.values())
        for bullet, found in behind.items()
        if len(found.keys() - elsewhere) >= FEWEST_BULLETED
    }


def _labelled(items: Sequence[Item], cuts: Mapping[int, Sequence[Item]]) -> Iterator[tuple[Bullet | None, Item]]:
    """Yield what could be a label, with the bullet before it."""
    yield from ((_bullet_of(item), item) for item in items if item.label is not None)
    yield from ((_bullet_of(items[number]), parts[0]) for number, parts in cuts.items())


def _bullet_of(item: Item) -> Bullet | None:
    """Give the bullet that the line of an item begins with."""
    line = item.line
    if line is None or (first := line.text[0]).isalnum() or first in NO_BULLETS or item.continues or not line.path:
        return None
    return first, _within(next(run.mark for run in line.runs if not run.text.isspace()))


def _within(mark: str) -> str:
    """Give a mark without the place in the block and the outermost box, which a hidden pane has of its own."""
    return wherever_in_block(mark).partition(">")[2]


def _mark_without_bullet(item: Item, marks: Collection[str]) -> None:
    """Mark a line as what stands behind its bullet, where labels are marked so; long text keeps its bullets."""
    runs = _behind_bullet(item.runs)
    if not runs or _within(runs[0].mark) not in marks:
        return
    text = text_of(runs)
    if reads_as_pair(text):
        item.text = text
    elif runs[0].mark == item.mark:
        return
    item.mark, item.runs = runs[0].mark, runs
