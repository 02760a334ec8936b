"""Boxes that look like a table of two rows, the second of which is no row but a body: its cells are the rows.

    Nom          | Pays
    Dosso, Niger | Kayes, Mali

They are read line by line, and the numbers of their boxes tell the rows.
"""

from collections.abc import Collection, Sequence
from itertools import chain, pairwise

from atlas_scraper.blocks.document import Block, Line, PageTable
from atlas_scraper.labelling.marks import Path

_HEAD_AND_BODY = 2  # rows


def is_body_below_head(table: PageTable) -> bool:
    """Tell whether the cells of the second of two rows are rows themselves, as `are_rows` tells.

    Or words stand below a blank name as they do below others, and each has boxes without words beside it.
    """
    if len(table.rows) != _HEAD_AND_BODY:
        return False
    head, body = ([_paths(cell.blocks) for cell in row if cell.text] for row in table.rows)
    paths = [*chain.from_iterable(map(sorted, body))]
    depth = max((len(path) for each in head for path in each), default=0)
    if are_rows(body, depth):
        return True
    is_below_blank = any(cell.text and not name.text for name, cell in zip(*table.rows, strict=False))
    return is_below_blank and len(set(map(len, paths))) == 1 and _have_blanks(paths)


def are_rows(cells: Sequence[Collection[Path]], depth: int) -> bool:
    """Tell whether the cells of what looks like a row are rows themselves.

    Most have words in several boxes, or some have and all stand deeper than the names of columns.

    Args:
        cells: of each cell, the boxes in which it has words.
        depth: how deep the names of columns stand.
    """
    several = sum(len(cell) > 1 for cell in cells)
    return 2 * several > len(cells) or (several > 0 and all(len(path) > depth for cell in cells for path in cell))


def _have_blanks(paths: Sequence[tuple[int, ...]]) -> bool:
    """Tell whether one of some lines has boxes without words beside it in its own, by the number of the next."""
    return any(
        after[level] - path[level] > len(path) - level
        for path, after in pairwise(paths)
        if (level := sum(one == other for one, other in zip(path, after, strict=False))) < min(len(path), len(after))
    )


def _paths(blocks: Sequence[Block]) -> set[tuple[int, ...]]:
    """Give the boxes in which lines stand, those in tables among them."""
    paths = {block.path for block in blocks if isinstance(block, Line)}
    cells = (cell for block in blocks if isinstance(block, PageTable) for row in block.rows for cell in row)
    return paths.union(*(_paths(cell.blocks) for cell in cells))
