"""What a page hides and nothing on it opens, or strikes out: read by no section, and yet said.

Within the content it may be a value that a script shows, or an older one: it stays as unread text. Around the content,
or where a single word is hidden, such as an icon's name, or a picture stands for words, it is the site's frame, and
like that checked across pages. What a table hides in a column that it lacks is a value, and said in any case.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from atlas_scraper.blocks.document import SIGN, STRUCK, Line
from atlas_scraper.labelling.frame import Content
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.marks import Path
from atlas_scraper.values.text import fold, fold_once

_LONG = 12  # folded letters of words that hardly stand within others by accident


def sort_hidden(
    hidden: Sequence[Line], items: Sequence[Item], found: Collection[int], labels: LabelIndex
) -> tuple[list[str], list[str]]:
    """Sort hidden texts into those of the content and those of the frame; what the page shows, too, is neither.

    Args:
        hidden: the texts, with the boxes that they stand in.
        items: the items of the page.
        found: where its labels are.
        labels: the labels, and the site's own words.
    """
    if not hidden or not found:
        return [], []
    said = [line for line in hidden if line.landmark != SIGN and not _is_site_s(line.text, labels) and fold(line.text)]
    if not said:
        return [], []
    content = Content(items, found, labels)
    shown = _Shown(items)
    lacking = _lacking_columns(hidden, items, labels)
    inside: list[str] = []
    around: list[str] = []
    cells: dict[Path, list[str]] = {path: [] for path in lacking if content.encloses(path)}
    for line in said:
        if line.path in cells:
            cells[line.path].append(line.text)
        elif not shown.says(line, labels):
            is_struck = any(run.mark == STRUCK for run in line.runs)
            says_something = " " in line.text or is_struck or line.is_value
            is_content = says_something and content.encloses(line.path) and not line.landmark
            (inside if is_content else around).append(line.text)
    return [*inside, *("\n".join(texts) for texts in cells.values() if texts)], around


def _lacking_columns(hidden: Sequence[Line], items: Sequence[Item], labels: LabelIndex) -> list[Path]:
    """Give where the tables are that hide the name of a column, and show none of that name."""
    names: dict[Path, set[str]] = {}
    for line in hidden:
        if labels.is_column(line.text):
            names.setdefault(line.path, set()).add(fold(line.text))
    tables = [item.table for item in items if item.table is not None and item.table.path in names]
    shown = {table.path: {fold(cell.text) for row in table.rows for cell in row} for table in tables}
    return [path for path, texts in shown.items() if not names[path] <= texts]


class _Shown:
    """What a page shows, folded at one go: few hidden texts are in it at all, and only for those each text is."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._everything = fold_once("\n".join([item.text for item in items]))

    def says(self, line: Line, labels: LabelIndex) -> bool:
        """Tell whether a text is shown, too: as a whole, or within others where that can hardly be by accident.

        The rows of a table that stand again as cards, for telephones, have the names of its columns in between.
        """
        folded = fold(line.text)
        if folded not in self._everything:
            parts = [run.text for run in line.runs] or [line.text]
            folded = "".join([fold(text) for text in parts if not _is_site_s(text, labels)])
        return not folded or (folded in self._everything and (len(folded) >= _LONG or folded in self._texts))

    @cached_property
    def _texts(self) -> frozenset[str]:
        return frozenset(map(fold, _texts(self._items)))


def _is_site_s(text: str, labels: LabelIndex) -> bool:
    """Tell whether a text is the site's own, or only the words of a label or a column."""
    words, label = labels.words, labels.find(text)
    is_label = label is not None and not (label.takes_more and fold(text) not in map(fold, label.spellings))
    return words.is_frame(text) or words.is_empty(text) or is_label or labels.is_column(text)


def _texts(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        yield item.text
        if item.table is not None:
            yield from (cell.text for row in item.table.rows for cell in row)
