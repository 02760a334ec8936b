"""Form controls as text: the atlas's framework shows values in read-only inputs, as an attribute.

A control without a `value` is an empty value. What a form needs for itself (hidden fields, buttons,
passwords) is not content; an unticked choice is not either, nor are the words that it stands for: its label, or what
stands beside it on its line. A choice that stands alone is a sign.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from lxml.etree import _Element as Element

from atlas_scraper.blocks.document import Run
from atlas_scraper.values.choices import TICKED

CONTROL_TAGS = frozenset({"input", "textarea", "select"})
_CHOICES = frozenset({"radio", "checkbox"})
_FEWEST_FIELDS = 5  # a search form beside a record has fewer
CHOICE_ROLES = frozenset({"checkbox", "radio", "switch"})
CHOICE_MARK = "choice"
_ICONS = frozenset({"i", "span", "svg", "img"})
_WITHIN_LINES = CONTROL_TAGS | _ICONS | set("a b br button em font hr label small strong sub sup u".split())
_NO_CONTENT = frozenset({"hidden", "submit", "button", "reset", "image", "password", "file", "search"}) | _CHOICES


def control_lines(control: Element) -> list[str]:
    """Give the lines of text that a control shows; none when it is empty or shows no content."""
    if control.tag == "textarea":
        return "".join(str(text) for text in control.itertext()).splitlines()
    if control.tag == "select":
        return ["".join(str(text) for text in option.itertext()) for option in _chosen(control)]
    kind = (control.get("type") or "text").strip().lower()
    return [] if kind in _NO_CONTENT else (control.get("value") or "").splitlines()


def _chosen(select: Element) -> list[Element]:
    """Give the options that a list shows as chosen; a first one without a value invites to choose (HTML, 4.10.7)."""
    options = list(select.iter("option"))
    chosen = options if len(options) == 1 else [option for option in options if option.get("selected") is not None]
    return [option for option in chosen if option is not options[0] or option.get("value") != ""]


def has_entry_form(controls: Iterable[Element]) -> bool:
    """Tell whether a form asks for several texts, and has a way to send them."""
    fields = Counter(
        form
        for control in controls
        if is_open(control) and (form := next(control.iterancestors("form"), None)) is not None
    )
    return any(
        count >= _FEWEST_FIELDS and any(map(_sends, form.iter("input", "button"))) for form, count in fields.items()
    )


def is_open(control: Element) -> bool:
    """Tell whether a reader can write a text into a control."""
    if control.get("readonly") is not None or control.get("disabled") is not None or control.tag == "select":
        return False
    return control.tag == "textarea" or (control.get("type") or "text").strip().lower() not in _NO_CONTENT


def _sends(control: Element) -> bool:
    kind = (control.get("type") or ("submit" if control.tag == "button" else "")).strip().lower()
    return kind in {"submit", "image"}


def is_choice(control: Element) -> bool:
    """Tell whether the control is a radio button or a check box."""
    return control.tag == "input" and (control.get("type") or "").strip().lower() in _CHOICES


def is_ticked(choice: Element) -> bool:
    """Tell whether a choice is made, by its attribute or in WAI-ARIA's words."""
    return choice.get("checked") is not None or choice.get("aria-checked") == "true"


def said_of_choices(runs: Sequence[Run]) -> list[Run]:
    """Leave out of a line with choices their signs, and the words of those that are not made.

    The words of a choice stand behind it, or before it where the line ends with a choice and does not begin with one.
    """
    said = [run for run in runs if run.text.strip()]
    if all(run.mark == CHOICE_MARK for run in said):
        return list(runs)
    stands_behind = said[-1].mark == CHOICE_MARK and said[0].mark != CHOICE_MARK
    left: list[Run] = []
    is_left = True
    for is_sign, group in groupby(reversed(runs) if stands_behind else runs, lambda run: run.mark == CHOICE_MARK):
        part = list(group)
        if is_sign:
            is_left = part[-1].text == TICKED
        elif is_left:
            left += part
    return left[::-1] if stands_behind else left


def heads_box(label: Element, choice: Element) -> bool:
    """Tell whether the words of a choice stand alone with it, and a box right behind: they may be its heading.

    So it is in an accordion without a script, where a tick shows the box; of choices in a row, none but the last.
    """
    head = _head_of(label, choice)
    first, last = head, head
    if head.getparent() is choice.getparent():
        if _beside(head, behind=False) is choice:
            first = choice
        elif _beside(head, behind=True) is choice:
            last = choice
    before = _beside(first, behind=False)
    after = _beside(last, behind=True)
    return (before is None or _is_box(before)) and isinstance(after, Element) and _is_box(after)


def _head_of(label: Element, choice: Element) -> Element:
    """Give the heading that a label is all of, if the choice stands beside that; else the label."""
    around = label.getparent()
    if around is None or around is choice.getparent() or len(around) > 1 or (around.text or label.tail or "").strip():
        return label
    return around if around.getparent() is choice.getparent() else label


def _beside(element: Element, *, behind: bool) -> Element | str | None:
    """Give what stands right before or behind an element beside icons: an element, a text or nothing."""
    while True:
        other = element.getnext() if behind else element.getprevious()
        outer = element.getparent()
        text = element.tail if behind else other.tail if other is not None else outer.text if outer is not None else ""
        if text and not text.isspace():
            return text
        if other is None or other.tag not in _ICONS or len(other) or (other.text or "").strip():
            return other
        element = other


def _is_box(element: Element | str) -> bool:
    return not isinstance(element, str) and element.tag not in _WITHIN_LINES


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
