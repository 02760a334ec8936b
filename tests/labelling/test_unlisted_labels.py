"""Labels that nobody has listed: a line marked as the labels of its page are, or that stands where only labels do."""

import pytest
from fragments import page_of
from lines import INDEX, STATE, YEAR, said

from atlas_scraper import parse
from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.marks import count_lines, count_marks
from atlas_scraper.labelling.unlisted import Unlisted, find_unlisted

FOUR = ("Year|2017", "State|open", "Context|Un.", "History|Deux.")
COLONS = ("p>Year : 2017", "p>State : open", "p>Context : Un.", "p>History : Deux.")
PROSE = ("p>Une amitié.", "p>Un puits.", "p>Une école.", "p>Un pont.")
BUDGET: list[tuple[str, list[str], bool]] = [("Budget", [], True)]


def _line(text: str, path: tuple[int, ...], default: str = "p>") -> Line:
    """Make a line of stretches parted by `+`, each with its mark before it: a box's as `p>`, an element's as `p>i~`."""
    runs = []
    for part in text.split("+"):
        words = part.rpartition(">")[2].rpartition("~")[2]
        runs.append(Run(words, part.removesuffix(words).rstrip("~") or default))
    return Line("".join(run.text for run in runs), tuple(run for run in runs if run.text), path)


def _items(*rows: str) -> list[Item]:
    """Make a page of rows, each of a label and its values in boxes of their own; an empty one stands for no row."""
    lines = []
    for number, row in enumerate(filter(None, rows)):
        for place, text in enumerate(row.split("|")):
            lines.append(_line(text, (1, 5, 10 + number, 100 + 10 * number + place), "p>" if place else "b>"))
    return cut_into_items([line._replace(block=place) for place, line in enumerate(lines)], INDEX)


def _unlisted(items: list[Item], sign: str = "") -> list[tuple[str, list[str], bool]]:
    """Give the unlisted labels: their words, what stands beside them, whether they are marked as labels are."""
    found: dict[Label, int] = {}
    for number, item in enumerate(items):
        if item.label in INDEX.rank:
            found.setdefault(item.label, number)
    marks = count_marks(items, found, INDEX, count_lines(items))
    marks.sign = sign
    labels = find_unlisted(items, found, marks, INDEX, keeps_headings=True)
    return [(label.text, said(label.value), label.is_marked) for label in labels]


def _of(*rows: str, sign: str = "") -> list[tuple[str, list[str], bool]]:
    return _unlisted(_items(*rows), sign)


def test_an_unlisted_label_is_one_by_the_mark_of_the_page_unless_it_is_said_otherwise() -> None:
    assert Unlisted(3, "Budget").is_marked
    assert Unlisted(3, "Budget").value == []


@pytest.mark.parametrize("place", range(5))
def test_a_line_marked_as_labels_are_is_one_wherever_it_stands(place: int) -> None:
    assert _of(*FOUR[:place], "Budget|12", *FOUR[place:]) == BUDGET
    assert _of(*FOUR[:place], "p>Budget|12", *FOUR[place:]) == []
    assert _of(*FOUR[:place], "i>Budget|12", *FOUR[place:]) == []


@pytest.mark.parametrize(
    ("text", "is_label"),
    [
        ("x" * 120, True), ("x" * 121, False), ("Un budget.", False), ("- Budget", False), ("a) Budget", False),
        ("12) Budget", False), ("(b) Budget", False), ("1234) Budget", True), ("aa) Budget", True), ("--", False),
        ("Voir https://example.org", False), ("Role", False), ("Budget :", True),
        ("Plan X", True),
    ],
)  # fmt: skip
def test_a_sentence_an_entry_of_a_list_an_address_and_long_text_are_no_label(text: str, is_label: bool) -> None:
    assert _of(*FOUR, f"{text}|12") == ([(text.rstrip(" :"), [], True)] if is_label else [])


def test_a_label_within_its_own_section_is_none_and_another_label_once_more_is() -> None:
    assert _of(*FOUR[:3], "Context|Trois.", FOUR[3]) == []
    assert _of(*FOUR[:3], "Year|2018", FOUR[3]) == [("Year", [], True)]


