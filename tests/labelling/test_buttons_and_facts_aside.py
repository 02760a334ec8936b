"""Buttons behind values, columns of labels beside their values, and facts in another place than the page's order."""

from collections.abc import Sequence

import pytest
from lines import AIM, BOTH, CONTEXT, INDEX, PARTNERS, STATE, YEAR, item, named, said

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.buttons import OF_BUTTON, OPENER, ignore_titles_once_more, part_buttons
from atlas_scraper.labelling.columns_of_pairs import with_values_beside
from atlas_scraper.labelling.frame import ONCE_MORE
from atlas_scraper.labelling.items import Evidence, Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.marks import Marks
from atlas_scraper.labelling.out_of_order import Candidate, find_out_of_order


def _line(*parts: str) -> Item:
    """Make an item of stretches; one in brackets is a button, one in angles a link."""
    runs = tuple(
        Run(part.strip("[]<>"), "a>", "b" if part[0] == "<" else None, part[0] in "[<") if part else Run("", "p>")
        for part in parts
    )
    text = "".join(run.text for run in runs).strip()
    return Item(Line(text, runs), text, runs)


@pytest.mark.parametrize(
    ("parts", "texts"),
    [
        (("Un jumelage", "[ Copier]"), ["Un jumelage", "Copier"]),
        (("Un jumelage", " ", "[Voir]", " ", "[Copier]"), ["Un jumelage", "Voir Copier"]),
        (("Un jumelage", "[ Voir]", " de dix ans", "[ Copier]"), ["Un jumelage Voir de dix ans", "Copier"]),
        (("<Un jumelage>", "[ Copier]"), ["Un jumelage", "Copier"]),
        (("Un jumelage", "< Copier>"), None),
        (("Un jumelage", "[ ×]"), None),
        (("Un jumelage", "[ Copier]", " x"), None),
        (("[Copier]",), None),
        (("[Voir]", "[Copier]"), None),
        (("Un jumelage",), None),
    ],
)  # fmt: skip
def test_a_button_behind_words_is_parted_from_them_and_ignored(parts: Sequence[str], texts: list[str] | None) -> None:
    whole = _line(*parts)
    text, runs = whole.text, whole.runs
    found = part_buttons([item("a"), whole, item("b")])
    assert said(found) == ["a", *(texts or [text]), "b"]
    assert sum((run for each in found[1:-1] for run in (each.runs,)), ()) == runs
    assert [each.by for each in found if each.fate] == ([OF_BUTTON] if texts else [])


def test_a_label_and_what_is_ignored_already_keep_their_buttons() -> None:
    for change in ("label", "fate"):
        whole = _line("Un jumelage", "[ Copier]")
        if change == "label":
            whole.label = YEAR
        else:
            whole.ignore("x")
        assert said(part_buttons([whole, _line("Un puits", "[ Copier]")])) == [
            "Un jumelage Copier",
            "Un puits",
            "Copier",
        ]


def _column(texts: str, box: int, number: int, around: tuple[int, ...] = (1,)) -> list[Item]:
    """Make a line for each text that bars part, straight in a box, from a number on; an empty one is no line."""
    boxes = enumerate(texts.split("|"), number)
    return [named(text, (*around, box, place)) for place, text in boxes if text]


def _beside(*columns: list[Item]) -> list[str]:
    items = [each for column in columns for each in column]
    labelled = [number for number, each in enumerate(items) if each.label is not None]
    return said(with_values_beside(items, labelled, INDEX))


def test_labels_in_a_box_come_before_the_values_in_the_box_beside_it() -> None:
    assert _beside(_column("Year|State", 10, 11), _column("2017|open", 13, 14)) == ["Year", "2017", "State", "open"]
    assert _beside(_column("Year|State|Size", 10, 11), _column("2017||9", 14, 15)) == [
        "Year",
        "2017",
        "State",
        "Size",
        "9",
    ]
    before, after = [item("a", "p>", (1, 9))], [item("z", "p>", (1, 16))]
    whole = _beside(before, _column("Year|State", 10, 11), _column("2017|open", 13, 14), after)
    assert whole == ["a", "Year", "2017", "State", "open", "z"]


def test_a_value_is_marked_as_no_label_is_once_it_stands_beside_one() -> None:
    items = [*_column("Year|State", 10, 11), *_column("2017|open", 13, 14)]
    assert [each.mark for each in with_values_beside(items, [0, 1], INDEX)] == ["p>", "p>:", "p>", "p>:"]


def test_two_such_pairs_of_boxes_are_both_read() -> None:
    columns = [_column("Year|State", 10, 11), _column("2017|open", 13, 14)]
    more = [_column("State|Year", 20, 21), _column("shut|2018", 23, 24)]
    assert _beside(*columns, *more)[4:] == ["State", "shut", "Year", "2018"]


@pytest.mark.parametrize(
    "columns",
    [
        [("Year", 10, 11), ("2017", 12, 13)],
        [("Year|State", 10, 11)],
        [("Year|State", 10, 11), ("2017|Aim", 13, 14)],
        [("Year|State", 10, 11), ("State|open", 13, 14)],
        [("Year|Size", 10, 11), ("2017|9", 13, 14)],
        [("Partners|State", 10, 11), ("Brest|open", 13, 14)],
        [("Context|State", 10, 11), ("Long|open", 13, 14)],
        [("Year|State", 10, 12), ("2017|open", 14, 15)],
        [("Year|State", 10, 11), ("2017|open", 15, 16)],
        [("Year|State", 10, 11), ("2017||open", 13, 14)],
        [("a|Year|State", 10, 11), ("b|2017|open", 14, 15)],
        [("Year||State", 10, 11), ("2017||open", 14, 15)],
        [("Year|State", 10, 11), ("2017|open", 13, 14), ("x", 20, 21)],
    ],
)  # fmt: skip
def test_boxes_that_do_not_hold_a_column_of_short_labels_and_one_of_values_stay(
    columns: list[tuple[str, int, int]],
) -> None:
    made = [_column(*each) for each in columns]
    assert _beside(*made) == [each.text for column in made for each in column]


