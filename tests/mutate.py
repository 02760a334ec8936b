"""Mutation testing: would the tests notice? `docs/proof.md` says what it found.

    python tests/mutate.py people dataset --seed 1 --count 25

A random sample of the mutants of each room is tried, one after the other, in a copy of the checkout. Each is met by the
tests nearest to its file and, where these pass, by those of its room (`nearest.toml`), up to the first that fails.
Whether the others would notice is not looked at. How long tests take without a mutant is measured when one first meets
them.
"""

import argparse
import random
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from mutants import Mutant, compiles, mutants_of
from tried import Verdict, copied, limits_of, seconds_of, try_mutant

ROOT = Path(__file__).parent.parent
PACKAGE = "atlas_scraper"
NEAREST: dict[str, dict[str, list[str]]] = tomllib.loads((ROOT / "tests" / "nearest.toml").read_text("utf-8"))


def sample(room: str, seed: int, count: int) -> list[Mutant]:
    """Draw a random sample of the mutants of a room; what is no Python is not drawn."""
    found: list[Mutant] = []
    for path in sorted((ROOT / PACKAGE / room).rglob("*.py")):
        found += mutants_of(str(path.relative_to(ROOT)), path.read_bytes())
    random.Random(seed).shuffle(found)  # noqa: S311 - no secret
    drawn: list[Mutant] = []
    for mutant in found:
        if len(drawn) == count:
            break
        if compiles(mutant.of((ROOT / mutant.file).read_bytes())):
            drawn.append(mutant)
    return drawn


def met_by(file: str) -> list[tuple[str, ...]]:
    """List what the mutants of a file are met by: the file's examples and its nearest tests, then its room's tests."""
    room, _, _ = (inside := file.removeprefix(f"{PACKAGE}/")).partition("/")
    near = [test for start, tests in NEAREST["files"].items() if _is_of(inside, start) for test in tests]
    has_examples = b">>>" in (ROOT / file).read_bytes()
    stages = [[*([file] if has_examples else []), *map(_path_of, near)], list(map(_path_of, NEAREST["rooms"][room]))]
    return [tuple(dict.fromkeys(stage)) for stage in stages if stage]


def _is_of(inside: str, start: str) -> bool:
    return inside.startswith(start) if start.endswith("/") else inside == f"{start}.py"


def _path_of(name: str) -> str:
    return f"tests/{name}.py" if (ROOT / "tests" / f"{name}.py").exists() else f"tests/{name}"


def run(drawn: list[Mutant], title: str) -> None:
    """Try the mutants, and print what became of each and how many died; what Ctrl-C ends is counted so far."""
    verdicts: Counter[Verdict] = Counter()
    try:
        with copied(ROOT) as folder:
            for mutant, verdict, why in _tried(drawn, folder):
                verdicts[verdict] += 1
                text = " ".join(mutant.text.split())[:110]
                _say(f"{verdict:9} {mutant.file}:{mutant.line} {mutant.what}: {text} [{why}]")
    except KeyboardInterrupt:
        title += ", ended early"
    _say(f"== {title}: " + ", ".join(f"{verdicts[verdict]} {verdict}" for verdict in Verdict))


def _tried(drawn: list[Mutant], folder: Path) -> Iterator[tuple[Mutant, Verdict, str]]:
    seconds = cache(partial(seconds_of, folder))
    for mutant in drawn:
        verdict, why = Verdict.LIVED, ""
        for tests in met_by(mutant.file):
            verdict, why = try_mutant(mutant, folder, tests, limits_of(seconds(tests)))
            if verdict is not Verdict.LIVED:
                break
        yield mutant, verdict, why


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="+", choices=NEAREST["rooms"])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=25)
    parser.add_argument("--only", default="", help="a part of `file:line`: these mutants of the sample alone")
    options = parser.parse_args()
    for room in options.rooms:
        drawn = sample(room, options.seed, options.count)
        run([each for each in drawn if options.only in f"{each.file}:{each.line}"], f"{room}, seed {options.seed}")


if __name__ == "__main__":
    main()
