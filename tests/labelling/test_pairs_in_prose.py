"""Lines of text that may be labels with their values, told by a colon, a sign, brackets or a mark that values share."""

import pytest
from lines import CONTEXT, HISTORY, PARTNERS, STATE, YEAR, item, table

from atlas_scraper.blocks.document import Run
from atlas_scraper.labelling.colons import may_be_prose, pairs_in_prose, reads_as_pair
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.marks import Marks

PAIR = "Publics : tous"


@pytest.mark.parametrize(
    ("text", "is_pair"),
    [
        (PAIR, True), ("Publics :", True), ("Publics tous", False), (": tous", False), ("https://example.org", False),
        ("Publics : tous.", False), ("- Publics : tous", False), ("x" * 119 + ":", True), ("x" * 120 + ":", False),
    ],
)  # fmt: skip
def test_a_line_with_a_colon_in_it_reads_as_a_pair_unless_it_is_a_sentence_or_an_address(
    text: str, is_pair: bool
) -> None:
    assert reads_as_pair(text) is is_pair


def _marks(**counts: int) -> Marks:
    """Make the counts of one mark."""
    marks = Marks()
    for name, count in counts.items():
        getattr(marks, name)["p>"] = count
    return marks


def _may_be_prose(
    texts: list[str], number: int, *known: int, labels: int = 6, is_apart: bool = False, other: str = "p>"
) -> bool:
    """Ask of a line among others with its mark, six of ten of which are labels unless it is said otherwise."""
    items = [item(text, "p>" if place == number else other) for place, text in enumerate(texts)]
    return may_be_prose(items, number, known, _marks(labels=labels, lines=10), is_apart=is_apart)


@pytest.mark.parametrize(
    ("texts", "number", "known", "is_prose"),
    [
        ([PAIR], 0, [], False),
        ([PAIR, "Un."], 0, [], True),
        (["Un.", PAIR], 1, [], True),
        (["Un.", PAIR, PAIR], 2, [], True),
        ([PAIR, PAIR, "Un.", PAIR], 0, [], True),
        ([PAIR, PAIR], 0, [], False),
        ([PAIR, "Un."], 0, [1], False),
        (["Un.", PAIR], 1, [0], False),
        ([PAIR, PAIR, "Un."], 0, [1], False),
        (["Un.", PAIR, PAIR], 2, [1], False),
        (["Un.", PAIR, "Context", "Un."], 1, [2], True),
        ([PAIR, "Context", "Un."], 0, [1], False),
        ([PAIR, *[PAIR] * 48, "Un."], 0, [], True),
        ([PAIR, *[PAIR] * 49, "Un."], 0, [], False),
        (["Un.", *[PAIR] * 48, PAIR], 49, [], True),
        (["Un.", *[PAIR] * 49, PAIR], 50, [], False),
    ],
)
def test_a_line_with_a_colon_may_be_prose_where_one_marked_so_within_fifty_lines_is(
    texts: list[str], number: int, known: list[int], is_prose: bool
) -> None:
    assert _may_be_prose(texts, number, *known) is is_prose
    assert not _may_be_prose(texts, number, *known, other="b>")


def test_what_goes_on_with_a_line_shows_no_prose() -> None:
    items = [item(PAIR), item("Un.")]
    items[1].continues = True
    assert not may_be_prose(items, 0, (), _marks(labels=6, lines=10), is_apart=False)


@pytest.mark.parametrize(
    ("labels", "is_apart", "is_prose"), [(6, False, False), (5, False, True), (5, True, False), (6, True, False)]
)
def test_a_line_with_a_colon_is_no_prose_where_three_in_five_lines_of_its_mark_are_labels(
    labels: int, is_apart: bool, is_prose: bool
) -> None:
    assert _may_be_prose([PAIR], 0, labels=labels, is_apart=is_apart) is is_prose


HEADS = [item("Year", "b>", (1, 2, 3), YEAR), item("2017", "i>", (1, 2, 4))]


def _pairs(label: Label, marks: Marks, *section: Item, heads: list[Item] | None = None) -> list[tuple[str, str, int]]:
    """Give the pairs among the lines below a label that follows another: its field, the first, how many more."""
    items = [*(heads or HEADS), item(label.field, "b>", (1, 4, 5), label)]
    found = {each.label: number for number, each in enumerate(items) if each.label}
    sections = {each: items[number + 1 : number + 2] for each, number in found.items()} | {label: list(section)}
    pairs = pairs_in_prose([*items, *section], found, sections, marks)
    return [(each.field, [*items, *section][place].text, more) for each, place, more in pairs]


