"""The commands of whoever keeps a dataset, and what its keeper can do wrong: each mistake ends in a clear sentence."""

import json
import os
import shutil
import stat
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from nights import released
from typer.testing import CliRunner, Result

from atlas_scraper import pipeline
from atlas_scraper.commands.app import app
from atlas_scraper.dataset import publication
from atlas_scraper.dataset.lock import Locked, locked
from atlas_scraper.dataset.store import Store
from atlas_scraper.local_atlas.pages import error_page
from atlas_scraper.local_atlas.server import LocalAtlas
from atlas_scraper.night import reparsing
from atlas_scraper.writers import Format
from atlas_scraper.writers.extras import MissingExtra

IDS = "1-12"
OUT = Path("data")


@pytest.fixture(scope="module")
def atlas() -> Iterator[LocalAtlas]:
    with LocalAtlas(range(1, 13)) as server:
        yield server


@pytest.fixture(scope="module")
def first(atlas: LocalAtlas, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset of two nights, to be copied."""
    folder = tmp_path_factory.mktemp("first") / "data"
    with pytest.MonkeyPatch.context() as patch:
        _quickly(patch)
        for _ in range(2):
            assert refresh(atlas, "--output", folder).exit_code == 0
    return folder


@pytest.fixture(autouse=True)
def place(first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    assert request
    _quickly(monkeypatch)
    monkeypatch.chdir(tmp_path)
    shutil.copytree(first, OUT, symlinks=True)


def _quickly(patch: pytest.MonkeyPatch) -> None:
    slow = dict.fromkeys((Format.XLSX, Format.PARQUET, Format.SQLITE), MissingExtra("a library", "none", "install it"))
    patch.setattr(publication, "missing", lambda _: slow)
    patch.setattr(publication, "lacking", lambda *_: "left out of this test")


def run(*args: object) -> Result:
    return CliRunner(env={"FORCE_COLOR": None}).invoke(app, [str(arg) for arg in args], catch_exceptions=False)


def refresh(atlas: LocalAtlas, *args: object) -> Result:
    where = () if "--output" in args else ("--output", OUT)
    return run("refresh", "--base-url", atlas.base_url, "--delay", 0, "--ids", IDS, *where, *args)


def releases() -> list[str]:
    return sorted(each.name for each in (OUT / "releases").iterdir())


def latest() -> str:
    return (OUT / "latest").resolve().name


def wrong(result: Result, *words: str, code: int) -> None:
    assert result.exit_code == code, result.output
    assert all(word in result.output for word in words), result.output
    assert "Traceback" not in result.output


# -- commands


def test_status_of_a_good_dataset_is_good() -> None:
    result = run("status", "--output", OUT)
    assert (result.exit_code, result.stdout.split(":")[0], "0 days old" in result.stdout) == (0, "good", True)


def test_status_of_data_that_is_too_old_is_stale() -> None:
    with Store(OUT / "store.sqlite") as store, store.transaction() as db:
        db.execute("UPDATE runs SET started = '2026-01-01T03:00:00+00:00'")
    result = run("status", "--output", OUT)
    assert (result.exit_code, result.stdout.split(":")[0]) == (3, "stale")


def test_status_after_an_outage_warns_and_says_what_to_do(atlas: LocalAtlas) -> None:
    page = (200, {"Content-Type": "text/html"}, error_page("Une erreur technique est survenue.").encode())
    atlas.answers = dict.fromkeys([*range(1, 13), 999_999_999], lambda: page)
    try:
        assert refresh(atlas).exit_code == 3
    finally:
        atlas.answers = {}
    result = run("status", "--output", OUT, "--format", "json")
    found = json.loads(result.stdout)
    assert (result.exit_code, found["level"], found["nights"][0]["why"]) == (1, "warning", "outage")
    assert "outage" in found["next_steps"][0]


def test_status_counts_failing_pages_by_kind(atlas: LocalAtlas) -> None:
    atlas.answers = {5: lambda: (400, {}, b"")}
    try:
        assert refresh(atlas).exit_code == 1
    finally:
        atlas.answers = {}
    found = json.loads(run("status", "--output", OUT, "--format", "json").stdout)
    assert (found["failing"], found["states"]["stale"]) == ({"http 400": 1}, 1)
    told = json.loads((OUT / "run.json").read_bytes())
    assert ([page["project_id"] for page in told["failed_pages"]], told["failures"]) == ([5], {"http 400": 1})


def test_a_lock_that_another_holds_is_refused_with_its_holder(tmp_path: Path) -> None:
    with locked(tmp_path / "lock"), pytest.raises(Locked, match=f"held by process {os.getpid()} on"):  # noqa: SIM117
        with locked(tmp_path / "lock"):
            pass


def test_status_for_prometheus_is_its_text_format() -> None:
    lines = run("status", "--output", OUT, "--format", "prometheus").stdout.splitlines()
    samples = [line for line in lines if not line.startswith("#")]
    assert 'atlas_projects{state="current"}' in " ".join(samples)
    assert all(float(line.rpartition(" ")[2]) >= 0 for line in samples)
    names = {line.partition("{")[0].partition(" ")[0] for line in samples}
    assert names == {line.split()[2] for line in lines if line.startswith("# TYPE")}


def test_runs_lists_the_newest_first() -> None:
    rows = run("runs", "--output", OUT).stdout.splitlines()
    assert ([row.split()[0] for row in rows], "published" in rows[0]) == (releases()[::-1], True)


def test_a_rollback_leads_latest_to_the_release_and_is_noted(atlas: LocalAtlas) -> None:
    old, new = releases()
    assert (latest(), run("rollback", old, "--output", OUT).exit_code, latest()) == (new, 0, old)
    assert "rolled back" in run("runs", "--output", OUT).stdout.splitlines()[0]
    assert refresh(atlas).exit_code == 0
    assert latest() not in {old, new}


def test_verify_finds_nothing_wrong_with_a_good_dataset() -> None:
    result = run("verify", "--output", OUT)
    assert (result.exit_code, result.stdout) == (0, "")


def test_reparse_leaves_no_record_on_an_old_version_and_says_whose_doing_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = [record.form for record in records()]
    record_of = pipeline.record_of

    def newer(*args: Any, **options: Any) -> Any:
        record = record_of(*args, **options)
        provenance = record.provenance.model_copy(update={"parser_version": "9"})
        return record.model_copy(update={"provenance": provenance, "form": "Autre"})

    monkeypatch.setattr("atlas_scraper.night.visit.record_of", newer)
    monkeypatch.setattr(reparsing, "__version__", "9")
    result = run("reparse", "--output", OUT)
    assert (result.exit_code, set(before) != {"Autre"}, {record.form for record in records()}) == (0, True, {"Autre"})
    assert {record.provenance.parser_version for record in records()} == {"9"}
    with Store(OUT / "store.sqlite") as store:
        # What is around a page says the second in which it was made, and is no part of its record.
        besides = "('provenance', 'frame')"
        query = f"SELECT cause, field FROM history WHERE change = 'changed' AND field NOT IN {besides}"  # noqa: S608
        causes = set(store.rows(query))
        (moved,) = store.row("SELECT count(*) FROM pages WHERE last_change <> first_seen") or (None,)
    assert (causes, moved) == ({("parser", "form")}, 0)


def records() -> list[Any]:
    with Store(OUT / "store.sqlite") as store:
        return list(store.records())


def test_reparse_says_which_pages_are_not_in_the_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reparsing, "__version__", "9")
    for file in (OUT / "archive").iterdir():
        file.unlink()
    result = run("reparse", "--output", OUT)
    wrong(result, "an archive", "left as they were", code=1)


def test_a_release_of_a_past_day_is_written_beside(first: Path) -> None:
    assert first.exists()
    with Store(OUT / "store.sqlite") as store, store.transaction() as db:
        db.execute("UPDATE history SET day = '2026-01-05'")
        text = ("title", '"Ancien titre"', '"Nouveau titre"')
        db.execute(
            "INSERT INTO history (project_id, run, day, cause, change, field, before, after)"
            " VALUES (1, 'r', '2026-01-07', 'site', 'changed', ?, ?, ?)",
            text,
        )
        db.execute(
            "INSERT INTO history (project_id, run, day, cause, change) VALUES (2, 'r', '2026-01-07', 'site', 'added')"
        )
    before = latest()
    result = run("refresh", "--as-of", "2026-01-06", "--output", OUT)
    folder = Path(result.stdout.strip())
    lines = map(json.loads, (folder / "partnerships.jsonl").read_text("utf-8").splitlines())
    titles = {record["project_id"]: record["title"] for record in lines}
    assert (result.exit_code, titles[1], 2 in titles, latest()) == (0, "Ancien titre", False, before)
    assert {json.loads(line)["day"] for line in (folder / "history.jsonl").read_text("utf-8").splitlines()} == {
        "2026-01-05"
    }


def test_releases_of_past_days_that_were_written_longest_ago_are_removed(first: Path) -> None:
    assert first.exists()
    with Store(OUT / "store.sqlite") as store, store.transaction() as db:
        db.execute("UPDATE history SET day = '2026-01-05'")
    for day in (6, 8, 7, 6):
        run("refresh", "--as-of", f"2026-01-0{day}", "--keep", "2", "--output", OUT)
    assert sorted(each.name for each in (OUT / "as-of" / "releases").iterdir()) == ["2026-01-06", "2026-01-07"]


@pytest.mark.parametrize("day", ["yesterday", "1999-01-01", "2999-01-01"])
def test_a_day_of_which_nothing_is_known_is_wrong_usage(day: str) -> None:
    wrong(run("refresh", "--as-of", day, "--output", OUT), day, code=2)


@pytest.fixture
def switch() -> Iterator[tuple[str, list[str]]]:
    """A dead-man's switch: its address, and the paths that it was told."""
    told: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            told.append(self.path)
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/uuid", told
    server.shutdown()
    server.server_close()


def test_a_good_night_tells_the_switch(atlas: LocalAtlas, switch: tuple[str, list[str]]) -> None:
    assert (refresh(atlas, "--ping", switch[0]).exit_code, switch[1]) == (0, ["/uuid/start", "/uuid"])


def test_a_bad_night_tells_the_switch(atlas: LocalAtlas, switch: tuple[str, list[str]]) -> None:
    (OUT / "store.sqlite").unlink()
    assert (refresh(atlas, "--ping", switch[0]).exit_code, switch[1]) == (3, ["/uuid/start", "/uuid/fail"])


def test_a_switch_that_does_not_answer_changes_nothing(atlas: LocalAtlas) -> None:
    result = refresh(atlas, "--ping", "http://127.0.0.1:1/secret")
    assert (result.exit_code, "ping" in result.stderr, "secret" in result.stderr) == (0, True, False)


# -- mistakes


def test_a_deleted_store_names_the_command_that_rebuilds_it(atlas: LocalAtlas) -> None:
    (OUT / "store.sqlite").unlink()
    before = released(OUT)
    wrong(refresh(atlas), "refresh --from-archive", code=3)
    assert released(OUT) == before


def test_an_emptied_store_names_the_command_that_rebuilds_it(atlas: LocalAtlas) -> None:
    (OUT / "store.sqlite").write_bytes(b"")
    wrong(refresh(atlas), "refresh --from-archive", code=3)


def test_a_store_of_a_later_version_is_left_alone(atlas: LocalAtlas) -> None:
    with Store(OUT / "store.sqlite") as store:
        store._db.execute("PRAGMA user_version = 99")
    wrong(refresh(atlas), "version 99", code=3)
    wrong(run("status", "--output", OUT), "version 99", code=2)


def test_an_edited_release_is_found_by_verify_and_refused_by_rollback() -> None:
    file = OUT / "releases" / releases()[0] / "partnerships.csv"
    file.write_text(file.read_text("utf-8") + "x\n", "utf-8")
    wrong(run("verify", "--output", OUT), "partnerships.csv: is not what was published", "next:", code=1)
    wrong(run("rollback", releases()[0], "--output", OUT), "sound release", code=2)


def test_a_truncated_archive_is_found_by_verify() -> None:
    file = min((OUT / "archive").glob("*.warc.gz"))
    file.write_bytes(file.read_bytes()[:-200])
    wrong(run("verify", "--output", OUT), file.name, "next: restore", code=1)


def test_a_byte_turned_in_the_archive_is_found_by_verify() -> None:
    file = min((OUT / "archive").glob("*.warc.gz"))
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(data)
    wrong(run("verify", "--output", OUT), file.name, code=1)


def test_a_deleted_archive_is_found_by_verify() -> None:
    shutil.rmtree(OUT / "archive")
    wrong(run("verify", "--output", OUT), "is not there", code=1)


def test_a_deleted_latest_is_found_by_verify() -> None:
    (OUT / "latest").unlink()
    wrong(run("verify", "--output", OUT), "rollback RELEASE", code=1)


def test_a_release_that_does_not_exist_names_those_that_do() -> None:
    wrong(run("rollback", "20200101T000000Z", "--output", OUT), *releases(), code=2)


def test_another_site_is_refused(atlas: LocalAtlas) -> None:
    wrong(refresh(atlas, "--base-url", "https://other.example.org/cncdext/"), "another --output", code=3)


def test_a_folder_without_a_dataset_is_wrong_usage() -> None:
    for command in (("status",), ("runs",), ("verify",), ("reparse",), ("rollback", "x")):
        Path("empty").mkdir(exist_ok=True)
        wrong(run(*command, "--output", "empty"), "no dataset in empty", code=2)


def test_a_plain_folder_in_the_place_of_latest_is_named(atlas: LocalAtlas) -> None:
    (OUT / "latest").unlink()
    (OUT / "latest").mkdir()
    wrong(refresh(atlas), "is no link to a folder", code=3)


def test_an_archive_of_old_nights_is_not_put_on_top_of_new_ones(atlas: LocalAtlas) -> None:
    old = Path("old")
    old.mkdir()
    file = min((OUT / "archive").glob("*.warc.gz"))
    shutil.copy(file, old / "20200101T000000Z.warc.gz")
    wrong(run("refresh", "--from-archive", old, "--output", OUT), "give an empty folder as --output", code=3)
    assert refresh(atlas).exit_code == 0


def test_a_dataset_of_another_owner_cannot_be_written(atlas: LocalAtlas, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted", "data/archive")

    monkeypatch.setattr(Path, "chmod", refused)
    result = refresh(atlas)
    monkeypatch.undo()
    wrong(result, "chown", code=5)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_has_a_code_of_its_own(atlas: LocalAtlas) -> None:
    Path("shut").mkdir()
    Path("shut").chmod(stat.S_IRUSR | stat.S_IXUSR)
    wrong(refresh(atlas, "--output", "shut/data"), "cannot be written", code=5)


def test_a_file_in_the_place_of_the_folder_is_wrong_usage(atlas: LocalAtlas) -> None:
    Path("file").write_text("x", "utf-8")
    wrong(refresh(atlas, "--output", "file"), "is a file", code=2)


def test_a_folder_below_a_file_cannot_be_written(atlas: LocalAtlas) -> None:
    Path("file").write_text("x", "utf-8")
    wrong(refresh(atlas, "--output", "file/data"), "cannot be written", code=5)


@pytest.mark.parametrize("words", [("rollback", "x"), ("reparse",), ("refresh", "--as-of", "2026-01-01")])
def test_a_folder_without_a_dataset_is_named_so_before_its_lock_is_sought(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    result = run(*words, "--output", tmp_path / "none")
    assert (result.exit_code, "no dataset in" in result.output) == (2, True)
    assert not (tmp_path / "none").exists()
