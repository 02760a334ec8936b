import os
import sqlite3
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from beliefs import believe
from records import PROVENANCE, make_record

from atlas_scraper.dataset.condition import Night, _steps
from atlas_scraper.dataset.history import history_of
from atlas_scraper.dataset.store import Store
from atlas_scraper.dataset.visits import Run, Visit
from atlas_scraper.errors import RunStopped
from atlas_scraper.people.policy import Policy

START = datetime(2026, 1, 1, 3, tzinfo=UTC)
RUN = Run("r1", "plan", START, "r0", 21, 512)


@pytest.fixture
def store(tmp_path: Path) -> Any:
    with Store(tmp_path / "store.sqlite") as opened:
        yield opened


def day(number: int, hour: int = 0) -> datetime:
    return START + timedelta(days=number, hours=hour)


def good(at: datetime, title: str = "Titre", number: int = 7, version: str = "1") -> Visit:
    record = make_record(project_id=number, title=title, provenance=PROVENANCE | {"parser_version": version})
    return Visit(number, at, record=record, digest=title, validators=("etag", "modified"))


def missing(at: datetime, number: int = 7) -> Visit:
    return Visit(number, at, missing=True)


def failed(at: datetime, number: int = 7) -> Visit:
    return Visit(number, at, kind="time-out", detail="no answer", again=True)


def state(store: Store) -> dict[str, Any]:
    (found,) = store.states()
    return found


def titles(store: Store) -> list[str]:
    return [record.title for record in store.records()]


def test_a_project_read_for_the_first_time_is_new_with_its_dates(store: Store) -> None:
    assert believe(store, good(day(0))) == "new"
    assert state(store) == {
        "project_id": 7,
        "state": "current",
        "first_seen": day(0).isoformat(),
        "last_seen": day(0).isoformat(),
        "last_change": day(0).isoformat(),
        "failures": 0,
        "last_failure": None,
        "gone_on": None,
    }


def test_an_unchanged_project_moves_when_it_was_seen_and_not_when_it_changed(store: Store) -> None:
    believe(store, good(day(0)))
    assert believe(store, good(day(1))) == "unchanged"
    found = state(store)
    assert (found["first_seen"], found["last_seen"], found["last_change"]) == (
        day(0).isoformat(),
        day(1).isoformat(),
        day(0).isoformat(),
    )


def test_an_unchanged_digest_keeps_the_record_that_is_there(store: Store) -> None:
    believe(store, good(day(0)))
    other = make_record(project_id=7, provenance=PROVENANCE | {"sha256": "1" * 64})
    believe(store, Visit(7, day(1), record=other, digest="Titre"))
    assert [record.provenance.sha256 for record in store.records()] == ["0" * 64]


def test_a_changed_project_has_the_new_record_and_the_day_it_changed(store: Store) -> None:
    believe(store, good(day(0)))
    assert believe(store, good(day(1), "Autre")) == "changed"
    found = state(store)
    assert (titles(store), found["first_seen"], found["last_change"]) == (
        ["Autre"],
        day(0).isoformat(),
        day(1).isoformat(),
    )


def test_a_page_that_the_site_says_is_not_modified_keeps_its_record(store: Store) -> None:
    believe(store, good(day(0)))
    assert believe(store, Visit(7, day(1))) == "unchanged"
    assert (titles(store), state(store)["last_seen"]) == (["Titre"], day(1).isoformat())


def test_a_failed_page_keeps_its_record_marked_stale(store: Store) -> None:
    believe(store, good(day(0)))
    assert believe(store, failed(day(1))) == "failed"
    found = state(store)
    assert (titles(store), found["state"], found["failures"]) == (["Titre"], "stale", 1)
    assert (found["last_seen"], found["last_failure"]) == (day(0).isoformat(), f"{day(1).isoformat()} time-out")


def test_failures_are_counted_until_the_page_is_read_again(store: Store) -> None:
    believe(store, good(day(0)))
    counts = []
    for visit in (failed(day(1)), failed(day(2)), good(day(3))):
        believe(store, visit)
        counts.append((state(store)["failures"], state(store)["state"]))
    assert counts == [(1, "stale"), (2, "stale"), (0, "current")]


