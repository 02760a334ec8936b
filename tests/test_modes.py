"""Files that name people are their owner's alone from the first byte on, and what is public can be reached."""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from records import full_record
from test_release import facts_of

from atlas_scraper.dataset.release import Content, write_release
from atlas_scraper.record.model import Partnership
from atlas_scraper.writers import Format, write_records
from atlas_scraper.writers.files import complete_files


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def watching(folder: Path, seen: set[tuple[str, int]]) -> Callable[[], Iterator[Partnership]]:
    """Give records, and look at the modes of all files in a folder while they are written."""

    def records() -> Iterator[Partnership]:
        for number in (1, 2, 3):
            yield full_record(number)
            seen.update((str(path), mode(path)) for path in folder.rglob("*") if path.is_file())

    return records


def test_files_are_private_while_they_are_written_and_as_the_umask_says_when_complete(
    umask: int, tmp_path: Path
) -> None:
    seen: set[tuple[str, int]] = set()
    write_records(watching(tmp_path, seen)(), tmp_path, Format)
    assert len(seen) > len(Format)
    assert {each for _, each in seen} == {0o600}
    assert {mode(path) for path in tmp_path.iterdir()} == {0o666 & ~umask}


def test_a_leftover_of_a_killed_run_lends_no_mode(tmp_path: Path) -> None:
    leftover = tmp_path / f".a.{os.getpid()}.tmp"
    leftover.touch(0o644)
    with complete_files(tmp_path) as files:
        files.text("a").write("x")
        assert mode(leftover) == 0o600


def test_a_release_is_private_until_it_is_whole_and_its_twin_can_be_reached_whatever_the_umask(
    umask: int, tmp_path: Path
) -> None:
    assert os.umask(umask) == umask
    seen: set[tuple[str, int]] = set()
    output = tmp_path / "new"
    records = watching(output, seen)
    full, public = facts_of("r1"), replace(facts_of("r1"), is_public=True)
    folder = write_release(output, "r1", [Content(records, full, {}), Content(records, public, {}, folder="public")])
    assert {each for path, each in seen if path.endswith((".tmp", "-journal"))} == {0o600}
    assert {mode(path) for path in folder.iterdir() if path.is_file()} == {0o600}
    assert {mode(path) for path in (folder / "public").iterdir()} == {0o644}
    assert mode(folder) == 0o711
    assert mode(folder / "public") == 0o755
    assert [mode(each) & 0o111 for each in (output, output / "releases")] == [0o111] * 2


def test_the_umask_is_as_before_when_a_release_fails(tmp_path: Path, umask: int) -> None:
    def fail() -> Iterator[Partnership]:
        yield full_record(1)
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        write_release(tmp_path, "r1", [Content(fail, facts_of("r1"), {})])
    now = os.umask(umask)
    assert now == umask
