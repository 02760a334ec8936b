"""The explorer as one HTML file: data, style and scripts inside, each named by its digest in the policy.

Content Security Policy Level 3 (https://www.w3.org/TR/CSP3/): nothing is allowed but these, and no request to anywhere.
"""

import base64
import hashlib
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from string import Template
from typing import Any

from atlas_scraper.explorer.gathering import PART, gather
from atlas_scraper.explorer.packing import packed
from atlas_scraper.explorer.script import read, script
from atlas_scraper.outlines.countries import france, small_states, world
from atlas_scraper.record.model import Partnership
from atlas_scraper.writers.history import History
from atlas_scraper.writers.package import ReleaseFacts

FILE = "explore.html"
_LIBRARIES = ("d3-array.min.js", "d3-geo.min.js", "topojson-client.min.js")
_DATA = "application/gzip+base91"
"""Type of what is no script: browsers leave it alone."""


def explorer_of(records: Iterable[Partnership], facts: ReleaseFacts, history: History | None) -> Iterator[str]:
    """Write the explorer of a release, piece by piece.

    Args:
        records: its records.
        facts: what it says of itself.
        history: rows of its tables of history; `None` where it has none.
    """
    gathered = gather(records, history)
    style, scripts = read("style.css"), (_libraries(), script())
    head, _, foot = _shell().partition("$data\n")
    yield Template(head).substitute(
        style=style, style_digest=_digest(style), script_digests=" ".join(f"'{_digest(each)}'" for each in scripts)
    )
    index = gathered.index | {"release": asdict(facts), "part": PART, "words": _words(), "smallStates": small_states()}
    yield _data("index", packed(index))
    for each in scripts:
        yield f"<script>{each}</script>\n"
    yield _data("world", _world())
    yield _data("words", gathered.words)
    yield _data("titles", gathered.titles)
    for number, part in enumerate(gathered.parts):
        yield _data("part", part, f' data-number="{number}"')
    yield foot


def _data(name: str, letters: str, attributes: str = "") -> str:
    return f'<script type="{_DATA}" data-name="{name}"{attributes}>{letters}</script>\n'


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def _shell() -> str:
    return read("shell.html")


@cache
def _libraries() -> str:
    folder = files("atlas_scraper.explorer").joinpath("vendor")
    return "".join(folder.joinpath(name).read_text("utf-8") for name in _LIBRARIES)


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = tomllib.loads(files("atlas_scraper.explorer").joinpath("words.toml").read_text("utf-8"))
    return words


@cache
def _world() -> str:
    """Pack the outlines, once: every release has the same."""
    return packed({"topology": world(), "france": france()})