def test_a_page_that_was_never_read_is_known_and_has_no_record(store: Store) -> None:
    believe(store, failed(day(0)))
    assert (store.known(), titles(store), state(store)["state"]) == ([(7, None)], [], "never read")


def test_a_stale_page_is_asked_for_without_condition(store: Store) -> None:
    believe(store, good(day(0)))
    before = store.validators(7, "1")
    believe(store, failed(day(1)))
    assert (before, store.validators(7, "1")) == (("etag", "modified"), (None, None))


def test_a_page_read_by_another_version_is_asked_for_without_condition(store: Store) -> None:
    believe(store, good(day(0)))
    assert store.validators(7, "2") == (None, None)


def test_a_record_of_another_version_of_the_parser_replaces_the_one_there(store: Store) -> None:
    believe(store, good(day(0)))
    believe(store, good(day(1), version="2"))
    assert [record.provenance.parser_version for record in store.records()] == ["2"]


def test_a_project_missing_on_three_days_is_gone(store: Store) -> None:
    believe(store, good(day(0)))
    states = []
    for number in (1, 2, 3):
        believe(store, missing(day(number)))
        states.append((state(store)["state"], titles(store)))
    assert states == [("missing", ["Titre"]), ("missing", ["Titre"]), ("gone", [])]


def test_a_project_missing_in_three_runs_of_one_day_is_not_gone(store: Store) -> None:
    believe(store, good(day(0)))
    for hour in (0, 1, 2):
        believe(store, missing(day(1, hour)))
    assert (state(store)["state"], titles(store)) == ("missing", ["Titre"])


def test_a_project_that_is_gone_is_not_known(store: Store) -> None:
    believe(store, good(day(0)))
    for number in (1, 2, 3):
        believe(store, missing(day(number)))
    assert store.known() == []


def test_a_project_that_is_found_again_starts_its_missing_days_anew(store: Store) -> None:
    believe(store, good(day(0)))
    for visit in (missing(day(1)), missing(day(2)), good(day(3)), missing(day(4)), missing(day(5))):
        believe(store, visit)
    assert state(store)["state"] == "missing"


def test_a_project_that_comes_back_is_new_and_keeps_when_it_was_first_seen(store: Store) -> None:
    believe(store, good(day(0)))
    for number in (1, 2, 3):
        believe(store, missing(day(number)))
    assert believe(store, good(day(4))) == "new"
    found = state(store)
    assert (found["state"], found["first_seen"], titles(store)) == ("current", day(0).isoformat(), ["Titre"])


def between(store: Store) -> list[tuple[str, tuple[str | None, str] | None]]:
    return [(event.change, event.seen_between) for event in history_of(store, Policy())]


def test_a_change_lies_between_what_was_seen_before_it_and_what_shows_it(store: Store) -> None:
    for visit in (good(day(0)), good(day(1)), failed(day(2)), good(day(3), "Autre")):
        believe(store, visit)
    first, last, changed = (day(number).isoformat() for number in (0, 1, 3))
    assert between(store) == [("added", (None, first)), ("changed", (last, changed))]


def test_a_project_went_between_when_it_was_last_seen_and_first_missed_and_came_back_after_it_was_last_missed(
    store: Store,
) -> None:
    believe(store, good(day(0)))
    for number in (1, 2, 3, 8):
        believe(store, missing(day(number)))
    believe(store, good(day(20)))
    seen, missed, last, again = (day(number).isoformat() for number in (0, 1, 8, 20))
    assert between(store)[1:] == [("gone", (seen, missed)), ("back", (last, again))]


def test_a_project_that_was_never_read_and_is_missing_is_forgotten(store: Store) -> None:
    believe(store, failed(day(0)))
    assert believe(store, missing(day(1))) == "missing"
    assert list(store.states()) == []


def test_a_number_that_never_was_a_project_leaves_no_state(store: Store) -> None:
    believe(store, missing(day(0)))
    assert list(store.states()) == []


