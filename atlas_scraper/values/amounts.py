"""Amounts of money, in euros.

Odd about the source: the one amount column seen holds bare integers (`12000`), but the cells were typed by
authorities over fifteen years, so every French habit is to be expected, and a few foreign ones: spaces of every
kind, dots or apostrophes between thousands, a comma or a dot before the cents, `k€` and `M€`. One mark can mean
both things: `12.000` is a French twelve thousand, `12,000` is twelve here and twelve thousand elsewhere. What has
two readings is not read; the caller keeps the raw text in an issue.
"""

import re
from decimal import Decimal
from functools import lru_cache

from atlas_scraper.values.text import tidy

# What the record holds (`Amount`): 15 digits, two of them cents.
_WHOLE_DIGITS = 13
_CENT_DIGITS = 2

_PARTS = re.compile(r"(?P<before>[^0-9]*+)(?P<number>[0-9](?:[0-9 .,'’]*[0-9])?)(?P<after>[^0-9]*+)")
# A small `m€` is left out: it is written for thousands as well as for millions. So is a lone `k`.
_UNIT = re.compile(r"(?P<scale>[kKM])? ?(?:€|(?i:eur|euros?))")
_POWERS = {None: 0, "k": 3, "K": 3, "M": 6}

_PLAIN = re.compile(r"(?P<whole>0|[1-9][0-9]*)(?:[.,](?P<cents>[0-9]+))?")
_GROUPED = re.compile(
    r"(?P<whole>[1-9][0-9]{0,2}(?P<mark>[ .,'’])[0-9]{3}(?P<more>(?:(?P=mark)[0-9]{3})*))"
    r"(?:(?P<point>[.,])(?P<cents>[0-9]+))?"
)


_NO_CENTS = re.compile(r"(?<=[0-9]),[-–—]{1,2}(?= ?€|$)")  # a dash in place of cents: `12 000,– €`
_SHARE = re.compile(r"\((\s*+[0-9]{1,3}+(?:[.,][0-9]++)?+\s*+%\s*+)\)$")


def part_share(text: str) -> tuple[str, str]:
    """Part the share of a whole that stands in brackets behind an amount: `12 000 € (40 %)`; empty where none does."""
    found = _SHARE.search(text) if text[-1:] == ")" else None
    return (text[: found.start()].rstrip(), found[1].strip()) if found and found.start() else (text, "")


@lru_cache(maxsize=4096)  # round sums come again on every page
def read_amount(text: str) -> Decimal | None:
    """Read one amount in euros.

    Args:
        text: a cell's text, such as `12 000,50 €` or `1,5 M€`. A space between groups of three digits is a
            thousands mark, so `150 200` is one amount.

    Returns:
        The amount, exact, with at most 13 digits before the point and 2 after it; None for anything else:
        words, signs, ranges, several numbers, more decimals, and forms with two readings (`12,000`).
    """
    # Numbers on two lines of a cell are two numbers, even where they would make one (`12` above `000`).
    if sum(any("0" <= letter <= "9" for letter in line) for line in text.replace("\t", "\n").splitlines()) != 1:
        return None
    parts = _PARTS.fullmatch(_NO_CENTS.sub("", tidy(text), count=1))
    if parts is None:
        return None
    power = _power(parts["before"].strip(), parts["after"].strip())
    if power is None:
        return None
    digits = _digits(parts["number"], scaled=power > 0)
    return None if digits is None else _scaled(*digits, power)


def _power(before: str, after: str) -> int | None:
    """Give the power of ten that the unit stands for: 0 without a unit, None when the words are no unit."""
    if not before and not after:
        return 0
    unit = None if before and after else _UNIT.fullmatch(before or after)
    return None if unit is None else _POWERS[unit["scale"]]


def _digits(number: str, *, scaled: bool) -> tuple[str, str] | None:
    """Tell the digits before the decimal mark from those after it, None when that would be a guess."""
    grouped = _GROUPED.fullmatch(number)
    if grouped and grouped["mark"] != grouped["point"]:
        # One mark before three digits: `12.000` is French for thousands, `12,000` and `1.234 M€` are not clear.
        alone = not grouped["more"] and not grouped["point"]
        if alone and (grouped["mark"] == "," or (grouped["mark"] == "." and scaled)):
            return None
        return re.sub("[^0-9]", "", grouped["whole"]), grouped["cents"] or ""
    plain = _PLAIN.fullmatch(number)
    return (plain["whole"], plain["cents"] or "") if plain else None


def _scaled(whole: str, cents: str, power: int) -> Decimal | None:
    """Move the decimal mark right by digits alone, so that nothing is rounded; None when the record has no room."""
    whole = (whole + cents[:power].ljust(power, "0")).lstrip("0") or "0"
    cents = cents[power:]
    if len(whole) > _WHOLE_DIGITS or len(cents) > _CENT_DIGITS:
        return None
    return Decimal(f"{whole}.{cents}" if cents else whole)
