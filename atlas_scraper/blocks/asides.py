"""What a page offers beside what it says: a form to fill in, links that share it. Neither is any text of its content.

    <form><label for="m">Votre adresse</label><input type="email" id="m"><button>S'abonner</button></form>
    <div>Partager : <a href="https://www.facebook.com/sharer.php?u=…">Facebook</a> <a href="mailto:?body=…">…</a></div>

A form that shows values is none to fill in: where a field of it has one, its labels are the page's own.
"""

import re

from lxml.etree import _Element as Element

from atlas_scraper.blocks.traces import Markup

_OF_FORMS = (b"<form", b"<label", b"<input")
_OF_SHARING = (b"mailto:?", b"share", b"intent/tweet")
_FILLED_IN = frozenset({"", "text", "email", "search", "tel", "url"})
_NO_FIELDS = frozenset({"hidden", "submit", "button", "image", "reset"})
_SHARING = re.compile(r"mailto:\?|[/.](?:sharer?|share-offsite)(?:[/.?]|$)|/intent/tweet|/shareArticle", re.IGNORECASE)
_FEWEST_LINKS = 2
_LONGEST = 40  # letters beside the links that share a page


def may_offer(markup: Markup) -> bool:
    """Tell quickly whether a page may offer such things."""
    return all(trace in markup.traces for trace in _OF_FORMS) or any(trace in markup.traces for trace in _OF_SHARING)


def set_aside(root: Element) -> None:
    """Mark what a page offers as parts of the site around its content."""
    for form in root.iter("form"):
        if _is_to_fill_in(form):
            fields = {field.get("id") for field in form.iter("input", "textarea")} - {None}
            for label in form.iter("label"):
                if label.get("for") in fields:
                    label.set("role", "search")
                    label.set("hidden", "")
    boxes = {link.getparent() for link in root.iter("a") if _SHARING.search(link.get("href") or "")}
    for box in boxes:
        if box is not None and box.get("role") is None and _only_shares(box):
            box.set("role", "navigation")


def _is_to_fill_in(form: Element) -> bool:
    """Tell whether all fields of a form are empty, and it can be sent."""
    if form.find(".//textarea") is not None or form.find(".//select") is not None:
        return False
    inputs = [(field, (field.get("type") or "").lower()) for field in form.iter("input")]
    fields = [(field, kind) for field, kind in inputs if kind not in _NO_FIELDS]
    is_sent = any(kind in {"submit", "image"} for _, kind in inputs) or any(
        (button.get("type") or "submit").lower() == "submit" for button in form.iter("button")
    )
    return is_sent and bool(fields) and all(kind in _FILLED_IN and _is_open(field) for field, kind in fields)


def _is_open(field: Element) -> bool:
    return not (field.get("value") or "").strip() and field.get("readonly") is None and field.get("disabled") is None


def _only_shares(box: Element) -> bool:
    """Tell whether a box holds nothing but links that share the page, and a few words beside them."""
    links = [each for each in box if each.tag == "a"]
    others = [each for each in box if each.tag not in {"a", "button"}]
    if len(links) < _FEWEST_LINKS or any(each.find(".//a") is not None for each in others):
        return False
    said = [box.text, *(each.tail for each in box), *(text for each in others for text in each.itertext())]
    length = sum(len(str(text).strip()) for text in said if text)
    return length <= _LONGEST and all(_SHARING.search(link.get("href") or "") for link in links)
