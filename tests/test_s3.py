"""Archives that lie in S3: captures in ranges, whole archives and their indexes, and what is said when they do not."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from apart import commands_or_skip
from archive_servers import CommonCrawl
from archived import Captured, at, keep, page
from s3_server import Buckets, install
from test_discover_and_backfill import contents, discover, fill, held, run

from atlas_scraper.cluster.places import AHEAD_OF_A_CAPTURE, opened
from atlas_scraper.sources import archives as known

s3fs = pytest.importorskip("s3fs")
BUCKET = "commoncrawl"
CAPTURES = [Captured(number, at(2015 + number % 3), page(number, 1)) for number in range(1, 7)]


@pytest.fixture(scope="module")
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Buckets]:
    commands = commands_or_skip(request.config, install, "moto")
    with Buckets(commands, tmp_path_factory.mktemp("moto")) as buckets:
        buckets.put(BUCKET)
        yield buckets


@pytest.fixture
def buckets(server: Buckets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Buckets]:
    """The server, found by what tells every S3 library of one, and asked without pauses."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name, value in (server.environment | {"HOME": str(tmp_path)}).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(known, "_LEAST", 0.0)
    s3fs.S3FileSystem.clear_instance_cache()
    yield server
    s3fs.S3FileSystem.clear_instance_cache()


def listed(folder: Path, bucket: str = BUCKET) -> dict[str, bytes]:
    """Write a table of captures whose WARC file lies in a bucket; give that file by its key."""
    file = keep(folder / f"{bucket}.warc.gz", CAPTURES)
    with CommonCrawl({"CC-MAIN-2015": file}) as server:
        discover(folder / "t.csv", server.index, "--captures", f"s3://{bucket}/")
        (key,) = {line["filename"] for line in server.lines_of("CC-MAIN-2015")}
    return {key: file.read_bytes()}


def test_captures_are_read_from_a_bucket_in_ranges_and_once(buckets: Buckets, tmp_path: Path) -> None:
    ((key, data),) = listed(tmp_path).items()
    buckets.put(f"{BUCKET}/{key}", data)
    before = len(buckets.reads)
    for _ in range(2):
        fill(tmp_path)
    assert contents(tmp_path / "archived") == held(CAPTURES)
    assert buckets.reads[before:] == [(f"{BUCKET}/{key}", 206)] * len(CAPTURES)


