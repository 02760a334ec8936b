"""Which generation of the record page a page is of, by its labels, and which of the labels of that kind it lacks."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from atlas_scraper.labelling.division import Division
from atlas_scraper.labelling.labels import Label


def expected_labels(division: Division) -> Sequence[Label]:
    """List the labels that pages of this kind have, in the page's order; those that may be absent left out.

    A page is of the generations of which it has most labels of their own. A label that only some of these have is
    not expected, nor is one that another label of the page stands for.
    """
    variants = frozenset(label.variant for label in division.found if label.variant)
    return _expected(division.labels.ordered, _generations_of(division), variants)


@lru_cache(maxsize=64)  # of few kinds of pages
def _expected(labels: Sequence[Label], generations: frozenset[str], variants: frozenset[str]) -> tuple[Label, ...]:
    """Give those of some labels that a page of these generations and variants has."""
    return tuple(
        label
        for label in labels
        if not label.may_be_absent
        and (not label.generations or generations <= label.generations)
        and not (label.variant and variants - {label.variant})
    )


def missing_labels(division: Division) -> list[Label]:
    """List the labels that pages of this kind have and this one has not."""
    return [label for label in expected_labels(division) if label not in division.found]


def _generations_of(division: Division) -> frozenset[str]:
    own = Counter([name for label in division.found for name in label.generations])
    if not own:
        return frozenset(name for label in division.labels.ordered for name in label.generations)
    most = max(own.values())
    return frozenset(name for name, count in own.items() if count == most)
