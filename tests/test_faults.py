"""Every fault of a network, over real sockets: the last release stays, or the new one is right."""

import gzip
import os
import ssl
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import trustme
from nights import bytes_of, night, page_of, publish_plainly, released, report, try_again_soon

from atlas_scraper.dataset.publication import RunOutcome
from atlas_scraper.local_atlas.facts import exists
from atlas_scraper.local_atlas.faults import Fault, FaultServer, faults, page, send
from atlas_scraper.local_atlas.pages import empty_labels, login, maintenance, unknown_project
from atlas_scraper.local_atlas.server import LocalAtlas

IDS = tuple(number for number in range(100, 116) if exists(number))
BAD = IDS[5]
ALLOW = page(b"User-agent: *\nAllow: /\n")


def number_in(path: str) -> int:
    digits = path.rpartition("prjId=")[2]
    return int(digits.partition("&")[0]) if digits.partition("&")[0].isdigit() else 0


def site(**answers: Fault) -> Callable[[str], Fault]:
    """Answer as the atlas does, except for what is given: `robots`, `all`, `bad` (one project), `impossible`."""

    def answer(path: str) -> Fault:
        number = number_in(path)
        if path == "/robots.txt":
            return answers.get("robots", ALLOW)
        if number not in IDS:
            return answers.get("impossible", page(unknown_project(number).encode()))
        special = answers.get("bad") if number == BAD else answers.get("all")
        return special or page(page_of(number))

    return answer


@pytest.fixture(scope="module", autouse=True)
def quickly() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        publish_plainly(patch)
        try_again_soon(patch)
        yield


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the release of a good night."""
    output = tmp_path_factory.mktemp("good")
    with FaultServer(site()) as server:
        outcome = night(output, server.base_url, IDS)
    assert outcome.outcome == "published"
    return output


@pytest.fixture
def output(good: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of that folder, whose release must not change."""
    copy = tmp_path / "output"
    os.system(f"cp -a {good} {copy}")  # noqa: S605 - our own temporary folders; copytree would follow the link
    before = (copy / "latest").resolve()
    kept = bytes_of(before)
    yield copy
    assert bytes_of(before) == kept


def after(
    output: Path, settings: Mapping[str, Any] = MappingProxyType({}), **answers: Fault
) -> tuple[RunOutcome, list[tuple[float, str]]]:
    with FaultServer(site(**answers)) as server:
        outcome = night(output, server.base_url, IDS, **settings)
        return outcome, server.requests


FAULTS = faults(page_of(BAD), f"/cncdext/dyn/public/atlas/detailProjet.html?criteres.prjId={BAD}")
KINDS = {
    "reset before headers": "reset",
    "reset in headers": "reset",
    "reset after headers": "reset",
    "reset in body": "reset",
    "header drip": "time-out",
    "body drip": "time-out",
    "chunked drip": "time-out",
    "gzip drip": "time-out",
    "endless body": "too large",
    "gzip bomb": "too large",
    "gzip cut": "cut short",
    "gzip garbage": "not gzip",
    "short of its length": "cut short",
    "chunks cut": "cut short",
    "headers cut": "cut short",
    "cut without a length": "LayoutError",
    "empty 200": "NotARecord",
    "redirect to a login": "redirect",
    "204": "http 204",
    "400": "http 400",
    "500": "http 500",
    "redirect loop": "redirect loop",
    "redirect to a private address": "redirect off the site",
    "redirect to another host": "redirect off the site",
    "redirect to a file": "redirect off the site",
}


def once(name: str) -> dict[str, Any]:
    """Ask once; wait long, but for what never ends, so that a busy machine answers in time."""
    return {"tries": 1, "timeout": 1.0 if KINDS.get(name) == "time-out" else 20.0}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_on_one_page_keeps_its_record_and_is_counted_under_its_name(name: str, output: Path) -> None:
    before = released(output)[BAD]
    outcome, _ = after(output, once(name), bad=FAULTS[name])
    assert (outcome.outcome, outcome.report["visits"]["failed"], released(output)[BAD]) == ("published", 1, before)
    assert outcome.report["failures"] == {KINDS.get(name, next(iter(outcome.report["failures"]))): 1}


