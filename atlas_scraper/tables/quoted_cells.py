"""Cells in quotation marks, as exports write all of them: `"Dosso" | "Niger"`. The marks are no words of the page."""

from collections.abc import Sequence

from atlas_scraper.blocks.document import Cell

_PAIRS = {'"': '"', "'": "'", "“": "”", "«": "»", "`": "`"}
_FEWEST = 2  # cells
_AT = "@"  # addresses of mail may be links, which stand without

Row = tuple[Cell, ...]


def without_quotes(rows: Sequence[Row]) -> Sequence[Row]:
    """Give rows without the quotation marks that all their cells have; other rows as they are."""
    first = next((cell.text for row in rows for cell in row if cell.text), "")
    if first[:1] not in _PAIRS:
        return rows
    said = [cell.text for row in rows for cell in row if cell.text and _AT not in cell.text]
    if len(said) < _FEWEST or not all(map(_is_quoted, said)):
        return rows
    known = {id(cell): _without(cell) for row in rows for cell in row}  # one that spans stays one
    return [tuple(known[id(cell)] for cell in row) for row in rows]


def _is_quoted(text: str) -> bool:
    end = _PAIRS.get(text[0])
    return len(text) > 1 and text[-1] == end and text[0] not in text[1:-1]


def _without(cell: Cell) -> Cell:
    return cell._replace(text=cell.text[1:-1].strip()) if cell.text and _is_quoted(cell.text) else cell
