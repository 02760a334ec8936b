"""The JSON Schema of a record, made from the model and the list of issue codes."""

from typing import Any

from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import Partnership


def json_schema() -> dict[str, Any]:
    """Describe the records as they are written: JSON Schema 2020-12, every field with its description.

    Each issue code stands with its meaning, as a `const` with a `description`.
    """
    schema = Partnership.model_json_schema(mode="serialization")
    # Pydantic drops a field's description where the model behind it says the same.
    for name, field in Partnership.model_fields.items():
        schema["properties"][name]["description"] = field.description
    schema["$defs"]["IssueCode"]["oneOf"] = [{"const": code.value, "description": code.meaning} for code in IssueCode]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": Partnership.__name__} | schema
