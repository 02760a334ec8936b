"""Lines that are written as the page writes its labels, where no mark tells them: `[Budget] 12 000`, `Budget   12 000`.

A page that puts its labels in brackets or quotation marks, or a gap of spaces or dots behind them, does so with those
that nobody has listed as well. Such a line is cut as that of a known label is; what it begins with is a label.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from atlas_scraper.labelling.brackets import cut_runs
from atlas_scraper.labelling.items import Evidence, Item, item_of
from atlas_scraper.labelling.labels import Label, is_prose
from atlas_scraper.labelling.marks import without_places
from atlas_scraper.labelling.signs import ends_of_gap, has_gap_between
from atlas_scraper.labelling.thresholds import FEWEST_OF_FORM, MOST_OF_NO_FORM, SHORT_LABEL
from atlas_scraper.values.text import fold

_CLOSING = {"[": "]", "(": ")", "{": "}", "«": "»", "“": "”", '"': '"'}
_QUOTES = frozenset('«“"')
_GAP = " "
_FIRST = 3  # labels of a page, one of which has a value


class _Parts(NamedTuple):
    """Where in the text of a line its label begins and ends, and where what stands behind it begins."""

    start: int
    end: int
    rest: int


def form_of_labels(items: Sequence[Item], found: Collection[int]) -> str:
    """Give the form in which a page writes labels that no mark tells: an opening bracket or a gap; or nothing.

    Args:
        items: the items of the page.
        found: where its labels are, in the page's order.
    """
    if not any(_may_have_form(items[number]) for number in islice(found, _FIRST)):
        return ""  # as nearly all pages
    alone = [number for number in found if (label := items[number].label) and not label.heads_table]
    unmarked = [number for number in alone if _is_unmarked(items[number])]
    openings = [items[number].block.text[0] for number in unmarked]
    if any(opening in _CLOSING for opening in openings):
        return _most_common([opening if opening in _CLOSING else "" for opening in openings])
    parted = [number for number in unmarked if items[number].evidence is not Evidence.WHOLE]
    return _most_common([_GAP if has_gap_between(*items[number : number + 2]) else "" for number in parted])


def _may_have_form(item: Item) -> bool:
    """Tell quickly whether a label may be in brackets, or part of a line in which nothing marks it."""
    return item.evidence is Evidence.COLON or item.evidence is Evidence.START or item.block.text[0] in _CLOSING


def _is_unmarked(item: Item) -> bool:
    """Tell whether nothing but its words marks a label: no heading, no element within its line."""
    return item.line is not None and not item.line.is_heading and _mark_of_line(item).endswith(">")


def _most_common(forms: Sequence[str]) -> str:
    """Give the form that nearly all of some labels have, and enough of them; or nothing."""
    form, count = Counter(forms).most_common(1)[0] if forms else ("", 0)
    return form if count >= FEWEST_OF_FORM and len(forms) - count <= MOST_OF_NO_FORM * len(forms) else ""


def cut_as_labels(items: Sequence[Item], found: Mapping[Label, int], form: str) -> list[Item]:
    """Cut the lines that have the form of a page's labels; what they begin with has evidence, and no label.

    Args:
        items: the items of the page.
        found: where its labels are; below those of tables lines are rows.
        form: the form.
    """
    marks = {_mark_of_line(items[number]) for number in found.values()}
    starts = {number: label.heads_table or label.reads_itself for label, number in found.items()}
    out: list[Item] = []
    are_rows = True  # above the first label, as below those of tables
    for number, item in enumerate(items):
        are_rows = starts.get(number, are_rows)
        may_be_label = not (are_rows or number in starts) and _mark_of_line(item) in marks
        parts = _parts_of(item, form) if may_be_label else None
        out += [item] if parts is None else _cut(item, parts)
    return out


def places_of_form(items: Sequence[Item]) -> set[int]:
    """Give the places of the lines that are labels by their form alone."""
    return {number for number, item in enumerate(items) if item.evidence is Evidence.COLON and item.label is None}


def _mark_of_line(item: Item) -> str:
    """Give how the line of an item begins, wherever among its neighbours its box stands."""
    runs = item.line.runs if item.line else ()
    return without_places(next((run.mark for run in runs if not run.text.isspace()), ""))


def _parts_of(item: Item, form: str) -> _Parts | None:
    """Give the parts of a line that has the form of a label, alone or with a value behind it; `None` for any other."""
    line = item.line
    if line is None or item.label or item.continues or item.fate or line.is_value or not line.path:
        return None
    text = "".join([run.text for run in item.runs])
    begin = len(text) - len(text.lstrip())
    if form == _GAP:
        end, rest = ends_of_gap(text[: begin + SHORT_LABEL])
        parts = _Parts(begin, end, rest)
    elif text[begin : begin + 1] != form or (end := text.find(_CLOSING[form], begin + 1, begin + SHORT_LABEL)) < 0:
        return None
    else:
        parts = _Parts(begin + 1, end, end + 1)
    said, behind = text[parts.start : parts.end].strip(), text[parts.rest :].strip()
    # A sentence may begin with a quotation, too, and goes on behind it.
    goes_on = form in _QUOTES and behind and behind[0] != ":" and not (behind[0].isupper() or behind[0].isdigit())
    is_label = said[:1].isupper() and bool(fold(said)) and not is_prose(said) and not goes_on
    return parts if is_label else None


def _cut(item: Item, parts: _Parts) -> list[Item]:
    """Cut a line into what it begins with and what stands behind that, if anything does."""
    line = item.line
    if line is None:
        return [item]
    said = cut_runs(item.runs, parts.start, parts.end)
    value = cut_runs(item.runs, parts.rest, sum(len(run.text) for run in item.runs))
    head = item_of(line, said, evidence=Evidence.COLON)
    if not any(fold(run.text) for run in value):
        return [head]
    if value[0].mark == said[-1].mark:  # a mark that tells the value from the label before it
        value[0] = value[0]._replace(mark=f"{value[0].mark}:")
    return [head, item_of(line, value, continues=True, is_behind_colon=True)]
