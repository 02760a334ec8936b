"""The report says what the tables say, in two languages, and runs nothing."""

import base64
import hashlib
import json
import re
import tomllib
from collections import Counter
from decimal import Decimal
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from explored import data_in
from lxml import html
from records import PROVENANCE, full_record, make_record
from typer.testing import CliRunner

from atlas_scraper.commands.app import app
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import Partnership, Status
from atlas_scraper.report.columns import columns
from atlas_scraper.report.page import report_of
from atlas_scraper.report.words import lists
from atlas_scraper.report.world import bounds_of, class_of, world
from atlas_scraper.values.funders import KINDS, kind_of
from atlas_scraper.writers import STREAMS, write_records
from atlas_scraper.writers.columns import Kind
from atlas_scraper.writers.package import ReleaseFacts
from atlas_scraper.writers.tables import TABLES

FACTS = ReleaseFacts("r1", "2026-01-02T03:04:05+00:00", "https://example.org/cncdext/", 60, "atlas_scraper 1")
FUNDING = {"funder": "Ville de Lurzac", "amount_eur": 42500, "one_percent_eur": [None, 350, None], "year": 2022}
CHANGES = [
    {"project_id": 1, "change": "added", "fields": {}},
    {
        "project_id": 2,
        "change": "changed",
        "fields": {"title": {"before": "Ancien", "after": "Neuf"}, "funding": {"before": [], "after": [FUNDING]}},
    },
    {"project_id": 900, "change": "gone", "fields": {}, "title": "Adieu"},
]
SCRIPTS = (Path(__file__).parent / "script_payloads.txt").read_text("utf-8").rstrip("\n").split("\n")
PLACES = (*(f"word {number}" for number in range(20)), "Ville de Lurzac", "Région Bretagne", "Conseil général du Nord")


def parsed(text: str) -> Any:
    return html.fromstring(text)


def report(records: list[Partnership]) -> str:
    return report_of(records, FACTS, CHANGES)


@pytest.fixture(scope="module")
def records() -> list[Partnership]:
    return [full_record(number, PLACES[number % len(PLACES)]) for number in range(1, 61)]


@pytest.fixture(scope="module")
def numbers(records: list[Partnership]) -> dict[tuple[str, str], Decimal]:
    """Every number of the report, under what it says that it counts."""
    cells = parsed(report(records)).iter("data")
    return {(str(each.get("data-measure")), str(each.get("data-key"))): Decimal(each.get("value")) for each in cells}


def counted(numbers: dict[tuple[str, str], Decimal], measure: str) -> dict[str, Decimal]:
    return {key: value for (name, key), value in numbers.items() if name == measure}


def test_countries_are_those_of_the_table(records: list[Partnership], numbers: dict[tuple[str, str], Decimal]) -> None:
    assert counted(numbers, "countries") == Counter(
        code for r in records for code in {p.country_code or "" for p in r.foreign_partners}
    )


def test_themes_are_those_of_the_table(records: list[Partnership], numbers: dict[tuple[str, str], Decimal]) -> None:
    assert counted(numbers, "themes") == Counter(r.theme.theme for r in records if r.theme)
    assert counted(numbers, "subthemes") == Counter(f"{r.theme.theme}\t{r.theme.subtheme}" for r in records if r.theme)


def test_years_are_those_of_the_table(records: list[Partnership], numbers: dict[tuple[str, str], Decimal]) -> None:
    expected = Counter(f"{record.start_year}\t{record.status or ''}" for record in records)
    assert counted(numbers, "starts") == expected


def test_euros_are_those_of_the_table(records: list[Partnership], numbers: dict[tuple[str, str], Decimal]) -> None:
    expected: Counter[str] = Counter()
    for record in records:
        for row in record.funding:
            expected[f"{row.year or ''}\t{kind_of(row.funder)}"] += row.amount_eur or 0  # type: ignore[assignment]
    assert counted(numbers, "funding") == expected


def test_goals_and_authorities_are_those_of_the_table(
    records: list[Partnership], numbers: dict[tuple[str, str], Decimal]
) -> None:
    assert counted(numbers, "goals") == Counter(str(goal.goal) for record in records for goal in record.sdgs)
    names = Counter(each.name for record in records for each in record.french_authorities)
    assert counted(numbers, "authorities") == names


