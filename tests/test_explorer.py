"""The explorer holds what the tables hold, in two languages, and nothing else can run in it."""

import base64
import csv
import hashlib
import json
import re
import shutil
import subprocess
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any

import check_javascript
import pytest
from explored import SCRIPTS, data_in, history_of, hostile, partnerships, text_of
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from records import make_record

from atlas_scraper.explorer.gathering import PART, gather
from atlas_scraper.explorer.names import country_of, regions_of, themes_in_english
from atlas_scraper.explorer.packing import letters_of, opened, shut
from atlas_scraper.explorer.script import MAIN, script
from atlas_scraper.people.leave_out import without_people
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import Partnership, Status
from atlas_scraper.values.funders import KINDS
from atlas_scraper.values.register import KINDS as AUTHORITY_KINDS
from atlas_scraper.values.themes import THEMES
from atlas_scraper.writers.history import CHANGES, STATES, History

EXPLORER = Path(str(files("atlas_scraper.explorer")))
WEB = sorted((EXPLORER / "web").glob("*.js"))
OUTLINES = Path(str(files("atlas_scraper.outlines")))
AXE = Path(__file__).parent / "axe"


@pytest.fixture(scope="module")
def records() -> list[Partnership]:
    return partnerships(PART + 10)


@pytest.fixture(scope="module")
def text(records: list[Partnership]) -> str:
    return text_of(records, history_of(records))


def test_the_same_records_give_the_same_bytes(records: list[Partnership], text: str) -> None:
    assert text_of(records, history_of(records)) == text


def test_every_partnership_is_in_the_index_and_in_a_part(records: list[Partnership], text: str) -> None:
    data = data_in(text)
    assert data["index"][0]["partnerships"]["id"] == [record.project_id for record in records]
    assert [len(part) for part in data["part"]] == [PART, 10]


def test_every_text_number_and_name_of_a_record_is_in_the_explorer(records: list[Partnership], text: str) -> None:
    said = {str(each) for each in leaves(data_in(text))}
    dumped = [record.model_dump(mode="json", exclude={"provenance": {"sha256"}}) for record in records]
    wanted = {str(each) for each in leaves(dumped) if each is not None}
    assert wanted - said == set()


