import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import PROVENANCE, make_record

from atlas_scraper.dataset.changes import Change, NoRelease, change_of, compare, read_release
from atlas_scraper.writers import Format, write_records
from atlas_scraper.writers.json import dump

Dumped = dict[str, Any]
VALUES = st.none() | st.integers(0, 2) | st.sampled_from(["", "a"]) | st.lists(st.just("b"), max_size=1)
RELEASES = st.dictionaries(
    st.integers(1, 9),
    st.fixed_dictionaries({"title": VALUES, "status": VALUES, "context": VALUES, "form": VALUES}),
    max_size=6,
)


def make(number: int, **fields: Any) -> Dumped:
    return dump(make_record(project_id=number, **fields))


def release_of(content: dict[int, Dumped]) -> list[Dumped]:
    return [{"project_id": number, **content[number]} for number in sorted(content)]


def apply(changes: list[Change], before: list[Dumped], after: list[Dumped]) -> list[Dumped]:
    records, news = ({record["project_id"]: record for record in each} for each in (before, after))
    for change in changes:
        if change.change == "gone":
            del records[change.project_id]
        elif change.change == "added":
            assert change.project_id not in records
            records[change.project_id] = news[change.project_id]
        else:
            old = records[change.project_id]
            assert {name: old[name] for name in change.fields} == {
                name: sides["before"] for name, sides in change.fields.items()
            }
            records[change.project_id] = old | {name: sides["after"] for name, sides in change.fields.items()}
    return [records[number] for number in sorted(records)]


def write(folder: Path, content: bytes) -> Path:
    (folder / "partnerships.jsonl").write_bytes(content)
    return folder


def test_the_host_and_the_scheme_under_which_a_page_was_read_are_no_change() -> None:
    sides = (make(1, source_url=f"{head}.example.org/a?criteres.prjId=1") for head in ("https://www", "http://atlas"))
    assert change_of(*sides) is None


@given(RELEASES, RELEASES)
def test_changes_applied_to_the_release_before_give_the_one_after(
    old: dict[int, Dumped], new: dict[int, Dumped]
) -> None:
    before, after = release_of(old), release_of(new)
    assert apply(list(compare(before, after)), before, after) == after


@given(RELEASES)
def test_a_release_has_no_changes_to_itself(content: dict[int, Dumped]) -> None:
    assert list(compare(release_of(content), release_of(content))) == []


@given(RELEASES, RELEASES)
def test_changes_come_by_number_one_a_project(old: dict[int, Dumped], new: dict[int, Dumped]) -> None:
    numbers = [change.project_id for change in compare(release_of(old), release_of(new))]
    assert numbers == sorted(set(numbers))


def test_a_project_that_only_the_release_after_has_was_added() -> None:
    assert list(compare([make(1)], [make(1), make(2)])) == [Change(2, "added")]


def test_a_project_that_only_the_release_before_has_is_gone() -> None:
    assert list(compare([make(1), make(2)], [make(2)])) == [Change(1, "gone")]


def test_a_changed_project_says_what_each_changed_field_held() -> None:
    (change,) = compare([make(1, title="Un", form="a")], [make(1, title="Deux", form="a", context=["b"])])
    assert change == Change(
        1, "changed", {"title": {"before": "Un", "after": "Deux"}, "context": {"before": [], "after": ["b"]}}
    )


def test_how_a_record_was_made_is_no_change() -> None:
    other = PROVENANCE | {"sha256": "1" * 64, "parser_version": "2", "retrieved_at": "2026-01-01T00:00:00Z"}
    assert change_of(make(1), make(1, provenance=other)) is None


def test_a_field_that_the_release_before_did_not_have_is_a_change_from_null() -> None:
    change = change_of({"project_id": 1}, {"project_id": 1, "motto": "Ensemble"})
    assert change == Change(1, "changed", {"motto": {"before": None, "after": "Ensemble"}})


def test_a_field_that_the_release_after_no_longer_has_is_a_change_to_null() -> None:
    change = change_of({"project_id": 1, "motto": "Ensemble"}, {"project_id": 1})
    assert change == Change(1, "changed", {"motto": {"before": "Ensemble", "after": None}})


def test_the_line_of_a_change_is_json_with_the_letters_as_they_are() -> None:
    line = Change(1, "changed", {"title": {"before": "Été", "after": "Œuvre"}}).line()
    assert line.endswith("}\n")
    assert "Été" in line
    assert json.loads(line) == {
        "project_id": 1,
        "change": "changed",
        "fields": {"title": {"before": "Été", "after": "Œuvre"}},
    }


def test_a_release_is_read_as_it_was_written(tmp_path: Path) -> None:
    records = [make_record(project_id=number, title="Eau\u2028douce") for number in (1, 5, 20)]
    write_records(records, tmp_path, [Format.JSONL])
    assert list(read_release(tmp_path)) == [dump(record) for record in records]


def test_a_folder_without_records_is_no_release(tmp_path: Path) -> None:
    with pytest.raises(NoRelease, match="output/latest"):
        list(read_release(tmp_path))


@pytest.mark.parametrize("numbers", [(2, 1), (1, 1), (0,)])
def test_records_out_of_order_are_refused_with_their_line(tmp_path: Path, numbers: tuple[int, ...]) -> None:
    folder = write(tmp_path, b"".join(b'{"project_id": %d}\n' % number for number in numbers))
    with pytest.raises(NoRelease, match=f"line {len(numbers)}"):
        list(read_release(folder))


@pytest.mark.parametrize(
    "damaged",
    [b'{"project_id": 2, "ti', b"\n", b"[2]\n", b"{}\n", b'{"project_id": "x"}\n', b'{"project_id": 2}\xff\n', b"\0\n"],
    ids=["cut", "empty line", "list", "no number", "no such number", "no UTF-8", "zeros"],
)
def test_a_damaged_line_is_refused_with_its_number(tmp_path: Path, damaged: bytes) -> None:
    folder = write(tmp_path, b'{"project_id": 1}\n' + damaged)
    with pytest.raises(NoRelease, match=r"partnerships\.jsonl, line 2"):
        list(read_release(folder))
