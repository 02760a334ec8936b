"""The checker of samples itself, on samples made here."""

import json
import shutil
from pathlib import Path

import pytest
from fragments import HEAD_OF_TEXT
from records import make_record
from typer.testing import CliRunner, Result

from atlas_scraper import pipeline
from atlas_scraper.commands.app import app
from atlas_scraper.saved.acceptance import losses
from atlas_scraper.saved.samples import check_sample

PAGE = "\n".join([*HEAD_OF_TEXT, "Contexte", "Deux villes.", "Historique", "Un an."]).replace("Un jumelage", "Jumelage")
NOTE = 'proves = "A page can be read."\nchanged = "Everything."\n'


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    folder = tmp_path / "samples" / "two-towns"
    folder.mkdir(parents=True)
    (folder / "page.txt").write_text(PAGE, "utf-8")
    (folder / "sample.toml").write_text(NOTE + 'address = "https://a.example/p?criteres.prjId=7"', "utf-8")
    assert run("accept", folder).exit_code == 0
    return folder


def run(*args: str | Path) -> Result:
    return CliRunner(env={"FORCE_COLOR": None}).invoke(app, [str(arg) for arg in args], catch_exceptions=False)


def edit(sample: Path, **fields: object) -> None:
    expected = json.loads((sample / "expected.json").read_bytes())
    (sample / "expected.json").write_text(json.dumps(expected | fields), "utf-8")


def found_in(sample: Path) -> list[tuple[str, str, str]]:
    return [(each.field, each.expected, each.found) for each in check_sample(sample)]


def test_a_good_sample_passes_and_is_counted(sample: Path) -> None:
    result = run("check", sample.parent)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "1 sample, 0 differences\n")


def test_the_expected_record_holds_all_but_the_version_of_the_parser(sample: Path) -> None:
    expected = json.loads((sample / "expected.json").read_bytes())
    assert (expected["title"], expected["project_id"]) == ("Jumelage", 7)
    assert "parser_version" not in expected["provenance"]


def test_a_difference_names_the_sample_the_field_and_its_repair(sample: Path) -> None:
    edit(sample, title="Autre")
    result = run("check", sample.parent)
    assert (result.exit_code, result.stdout) == (1, 'two-towns  title  "Autre"  "Jumelage"\n')
    assert f"1 difference; if what was found is right: atlas-scraper accept {sample}\n" in result.stderr


def test_a_changed_page_is_noticed_even_where_the_record_is_the_same(sample: Path) -> None:
    (sample / "page.txt").write_text(PAGE + "\n\n", "utf-8")
    assert [field for field, _, _ in found_in(sample)] == ["provenance"]


@pytest.mark.parametrize(
    ("missing", "field"), [("page.txt", "page"), ("expected.json", "expected.json"), ("sample.toml", "sample.toml")]
)
def test_a_missing_file_is_a_difference(sample: Path, missing: str, field: str) -> None:
    (sample / missing).unlink()
    ((name, _, found),) = found_in(sample)
    assert (name, found) == (field, "(absent)")
    assert run("check", sample).exit_code == 1


def test_a_file_that_is_no_part_of_a_sample_is_a_difference(sample: Path) -> None:
    (sample / "notes.txt").write_text("?")
    assert found_in(sample) == [("notes.txt", "(absent)", "a file that is no part of a sample")]
    assert run("check", sample).stderr.startswith(f"{sample}: 1 difference; mend the files named here")


def test_a_second_page_is_a_difference(sample: Path) -> None:
    shutil.copy(sample / "page.txt", sample / "page.html")
    assert ("page", "one page", "page.html and page.txt") in found_in(sample)


def test_a_file_outside_every_sample_is_a_difference(sample: Path) -> None:
    (sample.parent / "README.md").write_text("Samples.")
    (sample.parent / "page.html.bak").write_text("?")
    assert "page.html.bak" in run("check", sample.parent).stdout
    assert "README.md" not in run("check", sample.parent).stdout


@pytest.mark.parametrize(
    ("note", "reason"),
    [
        ('proves = "x"', "changed: Field required"),
        (NOTE + 'adress = "x"', "adress: Extra inputs"),
        (NOTE + "project_id = true", "project_id"),
        ("proves =", "Invalid value"),
    ],
)
def test_a_note_that_does_not_say_what_it_must_is_a_difference(sample: Path, note: str, reason: str) -> None:
    (sample / "sample.toml").write_text(note, "utf-8")
    ((field, _, found),) = found_in(sample)
    assert field == "sample.toml"
    assert reason in found


@pytest.mark.parametrize("text", ["{", "[]", "\udcff"])
def test_an_expected_record_that_is_no_object_is_a_difference(sample: Path, text: str) -> None:
    (sample / "expected.json").write_text(text, "utf-8", errors="surrogateescape")
    assert [field for field, _, _ in found_in(sample)] == ["expected.json"]


def test_true_is_not_one(sample: Path) -> None:
    edit(sample, convention_year=True)
    assert found_in(sample) == [("convention_year", "true", "null")]