def test_filled_fields_are_counted(numbers: dict[tuple[str, str], Decimal]) -> None:
    found = counted(numbers, "filled")
    assert set(found) == set(Partnership.model_fields)
    assert [int(found[name]) for name in ("title", "status", "context_and_history")] == [60, 40, 0]


def test_issues_changes_and_records_are_counted(numbers: dict[tuple[str, str], Decimal]) -> None:
    assert counted(numbers, "issues") == {"unread_text": 60}
    assert counted(numbers, "changes") == {"added": 1, "changed": 1, "gone": 1}
    assert numbers["records", ""] == 60


def test_every_column_of_every_table_is_in_its_dictionary(records: list[Partnership]) -> None:
    cells = parsed(report(records)).xpath("//section[@id='dictionary']//tbody/tr")
    assert len(cells) == sum(len(table.columns) for table in TABLES)


@pytest.mark.parametrize(
    ("funder", "kind"),
    [
        ("Ville de Lyon", "commune"),
        ("COMMUNE D'ORSAY", "commune"),
        ("Communauté de communes du Val", "intercommunality"),
        ("Conseil Général du Nord", "department"),
        ("Région Bretagne", "region"),
        ("Agence de l’eau Seine-Normandie", "water agency"),
        ("Ministère des Affaires étrangères", "state"),
        ("Syndicat des eaux", "syndicate"),
        ("L'association des amis", "association"),
        ("Statistique", "other"),
        ("Fondsville", "other"),
        ("", "other"),
        (None, "other"),
    ],
)
def test_the_kind_of_a_funder_is_told_by_its_first_words(funder: str | None, kind: str) -> None:
    assert kind_of(funder) == kind
    assert kind in KINDS


def test_a_report_of_no_records_says_so() -> None:
    assert "None." in report_of([], FACTS, [])


def test_a_country_is_named_in_both_languages_and_leads_into_the_explorer() -> None:
    partners = [{"name": "Mairie de Leipzig", "country": "R.F.A.", "country_code": "DE", "link": None}]
    text = report_of([make_record(project_id=1, foreign_partners=partners)], FACTS, [], explorer="explore.html")
    (link,) = parsed(text).xpath("//section[@id='countries']//td/a")
    assert link.get("href") == "explore.html#/country/DE"
    assert [each.text for each in link] == ["Germany", "Allemagne"]


def test_a_name_that_two_authorities_bear_leads_to_neither() -> None:
    links = [f"https://example.org/detailCollectivite.html?criteres.collId={number}" for number in (1, 2)]
    records = [
        make_record(project_id=1, french_authorities=[{"name": "Saint-Denis", "link": links[0]}]),
        make_record(project_id=2, french_authorities=[{"name": "Saint-Denis", "link": links[1]}]),
        make_record(project_id=3, french_authorities=[{"name": "Brest", "link": links[0]}]),
    ]
    text = report_of(records, FACTS, [], explorer="explore.html")
    names = parsed(text).xpath("//section[@id='authorities']//td/a")
    assert [each.text_content() for each in names] == ["Brest"]


def test_a_country_without_a_code_is_no_other_country() -> None:
    partners = [{"name": name, "country": name, "country_code": None, "link": None} for name in ("Kosovo", "Québec")]
    (cell,) = parsed(report([make_record(project_id=1, foreign_partners=partners)])).xpath(
        "//section[@id='countries']//tbody/tr/td[1]/span[@lang='en']"
    )
    assert cell.text == "Not stated, or without an ISO code"


def test_without_an_explorer_nothing_leads_there(records: list[Partnership]) -> None:
    assert "explore.html" not in report(records)


def changes_of(text: str) -> list[str]:
    return [
        " ".join(each.text_content().split()) for each in parsed(text).xpath("//ol[contains(@class, 'changes')]/li")
    ]


def test_a_change_has_its_title_and_what_was_and_is(records: list[Partnership]) -> None:
    added, changed, gone = changes_of(report(records))
    assert added == "addedajouté word 1 Projectprojet 1".replace("Projectprojet", "ProjectProjet")
    assert "Ancien → Neuf" in changed
    assert "emptyvide → Ville de Lurzac · 42 500 € · 350 € · 2022" in changed
    assert gone.startswith("gonedisparu Adieu")


