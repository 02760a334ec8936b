"""Compressed bytes decoded as they are read, in time and memory that grow with what is read and no faster."""

import io
import zlib
from typing import BinaryIO

# RFC 9110, 8.4.1: gzip and its old name; deflate is zlib's format there, and bare deflate on many servers.
GZIP, ZLIB, BARE = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS
_PIECE = 16 * 1024


class Inflating(io.RawIOBase):
    """One compressed stream, such as a gzip member, of a file that may hold others behind it.

    Reading raises `zlib.error` where the bytes are damaged, and `EOFError` where the file ends within the stream.

    Args:
        file: the file.
        offset: where the stream begins.
        window: `GZIP`, `ZLIB` or `BARE`.
        limit: offset behind which the file is not read.
    """

    def __init__(self, file: BinaryIO, offset: int = 0, window: int = GZIP, limit: int | None = None) -> None:
        file.seek(offset)
        self._file, self._limit = file, limit
        self._inflate, self._waiting = zlib.decompressobj(window), b""
        self.end = offset
        """Offset up to which the file has been decoded: where the next member begins, once this one has ended."""

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the types know no buffers
        """Decode some bytes into a buffer; none are left when none come."""
        while not self._inflate.eof:
            before = len(self._waiting)
            piece = self._inflate.decompress(self._waiting, len(buffer))
            self._waiting = self._inflate.unconsumed_tail
            self.end += before - len(self._waiting) - len(self._inflate.unused_data)
            if piece:
                buffer[: len(piece)] = piece
                return len(piece)
            if not self._waiting and not self._inflate.eof:
                self._waiting = self._next()
        return 0

    def _next(self) -> bytes:
        left = _PIECE if self._limit is None else min(_PIECE, self._limit - self.end)
        piece = self._file.read(max(left, 0))
        if not piece:
            raise EOFError("it ends too early")
        return piece
