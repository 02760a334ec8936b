from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from records import make_record

from atlas_scraper.dataset.changes import Dumped, pairs
from atlas_scraper.dataset.health import Finding, NoBounds, examine, load_bounds
from atlas_scraper.dataset.measures import Measures
from atlas_scraper.writers.json import dump

USUAL: dict[str, Any] = {
    "status": "ongoing",
    "start_year": 2010,
    "theme": {"theme": "Eau", "subtheme": None, "subsubtheme": None},
    "post": {"name": "Ambassade de France à Ottawa", "contacts": []},
    "form": "Jumelage",
}
LOST = [{"code": "section_missing", "section": "form", "detail": "no label"}]
GOOD = '[[bound]]\nmeasure = "records"\nat_least = 1\nreason = "An empty dataset is no dataset."\n'


def record(number: int, amount: int = 100, **fields: Any) -> Dumped:
    row = {"funder": "Ville", "amount_eur": amount, "one_percent_eur": [None] * 3, "year": 2012}
    return dump(make_record(project_id=number, **USUAL | {"funding": [row]} | fields))


def records(numbers: Iterable[int], **fields: Any) -> list[Dumped]:
    return [record(number, **fields) for number in numbers]


def findings_of(
    before: list[Dumped],
    after: list[Dumped],
    visits: Iterable[tuple[int, str, bool]] = (),
    *,
    is_whole: bool = False,
) -> list[Finding]:
    measures = Measures()
    for number, outcome, was_known in visits:
        measures.visit(number, outcome, was_known=was_known)
    for pair in pairs(before, after):
        measures.pair(*pair)
    return examine(measures, load_bounds(), is_whole=is_whole)


def names(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.bound, finding.action) for finding in findings]


def visits_of(**outcomes: int) -> list[tuple[int, str, bool]]:
    each = [outcome for outcome, count in outcomes.items() for _ in range(count)]
    return [(number, outcome, True) for number, outcome in enumerate(each, start=1)]


def write(folder: Path, text: str) -> Path:
    file = folder / "bounds.toml"
    file.write_text(text, "utf-8")
    return file


def test_a_dataset_like_the_last_one_breaks_no_bound() -> None:
    assert findings_of(records(range(1, 201)), records(range(1, 201))) == []


def test_a_label_renamed_on_all_visited_pages_stops_though_most_pages_were_not_visited() -> None:
    before = records(range(1, 1001))
    after = records(range(1, 101), form=None, issues=LOST) + records(range(101, 1001))
    assert names(findings_of(before, after)) == [("values lost: form", "stop")]


def test_a_label_missing_from_a_first_release_only_warns() -> None:
    assert names(findings_of([], records(range(1, 101), form=None, issues=LOST))) == [("section missing: form", "warn")]


def test_a_few_values_lost_among_many_changes_are_no_finding() -> None:
    after = records(range(1, 11), form=None) + records(range(11, 101), title="Nouveau")
    assert findings_of(records(range(1, 101)), after) == []


@pytest.mark.parametrize(("failed", "expected"), [(3, []), (4, [("failed pages", "stop")])])
def test_four_failures_of_twelve_stop_and_three_do_not(failed: int, expected: list[tuple[str, str]]) -> None:
    same = records(range(1, 13))
    assert names(findings_of(same, same, visits_of(failed=failed, unchanged=12 - failed))) == expected


def test_fifty_chosen_projects_can_be_published() -> None:
    assert findings_of([], records(range(1, 51))) == []


def test_a_full_sweep_that_finds_fifty_projects_stops() -> None:
    assert names(findings_of([], records(range(1, 51)), is_whole=True)) == [("records", "stop")]


def test_an_empty_dataset_stops() -> None:
    assert ("records", "stop") in names(findings_of([], []))


def test_half_of_the_known_projects_missing_stops() -> None:
    same = records(range(1, 21))
    assert names(findings_of(same, same, visits_of(missing=10, unchanged=10))) == [("known projects missing", "stop")]


def test_numbers_that_never_were_projects_are_neither_failed_nor_missing() -> None:
    same = records(range(1, 21))
    assert findings_of(same, same, [(number, "missing", False) for number in range(21, 1021)]) == []


def test_numbers_that_never_were_projects_do_not_hide_failures() -> None:
    same = records(range(1, 13))
    visits = visits_of(failed=4, unchanged=8) + [(number, "missing", False) for number in range(13, 1013)]
    assert names(findings_of(same, same, visits)) == [("failed pages", "stop")]


