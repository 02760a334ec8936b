"""Facts as a hypothesis strategy: a seed and a few choices that shrink, over the same maker as `random_facts`."""

import random
from dataclasses import fields, replace

from hypothesis import strategies as st

from .facts import GENERATIONS, Facts
from .make_facts import random_facts

# A page that says no more than a title is no record.
_ERASABLE = tuple(field.name for field in fields(Facts) if field.name not in {"generation", "title", "status_label"})
_EMPTY = Facts("old", "")


def erased(facts: Facts, names: frozenset[str]) -> Facts:
    """Empty some fields of the page, so that a failing example shrinks to the fields that matter."""
    return replace(facts, **{name: getattr(_EMPTY, name) for name in names})


@st.composite
def facts_strategy(draw: st.DrawFn, /, *, unlisted_values: bool = True) -> Facts:
    """Draw facts; they shrink towards pages on which nearly every field is empty."""
    seed = draw(st.integers(0, 2**20))
    generation = draw(st.sampled_from(GENERATIONS))
    kept = draw(st.frozensets(st.sampled_from(_ERASABLE), max_size=len(_ERASABLE)) | st.just(frozenset(_ERASABLE)))
    rng = random.Random(seed)  # noqa: S311 - pages made up for tests, no secret
    facts = random_facts(rng, generation=generation, unlisted_values=unlisted_values)
    facts = replace(facts, status_label=facts.status_label or "En cours")
    return erased(facts, frozenset(_ERASABLE) - kept)
