"""Thirty nights on thirty dates, and what befalls them: `python tests/simulate_weeks.py --projects 1000`.

Each night is a process of its own under a clock of its own (libfaketime where it is installed). At the end records,
states and history must be what the site told on the nights that were healthy, and a rebuilding from the archive alone
must give the same.
"""

import argparse
import json
import logging
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from prepared import Prepared
from truth import TrueAtlas, beliefs_of, title_of

RUNNER = Path(__file__).with_name("night_runner.py")
START = datetime(2026, 3, 1, 2, tzinfo=UTC)
FAKETIME = sorted(Path("/usr/lib").glob("**/faketime/libfaketime.so.1"))
NEW_PARSER = "0.2.0"
ENVIRONMENT = {"TZ": "UTC", "ATLAS_TEST_QUICK": "1", "PYTHONPATH": str(RUNNER.parents[1])}


@dataclass(frozen=True)
class Fates:
    """What befalls which nights, counted from 0."""

    nights: int = 30
    outage: frozenset[int] = frozenset({8, 9, 10})
    killed: dict[int, str] = field(default_factory=lambda: {3: "archive", 14: "publication", 19: "pruning"})
    full_disk: int = 12
    upgrade: int = 16
    says_status: bool = True
    jumps: dict[int, int] = field(default_factory=lambda: {6: 400, 22: -30})


def simulate(folder: Path, projects: int, fates: Fates, seed: int) -> Iterator[str]:
    """Run the nights, and compare; yields a line for each.

    Raises:
        AssertionError: the dataset is not what the site told.
    """
    health = folder / "health.toml"
    packaged = Path(__file__).parents[1] / "atlas_scraper" / "dataset" / "health.toml"
    health.write_text(packaged.read_text("utf-8").replace("at_least = 9000", "at_least = 1"), "utf-8")
    output, days = folder / "data", dict[int, str]()
    with TrueAtlas(projects, fates.nights, fates.outage, seed) as atlas, Prepared(**ENVIRONMENT) as prepared:
        run = partial(run_command, prepared)
        options = ["--base-url", atlas.base_url, "--output", str(output), "--health", str(health), "--delay", "0"]
        for night in range(fates.nights):
            atlas.day, seen, begun = night, len(atlas.requests), time.perf_counter()
            now = START + timedelta(days=night + fates.jumps.get(night, 0))
            extra = {"ATLAS_SWEEP_TO": str(atlas.last), "ATLAS_KEEP": "3"}
            if night >= fates.upgrade:
                extra["ATLAS_TEST_PARSER"] = NEW_PARSER
            fate = "outage" if night in fates.outage else ""
            if kill := fates.killed.get(night):
                fate = f"killed in {kill}"
                code, _ = run(now, "refresh", *options, **extra, ATLAS_TEST_KILL=kill)
                assert code == -9, f"night {night} was not killed: {code}"
            if night == fates.full_disk:
                fate = "full disk"
                size = (output / "store.sqlite").stat().st_size // 2
                code, words = run(now, "refresh", *options, **extra, ATLAS_TEST_DISK=str(size))
                assert code in {3, 5}, f"night {night} had room: {code} {words}"
            code, words = run(now, "refresh", *options, **extra)
            is_healthy = code in {0, 1}
            assert is_healthy == (night not in fates.outage), f"night {night}: {code}\n{words}"
            if is_healthy:
                days[night] = now.date().isoformat()
            status = (
                run(now, "status", "--output", str(output), **extra)[1].splitlines()[0] if fates.says_status else ""
            )
            requests, seconds = len(atlas.requests) - seen, time.perf_counter() - begun
            what = f"{fate or 'good':22} exit {code} {requests:5} requests {seconds:5.1f} s"
            yield f"night {night:2} {now.date()} {what}; {status}"
        yield from compare(output, atlas, days)
        yield from compare_rebuilt(folder, output, health, partial(run, now))


def run_command(prepared: Prepared, now: datetime, command: str, *options: str, **environment: str) -> tuple[int, str]:
    """Run a command at a time of day; gives its exit code and what it said.

    Where the clock need not be another from the beginning, nor the parser, it is forked from what has imported it.
    """
    if not FAKETIME and "ATLAS_TEST_PARSER" not in environment:
        with tempfile.NamedTemporaryFile("r", encoding="utf-8") as words:
            befalls = environment | {"ATLAS_TEST_NOW": now.isoformat()}
            return prepared.finish(Path(words.name), command, *options, **befalls), words.read()
    line = [sys.executable, str(RUNNER), command, *options]
    extra = ENVIRONMENT | environment
    if FAKETIME:  # preloaded, not by its wrapper, which hides that its child was killed
        extra |= {"LD_PRELOAD": str(FAKETIME[0]), "FAKETIME": now.strftime("@%Y-%m-%d %H:%M:%S")}
        extra["DONT_FAKE_MONOTONIC"] = "1"
    else:
        extra["ATLAS_TEST_NOW"] = now.isoformat()
    done = subprocess.run(  # noqa: S603 - our own command
        line, env=os.environ | extra, capture_output=True, text=True, check=False, timeout=3000
    )
    return done.returncode, done.stdout + done.stderr


