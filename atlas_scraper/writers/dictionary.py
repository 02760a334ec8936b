"""The data dictionary and the card of a release, in Markdown, for people.

The dictionary follows from the model. The card says what Hugging Face's and Google's dataset cards say: what the data
are, where they come from, what they are good for and what not (https://arxiv.org/abs/2204.01075).
"""

from collections.abc import Iterator
from importlib.resources import files
from string import Template

from atlas_scraper.writers.columns import Column
from atlas_scraper.writers.package import LICENCE, SCHEMA_VERSION, TITLE, ReleaseFacts
from atlas_scraper.writers.table import Reference
from atlas_scraper.writers.tables import TABLES

DICTIONARY, CARD = "dictionary.md", "README.md"


def dictionary() -> str:
    """Write the data dictionary: every table with its columns, types and meanings."""
    return "\n".join(_dictionary()) + "\n"


def card(facts: ReleaseFacts) -> str:
    """Write the card of a release."""
    template = Template(files("atlas_scraper.writers").joinpath("card.md").read_text("utf-8"))
    people = (
        "Names and personal addresses of people and the volunteers are left out; roles, shared mailboxes and the "
        "number of rows stay. See `docs/people.md` of atlas_scraper."
        if facts.is_public
        else "Names and addresses of people are as the site publishes them, and fall under the law of personal data: "
        "keep them to those who need them, and pass on `public/`, where they are left out."
    )
    return template.substitute(
        title=TITLE,
        run=facts.run,
        created=facts.created,
        source=facts.source,
        records=facts.records,
        generator=facts.generator,
        schema_version=SCHEMA_VERSION,
        licence=LICENCE["title"],
        people=people,
        tables="\n".join(f"| `{table.name}` | {table.description} | {', '.join(table.keys)} |" for table in TABLES),
    )


def _dictionary() -> Iterator[str]:
    yield from ("# Data dictionary", "", f"Tables of version {SCHEMA_VERSION}, made from the model by atlas_scraper.")
    yield "An empty cell is a missing value."
    for table in TABLES:
        yield from ("", f"## {table.name}", "", table.description, "", f"Key: {', '.join(table.keys)}.", "")
        if table.references:
            yield from (f"Joins {', '.join(map(_joined, table.references))}.", "")
        yield from ("| column | type | meaning |", "|---|---|---|")
        for column in table.columns:
            yield f"| `{column.name}` | {column.kind} | {_meaning(column)} |"


def _joined(reference: Reference) -> str:
    other = "" if reference.key == reference.column else f" ({reference.key})"
    return f"`{reference.table}`{other} by `{reference.column}`"


def _meaning(column: Column) -> str:
    bounds = []
    if column.choices:
        bounds.append(f"One of {', '.join(f'`{choice}`' for choice in column.choices)}.")
    if column.minimum is not None and column.maximum is not None:
        bounds.append(f"{column.minimum} to {column.maximum}.")
    elif column.minimum is not None:
        bounds.append(f"{column.minimum} or more.")
    return " ".join([column.description, *bounds]).replace("|", "\\|").replace("\n", " ")
