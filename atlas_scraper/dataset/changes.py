"""What changed between two releases: projects added, gone, and changed field by field.

`provenance` is no change: it says how a record was made, not what the page says. Nor is `source_url`: one page is read
under either host, by http and https, as archives captured it. Nor is an issue `ignored_text`, which
says that a page differs from its neighbours, and comes and goes with them.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from atlas_scraper.errors import AtlasError
from atlas_scraper.record.issues import IssueCode

Dumped = dict[str, Any]
_FILE = "partnerships.jsonl"
_NO_CHANGE = frozenset({"provenance", "source_url"})


class NoRelease(AtlasError):  # noqa: N818 - says what it is
    """A folder that is no release, or one that was damaged."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one project; `fields` gives what each changed field held before and after."""

    project_id: int
    change: Literal["added", "changed", "gone"]
    fields: dict[str, dict[str, Any]] = field(default_factory=dict)

    def line(self) -> str:
        """Write the change as a line of JSON."""
        parts = {"project_id": self.project_id, "change": self.change, "fields": self.fields}
        return json.dumps(parts, ensure_ascii=False) + "\n"


def read_release(folder: Path) -> Iterator[Dumped]:
    """Yield the records of a release, by number.

    Raises:
        NoRelease: the folder holds none, its file is damaged, or they are in another order.
    """
    last = 0
    for number, record in enumerate(read_records(folder), start=1):
        project_id = int(record["project_id"] or 0)
        if project_id <= last:
            found = f"project {project_id} behind {last} ({folder / _FILE}, line {number})"
            raise NoRelease("records in the order of their numbers", found, "compare releases that refresh wrote")
        last = project_id
        yield record


def read_records(folder: Path) -> Iterator[Dumped]:
    """Yield the records of a release, or of a folder that `parse` wrote, as they come.

    Raises:
        NoRelease: the folder holds none, or its file is damaged.
    """
    file = folder / _FILE
    if not file.is_file():
        raise NoRelease("a release", f"no {file}", "give the folder of a release, such as output/latest")
    with file.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                record = json.loads(line.decode())
                int(record["project_id"] or 0)
                sum(row.get("amount_eur") or 0 for row in record.get("funding") or ())  # which the measures add up
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                next_step = "restore the file, or go back to a sound release with `rollback`; `verify` names them"
                found = f"{file}, line {number}: {type(error).__name__}: {error}"
                raise NoRelease("a record", found, next_step) from error
            yield record


def pairs(before: Iterable[Dumped], after: Iterable[Dumped]) -> Iterator[tuple[Dumped | None, Dumped | None]]:
    """Join two sequences of records, both by number; one side is `None` where the other stands alone."""
    olds, news = iter(before), iter(after)
    old, new = next(olds, None), next(news, None)
    while old is not None or new is not None:
        if new is None or (old is not None and old["project_id"] < new["project_id"]):
            yield old, None
            old = next(olds, None)
        elif old is None or new["project_id"] < old["project_id"]:
            yield None, new
            new = next(news, None)
        else:
            yield old, new
            old, new = next(olds, None), next(news, None)


def change_of(before: Dumped | None, after: Dumped | None) -> Change | None:
    """Compare the two sides of a pair; `None` when they say the same."""
    if before is None or after is None:
        number = (before or after or {})["project_id"]
        return Change(number, "added" if before is None else "gone")
    names = [name for name in dict.fromkeys((*after, *before)) if name not in _NO_CHANGE]
    sides = {name: (_of_itself(before, name), _of_itself(after, name)) for name in names}
    fields = {name: {"before": old, "after": new} for name, (old, new) in sides.items() if old != new}
    return Change(after["project_id"], "changed", fields) if fields else None


def _of_itself(record: Dumped, name: str) -> Any:
    """Give what a field says of the project's own page, whatever other pages say."""
    value = record.get(name)
    if name == "issues" and value:
        return [issue for issue in value if issue.get("code") != IssueCode.IGNORED_TEXT]
    return value


def compare(before: Iterable[Dumped], after: Iterable[Dumped]) -> Iterator[Change]:
    """Yield the changes between two sequences of records, both by number."""
    return (change for pair in pairs(before, after) if (change := change_of(*pair)))
