r"""What a page's own style sheets say of its classes and ids on a screen of usual size: what they hide, above all.

Rules are followed as a browser follows them (CSS Cascading 4): one within `@media` counts where its query holds, a
later rule stands over an earlier one, `!important` over both. So what a page hides on telephones and shows on screens
(`.hidden { display: none } @media (min-width: 1024px) { .lg\:table-cell { display: table-cell } }`) is shown, and its
copy for telephones is not. Only selectors of one element are followed, by its classes and ids, in its usual state.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from lxml.etree import _Element as Element

from atlas_scraper.blocks.visible import BOXES, KEEPING, NEVER_HIDDEN, is_off_screen

_WIDTH = 1280  # CSS pixels of a screen of usual size
_UNITS = {"px": 1, "em": 16, "rem": 16, "": 1}  # in CSS pixels; in queries an em is the browser's own font size
# Without the group, of what has no end, they are only passed over: nothing in it begins one that has.
_COMMENT = re.compile(r"/\*(?:[^*]++|\*(?!/))*+(\*/)?+")
_PART = re.compile(r"\"(?:[^\"\\\n]++|\\.)*+\"?+|'(?:[^'\\\n]++|\\.)*+'?+|([{};])")
_NAME = r"[.#](?:[\w-]|\\[0-9a-fA-F]{1,6}+ ?+|\\.)++"
_SIMPLE_SELECTOR = re.compile(rf"([a-zA-Z]*+)((?:{_NAME})++)(?::not\(:[\w-]++\))*+")
_NAMES = re.compile(_NAME)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6}) ?|(.))")
_DECLARATION = re.compile(
    r"(?<![\w-])(display|visibility|white-space|position)\s*+:\s*+([\w-]++)\s*+(!\s*+important)?+", re.IGNORECASE
)
_LINES, _PLACE, _BOX = "white-space", "position", "box"
_TELLING = {
    "display": frozenset({"none"}),
    "visibility": frozenset({"hidden", "collapse"}),
    _LINES: KEEPING,
    _BOX: BOXES,
}
_ABOUT = {"display": ("display", _BOX), "visibility": ("visibility",), _LINES: (_LINES,), _PLACE: (_PLACE,)}
_MAY_TELL = re.compile(
    r"(?:display|visibility)\s*+:\s*+(?:none|hidden|collapse)|display\s*+:\s*+(?:block|flex|grid|table|list-item|flow-root)|white-space\s*+:\s*+(?:pre|break)|"
    r"clip(?:-path)?+\s*+:|:\s*+-\d{3}|(?<![\w-])(?:width|height)\s*+:\s*+[01]px",
    re.IGNORECASE,
)
_LEADING = re.compile(r"\s*+@(media|supports|layer)\b", re.IGNORECASE)
_NEVER = re.compile(r"(?:^\s*(?:only\s+)?(?:print|speech|tty|tv|projection|handheld|braille)|^\s*not)\b", re.IGNORECASE)
_FEATURE = re.compile(r"\(([^()]*+)\)")
_LENGTH = r"(\d++(?:\.\d++)?+)\s*+(px|rem|em|)\s*+"
_BOUND = re.compile(rf"\s*+(min|max)-(?:device-)?width\s*+:\s*+{_LENGTH}", re.IGNORECASE)
_RANGE = re.compile(rf"\s*+(?:{_LENGTH}([<>])=?+\s*+)?+width\s*+(?:([<>])=?+\s*+{_LENGTH})?+", re.IGNORECASE)
_MIRRORED = {"<": ">", ">": "<"}
_HOLDS_ON_SCREENS = re.compile(
    r"\s*+(?:orientation\s*+:\s*+landscape|(?:any-)?hover\s*+:\s*+hover|color)\s*+", re.IGNORECASE
)


_Declared = tuple[str, bool, bool]
"""A property, whether its value is one that counts, and whether it is important."""


class Look(NamedTuple):
    """What rules say of an element; `None` where they say nothing of it.

    Args:
        is_hidden: whether they hide it.
        keeps_lines: whether line feeds in it are line breaks.
        is_spoken: whether they put it where nobody sees it.
        is_box: whether they make a box of it.
    """

    is_hidden: bool
    keeps_lines: bool | None
    is_spoken: bool | None
    is_box: bool | None = None


class _Said(NamedTuple):
    """What a rule says of a property of an element; of several, the greatest stands, or the last of one rule."""

    is_important: bool
    ids: int
    classes: int
    number: int
    tells: bool


class StyleSheets:
    """What the style sheets of a page say.

    Args:
        styles: its `style` elements.
        stretches: its elements that stand within lines, unless a rule makes boxes of them.
    """

    def __init__(self, styles: Iterable[Element], stretches: Iterable[Element] = ()) -> None:
        # By class or id: the tag and the other names that an element must have, the property, and what is said of it.
        self._said: dict[str, list[tuple[str, frozenset[str], str, _Said]]] = {}
        self._telling: set[str] = set()
        self._of_boxes: set[str] = set()  # of stretches it tells that they are boxes; nothing of what is one anyway
        sheets = ("".join(map(str, style.itertext())) for style in styles if holds_on_screens(style.get("media") or ""))
        rules = chain.from_iterable(rules_of(sheet) for sheet in sheets if _MAY_TELL.search(sheet))
        for number, (selectors, body) in enumerate(rules):
            if declared := _declared(body):
                for selector in selectors.split(","):
                    self._learn(selector.strip(), declared, number)
        if self._of_boxes:
            self._telling |= self._of_boxes.intersection(chain.from_iterable(map(names_of, stretches)))

    def _learn(self, selector: str, declared: Iterable[_Declared], number: int) -> None:
        simple = _SIMPLE_SELECTOR.fullmatch(selector)
        if simple is None:
            return
        tag, written = simple.groups()
        first, *others = [each[0] + _ESCAPE.sub(_unescaped, each[1:]) for each in _NAMES.findall(written)]
        ids = sum(each[0] == "#" for each in (first, *others))
        for about, tells, is_important in declared:
            said = _Said(is_important, ids, 1 + len(others) - ids, number, tells)
            self._said.setdefault(first, []).append((tag.lower(), frozenset(others), about, said))
            names = self._of_boxes if about == _BOX else self._telling
            names.update([first] if tells or about == _LINES else [])

    def __bool__(self) -> bool:
        return bool(self._telling)

    def look(self, element: Element) -> Look | None:
        """Give what rules say of an element, if they say anything that counts."""
        if element.tag in NEVER_HIDDEN:
            return None
        names = names_of(element)
        if self._telling.isdisjoint(names):
            return None
        said = [
            (about, each)
            for name in names
            for tag, others, about, each in self._said.get(name, ())
            if tag in {"", element.tag} and others.issubset(names)
        ]
        own = _declared(element.get("style") or "")
        said += [(about, _Said(is_important, sys.maxsize, 0, 0, tells)) for about, tells, is_important in own]
        last = {about: each.tells for about, each in sorted(said, key=lambda one: one[1][:-1])}
        keeps_lines = last.pop(_LINES, None)
        is_spoken = last.pop(_PLACE, None)
        is_box = last.pop(_BOX, None)
        is_hidden = any(last.values())
        return Look(is_hidden, keeps_lines, is_spoken, None if is_hidden else is_box)


def names_of(element: Element) -> list[str]:
    """Give an element's classes and id, as selectors name them."""
    names = [f".{name}" for name in (element.get("class") or "").split()]
    return names + ([f"#{identifier}"] if (identifier := element.get("id")) else [])


