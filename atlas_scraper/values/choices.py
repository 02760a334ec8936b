"""The signs by which a text shows that a choice is made or not."""

import re
from typing import Final

UNTICKED: Final = "☐"
TICKED: Final = "☑"
_UNTICKED = ("☐", "□", "❏", "❑")
_TICKED = ("☑", "☒", "✓", "✔", "✅")
_CROSSED = ("✗", "✘", "✕", "✖", "❌", "🗙", "×")


_NO_SIGN_ALONE = "○◯●◉[("
_ALL_NOT_MADE = f"{''.join(_UNTICKED)}○◯"
_ALL_MADE = f"{''.join(_TICKED)}●◉"
_SIGN = re.compile(
    rf"[{_ALL_MADE}{_ALL_NOT_MADE}{''.join(_CROSSED[:-1])}]\ufe0f?|\[ *+[xX✓✔]?+ *+\]|\( *+[xX✓✔]?+ *+\)"
)


def choices_in(text: str) -> list[tuple[str, bool]]:
    """Give the choices that a text lists with a sign for each, and whether each is made: `☐ En cours ☒ Terminé`.

    Empty where there are fewer than two, or all have the same dot or bracket, which entries of
    a list and authors have, too.
    """
    signs = _SIGN.findall(text)
    if len(signs) < 2 or (len(set(signs)) == 1 and signs[0][0] in _NO_SIGN_ALONE):
        return []
    first, *words = [part.strip() for part in _SIGN.split(text)]
    if first:
        words = [first, *words[:-1]] if not words[-1] else []
    if not words or not all(words):
        return []
    has_tick = any(sign in "☑✓✔✅" for sign in signs)
    return [(said, _is_made(sign, has_tick=has_tick)) for said, sign in zip(words, signs, strict=True)]


def begins_choice(text: str) -> bool:
    """Tell whether a text begins with the sign of a choice."""
    return _SIGN.match(text) is not None


def _is_made(sign: str, *, has_tick: bool) -> bool:
    if sign[0] in "[(":
        return any(letter in "xX✓✔" for letter in sign)
    return sign[0] in _ALL_MADE and not (has_tick and sign[0] == "☒")


def is_unticked(text: str) -> bool:
    """Tell whether a text begins or ends with the sign of a choice that is not made."""
    return text.startswith(_UNTICKED) or text.endswith(_UNTICKED)


def is_crossed(text: str) -> bool:
    """Tell whether a text begins or ends with a cross, which says no of a single statement."""
    return text.startswith(_CROSSED) or text.endswith(_CROSSED)


def ticked(text: str) -> str | None:
    """Give the words behind the sign of a choice that is made; `None` for any other text."""
    return text[1:].strip() if text.startswith(_TICKED) else None