def test_what_is_ignored_is_no_label() -> None:
    items = _items(*FOUR, "Budget|12")
    items[8].ignore("paginator")
    assert _unlisted(items) == []


def test_a_line_where_values_stand_is_a_value_and_one_in_a_row_of_its_own_is_a_label_however_marked() -> None:
    assert _of("Year|2017", "State|b>open", "Context|Un.", "History|Deux.") == []
    for mark in ("b>", "p>", "i>"):
        assert _of("Year|2017", "State", f"{mark}Budget|12", *FOUR[2:], "Aim|Agir.") == BUDGET


def _apart(text: str, *rows: str, label: str = "State") -> list[tuple[str, list[str], bool]]:
    """Ask of a line that stands below a label without value, further from it than any value or label from others."""
    return _apart_of(_line(text, (1, 9)), *rows, label=label)


def _apart_of(line: Line, *rows: str, label: str = "State") -> list[tuple[str, list[str], bool]]:
    items = _items(*(rows or FOUR[:1]), label, *(() if rows else (*FOUR[2:], "Aim|Agir.")))
    place = next(number for number, item in enumerate(items) if item.label is STATE) + 1
    return _unlisted([*items[:place], Item(line, line.text, line.runs), *items[place:]])


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("p>Budget", []), ("p>Budget :", BUDGET), ("b>Budget", BUDGET), ("i>Budget+p> 12", [("Budget", ["12"], True)]),
        ("i>Budget", []),
    ],
)  # fmt: skip
def test_a_line_where_no_value_stands_is_a_label_if_it_begins_like_one(
    text: str, labels: list[tuple[str, list[str], bool]]
) -> None:
    assert _apart(text) == labels


def test_a_heading_where_no_value_stands_is_a_label_and_so_is_one_marked_as_a_single_label_is() -> None:
    assert _apart_of(_line("i>Budget", (1, 9))._replace(is_heading=True)) == BUDGET
    assert _apart("i>Budget", label="i>State") == []
    assert _apart("u>Budget", *FOUR[:1], "Context|Un.", "History|Deux.", "u>Aim|Agir.") == BUDGET


def test_a_line_without_colon_is_no_label_where_colons_tell_them() -> None:
    rows = [text for text in COLONS if "State" not in text]
    assert _apart("p>Budget", *rows, *PROSE, "p>Aim : agir", label="p>State :") == []
    assert _apart("p>Budget :", *rows, *PROSE, "p>Aim : agir", label="p>State :") == BUDGET


def test_a_line_without_boxes_is_no_label_by_how_it_begins() -> None:
    items = _items(*FOUR, "Budget|12")
    items[8] = Item(items[8].block._replace(path=()), "Budget", items[8].runs)
    assert _unlisted(items) == []
    assert _apart_of(_line("p>Budget :", ())) == []
    heading = _line("h3>Budget", ())._replace(is_heading=True)
    assert _apart_of(heading, *FOUR[:1], *FOUR[2:], "h3>x", "h3>y") == [("Budget", [], False)]


@pytest.mark.parametrize("text", ["Budget : 12", "Budget: 12"])
def test_a_colon_tells_a_label_below_a_single_value_where_nothing_else_does(text: str) -> None:
    assert _of(*COLONS[:2], f"p>{text}", *COLONS[2:], *PROSE, *PROSE) == [("Budget", ["12"], True)]
    for words in ("p>Budget", "p>Budget :"):
        assert _of(*COLONS[:2], words, *COLONS[2:], *PROSE, *PROSE) == []
    assert _of(*COLONS[:1], "p>Budget.", "p>Budget : un puits.", *COLONS[1:], *PROSE, *PROSE) == [
        ("Budget", ["un puits."], True)
    ]


def test_below_long_text_a_colon_tells_a_label_only_where_no_line_near_it_reads_as_prose() -> None:
    assert _of(*COLONS[:3], "p>Budget : 12", COLONS[3]) == [("Budget", ["12"], True)]
    assert _of(*COLONS[:3], "p>Un puits.", "p>Budget : 12", COLONS[3]) == []
    assert _of(*COLONS[:3], "p>Budget : 12", "p>Un puits.", COLONS[3]) == []
    assert _of(*COLONS[:3], "p>Budget :", "p>Un puits.", COLONS[3]) == []


