"""Hints behind the names of columns, such as a unit or a form: in brackets, on a line below, or in a stretch apart.

A bracket that is part of a listed name stays so. Where a hint tells columns of one name apart, none is that column.
Before all names of a header the same words may stand, for who hears the page: `Trier par : Nom`, `Trier par : Pays`.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from atlas_scraper.blocks.document import Cell, Line
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.marks import wherever_in_block, without_places
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.values.text import fold

_FEWEST_PIECES = 2
_FEWEST_ALIKE = 2  # names that begin with the same words, before those are none of theirs
_HINT = re.compile(r"[(\[][^()\[\]]*+[)\]]$")


def may_have_hint(text: str) -> bool:
    """Tell whether a text may be a name with a hint in brackets: a quick test."""
    return text[-1:] in {")", "]"}


def without_hints(texts: Sequence[str], names: Mapping[str, int], pieces: Sequence[str] = ()) -> tuple[str, ...]:
    """Give the texts of a header, those that are no name without their hints where that makes them one.

    Args:
        texts: the texts.
        names: the names of columns, folded, with how many columns have each.
        pieces: of each text what stands first, where it is of pieces.
    """
    shorter = [
        text if fold(text) in names else _shorter(text, piece, names)
        for text, piece in zip(texts, pieces or texts, strict=False)
    ]
    said = Counter(map(fold, shorter))
    return tuple(
        short if said[fold(short)] <= names.get(fold(short), 0) else text
        for text, short in zip(texts, shorter, strict=False)
    )


def without_common_words(texts: Sequence[str]) -> Sequence[str]:
    """Give the texts of a header without the words that all of them begin with; the same where there are none.

    The first may lack them: a text that stands right above a table was cut from that.
    """
    said = [text for text in texts if text]
    if len(said) < _FEWEST_ALIKE or said[-2][:1] != said[-1][:1]:
        return texts  # as nearly all are
    common = _common_words(said) or (_common_words(said[1:]) if len(said) > _FEWEST_ALIKE else "")
    return tuple([text.removeprefix(common).strip() for text in texts]) if common else texts


def _common_words(texts: Sequence[str]) -> str:
    """Give the words that texts begin with, all but what may be a part of one."""
    first, last = min(texts), max(texts)
    size = next((size for size, both in enumerate(zip(first, last, strict=False)) if both[0] != both[1]), len(first))
    return first[:size].rpartition(" ")[0]


def _shorter(text: str, piece: str, names: Mapping[str, int]) -> str:
    """Give a text without a hint at its end, where that is a name; as it is otherwise."""
    found = _HINT.search(text) if may_have_hint(text) else None
    for head in (text[: found.start()] if found else "", piece):
        if fold(head) in names:
            return head.strip()
    return text


def piece_of(cell: Cell) -> str:
    """Give the first line of a cell, or the first stretch of its only one; empty where all is marked alike."""
    lines = [block for block in cell.blocks if isinstance(block, Line)]
    runs = [run for line in lines for run in line.runs]
    if len(runs) < _FEWEST_PIECES or len({wherever_in_block(without_places(run.mark)) for run in runs}) == 1:
        return ""
    return lines[0].text if len(lines) > 1 else runs[0].text


def say_hints(
    reader: SectionReader, label: Label, texts: Sequence[str], names: Sequence[frozenset[str] | None]
) -> None:
    """Say which columns were told by a name with a hint behind it: it may say of which kind the values are."""
    for text, folded in zip(texts, names, strict=False):
        if text and folded and not fold(text).endswith(tuple(folded)):
            detail = f"a column was read by the beginning of its name: {text}"
            reader.issue(IssueCode.AMBIGUOUS_CELLS, label.field, detail)
