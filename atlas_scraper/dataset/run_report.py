"""`run.json`: what came of a run, for people and machines; written whatever came of it."""

import json
import logging
import os
import platform
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from atlas_scraper.dataset.health import Finding
from atlas_scraper.dataset.visits import Run

_log = logging.getLogger(__name__)
REPORT = "run.json"
_MOST_LISTED = 1000
_LIBRARIES = (
    *("beautifulsoup4", "lxml", "pydantic", "requests", "urllib3", "warcio"),
    *("pyarrow", "xlsxwriter"),
)
Visited = tuple[int, str, str, str, bool]
"""Number, outcome, kind and words of a failure, and whether the project was known."""


def run_report_of(
    run: Run, outcome: str, visits: Sequence[Visited], findings: Sequence[Finding], *, ended: datetime | None
) -> dict[str, Any]:
    """Say what came of a run.

    Args:
        run: the run.
        outcome: `published`, `unhealthy`, `stopped` or `interrupted`.
        visits: what came of each project.
        findings: bounds that are broken.
        ended: when it ended; `None` for now.
    """
    outcomes = Counter(visit[1] for visit in visits)
    failed = [visit for visit in visits if visit[1] == "failed"]
    ended = ended or datetime.now(UTC).replace(microsecond=0)
    return {
        "run": run.run,
        "outcome": outcome,
        "last_release": run.base,
        "started_at": run.started.isoformat(),
        "ended_at": ended.isoformat(),
        "seconds": (ended - run.started).total_seconds(),
        "visits": {name: outcomes[name] for name in ("new", "changed", "unchanged", "missing", "failed")},
        "failures": dict(sorted(Counter(visit[2] for visit in failed).items())),
        "failed_pages": [
            {"project_id": number, "kind": kind, "detail": detail}
            for number, _, kind, detail, _ in failed[:_MOST_LISTED]
        ],
        "health": [finding.as_dict() for finding in findings],
        "versions": {
            "atlas_scraper": version("atlas-scraper"),
            "python": platform.python_version(),
            **{library: found for library in _LIBRARIES if (found := _version(library))},
        },
    }


def without_texts(report: dict[str, Any]) -> dict[str, Any]:
    """Give a report for the public: words about a page that failed may quote it."""
    failed = [{name: page[name] for name in ("project_id", "kind")} for page in report["failed_pages"]]
    return report | {"failed_pages": failed}


def pretty(report: dict[str, Any]) -> str:
    """Write a report as it stands in its file."""
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def leave(output: Path, report: dict[str, Any]) -> None:
    """Leave the report of the last run beside the releases, published or not; for the owner alone."""
    aside = output / f".{REPORT}.{os.getpid()}"
    try:
        aside.touch(mode=0o600)  # it may quote a page that failed
        aside.write_text(pretty(report), "utf-8")
        aside.replace(output / REPORT)
    except OSError as error:
        _log.error("the report cannot be written: %s", error)
        aside.unlink(missing_ok=True)


def _version(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None