def _line(text: str, mark: str = "p>", path: tuple[int, ...] = (1, 4, 6)) -> Item:
    return item(text, mark, path)


def _going_on(text: str) -> Item:
    made = _line(text)
    made.continues = True
    return made


TOLD = _marks(colons=2, labels=2, lines=20)


@pytest.mark.parametrize(
    ("text", "may_be_pair"),
    [
        (PAIR, True), ("Publics :", False), ("Publics : -", False), ("Publics tous", False), (f"{PAIR}.", False),
        ("Les publics, : tous", False), ("Les publics. : tous", False), (": tous", False),
        ("https://example.org", False), (f"{'x' * 116} : a", True), (f"{'x' * 117} : a", False),
    ],
)  # fmt: skip
def test_a_line_with_a_colon_may_be_a_pair_where_a_colon_is_all_that_tells_labels(text: str, may_be_pair: bool) -> None:
    assert _pairs(CONTEXT, TOLD, _line(text)) == ([("context", text, 0)] if may_be_pair else [])


def test_pairs_are_counted_below_each_label_that_holds_prose() -> None:
    lines = [_line(text) for text in ("Un.", "Perspectives : 2019", "Deux.", PAIR, "Budget : 12")]
    assert _pairs(CONTEXT, TOLD, *lines) == [("context", "Perspectives : 2019", 2)]
    assert _pairs(STATE, TOLD, *lines) == _pairs(PARTNERS, TOLD, *lines) == []


def test_a_line_that_goes_on_or_has_no_box_or_another_mark_is_no_pair_with_a_colon() -> None:
    assert _pairs(CONTEXT, TOLD, _going_on(PAIR), _line(PAIR, path=()), _line(PAIR, "i>")) == []
    assert _pairs(CONTEXT, TOLD, Item(table(PAIR), PAIR)) == []
    assert _pairs(CONTEXT, _marks(colons=1, labels=2, lines=20), _line(PAIR)) == []


@pytest.mark.parametrize(
    ("closed", "opened", "text", "may_be_label"),
    [
        (3, 0, "Publics :", True), (2, 0, "Publics :", False), (4, 1, "Publics :", True), (3, 1, "Publics :", False),
        (3, 0, "Publics", False), (3, 0, "- Publics :", False), (3, 0, "Les publics,:", False),
        (3, 0, "x" * 119 + ":", True), (3, 0, "x" * 120 + ":", False), (3, 0, PAIR, False),
        (3, 0, "x" * 118 + "::", True), (3, 0, "x" * 119 + "::", False),
    ],
)  # fmt: skip
def test_a_line_that_ends_with_a_colon_may_be_a_label_where_nearly_all_labels_do(
    closed: int, opened: int, text: str, may_be_label: bool
) -> None:
    marks = _marks(closed=closed, opened=opened, labels=2)
    assert _pairs(CONTEXT, marks, _line(text)) == ([("context", text, 0)] if may_be_label else [])


def test_a_line_with_a_colon_at_its_end_is_judged_as_a_pair_where_labels_mostly_have_none() -> None:
    marks = _marks(colons=2, closed=2, opened=3, labels=5, lines=20)
    assert _pairs(CONTEXT, marks, _line(PAIR), _line("Publics :")) == [("context", PAIR, 0)]


@pytest.mark.parametrize(
    ("text", "may_be_pair"),
    [
        ("Publics → tous", True), ("Publics tous", False), ("Publics – tous", False), ("→ tous", False),
        ("Les publics, → tous", False), (f"{'x' * 119} → a", True), (f"{'x' * 120} → a", False),
        ("Publics :", False),
    ],
)  # fmt: skip
def test_a_line_with_the_sign_of_the_page_may_be_a_pair(text: str, may_be_pair: bool) -> None:
    marks = _marks(labels=2)
    marks.sign = "→"
    assert _pairs(CONTEXT, marks, _line(text)) == ([("context", text, 0)] if may_be_pair else [])
    assert _pairs(CONTEXT, marks, _line(text, "i>")) == []


