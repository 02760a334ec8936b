import errno
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from records import make_record

from atlas_scraper.dataset import release as module
from atlas_scraper.dataset.changes import NoRelease
from atlas_scraper.dataset.reading_back import BrokenRelease
from atlas_scraper.dataset.release import Content, latest, prune, switch, write_release
from atlas_scraper.record.model import Partnership
from atlas_scraper.writers import Format, write_records
from atlas_scraper.writers.package import ReleaseFacts

Extras = dict[str, Callable[[], Iterable[str]]]


def records_of(title: str) -> Callable[[], Iterator[Partnership]]:
    return lambda: (make_record(project_id=number, title=title, context=["Un", "Deux"]) for number in (1, 2, 30))


def facts_of(run: str) -> ReleaseFacts:
    return ReleaseFacts(run, "2026-01-02T03:04:05+00:00", "https://example.org/cncdext/", 3, "atlas_scraper 1")


def write(output: Path, run: str, extras: Extras | None = None) -> Path:
    return write_release(output, run, [Content(records_of(run), facts_of(run), extras or {})])


def publish(output: Path, run: str) -> Path:
    folder = write(output, run, {"run.json": lambda: [f'"{run}"\n']})
    switch(output, folder)
    return folder


def state(output: Path) -> tuple[Path | None, dict[str, bytes]]:
    files = {str(path.relative_to(output)): path.read_bytes() for path in output.rglob("*") if path.is_file()}
    return latest(output), files


def names(output: Path) -> list[str]:
    return sorted(path.name for path in (output / "releases").iterdir())


def full_disk() -> OSError:
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def damage(monkeypatch: pytest.MonkeyPatch, name: str, change: Callable[[bytes], bytes]) -> None:
    def write_and_damage(records: Iterable[Partnership], folder: Path, formats: Iterable[Format], *more: Any) -> None:
        write_records(records, folder, formats, *more)
        (folder / name).write_bytes(change((folder / name).read_bytes()))

    monkeypatch.setattr(module, "write_records", write_and_damage)


def test_a_folder_without_releases_has_no_latest(tmp_path: Path) -> None:
    assert latest(tmp_path) is None


def test_a_release_is_written_aside_and_not_yet_the_latest(tmp_path: Path) -> None:
    folder = write(tmp_path, "r1")
    assert (folder, latest(tmp_path), names(tmp_path)) == (tmp_path / "releases" / "r1", None, ["r1"])


def test_a_release_holds_all_formats_and_the_further_files(tmp_path: Path) -> None:
    folder = write(tmp_path, "r1", {"run.json": lambda: ["{}\n"], "changes.jsonl": lambda: ["1\n", "2\n"]})
    wanted = {"partnerships.json", "partnerships.jsonl", "partnerships.csv", "funding.csv", "run.json", "changes.jsonl"}
    assert wanted <= {path.name for path in folder.iterdir()}
    assert (folder / "changes.jsonl").read_bytes() == b"1\n2\n"


def test_a_switch_makes_a_release_the_latest(tmp_path: Path) -> None:
    publish(tmp_path, "r1")
    second = publish(tmp_path, "r2")
    assert latest(tmp_path) == second.resolve()


def test_latest_is_a_relative_link_so_that_the_folder_can_move(tmp_path: Path) -> None:
    publish(tmp_path / "old", "r1")
    (tmp_path / "old").rename(tmp_path / "new")
    assert latest(tmp_path / "new") == (tmp_path / "new" / "releases" / "r1").resolve()


def test_a_switch_leaves_no_second_link(tmp_path: Path) -> None:
    publish(tmp_path, "r1")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["latest", "releases"]


def test_a_dataset_without_records_can_be_written(tmp_path: Path) -> None:
    folder = write_release(tmp_path, "r1", [Content(lambda: iter(()), facts_of("r1"), {})])
    assert json.loads((folder / "partnerships.json").read_bytes()) == []


def test_a_disk_full_while_records_are_written_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path, "r1")
    before = state(tmp_path)

    def fill(records: Iterable[Partnership], folder: Path, formats: Iterable[Format], *more: Any) -> None:
        write_records(records, folder, formats, *more)
        raise full_disk()

    monkeypatch.setattr(module, "write_records", fill)
    with pytest.raises(OSError, match="No space left"):
        write(tmp_path, "r2")
    assert (state(tmp_path), names(tmp_path)) == (before, ["r1"])


