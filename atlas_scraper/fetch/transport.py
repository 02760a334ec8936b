"""What breaks between us and a server, named for what it is, with advice that fits it."""

import errno
import http.client
import ssl
from dataclasses import dataclass

import requests
import urllib3

from atlas_scraper.fetch.allowance import TooLarge

_UNREACHABLE = {errno.EHOSTUNREACH, errno.ENETUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL}


@dataclass(frozen=True, slots=True)
class Trouble:
    """A kind of trouble.

    Args:
        kind: one or two words for it.
        found: what was found, after the host's name.
        next_step: what to do about it.
        helps_again: whether the same request may do better.
    """

    kind: str
    found: str
    next_step: str
    helps_again: bool = True


_DOWN = "check host, scheme and port of the address (--base-url); if they are right the site is down: run again later"
_NETWORK = "check this machine's network, then run again"
# requests wraps urllib3's errors, which wrap the socket's, and a refused connection is a time-out among those: the
# first that fits any of them counts.
_TROUBLES: tuple[tuple[tuple[type[BaseException], ...], Trouble], ...] = (
    ((TooLarge,), Trouble("too large", "sends too much", "", helps_again=False)),
    (
        (ssl.SSLCertVerificationError,),
        Trouble("certificate", "has no valid certificate", "do not trust it; ask the site", helps_again=False),
    ),
    (
        (requests.exceptions.ProxyError, urllib3.exceptions.ProxyError),
        Trouble("proxy", "is not reached through the proxy", "check HTTP_PROXY, HTTPS_PROXY and NO_PROXY"),
    ),
    (
        (urllib3.exceptions.NameResolutionError,),
        Trouble("unknown host", "has no address", f"check the name in the address (--base-url); {_NETWORK}"),
    ),
    ((ConnectionRefusedError,), Trouble("refused", "refuses the connection", _DOWN)),
    (
        (ConnectionResetError, BrokenPipeError),
        Trouble("reset", "broke off", "run again later; if it goes on, raise --delay, or ask the site if it blocks us"),
    ),
    (
        (requests.exceptions.SSLError, urllib3.exceptions.SSLError, ssl.SSLError),
        Trouble("tls", "does not speak TLS as we do", f"if the site has no https, give its http address; {_DOWN}"),
    ),
    (
        (http.client.IncompleteRead, urllib3.exceptions.InvalidChunkLength),
        Trouble("cut short", "ended its answer too early", "try again later"),
    ),
    (
        (TimeoutError, urllib3.exceptions.TimeoutError, requests.exceptions.Timeout),
        Trouble("time-out", "sent no whole answer", "run again later, or raise --timeout"),
    ),
)
_UNREACHABLE_HOST = Trouble("unreachable", "cannot be reached", _NETWORK)
_BROKEN = Trouble("broken answer", "sent no answer that can be read", "try again later")


def trouble_of(error: BaseException) -> Trouble:
    """Name what broke."""
    chain = _chain(error)
    if any(isinstance(one, OSError) and one.errno in _UNREACHABLE for one in chain):
        return _UNREACHABLE_HOST
    return next((trouble for kinds, trouble in _TROUBLES if any(isinstance(one, kinds) for one in chain)), _BROKEN)


def _chain(error: BaseException) -> list[BaseException]:
    """List an error and all that it wraps."""
    chain: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting:
        one = waiting.pop()
        if isinstance(one, BaseException) and not any(one is each for each in chain):
            chain.append(one)
            waiting += [*one.args, one.__cause__, one.__context__, getattr(one, "reason", None)]
    return chain
