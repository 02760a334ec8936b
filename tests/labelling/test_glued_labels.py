"""Labels that a converter glued to what stands behind them, in the text of the label above."""

import pytest
from lines import AIM, BOTH, CONTEXT, INDEX, PARTNERS, ROLE, STATE, WORDS, YEAR, cut, line, page, said

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.glued import find_glued, part_glued
from atlas_scraper.labelling.labels import Label, LabelIndex


def _glued(*texts: str, above: Label = AIM) -> list[tuple[Label, int, int]]:
    items = cut("x", *texts)
    return find_glued({above: 0}, {above: items[1:]}, INDEX)


@pytest.mark.parametrize(
    ("text", "is_glued"),
    [
        ("Context and history2017 : a", True),
        ("Context and history* a", True),
        ("Context and historyA town", True),
        ("YearA", True),
        ("Year2017", False),
        ("Context and history of it", False),
        ("Context and history: a", False),
        ("Context and history", False),
        ("Context and historys", False),
        ("The Context and history2017", False),
    ],
)
def test_a_label_is_glued_where_a_capital_or_behind_a_long_one_a_sign_follows(text: str, is_glued: bool) -> None:
    assert bool(_glued(text)) is is_glued


def test_glued_labels_are_said_by_the_first_and_how_many_more() -> None:
    assert _glued("a", "YearA", "b", "StateB") == [(AIM, 2, 1)]


def test_only_texts_and_labels_that_the_page_does_not_have_are_looked_at() -> None:
    assert _glued("YearA", above=YEAR) == []
    items = cut("x", "y", "Context and history2017")
    assert find_glued({BOTH: 0, CONTEXT: 1}, {BOTH: [], CONTEXT: items[2:]}, INDEX) == []


def _parted(*texts: str) -> list[str]:
    blocks = [line(text, "p>", block=place) for place, text in enumerate(texts)]
    return said(part_glued(page(*blocks, rendition="markdown"), INDEX).blocks)


GLUED = ("StateOpen", "ContextA town", "Context and history2017 : a")


def test_labels_that_a_converter_glued_to_their_values_are_put_on_lines_of_their_own() -> None:
    assert _parted(*GLUED) == ["State", "Open", "Context", "A town", "Context and history", "2017 : a"]


@pytest.mark.parametrize("text", ["Year2017", "Year{none}"])
def test_where_several_are_glued_so_is_a_short_one_to_a_number_or_a_sign(text: str) -> None:
    assert _parted(*GLUED, text)[-2:] == ["Year", text[4:]]


@pytest.mark.parametrize(
    "text", ["Year", "Year 2017", "Yearly", "Years", "Year: 2017", "Aims", "Year* : 2017", "Year*:"]
)
def test_a_label_that_nothing_is_glued_to_stays_as_it_is(text: str) -> None:
    assert _parted(*GLUED, text)[6:] == [text]


@pytest.mark.parametrize("texts", [GLUED[:2], (*GLUED[:2], "StateClosed"), (*GLUED[1:], "State", "StateOpen")])
def test_what_few_labels_have_or_one_that_stands_whole_as_well_is_no_habit(texts: tuple[str, ...]) -> None:
    assert _parted(*texts) == [*texts]


def test_a_label_that_stands_whole_in_a_link_alone_is_that_of_a_menu() -> None:
    link = Line("State", (Run("State", "a>", "/state", interactive=True),))
    blocks = [link, *(line(text, "p>", block=place) for place, text in enumerate(GLUED))]
    assert said(part_glued(page(*blocks, rendition="markdown"), INDEX).blocks)[:3] == ["State", "State", "Open"]


SIZE, LENGTH = Label("size", ("Size", "The size of it"), fits=str.isdigit), Label("length", ("Length",))
SIZES = LabelIndex([YEAR, STATE, SIZE, LENGTH, CONTEXT, PARTNERS], [ROLE], [], WORDS)
RUN_ON = ("Year 2017", "State Open", "Size 12", "Length 3")


def _made(text: str) -> Line:
    return line(text, "p>")


