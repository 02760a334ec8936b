"""The folder of a dataset: whose it is, of which site, and whether its parts are all there."""

import re
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from atlas_scraper.dataset.release import FOLDER
from atlas_scraper.dataset.store import FILE, Store
from atlas_scraper.errors import AtlasError, RunStopped
from atlas_scraper.values.addresses import canonical_address

_SITE = "site"
_OURS = re.compile(r"\d{8}T\d{6}Z(?:-\d+)?\.warc\.gz")
_LOOPBACK = re.compile(r"localhost|127(?:\.\d+){3}|\[?::1\]?")


class CannotWrite(AtlasError):  # noqa: N818 - says what it is
    """A folder or a file that cannot be written, before anything was asked for."""


def for_the_owner_alone(output: Path) -> None:
    """Keep others from what names people: the archive and the store; releases see to it themselves.

    Raises:
        CannotWrite: they are another user's.
    """
    try:
        (output / "archive").mkdir(exist_ok=True)
        (output / "archive").chmod(0o700)
        (output / FILE).touch(mode=0o600)
        (output / FILE).chmod(0o600)  # SQLite gives its write-ahead log the same
        with (output / FILE).open("r+b"):
            pass
    except OSError as error:
        next_step = f"run as the owner of {output}, or give the folder to the user who runs this (chown -R)"
        raise CannotWrite(f"a dataset in {output} that can be written", str(error), next_step) from error


def check_parts(output: Path) -> None:
    """Refuse to begin anew where an archive shows that there was a store.

    Raises:
        RunStopped: the store is missing.
    """
    nights = [each for each in (output / "archive").glob("*.warc.gz") if _OURS.fullmatch(each.name)]
    store = output / FILE
    if nights and (not store.exists() or store.stat().st_size == 0):
        found = f"none beside the archive of {len(nights)} nights"
        next_step = (
            f"restore it from a copy, or rebuild it: `refresh --from-archive {output / 'archive'} --output {output}`"
        )
        raise RunStopped(f"the store {store}", found, next_step, kind="no store")


def check_site(store: Store, base_url: str) -> None:
    """Refuse to mix two sites in one dataset; the first run decides which one it is.

    Raises:
        RunStopped: the dataset is of another site.
    """
    site, known = host_of(base_url), store.fact(_SITE)
    if known is None:
        store.note(_SITE, site)
    elif known != site:
        next_step = f"give another --output for {site}, or the --base-url of {known}"
        raise RunStopped(f"a dataset of {site}", f"one of {known} in {store.path.parent}", next_step, kind="other site")


def free_name(store: Store, output: Path, now: datetime) -> str:
    """Give a name for a run that neither a run, nor a release, nor an archive has."""
    name = now.strftime("%Y%m%dT%H%M%SZ")
    number = 1
    while store.has_run(name) or (output / FOLDER / name).exists() or (output / "archive" / f"{name}.warc.gz").exists():
        number += 1
        name = f"{now.strftime('%Y%m%dT%H%M%SZ')}-{number}"
    return name


def host_of(base_url: str) -> str:
    """Give the host that makes a site what it is: neither scheme, nor `www.`, nor an archive's own host before it."""
    host = (urlsplit(canonical_address(base_url)).hostname or "").lower().removeprefix("www.")
    return "loopback" if _LOOPBACK.fullmatch(host) else host
