"""How a run ends: its dataset is published if it is healthy, and `run.json` is written whatever came of it."""

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from atlas_scraper.dataset import history
from atlas_scraper.dataset.changes import Dumped, change_of, pairs, read_release
from atlas_scraper.dataset.frames import records_of
from atlas_scraper.dataset.health import Bound, Finding
from atlas_scraper.dataset.journal import Journal, write_journal
from atlas_scraper.dataset.judgement import Case, Judgement, judge
from atlas_scraper.dataset.reading_back import BrokenRelease
from atlas_scraper.dataset.release import Content, last_release, prune, switch, write_release
from atlas_scraper.dataset.run_report import REPORT, leave, pretty, run_report_of, without_texts
from atlas_scraper.dataset.settled import Settled, settled
from atlas_scraper.dataset.store import Store
from atlas_scraper.dataset.visits import Run
from atlas_scraper.errors import AtlasError, RunStopped
from atlas_scraper.explorer import page as explorer
from atlas_scraper.people.policy import Policy
from atlas_scraper.record.model import Partnership
from atlas_scraper.report import page
from atlas_scraper.writers import Format, missing
from atlas_scraper.writers.extras import lacking
from atlas_scraper.writers.history import History, changes_of, run_of
from atlas_scraper.writers.json import dump
from atlas_scraper.writers.package import ReleaseFacts

_log = logging.getLogger(__name__)
PUBLIC = "public"
PUBLISHING = "publishing"
"""Fact of the store: the run whose release is being written, or was written last."""
PLAIN = (Format.JSON, Format.JSONL, Format.CSV)
"""Formats that each release has."""
Records = Callable[[], Iterator[Partnership]]


