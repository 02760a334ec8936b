"""An earlier release made the latest again."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from atlas_scraper.dataset.changes import NoRelease
from atlas_scraper.dataset.home import free_name
from atlas_scraper.dataset.release import FOLDER, LINK, switch
from atlas_scraper.dataset.store import Store
from atlas_scraper.writers.package import FILE as PACKAGE


def roll_back(store: Store, output: Path, release: str) -> str | None:
    """Lead `latest` to an earlier release, and note it among the runs.

    Returns:
        Name of the release that it led to before.

    Raises:
        NoRelease: there is none of that name, or it is damaged.
    """
    folder = output / FOLDER / release
    names = sorted(each.name for each in (output / FOLDER).glob("[!.]*") if each.is_dir())
    if release not in names:
        found = ", ".join(names) or "none"
        raise NoRelease(f"a release {release} in {output / FOLDER}", found, "give one of these")
    if problems := list(damage_of(folder)):
        raise NoRelease(f"a sound release {release}", problems[0], "give another one; `verify` names the damaged ones")
    link = output / LINK
    before = link.readlink().name if link.is_symlink() else None
    now = datetime.now(UTC).replace(microsecond=0)
    switch(output, folder)
    report = {"run": release, "outcome": "rolled back", "from": before, "to": release}
    store.note_run(free_name(store, output, now), now, "rolled back", report)
    return before


def damage_of(release: Path) -> Iterator[str]:
    """Yield a sentence for each file of a release, or of its public twin, that is not what was published."""
    packages = sorted(release.rglob(PACKAGE))
    if not packages or packages[0].parent != release:
        yield f"{release}: no {PACKAGE}"
    for package in packages:
        try:
            resources = json.loads(package.read_text("utf-8"))["resources"]
            files = [(package.parent / each["path"], each["hash"].removeprefix("sha256:")) for each in resources]
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            yield f"{package}: cannot be read ({error})"
            continue
        for file, digest in files:
            try:
                with file.open("rb") as opened:
                    found = hashlib.file_digest(opened, "sha256").hexdigest()
            except OSError as error:
                yield f"{file}: cannot be read ({error.strerror})"
                continue
            if found != digest:
                yield f"{file}: is not what was published (another digest)"