def test_the_projects_asked_for_longest_ago_come_first_whether_they_failed_or_not(store: Store) -> None:
    for number, age in ((1, 5), (2, 3), (3, 4), (4, 3)):
        believe(store, good(day(age), number=number))
    believe(store, failed(day(9), number=9))
    assert [number for number, _ in store.known()] == [2, 4, 3, 1, 9]


def test_records_come_by_number(store: Store) -> None:
    for number in (10, 2, 33):
        believe(store, good(day(0), number=number))
    assert [record.project_id for record in store.records()] == [2, 10, 33]


def test_the_highest_number_is_that_of_a_record(store: Store) -> None:
    none_yet = store.highest()
    believe(store, good(day(0)))
    believe(store, failed(day(0), number=99))
    assert (none_yet, store.highest()) == (0, 7)


def interrupted(store: Store) -> None:
    with store.transaction() as db:
        db.execute("INSERT INTO facts VALUES ('swept to', '5')")
        raise KeyboardInterrupt


def full(store: Store, pages: int) -> None:
    with store.transaction() as db:
        db.execute(f"PRAGMA max_page_count={pages}")
        db.execute("INSERT INTO facts VALUES ('much', ?)", ("x" * 1_000_000,))


def rolled_back_by_itself(store: Store) -> None:
    with store.transaction() as db:
        db.execute("ROLLBACK")
        raise sqlite3.OperationalError("database or disk is full")


def test_a_transaction_is_rolled_back_when_its_block_raises(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt):
        interrupted(store)
    assert store.fact("swept to") is None


def test_a_store_whose_transaction_was_rolled_back_goes_on(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt), store.transaction():
        raise KeyboardInterrupt
    assert believe(store, good(day(0))) == "new"


def test_a_full_disk_is_said_as_such_and_leaves_the_state_before(store: Store) -> None:
    believe(store, good(day(0)))
    with store.transaction() as db:
        (pages,) = db.execute("PRAGMA page_count").fetchone()
    with pytest.raises(RunStopped, match="full"):
        full(store, pages)
    assert (titles(store), store.fact("much")) == (["Titre"], None)


def test_a_store_whose_sqlite_rolled_back_by_itself_keeps_the_first_error(store: Store) -> None:
    with pytest.raises(RunStopped, match="full"):
        rolled_back_by_itself(store)
    assert store.save("r1", good(day(0))) == "new"


def test_a_run_that_has_begun_is_unfinished_with_its_queue(store: Store) -> None:
    store.begin(RUN, [3, 1, 2])
    assert (store.unfinished(), store.queue("r1")) == (RUN, [3, 1, 2])


def test_a_run_that_is_finished_is_no_longer_unfinished_and_its_name_is_taken(store: Store) -> None:
    store.begin(RUN, [1])
    store.finish("r1", "published", {})
    assert (store.unfinished(), store.queue("r1"), store.has_run("r1"), store.has_run("r2")) == (None, [], True, False)


def test_a_run_that_begins_gives_up_the_unfinished_one(store: Store) -> None:
    store.begin(RUN, [1])
    other = Run("r2", "other plan", day(1), None, None, None)
    store.begin(other, [2])
    assert (store.unfinished(), store.queue("r1"), store.queue("r2")) == (other, [], [2])


def test_what_a_run_sees_is_its_own_until_it_is_settled(store: Store) -> None:
    store.begin(RUN, [7])
    outcome = store.save("r1", good(day(0)))
    assert (outcome, titles(store), store.visits("r1")) == ("new", [], [(7, "new", "", "", False)])


def test_an_unhealthy_run_moves_nothing_but_when_it_asked(store: Store) -> None:
    for number in (1, 2):
        believe(store, good(day(number), number=number))
    before = list(store.states())
    store.begin(RUN, [1])
    for visit in (missing(day(5), 1), failed(day(5), 3), good(day(5), "Autre", 4)):
        store.save("r1", visit)
    store.finish("r1", "unhealthy", {})
    assert (list(store.states()), [number for number, _ in store.known()]) == (before, [2, 1])


