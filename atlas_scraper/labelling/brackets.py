"""A label in brackets with its value behind them on one line: `[Titre] Inn'O`. The brackets are no part of either."""

from collections.abc import Sequence

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.items import Evidence, Item, item_of
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.thresholds import LONGEST_LABEL

_CLOSING = {"[": "]", "(": ")", "{": "}"}  # a quotation mark may begin a sentence that quotes a label


def cut_behind_bracket(line: Line, labels: LabelIndex) -> list[Item]:
    """Cut a line behind the bracket that closes a label; empty where it begins with no label in brackets."""
    closing = _CLOSING.get(line.text[:1])
    if closing is None:
        return []
    text = "".join([run.text for run in line.runs])
    start, end = text.index(line.text[0]) + 1, text.find(closing)
    if not 0 < end <= LONGEST_LABEL or not text[end + 1 :].strip(": "):
        return []
    label = labels.find(text[start:end])
    if label is None or label.takes_more:
        return []
    said, value = cut_runs(line.runs, start, end), cut_runs(line.runs, end + 1, len(text))
    if value[0].mark == said[-1].mark:  # a mark that tells the value from the label before it
        value[0] = value[0]._replace(mark=f"{value[0].mark}:")
    return [
        item_of(line, said, label=label, evidence=Evidence.COLON),
        item_of(line, value, continues=True, is_behind_colon=True),
    ]


def cut_runs(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """Give the stretches from one letter of a line to another."""
    parts: list[Run] = []
    for run in runs:
        if part := run.text[max(0, start) : max(0, end)]:
            parts.append(run._replace(text=part))
        start, end = start - len(run.text), end - len(run.text)
    return parts
