"""The store: a good record is replaced by a good one alone, and a kill leaves all or nothing of a page."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from records import make_record

from atlas_scraper.dataset.frontier import Plan, above, note_sweep, queue_of, read_ids
from atlas_scraper.dataset.store import Run, Store, Visit
from atlas_scraper.errors import FetchError, RunStopped

NIGHT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
RUN = Run("run", "plan", NIGHT, None, None, None)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "store.sqlite") as found:
        found.begin(RUN, [])
        yield found


def good(number: int = 5, title: str = "Un", days: int = 0) -> Visit:
    record = make_record(project_id=number, title=title)
    return Visit(number, NIGHT + timedelta(days=days), record=record, digest=title)


def missing(number: int = 5, days: int = 0) -> Visit:
    return Visit(number, NIGHT + timedelta(days=days), missing=True)


def failed(number: int = 5, days: int = 0) -> Visit:
    return Visit(number, NIGHT + timedelta(days=days), kind="time-out", detail="none", again=True)


def state(store: Store) -> dict[str, Any]:
    return next(store.states())


def titles(store: Store) -> list[str]:
    return [record.title for record in store.records()]


def test_a_page_that_says_the_same_keeps_its_record_and_its_last_change(store: Store) -> None:
    outcomes = [store.save("run", good()), store.save("run", good(days=1))]
    found = state(store)
    assert outcomes == ["new", "unchanged"]
    assert (found["last_change"][:10], found["last_seen"][:10]) == ("2026-11-24", "2026-11-25")


def test_a_page_that_says_something_else_replaces_its_record(store: Store) -> None:
    outcomes = [store.save("run", good()), store.save("run", good(title="Deux"))]
    assert (outcomes, titles(store)) == (["new", "changed"], ["Deux"])


def test_a_failed_page_keeps_its_record_marked_stale(store: Store) -> None:
    store.save("run", good())
    assert store.save("run", failed()) == "failed"
    assert (titles(store), state(store)["state"], state(store)["failures"]) == (["Un"], "stale", 1)


def test_an_answer_that_nothing_changed_takes_the_stale_mark_off(store: Store) -> None:
    for visit in (good(), failed(), Visit(5, NIGHT)):
        store.save("run", visit)
    assert (state(store)["state"], state(store)["failures"]) == ("current", 0)


def test_a_project_is_gone_on_the_third_day_and_keeps_when_it_was_last_seen(store: Store) -> None:
    store.save("run", good())
    counts = [(store.save("run", missing(days=day)), len(titles(store)))[1] for day in (1, 1, 1, 2, 3)]
    assert counts == [1, 1, 1, 1, 0]
    assert (state(store)["state"], state(store)["last_seen"][:10]) == ("gone", "2026-11-24")


def test_a_project_that_comes_back_is_counted_anew(store: Store) -> None:
    for visit in (good(), missing(days=1), missing(days=2), good(days=3), missing(days=4), missing(days=5)):
        store.save("run", visit)
    assert titles(store) == ["Un"]


def test_a_gone_project_that_comes_back_is_new(store: Store) -> None:
    for day in (1, 2, 3):
        store.save("run", good()) if day == 1 else None
        store.save("run", missing(days=day))
    assert (store.save("run", good(days=9)), titles(store)) == ("new", ["Un"])


def test_a_project_that_failed_and_is_missing_is_forgotten(store: Store) -> None:
    store.save("run", failed())
    store.save("run", missing())
    assert list(store.states()) == []


def test_an_error_within_a_transaction_leaves_what_was(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError), store.transaction() as db:
        [db.execute(sql) for sql in ("INSERT INTO facts VALUES ('a', 'b')", "SELECT no_such_column FROM facts")]
    assert store.fact("a") is None


def test_a_process_that_dies_within_a_transaction_leaves_what_was(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from atlas_scraper.dataset.store import Store\n"
        "store = Store(Path(sys.argv[1])); store.note('a', 'before')\n"
        "with store.transaction() as db:\n db.execute(\"UPDATE facts SET value = 'after'\"); os._exit(9)\n"
    )
    file = tmp_path / "store.sqlite"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    subprocess.run([sys.executable, "-c", code, str(file)], check=False, env=environment)  # noqa: S603 - our own code
    with Store(file) as found:
        assert found.fact("a") == "before"


def test_a_run_that_was_not_finished_is_found_again(store: Store) -> None:
    assert store.unfinished() == RUN
    store.finish("run", "published", {})
    assert store.unfinished() is None


@pytest.mark.parametrize("kind", ["text", "version"])
def test_a_file_that_is_no_store_is_named(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    if kind == "text":
        file.write_text("a text of some length that is no database" * 50)
    else:
        db = sqlite3.connect(file)
        db.execute("PRAGMA user_version=99")
        db.close()
    with pytest.raises(RunStopped, match="next: "):
        Store(file)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("5,7", (5, 7)),
        ("1-4", (1, 2, 3, 4)),
        ("3, 1-2,3", (3, 1, 2)),
        ("https://example.org/x?criteres.prjId=14565", (14565,)),
    ],
)
def test_numbers_are_read_in_every_form(text: str, numbers: tuple[int, ...]) -> None:
    assert read_ids(text) == numbers


def test_a_file_of_numbers_ranges_addresses_and_comments_is_read(tmp_path: Path) -> None:
    file = tmp_path / "ids.txt"
    file.write_text("5  # five\n\n7-8\nhttps://example.org/detailProjet.html?criteres.prjId=14565#top\n")
    assert read_ids(str(file)) == (5, 7, 8, 14565)


@pytest.mark.parametrize("text", ["", "five", "0", "4-2", "-3", "1-99999999999", ","])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(FetchError, match="numbers of projects"):
        read_ids(text)


def test_projects_seen_longest_ago_come_first(store: Store) -> None:
    for number, days in ((1, 3), (2, 1), (3, 2)):
        store.save("run", good(number, days=days))
    assert queue_of(store, Plan(limit=3), NIGHT)[0] == [2, 3, 1]


def test_projects_seen_of_late_are_left_out(store: Store) -> None:
    for number, days in ((1, 0), (2, 9)):
        store.save("run", good(number, days=days))
    assert queue_of(store, Plan(ids=(1, 2, 3), max_age=5), NIGHT + timedelta(days=10))[0] == [1, 3]


def test_a_first_run_sweeps_to_twenty_thousand(store: Store) -> None:
    queue, tail = queue_of(store, Plan(), NIGHT)
    assert (queue[0], queue[-1], len(queue), tail) == (1, 20_000, 20_000, 20_001)


def test_an_unfinished_sweep_goes_on(store: Store) -> None:
    queue, _ = queue_of(store, Plan(limit=300), NIGHT)
    note_sweep(store, queue, dict.fromkeys(range(1, 301), ("missing", False)))
    assert queue_of(store, Plan(limit=300), NIGHT)[0] == list(range(301, 601))


def test_behind_a_finished_sweep_new_projects_are_looked_for_above_the_highest(store: Store) -> None:
    store.save("run", good(16348))
    store.note("swept to", "20000")
    assert queue_of(store, Plan(), NIGHT) == ([16348], 16349)


def test_the_search_for_new_projects_ends_after_fifty_missing_in_a_row() -> None:
    visited: dict[int, tuple[str, bool]] = {}
    for number in above(100, visited):
        visited[number] = ("new" if number == 120 else "missing", False)
    assert max(visited) == 170


def test_a_visit_notes_where_the_archive_ends(store: Store) -> None:
    store.save("run", replace(good(), archive_end=1234))
    unfinished = store.unfinished()
    assert unfinished is not None
    assert unfinished.archive_end == 1234
