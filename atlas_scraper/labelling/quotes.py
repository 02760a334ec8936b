"""Pages some of whose lines a mail quotes, by `>`: told by labels that stand behind that sign, and nowhere else.

No author types a label of the page that the page itself lacks; such a sign is the mail's, before any line.
"""

from atlas_scraper.blocks.document import Document, Line, Signal
from atlas_scraper.blocks.quoted import without_signs, words_behind_sign
from atlas_scraper.labelling.labels import Label, LabelIndex


def without_mail_s_signs(document: Document, labels: LabelIndex) -> Document:
    """Leave the sign of quoted lines out of a page that has labels only behind it."""
    if Signal.SOME_QUOTED not in document.signals:
        return document
    texts = [block.text for block in document.blocks if isinstance(block, Line)]
    quoted = {_label_of(words, labels) for text in texts if (words := words_behind_sign(text))}
    others = {_label_of(text, labels) for text in texts if not text.startswith(">")}
    return without_signs(document) if quoted - others - {None} else document


def _label_of(text: str, labels: LabelIndex) -> Label | None:
    """Give the label that a line is or begins with, before a colon."""
    label = labels.find(text) or labels.find(text.partition(":")[0])
    return label if label in labels.rank else None
