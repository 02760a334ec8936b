"""No regular expression of the package is slow on any text: each is tried with long texts made to slow it down."""

import ast
import importlib
import pkgutil
import re
import signal
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pumped import pumped, pumps_of

import atlas_scraper
from atlas_scraper.blocks.markdown import is_markdown

PACKAGE = Path(atlas_scraper.__file__).parent
ALL_WAYS = frozenset({"search", "fullmatch"})
PLAIN = (str, bytes, int, float, type(None))
WAYS = {"match": "match", "fullmatch": "fullmatch", "search": "search"} | dict.fromkeys(
    ("sub", "subn", "split", "findall", "finditer"), "search"
)
FIRST, SUSPECT = 4_000, 0.0015
"""Characters, and seconds of processor time: what grows with the length takes a tenth of them, what grows with its
square ten times as many. Only what takes longer is tried with a longer text."""
LONG, LIMIT = 100_000, 1.0
"""The same: what grows with the length takes some hundredths of a second, what grows with its square many seconds."""


MADE = {
    "blocks.left_open": "the words of a page, escaped",
    "blocks.markdown_tables": "the sign of a list's entries, escaped",
    "fetch.members": "the magic number of gzip, escaped",
    "labelling.words": "the site's own words, once, at a module's top",
    "people.leave_out": "a name, escaped",
    "people.opposition": "the words of a name, escaped",
    "sections.recognise": "words of a table at the module's top",
}
"""Modules that make patterns of what they are given, and of what."""
BOUNDED = {"atlas_scraper.people.field_words:BETWEEN"}
"""Asked of the first 300 characters of a text alone."""


def modules() -> list[str]:
    """List the modules of the package, by their dotted names."""
    names = [each.name for each in pkgutil.walk_packages([str(PACKAGE)], "atlas_scraper.")]
    return ["atlas_scraper", *(name for name in names if not name.endswith("__main__"))]


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Parse every module of the package; nobody keeps the trees, which are the largest thing that a test could."""
    for name in modules():
        yield name, ast.parse(Path(importlib.import_module(name).__file__ or "").read_text("utf-8"))


@cache
def nodes() -> list[tuple[str, ast.Call | ast.Attribute]]:
    """Give every call and attribute of the package that has the name of a method of `re`, with its module."""
    names = {*WAYS, "compile"}
    found: list[tuple[str, ast.Call | ast.Attribute]] = []
    for module, tree in trees():
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Attribute(attr=attribute)) | ast.Attribute(attr=attribute) if attribute in names:
                    found.append((module, node))
    return found


def patterns_in(value: object, name: str, depth: int = 0) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Yield the patterns that an object holds, in containers, attributes and classes of ours, by where they lie."""
    if isinstance(value, re.Pattern):
        yield name, value
        return
    for where, each in parts_of(value, name, depth):
        if not isinstance(each, PLAIN):
            yield from patterns_in(each, where, depth + 1)


def parts_of(value: object, name: str, depth: int) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        yield from ((f"{name}[{key!r}]"[:80], each) for key, each in value.items() if not isinstance(each, PLAIN))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from ((f"{name}[{place}]", each) for place, each in enumerate(value) if not isinstance(each, PLAIN))
    elif depth < 4 and (type(value).__module__.startswith("atlas_scraper") or is_class_of_ours(value)):
        slots = [each for kind in type(value).__mro__ for each in getattr(kind, "__slots__", ())]
        attributes = {slot: getattr(value, slot, None) for slot in slots} | dict(getattr(value, "__dict__", {}))
        yield from ((f"{name}.{attribute}", each) for attribute, each in attributes.items())


def is_class_of_ours(value: object) -> bool:
    return isinstance(value, type) and value.__module__.startswith("atlas_scraper")


def literal_calls() -> Iterator[tuple[str, int, ast.Call, str]]:
    """Yield each call of `re` with a pattern: module, line, call, function."""
    for module, node in nodes():
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=attribute)) if attribute in {
                *WAYS, "compile",
            }:  # fmt: skip
                yield module, node.lineno, node, attribute


@cache
def ways_of_names() -> dict[tuple[str, str], frozenset[str]]:
    """Tell, for each name of a module, by which methods patterns of that name are asked; `""` is any module."""
    found = defaultdict[tuple[str, str], set[str]](set)
    for module, node in nodes():
        match node:
            case ast.Attribute(value=ast.Name(id=name) | ast.Attribute(attr=name), attr=attribute):
                if attribute in WAYS:
                    found[module, name].add(WAYS[attribute])
                    found["", name].add(WAYS[attribute])
    return {name: frozenset(ways) for name, ways in found.items()}


