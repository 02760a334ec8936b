"""The rules of polite fetching, as tables of cases."""

import gzip
import pickle
import tracemalloc
import zlib
from datetime import UTC, datetime

import pytest
import tenacity

from atlas_scraper.errors import FetchError, RunStopped
from atlas_scraper.fetch import client
from atlas_scraper.fetch.content import decode
from atlas_scraper.fetch.raw_page import RawPage
from atlas_scraper.fetch.redirects import follow
from atlas_scraper.fetch.retry_after import read_retry_after
from atlas_scraper.fetch.robots import read_rules

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
BASE = "https://pastel.diplomatie.gouv.fr/cncdext/"
HERE = f"{BASE}dyn/public/atlas/detailProjet.html?criteres.prjId=5"
REPLAY = f"https://archive.example/web/2021id_/{BASE}"


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 7 ", 7),
        ("0", 0),
        ("Tue, 24 Nov 2026 02:05:00 GMT", 300),
        ("Tuesday, 24-Nov-26 02:05:00 GMT", 300),
        ("Mon, 23 Nov 2026 02:05:00 GMT", 0),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
        (None, None),
        ("Tue, 99 Nov 2026 02:05:00 GMT", None),
        ("9" * 400, None),
    ],
)
def test_retry_after_is_read_in_both_forms_and_else_ignored(value: str | None, seconds: float | None) -> None:
    assert read_retry_after(value, NOW) == seconds


@pytest.mark.parametrize(("tries", "seconds"), [(1, 0.5), (2, 1), (3, 2), (4, 4), (20, 60)])
def test_the_wait_before_another_try_doubles_up_to_a_minute(tries: int, seconds: float) -> None:
    state = tenacity.RetryCallState(tenacity.Retrying(), None, (), {})
    state.attempt_number = tries
    assert seconds <= client._BEFORE_ANOTHER_TRY(state) <= seconds + 0.5


def answer(status: int, body: bytes = b"") -> RawPage:
    return RawPage("https://example.org/robots.txt", status, "", (), body, body, NOW)


