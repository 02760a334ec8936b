"""The sign that a page puts between a label and its value on one line, other than a colon: a dash, an arrow, a bar.

A dash may as well be the bullet of a value, so the page tells: what stands behind most labels that share their line
with a value is its sign, and one of it is no part of any value. Where nothing marks labels, a line that begins with
one and goes on behind a sign is cut there, if that is how the page writes labels that it has nowhere else.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.items import Evidence, Item, item_of, text_of
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.thresholds import (
    FEWEST_ALONE,
    FEWEST_CUT_AT_SIGNS,
    FEWEST_SIGNS,
    LONGEST_LABEL,
    MOST_WITHOUT_SIGN,
)
from atlas_scraper.values.beginnings import TESTED
from atlas_scraper.values.text import fold

_DASHES = "-‐‑‒–—―"
_REQUIRED = "*"  # the mark of a required field, which some labels have and others have not
_LEADER = "…"  # dots or lines that lead over to a value, as many as there is room for, are one sign
_LEADERS = re.compile(r"\.{3,}+|_{3,}+|…{2,}+")
_GAP = "⇥"  # and so is a gap of spaces that a browser shows, as tabs become in a page saved by a word processor
_GAPS = re.compile(r"[\u00a0\u2002\u2003](?:(?:[ \n\r]*+[\u00a0\u2002\u2003])++|(?<=\u2003))[ \n\r]*+")
_SIGNS = rf"{_DASHES}=>→⇒➔➜»›|¦•·●■▪▸►~/{_LEADER}{_GAP}"
_SIGN = f"[{_SIGNS}]{{1,3}}"
_ANY = re.compile(f"[{_SIGNS}]")  # sought in a tenth of the time
# A sign and a letter may touch, a sign and a number may not: `-5` is a number.
_BEHIND_LABEL = re.compile(rf"(?:\*\s*+(?={_SIGN}))?({_SIGN}|\*)(?:\s++|$|(?=[^\W\d]))")
# A sign with the spaces around it, or on one side of it; a gap is space itself. It begins with one of a set, since only
# such a search is fast.
_WITHIN = re.compile(
    rf"[{_SIGNS}\s](?<!\s[{_SIGNS}\s])(?:(?<=\s)\s*+{_SIGN}\s*+|(?<=[{_SIGNS}])[{_SIGNS}]{{0,2}}\s++|(?<={_GAP}))"
)
_AT_END = re.compile(rf"({_SIGN})(?:\s++({_SIGN}))?+\s*+$")
_MOST_SIGNS = 6  # in a line up to the one behind its label, which may hold dashes itself


class _Pair(NamedTuple):
    """A label that shares its line with a value: both, the item below, and the sign between them.

    The sign stands at the beginning of the value, or where the value is in a stretch of its own, in that of the label;
    there, the bullet of the value may stand behind it.
    """

    label: Item
    value: Item
    below: Item | None
    sign: str
    is_in_label: bool = False
    bullet: str = ""


def leave_out_signs(items: Sequence[Item], found: Collection[int], labels: LabelIndex) -> str:
    """Leave the sign between labels and values out of the values; give it, or nothing where the page has none.

    Args:
        items: the items of the page, of which the values are changed.
        found: where its labels are.
        labels: the labels; those within a section count wherever they stand.
    """
    _leave_out_of_lines(items, found)
    known = {number for number, item in enumerate(items) if number in found or item.label in labels.inner}
    pairs = list(_pairs(items, known))
    if not any(pair.sign for pair in pairs):
        return ""
    open_pairs = [pair for pair in pairs if not _is_closed(pair) or pair.sign == _LEADER]
    sign = _most_common([pair.sign for pair in open_pairs], fewest=FEWEST_SIGNS)
    for pair in pairs:
        is_of_label = pair.sign == _REQUIRED or (len(open_pairs) < FEWEST_SIGNS and pair.sign in _DASHES)
        is_of_label = is_of_label and not _is_closed(pair) and not _begins_list(pair)
        is_of_page = bool(sign) and _are_alike(pair.sign, sign)
        is_left_out = bool(pair.sign) and (is_of_page or is_of_label or _is_of_kind(pair))
        if pair.is_in_label:
            _give_back(pair.value, pair.bullet if is_left_out else f"{pair.sign} {pair.bullet}")
        elif is_left_out:
            pair.value.text = _BEHIND_LABEL.sub("", _with_leader(pair.value.text), count=1)
    return sign


def _leave_out_of_lines(items: Sequence[Item], found: Collection[int]) -> None:
    """Leave out the sign that most values begin with that stand on one line of their own, such as an arrow."""
    below = [number + 1 for number in found if (label := items[number].label) and label.has_one_value]
    values = [items[number] for number in below if number < len(items) and number not in found]
    values = [value for value in values if value.line and not value.continues]
    for number in found:
        if number + 1 < len(items):
            _leave_out_drawn(items[number], items[number + 1])
    if sign := common_sign([value.text for value in values]):
        for value in values:
            value.text = without_sign(value.text, sign)


def _leave_out_drawn(label: Item, value: Item) -> None:
    """Leave out a sign in a stretch of its own before a value that is of its kind without it alone: `✓ 2017`."""
    fits = label.label.fits if label.label and value.line and len(value.runs) > 1 else None
    if fits and not fold(value.runs[0].text) and not fits(value.text) and fits(bare := text_of(value.runs[1:])):
        value.text = bare


def common_sign(texts: Sequence[str], *, fewest: int = FEWEST_CUT_AT_SIGNS) -> str:
    """Give the sign that most of some texts begin with, and no fewer than so many; or nothing."""
    return _most_common([found[1] if (found := _BEHIND_LABEL.match(text)) else "" for text in texts], fewest=fewest)


def _most_common(signs: Sequence[str], *, fewest: int) -> str:
    """Give the sign that nearly all have of those that may have one, and no fewer than so many; or nothing."""
    counts = Counter(filter(None, signs))
    sign = max(counts, key=counts.__getitem__, default="")
    is_common = counts[sign] >= fewest and len(signs) - counts[sign] <= MOST_WITHOUT_SIGN * len(signs)
    return sign if is_common else ""


def _give_back(value: Item, bullet: str) -> None:
    """Give a value the bullet that stands in the stretch of its label."""
    if bullet := bullet.strip():
        value.text = f"{bullet} {value.text}"
        value.runs = (value.runs[0]._replace(text=f"{bullet} "), *value.runs)


def begins_with_sign(text: str, sign: str) -> bool:
    """Tell whether a text begins with a page's sign."""
    found = _BEHIND_LABEL.match(text.lstrip())
    return found is not None and _are_alike(found[1], sign)


