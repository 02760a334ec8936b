"""What changed since the last release, project by project: the old value of each field and its new one."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import takewhile
from typing import Any

from atlas_scraper.report.cells import Words
from atlas_scraper.report.words import day, grouped, words_of

_MOST = 50
_EUROS = frozenset({"amount_eur", "one_percent_eur"})
_LONG, _AROUND, _CUT = 160, 40, "…"
Value = str | Words


@dataclass(frozen=True, slots=True)
class Difference:
    """What a field said and says: of lists, the entries that went and came, beside those that `stay`."""

    field: str
    before: Sequence[Value]
    after: Sequence[Value]
    stay: bool = False


@dataclass(frozen=True, slots=True)
class Changed:
    """A project that was added, changed or is gone; `title` is empty where it is not known."""

    project_id: int
    change: str
    title: str
    differences: Sequence[Difference]

    def titled(self, titles: Mapping[int, str]) -> "Changed":
        """Give the same with the title that a list has, where it has none."""
        title = self.title or titles.get(self.project_id, "")
        return Changed(self.project_id, self.change, title, self.differences)


def read_changes(changes: Iterable[Mapping[str, Any]]) -> tuple[list[Changed], Counter[str]]:
    """Take in the lines of `changes.jsonl`, read; `title` may stand in them too.

    Returns:
        The first fifty, and how many there are of each kind.
    """
    totals, first = Counter({"added": 0, "changed": 0, "gone": 0}), list[Changed]()
    for change in changes:
        totals[change["change"]] += 1
        if len(first) < _MOST:
            found = [_difference(name, held) for name, held in change["fields"].items()]
            first.append(Changed(change["project_id"], change["change"], change.get("title", ""), found))
    return first, totals


def _difference(name: str, held: Mapping[str, Any]) -> Difference:
    before, after = held["before"], held["after"]
    stay = False
    if isinstance(before or after, list):
        olds, news = list(map(_said, before or ())), list(map(_said, after or ()))
        gone, come = _without(olds, news), _without(news, olds)
        if not gone and not come:  # the same in another order
            gone, come = olds, news
        stay = len(gone) < len(olds) or len(come) < len(news)
    else:
        gone, come = ([_said(each, name)] if each not in (None, "") else [] for each in (before, after))
    if len(gone) == len(come) == 1 and isinstance(gone[0], str) and isinstance(come[0], str):
        old, new = _narrowed(gone[0], come[0])
        return Difference(name, [old], [new], stay)
    return Difference(name, list(map(_shortened, gone)), list(map(_shortened, come)), stay)


def _without(values: Sequence[Value], others: Sequence[Value]) -> list[Value]:
    """Leave out what stands in another list too, as often as it stands there."""
    left, kept = Counter(others), []
    for value in values:
        if left[value]:
            left[value] -= 1
        else:
            kept.append(value)
    return kept


def _said(value: Any, name: str = "") -> Value:
    """Write a value for people: parts of a thing side by side, days and states in both languages."""
    if isinstance(value, bool):
        return words_of("value", "yes" if value else "no")
    if isinstance(value, Mapping):
        return " · ".join(part for key, each in value.items() if (part := _part(each, key)))
    if name == "end_date":
        return day(date.fromisoformat(value))
    return words_of("value", value) if name == "status" else str(value)


def _part(value: Any, name: str) -> str:
    if isinstance(value, list):
        return ", ".join(part for each in value if (part := _part(each, name)))
    if name in _EUROS and value is not None:
        return f"{grouped(Decimal(str(value)))[0]} €"
    return str(_said(value)) if isinstance(value, Mapping) else ("" if value is None else str(value))


def _narrowed(before: str, after: str) -> tuple[str, str]:
    """Cut from two long texts what they share in front and behind, but for a few words."""
    if max(len(before), len(after)) <= _LONG:
        return before, after
    front = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    rest = min(len(before), len(after)) - front
    ends = zip(before[::-1][:rest], after[::-1][:rest], strict=False)
    behind = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ends))
    start = max(0, front - _AROUND)
    cut = [_cut(text, start, len(text) - max(0, behind - _AROUND)) for text in (before, after)]
    return str(_shortened(cut[0])), str(_shortened(cut[1]))


def _cut(text: str, start: int, end: int) -> str:
    return (_CUT if start else "") + text[start:end] + (_CUT if end < len(text) else "")


def _shortened(value: Value) -> Value:
    if not isinstance(value, str) or len(value) <= 2 * _LONG:
        return value
    return value[: 2 * _LONG - 1] + _CUT