def _declared(body: str) -> list[_Declared]:
    """Give what declarations say of whether something is seen, where, and of line feeds in it."""
    return [
        (about, is_off_screen(body) if about == _PLACE else value.lower() in _TELLING[about], bool(important))
        for written, value, important in _DECLARATION.findall(body)
        for about in _ABOUT[written.lower()]
    ]


def rules_of(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield the selectors and the declarations of each rule that holds on a screen, whatever it is nested in."""
    sheet = _COMMENT.sub(lambda found: "" if found[1] else found[0], sheet)
    open_blocks: list[tuple[str, bool, list[str]]] = []  # selectors, whether it holds, declarations
    start = 0
    for found in _PART.finditer(sheet):
        if not found[1]:
            continue  # a text in quotation marks
        part, start = sheet[start : found.start()], found.end()
        if found[1] == "{":
            selectors, holds, _ = open_blocks[-1] if open_blocks else ("", True, [])
            if part.lstrip()[:1] == "@":
                holds = holds and _is_held(part)
            else:
                selectors = "& " + part if selectors else part
            open_blocks.append((selectors, holds, []))
        elif open_blocks:
            open_blocks[-1][2].append(part)
            if found[1] == "}":
                selectors, holds, declarations = open_blocks.pop()
                if holds and selectors:
                    yield selectors, ";".join(declarations)


def _is_held(condition: str) -> bool:
    """Tell whether what stands within an at-rule holds on a screen of usual size."""
    found = _LEADING.match(condition)
    if found is None:
        return False  # fonts, movements, pages of paper, boxes of some size
    kind, rest = found[1].lower(), condition[found.end() :]
    return (
        kind == "layer"
        or (kind == "supports" and not _NEVER.match(rest))
        or (kind == "media" and holds_on_screens(rest))
    )


def holds_on_screens(query: str) -> bool:
    """Tell whether a list of media queries holds on a screen of usual size (Media Queries 4)."""
    return not query.strip() or any(
        not _NEVER.match(each) and all(map(_has_feature, _FEATURE.findall(each))) for each in query.split(",")
    )


def _has_feature(feature: str) -> bool:
    """Tell whether a screen of usual size has what a query asks for; what is not known here, it has not."""
    if bound := _BOUND.fullmatch(feature):
        return _is_wide(">" if bound[1].lower() == "min" else "<", bound[2], bound[3])
    if between := _RANGE.fullmatch(feature):
        length, unit, before, after, last, last_unit = between.groups()
        sides = [(_MIRRORED[before], length, unit)] if before else []
        sides += [(after, last, last_unit)] if after else []
        return all(_is_wide(*side) for side in sides)
    return _HOLDS_ON_SCREENS.fullmatch(feature) is not None


def _is_wide(sign: str, number: str, unit: str) -> bool:
    """Compare the width of a screen of usual size with a length."""
    length = float(number) * _UNITS[unit.lower()]
    return length <= _WIDTH if sign == ">" else length >= _WIDTH


def _unescaped(found: re.Match[str]) -> str:
    """Give the character that an escape in a name stands for (CSS Syntax 3, 4.3.7)."""
    return chr(min(int(found[1], 16), 0x10FFFF)) if found[1] else found[2]
