"""History from captures of ten years, against the truth of an atlas that changed, lost and regained projects."""

import csv
import json
import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from archived import BASE, Captured, keep
from nights import night, publish_plainly, released
from truth import title_of

from atlas_scraper.local_atlas.facts import facts_of
from atlas_scraper.local_atlas.pages import project_page

START, DAYS, NUMBERS = datetime(2012, 1, 1, 5, tzinfo=UTC), 3650, range(1, 26)
Events = list[tuple[str, list[str | None]]]


@dataclass(frozen=True)
class Life:
    """What became of a project: the day of each change, and what it is from then on; 0 is not there."""

    turns: dict[int, int]

    def on(self, day: int) -> int:
        return next((self.turns[turn] for turn in sorted(self.turns, reverse=True) if turn <= day), 0)

    def turned_between(self, first: int, last: int) -> bool:
        return any(first < turn <= last for turn in self.turns)


def lives(draw: random.Random) -> dict[int, Life]:
    """Make up lives: a project begins, changes now and then, and is away for years in between, some for good."""
    found = {}
    for number in NUMBERS:
        turns, version, day = {0: 1}, 1, 0
        while (day := day + draw.randint(200, 1200)) < DAYS:
            is_away = turns[max(turns)] == 0
            version += not is_away and draw.random() < 0.6
            turns[day] = version if is_away or draw.random() < 0.6 else 0
        found[number] = Life(turns)
    return found


def captured(number: int, day: int, version: int) -> Captured:
    moment = START + timedelta(days=day, minutes=number)
    if not version:
        return Captured(number, moment, status=404)
    page = project_page(replace(facts_of(number), title=title_of(number, version), other_themes=()))
    return Captured(number, moment, page.encode())


def expected(captures: list[Captured], life: Life) -> tuple[Events, int]:
    """Say what captures tell of a life: events with the moments between which they happened, and what it is last."""
    events: Events = []
    version, gone, seen, missed = 0, False, "", list[str]()
    for capture in captures:
        found, at = life.on((capture.moment - START).days), capture.moment.isoformat()
        if not found:
            missed += [at] if version else []
            if version and len(missed) == 3:
                events.append(("gone", [seen, missed[0]]))
                gone = True
            continue
        if not version:
            events.append(("added", [None, at]))
        elif gone:
            events.append(("back", [missed[-1], at]))
        if version not in {0, found}:
            events.append(("changed", [seen, at]))
        version, gone, seen, missed = found, False, at, []
    return events, 0 if gone else version


def rows_of(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("seed", [1, 2])
def test_the_history_of_captures_is_the_truth_between_two_captures(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_plainly(monkeypatch)
    draw = random.Random(seed)  # noqa: S311 - no secret
    made, days = lives(draw), sorted(draw.sample(range(1, DAYS), 40))
    captures = [
        captured(number, day, made[number].on(day)) for day in days for number in NUMBERS if draw.random() < 0.4
    ]
    night(tmp_path / "out", BASE, tuple(NUMBERS), (keep(tmp_path / "captures.warc.gz", captures),))
    of = {number: [each for each in captures if each.number == number] for number in NUMBERS}
    known = {number: expected(of[number], made[number]) for number in NUMBERS}
    found: dict[int, Events] = {number: [] for number in NUMBERS}
    for event in map(json.loads, (tmp_path / "out" / "latest" / "history.jsonl").read_text("utf-8").splitlines()):
        assert (event["field"], event["cause"]) in {(None, "site"), ("title", "site")}
        found[event["project_id"]].append((event["change"], event["seen_between"]))
    assert found == {number: events for number, (events, _) in known.items()}
    titles = {number: title_of(number, version) for number, (_, version) in known.items() if version}
    assert {number: each["title"] for number, each in released(tmp_path / "out").items()} == titles
    kinds = {change for events in found.values() for change, _ in events}
    assert kinds == {"added", "changed", "gone", "back"}
    for number, events in found.items():
        for change, (before, at) in events:
            first, last = (
                -1 if moment is None else (datetime.fromisoformat(moment) - START).days for moment in (before, at)
            )
            assert made[number].turned_between(first, last), (number, change)
    (row, *_) = [each for each in rows_of(tmp_path / "out" / "latest" / "changes.csv") if each["change"] == "changed"]
    before, at = next(each for change, each in found[int(row["project_id"])] if change == "changed")
    assert row["seen_between"] == f"{before}/{at}".replace("+00:00", "Z")


def test_years_without_a_capture_are_a_gap_and_no_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_plainly(monkeypatch)
    captures = [
        captured(1, 1, 1),
        captured(2, 1, 1),
        captured(1, 2000, 0),
        *(captured(2, day, 1) for day in (3000, 3600)),
    ]
    night(tmp_path / "out", BASE, (1, 2), (keep(tmp_path / "captures.warc.gz", captures),))
    lines = map(json.loads, (tmp_path / "out" / "latest" / "states.jsonl").read_text("utf-8").splitlines())
    assert {each["project_id"]: each["state"] for each in lines} == {1: "missing", 2: "current"}
    assert sorted(released(tmp_path / "out")) == [1, 2]


def test_a_link_under_the_host_by_which_a_page_was_captured_is_no_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_plainly(monkeypatch)
    facts = replace(facts_of(1), other_themes=())
    text, name = project_page(facts), facts.partners[0][0]
    cell = f'<a href="/cncdext/dyn/public/partenaire.html?id=7">{name}</a>'
    body = text.replace(f">{name}<", f">{cell}<", 1).encode()
    bases = (BASE, BASE.replace("https:", "http:"), BASE.replace("//", "//www."))
    captures = [
        Captured(1, START + timedelta(days=100 * day), body, base=base) for day, base in enumerate(bases, start=1)
    ]
    night(tmp_path / "out", BASE, (1,), (keep(tmp_path / "captures.warc.gz", captures),))
    assert released(tmp_path / "out")[1]["foreign_partners"][0]["link"] == f"{BASE}dyn/public/partenaire.html?id=7"
    lines = (tmp_path / "out" / "latest" / "history.jsonl").read_text("utf-8").splitlines()
    assert [(each["change"], each["field"]) for each in map(json.loads, lines)] == [("added", None)]
