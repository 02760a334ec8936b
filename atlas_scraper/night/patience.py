"""When a run must doubt the site, and when it must end: failures are judged over enough of them.

A page that was bad before, or is asked for once more, says nothing of the site tonight. A row of failures, or many of
the last pages, only raise a doubt: a project known to be well is asked for, and if it is, the run goes on. What ends it
is that even a perfect rest could not make the night healthy.
"""

from collections import Counter, deque
from collections.abc import Sequence

from atlas_scraper.dataset.health import Bound
from atlas_scraper.errors import RunStopped

IN_A_ROW = 20
LAST, AT_LEAST, SHARE = 200, 100, 0.25
# Below so many failures of a night chance could do it.
_FEW = 20


class Patience:
    """Counts the failed pages of a run.

    Args:
        bounds: the bounds of health, among them how many pages may fail.
        total: how many pages the run sets out to ask for.
    """

    def __init__(self, bounds: Sequence[Bound], total: int) -> None:
        shares = [
            bound.at_most
            for bound in bounds
            if bound.measure == "failed pages" and bound.at_most is not None and bound.action == "stop"
        ]
        self._most = max(_FEW, min(shares) * total) if shares else float("inf")
        self._row: Counter[str] = Counter()
        self._last: deque[str] = deque(maxlen=LAST)

    def page_done(self, kind: str) -> bool:
        """Count a page that says something of the site: good, or failed with a kind of error.

        Returns:
            Whether the site must be doubted.
        """
        if kind:
            self._row[kind] += 1
        else:
            self._row.clear()
        self._last.append(kind)
        failed = sum(map(bool, self._last))
        return self._row.total() >= IN_A_ROW or (len(self._last) >= AT_LEAST and failed > SHARE * len(self._last))

    def is_reassured(self) -> None:
        """Begin to count anew: a known project is well."""
        self._row.clear()
        self._last.clear()

    def lost(self) -> RunStopped:
        """Say that the site is down."""
        kinds = Counter(filter(None, self._last))
        named = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
        found = (
            f"{kinds.total()} failures among the last {len(self._last)} pages: {named}, and no known project is well"
        )
        return RunStopped("a site that answers", found, "look at the site; run again later", kind="too many failures")

    def check(self, failed: int) -> None:
        """Give up when more pages have failed than a healthy night may have.

        Raises:
            RunStopped: so many have.
        """
        if failed > self._most:
            found = f"{failed} pages that failed, where a healthy night has at most {self._most:g}"
            next_step = "look at the failed pages in run.json; run again later"
            raise RunStopped("a site that answers", found, next_step, kind="too many failures")
