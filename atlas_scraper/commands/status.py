"""The command that says how a dataset is: `status`."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from atlas_scraper.commands.datasets import Dataset, open_store
from atlas_scraper.commands.endings import GOOD, PAGE_FAILED, UNHEALTHY, plain_endings
from atlas_scraper.commands.printing import console_on, print_line, print_rows
from atlas_scraper.dataset.condition import Condition, Level, condition_of
from atlas_scraper.version import __version__

_CODES: dict[Level, int] = {"good": GOOD, "warning": PAGE_FAILED, "stale": UNHEALTHY}


class StatusFormat(StrEnum):
    """How the condition is printed."""

    TEXT = "text"
    JSON = "json"
    PROMETHEUS = "prometheus"


@plain_endings()
def status_command(
    *,
    output: Dataset = Path("output"),
    max_age: Annotated[
        float, typer.Option(metavar="DAYS", min=0, help="Days after which the data is stale; default 3.")
    ] = 3,
    form: Annotated[StatusFormat, typer.Option("--format", help="text, json, or prometheus.")] = StatusFormat.TEXT,
) -> None:
    """Say how a dataset is; exit code 0 good, 1 the last night was not, 3 the data is stale."""
    with open_store(output) as store:
        condition = condition_of(store, output, datetime.now(UTC), max_age, __version__)
    if form is StatusFormat.JSON:
        typer.echo(json.dumps(condition.as_dict(), ensure_ascii=False, indent=2))
    elif form is StatusFormat.PROMETHEUS:
        typer.echo("\n".join(_metrics(condition)))
    else:
        _print(condition)
    raise typer.Exit(_CODES[condition.level])


def _print(condition: Condition) -> None:
    out = console_on()
    age = "never refreshed" if condition.age_days is None else f"{condition.age_days:g} days old"
    release = condition.release or "no release"
    print_line(out, f"{condition.level}: {release}, {condition.records} records, {age}")
    states = ", ".join(f"{count} {state}" for state, count in condition.states.items() if count)
    print_line(out, f"projects: {states or 'none'}")
    print_line(
        out,
        f"numbers: {condition.numbers_without_project} are no project, {condition.numbers_never_asked} never asked for",
    )
    if condition.failing:
        print_line(out, "failing: " + ", ".join(f"{count} {kind}" for kind, count in condition.failing.items()))
    rows = [
        (
            night.run,
            night.outcome,
            "believed" if night.believed else "not believed",
            "" if night.records is None else f"{night.records} records",
            "" if night.failed is None else f"{night.failed} failed",
            night.why,
        )
        for night in condition.nights
    ]
    print_rows(out, ("run", "outcome", "", "records", "failed", "why"), rows)
    for step in condition.next_steps:
        print_line(out, f"next: {step}")


def _metrics(condition: Condition) -> Iterator[str]:
    """Write the text that the textfile collector of Prometheus reads."""
    level = {"good": 0, "warning": 1, "stale": 2}[condition.level]
    yield from _gauge("atlas_condition", "0 good, 1 the last night was not, 2 stale.", {"": level})
    yield from _gauge("atlas_records", "Records of the dataset.", {"": condition.records})
    if condition.age_days is not None:
        seconds = condition.age_days * 86400
        yield from _gauge("atlas_data_age_seconds", "Seconds since the last believed run began.", {"": seconds})
    states = {_label("state", state): count for state, count in condition.states.items()}
    yield from _gauge("atlas_projects", "Projects by state.", states)
    failing = {_label("kind", kind): count for kind, count in condition.failing.items()}
    yield from _gauge("atlas_failing_pages", "Pages that failed when last asked for, by kind.", failing)
    yield from _gauge("atlas_numbers_never_asked", "Numbers never asked for.", {"": condition.numbers_never_asked})
    yield from _gauge("atlas_older_records", "Records of another parser version.", {"": condition.older_records})
    if condition.nights:
        last = condition.nights[0]
        started = datetime.fromisoformat(last.started).timestamp()
        yield from _gauge("atlas_last_run_timestamp_seconds", "Start of the last run.", {"": started})
        yield from _gauge("atlas_last_run", "The last run, by its outcome.", {_label("outcome", last.outcome): 1})


def _gauge(name: str, words: str, values: Mapping[str, float]) -> Iterator[str]:
    if values:
        yield f"# HELP {name} {words}"
        yield f"# TYPE {name} gauge"
    for labels, value in values.items():
        yield f"{name}{labels} {value:.15g}"


def _label(name: str, value: str) -> str:
    escaped = value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
    return f'{{{name}="{escaped}"}}'