def test_below_a_label_without_value_a_pair_is_one_though_most_lines_of_its_mark_are_prose() -> None:
    rest = ("p>Budget : 12", COLONS[3], "p>Aim : agir", *PROSE)
    assert _of(*COLONS[:2], "p>Context :", *rest) == [("Budget", ["12"], True)]
    assert _of(*COLONS[:3], *rest) == []


def _elements(*rows: str, words: str = "Budget") -> list[tuple[str, list[str], bool]]:
    """Ask of lines of which the markup calls the first stretch with these words a label."""
    items = _items(*rows)
    for item in items:
        item.runs = tuple(run._replace(label=1) if run.text == words else run for run in item.runs)
    return _unlisted(items)


PLAIN = ("p>Year|2017", "p>State|open", "p>Context|Un.", "p>History|Deux.")


def test_what_the_markup_calls_a_label_is_one_where_labels_are_marked_so() -> None:
    for row in ("p>Budget|12", "p> +p>Budget|12"):
        assert _elements(*PLAIN, *PROSE, row) == BUDGET
    assert _elements(*PLAIN, *PROSE, "p>Budget+p> 12") == [("Budget 12", [], True)]
    assert _elements(*PLAIN, *PROSE, "p>Budget+p> 12", words=" 12") == []
    assert _elements(*PLAIN, *PROSE, "i>Budget|12") == []
    assert _elements(*PLAIN, "u>Aim|Agir.", "u>Budget|12") == BUDGET
    line = Line("Budget", (Run("Budget", "i>", label=1),), (1, 9))
    assert _apart_of(line) == []


def test_a_label_whose_first_word_is_marked_further_is_one() -> None:
    boxes = tuple(f"p>b>{row}" for row in FOUR)
    assert _of(*boxes, "p>b>i>Bud+p>b>get|12") == BUDGET
    assert _of(*boxes, "p>b>i>Budget|12") == _of(*boxes, "p>u>i>Bud+p>u>get|12") == []


def test_a_line_below_a_label_does_not_tell_against_itself() -> None:
    assert _of(*FOUR[:1], "State", "Budget|12", "u>Context|Un.", "u>History|Deux.", "u>Aim|Agir.") == BUDGET


BESIDE = ("Year+p> 2017", "State+p> open", "Context+p> Un.", "History+p> Deux.")


@pytest.mark.parametrize(
    ("row", "labels"),
    [
        ("Budget+p> 12", [("Budget", ["12"], True)]),
        ("Budget+p> : 12", []),
        ("Budget", BUDGET),
        ("Budget+p> -", [("Budget", ["-"], True)]),
        ("Budget+p> des villes", []),
        ("Budget+p> eCommerce", []),
        ("i>Budget+p> 12", []),
    ],
)
def test_marked_words_before_a_text_are_a_label_where_labels_share_their_line_so(
    row: str, labels: list[tuple[str, list[str], bool]]
) -> None:
    assert _of(*BESIDE[:3], row, BESIDE[3]) == labels


def test_marked_words_before_a_text_are_none_where_each_label_has_a_line_to_itself() -> None:
    assert _of(*FOUR[:3], "Budget+p> Douze", FOUR[3]) == []
    assert _of(*FOUR[:3], "Budget+p> -", FOUR[3]) == [("Budget", ["-"], True)]


def test_small_letters_go_on_with_marked_words_in_long_text_alone() -> None:
    row = "Budget+p> des villes"
    assert _of(*BESIDE[:2], row, *BESIDE[2:]) == [("Budget", ["des villes"], True)]
    assert _of(*BESIDE[:3], row, BESIDE[3]) == []
    assert _of(*BESIDE[:3], "Budget+i> des villes", BESIDE[3]) == []
    of_values = [row.replace("p>", "p>i~") for row in BESIDE]
    assert _of(*of_values[:3], "Budget+p>i~ des villes", of_values[3]) == [("Budget", ["des villes"], True)]
    assert _of(*BESIDE[:2], "Context", row, BESIDE[3], "Aim+p> Agir.") == [("Budget", ["des villes"], True)]


