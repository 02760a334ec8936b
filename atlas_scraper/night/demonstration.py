"""Two nights against the local atlas: everything that a nightly run does, in seconds and without network."""

import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from atlas_scraper.dataset.frontier import Plan
from atlas_scraper.dataset.publication import RunOutcome
from atlas_scraper.local_atlas.server import LocalAtlas
from atlas_scraper.night.plans import Night
from atlas_scraper.night.refresh import refresh
from atlas_scraper.night.settings import Settings


def run(folder: Path | None, projects: int, show: Callable[[RunOutcome], None]) -> Iterator[str]:
    """Run two nights.

    Args:
        folder: where to; a new temporary folder, which stays, when it is `None`.
        projects: highest number of a project.
        show: is given what came of each night.

    Yields:
        Lines that say what happened.
    """
    output = folder or Path(tempfile.mkdtemp(prefix="atlas-demo-"))
    with LocalAtlas(range(1, projects + 1)) as atlas:
        settings = Settings(base_url=atlas.base_url, delay=0.0)
        for night in (1, 2):
            atlas.night = night
            yield f"night {night}: asking {atlas.base_url} for 1-{projects}"
            outcome = refresh(Night(output, settings, Plan(tuple(range(1, projects + 1)))))
            show(outcome)
            if outcome.release is None:
                return
            yield f"published {outcome.release}"
    yield "changes from night to night:"
    for line in (output / "latest" / "changes.jsonl").read_text("utf-8").splitlines():
        change = json.loads(line)
        yield f"  project {change['project_id']}: {change['change']} {', '.join(change['fields'])}".rstrip()
    yield f"the dataset: {output / 'latest'}"
