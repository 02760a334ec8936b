"""One polite GET: paced, within robots.txt, retried where that helps, cut off at a deadline and a size."""

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import urljoin, urlsplit

import requests
import tenacity
import urllib3

from atlas_scraper.errors import CAPTURED_AS, FetchError, RunStopped
from atlas_scraper.fetch.allowance import Allowance, AllowanceAdapter
from atlas_scraper.fetch.breaker import Breaker
from atlas_scraper.fetch.content import collect, decode, has_end, too_large
from atlas_scraper.fetch.manners import Manners
from atlas_scraper.fetch.mementos import NOT_CAPTURED, as_captured, is_replayed, moment_of, redirected
from atlas_scraper.fetch.pace import Pace
from atlas_scraper.fetch.raw_page import Headers, RawPage, as_written
from atlas_scraper.fetch.redirects import STATUSES, follow, is_within
from atlas_scraper.fetch.retry_after import LONGEST_WAIT, read_retry_after
from atlas_scraper.fetch.robots import Rules, read_rules
from atlas_scraper.fetch.transport import trouble_of
from atlas_scraper.values.addresses import canonical_address

_log = logging.getLogger(__name__)
_AGENT = "atlas_scraper"
_RETRIED = frozenset({408, 429, *range(500, 600)})
_MOST_HOPS = 5
_PIECE = 64 * 1024
_BEFORE_ANOTHER_TRY = tenacity.wait_exponential(multiplier=0.5, max=60) + tenacity.wait_random(0, 0.5)


class _Again(FetchError):  # noqa: N818 - says what to do
    """An error after which the same request may do better."""


