"""Lists of pairs whose entries are closed by signs: these are the list's, where all of them have one."""

from collections.abc import Sequence

from lines import CONTEXT, INDEX, STATE, YEAR, item, said

from atlas_scraper.labelling.closed_entries import without_closing_signs
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label

LABELS = {"Year": YEAR, "State": STATE, "Context": CONTEXT}


def entries(*texts: str, box: int = 5) -> list[Item]:
    """Make the entries of a list, each `label|value` in a box of its own."""
    made: list[Item] = []
    for number, text in enumerate(texts):
        path = (1, box, 10 * box + number)
        for place, part in enumerate(text.split("|")):
            label: Label | None = LABELS.get(part)
            each = item(part, path=path, label=label)
            each.continues = place > 0
            made.append(each)
    return made


def read(items: Sequence[Item]) -> list[str]:
    return said(without_closing_signs(items, INDEX))


def test_signs_that_close_every_entry_are_left_out() -> None:
    assert read(entries("Year|2017 ;", "State|open;", "Other|x ;", "State|done.")) == [
        *("Year", "2017", "State", "open", "Other", "x", "State", "done")
    ]


def test_a_value_that_is_but_a_sign_is_none() -> None:
    assert read(entries("Year|;", "State|open ;", "Year|.")) == ["Year", "State", "open", "Year"]


def test_shorter_lists_follow_the_longest() -> None:
    long = entries("Year|2017 ;", "State|open ;", "Year|2018.")
    assert read([*long, *entries("State|done.", box=6)])[-2:] == ["State", "done"]
    assert read(entries("State|a ;", "Year|2017.")) == ["State", "a ;", "Year", "2017."]


def test_signs_of_some_entries_and_of_an_author_s_list_stay() -> None:
    for texts in (
        ("Year|2017 ;", "State|open", "Year|2018."),
        ("Year|2017 ;", "State|open ;", "Year|2018"),
        ("one|a ;", "two|b ;", "three|c."),
        ("Context|a ;", "Context|b ;", "Context|c."),
    ):
        assert read(entries(*texts)) == [part for text in texts for part in text.split("|")]


def test_a_list_has_three_entries_most_of_them_pairs_all_closed() -> None:
    for texts in (
        ("Year|2017 ;", "one|a ;", "two|b ;", "State|c."),
        ("Year|2017 ;", "State|open ;", "Year|2018 ;", "State|done"),
        ("Year|2017 ;", "State|open ;", "Year|2018.", "State|done ;"),
        ("Year ;", "State ;", "Year ;"),
    ):
        assert read(entries(*texts)) == [part for text in texts for part in text.split("|")]
    assert read(entries("Year|2017 ;", "State|open ;", "one|a ;", "Year|c ;"))[-1] == "c"


def test_the_lines_of_an_entry_are_closed_by_the_last_of_them() -> None:
    made = entries("Year|2017", "State|open ;", "Year|2018.")
    more = item("on;", path=made[1].block.path)
    assert read([*made[:2], more, *made[2:]]) == ["Year", "2017", "on", "State", "open", "Year", "2018"]


def test_the_stretches_of_an_entry_are_closed_as_its_text_is() -> None:
    made = entries("Year|2017 ;", "State|open ;", "Year|2018.")
    assert ["".join(run.text for run in each.runs) for each in without_closing_signs(made, INDEX)] == [
        *("Year", "2017", "State", "open", "Year", "2018")
    ]


def test_a_list_ends_where_its_box_does() -> None:
    made = entries("Year|2017 ;", "State|open ;", "Year|2018.")
    other = item("x", path=(1, 9, 1))
    assert read([other, *made])[:3] == ["x", "Year", "2017"]
    assert read([*made, other])[-2:] == ["2018", "x"]
