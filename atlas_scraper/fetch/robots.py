"""robots.txt, by Protego, with what RFC 9309 says of answers that are no rules.

2.3.1.3: a 4xx answer means that there are no rules. 2.3.1.4: when the file is unreachable (5xx, network errors),
everything is forbidden; the same goes here for 429 and for a page of HTML in the file's place, since a server
that says either has not shown its rules. 2.4: rules are not used for longer than 24 hours.
"""

import re
from dataclasses import dataclass

from protego import Protego

from atlas_scraper.errors import RunStopped
from atlas_scraper.fetch.raw_page import RawPage
from atlas_scraper.fetch.retry_after import LONGEST_WAIT

# RFC 9309, 2.5: a parser must read 500 KiB at least.
_MOST_BYTES = 512_000
_HTML = re.compile(rb"\s*(?:<\?xml|<!doctype\s+html|<html|<head|<body)", re.IGNORECASE)
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Rules:
    """What robots.txt says to us.

    Args:
        words: why, for people: `robots.txt with 12 lines`, `no robots.txt (404)`.
        rules: the rules; `None` where the file itself could not be read as such.
        allows_all: what holds where there are no rules.
    """

    words: str
    rules: Protego | None = None
    allows_all: bool = False

    def allow(self, address: str, agent: str) -> bool:
        """Tell whether an address may be asked for."""
        return self.allows_all if self.rules is None else bool(self.rules.can_fetch(address, agent))

    def delay(self, agent: str) -> float:
        """Give the seconds between requests that the rules ask for (`Crawl-delay`), 0 when they ask for none.

        Raises:
            RunStopped: they ask for more than a run can wait.
        """
        seconds = float((self.rules and self.rules.crawl_delay(agent)) or 0.0)
        if seconds > LONGEST_WAIT:
            found = f"{self.words}, which asks for {seconds:,.0f} seconds from one to the next"
            next_step = "ask the site for leave to go faster; with it, --ignore-robots"
            raise RunStopped("leave to ask for pages", found, next_step, kind="long rest")
        return seconds


def read_rules(answer: RawPage) -> Rules:
    """Read the answer that came for `/robots.txt`."""
    status = answer.status
    if 200 <= status < 300:
        body = answer.body[:_MOST_BYTES].removeprefix(_BOM)
        if _HTML.match(body):
            return Rules("a page of HTML in the place of robots.txt")
        text = body.decode("utf-8", "replace")
        return Rules(f"robots.txt with {len(text.splitlines())} lines", Protego.parse(text))
    if 400 <= status < 500 and status != 429:
        return Rules(f"no robots.txt ({status})", allows_all=True)
    return Rules(f"robots.txt answered {status}")
