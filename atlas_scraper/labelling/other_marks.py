"""Marks that a line would have if the page had written it a little otherwise: in one element less, beside others.

    <div class="label">Titre</div> and <div class="label"><span>Budget</span></div>
    <ul><li class="row"><b class="label">Titre</b>…</li><li class="row">…</li></ul>
    <ul><li class="row"><b class="label">Budget</b>…</li></ul>

A mark is opaque to who counts it; only here and in `marks` is it known how it is made (`blocks/lines.py`).
"""

import re
from functools import lru_cache

from atlas_scraper.blocks.emphasis import is_plain
from atlas_scraper.labelling.marks import mark_of_box

_ROW = re.compile(r"^(?:([^>]*+>\w++)\.[^>\[]*+(?=[^>]*+>.*\.)|(\d++(?:/br)?:\w++)\.[^>\[]*+(?=>[^>.]*+\.))")


@lru_cache(maxsize=4096)
def mark_around(mark: str) -> str:
    """Give the mark of a text straight in the element that is around the innermost one, which is marked in its box."""
    around, _, inner = mark.rpartition(">")
    if not inner or mark.count(">") < 2:
        return mark
    return around if around.count(">") > 1 else f"{around}>"


@lru_cache(maxsize=4096)
def mark_of_row(mark: str) -> str:
    """Give the mark that a line in a row, or in its cell, has among other rows: those are marked by their tag alone.

    Only where a class further within says what the line is.
    """
    return _ROW.sub(r"\1\2", mark)


@lru_cache(maxsize=4096)
def without_plain(mark: str) -> str:
    """Leave out of a mark an element in a box that says nothing itself, as an editor's `<span>`."""
    return mark_of_box(mark) if is_plain(mark) else mark
