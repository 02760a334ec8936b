"""The signs by which a text shows that a choice is made or not."""

from typing import Final

UNTICKED: Final = "☐"
TICKED: Final = "☑"
_UNTICKED = ("☐", "□", "❏", "❑")
_TICKED = ("☑", "☒", "✓", "✔", "✅")
_CROSSED = ("✗", "✘", "✕", "✖", "❌", "🗙", "×")


def is_unticked(text: str) -> bool:
    """Tell whether a text begins or ends with the sign of a choice that is not made."""
    return text.startswith(_UNTICKED) or text.endswith(_UNTICKED)


def is_crossed(text: str) -> bool:
    """Tell whether a text begins or ends with a cross, which says no of a single statement."""
    return text.startswith(_CROSSED) or text.endswith(_CROSSED)


def ticked(text: str) -> str | None:
    """Give the words behind the sign of a choice that is made; `None` for any other text."""
    return text[1:].strip() if text.startswith(_TICKED) else None
