"""The frame around the content, compared across the pages of a dataset: nights, rebuildings, upgrades, past days."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from beliefs import believe
from nights import Days, bytes_of, leave_out_what_is_slow, night, released
from records import make_record
from test_health import findings_of, records

from atlas_scraper.dataset.as_of import write_as_of
from atlas_scraper.dataset.frames import records_of
from atlas_scraper.dataset.store import Store
from atlas_scraper.dataset.visits import Visit
from atlas_scraper.local_atlas.facts import exists
from atlas_scraper.local_atlas.server import LocalAtlas
from atlas_scraper.night.reparsing import reparse
from atlas_scraper.night.scraping import scrape
from atlas_scraper.night.settings import Settings
from atlas_scraper.night.visit import visit
from atlas_scraper.people.policy import Policy
from atlas_scraper.record.frame import NEIGHBOURS
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.saved.batch import Tally

NUMBERS = tuple(range(1, 31))
SAID = "Une subvention exceptionnelle fut versée."


class Talking(LocalAtlas):
    """An atlas some pages of which say something around their content, which says what it said."""

    def __init__(self) -> None:
        super().__init__(NUMBERS)
        self.around: dict[int, str] = {}

    def _project(self, number: int, session: str) -> str:
        said = f"<div><p>{self.around[number]}</p></div></body>" if number in self.around else "</body>"
        return super()._project(number, session).replace("</body>", said)


@pytest.fixture
def atlas() -> Iterator[Talking]:
    server = Talking()
    with server:
        yield server


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    leave_out_what_is_slow(monkeypatch)


@pytest.fixture
def days(monkeypatch: pytest.MonkeyPatch) -> Days:
    return Days(monkeypatch)


def marked(folder: Path) -> dict[int, list[str]]:
    """List what was ignored, by number."""
    found = {}
    for line in (folder / "partnerships.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        said = [issue["detail"] for issue in record["issues"] if issue["code"] == IssueCode.IGNORED_TEXT]
        if said:
            found[record["project_id"]] = said
    return found


def test_a_line_that_one_page_has_around_its_content_is_an_issue_of_its_record(atlas: Talking, tmp_path: Path) -> None:
    atlas.around = {5: SAID}
    night(tmp_path, atlas.base_url, NUMBERS)
    assert marked(tmp_path / "latest") == {5: [SAID]}
    issues = map(json.loads, (tmp_path / "latest" / "issues.jsonl").read_text("utf-8").splitlines())
    assert [issue["project_id"] for issue in issues if issue["code"] == IssueCode.IGNORED_TEXT] == [5]


@pytest.mark.parametrize("archive", ["all", "changed"])
def test_a_line_that_comes_around_a_page_that_says_the_same_is_noticed_and_rebuilt(
    archive: str, days: Days, atlas: Talking, tmp_path: Path
) -> None:
    night(tmp_path / "live", atlas.base_url, NUMBERS, archive=archive)
    assert marked(tmp_path / "live" / "latest") == {}
    days.next()
    atlas.around = {5: SAID}
    last = night(tmp_path / "live", atlas.base_url, NUMBERS, archive=archive)
    days.next()
    assert marked(tmp_path / "live" / "latest") == {5: [SAID]}
    assert last.report["visits"]["changed"] == 0
    night(tmp_path / "again", atlas.base_url, NUMBERS, archives=(tmp_path / "live" / "archive",))
    for name in ("partnerships.jsonl", "issues.jsonl", "states.jsonl", "history.jsonl"):
        assert (tmp_path / "again" / "latest" / name).read_bytes() == (
            tmp_path / "live" / "latest" / name
        ).read_bytes(), name


def test_a_night_in_which_only_the_neighbours_changed_is_no_change_of_a_record(
    days: Days, atlas: Talking, tmp_path: Path
) -> None:
    atlas.around = {5: SAID}
    night(tmp_path, atlas.base_url, NUMBERS)
    atlas.around = dict.fromkeys(NUMBERS, SAID)
    days.next()
    outcome = night(tmp_path, atlas.base_url, tuple(number for number in NUMBERS if number != 5))
    assert marked(tmp_path / "latest") == {}
    changes = map(json.loads, (tmp_path / "latest" / "changes.jsonl").read_text("utf-8").splitlines())
    assert outcome.report["changes"]["changed"] == 0
    assert list(changes) == []
    events = map(json.loads, (tmp_path / "latest" / "history.jsonl").read_text("utf-8").splitlines())
    assert {event["change"] for event in events} == {"added"}


def test_the_release_of_a_past_day_marks_what_was_marked_then(days: Days, atlas: Talking, tmp_path: Path) -> None:
    atlas.around = {5: SAID}
    night(tmp_path, atlas.base_url, NUMBERS)
    then = (tmp_path / "latest" / "partnerships.jsonl").read_bytes()
    atlas.around = dict.fromkeys(NUMBERS, SAID)
    days.next()
    night(tmp_path, atlas.base_url, NUMBERS)
    with Store(tmp_path / "store.sqlite") as store:
        folder = write_as_of(store, tmp_path, date(2026, 3, 1), Policy(), atlas.base_url, keep=2)
    assert (folder / "partnerships.jsonl").read_bytes() == then


def test_reparse_reads_the_frames_again(atlas: Talking, tmp_path: Path) -> None:
    atlas.around = {5: SAID}
    night(tmp_path, atlas.base_url, NUMBERS)
    with Store(tmp_path / "store.sqlite") as store:
        with store.transaction() as db:
            db.execute("UPDATE pages SET frame = '[]', parser_version = 'older'")
        before = [issue.code for record in records_of(store) for issue in record.issues]
        reparse(store, [tmp_path / "archive"], Policy(), processes=1)
        after = {record.project_id: [issue.detail for issue in record.issues] for record in records_of(store)}
    assert (IssueCode.IGNORED_TEXT in before, after[5]) == (False, [SAID])


def test_whoever_objects_is_not_stored_in_a_frame(atlas: Talking, tmp_path: Path) -> None:
    from atlas_scraper.people.opposition import Opposition  # noqa: PLC0415 - what it looks for people with is heavy

    listed = tmp_path / "opposition"
    key = "a key of the tests, long enough"
    listed.write_text(f"{Opposition(key.encode(), frozenset()).digest('Zoé Quatremer')}\n", "utf-8")
    atlas.around = {5: "Page suivie par Zoé QUATREMER"}
    night(tmp_path, atlas.base_url, NUMBERS, opposition=listed, opposition_key=key)
    assert list(marked(tmp_path / "latest")) == [5]
    assert b"QUATREMER" not in b"".join(
        data for name, data in bytes_of(tmp_path).items() if not name.startswith("archive/")
    )


def framed(number: int, *frame: str) -> Visit:
    record = make_record(project_id=number)
    return Visit(number, Days.START, record=record, digest="d", frame=frame)


def test_a_page_that_was_not_modified_keeps_its_frame(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        believe(store, *(framed(number, "Atlas", *["Budget"] * (number == 3)) for number in range(1, 21)))
        believe(store, Visit(3, Days.START))
        assert [record.project_id for record in records_of(store) if record.issues] == [3]


def test_pages_whose_frames_are_not_known_are_given_and_show_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        believe(store, *(framed(number, "Atlas") for number in range(1, 2 * NEIGHBOURS)))
        with store.transaction() as db:
            db.execute("UPDATE pages SET frame = NULL WHERE project_id > 9")
            db.execute('UPDATE pages SET frame = \'["Atlas", "Budget"]\' WHERE project_id = 3')
        found = list(records_of(store))
    assert ([record.project_id for record in found], any(record.issues for record in found)) == (
        list(range(1, 2 * NEIGHBOURS)),
        False,
    )


def test_a_frame_that_differs_in_its_numbers_alone_is_the_same(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        believe(store, framed(1, "servi le 12/03/2026"))
        believe(store, framed(1, "servi le 13/03/2026"))
        assert store.row("SELECT frame FROM pages") == ('["servi le 12/03/2026"]',)
        assert store.row("SELECT count(*) FROM history") == (1,)


def test_many_records_with_ignored_text_are_a_finding() -> None:
    issue = {"code": "ignored_text", "section": "page", "detail": "Budget"}
    after = records(range(1, 41), issues=[issue]) + records(range(41, 201))
    (finding,) = findings_of(records(range(1, 201)), after)
    assert (finding.bound, finding.action, finding.found) == ("records with ignored text", "warn", 0.2)


def test_released_records_are_those_that_were_asked_for(atlas: Talking, tmp_path: Path) -> None:
    night(tmp_path, atlas.base_url, NUMBERS)
    assert sorted(released(tmp_path)) == atlas.projects()


def test_scrape_marks_the_one_page_that_says_something_else_around_its_content(atlas: Talking) -> None:
    atlas.around[5] = SAID
    wanted = [(atlas.base_url, number) for number in NUMBERS if exists(number)]
    tally = Tally()
    read = list(scrape(wanted, Settings(delay=0), tally, print))
    assert [record.project_id for record in read] == [number for _, number in wanted]
    marked = [
        (record.project_id, issue.detail)
        for record in read
        for issue in record.issues
        if issue.code is IssueCode.IGNORED_TEXT
    ]
    assert (marked, tally.records) == ([(5, SAID)], len(wanted))


def test_scrape_gives_what_it_has_read_when_it_is_interrupted(atlas: Talking, monkeypatch: pytest.MonkeyPatch) -> None:
    def until_seven(number: int, *rest: object) -> Visit:
        if number == 7:
            raise KeyboardInterrupt
        return visit(number, *rest)  # type: ignore[arg-type]  # the arguments of `visit`

    monkeypatch.setattr("atlas_scraper.night.scraping.visit", until_seven)
    read: list[int | None] = []
    with pytest.raises(KeyboardInterrupt):
        read += (
            record.project_id
            for record in scrape([(atlas.base_url, n) for n in (1, 2, 7)], Settings(delay=0), Tally(), print)
        )
    assert read == [1, 2]