def test_a_change_leads_into_the_explorer_unless_it_is_gone(records: list[Partnership]) -> None:
    tree = parsed(report_of(records, FACTS, CHANGES, explorer="explore.html"))
    links = tree.xpath("//ol[contains(@class, 'changes')]//a/@href")
    assert links == [f"explore.html#/partnership/{number}" for number in (1, 2)]


@pytest.mark.parametrize(
    ("field", "before", "after", "shown"),
    [
        ("start_year", 2001, None, "2001 → emptyvide"),
        ("triennial", False, True, "nonon → yesoui"),
        ("status", "ongoing", "completed", "ongoingen cours → completedterminé"),
        ("end_date", None, "2026-01-01", "emptyvide → 1 January 20261er janvier 2026"),
        ("objective", ["a", "b", "a"], ["a", "c"], "ba → c"),
        ("objective", ["a", "b"], ["b", "a"], "ab → ba"),
        ("objective", ["a"], ["a", "b"], "+ b"),
        ("objective", ["a", "b"], ["a"], "− b"),
        ("objective", None, ["b"], "emptyvide → b"),
        ("context", ["x" * 200 + "un" + "y" * 200], ["x" * 200 + "deux" + "y" * 200], "…{x}un{y}… → …{x}deux{y}…"),
        ("theme", {"theme": "T", "subtheme": None}, {"theme": "T", "subtheme": "S"}, "T → T · S"),
    ],
)
def test_a_difference_reads_well(field: str, before: Any, after: Any, shown: str) -> None:
    change = {"project_id": 1, "change": "changed", "fields": {field: {"before": before, "after": after}}}
    (found,) = changes_of(report_of([make_record(project_id=1)], FACTS, [change]))
    assert found.endswith(shown.format(x="x" * 40, y="y" * 40))


def test_back_ticks_of_descriptions_are_code(records: list[Partnership]) -> None:
    meaning = parsed(report(records)).xpath("//section[@id='dictionary']//td[2]")
    assert "Titre" in [code.text for cell in meaning for code in cell.iter("code")]
    assert not [cell for cell in meaning if "`" in cell.text_content()]


def test_back_ticks_of_a_page_stay_what_they_are() -> None:
    assert "`x`" in parsed(report([full_record(1, "`x`")])).xpath("string(//section[@id='authorities'])")


def test_counts_that_are_close_have_shades_that_are_close() -> None:
    starts = bounds_of(52)
    assert abs(class_of(39, starts) - class_of(52, starts)) <= 1


@pytest.mark.parametrize("most", [1, 2, 9, 52, 999, 12_000, 10**7])
def test_a_map_has_few_shades_and_each_count_is_in_one(most: int) -> None:
    starts = bounds_of(most)
    assert (starts[0], len(starts) <= 8) == (1, True)
    assert [class_of(start, starts) for start in starts] == list(range(len(starts)))


def test_the_shade_of_a_country_is_that_of_its_legend() -> None:
    drawn = world({"MG": 52, "SN": 39, "FR": 1})
    assert [text for _, (text, _) in drawn.legend] == ["1", "2–4", "5–9", "10–19", "20–49", "≥ 50"]
    assert [drawn.svg.count(f'class="{shade}"') for shade, _ in drawn.legend] == [1, 0, 0, 0, 1, 1]


def test_a_state_too_small_for_the_map_is_a_dot_of_its_shade() -> None:
    drawn = world({"SG": 52, "MG": 1})
    assert re.findall(r'<circle class="(s\d)"', drawn.svg) == ["s5"]


def test_russia_is_in_one_piece() -> None:
    (path,) = re.findall(r'class="s0" d="([^"]+)"', world({"RU": 1}).svg)
    longest = max(path.split("Z"), key=len)
    places = [float(pair.split(",")[0]) for pair in longest.lstrip("M").split("L")]
    assert max(abs(b - a) for a, b in pairwise(places)) < 100


def test_no_year_between_two_is_left_out_of_a_chart() -> None:
    drawn = columns({(2001, "a"): 1, (2009, "b"): 3}, {"a": ("A", "A"), "b": ("B", "B"), "c": ("C", "C")})
    assert [text for _, (text, _) in drawn.legend] == ["A", "B"]
    assert re.findall(r">(\d{4})<", drawn.svg) == ["2005"]
    assert len({*re.findall(r'<rect class="k\d" x="([^"]+)"', drawn.svg)}) == 2