@pytest.mark.parametrize("missing", [None, *range(4)])
def test_labels_that_a_blank_alone_parts_from_their_values_are_put_apart_where_four_are(missing: int | None) -> None:
    texts = [text for number, text in enumerate(RUN_ON) if number != missing]
    apart = ["Year", "2017", "State", "Open", "Size", "12", "Length", "3"]
    assert said(part_glued(page(*map(_made, texts)), SIZES).blocks) == (apart if missing is None else texts)


@pytest.mark.parametrize(
    "text",
    [
        "State of things",
        "Year Fine",
        "Size of 12",
        "Context Open",
        "Partners Open",
        "A state Open",
        "State open",
        "State : Open",
    ],
)
def test_other_texts_that_begin_with_a_label_stay_whole(text: str) -> None:
    assert text in said(part_glued(page(*map(_made, (*RUN_ON, text))), SIZES).blocks)


def test_of_several_lines_that_begin_with_a_label_the_first_is_put_apart() -> None:
    assert said(part_glued(page(*map(_made, (*RUN_ON, "State Closed"))), SIZES).blocks)[-1] == "State Closed"


def test_labels_within_a_section_are_put_apart_wherever_they_stand() -> None:
    texts = (*RUN_ON, "Role Ana", "Role Bea")
    assert said(part_glued(page(*map(_made, texts)), SIZES).blocks)[-4:] == ["Role", "Ana", "Role", "Bea"]


def test_stretches_of_a_label_and_its_value_are_cut_where_the_label_ends() -> None:
    runs = (Run("  The ", "p>"), Run("Size", "b>"), Run(" of it ", "p>"), Run("12", "b>"))
    label, value = part_glued(
        page(*map(_made, RUN_ON[:2]), Line("The Size of it 12", runs), _made(RUN_ON[3])), SIZES
    ).blocks[4:6]
    assert isinstance(label, Line)
    assert isinstance(value, Line)
    assert ([run.text for run in label.runs], [run.text for run in value.runs]) == (
        ["  The ", "Size", " of it"],
        [" ", "12"],
    )


def test_a_label_in_a_stretch_of_its_own_needs_no_such_cut() -> None:
    marked = Line("Size 12", (Run("Size", "b>"), Run(" 12", "p>")))
    assert part_glued(page(*map(_made, RUN_ON[:2]), marked, _made(RUN_ON[3])), SIZES).blocks[2] is marked


@pytest.mark.parametrize("value", ["Open", "« open »", '"open"', "“open”", "„open“", "12"])
def test_a_value_behind_a_blank_begins_with_a_capital_a_number_or_a_quotation_mark(value: str) -> None:
    texts = ("Year 2017", f"State {value}", "Size 12", "Length 3")
    assert said(part_glued(page(*map(_made, texts)), SIZES).blocks)[2:4] == ["State", value]


@pytest.mark.parametrize("value", ["open", "(open)"])
def test_where_it_begins_otherwise_the_label_is_an_author_s_word(value: str) -> None:
    texts = ("Year 2017", f"State {value}", "Size 12", "Length 3")
    assert said(part_glued(page(*map(_made, texts)), SIZES).blocks) == [*texts]


def test_two_of_four_labels_with_values_of_their_kind_tell_a_converter_that_writes_blanks() -> None:
    index = LabelIndex([YEAR, STATE, Label("width", ("Width",)), LENGTH, CONTEXT], [ROLE], [], WORDS)
    texts = ("Year 2017", "State Open", "Width 12", "Length 3")
    assert said(part_glued(page(*map(_made, texts)), index).blocks) == [*texts]


def test_a_label_that_ends_with_a_stretch_leaves_nothing_of_it_to_its_value() -> None:
    runs = (Run("The ", "p>"), Run("Size of it", "b>"), Run(" 12", "i>"))
    texts = (*RUN_ON[:2], RUN_ON[3])
    label, value = part_glued(page(*map(_made, texts), Line("The Size of it 12", runs)), SIZES).blocks[-2:]
    assert isinstance(label, Line)
    assert isinstance(value, Line)
    assert (label.runs, value.runs) == (runs[:2], runs[2:])
