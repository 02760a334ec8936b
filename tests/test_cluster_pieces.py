"""Archives cut into pieces, and pieces read: as many records as there are, however an archive is cut and kept."""

import gzip
import json
import threading
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from nights import bytes_of
from test_cluster import PAGES, pages_of, write

from atlas_scraper.cluster import cutting, places
from atlas_scraper.cluster.cutting import cut
from atlas_scraper.cluster.part import Output, write_part
from atlas_scraper.cluster.places import files_in
from atlas_scraper.errors import FetchError
from atlas_scraper.fetch.raw_page import RawPage
from atlas_scraper.people.policy import Policy
from atlas_scraper.writers import Format

pytest.importorskip("fsspec")
GOOD = [number for number in range(1, PAGES + 1) if number not in {6, 8}]
"""Projects of the first archive whose pages are records."""


class Found:
    """What is found in an archive, in the order of its parts."""

    def __init__(self, place: object, to: Path, policy: Policy = Policy()) -> None:  # noqa: B008 - it is frozen
        whole = cut(str(place))
        output = Output(str(to), (Format.JSONL,), policy)
        self.reports = [write_part(number, piece, output) for number, piece in enumerate(whole.pieces)]
        self.problems = [*whole.problems, *(words for report in self.reports for words in report.problems)]
        self.errors: Counter[str] = sum((report.errors for report in self.reports), Counter())
        self.passed_over: Counter[str] = sum((report.passed_over for report in self.reports), whole.passed_over)
        files = sorted((to / "partnerships").glob("*.jsonl"))
        self.records = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
        self.numbers = [record["project_id"] for record in self.records]


def as_it_is(path: Path) -> Path:
    return path


def plain(path: Path) -> Path:
    path.with_suffix("").write_bytes(gzip.decompress(path.read_bytes()))
    return path.with_suffix("")


def packed_as_one(path: Path) -> Path:
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes())))
    return path