def test_a_box_elsewhere_or_labels_marked_otherwise_are_no_column_of_values_or_labels() -> None:
    labels, values = _column("Year|State", 10, 11), _column("2017|open", 13, 14)
    assert _beside(labels, _column("2017|open", 13, 14, (1, 2)))[:2] == ["Year", "State"]
    labels[1].mark = "b>"
    assert _beside(labels, values)[:2] == ["Year", "State"]
    shallow = [named("Year", (11,)), named("State", (12,)), named("2017", (14,)), named("open", (15,))]
    assert _beside(shallow) == ["Year", "State", "2017", "open"]
    assert _beside(_column("Year", 10, 11)) == ["Year"]


def _candidate(
    number: int, label: Label, mark: str = "u>", evidence: Evidence = Evidence.WHOLE, *, heading: bool = False
) -> Candidate:
    made = item(label.spellings[0], mark, (1, number), label, is_heading=heading)
    made.evidence = evidence
    return Candidate(number, made, label, number, 1.0)


def _out(candidates: Sequence[Candidate], chosen: dict[Label, int] | None = None, *, others: int = 0) -> list[int]:
    """Give the places of labels found on a page that has so many other lines of their mark."""
    items = [*(each.item for each in candidates), *(item("x", "u>", (2, number)) for number in range(others))]
    return sorted(find_out_of_order(items, candidates, chosen or {}, Marks()).values())


THREE = [_candidate(1, YEAR), _candidate(2, STATE), _candidate(3, PARTNERS)]


def test_three_labels_of_a_mark_that_hardly_any_other_line_has_are_some_wherever_they_stand() -> None:
    assert _out(THREE) == [1, 2, 3]
    assert _out(THREE, others=2) == [1, 2, 3]
    assert _out(THREE, others=3) == []
    assert _out(THREE[:2]) == []
    assert _out([*THREE[:2], _candidate(3, YEAR)]) == []
    assert _out([*THREE[:2], _candidate(3, PARTNERS, "b>")]) == []
    assert _out([*THREE, _candidate(9, AIM, "b>")]) == [1, 2, 3]


def test_labels_that_are_chosen_or_of_another_generation_or_within_a_line_are_none_of_these() -> None:
    assert _out(THREE, {YEAR: 8}) == []
    assert _out(THREE, {YEAR: 1}) == [2, 3]
    assert _out([*THREE[:2], _candidate(3, AIM, evidence=Evidence.INSIDE)]) == []
    assert _out([*THREE[:2], _candidate(3, AIM, evidence=Evidence.COLON)]) == [1, 2, 3]
    assert _out([*THREE[:2], _candidate(3, CONTEXT)], {BOTH: 8}) == []
    assert _out([*THREE[:2], _candidate(3, CONTEXT)], {CONTEXT: 8}) == []
    assert _out([*THREE[:2], _candidate(3, BOTH)], {BOTH: 8, AIM: 9}) == []


def test_labels_in_their_place_count_with_those_of_their_mark() -> None:
    chosen = {PARTNERS: 3}
    assert _out(THREE, chosen) == [1, 2]
    assert _out([*THREE[:2], _candidate(3, PARTNERS, "b>")], chosen) == []


def test_a_label_in_a_link_does_not_count() -> None:
    linked = _candidate(3, PARTNERS)
    linked.item.has_link = True
    assert _out([*THREE[:2], linked]) == []


def _titled(*texts: str) -> list[Item]:
    """Make headings (`# a`, `## a`), buttons (`[a]`) and lines; the words of a label are one."""
    made: list[Item] = []
    for text in texts:
        level, words = text.count("#"), text.strip("# ")
        if words[0] == "[":
            made.append(_line(words))
        else:
            made.append(item(words, f"h{level}>" if level else "p>", (), INDEX.find(words), is_heading=level))
            made[-1].evidence = Evidence.WHOLE
    return made


def test_the_title_of_a_box_that_a_button_opens_says_the_label_of_the_text_once_more() -> None:
    items = _titled("# Context", "[Read]", "## Context", "One.", "# Aim", "[Read]", "## Aim", "Two.")
    assert ignore_titles_once_more(items) == ["Read"]
    assert [(each.text, each.by) for each in items if each.fate] == [
        ("Read", OPENER),
        ("Context", ONCE_MORE),
        ("Read", OPENER),
        ("Aim", ONCE_MORE),
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("# Context", "[Read]", "# Context"),
        ("# Context", "One.", "## Context"),
        ("# Context", "[Read]", "Context"),
        ("# Context", "[Read]", "## Aim"),
        ("Context", "[Read]", "## Context"),
        ("# Year", "[Read]", "## Year"),
        ("# Context", "[Read]", "## Read", "One."),
        ("# Context", "[Read]"),
        ("# Context",),
    ],
)
def test_a_heading_elsewhere_or_with_other_words_is_no_title_of_such_a_box(texts: Sequence[str]) -> None:
    items = _titled(*texts)
    assert ignore_titles_once_more(items) == []
    assert all(each.fate is None for each in items)


def test_several_headings_below_texts_that_say_the_words_of_a_button_above_them_are_titles_of_boxes() -> None:
    items = _titled("# Context", "[Read]", "[Larger]", "## Read", "One.", "# Outlook", "[Read]", "## Read", "Two.")
    assert ignore_titles_once_more(items) == ["Read"]
    assert [number for number, each in enumerate(items) if each.fate] == [3, 7]
