"""How a run ends: its dataset is published if it is healthy, and `run.json` is written whatever came of it."""

import json
import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, TextIO

from pydantic import ValidationError

from atlas_scraper.dataset.changes import Dumped, change_of, pairs, read_release
from atlas_scraper.dataset.health import Bound, Finding, examine
from atlas_scraper.dataset.measures import Measures
from atlas_scraper.dataset.reading_back import BrokenRelease
from atlas_scraper.dataset.release import Content, latest, prune, switch, write_release
from atlas_scraper.dataset.run_report import REPORT, leave, pretty, report_of, without_texts
from atlas_scraper.dataset.store import Run, Store
from atlas_scraper.errors import AtlasError, RunStopped
from atlas_scraper.people.policy import Policy
from atlas_scraper.record.model import Partnership
from atlas_scraper.report import page
from atlas_scraper.writers import Format, missing
from atlas_scraper.writers.extras import lacking
from atlas_scraper.writers.history import History, changes_of, run_of
from atlas_scraper.writers.json import dump
from atlas_scraper.writers.package import Facts

_log = logging.getLogger(__name__)
PUBLIC = "public"
Records = Callable[[], Iterator[Partnership]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run.

    Args:
        outcome: `published`, `unhealthy`, `stopped` or `interrupted`.
        report: what `run.json` says.
        release: the folder that was published.
        findings: bounds that are broken.
    """

    outcome: str
    report: dict[str, Any]
    release: Path | None = None
    findings: tuple[Finding, ...] = ()


@dataclass
class Ending:
    """Ends a run.

    Args:
        store: the store.
        output: folder of the dataset.
        run: the run.
        about: how it was run, for the report.
        clock: the time at which a replay ends, so that the same archive gives the same report; else the clock's.
        policy: what becomes of people.
        notes: more for the report.
    """

    store: Store
    output: Path
    run: Run
    about: dict[str, Any]
    clock: datetime | None
    policy: Policy = field(default_factory=Policy)
    notes: dict[str, Any] = field(default_factory=dict)

    def publish(self, bounds: Sequence[Bound], keep: int, *, is_whole: bool) -> Outcome:
        """Publish the dataset if it is healthy; else say which bounds are broken and leave the last release.

        Raises:
            NoRelease: the last release cannot be read.
        """
        last = latest(self.output)
        if last and last.name == self.run.run:  # killed behind the switch: all that is left is to say so
            return self._end("published", json.loads((last / REPORT).read_text("utf-8")), last)
        if self.policy.leaves_out_people:
            self.policy = self._knowing(last, self.policy)
        measures = Measures()
        for number, outcome, _, _, was_known in self.store.visits(self.run.run):
            measures.visit(number, outcome, was_known=was_known)
        counts = Counter[str]()
        for before, after in self._pairs(last, self.policy, lambda: self._records(self.policy)):
            measures.pair(before, after)
            change = change_of(before, after)
            counts[change.change if change else "same"] += 1
        findings = tuple(examine(measures, bounds, is_whole=is_whole))
        for finding in findings:
            _log.log(logging.ERROR if finding.action == "stop" else logging.WARNING, "%s", finding)
        is_healthy = all(finding.action != "stop" for finding in findings)
        report = self._report("published" if is_healthy else "unhealthy", findings)
        report["records"] = int(measures.records.cases)
        report["formats_missing"] = {each.value: str(why) for each, why in missing(Format).items()}
        if why := lacking(*page.NEEDS):
            report["formats_missing"]["report"] = str(why)
        report["changes"] = {name: counts[name] for name in ("added", "changed", "gone", "same")}
        if not is_healthy:
            return self._end("unhealthy", report, None, findings)
        try:
            return self._end("published", report, self._write(report, last, keep), findings)
        except (OSError, BrokenRelease) as error:
            stop = error if isinstance(error, AtlasError) else RunStopped("room for a release", str(error), "make room")
            return self.stop("stopped", RunStopped(stop.sought, stop.found, f"{stop.next_step}; then run again"))

    def stop(self, outcome: str, stop: RunStopped | None) -> Outcome:
        """Note that a run ended before its time; the next one goes on where it was, if it is the same one."""
        report = self._report(outcome, ())
        if stop:
            _log.error("%s", stop)
            report["stopped_by"] = {"kind": stop.kind, "message": str(stop)}
        leave(self.output, report)
        return Outcome(outcome, report)

    def _write(self, report: dict[str, Any], last: Path | None, keep: int) -> Path:
        for name, why in report["formats_missing"].items():
            _log.warning("no %s is written: %s", name, why)
        policies = {"": self.policy}
        if not self.policy.leaves_out_people:
            policies[PUBLIC] = self._knowing(last, self.policy.for_the_public())
        with ExitStack() as stack:
            contents = (
                self._content(report, last, policy, stack.enter_context(self._settled(policy)), folder)
                for folder, policy in policies.items()
            )
            release = write_release(self.output, self.run.run, contents)
        switch(self.output, release)
        for name in prune(self.output, keep):
            _log.info("release %s was removed (--keep %s)", name, keep)
        return release

    @contextmanager
    def _settled(self, policy: Policy) -> Iterator[Records]:
        """Give the records as a policy leaves them, which is done once: a release goes through them several times."""
        if policy.is_idle:
            yield self.store.records
            return
        with TemporaryFile("w+", encoding="utf-8", dir=self.output) as file:  # without a name: a kill leaves nothing
            file.writelines(f"{record.model_dump_json()}\n" for record in self._records(policy))
            yield lambda: _read_records(file)

    def _content(
        self, report: dict[str, Any], last: Path | None, policy: Policy, records: Records, folder: str
    ) -> Content:
        """Say what a folder of the release holds: its records, and what is said of them."""
        is_public = policy.leaves_out_people
        shown = without_texts(report) if is_public else report
        extras: dict[str, Callable[[], Iterable[str]]] = {
            "changes.jsonl": lambda: self._change_lines(last, policy, records),
            "issues.jsonl": lambda: _issue_lines(records),
            "states.jsonl": lambda: (_line(state) for state in self.store.states()),
            REPORT: lambda: [pretty(shown)],
        }
        if "report" not in report["formats_missing"]:
            extras[page.FILE] = lambda: [
                page.report_of(records(), facts, map(json.loads, self._change_lines(last, policy, records)))
            ]
        facts = Facts(
            run=self.run.run,
            created=report["ended_at"],
            source=self.about["base_url"],
            records=report["records"],
            generator=f"atlas_scraper {report['versions']['atlas_scraper']}",
            is_public=is_public,
        )
        formats = [each for each in Format if each not in report["formats_missing"]]

        def history() -> History:
            changes = changes_of(shown, map(json.loads, self._change_lines(last, policy, records)))
            return History(changes, self.store.states(), [run_of(shown)])

        return Content(records, facts, extras, formats, folder, history)

    def _knowing(self, last: Path | None, policy: Policy) -> Policy:
        """Give a policy that leaves people out the names that stand in other records than the one it is given."""
        return policy.knowing(self.store.records(), read_release(last) if last else ())

    def _records(self, policy: Policy) -> Iterator[Partnership]:
        return map(policy.apply, self.store.records())

    def _end(
        self, outcome: str, report: dict[str, Any], release: Path | None, findings: tuple[Finding, ...] = ()
    ) -> Outcome:
        self.store.finish(self.run.run, outcome, report)
        leave(self.output, report)
        return Outcome(outcome, report, release, findings)

    def _pairs(
        self, last: Path | None, policy: Policy, records: Records
    ) -> Iterator[tuple[Dumped | None, Dumped | None]]:
        """Join the last release and what is to be the next, both as the policy leaves them."""
        return pairs(self._before(last, policy), map(dump, records()))

    def _before(self, last: Path | None, policy: Policy) -> Iterator[Dumped]:
        for dumped in read_release(last) if last else ():
            if policy.is_idle:
                yield dumped
                continue
            try:
                yield dump(policy.apply(Partnership.model_validate(dumped)))
            except ValidationError:
                # Of an older model: nobody can tell where its people are, so to the public it is as if it were new.
                continue

    def _change_lines(self, last: Path | None, policy: Policy, records: Records) -> Iterator[str]:
        for pair in self._pairs(last, policy, records):
            if change := change_of(*pair):
                yield change.line()

    def _report(self, outcome: str, findings: Sequence[Finding]) -> dict[str, Any]:
        visits = self.store.visits(self.run.run)
        return report_of(self.run, outcome, visits, findings, ended=self.clock) | self.about | self.notes


def _read_records(file: TextIO) -> Iterator[Partnership]:
    """Read records from the start of a file; one reading at a time."""
    file.seek(0)
    yield from map(Partnership.model_validate_json, file)


def _issue_lines(records: Records) -> Iterator[str]:
    for record in records():
        for issue in record.issues:
            yield _line(
                {"project_id": record.project_id, "source_url": record.source_url, **issue.model_dump(mode="json")}
            )


def _line(parts: dict[str, Any]) -> str:
    return json.dumps(parts, ensure_ascii=False) + "\n"
