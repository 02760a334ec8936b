"""A release of a day that has passed, made from the history: `output/as-of/releases/<day>/`."""

import logging
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path

from atlas_scraper.dataset import history
from atlas_scraper.dataset.frames import compared
from atlas_scraper.dataset.older_records import adapted
from atlas_scraper.dataset.publication import PUBLIC
from atlas_scraper.dataset.release import Content, write_release
from atlas_scraper.dataset.store import Store
from atlas_scraper.errors import AtlasError
from atlas_scraper.people.policy import Policy
from atlas_scraper.record.model import Partnership
from atlas_scraper.writers import Format, missing
from atlas_scraper.writers.package import ReleaseFacts

FOLDER = "as-of"
_log = logging.getLogger(__name__)


class NoSuchDay(AtlasError):  # noqa: N818 - says what it is
    """A day of which the dataset knows nothing."""


def write_as_of(  # noqa: PLR0913 - what such a release is made of
    store: Store, output: Path, day: date, policy: Policy, base_url: str, *, keep: int
) -> Path:
    """Write what the dataset held at the end of a day (UTC), and leave the latest release as it is.

    Args:
        store: the store.
        output: folder of the dataset.
        day: the day.
        policy: what becomes of people.
        base_url: address of the site.
        keep: how many releases of past days stay; those go that were written longest ago, whatever their day.

    Returns:
        Folder of the release.

    Raises:
        NoSuchDay: the day lies before the dataset's first, or in the future.
        OSError: it cannot be written.
    """
    (first,) = store.row("SELECT min(day) FROM history") or (None,)
    text = day.isoformat()
    if day > (today := datetime.now(UTC).date()):
        raise NoSuchDay("a day that has passed", f"{text}, where today is {today}", "give an earlier day")
    if first is None or text < first:
        found = f"{text}, before the first, which is {first}" if first else "no history at all"
        raise NoSuchDay("a day of the dataset", found, "give a later day, or run `refresh`")
    policies = {"": policy}
    if not policy.leaves_out_people:
        policies[PUBLIC] = policy.for_the_public()
    contents = (_content(store, text, each, base_url, folder) for folder, each in policies.items())
    written = write_release(output / FOLDER, text, contents)
    _prune(written, keep)
    return written


def _prune(written: Path, keep: int) -> None:
    """Remove the releases of past days that were written longest ago, and never the one just written."""
    for leftover in written.parent.glob(".*.partial"):
        shutil.rmtree(leftover)
    others = [each for each in written.parent.iterdir() if each.is_dir() and each.name != written.name]
    others.sort(key=lambda each: (each.stat().st_mtime_ns, each.name))
    for each in others[: max(0, len(others) + 1 - keep)]:
        shutil.rmtree(each)
        _log.info("the release of %s was removed (--keep %s)", each.name, keep)


def _content(store: Store, day: str, policy: Policy, base_url: str, folder: str) -> Content:
    def records() -> Iterator[Partnership]:
        pages = ((adapted(dumped), dumped[history.FRAME]) for dumped in history.records_as_of(store, day))
        return map(policy.apply, compared(pages))

    facts = ReleaseFacts(
        run=day,
        created=f"{day}T23:59:59+00:00",
        source=base_url,
        records=sum(1 for _ in history.records_as_of(store, day)),
        generator=f"atlas_scraper {version('atlas-scraper')}",
        is_public=policy.leaves_out_people,
    )
    extras = {history.FILE: lambda: history.lines_of(store, policy, until=day)}
    lacking = missing(Format)
    return Content(records, facts, extras, [each for each in Format if each not in lacking], folder)
