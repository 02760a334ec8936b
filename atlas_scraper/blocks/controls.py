"""Form controls as text: the atlas's framework shows values in read-only inputs, as an attribute.

A control without a `value` is an empty value. What a form needs for itself (hidden fields, buttons,
passwords) is not content; an unticked choice is not either, nor is its label.
"""

from collections import Counter
from collections.abc import Iterable

from lxml.etree import _Element as Element

CONTROL_TAGS = frozenset({"input", "textarea", "select"})
_CHOICES = frozenset({"radio", "checkbox"})
_NO_CONTENT = frozenset({"hidden", "submit", "button", "reset", "image", "password", "file", "search"}) | _CHOICES


def control_lines(control: Element) -> list[str]:
    """Give the lines of text that a control shows; none when it is empty or shows no content."""
    if control.tag == "textarea":
        return "".join(str(text) for text in control.itertext()).splitlines()
    if control.tag == "select":
        chosen = (option for option in control.iter("option") if option.get("selected") is not None)
        return ["".join(str(text) for text in option.itertext()) for option in chosen]
    kind = (control.get("type") or "text").strip().lower()
    return [] if kind in _NO_CONTENT else (control.get("value") or "").splitlines()


def is_choice(control: Element) -> bool:
    """Tell whether the control is a radio button or a check box."""
    return control.tag == "input" and (control.get("type") or "").strip().lower() in _CHOICES


class LabelledControls:
    """Which control each `label` of a page names, so that a value follows its label wherever it stands.

    A name that two labels or two controls share tells nothing; the page's order does then.
    """

    def __init__(self, labels_of_page: Iterable[Element], controls_of_page: Iterable[Element]) -> None:
        labels = Counter(label.get("for") for label in labels_of_page)
        controls = [control for control in controls_of_page if control.get("id") in labels]
        ids = Counter(control.get("id") for control in controls)
        self._by_id = {
            control.get("id"): control
            for control in controls
            if labels[control.get("id")] == ids[control.get("id")] == 1
        }

    def named_by(self, label: Element) -> Element | None:
        """Give the control that a label names by `for`, or the choice that it wraps, or `None`."""
        named = self._by_id.get(label.get("for") or "")
        return named if named is not None else next(filter(is_choice, label.iter("input")), None)

    def has_label(self, control: Element) -> bool:
        """Tell whether a `label` elsewhere names the control and so brings its value."""
        return self._by_id.get(control.get("id") or "") is control
