"""Health: bad data is stopped, small honest datasets are not."""

from pathlib import Path
from typing import Any

import pytest
from records import make_record

from atlas_scraper.dataset.health import Finding, NoBounds, examine, load_bounds
from atlas_scraper.dataset.measures import Measures
from atlas_scraper.writers.json import dump

Dumped = dict[str, Any]


def record(number: int, **fields: Any) -> Dumped:
    full = {"status": "ongoing", "status_label": "En cours", "start_year": 2001, "theme": THEME, "post": POST}
    return dump(make_record(project_id=number, **full | fields))


THEME = {"theme": "Environnement", "subtheme": None, "subsubtheme": None}
POST = {"name": "Ambassade", "contacts": []}


def paid(number: int, amount: int) -> Dumped:
    row = {"funder": "Lurzac", "amount_eur": amount, "one_percent_eur": [None, None, None], "year": 2001}
    return record(number, funding=[row])


def findings(
    pairs: list[tuple[Dumped | None, Dumped | None]],
    visits: list[tuple[int, str, bool]] | None = None,
    *,
    is_whole: bool = False,
) -> list[Finding]:
    measures = Measures()
    for number, outcome, was_known in visits or []:
        measures.visit(number, outcome, was_known=was_known)
    for before, after in pairs:
        measures.pair(before, after)
    return examine(measures, load_bounds(), is_whole=is_whole)


def stops(*args: Any, **options: Any) -> list[str]:
    return [finding.bound for finding in findings(*args, **options) if finding.action == "stop"]


def same(numbers: range) -> list[tuple[Dumped | None, Dumped | None]]:
    return [(record(number), record(number)) for number in numbers]


def test_a_dataset_that_did_not_change_is_healthy() -> None:
    assert findings(same(range(1, 200))) == []


def test_a_first_release_of_fifty_chosen_projects_is_healthy() -> None:
    assert stops([(None, record(number)) for number in range(1, 51)]) == []


def test_a_full_sweep_that_finds_fifty_projects_is_stopped() -> None:
    assert stops([(None, record(number)) for number in range(1, 51)], is_whole=True) == ["records"]


def test_an_empty_dataset_is_stopped() -> None:
    assert stops([]) == ["records"]


def test_a_label_renamed_on_all_of_a_hundred_visited_pages_in_a_thousand_is_stopped() -> None:
    renamed: list[tuple[Dumped | None, Dumped | None]] = [
        (record(number), record(number, status=None)) for number in range(1, 101)
    ]
    assert stops(renamed + same(range(101, 1001))) == ["values lost: status"]


def test_four_values_lost_are_the_source_s_own() -> None:
    lost: list[tuple[Dumped | None, Dumped | None]] = [
        (record(number), record(number, status=None)) for number in range(1, 5)
    ]
    assert stops(lost + same(range(5, 200))) == []


@pytest.mark.parametrize(("failed", "expected"), [(3, []), (4, ["failed pages"])])
def test_three_failures_do_not_stop_and_four_of_twelve_do(failed: int, expected: list[str]) -> None:
    visits = [(number, "failed" if number <= failed else "unchanged", True) for number in range(1, 13)]
    assert stops(same(range(1, 13)), visits) == expected


def test_numbers_that_never_were_a_project_are_neither_failed_nor_missing() -> None:
    visits = [(number, "missing", False) for number in range(1, 500)]
    assert findings(same(range(1, 13)), visits) == []


def test_half_of_the_known_projects_missing_is_stopped() -> None:
    visits = [(number, "missing" if number % 2 else "unchanged", True) for number in range(1, 21)]
    assert stops(same(range(1, 21)), visits) == ["known projects missing"]


def test_a_tenth_fewer_records_than_the_last_release_is_stopped() -> None:
    gone: list[tuple[Dumped | None, Dumped | None]] = [(record(number), None) for number in range(1, 20)]
    assert stops(gone + same(range(20, 120))) == ["records to the last release"]


@pytest.mark.parametrize(("amount", "action"), [(700, ["stop"]), (900, []), (2000, ["warn"])])
def test_the_sum_of_amounts_is_held_against_the_last_release(amount: int, action: list[str]) -> None:
    assert [finding.action for finding in findings([(paid(1, 1000), paid(1, amount))])] == action


def test_a_section_missing_on_a_first_release_is_a_warning() -> None:
    issue = {"code": "section_missing", "section": "form", "detail": "no label"}
    found = findings([(None, record(number, issues=[issue])) for number in range(1, 41)])
    assert [(one.bound, one.action) for one in found] == [("section missing: form", "warn")]


def test_a_finding_says_measure_value_limit_and_pages() -> None:
    (found,) = findings([(paid(7, 1000), paid(7, 500))])
    assert str(found).startswith("amounts to the last release: 0.5, must be at least 0.8; look at 7. What was paid")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[bound]]\nmeasure = "records"\nat_least = 1\n', "bound 1, reason"),
        ('[[bound]]\nmeasure = "beauty"\nat_least = 1\nreason = "r"\n', "bound 1, measure"),
        ('[[bound]]\nmeasure = "filled"\nfield = "colour"\nat_least = 1\nreason = "r"\n', "a field of a record"),
        ('[[bound]]\nmeasure = "records"\nat_least = 1\nat_most = 2\nreason = "r"\n', "either at_least or at_most"),
        ("no toml", "Expected"),
        ("", "none in"),
    ],
    ids=["no reason", "unknown measure", "unknown field", "two limits", "no TOML", "empty"],
)
def test_bounds_that_cannot_be_used_are_named(text: str, words: str, tmp_path: Path) -> None:
    file = tmp_path / "health.toml"
    file.write_text(text)
    with pytest.raises(NoBounds, match=words) as raised:
        load_bounds(file)
    assert str(file) in str(raised.value)
