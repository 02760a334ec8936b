"""The lines of `name: value` between two rules, with which a text in Markdown may begin.

What is odd about them: a value may go on in indented lines, may be a list, and behind a blank line any line is taken
for a part of it. So there may be many ways to read the same lines, of which a regular expression tries all; here each
line is looked at once. Where two rules may end it, the last does.
"""

import re

_BEGINS = re.compile(r"\s*+---[ \t]*\n")
_NAME = re.compile(r"[\w-]++:")
_FIELD = re.compile(r"^(title|url|source|source_url|canonical):[ \t]*(.*)$", re.IGNORECASE | re.MULTILINE)
_ENDS = frozenset({"---", "..."})


def has_front_matter(text: str) -> bool:
    """Tell whether a text begins with one."""
    return _places(text) is not None


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Split off the front matter: title and addresses that it names, and the rest of the text."""
    places = _places(text)
    if places is None:
        return {}, text
    start, end, behind = places
    fields = {name.lower(): value.strip().strip("\"'") for name, value in _FIELD.findall(text[start:end])}
    return fields, text[behind:]


def _places(text: str) -> tuple[int, int, int] | None:
    """Find where it starts and ends, and what is behind its last rule; the longest that can be read as one."""
    begun = _BEGINS.match(text)
    if begun is None:
        return None
    place, found = begun.end(), None
    # Whether an entry may begin here, whether any line may stand here, and whether blank lines may come before it.
    may_begin, is_any, is_behind_blank = True, False, False
    while may_begin or is_any:
        end = text.find("\n", place) + 1
        if not end:
            break
        line = text[place : end - 1]
        if may_begin and place > begun.end() and line.rstrip(" \t") in _ENDS:
            found = begun.end(), place, end
        is_blank = not line.strip() and (may_begin or is_behind_blank)
        is_dash = may_begin and line[:1] == "-" and (line == "-" or line[1:2].isspace())
        begins = may_begin and bool(line[:1].isspace() or _NAME.match(line))
        may_begin, is_any = is_any or begins or (is_dash and line != "-"), is_blank or (is_dash and line == "-")
        is_behind_blank = is_blank
        place = end
    return found