@dataclass(frozen=True, slots=True)
class RunOutcome:
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
        unknown: what "no such project" looked like, for the journal.
        is_plain: whether the release is to hold no more than what the next one is compared with.
    """

    store: Store
    output: Path
    run: Run
    about: dict[str, Any]
    clock: datetime | None
    policy: Policy = field(default_factory=Policy)
    notes: dict[str, Any] = field(default_factory=dict)
    unknown: dict[str, Any] | None = None
    is_plain: bool = False

    def judge(self, bounds: Sequence[Bound], *, is_whole: bool, is_night: bool = True) -> Judgement:
        """Judge the run beside the last release, and take it into the dataset if that is healthy; see `Case`.

        Raises:
            NoRelease: the last release cannot be read.
        """
        last = last_release(self.output, self.store)

        def records() -> Iterator[Partnership]:
            if self.policy.leaves_out_people:  # known are the names that the run has brought, too
                self.policy = self._knowing(last, self.policy)
            return self._records(self.policy)

        def before() -> Iterator[Dumped]:
            yield from self._before(last, self.policy)

        return judge(self.store, Case(self.run, before(), records, is_whole, is_night), bounds)

    def publish(self, judgement: Judgement, keep: int) -> RunOutcome:
        """Publish the dataset if it is healthy; else say which bounds are broken and leave the last release.

        Raises:
            NoRelease: the last release cannot be read.
        """
        last = last_release(self.output, self.store)
        if last and last.name == self.run.run:  # killed behind the switch: all that is left is to say so
            return self._end("published", json.loads((last / REPORT).read_text("utf-8")), last)
        report = self._report("published" if judgement.is_healthy else "unhealthy", judgement.findings)
        report["records"] = judgement.records
        report["formats_missing"] = {each.value: str(why) for each, why in missing(Format).items()}
        if why := lacking(*page.NEEDS):
            report["formats_missing"]["report"] = str(why)
        report["changes"] = dict(judgement.changes)
        if not judgement.is_healthy:
            return self._end("unhealthy", report, None, judgement.findings)
        if unreadable := self.store.unreadable():
            report["records_of_an_older_model"] = unreadable
            _log.error("%s records of an older model are kept and left out; run `reparse`", len(unreadable))
        self.store.note(PUBLISHING, self.run.run)
        try:
            return self._end("published", report, self._write(report, last, keep), judgement.findings)
        except (OSError, BrokenRelease) as error:
            stop = error if isinstance(error, AtlasError) else RunStopped("room for a release", str(error), "make room")
            return self.stop("stopped", RunStopped(stop.sought, stop.found, f"{stop.next_step}; then run again"))

    def end_early(self, stop: RunStopped) -> RunOutcome:
        """End a run whose visits are not to be believed: the next one begins anew."""
        report = self._report("stopped", ())
        _log.error("%s", stop)
        report["stopped_by"] = {"kind": stop.kind, "message": str(stop)}
        return self._end("stopped", report, None)

    def give_up(self, bounds: Sequence[Bound]) -> None:
        """Judge what a run has seen that was killed and is not gone on with, and end it."""
        judgement = self.judge(bounds, is_whole=False)
        believed = "believed" if judgement.is_healthy else "not believed"
        _log.warning("run %s, which was not finished, is given up; what it saw is %s", self.run.run, believed)
        self._finish("given up", self._report("given up", judgement.findings))

    def stop(self, outcome: str, stop: RunStopped | None) -> RunOutcome:
        """Note that a run ended before its time; the next one goes on where it was, if it is the same one."""
        report = self._report(outcome, ())
        if stop:
            _log.error("%s", stop)
            report["stopped_by"] = {"kind": stop.kind, "message": str(stop)}
        leave(self.output, report)
        return RunOutcome(outcome, report)

    def _write(self, report: dict[str, Any], last: Path | None, keep: int) -> Path:
        for name, why in report["formats_missing"].items():
            _log.warning("no %s is written: %s", name, why)
        policies = {"": self.policy}
        if not self.policy.leaves_out_people:
            policies[PUBLIC] = self._knowing(last, self.policy.for_the_public())
        with ExitStack() as stack:
            contents = (
                self._content(report, policy, stack.enter_context(self._settled(last, policy)), folder)
                for folder, policy in policies.items()
            )
            release = write_release(self.output, self.run.run, contents)
        switch(self.output, release)
        for name in prune(self.output, keep):
            _log.info("release %s was removed (--keep %s)", name, keep)
        return release

    @contextmanager
    def _settled(self, last: Path | None, policy: Policy) -> Iterator[Settled]:
        """Give the records, their history and their changes as they are published, which takes a while."""
        made = (f"{record.model_dump_json()}\n" for record in self._records(policy))
        with settled(made, self.output) as lines, settled(history.lines_of(self.store, policy), self.output) as events:

            def records() -> Iterator[Partnership]:
                return map(Partnership.model_validate_json, lines())

            with settled(self._change_lines(last, policy, records), self.output) as changes:
                yield Settled(records, events, changes)

    def _content(self, report: dict[str, Any], policy: Policy, told: Settled, folder: str) -> Content:
        """Say what a folder of the release holds: its records, and what is said of them."""
        records = told.records
        is_public = policy.leaves_out_people
        shown = without_texts(report) if is_public else report
        extras: dict[str, Callable[[], Iterable[str]]] = {
            "changes.jsonl": lambda: islice(told.changes(), 1, None, 2),
            "issues.jsonl": lambda: _issue_lines(records),
            "states.jsonl": lambda: (_line(state) for state in self.store.states()),
            history.FILE: told.events,
            REPORT: lambda: [pretty(shown)],
        }
        if not self.is_plain:
            extras[explorer.FILE] = lambda: explorer.explorer_of(records(), facts, past())
        if not self.is_plain and "report" not in report["formats_missing"]:
            extras[page.FILE] = lambda: [
                page.report_of(records(), facts, _titled(told.changes()), self.store.states(), explorer=explorer.FILE)
            ]
        facts = ReleaseFacts(
            run=self.run.run,
            created=report["ended_at"],
            source=self.about["base_url"],
            records=report["records"],
            generator=f"atlas_scraper {report['versions']['atlas_scraper']}",
            is_public=is_public,
        )
        wanted = PLAIN if self.is_plain else Format
        formats = [each for each in wanted if each not in report["formats_missing"]]

        def past() -> History:
            earlier = [
                {"run": run, "outcome": outcome, "started_at": started, **report}
                for run, started, outcome, _, report in reversed(self.store.runs())
                if run != self.run.run and report
            ]
            return History(
                changes_of(map(json.loads, told.events())), self.store.states(), map(run_of, [*earlier, shown])
            )

        return Content(records, facts, extras, formats, folder, past)

    def _knowing(self, last: Path | None, policy: Policy) -> Policy:
        """Give a policy that leaves people out the names that stand in other records than the one it is given."""
        released = read_release(last) if last else ()
        return policy.knowing(self.store.records(), chain(released, history.held_before(self.store)))

    def _records(self, policy: Policy) -> Iterator[Partnership]:
        return map(policy.apply, records_of(self.store))

    def _end(
        self, outcome: str, report: dict[str, Any], release: Path | None, findings: tuple[Finding, ...] = ()
    ) -> RunOutcome:
        self._finish(outcome, report)
        leave(self.output, report)
        return RunOutcome(outcome, report, release, findings)

    def _finish(self, outcome: str, report: dict[str, Any]) -> None:
        """Note what came of the run in its journal, then in the store."""
        store, run = self.store, self.run.run
        archive = self.output / "archive"
        if (archive / f"{run}.warc.gz").exists():  # a replay keeps none
            journal = Journal(
                run=run,
                place=store.place_of(run),
                started=self.run.started.isoformat(),
                outcome=outcome,
                settled=store.is_settled(run),
                known=list(self.run.known),
                unknown=self.unknown,
                failed=store.failed(run),
            )
            write_journal(archive, journal)
        store.finish(run, outcome, report)

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
        """Compare the last release and what is to be the next, both as the policy leaves them: a title, its change."""
        for before, after in pairs(self._before(last, policy), map(dump, records())):
            if change := change_of(before, after):
                yield f"{json.dumps((after or before or {})['title'])}\n{change.line()}"

    def _report(self, outcome: str, findings: Sequence[Finding]) -> dict[str, Any]:
        visits = self.store.visits(self.run.run)
        return run_report_of(self.run, outcome, visits, findings, ended=self.clock) | self.about | self.notes


def _titled(lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    for title, change in zip(lines, lines, strict=True):
        yield json.loads(change) | {"title": json.loads(title)}


def _issue_lines(records: Records) -> Iterator[str]:
    for record in records():
        for issue in record.issues:
            yield _line(
                {"project_id": record.project_id, "source_url": record.source_url, **issue.model_dump(mode="json")}
            )


def _line(parts: dict[str, Any]) -> str:
    return json.dumps(parts, ensure_ascii=False) + "\n"
