"""What tells quickly that a page may have something rare: its tags, each once, and its style sheets.

Most of a page is text, and most of its tags are written alike; what is left is a tenth of it, and is searched in a
tenth of the time. A text that holds a sign of a tag stays, so that nothing is left out that may be markup.
"""

from typing import NamedTuple


class Markup(NamedTuple):
    """The markup of a page, in small letters.

    Args:
        whole: all of it.
        tags: what begins as a tag, in order, without its last `>` and the text behind that.
        traces: each of those once, in no order, and the style sheets: where what few pages have is sought.
    """

    whole: bytes
    tags: bytes
    traces: bytes


def markup_of(data: bytes) -> Markup:
    """Give the markup of a page in UTF-8."""
    whole = data.lower()
    # Behind the last `>`, for a value in quotation marks may hold another, stands text.
    tags = [tag or text for tag, _, text in [part.rpartition(b">") for part in whole.split(b"<")]]
    sheets = [part.partition(b"</style")[0] for part in whole.split(b"<style")[1:]]
    return Markup(whole, b"<".join(tags), b"<".join([b"", *{*tags}, *sheets]))
