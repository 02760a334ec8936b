"""`constraints.txt` and `requirements-server.txt` agree with `pyproject.toml`, with each other, and name no host."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]
LOCKED = (ROOT / "requirements-server.txt").read_text("utf-8")
HASHED = re.compile(r"(?m)^(?P<pin>[^\s#\\][^\\\n]*?) \\\n(?P<hashes>(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)")


def pins_of(lines: list[str]) -> dict[str, set[str]]:
    """Give the versions that each library is pinned to: several where markers tell Pythons apart."""
    pins: dict[str, set[str]] = {}
    for line in lines:
        pinned = Requirement(line)
        (version,) = pinned.specifier
        assert version.operator == "=="
        pins.setdefault(canonicalize_name(pinned.name), set()).add(version.version)
    return pins


def entries_of(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith("#")]


CONSTRAINTS = pins_of(entries_of((ROOT / "constraints.txt").read_text("utf-8")))
SERVER = pins_of([found["pin"] for found in HASHED.finditer(LOCKED)])


def asked_for(*extras: str) -> dict[str, Requirement]:
    """Give what the project asks for with some extras, those that an extra names included."""
    asked: dict[str, Requirement] = {}
    for text in [*PROJECT["dependencies"], *(text for extra in extras for text in EXTRAS[extra])]:
        each = Requirement(text)
        if each.name == PROJECT["name"]:
            asked |= asked_for(*each.extras)
        else:
            asked[canonicalize_name(each.name)] = each
    return asked


def needed_by(*names: str) -> set[str]:
    """Give the libraries that are installed here because of some others, by their own metadata."""
    seen: set[str] = set()
    left = [(name, frozenset[str]()) for name in names]
    while left:
        name, extras = left.pop()
        for text in metadata.requires(name) or []:
            each = Requirement(text)
            wanted = not each.marker or any(each.marker.evaluate({"extra": extra}) for extra in extras | {""})
            key = canonicalize_name(each.name)
            if wanted and key not in seen:
                seen.add(key)
                left.append((key, frozenset(each.extras)))
    return seen


@pytest.mark.parametrize(("pins", "extras"), [(CONSTRAINTS, tuple(EXTRAS)), (SERVER, ("all",))], ids=["all", "server"])
def test_what_the_project_asks_for_is_pinned_within_its_range(
    pins: dict[str, set[str]], extras: tuple[str, ...]
) -> None:
    asked = asked_for(*extras)
    assert len(asked) > len(PROJECT["dependencies"])
    wrong = [
        f"{name}: {pins.get(name)} is not {each.specifier}"
        for name, each in asked.items()
        if not pins.get(name) or not all(each.specifier.contains(version) for version in pins[name])
    ]
    assert wrong == [], "run .ci/lock"


def test_a_server_gets_the_versions_of_the_constraints() -> None:
    assert {name: CONSTRAINTS.get(name) for name in SERVER} == SERVER, "run .ci/lock"


def test_a_server_gets_all_that_its_libraries_need() -> None:
    names = set(asked_for("all"))
    assert needed_by(*names) - set(SERVER) - names == set(), "run .ci/lock"


def test_every_line_of_a_servers_file_is_a_pin_with_hashes() -> None:
    assert len(SERVER) > len(PROJECT["dependencies"])
    assert [line for line in entries_of(HASHED.sub("", LOCKED)) if line.strip()] == []


def test_a_server_installs_no_tool_of_the_tests() -> None:
    tools = set(asked_for("dev")) - set(asked_for("all"))
    assert tools & set(SERVER) == set()


@pytest.mark.parametrize("name", ["constraints.txt", "requirements-server.txt", "pyproject.toml"])
def test_no_file_of_libraries_names_a_host(name: str) -> None:
    assert re.findall(r"(?i)https?:|index-url|find-links", (ROOT / name).read_text("utf-8")) == []