def test_three_unhealthy_runs_make_no_project_gone(store: Store) -> None:
    believe(store, good(day(0)))
    for number in (1, 2, 3):
        store.begin(replace(RUN, run=f"r{number}"), [7])
        store.save(f"r{number}", missing(day(number)))
        store.finish(f"r{number}", "unhealthy", {})
    assert (state(store)["state"], titles(store)) == ("current", ["Titre"])


def test_a_run_knows_its_visits_and_where_its_archive_ends(store: Store) -> None:
    store.begin(RUN, [7])
    store.save("r1", Visit(7, day(0), kind="time-out", detail="no answer", again=True, archive_end=2048))
    unfinished = store.unfinished()
    assert unfinished is not None
    assert (store.visited("r1"), unfinished.archive_end) == ({7: ("failed", True)}, 2048)


def test_a_second_visit_in_the_same_run_replaces_the_first(store: Store) -> None:
    store.save("r1", failed(day(0)))
    store.save("r1", good(day(0)))
    assert store.visits("r1") == [(7, "new", "", "", False)]


def test_the_last_answer_of_an_address_is_remembered_with_the_visit(store: Store) -> None:
    for digest in ("a", "b"):
        store.save("r1", replace(good(day(0)), answers=(("https://example.org/", digest, "2026", "c"),)))
    assert (store.answer("https://example.org/"), store.answer("https://example.org/x")) == (("b", "2026", "c"), None)


def test_a_store_is_found_again_as_it_was_left(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as first:
        believe(first, good(day(0)))
    with Store(tmp_path / "s") as second:
        assert titles(second) == ["Titre"]


def test_a_text_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "store.sqlite").write_text("no store at all, " * 100, "utf-8")
    with pytest.raises(RunStopped, match=r"store\.sqlite.*move the file away"):
        Store(tmp_path / "store.sqlite")


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(RunStopped, match="move the file away"):
        Store(tmp_path)


def test_a_store_of_another_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version=99")
    db.close()
    before = path.read_bytes()[100:]
    with pytest.raises(RunStopped, match=r"version 99.*--from-archive"):
        Store(path)
    assert path.read_bytes()[100:] == before


STEPS = {
    "": "run `refresh`: nothing has been asked for yet",
    "stopped outage": "the site had an outage: look at it in a browser; nothing was lost, and the next run begins anew",
    "unhealthy": "look at `health` in run.json; if the site has really changed, change the bound and give it with "
    "--health",
    "stopped": "read `stopped_by` in run.json, mend that, and run `refresh` again: it goes on where it was",
    "unfinished": "a run is under way, or was killed: run `refresh` to go on with it",
}


@pytest.mark.parametrize("ended", STEPS)
def test_what_to_do_next_is_said_of_each_way_in_which_a_night_ends(ended: str) -> None:
    outcome, _, why = ended.partition(" ")
    nights = (
        [Night("r", day(0).isoformat(), outcome, believed=False, records=None, failed=None, why=why)] if ended else []
    )
    said = list(_steps(nights, is_stale=False, max_age=3, older=0, failing=Counter()))
    assert said == [STEPS[ended]]


KILLED = """
import os, sys
from pathlib import Path
from atlas_scraper.dataset.store import Store
store = Store(Path(sys.argv[1]))
with store.transaction() as db:
    db.execute("UPDATE pages SET last_change = 'torn', record = NULL")
    db.execute("INSERT INTO facts VALUES ('swept to', '5')")
    os._exit(9)
"""


def test_a_process_killed_within_a_transaction_leaves_the_state_before(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    with Store(path) as store:
        believe(store, good(day(0)))
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, "-c", KILLED, str(path)]
    killed = subprocess.run(command, env=environment, check=False, timeout=60)  # noqa: S603 - our own command
    with Store(path) as store:
        assert (killed.returncode, titles(store), store.fact("swept to")) == (9, ["Titre"], None)
        assert state(store)["last_change"] == day(0).isoformat()
