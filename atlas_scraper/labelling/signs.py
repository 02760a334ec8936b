"""The sign that a page puts between a label and its value on one line, other than a colon: a dash, an arrow, a bar.

A dash may as well be the bullet of a value, so the page tells: what stands behind most labels that share their line
with a value is its sign, and one of it is no part of any value. Where nothing marks labels, a line that begins with
one and goes on behind a sign is cut there, if that is how the page writes labels that it has nowhere else.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from atlas_scraper.blocks.document import Line
from atlas_scraper.labelling.items import Evidence, Item, item_of
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.thresholds import FEWEST_CUT_AT_SIGNS, FEWEST_SIGNS, LONGEST_LABEL, MOST_WITHOUT_SIGN

_DASHES = "-‐‑‒–—―"
_REQUIRED = "*"  # the mark of a required field, which some labels have and others have not
_SIGN = rf"[{_DASHES}*=>→⇒➔➜»›|¦•·●■▪▸►~/]{{1,3}}"
# A sign and a letter may touch, a sign and a number may not: `-5` is a number.
_BEHIND_LABEL = re.compile(rf"(?:\*\s*+(?={_SIGN}))?({_SIGN})(?:\s++|$|(?=[^\W\d]))")
_WITHIN = re.compile(rf"(?<!\s)(?:\s++({_SIGN})\s*+|({_SIGN})\s++)")
_MOST_SIGNS = 6  # in a line up to the one behind its label, which may hold dashes itself


class _Pair(NamedTuple):
    """A label that shares its line with a value: both, the item below, and the sign that the value begins with."""

    label: Item
    value: Item
    below: Item | None
    sign: str


def leave_out_signs(items: Sequence[Item], found: Collection[int], labels: LabelIndex) -> str:
    """Leave the sign between labels and values out of the values; give it, or nothing where the page has none.

    Args:
        items: the items of the page, of which the values are changed.
        found: where its labels are.
        labels: the labels; those within a section count wherever they stand.
    """
    known = [number for number, item in enumerate(items) if number in found or item.label in labels.inner]
    pairs = list(_pairs(items, known))
    if not any(pair.sign for pair in pairs):
        return ""
    open_pairs = [pair for pair in pairs if not _is_closed(pair)]
    counts = Counter(pair.sign for pair in open_pairs if pair.sign)
    sign, count = counts.most_common(1)[0] if counts else ("", 0)
    is_of_page = count >= FEWEST_SIGNS and len(open_pairs) - count <= MOST_WITHOUT_SIGN * len(open_pairs)
    for pair in pairs:
        is_of_label = pair.sign == _REQUIRED or (len(open_pairs) < FEWEST_SIGNS and pair.sign in _DASHES)
        is_of_label = is_of_label and not _is_closed(pair) and not _begins_list(pair)
        is_of_page_s = is_of_page and _are_alike(pair.sign, sign)
        if pair.sign and (is_of_page_s or is_of_label or _is_of_kind(pair)):
            pair.value.text = _BEHIND_LABEL.sub("", pair.value.text, count=1)
    return sign if is_of_page else ""


def begins_with_sign(text: str, sign: str) -> bool:
    """Tell whether a text begins with a page's sign."""
    found = _BEHIND_LABEL.match(text.lstrip())
    return found is not None and _are_alike(found[1], sign)


def without_sign(text: str, sign: str) -> str:
    """Leave a page's sign out of the beginning of a text."""
    return _BEHIND_LABEL.sub("", text, count=1) if sign and begins_with_sign(text, sign) else text


def _pairs(items: Sequence[Item], known: Sequence[int]) -> Iterator[_Pair]:
    for number in known:
        label, (value, below) = items[number], (*items[number + 1 : number + 3], None, None)[:2]
        if value is not None and value.continues and value.text and not value.label:
            found = _BEHIND_LABEL.match(value.text)
            yield _Pair(label, value, below, found[1] if found else "")


def _is_closed(pair: _Pair) -> bool:
    """Tell whether a colon parts a label from its value, as that of a label may do beside any sign."""
    return pair.label.text.endswith(":") or "".join(run.text for run in pair.value.runs).lstrip().startswith(":")


def _is_of_kind(pair: _Pair) -> bool:
    """Tell whether a value is of its label's kind, as a year or a state, which no sign belongs to."""
    fits = pair.label.label and pair.label.label.fits
    return bool(fits and fits(_BEHIND_LABEL.sub("", pair.value.text, count=1)))


def _are_alike(sign: str, other: str) -> bool:
    """Tell whether two signs are one to who writes them: any dash is a dash."""
    return sign == other or (sign in _DASHES and other in _DASHES)


def _begins_list(pair: _Pair) -> bool:
    """Tell whether the line below a value begins with the same sign."""
    return pair.below is not None and pair.below.text.startswith(pair.sign)


def cut_at_signs(items: Sequence[Item], labels: LabelIndex) -> Sequence[Item]:
    """Cut lines that begin with a label and go on behind a sign, where labels stand so that stand nowhere else."""
    cuts = {number: cut for number, item in enumerate(items) if (cut := _cut_of(item, labels))}
    if len(cuts) < FEWEST_CUT_AT_SIGNS:
        return items
    elsewhere = {item.label for item in items}
    only_so = {label for _, _, label in cuts.values()} - elsewhere
    signs = Counter(sign for _, sign, label in cuts.values() if label in only_so)
    sign, count = signs.most_common(1)[0] if signs else ("", 0)
    if count < FEWEST_CUT_AT_SIGNS:
        return items
    out: list[Item] = []
    for number, item in enumerate(items):
        end, own, label = cuts.get(number, (0, "", None))
        out += _cut(item, item.line, end, label) if item.line and label and own == sign else [item]
    return out


def _cut_of(item: Item, labels: LabelIndex) -> tuple[int, str, Label] | None:
    """Give where the label that a line begins with ends, the sign behind it, and the label."""
    line = item.line
    if line is None or item.is_authors or item.label or item.continues or line.is_value or not item.runs:
        return None
    text = item.runs[0].text[: LONGEST_LABEL + 1]
    best: tuple[int, str, Label] | None = None
    for _, found in zip(range(_MOST_SIGNS), _WITHIN.finditer(text), strict=False):
        label = labels.find(text[: found.start()])
        is_other = best is None or label is not best[2]  # a label of more words, which holds a sign itself
        if is_other and label in labels.rank and label and (label.has_one_value or label.holds_prose):
            best = found.start(), found[1] or found[2], label
    return best


def _cut(item: Item, line: Line, end: int, label: Label) -> list[Item]:
    first, *others = item.runs
    head, rest = first._replace(text=first.text[:end]), first._replace(text=first.text[end:], mark=f"{first.mark}:")
    return [
        item_of(line, [head], label=label, evidence=Evidence.COLON),
        item_of(line, [rest, *others], continues=True),
    ]