class Client:
    """Asks for pages, one after the other over one connection; cookies are kept.

    Args:
        manners: how it behaves.
        keep: is given every answer, good or bad, before anything is made of it: the archive.
        breaker: counts failures, and stops the run when there are too many.
    """

    def __init__(self, manners: Manners, keep: Callable[[RawPage], object], breaker: Breaker | None = None) -> None:
        self.manners = manners
        self.requests = 0
        self._keep, self._breaker = keep, breaker or Breaker()
        self._allowance, self._pace = Allowance(), Pace(manners.delay)
        self._rules, self._rules_until = Rules("not read yet"), 0.0
        self._session = requests.Session()
        self._session.headers.update(
            {"User-Agent": manners.user_agent, "Accept-Encoding": "gzip", "Accept": "text/html,*/*;q=0.5"}
        )
        self._session.auth = lambda request: request  # else requests would send what ~/.netrc holds for the host
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, AllowanceAdapter(self._allowance))

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()

    @property
    def robots(self) -> str:
        """What was found of robots.txt, in words."""
        return self._rules.words + ("" if self.manners.obey_robots else " (not obeyed, by setting)")

    def get(self, address: str, headers: Headers = ()) -> RawPage:
        """Get the page of an address, redirects within the site followed.

        Args:
            address: the address.
            headers: further headers of the request, such as `If-None-Match`.

        Returns:
            The last answer of a chain of redirects: status 200, or 304, 404 or 410; a capture whatever its status.

        Raises:
            FetchError: there is no answer that can be used, after all tries.
            RunStopped: robots.txt forbids the address, the site asks for more than 15 minutes of rest, or too many
                requests have failed.
        """
        if not is_within(address, self.manners.base_url):
            raise FetchError(
                f"an address within {self.manners.base_url}", address, "give its --base-url", kind="off the site"
            )
        self._check_robots(address)
        return self._retry(lambda: _usable(self._follow(address, headers), is_replayed(address)))

    def ask(self, address: str, headers: Headers = ()) -> RawPage:
        """Ask for an address as often as may help, and give what comes, whatever its status; no redirect is followed.

        Raises:
            FetchError: there is no answer, or only such as ask to come again.
            RunStopped: as `get`.
        """
        self._check_robots(address)
        return self._retry(lambda: self._ask(address, headers))

    def _retry(self, ask: Callable[[], RawPage]) -> RawPage:
        """Ask again, after a wait that doubles each time, where that may help."""
        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(_Again),
            stop=tenacity.stop_after_attempt(self.manners.tries),
            wait=_BEFORE_ANOTHER_TRY,
            sleep=self._pace.rest,
            reraise=True,
        )
        return retrying(ask)

    def _follow(self, address: str, headers: Headers = (), *, base: str = "") -> RawPage:
        """Ask for an address and follow its redirects, within the site or a wider base address."""
        since, is_for_robots, base = None, bool(base), base or self.manners.base_url
        for _ in range(_MOST_HOPS + 1):
            answer = self._ask(address, headers)
            location = answer.header("Location")
            if is_replayed(address):
                answer = self._captured(answer, address, since)
                if answer.status in STATUSES and location and moment_of(answer):
                    location, since = redirected(address, location, answer), since or answer.retrieved_at
            if answer.status not in STATUSES:
                return answer
            address = follow(address, location, base)
            if not is_for_robots:  # robots.txt itself is asked for before there are rules
                self._check_robots(address)
        found = f"more than {_MOST_HOPS} redirects, the last to {canonical_address(address)}"
        raise FetchError("a page", found, "look at the address in a browser", kind="redirect loop")

    def _captured(self, answer: RawPage, address: str, since: datetime | None) -> RawPage:
        """Give the capture that an archive replays, and keep it; one to which a redirect led must be of its time."""
        try:
            capture, within = as_captured(answer, address), self.manners.redirected_within
        except FetchError as error:
            kind = CAPTURED_AS + "redirect" if since and error.kind == NOT_CAPTURED else error.kind
            raise FetchError(error.sought, error.found, error.next_step, kind=kind) from error
        if moment_of(answer):
            self._keep(capture)
            if since and abs(capture.retrieved_at - since) > within:
                sought = f"a capture of {capture.address}, where a redirect of {since:%Y-%m-%d} leads"
                found = f"none within {within.days} days of it, the nearest of {capture.retrieved_at:%Y-%m-%d}"
                next_step = "raise redirect_days if that is near enough"
                raise FetchError(sought, found, next_step, kind=CAPTURED_AS + "redirect")
        return capture

    def _ask(self, address: str, headers: Headers) -> RawPage:
        """Ask once, at the pace of the site, and count what came of it."""
        self._pace.wait()
        start = time.monotonic()
        try:
            answer = self._receive(address, headers)
            if not is_replayed(address):
                self._keep(answer)
            if answer.status in _RETRIED and not (is_replayed(address) and moment_of(answer)):
                if answer.status == 429 and answer.header("Retry-After") is None:
                    self._pace.rest(self.manners.rest)
                raise _status_error(answer)
        except FetchError as error:
            self._pace.failed()
            _log.info("%s: %s", canonical_address(address), error)
            self._breaker.request_failed(error.kind)
            raise
        finally:
            self.requests += 1
        self._pace.answered(time.monotonic() - start)
        self._breaker.request_succeeded()
        return answer

    def _receive(self, address: str, headers: Headers) -> RawPage:
        manners = self.manners
        self._allowance.renew(manners.timeout, manners.max_bytes)
        try:
            with self._session.get(
                address, headers=dict(headers), stream=True, allow_redirects=False, timeout=manners.timeout
            ) as response:
                payload = collect(response.raw.stream(_PIECE, decode_content=False), manners.max_bytes)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise _transport_error(error, address, manners) from error
        received = tuple(response.headers.items())
        self._rest_if_asked(response.headers.get("Retry-After"))
        coding = response.headers.get("Content-Encoding")
        try:
            body = decode(payload, coding, manners.max_bytes)
        except FetchError as error:
            again = _Again if error.kind in {"not gzip", "cut short"} else FetchError
            raise again(error.sought, error.found, error.next_step, kind=error.kind) from error
        return RawPage(
            address=canonical_address(address),
            status=response.status_code,
            reason=response.reason or "",
            headers=received,
            payload=payload,
            body=body,
            retrieved_at=datetime.now(UTC).replace(microsecond=0),
            has_end=has_end(response.headers),
        )

    def _rest_if_asked(self, value: str | None) -> None:
        """Honour `Retry-After` for the whole host, whatever the status it came with."""
        now = datetime.now(UTC)
        seconds = read_retry_after(value, now)
        if seconds is None:
            return
        if seconds > LONGEST_WAIT:
            hours = min(seconds, 366 * 86400)
            when = (now + timedelta(seconds=hours)).isoformat(" ", "minutes")
            found = f"a site that asks for {seconds:,.0f} seconds of rest (Retry-After: {value})"
            raise RunStopped("the next page", found, f"come back after {when}", kind="long rest")
        self._pace.rest(seconds)

    def _check_robots(self, address: str) -> None:
        """Read robots.txt if it is time to, and stop where it forbids.

        Raises:
            RunStopped: it forbids the address, or everything, or asks for more than 15 minutes between requests.
        """
        if time.monotonic() >= self._rules_until:
            self._rules = self._read_robots()
            self._pace.delay = max(self.manners.delay, self._rules.delay(_AGENT) if self.manners.obey_robots else 0)
            self._rules_until = time.monotonic() + self.manners.robots_hours * 3600
            _log.info("%s", self.robots)
        if self.manners.obey_robots and not self._rules.allow(address, _AGENT):
            found = f"{self._rules.words}, which forbids {canonical_address(address)}"
            next_step = "ask the site for leave; with it, --ignore-robots"
            raise RunStopped("leave to ask for pages", found, next_step, kind="robots.txt")

    def _read_robots(self) -> Rules:
        """Ask for robots.txt of the site; its redirects may lead to any path there, and to no other host.

        Raises:
            RunStopped: there is no answer, and it is to be obeyed (RFC 9309, 2.3.1.4).
        """
        host = urljoin(self.manners.base_url, "/")
        try:
            return read_rules(self._retry(lambda: self._follow(urljoin(host, "robots.txt"), base=host)))
        except FetchError as error:
            if self.manners.obey_robots:
                found = f"{error.found}, and without it no page may be asked for"
                raise RunStopped(f"robots.txt of {host}", found, error.next_step, kind=error.kind) from error
            return Rules(f"robots.txt could not be read ({error.found})")


def _usable(answer: RawPage, is_capture: bool) -> RawPage:
    """Let through the answers that say something of a project: a page, unchanged, or gone."""
    # What was captured stays that, however often it is asked for.
    if is_capture or answer.status in {200, 304, 404, 410}:
        return answer
    raise _status_error(answer)


def _status_error(answer: RawPage) -> FetchError:
    found = f"{answer.status} {as_written(answer.reason)}".strip()
    if answer.status in _RETRIED:
        return _Again("a page", found, "try again later", kind=f"http {answer.status}")
    return FetchError("a page", found, "look at the address in a browser", kind=f"http {answer.status}")


def _transport_error(error: Exception, address: str, manners: Manners) -> FetchError:
    trouble = trouble_of(error)
    if trouble.kind == "too large":
        return too_large(manners.max_bytes)
    found = f"{urlsplit(address).netloc} {trouble.found}"
    if trouble.kind == "time-out":
        found += f" within {manners.timeout:g} seconds"
    if trouble.kind in {"certificate", "tls", "proxy", "broken answer"}:
        found += f" ({error})"
    which = _Again if trouble.helps_again else FetchError
    return which("a whole page", found, trouble.next_step, kind=trouble.kind)
