import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from fragments import HEAD_OF_TEXT
from records import make_record
from rich.console import Console
from typer.testing import CliRunner, Result

from atlas_scraper import __version__, pipeline
from atlas_scraper.commands.app import app
from atlas_scraper.commands.printing import print_rows, printable
from atlas_scraper.errors import NotARecord
from atlas_scraper.pipeline import PageRead
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import Partnership

ISSUE = {"code": "unknown_label", "section": "page", "detail": "Devise"}
COMMANDS = ("parse", "explain", "schema", "check", "accept")


@pytest.fixture(autouse=True)
def plain_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the first word of a page as what becomes of it: these tests are not about the parser."""

    def read(data: bytes, *, url: str | None = None, project_id: int | None = None) -> PageRead:
        words = data.decode().split()
        match words[0]:
            case "ERROR":
                raise NotARecord("a record", "an error page", "try later")
            case "BUG":
                raise ZeroDivisionError("a mistake of ours")
            case "INTERRUPT":
                raise KeyboardInterrupt
        issues = [ISSUE] if words[0] == "ISSUE" else []
        return PageRead(make_record(title=data.decode(), project_id=project_id, source_url=url, issues=issues), ())

    monkeypatch.setattr(pipeline, "read", read)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    (folder / "inner").mkdir(parents=True)
    (folder / "2.html").write_text("deux")
    (folder / "inner" / "1.TXT").write_text("un")
    (folder / "inner" / "logo.png").write_text("no page")
    (folder / ".hidden.html").write_text("no page")
    return folder


def run(*args: str | Path, stdin: str = "") -> Result:
    return CliRunner(env={"FORCE_COLOR": None}).invoke(
        app, [str(arg) for arg in args], input=stdin, catch_exceptions=False
    )


def run_apart(*args: str, stdout: int = subprocess.PIPE, **env: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "atlas_scraper", *args]
    return subprocess.run(  # noqa: S603 - our own program
        command, stdout=stdout, stderr=subprocess.PIPE, env=os.environ | env, check=False, timeout=60
    )


def last_line(text: str) -> str:
    return text.splitlines()[-1]


def test_no_command_shows_the_help_as_wrong_usage() -> None:
    result = run_apart()
    assert result.returncode == 2
    assert all(command in (result.stdout + result.stderr).decode() for command in COMMANDS)


def test_the_version_is_that_of_the_package() -> None:
    assert run("--version").stdout == f"atlas-scraper {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_one_line_of_help_that_is_not_cut(command: str) -> None:
    line = next(line for line in run("--help").stdout.splitlines() if line.split()[:1] == [command])
    assert len(line.split()) > 2
    assert "..." not in line


def test_folders_are_read_in_order_with_their_pages_alone(pages: Path) -> None:
    result = run("parse", pages)
    assert [record["title"] for record in json.loads(result.stdout)] == ["deux", "un"]
    assert (result.exit_code, last_line(result.stderr)) == (0, "2 records, 0 errors, 0 issues")


def test_a_file_named_by_a_number_is_the_page_of_that_project(pages: Path) -> None:
    assert [record["project_id"] for record in json.loads(run("parse", pages).stdout)] == [2, 1]


def test_standard_input_takes_its_address_from_the_option() -> None:
    result = run("parse", "-", "--url", "https://a.example/p", "--format", "jsonl", stdin="trois")
    record = json.loads(result.stdout)
    assert (record["title"], record["source_url"]) == ("trois", "https://a.example/p")


def test_one_bad_page_stops_no_other_and_says_what_to_do(pages: Path) -> None:
    (pages / "1.html").write_text("ERROR")
    result = run("parse", pages)
    error = "NotARecord: sought a record; found an error page; next: try later"
    assert f"error: {pages / '1.html'}: {error}\n" in result.stderr
    assert len(json.loads(result.stdout)) == 2
    assert (result.exit_code, last_line(result.stderr)) == (1, "2 records, 1 error, 0 issues")


def test_a_bug_met_on_one_page_is_an_error_of_that_page(pages: Path) -> None:
    (pages / "1.html").write_text("BUG")
    result = run("parse", pages)
    assert "ZeroDivisionError: a mistake of ours (test_cli.py, line " in result.stderr
    assert "please report" in result.stderr
    assert (result.exit_code, len(json.loads(result.stdout))) == (1, 2)


def test_strict_makes_the_first_issue_an_error_and_names_it(pages: Path) -> None:
    (pages / "2.html").write_text("ISSUE")
    assert last_line(run("parse", pages).stderr) == "2 records, 0 errors, 1 issue"
    result = run("parse", pages, "--strict")
    assert "found unknown_label in page: Devise" in result.stderr
    assert (result.exit_code, last_line(result.stderr)) == (1, "1 record, 1 error, 0 issues")


def test_exit_zero_forgives_pages_but_not_wrong_usage(pages: Path) -> None:
    (pages / "1.html").write_text("ERROR")
    assert run("parse", pages, "--exit-zero").exit_code == 0
    assert run("parse", "nowhere", "--exit-zero").exit_code == 2


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (["nowhere.html"], "nowhere.html: No such file or directory"),
        (["empty"], "empty: a folder without a page"),
        ([""], "the path is empty"),
        (["pages", "--format", "xml"], "xml"),
        (["pages", "--format", "csv", "--format", "json"], "several need --output"),
        (["pages", "--url", "https://a.example/"], "--url is the address of a single page; 2 were given"),
        (["pages/2.html", "--url", "example"], "example is no address"),
        (["pages/2.html", "--url", "http://["], "http://["),
        (["pages", "--output", "pages/2.html"], "is a file"),
    ],
)
def test_wrong_usage_says_why(pages: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], reason: str) -> None:
    monkeypatch.chdir(pages.parent)
    Path("empty").mkdir()
    result = run("parse", *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert reason in result.stderr


def test_paths_that_cannot_be_read_are_errors_beside_those_that_can(pages: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (pages / "round").symlink_to(pages, target_is_directory=True)
    (pages / "self.html").symlink_to("self.html")
    (pages / "gone.html").symlink_to("nowhere.html")
    os.mkfifo(pages / "pipe.txt")
    result = run("parse", pages, "nowhere", tmp_path / "empty")
    reasons = ("symbolic links", "No such file", "a pipe or device", "a folder without a page")
    assert all(reason in result.stderr for reason in reasons)
    assert (result.exit_code, last_line(result.stderr)) == (1, "2 records, 5 errors, 0 issues")


def test_a_project_that_was_read_twice_is_told(pages: Path) -> None:
    (pages / "1.html").write_text("un")
    warning = f"warning: {pages / 'inner' / '1.TXT'}: project 1 was read from {pages / '1.html'} too"
    assert warning in run("parse", pages).stderr


def test_a_record_without_id_in_csv_is_told(pages: Path) -> None:
    (pages / "page.html").write_text("sans numéro", "utf-8")
    assert "without project_id" not in run("parse", pages).stderr
    result = run("parse", pages, "--format", "csv", "--output", pages / "out")
    assert f"1 record without project_id (first: {pages / 'page.html'})" in result.stderr


def test_a_folder_gets_all_formats(pages: Path, tmp_path: Path) -> None:
    result = run("parse", pages, "--output", tmp_path / "out")
    names = {file.name for file in (tmp_path / "out").iterdir()}
    assert {"partnerships.json", "partnerships.jsonl", "partnerships.csv", "funding.csv", "post_contacts.csv"} <= names
    assert (result.exit_code, result.stdout) == (0, "")


def test_csv_on_standard_output_is_the_table_of_partnerships(pages: Path) -> None:
    result = run("parse", pages, "--format", "csv")
    assert [line.split(",")[0] for line in result.stdout.splitlines()] == ["project_id", "2", "1"]
    assert "--output DIR writes its lists too" in result.stderr


def test_a_run_without_any_record_leaves_the_folder_as_it_was(pages: Path, tmp_path: Path) -> None:
    run("parse", pages, "--output", tmp_path / "out")
    before = (tmp_path / "out" / "partnerships.json").read_bytes()
    (tmp_path / "bad.html").write_text("ERROR")
    result = run("parse", tmp_path / "bad.html", "--output", tmp_path / "out")
    assert (tmp_path / "out" / "partnerships.json").read_bytes() == before
    assert f"{tmp_path / 'out'} is left as it was" in result.stderr
    assert result.exit_code == 1


def test_an_output_that_cannot_be_written_is_one_line(pages: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "partnerships.json").mkdir(parents=True)
    result = run("parse", pages, "--format", "json", "--output", tmp_path / "out")
    assert result.exit_code == 5
    assert last_line(result.stderr).startswith("error: the output cannot be written: ")


def test_ctrl_c_ends_with_one_line() -> None:
    result = run("parse", "-", stdin="INTERRUPT")
    assert (result.exit_code, result.stderr) == (130, "interrupted\n")


def test_an_output_that_is_closed_early_ends_without_a_word() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    result = run_apart("schema", stdout=writing)
    os.close(writing)
    assert (result.returncode, result.stderr) == (141, b"")


def test_standard_output_is_utf_8_whatever_the_locale() -> None:
    result = run_apart("schema", PYTHONIOENCODING="latin-1")
    assert "Sous-thématique" in result.stdout.decode("utf-8")
    assert b"\r" not in result.stdout


def test_the_schema_describes_every_field_and_every_issue_code() -> None:
    schema = json.loads(run("schema").stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert all(schema["properties"][name]["description"] for name in Partnership.model_fields)
    meanings = {each["const"]: each["description"] for each in schema["$defs"]["IssueCode"]["oneOf"]}
    assert meanings == {code.value: code.meaning for code in IssueCode}


def test_explain_prints_each_block_on_one_line_with_its_fate() -> None:
    page = "\n".join([*HEAD_OF_TEXT, "Contexte", "Deux villes."]).replace("Un jumelage", "Jumelage [red]")
    result = run("explain", "-", stdin=page)
    assert "taken  title  Jumelage [red]\n" in result.stdout
    assert last_line(result.stderr).startswith("-: flat-text, 11 blocks: 11 taken")
    assert result.exit_code == 0


def test_explain_ends_with_the_error_of_a_page_that_is_no_record() -> None:
    result = run("explain", "-", stdin="Erreur - page introuvable")
    assert (result.exit_code, last_line(result.stdout).split("  ")[:2]) == (1, ["error", "NotARecord"])


def test_explain_looks_at_one_page(pages: Path) -> None:
    assert "explain looks at one page" in run("explain", pages).stderr
    assert run("explain", "nowhere").exit_code == 2


def test_a_terminal_shows_rows_in_colour_and_brackets_as_they_are() -> None:
    console = Console(force_terminal=True, color_system="standard", width=80)
    with console.capture() as capture:
        print_rows(console, ("fate", "by", "text"), [("unread", "-", "a [red]b[/red] :smile: \x1b[2J")])
    assert "a [red]b[/red] :smile: \\x1b[2J" in capture.get()
    assert "\x1b[1;33munread" in capture.get()


def test_what_a_terminal_would_act_on_is_escaped() -> None:
    assert printable("é\u00a0« a\x1b[31m\n\u202e\udcff") == "é\u00a0« a\\x1b[31m\\n\\u202e\\udcff"


def test_files_not_named_like_a_page_are_counted_aloud(pages: Path) -> None:
    assert "note: passed over 1 file not named like a page: 1 .png" in run("parse", pages).stderr


def test_a_name_that_wget_gives_holds_the_number_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "detailProjet.html?criteres.prjId=777").write_text("un")
    assert json.loads(run("parse", tmp_path).stdout)[0]["project_id"] == 777


@pytest.mark.parametrize("output", ["", " "])
def test_an_empty_name_of_the_output_folder_is_wrong_usage(pages: Path, output: str) -> None:
    result = run("parse", pages, "--output", output)
    assert (result.exit_code, "--output is empty" in result.stderr) == (2, True)


def test_an_output_folder_that_is_a_file_is_wrong_usage(pages: Path) -> None:
    result = run("parse", pages, "--output", pages / "2.html")
    assert (result.exit_code, "is a file; name a folder" in result.stderr) == (2, True)
