"""The commands of the night as a person uses them: what they print, and how they end."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from nights import released
from typer.testing import CliRunner, Result

from atlas_scraper import __version__
from atlas_scraper.commands.app import app
from atlas_scraper.local_atlas.facts import facts_of
from atlas_scraper.local_atlas.server import LocalAtlas
from atlas_scraper.night.settings import SettingsError, load_settings
from atlas_scraper.values.addresses import project_address


@pytest.fixture(scope="module")
def atlas() -> Iterator[LocalAtlas]:
    with LocalAtlas(range(1, 40)) as server:
        yield server


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*args: object, **env: str) -> Result:
    return CliRunner(env={"FORCE_COLOR": None, **env}).invoke(app, [str(arg) for arg in args], catch_exceptions=False)


def refresh(atlas: LocalAtlas, *args: object, ids: str = "1-8") -> Result:
    return run("refresh", "--base-url", atlas.base_url, "--delay", 0, "--ids", ids, "--output", "data", *args)


def test_refresh_prints_the_folder_of_the_release_and_nothing_else(atlas: LocalAtlas) -> None:
    result = refresh(atlas)
    assert (result.exit_code, Path(result.stdout.strip()).resolve()) == (0, Path("data/latest").resolve())


def test_refresh_closes_with_a_table(atlas: LocalAtlas) -> None:
    words = refresh(atlas).stderr
    assert all(name in words for name in ("outcome", "records", "visits", "requests", "seconds"))


def test_a_limit_asks_for_so_many_projects(atlas: LocalAtlas) -> None:
    assert refresh(atlas, "--limit", 3).exit_code == 0
    assert sorted(released(Path("data"))) == [1, 2]  # there is no project 3


def test_a_run_out_of_time_publishes_what_it_has(atlas: LocalAtlas) -> None:
    refresh(atlas)
    before = released(Path("data"))
    result = refresh(atlas, "--max-time", 0, ids="1-30")
    assert (result.exit_code, released(Path("data"))) == (0, before)


def test_logs_for_machines_are_a_line_of_json_each(atlas: LocalAtlas) -> None:
    atlas.answers[5] = lambda: (400, {}, b"")
    try:
        result = refresh(atlas, "--log-format", "json", ids="1-30")
    finally:
        del atlas.answers[5]
    lines = [json.loads(line) for line in result.stderr.splitlines()]
    assert result.exit_code == 1
    assert any("criteres.prjId=5" in line["message"] and line["level"] == "warning" for line in lines)


def test_a_dry_run_asks_for_nothing_and_writes_nothing(atlas: LocalAtlas) -> None:
    before = len(atlas.requests)
    result = refresh(atlas, "--dry-run", ids="5,7")
    assert result.stdout.splitlines() == [project_address(atlas.base_url, number) for number in (5, 7)]
    assert (len(atlas.requests), Path("data").exists()) == (before, False)


@pytest.mark.parametrize(
    "args",
    [
        ("--ids", "five"),
        ("--ids", "1-8", "--delay", "-1"),
        ("--base-url", "ftp://example.org/"),
        ("--keep", "1"),
        ("--health", "no-such-file.toml"),
        ("--config", "no-such-file.toml"),
        ("--limit", "0"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_asked_or_written(args: tuple[str, ...]) -> None:
    result = run("refresh", "--output", "data", *args)
    assert (result.exit_code, result.stdout, Path("data").exists()) == (2, "", False)


def test_an_archive_that_is_not_there_is_wrong_usage() -> None:
    result = run("refresh", "--from-archive", "no-such-file.warc.gz", "--output", "data")
    assert (result.exit_code, "no-such-file.warc.gz" in result.stderr) == (2, True)


def test_an_archive_without_a_page_publishes_nothing() -> None:
    Path("empty.warc.gz").write_bytes(b"")
    result = run("refresh", "--from-archive", "empty.warc.gz", "--output", "data")
    assert (result.exit_code, Path("data/latest").exists()) == (2, False)


def test_scrape_takes_numbers_and_addresses(atlas: LocalAtlas) -> None:
    result = run("scrape", 1, project_address(atlas.base_url, 2), "--base-url", atlas.base_url, "--delay", 0)
    assert [record["project_id"] for record in json.loads(result.stdout)] == [1, 2]
    assert result.exit_code == 0


def test_scrape_names_what_does_not_exist_and_goes_on(atlas: LocalAtlas) -> None:
    result = run("scrape", 3, 1, "--base-url", atlas.base_url, "--delay", 0, "--format", "jsonl")
    assert [json.loads(line)["project_id"] for line in result.stdout.splitlines()] == [1]
    assert (result.exit_code, "criteres.prjId=3" in result.stderr) == (1, True)


def test_scrape_refuses_what_is_no_project(atlas: LocalAtlas) -> None:
    result = run("scrape", "https://example.org/", "--base-url", atlas.base_url)
    assert (result.exit_code, "criteres.prjId" in result.stderr) == (2, True)


def test_the_answers_of_scrape_can_be_kept_and_read_again(atlas: LocalAtlas) -> None:
    online = run("scrape", 1, 2, "--base-url", atlas.base_url, "--delay", 0, "--archive", "kept.warc.gz")
    again = run("parse", "kept.warc.gz")
    read = [[record["title"] for record in json.loads(result.stdout)] for result in (online, again)]
    assert (len(read[0]), read[0]) == (2, read[1])


def test_an_archive_that_cannot_be_written_ends_scrape_without_a_traceback(atlas: LocalAtlas) -> None:
    result = run("scrape", 1, "--base-url", atlas.base_url, "--delay", 0, "--archive", "no/such/folder/a.warc.gz")
    assert (result.exit_code, "error:" in result.stderr) == (5, True)


def test_explain_fetches_the_page_of_an_address(atlas: LocalAtlas) -> None:
    result = run("explain", project_address(atlas.base_url, 1), ATLAS_DELAY="0")
    assert (result.exit_code, facts_of(1).title in result.stdout) == (0, True)


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/cncdext/dyn/public/atlas/detailProjet.html?criteres.prjId=1"])
def test_explain_says_that_a_site_does_not_answer(address: str) -> None:
    result = run("explain", address, ATLAS_TRIES="1")
    assert (result.exit_code, result.stdout, "error:" in result.stderr) == (1, "", True)


def test_diff_gives_a_line_for_each_change(atlas: LocalAtlas, monkeypatch: pytest.MonkeyPatch) -> None:
    refresh(atlas, ids="1-20")
    first = Path("data/latest").resolve()
    monkeypatch.setattr(atlas, "night", 2)
    refresh(atlas, ids="1-20")
    result = run("diff", first, "data/latest")
    changes = {line["project_id"]: line["change"] for line in map(json.loads, result.stdout.splitlines())}
    assert changes == {11: "added", 20: "changed"}


def test_diff_refuses_a_folder_that_is_no_release() -> None:
    assert run("diff", ".", ".").exit_code == 2


def test_demo_says_a_line_a_night_and_what_to_open() -> None:
    result = run("demo", "--projects", 20, "--nights", 3, "--output", "demo")
    first, bad, last, *more = result.stdout.splitlines()
    assert (result.exit_code, first[12:21], bad[12:19], last[12:21]) == (0, "published", "stopped", "published")
    assert last.startswith(f"{datetime.now(UTC):%Y-%m-%d}")
    opened = [line.split()[0] for line in more if line.startswith("  ") and not line.startswith("    ")]
    assert opened == [f"demo/latest/{name}" for name in ("explore.html", "report.html", "partnerships.csv")] + [
        "datasette"
    ]
    assert all(Path(name).is_file() for name in opened[:3])


def test_demo_that_cannot_publish_says_so_by_its_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("atlas_scraper.dataset.publication.write_release", full)
    assert run("demo", "--projects", 20, "--nights", 1, "--output", "demo").exit_code == 3


def test_options_win_over_variables_and_variables_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("atlas.toml").write_text("delay = 5\ntries = 5\nkeep = 5\n")
    monkeypatch.setenv("ATLAS_DELAY", "6")
    monkeypatch.setenv("ATLAS_TRIES", "6")
    settings = load_settings(delay=7.0)
    assert (settings.delay, settings.tries, settings.keep) == (7, 6, 5)


@pytest.mark.parametrize("text", ["delay = 'soon'", "deley = 1", "delay = ", 'contact = "a\\nb"'])
def test_a_file_of_settings_that_cannot_be_used_is_refused(text: str) -> None:
    Path("mine.toml").write_text(text)
    with pytest.raises(SettingsError):
        load_settings(Path("mine.toml"))


def test_the_user_agent_names_program_page_and_contact() -> None:
    agent = load_settings(contact="data@example.org", project_page="https://example.org/x").manners.user_agent
    assert agent == f"atlas_scraper/{__version__} (+https://example.org/x; data@example.org)"


def test_a_release_has_what_is_said_of_its_records_beside_them(atlas: LocalAtlas) -> None:
    refresh(atlas)
    names = {path.name for path in Path("data/latest").iterdir()}
    assert names >= {"changes.jsonl", "issues.jsonl", "states.jsonl", "history.jsonl", "run.json", "datapackage.json"}
