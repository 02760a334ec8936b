"""robots.txt and headers: whatever a server says, a page or a named error, in time, and never a rule that is none."""

import contextlib
import math
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from damaged import damaged
from fuzzing import check, examples
from hypothesis import given
from hypothesis import strategies as st

from atlas_scraper.errors import AtlasError, FetchError, RunStopped
from atlas_scraper.fetch.client import Client
from atlas_scraper.fetch.content import decode
from atlas_scraper.fetch.http_head import read_head
from atlas_scraper.fetch.manners import Manners
from atlas_scraper.fetch.raw_page import RawPage
from atlas_scraper.fetch.redirects import follow, is_within
from atlas_scraper.fetch.retry_after import read_retry_after
from atlas_scraper.fetch.robots import read_rules

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
ROBOTS = [
    b"User-agent: *\nDisallow: /secret\nCrawl-delay: 0\n\nUser-agent: atlas_scraper\nAllow: /\nDisallow: /*.php$\n",
    b"User-Agent: *\r\nDisallow:\r\nSitemap: //example.org/s.xml\r\nRequest-rate: 1/10s\r\nVisit-time: 0100-0200\r\n",
]
RULES = [
    *(b"User-agent: *\n", b"User-agent: atlas_scraper\n", b"Disallow: /*\n", b"Allow: $\n", b"Crawl-delay: inf\n"),
    *(
        b"Crawl-delay: nan\n",
        b"Crawl-delay: -3\n",
        b"Crawl-delay: 1e309\n",
        b"Crawl-delay: 1e9\n",
        b"%",
        b"%zz",
        b"*" * 50,
    ),
    *(
        b"Request-rate: 0/0\n",
        b"Request-rate: 1/0s\n",
        b"Request-rate: 9/99999999999h\n",
        b"\x00",
        b"\xff",
        b"[",
        b"//[::",
    ),
    *(b"Visit-time: 9999-0000\n", b"\r", b"#", b":", b"Disallow: /\xc3\xa9%E9\n", b"Disallow: /[\n"),
]
HEADS = [
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 9\r\n\r\n<p>a</p>\n",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nRetry-After: 0\r\n\r\n5\r\nabcde\r\n0\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: /cncdext/a?b\r\nSet-Cookie: JSESSIONID=1; Path=/\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.0 404 Non trouv\xe9\r\nContent-Encoding: identity\r\n\r\nabc",
]
LINES = [
    *(b"HTTP/1.1 200\r\n", b"HTTP/1.1 099 x\r\n", b"HTTP/1.1 100 Continue\r\n\r\n", b"Content-Length: -1\r\n", b"\r\n"),
    *(
        b"Content-Length: 5, 6\r\n",
        b"Content-Length: 99999999999\r\n",
        b"Content-Encoding: gzip\r\n",
        b"\r\n\r\n",
        b": x\r\n",
    ),
    *(b"Content-Encoding: br, zstd\r\n", b"Transfer-Encoding: chunked\r\n", b"Transfer-Encoding: gzip, chunked\r\n"),
    *(
        b"Retry-After: nan\r\n",
        b"Retry-After: -1\r\n",
        b"Retry-After: Fri, 31 Dec 9999 23:59:59 GMT\r\n",
        b" folded\r\n",
    ),
    *(
        b"Location: //[\r\n",
        b"Location: http://\xff/\r\n",
        b"Location: data:x\r\n",
        b"Location: \r\n",
        b"ffffffffffffffffff\r\n",
    ),
    *(
        b"Set-Cookie: \xff=\x00; Expires=x; Domain=..; Max-Age=nan\r\n",
        b"Content-Type: text/html; charset=\r\n",
        b"\x00",
    ),
]
WORDS = (
    st.text()
    | st.from_regex(r"[ +-]?[0-9._eE]{0,12}")
    | st.sampled_from(["inf", "nan", "Fri, 31 Dec 9999 23:59 -2359"])
)
ADDRESSES = (
    st.text() | st.from_regex(r"(https?:)?//[a-z@:\[\]%0-9.]{0,12}/[a-z./%?#]{0,9}") | st.sampled_from(["", "//[", "?"])
)
CODINGS = (
    st.none() | st.text(max_size=9) | st.lists(st.sampled_from(["gzip", "deflate", "identity", "", "br"])).map(",".join)
)


@examples()
@given(status=st.integers(100, 599), body=damaged(ROBOTS, RULES), path=st.text())
def test_fuzz_robots(status: int, body: bytes, path: str) -> None:
    rules = read_rules(RawPage("https://example.org/robots.txt", status, "", (), body, body, NOW))
    for address in ("https://example.org/cncdext/a?b=1", f"https://example.org/{path}"):
        assert isinstance(rules.allow(address, "atlas_scraper"), bool)
    try:
        delay = rules.delay("atlas_scraper")
    except RunStopped as error:
        check(error)
        return
    assert (math.isfinite(delay), delay >= 0, bool(rules.words)) == (True, True, True)


@examples()
@given(value=WORDS, location=ADDRESSES, head=damaged(HEADS, LINES), coding=CODINGS, body=st.binary())
def test_fuzz_headers(value: str, location: str, head: bytes, coding: str | None, body: bytes) -> None:
    seconds = read_retry_after(value, NOW)
    assert seconds is None or (seconds >= 0 and math.isfinite(seconds))
    base = "https://example.org/cncdext/"
    with contextlib.suppress(FetchError):
        assert is_within(follow(f"{base}a", location, base), base)
    with contextlib.suppress(FetchError):
        assert len(decode(body, coding, 10_000)) <= 10_000
    found = read_head(head)
    assert found is None or (100 <= found.status <= 999 and found.length <= len(head))


class Server(threading.Thread):
    """Sends the same bytes to whoever asks, robots.txt aside, and hangs up."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.robots = self.page = b""
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.base = f"http://127.0.0.1:{self.listening.getsockname()[1]}/cncdext/"

    def run(self) -> None:
        """Answer until the socket is closed."""
        while True:
            try:
                connection, _ = self.listening.accept()
            except OSError:
                return
            with connection, contextlib.suppress(OSError):
                asked = connection.recv(65_536)
                connection.sendall(self.robots if asked.startswith(b"GET /robots.txt") else self.page)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    server = Server()
    server.start()
    yield server
    server.listening.shutdown(socket.SHUT_RDWR)
    server.listening.close()
    server.join()


@examples()
@given(robots=damaged(ROBOTS, RULES, most=2), page=damaged(HEADS, LINES, most=3), is_rules=st.booleans())
def test_fuzz_answers(
    robots: bytes, page: bytes, is_rules: bool, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    rested: list[float] = []
    monkeypatch.setattr("atlas_scraper.fetch.pace.time.sleep", rested.append)
    server.robots = b"HTTP/1.1 200 OK\r\n\r\n" + robots if is_rules else b"HTTP/1.1 404 x\r\n\r\n"
    server.page = page
    with Client(Manners(server.base, "tests", delay=0.0, timeout=0.5, tries=2), lambda _: None) as client:
        try:
            answer = client.get(f"{server.base}a")
        except AtlasError as error:
            check(error)
        else:
            assert answer.status in {200, 304, 404, 410}
    assert all(0 <= seconds < 3600 for seconds in rested)
