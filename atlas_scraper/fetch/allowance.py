"""A real total deadline and size limit for one request.

The time-out of requests is none for the whole: it starts anew with every byte, so a server that drips one byte
a second holds a crawler for ever. Here every read of the socket gets what is left of one deadline, whether it is
for the handshake, the headers or the body, and all bytes of the wire are counted.
"""

import http.client
import io
import socket
import time
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection

# Headers, chunk lines and what TLS or a proxy adds, on top of the body.
_BESIDE_THE_BODY = 256 * 1024


class TooLarge(OSError):  # noqa: N818 - says what the answer is
    """More bytes have come than an answer may have."""


class Allowance:
    """What one request may still cost: seconds, and bytes of the wire."""

    def __init__(self) -> None:
        self._deadline, self._bytes = 0.0, 0

    def renew(self, seconds: float, max_bytes: int) -> None:
        """Begin a request."""
        self._deadline, self._bytes = time.monotonic() + seconds, max_bytes + _BESIDE_THE_BODY

    def seconds_left(self) -> float:
        """Give the seconds that are left, more than none.

        Raises:
            TimeoutError: none are.
        """
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("the deadline of the request has passed")
        return left

    def count(self, number: int) -> None:
        """Count bytes that came.

        Raises:
            TooLarge: more have come than an answer may have.
        """
        self._bytes -= number
        if self._bytes < 0:
            raise TooLarge("more bytes than an answer may have")


class _Reader(io.RawIOBase):
    """The incoming side of a socket under an allowance; it knows whether the other side has ended."""

    def __init__(self, sock: socket.socket, allowance: Allowance) -> None:
        self._sock, self._allowance, self.has_ended = sock, allowance, False
        self._incoming = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._sock.settimeout(self._allowance.seconds_left())
        number: int | None = self._incoming.readinto(buffer)
        self._allowance.count(number or 0)
        self.has_ended = number == 0
        return number

    def close(self) -> None:
        if not self.closed:
            self._incoming.close()
        super().close()


class _Socket:
    """A socket whose reads and writes are under an allowance; all else is the socket's own."""

    def __init__(self, sock: socket.socket, allowance: Allowance) -> None:
        self._sock, self._allowance = sock, allowance

    def makefile(self, *_: Any, **__: Any) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self._sock, self._allowance))

    def sendall(self, data: bytes) -> None:
        self._sock.settimeout(self._allowance.seconds_left())
        self._sock.sendall(data)

    def settimeout(self, _: float | None) -> None:
        """Leave the time-out to the allowance."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)


class _Response(http.client.HTTPResponse):
    """A response whose headers have come to their end.

    http.client takes a connection that closes within the headers for the end of the headers, and the page for
    one without a body.
    """

    def begin(self) -> None:
        reader = getattr(self.fp, "raw", None)
        super().begin()
        if reader is not None and reader.has_ended:
            self.close()
            raise http.client.IncompleteRead(b"", None)


class AllowanceAdapter(HTTPAdapter):
    """Connections of requests, one pool, all under the allowance of the request that is under way."""

    def __init__(self, allowance: Allowance) -> None:
        self._pools = _pools_under(allowance)
        super().__init__(pool_connections=2, pool_maxsize=1, max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Make the pools of direct connections."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
        """Make the pools of connections through a proxy."""
        manager: PoolManager = super().proxy_manager_for(*args, **kwargs)
        manager.pool_classes_by_scheme = self._pools
        return manager


def _pools_under(allowance: Allowance) -> dict[str, type[HTTPConnectionPool]]:
    """Make pool classes whose connections are under an allowance; urllib3 passes a class and no argument."""

    class Plain(HTTPConnection):
        response_class = _Response

        def _new_conn(self) -> socket.socket:
            return _connect(super()._new_conn, self, allowance)

        def connect(self) -> None:
            super().connect()
            self.sock = _Socket(self.sock, allowance)

    class Secure(HTTPSConnection):
        response_class = _Response

        def _new_conn(self) -> socket.socket:
            return _connect(super()._new_conn, self, allowance)

        def connect(self) -> None:
            super().connect()
            self.sock = _Socket(self.sock, allowance)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _connect(connect: Any, connection: HTTPConnection, allowance: Allowance) -> socket.socket:
    """Open a connection within the allowance; the handshake of TLS that follows has what is left then."""
    # Each address of a name is tried for this long, so two dead ones leave time for nothing else.
    connection.timeout = allowance.seconds_left() / 2
    sock: socket.socket = connect()
    sock.settimeout(allowance.seconds_left())
    return sock
