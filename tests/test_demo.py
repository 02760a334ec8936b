"""The demo: real towns, invented people, nights on dates of their own, and faults for who asks for them."""

import json
import re
import socket
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from nights import report

from atlas_scraper import parse
from atlas_scraper.errors import AtlasError
from atlas_scraper.local_atlas import __main__ as serving
from atlas_scraper.local_atlas.faults import WORDS, faults
from atlas_scraper.local_atlas.pages import CLOCK, CODE, SESSION
from atlas_scraper.local_atlas.server import LocalAtlas
from atlas_scraper.local_atlas.twins import NIGHTS, facts_on, page_of
from atlas_scraper.night import demonstration
from atlas_scraper.record.model import Partnership
from atlas_scraper.values.countries import country_code
from atlas_scraper.values.funders import kind_of
from atlas_scraper.values.places import place_of
from atlas_scraper.values.register import identify
from atlas_scraper.writers import extras

FOLDER = Path(serving.__file__).parent
TWINS = tomllib.loads((FOLDER / "twins.toml").read_text("utf-8"))
NUMBERS = range(1, 161)
PLACE = "https://example.org/cncdext/dyn/public/atlas/detailProjet.html?criteres.prjId={}"


def read(number: int, night: int = 1) -> Partnership | AtlasError | None:
    text = page_of(number, night)
    if text is None:
        return None
    plain = text.replace(SESSION, "").replace(CLOCK, "01/01/2026").replace(CODE, "e1s1")
    try:
        return parse(plain.encode(), url=PLACE.format(number))
    except AtlasError as error:
        return error


@pytest.mark.parametrize("name", sorted({name for row in TWINS["here"] for name in row[:4]}))
def test_a_french_authority_exists_and_has_a_place(name: str) -> None:
    found = identify(name)
    assert found
    assert found.latitude


@pytest.mark.parametrize(
    ("name", "country"), [(name, country) for country, _, *names in TWINS["there"] for name in names]
)
def test_a_town_abroad_exists(name: str, country: str) -> None:
    assert place_of(name, country_code(country))


def test_people_are_invented_and_at_example_org() -> None:
    addresses = {
        match for number in NUMBERS for match in re.findall(r"[\w.-]+(?:@|\[at\])[\w.]+", page_of(number, 1) or "")
    }
    assert addresses
    assert {re.split(r"@|\[at\]", address)[1] for address in addresses} <= {"example.org", "example..org"}


def test_projects_have_several_partners_and_funders_of_several_kinds() -> None:
    records = [found for number in NUMBERS if isinstance(found := read(number), Partnership)]
    assert max(len(record.foreign_partners) for record in records) >= 2
    kinds = Counter(kind_of(row.funder) for record in records for row in record.funding)
    assert set(kinds) == {"commune", "intercommunality", "department", "region", "water agency"}


def test_some_pages_are_refused_and_some_have_issues() -> None:
    found = [read(number) for number in NUMBERS]
    refused = [each for each in found if isinstance(each, AtlasError)]
    codes = {issue.code.value for each in found if isinstance(each, Partnership) for issue in each.issues}
    assert 1 <= len(refused) <= len(NUMBERS) // 20
    assert {"unknown_label", "unknown_country", "suspicious_email", "unreadable_value"} <= codes


def test_projects_begin_change_and_vanish_as_nights_go_by() -> None:
    first, last = ({n: facts_on(n, night) for n in NUMBERS if facts_on(n, night)} for night in (1, NIGHTS))
    assert set(last) - set(first)
    assert set(first) - set(last)
    assert sum(first[number] != last[number] for number in set(first) & set(last)) > 20


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("demo")
    outcomes = [each.outcome.outcome for each in demonstration.run(output, 40, 4)]
    assert outcomes == ["published", "stopped", "published", "published"]
    return output


def test_each_night_has_its_date_and_the_last_is_today(dataset: Path) -> None:
    today = datetime.now(UTC).date()
    days = [date.fromisoformat(each.name[:8]) for each in sorted((dataset / "releases").iterdir())]
    assert days == [today - timedelta(days=back) for back in (3, 1, 0)]
    assert report(dataset)["started_at"][:10] == today.isoformat()


def test_pages_were_read_on_the_night_that_asked_for_them(dataset: Path) -> None:
    lines = map(json.loads, (dataset / "latest" / "states.jsonl").read_text("utf-8").splitlines())
    today = datetime.now(UTC).date()
    seen = {
        each["project_id"]: date.fromisoformat(each["last_seen"][:10]) for each in lines if each["state"] == "current"
    }
    # Remainder of a number by four → days ago; on the night of those with 3 the site was down.
    expected = {0: 1, 1: 0, 2: 3, 3: 3}
    assert {number: (today - day).days for number, day in seen.items()} == {each: expected[each % 4] for each in seen}


def test_without_the_library_that_sets_the_clock_the_demo_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "time_machine", None)
    with pytest.raises(extras.MissingExtra, match=r"pip install 'atlas-scraper\[demo\]'"):
        list(demonstration.run(tmp_path, 20, 2))


def test_every_fault_is_named_with_a_line() -> None:
    assert set(WORDS) == set(faults(b"", "/"))


def test_help_lists_every_fault() -> None:
    listed = serving.options().format_help()
    assert all(name.replace(" ", "-") in listed for name in (*WORDS, *serving.PAGES))


def test_a_fault_that_nobody_knows_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        serving.options().parse_args(["--fault", "flood-of-frogs"])
    assert (ended.value.code, "gzip-bomb" in capsys.readouterr().err) == (2, True)


@pytest.fixture
def served() -> Iterator[Any]:
    line = [
        sys.executable,
        "-m",
        "atlas_scraper.local_atlas",
        "--numbers",
        "9",
        "--fault",
        "short-of-its-length",
        "--on",
        "5",
    ]
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own command
        assert process.stdout
        yield process.stdout.readline().strip()
        process.terminate()


def answer(base_url: str, number: int) -> bytes:
    host, port = base_url.split("/")[2].split(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        path = f"/cncdext/dyn/public/atlas/detailProjet.html?criteres.prjId={number}"
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        return b"".join(iter(lambda: connection.recv(65536), b""))


def test_a_fault_befalls_the_project_that_it_is_asked_for_and_no_other(served: str) -> None:
    lengths = {}
    for number in (5, 6):
        head, _, body = answer(served, number).partition(b"\r\n\r\n")
        (said,) = re.findall(rb"Content-Length: (\d+)", head)
        lengths[number] = len(body) / int(said)
    assert lengths[6] == 1
    assert lengths[5] < 0.6


@pytest.mark.parametrize("name", serving.PAGES)
def test_a_page_of_the_sites_own_troubles_can_be_asked_for(name: str) -> None:
    with LocalAtlas(range(1, 9), page_of=page_of) as atlas:
        fault = serving.answers(atlas, name.replace(" ", "-"), None)("/x?criteres.prjId=5")
    ours, theirs = socket.socketpair()
    with ours, theirs:
        fault(theirs)
        theirs.close()
        text = b"".join(iter(lambda: ours.recv(65536), b"")).decode()
    assert text.startswith("HTTP/1.1 200")
    with pytest.raises(AtlasError):
        parse(text.partition("\r\n\r\n")[2].encode(), url=PLACE.format(5))


def test_records_of_the_demo_are_valid_json_lines(dataset: Path) -> None:
    lines = (dataset / "latest" / "partnerships.jsonl").read_text("utf-8").splitlines()
    assert all(Partnership.model_validate(json.loads(line)) for line in lines)
