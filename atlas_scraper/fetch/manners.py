"""How politely, how long and how often a site is asked."""

from dataclasses import dataclass
from datetime import timedelta

from atlas_scraper.fetch.redirects import REDIRECTED_WITHIN


@dataclass(frozen=True, slots=True)
class Manners:
    """How the client behaves.

    Args:
        base_url: address of the site, up to and with `/cncdext/`; a redirect may not lead off it.
        user_agent: who asks, and how to reach them.
        delay: seconds between requests at least.
        timeout: seconds that a request may take in all.
        max_bytes: bytes that a body may have, on the wire and decoded.
        tries: how often a page is asked for when that may help.
        obey_robots: whether robots.txt forbids; false only for those who have leave of the site.
        robots_hours: hours after which robots.txt is read again.
        rest: seconds of rest for a host that says that it is asked too often, and not for how long to rest.
        redirected_within: how far in time from the capture of a redirect that of its target may lie.
    """

    base_url: str
    user_agent: str
    delay: float = 1.0
    timeout: float = 60.0
    max_bytes: int = 5_000_000
    tries: int = 4
    obey_robots: bool = True
    robots_hours: float = 24.0
    rest: float = 0.0
    redirected_within: timedelta = REDIRECTED_WITHIN
