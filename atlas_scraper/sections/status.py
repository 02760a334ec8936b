"""The state of the partnership and its end: `Le partenariat est` and `Date de fin du partenariat`.

What is odd about it: newer pages write `Le partenariat est :`; `En cours` with a past end date is common and
is the source's own statement; the sentence `Le partenariat est triennal` further down is no state; a page may show all
states and mark one of them.
"""

import re
from datetime import date

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import Status
from atlas_scraper.sections.section import Parts, Section
from atlas_scraper.sections.states import listed_states
from atlas_scraper.values.dates import read_date
from atlas_scraper.values.text import fold, without_signs

_WORDS = {
    "En cours": Status.ONGOING,
    "Terminé": Status.COMPLETED,
    "Terminée": Status.COMPLETED,
    "Achevé": Status.COMPLETED,
    "En sommeil": Status.DORMANT,
}
STATES = {fold(words): status for words, status in _WORDS.items()}
_ANY = re.compile("|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True)), re.IGNORECASE)
_AROUND = " /|,;"  # what stands between states of which the others are struck out
STATUS = Label("status", ("Le partenariat est",), fits=lambda text: fold(text) in STATES)
END = Label("end_date", ("Date de fin du partenariat",), fits=read_date)


def read_status(reader: SectionReader) -> tuple[Status | None, str | None]:
    """Read the state: what it means, and the site's words for it."""
    if states := listed_states(reader.items_of(STATUS), _ANY):
        for item in states.items:
            item.take(STATUS.field)
        if states.chosen is None:
            reader.issue(IssueCode.UNREADABLE_VALUE, STATUS.field, f"several states: {states.text}")
            return None, None
    said = states.chosen if states else reader.take_value(STATUS)
    if said is None:
        return None, None
    words = without_signs(said.strip(_AROUND))
    status = STATES.get(fold(words), Status.OTHER)
    if status is Status.OTHER:
        reader.issue(IssueCode.UNKNOWN_VALUE, STATUS.field, words)
    return status, words


def read_end_date(reader: SectionReader) -> date | None:
    """Read the day on which the partnership ends or ended."""
    return reader.take_typed(END, read_date)


def _read_section(reader: SectionReader, _: object) -> Parts:
    status, words = read_status(reader)
    return {"status": status, "status_label": words, "end_date": read_end_date(reader)}


SECTION = Section((STATUS, END), _read_section)
