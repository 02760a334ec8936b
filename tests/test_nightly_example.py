"""The example of a night on GitHub: what one night keeps as a release, the next begins with."""

import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from nights import released

from atlas_scraper.local_atlas.server import LocalAtlas

SCRIPT = Path(__file__).parents[1] / ".ci" / "nightly"
GH = """#!/usr/bin/env bash
# As much of `gh` as the script asks for, on a folder: releases are folders, their files what they hold.
set -euo pipefail
case "$1 $2" in
    "repo view") cat "$GH_STORE/is-private" ;;
    "release list") [ -d "$GH_STORE/releases" ] && ls "$GH_STORE/releases" ;;
    "release download") mkdir -p "$7" && cp "$GH_STORE/releases/$3"/folder.tar.gz.* "$7" ;;
    "release delete") rm -r "$GH_STORE/releases/$3" ;;
    "release create")
        tag=$3 && mkdir "$GH_STORE/releases/$tag" && shift 3
        for word; do
            if [ -f "$word" ]; then cp "$word" "$GH_STORE/releases/$tag"; else echo "$word" >> "$GH_STORE/said"; fi
        done ;;
    *) echo "unexpected: $*" >&2; exit 9 ;;
esac
"""
ATLAS = f"""#!/usr/bin/env bash
# What is slow to write says nothing of what is kept.
ATLAS_TEST_QUICK=1 exec {sys.executable} {Path(__file__).with_name("night_runner.py")} "$@"
"""
DATE = """#!/usr/bin/env bash
# Every call is a second later than the one before.
echo . >> "$GH_STORE/seconds"
printf '20300101T0000%02dZ\\n' "$(wc -l < "$GH_STORE/seconds")"
"""


@pytest.fixture(scope="module")
def atlas() -> Iterator[LocalAtlas]:
    with LocalAtlas(range(1, 10)) as server:
        yield server


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Give the folder that stands in for a private repository, without a release."""
    return make_store(tmp_path)


@pytest.fixture(scope="module")
def one_night(tmp_path_factory: pytest.TempPathFactory, atlas: LocalAtlas) -> Path:
    """Give such a folder after a first night that saw projects 1 and 2."""
    store = make_store(tmp_path_factory.mktemp("one-night"))
    done = night(store, "first", atlas.base_url, "--ids", "1-3")
    assert done.returncode == 0, done.stderr
    return store


@pytest.fixture
def later(one_night: Path, store: Path) -> Path:
    """Give a copy of that folder, as a night of one test finds it."""
    shutil.copytree(one_night, store, dirs_exist_ok=True)
    return store


def make_store(folder: Path) -> Path:
    (folder / "gh" / "releases").mkdir(parents=True)
    (folder / "gh" / "is-private").write_text("true\n", "utf-8")
    (folder / "bin").mkdir()
    for name, text in (("gh", GH), ("date", DATE), ("atlas-scraper", ATLAS)):
        (folder / "bin" / name).write_text(text, "utf-8")
        (folder / "bin" / name).chmod(0o755)
    return folder / "gh"


def night(store: Path, folder: str, base_url: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run a night on a machine that has nothing of the nights before it but the repository."""
    command = [os.fspath(SCRIPT), os.fspath(store.parent / folder), "--base-url", base_url, "--delay", "0", *options]
    environment = {
        **os.environ,
        "PATH": f"{store.parent / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "GH_STORE": os.fspath(store),
        "ATLAS_SCRAPER": os.fspath(store.parent / "bin" / "atlas-scraper"),
    }
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own


def releases(store: Path) -> list[Path]:
    return sorted((store / "releases").iterdir())


def test_a_night_goes_on_where_the_last_one_ended(later: Path, atlas: LocalAtlas) -> None:
    done = night(later, "second", atlas.base_url, "--ids", "5-6")
    assert done.returncode == 0, done.stderr
    assert sorted(released(later.parent / "second")) == [1, 2, 5, 6]  # there is no project 3
    assert len(releases(later)) == 2


def test_a_night_hands_on_the_twin_without_people(one_night: Path) -> None:
    with tarfile.open(releases(one_night)[0] / "dataset-without-people.tar.gz") as file:
        names = set(file.getnames())
    public = one_night.parent / "first" / "latest" / "public"
    assert "./partnerships.json" in names
    assert {f"./{path.relative_to(public)}" for path in public.rglob("*")} == names - {"."}


def test_a_night_that_publishes_nothing_keeps_what_it_knows_and_says_so(later: Path, atlas: LocalAtlas) -> None:
    bound = '[[bound]]\nmeasure = "records"\nat_least = 100\nreason = "More than there are."\n'
    (later / "health.toml").write_text(bound, "utf-8")
    failed = night(later, "second", atlas.base_url, "--ids", "5", "--health", str(later / "health.toml"))
    assert failed.returncode == 3, failed.stderr
    kept = releases(later)[1]
    assert [path.name for path in kept.iterdir()] == ["folder.tar.gz.00"]
    assert "--prerelease" in (later / "said").read_text("utf-8")
    with tarfile.open(kept / "folder.tar.gz.00") as file:
        assert {"./store.sqlite", "./latest"} <= set(file.getnames())


def test_a_night_that_could_not_begin_makes_no_release(later: Path, atlas: LocalAtlas) -> None:
    assert night(later, "second", atlas.base_url, "--health", "nowhere.toml").returncode == 2
    assert len(releases(later)) == 1


def test_seven_nights_are_kept(later: Path, atlas: LocalAtlas) -> None:
    for number in range(8):
        (later / "releases" / f"night-2029010{number}T000000Z").mkdir()
    (later / "releases" / "v1.0.0").mkdir()
    done = night(later, "second", atlas.base_url, "--ids", "5")
    assert done.returncode == 0, done.stderr
    assert [path.name for path in releases(later)] == [
        *(f"night-2029010{number}T000000Z" for number in (3, 4, 5, 6, 7)),
        *("night-20300101T000001Z", "night-20300101T000002Z", "v1.0.0"),
    ]


def test_a_public_repository_is_refused(store: Path, atlas: LocalAtlas) -> None:
    (store / "is-private").write_text("false\n", "utf-8")
    done = night(store, "first", atlas.base_url)
    assert (done.returncode, releases(store)) == (2, [])
    assert "sought a private repository" in done.stderr


def test_releases_that_cannot_be_listed_begin_no_new_dataset(store: Path, atlas: LocalAtlas) -> None:
    (store / "releases").rmdir()
    assert night(store, "first", atlas.base_url).returncode == 1
    assert not (store.parent / "first").exists()
