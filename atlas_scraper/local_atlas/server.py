"""The local atlas: an HTTP server on the loopback with the habits of the site's framework.

Sessions, with `;jsessionid=…` in the links of the first answer; errors and unknown numbers as HTTP 200; the page of
a table kept in the session; no validators; a clock and a form token that differ on every page.
"""

import gzip
import itertools
import threading
import time
from collections.abc import Callable, Iterable
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from atlas_scraper.local_atlas.facts import exists, facts_of
from atlas_scraper.local_atlas.pages import CLOCK, CODE, SESSION, error_page, frame, project_page, unknown_project

_DETAIL = "/cncdext/dyn/public/atlas/detailProjet.html"
_LIST = "/cncdext/dyn/public/atlas/accesMonde.html"
Answer = tuple[int, dict[str, str], bytes]
"""Status, headers, body."""
PageOf = Callable[[int, int, int], str | None]


class LocalAtlas:
    """The server; use it as a context manager.

    Args:
        numbers: the numbers among which projects are.
        night: which night it is: pages change, appear and vanish from one to the next.
        port: port of the loopback, 0 for any.
        page_of: writes the page of a number, on a night, at a page of its table; `None` where there is no project.

    Its `requests` lists the requests it got, as time and path; `robots` is the answer for robots.txt; `answers` has
    answers of a test's own for numbers of projects.
    """

    def __init__(
        self,
        numbers: Iterable[int] = range(1, 301),
        *,
        night: int = 1,
        port: int = 0,
        page_of: PageOf | None = None,
    ) -> None:
        self.numbers, self.night, self.page_of = frozenset(numbers), night, page_of or _written
        self.requests: list[tuple[float, str]] = []
        self.robots: Answer = (200, {"Content-Type": "text/plain"}, b"User-agent: *\nAllow: /\n")
        self.answers: dict[int, Callable[[], Answer]] = {}
        self._shown: dict[str, int] = {}
        self._serial = itertools.count(1)
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.atlas = self
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def base_url(self) -> str:
        """Base address of the site."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/cncdext/"

    def projects(self) -> list[int]:
        """List the projects that exist tonight."""
        return sorted(number for number in self.numbers if exists(number, self.night))

    def __enter__(self) -> "LocalAtlas":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def answer(self, path: str, cookie: str | None) -> Answer:
        """Answer a request."""
        self.requests.append((time.monotonic(), path))
        parts = urlsplit(path)
        place, _, in_path = parts.path.partition(";jsessionid=")
        if place == "/robots.txt":
            return self.robots
        if place not in {_LIST, _DETAIL}:
            return 404, {"Content-Type": "text/html"}, b"<html><title>404</title></html>"
        serial = next(self._serial)
        session = cookie or in_path or f"{serial * 2654435761 % 2**64:016X}"
        number, table_page = (parse_qs(parts.query).get(name, [""])[0] for name in ("criteres.prjId", "themes-p"))
        if number.isdigit() and int(number) in self.answers:
            return self.answers[int(number)]()
        if place == _LIST:
            text = frame("Accès par la carte du monde", "<ul><li>Europe</li></ul>")
        elif table_page:
            text = self._further(session, table_page)
        else:
            text = self._project(int(number) if number.isdigit() else 0, session)
        return _answer(text, serial, session, is_new=not (cookie or in_path))

    def _project(self, number: int, session: str) -> str:
        text = self.page_of(number, self.night, 1) if number in self.numbers else None
        if text is None:
            return unknown_project(number)
        self._shown[session] = number
        return text

    def _further(self, session: str, page: str) -> str:
        number = self._shown.get(session)
        text = self.page_of(number, self.night, int(page)) if number is not None and page.isdigit() else None
        return text or error_page("Une erreur technique est survenue. Veuillez renouveler votre demande.")


def _answer(text: str, serial: int, session: str, *, is_new: bool) -> Answer:
    headers = {"Content-Type": "text/html;charset=UTF-8", "Cache-Control": "no-store"}
    if is_new:
        headers["Set-Cookie"] = f"JSESSIONID={session}; Path=/cncdext; HttpOnly"
    clock = time.strftime("%d/%m/%Y à %H:%M:%S")
    in_links = f";jsessionid={session}" if is_new else ""
    text = text.replace(SESSION, in_links).replace(CLOCK, clock).replace(CODE, f"e{serial}s1")
    return 200, headers, text.encode()


@lru_cache(maxsize=1000)
def _written(number: int, night: int, page: int) -> str | None:
    return project_page(facts_of(number, night), page) if exists(number, night) else None


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    atlas: LocalAtlas

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that leave."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server
    disable_nagle_algorithm = True
    wbufsize = -1
    timeout = 30

    def do_GET(self) -> None:
        """Answer a request."""
        cookies = dict(each.strip().partition("=")[::2] for each in self.headers.get("Cookie", "").split(";"))
        status, headers, body = self.server.atlas.answer(self.path, cookies.get("JSESSIONID"))
        if "gzip" in self.headers.get("Accept-Encoding", "") and len(body) > 500 and "Content-Encoding" not in headers:
            body, headers = gzip.compress(body, 1, mtime=0), {**headers, "Content-Encoding": "gzip"}
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Keep quiet; `requests` has them all."""
