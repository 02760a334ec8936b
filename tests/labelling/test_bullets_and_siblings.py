"""Labels behind a bullet, and words in the element of a label: whether they are the page's way to set pairs out."""

import pytest
from lines import CONTEXT, HISTORY, INDEX, STATE, YEAR, cut, item, said

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.beside import cut_beside, find_siblings
from atlas_scraper.labelling.bullets import behind_bullets
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.items import Evidence, Item
from atlas_scraper.labelling.labels import Label

FOUR = ("• Year : 2017", "• State : open", "• Context : Un.", "• History : Deux.")
LABELS = ["Year :", "2017", "State :", "open", "Context :", "Un.", "History :", "Deux."]
PATH = (1, 2)


def _unbulleted(*texts: str, mark: str = "div>p>") -> list[str]:
    """Give the texts of plain lines, whose bullets may be cut off."""
    return said(behind_bullets(cut(*texts, mark=mark), INDEX))


def _line(bullet: str, label: str, rest: str, *, mark: str = "div>p>b>", path: tuple[int, ...] = PATH) -> Line:
    """Make a line of a bullet, words that are marked, and the rest."""
    runs = (Run(bullet, "div>p>"), Run(label, mark), Run(rest, "div>p>"))
    return Line(f"{bullet}{label}{rest}".strip(), tuple(run for run in runs if run.text), path)


def _marked(*lines: Line) -> list[tuple[str, str]]:
    """Give the texts and marks of lines that follow four labels behind a bullet, each in a stretch of its own."""
    labels = [_line("• ", *text.removeprefix("• ").split(" ", 1)) for text in FOUR]
    items = behind_bullets(cut_into_items([*labels, *lines], INDEX), INDEX)
    return [(each.text, each.mark) for each in items[8:]]


def test_labels_behind_one_bullet_that_stand_nowhere_else_are_cut_from_it_from_four_on() -> None:
    assert _unbulleted(*FOUR) == LABELS
    assert _unbulleted(*FOUR[:3]) == list(FOUR[:3])


@pytest.mark.parametrize(
    ("texts", "are_cut"),
    [
        (("- Year : 2017", *FOUR[1:]), False),
        (("- Year : 2017", *FOUR), True),
        (("Year : 2017", *FOUR), False),
        (("Year : 2017", *FOUR, "• Aim : x"), True),
        (("« Year : 2017", *FOUR[1:]), False),
        ((FOUR[0], *FOUR[:3]), False),
        ((*FOUR[:3], "• Role : x"), False),
        (tuple(text.replace("•", "▪ •") for text in FOUR), True),
        (tuple(text.replace("•", "«") for text in FOUR), False),
        (tuple(text.replace("•", "7") for text in FOUR), False),
    ],
)
def test_labels_elsewhere_or_behind_another_bullet_do_not_count(texts: tuple[str, ...], are_cut: bool) -> None:
    found = _unbulleted(*texts)
    assert ([text for text in found if text in LABELS[2:4]] == LABELS[2:4]) is are_cut


def test_the_bullet_of_a_label_counts_with_its_mark_but_for_the_outermost_box() -> None:
    for other, are_cut in (("nav>p>", True), ("div[+]>p>", True), ("div>li>", False)):
        items = [*cut(*FOUR[:3], mark="div>p>"), *cut(FOUR[3], mark=other)]
        assert (said(behind_bullets(items, INDEX)) == LABELS) is are_cut


def test_lines_without_boxes_keep_their_bullets() -> None:
    items = cut_into_items([Line(text, (Run(text, "div>p>"),)) for text in FOUR], INDEX)
    assert behind_bullets(items, INDEX) is items
    inside = cut_into_items([_line("• ", *text.removeprefix("• ").split(" ", 1), path=()) for text in FOUR], INDEX)
    assert behind_bullets(inside, INDEX) is inside


