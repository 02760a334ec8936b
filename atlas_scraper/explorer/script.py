"""The explorer's own JavaScript: modules, joined into one script.

Each file of `web/` is an ES module, which `tsc --checkJs` reads as such (`tests/check_javascript.py`). Inline modules
cannot import each other under a strict policy, so they become one script: each behind those that it imports, without
the words `import` and `export`. Their top-level names are therefore one set, which a test holds true.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

MAIN = "app.js"
_IMPORT = re.compile(r'^import (?:\{[^}]*\} from )?"\./([a-z-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:const|let|function|class) )", re.MULTILINE)


@cache
def script() -> str:
    """Join the modules that `app.js` needs, itself the last."""
    text = "\n".join(_EXPORT.sub("", _IMPORT.sub("", read(name))) for name in dict.fromkeys(_in_order(MAIN)))
    return f'(() => {{\n"use strict";\n{text}}})();\n'


def _in_order(name: str) -> Iterator[str]:
    for needed in _IMPORT.findall(read(name)):
        yield from _in_order(needed)
    yield name


def read(name: str) -> str:
    """Read a file of `web/`."""
    return files("atlas_scraper.explorer").joinpath("web", name).read_text("utf-8")
