"""Archives that are damaged, odd or made to hurt: any bytes give captures or a named error, in time by their size."""

import gzip
import io
import random
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_archive import BODY, NIGHT, SITE, by_others, page, write
from typer.testing import CliRunner

from atlas_scraper.commands.app import app
from atlas_scraper.errors import AtlasError, FetchError
from atlas_scraper.fetch import members, records
from atlas_scraper.fetch.archive import Earlier
from atlas_scraper.fetch.captures import list_captures
from atlas_scraper.fetch.content import decode
from atlas_scraper.fetch.inflating import Inflating
from atlas_scraper.fetch.replay import Replay

SETTINGS = settings(derandomize=True, deadline=None, max_examples=150)
BIG = random.Random(1).randbytes(20_000)  # noqa: S311 - no secret


def three(path: Path) -> list[int]:
    """Write three captures, and give the offsets behind the first, the second and the third."""
    return [kept.end for kept in write(path, page(5), page(6, BIG), page(7))]


def damage(path: Path, at: int, change: Callable[[int], int] = lambda byte: byte ^ 0xFF) -> None:
    data = bytearray(path.read_bytes())
    data[at] = change(data[at])
    path.write_bytes(data)


@pytest.mark.parametrize("where", [0, 1, 3, 12, 60, 300, 9000, -9, -6, -1])
def test_a_damaged_member_in_the_middle_is_lost_alone_and_said(where: int, tmp_path: Path) -> None:
    first, second, _ = three(tmp_path / "a.warc.gz")
    damage(tmp_path / "a.warc.gz", (first if where >= 0 else second) + where)
    replay = Replay([tmp_path])
    assert (replay.addresses(), len(replay.problems)) == ([f"{SITE}5", f"{SITE}7"], 1)


def test_a_member_whose_end_is_gone_takes_no_other_with_it(tmp_path: Path) -> None:
    first, second, _ = three(tmp_path / "a.warc.gz")
    data = (tmp_path / "a.warc.gz").read_bytes()
    (tmp_path / "a.warc.gz").write_bytes(data[: first + 400] + data[second:])
    assert Replay([tmp_path]).addresses() == [f"{SITE}5", f"{SITE}7"]


def test_two_damaged_members_in_a_row_take_no_third_with_them(tmp_path: Path) -> None:
    kept = write(tmp_path / "a.warc.gz", page(5), page(6, BIG), page(7, BIG), page(8))
    damage(tmp_path / "a.warc.gz", kept[0].end + 500)
    damage(tmp_path / "a.warc.gz", kept[1].end + 500)
    assert Replay([tmp_path]).addresses() == [f"{SITE}5", f"{SITE}8"]


def test_zeros_in_the_place_of_a_member_are_said_and_those_behind_the_last_are_padding(tmp_path: Path) -> None:
    first, second, _ = three(tmp_path / "a.warc.gz")
    data = (tmp_path / "a.warc.gz").read_bytes()
    (tmp_path / "a.warc.gz").write_bytes(data[:first] + bytes(second - first) + data[second:])
    (tmp_path / "b.warc.gz").write_bytes(data + bytes(1000))
    hole, padded = (Replay([tmp_path / name]) for name in ("a.warc.gz", "b.warc.gz"))
    assert (hole.addresses(), len(hole.problems)) == ([f"{SITE}5", f"{SITE}7"], 1)
    assert (len(padded.addresses()), padded.problems) == (3, [])


def test_what_an_archive_has_lost_is_an_error_of_parse(tmp_path: Path) -> None:
    first, *_ = three(tmp_path / "a.warc.gz")
    damage(tmp_path / "a.warc.gz", first + 300)
    found = CliRunner().invoke(app, ["parse", str(tmp_path / "a.warc.gz")])
    assert (found.exit_code, "are damaged" in found.stderr) == (1, True)


def test_a_plain_archive_goes_on_behind_a_length_that_is_wrong(tmp_path: Path) -> None:
    parts = [by_others(tmp_path / f"{n}.warc", {}, BODY, gzipped=False).read_bytes() for n in range(2)]
    wrong = parts[0].replace(b"Content-Length: ", b"Content-Length: 99999", 1).replace(b"prjId=5", b"prjId=4")
    (tmp_path / "0.warc").write_bytes(wrong + parts[1])
    replay = Replay([tmp_path / "0.warc"])
    assert (replay.addresses(), len(replay.problems)) == ([f"{SITE}5"], 1)


