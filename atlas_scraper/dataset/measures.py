"""What is measured of a dataset before it is published, in one pass over its records and those of the last release."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from atlas_scraper.dataset.changes import Dumped, change_of
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import Partnership

_MOST_PAGES = 10
FIELDS = tuple(name for name in Partnership.model_fields if name not in {"issues", "unread", "provenance"})


@dataclass
class Share:
    """A share: of how many cases, how many, and on which pages the first of them are."""

    cases: float = 0
    found: float = 0
    pages: list[int] = field(default_factory=list)

    def count(self, is_case: bool, project_id: int | None) -> None:
        """Count a case; its page is noted when it is one of those that are looked for."""
        self.cases += 1
        self.found += is_case
        if is_case and project_id is not None:
            self.note(project_id)

    def note(self, project_id: int) -> None:
        """Note a page to look at."""
        if len(self.pages) < _MOST_PAGES:
            self.pages.append(project_id)

    @property
    def value(self) -> float:
        """The share, 0 to 1 where both count the same things; 0 of nothing."""
        return self.found / self.cases if self.cases else 0.0


class Measures:
    """The measures of a dataset; feed it every pair of an old and a new record, and every visit of the run."""

    def __init__(self) -> None:
        self.records = Share()
        self.to_last, self.amounts = Share(), Share()
        self.failed, self.missing, self.unread, self.ignored = Share(), Share(), Share(), Share()
        self.empty: dict[str, Share] = defaultdict(Share)
        self.lost: dict[str, Share] = defaultdict(Share)
        self.sections: dict[str, Share] = defaultdict(Share)

    def visit(self, project_id: int, outcome: str, *, was_known: bool) -> None:
        """Count a visit; a number that never was a project is neither failed nor missing."""
        if outcome != "missing":
            self.failed.count(outcome == "failed", project_id)
        if was_known:
            self.missing.count(outcome == "missing", project_id)

    def pair(self, before: Dumped | None, after: Dumped | None) -> None:
        """Count a project: as the last release has it, and as it is now."""
        if before is not None:
            self.to_last.cases += 1
            if after is None:
                self.to_last.note(before["project_id"])
        if after is None:
            return
        number = after["project_id"]
        self.records.cases += 1
        self.to_last.found += 1
        for name in FIELDS:
            self.empty[name].count(not _has(after, name), number)
        missing = {issue["section"] for issue in after["issues"] if issue["code"] == IssueCode.SECTION_MISSING}
        for section in FIELDS:
            self.sections[section].count(section in missing, number)
        self.unread.count(bool(after["unread"]), number)
        self.ignored.count(any(issue["code"] == IssueCode.IGNORED_TEXT for issue in after["issues"]), number)
        if before is not None:
            self._compare(before, after)

    def _compare(self, before: Dumped, after: Dumped) -> None:
        number = after["project_id"]
        sums = [sum(row.get("amount_eur") or 0 for row in record.get("funding") or ()) for record in (before, after)]
        self.amounts.cases += sums[0]
        self.amounts.found += sums[1]
        if sums[0] != sums[1]:
            self.amounts.note(number)
        if change_of(before, after):
            for name in FIELDS:
                if _has(before, name):
                    self.lost[name].count(not _has(after, name), number)

    def of(self, measure: str, name: str | None) -> Iterator[tuple[str, float, float, list[int]]]:
        """Yield the values of a measure: its name with the field's, value, number of cases, pages to look at."""
        match measure:
            case "records":
                yield measure, self.records.cases, self.records.cases, []
            case "records to the last release" | "amounts to the last release":
                share = self.to_last if measure.startswith("records") else self.amounts
                if share.cases:
                    yield measure, share.value, share.cases, share.pages
            case "failed pages" | "known projects missing" | "records with unread text" | "records with ignored text":
                shares = {"failed": self.failed, "known": self.missing, "unread": self.unread, "ignored": self.ignored}
                share = next(share for word, share in shares.items() if word in measure.split())
                yield measure, share.value, share.found, share.pages
            case "filled":
                for field_name, share in _chosen(self.empty, name):
                    yield f"{measure}: {field_name}", 1 - share.value, share.cases, share.pages
            case "values lost" | "section missing":
                for field_name, share in _chosen(self.lost if measure == "values lost" else self.sections, name):
                    yield f"{measure}: {field_name}", share.value, share.found, share.pages


def _chosen(shares: dict[str, Share], name: str | None) -> list[tuple[str, Share]]:
    return [(each, shares[each]) for each in FIELDS if each in shares and name in {each, "*"}]


def _has(record: Dumped, name: str) -> bool:
    return record.get(name) not in (None, [], "")
