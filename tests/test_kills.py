"""A run that is killed, terminated or interrupted at any moment: the next one goes on, and ends with the same bytes."""

import itertools
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
from nights import bytes_of, leave_out_what_is_slow, night, released, report
from prepared import Prepared

from atlas_scraper.local_atlas.server import LocalAtlas

IDS = tuple(range(1, 61))
MANY = tuple(range(1, 601))
KILLS = 100
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
def replayed(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the dataset of a replay that nobody disturbed."""
    output = tmp_path_factory.mktemp("replayed")
    assert finish(output, "--from-archive", str(archive), environment=os.environ | ENVIRONMENT)[0] == 0
    return output


def without_times(folder: Path) -> dict[int, dict[str, object]]:
    return {
        number: {name: value for name, value in record.items() if name != "provenance"}
        for number, record in released(folder).items()
    }


@pytest.fixture(scope="module")
def prepared() -> Iterator[Prepared]:
    with Prepared() as prepared:
        yield prepared


def test_a_run_killed_at_random_moments_asks_for_one_page_again_at_most_and_ends_the_same(
    prepared: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = random.Random(20261124)  # noqa: S311 - no secret
    killed, words = tmp_path / "killed", tmp_path / "words"
    with LocalAtlas(MANY) as atlas:
        options = ("--base-url", atlas.base_url, "--ids", f"1-{MANY[-1]}", "--delay", "0")
        kills = 0
        while kills < KILLS and not (killed / "latest").exists():
            seen = len(atlas.requests)
            process = prepared.start(words, "refresh", "--output", str(killed), *options)
            until = time.monotonic() + 60
            while len(atlas.requests) == seen and time.monotonic() < until:
                time.sleep(0.002)  # until it has started to ask
            time.sleep(moments.random() * 0.03)
            os.kill(process, signal.SIGKILL)
            assert prepared.wait() in {-signal.SIGKILL, 0}, words.read_text()
            kills += 1
        code, said = finish(killed, *options)
        asked = Counter(path for _, path in atlas.requests if "prjId" in path and "999999999" not in path)
        leave_out_what_is_slow(monkeypatch)
        night(tmp_path / "whole", atlas.base_url, MANY, timeout=30)
    assert code == 0, said
    assert kills == KILLS, "the run ended before it was killed so often"
    assert sum(asked.values()) - len(asked) <= kills
    assert without_times(killed) == without_times(tmp_path / "whole")


def test_a_replay_killed_at_random_moments_ends_with_the_same_bytes(
    prepared: Prepared, archive: Path, replayed: Path, tmp_path: Path
) -> None:
    options = ("--from-archive", str(archive))
    moments = random.Random(1)  # noqa: S311 - no secret
    killed = tmp_path / "killed"
    for turn in itertools.count():  # later and later, so that on a slow machine too the last one is done
        if (killed / "latest").exists():
            break
        process = prepared.start(tmp_path / "words", "refresh", "--output", str(killed), *options)
        time.sleep(moments.uniform(0.2, 0.8) * 1.3**turn)
        os.kill(process, signal.SIGKILL)
        assert prepared.wait() in {-signal.SIGKILL, 0}, (tmp_path / "words").read_text()
    assert bytes_of(killed / "latest") == bytes_of(replayed / "latest")


@pytest.mark.parametrize("others", [("1", "Pacific/Auckland", "fr_FR.UTF-8"), ("2", "America/Lima", "POSIX")])
def test_the_same_archive_gives_the_same_bytes_whatever_the_environment(
    others: tuple[str, str, str], archive: Path, replayed: Path, tmp_path: Path
) -> None:
    environment = os.environ | dict(zip(ENVIRONMENT, others, strict=True))
    assert finish(tmp_path, "--from-archive", str(archive), environment=environment)[0] == 0
    assert bytes_of(tmp_path / "latest") == bytes_of(replayed / "latest")


def test_a_replay_gives_the_records_of_the_night_itself(archive: Path, replayed: Path) -> None:
    assert released(replayed) == released(archive.parent)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_saves_what_came_and_publishes_nothing(number: signal.Signals, code: int, tmp_path: Path) -> None:
    with LocalAtlas(IDS) as atlas:
        options = ("--base-url", atlas.base_url, "--ids", "1-60", "--delay", "0.5")
        process = start(tmp_path, *options)
        while len(atlas.requests) < 6:
            time.sleep(0.02)
        process.send_signal(number)
        sent = time.monotonic()
        process.communicate(timeout=10)
        assert (process.returncode, time.monotonic() - sent < 5) == (code, True)
        assert (report(tmp_path)["outcome"], (tmp_path / "latest").exists()) == ("interrupted", False)
        before = len(atlas.requests)
        assert finish(tmp_path, *options[:-1], "0")[0] == 0
        again = Counter(path for _, path in atlas.requests[before:]) & Counter(
            path for _, path in atlas.requests[:before]
        )
    assert sum(count for path, count in again.items() if "prjId" in path and "999999999" not in path) <= 1


def test_a_second_run_finds_the_lock_and_a_dead_one_leaves_none(tmp_path: Path) -> None:
    with LocalAtlas(IDS) as atlas:
        options = ("--base-url", atlas.base_url, "--ids", "1-60", "--delay", "0.2")
        process = start(tmp_path, *options)
        while len(atlas.requests) < 4:
            time.sleep(0.02)
        code, words = finish(tmp_path, *options)
        assert (code, f"process {process.pid}" in words) == (4, True)
        process.kill()
        process.communicate()
        assert finish(tmp_path, *options[:-1], "0")[0] == 0
