"""What a stretch of a line is to the label before it: a part of that, a sign beside it, or its value."""

import re
from collections.abc import Sequence

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.values.text import fold

_NOTE = re.compile(r"[\[(]\d{1,3}[\])]")
# From one pair to the next on a line; a list's entry ends with `;`, which counts in a stretch of its own alone.
_SEPARATOR = re.compile(r"(?:^|(?<=\s))[|·•∙⋅/–—-]+\s*+\Z")
_SIGNS = " \t\r\n\xa0|·•∙⋅/–—,;-"
_AROUND_STOP = " \t\r\n\xa0–—-"


def is_within_label(line: Line, label: Run, run: Run) -> bool:
    """Tell whether a stretch stands in the element of the label before it, by the markup's word or by its mark."""
    if label.label or run.label:
        return label.label == run.label
    # The mark of a stretch within an element begins with the element's; a box alone, `p>`, also holds the value.
    is_element = line.is_heading or not label.mark.endswith(">")
    if is_element and run.mark != label.mark and run.mark.startswith(label.mark):
        return True
    # Of a label whose first word is marked further, the element is the one around that; a sign in it is no value.
    around = label.mark.rpartition(">")[0]
    return around.count(">") > 1 and run.mark.startswith(around) and not any(map(str.isalnum, run.text))


def is_sign(run: Run) -> bool:
    """Tell whether a stretch is no more than the sign of a button or a link: the `?` of a help, the `[1]` of a note."""
    return run.interactive and bool(text := run.text.strip()) and (not fold(text) or is_note(run))


def is_note(run: Run) -> bool:
    """Tell whether a stretch is the sign of a note on the same page; a link that leads nowhere, `#`, leads to none."""
    leads = run.href or ""
    return leads[:1] == "#" != leads and _NOTE.fullmatch(run.text.strip()) is not None


def without_stop(text: str, runs: Sequence[Run], begin: int, end: int) -> str:
    """Leave out the full stop of a label that is run in at the head of its text, in an element of its own."""
    stripped = text.rstrip(_AROUND_STOP)
    if stripped[-1:] != "." or stripped[-2:] == ".." or end + 1 == len(runs) or runs[end].mark[-1:] == ">":
        return text
    return stripped[:-1] if runs[begin].mark.startswith(runs[end].mark) else text


def without_separator(runs: Sequence[Run]) -> Sequence[Run]:
    """Leave out of a value the sign between it and the next label on its line: `2017 | Thème : …`."""
    end = len(runs)
    while end > 1 and not runs[end - 1].text.strip(_SIGNS):
        end -= 1
    *before, last = runs[:end]
    text = _SEPARATOR.sub("", last.text)
    return runs[:end] if text == last.text else [*before, last._replace(text=text)]
