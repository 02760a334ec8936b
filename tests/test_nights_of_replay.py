"""Nights that ask an archive in place of the site: what it was given is judged, what it was not is no one's fault."""

from pathlib import Path

import pytest
from archive_servers import InternetArchive
from archived import BASE, ERROR, PAGE, Captured, at, page
from nights import leave_out_what_is_slow, night, released, report, try_again_soon

from atlas_scraper.dataset.publication import RunOutcome
from atlas_scraper.local_atlas.pages import login, maintenance

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
    leave_out_what_is_slow(monkeypatch)


class Wayback(InternetArchive):
    """An archive that is asked for the newest capture, as `--base-url …/web/2026id_/…` does."""

    def answer(self, path: str, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        asked = path.partition("id_/")[2]
        found = [one for one in self._captures if one.address == asked]
        if path.startswith("/web/") and found:
            nearest = min(found, key=lambda one: abs(int(one.stamp) - int(path[5:].partition("id_")[0].ljust(14, "9"))))
            path = f"/web/{nearest.stamp}id_/{asked}"
        return super().answer(path, headers)

    @property
    def base_url(self) -> str:
        return f"{self.replay}2026id_/{BASE}"


def asked(server: InternetArchive, number: int) -> int:
    return sum(path.endswith(f"{PAGE}{number}") for path in server.requests)


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
