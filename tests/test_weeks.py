"""Weeks of nights against a real server: outages, bad pages, gaps, archives of many nights, operator's mistakes."""

import json
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from nights import Days, page_of, publish_plainly, released, report, try_again_soon

from atlas_scraper.dataset import frontier
from atlas_scraper.dataset.frontier import Plan
from atlas_scraper.dataset.publication import RunOutcome
from atlas_scraper.dataset.store import Store
from atlas_scraper.errors import RunStopped
from atlas_scraper.local_atlas.pages import error_page, unknown_project
from atlas_scraper.local_atlas.server import LocalAtlas
from atlas_scraper.night.plans import Night
from atlas_scraper.night.refresh import refresh
from atlas_scraper.night.settings import load_settings

LAST = 20
PLAN = Plan(sweep_to=LAST, sweep_share=0.1)
HTML = {"Content-Type": "text/html;charset=UTF-8"}


def quickly(monkeypatch: pytest.MonkeyPatch) -> Days:
    monkeypatch.setattr(frontier, "MISSING_IN_A_ROW", 3)
    monkeypatch.setattr(frontier, "_BEYOND", 0)
    publish_plainly(monkeypatch)
    try_again_soon(monkeypatch)
    return Days(monkeypatch)


@pytest.fixture
def days(monkeypatch: pytest.MonkeyPatch) -> Days:
    return quickly(monkeypatch)


@pytest.fixture
def atlas() -> Iterator[LocalAtlas]:
    with LocalAtlas(range(1, LAST + 1)) as server:
        yield server


