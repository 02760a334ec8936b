"""What fetching counts: bytes of the wire, requests good and bad, failures in a row."""

import gzip
from collections.abc import Callable

import pytest

from atlas_scraper.errors import FetchError, RunStopped
from atlas_scraper.fetch.allowance import Allowance, TooLarge
from atlas_scraper.fetch.breaker import IN_A_ROW, Breaker
from atlas_scraper.fetch.client import Client
from atlas_scraper.fetch.manners import Manners
from atlas_scraper.fetch.raw_page import RawPage
from atlas_scraper.local_atlas.faults import Fault, FaultServer, head, page, reset, send

BESIDE = 256 * 1024
MOST = 1000


def site(robots: Fault, *pages: Fault) -> Callable[[str], Fault]:
    """Answer robots.txt, and whatever else is asked for with one page after the other, the last for ever."""
    left = list(pages)
    return lambda path: robots if path == "/robots.txt" else left.pop(0) if len(left) > 1 else left[0]


def client_of(server: FaultServer, tries: int = 1, max_bytes: int = MOST) -> tuple[Client, list[RawPage]]:
    kept: list[RawPage] = []
    manners = Manners(server.base_url, "tests", delay=0, timeout=5, max_bytes=max_bytes, tries=tries)
    return Client(manners, kept.append), kept


NO_RULES = page(b"", "404 Not Found")


def got(answer: Fault, max_bytes: int = MOST) -> RawPage:
    with FaultServer(site(NO_RULES, answer)) as server:
        client, _ = client_of(server, max_bytes=max_bytes)
        with client:
            return client.get(f"{server.base_url}x.html")


def test_an_allowance_ends_with_the_first_byte_too_many() -> None:
    allowance = Allowance()
    allowance.renew(60, 10)
    allowance.count(BESIDE)
    allowance.count(9)
    allowance.count(1)
    with pytest.raises(TooLarge):
        allowance.count(1)


def test_an_allowance_is_whole_again_for_the_next_request() -> None:
    allowance = Allowance()
    for _ in range(3):
        allowance.renew(60, 10)
        allowance.count(BESIDE + 10)


def test_a_deadline_that_has_passed_leaves_no_second() -> None:
    allowance = Allowance()
    allowance.renew(0, 10)
    with pytest.raises(TimeoutError):
        allowance.seconds_left()
    allowance.renew(60, 10)
    assert 59 < allowance.seconds_left() <= 60


def test_a_body_may_have_as_many_bytes_as_are_allowed() -> None:
    assert got(page(b"x" * MOST)).body == b"x" * MOST


@pytest.mark.parametrize(
    "answer",
    [
        page(b"x" * (MOST + 1)),
        send(head() + b"x" * (MOST + 1)),
        page(gzip.compress(b"x" * (MOST + 1)), Content_Encoding="gzip"),
    ],
    ids=["with a length", "without a length", "packed"],
)
def test_a_body_with_one_byte_too_many_is_refused_by_its_name(answer: Fault) -> None:
    with pytest.raises(FetchError, match="at most 1,000 bytes") as caught:
        got(answer)
    assert caught.value.kind == "too large"


def test_bytes_of_the_wire_that_are_no_body_are_counted_too() -> None:
    chunks = b"1;" + b"x" * 4000 + b"\r\na\r\n"
    with pytest.raises(FetchError) as caught:
        got(send(head(Transfer_Encoding="chunked") + chunks * 100 + b"0\r\n\r\n"))
    assert caught.value.kind == "too large"


def test_what_one_page_cost_does_not_lessen_what_the_next_may() -> None:
    most = 200_000
    with FaultServer(site(NO_RULES, page(b"x" * most))) as server:
        client, kept = client_of(server, max_bytes=most)
        with client:
            for number in range(4):
                client.get(f"{server.base_url}{number}.html")
    assert [len(answer.body) for answer in kept] == [0, *[most] * 4]


def test_a_request_that_fails_is_a_request() -> None:
    with FaultServer(site(NO_RULES, reset())) as server:
        client, kept = client_of(server, tries=2)
        with client, pytest.raises(FetchError):
            client.get(f"{server.base_url}x.html")
    assert (client.requests, len(server.requests), len(kept)) == (3, 3, 1)  # robots.txt and two tries


