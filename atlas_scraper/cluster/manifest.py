"""What the parts come to: one manifest with counts, errors and digests, and a summary for people."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from atlas_scraper.cluster import places
from atlas_scraper.cluster.part import Report
from atlas_scraper.version import __version__

MANIFEST, SUMMARY = "manifest.json", "summary.json"
Summary = dict[str, Any]


def write_manifest(
    reports: Sequence[Report], passed_over: Mapping[str, int], problems: Sequence[str], output: str
) -> Summary:
    """Write the manifest and the summary: the last task of a run.

    Args:
        reports: of all parts, in their order.
        passed_over: captures that indexes say need not be looked at, by reason.
        problems: what could not be read besides.
        output: folder, as path or URL.

    Returns:
        The summary.

    Raises:
        FetchError: they cannot be written.
    """
    summary = _summary(reports, passed_over, problems)
    manifest = {"parser_version": __version__, "summary": summary, "parts": [_part(report) for report in reports]}
    places.write(f"{output}/{SUMMARY}", _as_json(summary))
    places.write(f"{output}/{MANIFEST}", _as_json(manifest))  # the last file: where it is, all others are whole
    return summary


def _summary(reports: Sequence[Report], passed_over: Mapping[str, int], problems: Sequence[str]) -> Summary:
    issues, errors, others = Counter[str](), Counter[str](), Counter(passed_over)
    projects: set[int] = set()
    for report in reports:
        issues.update(report.issues)
        errors.update(report.errors)
        others.update(report.passed_over)
        projects |= report.projects
    dates = [date for report in reports for date in report.dates or ()]
    said = [*problems, *(words for report in reports for words in report.problems)]
    return {
        "parts": len(reports),
        "records": sum(report.records for report in reports),
        "projects": len(projects),
        "first_capture": min(dates, default=None),
        "last_capture": max(dates, default=None),
        "issues": dict(sorted(issues.items())),
        "errors": dict(sorted(errors.items())),
        "captures_passed_over": dict(sorted(others.items())),
        "problems": said,
        "further_problems": sum(report.more_problems for report in reports),
    }


def _part(report: Report) -> dict[str, Any]:
    piece = report.piece
    where = (
        {"captures": len(piece.places)} if piece.places else {"start": piece.stretch.start, "end": piece.stretch.end}
    )
    return {
        "part": report.part,
        "source": piece.name,
        **where,
        "records": report.records,
        "errors": dict(sorted(report.errors.items())),
        "files": [
            {"path": place, "bytes": size, "hash": f"sha256:{digest}"}
            for place, (size, digest) in sorted(report.files.items())
        ],
    }


def _as_json(found: dict[str, Any]) -> bytes:
    return (json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode()
