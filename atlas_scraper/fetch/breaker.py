"""When a run must end early, because the site is down."""

from collections import Counter

from atlas_scraper.errors import RunStopped

# At most 25 requests may reach a dead site: these 20, robots.txt and the question for an impossible number.
IN_A_ROW = 20


class Breaker:
    """Counts failed requests in a row."""

    def __init__(self) -> None:
        self._in_a_row: Counter[str] = Counter()

    def request_failed(self, kind: str) -> None:
        """Count a failed request.

        Raises:
            RunStopped: it is the 20th in a row.
        """
        self._in_a_row[kind] += 1
        if self._in_a_row.total() >= IN_A_ROW:
            named = ", ".join(f"{count} {kind}" for kind, count in self._in_a_row.most_common())
            found = f"{IN_A_ROW} failures in a row: {named}"
            next_step = "look at the site; run again later"
            raise RunStopped("a site that answers", found, next_step, kind="too many failures")

    def request_succeeded(self) -> None:
        """End a row of failures."""
        self._in_a_row.clear()
