"""Processes that work on pages, and what becomes of pages whose process dies.

The processes are those of `concurrent.futures`. When one of them dies, that library gives up all of them and cannot say
on which page it died; so the pages that were under way are then tried one by one, each alone, and the page whose
process dies again is the one to name.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing import connection, get_context, parent_process, resource_tracker
from typing import Any, Generic, TypeVar

from atlas_scraper.errors import AtlasError

Item = TypeVar("Item")
Result = TypeVar("Result")

_CHUNK = 8  # pages; long beside the handing over, short beside the patience of whoever pressed Ctrl-C
_AHEAD = 3  # chunks for each process, so that none waits while results are written
_STOPS = {signal.SIGINT, signal.SIGTERM}


class ProcessDied(AtlasError):  # noqa: N818 - says what happened
    """The process that worked on a page died, and so did the one in which it was tried alone."""


class Team(Generic[Item, Result]):
    """Processes, as many as there are jobs, or one alone for pages under suspicion; begun when there is work."""

    def __init__(self, work: Callable[[Item], Result], jobs: int) -> None:
        self._work, self._jobs = work, jobs
        self._together: ProcessPoolExecutor | None = None
        self._alone: ProcessPoolExecutor | None = None

    def results(self, items: Iterator[Item]) -> Iterator[tuple[Item, Result | ProcessDied]]:
        """Work on items, and yield each with its result, in their order."""
        waiting: deque[tuple[list[Item], Future[list[Result]] | None]] = deque()
        while True:
            while len(waiting) < self._jobs * _AHEAD and (some := list(islice(items, _CHUNK))):
                waiting.append((some, self._submitted(some)))
            if not waiting:
                return
            if (done := _result_of(waiting[0][1])) is not None:
                yield from zip(waiting.popleft()[0], done, strict=True)
                continue
            # One process died, and took all that was under way with it.
            self._end_together()
            while waiting:
                some, future = waiting.popleft()
                done = _result_of(future)
                yield from zip(some, done, strict=True) if done is not None else map(self._tried_alone, some)
            self._end_alone()

    def dismiss(self) -> None:
        """End all processes; those that are at work end with their chunk."""
        self._end_together()
        self._end_alone()

    def _end_together(self) -> None:
        if self._together:
            self._together.shutdown(cancel_futures=True)
        self._together = None

    def _end_alone(self) -> None:
        if self._alone:
            self._alone.shutdown(cancel_futures=True)
        self._alone = None

    def _submitted(self, some: list[Item]) -> Future[list[Result]] | None:
        self._together = self._together or self._begun(self._jobs)
        return _submit(self._together, some)

    def _tried_alone(self, item: Item) -> tuple[Item, Result | ProcessDied]:
        self._alone = self._alone or self._begun(1)
        done = _result_of(_submit(self._alone, [item]))
        if done is not None:
            return item, done[0]
        self._end_alone()
        next_step = "look at the memory that is left, then try the page with `explain`"
        return item, ProcessDied("a result", "a page whose process died twice, the second time alone", next_step)

    def _begun(self, jobs: int) -> ProcessPoolExecutor:
        # Not forked: a progress bar's thread may hold a lock at that moment.
        return ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_begin, initargs=(self._work,))


def _submit(team: ProcessPoolExecutor, some: list[Any]) -> Future[list[Any]] | None:
    """Hand work over; `None` where a process has died."""
    with uninterrupted(*_STOPS), suppress(BrokenProcessPool):
        return team.submit(_do, some)
    return None


def _result_of(future: Future[list[Result]] | None) -> list[Result] | None:
    """Wait for results; `None` where a process died before they came."""
    with suppress(BrokenProcessPool):
        return future.result() if future else None
    return None


@contextmanager
def uninterrupted(*signals: signal.Signals) -> Iterator[None]:
    """Hold signals back while a process may be started, which inherits that until it is ready for them."""
    resource_tracker.ensure_running()  # which lets signals through again where it is begun later
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(work: Callable[[Any], Any]) -> None:
    """Make a new process ready: it ends without a word on Ctrl-C, and with the process that it works for."""
    global _work  # noqa: PLW0603 - what this process is for
    _work = work
    for each in _STOPS:
        signal.signal(each, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPS)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        connection.wait([parent.sentinel])
        os._exit(1)


_work: Callable[[Any], Any]


def _do(some: list[Any]) -> list[Any]:
    return [_work(item) for item in some]
