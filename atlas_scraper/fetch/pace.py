"""When the next request may start: slower when the server slows or errs, never faster on errors."""

import time

# A server that takes longer than this to answer is given as long a rest as it took, up to the second number.
_SLOW, _LONGEST_REST = 1.0, 60.0
# After an error the pause grows by as much as itself, from the first number on, up to so many times the delay.
_FIRST_PENALTY, _TIMES = 0.05, 8


class Pace:
    """The pauses between requests, from the end of an answer to the start of the next request.

    Args:
        delay: seconds between requests at least.
    """

    def __init__(self, delay: float) -> None:
        self.delay = delay
        self._penalty = self._rest = 0.0
        self._ended = self._not_before = float("-inf")

    def wait(self) -> None:
        """Sleep until the next request may start."""
        start = max(self._ended + max(self.delay, self._rest) + self._penalty, self._not_before)
        if (seconds := start - time.monotonic()) > 0:
            time.sleep(seconds)

    def answered(self, seconds: float) -> None:
        """Note a good answer and how long it took."""
        self._ended = time.monotonic()
        self._rest = min(seconds, _LONGEST_REST) if seconds > _SLOW else 0.0
        self._penalty = self._penalty / 2 if self._penalty > _FIRST_PENALTY else 0.0

    def failed(self) -> None:
        """Note an error."""
        self._ended = time.monotonic()
        longest = _TIMES * max(self.delay, _FIRST_PENALTY)
        self._penalty = min(max(2 * self._penalty, self.delay, _FIRST_PENALTY), longest)

    def rest(self, seconds: float) -> None:
        """Let the server rest for some seconds from now, whatever comes next."""
        self._not_before = max(self._not_before, time.monotonic() + seconds)
