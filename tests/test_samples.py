"""Every sample of the repository: one test for each field of its record, so that a report says what died."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from atlas_scraper.saved.samples import Difference, check_sample, repair_of, stray_files

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(entry for entry in (ROOT / "samples").glob("*") if entry.is_dir())
EMAIL = re.compile(
    r"[\w.+-]+\s*(?:@|＠|\[at\]|\(at\)|%40|&#0*64;|&#x0*40;|&commat;)\s*([\w-]+(?:\.+[\w-]+)+)", re.IGNORECASE
)


@cache
def differences_of(sample: Path) -> list[Difference]:
    return check_sample(sample)


def fields_of(sample: Path) -> list[str]:
    try:
        return list(json.loads((sample / "expected.json").read_bytes()))
    except (OSError, ValueError):  # which the test of the sample's files reports
        return []


def in_words(sample: Path, differences: list[Difference]) -> str:
    lines = [f"{each.field}: expected {each.expected}, found {each.found}" for each in differences]
    return "\n".join([*lines, repair_of(sample.relative_to(ROOT), differences)])


def test_there_are_samples() -> None:
    assert SAMPLES


@pytest.mark.parametrize(
    ("sample", "field"),
    [pytest.param(each, field, id=f"{each.name}-{field}") for each in SAMPLES for field in fields_of(each)],
)
def test_field_of_sample_is_as_expected(sample: Path, field: str) -> None:
    wrong = [each for each in differences_of(sample) if each.field in {field, "error"}]
    assert not wrong, in_words(sample, wrong)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_sample_is_whole(sample: Path) -> None:
    wrong = [each for each in differences_of(sample) if each.field not in {*fields_of(sample), "error"}]
    assert not wrong, in_words(sample, wrong)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_people_in_sample_are_at_example_org(sample: Path) -> None:
    for file in sample.iterdir():
        hosts = EMAIL.findall(file.read_bytes().decode("utf-8", "replace"))
        # A typing error of the source may double a point, as in `example..org`.
        strangers = {host for host in hosts if re.sub(r"\.+", ".", host).lower() != "example.org"}
        assert not strangers, f"{file.relative_to(ROOT)}: people in samples are invented, at example.org"


def test_no_file_lies_outside_the_samples() -> None:
    assert not stray_files(ROOT / "samples")
