"""A run on a cluster: archives cut, pieces read, the parts counted; all of it in tasks of Dask.

What goes through this process is what tasks say of themselves. That tasks are tried again, and go elsewhere when a
worker is lost, is Dask's business; a task gives the same bytes wherever it runs.
"""

import logging
import signal
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

from atlas_scraper.cluster.cutting import Piece, cut
from atlas_scraper.cluster.manifest import Summary, write_manifest
from atlas_scraper.cluster.part import Output, Report, try_pages, write_part
from atlas_scraper.cluster.places import files_in, is_empty, opened, remove, whole
from atlas_scraper.errors import FetchError
from atlas_scraper.saved.pool import cores
from atlas_scraper.saved.team import uninterrupted
from atlas_scraper.version import __version__
from atlas_scraper.writers.extras import library

LOCAL = "local"
NEEDS = ("distributed", "fsspec")
_RETRIES = 2  # of a task that raises, as a network does that is away for a moment
_SECONDS = 5  # to reach a scheduler
OnPiece = Callable[[int, int], None]


def read_on_cluster(
    sources: Sequence[str], output: Output, address: str, jobs: int | None, on_piece: OnPiece
) -> Summary:
    """Read archives on a cluster into a folder of parts.

    Args:
        sources: archives, indexes of archives, and folders of them, as paths or URLs that every worker can reach.
        output: where and how the parts are written.
        address: of a Dask scheduler, or `local` for one with workers on this machine.
        jobs: how many workers, for `local`; one for each core by default.
        on_piece: is told how many pieces are read, and of how many.

    Returns:
        The summary.

    Raises:
        FetchError: there is nothing to read, or the cluster or the output cannot be reached.
        MissingExtra: a library of the extra `cluster` is not installed.
    """
    for name in NEEDS:
        library(name)
    if not is_empty(output.place):
        next_step = "give a new folder, or remove what is there"
        raise FetchError("an empty folder for the parts", f"files in {output.place}", next_step)
    files = list(dict.fromkeys(file for source in sources for file in files_in(whole(source))))
    with _client(address, jobs) as client:
        run = _Run(client, output)
        pieces = run.cut(files)
        reports = run.read(pieces, on_piece)
        last = client.submit(write_manifest, reports, dict(run.passed_over), run.problems, output.place, pure=False)
        summary: Summary = last.result()
        return summary


@contextmanager
def _client(address: str, jobs: int | None) -> Iterator[Any]:
    """Connect to a scheduler, or begin one with workers here.

    Raises:
        FetchError: there is none, or its workers have another version of us or none.
    """
    distributed = library("distributed")
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what becomes of tasks is said by us
    if address == LOCAL:
        with ExitStack() as stack:
            with uninterrupted(signal.SIGINT):  # which ends this process, and this one the workers
                cluster = stack.enter_context(_begun(jobs or cores()))
            yield stack.enter_context(distributed.Client(cluster))
        return
    try:
        client = distributed.Client(address, timeout=_SECONDS)
    except (OSError, TimeoutError, ValueError) as error:
        next_step = "start one with `dask scheduler`, and workers with `dask worker`; or give `local`"
        raise FetchError("a Dask scheduler", f"none at {address} ({error})", next_step) from error
    with client:
        _check_workers(client, address)
        yield client


def _begun(workers: int) -> Any:
    """Begin a scheduler and workers in processes of their own."""
    # A page that kills its worker is to be found out soon; on a machine of its own a worker dies of little else.
    library("dask").config.set({"distributed.scheduler.allowed-failures": 1})
    return library("distributed").LocalCluster(
        n_workers=workers, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL
    )


def _check_workers(client: Any, address: str) -> None:
    next_step = f"install atlas_scraper {__version__} with the extra `cluster` on every worker"
    try:
        versions = client.run(_version)
    except Exception as error:  # whatever a worker without us raises
        raise FetchError("workers that can read pages", f"{type(error).__name__}: {error}", next_step) from error
    if not versions:
        raise FetchError("workers", f"a scheduler at {address} without any", "start some with `dask worker`")
    if others := {version for version in versions.values() if version != __version__}:
        raise FetchError(f"workers with version {__version__}", ", ".join(sorted(others)), next_step)


def _version() -> str:
    return __version__


class _Run:
    """The tasks of a run, and what they said."""

    def __init__(self, client: Any, output: Output) -> None:
        self._client, self._output = client, output
        self._killed = library("distributed").KilledWorker
        self.passed_over: Counter[str] = Counter()
        self.problems: list[str] = []

    def cut(self, files: Sequence[str]) -> list[Piece]:
        """Cut archives into pieces; those that an index names are read by the index."""
        pieces: list[Piece] = []
        indexed: set[str] = set()
        for file, future in [(file, self._submit(cut, file)) for file in files]:
            if error := future.exception():
                self.problems.append(f"{file}: {_words(error)}")
                continue
            found = future.result()
            pieces += found.pieces
            indexed |= found.indexed
            self.passed_over.update(found.passed_over)
            self.problems += found.problems
        return [piece for piece in pieces if piece.places or piece.name not in indexed]

    def read(self, pieces: Sequence[Piece], on_piece: OnPiece) -> list[Report]:
        """Read pieces into parts; the reports are in their order."""
        waiting = {
            self._submit(write_part, number, piece, self._output): (number, piece)
            for number, piece in enumerate(pieces)
        }
        reports: list[Report] = []
        done = library("distributed").as_completed(list(waiting))
        for future in done:
            number, piece = waiting.pop(future)
            error = future.exception()
            if isinstance(error, self._killed) and (deadly := self._deadly(number, piece)):
                again = self._submit(write_part, number, piece, self._output, deadly)
                waiting[again] = (number, piece)
                done.add(again)
                continue
            reports.append(future.result() if error is None else _failed(number, piece, error))
            on_piece(len(reports), len(pieces))
        return sorted(reports, key=lambda report: report.part)

    def _deadly(self, number: int, piece: Piece) -> frozenset[int]:
        """Find the pages of a piece that kill the worker that reads them."""
        trail = f"{self._output.place}/.trail-{number:05}"
        found: list[int] = []
        while isinstance(self._submit(try_pages, piece, _after(found), trail).exception(), self._killed):
            with opened(trail) as file:
                last = int(file.read())
            if last in found:
                break
            found.append(last)
        remove(trail)
        return frozenset(found)

    def _submit(self, work: Callable[..., Any], *arguments: Any) -> Any:
        return self._client.submit(work, *arguments, pure=False, retries=_RETRIES)


def _failed(number: int, piece: Piece, error: BaseException) -> Report:
    report = Report(number, piece)
    report.note_problem(f"nothing of this piece was read: {_words(error)}")
    report.errors["piece"] += 1
    return report


def _after(found: Sequence[int]) -> int:
    return found[-1] + 1 if found else 0


def _words(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"
