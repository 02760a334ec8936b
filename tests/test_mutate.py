"""The runner of mutants (`mutate.py`) kills what a test sees, lets live what none sees, and mixes up neither."""

from pathlib import Path

import pytest
from mutants import compiles, mutants_of
from mutate import NEAREST, PACKAGE, ROOT, met_by
from tried import Limits, Verdict, try_mutant

SOURCE = b'''\
"""Counts."""

STEP = {"by": 1}["by"]


def count(last: int) -> int:
    """Count."""
    number = 0
    while number < last:
        number += STEP
    return number


def unseen(number: int) -> bool:
    return number > 3
'''
PLENTY = 60
"""Seconds of a processor that no test of it takes, however busy the machine: a limit judges only what does not end."""
TEST = "from small import count\n\n\ndef test_count():\n    assert count(3) == 3\n"


@pytest.mark.parametrize(
    ("line", "text", "verdict"),
    [
        (11, "return None", Verdict.KILLED),
        (15, "(number >= 3)", Verdict.LIVED),
        (3, "'Xby'", Verdict.BROKEN),
        (10, "pass", Verdict.LOOPED),
    ],
)
def test_what_becomes_of_a_mutant(tmp_path: Path, line: int, text: str, verdict: Verdict) -> None:
    (tmp_path / "small.py").write_bytes(SOURCE)
    (tmp_path / "test_small.py").write_text(TEST, "utf-8")
    mutant = next(each for each in mutants_of("small.py", SOURCE) if (each.line, each.text) == (line, text))
    seconds = 2 if verdict is Verdict.LOOPED else PLENTY
    assert try_mutant(mutant, tmp_path, ["test_small.py"], Limits(seconds, clock=10 * PLENTY))[0] == verdict
    assert (tmp_path / "small.py").read_bytes() == SOURCE


def test_what_waits_for_too_long_is_not_called_killed(tmp_path: Path) -> None:
    source = b"import time\n\n\ndef wait():\n    time.sleep(0 if True else 60)\n"
    (tmp_path / "small.py").write_bytes(source)
    (tmp_path / "test_small.py").write_text("from small import wait\n\n\ndef test_wait():\n    wait()\n", "utf-8")
    mutant = next(each for each in mutants_of("small.py", source) if each.text == "False")
    assert try_mutant(mutant, tmp_path, ["test_small.py"], Limits(PLENTY, clock=2))[0] == Verdict.UNJUDGED


def test_annotations_docstrings_and_words_of_errors_are_left_alone() -> None:
    source = (
        b'"""Doc."""\n\n\ndef ask(name: "str" = None) -> "bool":\n    """Doc."""\n    raise BadName("no " + name)\n'
    )
    assert [each.text for each in mutants_of("a.py", source)] == ["pass"]


def test_a_change_lies_where_it_should_behind_letters_of_more_than_a_byte() -> None:
    source = 'a = f("é", "œ") + 1\n'.encode()
    changed = {each.of(source).decode() for each in mutants_of("a.py", source)}
    assert 'a = f("é", "œ") + (2)\n' in changed
    assert all(compiles(each.encode()) for each in changed)


def test_every_file_of_the_table_of_tests_is_there() -> None:
    for start in NEAREST["files"]:
        assert (ROOT / PACKAGE / start).is_dir() or (ROOT / PACKAGE / f"{start}.py").is_file(), start
    for path in sorted((ROOT / PACKAGE).glob("*/*.py")):
        if path.parent.name in NEAREST["rooms"]:
            asked = [test for tests in met_by(str(path.relative_to(ROOT))) for test in tests]
            assert all((ROOT / test).exists() for test in asked), path


def test_a_mutant_is_met_by_the_tests_nearest_to_it_before_those_of_its_room() -> None:
    near, room = met_by("atlas_scraper/labelling/forms.py")
    assert near == ("tests/labelling/test_forms_of_labels.py", "tests/test_forms.py")
    assert (room[0], met_by("atlas_scraper/labelling/items.py")) == ("tests/labelling", [room])
