"""When a run must end early, because the site is down or our reading of it is."""

from collections import Counter, deque

from atlas_scraper.errors import RunStopped

# At most 25 requests may reach a dead site: these 20, robots.txt and the question for an impossible number.
IN_A_ROW = 20
LAST, SHARE = 200, 0.05


class Breaker:
    """Counts failed requests in a row, and failed pages among the last 200."""

    def __init__(self) -> None:
        self._in_a_row: Counter[str] = Counter()
        self._pages: deque[str] = deque(maxlen=LAST)

    def request_failed(self, kind: str) -> None:
        """Count a failed request.

        Raises:
            RunStopped: it is the 20th in a row.
        """
        self._in_a_row[kind] += 1
        if self._in_a_row.total() >= IN_A_ROW:
            raise _stopped(f"{IN_A_ROW} failures in a row", self._in_a_row)

    def request_succeeded(self) -> None:
        """End a row of failures."""
        self._in_a_row.clear()

    def page_done(self, kind: str = "") -> None:
        """Count a page: good, or failed with a kind of error.

        Raises:
            RunStopped: more than 5 % of the last 200 pages have failed.
        """
        self._pages.append(kind)
        failed = Counter(filter(None, self._pages))
        if failed.total() > LAST * SHARE:
            raise _stopped(f"{failed.total()} failures among the last {len(self._pages)} pages", failed)


def _stopped(what: str, kinds: Counter[str]) -> RunStopped:
    named = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    return RunStopped(
        "a site that answers", f"{what}: {named}", "look at the site; run again later", kind="too many failures"
    )
