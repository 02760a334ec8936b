"""Addresses of pages: what identifies a record, and what a session leaves behind in its links.

A record is identified by `criteres.prjId` alone. The framework adds `;jsessionid=…` to the links of the first
response without a cookie, and `sctxid` and `_csrf` to forms; none of them, nor the fragment, is part of an
address that is kept. A web archive's replay address holds the original's behind its own prefix.
"""

import re
from urllib.parse import SplitResult, parse_qsl, unquote, urljoin, urlsplit, urlunsplit

_SESSION_IN_PATH = re.compile(r";jsessionid=[^/?#;]*", re.IGNORECASE)
_SESSION_PARAMETER = re.compile(r"(?:^|(?<=&))(?:jsessionid|sctxid|_csrf)(?:=[^&]*)?(?:&|$)", re.IGNORECASE)
_REPLAYED = re.compile(r"/(https?:/{1,2}[^/].*)$", re.IGNORECASE)
_NOWHERE = re.compile(r"#|https?:/*\Z", re.IGNORECASE)  # `https://` alone is what a form had before it was filled
_PROJECT = "criteres.prjid"


def canonical_address(address: str) -> str:
    """Give the address of a page without session, form token or fragment; of a replayed page, the original's."""
    address = captured_address(address)
    parts = _split(address)
    if parts is None:
        return address
    query = _SESSION_PARAMETER.sub("", parts.query).rstrip("&")
    return urlunsplit((parts.scheme, parts.netloc, _SESSION_IN_PATH.sub("", parts.path), query, ""))


def project_id_of(address: str) -> int | None:
    """Give the number of the project that an address names by `criteres.prjId`, or `None`."""
    parts = _split(address)
    values = parse_qsl(parts.query) if parts else []
    found = next((value for name, value in values if unquote(name).lower() == _PROJECT), "")
    return int(found) if re.fullmatch(r"[1-9][0-9]{0,9}", found) else None


def project_address(base_url: str, project_id: int) -> str:
    """Give the address of a project's page, below the site's base address (`…/cncdext/`)."""
    return f"{base_url}dyn/public/atlas/detailProjet.html?criteres.prjId={project_id}"


def base_of(address: str) -> str | None:
    """Give the site's base address (`…/cncdext/`) of a project's address, `None` for any other address."""
    head, found, _ = address.partition("dyn/public/atlas/detailProjet.html")
    return head if found and head.endswith("/") and _split(head) and "://" in head else None


def absolute_link(link: str, base: str | None) -> str | None:
    """Make a link of a page absolute, without its session; `None` when it leads nowhere or has no base."""
    link = link.strip()
    if not link or _NOWHERE.match(link):
        return None
    parts = _split(join(base, link))
    if parts is None or parts.scheme not in {"http", "https"} or not parts.netloc:
        return None
    return canonical_address(urlunsplit(parts))


def is_relative(link: str) -> bool:
    """Tell whether a link names a page that only the page's own address would complete."""
    parts = _split(link.strip())
    return parts is not None and not parts.scheme and bool(parts.path or parts.query)


def captured_address(address: str) -> str:
    """Give the original address that an address of a web archive's replay holds; any other address as it is."""
    replayed = _REPLAYED.search(address.partition("?")[0])
    return address[replayed.start(1) :] if replayed else address


def base_of_links(address: str | None, base: str | None) -> str | None:
    """Give the address that the relative links of a page start from.

    Those of a captured page belong to the captured host, whether the archive rewrote them or not: a rewritten one
    holds the original's address behind the archive's path.

    Args:
        address: address of the page, perhaps of its replay.
        base: what the page says itself.
    """
    address = captured_address(address) if address else None
    return join(address, base) if base else address


def join(base: str | None, link: str) -> str:
    """Resolve a link against the address of its page; a link that is no address comes back as it is."""
    try:
        return urljoin(base, link) if base else link
    except ValueError:  # such as an unclosed [ in the host
        return link


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None


def without_host_form(link: str) -> str:
    """Take off a link what differs between forms of one host: `http` or `https`, and `www.`.

    >>> without_host_form("https://www.example.org/a"), without_host_form("http://example.org/a")
    ('//example.org/a', '//example.org/a')
    """
    return re.sub(r"^https?://(?:www\.)?", "//", link)
