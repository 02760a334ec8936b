"""Store and release files into commands: whatever lies there, a command ends with a code of ours and its reason."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from damaged import damaged
from fuzzing import examples
from hypothesis import given
from hypothesis import strategies as st
from nights import leave_out_what_is_slow, night
from typer.testing import CliRunner

from atlas_scraper.commands.app import app
from atlas_scraper.local_atlas.server import LocalAtlas

COMMANDS = (
    ("status", "--output", "data"),
    ("status", "--output", "data", "--format", "json"),
    ("status", "--output", "data", "--format", "prometheus"),
    ("runs", "--output", "data"),
    ("verify", "--output", "data"),
    ("rollback", "A", "--output", "data"),
    ("reparse", "--output", "data"),
    ("diff", "data/releases/A", "data/releases/B"),
    ("report", "data/latest", "--output", "made.html"),
    ("refresh", "--output", "data", "--ids", "1-3", "--delay", "0", "--tries", "1", "--base-url", "SITE"),
)
SCRAPS = (
    *(
        b"{}",
        b"[]",
        b"null",
        b"NaN",
        b"1e999",
        b'"',
        b"\\ud800",
        b"\x00",
        b"\xff",
        b"\n",
        b"\n\n",
        b"{",
        b",",
        b"-1",
        b"9" * 25,
    ),
    *(
        b'{"project_id": 1}',
        b'{"project_id": "x"}',
        b'{"change": "added"}',
        b'"2026-13-45T99:99"',
        b"SQLite format 3\x00",
    ),
    *(b"true", b'"run"', b"[" * 2000, b"0001-01-01T00:00:00+14:00"),
)
NAMES = (
    "store.sqlite",
    "run.json",
    "partnerships.jsonl",
    "partnerships.json",
    "changes.jsonl",
    "issues.jsonl",
    "warc",
    "",
)
CODES = {0, 1, 2, 3, 4, 5}


@pytest.fixture(scope="module")
def atlas() -> Iterator[LocalAtlas]:
    with LocalAtlas(range(1, 6)) as server:
        yield server


@pytest.fixture(scope="module")
def dataset(atlas: LocalAtlas, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset of two nights, to be copied."""
    folder = tmp_path_factory.mktemp("fuzzed") / "data"
    with pytest.MonkeyPatch.context() as patch:
        leave_out_what_is_slow(patch)
        for ids in ((1, 2, 3), (1, 2, 3, 4)):
            assert night(folder, atlas.base_url, ids).release
    return folder


@examples()
@given(data=st.data())
def test_fuzz_datasets(
    data: st.DataObject, atlas: LocalAtlas, dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_out_what_is_slow(monkeypatch)
    monkeypatch.chdir(tmp_path)
    shutil.rmtree("data", ignore_errors=True)
    shutil.copytree(dataset, "data", symlinks=True)
    for _ in range(data.draw(st.integers(1, 3))):
        spoil(data)
    names = [os.fspath(path) for path in sorted(Path("data/releases").glob("*"))] or ["data", "data"]
    first, last = names[0], names[-1]
    words = {"data/releases/A": first, "data/releases/B": last, "A": Path(first).name, "SITE": atlas.base_url}
    for command in data.draw(st.lists(st.sampled_from(COMMANDS), min_size=1, max_size=3)):
        done = CliRunner().invoke(app, [words.get(word, word) for word in command])
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        assert done.exit_code in CODES
        assert "Traceback" not in done.output
        assert done.exit_code == 0 or done.output.strip()


def spoil(data: st.DataObject) -> None:
    """Let an accident happen to one file of the dataset."""
    files = sorted(os.fspath(path) for path in Path("data").rglob("*") if path.is_file() or path.is_symlink())
    part = data.draw(st.sampled_from(NAMES))
    file = Path(data.draw(st.sampled_from([file for file in files if part in file] or files)))
    match data.draw(st.sampled_from(["bytes", "bytes", "bytes", "gone", "folder", "empty", "other", "nowhere"])):
        case "bytes" if file.is_file():
            file.write_bytes(data.draw(damaged([file.read_bytes()], SCRAPS, most=4)))
        case "gone":
            file.unlink()
        case "folder":
            file.unlink()
            file.mkdir()
        case "empty" if file.is_file():
            file.write_bytes(b"")
        case "other" if file.is_file():
            other = data.draw(st.sampled_from(files))
            if Path(other).is_file():
                file.write_bytes(Path(other).read_bytes())
        case "nowhere":
            file.unlink()
            file.symlink_to("nowhere")