def test_a_key_too_many_or_too_few_is_a_difference(sample: Path) -> None:
    expected = json.loads((sample / "expected.json").read_bytes())
    del expected["form"]
    (sample / "expected.json").write_text(json.dumps(expected | {"motto": None}), "utf-8")
    assert found_in(sample) == [("form", "(absent)", "null"), ("motto", "null", "(absent)")]


def test_an_error_page_is_expected_as_an_error_with_its_hash(sample: Path) -> None:
    (sample / "page.txt").write_text("Maintenance", "utf-8")
    (sample / "expected.json").unlink()
    assert run("accept", sample).exit_code == 0
    expected = json.loads((sample / "expected.json").read_bytes())
    assert list(expected) == ["error", "sha256"]
    assert expected["error"]["kind"] == "NotARecord"
    (sample / "page.txt").write_text("Maintenance\n", "utf-8")
    assert "sha256" in [field for field, _, _ in found_in(sample)]


def test_an_error_in_place_of_a_record_is_one_difference(sample: Path) -> None:
    (sample / "page.txt").write_text("Maintenance", "utf-8")
    ((field, expected, found),) = found_in(sample)
    assert (field, expected) == ("error", 'the record "Jumelage"')
    assert "NotARecord" in found


def test_accept_shows_the_diff_and_writes_it(sample: Path) -> None:
    edit(sample, form=None, title="Autre")
    result = run("accept", sample)
    assert '-{"project_id": 7' in result.stdout
    assert '+  "title": "Jumelage",' in result.stdout
    assert (result.exit_code, result.stderr) == (0, "1 accepted, 0 unchanged, 0 refused\n")
    assert found_in(sample) == []


def test_accept_leaves_a_sample_alone_that_is_as_expected(sample: Path) -> None:
    before = (sample / "expected.json").stat().st_mtime_ns
    result = run("accept", sample.parent)
    assert (result.stdout, result.stderr) == ("", "0 accepted, 1 unchanged, 0 refused\n")
    assert (sample / "expected.json").stat().st_mtime_ns == before


def test_accept_refuses_to_drop_a_value_until_it_is_told_to(sample: Path) -> None:
    edit(sample, form="Projet")
    before = (sample / "expected.json").read_bytes()
    result = run("accept", sample)
    assert result.exit_code == 1
    assert f'refused: {sample}: form: "Projet" becomes null\n' in result.stderr
    assert (sample / "expected.json").read_bytes() == before
    assert run("accept", sample, "--allow-loss").exit_code == 0
    assert found_in(sample) == []


def test_accept_refuses_an_error_in_place_of_a_record(sample: Path) -> None:
    (sample / "page.txt").write_text("Maintenance", "utf-8")
    result = run("accept", sample)
    assert "the record 'Jumelage' becomes the error NotARecord" in result.stderr
    assert result.exit_code == 1
    assert run("accept", sample, "--allow-loss").exit_code == 0


def test_accept_takes_a_record_in_place_of_an_error(sample: Path) -> None:
    error = {"error": {"kind": "NotARecord", "found": "?"}, "sha256": "0"}
    (sample / "expected.json").write_text(json.dumps(error), "utf-8")
    assert run("accept", sample).exit_code == 0


def test_accept_never_takes_a_bug_for_an_expected_error(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "parse", fail)
    assert "ZeroDivisionError" in run("accept", sample, "--allow-loss").stderr
    assert run("accept", sample, "--allow-loss").exit_code == 1
    assert [field for field, _, _ in found_in(sample)] == ["error"]


@pytest.mark.parametrize(
    ("expected", "found", "lost"),
    [
        ({"a": None}, {"a": 1}, []),
        ({"a": 1}, {"a": 2}, []),
        ({"a": 1}, {"a": None}, ["a: 1 becomes null"]),
        ({"a": False}, {"a": None}, ["a: false becomes null"]),
        ({"a": "b"}, {"a": ""}, ['a: "b" becomes ""']),
        ({"a": 1}, {}, ["a: the key is gone"]),
        ({"a": [1, 2]}, {"a": [3]}, ["a: 2 entries become 1"]),
        ({"a": [{"b": 1}]}, {"a": [{"b": None}, {"b": 1}]}, ["a[1].b: 1 becomes null"]),
        ({"a": {"b": "c"}}, {"a": None}, ['a: {"b": "c"} becomes null']),
        ({"a": []}, {"a": [1]}, []),
    ],
)
def test_a_loss_is_a_value_that_was_there(expected: object, found: object, lost: list[str]) -> None:
    assert list(losses(expected, found)) == lost


def test_no_loss_between_a_record_and_itself() -> None:
    dumped = make_record(context=["a"]).model_dump(mode="json")
    assert list(losses(dumped, dumped)) == []


@pytest.mark.parametrize("command", ["check", "accept"])
def test_no_samples_at_all_is_wrong_usage_and_never_a_success(tmp_path: Path, command: str) -> None:
    assert run(command, tmp_path).exit_code == 2
    assert run(command, tmp_path / "nowhere").exit_code == 2