@pytest.mark.parametrize(
    ("status", "body", "allowed"),
    [
        (200, b"User-agent: *\nDisallow: /secret\n", True),
        (200, b"User-agent: *\nDisallow: /\n", False),
        (200, b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /cncdext\r\n", False),
        (200, b"User-agent: atlas_scraper\nAllow: /\n\nUser-agent: *\nDisallow: /\n", True),
        (200, b"User-agent: other\nDisallow: /\n", True),
        (200, b"", True),
        (200, b"\n\n<!DOCTYPE html><html>", False),
        (200, b"<?xml version='1.0'?><html>", False),
        (401, b"", True),
        (403, b"", True),
        (404, b"", True),
        (429, b"", False),
        (500, b"", False),
        (503, b"", False),
    ],
)
def test_robots_allow_and_forbid_as_the_standard_says(status: int, body: bytes, allowed: bool) -> None:
    assert read_rules(answer(status, body)).allow(HERE, "atlas_scraper") == allowed


def test_the_crawl_delay_of_robots_is_read() -> None:
    assert read_rules(answer(200, b"User-agent: *\nCrawl-delay: 7\n")).delay("atlas_scraper") == 7


@pytest.mark.parametrize("delay", [b"901", b"1e9", b"1e300"])
def test_a_crawl_delay_that_no_run_can_wait_for_ends_it(delay: bytes) -> None:
    rules = read_rules(answer(200, b"User-agent: *\nCrawl-delay: " + delay + b"\n"))
    with pytest.raises(RunStopped, match=r"[0-9,]+ seconds from one to the next; next: ask the site"):
        rules.delay("atlas_scraper")


def test_a_crawl_delay_of_a_quarter_of_an_hour_is_kept() -> None:
    assert read_rules(answer(200, b"User-agent: *\nCrawl-delay: 900\n")).delay("atlas_scraper") == 900


@pytest.mark.parametrize(
    ("base", "start", "location", "target"),
    [
        (BASE, HERE, "?criteres.prjId=5&x=1", f"{HERE}&x=1"),
        (BASE, HERE, f"{HERE}#top", HERE),
        (
            BASE,
            HERE,
            "https://www.pastel.diplomatie.gouv.fr/cncdext/a",
            "https://www.pastel.diplomatie.gouv.fr/cncdext/a",
        ),
        (
            BASE,
            HERE,
            "https://pastel.diplomatie.gouv.fr:443/cncdext/a",
            "https://pastel.diplomatie.gouv.fr:443/cncdext/a",
        ),
        (BASE, HERE, "https://example.org/cncdext/a", None),
        (BASE, HERE, "https://pastel.diplomatie.gouv.fr.example.org/cncdext/a", None),
        (BASE, HERE, "http://pastel.diplomatie.gouv.fr/cncdext/a", None),
        (BASE, HERE, "https://pastel.diplomatie.gouv.fr:8443/cncdext/a", None),
        (BASE, HERE, "https://user:pass@pastel.diplomatie.gouv.fr/cncdext/a", None),
        (BASE, HERE, "http://127.0.0.1/cncdext/a", None),
        (BASE, HERE, "//10.0.0.1/cncdext/a", None),
        (BASE, HERE, "file:///etc/passwd", None),
        (BASE, HERE, "/other/a", None),
        (BASE, HERE, "/cncdext/../other/a", None),
        (BASE, HERE, "https://[broken/cncdext/a", None),
        (BASE, HERE, "", None),
        (BASE, HERE, None, None),
        (REPLAY, REPLAY, f"/web/20200101id_/{HERE}", f"https://archive.example/web/20200101id_/{HERE}"),
        (REPLAY, REPLAY, "/web/20200101id_/https://example.org/", None),
        (REPLAY, REPLAY, HERE, None),
    ],
)
def test_a_redirect_stays_on_the_site(base: str, start: str, location: str | None, target: str | None) -> None:
    try:
        found = follow(start, location, base)
    except FetchError:
        found = None
    assert found == target


DATA = b"une page " * 1000


def packed(data: bytes) -> bytes:
    """Pack with no time in it, so that a test is called the same in every process."""
    return gzip.compress(data, mtime=0)


DEFLATE = zlib.compressobj(wbits=-zlib.MAX_WBITS)


@pytest.mark.parametrize(
    ("payload", "coding"),
    [
        (DATA, None),
        (DATA, "identity"),
        (packed(DATA), "gzip"),
        (packed(DATA), "X-GZIP"),
        (packed(DATA[:500]) + packed(DATA[500:]), "gzip"),
        (packed(DATA) + bytes(16), "gzip"),
        (zlib.compress(DATA), "deflate"),
        (DEFLATE.compress(DATA) + DEFLATE.flush(), "deflate"),
        (packed(packed(DATA)), "gzip, gzip"),
    ],
)
def test_a_body_is_taken_off_its_coding(payload: bytes, coding: str | None) -> None:
    assert decode(payload, coding, 100_000) == DATA


@pytest.mark.parametrize(
    ("payload", "coding", "kind"),
    [
        (packed(DATA)[:-9], "gzip", "cut short"),
        (packed(DATA)[:20], "gzip", "cut short"),
        (packed(DATA[:500]) + packed(DATA[500:])[:-9], "gzip", "cut short"),
        (DATA, "gzip", "not gzip"),
        (DATA, "br", "unknown coding"),
        (packed(bytes(200_000)), "gzip", "too large"),
    ],
)
def test_a_body_that_is_not_what_it_says_is_refused(payload: bytes, coding: str, kind: str) -> None:
    with pytest.raises(FetchError) as raised:
        decode(payload, coding, 100_000)
    assert raised.value.kind == kind


def test_a_bomb_of_200_megabytes_costs_less_than_20() -> None:
    squeeze = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    bomb = b"".join(squeeze.compress(bytes(1_000_000)) for _ in range(200)) + squeeze.flush()
    tracemalloc.start()
    with pytest.raises(FetchError, match="at most"):
        decode(bomb, "gzip", 5_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000


def test_a_body_in_four_codings_is_read_and_one_in_five_is_refused() -> None:
    body = b"x"
    for _ in range(4):
        body = gzip.compress(body)
    assert decode(body, ", ".join(["gzip"] * 4), 100) == b"x"
    with pytest.raises(FetchError, match="a body in 5 codings"):
        decode(gzip.compress(body), ", ".join(["gzip"] * 5), 100)


@pytest.mark.parametrize(
    ("location", "shown"), [("/\x00x", r"\x00x"), ("/\x1b[2Jx", r"\x1b[2Jx"), ("/\x9bx", r"\x9bx")]
)
def test_an_error_shows_control_characters_of_a_server_written_out(location: str, shown: str) -> None:
    with pytest.raises(FetchError) as raised:
        follow(HERE, location, BASE)
    assert shown in str(raised.value)
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)  # noqa: S301 - our own, as pools send it
