"""What the tests of the store share: visits of a run that was healthy, taken into the dataset."""

from itertools import count

from atlas_scraper.dataset.evidence import settle
from atlas_scraper.dataset.store import Store
from atlas_scraper.dataset.visits import Run, Visit

_NUMBERS = count(1)


def believe(store: Store, *visits: Visit) -> str:
    """Settle a run of visits; gives the outcome of the last."""
    name = f"healthy-{next(_NUMBERS)}"
    store.begin(Run(name, "plan", visits[-1].at, None, None, None), [visit.project_id for visit in visits])
    outcomes = [store.save(name, visit) for visit in visits]
    with store.transaction() as db:
        settle(db, name)
    store.finish(name, "published", {})
    return outcomes[-1]
