"""A server with the faults that no HTTP library will make: it writes bytes to the socket, or fails to.

A fault is a function that is given the connected socket once a request has come, and does what it does; then the
connection is closed.
"""

import gzip
import socket
import ssl
import struct
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress

Fault = Callable[[socket.socket], None]
WORDS: Mapping[str, str] = {
    "reset before headers": "the connection is reset once the request has come",
    "reset in headers": "it is reset within the headers",
    "reset after headers": "it is reset behind the headers",
    "reset in body": "it is reset within the page",
    "closed without an answer": "it is closed, and nothing was sent",
    "headers cut": "it is closed within the headers",
    "header drip": "a header comes a byte at a time, for half an hour",
    "body drip": "the page comes a byte at a time",
    "chunked drip": "the page comes in chunks of a byte, for half an hour",
    "gzip drip": "the page comes packed, a byte at a time",
    "endless body": "a page of more than a gigabyte",
    "gzip bomb": "a packed page that unpacks to 200 MB",
    "gzip cut": "half of a packed page",
    "gzip garbage": "a page that is said to be packed and is not",
    "short of its length": "half of a page whose length is given",
    "chunks cut": "half of a chunk",
    "cut without a length": "half of a page whose length is not given",
    "204": "HTTP status 204, no content",
    "empty 200": "an empty page with status 200",
    "no http": "the greeting of a mail server",
    "400": "HTTP status 400",
    "500": "HTTP status 500",
    "redirect loop": "a redirect to the page itself",
    "redirect to a private address": "a redirect into a private network",
    "redirect to another host": "a redirect to another host",
    "redirect to a login": "a redirect to a login page",
    "redirect to a file": "a redirect to a file of the client's",
    "redirect to nowhere": "a redirect without an address",
}
"""Name of each fault of `faults`, and what it does."""
_PAUSE = 0.1
_MOST = 20_000


class FaultServer:
    """The server; use it as a context manager.

    Args:
        answer: gives the fault for a path; it is asked anew for each request.
        tls: makes the connections encrypted.
        port: port of the loopback, 0 for any.

    Its `requests` lists the requests it got, as time and path.
    """

    def __init__(self, answer: Callable[[str], Fault], tls: ssl.SSLContext | None = None, port: int = 0) -> None:
        self._answer, self._tls = answer, tls
        self.requests: list[tuple[float, str]] = []
        self._listening = socket.create_server(("127.0.0.1", port))
        self._listening.settimeout(0.05)
        self._open = True
        self._threads = [threading.Thread(target=self._accept, daemon=True)]

    @property
    def base_url(self) -> str:
        """Base address of the site."""
        scheme, host = ("https", "localhost") if self._tls else ("http", "127.0.0.1")
        return f"{scheme}://{host}:{self._listening.getsockname()[1]}/cncdext/"

    def __enter__(self) -> "FaultServer":
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        self._open = False
        for thread in self._threads:
            thread.join(5)
        self._listening.close()

    def _accept(self) -> None:
        while self._open:
            with suppress(TimeoutError):
                connection, _ = self._listening.accept()
                thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
                thread.start()
                self._threads.append(thread)

    def _serve(self, connection: socket.socket) -> None:
        with suppress(OSError), connection:
            connection.settimeout(5)
            if self._tls:
                connection = self._tls.wrap_socket(connection, server_side=True)
            with connection:
                request = b""
                while b"\r\n\r\n" not in request:
                    piece = connection.recv(65536)
                    if not piece:
                        return
                    request += piece
                path = request.split(b" ")[1].decode("latin-1")
                self.requests.append((time.monotonic(), path))
                self._answer(path)(connection)


def head(status: str = "200 OK", **headers: str) -> bytes:
    """Write a status line and headers; `_` in a name stands for `-`."""
    lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "Content-Type: text/html;charset=UTF-8", "Connection: close", "", ""]).encode("latin-1")


def send(data: bytes) -> Fault:
    """Send bytes and close."""
    return lambda connection: connection.sendall(data)


