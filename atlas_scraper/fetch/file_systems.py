"""File systems that fsspec knows: local, https, s3 and others; and parts of their files, asked for as a web server is.

Each library raises what it likes: what is no `OSError` is its own (credentials, a host that is not there), has been
tried as often as the library finds right, and concerns the whole place and not one file.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from atlas_scraper.errors import AtlasError, FetchError, RunStopped
from atlas_scraper.fetch.breaker import Breaker
from atlas_scraper.fetch.pace import Pace
from atlas_scraper.fetch.raw_page import Headers, RawPage

_log = logging.getLogger(__name__)
_EXTRAS = {"s3": "s3", "s3a": "s3"}
_CREDENTIALS = "; credentials of S3 are given by AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or in ~/.aws"


def kind_of(place: str) -> str:
    """Give the kind of a place: what stands before `://`, empty for a path."""
    return place.partition("://")[0].lower() if "://" in place else ""


@contextmanager
def explained(place: str) -> Iterator[Any]:
    """Give the file system of a place.

    Raises:
        FetchError: the place cannot be reached, with what to do; of kind `no library` or `no access` where no file
            of it can be.
    """
    kind = kind_of(place)
    try:
        system, _ = import_module("fsspec.core").url_to_fs(place)
        yield system
    except ImportError as error:  # fsspec, or the library for a kind of place
        extra = _EXTRAS.get(kind) or ("cluster" if error.name == "fsspec" else "")
        install = f"pip install 'atlas-scraper[{extra}]'" if extra else "install it"
        next_step = f"{install}, here and on all workers of a cluster"
        raise FetchError(f"a way to {place}", str(error), next_step, kind="no library") from error
    except (AtlasError, ArithmeticError, LookupError, TypeError, AttributeError, AssertionError):
        raise  # of ours, or a mistake of ours
    except Exception as error:
        found = f"{type(error).__name__}: {error}"
        next_step = "check the address, the permissions and the network" + (_CREDENTIALS if kind in _EXTRAS else "")
        is_of_file = isinstance(error, OSError | ValueError)
        raise FetchError(f"{place}", found, next_step, kind="" if is_of_file else "no access") from error


class FileSystems:
    """Reads parts of files elsewhere, one after the other at a pace; answers as a web server would.

    Args:
        delay: seconds between requests at least.
    """

    def __init__(self, delay: float) -> None:
        self.requests = 0
        self._pace, self._breaker = Pace(delay), Breaker()

    def __enter__(self) -> "FileSystems":
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing open: fsspec keeps its connections for the next who asks."""

    def ask(self, address: str, headers: Headers) -> RawPage:
        """Ask for a part of a file, named by `Range: bytes=FIRST-LAST`.

        Returns:
            The part with status 206, or status 404 when there is no such file.

        Raises:
            FetchError: it cannot be read.
            RunStopped: no file there can be, or too many could not.
        """
        first, last = (int(each) for each in dict(headers)["Range"].removeprefix("bytes=").split("-"))
        self._pace.wait()
        self.requests += 1
        try:
            status, data = _part_of(address, first, last + 1)
        except FetchError as error:
            self._pace.failed()
            _log.info("%s: %s", address, error)
            if error.kind in {"no library", "no access", "no bucket"}:
                raise RunStopped(error.sought, error.found, error.next_step, kind=error.kind) from error
            self._breaker.request_failed(error.kind)
            raise
        self._pace.answered(0)
        self._breaker.request_succeeded()
        return RawPage(address, status, "", (), data, data, datetime.now(UTC).replace(microsecond=0))


def _part_of(address: str, start: int, end: int) -> tuple[int, bytes]:
    """Read a part of a file; status 404 says that it is not there."""
    with explained(address) as system:
        try:
            return 206, system.cat_file(address, start=start, end=end)
        except FileNotFoundError as error:
            _check_bucket(system, address, error)
            return 404, b""


def _check_bucket(system: Any, address: str, error: FileNotFoundError) -> None:
    """Tell a file that is not there from a bucket that is not, in which no file is.

    Raises:
        FetchError: there is no such bucket.
    """
    bucket = str(system._strip_protocol(address)).lstrip("/").partition("/")[0]
    if kind_of(address) in _EXTRAS and not system.exists(bucket):
        found = f"no bucket {bucket} ({error})"
        raise FetchError(f"a part of {address}", found, "check the name (--captures)", kind="no bucket")
