"""Labels of texts in a row in one list, and a text behind it that may be any of theirs."""

from collections.abc import Sequence

import pytest
from fragments import HEAD_OF_TEXT, codes
from lines import AIM, CONTEXT, HISTORY, PARTNERS, YEAR, item

from atlas_scraper import parse
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.lists_of_labels import listed_together
from atlas_scraper.record.issues import IssueCode

LIST = (1, 2)


def _listed(labels: Sequence[tuple[Label, tuple[int, ...]]], text: tuple[int, ...]) -> list[Label]:
    items = [item(label.field, "x>", path, label) for label, path in labels]
    items += [item("a text", "x>", text)]
    found = {label: number for number, (label, _) in enumerate(labels)}
    sections = {label: items[number + 1 : number + 1] for label, number in found.items()}
    sections[labels[-1][0]] = items[len(labels) :]
    return listed_together(items, found, sections)


def test_labels_in_a_list_above_a_text_that_is_none_of_it_are_told() -> None:
    assert _listed([(CONTEXT, (*LIST, 3)), (HISTORY, (*LIST, 4)), (AIM, (*LIST, 5))], (1, 6)) == [CONTEXT, HISTORY, AIM]


@pytest.mark.parametrize(
    ("labels", "text"),
    [
        ([(CONTEXT, (*LIST, 3)), (HISTORY, (*LIST, 4))], (*LIST, 5)),
        ([(CONTEXT, (*LIST, 3)), (HISTORY, (1, 4))], (1, 5)),
        ([(YEAR, (*LIST, 3)), (HISTORY, (*LIST, 4))], (1, 5)),
        ([(CONTEXT, (3,)), (HISTORY, (4,))], (5,)),
        ([(CONTEXT, ()), (HISTORY, ())], ()),
        ([(CONTEXT, (*LIST, 3))], (1, 5)),
    ],
)
def test_other_labels_are_not(labels: list[tuple[Label, tuple[int, ...]]], text: tuple[int, ...]) -> None:
    assert _listed(labels, text) == []


def test_two_lists_are_told_each_by_what_stands_behind_it() -> None:
    items = [
        item("a", "x>", (*box, place), label)
        for place, (label, box) in enumerate(
            [(CONTEXT, LIST), (HISTORY, LIST), (AIM, (1, 9)), (PARTNERS, (1, 9))], start=20
        )
    ]
    found = {CONTEXT: 0, HISTORY: 1, AIM: 2, PARTNERS: 3}
    inside, outside = item("a text", "x>", (1, 9, 30)), item("a text", "x>", (1, 40))
    sections: dict[Label, list[Item]] = {label: [] for label in found}
    assert listed_together(items, found, {**sections, PARTNERS: [outside]}) == [AIM, PARTNERS]
    assert listed_together(items, found, {**sections, HISTORY: [outside], PARTNERS: [inside]}) == [CONTEXT, HISTORY]


def test_labels_with_something_between_them_or_of_one_box_alone_are_not_listed() -> None:
    items = [item("a", "x>", (*LIST, 3), CONTEXT), item("b", "x>", (*LIST, 4)), item("c", "x>", (*LIST, 5), HISTORY)]
    sections = {CONTEXT: items[1:2], HISTORY: [item("a text", "x>", (1, 6))]}
    assert listed_together(items, {CONTEXT: 0, HISTORY: 2}, sections) == []


def test_a_list_that_is_the_outermost_box_is_one() -> None:
    assert _listed([(CONTEXT, (2, 3)), (HISTORY, (2, 4))], (5,)) == [CONTEXT, HISTORY]


def test_a_page_of_tabs_in_markdown_says_that_its_texts_may_be_of_any_label() -> None:
    head = "\n\n".join(f"## {line}" if line not in {"Un jumelage", "En cours"} else line for line in HEAD_OF_TEXT)
    record = parse(f"{head}\n\n* Contexte\n* Historique\n* Objectif du partenariat\n\nUn texte.\n".encode())
    assert (record.context, record.objective) == ([], ["Un texte."])
    assert codes(record).count(IssueCode.AMBIGUOUS_LABEL) == 3
