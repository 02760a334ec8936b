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
# Characters that nobody sees, most of them in Unicode's `Default_Ignorable_Code_Point` (UAX 44): marks of places to
# break or not to break, and those around a word of another direction (UAX 9), which programs put around every value
# they insert. They carry nothing in French text and hide labels and numbers. ZWNJ and ZWJ are the spelling of some
# scripts and of signs put together, so they go only where no such letter stands before them.
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
    "|(?<![^\u0000-\u058f])[\u200c\u200d]++"
)
_NO_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x20), 0x7F])
_C1 = b"\xc2"  # in UTF-8
_C1_CONTROLS = frozenset(bytes([byte]) for byte in (*range(0x80, 0x85), *range(0x86, 0xA0)))
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
# References to the same, as a browser reads them: the C1 range means windows-1252, so only what that leaves open.
_CONTROL_REFERENCE = re.compile(
    r"&#(?:0*(?:[1-8]|1[4-9]|2[0-9]|3[01]|12[79]|14[134]|157)(?![0-9])"
    r"|[xX]0*(?:[1-8eEfF]|1[0-9A-Fa-f]|7[fF]|8[1dDfF]|9[0dD])(?![0-9A-Fa-f]));?"
)
_NOTHING = "\u2060"  # keeps what stands around a reference from becoming one; `tidy` drops it
_CATEGORIES_OF_SIGNS = frozenset({"So", "Sk", "Sm", "Co"})  # pictures, modifiers, arrows, what fonts of icons use
_DRAWN = frozenset(" *•·|\ufe0e\ufe0f\ufffc")
_OF_HELP = {0x2139: None, 0x24D8: None}  # `ℹ` and `ⓘ`, which are signs and are decomposed into a letter
_MODIFIER = "Lm"  # letters that serve as an apostrophe, such as U+02BC
_NOT_ALNUM = re.compile(r"[\W_]+")
_UNKNOWN = 0  # stands in a folded text for a letter that no table folds; no text holds it, since it is dropped
_REMEMBERED = 16_384  # texts; a site's own repeat on every page, an author's do not


def drop_controls(text: str, utf8: bytes | None = None) -> tuple[str, int]:
    """Drop C0 and C1 control characters, tabs and line ends aside, and count those dropped.

    Args:
        text: the text.
        utf8: the same in UTF-8, where that is at hand.

    A reference to one (`&#23;`) counts as one; a character of no width stands in for it. U+0085 (next line) counts as a
    line end, as in Unicode (UAX 14); it never reaches an output.
    """
    # A page has none, and bytes are searched in a tenth of the time.
    encoded = text.encode("utf-8", "surrogatepass") if utf8 is None else utf8
    dropped = 0
    if len(encoded.translate(None, _NO_CONTROLS)) < len(encoded) or _has_c1_control(encoded):
        text, dropped = _CONTROLS.subn("", text)
    if "&" not in text or "&#" not in text:  # one letter is sought much faster
        return text, dropped
    text, referred = _CONTROL_REFERENCE.subn(_NOTHING, text)
    return text, dropped + referred


def _has_c1_control(utf8: bytes) -> bool:
    """Tell whether UTF-8 holds a C1 control; its first byte is sought at once, and what follows it one by one."""
    return any(part[:1] in _C1_CONTROLS for part in utf8.split(_C1)[1:])


def tidy(text: str) -> str:
    """Normalise text for output: NFC, single spaces, no characters that nobody sees, nothing escaped twice."""
    if "&" in text and ("&#" in text or _ESCAPED_TWICE.search(text)):
        text = drop_controls(_ESCAPED_TWICE.sub(lambda found: html.unescape(found.group()), text))[0]
    # To Unicode neither characters that nobody sees nor spaces are printable, save the plain one; splitting a long
    # text into its words takes longer than all else.
    if not text.isprintable() or "  " in text or text[:1] == " " or text[-1:] == " ":
        text = " ".join(text.split())
        if not text.isprintable():
            text = " ".join(UNSEEN.sub("", text).split())
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text


def fold_once(text: str) -> str:
    """Fold text for comparison: letters and digits alone, lower case, no accents.

    Case, accents, apostrophes of every kind or none, spaces of every kind, a closing colon and the marks of
    a missing message key (`???`) make no difference: `Sous-thématique d’intervention :` and
    `SOUS THEMATIQUE DINTERVENTION` fold alike.
    """
    try:
        folded = text.replace("œ", "oe").encode("cp1252").translate(_FOLDED, _DROPPED)
    except UnicodeEncodeError:
        return _fold_any(text)
    return _fold_any(text) if _UNKNOWN in folded else folded.decode("ascii")


fold = lru_cache(maxsize=_REMEMBERED)(fold_once)
"""Folds a text that may come again, as those of a page mostly do; a whole page is folded by `fold_once`."""


def without_signs(text: str) -> str:
    """Leave out the signs that a page draws before or behind a text: a flag, a dot, an arrow, the letter of an icon."""
    if text[:1].isalnum() and text[-1:].isalnum():
        return text
    letters = [*text]
    while letters and _is_drawn(letters[0]):
        letters.pop(0)
    while letters and _is_drawn(letters[-1]):
        letters.pop()
    return "".join(letters) or text


def _is_drawn(letter: str) -> bool:
    return letter in _DRAWN or unicodedata.category(letter) in _CATEGORIES_OF_SIGNS


def says_something(text: str) -> bool:
    """Tell whether a text has a letter or a digit; a dash or a sign alone stands for nothing."""
    start = text[:1]
    return (start.isalnum() and start.isascii()) or bool(fold(text))


def _fold_any(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.translate(_OF_HELP)).casefold().replace("œ", "oe").replace("æ", "ae")
    text = _NOT_ALNUM.sub("", text.lower())  # an accent is neither letter nor digit
    return text if text.isascii() else "".join(letter for letter in text if unicodedata.category(letter) != _MODIFIER)


def _fold_bytes() -> tuple[bytes, bytes]:
    """Give the table that folds each byte of windows-1252, and the bytes to drop.

    Folding looks at one letter at a time, so a text of that character set, as nearly all French is, is folded by
    table, ten times faster than letter by letter. What does not become one letter of ASCII is marked as unknown.
    """
    folded = [_fold_any(bytes([byte]).decode("cp1252", "replace")) for byte in range(256)]
    table = bytes(ord(letter) if len(letter) == 1 and letter.isascii() else _UNKNOWN for letter in folded)
    return table, bytes(byte for byte, letter in enumerate(folded) if not letter)


_FOLDED, _DROPPED = _fold_bytes()