def test_a_bucket_is_not_read_faster_than_is_polite(
    buckets: Buckets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ((key, data),) = listed(tmp_path).items()
    buckets.put(f"{BUCKET}/{key}", data)
    monkeypatch.undo()  # of the tests' haste
    for name, value in buckets.environment.items():
        monkeypatch.setenv(name, value)
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    fill(tmp_path)
    assert len([seconds for seconds in slept if 0.5 < seconds <= 1]) == len(CAPTURES) - 1


def test_a_file_that_is_not_in_its_bucket_is_asked_for_once_and_noted(buckets: Buckets, tmp_path: Path) -> None:
    listed(tmp_path)
    buckets.put("elsewhere")
    (tmp_path / "t.csv").write_text((tmp_path / "t.csv").read_text("utf-8").replace(f"//{BUCKET}/", "//elsewhere/"))
    words = [fill(tmp_path).stderr for _ in range(2)]
    assert f"{len(CAPTURES)} not there" in " ".join(words[0].split())
    assert [path for path, status in buckets.reads if path.startswith("elsewhere/crawl-data") and status == 404] == [
        path for path, _ in buckets.reads if path.startswith("elsewhere/crawl-data")
    ]
    assert sum(path.startswith("elsewhere/crawl-data") for path, _ in buckets.reads) == len(CAPTURES)


def test_of_a_file_elsewhere_little_more_is_read_than_is_wanted(
    buckets: Buckets, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, fetch = list[int](), s3fs.core.S3File._fetch_range

    def noted(file: Any, start: int, end: int) -> bytes:
        read.append(end - start)
        data: bytes = fetch(file, start, end)
        return data

    monkeypatch.setattr(s3fs.core.S3File, "_fetch_range", noted)
    buckets.put(f"{BUCKET}/large", bytes(5_000_000))
    with opened(f"s3://{BUCKET}/large", AHEAD_OF_A_CAPTURE) as file:
        file.seek(1_000_000)
        assert len(file.read(15_000)) == 15_000
    assert sum(read) <= 15_000 + AHEAD_OF_A_CAPTURE


def said(done: Any) -> str:
    return " ".join(done.stderr.split())


def test_a_bucket_that_is_not_there_ends_the_run_and_nothing_is_noted(buckets: Buckets, tmp_path: Path) -> None:
    ((key, data),) = listed(tmp_path, "misspelt").items()
    words = said(fill(tmp_path, code=3))
    assert "no bucket misspelt" in words
    assert "next: check the name" in words
    assert not (tmp_path / "archived" / "not-captured.jsonl").exists()
    buckets.put("misspelt")
    buckets.put(f"misspelt/{key}", data)
    fill(tmp_path)
    assert contents(tmp_path / "archived") == held(CAPTURES)


def test_without_credentials_the_run_ends_and_says_how_to_give_some(
    buckets: Buckets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ((key, data),) = listed(tmp_path).items()
    buckets.put(f"{BUCKET}/{key}", data)
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    words = said(fill(tmp_path, code=3))
    assert "Unable to locate credentials" in words
    assert "AWS_ACCESS_KEY_ID" in words
    assert "Traceback" not in words


def without_s3fs(*words: object) -> "subprocess.CompletedProcess[str]":
    """Run a command in a process that has no s3fs."""
    script = "import sys; sys.modules['s3fs'] = None\nfrom atlas_scraper.commands.app import main; main()"
    command = [sys.executable, "-c", script, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ourselves


@pytest.mark.parametrize("what", ["backfill", "parse"])
def test_without_the_extra_one_is_told_which_to_install(what: str, buckets: Buckets, tmp_path: Path) -> None:
    listed(tmp_path)
    to = ("--output", tmp_path / "out")
    words = (tmp_path / "t.csv", *to) if what == "backfill" else (f"s3://{BUCKET}/", "--cluster", "local", *to)
    done = without_s3fs(what, *words)
    assert (done.returncode, "pip install 'atlas-scraper[s3]'" in said(done)) == (3 if what == "backfill" else 2, True)
    assert "Traceback" not in done.stderr
    assert buckets.address not in done.stderr


def on_cluster(source: str, to: str, code: int = 0) -> Any:
    return run("parse", "--cluster", "local", "--jobs", 1, source, "--output", to, code=code)


def test_a_cluster_reads_archives_and_indexes_from_a_bucket_and_writes_into_one(
    buckets: Buckets, tmp_path: Path
) -> None:
    halves = {"a.warc.gz": CAPTURES[:2], "b.warc.gz": CAPTURES[2:4], "c.warc.gz": CAPTURES[4:]}
    files = {name: keep(tmp_path / name, captures) for name, captures in halves.items()}
    with CommonCrawl(files) as server:
        lines = {
            name: [line | {"filename": name} for line in server.lines_of(name)] for name in files if name[0] != "a"
        }
    index = {name: "".join(f"key {each['timestamp']} {json.dumps(each)}\n" for each in lines[name]) for name in lines}
    with zipfile.ZipFile(tmp_path / "c.wacz", "w") as wacz:
        wacz.write(files["c.warc.gz"], "archive/c.warc.gz")
        wacz.writestr("indexes/index.cdxj", index["c.warc.gz"])
    buckets.put("mine")
    for name in ("a.warc.gz", "b.warc.gz", "c.wacz"):
        buckets.put(f"mine/2015/{name}", (tmp_path / name).read_bytes())
    buckets.put("mine/2015/b.cdxj", index["b.warc.gz"].encode())
    on_cluster("s3://mine/2015/", "s3://mine/parts")
    system = s3fs.S3FileSystem()
    manifest = json.loads(system.cat_file("mine/parts/manifest.json"))
    names = ("a.warc.gz", "b.warc.gz", "c.wacz: archive/c.warc.gz")
    assert [part["source"] for part in manifest["parts"]] == [f"s3://mine/2015/{name}" for name in names]
    assert ["captures" in part for part in manifest["parts"]] == [False, True, True]
    texts = system.cat(system.glob("mine/parts/partnerships/*.jsonl")).values()
    records = [json.loads(line) for text in texts for line in text.decode().splitlines()]
    local = run("parse", *files.values(), "--format", "jsonl")
    assert sorted(records, key=lambda one: one["project_id"]) == list(map(json.loads, local.stdout.splitlines()))
    assert "an empty folder" in said(on_cluster("s3://mine/2015/", "s3://mine/parts", code=2))


@pytest.mark.parametrize(
    ("place", "found"),
    [("s3://nowhere/2015/", "none in s3://nowhere/2015/"), (f"s3://{BUCKET}/x.warc.gz", f"no s3://{BUCKET}/x.warc.gz")],
)
def test_a_cluster_that_finds_no_archive_in_a_bucket_says_so(
    place: str, found: str, buckets: Buckets, tmp_path: Path
) -> None:
    assert buckets
    assert found in said(on_cluster(place, str(tmp_path / "out"), code=2))


def test_a_cluster_without_credentials_says_how_to_give_some(
    buckets: Buckets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    words = said(on_cluster(f"s3://{BUCKET}/", str(tmp_path / "out"), code=2))
    assert buckets
    assert "AWS_ACCESS_KEY_ID" in words