@pytest.mark.parametrize("name", ["reset before headers", "chunked drip", "gzip cut", "500", "empty 200", "204"])
def test_a_fault_on_every_page_publishes_nothing_and_says_so(name: str, output: Path) -> None:
    latest = (output / "latest").resolve()
    outcome, requests = after(output, once(name), all=FAULTS[name], bad=FAULTS[name])
    assert (outcome.release, (output / "latest").resolve(), report(output)["outcome"]) == (None, latest, "stopped")
    assert len(requests) <= 10


@pytest.mark.parametrize("name", ["header drip", "body drip", "chunked drip", "gzip drip"])
def test_a_drip_is_cut_off_at_the_deadline(name: str, tmp_path: Path) -> None:
    with FaultServer(site(bad=FAULTS[name])) as server:
        start = time.monotonic()
        night(tmp_path, server.base_url, (BAD,), tries=1, timeout=1.0)
        # Asked twice: in the first round, and once more at the end.
        assert time.monotonic() - start < 2 * (1.0 + 0.5) + 1


@pytest.mark.parametrize(
    "body",
    [maintenance(), login(), empty_labels(), unknown_project(1)],
    ids=["maintenance", "login", "empty", "unknown"],
)
def test_a_page_in_place_of_every_record_changes_nothing(body: str, output: Path) -> None:
    before = released(output)
    stand_in = page(body.encode())
    outcome, _ = after(output, all=stand_in, bad=stand_in)
    assert (outcome.release, released(output)) == (None, before)


def refused() -> str:
    with FaultServer(site()) as server:
        return server.base_url


@pytest.mark.parametrize(
    ("base_url", "kind", "advice"),
    [
        (refused, "refused", "the site is down: run again later"),
        (lambda: "http://atlas.invalid/cncdext/", "unknown host", "check the name in the address"),
        (lambda: refused().replace("http:", "https:"), "refused", "check host, scheme and port"),
    ],
    ids=["refused", "unknown host", "refused by https"],
)
def test_a_site_that_is_not_reached_ends_the_run_under_its_name(
    base_url: Callable[[], str], kind: str, advice: str, tmp_path: Path
) -> None:
    outcome = night(tmp_path, base_url(), IDS)
    stopped = report(tmp_path)["stopped_by"]
    assert (outcome.outcome, stopped["kind"], advice in stopped["message"]) == ("stopped", kind, True)
    assert "ignore-robots" not in stopped["message"]


def test_a_site_that_speaks_no_tls_is_named_so(output: Path) -> None:
    with LocalAtlas(IDS) as atlas:
        night(output, atlas.base_url.replace("http:", "https:"), IDS)
    stopped = report(output)["stopped_by"]
    assert (stopped["kind"], "give its http address" in stopped["message"]) == ("tls", True)


def test_a_status_line_in_french_is_kept_and_read(output: Path) -> None:
    outcome, _ = after(output, bad=page(b"<html>rien</html>", "404 Non trouvé"))
    kept = next((output / "archive").glob(f"{outcome.report['run']}*.warc.gz"))
    assert (outcome.outcome, outcome.report["visits"]["missing"]) == ("published", 1)
    assert b"404 Non trouv\xe9\r\n" in gzip.decompress(kept.read_bytes())


@pytest.mark.parametrize("status", ["200 \xff\x80\x01", "200 Tr\xc3\xa8s bien", "200"])
def test_any_bytes_in_a_head_are_taken_for_what_they_are(status: str, output: Path) -> None:
    outcome, _ = after(output, bad=page(page_of(BAD), status, X_Ville="Orl\xe9ans \x80\xff", Set_Cookie="\xe9=\xe9"))
    assert (outcome.outcome, outcome.report["failures"]) == ("published", {})


