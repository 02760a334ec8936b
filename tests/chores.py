"""What the tests give to other processes to do: by itself, so that each of those imports this file and no more."""

import os
import signal
import time
from pathlib import Path


def double(number: int) -> int:
    return 2 * number


def die_on(fatal: int, number: int) -> int:
    if number == fatal:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def die_once(mark: Path, number: int) -> int:
    if number == 20 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def die_with_much(fatal: int, data: bytes) -> int:
    return die_on(fatal, data[0]) and len(data)


def process_of(_: int) -> int:
    return os.getpid()


def slow_first(number: int) -> int:
    time.sleep(0.2 if number < 8 else 0)
    return number
