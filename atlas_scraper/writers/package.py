"""`datapackage.json`: what is in a release, for programs; Frictionless Data Package and Table Schema, version 1.

Source: https://specs.frictionlessdata.io/data-package/ and https://specs.frictionlessdata.io/table-schema/. All of it
follows from the model and from the files themselves.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from atlas_scraper.writers.columns import Column, Kind
from atlas_scraper.writers.table import Table
from atlas_scraper.writers.tables import TABLES

FILE = "datapackage.json"
SCHEMA_VERSION = "1.1.0"
"""Version of the tables by https://semver.org: a column that goes or changes its type is a major step, a new one a
minor one, other words a patch."""
TITLE = "Atlas français de la coopération décentralisée"
DESCRIPTION = (
    "Partnerships between French local authorities and authorities abroad, read from the public pages of the atlas of "
    "France's foreign ministry by atlas_scraper. Not a publication of the ministry."
)
LICENCE = {
    "name": "CRPA-L321-1",
    "path": "https://www.legifrance.gouv.fr/codes/id/LEGISCTA000031367685/",
    "title": "Public information, reusable under articles L321-1 and following of the Code des relations entre le "
    "public et l'administration, with its source and date; names of people under the law of personal data. The atlas "
    "names no licence of its own that we know of.",
}
_MEDIA = {
    ".csv": "text/csv",
    ".graphml": "application/graphml+xml",
    ".json": "application/json",
    ".jsonl": "application/x-ndjson",
    ".parquet": "application/vnd.apache.parquet",
    ".sqlite": "application/vnd.sqlite3",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".md": "text/markdown",
    ".html": "text/html",
}


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """What a release says of itself.

    Args:
        run: name of the release, which is its version.
        created: when the run ended, ISO 8601.
        source: base address of the site.
        records: number of partnerships.
        generator: name and version of the program that made it.
        is_public: whether names and personal addresses of people were left out.
    """

    run: str
    created: str
    source: str
    records: int
    generator: str
    is_public: bool = False


def package_of(folder: Path, facts: ReleaseFacts, rows: Mapping[str, int]) -> dict[str, Any]:
    """Describe the files of a release.

    Args:
        folder: where they are.
        facts: what the release says of itself.
        rows: number of rows of each table.

    Raises:
        OSError: a file cannot be read.
    """
    tables = {f"{table.name}.csv": table for table in TABLES}
    paths = sorted(path for path in folder.iterdir() if path.is_file() and path.name != FILE)
    return {
        "profile": "data-package",
        "name": "atlas-cooperation-decentralisee",
        "title": TITLE,
        "description": DESCRIPTION,
        "version": facts.run,
        "created": facts.created,
        "schema_version": SCHEMA_VERSION,
        "people": "left out" if facts.is_public else "as published",
        "generator": facts.generator,
        "keywords": ["coopération décentralisée", "action extérieure", "collectivités territoriales", "France"],
        "licenses": [LICENCE],
        "sources": [{"title": f"{TITLE}, Ministère de l'Europe et des affaires étrangères", "path": facts.source}],
        "coverage": {"partnerships": facts.records, "until": facts.created},
        "resources": [
            _table(path, tables[path.name], rows[path.stem]) if path.name in tables else _file(path) for path in paths
        ],
    }


def text_of(package: Mapping[str, Any]) -> str:
    """Write a description as it stands in its file."""
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _table(path: Path, table: Table, rows: int) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, table) for column in table.columns],
        "primaryKey": list(table.keys),
    }
    schema["missingValues"] = [""]
    if table.references:
        schema["foreignKeys"] = [
            {"fields": [each.column], "reference": {"resource": each.table, "fields": [each.key]}}
            for each in table.references
        ]
    described = _described(path, table.name) | {"rows": rows, "profile": "tabular-data-resource", "schema": schema}
    return described | {"type": "table", "description": table.description}


def _file(path: Path) -> dict[str, Any]:
    # A name ends in its ending: `partnerships.csv` and `partnerships.parquet` are two resources.
    return _described(path, path.name.replace(".", "-").lower()) | {"type": "file"}


def _described(path: Path, name: str) -> dict[str, Any]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    media = _MEDIA.get(path.suffix, "application/octet-stream")
    described = {"name": name.replace("_", "-") if path.suffix != ".csv" else name, "path": path.name}
    described |= {"format": path.suffix.removeprefix("."), "mediatype": media}
    return described | {"encoding": "utf-8", "bytes": path.stat().st_size, "hash": f"sha256:{digest}"}


def _field(column: Column, table: Table) -> dict[str, Any]:
    constraints = {
        "required": column.is_required or column.name in table.keys or None,
        "enum": list(column.choices) or None,
        "pattern": column.pattern,
        "minimum": column.minimum,
        "maximum": column.maximum,
    }
    field: dict[str, Any] = {"name": column.name, "type": column.kind.value, "description": column.description}
    if column.kind is Kind.BOOLEAN:
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    given = {name: value for name, value in constraints.items() if value is not None}
    return field | ({"constraints": given} if given else {})
