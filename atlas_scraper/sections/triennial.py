"""Whether the partnership is triennial: a sentence of its own, with no value.

What is odd about it: only `Le partenariat n'est pas triennal` was seen. Its positive form begins like the
label of the state, `Le partenariat est`, and must not be taken for it. A page may also ask it as a question, with
the answer beside or below, or a box that is ticked or not.
"""

from collections.abc import Sequence

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.sections.section import Section
from atlas_scraper.values.choices import is_unticked, ticked
from atlas_scraper.values.text import fold

_YES, _NO = "Le partenariat est triennal", "Le partenariat n'est pas triennal"
LABEL = Label("triennial", (_NO, _YES), meanings={_NO: False, _YES: True}, is_sentence=True)
_ANSWERS = {"oui": True, "non": False, "vrai": True, "faux": False}


def read_triennial(reader: SectionReader) -> bool | None:
    """Read the sentence, or the answer to it; `None` when the page does not have it or contradicts itself."""
    said = LABEL.meaning(reader.heading(LABEL))
    items = reader.items_of(LABEL)
    if said and _is_unticked(reader, items):
        return False
    answer = next((item for item in items if fold(item.text) in _ANSWERS), None)
    if answer is None or not isinstance(said, bool):
        is_answered = any(item.continues for item in items)  # in words that are left unread
        return said if isinstance(said, bool) and not is_answered else None
    answer.take(LABEL.field)
    agrees = _ANSWERS[fold(answer.text)]
    if said:
        return agrees
    if agrees:
        return False
    # "It is not triennial: no" can be meant in two ways.
    reader.issue(IssueCode.UNREADABLE_VALUE, LABEL.field, f"{reader.heading(LABEL)}: {answer.text}")
    return None


def _is_unticked(reader: SectionReader, below: Sequence[Item]) -> bool:
    """Tell whether the box in, before or behind the sentence is not ticked; one that stands alone is taken."""
    place = reader.place(LABEL)
    alone = [item for item in (*reader.items[max(place - 1, 0) : place], *below[:1]) if not fold(item.text)]
    alone = [item for item in alone if item.fate is None and (is_unticked(item.text) or ticked(item.text) is not None)]
    for item in alone:
        item.take(LABEL.field)
    return any(is_unticked(text) for text in (reader.heading(LABEL), *(item.text for item in alone)))


SECTION = Section((LABEL,), lambda reader, _: {"triennial": read_triennial(reader)})
