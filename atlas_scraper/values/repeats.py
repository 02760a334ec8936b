"""Paragraphs that a page prints twice.

Text renditions of the atlas print everything after the first paragraph of a long text twice: P1 P2 P3 comes
as P1 P2 P3 P2 P3. What repeats is a *run*: a tail that follows an identical run. Dropping every line already
seen would lose lists whose lines recur under another heading, so only such tails go.
"""

from collections.abc import Sequence


def without_repeats(paragraphs: Sequence[str]) -> list[str]:
    """Remove each tail of the text that follows an identical run, longest first.

    Args:
        paragraphs: the paragraphs in the page's order.

    Returns:
        The paragraphs with no repeated tail; a text that prints no tail twice comes back unchanged.
    """
    kept = list(paragraphs)
    while length := _repeated_tail(kept):
        del kept[-length:]
    return kept


def _repeated_tail(paragraphs: list[str]) -> int:
    """Give the length of the longest tail that follows an identical run, 0 when there is none."""
    total = len(paragraphs)
    for length in range(total // 2, 0, -1):
        if paragraphs[total - length :] == paragraphs[total - 2 * length : total - length]:
            return length
    return 0
