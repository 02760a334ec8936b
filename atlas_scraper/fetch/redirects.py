"""Where a redirect may lead: within the site of the base address, and nowhere else.

A redirect to another host, port or scheme is refused, so a page can send us neither to a private address nor to
another service. The `www.` twin of the host is the same site. Of a web archive's replay address
(`https://archive.example/web/2021id_/https://pastel…/cncdext/`), the path is that of the original, since captures
redirect to captures of other days.
"""

from datetime import timedelta
from urllib.parse import SplitResult, urlsplit

from atlas_scraper.errors import FetchError
from atlas_scraper.fetch.raw_page import as_written
from atlas_scraper.values.addresses import canonical_address, join

# Between captures: crawls of the whole web fetch what a redirect leads to days later.
REDIRECTED_WITHIN = timedelta(days=30)
STATUSES = frozenset({301, 302, 303, 307, 308})
_PORTS = {"http": 80, "https": 443}


def follow(address: str, location: str | None, base: str) -> str:
    """Give the address that a redirect leads to.

    Args:
        address: the address that answered.
        location: the value of `Location`.
        base: the base address of the site.

    Raises:
        FetchError: there is none, or it leads off the site.
    """
    sought = f"a redirect within {base}"
    if not location:
        raise FetchError(sought, "a redirect that names no address", "report the address", kind="redirect")
    target = join(address, as_written(location).strip())
    if not is_within(target, base):
        next_step = "if the site has moved, give its new --base-url; if it is a login, the page is not public"
        raise FetchError(sought, f"a redirect to {canonical_address(target)}", next_step, kind="redirect off the site")
    return target.partition("#")[0]


def is_within(address: str, base: str) -> bool:
    """Tell whether an address is on the site of the base address: its scheme, host, port and path."""
    try:
        ours, theirs = urlsplit(base), urlsplit(address)
        same_place = _place(ours) == _place(theirs)
    except ValueError:  # a port that is no number, an unclosed [
        return False
    if theirs.username or theirs.password or not same_place:
        return False
    inner_base, inner = canonical_address(base), canonical_address(address)
    if inner_base != base:  # a replay prefix: the original's own site counts
        return inner != address and _host(urlsplit(inner)) == _host(urlsplit(inner_base)) and _below(inner, inner_base)
    return _below(address, base)


def _place(parts: SplitResult) -> tuple[str, str, int | None]:
    scheme = parts.scheme.lower()
    return scheme, _host(parts), parts.port or _PORTS.get(scheme)


def _host(parts: SplitResult) -> str:
    return (parts.hostname or "").lower().removeprefix("www.")


def _below(address: str, base: str) -> bool:
    path = urlsplit(address).path
    return path.startswith(urlsplit(base).path) and ".." not in path.split("/")
