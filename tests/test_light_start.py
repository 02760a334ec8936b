"""A command imports what it needs when it runs: what `--help` and the reading of one page may import."""

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from fragments import page, table

import atlas_scraper
from atlas_scraper.commands.app import COMMANDS

HELP_NEEDS = {"typer", "annotated_doc", "shellingham", "typing_extensions"}  # Typer and what it stands on
OF_OURS = {"atlas_scraper", *(f"atlas_scraper.{each}" for each in ("version", "commands"))}
OF_OURS |= {f"atlas_scraper.commands.{each}" for each in ("app", "on_demand")}
NOT_FOR_A_PAGE = {
    *("requests", "urllib3", "tenacity", "protego", "warcio", "bs4", "rich", "pydantic_settings", "jinja2", "pyarrow"),
    *("sqlite3", "multiprocessing", "xlsxwriter", "dask", "markdown_it"),
}
PAGE = page("<h3>Contexte</h3><p>Deux villes.</p>")


def imported_by(*arguments: str, folder: Path) -> set[str]:
    """Run a command in a process of its own, and give all modules that it has imported."""
    script = (
        "import sys, json\n"
        "from atlas_scraper.commands.app import app\n"
        "try:\n    app(sys.argv[1:])\n"
        "except SystemExit as end:\n    assert not end.code\n"
        "print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    command = [sys.executable, "-c", script, *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder)  # noqa: S603 - our own
    return set(json.loads(ran.stderr.splitlines()[-1]))


def libraries(modules: set[str]) -> set[str]:
    roots = {name.partition(".")[0] for name in modules} - set(sys.stdlib_module_names)
    return {root for root in roots if not root.startswith("_")}


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_import_nothing_but_what_prints_them(option: str, tmp_path: Path) -> None:
    modules = imported_by(option, folder=tmp_path)
    assert libraries(modules) - {"atlas_scraper"} <= HELP_NEEDS
    assert {name for name in modules if name.startswith("atlas_scraper")} == OF_OURS


def test_one_page_is_read_without_the_libraries_of_the_other_commands(tmp_path: Path) -> None:
    (tmp_path / "7.html").write_text(PAGE, "utf-8")
    modules = imported_by("parse", "7.html", folder=tmp_path)
    assert not NOT_FOR_A_PAGE & {name.partition(".")[0] for name in modules}
    assert (
        not {
            "atlas_scraper.people.leave_out",
            "atlas_scraper.fetch.client",
            "atlas_scraper.report",
            "atlas_scraper.writers.tables",
        }
        & modules
    )


def test_the_catalogues_of_countries_wait_for_a_country(tmp_path: Path) -> None:
    (tmp_path / "7.html").write_text(PAGE, "utf-8")
    assert not {"pycountry", "babel"} & libraries(imported_by("parse", "7.html", folder=tmp_path))
    rows = table("Partenaires étrangers du partenariat", "Nom de la collectivité étrangère|Pays", "X|Mali")
    (tmp_path / "7.html").write_text(page(rows), "utf-8")
    assert {"pycountry", "babel"} <= libraries(imported_by("parse", "7.html", folder=tmp_path))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_commands_line_in_the_help_is_the_first_of_its_own(name: str) -> None:
    module, line = COMMANDS[name]
    command = getattr(import_module(f"atlas_scraper.commands.{module}"), f"{name}_command")
    assert command.__doc__.splitlines()[0] == line


@pytest.mark.parametrize("name", atlas_scraper.__all__)
def test_a_public_name_is_there_when_it_is_asked_for(name: str) -> None:
    assert getattr(atlas_scraper, name)
    assert name in dir(atlas_scraper)


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'scrap'"):
        getattr(atlas_scraper, "scrap")  # noqa: B009 - mypy knows that it is not there