def test_fewer_records_than_nine_tenths_of_the_last_release_stop() -> None:
    found = findings_of(records(range(1, 101)), records(range(1, 90)))
    assert [(each.bound, each.found, each.pages) for each in found] == [
        ("records to the last release", 0.89, list(range(90, 100)))
    ]


def test_amounts_that_fall_by_a_third_stop() -> None:
    found = findings_of(records(range(1, 31), amount=300), records(range(1, 31), amount=200))
    assert names(found) == [("amounts to the last release", "stop")]


def test_amounts_that_double_only_warn() -> None:
    found = findings_of(records(range(1, 31)), records(range(1, 31), amount=200))
    assert names(found) == [("amounts to the last release", "warn")]


def test_a_last_release_without_amounts_gives_nothing_to_compare_them_with() -> None:
    assert findings_of(records([1], funding=[]), records([1])) == []


def test_a_last_release_of_a_model_without_one_of_the_fields_is_compared_by_the_others() -> None:
    before = [{name: value for name, value in each.items() if name != "form"} for each in records(range(1, 11))]
    assert findings_of(before, records(range(1, 11))) == []


def test_a_finding_says_measure_value_limit_and_pages() -> None:
    before = records(range(1, 13))
    (finding,) = findings_of(before, records(range(1, 7), form=None) + records(range(7, 13)))
    assert str(finding).startswith(
        "values lost: form: 1, must be at most 0.2; look at 1, 2, 3, 4, 5, 6. Of the records"
    )


def test_a_finding_lists_ten_pages_at_most() -> None:
    (finding,) = findings_of(records(range(1, 101)), records(range(1, 101), form=None))
    assert finding.pages == list(range(1, 11))


def test_every_packaged_bound_says_why() -> None:
    assert all(len(bound.reason) > 20 for bound in load_bounds())


def test_bounds_of_another_file_replace_the_packaged_ones(tmp_path: Path) -> None:
    (bound,) = load_bounds(write(tmp_path, GOOD))
    assert (bound.measure, bound.at_least, bound.action, bound.binds) == ("records", 1, "stop", "always")


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ('measure = "records"\nat_least = 1', "bound 2, reason"),
        ('measure = "records"\nat_least = 1\nreason = ""', "bound 2, reason"),
        ('measure = "filled"\nfield = "titel"\nat_least = 1\nreason = "r"', "bound 2, as a whole: .*field of a record"),
        ('measure = "filled"\nat_least = 1\nreason = "r"', "bound 2, as a whole: .*field of a record"),
        ('measure = "records"\nfield = "title"\nat_least = 1\nreason = "r"', "bound 2, as a whole: .*with no other"),
        ('measure = "recrods"\nat_least = 1\nreason = "r"', "bound 2, measure"),
        ('measure = "records"\nat_least = 1\nat_most = 2\nreason = "r"', "bound 2, as a whole: .*either"),
        ('measure = "records"\nreason = "r"', "bound 2, as a whole: .*either"),
        ('measure = "records"\nat_most = nan\nreason = "r"', "bound 2, at_most"),
        ('measure = "records"\nat_least = 1\nreason = "r"\natmost = 3', "bound 2, atmost"),
        ('measure = "records"\nat_least = 1\nreason = "r"\nfrom = -1', "bound 2, from"),
        ('measure = "records"\nat_least = 1\nreason = "r"\naction = "ignore"', "bound 2, action"),
    ],
)
def test_a_bound_that_cannot_be_used_is_named_with_its_file_and_place(tmp_path: Path, lines: str, place: str) -> None:
    file = write(tmp_path, f"{GOOD}\n[[bound]]\n{lines}\n")
    with pytest.raises(NoBounds, match=rf"bounds\.toml, {place}"):
        load_bounds(file)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("measure: records\n", "line 1"),
        ("", "none in"),
        ("[[bounds]]\n", "none in"),
        ("bound = 3\n", r"\[\[bound\]\]"),
        (GOOD.replace("[[bound]]", "[bound]"), r"\[\[bound\]\]"),
    ],
    ids=["no TOML", "empty", "misspelt", "number", "single brackets"],
)
def test_a_file_that_is_no_list_of_bounds_is_named(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(NoBounds, match=words) as caught:
        load_bounds(write(tmp_path, text))
    assert "bounds.toml" in caught.value.found


def test_a_file_of_bounds_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoBounds, match=r"absent\.toml"):
        load_bounds(tmp_path / "absent.toml")


def test_a_file_of_bounds_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "bounds.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(NoBounds, match=r"bounds\.toml"):
        load_bounds(tmp_path / "bounds.toml")