@pytest.mark.parametrize(("rest", "is_label"), [(" → douze", True), (" Douze", False), (" – douze", False)])
def test_in_long_text_the_sign_of_the_page_stands_behind_a_label(rest: str, is_label: bool) -> None:
    rows = [row.replace("p> ", "p> → ") for row in BESIDE]
    labels = _of(*rows[:3], f"Budget+p>{rest}", rows[3], sign="→")
    assert [text for text, _, _ in labels] == (["Budget"] if is_label else [])


CLOSED = ("Year :|2017", "State :|open", "Context :|Un.", "History :|Deux.")


@pytest.mark.parametrize(("opened", "is_label"), [((), False), (("Aim|Agir.",), True)])
def test_marked_words_without_colon_are_a_label_where_one_label_in_five_has_none(
    opened: tuple[str, ...], is_label: bool
) -> None:
    assert _of(*CLOSED, *opened, "Budget|12") == (BUDGET if is_label else [])
    assert _of(*CLOSED, *opened, "Budget :|12") == BUDGET


@pytest.mark.parametrize(("words", "is_label"), [("Budget+p>    : 12", True), ("Budget+p>     : 12", False)])
def test_a_colon_behind_marked_words_stands_within_five_letters(words: str, is_label: bool) -> None:
    rows = [row.replace("p>", "p> :") for row in BESIDE]
    assert [text for text, _, _ in _of(*rows, words)] == (["Budget"] if is_label else [])


def test_marked_words_within_a_line_begin_a_pair_where_labels_do() -> None:
    inside = _items("Year+p> 2017 +b>State+p> open", *BESIDE[2:], "p>x +b>Budget+p> 12")
    assert YEAR in {item.label for item in inside}
    cut = [*inside[:-1], *_parted(inside[-1])]
    assert _unlisted(cut) == [("Budget", ["12"], True)]
    value = _items("Year+p> 2017 +b>State+p> open", "Context|Un.", "History|Deux.", "Aim|b>Agir")
    assert _unlisted(value) == []
    alone = _items(*BESIDE, "p>x +b>Budget+p> 12")
    assert _unlisted([*alone[:-1], *_parted(alone[-1])]) == []


def _parted(item: Item) -> list[Item]:
    """Cut a line behind its first stretch."""
    text = "".join(run.text for run in item.runs[1:])
    return [
        Item(item.block, item.runs[0].text.strip(), item.runs[:1]),
        Item(item.block, text, item.runs[1:], continues=True),
    ]


ITEM = '<div class="item"><div class="l">{0}</div><div class="v">{1}</div></div>'
TEXTS = {"Contexte": "Un puits.", "Historique": "Depuis 1991.", "Objectif du partenariat": "Boire."}


@pytest.mark.parametrize(
    ("label", "value", "is_one"),
    [
        ("Perspectives", "Oui", True),
        ("<span>Perspectives</span>", "Oui", True),
        ("<span>Perspectives</span>", "<b>Oui</b>", True),
        ("<font>Perspectives</font>", "Oui", True),
        ('<span class="x">Perspectives</span>', "Oui", True),
        ("<em>Perspectives</em>", "Oui", False),
    ],
)
def test_a_label_behind_a_text_is_one_also_in_an_element_that_says_nothing(
    label: str, value: str, *, is_one: bool
) -> None:
    def pair(known: str, said: str) -> str:
        if known not in TEXTS:
            return ITEM.format(known, said)
        other = ITEM.format(label, value) if known == "Contexte" else ""
        return f"<h3>{known}</h3><div><p>{TEXTS[known]}</p></div>{other}"

    html = page_of(pair, title="Un jumelage", start_year="1979", status="En cours")
    record = parse(f"<html><body><main>{html}</main></body></html>".encode())
    assert [(each.label, each.text) for each in record.unread] == ([("Perspectives", "Oui")] if is_one else [])
    assert record.context == ["Un puits.", *(() if is_one else ("Perspectives", "Oui"))]