def page(body: bytes, status: str = "200 OK", **headers: str) -> Fault:
    """Send a whole answer."""
    return send(head(status, Content_Length=str(len(body)), **headers) + body)


def reset(data: bytes = b"") -> Fault:
    """Send bytes, then reset the connection (SO_LINGER of 0 makes close send RST)."""

    def fault(connection: socket.socket) -> None:
        connection.sendall(data)
        time.sleep(_PAUSE)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return fault


def drip(start: bytes, pieces: Iterable[bytes]) -> Fault:
    """Send a start, then piece by piece, slowly, for as long as the other side stays."""

    def fault(connection: socket.socket) -> None:
        connection.sendall(start)
        for piece in pieces:
            connection.sendall(piece)
            time.sleep(_PAUSE)

    return fault


def flood(start: bytes, pieces: Callable[[], Iterable[bytes]]) -> Fault:
    """Send a start, then piece by piece, as fast as the other side takes it."""

    def fault(connection: socket.socket) -> None:
        connection.sendall(start)
        for piece in pieces():
            connection.sendall(piece)

    return fault


def faults(good: bytes, path: str) -> Mapping[str, Fault]:
    """Make every fault by its name, around a good page and its path."""
    zipped = gzip.compress(good)
    length = str(len(good))
    return {
        "reset before headers": reset(),
        "reset in headers": reset(head(Content_Length=length)[:30]),
        "reset after headers": reset(head(Content_Length=length)),
        "reset in body": reset(head(Content_Length=length) + good[:1000]),
        "closed without an answer": send(b""),
        "headers cut": send(head(Content_Length=length)[:-20]),
        "header drip": drip(b"HTTP/1.1 200 OK\r\nX-Long: ", [b"x"] * _MOST),
        "body drip": drip(head(Content_Length=length), _bytes_of(good)),
        "chunked drip": drip(head(Transfer_Encoding="chunked"), [b"1\r\nx\r\n"] * _MOST),
        "gzip drip": drip(head(Content_Encoding="gzip", Content_Length=str(len(zipped))), _bytes_of(zipped)),
        "endless body": flood(head(), lambda: [b"x" * 65536] * _MOST),
        "gzip bomb": flood(head(Content_Encoding="gzip"), lambda: _bomb(200)),
        "gzip cut": send(head(Content_Encoding="gzip") + zipped[: len(zipped) // 2]),
        "gzip garbage": page(b"this is no gzip" * 50, Content_Encoding="gzip"),
        "short of its length": send(head(Content_Length=length) + good[: len(good) // 2]),
        "chunks cut": send(head(Transfer_Encoding="chunked") + f"{len(good):x}\r\n".encode() + good[: len(good) // 2]),
        "cut without a length": send(head() + good[: len(good) // 2]),
        "204": send(head("204 No Content")),
        "empty 200": page(b""),
        "no http": send(b"220 mail.example.org ESMTP\r\n"),
        "400": page(b"<html>no</html>", "400 Bad Request"),
        "500": page(b"<html>no</html>", "500 Internal Server Error"),
        "redirect loop": page(b"", "302 Found", Location=path),
        "redirect to a private address": page(b"", "302 Found", Location="http://10.0.0.1/cncdext/"),
        "redirect to another host": page(b"", "302 Found", Location="https://example.org/cncdext/"),
        "redirect to a login": page(b"", "302 Found", Location="/cncdext/dyn/login.html"),
        "redirect to a file": page(b"", "302 Found", Location="file:///etc/passwd"),
        "redirect to nowhere": page(b"", "302 Found"),
    }


def _bytes_of(data: bytes) -> list[bytes]:
    return [data[place : place + 1] for place in range(len(data))]


def _bomb(megabytes: int) -> Iterator[bytes]:
    """Yield a gzip stream of zeros, in little memory."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    for _ in range(megabytes):
        yield squeeze.compress(bytes(1_000_000))
    yield squeeze.flush()