def test_a_label_in_a_link_or_a_landmark_stands_nowhere_else() -> None:
    for more in ({"interactive": True, "landmark": ""}, {"interactive": False, "landmark": "menu"}):
        menu = Line("Year", (Run("Year", "nav>a>", interactive=bool(more["interactive"])),), (1, 9))
        menu = menu._replace(landmark=str(more["landmark"]))
        items = [*cut_into_items([menu], INDEX), *cut(*FOUR, mark="div>p>")]
        assert said(behind_bullets(items, INDEX)) == ["Year", *LABELS]


def test_the_value_of_a_form_control_keeps_its_bullet() -> None:
    lines = [Line(text, (Run(text, "div>p>"),), PATH, is_value=number == 1) for number, text in enumerate(FOUR)]
    more = Line("• Aim : x", (Run("• Aim : x", "div>p>"),), PATH)
    assert said(behind_bullets(cut_into_items([*lines, more], INDEX), INDEX)) == [
        *LABELS[:2], FOUR[1], *LABELS[4:], "Aim :", "x"
    ]  # fmt: skip


def test_what_stands_behind_the_bullet_of_labels_and_is_marked_as_they_are_is_marked_so() -> None:
    assert _marked(_line("• ", "Budget", " : 12")) == [("Budget : 12", "div>p>b>")]
    assert _marked(_line("• ", "Budget", " de la ville")) == [("• Budget de la ville", "div>p>b>")]


def test_a_bullet_may_touch_the_words_behind_it() -> None:
    texts = [text.removeprefix("• ").rstrip(".").split(" ", 1) for text in FOUR]
    items = cut_into_items([*(_line("•", *text) for text in texts), _line("•", "Budget", " : 12")], INDEX)
    assert [(each.text, each.mark) for each in behind_bullets(items, INDEX)[8:]] == [("Budget : 12", "div>p>b>")]


@pytest.mark.parametrize(
    "line",
    [
        _line("- ", "Budget", " : 12"),
        _line("• ", "Budget", " : 12", mark="div>p>i>"),
        _line("", "Budget", " : 12", mark="div>p>"),
        _line("• ", "", "Budget : 12"),
        _line("• ", "", ""),
        _line("• ", "Budget", " : 12", path=()),
        _line("• ", "Budget", " : 12")._replace(is_value=True),
    ],
)
def test_other_lines_keep_their_bullet_and_their_mark(line: Line) -> None:
    assert _marked(line) == [(line.text, "div>p>")]


def test_a_plain_line_behind_the_bullet_of_plain_labels_is_cut_where_it_reads_as_a_pair() -> None:
    items = behind_bullets(cut(*FOUR, "• Budget : 12", "• Budget", mark="div>p>"), INDEX)
    assert [(each.text, each.runs[0].text) for each in items[8:]] == [
        ("Budget : 12", "Budget : 12"), ("• Budget", "• Budget")
    ]  # fmt: skip


def test_a_line_behind_its_bullet_is_cut_into_as_many_stretches_as_it_has() -> None:
    runs = (Run("• ", "div>p>"), Run("Year : ", "div>p>"), Run("2017", "div>p>i>"))
    first = Line("• Year : 2017", runs, PATH)
    assert said(behind_bullets([Item(first, first.text, runs), *cut(*FOUR[1:], mark="div>p>")], INDEX)) == LABELS


def _besides(*pairs: tuple[Label, str, str], number: int = 0) -> list[Item]:
    """Make labels with words in their element, each with what stands below it, if anything."""
    items: list[Item] = []
    for label, beside, below in pairs:
        runs = (Run(label.field, "h4>", label=number), Run(f" {beside}", "h4>small>", label=number))
        whole = Line(f"{label.field} {beside}".strip(), runs if beside else runs[:1], (1, 2, 3 + len(items)))
        items.append(Item(whole, whole.text, whole.runs, label=label, beside=beside))
        items += [item(below, path=(1, 2, 3 + len(items)))] if below else []
    return items


