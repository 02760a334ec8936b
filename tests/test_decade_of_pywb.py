"""Ten years of captures in a real pywb: found, fetched by runs that are killed, and their history held to the truth."""

import json
import os
import signal
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from apart import commands_or_skip
from archived import BASE, keep
from decade import Event, decade, truth_of
from nights import leave_out_what_is_slow, released, report
from prepared import Prepared
from pywb_server import Pywb, install
from test_discover_and_backfill import contents, discover, found, held, run, truth

from atlas_scraper.sources.table import read_table

NUMBERS = range(1, 19)
SEEN = decade(5, NUMBERS, days=28, share=0.4)
CAPTURES = [one.captured for one in SEEN]
OF = {number: [one for one in SEEN if one.captured.number == number] for number in NUMBERS}
TRUTH = {number: truth_of(seen) for number, seen in OF.items()}
KILLS = (1, 12, 30, 31, 60)
"""After how many requests the fetching is killed."""


@pytest.fixture(scope="module")
def pywb(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pywb]:
    commands = commands_or_skip(request.config, install, "pywb")
    folder = tmp_path_factory.mktemp("pywb")
    with Pywb(commands, folder, [keep(folder / "decade.warc.gz", CAPTURES)]) as server:
        yield server


def replayed(pywb: Pywb) -> Counter[str]:
    """Count the captures that pywb was asked for."""
    return Counter(path for path in pywb.requests if "id_/" in path)


class Fetched(NamedTuple):
    """The folder with a table and an archive, and how often each capture was asked for to fill it."""

    folder: Path
    asked: Counter[str]


@pytest.fixture(scope="module")
def fetched(pywb: Pywb, tmp_path_factory: pytest.TempPathFactory) -> Fetched:
    """The table of captures, and the archive that five killed runs and a whole one have filled."""
    folder = tmp_path_factory.mktemp("fetched")
    assert found(discover(folder / "t.csv", f"{pywb.collection}cdx")) == truth(CAPTURES)
    words = ("backfill", folder / "t.csv", "--output", folder / "archived", "--delay", "0", "--timeout", "30")
    with Prepared() as prepared:
        for asked in KILLS:
            process = prepared.start(folder / "words", *map(str, words))
            until = time.monotonic() + 60
            while replayed(pywb).total() < asked and time.monotonic() < until:
                time.sleep(0.01)
            os.kill(process, signal.SIGKILL)
            assert prepared.wait() == -signal.SIGKILL, (folder / "words").read_text()
    run(*words)
    return Fetched(folder, replayed(pywb))


def test_the_decade_holds_all_that_can_happen() -> None:
    events = [event for events, _ in TRUTH.values() for event in events]
    assert {event.change for event in events} == {"added", "changed", "gone", "back"}
    assert {event.field for event in events} >= {"title", "context", "context_and_history", "sdgs"}
    assert {one.facts.generation for one in SEEN if one.facts} == {0, 1, 2}
    assert {one.captured.status for one in SEEN} | {302 * bool(one.captured.to) for one in SEEN} >= {200, 302, 404, 503}
    bodies = Counter((one.captured.number, one.captured.body) for one in SEEN if one.facts)
    assert max(bodies.values()) > 1  # revisits


def test_every_capture_is_fetched_and_asked_for_once_though_five_runs_were_killed(pywb: Pywb, fetched: Fetched) -> None:
    folder, asked = fetched
    assert contents(folder / "archived") == held(CAPTURES)
    assert asked.total() - len(asked) <= len(KILLS)
    before = replayed(pywb)
    run("backfill", folder / "t.csv", "--output", folder / "archived", "--delay", 0)
    assert replayed(pywb) == before


def test_a_payload_that_was_captured_again_was_not_asked_for_again(fetched: Fetched) -> None:
    folder, asked = fetched
    digests = {row.digest for row in read_table(folder / "t.csv") if row.status in {200, None} and row.digest}
    others = [one for one in CAPTURES if one.to or one.status == 404]
    assert len(asked) <= len(digests) + len(others) < len(CAPTURES)


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def in_order(events: list[Event]) -> list[Event]:
    return sorted(events, key=lambda event: (event.seen_between[1], event.change, event.field or ""))


def test_the_history_of_the_archive_is_the_truth(
    fetched: Fetched, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_out_what_is_slow(monkeypatch)
    run("refresh", "--from-archive", fetched.folder / "archived", "--output", tmp_path, code=1)
    told: dict[int, list[Event]] = {number: [] for number in NUMBERS}
    for line in lines_of(tmp_path / "latest" / "history.jsonl"):
        assert line["cause"] == "site"
        before, at = line["seen_between"]
        event = Event(line["change"], line["field"], line["before"], line["after"], (before, at))
        told[line["project_id"]].append(event)
    assert {number: in_order(events) for number, events in told.items()} == {
        number: in_order(events) for number, (events, _) in TRUTH.items()
    }
    there = {number: last for number, (_, last) in TRUTH.items() if last.values and not last.is_gone}
    records = released(tmp_path)
    assert {
        number: {name: record[name] for name in there[number].values or ()} for number, record in records.items()
    } == {number: last.values for number, last in there.items()}
    states = {each["project_id"]: each for each in lines_of(tmp_path / "latest" / "states.jsonl")}
    known = {number: last for number, (_, last) in TRUTH.items() if last.values}
    assert {number: (each["first_seen"], each["last_seen"]) for number, each in states.items()} == {
        number: (last.first, last.last) for number, last in known.items()
    }
    assert {number for number, each in states.items() if each["state"] == "gone"} == known.keys() - there.keys()


def test_a_replay_in_place_of_the_site_gives_the_newest_capture_of_every_project_that_shows_it(
    pywb: Pywb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_out_what_is_slow(monkeypatch)
    run("refresh", "--base-url", pywb.replay_of(BASE), "--ids", "1-40", "--delay", 0, "--output", tmp_path)
    dates = {number: record["provenance"]["retrieved_at"] for number, record in released(tmp_path).items()}
    newest = {number: [one for one in seen if one.is_told][-1] for number, seen in OF.items()}
    there = {number: one.captured.moment for number, one in newest.items() if one.facts}
    assert dates == {number: f"{moment:%Y-%m-%dT%H:%M:%SZ}" for number, moment in there.items()}
    assert any(not OF[number][-1].is_told for number in there)  # its newest capture is of something else
    assert report(tmp_path)["visits"]["failed"] == 0
