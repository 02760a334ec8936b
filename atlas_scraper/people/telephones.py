"""Telephone numbers, French and foreign, told from amounts, years and dates by shape or by what announces them."""

import re
from collections.abc import Iterator

_CANDIDATE = re.compile(r"(?<![\w.,])(?:\+ ?|\()?\d(?:[ .()/-]{0,3}\d){5,16}(?![\d])")
_ANNOUNCED = re.compile(
    r"\b(?:tel|telephones?|tlf|phone|fax|telecopie|mobile|portable|port|gsm|cell|cellulaire|whatsapp|standard|joindre|"
    r"appeler|poste)\b[^\w\n]{0,6}(?:[a-z]{1,10}[^\w\n]{0,4})?$"
)
_BEFORE = 32
_GROUPS = re.compile(r"\d+")
_SHAPES = frozenset({(2, 3, 2, 2), (2, 2, 2, 2), (2, 2, 2, 2, 2), (3, 2, 2, 2), (1, 2, 2, 2, 2), (3, 2, 3, 2, 2)})
_AMERICAN = re.compile(r"\(\d{3}\) ?\d{3}[ .-]\d{4}|\d{3}([.-])\d{3}\1\d{4}")
_FRENCH = re.compile(r"0[1-9](?:[ .-]?\d\d){4}")
_ABROAD = re.compile(r"(?:\+ ?|\(?00 ?)[1-9]")


def telephones_in(plain: str) -> Iterator[tuple[int, int]]:
    """Yield where telephone numbers begin and end in a text of normal form, in linear time."""
    for found in _CANDIDATE.finditer(plain):
        if _is_number(found.group(), plain[max(0, found.start() - _BEFORE) : found.start()]):
            yield found.span()


def _is_number(text: str, before: str) -> bool:
    groups = _GROUPS.findall(text)
    digits = len("".join(groups))
    if _ABROAD.match(text):
        return 8 <= digits <= 17
    if _FRENCH.fullmatch(text) or _AMERICAN.fullmatch(text) or _ANNOUNCED.search(before):
        return True
    between = set(_GROUPS.split(text)[1:-1])
    return len(between) == 1 and between <= {" ", ".", "-"} and tuple(map(len, groups)) in _SHAPES
