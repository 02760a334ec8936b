"""What differs between the record expected and the record read, leaf by leaf."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from .expected import LOST, is_lost

_ABSENT: object = object()


@dataclass
class Comparison:
    """Outcome for one page: the differences, and how many leaves each field has, right or wrong."""

    differences: list[str] = field(default_factory=list)
    leaves: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """How many leaf fields were compared."""
        return sum(self.leaves.values())

    @property
    def right(self) -> int:
        """How many of them are as expected."""
        return self.total - sum(self.wrong.values())


def compare(expected: Mapping[str, object], dump: Mapping[str, object]) -> Comparison:
    """Compare the fields named in `expected` with those of a record's dump.

    A fact that the rendition has lost (see `expected.lost`) may be null, empty or the truth; any guess will do
    where the record carries an `ambiguous_cells` issue.

    Args:
        expected: from `expected_record`.
        dump: of a `Partnership`, by `model_dump(mode="json")`.
    """
    outcome = Comparison()
    issues = dump.get("issues") or []
    codes = {issue.get("code") for issue in issues if isinstance(issue, Mapping)} if isinstance(issues, list) else set()
    for name, wanted in expected.items():
        _compare(outcome, name, name, wanted, dump.get(name, _ABSENT), guesses="ambiguous_cells" in codes)
    return outcome


def differences(expected: Mapping[str, object], record_dump: Mapping[str, object]) -> list[str]:
    """Say what differs: one string for each wrong field path, empty when all is right."""
    return compare(expected, record_dump).differences


def _compare(outcome: Comparison, top: str, path: str, wanted: object, found: object, *, guesses: bool) -> None:
    if isinstance(wanted, Mapping) and is_lost(wanted):
        _leaf(outcome, top, path, wanted, found, right=guesses or found in (None, [], *wanted[LOST]))
    elif isinstance(wanted, Mapping):
        if isinstance(found, Mapping):
            for key, value in wanted.items():
                _compare(outcome, top, f"{path}.{key}", value, found.get(key, _ABSENT), guesses=guesses)
            for key in found.keys() - wanted.keys():
                _leaf(outcome, top, f"{path}.{key}", _ABSENT, found[key], right=False)
        else:
            _leaf(outcome, top, path, wanted, found, right=False, weight=max(1, leaf_count(wanted)))
    elif isinstance(wanted, list) and wanted and isinstance(found, list):
        wanted = _without_lost_rows(wanted, len(found))
        for index, value in enumerate(wanted):
            there = found[index] if index < len(found) else _ABSENT
            _compare(outcome, top, f"{path}[{index}]", value, there, guesses=guesses)
        for index in range(len(wanted), len(found)):
            _leaf(outcome, top, f"{path}[{index}]", _ABSENT, found[index], right=False)
    else:
        right = type(found) is not bool and found == wanted if type(wanted) is not bool else found is wanted
        _leaf(outcome, top, path, wanted, found, right=right, weight=max(1, leaf_count(wanted)))


def _without_lost_rows(wanted: list[object], number: int) -> list[object]:
    """Leave out rows of which the rendition has lost every cell: they are no rows of the record, but unread text."""
    surplus = len(wanted) - number
    lost = [row for row in wanted if isinstance(row, Mapping) and not is_lost(row) and _is_all_lost(row)]
    return [row for row in wanted if not any(row is other for other in lost[:surplus])] if surplus > 0 else wanted


def _is_all_lost(value: object) -> bool:
    if isinstance(value, Mapping):
        return is_lost(value) or all(map(_is_all_lost, value.values()))
    return value is None or (isinstance(value, list) and all(map(_is_all_lost, value)))


def _leaf(
    outcome: Comparison, top: str, path: str, wanted: object, found: object, *, right: bool, weight: int = 1
) -> None:
    outcome.leaves[top] += weight
    if not right:
        outcome.wrong[top] += weight
        outcome.differences.append(f"{path}: expected {_shown(wanted)}, found {_shown(found)}")


def leaf_count(value: object) -> int:
    """Count the leaves of a JSON-able value; an empty list is one."""
    if isinstance(value, Mapping) and not is_lost(value):
        return sum(leaf_count(part) for part in value.values())
    if isinstance(value, list) and value:
        return sum(leaf_count(part) for part in value)
    return 1


def _shown(value: object) -> str:
    text = "nothing" if value is _ABSENT else repr(value)
    return text if len(text) <= 160 else f"{text[:150]}… ({len(text)} characters)"