def test_a_year_far_off_does_not_squeeze_the_others_and_the_chart_says_so() -> None:
    counts = {(year, "a"): 5.0 for year in range(2000, 2021)} | {(1900, "a"): 1.0, (2099, "a"): 1.0}
    drawn = columns(counts, {"a": ("A", "A")})
    assert (drawn.svg.count("<rect"), drawn.note) == (21, "other_years")


def test_tables_by_year_begin_with_the_last_one(records: list[Partnership]) -> None:
    for section in ("starts", "funding"):
        years = parsed(report(records)).xpath(f"//section[@id='{section}']//tbody/tr/td[1]")
        found = [int(each.text_content()) for each in years if each.text_content().isdigit()]
        assert found == sorted(found, reverse=True)


def test_the_head_of_the_report_says_how_much_and_how_old(records: list[Partnership]) -> None:
    told = parsed(report(records)).xpath("//dl[@id='figures']/div/dd/strong")
    english = [each.xpath("string(.//data)").split("\n")[0] for each in told]
    assert english == ["60", "1\u202f845.001\u202f845,00"[:5], "3", "33.3%33,3\u202f%", "0"]


def test_a_page_that_was_seen_unchanged_is_no_older_than_that() -> None:
    found = [make_record(project_id=1, provenance=PROVENANCE | {"retrieved_at": "2025-01-02T03:04:05Z"})]
    states = [{"project_id": 1, "last_seen": "2026-01-01T03:04:05+00:00"}]
    (age,) = parsed(report_of(found, FACTS, [], states)).xpath("//dl[@id='figures']/div[last()]//data/@value")
    assert age == "1"


def test_a_report_without_dates_says_that_its_age_is_not_known() -> None:
    (age,) = parsed(report([make_record()])).xpath("//dl[@id='figures']/div[last()]//strong")
    assert age.text_content() == "not statednon précisé"


def test_every_field_issue_and_kind_has_words_in_french() -> None:
    assert set(lists()["field"]) == set(Partnership.model_fields)
    assert set(lists()["issue"]) == {code.value for code in IssueCode}
    assert set(lists()["kind"]) == {kind.value for kind in Kind}
    assert {*KINDS, *(status.value for status in Status)} <= set(lists()["value"])


def test_every_column_is_described_in_french() -> None:
    known = tomllib.loads(Path(str(files("atlas_scraper.report"))).joinpath("descriptions.toml").read_text("utf-8"))
    described = {" ".join(column.description.split()) for table in TABLES for column in table.columns}
    assert (described - known.keys(), known.keys() - described) == (set(), set())
    codes = {text: re.findall(r"`([^`]+)`", text) for text in known}
    assert [text for text in known if not set(codes[text]) <= set(re.findall(r"`([^`]+)`", known[text]))] == []


def test_the_dictionary_speaks_both_languages(records: list[Partnership]) -> None:
    rows = parsed(report(records)).xpath("//section[@id='dictionary']//tbody/tr")
    assert [row.text_content() for row in rows if not row.xpath("./td[2]/*[@class='t'][@lang='fr'][string()]")] == []


def test_the_same_records_give_the_same_report(records: list[Partnership]) -> None:
    assert report(records) == report(records)


def test_every_word_is_there_in_both_languages(records: list[Partnership]) -> None:
    tree = parsed(report(records))
    english, french = (len(tree.xpath(f"//*[@class='t'][@lang='{lang}'][string()]")) for lang in ("en", "fr"))
    assert english == french > 50


def test_the_policy_allows_the_one_style_sheet_and_nothing_else(records: list[Partnership]) -> None:
    text = report(records)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = parsed(text).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert ' style="' not in text


def test_scripts_in_every_field_lead_nowhere_but_into_the_explorer() -> None:
    records = [full_record(number, text) for number, text in enumerate(SCRIPTS, 1)]
    links = parsed(report_of(records, FACTS, CHANGES, explorer="explore.html")).xpath("//@href")
    assert [str(link) for link in links if not re.match(r"#|explore\.html(?:#/[^<>\"' ]*)?$", str(link))] == []
    assert len(links) > 60


def test_the_last_words_of_a_row_lead_to_what_it_counts() -> None:
    theme = {"theme": "Culture et Patrimoine", "subtheme": "Patrimoine", "subsubtheme": None}
    tree = parsed(report_of([make_record(project_id=1, theme=theme)], FACTS, [], explorer="explore.html"))
    (link,) = tree.xpath("//section[@id='subthemes']//tbody//a")
    assert [each.text_content() for each in link] == ["Heritage", "Patrimoine"]
    assert link.get("href") == "explore.html#/?theme=Culture+et+Patrimoine%7CPatrimoine"


