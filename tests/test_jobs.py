"""Reading by several processes: the same bytes, in the same order, whatever dies on the way."""

import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

import pytest
import typer
from chores import die_on, die_once, die_with_much, double, process_of, slow_first
from nights import bytes_of
from pages import make_page

from atlas_scraper.commands.endings import plain_endings
from atlas_scraper.saved.pool import cores, in_order
from atlas_scraper.saved.team import ProcessDied


def test_results_come_in_the_order_of_the_items_though_the_first_take_longest() -> None:
    assert [result for _, result in in_order(slow_first, range(50), jobs=2)] == list(range(50))


def test_few_items_are_worked_on_in_this_process_and_many_in_others() -> None:
    assert {result for _, result in in_order(process_of, range(20))} == {os.getpid()}
    others = {result for _, result in in_order(process_of, range(400))}
    assert (os.getpid() in others) == (cores() == 1)


def test_items_are_taken_as_they_are_needed() -> None:
    items = iter(range(10_000))
    with closing(in_order(double, items, jobs=2)) as results:
        assert next(results) == (0, 0)
    assert next(items) < 100


def test_an_item_that_kills_its_process_is_named_and_all_others_are_worked_on() -> None:
    found = dict(in_order(partial(die_on, 20), range(100), jobs=2))
    assert isinstance(found.pop(20), ProcessDied)
    assert found == {number: number for number in range(100) if number != 20}


def test_a_process_that_dies_for_another_reason_costs_nothing(tmp_path: Path) -> None:
    found = list(in_order(partial(die_once, tmp_path / "died"), range(100), jobs=2))
    assert (tmp_path / "died").exists()
    assert found == [(number, number) for number in range(100)]


def test_a_death_while_much_is_handed_over_stops_nothing() -> None:
    items = [bytes([number]) * 200_000 for number in range(1, 60)]
    found = [result for _, result in in_order(partial(die_with_much, 3), items, jobs=2)]
    assert [isinstance(result, ProcessDied) for result in found] == [number == 3 for number in range(1, 60)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder with pages, of which some are none."""
    pages = tmp_path_factory.mktemp("pages")
    for number in range(1, 61):
        data = b"<h1>Service en maintenance</h1>" if number % 20 == 0 else make_page(number).data
        (pages / f"{number}.html").write_bytes(data)
    return pages


FORMATS = ("json", "jsonl", "csv", "graphml")


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "atlas_scraper", "parse", *map(str, arguments)]


def test_two_processes_write_the_same_bytes_and_words_as_one(folder: Path, tmp_path: Path) -> None:
    forms = [word for form in FORMATS for word in ("--format", form)]
    runs, made = [], []
    for jobs in ("1", "2"):
        place = tmp_path / jobs
        place.mkdir()
        work = command(folder, *forms, "--output", "made", "--jobs", jobs)
        runs.append(subprocess.run(work, cwd=place, capture_output=True, check=False))  # noqa: S603 - our own command
        made.append(bytes_of(place / "made"))
    one, two = runs
    assert (one.stdout, one.stderr, one.returncode) == (two.stdout, two.stderr, two.returncode)
    assert one.stderr.count(b"error:") == 3
    assert made[0] == made[1]
    assert {Path(name).suffix for name in made[0]} >= {f".{form}" for form in FORMATS}
    assert made[0]["partnerships.jsonl"].count(b"\n") == 57


def children_of(parent: int) -> set[int]:
    return {
        int(each.name)
        for each in Path("/proc").iterdir()
        if each.name.isdigit() and f"PPid:\t{parent}\n" in _text(each / "status")
    }


def is_alive(process: int) -> bool:
    status = _text(Path(f"/proc/{process}/status"))
    return bool(status) and "State:\tZ" not in status


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except OSError:
        return ""


def within(seconds: float, is_so: Callable[[], bool]) -> bool:
    end = time.monotonic() + seconds
    while not (so := is_so()) and time.monotonic() < end:
        time.sleep(0.02)
    return so


@pytest.fixture(scope="module")
def long_work(folder: Path) -> list[str]:
    """Give a command that reads for long enough to be interrupted."""
    return command(*[folder] * 40, "--format", "jsonl", "--jobs", 2)


@pytest.mark.parametrize("how", ["Ctrl-C", "SIGINT to the command alone", "SIGTERM", "SIGKILL"])
def test_an_end_before_the_end_leaves_no_process_behind(long_work: list[str], tmp_path: Path, how: str) -> None:
    with (tmp_path / "out").open("wb") as out:
        run = subprocess.Popen(long_work, stdout=out, stderr=subprocess.PIPE, start_new_session=True)  # noqa: S603
        assert within(30, lambda: (tmp_path / "out").stat().st_size > 0)
        workers = children_of(run.pid)
        assert len(workers) >= 2
        if how == "Ctrl-C":  # which a terminal sends to all
            os.killpg(run.pid, signal.SIGINT)
        else:
            run.send_signal({"SIGTERM": signal.SIGTERM, "SIGKILL": signal.SIGKILL}.get(how, signal.SIGINT))
        _, words = run.communicate(timeout=30)
    assert within(10, lambda: not any(map(is_alive, workers)))
    if "SIG" not in how or how.startswith("SIGINT"):
        assert run.returncode == 130
        assert words.endswith(b"interrupted\n")
        assert b"Traceback" not in words


def test_a_terminal_shows_how_many_pages_are_read_of_how_many(folder: Path) -> None:
    ours, theirs = pty.openpty()
    work = command(folder, "--format", "jsonl", "--jobs", 2)
    run = subprocess.Popen(work, stdout=subprocess.DEVNULL, stderr=theirs)  # noqa: S603 - our own command
    os.close(theirs)
    shown = b""
    with suppress(OSError):  # what reading from a terminal that is gone raises
        while piece := os.read(ours, 4096):
            shown += piece
    os.close(ours)
    assert run.wait(30) == 1
    assert b"reading pages" in shown
    assert b"60/60" in shown


def test_ctrl_c_is_one_though_a_library_makes_an_error_of_it() -> None:
    @plain_endings()
    def interrupted() -> None:
        try:
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(1)
        except KeyboardInterrupt as one:
            raise ValueError("pydantic cannot write this") from one

    with pytest.raises(typer.Exit) as ended:
        interrupted()
    assert ended.value.exit_code == 130
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_killed_worker_changes_no_byte(folder: Path, tmp_path: Path) -> None:
    work = command(*[folder] * 2, "--format", "jsonl")
    expected = subprocess.run([*work, "--jobs", "1"], capture_output=True, check=False).stdout  # noqa: S603
    with (tmp_path / "out").open("wb") as out:
        run = subprocess.Popen([*work, "--jobs", "2"], stdout=out, stderr=subprocess.DEVNULL)  # noqa: S603
        assert within(30, lambda: (tmp_path / "out").stat().st_size > 0)
        os.kill(max(children_of(run.pid)), signal.SIGKILL)
        assert run.wait(60) == 1  # for the pages that are none
    assert (tmp_path / "out").read_bytes() == expected
