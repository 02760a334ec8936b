"""DESIGN's table of rooms, held true: who may know whom, inside the package and outside."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "atlas_scraper"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Room or top-level module → the rooms, or single modules of a room, that it may import; its own always.
ALLOWED: dict[str, set[str]] = {
    "values": set(),
    "errors": set(),
    "record": {"values"},
    "blocks": {"values.text", "errors"},
    "sections": {"blocks", "values", "record", "errors"},
    "writers": {"values.countries", "values.crs", "values.register", "record", "errors"},
    "people": {"record", "errors"},
    "report": {"record", "values.text", "writers"},
    "fetch": {"values.addresses", "errors"},
    "dataset": {"values.addresses", "people", "report", "record", "writers", "errors"},
    "local_atlas": set(),
    "settings": {"fetch", "people", "errors"},
    "further_rows": {"sections.reader", "record", "errors"},
    "unknown_project": {"blocks.read", "fetch.raw_page", "guard", "pipeline", "values.addresses", "errors"},
    "visit": {
        *("fetch.raw_page", "dataset.store", "further_rows", "guard", "pipeline", "record", "unknown_project"),
        *("values.addresses", "errors"),
    },
    "refresh": {"fetch", "dataset", "settings", "unknown_project", "visit", "values.addresses", "errors"},
    "scraping": {"fetch", "batch", "record", "settings", "unknown_project", "visit", "values.addresses", "errors"},
    "demonstration": {"dataset", "local_atlas", "refresh", "settings"},
    "pipeline": {"inputs", "blocks", "sections", "values", "record", "errors"},
    "explanation": {"pipeline", "record", "errors"},
    "inputs": {"errors"},
    "guard": {"errors"},
    "batch": {"fetch", "people", "pipeline", "inputs", "guard", "writers", "record", "errors"},
    "samples": {"pipeline", "guard", "record", "errors"},
    "acceptance": {"samples", "guard", "writers"},
    "printing": {"explanation", "samples"},
    "endings": {"errors"},
    "options": {"writers", "errors"},
    "report_cli": {"dataset", "endings", "options", "record", "report", "writers", "errors"},
    "people_cli": {"endings", "errors", "night_options", "people", "settings"},
    "night_options": {"dataset.publication", "people", "printing", "settings", "errors"},
    "night_cli": {
        *("batch", "dataset", "demonstration", "endings", "night_options", "options", "printing", "refresh"),
        *("scraping", "settings", "values.addresses", "writers", "errors"),
    },
    "cli": {
        *("night_cli", "night_options", "people_cli", "report_cli", "scraping"),
        *("acceptance", "batch", "endings", "explanation", "guard", "inputs", "options", "printing", "samples"),
        *("record", "writers", "errors"),
    },
    "__main__": {"cli"},
    "__init__": {"errors", "explanation", "pipeline", "record"},
}
# Library → the only places that may import it.
KEPT_IN: dict[str, set[str]] = {
    "lxml": {"blocks"},
    "bs4": {"blocks"},
    "webencodings": {"blocks"},
    "requests": {"fetch"},
    "urllib3": {"fetch"},
    "tenacity": {"fetch"},
    "protego": {"fetch"},
    "warcio": {"fetch"},
    "http": {"fetch", "local_atlas"},
    "socket": {"fetch", "local_atlas"},
    "sqlite3": {"dataset", "writers"},
    "typer": {"cli", "night_cli", "people_cli", "report_cli", "night_options", "options", "endings"},
    "rich": {"cli", "night_options", "printing"},
}
NO_FILES = {"values", "record", "blocks", "sections"}
FILES = {"io", "os", "pathlib", "shutil", "tempfile"}


def room_of(module: Path) -> str:
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def imports_of(module: Path) -> Iterator[str]:
    """Yield the dotted names that a module imports, those from the package's top as `atlas_scraper.name`."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports are absolute"
            assert node.module
            if node.module == PACKAGE.name:
                yield from (f"{node.module}.{alias.name}" for alias in node.names)
            else:
                yield node.module


def is_allowed(name: str, room: str) -> bool:
    _, _, inside = name.partition(".")
    known = {inside, inside.partition(".")[0]}
    return inside == "__version__" or bool(known & (ALLOWED[room] | {room}))


def test_the_table_names_every_room_and_no_other() -> None:
    assert set(ALLOWED) == {room_of(module) for module in MODULES}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_a_module_imports_only_what_its_room_may_know(module: Path) -> None:
    room = room_of(module)
    wrong = [name for name in imports_of(module) if name.startswith(PACKAGE.name) and not is_allowed(name, room)]
    assert not wrong, f"{room}/ may know {sorted(ALLOWED[room]) or 'nothing'} (DESIGN, The flow)"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_a_library_stays_where_it_belongs(module: Path) -> None:
    room, libraries = room_of(module), {name.partition(".")[0] for name in imports_of(module)}
    assert not [library for library in libraries if room not in KEPT_IN.get(library, {room})]
    assert not (room in NO_FILES and libraries & FILES), f"{room}/ knows no files"
