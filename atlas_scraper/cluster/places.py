"""Files by path or URL, through fsspec: local, https, s3 and whatever else it knows."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from atlas_scraper.errors import FetchError
from atlas_scraper.fetch.file_systems import explained

ARCHIVES = (".warc", ".warc.gz", ".wacz")
INDEXES = (".cdx", ".cdx.gz", ".cdxj", ".cdxj.gz")
# Libraries read up to 50 MB ahead where a stretch has 4 and a capture some kilobytes.
AHEAD, AHEAD_OF_A_CAPTURE = 1_000_000, 64_000


def whole(place: str) -> str:
    """Give a place as every process finds it: a path from the root, or a URL as it is."""
    return place if "://" in place else os.path.abspath(place)  # noqa: PTH100 - Path would take links away


def is_index(place: str) -> bool:
    """Tell whether a file is named like an index, Common Crawl's `cdx-00012.gz` included."""
    name = place.rpartition("/")[2].lower()
    return name.endswith(INDEXES) or (name.startswith("cdx-") and name.endswith(".gz"))


def is_archive_or_index(place: str) -> bool:
    """Tell whether a file is named like an archive or an index of archives."""
    return place.lower().endswith(ARCHIVES) or is_index(place)


def files_in(place: str) -> list[str]:
    """List the archives and indexes in a place: itself, or those in a folder, sorted.

    Raises:
        FetchError: there is none.
    """
    with explained(place) as system:
        if is_archive_or_index(place):
            if not system.exists(place):
                raise FetchError("an archive", f"no {place}", "check the path")
            return [place, *_beside(system, place)]
        found = system.find(place) if system.isdir(place) else []
        found = sorted(system.unstrip_protocol(each) for each in found if is_archive_or_index(each))
    if not found:
        kinds = ", ".join((*ARCHIVES, *INDEXES))
        raise FetchError(f"an archive or an index of archives ({kinds})", f"none in {place}", "check the path")
    return [each.removeprefix("file://") for each in found]


def _beside(system: Any, place: str) -> list[str]:
    """Give the index that lies beside a WARC file under its name."""
    stem = place.lower().removesuffix(".gz").removesuffix(".warc")
    if is_index(place) or place.lower().endswith(".wacz"):
        return []
    stems = (place, place[: len(stem)])
    return next(([stem + end] for stem in stems for end in INDEXES if system.exists(stem + end)), [])


def beside(index: str, name: str) -> str:
    """Give the place of a file that an index names: a place of its own, or one under the index's folder or above it.

    Raises:
        FetchError: there is no such file.
    """
    if "://" in name or name.startswith("/"):
        return name
    folder = index.rpartition("/")[0]
    with explained(index) as system:
        while folder and not folder.endswith("/"):
            if system.exists(f"{folder}/{name}"):
                return f"{folder}/{name}"
            folder = folder.rpartition("/")[0]
    found = f"no {name} beside it or above"
    raise FetchError(f"an archive that {index} names", found, "put the index where its archives are")


def size_of(place: str) -> int | None:
    """Give the size of a file; `None` where its server does not tell."""
    with explained(place) as system:
        size = system.size(place)
    return None if size is None else int(size)


@contextmanager
def opened(place: str, ahead: int = AHEAD) -> Iterator[BinaryIO]:
    """Open a file for reading, from where you like; what is elsewhere is read so many bytes ahead."""
    with explained(place) as system, system.open(place, "rb", block_size=ahead) as file:
        yield file


def write(place: str, data: bytes) -> None:
    """Write a file; it appears whole or not at all, and what a worker killed on the way had begun goes."""
    with explained(place) as system:
        if not _is_local(system):  # what others keep becomes visible once it is complete
            system.pipe_file(place, data)
            return
        file = Path(system._strip_protocol(place))
        file.parent.mkdir(parents=True, exist_ok=True)
        aside = file.with_name(f"{file.name}.{os.getpid()}.tmp")
        aside.write_bytes(data)
        aside.replace(file)
        for left in file.parent.glob(f"{file.name}.*.tmp"):
            left.unlink(missing_ok=True)


def remove(place: str) -> None:
    """Remove a file, if it is there."""
    with explained(place) as system:
        if system.exists(place):
            system.rm_file(place)


def is_empty(place: str) -> bool:
    """Tell whether a folder holds nothing, or is none yet."""
    with explained(place) as system:
        return not system.exists(place) or (system.isdir(place) and not system.ls(place))


def _is_local(system: Any) -> bool:
    protocol = system.protocol
    return "file" in ((protocol,) if isinstance(protocol, str) else protocol)
