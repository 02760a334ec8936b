"""Nights that ask an archive in place of the site: what it was given is judged, what it was not is no one's fault."""

from pathlib import Path

import pytest
from archive_servers import InternetArchive
from archived import BASE, ERROR, PAGE, Captured, at, page
from nights import night, publish_plainly, released, report, try_again_soon

from atlas_scraper.dataset.publication import RunOutcome
from atlas_scraper.local_atlas.pages import login, maintenance
from atlas_scraper.local_atlas.server import LocalAtlas

NUMBERS = tuple(range(1, 61))
GOOD = [Captured(number, at(2019), page(number, 2)) for number in (3, 14, 25)]
ILL = [
    *(Captured(number, at(2019), ERROR.encode()) for number in range(40, 46)),
    *(Captured(number, at(2020), login().encode()) for number in range(46, 49)),
    *(Captured(number, at(2019), to=3) for number in (49, 50)),
    *(Captured(number, at(2018), status=503) for number in (51, 52)),
]
MANY = [Captured(number, at(2020), maintenance().encode()) for number in range(100, 140)]


@pytest.fixture(autouse=True)
def quick_releases(monkeypatch: pytest.MonkeyPatch) -> None:
    publish_plainly(monkeypatch)


class Wayback(InternetArchive):
    """An archive that is asked for the newest capture, as `--base-url …/web/2026id_/…` does."""

    def answer(self, path: str, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        if path.startswith("/web/timemap/link/"):
            return self._timemap(path.removeprefix("/web/timemap/link/"))
        asked = path.partition("id_/")[2]
        found = [one for one in self._captures if one.address == asked]
        if path.startswith("/web/") and found:
            nearest = min(found, key=lambda one: abs(int(one.stamp) - int(path[5:].partition("id_")[0].ljust(14, "9"))))
            path = f"/web/{nearest.stamp}id_/{asked}"
        return super().answer(path, headers)

    def _timemap(self, address: str) -> tuple[int, dict[str, str], bytes]:
        lines = [f'<{address}>; rel="original"']
        for one in self._captures:
            if one.address == address:
                moment = one.moment.strftime("%a, %d %b %Y %H:%M:%S GMT")
                lines.append(f'<{self.replay}{one.stamp}/{address}>; rel="memento"; datetime="{moment}"')
        return 200, {"Content-Type": "application/link-format"}, ",\n".join(lines).encode()

    @property
    def base_url(self) -> str:
        return f"{self.replay}2026id_/{BASE}"


def asked(server: InternetArchive, number: int) -> int:
    return sum(path.endswith(f"id_/{BASE}{PAGE}{number}") for path in server.requests)


def run(output: Path, server: Wayback, numbers: tuple[int, ...] = NUMBERS) -> RunOutcome:
    return night(output, server.base_url, numbers, timeout=10)


def test_a_night_in_which_few_of_many_numbers_were_captured_is_published(tmp_path: Path) -> None:
    with Wayback(GOOD) as server:
        outcome = run(tmp_path, server)
    assert (outcome.outcome, sorted(released(tmp_path))) == ("published", [3, 14, 25])
    assert (outcome.report["visits"]["failed"], outcome.findings) == (0, ())


def test_pages_that_were_captured_ill_do_not_make_the_archive_ill(tmp_path: Path) -> None:
    with Wayback(GOOD + ILL) as server:
        outcome = run(tmp_path, server)
        assert {asked(server, one.number) for one in ILL if one.number != 3} == {1}
    assert (outcome.outcome, sorted(released(tmp_path))) == ("published", [3, 14, 25]), report(tmp_path)
    assert outcome.report["visits"]["failed"] == len(ILL)
    kinds = {each["kind"] for each in report(tmp_path)["failed_pages"]}
    assert kinds == {"captured as error page", "captured as login", "captured as redirect", "captured as http 503"}


def test_the_capture_before_one_of_an_error_page_is_taken(tmp_path: Path) -> None:
    before = [
        Captured(40, at(2011), page(40, 1)),
        Captured(46, at(2012), page(46, 1)),
        Captured(46, at(2016), ERROR.encode()),
        Captured(49, at(2013), page(49, 1)),
        Captured(51, at(2014), page(51, 1)),
        Captured(52, at(2014), page(52, 1)),
        Captured(52, at(2015), status=404),
    ]
    with Wayback(GOOD + ILL + before) as server:
        outcome = run(tmp_path, server)
    years = {number: each["provenance"]["retrieved_at"][:4] for number, each in released(tmp_path).items()}
    assert years == {3: "2019", 14: "2019", 25: "2019", 40: "2011", 46: "2012", 49: "2013", 51: "2014"}
    assert outcome.report["visits"]["failed"] == len(ILL) - 5


def test_many_pages_captured_ill_one_after_the_other_do_not_end_the_night(tmp_path: Path) -> None:
    with Wayback(GOOD + MANY) as server:
        outcome = run(tmp_path, server, (3, *range(100, 140), 14, 25))
    assert (outcome.outcome, sorted(released(tmp_path))) == ("published", [3, 14, 25]), report(tmp_path)


def test_an_archive_in_which_every_page_was_captured_ill_gives_no_dataset(tmp_path: Path) -> None:
    with Wayback(ILL) as server:
        outcome = run(tmp_path, server)
    assert (outcome.outcome, (tmp_path / "latest").exists()) == ("unhealthy", False)


def test_known_projects_that_another_archive_has_not_captured_are_neither_missing_nor_an_outage(tmp_path: Path) -> None:
    known = tuple(range(1, 21))
    with Wayback([Captured(number, at(2015), page(number, 1)) for number in known]) as server:
        run(tmp_path, server, known)
    with Wayback(GOOD) as server:
        outcome = run(tmp_path, server)
    assert outcome.outcome == "published", report(tmp_path)
    records = released(tmp_path)
    assert sorted(records) == sorted({*known, 25})
    assert {records[number]["provenance"]["retrieved_at"][:4] for number in (3, 14, 25)} == {"2019"}


ANSWERS = {
    "a page of its own in place of a capture": (200, {"Content-Type": "text/html"}, b"<html>Under maintenance</html>"),
    "a refusal": (403, {}, b"<html>You ask too often</html>"),
    "trouble": (502, {}, b"<html>Bad gateway</html>"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_archive_that_answers_with_trouble_is_no_archive_that_has_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    try_again_soon(monkeypatch)
    with Wayback(GOOD) as server:
        run(tmp_path, server)
        before = (tmp_path / "latest").resolve()
        server.moods.append(lambda path: ANSWERS[name] if path.startswith("/web/") else None)
        outcome = run(tmp_path, server)
    assert outcome.outcome in {"unhealthy", "stopped"}, report(tmp_path)
    assert (tmp_path / "latest").resolve() == before


def test_an_archive_that_fails_for_a_third_of_its_captures_is_ill(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    try_again_soon(monkeypatch)
    captures = [Captured(number, at(2019), page(number, 1)) for number in range(1, 16)]
    with Wayback(captures) as server:
        server.moods.append(
            lambda path: ANSWERS["a refusal"] if path.endswith(("=3", "=5", "=7", "=9", "=11")) else None
        )
        outcome = run(tmp_path, server)
    assert outcome.outcome == "unhealthy", report(tmp_path)


@pytest.mark.parametrize("is_site_first", [True, False])
def test_the_site_and_an_archive_make_one_dataset_in_which_the_later_page_counts(
    tmp_path: Path, is_site_first: bool
) -> None:
    with LocalAtlas(range(1, 3)) as atlas:
        captures = [Captured(number, at(2019), page(number, 2), base=atlas.base_url) for number in (1, 3, 14)]
        with Wayback(captures) as server:
            host = server.replay.split("/")[2]
            replay = f"{server.replay}2026id_/{atlas.base_url}"
            for base_url in (atlas.base_url, replay) if is_site_first else (replay, atlas.base_url):
                outcome = night(tmp_path, base_url, (1, 2) if base_url == atlas.base_url else NUMBERS, timeout=10)
                assert outcome.outcome == "published", report(tmp_path)
    sources = {number: record["provenance"]["source"] for number, record in released(tmp_path).items()}
    assert sources == {1: "site", 2: "site", 3: host, 14: host}