@pytest.mark.parametrize("size", [500, 7_001, 20_000, 4_000_000])
@pytest.mark.parametrize("kept", [as_it_is, plain, packed_as_one])
def test_every_record_is_read_once_however_the_archive_is_cut(
    kept: Callable[[Path], Path], size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.warc.gz", *pages_of(0))
    monkeypatch.setattr(cutting, "_STRETCH", size)
    archive = kept(tmp_path / "a.warc.gz")
    found = Found(archive, tmp_path / "out")
    assert (found.numbers, found.errors, found.problems) == (GOOD, {"maintenance": 1}, [])
    assert found.passed_over == {"another address": 1, "status 404": 1}
    assert len(found.reports) == -(-archive.stat().st_size // size)


@pytest.mark.parametrize("size", [7_001, 4_000_000])
def test_what_is_damaged_is_said_and_all_else_is_read(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = write(tmp_path / "a.warc.gz", *pages_of(0))
    data = bytearray((tmp_path / "a.warc.gz").read_bytes())
    offset, length = places[3]
    data[offset + length // 2 : offset + length // 2 + 40] = bytes(40)
    (tmp_path / "a.warc.gz").write_bytes(data)
    monkeypatch.setattr(cutting, "_STRETCH", size)
    found = Found(tmp_path / "a.warc.gz", tmp_path / "out")
    assert found.numbers == [number for number in GOOD if number != 4]
    (problem,) = found.problems
    assert f"{offset:,}" in problem
    assert "damaged" in problem


def test_people_are_left_out_of_parts_as_out_of_all_else(tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", *pages_of(0))
    named = Found(tmp_path / "a.warc.gz", tmp_path / "named").records
    without = Found(tmp_path / "a.warc.gz", tmp_path / "without", Policy(leaves_out_people=True)).records
    assert any(contact["name"] for record in named for contact in record["post"]["contacts"])
    assert not any(contact["name"] for record in without for contact in record["post"]["contacts"])


def test_an_index_is_found_beside_its_archive_and_replaces_it(tmp_path: Path) -> None:
    places = write(tmp_path / "a.warc.gz", *pages_of(0))
    (tmp_path / "a.cdx").write_text(cdx(pages_of(0), places, "a.warc.gz"), "utf-8")
    both = [str(tmp_path / "a.cdx"), str(tmp_path / "a.warc.gz")]
    assert sorted(files_in(str(tmp_path / "a.warc.gz"))) == both
    assert files_in(str(tmp_path)) == both
    assert cut(both[0]).indexed == {both[1]}


def test_an_archive_that_only_an_index_has_is_an_error_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "all.cdxj").write_text(cdxj(pages_of(0)[:1], [(0, 10)], "gone.warc.gz"), "utf-8")
    with pytest.raises(FetchError, match=r"no gone\.warc\.gz beside it or above"):
        cut(str(tmp_path / "all.cdxj"))


@pytest.mark.parametrize("place", ["nowhere.warc.gz", ".", "what://x/a.warc.gz"])
def test_a_place_without_an_archive_is_an_error_that_says_so(place: str, tmp_path: Path) -> None:
    with pytest.raises(FetchError):
        files_in(place if "://" in place else str(tmp_path / place))


class _Ranges(SimpleHTTPRequestHandler):
    """A file server that knows ranges of bytes, as archives on the web are read by, and notes them."""

    asked: list[str] = []  # noqa: RUF012 - what a test looks at

    def do_GET(self) -> None:
        data, wanted = Path(self.translate_path(self.path)).read_bytes(), self.headers.get("Range", "")
        first, _, last = wanted.removeprefix("bytes=").partition("-")
        self.asked.append(wanted)
        piece = data[int(first or 0) : int(last or len(data)) + 1]
        self.send_response(206 if wanted else 200)
        if wanted:
            self.send_header("Content-Range", f"bytes {first}-{int(first) + len(piece) - 1}/{len(data)}")
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Length", str(len(piece)))
        self.end_headers()
        self.wfile.write(piece)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def web(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    (tmp_path / "web").mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Ranges, directory=str(tmp_path / "web")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", tmp_path / "web"
    server.shutdown()
    server.server_close()


def test_an_archive_is_read_by_its_address(web: tuple[str, Path], tmp_path: Path) -> None:
    address, folder = web
    write(folder / "a.warc.gz", *pages_of(0))
    found = Found(f"{address}/a.warc.gz", tmp_path / "out")
    assert (found.numbers, found.problems) == (GOOD, [])
    assert all(_Ranges.asked)


def cdxj(pages: list[RawPage], places: list[tuple[int, int]], name: str) -> str:
    lines = []
    for page, (offset, length) in zip(pages, places, strict=True):
        about = {"url": page.address, "status": str(page.status), "mime": "text/html"}
        about |= {"offset": str(offset), "length": str(length), "filename": name}
        lines.append(f"org,example)/ 20261124020000 {json.dumps(about)}\n")
    return "".join(sorted(lines))


def cdx(pages: list[RawPage], places: list[tuple[int, int]], name: str) -> str:
    rows = (
        f"org,example)/ 20261124020000 {page.address} text/html {page.status} AAAA - - {length} {offset} {name}\n"
        for page, (offset, length) in zip(pages, places, strict=True)
    )
    return " CDX N b a m s k r M S V g\n" + "".join(rows)


@pytest.mark.parametrize("form", [cdx, cdxj])
def test_what_an_index_says_to_be_of_no_project_is_not_read(form: Callable[..., str], tmp_path: Path) -> None:
    pages = pages_of(0)
    places = write(tmp_path / "a.warc.gz", *pages)
    data = bytearray((tmp_path / "a.warc.gz").read_bytes())
    for page, (offset, length) in zip(pages, places, strict=True):
        if page.status != 200 or "prjId" not in page.address:
            data[offset : offset + length] = bytes(length)  # whoever decompressed it would say so
    (tmp_path / "a.warc.gz").write_bytes(data)
    (tmp_path / "all.cdxj").write_text(form(pages, places, "a.warc.gz"), "utf-8")
    found = Found(tmp_path / "all.cdxj", tmp_path / "out")
    assert (found.numbers, found.errors, found.problems) == (GOOD, {"maintenance": 1}, [])
    assert found.passed_over == {"another address": 1, "status 404": 1}


@pytest.mark.parametrize("way", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("has_index", [True, False])
def test_a_wacz_file_is_read_with_its_index_and_without(way: int, has_index: bool, tmp_path: Path) -> None:
    pages = pages_of(0)
    places = write(tmp_path / "data.warc.gz", *pages)
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as wacz:
        wacz.write(tmp_path / "data.warc.gz", "archive/data.warc.gz", way)
        if has_index:
            wacz.writestr("indexes/index.cdx.gz", gzip.compress(cdxj(pages, places, "data.warc.gz").encode()))
    found = Found(tmp_path / "a.wacz", tmp_path / "out")
    assert (found.numbers, found.problems) == (GOOD, [])


def test_what_a_killed_worker_had_begun_to_write_goes_when_another_writes_it(tmp_path: Path) -> None:
    (tmp_path / "part-00001.parquet.21240.tmp").write_bytes(b"PAR1")
    places.write(str(tmp_path / "part-00001.parquet"), b"whole")
    assert bytes_of(tmp_path) == {"part-00001.parquet": b"whole"}