def test_each_answer_counts_once_and_is_kept_once() -> None:
    answers = page(b"", "503 Service Unavailable"), page(b"good")
    with FaultServer(site(NO_RULES, *answers)) as server:
        client, kept = client_of(server, tries=2)
        with client:
            client.get(f"{server.base_url}x.html")
    assert (client.requests, [answer.status for answer in kept]) == (3, [404, 503, 200])


def test_a_page_is_asked_for_as_often_as_is_said_and_no_more() -> None:
    with FaultServer(site(NO_RULES, page(b"", "500 Internal Server Error"))) as server:
        client, _ = client_of(server, tries=2)
        with client, pytest.raises(FetchError, match="500 Internal Server Error"):
            client.get(f"{server.base_url}x.html")
    assert [path for _, path in server.requests] == ["/robots.txt", *["/cncdext/x.html"] * 2]


def test_the_twentieth_failure_in_a_row_ends_a_run_and_says_of_which_kinds_they_were() -> None:
    breaker = Breaker()
    for number in range(IN_A_ROW - 1):
        breaker.request_failed("reset" if number % 3 else "http 500")
    with pytest.raises(RunStopped, match="20 failures in a row: 13 reset, 7 http 500") as caught:
        breaker.request_failed("reset")
    assert (caught.value.kind, IN_A_ROW) == ("too many failures", 20)


def test_a_request_that_succeeds_ends_a_row_of_failures() -> None:
    breaker = Breaker()
    for _ in range(3):
        for _ in range(IN_A_ROW - 1):
            breaker.request_failed("reset")
        breaker.request_succeeded()


def test_a_client_tells_its_breaker_of_failures_and_of_success() -> None:
    told: list[str] = []

    class Told(Breaker):
        def request_failed(self, kind: str) -> None:
            told.append(kind)

        def request_succeeded(self) -> None:
            told.append("good")

    answers = page(b"", "503 Service Unavailable"), reset(), page(b"good")
    with FaultServer(site(NO_RULES, *answers)) as server:
        manners = Manners(server.base_url, "tests", delay=0, timeout=5, tries=3)
        with Client(manners, lambda _: None, Told()) as client:
            client.get(f"{server.base_url}x.html")
    assert told == ["good", "http 503", "reset", "good"]


def test_a_site_whose_robots_ask_for_too_long_a_wait_is_asked_for_no_page_unless_they_are_not_obeyed() -> None:
    slow = page(b"User-agent: *\nCrawl-delay: 100000\n")
    with FaultServer(site(slow, page(b"<p>"))) as server:
        client, kept = client_of(server)
        with client:
            for _ in range(2):
                with pytest.raises(RunStopped, match="100,000 seconds"):
                    client.get(f"{server.base_url}x.html")
        assert {each.address.rpartition("/")[2] for each in kept} == {"robots.txt"}
        with Client(Manners(server.base_url, "tests", delay=0, obey_robots=False), kept.append) as bold:
            assert bold.get(f"{server.base_url}x.html").body == b"<p>"


@pytest.mark.parametrize("status", ["200 OK", "503 Service Unavailable"])
def test_a_rest_that_a_site_asks_for_is_kept_and_one_of_more_than_a_quarter_of_an_hour_ends_the_run(
    status: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rested: list[float] = []
    monkeypatch.setattr("atlas_scraper.fetch.pace.time.sleep", rested.append)
    pages = page(b"<p>", status, Retry_After="900"), page(b"<p>"), page(b"<p>", status, Retry_After="901")
    with FaultServer(site(NO_RULES, *pages)) as server:
        client, _ = client_of(server, tries=2)
        with client:
            client.get(f"{server.base_url}x.html")
            if status.startswith("200"):
                client.get(f"{server.base_url}x.html")
            assert [round(seconds) for seconds in rested] == [900]
            with pytest.raises(RunStopped, match="901 seconds of rest"):
                client.get(f"{server.base_url}x.html")
