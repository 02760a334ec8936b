"""Archives read on Dask: real workers, in processes of their own, one of which is killed."""

import hashlib
import json
import os
import signal
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from nights import bytes_of, differing, page_of
from test_archive import NIGHT, SITE
from test_jobs import children_of, is_alive, within

from atlas_scraper.fetch.archive import ArchiveWriter
from atlas_scraper.fetch.members import records_of_members
from atlas_scraper.fetch.raw_page import RawPage

pytest.importorskip("distributed")
FILES, PAGES = 6, 12
_DEADLY = """
import hashlib, os
true = hashlib.sha256
def sha256(data=b"", **others):
    if b"Page fatale" in data:
        os.kill(os.getpid(), 9)
    return true(data, **others)
hashlib.sha256 = sha256
"""


def capture(address: str, body: bytes, status: int = 200) -> RawPage:
    return RawPage(address, status, "OK", (("Content-Length", str(len(body))),), body, body, NIGHT)


def write(path: Path, *pages: RawPage) -> list[tuple[int, int]]:
    """Write an archive, and give where its records stand."""
    writer = ArchiveWriter(path, about={"software": "atlas_scraper/tests"})
    for each in pages:
        writer.write(each)
    writer.close()
    size = path.stat().st_size
    with path.open("rb") as file:  # the first record is about the archive
        starts = [offset for offset, _, _ in records_of_members(file, 0, size, print)][1:]
    return [(start, end - start) for start, end in pairwise([*starts, size])]


def pages_of(file: int) -> list[RawPage]:
    pages = [capture(f"{SITE}{number}", page_of(number)) for number in range(file * PAGES + 1, (file + 1) * PAGES + 1)]
    pages[5] = capture(pages[5].address, b"<h1>Service en maintenance</h1>")
    pages[7] = capture(pages[7].address, b"", status=404)
    return [*pages, capture("https://pastel.example.org/logo.png", b"\x89PNG" + bytes(500))]


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archives")
    for file in range(FILES):
        write(folder / f"{file}.warc.gz", *pages_of(file))
    return folder


def command(*arguments: object, to: Path) -> list[str]:
    words = ("parse", "--cluster", "local", "--jobs", 2, *arguments, "--output", to)
    return [sys.executable, "-m", "atlas_scraper", *map(str, words)]


def run(*arguments: object, to: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    with_ours = {**os.environ, **environment}
    return subprocess.run(  # noqa: S603 - our own command
        command(*arguments, to=to), capture_output=True, text=True, check=False, env=with_ours, timeout=120
    )


def summary_of(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "summary.json").read_text("utf-8"))
    return found


def records_of(folder: Path) -> list[dict[str, Any]]:
    files = sorted((folder / "partnerships").glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def undisturbed(archives: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("out") / "parts"
    done = run(archives, to=to)
    assert (done.returncode, done.stdout) == (1, "")  # for the pages of maintenance
    assert f"{FILES * (PAGES - 2)} records, {FILES} errors" in done.stderr
    return to


def test_the_parts_hold_what_parse_reads(undisturbed: Path, archives: Path) -> None:
    direct = [sys.executable, "-m", "atlas_scraper", "parse", str(archives), "--format", "jsonl"]
    lines = subprocess.run(direct, capture_output=True, text=True, check=False).stdout.splitlines()  # noqa: S603
    by_number = sorted(map(json.loads, lines), key=lambda record: record["project_id"])
    assert records_of(undisturbed) == by_number
    assert len(by_number) == FILES * (PAGES - 2)


def test_the_manifest_has_counts_and_digests_of_all_files(undisturbed: Path) -> None:
    manifest = json.loads((undisturbed / "manifest.json").read_text("utf-8"))
    described = {each["path"]: (each["bytes"], each["hash"]) for part in manifest["parts"] for each in part["files"]}
    there = {
        name: (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
        for name, data in bytes_of(undisturbed).items()
        if name not in {"manifest.json", "summary.json"}
    }
    assert described == there
    assert {name.partition("/")[0] for name in there} >= {"partnerships", "funding", "errors"}
    summary = summary_of(undisturbed)
    assert manifest["summary"] == summary
    assert (summary["parts"], summary["errors"]) == (FILES, {"maintenance": FILES})
    assert summary["captures_passed_over"] == {"another address": FILES, "status 404": FILES}


def test_a_worker_killed_in_mid_run_changes_no_byte(undisturbed: Path, archives: Path, tmp_path: Path) -> None:
    to = tmp_path / "parts"
    with subprocess.Popen(command(archives, to=to), stderr=subprocess.DEVNULL) as process:  # noqa: S603
        assert within(60, (to / "partnerships").exists)
        workers = [each for each in children_of(process.pid) if b"spawn_main" in _command_of(each)]
        assert len(workers) == 2
        os.kill(workers[0], signal.SIGKILL)
        assert process.wait(120) == 1
    assert not differing(to, undisturbed)


def _command_of(process: int) -> bytes:
    return Path(f"/proc/{process}/cmdline").read_bytes()


def test_ctrl_c_leaves_no_process_behind(archives: Path, tmp_path: Path) -> None:
    process = subprocess.Popen(  # noqa: S603
        command(archives, to=tmp_path / "x"), stderr=subprocess.PIPE, start_new_session=True
    )
    assert within(60, lambda: len(children_of(process.pid)) >= 2)
    workers = children_of(process.pid)
    os.killpg(process.pid, signal.SIGINT)
    _, words = process.communicate(timeout=60)
    assert (process.returncode, words.endswith(b"interrupted\n"), b"Traceback" in words) == (130, True, False)
    assert within(10, lambda: not any(map(is_alive, workers)))


def test_a_page_that_kills_its_worker_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(_DEADLY, "utf-8")
    pages = [capture(f"{SITE}{number}", page_of(number)) for number in range(1, 9)]
    pages[2] = capture(f"{SITE}3", page_of(3).replace(b"</body>", b"<!-- Page fatale --></body>"))
    write(tmp_path / "a.warc.gz", *pages)
    done = run(tmp_path / "a.warc.gz", to=tmp_path / "out", PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert [record["project_id"] for record in records_of(tmp_path / "out")] == [1, 2, 4, 5, 6, 7, 8]
    (error,) = (tmp_path / "out" / "errors" / "part-00000.jsonl").read_text("utf-8").splitlines()
    assert (json.loads(error)["address"], json.loads(error)["kind"]) == (f"{SITE}3", "ProcessDied")


def test_a_cluster_that_is_not_there_and_a_folder_that_is_not_empty_are_wrong_usage(tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", *pages_of(0)[:2])
    nobody = [sys.executable, "-m", "atlas_scraper", "parse", str(tmp_path / "a.warc.gz"), "--cluster"]
    nobody += ["tcp://127.0.0.1:9", "--output", str(tmp_path / "out")]
    gone = subprocess.run(nobody, capture_output=True, text=True, check=False)  # noqa: S603
    assert (gone.returncode, "none at tcp://127.0.0.1:9" in " ".join(gone.stderr.split())) == (2, True)
    full = run(tmp_path / "a.warc.gz", to=tmp_path)
    assert (full.returncode, "an empty folder" in " ".join(full.stderr.split())) == (2, True)
