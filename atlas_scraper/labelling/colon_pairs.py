"""Lines of text in which a colon alone parts a label from its value: `Titre : Inn'O`, and several such pairs on one."""

import re
from collections.abc import Iterator
from itertools import islice

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.items import Evidence, Item, item_of
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.thresholds import LONGEST_LABEL

_MOST_PAIRS = 40  # signs in a line behind which a further pair is sought
_COLON_AGAIN = re.compile(r"\s*+[^\w\s:]{1,3}+\s*+:")  # a required field: `Courriel :* : zoe@example.org`
_BETWEEN_PAIRS = re.compile(r"(?:(?<=\s)[·•|/–—-]|;)\s++")


def cut_at_colon(line: Line, labels: LabelIndex) -> list[Item]:
    """Cut `Titre : Inn'O` after its colon; empty when what stands before it is no label."""
    head, colon, rest = "".join([run.text for run in line.runs]).partition(":")
    label = labels.find(head) if colon else None
    if label is None or not rest.strip():
        return []
    if again := _COLON_AGAIN.match(rest):
        colon, rest = f"{colon}{again[0]}", rest[again.end() :]
    first, last = line.runs[0], line.runs[-1]
    # The value keeps its links, and a mark that tells it from the label before it.
    value = last._replace(text=rest, mark=f"{last.mark}:")
    items = [item_of(line, [first._replace(text=head + colon)], label=label, evidence=Evidence.COLON)]
    # Labels without values, which a converter put on one line: `Thème : Sous-thème :`.
    while further := _begins_with_label(value.text, labels):
        end, label = further
        items.append(
            item_of(line, [value._replace(text=value.text[:end])], continues=True, label=label, evidence=Evidence.COLON)
        )
        value = value._replace(text=value.text[end:])
    return [*items, *_cut_between_pairs(line, value, labels)] if value.text.strip() else items


def _cut_between_pairs(line: Line, value: Run, labels: LabelIndex) -> Iterator[Item]:
    """Yield a value, and the pairs behind it on its line, each behind a sign: `Inn'O · Thème : Eau · État : clos`."""
    text, start = value.text, 0
    for found in islice(_BETWEEN_PAIRS.finditer(text), _MOST_PAIRS):
        begin = found.end()
        if further := _begins_with_label(text[begin : begin + LONGEST_LABEL], labels):
            end, label = begin + further[0], further[1]
            if text[start : found.start()].strip():
                said = [value._replace(text=text[start : found.start()])]
                yield item_of(line, said, continues=True, is_behind_colon=True)
            said = [value._replace(text=text[begin:end])]
            yield item_of(line, said, continues=True, label=label, evidence=Evidence.COLON)
            start = end
    if text[start:].strip():
        yield item_of(line, [value._replace(text=text[start:])], continues=True, is_behind_colon=True)


def _begins_with_label(text: str, labels: LabelIndex) -> tuple[int, Label] | None:
    """Give where a label and its colon at the beginning of a text end, with the label."""
    head, colon, _ = text.partition(":")
    label = labels.find(head) if colon and head.strip() else None
    return (len(head) + 1, label) if label else None
