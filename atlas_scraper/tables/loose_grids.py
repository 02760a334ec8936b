"""Rows of a table whose boxes stand in no rows: all cells straight in one box, or a box for each column.

A style sheet lays such boxes out as a grid. Empty cells make no line, but each box has a number, also where nothing
stands in it, so a cell's place is told by the number of its box. Where that does not fit the columns, nothing is read.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise, takewhile
from operator import itemgetter

from atlas_scraper.blocks.document import Cell, PageTable
from atlas_scraper.labelling.marks import Path, common_box, shared_depth, without_places
from atlas_scraper.tables.box_rows import Line, are_names_and_values, is_alternating, path_of, take_turns
from atlas_scraper.tables.card_actions import Action
from atlas_scraper.tables.card_entries import column_of, mark_of, runs_of
from atlas_scraper.tables.columns import PageColumn, count_listed, match_columns
from atlas_scraper.tables.line_cards import Cards
from atlas_scraper.tables.readings import count_misfits
from atlas_scraper.tables.rows_below_head import Grid, rows_below_head
from atlas_scraper.values.text import fold

_FEWEST_NAMES = 2
_MOST_MISFITS = 0.25  # of the cells in columns that not any text fits; a country may be unknown, a grid read wrong not
_MOST_OF_ROWS = 0.5  # the same where rows of boxes are told: all countries of a short table may be unknown
_MOST_CELLS = 20_000  # an empty grid this large is a mistake


def read_loose_grid(
    lines: Sequence[Line], columns: Sequence[PageColumn], actions: Sequence[Action] = (), title: Path = ()
) -> Cards | None:
    """Read lines as a grid without rows, under a header; `None` for anything else. The arguments are as of cards."""
    if len(lines) <= _FEWEST_NAMES or not column_of(lines[0][0], columns) or not path_of(lines[0]):
        return None
    grids = [*_straight_in_a_box(lines, columns), *_in_boxes_of_columns(lines, columns)]
    tables = [(misfits, grid) for grid in grids if (misfits := _misfits(_table(grid), columns)) is not None]
    best = min((misfits for misfits, _ in tables), default=0)
    # Widths that differ by a column without words say the same rows; the wider one has it.
    said = {
        tuple(tuple(cell.text for cell in row) for row in _table(grid).rows): grid for n, grid in tables if n == best
    }
    likeliest = list(said.values())
    if len(likeliest) != 1:
        return None
    (grid,) = likeliest
    return _cards(grid, lines, columns, (actions, title))


def read_rows_below_head(
    lines: Sequence[Line], columns: Sequence[PageColumn], actions: Sequence[Action] = (), title: Path = ()
) -> Cards | None:
    """Read lines as rows of boxes below a row of names, where they fit those; `None` for anything else."""
    ways = [(below, _misfits(_table(below.grid), columns, _MOST_OF_ROWS)) for below in rows_below_head(lines, columns)]
    fitting = [(below.glued + misfits, below) for below, misfits in ways if misfits is not None]
    if not fitting:
        return None
    _, best = min(fitting, key=itemgetter(0))
    cards = _cards(best.grid, lines, columns, (actions, title), has_rows=True)
    return Cards(cards.table, [*cards.used, *best.beside], best.doubtful)


def _cards(
    grid: Grid,
    lines: Sequence[Line],
    columns: Sequence[PageColumn],
    said: tuple[Sequence[Action], Path],
    *,
    has_rows: bool = False,
) -> Cards:
    """Give a grid as a table, with the links that its rows have, those of the site's own words and icons among them."""
    actions, title = said
    used = [line for cell in grid.values() for line in cell]
    around = common_box(map(path_of, used))
    # A link in the foot of a card is beside the box of its cells, and yet nearer to that than the title is.
    is_lone = bool(title) and max(row for row, _ in grid) == 1
    least = shared_depth(title, around) + 1 if is_lone else len(around)
    inside = [action for action in actions if shared_depth(action.path, around) >= min(least, len(around))]
    rows = {id(line[1]): row for (row, _), cell in grid.items() for line in cell}
    behind = [(lines[max(0, action.place - 1)], action.links) for action in inside if around != title[: len(around)]]
    icons = [(line, (run.href,)) for line in used for run in runs_of(line) if run.href and not run.interactive]
    links: dict[int, list[str]] = {}
    for line, addresses in [*icons, *behind]:
        links.setdefault(rows.get(id(line[1]), 0), []).extend(addresses)
    is_straight = {path_of(line)[:-1] for line in used} == {around}
    has_blank = has_rows or (is_straight and _width(grid) > sum(row == 0 for row, _ in grid))
    return Cards(_with_icons(grid, links, columns, has_blank=has_blank), used, [])


