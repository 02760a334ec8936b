"""Labels in brackets, quotation marks or before a gap: when a page writes so, and which further lines are cut then."""

from typing import Any

import pytest
from lines import AIM, BOTH, CONTEXT, FUNDING, HISTORY, PARTNERS, STATE, YEAR, item, said, table

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.forms import cut_as_labels, form_of_labels, places_of_form
from atlas_scraper.labelling.items import Evidence, Item
from atlas_scraper.labelling.labels import Label

NBSP = "\u00a0"
GAP = NBSP * 3
LABELS = (YEAR, STATE, CONTEXT, HISTORY, AIM)
ABOUT = Label("about", ("About",), reads_itself=True)


def _part(
    text: str, whole: str, label: Label | None = None, evidence: Evidence = Evidence.COLON, mark: str = "p>"
) -> Item:
    """Make a part of a line: what it says begins it, or ends it."""
    return Item(
        Line(whole, (Run(whole, mark),), (1, 2)),
        text.strip(),
        (Run(text, mark),),
        continues=not whole.startswith(text),
        label=label,
        evidence=evidence,
    )


def _pairs(between: str, *labels: Label, evidence: Evidence = Evidence.COLON) -> list[Item]:
    """Make lines of a label and a value with something between them."""
    out = []
    for label in labels:
        name = label.spellings[0]
        whole = f"{name}{between}x"
        out += [_part(name, whole, label, evidence), _part(f"{between}x", whole, evidence=Evidence.NONE)]
    return out


def _form(items: list[Item]) -> str:
    return form_of_labels(items, [number for number, each in enumerate(items) if each.label])


def _bracketed(text: str, label: Label) -> Item:
    return item(text, path=(1, 2), label=label)


@pytest.mark.parametrize("brackets", ["[]", "()", "{}", "«»", "“”", '""'])
def test_a_page_writes_labels_in_brackets_where_three_are_and_hardly_any_is_not(brackets: str) -> None:
    def lines(count: int, *, bare: int = 0) -> list[Item]:
        texts = [label.spellings[0] for label in LABELS]
        marked = [_bracketed(f"{brackets[0]}{text}{brackets[1]}", STATE) for text in (texts * 3)[:count]]
        return [*marked, *(_bracketed("State", STATE) for _ in range(bare))]

    assert _form(lines(3)) == brackets[0]
    assert not _form(lines(2))
    assert not _form(lines(3, bare=1))
    assert _form(lines(4, bare=1)) == brackets[0]
    assert _form(lines(8, bare=2)) == brackets[0]
    assert not _form(lines(8, bare=3))
    assert not _form(lines(1, bare=6))


def test_a_page_puts_a_gap_behind_labels_where_three_have_one() -> None:
    assert _form(_pairs(GAP, *LABELS[:3])) == " "
    assert _form(_pairs("....", *LABELS[:3])) == ""  # leaders, which are a sign
    assert not _form(_pairs(GAP, *LABELS[:2]))
    assert not _form(_pairs(" : ", *LABELS))
    assert not _form([*_pairs(GAP, *LABELS[:3]), *_pairs(" : ", AIM)])
    assert _form([*_pairs(GAP, *LABELS[:4]), *_pairs(" : ", BOTH)]) == " "
    assert _form(_pairs(GAP, *LABELS[:3], evidence=Evidence.START)) == " "


def test_labels_on_lines_of_their_own_tell_nothing_of_gaps() -> None:
    alone = [item(label.spellings[0], path=(1, 2), label=label) for label in (AIM, BOTH)]
    for each in alone:
        each.evidence = Evidence.WHOLE
    assert _form([*_pairs(GAP, *LABELS[:3]), *alone]) == " "


