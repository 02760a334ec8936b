"""The UN goals: the table below `Objectifs de développement durable - ODD`, on the newest pages.

What is odd about it: rows such as `6 - Eau propre et assainissement` with a level, 2 or 1, both under the one
header `Thématique éligible`; sorted by level, then number.
"""

import re

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import SustainableDevelopmentGoal
from atlas_scraper.sections.filled import filled
from atlas_scraper.sections.section import Generation, Section
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.row import Row
from atlas_scraper.tables.rows import take_rows

LABEL = Label(
    "sdgs",
    ("Objectifs de développement durable - ODD", "Objectifs de développement durable", "ODD"),
    generations=frozenset({Generation.NEW}),
    heads_table=True,
)
_GOAL = re.compile(r"(?:ODD\s*)?(?:n°\s*)?(\d{1,2})\s*[-–—:.]\s*(\S.*)", re.IGNORECASE)
_LEVEL = re.compile(r"(?:niveau\s*)?(\d{1,2})", re.IGNORECASE)
# The name of no goal ends with a number, nor with a sign that parts it from one.
_JOINED = re.compile(r"(.*[^\s\d,;|•·/→(–—-])(?:\s*+[,;|•·/→(–—-])?+\s++(\d)")
GOAL = PageColumn("goal", ("Thématique éligible",), _GOAL.fullmatch, always_filled=True)
LEVEL = PageColumn(
    "level",
    ("Thématique éligible", "Niveau", "Priorité"),
    _LEVEL.fullmatch,
    always_filled=True,
    may_lack_header=True,
)
COLUMNS = (GOAL, LEVEL)


def read_sdgs(reader: SectionReader) -> list[SustainableDevelopmentGoal]:
    """Read the UN goals, in the page's order."""
    return filled(reader, LABEL, take_rows(reader, LABEL, COLUMNS), lambda row: _read_row(reader, row))


def _read_row(reader: SectionReader, row: Row) -> SustainableDevelopmentGoal:
    text, level = row.get(GOAL), row.get(LEVEL)
    if text and not level and (joined := _JOINED.fullmatch(text)) and _GOAL.fullmatch(joined[1]):
        text, level = joined[1], joined[2]
    found = _LEVEL.fullmatch(level or "")
    if level and not found:
        reader.issue(IssueCode.UNREADABLE_VALUE, LABEL.field, f"level: {level}")
    goal = _GOAL.fullmatch(text or "")
    number = int(goal[1]) if goal else 0
    if text and not 1 <= number <= 17:
        reader.issue(IssueCode.UNREADABLE_VALUE, LABEL.field, f"goal: {text}")
    return SustainableDevelopmentGoal(
        goal=number if 1 <= number <= 17 else None,
        label=goal[2] if goal else text,
        level=int(found[1]) if found else None,
    )


SECTION = Section((LABEL,), lambda reader, _: {"sdgs": read_sdgs(reader)}, COLUMNS)
