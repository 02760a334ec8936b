"""Whether the partnership is triennial: a sentence of its own, with no value.

What is odd about it: only `Le partenariat n'est pas triennal` was seen. Its positive form begins like the
label of the state, `Le partenariat est`, and must not be taken for it. A page may also ask it as a question, with
the answer beside or below: a word, a picture, or a sign that is ticked or crossed. A question that nothing answers,
or an answer that nobody understands, is none.
"""

from collections.abc import Sequence

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.pictures import pictures_at
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.sections.section import Section
from atlas_scraper.values.choices import is_crossed, is_unticked, ticked
from atlas_scraper.values.text import fold

_YES, _NO = "Le partenariat est triennal", "Le partenariat n'est pas triennal"
LABEL = Label("triennial", (_NO, _YES), meanings={_NO: False, _YES: True}, is_sentence=True)
_ANSWERS = {"oui": True, "non": False, "vrai": True, "faux": False}
_ASKS = (":", "?")


def read_triennial(reader: SectionReader) -> bool | None:
    """Read the sentence, or the answer to it; `None` when the page does not have it or contradicts itself."""
    said = LABEL.meaning(reader.heading(LABEL))
    items = reader.items_of(LABEL)
    if not isinstance(said, bool):
        return None
    signs = _signs(reader, items)
    below = [item for item in items if fold(item.text)]
    answer = below[0] if below and fold(below[0].text) in _ANSWERS else None
    if any(map(is_unticked, signs)) and said:
        return False
    if answer is None:
        return _without_words(reader, items, signs) if said else _unless_answered(said, items)
    answer.take(LABEL.field)
    agrees = _ANSWERS[fold(answer.text)]
    if said:
        return agrees
    if agrees:
        return False
    # "It is not triennial: no" can be meant in two ways.
    reader.issue(IssueCode.UNREADABLE_VALUE, LABEL.field, f"{reader.heading(LABEL)}: {answer.text}")
    return None


def _unless_answered(said: bool, items: Sequence[Item]) -> bool | None:
    return None if any(item.continues for item in items) else said  # in words that are left unread


def _without_words(reader: SectionReader, items: Sequence[Item], signs: Sequence[str]) -> bool | None:
    """Read the positive sentence where no word answers it."""
    if any(map(is_crossed, signs)):
        return False
    if any(ticked(sign) is not None for sign in signs):
        return True
    drawn = pictures_at(reader.division, LABEL)
    answers = {_ANSWERS.get(fold(name)) for name in drawn}
    if len(answers) == 1 and None not in answers:
        return answers.pop()
    pictures = ", ".join(name or "a picture without words" for name in drawn)
    if doubt := pictures or _no_answer(reader, items) or _denied_below(items):
        reader.issue(IssueCode.UNREADABLE_VALUE, LABEL.field, f"{reader.heading(LABEL).rstrip(' :')}: {doubt}")
        return None
    left = [item for item in items if item.fate is None]
    return None if left and _asks(reader, is_answered=True) else _unless_answered(True, items)


def _no_answer(reader: SectionReader, items: Sequence[Item]) -> str:
    """Give what stands in place of an answer, which is taken, or that a question has none."""
    below = next((item for item in reader.division.sections[LABEL] if item.line is not None), None)
    if below and (reader.words.is_empty(below.text) or (not fold(below.text) and below.fate is None)):
        if below.fate is None:
            below.take(LABEL.field)
        return below.text
    return "no answer" if not items and _asks(reader, is_answered=False) else ""


def _denied_below(items: Sequence[Item]) -> str:
    """Give what stands before an answer that denies the sentence, and may be to those words."""
    return items[0].text[:60] if any(_ANSWERS.get(fold(item.text)) is False for item in items) else ""


def _asks(reader: SectionReader, *, is_answered: bool) -> bool:
    """Tell whether the page gives the sentence as the label of a value."""
    heading = reader.items[reader.place(LABEL)]
    is_label = any(run.label for run in heading.runs) or heading.text.rstrip().endswith(_ASKS)
    is_over_value = is_answered and heading.line is not None and heading.line.is_heading > 0
    return is_label or is_over_value or (reader.has_empty_cell_beside(LABEL) and not _are_rows_filled(reader))


def _are_rows_filled(reader: SectionReader) -> bool:
    """Tell whether the title of a table that has rows stands beside empty cells, too, as in a sheet."""
    sections = reader.division.sections
    titles = (label for label in reader.division.found if label.heads_table and sections.get(label))
    return any(map(reader.has_empty_cell_beside, titles))


def _signs(reader: SectionReader, below: Sequence[Item]) -> list[str]:
    """Give the texts in which the sign of a choice may stand: the sentence, and a sign alone before or behind it.

    A sign that is understood is taken.
    """
    place = reader.place(LABEL)
    alone = [item for item in (*reader.items[max(place - 1, 0) : place], *below[:1]) if not fold(item.text)]
    alone = [item for item in alone if item.fate is None and _is_sign(item.text)]
    for item in alone:
        item.take(LABEL.field)
    return [reader.heading(LABEL), *(item.text for item in alone)]


def _is_sign(text: str) -> bool:
    return is_unticked(text) or is_crossed(text) or ticked(text) is not None


SECTION = Section((LABEL,), lambda reader, _: {"triennial": read_triennial(reader)})
