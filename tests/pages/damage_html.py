"""What happens to a page after it is written: end tags lost, stray end tags, line ends, encodings."""

import random
import re

from .markup import Markup

# An end tag may be left out where what follows closes the element anyway (HTML Living Standard, 13.1.2.4).
# `table` is not among them: a page in quirks mode keeps the paragraph open.
_BLOCK = r"(?:p|div|ul|ol|dl|h[1-6]|section|article|fieldset|form|pre|hr|center)\b"
_OPTIONAL = {
    "p": rf"(?=\s*(?:<{_BLOCK}|</(?:div|td|dd|li|section|article|fieldset|main|body)>))",
    "li": r"(?=\s*(?:<li\b|</[uo]l>))",
    "dt": r"(?=\s*<d[dt]\b)",
    "dd": r"(?=\s*(?:<d[dt]\b|</dl>))",
    "td": r"(?=\s*(?:<t[dh]\b|</tr>|</t(?:body|head)>|<tr\b))",
    "th": r"(?=\s*(?:<t[dh]\b|</tr>|</t(?:body|head)>|<tr\b))",
    "tr": r"(?=\s*(?:<tr\b|</t(?:body|head)>|</table>))",
}
STRAY = ("</span>", "</em>", "</p>", "</i>", "</td>", "</li>", "</a>")


def without_end_tags(page: str, rng: random.Random) -> str:
    """Leave out end tags that HTML lets one leave out, each kind nearly always or not at all."""
    for tag, followed in _OPTIONAL.items():
        if rng.random() < 0.6:
            page = re.sub(rf"</{tag}>{followed}", lambda found: "" if rng.random() < 0.9 else found.group(), page)
    return page


def stray_end_tag(rng: random.Random) -> str:
    """Give an end tag that nothing opened."""
    return rng.choice(STRAY)


_SWAPPED = re.compile(r"(</(?:b|strong|em|i|u|span|font|a|label)>)(\s*)(</(?:p|div|li|td|th|dt|dd|h[2-6]|legend)>)")
_INLINE = re.compile(r"<(b|strong|em|i)>([^<>]+)</\1>")


def misnested(page: str, kind: str, rng: random.Random) -> str:
    """Cross the end tags of some elements, as `nesting` says; browsers show such a page as if they were right."""
    if kind == "swapped":
        return _SWAPPED.sub(lambda tags: tags[3] + tags[2] + tags[1] if rng.random() < 0.6 else tags[0], page)
    if kind == "overlapping":
        return _INLINE.sub(lambda tag: f"<{tag[1]}><i>{tag[2]}</{tag[1]}></i>" if rng.random() < 0.6 else tag[0], page)
    return page


def with_line_ends(page: str, newlines: str, rng: random.Random) -> str:
    """Write the line ends of the page."""
    if newlines == "lf":
        return page
    return re.sub(r"\r?\n", lambda _: "\r\n" if newlines == "crlf" or rng.random() < 0.5 else "\n", page)


def with_tags(page: str, kind: str) -> str:
    """Write tags in capitals, or empty ones without their slash."""
    if kind == "lower":
        return page
    page = page.replace("<br/>", "<br>").replace(" />", ">")
    if kind == "html":
        return page
    return re.sub(r"(</?)([a-z][a-z0-9]*)(?=[\s>])", lambda tag: tag[1] + tag[2].upper(), page)


def encoded(page: str, markup: Markup) -> bytes:
    """Turn the page into bytes; what the encoding lacks becomes a character reference."""
    if markup.encoding.startswith("cp1252"):
        return page.encode("cp1252", "xmlcharrefreplace")
    if markup.encoding == "utf-16-bom":
        return page.encode("utf-16")
    return page.encode("utf-8-sig" if markup.encoding == "utf-8-bom" else "utf-8")