def compare(output: Path, atlas: TrueAtlas, days: dict[int, str]) -> Iterator[str]:
    """Compare a dataset with what its site told on the healthy nights."""
    beliefs = beliefs_of(atlas.told, days)
    states = {each["project_id"]: each["state"] for each in lines(output, "states.jsonl")}
    records = {each["project_id"]: each["title"] for each in lines(output, "partnerships.jsonl")}
    events: dict[int, list[tuple[str, str]]] = {}
    parser = 0
    for each in lines(output, "history.jsonl"):
        if each["cause"] == "parser":
            parser += 1
            assert each["field"] == "form", each
        else:
            assert each["cause"] == "site", each
            assert each["field"] in {None, "title"}, each
            events.setdefault(each["project_id"], []).append((each["day"], each["change"]))
    believed = {number: each.state for number, each in beliefs.items()}
    same("states", {number: state for number, state in states.items() if state != "never read"}, believed)
    there = {number: each for number, each in beliefs.items() if each.state != "gone"}
    same("records", records, {number: title_of(number, each.version) for number, each in there.items()})
    told = {number: each.events for number, each in beliefs.items()}
    same("history", {number: tuple(each) for number, each in events.items()}, told)
    now = atlas.versions[atlas.day]
    right = sum(records.get(number) == title_of(number, version) for number, version in now.items())
    kinds = {kind: sum(one == kind for one in believed.values()) for kind in sorted(set(believed.values()))}
    count = sum(map(len, events.values()))
    yield f"the dataset is what the site told: {len(records)} records, states {kinds}"
    yield f"its history has {count} events of the site, and {parser} of the parser"
    yield f"of {len(now)} projects that are there tonight, {right} stand as they are tonight"
    always = set(now).intersection(*atlas.versions) - atlas.failing[atlas.day]
    present = {number: title_of(number, now[number]) for number in sorted(always)}
    same("present", {number: title for number, title in records.items() if number in always}, present)


def same(what: str, found: dict[int, Any], expected: dict[int, Any]) -> None:
    """Compare what was found with what was told, project by project."""
    numbers = sorted(number for number in {*found, *expected} if found.get(number) != expected.get(number))
    different = [(number, found.get(number), expected.get(number)) for number in numbers]
    assert not different, f"{what} (number, found, expected): {different[:5]}"


def compare_rebuilt(folder: Path, output: Path, health: Path, run: Callable[..., tuple[int, str]]) -> Iterator[str]:
    """Compare a dataset with one that is made again from its archive, by the parser of today."""
    begun = time.perf_counter()
    again = folder / "again"
    options = ["--from-archive", str(output / "archive"), "--output", str(again), "--health", str(health)]
    code, words = run("refresh", *options, ATLAS_TEST_PARSER=NEW_PARSER)
    assert code in {0, 1}, words
    for name in ("partnerships.jsonl", "states.jsonl"):
        assert (again / "latest" / name).read_bytes() == (output / "latest" / name).read_bytes(), name
    site = [each for each in lines(output, "history.jsonl") if each["cause"] == "site"]
    assert list(lines(again, "history.jsonl")) == site
    seconds = time.perf_counter() - begun
    yield f"a rebuilding from the archive gives the same records, states and history of the site, in {seconds:.0f} s"
    code, words = run("verify", "--output", str(output), ATLAS_TEST_PARSER=NEW_PARSER)
    assert code == 0, words
    yield "verify finds nothing wrong"


def lines(output: Path, name: str) -> Iterator[dict[str, Any]]:
    """Read a file of JSON Lines of the latest release."""
    yield from map(json.loads, (output / "latest" / name).read_text("utf-8").splitlines())


def main() -> None:
    """Simulate and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--projects", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    logging.disable(logging.CRITICAL)
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        for line in simulate(Path(name), given.projects, Fates(), given.seed):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{time.perf_counter() - begun:.0f} s in all\n")


if __name__ == "__main__":
    main()