def test_a_disk_full_while_a_further_file_is_written_changes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, "r1")
    before = state(tmp_path)

    def lines() -> Iterator[str]:
        yield "one\n"
        raise full_disk()

    with pytest.raises(OSError, match="No space left"):
        write(tmp_path, "r2", {"changes.jsonl": lines})
    assert (state(tmp_path), names(tmp_path)) == (before, ["r1"])


def test_an_interrupted_release_leaves_nothing(tmp_path: Path) -> None:
    def lines() -> Iterator[str]:
        yield "one\n"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, "r1", {"changes.jsonl": lines})
    assert names(tmp_path) == []


def test_what_a_killed_run_left_is_written_anew(tmp_path: Path) -> None:
    for leftover in (".r1.partial", "r1"):
        folder = tmp_path / "releases" / leftover
        folder.mkdir(parents=True)
        (folder / "old.csv").write_text("old", "utf-8")
    folder = write(tmp_path, "r1")
    assert (names(tmp_path), (folder / "old.csv").exists()) == (["r1"], False)


def test_the_link_that_a_killed_switch_left_does_not_stop_the_next(tmp_path: Path) -> None:
    (tmp_path / f".latest.{os.getpid()}").symlink_to("nowhere")
    folder = publish(tmp_path, "r1")
    assert latest(tmp_path) == folder.resolve()


def test_prune_keeps_the_newest_releases(tmp_path: Path) -> None:
    for number in range(1, 6):
        publish(tmp_path, f"r{number}")
    assert (prune(tmp_path, 2), names(tmp_path)) == (["r1", "r2", "r3"], ["r4", "r5"])


def test_prune_keeps_the_latest_however_old_it_is(tmp_path: Path) -> None:
    first = publish(tmp_path, "r1")
    for number in range(2, 6):
        write(tmp_path, f"r{number}")
    assert (prune(tmp_path, 2), names(tmp_path)) == (["r2", "r3"], ["r1", "r4", "r5"])
    assert latest(tmp_path) == first.resolve()


def test_a_release_dated_in_the_future_holds_no_place_for_good(tmp_path: Path) -> None:
    for name in ("29990101T000000Z", "20260101T000000Z", "20260102T000000Z", "20260103T000000Z"):
        publish(tmp_path, name)
    assert (prune(tmp_path, 2), names(tmp_path)) == (
        ["29990101T000000Z", "20260101T000000Z"],
        ["20260102T000000Z", "20260103T000000Z"],
    )


def test_prune_removes_nothing_while_there_are_few(tmp_path: Path) -> None:
    publish(tmp_path, "r1")
    assert (prune(tmp_path, 2), names(tmp_path)) == ([], ["r1"])


def test_prune_removes_what_killed_runs_left(tmp_path: Path) -> None:
    publish(tmp_path, "r1")
    (tmp_path / "releases" / ".r0.partial").mkdir()
    prune(tmp_path, 2)
    assert names(tmp_path) == ["r1"]


def test_a_latest_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latest").symlink_to("releases/r1")
    with pytest.raises(NoRelease, match="latest is no link to a folder"):
        latest(tmp_path)


def test_a_latest_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latest").symlink_to("latest")
    with pytest.raises(NoRelease, match="latest is no link to a folder"):
        latest(tmp_path)


def test_a_latest_that_is_a_plain_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latest").mkdir()
    with pytest.raises(NoRelease, match="latest is no link to a folder"):
        latest(tmp_path)


