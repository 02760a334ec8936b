"""`discover` and `backfill`, against a real pywb, the Internet Archive's dialect, Common Crawl's layout, and files."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from archive_servers import Answer, CommonCrawl, InternetArchive
from archived import BASE, HOST, PAGE, Captured, at, keep, page, ten_years
from nights import released, try_again_soon
from pywb_server import Pywb
from test_web_archives import pywb as pywb  # noqa: PLC0414 - a fixture
from typer.testing import CliRunner

from atlas_scraper.commands.app import app
from atlas_scraper.dataset.lock import locked
from atlas_scraper.errors import FetchError
from atlas_scraper.fetch.manners import Manners
from atlas_scraper.fetch.replay import Replay
from atlas_scraper.sources.archives import KNOWN, archive_of, manners_at
from atlas_scraper.sources.cdx import read_listing
from atlas_scraper.sources.choosing import Choice
from atlas_scraper.sources.table import COLUMNS, Row, read_table

Truth = list[tuple[int, str, int | None]]


def run(*words: object, code: int = 0) -> Any:
    done = CliRunner().invoke(app, [str(word) for word in words])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == code, done.stderr
    return done


def discover(table: Path, *words: object, code: int = 0) -> list[Row]:
    run("discover", *words, "--output", table, "--delay", 0, code=code)
    return list(read_table(table)) if table.exists() else []


def fill(folder: Path, *words: object, code: int = 0) -> Any:
    """Fetch what the table of a folder lists into its archive."""
    return run("backfill", folder / "t.csv", "--output", folder / "archived", "--delay", 0, *words, code=code)


def truth(captures: Iterable[Captured]) -> list[tuple[int, str]]:
    return sorted((one.number, one.stamp) for one in captures)


def found(rows: Iterable[Row]) -> list[tuple[int, str]]:
    return sorted((row.project_id, f"{row.moment:%Y%m%d%H%M%S}") for row in rows)


def contents(folder: Path) -> dict[tuple[int, str], tuple[int, bytes]]:
    """Read all captures of an archive, each without following its redirect."""
    replay = Replay([folder])
    assert replay.problems == []
    result = {}
    for address in replay.addresses():
        for capture in replay.captures_of(address):
            body = b"" if capture.status == 302 else replay.read(capture).body
            result[capture.project_id or 0, f"{capture.date:%Y%m%d%H%M%S}"] = (capture.status, body)
    return result


def held(captures: Iterable[Captured]) -> dict[tuple[int, str], tuple[int, bytes]]:
    answers = ((one, one.answer) for one in captures if one.status != 503)
    return {(one.number, one.stamp): (answer.status, answer.body) for one, answer in answers}


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    try_again_soon(monkeypatch)


@pytest.fixture
def archive() -> Any:
    with InternetArchive(ten_years()) as server:
        yield server


def listed(server: InternetArchive, table: Path, *words: object, code: int = 0) -> list[Row]:
    return discover(table, server.index, "--captures", server.replay, *words, code=code)


def test_pywb_is_discovered_and_fetched_whole(pywb: Pywb, tmp_path: Path) -> None:
    rows = discover(tmp_path / "t.csv", f"{pywb.collection}cdx")
    assert found(rows) == truth(ten_years())
    fill(tmp_path, "--timeout", 10)
    assert contents(tmp_path / "archived") == held(ten_years())


def test_the_dataset_is_built_with_the_site_closed(pywb: Pywb, tmp_path: Path) -> None:
    discover(tmp_path / "t.csv", f"{pywb.collection}cdx")
    fill(tmp_path, "--timeout", 10)
    run("refresh", "--from-archive", tmp_path / "archived", "--output", tmp_path / "output")
    seen = {
        number: (record["provenance"]["retrieved_at"][:10], record["provenance"]["source"], record["source_url"])
        for number, record in released(tmp_path / "output").items()
    }
    host, www = pywb.collection.split("/")[2], BASE.replace("//", "//www.")
    assert seen == {
        11: ("2019-03-04", host, f"{www}{PAGE}11"),
        12: ("2021-03-04", host, f"{BASE}{PAGE}12"),
        20: ("2022-03-04", host, f"{BASE}{PAGE}20"),
    }
    table = list(read_table(tmp_path / "t.csv"))
    assert {row.project_id for row in table} - seen.keys() == {13, 14, 15, 16, 17}
    done = run("discover", f"{pywb.collection}cdx", "--delay", 0, "--dataset", tmp_path / "output")
    assert "5 projects are not in" in done.stderr


def test_the_archive_gives_every_capture_night_by_night(pywb: Pywb, tmp_path: Path) -> None:
    discover(tmp_path / "t.csv", f"{pywb.collection}cdx")
    fill(tmp_path, "--timeout", 10)
    nights = {name: night.addresses() for name, night in Replay([tmp_path / "archived"]).nights()}
    assert list(nights) == sorted({f"{one.moment:%Y-%m-%d}" for one in ten_years() if one.status != 503})
    assert nights["2015-03-04"] == [f"{BASE}{PAGE}11"]


def test_a_range_of_any_file_system_is_read(tmp_path: Path) -> None:
    memory = pytest.importorskip("fsspec").filesystem("memory")
    captures = [Captured(5, at(2015), page(5, 1))]
    with CommonCrawl({"x": keep(tmp_path / "a.warc.gz", captures)}) as server:
        discover(tmp_path / "t.csv", server.index, "--captures", "memory://")
        (row,) = read_table(tmp_path / "t.csv")
    memory.pipe(row.place.partition("#")[0], (tmp_path / "a.warc.gz").read_bytes())
    fill(tmp_path)
    assert contents(tmp_path / "archived") == held(captures)


def test_the_internet_archive_is_read_page_by_page(archive: InternetArchive, tmp_path: Path) -> None:
    assert found(listed(archive, tmp_path / "t.jsonl")) == truth(ten_years())
    assert len([path for path in archive.requests if "resumeKey=" in path]) == len(ten_years()) // 3 - 1


def test_an_index_without_resumption_keys_is_read_by_its_numbered_pages(tmp_path: Path) -> None:
    with InternetArchive(ten_years(), has_keys=False) as server:
        rows = listed(server, tmp_path / "t.csv")
    assert found(rows) == truth(ten_years())


def test_numbered_pages_go_on_where_they_were_broken_off(tmp_path: Path) -> None:
    with InternetArchive(ten_years(), has_keys=False) as server:
        server.moods.append(lambda path: (403, {}, b"") if "page=3" in path else None)
        listed(server, tmp_path / "t.csv", code=3)
        server.moods.clear()
        before = len(server.requests)
        assert found(listed(server, tmp_path / "t.csv")) == truth(ten_years())
        assert [path.rpartition("page=")[2] for path in server.requests[before:] if "page=" in path] == list("3456")


def test_a_replayed_capture_is_kept_as_it_was_captured(archive: InternetArchive, tmp_path: Path) -> None:
    listed(archive, tmp_path / "t.csv")
    fill(tmp_path)
    assert contents(tmp_path / "archived") == held(ten_years())
    replay = Replay([tmp_path / "archived"])
    redirect = replay.captures_of(f"{BASE}{PAGE}13")[0]
    assert (replay.read(redirect).address, redirect.source) == (f"{BASE}{PAGE}12", archive.address[7:-1])
    head = next(one for one in replay.captures_of(f"{BASE}{PAGE}20")).again().content.partition(b"\r\n\r\n")[0]
    assert b"content-type: text/html;charset=utf-8" in head.lower()
    assert not any(word in head.lower() for word in (b"memento", b"x-archive", b"content-encoding"))


def pages_asked(server: InternetArchive) -> "Counter[str]":
    return Counter(path for path in server.requests if path.startswith("/web/"))


def test_what_the_archive_has_is_not_asked_for_again(archive: InternetArchive, tmp_path: Path) -> None:
    listed(archive, tmp_path / "t.csv")
    for limit in (2, 3, 100, 100):
        fill(tmp_path, "--limit", limit)
    assert set(pages_asked(archive).values()) == {1}
    assert contents(tmp_path / "archived") == held(ten_years())


def test_one_payload_of_two_captures_is_asked_for_once(archive: InternetArchive, tmp_path: Path) -> None:
    listed(archive, tmp_path / "t.csv")
    fill(tmp_path)
    asked = [path for path in pages_asked(archive) if path.endswith("prjId=11")]
    assert [path[5:9] for path in asked] == ["2012", "2019"]
    assert contents(tmp_path / "archived")[11, "20150304050607"] == (200, page(11, 1))


@pytest.mark.parametrize(
    ("words", "years"),
    [
        (["--since", "2015", "--until", "2019-03"], {2015, 2016, 2019}),
        (["--until", "2012-12-31"], {2012}),
        (["--since", "2021-03-05"], {2022}),
    ],
)
def test_a_span_of_time_is_fetched_alone(
    words: list[str], years: set[int], archive: InternetArchive, tmp_path: Path
) -> None:
    listed(archive, tmp_path / "t.csv")
    fill(tmp_path, *words)
    assert {int(stamp[:4]) for _, stamp in contents(tmp_path / "archived")} == years
    assert {row.moment.year for row in listed(archive, tmp_path / "u.csv", *words)} - {2020} == years


def row(day: int, digest: str = "", status: int | None = 200) -> Row:
    return Row(5, at(2015, 1, day), status, digest or f"D{day}", f"{BASE}{PAGE}5", "a", f"https://a.example/{day}")


@pytest.mark.parametrize(("number", "days"), [(1, [9]), (2, [1, 9]), (3, [1, 5, 9]), (20, list(range(1, 10)))])
def test_so_many_captures_of_a_year_are_spread_over_it(number: int, days: list[int]) -> None:
    rows = [row(day) for day in range(1, 10)]
    assert [one.moment.day for one in Choice(per_year=number).of(rows)] == days


def test_what_says_nothing_of_a_page_is_not_fetched() -> None:
    assert [one.status for one in Choice().of([row(1, status=503), row(2, status=None), row(3, status=404)])] == [
        None,
        404,
    ]


def only(path_part: str, times: int, answer: Answer) -> Callable[[str], Answer | None]:
    """Answer the first requests for paths with a word so, and leave the others to the server."""
    left = [times]

    def mood(path: str) -> Answer | None:
        if path_part in path and left[0]:
            left[0] -= 1
            return answer
        return None

    return mood


MOODS: dict[str, Answer] = {
    "429 with Retry-After": (429, {"Retry-After": "1"}, b"slow down"),
    "429 without": (429, {}, b"slow down"),
    "503": (503, {}, b"<html>busy</html>"),
    "504": (504, {}, b""),
}


@pytest.mark.parametrize("mood", MOODS)
@pytest.mark.parametrize("where", ["/cdx/", "/web/2013"])
def test_an_archive_that_is_busy_for_a_while_is_read_whole(
    mood: str, where: str, archive: InternetArchive, tmp_path: Path
) -> None:
    asks_for_a_rest = "with Retry" in mood
    archive.moods.append(only(where, 1 if asks_for_a_rest else 2, MOODS[mood]))
    start = time.monotonic()
    assert found(listed(archive, tmp_path / "t.csv")) == truth(ten_years())
    fill(tmp_path)
    assert contents(tmp_path / "archived") == held(ten_years())
    assert time.monotonic() - start > (1 if asks_for_a_rest else 0)


ILL: dict[str, Answer] = {
    "HTML in place of JSON": (200, {"Content-Type": "text/html"}, b"<!DOCTYPE html><html>Blocked</html>"),
    "cut JSON": (200, {}, b'[["urlkey","timestamp","original"],["k","2012'),
    "cut answer": (200, {"Content-Length": "5000"}, b'[["urlkey"]]'),
    "nonsense": (200, {}, b"Internal trouble, see log"),
    "forbidden": (403, {}, b"RobotAccessControlException"),
}


@pytest.mark.parametrize("name", ILL)
def test_an_index_that_says_no_index_is_an_error_and_the_listing_goes_on_later(
    name: str, archive: InternetArchive, tmp_path: Path
) -> None:
    archive.moods.append(lambda path: ILL[name] if "resumeKey=6" in path else None)
    assert listed(archive, tmp_path / "t.csv", code=3) == []
    archive.moods.clear()
    before = len(archive.requests)
    assert found(listed(archive, tmp_path / "t.csv")) == truth(ten_years())
    assert sum(1 for path in archive.requests[before:] if "/cdx/" in path) == len(ten_years()) // 3 - 2


def test_an_archive_that_asks_for_a_long_rest_ends_the_run_which_goes_on_later(
    archive: InternetArchive, tmp_path: Path
) -> None:
    listed(archive, tmp_path / "t.csv")
    archive.moods.append(only("/web/2016", 99, (429, {"Retry-After": "7200"}, b"")))
    done = fill(tmp_path, code=3)
    assert "come back after" in done.stderr
    archive.moods.clear()
    fill(tmp_path)
    assert contents(tmp_path / "archived") == held(ten_years())


def test_what_the_index_knows_and_the_archive_does_not_give_is_said_once(
    archive: InternetArchive, tmp_path: Path
) -> None:
    listed(archive, tmp_path / "t.csv")
    archive.moods.append(lambda path: (404, {}, b"<html>gone</html>") if "/web/2022" in path else None)
    for _ in range(2):
        fill(tmp_path)
    assert sum("/web/2022" in path for path in archive.requests) == 1
    assert (20, "20220304050607") not in contents(tmp_path / "archived")


@pytest.mark.parametrize("answer", [(403, {}, b"<html>You ask too often</html>"), (200, {}, b"<html>Sorry</html>")])
def test_what_an_archive_answers_in_trouble_is_not_taken_for_what_it_has_not(
    answer: Answer, archive: InternetArchive, tmp_path: Path
) -> None:
    listed(archive, tmp_path / "t.csv")
    archive.moods.append(lambda path: answer if "/web/2016" in path or "/web/2022" in path else None)
    assert "3 failed" in fill(tmp_path, code=1).stderr
    archive.moods.clear()
    fill(tmp_path)
    assert contents(tmp_path / "archived") == held(ten_years())


def test_another_project_s_capture_is_never_kept_as_the_one_that_was_asked_for(tmp_path: Path) -> None:
    captures = [Captured(5, at(2015), page(5, 1)), Captured(6, at(2015), page(6, 1))]
    with InternetArchive(captures) as server:
        listed(server, tmp_path / "t.csv")
        other = server.answer(f"/web/{captures[1].stamp}id_/{captures[1].address}", {})
        server.moods.append(lambda path: other if path.startswith("/web/") and path.endswith("=5") else None)
        fill(tmp_path)
    assert contents(tmp_path / "archived") == held(captures[1:])


def test_a_backfill_killed_at_any_moment_goes_on_and_asks_for_at_most_one_again(tmp_path: Path) -> None:
    captures = [Captured(number, at(2015), page(number, 1)) for number in range(1, 41)]
    with InternetArchive(captures, lines=1000) as server:
        listed(server, tmp_path / "t.csv")
        words = ["backfill", tmp_path / "t.csv", "--output", tmp_path / "archived", "--delay", "0.02"]
        command = [sys.executable, "-m", "atlas_scraper", *map(str, words)]
        for asked in (1, 9, 25):
            process = subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603 - ourselves
            while sum(pages_asked(server).values()) < asked and process.poll() is None:
                time.sleep(0.01)
            os.kill(process.pid, signal.SIGKILL)
            assert process.wait() == -signal.SIGKILL
        fill(tmp_path)
        assert contents(tmp_path / "archived") == held(captures)
        assert len(captures) <= sum(pages_asked(server).values()) <= len(captures) + 3


def test_two_at_once_do_not_fill_one_folder(archive: InternetArchive, tmp_path: Path) -> None:
    listed(archive, tmp_path / "t.csv")
    (tmp_path / "archived").mkdir()
    with locked(tmp_path / "archived" / "lock"):
        assert "no other run writes to" in fill(tmp_path, code=4).stderr
    assert not pages_asked(archive)


def test_half_a_record_at_the_end_of_the_archive_is_cut_off(archive: InternetArchive, tmp_path: Path) -> None:
    listed(archive, tmp_path / "t.csv")
    fill(tmp_path, "--limit", 4)
    (file,) = (tmp_path / "archived").glob("*.warc.gz")
    with file.open("ab") as stream:
        stream.write(gzip.compress(b"WARC/1.1\r\nWARC-Type: response\r\n" * 50)[:60])
    fill(tmp_path)
    assert contents(tmp_path / "archived") == held(ten_years())


def crawls(folder: Path) -> dict[str, Path]:
    halves = {"CC-MAIN-2016-07": ten_years()[:6], "CC-MAIN-2021-43": ten_years()[6:], "CC-MAIN-2009": []}
    return {name: keep(folder / f"{name}.warc.gz", captures) for name, captures in halves.items()}


def test_common_crawl_is_read_by_its_indexes_and_in_ranges(tmp_path: Path) -> None:
    with CommonCrawl(crawls(tmp_path)) as server:
        rows = discover(tmp_path / "t.csv", server.index)
        fill(tmp_path)
        ranges = [path for path in server.requests if path.startswith("/crawl-data/")]
    # Common Crawl keeps no revisits: the second capture of one payload is not in this index.
    assert found(rows) == truth(one for one in ten_years() if (one.number, one.moment) != (11, at(2015)))
    assert {row.source for row in rows} == {"commoncrawl"}
    assert len(ranges) == len(held(ten_years())) - 1 - 1  # one error page was captured twice
    expected = held(ten_years())
    del expected[11, "20150304050607"]
    assert contents(tmp_path / "archived") == expected


def test_an_index_file_is_read_with_the_warc_files_beside_it(pywb: Pywb, tmp_path: Path) -> None:
    folder = Path(pywb._folder) / "collections" / "atlas"
    rows = discover(tmp_path / "t.csv", folder / "indexes" / "index.cdxj")
    assert found(rows) == truth(ten_years())
    before = len(pywb.requests)
    fill(tmp_path)
    whole = {key: value for key, value in held(ten_years()).items() if key != (11, "20150304050607")}
    assert contents(tmp_path / "archived").items() >= whole.items()
    assert len(pywb.requests) == before


DETAIL, MAP = "dyn/public/atlas/detailProjet.html?criteres.prjId", "dyn/public/atlas/accesMonde.html"
CDX = "".join(
    f"{line}\n"
    for line in (
        " CDX N b a m s k r M S V g",
        f"key 20120304050607 http://{HOST}:80/cncdext/{DETAIL.lower()}=5 text/html 200 ABC - - 100 200 a.warc.gz",
        f"key 20120304050608 http://www.{HOST}/CNCDEXT/{DETAIL}=6 text/html - DEF - - 100 300 a.warc.gz",
        f"key 20120304050608 http://{HOST}/cncdext/{MAP} text/html 200 D - - 1 3 a.warc.gz",
        f"key 20120304050608 http://other.example/cncdext/{DETAIL}=7 text/html 200 DEF - - 100 300 a.warc.gz",
    )
)


@pytest.mark.parametrize("name", ["a.cdx", "a.cdx.gz", "a.wacz"])
def test_a_cdx_file_is_read_for_both_hosts_in_any_spelling(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if name.endswith(".wacz"):
        with zipfile.ZipFile(path, "w") as wacz:
            wacz.writestr("indexes/index.cdx.gz", gzip.compress(CDX.encode()))
    else:
        path.write_bytes(gzip.compress(CDX.encode()) if name.endswith(".gz") else CDX.encode())
    rows = discover(tmp_path / "t.csv", path)
    assert [(one.project_id, one.status, one.digest) for one in rows] == [(5, 200, "ABC"), (6, None, "DEF")]


def test_a_capture_inside_a_wacz_is_fetched_through_its_index(tmp_path: Path) -> None:
    captures = [Captured(5, at(2015), page(5, 1))]
    kept = keep(tmp_path / "a.warc.gz", captures)
    with CommonCrawl({"x": kept}) as server:
        line = server.lines_of("x")[0] | {"filename": "a.warc.gz"}
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as wacz:
        wacz.write(kept, "archive/a.warc.gz")
        wacz.writestr("indexes/index.cdxj", f"key {line['timestamp']} {json.dumps(line)}\n")
    discover(tmp_path / "t.csv", tmp_path / "a.wacz")
    fill(tmp_path)
    assert contents(tmp_path / "archived") == held(captures)


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_the_table_serves_as_ids(ending: str, archive: InternetArchive, tmp_path: Path) -> None:
    listed(archive, tmp_path / f"t.{ending}")
    done = run("refresh", "--dry-run", "--ids", tmp_path / f"t.{ending}", "--output", tmp_path / "none")
    assert done.stdout.split() == [f"{BASE}{PAGE}{number}" for number in sorted({one.number for one in ten_years()})]


def test_the_table_goes_to_standard_output_and_the_years_are_counted(archive: InternetArchive) -> None:
    done = run("discover", archive.index, "--captures", archive.replay, "--delay", 0)
    assert done.stdout.splitlines()[0] == ",".join(COLUMNS)
    assert "2012: 1 captures of 1 projects" in done.stderr
    assert "12 captures of 8 projects" in done.stderr


@pytest.mark.parametrize("word", ["nowhere", "ftp://a.example/", "https://"])
def test_what_is_no_archive_is_wrong_usage(word: str) -> None:
    assert "an archive" in run("discover", word, code=2).stderr


@pytest.mark.parametrize("data", [b"", b"\x00\xff", b"a,b\n1,2\n", b"{", b'{"project_id": 5}', b"<html>"])
def test_what_is_no_table_is_wrong_usage(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(data)
    code = 0 if data == b"" else 2
    fill(tmp_path, code=code)


@pytest.mark.parametrize(
    ("address", "delay"),
    [
        ("https://web.archive.org/web/2015id_/x", 4.0),
        ("https://data.commoncrawl.org/crawl-data/x", 1.0),
        ("https://archive.example/web/", 1.0),
        ("http://127.0.0.1:8080/", 0.0),
    ],
)
def test_no_archive_is_asked_faster_than_is_polite(address: str, delay: float) -> None:
    assert manners_at(address, Manners("https://x.example/", "tests", delay=0.0)).delay == delay
    assert manners_at(address, Manners("https://x.example/", "tests", delay=9.0)).delay == 9.0


def test_the_addresses_of_known_archives_are_known_as_theirs() -> None:
    assert archive_of("commoncrawl") == KNOWN["commoncrawl"]
    crawl = archive_of("https://index.commoncrawl.org/CC-MAIN-2019-09-index")
    assert not isinstance(crawl, Path)
    assert (crawl.has_ranges, crawl.is_list, crawl.captures) == (True, False, "https://data.commoncrawl.org/")


@pytest.mark.parametrize("body", [b"<html>x</html>", b"[1]", b'[["a"],["b","c"]]', b'{"a": ', b"a b c", b"\xff"])
def test_what_is_no_index_is_an_error_with_a_name(body: bytes) -> None:
    with pytest.raises(FetchError, match="sought x"):
        read_listing(body, "x")
