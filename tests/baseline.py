"""Write the tables of the present `SCHEMA_VERSION` as the baseline that later ones are held against.

python -m tests.baseline
"""

import json
import sys
from pathlib import Path

from atlas_scraper.writers.package import SCHEMA_VERSION
from atlas_scraper.writers.tables import TABLES


def baseline() -> str:
    """Give the name and type of each column of each table."""
    tables = {table.name: {column.name: column.kind.value for column in table.columns} for table in TABLES}
    return json.dumps({"version": SCHEMA_VERSION, "tables": tables}, indent=2) + "\n"


if __name__ == "__main__":
    path = Path(__file__).with_name(f"tables-{SCHEMA_VERSION}.json")
    path.write_text(baseline(), "utf-8")
    sys.stdout.write(f"{path.name}\n")
