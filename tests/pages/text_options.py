"""How a text rendition of a page may come: independent choices, as in `markup`."""

import random
from dataclasses import dataclass, fields
from typing import Any

from hypothesis import strategies as st

from .markup import choice_values, one_of


@dataclass(frozen=True)
class TextOptions:
    """How a text rendition may come. The first value of a choice is the plainest."""

    seed: int = 0
    breadcrumb: str = one_of("none", "resolved", "keys")
    site_title: bool = one_of(True, False)
    pager: str = one_of("keys", "text")
    pager_lines: str = one_of("each", "one")
    repeats: str = one_of("always", "never", "sometimes")
    """Whether pipe text prints the tail of a long text twice."""
    last_row_padded: bool = one_of(False, True)
    blank_lines: str = one_of("some", "none", "all")
    """Lines between the blocks of flat text."""
    nbsp_lines: bool = one_of(False, True)
    """Some of these lines hold a no-break space."""
    newlines: str = one_of("lf", "crlf")
    bom: bool = one_of(False, True)
    amounts: str = one_of("plain", "nbsp", "narrow", "decimals", "euro")
    empty_table: str = one_of("header", "message")
    unlisted: str = one_of("none", hard=("none", "text", "table"))
    """`table` stands for `text` in flat text, where nobody could tell such a table's rows."""
    label_lines: bool = one_of(False, hard=(True,))
    """Lines of the prose that equal labels; `page.make_page` puts them into the facts."""


def random_text_options(rng: random.Random, *, hard: bool = False, **fixed: Any) -> TextOptions:
    """Draw how a text rendition comes; `fixed` pins choices by name."""
    drawn = {each.name: rng.choice(choice_values(each, hard=hard)) for each in fields(TextOptions) if each.metadata}
    return TextOptions(**{"seed": rng.getrandbits(32), **drawn, **fixed})


@st.composite
def text_options_strategy(draw: st.DrawFn, /, *, hard: bool = False, **fixed: Any) -> TextOptions:
    """Draw how a text rendition comes; every choice shrinks to its plainest value."""
    drawn = {
        each.name: draw(st.sampled_from(choice_values(each, hard=hard)))
        for each in fields(TextOptions)
        if each.metadata and each.name not in fixed
    }
    return TextOptions(**{"seed": draw(st.integers(0, 2**16)), **drawn, **fixed})
