"""Pages some of whose lines a mail quotes, by `>`: told by labels that stand behind that sign, and nowhere else.

No author types a label of the page that the page itself lacks; such a sign is the mail's, before any line.
"""

from atlas_scraper.blocks.document import Document, Line, Signal
from atlas_scraper.blocks.quoted import lines_of, without_signs, words_behind_sign
from atlas_scraper.labelling.labels import Label, LabelIndex


def without_quote_signs(document: Document, labels: LabelIndex) -> Document:
    """Leave the sign of quoted lines out of a page that has labels only behind it."""
    if Signal.SOME_QUOTED not in document.signals:
        return document
    lines = list(lines_of(document.blocks))
    quoted = {_label_of(words, labels) for line in lines if (words := words_behind_sign(line.text))}
    others = {_label_of(line.text, labels) for line in lines if not (line.text.startswith(">") or _is_of_menu(line))}
    return without_signs(document) if quoted - others - {None} else document


def _is_of_menu(line: Line) -> bool:
    """Tell whether a line is an entry of a menu, which may list the labels of the page."""
    return bool(line.landmark) or all(run.interactive for run in line.runs)


def _label_of(text: str, labels: LabelIndex) -> Label | None:
    """Give the label that a line is or begins with, before a colon."""
    label = labels.find(text) or labels.find(text.partition(":")[0])
    return label if label in labels.rank else None