@pytest.fixture(scope="module")
def lax(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Bounds without the announced size of the real atlas."""
    file = tmp_path_factory.mktemp("bounds") / "health.toml"
    packaged = Path(frontier.__file__).with_name("health.toml").read_text("utf-8")
    file.write_text(packaged.replace("at_least = 9000", "at_least = 10"), "utf-8")
    return file


def night(output: Path, atlas: LocalAtlas, lax: Path, plan: Plan = PLAN, **settings: Any) -> RunOutcome:
    quick: dict[str, Any] = {"base_url": atlas.base_url, "delay": 0.0, "timeout": 5.0, "tries": 2, "health": lax}
    return refresh(Night(output, load_settings(**quick | settings), plan))


@pytest.fixture(scope="module")
def first(lax: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the first night of the atlas."""
    output = tmp_path_factory.mktemp("first")
    with pytest.MonkeyPatch.context() as patch, LocalAtlas(range(1, LAST + 1)) as atlas:
        quickly(patch)
        assert night(output, atlas, lax).release
    return output


@pytest.fixture
def begun(first: Path, tmp_path: Path) -> None:
    """Begin with a copy of that night."""
    shutil.copytree(first, tmp_path, symlinks=True, dirs_exist_ok=True)


def rebuilt(output: Path, archive: Path, lax: Path, **settings: Any) -> RunOutcome:
    return refresh(Night(output, load_settings(**{"health": lax} | settings), archives=(archive,)))


def dataset(output: Path) -> dict[str, str]:
    """Read what a dataset says of the atlas: records, states and history."""
    names = ("partnerships.jsonl", "states.jsonl", "history.jsonl")
    return {name: (output / "latest" / name).read_text("utf-8") for name in names}


def history(output: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in dataset(output)["history.jsonl"].splitlines()]


def states(output: Path) -> dict[int, str]:
    lines = map(json.loads, dataset(output)["states.jsonl"].splitlines())
    return {state["project_id"]: state["state"] for state in lines}


def everything_is(atlas: LocalAtlas, page: str) -> None:
    answer = (200, HTML, page.encode())
    atlas.answers = dict.fromkeys([*atlas.numbers, 999_999_999], lambda: answer)


def is_missing(number: int) -> Any:
    return lambda: (200, HTML, unknown_project(number).encode())


def asked(atlas: LocalAtlas, since: int = 0) -> list[int]:
    paths = [path for _, path in atlas.requests[since:] if "criteres.prjId=" in path]
    return [int(path.rpartition("=")[2]) for path in paths]


ERROR = error_page("Une erreur technique est survenue. Veuillez renouveler votre demande.")


def test_three_days_of_error_pages_lose_nothing(days: Days, atlas: LocalAtlas, lax: Path, tmp_path: Path) -> None:
    night(tmp_path, atlas, lax)
    before, usual = released(tmp_path), len(atlas.requests)
    everything_is(atlas, ERROR)
    for _ in range(3):
        days.next()
        since = len(atlas.requests)
        outcome = night(tmp_path, atlas, lax)
        assert (outcome.release, outcome.report["stopped_by"]["kind"]) == (None, "outage")
        assert len(atlas.requests) - since <= 10
    atlas.answers = {}
    days.next()
    since = len(atlas.requests)
    assert night(tmp_path, atlas, lax).release is not None
    assert (sorted(released(tmp_path)), len(atlas.requests) - since <= usual) == (sorted(before), True)
    assert set(states(tmp_path).values()) == {"current"}


def test_a_rebuild_after_an_outage_gives_the_same_dataset(
    days: Days, atlas: LocalAtlas, lax: Path, tmp_path: Path
) -> None:
    night(tmp_path / "live", atlas, lax)
    everything_is(atlas, ERROR)
    days.next()
    night(tmp_path / "live", atlas, lax)
    atlas.answers = {}
    atlas.night = 2
    for _ in range(4):
        days.next()
        night(tmp_path / "live", atlas, lax)
    rebuilt(tmp_path / "again", tmp_path / "live" / "archive", lax)
    assert "gone" in states(tmp_path / "live").values()
    assert dataset(tmp_path / "again") == dataset(tmp_path / "live")


def test_an_archive_without_journals_is_judged_night_by_night(
    days: Days, atlas: LocalAtlas, lax: Path, tmp_path: Path
) -> None:
    night(tmp_path / "live", atlas, lax)
    everything_is(atlas, ERROR)
    days.next()
    night(tmp_path / "live", atlas, lax, Plan(ids=tuple(atlas.numbers)))
    for journal in (tmp_path / "live" / "archive").glob("*.json"):
        journal.unlink()
    outcome = rebuilt(tmp_path / "again", tmp_path / "live" / "archive", lax)
    assert outcome.release is not None
    assert any("is left out" in problem for problem in report(tmp_path / "again")["archive_problems"])
    assert dataset(tmp_path / "again") == dataset(tmp_path / "live")


def test_three_bad_pages_of_the_last_night_keep_their_older_captures(
    days: Days, atlas: LocalAtlas, lax: Path, tmp_path: Path
) -> None:
    night(tmp_path / "live", atlas, lax)
    days.next()
    for number in (1, 2, 4):
        atlas.answers[number] = lambda: (200, HTML, ERROR.encode())
    night(tmp_path / "live", atlas, lax)
    rebuilt(tmp_path / "again", tmp_path / "live" / "archive", lax)
    problems = report(tmp_path / "again")["archive_problems"]
    assert {1, 2, 4} <= set(released(tmp_path / "again"))
    assert sum("cannot be read" in problem for problem in problems) == 3
    assert dataset(tmp_path / "again") == dataset(tmp_path / "live")


def test_a_page_that_failed_without_an_answer_has_the_same_state_in_a_rebuild(
    days: Days, atlas: LocalAtlas, lax: Path, tmp_path: Path
) -> None:
    night(tmp_path / "live", atlas, lax)
    days.next()

    def never() -> Any:
        raise ConnectionAbortedError

    atlas.answers[5] = never
    night(tmp_path / "live", atlas, lax)
    rebuilt(tmp_path / "again", tmp_path / "live" / "archive", lax)
    assert states(tmp_path / "live")[5] == "stale"
    assert dataset(tmp_path / "again") == dataset(tmp_path / "live")


@pytest.mark.parametrize("status", [200, 500])
def test_eleven_pages_that_fail_every_night_stop_no_publication(
    status: int, days: Days, lax: Path, tmp_path: Path
) -> None:
    with LocalAtlas(range(71, 331)) as atlas:
        bad = [number for number in range(100, 140) if number in atlas.projects()][:11]
        for number in bad:
            atlas.answers[number] = lambda: (status, HTML, ERROR.encode())
        for _ in range(2):
            since = len(atlas.requests)
            outcome = night(tmp_path, atlas, lax, Plan(sweep_to=330, sweep_share=0))
            assert outcome.release is not None, outcome.report
            assert outcome.report["visits"]["failed"] == 11
            days.next()
    places = [place for place, number in enumerate(dict.fromkeys(asked(atlas, since))) if number in bad]
    assert (places[0] > 5, min(second - first for first, second in pairwise(places)) > 5) == (True, True)


def test_a_page_that_fails_is_asked_for_again_when_others_were(days: Days, lax: Path, tmp_path: Path) -> None:
    with LocalAtlas(range(1, 150)) as atlas:
        check_second_try(atlas, days, lax, tmp_path)


def check_second_try(atlas: LocalAtlas, days: Days, lax: Path, tmp_path: Path) -> None:
    bad = iter([True])
    atlas.answers[2] = lambda: (200, HTML, ERROR.encode() if next(bad, False) else page_of(2))
    outcome = night(tmp_path, atlas, lax, Plan(sweep_to=150))
    places = [place for place, number in enumerate(asked(atlas)) if number == 2]
    assert (len(places), places[1] - places[0] >= 50, outcome.report["visits"]["failed"]) == (2, True, 0)
    assert days.now.day == 1


@pytest.mark.usefixtures("begun")
def test_a_gone_project_that_comes_back_is_itself(days: Days, atlas: LocalAtlas, lax: Path, tmp_path: Path) -> None:
    first = json.loads(dataset(tmp_path)["states.jsonl"].splitlines()[0])
    atlas.answers[1] = is_missing(1)
    for _ in range(3):
        days.next()
        night(tmp_path, atlas, lax)
    assert (states(tmp_path)[1], 1 in released(tmp_path)) == ("gone", False)
    atlas.answers = {}
    since = len(atlas.requests)
    for _ in range(7):
        days.next()
        night(tmp_path, atlas, lax)
    again = json.loads(dataset(tmp_path)["states.jsonl"].splitlines()[0])
    assert (again["state"], again["first_seen"], asked(atlas, since).count(1)) == ("current", first["first_seen"], 1)
    assert [event["change"] for event in history(tmp_path) if event["project_id"] == 1] == ["added", "gone", "back"]


def test_a_new_project_in_a_gap_is_found_within_a_month(
    days: Days, atlas: LocalAtlas, lax: Path, tmp_path: Path
) -> None:
    atlas.answers[8] = is_missing(8)
    night(tmp_path, atlas, lax)
    atlas.answers = {}
    assert 8 not in released(tmp_path)
    for _ in range(10):  # a tenth of the gaps a night
        days.next()
        night(tmp_path, atlas, lax)
        if 8 in released(tmp_path):
            break
    assert 8 in released(tmp_path)


@pytest.mark.usefixtures("begun")
def test_a_new_answer_to_an_impossible_number_ends_the_night_until_its_third_day(
    days: Days, atlas: LocalAtlas, lax: Path, tmp_path: Path
) -> None:
    atlas.answers[999_999_999] = lambda: (200, HTML, error_page("Aucun projet de ce numéro.").encode())
    kinds = []
    for _ in range(3):
        days.next()
        outcome = night(tmp_path, atlas, lax)
        kinds.append(outcome.report.get("stopped_by", {}).get("kind"))
    assert kinds == ["outage", "outage", None]


@pytest.mark.usefixtures("begun")
def test_a_banner_on_every_page_is_no_new_answer(
    days: Days, atlas: LocalAtlas, lax: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = LocalAtlas.answer

    def with_banner(self: LocalAtlas, path: str, cookie: str | None) -> Any:
        status, headers, body = plain(self, path, cookie)
        return status, headers, body.replace(b'<div id="main">', "<p>Fermé dimanche.</p><div id='main'>".encode())

    monkeypatch.setattr(LocalAtlas, "answer", with_banner)
    days.next()
    assert night(tmp_path, atlas, lax).release is not None


@pytest.mark.usefixtures("begun")
def test_the_history_says_what_changed_when_and_by_whom(
    days: Days, atlas: LocalAtlas, lax: Path, tmp_path: Path
) -> None:
    atlas.night = 2
    days.next()
    outcome = night(tmp_path, atlas, lax)
    (event,) = [one for one in history(tmp_path) if one["project_id"] == 20 and one["change"] == "changed"]
    run = outcome.report["run"]
    assert (event["field"], event["run"], event["day"], event["cause"]) == ("funding", run, "2026-03-02", "site")
    assert event["before"] != event["after"] == released(tmp_path)[20]["funding"]


@pytest.mark.usefixtures("begun")
def test_the_public_history_names_nobody(days: Days, atlas: LocalAtlas, lax: Path, tmp_path: Path) -> None:
    with Store(tmp_path / "store.sqlite") as store, store.transaction() as db:
        db.execute("UPDATE pages SET record = replace(record, 'example.org', 'example.com')")
        db.execute("UPDATE pages SET digest = '' WHERE project_id = 1")
    days.next()
    night(tmp_path, atlas, lax)
    names = ("latest/history.jsonl", "latest/public/history.jsonl")
    full, public = [(tmp_path / name).read_text("utf-8") for name in names]
    assert ("example.com" in full, "example.com" in public, "example.org" in public) == (True, False, False)
    assert json.loads(public.splitlines()[0])["change"] == "added"


def test_a_store_that_was_deleted_is_rebuilt_and_nothing_is_lost(
    days: Days, atlas: LocalAtlas, lax: Path, tmp_path: Path
) -> None:
    for _ in range(2):
        night(tmp_path, atlas, lax)
        days.next()
    before = dataset(tmp_path)
    for file in tmp_path.glob("store.sqlite*"):
        file.unlink()
    with pytest.raises(RunStopped, match="--from-archive"):
        night(tmp_path, atlas, lax)
    rebuilt(tmp_path, tmp_path / "archive", lax)
    assert dataset(tmp_path) == before
    days.next()
    assert night(tmp_path, atlas, lax).release is not None


@pytest.mark.usefixtures("begun")
def test_a_rebuild_without_people_after_deleting_the_store_leaves_no_name_in_the_latest(
    days: Days, lax: Path, tmp_path: Path
) -> None:
    first = (tmp_path / "latest").resolve()
    for file in tmp_path.glob("store.sqlite*"):
        file.unlink()
    second = rebuilt(tmp_path, tmp_path / "archive", lax, people="drop")
    assert (second.release is not None, second.release != first, days.now.day) == (True, True, 1)
    assert "VERGNOLLE" not in (tmp_path / "latest" / "partnerships.jsonl").read_text("utf-8")


@pytest.mark.usefixtures("begun")
def test_a_dataset_of_one_site_takes_nothing_of_another(
    days: Days, atlas: LocalAtlas, lax: Path, tmp_path: Path
) -> None:
    before = dataset(tmp_path)
    with pytest.raises(RunStopped, match=r"dataset of other\.example\.org.*loopback"):
        night(tmp_path, atlas, lax, base_url="https://other.example.org/cncdext/")
    assert (dataset(tmp_path), days.now.day) == (before, 1)


@pytest.mark.usefixtures("begun")
def test_a_latest_that_was_deleted_is_there_again_after_the_next_night(
    days: Days, atlas: LocalAtlas, lax: Path, tmp_path: Path
) -> None:
    (tmp_path / "latest").unlink()
    days.next()
    outcome = night(tmp_path, atlas, lax)
    assert (outcome.report["changes"]["added"], (tmp_path / "latest").exists()) == (0, True)


@pytest.mark.usefixtures("begun")
def test_a_release_that_was_deleted_stops_no_night(days: Days, atlas: LocalAtlas, lax: Path, tmp_path: Path) -> None:
    shutil.rmtree((tmp_path / "latest").resolve())
    days.next()
    assert night(tmp_path, atlas, lax).release is not None


@pytest.mark.parametrize(
    "line", ['{"project_id": 1}', '{"project_id": 1, "funding": [7]}', '{"project_id": 1, "funding": "viel"}', "{", "7"]
)
@pytest.mark.usefixtures("begun")
def test_a_release_edited_by_hand_is_no_traceback(
    line: str, days: Days, atlas: LocalAtlas, lax: Path, tmp_path: Path
) -> None:
    file = tmp_path / "latest" / "partnerships.jsonl"
    lines = file.read_text("utf-8").splitlines()
    file.write_text("\n".join([line, *lines[1:]]) + "\n", "utf-8")
    days.next()
    outcome = night(tmp_path, atlas, lax)
    assert outcome.release is not None or "rollback" in outcome.report["stopped_by"]["message"]


@pytest.mark.usefixtures("begun")
def test_a_store_damaged_in_the_middle_is_named(days: Days, atlas: LocalAtlas, lax: Path, tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    data = bytearray(file.read_bytes())
    data[4096 : len(data) // 2] = b"\xaa" * (len(data) // 2 - 4096)
    file.write_bytes(data)
    days.next()
    try:
        outcome = night(tmp_path, atlas, lax)
        words = outcome.report["stopped_by"]["message"]
    except RunStopped as stop:
        words = str(stop)
    assert "restore it from a copy" in words
