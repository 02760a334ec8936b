"""Samples: pages with the record, or the error, that they must give.

A sample is a folder, named for what it proves, with `page.html`, `page.txt` or `page.md`, `expected.json` and
`sample.toml`. `expected.json` holds the record without `provenance.parser_version` and `provenance.source`, or
`{"error": {"kind": "NotARecord", "found": "…"}, "sha256": "…"}`; both hold the page's SHA-256, so a page that was
changed by a stray hand is noticed.
"""

import json
import shlex
import tomllib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from atlas_scraper import pipeline
from atlas_scraper.errors import AtlasError, FetchError
from atlas_scraper.guard import ParserError, guarded
from atlas_scraper.record.model import Partnership

PAGES = ("page.html", "page.txt", "page.md")
EXPECTED = "expected.json"
NOTE = "sample.toml"
ABSENT = "(absent)"


def find_samples(folder: Path) -> list[Path]:
    """List the samples of a folder by name; the folder itself where it is a sample.

    Raises:
        FetchError: when there is no such folder, or no sample in it.
    """
    sought, next_step = f"samples in {folder}", "name the folder that holds the samples, or one sample"
    if not folder.is_dir():
        raise FetchError(sought, "no such folder", next_step)
    if any((folder / name).exists() for name in (*PAGES, EXPECTED, NOTE)):
        return [folder]
    samples = sorted(entry for entry in folder.iterdir() if entry.is_dir() and not entry.name.startswith("."))
    if not samples:
        raise FetchError(sought, "no folder with a page", next_step)
    return samples


def check_sample(folder: Path) -> list["Difference"]:
    """Compare the record of a sample's page with the expected one, field by field.

    A file that is missing, unreadable or not a sample's is a difference as well, named after the file. Where
    one side is an error, the only difference is called `error`.
    """
    differences = check_files(folder)
    try:
        found, expected = read_sample(folder), read_expected(folder)
    except SampleBrokenError as broken:
        return [*differences, *broken.differences]
    except ParserError as bug:
        return [*differences, Difference(folder.name, "error", "no bug", str(bug))]
    if ("error" in expected) != ("error" in found):
        return [*differences, Difference(folder.name, "error", *map(_in_short, (expected, found)))]
    fields = dict.fromkeys([*found, *expected])
    pairs = ((name, _as_text(expected, name), _as_text(found, name)) for name in fields)
    return differences + [Difference(folder.name, *pair) for pair in pairs if pair[1] != pair[2]]


def check_files(folder: Path) -> list["Difference"]:
    """Report what a sample's folder holds beyond or below its three files."""
    names = {entry.name for entry in folder.iterdir()}
    pages = names.intersection(PAGES)
    differences = [
        Difference(folder.name, name, ABSENT, "a file that is no part of a sample")
        for name in sorted(names.difference(PAGES, (EXPECTED, NOTE)))
    ]
    if len(pages) > 1:
        differences.append(Difference(folder.name, "page", "one page", " and ".join(sorted(pages))))
    return differences


def stray_files(folder: Path) -> list["Difference"]:
    """Report files that lie beside the samples of a folder, in none of them; a README.md may."""
    if find_samples(folder) == [folder]:
        return []
    strays = sorted(entry.name for entry in folder.iterdir() if entry.is_file() and entry.name != "README.md")
    return [Difference(folder.name, name, ABSENT, "a file outside every sample") for name in strays]


def repair_of(folder: Path, differences: list["Difference"]) -> str:
    """Say how to mend a sample that differs."""
    of_record = {*Partnership.model_fields, "error", "sha256", EXPECTED}
    if all(difference.field in of_record for difference in differences):
        return f"if what was found is right: atlas-scraper accept {shlex.quote(str(folder))}"
    return f"mend the files named here, then: atlas-scraper check {shlex.quote(str(folder))}"


def read_sample(folder: Path) -> dict[str, Any]:
    """Read the page of a sample: what its `expected.json` should hold.

    Raises:
        SampleBrokenError: when the page or its note cannot be read.
        ParserError: when the parser itself fails, which no sample may expect.
    """
    note = read_note(folder)
    page = next((folder / name for name in PAGES if (folder / name).is_file()), None)
    if page is None:
        raise SampleBrokenError(folder, "page", " or ".join(PAGES), ABSENT)
    try:
        data = page.read_bytes()
        record = guarded(lambda: pipeline.parse(data, url=note.address, project_id=note.project_id))
    except OSError as error:
        raise SampleBrokenError(folder, page.name, "a file that can be read", str(error)) from error
    except ParserError:
        raise
    except AtlasError as error:
        return {"error": {"kind": type(error).__name__, "found": error.found}, "sha256": sha256(data).hexdigest()}
    # The version changes with every release and says nothing of the page.
    return record.model_dump(mode="json", exclude={"provenance": {"parser_version", "source"}})


def read_expected(folder: Path) -> dict[str, Any]:
    """Read the `expected.json` of a sample.

    Raises:
        SampleBrokenError: when the file is missing or holds no JSON object.
    """
    try:
        expected = json.loads((folder / EXPECTED).read_bytes())
    except FileNotFoundError as error:
        raise SampleBrokenError(folder, EXPECTED, "the record of the page", ABSENT) from error
    except (OSError, ValueError) as error:
        raise SampleBrokenError(folder, EXPECTED, "a JSON object", str(error)) from error
    if not isinstance(expected, dict):
        raise SampleBrokenError(folder, EXPECTED, "a JSON object", type(expected).__name__)
    return expected


def read_note(folder: Path) -> "Note":
    """Read the `sample.toml` of a sample.

    Raises:
        SampleBrokenError: when the file is missing, or does not say what it must.
    """
    try:
        return Note.model_validate(tomllib.loads((folder / NOTE).read_text("utf-8")))
    except FileNotFoundError as error:
        raise SampleBrokenError(folder, NOTE, "address, proves, changed", ABSENT) from error
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
        raise SampleBrokenError(folder, NOTE, "address, proves, changed", wrong) from error
    except (OSError, ValueError) as error:
        raise SampleBrokenError(folder, NOTE, "TOML", str(error)) from error


def _as_text(record: dict[str, Any], name: str) -> str:
    """Write a value as JSON, so that 1, 1.0 and true differ and the order of keys does not."""
    return json.dumps(record[name], ensure_ascii=False, sort_keys=True) if name in record else ABSENT


def _in_short(outcome: dict[str, Any]) -> str:
    return _as_text(outcome, "error") if "error" in outcome else f"the record {_as_text(outcome, 'title')}"


@dataclass(frozen=True)
class Difference:
    """Something of a sample that is not as expected: a field of the record, or one of its files."""

    sample: str
    field: str
    expected: str
    found: str


class Note(BaseModel):
    """What `sample.toml` says."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    address: Annotated[str, Field(pattern="^https?://")] | None = None
    proves: Annotated[str, Field(min_length=1)]
    changed: Annotated[str, Field(min_length=1)]
    project_id: Annotated[int, Field(ge=1)] | None = None


class SampleBrokenError(Exception):
    """A sample that lacks a part, so that nothing can be compared."""

    def __init__(self, folder: Path, field: str, expected: str, found: str) -> None:
        super().__init__(f"{folder}: {field}: expected {expected}; found {found}")
        self.differences = [Difference(folder.name, field, expected, found)]
