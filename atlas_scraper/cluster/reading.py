"""A piece of an archive read: the pages of projects in it, one by one, and a count of all that is passed over."""

import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import BinaryIO, NamedTuple

from atlas_scraper import pipeline
from atlas_scraper.cluster.cutting import OTHER, REVISIT, Piece
from atlas_scraper.cluster.places import AHEAD, AHEAD_OF_A_CAPTURE, opened
from atlas_scraper.errors import AtlasError
from atlas_scraper.fetch.capture_pages import open_capture
from atlas_scraper.fetch.captures import Capture
from atlas_scraper.fetch.records import Problem
from atlas_scraper.fetch.stretches import Stretch, captures_between
from atlas_scraper.guard import guarded
from atlas_scraper.record.model import Partnership
from atlas_scraper.values.addresses import project_id_of

_COPIED = 1024 * 1024


class Captured(NamedTuple):
    """The capture of a project's page: where and when, and what reads it into its record."""

    address: str
    date: datetime
    read: Callable[[], Partnership]


def captured_in(piece: Piece, passed_over: Counter[str], problem: Problem) -> Iterator[Captured]:
    """Yield the captures of projects in a piece.

    Args:
        piece: the piece.
        passed_over: counts the captures of other addresses, and those that show no page.
        problem: is told what cannot be read.

    Raises:
        FetchError: the file cannot be reached.
    """
    with _unpacked(piece) as file:
        for capture in _captures(piece, file, problem):
            if project_id_of(capture.address) is None:
                passed_over[OTHER] += 1
            elif capture.original is not None:
                passed_over[REVISIT] += 1
            elif capture.status != 200:
                passed_over[f"status {capture.status}"] += 1
            else:
                yield Captured(capture.address, capture.date, partial(_read, capture))


def _captures(piece: Piece, file: BinaryIO, problem: Problem) -> Iterator[Capture]:
    name, whole = piece.member or piece.file, piece.stretch
    if not piece.places:
        yield from captures_between(file, name, whole, problem)
        return
    for offset, length in piece.places:
        place = Stretch(offset, offset + length if length else whole.limit, offset, offset + 1)
        found = next(captures_between(file, name, place, problem), None)
        if found is None:
            problem(f"there is no capture at {offset:,}, where the index has one")
        else:
            yield found


def _read(capture: Capture) -> Partnership:
    page = open_capture(capture)
    return pipeline.parse(page.body, url=page.address, retrieved_at=page.retrieved_at, source=page.source)


def read(captured: Captured) -> Partnership | AtlasError:
    """Read a page into its record, or into the error that it has instead."""
    try:
        return guarded(captured.read)
    except AtlasError as error:
        return error


@contextmanager
def _unpacked(piece: Piece) -> Iterator[BinaryIO]:
    """Open the file of a piece; one that a WACZ file has packed once more is unpacked into a file without a name."""
    with opened(piece.file, AHEAD_OF_A_CAPTURE if piece.places else AHEAD) as file:
        if not piece.is_packed:
            yield file
            return
        with zipfile.ZipFile(file) as wacz, wacz.open(piece.member) as packed, tempfile.TemporaryFile() as unpacked:
            while some := packed.read(_COPIED):
                unpacked.write(some)
            unpacked.seek(0)
            yield unpacked
