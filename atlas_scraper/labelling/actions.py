"""What links and buttons of the site say on the lines of a page and in the cells of its tables: `Modifier`, `Trier`.

They are told by their words alone, whole, wherever they lead.
"""

from collections.abc import Sequence
from itertools import zip_longest

from atlas_scraper.blocks.document import Cell, Line, PageTable, Run
from atlas_scraper.labelling.items import text_of
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.words import SiteWords

_OPENING = frozenset("[(")
_AROUND = " \t\r\n\xa0[]()|·•"


def without_actions(table: PageTable, words: SiteWords) -> PageTable:
    """Leave out what buttons within the cells say, such as `Trier` in a header, and a column that says nothing else."""
    if table.plain is not None:
        return table
    changed: dict[int, Cell] = {}
    acting = {id(cell): cell for row in table.rows for cell in row if _has_actions(cell)}
    for key, cell in acting.items():
        lines = [split_actions(block.runs, words) for block in cell.blocks if isinstance(block, Line)]
        if len(lines) == len(cell.blocks) and any(actions for _, actions in lines):
            changed[key] = cell._replace(text=" ".join([text_of(content) for content, _ in lines]))
    for column in zip_longest(*table.rows) if acting else ():
        cells = [cell for cell in column if cell is not None]
        if acting.keys().isdisjoint(map(id, cells)):
            continue
        if all(not cell.text or words.may_be_action(cell.text) or _says_actions(cell, words) for cell in cells):
            changed.update({id(cell): cell._replace(text="") for cell in cells})
    if not changed:
        return table
    return table._replace(rows=tuple(tuple(changed.get(id(cell), cell) for cell in row) for row in table.rows))


def _has_actions(cell: Cell) -> bool:
    for block in cell.blocks:
        if isinstance(block, Line):
            for run in block.runs:
                if run.interactive:
                    return True
    return False


def _says_actions(cell: Cell, words: SiteWords) -> bool:
    """Tell whether a cell says no more than several links and buttons of the site."""
    lines = [block for block in cell.blocks if isinstance(block, Line)]
    said = [run for line in lines for run in line.runs if run.text.strip(_AROUND)]
    return len(lines) == len(cell.blocks) and all(run.interactive and words.may_be_action(run.text) for run in said)


def split_actions(runs: Sequence[Run], words: SiteWords) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Split a line into its content and the links and buttons of the site at its end, such as `Modifier`.

    They are told by their words alone: a link that leads nowhere may hold a value. Brackets may stand around them. What
    ends a link that says more, or a sentence that goes on, is of these.
    """
    end = len(runs)
    for place in range(len(runs) - 1, -1, -1):
        if runs[place].interactive and words.may_be_action(runs[place].text):
            if _ends_link(runs[:place], runs[place], words):
                break
            end = place
        elif runs[place].text.strip(_AROUND):
            break
    if end < len(runs) and words.goes_on.search(text_of(runs[:end])):
        end = next(place for place in range(end, len(runs)) if runs[place].interactive) + 1
    while 0 < end < len(runs) and not runs[end - 1].text.strip(_AROUND):
        end -= 1
    if not text_of(runs[:end]):
        return tuple(runs), ()
    content, actions = tuple(runs[:end]), tuple(runs[end:])
    if actions and (opened := content[-1].text.rstrip())[-1:] in _OPENING:
        content = (*content[:-1], content[-1]._replace(text=opened[:-1]))
        actions = (runs[end]._replace(text=opened[-1]), *actions)
    return content, actions


def _ends_link(before: Sequence[Run], run: Run, words: SiteWords) -> bool:
    """Tell whether a stretch stands within a link that says other words of no action right before it."""
    last = before[-1] if before else run
    is_within = last.interactive and last.href == run.href and run.mark.startswith(f"{last.mark}>")
    return is_within and any(map(str.isalnum, last.text)) and not words.may_be_action(last.text)


def without_labels_of_actions(runs: Sequence[Run], labels: LabelIndex) -> tuple[Run, ...]:
    """Leave out the words of a label that a link of the site says for who cannot see what it stands beside.

    As in `<a>Modifier<span> le titre</span></a>`, whose second stretch is not shown.
    """
    kept: list[Run] = []
    for run in runs:
        action = kept[-1] if kept else None
        is_within = action is not None and action.interactive and run.mark.startswith(f"{action.mark}>")
        if not (is_within and action and labels.words.may_be_action(action.text) and labels.find(run.text)):
            kept.append(run)
    return tuple(kept)
