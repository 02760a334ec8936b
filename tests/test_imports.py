"""DESIGN's table of rooms, held true: who may know whom, inside the package and outside."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "atlas_scraper"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Room or top-level module → the rooms, or single modules of a room, that it may import; its own always.
ALLOWED: dict[str, set[str]] = {
    "version": set(),
    "errors": set(),
    "values": set(),
    "record": {"values"},
    "blocks": {"values.text", "values.choices", "errors"},
    "labelling": {"blocks", "values", "record"},
    "tables": {"labelling", "blocks", "values", "record.issues", "errors"},
    "sections": {"tables", "labelling", "blocks", "values", "record", "errors"},
    "pipeline": {"sections", "labelling", "blocks", "values", "record", "errors", "version"},
    "guard": {"errors"},
    "explanation": {"pipeline", "labelling.items", "record", "errors"},
    "fetch": {"values.addresses", "errors"},
    "sources": {"fetch", "values.addresses", "errors", "version"},
    "people": {"record", "values", "errors"},
    "writers": {"values", "record", "errors"},
    "outlines": set(),
    "report": {"writers", "record", "outlines", "values.funders", "values.theme_names"},
    "explorer": {"writers", "record", "outlines", "values"},
    "dataset": {"people", "report", "explorer", "writers", "record", "values.addresses", "errors"},
    "saved": {"pipeline", "guard", "fetch.names", "fetch.replay", "people.policy", "record", "writers", "errors"},
    "cluster": {
        *("fetch", "pipeline", "guard", "people.policy", "saved.pool", "saved.team", "record", "writers"),
        *("values.addresses", "errors", "version"),
    },
    "local_atlas": set(),
    "night": {
        *("saved", "dataset", "fetch", "people", "record", "pipeline", "labelling", "blocks", "guard", "local_atlas"),
        "writers.extras",
        *("values", "errors", "version"),
    },
    "commands": {
        *(
            "sources",
            "night",
            "saved",
            "cluster",
            "dataset",
            "report",
            "explorer",
            "people",
            "writers",
            "record",
            "explanation",
            "guard",
            "labelling.items",
            "fetch.ping",
        ),
        *("values.addresses", "errors", "version"),
    },
    "__main__": {"commands"},
    "__init__": {"errors", "explanation", "pipeline", "record", "saved", "version"},
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
    "typer": {"commands"},
    "distributed": {"cluster"},
    "fsspec": {"fetch"},
    "rich": {"commands"},
    "markdown_it": {"blocks"},
}
NO_FILES = {"values", "record", "blocks", "labelling", "tables", "sections"}
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
    return bool(known & (ALLOWED[room] | {room}))


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


def test_no_file_is_too_long_to_be_read_in_one_go() -> None:
    lengths = {path.name: len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > 300} == {}
