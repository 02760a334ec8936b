"""WARC and WACZ into pages: what an accident spared is read as it was, what it hit is said, and nothing is made up."""

import gzip
import io
import tempfile
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from damaged import damaged
from fuzzing import check, examples
from hypothesis import given
from hypothesis import strategies as st
from test_archive import BODY, SITE, by_others, page, write
from typer.testing import CliRunner

from atlas_scraper.commands.app import app
from atlas_scraper.errors import AtlasError, FetchError
from atlas_scraper.fetch.archive import Earlier
from atlas_scraper.fetch.replay import Replay

SCRAPS = [
    *(b"WARC/1.0\r\n", b"WARC/1.1\r\n", b"\r\n\r\n", b"Content-Length: -1\r\n", b"Content-Length: 99999999999\r\n"),
    *(
        b"WARC-Type: revisit\r\n",
        b"WARC-Date: 0001-01-01\r\n",
        b"WARC-Target-URI: \r\n",
        b"HTTP/1.1 999\r\n",
        b"\0" * 40,
    ),
    *(
        b"Transfer-Encoding: chunked\r\n",
        b"Content-Encoding: gzip\r\n",
        b"ffffffff\r\n",
        b"\x1f\x8b\x08",
        b"PK\x01\x02",
    ),
    *(b"PK\x03\x04", b"PK\x05\x06", b"\xff" * 8, gzip.compress(b"WARC/1.0\r\n\r\n", mtime=0), b"-", b"9" * 30),
]
NAMES = ("a.warc.gz", "a.warc", "a.wacz", "a.warc.GZ", "a.zip.wacz")


@cache
def wholes() -> list[bytes]:
    """Give archives of ours and of others, plain, zipped member by member and as a whole, and in a WACZ."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (first,) = write(folder / "a.warc.gz", page(5))
        earlier = Earlier(first.digest, first.date, f"{SITE}5")
        moved = page(8, status=302, headers=(("Location", f"{SITE}5"),))
        write(folder / "b.warc.gz", page(5, days=1), page(6, BODY * 500), moved, earlier=earlier)
        by_others(folder / "c.warc", {"Transfer-Encoding": "chunked"}, b"5\r\nabcde\r\n0\r\n\r\n", gzipped=False)
        by_others(folder / "d.warc.gz", {"Content-Encoding": "gzip"}, gzip.compress(BODY, mtime=0))
        files = [path.read_bytes() for path in sorted(folder.iterdir())]
    plain = b"".join(gzip.decompress(each) if each[:2] == b"\x1f\x8b" else each for each in files)
    wacz = io.BytesIO()
    with zipfile.ZipFile(wacz, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("archive/a.warc.gz", files[0] + files[1])
        packed.writestr("archive/c.warc", files[2])
    return [files[0] + files[1], plain, gzip.compress(plain, mtime=0), wacz.getvalue(), files[3], b""]


def captures(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what can be read of an archive; what cannot has a name."""
    replay = Replay([path])
    for address in replay.addresses():
        for capture in replay.captures_of(address):
            try:
                found = replay.read(capture)
            except AtlasError as error:
                check(error)
            else:
                yield found.address, found.body


@examples()
@given(name=st.sampled_from(NAMES), data=st.deferred(lambda: damaged(wholes(), SCRAPS)))
def test_fuzz_damaged_archives(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            list(captures(path))
        except FetchError as error:
            check(error)
        done = CliRunner().invoke(app, ["parse", str(path), "--quiet"])
        assert done.exception is None or isinstance(done.exception, SystemExit)
        assert (done.exit_code in {0, 1, 2}, "Traceback" in done.output) == (True, False)
        assert done.exit_code == 0 or done.stderr


@examples()
@given(data=st.data())
def test_fuzz_one_member_damaged(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.warc.gz"
        bodies = {f"{SITE}{number}": b"<p>%d</p>" % number * (3 * number) for number in range(5, 11)}
        ends = [each.end for each in write(path, *(page(int(at[-2:].strip("=")), b) for at, b in bodies.items()))]
        hit = data.draw(st.integers(1, len(ends) - 1))
        member = path.read_bytes()[ends[hit - 1] : ends[hit]]
        changed = data.draw(damaged([member], SCRAPS, most=3))
        whole = path.read_bytes()
        path.write_bytes(whole[: ends[hit - 1]] + changed + whole[ends[hit] :])
        spared = {at: body for place, (at, body) in enumerate(bodies.items()) if place != hit}
        replay = Replay([path])
        read, lost = {}, list(replay.problems)
        for address in replay.addresses():
            try:
                read[address] = replay.get(address).body
            except FetchError as error:
                lost.append(str(error))
        assert {at: body for at, body in read.items() if at in spared} == spared
        is_padding = hit == len(ends) - 1 and not changed.strip(b"\0")  # behind the last, as tapes leave it
        assert lost or changed == b"" or is_padding or read.items() >= bodies.items()
