"""A release appears whole or not at all; what changed is told field by field."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import make_record

from atlas_scraper.dataset import release
from atlas_scraper.dataset.changes import NoRelease, compare, read_release
from atlas_scraper.dataset.release import BrokenRelease, latest, prune, switch, write_release
from atlas_scraper.record.model import Partnership
from atlas_scraper.writers import write_records
from atlas_scraper.writers.json import dump


def records(*titles: str) -> list[Partnership]:
    return [make_record(project_id=number, title=title) for number, title in enumerate(titles, start=1)]


def publish(output: Path, run: str, *titles: str, extras: Any = None) -> Path:
    folder = write_release(output, run, lambda: iter(records(*titles)), extras or {"run.json": lambda: [f'"{run}"\n']})
    switch(output, folder)
    return folder


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_release_is_published_and_read_back(tmp_path: Path) -> None:
    publish(tmp_path, "1", "Un", "Deux")
    folder = latest(tmp_path)
    assert folder == (tmp_path / "releases" / "1").resolve()
    assert [record["title"] for record in read_release(folder)] == ["Un", "Deux"]


def test_a_full_disk_leaves_the_last_release_and_nothing_else(tmp_path: Path) -> None:
    publish(tmp_path, "1", "Un")

    def full() -> Iterator[str]:
        yield "a line\n"
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        publish(tmp_path, "2", "Un", extras={"run.json": full})
    assert (names(tmp_path / "releases"), latest(tmp_path)) == (["1"], (tmp_path / "releases" / "1").resolve())


def test_what_a_killed_run_left_is_written_anew(tmp_path: Path) -> None:
    for leftover in (".1.partial", "1"):
        (tmp_path / "releases" / leftover).mkdir(parents=True)
        (tmp_path / "releases" / leftover / "half").write_text("half")
    publish(tmp_path, "1", "Un")
    assert (names(tmp_path / "releases"), (tmp_path / "releases" / "1" / "half").exists()) == (["1"], False)


def test_a_file_damaged_on_the_way_is_found_when_it_is_read_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = write_records

    def damage(found: Any, folder: Path, formats: Any) -> None:
        write(found, folder, formats)
        file = folder / "partnerships.jsonl"
        file.write_text(file.read_text().replace("Deux", "Trois"))

    monkeypatch.setattr(release, "write_records", damage)
    with pytest.raises(BrokenRelease, match="project 2"):
        publish(tmp_path, "1", "Un", "Deux")
    assert names(tmp_path / "releases") == []


def test_old_releases_are_pruned_but_never_the_latest(tmp_path: Path) -> None:
    for run in "12345":
        publish(tmp_path, run, "Un")
    switch(tmp_path, tmp_path / "releases" / "1")
    assert (prune(tmp_path, 2), names(tmp_path / "releases")) == (["2", "3"], ["1", "4", "5"])


def test_without_a_release_there_is_no_latest(tmp_path: Path) -> None:
    assert latest(tmp_path) is None


@pytest.mark.parametrize("kind", ["dangling", "folder"])
def test_a_latest_that_is_no_link_to_a_release_is_named(kind: str, tmp_path: Path) -> None:
    if kind == "folder":
        (tmp_path / "latest").mkdir()
    else:
        (tmp_path / "latest").symlink_to("releases/none")
    with pytest.raises(NoRelease, match="latest"):
        latest(tmp_path)


def test_a_reader_never_sees_a_mixed_set_while_releases_switch(tmp_path: Path) -> None:
    folders = [publish(tmp_path, run, run) for run in ("1", "2")]
    done = threading.Event()

    def switching() -> None:
        for turn in range(200):
            switch(tmp_path, folders[turn % 2])
        done.set()

    thread = threading.Thread(target=switching)
    thread.start()
    mixed = []
    while not done.is_set():
        folder = (tmp_path / "latest").resolve()
        run, title = json.loads((folder / "run.json").read_text()), next(iter(read_release(folder)))["title"]
        if run != title:
            mixed.append((run, title))
    thread.join()
    assert mixed == []


def test_changes_are_told_field_by_field() -> None:
    before, after = (
        dump(make_record(project_id=3, title="Un", form="Jumelage")),
        dump(make_record(project_id=3, title="Deux")),
    )
    (change,) = compare([before], [after])
    assert (change.change, change.fields) == (
        "changed",
        {"title": {"before": "Un", "after": "Deux"}, "form": {"before": "Jumelage", "after": None}},
    )


def test_provenance_is_no_change() -> None:
    before = dump(make_record(project_id=3))
    after = {**before, "provenance": {**before["provenance"], "sha256": "1" * 64}}
    assert list(compare([before], [after])) == []


def test_added_and_gone_projects_are_told() -> None:
    one, two = (dump(make_record(project_id=number)) for number in (1, 2))
    assert [(each.project_id, each.change) for each in compare([one], [two])] == [(1, "gone"), (2, "added")]


@pytest.mark.parametrize(
    "text",
    ["no json\n", '{"project_id": 2}\n{"project_id": 1}\n', "[]\n"],
    ids=["no JSON", "out of order", "no record"],
)
def test_a_damaged_release_is_named_with_its_line(text: str, tmp_path: Path) -> None:
    (tmp_path / "partnerships.jsonl").write_text(text)
    with pytest.raises(NoRelease, match="line"):
        list(read_release(tmp_path))


datasets = st.dictionaries(st.integers(1, 9), st.sampled_from("abc"))


@given(datasets, datasets)
def test_changes_applied_to_what_was_give_what_is(before: dict[int, str], after: dict[int, str]) -> None:
    olds, news = (
        [{"project_id": number, "title": title} for number, title in sorted(each.items())] for each in (before, after)
    )
    result = dict(before)
    for change in compare(olds, news):
        if change.change == "gone":
            del result[change.project_id]
        else:
            result[change.project_id] = change.fields.get("title", {"after": after[change.project_id]})["after"]
    assert result == after
