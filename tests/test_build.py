"""The wheel and the sdist hold what they must, and the installed package runs where there is no checkout."""

import json
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "atlas_scraper"
SHIPPED = ("atlas_scraper", "samples", "tests", "docs", ".ci", ".github")
"""Folders of the project that the sdist has whole."""
AT_THE_TOP = {"README.md", "CHANGELOG.md", "LICENSE", "constraints.txt", "requirements-server.txt", "pyproject.toml"}
MADE_BY_PYTHON = {"__pycache__", ".hypothesis"}


def files_of(folder: Path) -> dict[str, bytes]:
    """Give the files below a folder by their path from the project's root, without what Python and tools leave."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and not MADE_BY_PYTHON & {*path.parts})
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in found}


def run(command: Sequence[object], folder: Path, *codes: int) -> str:
    """Run a command in a folder, expect an exit code (0), and give all that it prints."""
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8")  # noqa: S603 - our own
    assert done.returncode in (codes or (0,)), done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of an sdist and of the wheel that was built from it, with the build backend that is here."""
    folder = tmp_path_factory.mktemp("built")
    run([sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT], folder)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_the_wheel_has_every_file_of_the_package_and_no_other(wheel: dict[str, bytes]) -> None:
    assert {name: data for name, data in wheel.items() if ".dist-info/" not in name} == files_of(PACKAGE)


def test_the_wheel_has_every_licence_beside_its_metadata(wheel: dict[str, bytes]) -> None:
    licences = [ROOT / "LICENSE", *PACKAGE.rglob("LICENSE*")]
    shipped = {name.partition(".dist-info/licenses/")[2] for name in wheel} - {""}
    assert shipped == {path.relative_to(ROOT).as_posix() for path in licences}


def test_data_of_others_are_in_the_wheel(wheel: dict[str, bytes]) -> None:
    """Named here one by one: a map that the package loses is lost to the comparison with the package as well."""
    folders = {"report/world", "values/register/authorities", "values/places/geonames", "people/lexicon/french"}
    folders |= {"report/report.html.jinja", "dataset/health.toml", "values/country-groups", "values/crs", "py.typed"}
    names = [name.removeprefix("atlas_scraper/") for name in wheel]
    assert [start for start in sorted(folders) if not any(name.startswith(start) for name in names)] == []


def test_the_sdist_is_the_project(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as file:
        names = {member.name.partition("/")[2] for member in file.getmembers() if member.isfile()}
    expected = {name for folder in SHIPPED for name in files_of(ROOT / folder)} | AT_THE_TOP
    assert names - {"PKG-INFO", ".gitignore"} == expected


@pytest.fixture(scope="module")
def program(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a fresh environment that finds the libraries, but not the package, of the tests' own.

    A line of a `.pth` file adds a folder without reading the `.pth` files in it, so the checkout stays out of reach.
    """
    folder = tmp_path_factory.mktemp("installed")
    run([sys.executable, "-m", "venv", "--without-pip", folder / "venv"], folder)
    python = next((folder / "venv").glob("*/python"))
    installed = run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], folder).strip()
    (Path(installed) / "libraries.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    options = ("--no-deps", "--no-index", "--disable-pip-version-check", "-q")
    run([sys.executable, "-m", "pip", "--python", python, "install", *options, *built.glob("*.whl")], folder)
    return python.with_name("atlas-scraper")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """Give a folder with the samples and nothing else of the project."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    return tmp_path


def test_the_installed_package_is_the_one_that_runs(program: Path, tmp_path: Path) -> None:
    command = [program.with_name("python"), "-c", "import atlas_scraper; print(atlas_scraper.__file__)"]
    assert Path(run(command, tmp_path).strip()).is_relative_to(program.parents[1])


def test_the_installed_package_reads_the_samples(program: Path, elsewhere: Path) -> None:
    said = run([program, "parse", "samples", "--output", "out", "--exit-zero"], elsewhere)
    records = json.loads((elsewhere / "out" / "partnerships.json").read_bytes())
    samples = [path for path in (elsewhere / "samples").iterdir() if path.is_dir()]
    assert len(records) + said.count("\nerror: ") == len(samples)
    assert f"{len(samples)} samples, 0 differences" in run([program, "check", "samples"], elsewhere)


def test_the_installed_package_runs_its_demo(program: Path, tmp_path: Path) -> None:
    run([program, "demo", "--projects", "12", "--nights", "3", "--output", "demo"], tmp_path)
    release = tmp_path / "demo" / "latest"
    assert {"partnerships.json", "report.html", "datapackage.json", "public"} <= {
        path.name for path in release.iterdir()
    }
    run([program, "verify", "--output", "demo"], tmp_path)


def test_the_installed_package_can_be_run_as_a_module(program: Path, tmp_path: Path) -> None:
    run([program.with_name("python"), "-m", "atlas_scraper", "--version"], tmp_path)
