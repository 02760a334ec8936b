"""The journal of a run, beside its archive: what the archive cannot hold, so that it can be replayed as it was.

An archive holds answers. That a page gave none, which projects were asked for first, and whether the run was believed
in the end stand here, in `archive/<run>.journal.json`. Without a journal a run is judged anew when it is replayed.
"""

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

SUFFIX = ".journal.json"


@dataclass(frozen=True, slots=True)
class Journal:
    """What is noted of a run.

    Args:
        run: its name.
        place: its place among all runs, from 1, which no clock can move.
        started: when it began, ISO 8601.
        outcome: what came of it.
        settled: whether it was taken into the dataset.
        known: the projects that were asked for first.
        unknown: what "no such project" looked like, as `night/unknown_project.py` writes it.
        failed: number, time and kind of each page that failed.
    """

    run: str
    place: int
    started: str
    outcome: str
    settled: bool
    known: list[int] = field(default_factory=list)
    unknown: dict[str, Any] | None = None
    failed: list[tuple[int, str, str]] = field(default_factory=list)


def write_journal(archive: Path, journal: Journal) -> None:
    """Write the journal of a run into the folder of its archive, for its owner alone.

    Raises:
        OSError: it cannot be written.
    """
    aside = archive / f".{journal.run}{SUFFIX}.{os.getpid()}"
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(handle, "w", encoding="utf-8") as file:  # noqa: PTH123 - a descriptor
        json.dump(asdict(journal), file, ensure_ascii=False)
    aside.replace(archive / f"{journal.run}{SUFFIX}")


def read_journal(archive: Path, problems: list[str]) -> Journal | None:
    """Read the journal beside a WARC file, `None` where there is none; a damaged one is said and passed over."""
    name = archive.name.removesuffix(".gz").removesuffix(".warc")
    file = archive.with_name(f"{name}{SUFFIX}")
    if not file.is_file():
        return None
    try:
        found = json.loads(file.read_text("utf-8"))
        failed = [(int(number), str(at), str(kind)) for number, at, kind in found.pop("failed")]
        return Journal(**found, failed=failed)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        problems.append(f"{file} cannot be read ({error}); its night is judged anew")
        return None
