"""Interrupts that come while a record is written: they are interrupts, whatever pydantic makes of them."""

import os
import signal

import pytest
import typer
from fragments import read
from pydantic_core import PydanticSerializationError

from atlas_scraper import Partnership
from atlas_scraper.commands.watch import TERMINATED, stopped_by_signals
from atlas_scraper.guard import interrupts_as_such
from atlas_scraper.night.refresh import _stopped

WRITING = "Error serializing to JSON: KeyboardInterrupt: "


class _Ending:
    """Notes how a run ends."""

    def __init__(self) -> None:
        self.outcomes: list[str] = []

    def stop(self, outcome: str, _: object) -> None:
        self.outcomes.append(outcome)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _write_until_interrupted(record: Partnership) -> None:
    with interrupts_as_such():
        signal.setitimer(signal.ITIMER_REAL, 0.002)
        while True:
            record.model_dump_json()


def test_an_interrupt_in_the_middle_of_a_record_is_one_and_no_error_of_the_record() -> None:
    record = read("<h3>Contexte</h3><p>Une ville.</p>")
    before = signal.signal(signal.SIGALRM, _interrupt)
    try:
        for _ in range(30):  # about two in three come while pydantic writes
            with pytest.raises(KeyboardInterrupt):
                _write_until_interrupted(record)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_a_run_that_is_interrupted_so_is_noted_as_interrupted() -> None:
    ending = _Ending()
    with pytest.raises(KeyboardInterrupt), _stopped(ending):  # type: ignore[arg-type]
        raise PydanticSerializationError(WRITING)
    assert ending.outcomes == ["interrupted"]


def test_a_command_that_is_terminated_so_ends_as_one() -> None:
    def terminated() -> None:
        with stopped_by_signals():
            try:
                os.kill(os.getpid(), signal.SIGTERM)
                signal.pause()
            except KeyboardInterrupt:
                raise PydanticSerializationError(WRITING) from None

    with pytest.raises(typer.Exit) as ended:
        terminated()
    assert ended.value.exit_code == TERMINATED


def test_an_error_of_a_record_stays_one() -> None:
    with pytest.raises(PydanticSerializationError), interrupts_as_such():
        raise PydanticSerializationError("Unable to serialize unknown type")
