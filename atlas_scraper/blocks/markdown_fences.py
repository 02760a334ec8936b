"""Values in lines of their own that a converter fenced as code within a definition, as markdownify writes a `pre`.

    CONTEXTE :
    :   ```
        Le premier paragraphe.
        ```

A fence stands at the beginning of a line for every reader of Markdown, so the term and the value are parted for it.
"""

import re
from collections.abc import Sequence

_INDENT = "    "
_OPENED = re.compile(r" {0,3}[:~] {2,3}(`{3,}|~{3,})[\w-]* *")


def with_fenced_values(lines: Sequence[str]) -> list[str]:
    """Write definitions whose value is fenced as a term and a value of HTML around Markdown; all other lines stay."""
    out: list[str] = []
    number = 0
    while number < len(lines):
        opened = _OPENED.fullmatch(lines[number]) if out and out[-1].strip() else None
        if opened is None:
            out.append(lines[number])
            number += 1
            continue
        fence, value = opened[1], _indented(lines, number + 1, opened[1])
        number += 1 + len(value)
        number += number < len(lines) and lines[number].strip() == fence  # which a cut-off text lacks
        code = [fence, *[line.removeprefix(_INDENT) for line in value], fence]
        out += ["", "<dt>", "", out.pop(), "", "</dt>", "", "<dd>", "", *code, "", "</dd>", ""]
    return out


def _indented(lines: Sequence[str], start: int, fence: str) -> Sequence[str]:
    """Give the lines of a value, up to its closing fence or to what is not indented as it is."""
    end = start
    while (
        end < len(lines) and lines[end].strip() != fence and (not lines[end].strip() or lines[end].startswith(_INDENT))
    ):
        end += 1
    return lines[start:end]