def test_labels_of_tables_tell_no_form_and_neither_do_headings_and_elements_within_a_line() -> None:
    def lines(mark: str = "p>", label: Label = STATE, **more: Any) -> list[Item]:
        return [item(f"[{text}]", mark, (1, 2), label, **more) for text in ("State", "Context", "History")]

    assert _form(lines()) == "["
    assert not _form(lines(label=PARTNERS))
    assert not _form(lines("p>b"))
    assert not _form(lines(is_heading=True))
    assert not _form([Item(each, each.text, label=STATE) for each in [table("[x]|y")] * 3])


def test_one_of_the_first_three_labels_tells_whether_a_page_may_have_a_form() -> None:
    bare = [item(label.spellings[0], path=(1, 2), label=label) for label in LABELS[:3]]
    marked = [_bracketed("[State]", STATE) for _ in range(12)]
    assert _form([*bare[:2], *marked]) == "["
    assert not _form([*bare, *marked])
    assert not _form([])


def _cut(*texts: str, form: str = "[", above: Label | None = STATE, mark: str = "p>") -> list[str]:
    """Cut lines below a label of a page's form."""
    head = [item("[State]", "p>", (1, 2), above)] if above else []
    lines = [item(text, mark, (1, 3)) for text in texts]
    found = {above: 0} if above else {STATE: 0}
    if not above:
        lines = [*lines, item("[State]", "p>", (1, 2), STATE)]
        found = {STATE: len(lines) - 1}
    cut = cut_as_labels([*head, *lines], found, form)
    return said(cut[1:] if head else cut[:-1])


@pytest.mark.parametrize(
    ("form", "text", "parts"),
    [
        ("[", "[Budget] 12", ["Budget", "12"]), ("[", "[Budget]", ["Budget"]), ("[", "[Budget] .", ["Budget"]),
        ("[", "Budget 12", ["Budget 12"]), ("[", "(Budget) 12", ["(Budget) 12"]), ("[", "[Budget 12", ["[Budget 12"]),
        ("(", "(Budget) 12", ["Budget", "12"]), ("{", "{Budget} 12", ["Budget", "12"]),
        ("[", "[budget] 12", ["[budget] 12"]), ("[", "[Budget.] 12", ["[Budget.] 12"]), ("[", "[] 12", ["[] 12"]),
        ("[", "[É] 12", ["É", "12"]), ("[", "[Budget] lower", ["Budget", "lower"]),
        ("«", "«Budget» 12", ["Budget", "12"]), ("«", "«Budget» : 12", ["Budget", "12"]),
        ("«", "«Budget» Douze", ["Budget", "Douze"]), ("«", "«Agir», dit-elle", ["«Agir», dit-elle"]),
        ("«", "«Agir» dit-elle", ["«Agir» dit-elle"]), ("“", "“Agir” dit-elle", ["“Agir” dit-elle"]),
        ('"', '"Agir" dit-elle', ['"Agir" dit-elle']), ('"', '"Budget"', ["Budget"]),
        ("[", f"[{'B' * 58}] 1", ["B" * 58, "1"]), ("[", f"[{'B' * 59}] 1", [f"[{'B' * 59}] 1"]),
        (" ", f"Budget{GAP}12", ["Budget", "12"]), (" ", "Budget 12", ["Budget 12"]),
        (" ", "Budget....12", ["Budget", "12"]), ("[", "[Budget]12", ["Budget", "12"]),
        (" ", f"budget{GAP}12", [f"budget{GAP}12"]), (" ", f"{'B' * 57}{GAP}1", ["B" * 57, "1"]),
        (" ", f"{'B' * 60}{GAP}1", [f"{'B' * 60}{GAP}1"]),
    ],
)  # fmt: skip
def test_a_line_of_the_form_is_cut_into_a_label_and_what_stands_behind_it(
    form: str, text: str, parts: list[str]
) -> None:
    assert [each.replace(NBSP, " ") for each in _cut(text, form=form)] == [each.replace(NBSP, " ") for each in parts]


