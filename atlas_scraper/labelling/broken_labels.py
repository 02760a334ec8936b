"""Labels that line breaks cut: `Année de début`, `du partenariat`. The first line may be a label, too: `Contexte`."""

from collections.abc import Callable, Sequence

from atlas_scraper.blocks.document import Block, Line
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.layout_tables import with_space
from atlas_scraper.labelling.thresholds import LONGEST_LABEL

_MOST_BROKEN = 4  # lines over which a label may be broken
CutLine = Callable[[Line, LabelIndex], list[Item]]


def goes_on(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether only a line break parts a line from the next one."""
    line, below = blocks[place], blocks[place + 1] if place + 1 < len(blocks) else None
    return isinstance(line, Line) and isinstance(below, Line) and line.block == below.block


def size_of_broken_label(blocks: Sequence[Block], place: int, labels: LabelIndex, cut_line: CutLine) -> int:
    """Count the lines in which line breaks cut a label; 1 where there is none.

    Args:
        blocks: of a page.
        place: of a line that a label may begin.
        labels: the labels.
        cut_line: cuts a line into labels and values.
    """
    text = blocks[place].text
    # A line longer than any label begins none.
    if len(text) > LONGEST_LABEL or not labels.may_begin(text):
        return 1
    group = _lines_of_block(blocks[place : place + _MOST_BROKEN])
    parts = [group[:size] for size in range(2, len(group) + 1)]
    if labels.find(text):
        return next((len(lines) for lines in parts if _is_longer_label(lines, labels)), 1)
    return next((len(lines) for lines in parts if _is_broken_label(lines, labels, cut_line)), 1)


def _is_longer_label(lines: Sequence[Line], labels: LabelIndex) -> bool:
    """Tell whether lines, of which the first is a label, are a longer one together: `Contexte`, `et historique`.

    Within a heading they may be the same label, spelled longer: no text stands in the heading of one.
    """
    whole = labels.find(" ".join([line.text for line in lines]))
    are_heading = all(line.is_heading for line in lines)
    return whole is not None and (are_heading or whole is not labels.find(lines[0].text))


def _lines_of_block(blocks: Sequence[Block]) -> list[Line]:
    """Give the lines, from the first on, that only line breaks separate."""
    lines: list[Line] = []
    for block in blocks:
        if not isinstance(block, Line) or (lines and block.block != lines[0].block):
            break
        lines.append(block)
    return lines


def _is_broken_label(lines: Sequence[Line], labels: LabelIndex, cut_line: CutLine) -> bool:
    """Tell whether lines begin with a label that ends in the last of them."""
    before = " ".join([line.text for line in lines[:-1]])
    if len(before) > LONGEST_LABEL:
        return False
    head = cut_line(joined(lines), labels)[0]
    return head.label is not None and len(head.text.rstrip(" :")) > len(before)


def joined(blocks: Sequence[Block]) -> Line:
    """Give lines as one, with a space between each and the next."""
    lines = [block for block in blocks if isinstance(block, Line)]
    runs = (run for line in lines for run in with_space(line))
    return lines[0]._replace(text=" ".join([line.text for line in lines]), runs=tuple(runs))