@cache
def collected() -> dict[str, tuple[re.Pattern[Any], frozenset[str]]]:
    """Collect every pattern of the package, with the ways in which it is asked under any of its names.

    A private name is asked in its own module alone; of a pattern that no name is asked of, nobody knows the way.
    """
    places: dict[re.Pattern[Any], str] = {}
    ways = defaultdict[re.Pattern[Any], set[str]](set)
    for module in modules():
        for name, value in vars(importlib.import_module(module)).items():
            for where, pattern in patterns_in(value, name):
                last = where.rpartition(".")[2]
                places.setdefault(pattern, f"{module}:{where}")
                ways[pattern] |= ways_of_names().get((module if last.startswith("_") else "", last), set())
    found = {place: (pattern, frozenset(ways[pattern]) or ALL_WAYS) for pattern, place in places.items()}
    for module, line, call, attribute in literal_calls():
        if attribute != "compile" and isinstance(call.args[0], ast.Constant):
            flags = [flag for arg in call.args for node in ast.walk(arg) if (flag := flag_of(node))]
            pattern = re.compile(call.args[0].value, *flags)
            found[f"{module}:{line}"] = pattern, frozenset({WAYS[attribute]})
    return found


def flag_of(node: ast.AST) -> int:
    match node:
        case ast.Attribute(value=ast.Name(id="re"), attr=name) if name.isupper():
            return int(getattr(re, name))
        case _:
            return 0


class TooLongError(Exception):
    """The processor time for one text is over: what grows faster than a square would never end."""


def give_up(*_: object) -> None:
    raise TooLongError


def seconds(work: Callable[[], object], limit: float = LIMIT) -> float:
    """Measure the processor time that some work takes, and give it up soon after the limit."""
    start = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, 1.5 * limit)
    try:
        work()
    except TooLongError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - start


def asked(pattern: re.Pattern[Any], way: str, text: str) -> Callable[[], object]:
    said = text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace")
    if way == "search":
        return lambda: deque(pattern.finditer(said), maxlen=0)
    return lambda: getattr(pattern, way)(said)


def slowest(
    pattern: re.Pattern[Any], way: str, long: int = LONG, limit: float = LIMIT
) -> tuple[str, str, float] | None:
    """Find a text over which a pattern takes too long: its beginning, what it repeats, the seconds."""
    for beginning, body in pumps_of(pattern):
        for size, most in ((FIRST, SUSPECT), (long, limit)):
            spent = seconds(asked(pattern, way, pumped(beginning, body, size)), limit)
            if spent > limit:
                return beginning, body, spent
            if spent < most:
                break
    return None


@pytest.fixture(autouse=True)
def _interrupted() -> Iterator[None]:
    before = signal.signal(signal.SIGVTALRM, give_up)
    yield
    signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize("name", sorted(collected().keys() - BOUNDED))
def test_a_pattern_takes_time_as_a_text_is_long(name: str) -> None:
    pattern, ways = collected()[name]
    for way in sorted(ways):
        assert slowest(pattern, way) is None, f"{way} of {pattern.pattern!r} is slow"


@pytest.mark.parametrize("pattern", [r"(a|a)*b", r"(?:\s+.*\n)+-", r"\s*\(", r"<[^>]*>"])
def test_a_pattern_that_is_slow_is_found(pattern: str) -> None:
    assert slowest(re.compile(pattern), "search", 6 * FIRST, 0.1)


@pytest.mark.parametrize("body", ["\n", " \n", "-\n", "a:\n", "- a\n \n", " "])
def test_front_matter_takes_time_as_it_is_long(body: str) -> None:
    assert seconds(lambda: is_markdown("---\n" + body * (LONG // len(body)) + "x")) < LIMIT


def test_the_collection_holds_every_pattern_that_the_package_writes_down() -> None:
    found = {pattern.pattern for pattern, _ in collected().values()}
    lost = [
        f"{module}:{line}"
        for module, line, call, _ in literal_calls()
        if isinstance(call.args[0], ast.Constant) and call.args[0].value not in found
    ]
    assert (lost, len(found) > 150) == ([], True)


def test_patterns_that_are_put_together_while_reading_are_these_few_and_no_others() -> None:
    made = {
        module
        for module, tree in trees()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and (node.func.value.id, node.func.attr in {*WAYS, "compile"}) == ("re", True)
        and not isinstance(node.args[0], ast.Constant)
    }
    assert made == {f"atlas_scraper.{name}" for name in MADE}
