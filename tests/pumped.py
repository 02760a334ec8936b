"""Texts made to slow a regular expression down: what its loops repeat, repeated, behind what leads to them.

A pattern is taken apart by the parser of `re`; each of its loops gives a beginning (what leads there) and a body (what
it repeats). Slow are, if any, texts of many bodies behind one beginning, or of many beginnings, with an end that fits
nothing.
"""

import itertools
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

_parser: Any = import_module("re._parser")
_GENERIC = "a0 .@-_,|\n\t(<[*:/\"'éA#=+;~`>"
_TAIL = "\x00"
_MOST_VARIANTS, _MOST_COPIES, _LONG = 3, 3, 8
_CATEGORIES = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}


def pumps_of(pattern: re.Pattern[Any]) -> list[tuple[str, str]]:
    """List beginnings and what to repeat behind each, for a pattern."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = list(_parser.parse(source, pattern.flags & ~re.UNICODE & ~re.DEBUG))
    letters = dict.fromkeys([*_literals(tree), *_GENERIC])
    found: dict[tuple[str, str], None] = {}
    for beginning, bodies in _loops(tree, ""):
        found |= dict.fromkeys((beginning, body) for body in bodies if body)
        found |= dict.fromkeys((beginning, one + other) for one, other in itertools.pairwise(bodies))
        found |= dict.fromkeys(("", beginning + body) for body in bodies)
        if beginning:
            found["", beginning] = None
    for whole in _samples(tree):
        found |= dict.fromkeys(("", each) for each in (whole, whole[:-1], whole + " ", whole + "\n") if each)
    found |= dict.fromkeys(("", letter) for letter in letters)
    return list(found)


def pumped(beginning: str, body: str, size: int) -> str:
    """Make a text of about a size: a beginning, many bodies, and an end that fits next to nothing."""
    return beginning + body * max(1, (size - len(beginning)) // len(body)) + _TAIL


def _literals(tree: list[Any]) -> Iterator[str]:
    for operator, value in tree:
        if str(operator) in {"LITERAL", "NOT_LITERAL"}:
            yield chr(value)
        for part in _parts(operator, value):
            yield from _literals(part)


def _parts(operator: Any, value: Any) -> list[list[Any]]:
    """List the patterns inside a part of a pattern."""
    match str(operator):
        case "BRANCH":
            return [list(each) for each in value[1]]
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return [list(value[2])]
        case "SUBPATTERN":
            return [list(value[3])]
        case "ATOMIC_GROUP":
            return [list(value)]
        case "ASSERT":
            return [list(value[1])]
        case _:
            return []


def _loops(tree: list[Any], before: str) -> Iterator[tuple[str, list[str]]]:
    """Yield what leads to each loop that may run long, and what it may repeat."""
    for operator, value in tree:
        parts = _parts(operator, value)
        if str(operator).endswith("_REPEAT") and value[1] > _LONG:
            yield before, [each for part in parts for each in _samples(part, _LONG)]
        for part in parts:
            yield from _loops(part, before)
        before += _samples([(operator, value)], 1)[0]


def _samples(tree: list[Any], most: int = _MOST_VARIANTS) -> list[str]:
    """List some texts that a pattern matches, looking around aside."""
    texts = [""]
    for operator, value in tree:
        ways = _ways(operator, value)[:most] or [""]
        texts = [text + way for text, way in itertools.product(texts, ways)][:most]
    return texts


def _ways(operator: Any, value: Any) -> list[str]:  # noqa: PLR0911 - one for each kind of part
    match str(operator):
        case "LITERAL":
            return [chr(value)]
        case "NOT_LITERAL":
            return [each for each in _GENERIC if ord(each) != value]
        case "ANY":
            return list("a -")
        case "IN":
            return _letters_in(value)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return [each * min(max(value[0], 1), _MOST_COPIES * 8) for each in _samples(list(value[2]))]
        case "BRANCH":
            return [each for part in value[1] for each in _samples(list(part), 1)]
        case "SUBPATTERN" | "ATOMIC_GROUP":
            return _samples(_parts(operator, value)[0])
        case _:
            return [""]


def _letters_in(items: list[Any]) -> list[str]:
    """List letters of a class, those that it names first."""
    named = [chr(value if str(kind) == "LITERAL" else value[0]) for kind, value in items if str(kind) in _NAMING]
    letters = [letter for letter in dict.fromkeys([*_GENERIC, *named]) if _is_in(letter, items)]
    return sorted(letters, key=lambda letter: letter not in named)[:_LONG]


_NAMING = {"LITERAL", "RANGE"}


def _is_in(letter: str, items: list[Any]) -> bool:
    is_in = False
    for kind, value in items:
        match str(kind):
            case "LITERAL":
                is_in |= ord(letter) == value
            case "RANGE":
                is_in |= value[0] <= ord(letter) <= value[1]
            case "CATEGORY":
                name = str(value).removeprefix("CATEGORY_")
                is_in |= bool(re.match(_CATEGORIES[name.removeprefix("NOT_")], letter)) is not name.startswith("NOT_")
    return is_in is not any(str(kind) == "NEGATE" for kind, _ in items)
