"""Web archives in place of the site: a real pywb, with captures of ten years."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from apart import commands_or_skip
from archived import BASE, PAGE, at, keep, page, ten_years
from nights import night, released, report
from pywb_server import Pywb, install

from atlas_scraper.errors import FetchError
from atlas_scraper.fetch.client import Client
from atlas_scraper.fetch.manners import Manners
from atlas_scraper.fetch.mementos import as_captured, at_moment, earlier_in, original_of, redirected, timemap_of
from atlas_scraper.fetch.raw_page import RawPage

IDS = tuple(range(5, 41))


@pytest.fixture(scope="session")
def pywb(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pywb]:
    """A pywb that serves captures of ten years."""
    commands = commands_or_skip(request.config, install, "pywb")
    folder = tmp_path_factory.mktemp("pywb")
    with Pywb(commands, folder, [keep(folder / "ten-years.warc.gz", ten_years())]) as server:
        yield server


def dates(output: Path) -> dict[int, str]:
    return {number: record["provenance"]["retrieved_at"][:10] for number, record in released(output).items()}


def test_each_captured_project_has_its_capture_s_date_and_no_other_is_there(pywb: Pywb, tmp_path: Path) -> None:
    outcome = night(tmp_path, pywb.replay_of(BASE), IDS, timeout=10)
    assert outcome.outcome == "published", report(tmp_path)
    assert dates(tmp_path) == {11: "2019-03-04", 12: "2021-03-04", 20: "2022-03-04"}


def test_a_record_says_which_archive_captured_its_page(pywb: Pywb, tmp_path: Path) -> None:
    night(tmp_path / "a", pywb.replay_of(BASE), (12,), timeout=10)
    night(tmp_path / "b", "https://x.example/cncdext/", (12,), (tmp_path / "a" / "archive",))
    host = pywb.collection.split("/")[2]
    sources = {released(tmp_path / name)[12]["provenance"]["source"] for name in ("a", "b")}
    assert (sources, released(tmp_path / "a") == released(tmp_path / "b")) == ({host}, True)


def test_a_replay_of_an_earlier_day_gives_what_was_captured_nearest_to_it(pywb: Pywb, tmp_path: Path) -> None:
    outcome = night(tmp_path, pywb.replay_of(BASE, "20120101"), (11, 12, 20), timeout=10)
    assert (outcome.outcome, dates(tmp_path)) == ("published", {11: "2012-03-04", 12: "2013-03-04", 20: "2022-03-04"})


def test_an_older_capture_does_not_replace_what_was_captured_later(pywb: Pywb, tmp_path: Path) -> None:
    for moment in ("2022", "2012"):
        night(tmp_path, pywb.replay_of(BASE, moment), (11, 12), timeout=10)
    assert dates(tmp_path) == {11: "2019-03-04", 12: "2021-03-04"}


def test_what_an_archive_has_not_captured_does_not_make_a_project_gone(pywb: Pywb, tmp_path: Path) -> None:
    for _ in range(4):
        outcome = night(tmp_path, pywb.replay_of(BASE), (11, 12, 20, 21), timeout=10)
    assert (outcome.report["visits"]["missing"], outcome.report["visits"]["failed"]) == (1, 0)


def asked(pywb: Pywb, number: int, moment: str = "", within: int = 30) -> RawPage:
    base = pywb.replay_of(BASE, moment)
    manners = Manners(base, "tests", delay=0, timeout=10, tries=1, redirected_within=timedelta(days=within))
    with Client(manners, lambda _: None) as client:
        return client.get(f"{base}{PAGE}{number}")


def test_a_redirect_is_followed_to_the_capture_of_its_time(pywb: Pywb) -> None:
    found = asked(pywb, 13)
    assert (found.address, found.retrieved_at, found.body) == (f"{BASE}{PAGE}12", at(2013), page(12, 1))


def test_a_redirect_to_what_was_captured_in_another_year_leads_nowhere(pywb: Pywb) -> None:
    with pytest.raises(FetchError, match="none within 0 days") as caught:
        asked(pywb, 13, within=0)
    assert caught.value.kind == "captured as redirect"


def test_a_captured_error_of_the_server_is_asked_for_once(pywb: Pywb) -> None:
    status = asked(pywb, 17, "2020").status
    time.sleep(0.5)  # pywb's log
    assert (status, [path[-2:] for path in pywb.requests if "/2020id_" in path]) == (503, ["17"])


ASKED = f"https://archive.example/web/2015id_/{BASE}{PAGE}5"
ORIGINAL = f"{BASE}{PAGE}5"


def answer(status: int = 200, /, **headers: str) -> RawPage:
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return RawPage(ORIGINAL, status, "", named, b"", b"", at(2026))


MOMENT = {"Memento_Datetime": "Sun, 04 Mar 2012 05:06:07 GMT"}


@pytest.mark.parametrize(
    "headers",
    [
        {"Link": f'<{ORIGINAL}>; rel="original", <https://archive.example/x>; rel="timegate"'},
        {"Link": f'<https://archive.example/a>; rel="first memento"; datetime="x", <{ORIGINAL}>; rel="original"'},
        {"Link": f"<{ORIGINAL}>;rel=original"},
        {"Link": f'<{ORIGINAL}>; type="text/html"; rel="bookmark original"'},
        {"Content_Location": f"/web/20120304050607id_/{ORIGINAL}"},
        {"Content_Location": f"https://archive.example/web/20120304050607id_/{ORIGINAL}"},
        {"Link": f'<{ORIGINAL.replace("https", "http")}&sctxid=x>; rel="original"'},
    ],
    ids=["first", "later", "bare", "among others", "relative place", "absolute place", "another form"],
)
def test_a_capture_says_whose_page_it_is_and_of_when(headers: dict[str, str]) -> None:
    found = as_captured(answer(**headers, **MOMENT), ASKED)
    assert (found.address.replace("http:", "https:"), found.retrieved_at) == (ORIGINAL, at(2012))


@pytest.mark.parametrize(
    "given",
    [
        answer(**MOMENT, Link=f'<{ORIGINAL}7>; rel="original"'),
        answer(404),
        answer(404, Link=f'<{ORIGINAL}>; rel="original"'),
        answer(410),
    ],
    ids=["of another project", "archive's 404", "archive's 404 that names it", "archive's 410"],
)
def test_what_is_no_capture_of_the_project_is_not_captured(given: RawPage) -> None:
    with pytest.raises(FetchError) as caught:
        as_captured(given, ASKED)
    assert caught.value.kind == "not captured"


@pytest.mark.parametrize(
    "given",
    [
        answer(**MOMENT),
        answer(Link=f'<{ORIGINAL}>; rel="original"'),
        answer(403, Link=f'<{ORIGINAL}>; rel="original"'),
        answer(400),
        answer(Memento_Datetime="yesterday", Link=f'<{ORIGINAL}>; rel="original"'),
    ],
    ids=["of nobody", "of no moment", "archive's 403", "archive's 400", "of no date"],
)
def test_trouble_of_an_archive_says_nothing_of_what_it_has(given: RawPage) -> None:
    with pytest.raises(FetchError) as caught:
        as_captured(given, ASKED)
    assert caught.value.kind == "no capture"


OTHER = f"{BASE}{PAGE}6"


@pytest.mark.parametrize(
    "location",
    [
        f"/cncdext/{PAGE}6",
        OTHER,
        "?criteres.prjId=6",
        f"/web/20151111000000id_/{OTHER}",
        f"https://archive.example/web/20151111000000id_/{OTHER}",
    ],
    ids=["root-relative", "as captured", "relative", "rewritten", "rewritten whole"],
)
def test_the_redirect_of_a_capture_leads_to_the_captured_host_at_that_moment(location: str) -> None:
    found = redirected(ASKED, location, answer(302))
    assert found == f"https://archive.example/web/20260304050607id_/{OTHER}"


def test_a_moment_is_put_where_the_archive_has_it() -> None:
    assert (
        at_moment(f"https://a.example/coll/{ORIGINAL}", at(2012), OTHER)
        == f"https://a.example/coll/20120304050607id_/{OTHER}"
    )
    assert (
        at_moment(f"https://a.example/coll/id_/{ORIGINAL}", at(2012), OTHER)
        == f"https://a.example/coll/20120304050607id_/{OTHER}"
    )


@pytest.mark.parametrize(
    ("replayed", "timemap", "earlier"),
    [
        (f"https://a.example/coll/2020id_/{ORIGINAL}", f"https://a.example/coll/timemap/link/{ORIGINAL}", "id_"),
        (f"https://a.example/coll/{ORIGINAL}", f"https://a.example/coll/timemap/link/{ORIGINAL}", "id_"),
    ],
    ids=["at a moment", "at none"],
)
def test_the_captures_before_a_moment_are_those_that_a_timemap_names(replayed: str, timemap: str, earlier: str) -> None:
    assert timemap_of(replayed) == timemap
    days = ("Sun, 04 Mar 2012 05:06:07 GMT", "Wed, 04 Mar 2015 05:06:07 GMT", "no day", "Mon, 99 Mar 2015 05:06:07 GMT")
    links = ",\n".join(f'<https://a.example/x>; rel="memento"; datetime="{day}"' for day in days).encode()
    given = RawPage(timemap, 200, "", (), links, links, at(2026))
    assert earlier_in(given, replayed, at(2015)) == [f"https://a.example/coll/20120304050607{earlier}/{ORIGINAL}"]
    assert earlier_in(replace(given, status=404), replayed, at(2015)) == []


def test_an_original_is_not_read_out_of_its_own_query() -> None:
    assert original_of(answer(Link=f'<{BASE}a?u=http://b.example/>; rel="original"')) == f"{BASE}a?u=http://b.example/"