def _width(grid: Grid) -> int:
    """Give the number of boxes in a row of a grid whose cells stand straight in one box."""
    (row, column), cell = max(grid.items())
    return (path_of(cell[0])[-1] - path_of(grid[0, 0][0])[-1] - column) // row


def _with_icons(
    grid: Grid, links: Mapping[int, Sequence[str]], columns: Sequence[PageColumn], *, has_blank: bool
) -> PageTable:
    """Give the links of icons to the cells that say what their rows are about, where these have none.

    An icon's link is kept with the line before it: one of its row, or of the row before where icons come first, as one
    behind the header shows. In boxes of columns that tells nothing of rows, and without a box of its own it may
    stand in that of a country: only a lone row has it then.

    Args:
        grid: the grid.
        links: the links of icons, by the row of the line before them; those of the site's own words among them.
        columns: the columns of the table.
        has_blank: whether all cells stand straight in one box, those of a column without a name among them.
    """
    header, *rows = _table(grid).rows
    matched = match_columns([cell.text for cell in header], columns)
    own = next((place for place, column in enumerate(matched) if column and column.is_required), None)
    numbers = sorted({row for row, _ in grid})[1:]
    if own is None or not links or (len(rows) != 1 and not has_blank):
        return _table(grid)
    before = int(0 in links)
    for place, (row, number) in enumerate(zip(rows, numbers, strict=True)):
        icons = [link for each in links.values() for link in each] if len(rows) == 1 else links.get(number - before, ())
        if icons and not row[own].links:
            rows[place] = (*row[:own], row[own]._replace(links=tuple(icons)), *row[own + 1 :])
    return PageTable((header, *rows))


def _straight_in_a_box(lines: Sequence[Line], columns: Sequence[PageColumn]) -> Iterator[Grid]:
    """Place the lines of boxes that all stand straight in one: the names of columns, then the cells row by row."""
    around = path_of(lines[0])[:-1]
    inside = [*takewhile(lambda line: path_of(line)[:-1] == around, lines)] if around else []
    names, is_marked = _size_of_header(inside, columns) if inside else (0, False)
    if not names < len(inside) or any(column_of(text, columns) for text, _ in lines[names:]):
        return
    header = inside[:names]
    matched = match_columns([text for text, _ in header], columns)
    are_turns = is_alternating(matched) or are_names_and_values(header, matched) or take_turns(header, matched)
    if not is_marked and are_turns:
        return  # a card: header and value in turns, or without a value
    first = path_of(inside[0])[-1]
    places = [path_of(line)[-1] - first for line in inside]
    # Between the last name and the first cell with words the name of a column may be blank, or the first cells.
    for width in sorted({names, places[names]}):
        if places[names - 1] < width and places[-1] <= _MOST_CELLS:
            grid: Grid = {}
            for place, line in zip(places, inside, strict=True):
                grid.setdefault(divmod(place, width), []).append(line)
            yield grid


def _size_of_header(lines: Sequence[Line], columns: Sequence[PageColumn]) -> tuple[int, bool]:
    """Count the names at the head; tell whether they are marked as no cell is, or else end with the last known one."""
    first = without_places(mark_of(lines[0]))
    alike = [without_places(mark_of(line)) == first for line in lines]
    size = alike.index(False) if False in alike else 0
    if size and not any(alike[size:]):
        return size, True
    return max((place for place, (text, _) in enumerate(lines) if column_of(text, columns)), default=0) + 1, False


def _in_boxes_of_columns(lines: Sequence[Line], columns: Sequence[PageColumn]) -> Iterator[Grid]:
    """Place the lines of boxes that are a column each: its name, and below it a cell for each row."""
    starts = [place for place, (text, _) in enumerate(lines) if column_of(text, columns)]
    if len(starts) < _FEWEST_NAMES or starts[0] != 0:
        return
    level = shared_depth(path_of(lines[0]), path_of(lines[starts[1]]))
    groups = [[*group] for _, group in groupby(lines, key=lambda line: path_of(line)[: level + 1])]
    if len(groups) < len(starts) or any(len(path_of(group[0])) <= level for group in groups):
        return
    rows = _rows_of(groups, level)
    if rows is None:
        return
    grid: Grid = {}
    for column, ((head, *cells), places) in enumerate(zip(groups, rows, strict=True)):
        grid[0, column] = [head]
        for row, cell in zip(places, cells, strict=True):
            grid.setdefault((row, column), []).append(cell)
    yield grid


