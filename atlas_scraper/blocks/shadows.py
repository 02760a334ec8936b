"""What components of a page keep in their shadow, which browsers show and a saved page holds as a `template`.

    <x-field><template shadowrootmode="open"><b>Titre</b> <slot></slot></template>Un jumelage</x-field>

The template stands in place of what its host holds; each `slot` shows what the host holds for it (HTML, 4.12.3 and
4.12.4).
"""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from atlas_scraper.blocks.traces import Markup

_TRACE = b"shadowroot"
_MODES = ("shadowrootmode", "shadowroot")


def may_have_shadows(markup: Markup) -> bool:
    """Tell quickly whether a page may have a component with a shadow."""
    return _TRACE in markup.traces


def show_shadows(root: Element) -> None:
    """Put what stands in the shadow of each host where it is shown."""
    for template in [*root.iter("template")]:
        host = template.getparent()
        if host is None or all(template.get(mode) is None for mode in _MODES):
            continue
        slots = {slot.get("name") or "": slot for slot in reversed([*template.iter("slot")])}
        filled: set[str] = set()
        for name, content in [*_held(host, template)]:
            if (slot := slots.get(name)) is None:
                if isinstance(content, str):  # shown by none, and kept all the same
                    _add(host, content)
                continue
            if name not in filled:
                filled.add(name)
                _empty(slot)
            _add(slot, content)
        template.tag = "div"
        for slot in slots.values():
            slot.tag = "span"


def _held(host: Element, template: Element) -> Iterator[tuple[str, Element | str]]:
    """Yield what a host holds beside its template, taken out of it, each with the name of its slot."""
    if host.text and host.text.strip():
        yield "", host.text
        host.text = None
    for child in [*host]:
        tail, child.tail = child.tail, None
        if child is not template:
            yield child.get("slot") or "", child
        if tail and tail.strip():
            yield "", tail


def _empty(slot: Element) -> None:
    slot.text = None
    for child in [*slot]:
        slot.remove(child)


def _add(slot: Element, content: Element | str) -> None:
    """Add an element or a text at the end of a slot."""
    if not isinstance(content, str):
        slot.append(content)
    elif len(slot):
        slot[-1].tail = (slot[-1].tail or "") + content
    else:
        slot.text = (slot.text or "") + content