def in_seconds(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


@pytest.mark.parametrize("value", ["1", "a date", "soon", "-5", "1e9"])
def test_a_site_that_asks_for_a_rest_gets_it_and_the_page_is_read(value: str, output: Path) -> None:
    times: list[float] = []

    def bad(connection: Any) -> None:
        times.append(time.monotonic())
        rest = in_seconds(2) if value == "a date" else value
        busy = page(b"busy", "429 Too Many Requests", Retry_After=rest)
        (busy if len(times) == 1 else page(page_of(BAD)))(connection)

    outcome, _ = after(output, bad=bad)
    assert (outcome.outcome, outcome.report["failures"], len(times)) == ("published", {}, 2)
    assert times[1] - times[0] >= (1 if value in {"1", "a date"} else 0)


@pytest.mark.parametrize("seconds", [1000, 200_000])
@pytest.mark.parametrize("is_date", [False, True])
def test_a_site_that_asks_for_a_long_rest_ends_the_run_and_says_when_to_come_back(
    seconds: int, is_date: bool, output: Path
) -> None:
    value = in_seconds(seconds) if is_date else str(seconds)
    outcome, requests = after(output, bad=page(b"busy", "503 Service Unavailable", Retry_After=value))
    assert (outcome.outcome, "come back after" in report(output)["stopped_by"]["message"]) == ("stopped", True)
    assert requests[-1][1].endswith(f"prjId={BAD}")


def test_a_site_that_is_down_for_a_while_is_read_when_it_is_back(output: Path) -> None:
    asked = Counter[str]()

    def answer(path: str) -> Fault:
        asked["all"] += 1
        return page(b"down", "503 Service Unavailable") if 8 <= asked["all"] < 16 else site()(path)

    with FaultServer(answer) as server:
        outcome = night(output, server.base_url, IDS)
    assert (outcome.outcome, outcome.report["failures"]) == ("published", {})


@pytest.mark.parametrize(
    ("robots", "kind"),
    [
        (page(b"no", "500 Internal Server Error"), "http 500"),
        (page(b"no", "429 Too Many Requests"), "http 429"),
        (page(b"<!DOCTYPE html><html><body>Accueil</body></html>"), "robots.txt"),
        (page(b"User-agent: *\nDisallow: /\n"), "robots.txt"),
        (page(b"\xef\xbb\xbfUser-agent: *\nDisallow: /cncdext/\n"), "robots.txt"),
        (send(b""), "reset"),
    ],
    ids=["500", "429", "HTML", "disallow", "disallow behind a byte order mark", "no answer"],
)
def test_robots_that_forbid_are_obeyed(robots: Fault, kind: str, output: Path) -> None:
    outcome, requests = after(output, robots=robots)
    asked = {path for _, path in requests}
    assert (outcome.outcome, report(output)["stopped_by"]["kind"], asked) == ("stopped", kind, {"/robots.txt"})


def test_robots_that_forbid_can_be_overridden_which_is_recorded(output: Path) -> None:
    with FaultServer(site(robots=page(b"User-agent: *\nDisallow: /\n"))) as server:
        outcome = night(output, server.base_url, IDS, ignore_robots=True)
    assert (outcome.outcome, outcome.report["obey_robots"]) == ("published", False)


def test_robots_that_turn_to_forbid_in_mid_run_end_it(output: Path) -> None:
    asked: list[str] = []

    def answer(path: str) -> Fault:
        asked.append(path)
        if path == "/robots.txt" and asked.count(path) > 1:
            return page(b"User-agent: *\nDisallow: /\n")
        return site()(path)

    with FaultServer(answer) as server:
        outcome = night(output, server.base_url, IDS, robots_hours=1e-5)
    # How often it is read depends on how long an answer takes; from where it forbids, nothing else is asked for.
    allowed = asked[: asked.index("/robots.txt", 1)]
    assert (outcome.outcome, outcome.release, set(asked[len(allowed) :])) == ("stopped", None, {"/robots.txt"})


def test_a_certificate_that_nobody_signed_is_not_trusted(output: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("localhost").configure_cert(context)
    with FaultServer(site(), tls=context) as server:
        outcome = night(output, server.base_url, IDS)
    assert (outcome.outcome, server.requests) == ("stopped", [])


def test_a_charset_that_switches_in_mid_run_is_read_right(output: Path) -> None:
    before = released(output)
    text = page_of(BAD).decode().replace("UTF-8", "ISO-8859-1").encode("cp1252", "xmlcharrefreplace")
    after(output, bad=page(text))
    unlike = {name for name, value in released(output)[BAD].items() if value != before[BAD][name]}
    assert unlike <= {"provenance", "source_url"}


def test_a_label_renamed_on_every_page_publishes_nothing(output: Path) -> None:
    def answer(path: str) -> Fault:
        number = number_in(path)
        renamed = page_of(number).replace(b"Le partenariat est", b"Etat de la coop")
        return page(renamed) if number in IDS else site()(path)

    with FaultServer(answer) as server:
        outcome = night(output, server.base_url, IDS)
    broken = [finding for finding in outcome.findings if finding.action == "stop"]
    assert (outcome.outcome, {"values lost: status", "values lost: status_label"} <= {one.bound for one in broken}) == (
        "unhealthy",
        True,
    )
    assert all(one.pages for one in broken)


def test_a_title_label_renamed_on_every_page_ends_the_run(output: Path) -> None:
    def answer(path: str) -> Fault:
        number = number_in(path)
        return page(page_of(number).replace(b">Titre<", b">Intitul<")) if number in IDS else site()(path)

    with FaultServer(answer) as server:
        outcome = night(output, server.base_url, IDS)
    assert (outcome.release, set(outcome.report["failures"])) == (None, {"LayoutError"})


def test_half_of_the_projects_gone_publishes_nothing(output: Path) -> None:
    def answer(path: str) -> Fault:
        number = number_in(path)
        return page(unknown_project(number).encode()) if number in IDS[::2] else site()(path)

    with FaultServer(answer) as server:
        outcome = night(output, server.base_url, IDS)
    assert [finding.bound for finding in outcome.findings] == ["known projects missing"]


def test_a_full_disk_at_publication_leaves_the_last_release(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    latest = (output / "latest").resolve()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("atlas_scraper.dataset.release.write_records", full)
    outcome, _ = after(output)
    assert (outcome.outcome, (output / "latest").resolve()) == ("stopped", latest)
    assert "No space left" in report(output)["stopped_by"]["message"]


def test_the_site_is_asked_for_each_project_once(tmp_path: Path) -> None:
    with LocalAtlas(range(1, 40)) as atlas:
        night(tmp_path, atlas.base_url, tuple(range(1, 40)), timeout=30)
        paths = Counter(path for _, path in atlas.requests if "prjId" in path)
    assert set(paths.values()) == {1}


def test_requests_keep_their_distance(tmp_path: Path) -> None:
    with LocalAtlas(range(1, 9)) as atlas:
        night(tmp_path, atlas.base_url, tuple(range(1, 9)), delay=0.2, timeout=30)
        times = [at for at, _ in atlas.requests]
    assert min(later - earlier for earlier, later in pairwise(times)) >= 0.2


def test_the_crawl_delay_of_robots_is_kept(tmp_path: Path) -> None:
    with LocalAtlas(range(1, 6)) as atlas:
        atlas.robots = (200, {}, b"User-agent: *\nCrawl-delay: 0.3\n")
        night(tmp_path, atlas.base_url, tuple(range(1, 6)), timeout=30)
        times = [at for at, _ in atlas.requests][1:]
    assert min(later - earlier for earlier, later in pairwise(times)) >= 0.3


def test_a_table_of_several_pages_is_put_together(tmp_path: Path) -> None:
    with LocalAtlas(range(1, 60)) as atlas:
        night(tmp_path, atlas.base_url, tuple(range(1, 60)), timeout=30)
    lengths = [len(record["other_themes"]) for record in released(tmp_path).values()]
    codes = {issue["code"] for record in released(tmp_path).values() for issue in record["issues"]}
    assert (max(lengths), "missing_rows" in codes) == (6, False)
