"""Accepting what the parser reads now as the expected record of a sample; a value is dropped only on request."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path
from typing import Any

from atlas_scraper.guard import ParserError
from atlas_scraper.saved.samples import EXPECTED, SampleBrokenError, check_files, read_expected, read_sample
from atlas_scraper.writers.files import complete_files


def accept_sample(folder: Path, *, allow_loss: bool = False) -> "Acceptance":
    """Write what the page of a sample gives into its `expected.json`, unless that drops a value.

    Args:
        folder: the sample.
        allow_loss: write it even where a value becomes null, a list shorter, or a record an error.
    """
    try:
        found = read_sample(folder)
    except (SampleBrokenError, ParserError) as error:
        return Acceptance(folder, refused=[str(error)])
    troubles = [f"{each.field}: {each.found}" for each in check_files(folder)]
    if troubles:
        return Acceptance(folder, refused=troubles)
    file = folder / EXPECTED
    before = file.read_text("utf-8", errors="replace") if file.exists() else ""
    after = json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    if before == after:
        return Acceptance(folder)
    losses = [] if allow_loss or not file.exists() else _losses_in(folder, found)
    if not losses:
        with complete_files(folder) as files:
            files.text(EXPECTED).write(after)
    return Acceptance(folder, diff=_diff(before, after, file), refused=losses)


def losses(expected: Any, found: Any, name: str = "") -> Iterator[str]:
    """Yield each value of an expected record that another record lacks, by its place in the record."""
    match expected, found:
        case dict(), dict():
            for key, value in expected.items():
                inner = f"{name}.{key}" if name else key
                if key in found:
                    yield from losses(value, found[key], inner)
                else:
                    yield f"{inner}: the key is gone"
        case list(), list():
            if len(found) < len(expected):
                yield f"{name}: {len(expected)} entries become {len(found)}"
            for place, (old, new) in enumerate(zip(expected, found, strict=False), start=1):
                yield from losses(old, new, f"{name}[{place}]")
        case _ if expected not in (None, "") and found in (None, ""):
            yield f"{name}: {json.dumps(expected, ensure_ascii=False)} becomes {json.dumps(found)}"


def _losses_in(folder: Path, found: dict[str, Any]) -> list[str]:
    try:
        expected = read_expected(folder)
    except SampleBrokenError as broken:
        return [str(broken)]
    if "error" in expected:
        return []
    if "error" in found:
        return [f"the record {expected.get('title')!r} becomes the error {found['error']['kind']}"]
    return list(losses(expected, found))


def _diff(before: str, after: str, file: Path) -> list[str]:
    """Compare two texts line by line; not by splitlines, which also cuts at U+2028 and its kind."""
    old, new = (text.removesuffix("\n").split("\n") if text else [] for text in (before, after))
    return list(unified_diff(old, new, str(file), "what the parser reads now", lineterm=""))


@dataclass(frozen=True)
class Acceptance:
    """What came of accepting one sample: its diff (empty when nothing changed), and why it was refused."""

    folder: Path
    diff: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
