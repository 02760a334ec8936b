"""What "no such project" looked like on earlier healthy nights, and what to make of an answer that is new.

The answer to an impossible number says tonight which pages mean "no such project". If it is one that was never seen,
the site is more likely ill than changed, and whatever it says would count against projects that are there: the night
ends early. A site that says the new thing on a third day, while its known projects are well, has changed.
"""

import json

from atlas_scraper.dataset.store import Store
from atlas_scraper.errors import RunStopped
from atlas_scraper.night.unknown_project import NO_ANSWER, Unknown

_FACT, _LATELY = "no such project", "no such project, lately"
NEW_ON_DAYS = 3
OUTAGE = "outage"


def settled_for_tonight(store: Store, probe: Unknown, frame: frozenset[str], day: str) -> Unknown:
    """Decide what "no such project" looks like tonight.

    Args:
        store: the store, which remembers.
        probe: how the impossible number was answered.
        frame: the lines of pages of known projects, read before; empty when there are none to compare with.
        day: today, ISO 8601.

    Raises:
        RunStopped: the answer is new, on fewer than three days.
    """
    known = _recall(store, _FACT)
    if known is None or not frame:
        return probe
    before = Unknown(known.words, known.shape, known.address, known.has_values, frame)
    if probe.words.startswith(NO_ANSWER):
        return before
    answer = probe.without(frame)
    if answer.says_the_same(known):
        store.note(_LATELY, "")
        return probe
    lately = json.loads(store.fact(_LATELY) or "{}")
    days = sorted({*lately.get("days", []), day})
    same_as_lately = bool(lately) and Unknown.from_dict(lately["answer"]).says_the_same(answer)
    store.note(_LATELY, json.dumps({"days": days, "answer": answer.as_dict()}))
    if len(days) < NEW_ON_DAYS:
        found = f"{probe.words}, which it never said before, on {len(days)} of {NEW_ON_DAYS} days"
        next_step = (
            "look at the site; if it is well, nothing is to be done: on the third day the answer counts as its new way"
        )
        raise RunStopped("the site's usual answer to an impossible number", found, next_step, kind=OUTAGE)
    return probe if same_as_lately else before


def remember(store: Store, probe: Unknown, frame: frozenset[str]) -> None:
    """Remember the answer of a healthy night."""
    if frame and not probe.words.startswith(NO_ANSWER):
        answer = probe if probe.frame else probe.without(frame)
        store.note(_FACT, json.dumps(answer.as_dict() | {"frame": []}, ensure_ascii=False))


def _recall(store: Store, fact: str) -> Unknown | None:
    text = store.fact(fact)
    return Unknown.from_dict(json.loads(text)) if text else None
