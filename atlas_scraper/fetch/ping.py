"""Tells a dead-man's switch how a run went, by the protocol of healthchecks.io (https://healthchecks.io/docs/http_api/).

`<url>/start` when a run begins, `<url>` when it was good, `<url>/fail` when it was not; the words go along as the body.
A switch that cannot be reached is said, and changes nothing of the run.
"""

import logging

import requests

_log = logging.getLogger(__name__)
_SECONDS = 10
_MOST_BYTES = 10_000


def ping(url: str, signal: str, words: str = "") -> bool:
    """Send a signal.

    Args:
        url: address of the switch.
        signal: `start`, `fail`, or empty for a good run.
        words: what to say with it.

    Returns:
        Whether the switch has taken it.
    """
    address = f"{url.rstrip('/')}/{signal}".rstrip("/")
    try:
        answer = requests.post(address, data=words.encode()[:_MOST_BYTES], timeout=_SECONDS, allow_redirects=False)
        answer.raise_for_status()
    except (requests.RequestException, ValueError) as error:
        # Not the address: it is the switch's password.
        _log.warning("the ping (%s) could not be sent: %s", signal or "success", type(error).__name__)
        return False
    return True
