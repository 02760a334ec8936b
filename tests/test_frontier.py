from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from beliefs import believe
from records import make_record

from atlas_scraper.dataset.frontier import (
    MISSING_IN_A_ROW,
    SWEEP,
    Plan,
    above,
    known_first,
    queue_of,
    read_ids,
)
from atlas_scraper.dataset.store import Store
from atlas_scraper.dataset.visits import Run, Visit
from atlas_scraper.errors import FetchError

NOW = datetime(2026, 3, 1, 3, tzinfo=UTC)
ADDRESS = "https://example.org/cncdext/dyn/public/atlas/detailProjet.html?criteres.prjId="
Visited = dict[int, tuple[str, bool]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "store.sqlite") as opened:
        yield opened


@pytest.fixture
def swept(store: Store) -> Store:
    sweep(store, SWEEP)
    return store


def sweep(store: Store, end: int, days_ago: float = 1) -> None:
    at = (NOW - timedelta(days=days_ago)).isoformat()
    with store.transaction() as db:
        db.executemany("INSERT INTO numbers VALUES (?, ?)", ((number, at) for number in range(1, end + 1)))


def see(store: Store, number: int, days_ago: float = 0) -> None:
    record = make_record(project_id=number)
    believe(store, Visit(number, NOW - timedelta(days=days_ago), record=record, digest="d"))


def fail(store: Store, number: int) -> None:
    believe(store, Visit(number, NOW, kind="time-out", detail="no answer"))


def lose(store: Store, number: int, days: tuple[float, ...] = (3, 2, 1)) -> None:
    for days_ago in days:
        believe(store, Visit(number, NOW - timedelta(days=days_ago), missing=True))


def known_of(queue: list[int], store: Store) -> list[int]:
    known = {number for number, _ in store.known()}
    return [number for number in queue if number in known]


def ask(first: int, found: set[int], visited: Visited, failing: frozenset[int] = frozenset()) -> list[int]:
    asked = []
    for number in above(first, visited):
        asked.append(number)
        visited[number] = ("failed" if number in failing else "new" if number in found else "missing", False)
    return asked


def visit(numbers: list[int]) -> Visited:
    return dict.fromkeys(numbers, ("missing", False))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("5", (5,)),
        ("5,7", (5, 7)),
        ("7, 5", (7, 5)),
        ("3-6", (3, 4, 5, 6)),
        ("3 - 4", (3, 4)),
        ("1-3,2-5,9", (1, 2, 3, 4, 5, 9)),
        (f"{ADDRESS}8", (8,)),
        ("999999998", (999999998,)),
    ],
)
def test_numbers_are_read_in_the_order_given_each_once(text: str, numbers: tuple[int, ...]) -> None:
    assert read_ids(text) == numbers


def test_a_range_holds_both_its_ends() -> None:
    assert read_ids("1-20000") == tuple(range(1, 20001))


def test_a_list_too_long_for_the_name_of_a_file_is_read() -> None:
    assert read_ids(",".join(map(str, range(1, 2001)))) == tuple(range(1, 2001))


def test_a_file_holds_numbers_ranges_addresses_and_comments(tmp_path: Path) -> None:
    lines = ["# chosen ones", "5", "", "7-9  # three", f"{ADDRESS}12", f"{ADDRESS}13#top", f"{ADDRESS}14 # one more"]
    (tmp_path / "ids").write_text("\n".join([*lines, f"# not {ADDRESS}15", "5"]), "utf-8")
    assert read_ids(str(tmp_path / "ids")) == (5, 7, 8, 9, 12, 13, 14)


def test_a_file_from_windows_is_read(tmp_path: Path) -> None:
    (tmp_path / "ids.txt").write_bytes(b"\xef\xbb\xbf5\r\n7\r\n")
    assert read_ids(str(tmp_path / "ids.txt")) == (5, 7)


