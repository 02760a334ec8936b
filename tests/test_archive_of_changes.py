"""`archive = changed`: a page that says what it said before is noted, and the archive gives the same dataset."""

from pathlib import Path
from typing import Any

import pytest
from nights import Days, night, page_of, publish_plainly, released
from test_faults import BAD, IDS, site
from warcio.archiveiterator import ArchiveIterator

from atlas_scraper.fetch.replay import Replay
from atlas_scraper.local_atlas.faults import Fault, FaultServer, page
from atlas_scraper.local_atlas.pages import maintenance
from atlas_scraper.local_atlas.server import LocalAtlas


@pytest.fixture
def days(monkeypatch: pytest.MonkeyPatch) -> Days:
    publish_plainly(monkeypatch)
    return Days(monkeypatch)


def nights(days: Days, output: Path, count: int, **settings: Any) -> None:
    with LocalAtlas(IDS) as atlas:
        for number in range(1, count + 1):
            atlas.night = number
            night(output, atlas.base_url, IDS, **settings)
            days.next()


def kinds(output: Path) -> list[list[str]]:
    """List the kinds of the records of projects' pages, night by night."""
    found = []
    for file in sorted((output / "archive").glob("*.warc.gz")):
        with file.open("rb") as stream:
            found.append([one.rec_type for one in ArchiveIterator(stream) if "prjId=1" in _address(one)])
    return found


def _address(record: Any) -> str:
    return str(record.rec_headers.get_header("WARC-Target-URI"))


def test_an_unchanged_page_in_other_bytes_is_noted_and_a_changed_one_kept_whole(days: Days, tmp_path: Path) -> None:
    nights(days, tmp_path / "all", 2)
    nights(days, tmp_path / "changed", 2, archive="changed")
    changed = kinds(tmp_path / "changed")
    assert set(kinds(tmp_path / "all")[1]) == {"response"}
    assert set(changed[0]) == {"response"}
    assert {"response", "revisit"} == set(changed[1])


def test_an_archive_of_changes_gives_the_same_records_and_dates_as_a_whole_one(days: Days, tmp_path: Path) -> None:
    nights(days, tmp_path / "live", 3, archive="changed")
    replay = Replay([tmp_path / "live" / "archive"])
    address = next(one for one in replay.addresses() if one.endswith(f"={IDS[0]}"))
    assert [len(night.captures_of(address)) for _, night in replay.nights()] == [1, 1, 1]
    night(tmp_path / "again", "http://x.example.org/cncdext/", IDS, (tmp_path / "live" / "archive",))
    live, again = released(tmp_path / "live"), released(tmp_path / "again")
    assert again == live


def test_a_page_is_never_said_to_be_what_an_error_page_was(days: Days, tmp_path: Path) -> None:
    bodies = [page_of(BAD), maintenance().encode(), page_of(BAD).replace(b"</body>", b"<!-- autre --></body>")]
    served: list[bytes] = []

    def answer(path: str) -> Fault:
        return site(bad=page(served[-1]))(path)

    with FaultServer(answer) as server:
        for body in bodies:
            served.append(body)
            night(tmp_path, server.base_url, IDS, archive="changed")
            days.next()
    replay = Replay([tmp_path / "archive"])
    last = replay.captures_of(next(one for one in replay.addresses() if one.endswith(f"={BAD}")))[-1]
    assert replay.read(last).body == bodies[0]


def test_a_page_is_never_said_to_be_what_a_night_saw_that_nobody_believed(days: Days, tmp_path: Path) -> None:
    """A night that is ill changes a page, and is not believed; the page as it was is no repetition of that one."""
    changed = page_of(BAD).replace(b"</h1>", b" bis</h1>")
    bodies, served = (page_of(BAD), changed, page_of(BAD)), list[bytes]()

    def answer(path: str) -> Fault:
        ill = {"all": page(maintenance().encode())} if len(served) == 2 else {}
        return site(bad=page(served[-1]), **ill)(path)

    with FaultServer(answer) as server:
        for body in bodies:
            served.append(body)
            night(tmp_path, server.base_url, IDS, archive="changed")
            days.next()
    replay = Replay([tmp_path / "archive"])
    last = replay.captures_of(next(one for one in replay.addresses() if one.endswith(f"={BAD}")))[-1]
    assert replay.read(last).body == page_of(BAD)
