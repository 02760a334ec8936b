"""Accuracy over many pages: by field, by choice of markup, and which pages failed."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .compare import Comparison, compare
from .expected import tidy
from .markup import choices_of
from .page import Page

Choice = tuple[str, str]


def parsed(page: Page) -> tuple[dict[str, object], str | None]:
    """Parse a page: the record's dump, or an empty one and what was raised."""
    from atlas_scraper import parse  # type: ignore[attr-defined,unused-ignore]  # noqa: PLC0415 - under test, others write it

    try:
        return parse(page.data, url=page.url).model_dump(mode="json"), None
    except Exception as error:  # noqa: BLE001 - whatever it raises is a finding
        return {}, f"{type(error).__name__}: {error}"


def unread_missing(page: Page, dump: Mapping[str, object]) -> list[str]:
    """Give the texts of unlisted labels and columns that are not in the record's `unread`."""
    unread = dump.get("unread")
    kept = [entry for entry in unread if isinstance(entry, Mapping)] if isinstance(unread, list) else []
    whole = " ".join(f"{entry.get('label')} {entry.get('text')}" for entry in kept)
    flat = " ".join(whole.replace("|", " ").split())
    return [
        f"{label}: {text}"
        for label, text in page.extras
        if (tidy(text) or "") not in flat and (tidy(text) or "") not in whole
    ]


def beside_record(page: Page, dump: Mapping[str, object], outcome: Comparison) -> None:
    """Compare what a page says beside the record: unlisted labels are kept, the frame is not, more pages are told."""
    lost = unread_missing(page, dump)
    unread, issues = dump.get("unread"), dump.get("issues")
    noise = [text for text in page.frame if text in str(unread)]
    told = "missing_rows" in {str(issue.get("code")) for issue in issues} if isinstance(issues, list) else False
    outcome.leaves += Counter(unread=len(page.extras), frame=len(page.frame), missing_rows=1)
    outcome.wrong += Counter(unread=len(lost), frame=len(noise), missing_rows=int(told != page.goes_on))
    outcome.differences += [f"unread: lost {text!r}" for text in lost]
    outcome.differences += [f"unread: the site's frame {text!r}" for text in noise]
    if told != page.goes_on:
        outcome.differences.append(f"missing_rows: expected {page.goes_on}, found {told}")


@dataclass
class Tally:
    """Counts over the pages seen."""

    pages: int = 0
    leaves: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    by_choice: dict[Choice, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0, 0]))
    """For each choice: leaves, wrong leaves, pages, pages at fault."""
    errors: Counter[str] = field(default_factory=Counter)
    failed: list[tuple[int, str]] = field(default_factory=list)

    def add(self, seed: int, page: Page, record: dict[str, object], error: str | None) -> Comparison:
        """Count one page."""
        outcome = compare(page.expected, record)
        beside_record(page, record, outcome)
        self.pages += 1
        self.leaves += outcome.leaves
        self.wrong += outcome.wrong
        if error:
            self.errors[error[:150]] += 1
        for name, value in self._choices(page):
            counts = self.by_choice[name, value]
            wrong = sum(outcome.wrong.values())
            for index, more in enumerate((outcome.total, wrong, 1, int(bool(outcome.differences)))):
                counts[index] += more
        if outcome.differences:
            self.failed.append((seed, error[:150] if error else outcome.differences[0]))
        return outcome

    @staticmethod
    def _choices(page: Page) -> Iterator[Choice]:
        yield "generation", page.facts.generation
        for name, value in choices_of(page.choices):
            yield name, str(value)
        for name, value in page.options:
            yield name, str(value)

    def report(self, show: int) -> str:
        """Say it in words: by field, errors, worst choices, first failing pages."""
        total, wrong = self.leaves.total(), self.wrong.total()
        good = self.pages - len(self.failed)
        lines = [
            f"{self.pages} pages, {good} without fault; {_percent(total, wrong)} of {total} leaf fields right",
            "",
            "By field:",
        ]
        lines += [
            f"  {name:<22}{_percent(count, self.wrong[name]):>9}  {self.wrong[name]:>6} of {count} wrong"
            for name, count in sorted(
                self.leaves.items(), key=lambda pair: self.wrong[pair[0]] / max(1, pair[1]), reverse=True
            )
        ]
        if self.errors:
            lines += ["", "Errors raised:", *(f"  {count} × {text}" for text, count in self.errors.most_common(show))]
        lines += ["", "Worst choices (fields right with it, without it; pages at fault):"]
        lines += [text for _, text in sorted(self._lifts(total, wrong))[:show]]
        lines += ["", "Failing pages:", *(f"  seed {seed}: {first}" for seed, first in self.failed[:show])]
        return "\n".join(lines) + "\n"

    def _lifts(self, total: int, wrong: int) -> Iterator[tuple[float, str]]:
        for (name, value), (leaves, bad, pages, faulty) in self.by_choice.items():
            if not leaves or leaves == total:
                continue
            with_it, without = 1 - bad / leaves, 1 - (wrong - bad) / (total - leaves)
            text = f"  {name + '=' + value:<40}{with_it:>8.2%}{without:>9.2%}   {faulty} of {pages} pages"
            yield with_it - without, text


def _percent(total: int, wrong: int) -> str:
    return f"{1 - wrong / total:.2%}" if total else "-"
