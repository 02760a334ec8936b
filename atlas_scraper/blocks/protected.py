"""Addresses of mail that a network in front of the site writes as digits, for scripts to show (Cloudflare's).

    <a href="/cdn-cgi/l/email-protection" data-cfemail="7b1a151a3b...">[email&#160;protected]</a>

Two digits each are a byte, the first the key of the others: each is that byte or the key, but not both (XOR).
"""

from lxml.etree import _Element as Element

from atlas_scraper.blocks.traces import Markup

_TRACES = (b"/email-protection", b"data-cfemail")
_LEADS = "/email-protection#"


def may_be_protected(markup: Markup) -> bool:
    """Tell quickly whether a page may hold such an address."""
    return any(trace in markup.traces for trace in _TRACES)


def show_addresses(root: Element) -> None:
    """Put each address in the place of the words that stand for it, and into the links that lead to it."""
    for element in root.iterfind(".//*[@data-cfemail]"):
        if address := _address(element.get("data-cfemail") or ""):
            for child in [*element]:
                element.remove(child)
            element.text = address
            if element.tag == "a":
                element.set("href", f"mailto:{address}")
    for link in root.iter("a"):
        _, found, digits = (link.get("href") or "").partition(_LEADS)
        if found and (address := _address(digits)):
            link.set("href", f"mailto:{address}")


def _address(digits: str) -> str:
    """Give the address that digits stand for; empty where they stand for none."""
    try:
        key, *others = bytes.fromhex(digits)
        address = bytes(byte ^ key for byte in others).decode()
    except ValueError:
        return ""
    return address if "@" in address and address.isprintable() else ""
