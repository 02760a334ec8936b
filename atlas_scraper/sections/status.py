"""The state of the partnership and its end: `Le partenariat est` and `Date de fin du partenariat`.

What is odd about it: newer pages write `Le partenariat est :`; `En cours` with a past end date is common and
is the source's own statement; the sentence `Le partenariat est triennal` further down is no state.
"""

from datetime import date

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import Status
from atlas_scraper.sections.section import Parts, Section
from atlas_scraper.values.dates import read_date
from atlas_scraper.values.text import fold, without_signs

STATES = {
    fold("En cours"): Status.ONGOING,
    fold("Terminé"): Status.COMPLETED,
    fold("Terminée"): Status.COMPLETED,
    fold("Achevé"): Status.COMPLETED,
    fold("En sommeil"): Status.DORMANT,
}
STATUS = Label("status", ("Le partenariat est",), fits=lambda text: fold(text) in STATES)
END = Label("end_date", ("Date de fin du partenariat",), fits=read_date)


def read_status(reader: SectionReader) -> tuple[Status | None, str | None]:
    """Read the state: what it means, and the site's words for it."""
    said = reader.take_value(STATUS)
    if said is None:
        return None, None
    words = without_signs(said)
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