def end_before_sign(text: str, sign: str) -> int:
    """Give where the words before a page's sign end; 0 where it does not stand within a text."""
    found = next((found for found in _WITHIN.finditer(text) if _are_alike(found.group().strip(), sign)), None)
    return found.start() if found and fold(text[: found.start()]) else 0


def without_sign(text: str, sign: str) -> str:
    """Leave a page's sign out of the beginning of a text."""
    return _BEHIND_LABEL.sub("", text, count=1) if sign and begins_with_sign(text, sign) else text


def _pairs(items: Sequence[Item], known: Collection[int]) -> Iterator[_Pair]:
    for number in known:
        label, (value, below) = items[number], (*items[number + 1 : number + 3], None, None)[:2]
        if value is not None and value.continues and value.text and number + 1 not in known:
            found = _AT_END.search(label.text)
            if found and not (found[1] == "»" and "«" in label.text):  # which closes a quotation
                yield _Pair(label, value, below, found[1], is_in_label=True, bullet=found[2] or "")
            else:
                found = _BEHIND_LABEL.match(_with_leader(value.text))
                yield _Pair(label, value, below, found[1] if found else "")


def _is_closed(pair: _Pair) -> bool:
    """Tell whether a colon parts a label from its value, as that of a label may do beside any sign."""
    return pair.label.text.endswith(":") or "".join(run.text for run in pair.value.runs).lstrip().startswith(":")


def has_gap_between(label: Item, value: Item | None = None) -> bool:
    """Tell whether a label and the item behind it are parts of one line that no more than a gap parts."""
    if value is None or not value.continues:
        return False
    before = label.runs[-1].text
    between = before.removeprefix(before.rstrip()) + "".join([run.text for run in value.runs])
    return _with_gaps(between).lstrip().startswith(_GAP)


def ends_of_gap(text: str) -> tuple[int, int]:
    """Give where the first gap in a text, or the dots that lead to a value, begins and ends; twice 0 without one."""
    found = min(filter(None, (_LEADERS.search(text), _GAPS.search(text))), key=re.Match.start, default=None)
    return found.span() if found else (0, 0)


