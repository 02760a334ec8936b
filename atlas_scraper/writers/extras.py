"""Libraries that only some formats need, and what to say where they are not installed."""

import importlib
from typing import Any

from atlas_scraper.errors import AtlasError

EXTRAS = {"xlsxwriter": "xlsx", "pyarrow": "parquet", "jinja2": "report", "time_machine": "demo"}
EXTRAS |= dict.fromkeys(("dask", "distributed", "fsspec"), "cluster")
"""Library → extra of this package that brings it."""


class MissingExtra(AtlasError):  # noqa: N818 - says what is missing
    """A library that is not installed; the message names the extra that brings it."""


def lacking(*names: str) -> MissingExtra | None:
    """Give the error of the first of some libraries that is not installed; `None` when all are."""
    try:
        for name in names:
            library(name)
    except MissingExtra as error:
        return error
    return None


def library(name: str) -> Any:
    """Import a library of an extra.

    Args:
        name: the module, such as `pyarrow` or `pyarrow.parquet`.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        return importlib.import_module(name)
    except ImportError as error:
        extra = EXTRAS[name.partition(".")[0]]
        found = f"it is not installed ({error})"
        raise MissingExtra(f"the library {name}", found, f"pip install 'atlas-scraper[{extra}]'") from error
