"""Whether the partnership is triennial: a sentence of its own, with no value.

What is odd about it: only `Le partenariat n'est pas triennal` was seen. Its positive form begins like the
label of the state, `Le partenariat est`, and must not be taken for it.
"""

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.values.text import fold

LABEL = Label("triennial", ("Le partenariat n'est pas triennal", "Le partenariat est triennal"), is_sentence=True)
_ANSWERS = {"oui": True, "non": False}


def read_triennial(reader: SectionReader) -> bool | None:
    """Read the sentence, or the answer beside it; `None` when the page does not have it or says something else."""
    if not reader.has(LABEL):
        return None
    beside = next((item for item in reader.items_of(LABEL) if item.continues), None)
    if beside is None:
        return fold(reader.heading(LABEL)) == fold(LABEL.spellings[1])
    answer = _ANSWERS.get(fold(beside.text))
    if answer is not None:
        beside.give("taken", LABEL.field)
    return answer
