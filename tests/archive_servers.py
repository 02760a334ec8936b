"""Web archives on the loopback: one with the Internet Archive's dialect and moods, one with Common Crawl's layout."""

import gzip
import json
import threading
from collections.abc import Callable, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self
from urllib.parse import parse_qs, urlsplit

from archived import Captured
from warcio.archiveiterator import ArchiveIterator

Answer = tuple[int, dict[str, str], bytes]
Mood = Callable[[str], Answer | None]
_FIELDS = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]


class _Server:
    """A server; use it as a context manager.

    Its `requests` lists the paths asked for; its `moods` answer before it does.
    """

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.moods: list[Mood] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Head and body leave together: else the body waits until the client acknowledges the head, 40 ms later.
            wbufsize = -1

            def do_GET(self) -> None:
                server.requests.append(self.path)
                answers = (mood(self.path) for mood in server.moods)
                said = next(filter(None, answers), None) or server.answer(self.path, dict(self.headers))
                status, headers, body = said
                self.send_response(status)
                length = {} if "Content-Length" in headers else {"Content-Length": str(len(body))}
                for name, value in {**length, **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
                self.close_connection = int(headers.get("Content-Length", len(body))) != len(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._http.server_address[1]}/"
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def answer(self, path: str, headers: dict[str, str]) -> Answer:
        raise NotImplementedError

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._thread.join(5)
        self._http.server_close()


class InternetArchive(_Server):
    """Speaks as web.archive.org does: JSON arrays, resumption keys, `id_` replay with rewritten redirects.

    Args:
        captures: what it holds.
        lines: how many lines an answer of the index has at most.
        has_keys: whether it gives resumption keys; else nothing but its numbered pages leads to the rest.
    """

    def __init__(self, captures: Sequence[Captured], lines: int = 3, *, has_keys: bool = True) -> None:
        super().__init__()
        self._captures = sorted(captures, key=lambda one: (one.number, one.moment))
        self._lines, self._has_keys = lines, has_keys

    @property
    def index(self) -> str:
        return f"{self.address}cdx/search/cdx"

    @property
    def replay(self) -> str:
        return f"{self.address}web/"

    def answer(self, path: str, headers: dict[str, str]) -> Answer:  # noqa: ARG002 - as the others
        """Answer a request."""
        parts = urlsplit(path)
        if parts.path == "/cdx/search/cdx":
            return self._index({name: values[0] for name, values in parse_qs(parts.query).items()})
        if path.startswith("/web/"):
            return self._replay(path.removeprefix("/web/"))
        return 404, {}, b"not found"

    def _index(self, asked: dict[str, str]) -> Answer:
        found = [
            one for one in self._captures if one.stamp >= asked.get("from", "") and one.stamp <= asked.get("to", "9")
        ]
        if "showNumPages" in asked:
            return 200, {"Content-Type": "text/plain"}, b"%d\n" % (len(found) // 2 + 1)
        if "page" in asked:
            found = found[int(asked["page"]) * 2 :][:2]
        start = int(asked.get("resumeKey", "0"))
        end = start + min(self._lines, int(asked.get("limit", "150000")))
        lines = [one.line for one in found[start:end]]
        if end < len(found) and self._has_keys:
            lines += [[], [str(end)]]
        return 200, {"Content-Type": "application/json"}, json.dumps([_FIELDS, *lines] if lines else []).encode()

    def _replay(self, path: str) -> Answer:
        stamp, _, address = path.partition("id_/")
        one = next((one for one in self._captures if (one.stamp, one.address) == (stamp, address)), None)
        if one is None:
            return 404, {"Content-Type": "text/html"}, b"<html>The Wayback Machine has not archived that URL.</html>"
        answer = one.answer
        link = f'<{one.address}>; rel="original", <{self.replay}{one.address}>; rel="timegate"'
        moment = one.moment.strftime("%a, %d %b %Y %H:%M:%S GMT")
        orig = {f"x-archive-orig-{name.lower()}": value for name, value in answer.headers}
        said = {"Memento-Datetime": moment, "Link": link, "x-archive-src": "x.warc.gz", **orig, **dict(answer.headers)}
        if one.to:
            said["Location"] = f"/web/{one.stamp}id_/{one.base}{answer.headers[0][1].partition('/cncdext/')[2]}"
            said.pop("x-archive-orig-location")
        body = gzip.compress(answer.body)
        return answer.status, said | {"Content-Encoding": "gzip", "Content-Type": "text/html"}, body


class CommonCrawl(_Server):
    """Has Common Crawl's layout: a list of crawls, an index each with numbered pages, WARC files read in ranges.

    Args:
        crawls: WARC file of each crawl by its name.
        lines: how many lines a page of an index has.
    """

    def __init__(self, crawls: dict[str, Path], lines: int = 2) -> None:
        super().__init__()
        self._lines = lines
        folder = "crawl-data/{}/segments/1/warc/{}"
        self._files = {folder.format(name, path.name): path.read_bytes() for name, path in crawls.items()}
        self._indexes = {name: list(_index_of(name, path)) for name, path in crawls.items()}

    @property
    def index(self) -> str:
        return f"{self.address}collinfo.json"

    def lines_of(self, crawl: str) -> list[dict[str, str]]:
        """Give the lines of a crawl's index."""
        return self._indexes[crawl]

    def answer(self, path: str, headers: dict[str, str]) -> Answer:
        """Answer a request."""
        parts = urlsplit(path)
        if parts.path == "/collinfo.json":
            crawls = [{"id": name, "cdx-api": f"{self.address}{name}-index"} for name in self._indexes]
            return 200, {"Content-Type": "application/json"}, json.dumps(crawls).encode()
        if parts.path.endswith("-index"):
            lines = self._indexes[parts.path[1:].removesuffix("-index")]
            return self._listing(lines, {name: values[0] for name, values in parse_qs(parts.query).items()})
        if data := self._files.get(parts.path[1:]):
            first, last = (int(each) for each in headers["Range"].removeprefix("bytes=").split("-"))
            return 206, {"Content-Range": f"bytes {first}-{last}/{len(data)}"}, data[first : last + 1]
        return 404, {}, b"not found"

    def _listing(self, lines: list[dict[str, str]], asked: dict[str, str]) -> Answer:
        if not lines:
            return 404, {"Content-Type": "application/json"}, json.dumps({"message": "No Captures found"}).encode()
        pages = -(-len(lines) // self._lines)
        if "showNumPages" in asked:
            return 200, {}, json.dumps({"pages": pages, "pageSize": 5, "blocks": 1}).encode()
        page = int(asked["page"])
        if page >= pages:
            return 400, {}, b'{"message": "Page out of range"}'
        shown = lines[page * self._lines : (page + 1) * self._lines]
        return 200, {}, "".join(json.dumps(line) + "\n" for line in shown).encode()


def _index_of(crawl: str, path: Path) -> list[dict[str, str]]:
    """Index a WARC file as Common Crawl would."""
    found = []
    with path.open("rb") as stream:
        records = ArchiveIterator(stream)
        for record in records:
            if record.rec_type == "response":
                record.content_stream().read()
                offset = records.get_record_offset()
                headers = record.rec_headers
                stamp = "".join(filter(str.isdigit, headers.get_header("WARC-Date")))
                digest = headers.get_header("WARC-Payload-Digest").removeprefix("sha1:")
                found.append(
                    {
                        "urlkey": "x",
                        "timestamp": stamp,
                        "url": headers.get_header("WARC-Target-URI"),
                        "status": record.http_headers.get_statuscode(),
                        "digest": digest,
                        "length": str(records.get_record_length()),
                        "offset": str(offset),
                        "filename": f"crawl-data/{crawl}/segments/1/warc/{path.name}",
                    }
                )
    return found