@pytest.mark.parametrize("first", range(0, len(SCRIPTS), 20))
def test_scripts_in_every_field_are_text(first: int) -> None:
    tree = parsed(report([full_record(number, text) for number, text in enumerate(SCRIPTS[first : first + 20], 1)]))
    attributes = {name for element in tree.iter() if isinstance(element.tag, str) for name in element.attrib}
    loads = tree.xpath("//script|//iframe|//object|//embed|//base|//link|//img|//form|//video|//audio|//*[@src]")
    assert (loads, [name for name in attributes if name.startswith("on")]) == ([], [])
    assert {str(link)[0] for link in tree.xpath("//@href")} == {"#"}
    assert len(tree.xpath("//style")) == 1


def test_report_writes_the_page_of_a_folder(tmp_path: Path) -> None:
    write_records([make_record(project_id=1, title="Un")], tmp_path, STREAMS)
    result = CliRunner().invoke(app, ["report", str(tmp_path), "--output", str(tmp_path / "r" / "report.html")])
    assert result.exit_code == 0
    assert "<!DOCTYPE html>" in (tmp_path / "r" / "report.html").read_text("utf-8")


def test_report_works_on_what_parse_wrote_in_any_order_and_without_numbers(tmp_path: Path) -> None:
    write_records([make_record(project_id=5), make_record(), make_record(project_id=1)], tmp_path, STREAMS)
    result = CliRunner().invoke(app, ["report", str(tmp_path)])
    assert (result.exit_code, "<!DOCTYPE html>" in result.stdout) == (0, True)


def test_explore_works_on_what_parse_wrote(tmp_path: Path) -> None:
    write_records([make_record(project_id=5), make_record()], tmp_path, STREAMS)
    result = CliRunner().invoke(app, ["explore", str(tmp_path)])
    assert result.exit_code == 0
    assert data_in(result.stdout)["index"][0]["partnerships"]["id"] == [5, None]
    assert data_in(result.stdout)["index"][0]["release"]["records"] == 2


@pytest.mark.parametrize("line", [b"{", b"[]", b'{"project_id": null}', b"\x80{}"])
def test_explore_names_the_line_of_history_that_is_none(line: bytes, tmp_path: Path) -> None:
    write_records([make_record(project_id=1)], tmp_path, STREAMS)
    (tmp_path / "history.jsonl").write_bytes(line + b"\n")
    result = CliRunner().invoke(app, ["explore", str(tmp_path)])
    assert (result.exit_code, "line 1" in result.output) == (2, True)


@pytest.mark.parametrize(
    "line", [b"{", b"[]", b'{"project_id": 1, "change": "changed", "fields": {"title": 1}}', b"\x80{}"]
)
@pytest.mark.parametrize("name", ["changes.jsonl", "states.jsonl"])
def test_report_names_the_line_of_changes_or_states_that_is_none(name: str, line: bytes, tmp_path: Path) -> None:
    write_records([make_record(project_id=1)], tmp_path, STREAMS)
    (tmp_path / name).write_bytes(line + b"\n")
    result = CliRunner().invoke(app, ["report", str(tmp_path)])
    assert (result.exit_code, "line 1" in result.output) == (2, True)


@pytest.mark.parametrize("said", [b"\x80", b"{", b"[]", b'{"sources": []}', b'{"coverage": {"partnerships": "many"}}'])
def test_report_of_a_release_that_says_other_things_of_itself_is_wrong_usage(said: bytes, tmp_path: Path) -> None:
    write_records([make_record(project_id=1)], tmp_path, STREAMS)
    (tmp_path / "datapackage.json").write_bytes(said)
    result = CliRunner().invoke(app, ["report", str(tmp_path)])
    assert (result.exit_code, "datapackage.json" in result.output) == (2, True)


@pytest.mark.parametrize("line", ["", "{", json.dumps({"title": "Un"})])
def test_report_of_what_is_no_release_is_wrong_usage(line: str, tmp_path: Path) -> None:
    if line:
        (tmp_path / "partnerships.jsonl").write_text(line)
    assert CliRunner().invoke(app, ["report", str(tmp_path)]).exit_code == 2
