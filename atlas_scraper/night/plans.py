"""What a run is asked to do."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from atlas_scraper.dataset.frontier import Plan
from atlas_scraper.night.settings import Settings


@dataclass(frozen=True, slots=True)
class Night:
    """What a run is asked to do.

    Args:
        output: folder of the dataset: store, archive, releases.
        settings: how it behaves.
        plan: which projects it asks for.
        archives: WARC files to read in place of the site; none to ask the site.
        max_time: seconds after which no further project is asked for.
        jobs: processes that read an archive; `None` is one for each core, or 1 where there are few projects.
        is_plain: whether its release is to hold no more than what the next one is compared with.
    """

    output: Path
    settings: Settings
    plan: Plan = field(default_factory=Plan)
    archives: tuple[Path, ...] = ()
    max_time: float | None = None
    jobs: int | None = None
    is_plain: bool = False

    @property
    def is_whole(self) -> bool:
        """Tell whether the run covers the whole atlas; what an archive covers is not known."""
        return self.plan.is_whole and self.max_time is None and not self.archives

    @property
    def identity(self) -> str:
        """What makes a run the same one: a killed run is gone on with by a run of the same identity."""
        archives = [str(path.resolve()) for path in self.archives]
        people = f"{self.settings.people} {self.settings.opposition}"
        return f"{self.settings.base_url} {self.plan} {archives} {people}"


def about_of(night: Night, archive_problems: list[str] | None = None) -> dict[str, Any]:
    """Say in a run's report how it was run, so that others can judge and repeat it, and what ailed its archive."""
    manners = night.settings.manners
    return {
        "base_url": manners.base_url,
        "source": "site" if archive_problems is None else "archive",
        "full_sweep": night.is_whole,
        "user_agent": manners.user_agent,
        "delay": manners.delay,
        "timeout": manners.timeout,
        "obey_robots": manners.obey_robots,
        "archive_problems": archive_problems or [],
    }
