"""Telephone numbers, French and foreign, told from amounts, years and dates by shape or by what announces them.

An amount has groups of three digits and never begins with 0; a date has a year, or eight digits. What begins with 0 and
has nine digits or more is a number, and so is what comes in groups that no amount has.
"""

import re
from collections.abc import Iterator
from operator import sub

_CANDIDATE = re.compile(
    r"(?<![\w,])(?<!\d\.)(?:(?:\+ ?|\()?\d(?:[ .()/-]{0,3}\d){5,16}(?!\d)|0[1-9]([,_])\d\d(?:\1\d\d){3}(?!\w|,\d))"
)
_ANNOUNCED = re.compile(
    r"(?:\b(?:tel|telephones?|telefon[eo]?s?|tlf|phone|fax|telecopie|mobile|mob|portable|port|gsm|cell?|cellulaire|"
    r"whatsapp|standard|joindre|joignables?|appele[rz]|poste)\b|wa\.me/|(?:^|[\s(;,/])t(?=[.:]))"
    r"[^\w\n]{0,6}(?:[a-z]{1,10}[^\w\n]{0,4})?$"
)
_BEFORE = 32
_GROUPS = re.compile(r"\d+")
_SHAPES = frozenset(
    {
        *((2, 3, 2, 2), (2, 2, 2, 2), (2, 2, 2, 2, 2), (3, 2, 2, 2), (1, 2, 2, 2, 2), (3, 2, 3, 2, 2)),
        *((2, 1, 2, 2, 2, 2), (3, 3, 4), (1, 3, 3, 4), (3, 4, 4), (3, 1, 3, 2, 2), (3, 1, 2, 2, 2, 2)),
    }
)
"""Digits in the groups of numbers without a sign of their own: of Africa, Europe, America and China."""
_AMERICAN = re.compile(r"\(\d{3}\) ?\d{3}[ .-]\d{4}|\d{3}([.-])\d{3}\1\d{4}")
_ABROAD = re.compile(r"(?:\+ ?|\(?00[ .(-]{0,2})[1-9]")
_AREA = re.compile(r"(?:\d ?)?\(\d{1,4}\)(?! ?\d{1,3}(?:[ .]\d{3})+$)")
"""What stands in brackets before a number, as none does before an amount: `(221) 77 …`, `8 (495) …`."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SLASHES = re.compile(r"\d+(?:/\d+){1,2}(?:[ -]+\d+(?:/\d+){1,2})*")
_FEWEST, _MOST_AT_HOME, _STEP = 9, 11, 10


def telephones_in(plain: str) -> Iterator[tuple[int, int]]:
    """Yield where telephone numbers begin and end in a text of normal form, in linear time."""
    for found in _CANDIDATE.finditer(plain):
        if found[1] or _is_number(found.group(), plain[max(0, found.start() - _BEFORE) : found.start()]):
            yield found.span()


def _is_number(text: str, before: str) -> bool:
    groups = _GROUPS.findall(text)
    digits = len("".join(groups))
    if _ABROAD.match(text):
        return 8 <= digits <= 17
    if _AMERICAN.fullmatch(text) or _ANNOUNCED.search(before):
        return True
    if _YEAR.search(text) or (_SLASHES.fullmatch(text) and len(groups[-1]) <= 2 and len(groups) != 5):
        return False  # dates
    if (_FEWEST <= digits <= _MOST_AT_HOME and groups[0][0] == "0") or (digits >= _FEWEST and _AREA.match(text)):
        return True
    steps = set(map(sub, map(int, groups[1:]), map(int, groups)))
    if len(steps) == 1 and abs(min(steps)) <= _STEP:
        return False  # counted: `92 93 94 95`
    between = set(_GROUPS.split(text)[1:-1])
    return len(between) == 1 and between <= {" ", ".", "-"} and tuple(map(len, groups)) in _SHAPES
