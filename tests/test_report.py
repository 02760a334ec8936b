"""The report says what the tables say, in two languages, and runs nothing."""

import base64
import hashlib
import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from records import full_record, make_record
from typer.testing import CliRunner

from atlas_scraper.commands.app import app
from atlas_scraper.record.model import Partnership
from atlas_scraper.report.page import report_of
from atlas_scraper.values.funders import KINDS, kind_of
from atlas_scraper.writers import STREAMS, write_records
from atlas_scraper.writers.package import ReleaseFacts
from atlas_scraper.writers.tables import TABLES

FACTS = ReleaseFacts("r1", "2026-01-02T03:04:05+00:00", "https://example.org/cncdext/", 60, "atlas_scraper 1")
CHANGES = [
    {"project_id": 1, "change": "added", "fields": {}},
    {"project_id": 2, "change": "changed", "fields": {"title": 1, "funding": 2}},
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
    assert counted(numbers, "changes") == {"added": 1, "changed": 1, "gone": 0}
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


@pytest.mark.parametrize("payload", SCRIPTS)
def test_a_script_in_every_field_is_text(payload: str) -> None:
    tree = parsed(report([full_record(number, payload) for number in (1, 2)]))
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


@pytest.mark.parametrize("line", ["", "{", json.dumps({"title": "Un"})])
def test_report_of_what_is_no_release_is_wrong_usage(line: str, tmp_path: Path) -> None:
    if line:
        (tmp_path / "partnerships.jsonl").write_text(line)
    assert CliRunner().invoke(app, ["report", str(tmp_path)]).exit_code == 2