def test_a_reader_that_resolves_latest_once_never_sees_a_mixture(tmp_path: Path) -> None:
    folders = [publish(tmp_path, f"r{number}") for number in range(4)]
    over, seen, mixtures = threading.Event(), set[str](), list[set[str]]()

    def read() -> None:
        while not over.is_set():
            folder = (tmp_path / "latest").resolve(strict=True)
            record = json.loads((folder / "partnerships.jsonl").read_text("utf-8").splitlines()[-1])
            runs = {record["title"], json.loads((folder / "run.json").read_text("utf-8")), folder.name}
            seen.update(runs)
            if len(runs) != 1:
                mixtures.append(runs)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for turn in range(50):
            switch(tmp_path, folders[turn % 4])
    finally:
        while not seen and reader.is_alive():
            pass
        over.set()
        reader.join()
    assert (mixtures, bool(seen)) == ([], True)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("partnerships.jsonl", lambda data: data[:-20]),
        ("partnerships.jsonl", lambda data: data.replace(b"r1", b"r2", 1)),
        ("partnerships.jsonl", lambda data: data + data),
        ("partnerships.jsonl", lambda data: data[: data.index(b"\n") + 1]),
        ("partnerships.jsonl", lambda data: data.replace(b"r1", b"\xff\xff", 1)),
        ("partnerships.jsonl", lambda data: bytes(len(data))),
        ("partnerships.json", lambda data: data[: len(data) // 2]),
        ("partnerships.json", lambda data: data[:-20]),
        ("partnerships.json", lambda _: b""),
        ("partnerships.csv", lambda data: data[: data.rindex(b",Titre") if b",Titre" in data else -200]),
        ("partnerships.csv", lambda data: data[: data.index(b"\n") + 1]),
        ("partnerships.csv", lambda data: data + b'1,"torn'),
        ("funding.csv", lambda data: data + b"1\n"),
        ("funding.parquet", lambda data: data[:-20]),
        ("atlas.sqlite", lambda data: data[:8192]),
        ("atlas.xlsx", lambda data: data[:-20]),
        ("atlas.xlsx", lambda data: data.replace(b"PK\x03\x04", b"PK\x03\x05", 1)),
    ],
    ids=[
        "cut",
        "another title",
        "twice",
        "one record",
        "no UTF-8",
        "zeros",
        "half",
        "no end",
        "empty",
        "cut row",
        "header alone",
        "open quote",
        "short row",
        "no foot",
        "torn database",
        "torn workbook",
        "damaged workbook",
    ],
)
def test_a_file_damaged_before_the_check_is_not_released(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, change: Callable[[bytes], bytes]
) -> None:
    damage(monkeypatch, name, change)
    with pytest.raises(BrokenRelease, match="the last release is untouched"):
        write(tmp_path, "r1")
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["partnerships.jsonl", "partnerships.json", "partnerships.csv"])
def test_a_record_more_than_was_written_is_not_released(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def again(data: bytes) -> bytes:
        first, second, *_, last = data.splitlines(keepends=True)
        if name.endswith("json"):
            return data.replace(second, second + second)
        return data + (last if name.endswith("jsonl") else data[len(first) :])

    damage(monkeypatch, name, again)
    with pytest.raises(BrokenRelease, match=name):
        write(tmp_path, "r1")
    assert names(tmp_path) == []


def test_a_further_file_whose_lines_are_no_json_is_not_released(tmp_path: Path) -> None:
    with pytest.raises(BrokenRelease, match="what was written"):
        write(tmp_path, "r1", {"changes.jsonl": lambda: ['{"project_id": 1']})


WRITTEN = """
import sys
from pathlib import Path
from records import make_record
from atlas_scraper.dataset.release import Content, write_release
from atlas_scraper.writers.package import ReleaseFacts
from atlas_scraper.dataset.changes import compare, Change
fields = {"end_date": "2018-12-31", "context": ["Été, œuvre", "Łódź"], "triennial": True, "status": "ongoing"}
row = {"funder": "Région", "amount_eur": "1234.50", "one_percent_eur": [None, "-3", "0.01"], "year": 2012}
records = [make_record(project_id=number, title="Où", funding=[row], **fields) for number in (1, 2, 30)]
change = Change(1, "changed", {name: {"before": None, "after": name} for name in fields})
facts = ReleaseFacts("r1", "2026-01-02T03:04:05+00:00", "https://example.org/", 3, "atlas_scraper 1")
content = Content(lambda: iter(records), facts, {"changes.jsonl": lambda: [change.line()]})
write_release(Path(sys.argv[1]), "r1", [content])
"""


def test_the_same_records_give_the_same_bytes_whatever_the_surroundings(tmp_path: Path) -> None:
    path = os.pathsep.join([str(Path(__file__).parents[1]), str(Path(__file__).parent)])
    surroundings = [("0", "UTC", "C.UTF-8"), ("1", "Pacific/Kiritimati", "C"), ("4242", "America/Caracas", "POSIX")]
    written, script = [], tmp_path / "write.py"  # a file: -c would be decoded by the locale
    script.write_text(WRITTEN, "utf-8")
    for seed, zone, locale in surroundings:
        settings = {"PYTHONPATH": path, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "0"}
        command = [sys.executable, str(script), str(tmp_path / seed)]
        subprocess.run(command, env=os.environ | settings, check=True, timeout=60)  # noqa: S603 - our own command
        written.append({file.name: file.read_bytes() for file in (tmp_path / seed / "releases" / "r1").iterdir()})
    assert written[0] == written[1] == written[2]
