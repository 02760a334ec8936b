"""An archive read by several processes: the dataset is the same byte for byte as when one has read it."""

from pathlib import Path

import pytest
from nights import differing, night, released
from typer.testing import CliRunner

from atlas_scraper.commands.app import app
from atlas_scraper.dataset.frontier import Plan
from atlas_scraper.local_atlas.pages import maintenance
from atlas_scraper.local_atlas.server import LocalAtlas
from atlas_scraper.night.plans import Night
from atlas_scraper.night.refresh import refresh
from atlas_scraper.night.settings import load_settings

NUMBERS = tuple(range(1, 41))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the archive of a night on which two projects' pages were none."""
    home = tmp_path_factory.mktemp("night")
    with LocalAtlas(NUMBERS) as atlas:
        atlas.answers = {each: lambda: (200, {"Content-Type": "text/html"}, maintenance().encode()) for each in (7, 23)}
        night(home, atlas.base_url, NUMBERS, timeout=30)
    return home / "archive"


def test_two_processes_make_the_same_dataset_as_one(archive: Path, tmp_path: Path) -> None:
    for jobs in (1, 2):
        home, settings = tmp_path / str(jobs), load_settings(delay=0.0)
        assert refresh(Night(home, settings, Plan(None), (archive,), jobs=jobs)).release
    assert not differing(*(tmp_path / str(jobs) / "latest" for jobs in (1, 2)))
    records = released(tmp_path / "2")
    assert set(NUMBERS) - set(records) >= {7, 23}
    assert max(len(record["other_themes"]) for record in records.values()) == 6  # put together from two pages


def test_jobs_without_an_archive_are_wrong_usage(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["refresh", "--jobs", "2", "--output", str(tmp_path)])
    assert result.exit_code == 2
    assert "--from-archive" in result.output
