"""Form controls as text: the atlas's framework shows values in read-only inputs, as an attribute.

A control without a `value` is an empty value. What a form needs for itself (hidden fields, buttons,
passwords) is not content; an unticked choice is not either, nor is its label.
"""

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
    """Which control each `label` of a page names, so that a value follows its label wherever it stands."""

    def __init__(self, root: Element) -> None:
        wanted = {label.get("for") for label in root.iter("label")} - {None}
        self._by_id = {
            control.get("id"): control
            for control in root.iter(*CONTROL_TAGS)
            if control.get("id") in wanted and control.get("hidden") is None
        }

    def named_by(self, label: Element) -> Element | None:
        """Give the control that a label names by `for`, or the choice that it wraps, or `None`."""
        named = self._by_id.get(label.get("for"))
        return named if named is not None else next(filter(is_choice, label.iter("input")), None)

    def has_label(self, control: Element) -> bool:
        """Tell whether a `label` elsewhere names the control and so brings its value."""
        return control.get("id") in self._by_id and self._by_id[control.get("id")] is control