def test_spaces_around_a_line_and_a_label_are_none_of_it() -> None:
    runs = (Run("  [ Budget ] 12", "p>"),)
    line = Line("[ Budget ] 12", runs, (1, 3))
    head = item("[State]", "p>", (1, 2), STATE)
    cut = cut_as_labels([head, Item(line, line.text, runs)], {STATE: 0}, "[")
    assert said(cut) == ["[State]", "Budget", "12"]
    assert [(each.label, each.evidence, each.continues) for each in cut[1:]] == [
        (None, Evidence.COLON, False),
        (None, Evidence.NONE, True),
    ]
    assert places_of_form(cut) == {1}


def test_a_value_has_another_mark_than_the_label_before_it() -> None:
    head = item("[State]", "p>", (1, 2), STATE)
    label, value = cut_as_labels([head, item("[Budget] 12", "p>", (1, 3))], {STATE: 0}, "[")[1:]
    assert (label.mark, value.mark) == ("p>", "p>:")
    runs = (Run("[Budget]", "p>"), Run(" 12", "p>i"))
    line = Line("[Budget] 12", runs, (1, 3))
    assert cut_as_labels([head, Item(line, line.text, runs)], {STATE: 0}, "[")[2].mark == "p>i"
    parted = (Run("[Bud", "p>"), Run("get", "p>b"), Run("]", "p>b"), Run("12", "p>b"), Run(" x", "p>"))
    line = Line("[Budget]12 x", parted, (1, 3))
    value = cut_as_labels([head, Item(line, line.text, parted)], {STATE: 0}, "[")[2]
    assert [(run.text, run.mark) for run in value.runs] == [("12", "p>b:"), (" x", "p>")]


def test_only_lines_marked_as_labels_are_cut_wherever_among_its_neighbours_the_box_stands() -> None:
    assert _cut("[Budget] 12", mark="p[+]>") == ["Budget", "12"]
    assert _cut("[Budget] 12", mark="li>") == ["[Budget] 12"]
    assert _cut("[Budget] 12", mark="p>b") == ["[Budget] 12"]


@pytest.mark.parametrize("above", [PARTNERS, FUNDING, ABOUT, None])
def test_lines_above_the_first_label_and_below_those_of_tables_are_no_labels(above: Label | None) -> None:
    assert _cut("[Budget] 12", above=above) == ["[Budget] 12"]


def test_lines_below_the_next_label_behind_a_table_are_cut_again() -> None:
    items = [
        item("[Partners]", "p>", (1, 2), PARTNERS),
        item("[Budget] 12", "p>", (1, 3)),
        item("[State]", "p>", (1, 2), STATE),
        item("[Town] Lyon", "p>", (1, 3)),
    ]
    assert said(cut_as_labels(items, {PARTNERS: 0, STATE: 2}, "[")) == [
        "[Partners]",
        "[Budget] 12",
        "[State]",
        "Town",
        "Lyon",
    ]


def test_parts_of_a_line_values_what_is_ignored_labels_and_text_without_boxes_are_not_cut() -> None:
    def left(made: Item) -> bool:
        head = item("[State]", "p>", (1, 2), STATE)
        return cut_as_labels([head, made], {STATE: 0}, "[")[1:] == [made]

    plain = item("[Budget] 12", "p>", (1, 3))
    assert not left(plain)
    plain.ignore("frame")
    assert left(plain)
    assert left(item("[Budget] 12", "p>", (1, 3), is_value=True))
    assert left(item("[Budget] 12", "p>", ()))
    assert left(item("[Budget] 12", "p>", (1, 3), CONTEXT))
    continued = item("[Budget] 12", "p>", (1, 3))
    continued.continues = True
    assert left(continued)
    grid = table("[Budget]|12")
    assert left(Item(grid, grid.text))


def test_places_of_labels_by_their_form_are_those_without_a_listed_label() -> None:
    items = _pairs(GAP, *LABELS[:2])
    assert places_of_form(items) == set()
    items[2].label = None
    assert places_of_form(items) == {2}