@pytest.mark.parametrize(
    "text", ["", ",", "cinq", "0", "-5", "5-", "9-5", "0-5", "1.5", "999999999", "5;7", "5\0", "https://example.org/"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(FetchError, match="numbers of projects"):
        read_ids(text)


@pytest.mark.parametrize("content", [b"", b"# nothing\n", b"5\nsix\n", b"\xff\xfe5"])
def test_a_file_that_holds_anything_else_or_nothing_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "ids").write_bytes(content)
    with pytest.raises(FetchError, match="numbers of projects"):
        read_ids(str(tmp_path / "ids"))


def test_a_first_run_sweeps_the_numbers_to_20000_and_looks_above(store: Store) -> None:
    assert queue_of(store, Plan(), NOW) == (list(range(1, SWEEP + 1)), SWEEP + 1)


def test_projects_asked_for_longest_ago_come_first(swept: Store) -> None:
    for number, days_ago in ((1, 1), (2, 9), (3, 5)):
        see(swept, number, days_ago)
    assert known_of(queue_of(swept, Plan(), NOW)[0], swept) == [2, 3, 1]


def test_pages_that_failed_are_spread_among_the_others(swept: Store) -> None:
    for number in range(1, 11):
        see(swept, number, 9)
    for number in (2, 5):
        fail(swept, number)
    assert known_of(queue_of(swept, Plan(), NOW)[0], swept) == [1, 3, 4, 2, 6, 7, 8, 5, 9, 10]


def test_new_ones_are_looked_for_above_the_highest_known(swept: Store) -> None:
    see(swept, 12_000)
    assert queue_of(swept, Plan(), NOW)[1] == 12_001


def test_a_project_above_the_sweep_moves_where_new_ones_are_looked_for(store: Store) -> None:
    see(store, 30_000)
    assert queue_of(store, Plan(), NOW)[1] == 30_001


def test_a_sweep_goes_on_where_it_was_behind_the_known_ones(store: Store) -> None:
    sweep(store, 19_990)
    for number in (5, 19_995):
        see(store, number)
    queue, _ = queue_of(store, Plan(), NOW)
    assert queue == [5, 19_995, 19_991, 19_992, 19_993, 19_994, 19_996, 19_997, 19_998, 19_999, 20_000]


def test_every_number_that_is_no_project_is_asked_for_again_within_a_month(swept: Store) -> None:
    asked = Counter[int]()
    for day in range(28):
        queue, _ = queue_of(swept, Plan(), NOW + timedelta(days=day))
        asked.update(queue)
        believe(swept, *(Visit(number, NOW + timedelta(days=day), missing=True) for number in queue))
    assert set(asked) >= set(range(1, SWEEP + 1))


def test_a_night_sweeps_a_few_hundred_numbers_where_most_are_projects(store: Store) -> None:
    plan = Plan(sweep_to=1000)
    sweep(store, 500)
    for number in range(501, 1001):
        see(store, number)
    assert len(queue_of(store, plan, NOW)[0]) - 500 == 40  # of 500 within the sweep, and 500 beyond


def test_a_sweep_has_the_share_and_the_end_that_are_set(store: Store) -> None:
    sweep(store, 100)
    see(store, 50)
    assert len(queue_of(store, Plan(sweep_share=0.5, sweep_to=100), NOW)[0]) == 1 + 275


def test_numbers_beyond_the_sweep_wait_for_their_share(store: Store) -> None:
    sweep(store, 100)
    see(store, 5000)
    queue, _ = queue_of(store, Plan(sweep_to=100), NOW)
    assert (len(queue), max(queue)) == (1 + 220, 5000)


def test_a_project_that_is_gone_is_not_asked_for_the_next_days(swept: Store) -> None:
    see(swept, 1, 9)
    see(swept, 2)
    lose(swept, 1)
    assert 1 not in queue_of(swept, Plan(sweep_share=0), NOW)[0]


@pytest.mark.parametrize(("days_ago", "is_asked"), [(6, False), (7, True), (29, True)])
def test_a_gone_project_is_asked_for_after_a_week(swept: Store, days_ago: int, is_asked: bool) -> None:
    see(swept, 1, 99)
    lose(swept, 1, (days_ago + 2, days_ago + 1, days_ago))
    assert (1 in queue_of(swept, Plan(sweep_share=0), NOW)[0]) == is_asked


@pytest.mark.parametrize(("days_ago", "is_asked"), [(7, False), (29, False), (30, True)])
def test_a_gone_project_that_stays_gone_is_asked_for_after_a_month(swept: Store, days_ago: int, is_asked: bool) -> None:
    see(swept, 1, 199)
    lose(swept, 1, (102, 101, 100, days_ago))
    assert (1 in queue_of(swept, Plan(sweep_share=0), NOW)[0]) == is_asked


def test_a_project_gone_in_the_future_by_a_clock_that_jumped_is_asked_for(swept: Store) -> None:
    see(swept, 1, 9)
    lose(swept, 1, (3, 2, -900))
    assert 1 in queue_of(swept, Plan(sweep_share=0), NOW)[0]


def test_a_project_seen_more_recently_than_the_maximal_age_is_left_out(swept: Store) -> None:
    for number, days_ago in ((1, 6.9), (2, 7), (3, 8)):
        see(swept, number, days_ago)
    fail(swept, 4)
    assert set(known_of(queue_of(swept, Plan(max_age=7), NOW)[0], swept)) == {4, 3, 2}


def test_chosen_projects_are_asked_for_in_their_order_and_no_others(store: Store) -> None:
    see(store, 1)
    assert queue_of(store, Plan(ids=(9, 1, 3)), NOW) == ([9, 1, 3], None)


def test_chosen_projects_are_held_to_the_maximal_age_too(store: Store) -> None:
    see(store, 1)
    assert queue_of(store, Plan(ids=(9, 1), max_age=1), NOW)[0] == [9]


def test_a_limit_cuts_the_queue_and_the_search_above(store: Store) -> None:
    assert queue_of(store, Plan(limit=3), NOW) == ([1, 2, 3], None)


@pytest.mark.parametrize(("limit", "last"), [(2, 11), (5, 14), (500, 10 + MISSING_IN_A_ROW)])
def test_a_limit_holds_for_new_ones_above_too(swept: Store, limit: int, last: int) -> None:
    see(swept, 10)
    assert queue_of(swept, Plan(limit=limit, sweep_share=0), NOW) == (list(range(10, last + 1)), None)


def test_known_projects_come_first_some_of_the_older_half(swept: Store) -> None:
    for number in range(1, 21):
        see(swept, number, 100 - number)
    first = known_first(swept, list(range(1, 31)), NOW.date())
    assert (len(first), len(set(first)), max(first) <= 10) == (5, 5, True)


def test_other_known_projects_come_first_on_another_day(swept: Store) -> None:
    for number in range(1, 41):
        see(swept, number, 100 - number)
    days = {known_first(swept, list(range(1, 41)), NOW.date() + timedelta(days=day)) for day in range(4)}
    assert len(days) == 4


def test_a_project_that_failed_or_was_missing_says_nothing_of_the_site(swept: Store) -> None:
    for number in range(1, 8):
        see(swept, number, 9)
    fail(swept, 1)
    lose(swept, 2, (1,))
    assert set(known_first(swept, list(range(1, 8)), NOW.date())) == {3, 4, 5, 6, 7}


def test_of_too_few_known_projects_none_comes_first(swept: Store) -> None:
    see(swept, 1)
    see(swept, 2)
    assert known_first(swept, [1, 2, 3, 4], NOW.date()) == ()


@pytest.mark.parametrize("plan", [Plan(ids=(1,)), Plan(max_age=1), Plan(limit=1)])
def test_a_run_held_to_anything_is_not_of_the_whole_atlas(plan: Plan) -> None:
    assert (plan.is_whole, Plan().is_whole) == (False, True)


def test_fifty_missing_in_a_row_end_the_search() -> None:
    assert ask(101, set(), {}) == list(range(101, 101 + MISSING_IN_A_ROW))


def test_a_project_found_starts_the_count_anew() -> None:
    assert ask(101, {150}, {}) == list(range(101, 151 + MISSING_IN_A_ROW))


def test_a_project_behind_fifty_missing_is_not_reached() -> None:
    assert ask(101, {151}, {})[-1] == 150


def test_a_failure_neither_counts_as_missing_nor_starts_anew() -> None:
    assert ask(101, set(), {}, frozenset({110}))[-1] == 151


def test_numbers_asked_for_before_the_run_was_killed_count_and_are_not_asked_again() -> None:
    assert ask(101, set(), visit(list(range(101, 131)))) == list(range(131, 151))


def test_a_sweep_that_asked_for_everything_is_over(store: Store) -> None:
    queue, tail = queue_of(store, Plan(sweep_to=30), NOW)
    believe(store, *(Visit(number, NOW, missing=True) for number in queue))
    assert (tail, queue_of(store, Plan(sweep_to=30), NOW)[1]) == (31, 1)


def test_a_sweep_cut_by_a_limit_goes_on_behind_it(store: Store) -> None:
    queue, _ = queue_of(store, Plan(limit=3), NOW)
    believe(store, *(Visit(number, NOW, missing=True) for number in queue))
    assert queue_of(store, Plan(limit=3), NOW)[0] == [4, 5, 6]


def test_what_an_unhealthy_run_asked_for_is_still_to_be_swept(store: Store) -> None:
    queue, _ = queue_of(store, Plan(limit=3), NOW)
    store.begin(Run("r1", "plan", NOW, None, None, None), queue)
    for number in queue:
        store.save("r1", Visit(number, NOW, missing=True))
    store.finish("r1", "unhealthy", {})
    assert queue_of(store, Plan(limit=3), NOW)[0] == [1, 2, 3]