def test_a_byte_of_a_page_that_was_changed_is_found_out_by_its_digest(tmp_path: Path) -> None:
    file = by_others(tmp_path / "a.warc", {}, BODY, gzipped=False)
    file.write_bytes(file.read_bytes().replace(b"une page", b"une cage"))
    with pytest.raises(FetchError) as caught:
        Replay([file]).get(f"{SITE}5")
    assert caught.value.kind == "damaged"


WARC = {"without an address": "WARC-Target-URI", "without a date": "WARC-Date"}


@pytest.mark.parametrize("header", WARC.values(), ids=WARC)
def test_a_capture_that_lacks_what_makes_it_one_is_said(header: str, tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", page(6))
    file = by_others(tmp_path / "b.warc", {}, BODY, gzipped=False)
    file.write_bytes(file.read_bytes().replace(header.encode(), b"X-" + header.encode()))
    replay = Replay([tmp_path])
    assert (replay.addresses(), len(replay.problems)) == ([f"{SITE}6"], 1)


@pytest.mark.parametrize("date", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00Z"])
def test_a_capture_of_no_year_of_the_web_is_said(date: str, tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", page(6))
    by_others(tmp_path / "b.warc.gz", {}, BODY, warc={"WARC-Date": date})
    replay = Replay([tmp_path])
    assert (replay.addresses(), len(replay.problems), replay.last_date) == ([f"{SITE}6"], 1, NIGHT)


@pytest.mark.parametrize("date", ["yesterday", "0001-01-01T00:00:00+14:00", ""])
def test_a_revisit_that_refers_to_no_date_is_an_error_with_a_name(date: str, tmp_path: Path) -> None:
    warc = {"WARC-Refers-To-Date": date, "WARC-Profile": "x", "WARC-Refers-To-Target-URI": f"{SITE}5"}
    by_others(tmp_path / "a.warc.gz", {}, b"", kind="revisit", warc=warc)
    with pytest.raises(FetchError, match="no such capture"):
        Replay([tmp_path]).get(f"{SITE}5")


@pytest.mark.parametrize("size", [b"-5", b"-0", b"+5", b"0x5", b"5_0", b" ", b"fffffffffffffffff"])
def test_a_chunk_of_no_size_is_an_error_or_no_chunk(size: bytes, tmp_path: Path) -> None:
    chunks = b"4\r\nabcd\r\n" + size + b"\r\nabcde\r\n0\r\n\r\n"
    file = by_others(tmp_path / "a.warc.gz", {"Transfer-Encoding": "chunked"}, chunks)
    with pytest.raises(FetchError, match="chunks cut short"):
        Replay([file]).get(f"{SITE}5")


@pytest.mark.parametrize("size", [b"1", b"01", b"a", b"A ;x=y"])
def test_chunks_of_any_size_are_put_together_up_to_the_one_of_none(size: bytes, tmp_path: Path) -> None:
    length = int(size.partition(b";")[0].strip(), 16)
    chunks = b"4\r\nabcd\r\n" + size + b"\r\n" + b"e" * length + b"\r\n0\r\n\r\nbehind"
    file = by_others(tmp_path / "a.warc.gz", {"Transfer-Encoding": "chunked"}, chunks)
    assert Replay([file]).get(f"{SITE}5").body == b"abcd" + b"e" * length


def test_a_response_without_a_status_is_said_and_no_page(tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", page(6))
    file = by_others(tmp_path / "b.warc", {}, BODY, gzipped=False)
    file.write_bytes(file.read_bytes().replace(b"HTTP/1.1 200 OK", b"HTTP 1.1 all OK"))
    replay = Replay([tmp_path])
    assert replay.addresses() == [f"{SITE}6"]
    assert "no status that can be read" in replay.problems[0]


@pytest.mark.parametrize("is_packed", [False, True], ids=["warc", "wacz"])
def test_the_night_of_a_capture_by_others_is_its_day(is_packed: bool, tmp_path: Path) -> None:
    file = by_others(tmp_path / "a.warc", {}, BODY, gzipped=False)
    if is_packed:
        with zipfile.ZipFile(tmp_path / "a.wacz", "w") as wacz:
            wacz.write(file, "archive/a.warc")
        file = tmp_path / "a.wacz"
    (capture,) = list_captures(file, [])
    assert capture.night == "2026-11-24"


def with_a_line_behind_its_date(path: Path, line: bytes) -> Path:
    date = b"WARC-Date: 2026-11-24T02:00:00Z\r\n"
    file = by_others(path, {}, BODY, gzipped=False)
    file.write_bytes(file.read_bytes().replace(date, date + line + b"\r\n"))
    return file


@pytest.mark.parametrize("line", [b" and on", b"\tand on"])
def test_a_header_goes_on_in_a_line_that_begins_with_a_space(line: bytes, tmp_path: Path) -> None:
    with pytest.raises(FetchError, match=r"no date that can be read \(2026-11-24T02:00:00Z.and on\)"):
        Replay([with_a_line_behind_its_date(tmp_path / "a.warc", line)])


def test_a_header_goes_on_in_no_line_that_begins_with_a_letter(tmp_path: Path) -> None:
    assert Replay([with_a_line_behind_its_date(tmp_path / "a.warc", b"X-Y: 1")]).addresses() == [f"{SITE}5"]


def packed(path: Path, compression: int) -> Path:
    three(path / "a.warc.gz")
    with zipfile.ZipFile(path / "b.wacz", "w", compression) as wacz:
        wacz.write(path / "a.warc.gz", "archive/data.warc.gz")
    (path / "a.warc.gz").unlink()
    return path / "b.wacz"


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA])
def test_a_wacz_is_read_however_it_is_packed(compression: int, tmp_path: Path) -> None:
    assert Replay([packed(tmp_path, compression)]).get(f"{SITE}6").body == BIG


def test_an_encrypted_wacz_is_named(tmp_path: Path) -> None:
    file = packed(tmp_path, zipfile.ZIP_DEFLATED)
    data = bytearray(file.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    file.write_bytes(data)
    with pytest.raises(FetchError, match="encrypted"):
        Replay([file])


@pytest.mark.parametrize("method", [12, 14, 97, 255])
def test_a_wacz_packed_in_an_unknown_way_is_named(method: int, tmp_path: Path) -> None:
    file = packed(tmp_path, zipfile.ZIP_DEFLATED)
    data = bytearray(file.read_bytes())
    data[8] = data[data.index(b"PK\x01\x02") + 10] = method
    file.write_bytes(data)
    with pytest.raises(FetchError, match=r"b\.wacz"):
        Replay([file])


def test_a_wacz_in_a_wacz_that_never_ends_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.wacz", "w", zipfile.ZIP_DEFLATED) as wacz:
        wacz.writestr("archive/data.warc", bytes(80_000_000))
    with pytest.raises(FetchError, match="expands to more than"):
        Replay([tmp_path / "b.wacz"])


@pytest.mark.parametrize("name", ["a.warc.gz", "whole.warc.gz", "b.wacz"])
def test_no_record_is_decoded_more_than_twice_to_read_them_all(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.warc.gz", *map(page, range(1, 101)))
    (tmp_path / "whole.warc.gz").write_bytes(gzip.compress(gzip.decompress((tmp_path / "a.warc.gz").read_bytes())))
    with zipfile.ZipFile(tmp_path / "b.wacz", "w", zipfile.ZIP_DEFLATED) as wacz:
        wacz.write(tmp_path / "a.warc.gz", "archive/a.warc.gz")
    read, counted = records._read, []

    def counting(*args: Any) -> records.Record:
        counted.append(1)
        return read(*args)

    monkeypatch.setattr(records, "_read", counting)
    replay = Replay([tmp_path / name])
    assert {replay.get(address).body for address in replay.addresses()} == {BODY}
    assert len(counted) <= 2 * 101


def test_members_that_overlap_cost_no_square_of_their_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each member is a stored block that begins like a record, and holds the next one."""
    head = gzip.compress(b"", 0)[:10]
    nest = b"".join(head + b"\x00\xff\xff\x00\x00WARC/1.0\r\n" for _ in range(3000))
    decoded = 0
    read = Inflating.readinto

    def counting(self: Inflating, buffer: memoryview) -> int:
        nonlocal decoded
        number = read(self, buffer)
        decoded += number
        return number

    monkeypatch.setattr(Inflating, "readinto", counting)
    list(members.records_of_members(io.BytesIO(nest), 0, len(nest), lambda _: None))
    assert decoded <= 4 * len(nest)


def test_a_body_of_many_small_members_costs_no_square_of_its_size() -> None:
    assert decode(gzip.compress(b"") * 100_000 + gzip.compress(BODY), "gzip", 5_000_000) == BODY


def test_a_body_in_too_many_codings_is_refused() -> None:
    with pytest.raises(FetchError, match="9 codings"):
        decode(BODY, "gzip," * 9, 5_000_000)


def test_an_archive_by_others_in_arc_format_is_read(tmp_path: Path) -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + BODY
    info = b"1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n"
    lines = [b"filedesc://x.arc 0.0.0.0 20100102030405 text/plain %d\n" % len(info) + info + b"\n"]
    lines.append(f"{SITE}5 10.0.0.1 20100102030405 text/html {len(answer)}\n".encode() + answer + b"\n")
    (tmp_path / "a.warc.gz").write_bytes(b"".join(map(gzip.compress, lines)))
    found = Replay([tmp_path]).get(f"{SITE}5")
    assert (found.body, found.retrieved_at.isoformat()) == (BODY, "2010-01-02T03:04:05+00:00")


def test_an_archive_that_a_killed_run_left_empty_hides_no_other(tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", page())
    (tmp_path / "b.warc.gz").touch()
    replay = Replay([tmp_path])
    assert (replay.get(f"{SITE}5").body, replay.problems) == (BODY, [])


REASONS = ["Non trouvé", "Non trouv\xe9".encode().decode("latin-1"), "œuvre – 例", "\x00\x80\xff", "a\r\n b"]


@pytest.mark.parametrize("words", REASONS)
def test_a_head_in_any_language_is_kept_and_read_back(words: str, tmp_path: Path) -> None:
    answer = page(status=404, headers=(("X-Words", words), ("X-Other", "b")))
    write(tmp_path / "a.warc.gz", answer)
    found = Replay([tmp_path]).get(f"{SITE}5")
    wanted = words.encode("latin-1", "replace").decode("latin-1").replace("\r\n ", " ")
    assert (found.status, found.header("x-words"), found.header("x-other"), found.body) == (404, wanted, "b", BODY)


@given(st.text(st.characters(max_codepoint=255)), st.text(st.characters(max_codepoint=255)))
@SETTINGS
def test_any_bytes_of_a_head_are_kept_without_harm_to_the_page(reason: str, value: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "a.warc.gz", replace(page(headers=(("X-Words", value),)), reason=reason))
        found = Replay([Path(folder)]).get(f"{SITE}5")
    assert (found.status, found.body) == (200, BODY)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Real archives of every kind, to be mutated."""
    folder = tmp_path_factory.mktemp("real")
    (first,) = write(folder / "a.warc.gz", page(5))
    write(folder / "b.warc.gz", page(5, days=1), page(6, BIG), earlier=Earlier(first.digest, first.date, f"{SITE}5"))
    by_others(folder / "c.warc", {"Transfer-Encoding": "chunked"}, b"5\r\nabcde\r\n0\r\n\r\n", gzipped=False)
    one = (folder / "a.warc.gz").read_bytes() + (folder / "b.warc.gz").read_bytes()
    with zipfile.ZipFile(folder / "d.wacz", "w", zipfile.ZIP_DEFLATED) as wacz:
        wacz.writestr("archive/a.warc.gz", one)
        wacz.writestr("archive/c.warc", (folder / "c.warc").read_bytes())
    plain = gzip.decompress(one) + (folder / "c.warc").read_bytes()
    zipped = (folder / "d.wacz").read_bytes()
    return {"x.warc.gz": one, "x.warc": plain, "y.warc.gz": gzip.compress(plain), "x.wacz": zipped}


JUNK = st.binary(max_size=6) | st.sampled_from([b"-1", b"\r\n\r\n", b"WARC/1.0\r\n", b"99999", b"\0" * 40])


def outcome_of(read: Callable[[], Any]) -> Any:
    try:
        return read()
    except AtlasError as error:
        return error


@pytest.mark.parametrize("name", ["x.warc.gz", "x.warc", "y.warc.gz", "x.wacz"])
@given(st.data())
@SETTINGS
def test_any_damage_to_an_archive_gives_captures_or_named_errors(
    name: str, real: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    changed = bytearray(real[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(changed)))
        junk = data.draw(JUNK)
        changed[at : at + data.draw(st.sampled_from([0, 1, len(junk), 500]))] = junk
    file = tmp_path_factory.getbasetemp() / name
    file.write_bytes(changed)
    replay = outcome_of(lambda: Replay([file]))
    if isinstance(replay, FetchError):
        assert replay.next_step
        return
    for capture in (one for address in replay.addresses() for one in replay.captures_of(address)):
        outcome = outcome_of(partial(replay.read, capture))
        assert outcome.next_step if isinstance(outcome, AtlasError) else outcome.retrieved_at == capture.date