def test_a_line_in_a_bracket_may_be_a_label_where_three_labels_begin_with_one() -> None:
    for count, text, goes_on, may_be_label in (
        (3, "[Publics] tous", False, True),
        (2, "[Publics] tous", False, False),
        (3, "[publics] tous", False, False),
        (3, "(Publics) tous", False, False),
        (3, "[", False, False),
        (3, "[Publics] tous", True, False),
        (3, "[UN", False, True),
    ):
        labels = [item(f"[{label.field}] x", "b>", (1, 2, 3), label) for label in (YEAR, STATE, HISTORY)[:count]]
        line = _going_on(text) if goes_on else _line(text)
        assert _pairs(CONTEXT, Marks(), line, heads=labels) == ([("context", text, 0)] if may_be_label else [])


def _stretches(mark: str, *texts: str) -> Item:
    runs = tuple(Run(text, mark if not place else "p>") for place, text in enumerate(texts))
    line = _line("".join(texts))
    return Item(line.block, line.text, runs)


def test_first_words_marked_as_labels_that_share_their_line_with_values_may_be_one() -> None:
    marks = Marks()
    marks.labels["b>"] = marks.lines["b>"] = 3
    marks.bare_shares["b>"] = 1
    line = _stretches("b>", "Publics", " tous")
    assert _pairs(CONTEXT, marks, line) == [("context", "Publics tous", 0)]
    assert _pairs(CONTEXT, marks, _stretches("b>", "Publics"), _stretches("i>", "Publics", " tous")) == []
    assert _pairs(PARTNERS, marks, line) == _pairs(STATE, marks, line) == []
    line.continues = True
    assert _pairs(CONTEXT, marks, line) == []


def test_first_words_tell_nothing_where_no_label_shares_its_line_or_the_mark_sets_none_apart() -> None:
    line = _stretches("b>", "Publics", " tous")
    for name, lines in (("shares", 3), ("bare_shares", 7)):
        marks = Marks()
        marks.labels["b>"], marks.lines["b>"] = 3, lines
        getattr(marks, name)["b>"] = 1
        assert _pairs(CONTEXT, marks, line) == []


ALIKE = _marks(labels=4, values=2, lines=20)
BELOW = _line("tous", path=(1, 6, 8))


@pytest.mark.parametrize(
    ("text", "may_be_label"),
    [
        ("Publics", True), ("publics", False), ("Publics.", False), ("Publics : tous", False), ("Publics:x", False),
        ("Publics :", True), ("X" * 60, True), ("X" * 61, False), ("P", True),
    ],
)  # fmt: skip
def test_a_short_line_that_stands_as_a_next_label_does_may_be_one_where_values_are_marked_alike(
    text: str, may_be_label: bool
) -> None:
    for label in (CONTEXT, STATE):
        pairs = _pairs(label, ALIKE, _line(text, path=(1, 6, 7)), BELOW)
        assert pairs == ([(label.field, text, 0)] if may_be_label else [])
    assert _pairs(PARTNERS, ALIKE, _line(text, path=(1, 6, 7)), BELOW) == []


def test_a_line_that_stands_elsewhere_or_over_no_line_is_no_label_among_values_marked_alike() -> None:
    at = (1, 6, 7)
    going_on, known = _going_on("Publics"), item("Publics", "p>", at, HISTORY)
    for line in (_line("Publics"), _line("Publics", path=()), _line("Publics", "i>", at), going_on, known):
        assert _pairs(CONTEXT, ALIKE, line, BELOW) == []
    assert _pairs(CONTEXT, ALIKE, _line("Publics", path=at)) == []
    assert _pairs(CONTEXT, ALIKE, _line("Publics", path=at), Item(table("tous"), "tous")) == []
    assert _pairs(CONTEXT, ALIKE, Item(table("Publics", path=at), "Publics"), BELOW) == []
    assert _pairs(CONTEXT, ALIKE, BELOW, _line("Publics", path=at), _line("tous")) == [("context", "Publics", 0)]


def test_a_value_of_one_line_is_never_a_label() -> None:
    labels = [item(f"[{label.field}] x", "b>", (1, 2, 3), label) for label in (YEAR, CONTEXT, HISTORY)]
    assert _pairs(STATE, ALIKE, _line("[Publics] tous"), heads=labels) == []


def test_capitals_tell_a_label_that_stands_as_the_next_one_does_where_they_tell_the_others() -> None:
    marks = Marks()
    marks.labels["^p>"] = 4
    assert _pairs(CONTEXT, marks, _line("PUBLICS", path=(1, 6, 7)), BELOW) == [("context", "PUBLICS", 0)]
    for line in (_line("Publics", path=(1, 6, 7)), _line("PUBLICS", "i>", (1, 6, 7)), _line("PUBLICS")):
        assert _pairs(CONTEXT, marks, line, BELOW) == []
