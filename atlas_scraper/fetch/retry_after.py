"""`Retry-After`, in both forms of RFC 9110, 10.2.3: seconds, or a date."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_WAIT = 15 * 60  # seconds; a site that asks for more is left for another time


def read_retry_after(value: str | None, now: datetime) -> float | None:
    """Read how many seconds a server asks to wait; `None` when it does not, or says nothing that can be read.

    A date that has passed asks for no wait. A malformed value is not fatal: other rules say when to go on.
    """
    text = (value or "").strip()
    if re.fullmatch(r"[0-9]{1,18}", text):
        return float(text)
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    # A date without a zone is in GMT, as all dates of HTTP are.
    date = date if date.tzinfo else date.replace(tzinfo=UTC)
    return max(0.0, (date - now).total_seconds())
