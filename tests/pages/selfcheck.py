"""Does a page hold what its facts say? A check of the generator itself, which needs no parser."""

import html as entities
import re
import unicodedata
from collections.abc import Iterator, Mapping

from bs4 import BeautifulSoup

from .expected import is_lost
from .markup import Markup
from .page import Page

_PANE = ":not([role=tabpanel])"
_HIDDEN = f"script, style, template, noscript, dialog, [hidden]{_PANE}, [style*='display:']{_PANE}"


def _decoded(page: Page) -> str:
    if page.data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return page.data.decode("utf-16")
    kind = getattr(page.choices, "encoding", "utf-8")
    return page.data.decode("cp1252" if kind.startswith("cp1252") else "utf-8-sig")


def page_text(page: Page) -> str:
    """Give the text that a reader of the page sees, values of fields included, without any space."""
    text = _decoded(page)
    if isinstance(page.choices, Markup):
        soup = BeautifulSoup(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), "lxml")
        for element in soup.select(_HIDDEN):
            element.decompose()
        values = [str(field.get("value") or "") for field in soup.find_all("input")]
        text = entities.unescape(" ".join([soup.get_text(), *values]))
    text = unicodedata.normalize("NFC", text.replace("\u00ad", "").replace("\u200b", ""))
    return re.sub(r"\s+", "", text)


def _texts(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, part in value.items():
            yield from () if is_lost(value) else _texts(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part, key)
    elif isinstance(value, str) and key not in {"country_code", "link", "status", "end_date"}:
        yield value


def missing_texts(page: Page) -> list[str]:
    """Give the texts of the expected record, and of what is unlisted, that the page does not hold."""
    whole = page_text(page)
    texts = [*_texts(page.expected), *(text for _, text in page.extras)]
    folded = ((text, re.sub(r"\s+", "", unicodedata.normalize("NFC", text))) for text in texts)
    return [text for text, squeezed in folded if squeezed not in whole and squeezed.replace("@", "[at]") not in whole]
