"""The archive: written for any WARC tool, read whoever wrote it."""

import gzip
import io
import random
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from atlas_scraper.errors import FetchError
from atlas_scraper.fetch.archive import ArchiveWriter, Earlier, Kept
from atlas_scraper.fetch.raw_page import Headers, RawPage
from atlas_scraper.fetch.replay import Replay

SITE = "https://pastel.example.org/cncdext/dyn/public/atlas/detailProjet.html?criteres.prjId="
NIGHT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
BODY = b"<html><body>une page</body></html>"


def page(number: int = 5, body: bytes = BODY, *, days: int = 0, status: int = 200, headers: Headers = ()) -> RawPage:
    return RawPage(f"{SITE}{number}", status, "OK", headers, body, body, NIGHT + timedelta(days=days))


def write(path: Path, *pages: RawPage, earlier: Earlier | None = None) -> list[Kept]:
    writer = ArchiveWriter(path, about={"software": "atlas_scraper/tests"})
    kept = [writer.write(each, earlier) for each in pages]
    writer.close()
    return kept


def by_others(
    path: Path, headers: Mapping[str, str], payload: bytes, *, gzipped: bool = True, kind: str = "response",
    status: str = "200 OK", protocol: str = "HTTP/1.1", warc: Mapping[str, str] | None = None,
) -> Path:  # fmt: skip
    """Write a capture as another crawler might: headers as they came, payload as that crawler keeps it."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=gzipped)
        http = None if kind == "resource" else StatusAndHeaders(status, list(headers.items()), protocol=protocol)
        record = writer.create_warc_record(
            f"{SITE}5", kind, payload=io.BytesIO(payload), http_headers=http,
            warc_headers_dict={"WARC-Date": "2026-11-24T02:00:00Z", **(warc or {})},
            length=len(payload),
        )  # fmt: skip
        writer.write_record(record)
    return path


def test_an_answer_is_read_back_as_it_came(tmp_path: Path) -> None:
    zipped = gzip.compress(BODY)
    answer = RawPage(f"{SITE}5", 200, "OK", (("Content-Encoding", "gzip"), ("X-A", "b")), zipped, BODY, NIGHT)
    write(tmp_path / "a.warc.gz", answer)
    found = Replay([tmp_path]).get(f"{SITE}5")
    assert (found.body, found.payload, found.retrieved_at, found.header("x-a")) == (BODY, zipped, NIGHT, "b")


def test_another_tool_reads_it_and_its_digests_are_right(tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", page(5), page(6, b"autre"))
    with (tmp_path / "a.warc.gz").open("rb") as file:
        records = [
            (each.rec_type, each.content_stream().read()) for each in ArchiveIterator(file, check_digests="raise")
        ]
    assert records[1:] == [("response", BODY), ("response", b"autre")]


def test_the_same_answers_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write(tmp_path / name / "x.warc.gz", page(5), page(6))
    assert (tmp_path / "a" / "x.warc.gz").read_bytes() == (tmp_path / "b" / "x.warc.gz").read_bytes()


def test_session_cookies_are_not_kept(tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", page(headers=(("Set-Cookie", "JSESSIONID=SECRET"),)))
    assert b"SECRET" not in gzip.decompress((tmp_path / "a.warc.gz").read_bytes())


@pytest.mark.parametrize("status", [200, 304])
def test_an_unchanged_answer_is_a_revisit_that_is_read_across_files(status: int, tmp_path: Path) -> None:
    (first,) = write(tmp_path / "a.warc.gz", page())
    earlier = Earlier(first.digest, first.date, f"{SITE}5")
    again = page(days=1, status=status, body=BODY if status == 200 else b"")
    (second,) = write(tmp_path / "b.warc.gz", again, earlier=earlier)
    found = Replay([tmp_path]).get(f"{SITE}5")
    assert (second.is_revisit, found.body, found.retrieved_at) == (True, BODY, NIGHT + timedelta(days=1))


def test_a_revisit_without_its_original_is_an_error(tmp_path: Path) -> None:
    (first,) = write(tmp_path / "a.warc.gz", page())
    write(tmp_path / "b.warc.gz", page(days=1), earlier=Earlier(first.digest, first.date, f"{SITE}5"))
    with pytest.raises(FetchError, match="archive of that day"):
        Replay([tmp_path / "b.warc.gz"]).get(f"{SITE}5")


def test_half_a_record_is_cut_off_and_the_file_goes_on_as_if_nothing_had_been(tmp_path: Path) -> None:
    whole, cut = tmp_path / "whole" / "x.warc.gz", tmp_path / "cut" / "x.warc.gz"
    for path in (whole, cut):
        path.parent.mkdir()
    write(whole, page(5), page(6))
    (kept,) = write(cut, page(5))
    with cut.open("ab") as file:
        file.write(b"\x1f\x8bhalf")
    writer = ArchiveWriter(cut, about={"software": "atlas_scraper/tests"}, resume_at=kept.end)
    writer.write(page(6))
    writer.close()
    assert cut.read_bytes() == whole.read_bytes()


def test_an_archive_shorter_than_the_store_says_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="restore the file"):
        ArchiveWriter(tmp_path / "a.warc.gz", about={}, resume_at=100)


CHUNKED = b"5\r\n" + BODY[:5] + b"\r\n" + f"{len(BODY) - 5:x}".encode() + b"\r\n" + BODY[5:] + b"\r\n0\r\n\r\n"
OTHERS: dict[str, Callable[[Path], Path]] = {
    "wget keeps chunks": lambda path: by_others(path, {"Transfer-Encoding": "chunked"}, CHUNKED),
    "chunks named but off": lambda path: by_others(path, {"Transfer-Encoding": "chunked"}, BODY),
    "gzip kept": lambda path: by_others(path, {"Content-Encoding": "gzip"}, gzip.compress(BODY)),
    "gzip named but off": lambda path: by_others(path, {"Content-Encoding": "gzip"}, BODY),
    "common crawl": lambda path: by_others(path, {"X-Crawler-Content-Encoding": "gzip"}, BODY),
    "http/2": lambda path: by_others(path, {}, BODY, status="200", protocol="HTTP/2"),
    "resource": lambda path: by_others(path, {}, BODY, kind="resource"),
    "plain warc": lambda path: by_others(path.with_suffix(""), {}, BODY, gzipped=False),
}


@pytest.mark.parametrize("name", OTHERS)
def test_an_archive_of_others_is_read(name: str, tmp_path: Path) -> None:
    file = OTHERS[name](tmp_path / "a.warc.gz")
    assert Replay([file]).get(f"{SITE}5").body == BODY


def test_a_file_compressed_as_a_whole_is_read(tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", page(5), page(6, b"autre"))
    whole = gzip.compress(gzip.decompress((tmp_path / "a.warc.gz").read_bytes()))
    (tmp_path / "b.warc.gz").write_bytes(whole)
    assert Replay([tmp_path / "b.warc.gz"]).get(f"{SITE}6").body == b"autre"


def test_a_wacz_file_is_read(tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", page(5), page(6, b"autre"))
    with zipfile.ZipFile(tmp_path / "b.wacz", "w") as wacz:
        wacz.write(tmp_path / "a.warc.gz", "archive/data.warc.gz")
        wacz.writestr("datapackage.json", "{}")
    assert Replay([tmp_path / "b.wacz"]).get(f"{SITE}6").body == b"autre"


@pytest.mark.parametrize("beyond", [5, 40, 300, 500])
def test_a_file_cut_at_its_end_gives_what_is_whole_and_says_so(beyond: int, tmp_path: Path) -> None:
    kept = write(tmp_path / "a.warc.gz", page(5), page(6, random.Random(1).randbytes(3000)))  # noqa: S311 - no secret
    data = (tmp_path / "a.warc.gz").read_bytes()
    (tmp_path / "a.warc.gz").write_bytes(data[: kept[0].end + beyond])
    replay = Replay([tmp_path])
    assert (replay.get(f"{SITE}5").body, len(replay.problems)) == (BODY, 1)


def test_the_newest_capture_counts(tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", page(days=1, body=b"neuf"), page())
    assert Replay([tmp_path]).get(f"{SITE}5").body == b"neuf"


def test_a_later_failure_hides_no_page(tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", page(), page(days=1, status=503))
    assert Replay([tmp_path]).get(f"{SITE}5").body == BODY


@pytest.mark.parametrize("address", [SITE.replace("https", "http"), SITE.replace("//", "//www.")])
def test_scheme_and_www_make_no_difference(address: str, tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", page())
    assert Replay([tmp_path]).get(f"{address}5").body == BODY


def test_a_redirect_in_the_archive_is_followed(tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", page(7, b"", status=302, headers=(("Location", f"{SITE}5"),)), page(5))
    assert Replay([tmp_path]).get(f"{SITE}7").body == BODY


def test_a_capture_cut_by_its_crawler_is_refused(tmp_path: Path) -> None:
    file = by_others(tmp_path / "a.warc.gz", {}, BODY, warc={"WARC-Truncated": "length"})
    with pytest.raises(FetchError, match="cut short"):
        Replay([file]).get(f"{SITE}5")


def test_a_bomb_in_an_archive_is_refused(tmp_path: Path) -> None:
    file = by_others(tmp_path / "a.warc.gz", {"Content-Encoding": "gzip"}, gzip.compress(bytes(50_000_000)))
    with pytest.raises(FetchError, match="at most 5,000,000 bytes"):
        Replay([file]).get(f"{SITE}5")


@pytest.mark.parametrize(
    "data", [b"", b"no archive at all", gzip.compress(b"no archive")], ids=["empty", "text", "gzip"]
)
def test_a_file_that_is_no_archive_is_named(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(data)
    with pytest.raises(FetchError, match=r"a\.warc\.gz"):
        Replay([tmp_path / "a.warc.gz"])


def test_a_folder_without_an_archive_is_named(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="a folder without one"):
        Replay([tmp_path])


def test_all_captures_of_an_address_are_given_oldest_first_whatever_their_status(tmp_path: Path) -> None:
    write(tmp_path / "b.warc.gz", page(days=2, body=b"neuf"), page(6), page(days=1, status=503))
    write(tmp_path / "a.warc.gz", page())
    replay = Replay([tmp_path])
    assert [(one.status, one.date) for one in replay.captures_of(f"{SITE}5")] == [
        (status, NIGHT + timedelta(days=day)) for day, status in enumerate((200, 503, 200))
    ]


def test_a_capture_that_is_not_the_newest_is_read_as_it_was(tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", page(), page(days=1, body=b"neuf"))
    replay = Replay([tmp_path])
    found = [replay.read(one) for one in replay.captures_of(f"{SITE}5")]
    assert [(one.body, one.retrieved_at) for one in found] == [(BODY, NIGHT), (b"neuf", NIGHT + timedelta(days=1))]


def test_a_redirect_leads_to_the_capture_nearest_in_time(tmp_path: Path) -> None:
    old = page(7, b"", days=-400, status=302, headers=(("Location", f"{SITE}5"),))
    write(tmp_path / "a.warc.gz", old, page(5, b"ancien", days=-399), page(5))
    replay = Replay([tmp_path])
    assert replay.read(replay.captures_of(f"{SITE}7")[0]).body == b"ancien"


def test_a_redirect_of_a_project_to_what_the_archive_does_not_hold_leads_nowhere(tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", page(5, status=302, headers=(("Location", f"{SITE}6"),)))
    with pytest.raises(FetchError, match="where a redirect leads; found no capture"):
        Replay([tmp_path]).get(f"{SITE}5")


def test_a_redirect_to_a_capture_of_another_year_leads_nowhere(tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", page(7, b"", days=-400, status=302, headers=(("Location", f"{SITE}5"),)), page(5))
    with pytest.raises(FetchError, match="none within 30 days"):
        Replay([tmp_path]).get(f"{SITE}7")


def test_an_archive_is_given_night_by_night_with_bodies_from_earlier_nights(tmp_path: Path) -> None:
    (first,) = write(tmp_path / "20261124T020000Z.warc.gz", page())
    earlier = Earlier(first.digest, first.date, f"{SITE}5")
    write(tmp_path / "20261125T020000Z.warc.gz", page(days=1), earlier=earlier)
    by_others(tmp_path / "cc.warc.gz", {}, b"d'ailleurs", warc={"WARC-Date": "2020-01-01T00:00:00Z"})
    nights = [(name, night.get(f"{SITE}5").body) for name, night in Replay([tmp_path]).nights()]
    assert nights == [("2020-01-01", b"d'ailleurs"), ("20261124T020000Z", BODY), ("20261125T020000Z", BODY)]


def test_a_night_knows_what_was_captured_in_it_and_no_more(tmp_path: Path) -> None:
    write(tmp_path / "20261124T020000Z.warc.gz", page(5))
    write(tmp_path / "20261125T020000Z.warc.gz", page(6, days=1), page(5, days=1, status=503))
    (_, second) = Replay([tmp_path]).nights()
    assert second[1].addresses() == [f"{SITE}5", f"{SITE}6"]
    with pytest.raises(FetchError) as caught:
        second[1].get(f"{SITE}5")
    assert caught.value.kind == "http 503"
