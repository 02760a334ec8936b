"""The commands of docs/archives.md, as they stand there, against archives on the loopback."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from archive_servers import CommonCrawl, InternetArchive
from archived import keep, ten_years
from nights import leave_out_what_is_slow, released
from test_discover_and_backfill import run

from atlas_scraper.sources.archives import KNOWN

DOCS = Path(__file__).parents[1] / "docs" / "archives.md"
BLOCKS = [
    [shlex.split(line.removeprefix("atlas-scraper "), comments=True) for line in block.splitlines()]
    for block in re.findall(r"(?s)```bash\n(.*?)```", DOCS.read_text("utf-8"))
]
(CLOSED, IDS, REPLAY, (_, *IN_S3)) = BLOCKS


@pytest.fixture(autouse=True)
def archives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[InternetArchive]:
    """The Internet Archive and Common Crawl, by their names, and an empty folder to work in."""
    leave_out_what_is_slow(monkeypatch)
    monkeypatch.setenv("ATLAS_DELAY", "0")
    monkeypatch.chdir(tmp_path)
    crawl = keep(tmp_path / "crawl.warc.gz", ten_years()[-1:])
    with InternetArchive(ten_years()[:-1]) as wayback, CommonCrawl({"CC-MAIN-2022": crawl}) as common:
        known = {"web.archive.org": (wayback.index, wayback.replay), "commoncrawl": (common.index, common.address)}
        for name, (index, captures) in known.items():
            monkeypatch.setitem(KNOWN, name, replace(KNOWN[name], index=index, captures=captures))
        yield wayback


def test_the_dataset_is_built_from_two_archives_with_the_site_closed() -> None:
    assert [command[0] for command in CLOSED] == ["discover", "backfill", "refresh"]
    for command in CLOSED:
        run(*command)
    sources = {number: each["provenance"]["source"] for number, each in released(Path("output")).items()}
    assert sources == {11: "web.archive.org", 12: "web.archive.org", 20: "commoncrawl"}


def test_the_same_commands_given_again_ask_the_archives_for_no_capture_again(archives: InternetArchive) -> None:
    for command in (*CLOSED[:2], *CLOSED[:2]):
        run(*command)
    asked = [path for path in archives.requests if path.startswith("/web/")]
    assert len(asked) == len(set(asked)) > 0


def test_the_table_serves_as_ids_for_the_site_and_for_a_replay(archives: InternetArchive) -> None:
    run(*CLOSED[0])
    ((site,), (replay,)) = IDS, REPLAY
    assert len(run(*site, "--dry-run").stdout.split()) == len({one.number for one in ten_years()})
    there = [
        word.replace("https://archive.example/coll/id_/", f"{archives.replay}20190304050607id_/") for word in replay
    ]
    assert len(run(*there, "--dry-run").stdout.split()) == len({one.number for one in ten_years()})


def test_common_crawl_in_s3_is_found_by_its_index() -> None:
    run(*IN_S3[0])
    assert "s3://commoncrawl/crawl-data/CC-MAIN-2022/" in Path("captures.csv").read_text("utf-8")
    assert IN_S3[1] == CLOSED[1]