def _rows_of(groups: Sequence[Sequence[Line]], level: int) -> list[list[int]] | None:
    """Give the row of each cell below the head of its column; `None` where nothing tells the places of empty ones.

    A box of a cell may hold further boxes, which have numbers as well: the least step from one cell to the next is the
    step of all. Columns of as many lines each have no empty cells.

    Args:
        groups: the lines of each column, its name first.
        level: how many boxes are around the boxes of the columns.
    """
    below = [[path_of(line)[level + 1 :] for line in cells] for _, *cells in groups]
    in_bodies = any(len(paths) > 1 and len({path[:1] for path in paths}) == 1 for paths in below)
    depth = 1 if in_bodies else 0
    if all(len(path) > depth for paths in below for path in paths):
        heads = [path_of(head)[: level + 2][-1] for head, *_ in groups]
        before = [paths[0][0] if in_bodies and paths else head for head, paths in zip(heads, below, strict=True)]
        numbers = [[path[depth] - first for path in paths] for first, paths in zip(before, below, strict=True)]
        starts = [] if in_bodies else [0]
        steps = {after - number for each in numbers for number, after in pairwise([*starts, *each])}
        step, first = min(steps, default=1), 1 if in_bodies else 0
        if step > 0 and all((number - first) % step == 0 for each in numbers for number in each):
            return [[(number - first) // step + in_bodies for number in each] for each in numbers]
    is_full = len({len(group) for group in groups}) == 1
    return [[*range(1, len(group))] for group in groups] if is_full else None


def _table(grid: Grid) -> PageTable:
    height, width = (max(place[axis] for place in grid) + 1 for axis in (0, 1))
    rows = ([_cell(grid.get((row, column), ())) for column in range(width)] for row in range(height))
    return PageTable(tuple(tuple(row) for row in rows if any(cell.text for cell in row)))


def _cell(lines: Sequence[Line]) -> Cell:
    links = tuple(run.href for line in lines for run in runs_of(line) if run.href)
    return Cell(" ".join(text for text, _ in lines), links=links)


def _misfits(table: PageTable, columns: Sequence[PageColumn], most: float = _MOST_MISFITS) -> int | None:
    """Count the cells of a table that cannot stand in their columns; `None` where it cannot be one of them."""
    header, *rows = ([cell.text for cell in row] for row in table.rows)
    matched = match_columns(header, columns)
    if not rows or 2 * count_listed(matched) < sum(map(bool, header)) or len(matched) > len(header):
        return None
    others = [text for text, column in zip(header, matched, strict=False) if not (column and column.is_listed)]
    if count_listed(matched) < min(_FEWEST_NAMES, sum(bool(column.headers) for column in columns)) or any(
        column_of(text, columns) for row in (others, *rows) for text in row
    ):
        return None  # names that come again: cards
    if any(_names_another(text, column, columns) for row in rows for text, column in zip(row, matched, strict=False)):
        return None  # a card: pairs on a line each
    if len(rows) == 1 < len(header) and sum(map(bool, rows[0])) == 1:
        return None  # a card of which only one field is filled
    required = [place for place, column in enumerate(matched) if column and column.is_required]
    if any(2 * sum(bool(row[place]) for row in rows) < len(rows) for place in required):
        return None
    readings = [{place: text for place, text in enumerate(row) if text and matched[place]} for row in rows]
    told = sum((column := matched[place]) is not None and not column.is_free for cells in readings for place in cells)
    misfits = sum(count_misfits(cells, matched) for cells in readings)
    nameless = sum(bool(text) and not matched[place] for row in rows for place, text in enumerate(row))
    return misfits + nameless if misfits <= 2 * most * told else None


def _names_another(text: str, column: PageColumn | None, columns: Sequence[PageColumn]) -> bool:
    """Tell whether a cell begins with the name of another column than its own, before a colon."""
    head, colon, _ = text.partition(":")
    return bool(colon) and column_of(head, columns) is not None and not (column and fold(head) in column.folded)
