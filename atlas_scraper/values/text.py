"""Text as people see it: spaces, control characters, entities escaped twice, and folding for comparison.

Every text of a page passes through here more than once, so each function tries first whether there is anything
to do at all.
"""

import html
import re
import unicodedata
from functools import lru_cache

# A character reference that was escaped a second time ("&amp;eacute;" in the page) is still there after
# the markup is read: `&eacute;`. Typed data of the atlas has them; the site's own labels do not.
_ESCAPED_TWICE = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
# Zero-width characters carry nothing in French text and hide labels: ZWSP, WORD JOINER, BOM, SOFT HYPHEN.
_ZERO_WIDTH = re.compile("[\u200b\u2060\ufeff\u00ad]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_ACCENTS = re.compile("[\u0300-\u036f]+")  # the combining marks of European languages
_NO_LETTERS = frozenset({"Mn", "Lm"})  # accents; letters that serve as an apostrophe, such as U+02BC
_NOT_ALNUM = re.compile(r"[\W_]+")


def drop_controls(text: str) -> tuple[str, int]:
    """Drop C0 and C1 control characters, tabs and line ends aside, and count those dropped.

    U+0085 (next line) counts as a line end, as in Unicode (UAX 14); it never reaches an output.
    """
    return _CONTROLS.subn("", text)


def tidy(text: str) -> str:
    """Normalise text for output: NFC, single spaces, no zero-width characters, nothing escaped twice."""
    if "&" in text:
        text = drop_controls(_ESCAPED_TWICE.sub(lambda found: html.unescape(found.group()), text))[0]
    if not text.isascii():
        text = _ZERO_WIDTH.sub("", text)
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Fold text for comparison: letters and digits alone, lower case, no accents.

    Case, accents, apostrophes of every kind or none, spaces of every kind, a closing colon and the marks of
    a missing message key (`???`) make no difference: `Sous-thématique d’intervention :` and
    `SOUS THEMATIQUE DINTERVENTION` fold alike.
    """
    if not text.isascii():
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text).casefold().replace("œ", "oe").replace("æ", "ae"))
        if not text.isascii():
            text = "".join(letter for letter in text if unicodedata.category(letter) not in _NO_LETTERS)
    return _NOT_ALNUM.sub("", text.lower())
