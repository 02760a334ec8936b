"""What the commands show: a table in colour on a terminal, and otherwise one plain line a row, for grep."""

import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Union

if TYPE_CHECKING:
    from rich.console import Console

    from atlas_scraper.explanation import Explanation
    from atlas_scraper.saved.samples import Difference

STYLES: Mapping[str, str] = {
    "taken": "green",
    "ignored": "dim",
    "unread": "bold yellow",
    "issue": "magenta",
    "error": "bold red",
    "+": "green",
    "-": "red",
    "@": "cyan",
}
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_CONTEXT, _EXCERPT = 20, 160


class Plain:
    """What stands for a console where there is no terminal: rich takes longer to import than a page takes to read."""

    is_terminal = False

    def __init__(self, *, stderr: bool = False) -> None:
        self._stderr = stderr

    def write(self, line: str) -> None:
        """Write a line."""
        (sys.stderr if self._stderr else sys.stdout).write(f"{line}\n")


Output = Union["Console", Plain]


def console_on(*, stderr: bool = False) -> Output:
    """Make a console that prints text as it is: no markup, no highlighting, no emoji codes."""
    if not ((sys.stderr if stderr else sys.stdout).isatty() or os.environ.get("FORCE_COLOR")):
        return Plain(stderr=stderr)
    from atlas_scraper.commands.terminal import console  # noqa: PLC0415 - see Plain

    return console(stderr=stderr)


def print_rows(console: Output, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows: a table, its first cell coloured by what it says, or lines with two spaces between cells."""
    if isinstance(console, Plain) or not console.is_terminal:
        for row in rows:
            print_line(console, "  ".join(printable(cell) for cell in row))
        return
    from atlas_scraper.commands.terminal import table  # noqa: PLC0415 - see Plain

    shown = ((STYLES.get(row[0], ""), [printable(cell, keep="\n") for cell in row]) for row in rows)
    console.print(table(header, shown))


def print_line(console: Output, line: str, style: str = "") -> None:
    """Print one line of any length without wrapping it."""
    if isinstance(console, Plain):
        console.write(printable(line))
    else:
        console.print(printable(line), style=style, soft_wrap=True)


def print_diff(console: Output, lines: Iterable[str]) -> None:
    """Print a unified diff, added and removed lines in colour."""
    for line in lines:
        print_line(console, line, STYLES.get(line[:1], ""))


def explanation_rows(explanation: "Explanation") -> Iterator[tuple[str, str, str]]:
    """Yield what became of each block of a page, then the issues of its record, then its error."""
    for block in explanation.blocks:
        yield block.fate, block.by or "-", block.text
    for issue in explanation.record.issues if explanation.record else ():
        yield "issue", issue.section, f"{issue.code}: {issue.detail}"
    if explanation.error:
        yield "error", type(explanation.error).__name__, str(explanation.error)


def difference_row(difference: "Difference") -> tuple[str, str, str, str]:
    """Give the row of a difference; of long values, the part where they begin to differ."""
    expected, found = difference.expected, difference.found
    same = next((place for place, pair in enumerate(zip(expected, found, strict=False)) if pair[0] != pair[1]), 0)
    return difference.sample, difference.field, _excerpt(expected, same), _excerpt(found, same)


def printable(text: str, keep: str = "") -> str:
    r"""Escape what a terminal would act on or cannot show (ESC, `\n`, half a surrogate), except what to keep."""
    if text.isprintable():
        return text
    return "".join(
        letter.encode("unicode_escape").decode("ascii")
        if unicodedata.category(letter) in _UNSEEN and letter not in keep
        else letter
        for letter in text
    )


def _excerpt(text: str, place: int) -> str:
    start = max(0, place - _CONTEXT) if len(text) > _EXCERPT else 0
    end = start + _EXCERPT
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
