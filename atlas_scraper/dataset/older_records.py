"""Records as they are stored, those of an older model among them.

A model grows: a record that was stored before lacks a field, or has one that is no more. Until its page is read again
(`reparse`), it is given with what both models have, the rest absent; what is stored stays as it is.
"""

import json
from typing import Any, get_origin

from pydantic import ValidationError

from atlas_scraper.errors import RecordInvalid
from atlas_scraper.record.model import Partnership


def read_record(text: str) -> Partnership:
    """Read a stored record, as far as the present model goes.

    Raises:
        RecordInvalid: it lacks what every record needs.
    """
    try:
        return Partnership.model_validate_json(text)
    except ValidationError:
        return adapted(json.loads(text))


def readable(text: str) -> Partnership | None:
    """Read a stored record; `None` where it lacks what every record needs."""
    try:
        return read_record(text)
    except RecordInvalid:
        return None


def adapted(dumped: dict[str, Any]) -> Partnership:
    """Make a record of the present model from one of another: fields that it cannot hold are absent.

    Raises:
        RecordInvalid: it lacks what every record needs.
    """
    fields = {name: dumped.get(name, _absent(name)) for name in Partnership.model_fields}
    for _ in fields:
        try:
            return Partnership.model_validate(fields)
        except ValidationError as error:
            wrong = {str(one["loc"][0]) for one in error.errors()}
            emptied = {name: _absent(name) for name in wrong}
            if all(fields[name] == emptied[name] for name in wrong):
                break
            fields |= emptied
    found = f"project {dumped.get('project_id')}, stored by version {_version_of(dumped)}"
    raise RecordInvalid("a record of the present model", found, "read it again from the archive: `reparse`")


def _absent(name: str) -> Any:
    return [] if get_origin(Partnership.model_fields[name].annotation) is list else None


def _version_of(dumped: dict[str, Any]) -> str:
    provenance = dumped.get("provenance")
    return str(provenance.get("parser_version")) if isinstance(provenance, dict) else "unknown"