def _is_of_kind(pair: _Pair) -> bool:
    """Tell whether a value is of its label's kind, as a year or a state, which no sign belongs to."""
    fits = pair.label.label and pair.label.label.fits
    return bool(fits and fits(_BEHIND_LABEL.sub("", _with_leader(pair.value.text), count=1)))


def _with_leader(text: str) -> str:
    """Write the leaders that a text begins with as one sign."""
    found = _LEADERS.match(text)
    return f"{_LEADER}{text[found.end() :]}" if found else text


def _are_alike(sign: str, other: str) -> bool:
    """Tell whether two signs are one to who writes them: any dash is a dash."""
    return sign == other or (sign in _DASHES and other in _DASHES)


def _begins_list(pair: _Pair) -> bool:
    """Tell whether the line below a value begins with the same sign."""
    return pair.below is not None and pair.below.text.startswith(pair.sign)


def cut_at_signs(items: Sequence[Item], labels: LabelIndex) -> Sequence[Item]:
    """Cut lines that begin with a label and go on behind the page's sign, where the label stands nowhere else.

    That a sign is the page's is told by labels that it parts from values already, and by those that stand only so.
    """
    may_be_cut = ((number, item) for number, item in enumerate(items) if not (item.is_authors or item.label))
    cuts = {number: cut for number, item in may_be_cut if (cut := _cut_of(item, labels))}
    if not cuts:
        return items
    elsewhere = {item.label for item in items if not (item.has_link or item.block.landmark)} - labels.inner
    alone = {number: cut for number, cut in cuts.items() if cut[2] not in elsewhere}
    if len(alone) < FEWEST_ALONE * (len(cuts) - len(alone)):  # otherwise lines of text say the few others once more
        cuts = alone
    pairs = _pairs(items, {number for number, item in enumerate(items) if item.label})
    signs = Counter([pair.sign or _GAP * has_gap_between(*pair[:2]) for pair in pairs if not _is_closed(pair)])
    del signs[""]
    signs.update(sign for sign, _ in {(sign, label) for _, sign, label in cuts.values() if label in labels.rank})
    sign = max(signs, key=signs.__getitem__, default="")
    if signs[sign] < FEWEST_CUT_AT_SIGNS:
        return items
    out: list[Item] = []
    for number, item in enumerate(items):
        cut = cuts.get(number)
        out += _cut(item, item.line, cut[0], cut[2]) if cut and item.line and cut[1] == sign else [item]
    return out


def _cut_of(item: Item, labels: LabelIndex) -> tuple[int, str, Label] | None:
    """Give where the label that a line begins with ends, the sign behind it, and the label."""
    line = item.line
    if line is None or item.continues or line.is_value or not labels.may_begin_with(item.text[:TESTED]):
        return None
    text = "".join([run.text for run in item.runs])[: LONGEST_LABEL + 1]
    if "..." in text or "___" in text or "……" in text:
        text = _LEADERS.sub(lambda found: _LEADER.ljust(len(found.group())), text)
    text = _with_gaps(text)
    if not _ANY.search(text):
        return None
    best: tuple[int, str, Label] | None = None
    for _, found in zip(range(_MOST_SIGNS), _WITHIN.finditer(text), strict=False):
        label = labels.find(text[: found.start()])
        is_other = best is None or label is not best[2]  # a label of more words, which holds a sign itself
        if is_other and label and (label in labels.inner or label.has_one_value or label.holds_prose):
            best = found.start(), found.group().strip(), label
    return best


def _with_gaps(text: str) -> str:
    """Write the gaps of a text as signs, in a text as long as it was."""
    if "\u00a0" not in text and "\u2002" not in text and "\u2003" not in text:  # asked of many texts, true of few
        return text
    return _GAPS.sub(lambda found: _GAP.ljust(len(found.group())), text)


def _cut(item: Item, line: Line, end: int, label: Label) -> list[Item]:
    """Cut a line behind the first so many letters of its stretches."""
    head: list[Run] = []
    rest = list(item.runs)
    while len(rest[0].text) <= end:
        head.append(rest.pop(0))
        end -= len(head[-1].text)
    first = rest[0]
    head += [first._replace(text=first.text[:end])] if end else []
    rest[0] = first._replace(text=first.text[end:], mark=f"{first.mark}:")
    return [
        item_of(line, head, label=label, evidence=Evidence.COLON),
        item_of(line, rest, continues=True),
    ]
