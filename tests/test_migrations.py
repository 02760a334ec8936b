"""Stores of every version that was released, opened by this one. `stores/version-N.sql` was dumped from each."""

import json
import re
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest
from nights import page_of

from atlas_scraper.dataset import migrations
from atlas_scraper.dataset.evidence import settle
from atlas_scraper.dataset.frames import records_of
from atlas_scraper.dataset.frontier import Plan, queue_of
from atlas_scraper.dataset.history import history_of
from atlas_scraper.dataset.migrations import VERSION
from atlas_scraper.dataset.older_records import adapted, read_record
from atlas_scraper.dataset.store import Store
from atlas_scraper.errors import RecordInvalid, RunStopped
from atlas_scraper.people.policy import Policy
from atlas_scraper.pipeline import parse

STORES = sorted((Path(__file__).parent / "stores").glob("version-*.sql"))


def open_old(folder: Path, dump: Path) -> Path:
    path = folder / "store.sqlite"
    db = sqlite3.connect(path)
    db.executescript(dump.read_text("utf-8"))
    db.close()
    return path


def shape_of(path: Path) -> list[tuple[str, str]]:
    """List the columns of each table, whatever order they were added in."""
    db = sqlite3.connect(path)
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    columns = [(table, str(row[1:4])) for table in tables for row in db.execute(f"PRAGMA table_info({table})")]
    db.close()
    return columns


def test_there_is_a_store_of_every_version_before_this_one() -> None:
    assert [path.stem for path in STORES] == [f"version-{number}" for number in range(1, VERSION)]


@pytest.mark.parametrize("dump", STORES, ids=lambda path: str(path.stem))
def test_a_store_of_an_older_version_has_the_shape_of_a_new_one(dump: Path, tmp_path: Path) -> None:
    old = open_old(tmp_path, dump)
    with Store(old), Store(tmp_path / "new.sqlite"):
        pass
    assert shape_of(old) == shape_of(tmp_path / "new.sqlite")


def test_a_store_of_version_1_keeps_its_records_and_states(tmp_path: Path) -> None:
    with Store(open_old(tmp_path, STORES[0])) as store:
        states = {state["project_id"]: (state["state"], state["first_seen"]) for state in store.states()}
        assert [record.title for record in store.records()] == ["Titre 1", "Titre 4"]
        at = "2026-01-01T03:00:00+00:00"
        assert states == {1: ("current", at), 2: ("gone", at), 4: ("current", at), 5: ("never read", None)}


def test_a_store_of_version_1_begins_its_history_with_what_it_knows(tmp_path: Path) -> None:
    with Store(open_old(tmp_path, STORES[0])) as store:
        events = [(event.project_id, event.change, event.day) for event in history_of(store, Policy())]
    assert events == [
        (1, "added", "2026-01-01"),
        (2, "added", "2026-01-01"),
        (2, "gone", "2026-01-04"),
        (4, "added", "2026-01-01"),
    ]


def test_a_store_of_version_1_asks_at_once_for_what_an_outage_may_have_hidden(tmp_path: Path) -> None:
    with Store(open_old(tmp_path, STORES[0])) as store:
        (at,) = store.row("SELECT max(last_seen) FROM pages") or ("",)
        queue, _ = queue_of(store, Plan(sweep_to=10), datetime.fromisoformat(at))
    assert queue == [4, 1, 5, 2, 9, 10]


def test_a_store_of_version_1_gives_up_the_run_that_was_not_finished(tmp_path: Path) -> None:
    with Store(open_old(tmp_path, STORES[0])) as store:
        assert (store.unfinished(), store.outcome("20260104T030000Z")) == (None, "given up")


def test_a_store_of_version_2_goes_on_with_its_run_without_the_frames_it_did_not_keep(tmp_path: Path) -> None:
    with Store(open_old(tmp_path, STORES[1])) as store:
        run = store.unfinished()
        assert run is not None
        with store.transaction() as db:
            settle(db, run.run)
        assert [(record.title, record.issues) for record in records_of(store)] == [("Titre neuf", [])]
        assert list(store.rows("SELECT frame FROM pages")) == [(None,)] * 3


def test_a_store_of_version_3_does_not_know_between_when_its_changes_happened(tmp_path: Path) -> None:
    with Store(open_old(tmp_path, STORES[2])) as store:
        events = list(history_of(store, Policy()))
    assert [event.change for event in events] == ["added", "changed", "added", "gone"]
    assert {event.seen_between for event in events} == {None}


def test_a_migration_that_fails_leaves_the_store_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = open_old(tmp_path, STORES[0])
    before = shape_of(path)
    monkeypatch.setattr(migrations, "_STEPS", (*migrations._STEPS, "CREATE TABLE more (x); no such thing;"))
    monkeypatch.setattr(migrations, "VERSION", VERSION + 1)
    with pytest.raises(RunStopped):
        Store(path)
    assert shape_of(path) == before


def test_a_record_of_an_older_model_is_given_as_far_as_it_goes() -> None:
    record = parse(page_of(1), project_id=1)
    older = json.loads(record.model_dump_json())
    del older["sdgs"]
    older |= {"colour": "blue", "start_year": "early", "volunteers": [{"name": "x"}]}
    found = read_record(json.dumps(older))
    assert found == record.model_copy(update={"sdgs": [], "start_year": None, "volunteers": []})


def test_a_record_without_what_every_record_needs_names_the_next_step() -> None:
    with pytest.raises(RecordInvalid, match=re.escape("`reparse`")):
        adapted({"project_id": 3, "headline": "Un titre"})


def test_a_record_that_cannot_be_given_stops_no_other_and_is_kept(tmp_path: Path) -> None:
    with Store(open_old(tmp_path, STORES[0])) as store:
        with store.transaction() as db:
            db.execute("""UPDATE pages SET record = '{"project_id": 1, "headline": "x"}' WHERE project_id = 1""")
        assert ([record.project_id for record in store.records()], store.unreadable()) == ([4], [1])
        assert next(store.texts())[0] == 1
