"""A run that is killed, terminated or interrupted at any moment: the next one goes on, and ends with the same bytes."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from nights import differing, leave_out_what_is_slow, night, released, report
from prepared import Prepared

from atlas_scraper.local_atlas.server import LocalAtlas

IDS = tuple(range(1, 31))
MANY = tuple(range(1, 161))
QUICK = {"ATLAS_TEST_QUICK": "1"}  # what is slow to write says nothing of what was asked for
KILLS = 25
LONGEST = 0.02  # about a page
ENVIRONMENT = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"}


def start(output: Path, *options: str, environment: Mapping[str, str] = os.environ) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "atlas_scraper", "refresh", "--output", str(output), *options]
    return subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )


def finish(output: Path, *options: str, environment: Mapping[str, str] = os.environ) -> tuple[int, str]:
    process = start(output, *options, environment=environment)
    _, words = process.communicate(timeout=600)
    return process.returncode, words


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("first")
    with LocalAtlas(IDS) as atlas:
        night(output, atlas.base_url, IDS, timeout=30)
    return output / "archive"


@pytest.fixture(scope="module")
def prepared() -> Iterator[Prepared]:
    with Prepared(**ENVIRONMENT) as prepared:
        yield prepared


@pytest.fixture(scope="module")
def replay(prepared: Prepared, archive: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """Give the dataset of a replay that nobody disturbed, and the seconds that it took."""
    output, begun = tmp_path_factory.mktemp("replayed"), time.monotonic()
    options = ("refresh", "--output", str(output), "--from-archive", str(archive))
    assert prepared.finish(output / "words", *options) == 0
    return output, time.monotonic() - begun


@pytest.fixture(scope="module")
def replayed(replay: tuple[Path, float]) -> Path:
    return replay[0]


def without_times(folder: Path) -> dict[int, dict[str, object]]:
    return {
        number: {name: value for name, value in record.items() if name != "provenance"}
        for number, record in released(folder).items()
    }


def moments(count: int, until: float, chance: random.Random) -> list[float]:
    """Draw a moment in each of so many stretches of a time, in any order."""
    drawn = [(number + chance.random()) / count * until for number in range(count)]
    chance.shuffle(drawn)
    return drawn


def test_a_run_killed_at_random_moments_asks_for_one_page_again_at_most_and_ends_the_same(
    prepared: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(20261124)  # noqa: S311 - no secret
    killed, words = tmp_path / "killed", tmp_path / "words"
    with LocalAtlas(MANY) as atlas:
        options = ("--base-url", atlas.base_url, "--ids", f"1-{MANY[-1]}", "--delay", "0")
        for moment in moments(KILLS, LONGEST, chance):
            assert not (killed / "latest").exists(), "the run ended before it was killed so often"
            seen = len(atlas.requests)
            process = prepared.start(words, "refresh", "--output", str(killed), *options)
            until = time.monotonic() + 60
            few = chance.randint(2, 7)  # of which two are no page of a project; whatever the speed of the machine
            while len(atlas.requests) < seen + few and time.monotonic() < until:
                time.sleep(0.001)
            time.sleep(moment)
            os.kill(process, signal.SIGKILL)
            assert prepared.wait() in {-signal.SIGKILL, 0}, words.read_text()
        code = prepared.finish(words, "refresh", "--output", str(killed), *options, **QUICK)
        asked = Counter(path for _, path in atlas.requests if "prjId" in path and "999999999" not in path)
        leave_out_what_is_slow(monkeypatch)
        night(tmp_path / "whole", atlas.base_url, MANY, timeout=30)
    assert code == 0, words.read_text()
    assert sum(asked.values()) - len(asked) <= KILLS
    assert without_times(killed) == without_times(tmp_path / "whole")


def test_a_replay_killed_at_random_moments_ends_with_the_same_bytes(
    prepared: Prepared, archive: Path, replay: tuple[Path, float], tmp_path: Path
) -> None:
    (replayed, whole), words, killed = replay, tmp_path / "words", tmp_path / "killed"
    options = ("refresh", "--output", str(killed), "--from-archive", str(archive))
    for moment in moments(6, whole, random.Random(1)):  # noqa: S311 - no secret
        if (killed / "latest").exists():
            break  # what follows would be a night of its own
        process = prepared.start(words, *options)
        time.sleep(moment)
        os.kill(process, signal.SIGKILL)
        assert prepared.wait() in {-signal.SIGKILL, 0}, words.read_text()
    assert (killed / "latest").exists() or prepared.finish(words, *options) == 0, words.read_text()
    assert not differing(killed / "latest", replayed / "latest")


@pytest.mark.parametrize("others", [("1", "Pacific/Auckland", "fr_FR.UTF-8"), ("2", "America/Lima", "POSIX")])
def test_the_same_archive_gives_the_same_bytes_whatever_the_environment(
    others: tuple[str, str, str], archive: Path, replayed: Path, tmp_path: Path
) -> None:
    environment = os.environ | dict(zip(ENVIRONMENT, others, strict=True))
    assert finish(tmp_path, "--from-archive", str(archive), environment=environment)[0] == 0
    assert not differing(tmp_path / "latest", replayed / "latest")


def test_a_replay_gives_the_records_of_the_night_itself(archive: Path, replayed: Path) -> None:
    assert released(replayed) == released(archive.parent)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_saves_what_came_and_publishes_nothing(
    prepared: Prepared, number: signal.Signals, code: int, tmp_path: Path
) -> None:
    with LocalAtlas(IDS) as atlas:
        options = ("--base-url", atlas.base_url, "--ids", f"1-{IDS[-1]}", "--delay", "0.2")
        process = start(tmp_path, *options)
        while len(atlas.requests) < 6:
            time.sleep(0.02)
        process.send_signal(number)
        sent = time.monotonic()
        process.communicate(timeout=10)
        assert (process.returncode, time.monotonic() - sent < 5) == (code, True)
        assert (report(tmp_path)["outcome"], (tmp_path / "latest").exists()) == ("interrupted", False)
        before = len(atlas.requests)
        whole = ("refresh", "--output", str(tmp_path), *options[:-1], "0")
        assert prepared.finish(tmp_path / "words", *whole, **QUICK) == 0
        again = Counter(path for _, path in atlas.requests[before:]) & Counter(
            path for _, path in atlas.requests[:before]
        )
    assert sum(count for path, count in again.items() if "prjId" in path and "999999999" not in path) <= 1


def test_a_second_run_finds_the_lock_and_a_dead_one_leaves_none(prepared: Prepared, tmp_path: Path) -> None:
    with LocalAtlas(IDS) as atlas:
        options = ("--base-url", atlas.base_url, "--ids", f"1-{IDS[-1]}", "--delay", "0.2")
        process = start(tmp_path, *options)
        while len(atlas.requests) < 4:
            time.sleep(0.02)
        code, words = finish(tmp_path, *options)
        assert (code, f"process {process.pid}" in words) == (4, True)
        process.kill()
        process.communicate()
        whole = ("refresh", "--output", str(tmp_path), *options[:-1], "0")
        assert prepared.finish(tmp_path / "words", *whole, **QUICK) == 0