def leaves(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [leaf for each in value.values() for leaf in leaves(each)]
    return [leaf for each in value for leaf in leaves(each)] if isinstance(value, list) else [value]


def test_an_explorer_of_no_records_is_written() -> None:
    data = data_in(text_of([]))
    assert (data["index"][0]["partnerships"], data["titles"], data["part"]) == ({"title": []}, [], [])


def test_records_without_a_number_are_there_too() -> None:
    data = data_in(text_of([make_record(title="Un"), make_record(title="Deux")]))
    assert data["index"][0]["partnerships"]["title"] == ["Un", "Deux"]


def test_of_a_list_that_changed_only_what_differs_is_shown(records: list[Partnership], text: str) -> None:
    changes: list[Any] = data_in(text)["part"][0][0]["changes"]
    change = changes[-1]
    assert (change["before"], change["after"]) == (["Jadis."], records[0].context[:1])


def test_a_list_that_was_put_in_another_order_is_shown_whole() -> None:
    change = {"project_id": 1, "row": 1, "day": "2026-01-01", "change": "changed", "field": "context"}
    found = gather([make_record(project_id=1)], History([change | {"before": ["a", "b"], "after": ["b", "a"]}], [], []))
    pages = [("words", found.words), ("titles", found.titles), *(("part", part) for part in found.parts)]
    page = "".join(f'<script type="application/gzip+base91" data-name="{name}">{text}</script>' for name, text in pages)
    assert data_in(page)["part"][0][0]["changes"][0]["before"] == ["a", "b"]


def test_what_a_public_record_leaves_out_is_not_in_its_explorer() -> None:
    record = make_record(
        project_id=1,
        objective=["Vu avec Anne Vergnolle."],
        foreign_contacts=[
            {"organisation": "V", "last_name": "Vergnolle", "first_name": "Anne", "position": "Maire", "email": None}
        ],
        unread=[{"label": None, "text": "Bastien Lurçat"}],
        issues=[{"code": "unread_text", "section": "page", "detail": "Bastien Lurçat"}],
    )
    full = json.dumps(data_in(text_of([record])), ensure_ascii=False)
    public = json.dumps(data_in(text_of([without_people(record)])), ensure_ascii=False)
    assert [name in full for name in ("Vergnolle", "Lurçat")] == [True, True]
    assert [name in public for name in ("Vergnolle", "Lurçat")] == [False, False]


def test_the_policy_allows_the_style_and_scripts_inside_and_nothing_else(text: str) -> None:
    (policy,) = parsed(text).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    styles, own = digest(style), " ".join(map(digest, scripts))
    rest = "base-uri 'none'; form-action 'none'"
    assert policy == f"default-src 'none'; style-src {styles}; script-src {own}; {rest}"
    assert ' style="' not in text


def parsed(text: str) -> Any:
    return html.fromstring(text)


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_no_script_of_the_data_is_markup() -> None:
    tree = parsed(text_of(hostile()))
    loads = tree.xpath("//iframe|//object|//embed|//base|//link|//img|//form|//video|//audio|//*[@src]|//*[@href]")
    kinds = Counter(str(each.get("type")) for each in tree.iter("script"))
    assert (loads, kinds["None"], set(kinds)) == ([], 2, {"None", "application/gzip+base91"})
    assert len(set(SCRIPTS)) == len(SCRIPTS) >= 200


@pytest.mark.parametrize("path", WEB, ids=lambda path: path.name)
def test_no_module_reads_data_as_markup_or_asks_for_anything(path: Path) -> None:
    risky = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|fetch\(|XMLHttp|import\("
    assert re.findall(risky, path.read_text("utf-8")) == []


def test_the_script_holds_every_module_once_and_no_import() -> None:
    joined = script()
    assert [path.name for path in WEB if path.read_text("utf-8").partition("\n")[0] not in joined] == []
    assert re.findall(r"^(?:import|export) ", joined, re.MULTILINE) == []
    assert (EXPLORER / "web" / MAIN).read_text("utf-8").partition("\n")[0] in joined


def test_no_two_modules_have_a_name_in_common() -> None:
    names = re.findall(r"^(?:async )?(?:const|let|function\*?|class) (\w+)", script(), re.MULTILINE)
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_the_modules_have_the_types_that_they_say() -> None:
    compiler = check_javascript.tsc()
    if not compiler:
        pytest.skip("no tsc on the path: npm install --global typescript")
    assert check_javascript.check(compiler) == ""


@pytest.mark.parametrize("folder", [EXPLORER / "vendor", OUTLINES, AXE], ids=["explorer", "outlines", "tests"])
def test_vendored_files_are_those_of_the_manifest(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    found = {each["file"]: hashlib.sha256((folder / each["file"]).read_bytes()).hexdigest() for each in manifest}
    assert found == {each["file"]: each["sha256"] for each in manifest}
    others = {path.name for path in folder.iterdir() if path.is_file() and path.suffix != ".py"}
    assert others - set(found) - {"manifest.json"} == {f"LICENSE-{each['name']}" for each in manifest}


def test_every_word_is_there_in_both_languages(text: str) -> None:
    words = data_in(text)["index"][0]["words"]
    assert [key for group in words.values() for key, pair in group.items() if len(pair) != 2 or not all(pair)] == []


def test_every_word_that_a_module_says_is_listed(text: str) -> None:
    words = data_in(text)["index"][0]["words"]
    said = {key for path in WEB for key in re.findall(r'\b(?:say|fill)\("(\w+)"[,)](?! ")', path.read_text("utf-8"))}
    grouped = {pair for path in WEB for pair in re.findall(r'say\("(\w+)", "(\w+)"\)', path.read_text("utf-8"))}
    assert {key for key in said if key not in words["text"]} - {key for key, _ in grouped} == set()
    assert {(key, group) for key, group in grouped if key not in words[group]} == set()
    assert len(said) > 40


@pytest.mark.parametrize("kinds", [KINDS, AUTHORITY_KINDS, STATES, CHANGES, tuple(Status), tuple(IssueCode)])
def test_every_value_of_a_filter_has_a_name(kinds: tuple[str, ...], text: str) -> None:
    values = data_in(text)["index"][0]["words"]["value"]
    assert [str(kind) for kind in kinds if str(kind) not in values] == []


def test_every_field_has_a_name(text: str) -> None:
    fields = data_in(text)["index"][0]["words"]["field"]
    left = {"project_id", "provenance"}
    assert set(Partnership.model_fields) - left - set(fields) == set()


def test_every_known_theme_is_translated() -> None:
    known = [each for theme, subs in THEMES.items() for sub, deep in subs.items() for each in (theme, sub, *deep)]
    assert set(themes_in_english(known)) == set(known)
    rows = csv.DictReader(
        Path(str(files("atlas_scraper.values"))).joinpath("theme-names.csv").read_text("utf-8").splitlines()
    )
    assert {row["french"] for row in rows} == set(known)


def test_countries_and_regions_have_names_in_both_languages() -> None:
    assert country_of("NA")[:4] == ("NA", "516", "Namibia", "Namibie")
    assert country_of("NA").regions == ("002", "202")
    assert regions_of(["HT"])["419"] == ("Latin America and the Caribbean", "Amérique latine et Caraïbes")


def test_the_joined_script_is_javascript(tmp_path: Path) -> None:
    path = tmp_path / "joined.js"
    path.write_text(script(), "utf-8")
    node("--check", str(path))


def test_the_browser_reads_letters_back_to_bytes_whatever_is_left_at_their_end() -> None:
    data = [bytes(range(256 - length, 256)) for length in range(3 * 13 + 1)]
    written = json.dumps(["".join(letters_of(each)) for each in data])
    address = (EXPLORER / "web" / "signs.js").as_uri()
    read = f"{written}.map(each => [...it.bytesOf(each)])"
    told = f"import({json.dumps(address)}).then(it => console.log(JSON.stringify({read})))"
    assert [bytes(each) for each in json.loads(node("--eval", told))] == data


@given(st.binary())
def test_letters_have_no_markup_and_come_back(data: bytes) -> None:
    letters = shut(data)
    assert opened(letters) == data
    assert re.fullmatch(r"[!-~]+", letters)
    assert not set("<>&") & set(letters)


def node(*words: str) -> str:
    program = shutil.which("node")
    if not program:
        pytest.skip("no node on the path")
    return subprocess.run([program, *words], check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own