def _siblings(items: list[Item]) -> frozenset[int]:
    return find_siblings(items, [number for number, each in enumerate(items) if each.label])


A, B, C, D, E, F = (Label(name, (name,)) for name in "abcdef")


@pytest.mark.parametrize(
    ("pairs", "are_values"),
    [
        ([(A, "1", ""), (B, "2", ""), (C, "3", "")], True),
        ([(A, "1", ""), (B, "2", "")], False),
        ([(A, "1", ""), (B, "2", ""), (C, "2", "")], False),
        ([(A, "1", ""), (B, "2", ""), (C, "3", "x")], False),
        ([(A, "1", "x"), (B, "2", "x"), (C, "3", "x")], False),
        ([(A, "1", ""), (B, "2", ""), (CONTEXT, "3", "")], False),
        ([(A, "1", ""), (B, "2", ""), (C, "3", ""), (D, "4", "x"), (E, "5", "x"), (F, "6", "x")], True),
        ([(A, "1", ""), (B, "2", ""), (C, "3", ""), (D, "4", "x"), (E, "5", "x"), (F, "6", "x"), (YEAR, "7", "x")],
         False),
        ([(A, "", ""), (B, "", ""), (C, "", "")], False),
    ],
)  # fmt: skip
def test_words_beside_labels_are_values_where_three_labels_have_others_and_nothing_else(
    pairs: list[tuple[Label, str, str]], are_values: bool
) -> None:
    items = _besides(*pairs)
    labels = frozenset(number for number, each in enumerate(items) if each.label)
    assert _siblings(items) == (labels if are_values else frozenset())


def test_words_in_what_the_markup_calls_a_label_are_no_value() -> None:
    assert _siblings(_besides((A, "1", ""), (B, "2", ""), (C, "3", ""), number=7)) == frozenset()
    items = _besides((A, "1", ""), (B, "2", ""), (C, "3", ""))
    for each in items:
        each.runs = (each.runs[0]._replace(label=7), each.runs[1])  # the sign of a help is in no label
    assert _siblings(items) == frozenset()


@pytest.mark.parametrize(("alike", "are_values"), [(1, False), (2, True)])
def test_words_beside_a_label_are_its_value_where_two_values_are_marked_as_their_labels_are(
    alike: int, are_values: bool
) -> None:
    items = _besides((A, "1", ""))
    for label in (YEAR, STATE)[:alike]:
        items += [item(label.field, "h4>", PATH, label), item("x", "h4>", PATH)]
        items[-1].continues = True
    assert _siblings(items) == (frozenset({0}) if are_values else frozenset())


def test_values_beside_other_labels_that_are_marked_otherwise_or_on_another_line_tell_nothing() -> None:
    for mark, continues in (("p>", True), ("h4>", False)):
        items = _besides((A, "1", ""))
        for label in (YEAR, STATE):
            items += [item(label.field, "h4>", PATH, label), item("x", mark, PATH)]
            items[-1].continues = continues
        assert _siblings(items) == frozenset()


def test_a_label_is_cut_from_what_stands_beside_it() -> None:
    (label,) = _besides((HISTORY, "Deux", ""))
    label.continues, label.evidence = True, Evidence.INSIDE
    first, rest = cut_beside(label)
    assert (first.text, first.label, first.evidence, first.continues) == ("history", HISTORY, Evidence.INSIDE, True)
    assert (rest.text, rest.label, rest.continues, rest.mark) == ("Deux", None, True, "h4>small>")


@pytest.mark.parametrize(("label", "value"), [("Year :", "- : 7"), ("Year", "7")])
def test_a_dash_behind_the_colon_of_a_label_is_the_values(label: str, value: str) -> None:
    runs = (Run(label, "h4>"), Run(" - : 7", "h4>small>"))
    whole = Line(f"{label} - : 7", runs, PATH)
    assert said(cut_beside(Item(whole, whole.text, runs, label=YEAR, beside="- : 7"))) == [label, value]
