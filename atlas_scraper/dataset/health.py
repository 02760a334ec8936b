"""Is the dataset fit to be published? Bounds as data, each with its reason, in `health.toml`."""

import tomllib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, ValidationError, model_validator

from atlas_scraper.dataset.measures import FIELDS, Measures
from atlas_scraper.errors import AtlasError

PACKAGED = Path(__file__).with_name("health.toml")
_WITH_FIELD = frozenset({"filled", "values lost", "section missing"})


class NoBounds(AtlasError):  # noqa: N818 - says what it is
    """A file of bounds that cannot be used."""


class Bound(BaseModel):
    """One bound of a measure."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    measure: Literal[
        "records",
        "records to the last release",
        "failed pages",
        "known projects missing",
        "values lost",
        "filled",
        "amounts to the last release",
        "section missing",
        "records with unread text",
        "records with ignored text",
    ]
    field: str | None = None
    at_least: FiniteFloat | None = None
    at_most: FiniteFloat | None = None
    binds: Literal["always", "full sweep"] = "always"
    action: Literal["stop", "warn"] = "stop"
    cases: Annotated[int, Field(alias="from", ge=0)] = 0
    reason: Annotated[str, Field(min_length=1)]

    @model_validator(mode="after")
    def _check(self) -> "Bound":
        if (self.at_least is None) == (self.at_most is None):
            raise ValueError("a bound has either at_least or at_most")
        if (self.measure in _WITH_FIELD) != (self.field is not None) or self.field not in {None, "*", *FIELDS}:
            raise ValueError(f"a field of a record, or *, goes with {', '.join(sorted(_WITH_FIELD))} and with no other")
        return self


@dataclass(frozen=True, slots=True)
class Finding:
    """A bound that is broken.

    Args:
        bound: the measure, with the field where it has one.
        action: `stop` or `warn`.
        found: the measure's value.
        limit: the bound, such as `at least 0.9`.
        reason: why there is such a bound.
        pages: numbers of pages to look at.
    """

    bound: str
    action: str
    found: float
    limit: str
    reason: str
    pages: list[int]

    def __str__(self) -> str:
        pages = f"; look at {', '.join(map(str, self.pages))}" if self.pages else ""
        return f"{self.bound}: {self.found:g}, must be {self.limit}{pages}. {self.reason}"

    def as_dict(self) -> dict[str, Any]:
        """Give the finding as JSON values."""
        return asdict(self)


def load_bounds(path: Path | None = None) -> tuple[Bound, ...]:
    """Read the bounds of a file, by default the packaged one.

    Raises:
        NoBounds: the file cannot be read, or a bound of it cannot be used.
    """
    file = path or PACKAGED
    try:
        entries = tomllib.loads(file.read_text("utf-8")).get("bound", [])
    except (OSError, ValueError) as error:
        raise NoBounds("a file of health bounds", f"{file}: {error}", f"take {PACKAGED.name} as an example") from error
    if not isinstance(entries, list):
        raise NoBounds("a list of bounds", f"one bound in {file}", "head each bound with [[bound]], in two brackets")
    bounds = []
    for number, entry in enumerate(entries, start=1):
        try:
            bounds.append(Bound.model_validate(entry))
        except ValidationError as error:
            first = error.errors()[0]
            found = f"{file}, bound {number}, {'.'.join(map(str, first['loc'])) or 'as a whole'}: {first['msg']}"
            raise NoBounds("a bound that can be used", found, f"take {PACKAGED.name} as an example") from error
    if not bounds:
        raise NoBounds("health bounds", f"none in {file}", "a dataset without bounds would publish anything")
    return tuple(bounds)


def examine(measures: Measures, bounds: Sequence[Bound], *, is_whole: bool) -> list[Finding]:
    """Compare a dataset with the bounds.

    Args:
        measures: what was measured.
        bounds: the bounds.
        is_whole: whether the run swept the whole atlas.
    """
    findings = []
    for bound in bounds:
        if bound.binds == "full sweep" and not is_whole:
            continue
        for name, value, cases, pages in measures.of(bound.measure, bound.field):
            is_low = bound.at_least is not None and value < bound.at_least
            is_high = bound.at_most is not None and value > bound.at_most
            if cases >= bound.cases and (is_low or is_high):
                limit = f"at least {bound.at_least:g}" if is_low else f"at most {bound.at_most:g}"
                findings.append(Finding(name, bound.action, value, limit, bound.reason, pages))
    return findings
