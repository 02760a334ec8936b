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
        items = entries(*texts)
        assert read(items) == [each.text for each in items]
