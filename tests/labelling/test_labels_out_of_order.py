"""Labels in another place than the page's order: told by a mark that labels have, or by words that are a statement."""

import pytest
from lines import AIM, BOTH, CONTEXT, FUNDING, HISTORY, PARTNERS, STATE, WORDS, YEAR, cut, line

from atlas_scraper.blocks.document import Run
from atlas_scraper.labelling.assign import assign_labels
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label, LabelIndex

SAID = Label("said", ("It is so",), is_sentence=True)
COLUMNS = {PARTNERS: [["Name"], ["Country"]]}
INDEX = LabelIndex([YEAR, STATE, CONTEXT, HISTORY, BOTH, AIM, PARTNERS, SAID, FUNDING], [], ["Name"], WORDS, COLUMNS)


def _found(*texts: str) -> dict[Label, int]:
    """Assign the lines of a page; a star marks one as a heading."""
    items: list[Item] = []
    for number, text in enumerate(texts):
        words = text.lstrip("*")
        made = line(words, path=(1, 2 + number), block=number)
        items += cut_into_items([made._replace(runs=(Run(words, "h3>" if "*" in text else "p>"),))], INDEX)
    return assign_labels(items, INDEX)[0]


def test_headings_need_no_order_where_most_of_them_are_labels() -> None:
    found = _found("*Funding of it", "a", "*Partners", "b", "*Aim", "c", "*State", "open", "*Year", "2017")
    assert [label.field for label in found] == ["funding", "partners", "aim", "state", "year"]


def test_headings_of_which_most_are_no_labels_tell_none() -> None:
    others = [text for number in range(4) for text in (f"*Of {number}", "x")]
    assert list(_found("*Year", "2017", *others, "*State", "open", *others, "*Year", "2018", *others)) == [YEAR, STATE]
    assert AIM not in _found("Aim", "a", "*Year", "2017", "b", "*State", "open", "c")


def test_of_texts_that_are_all_in_another_place_those_of_one_variant_are_found() -> None:
    rest = ("*Partners", "a", "*Funding of it", "b")
    assert CONTEXT in _found(*rest, "*Year", "2017", "*Context", "Un.", "*History", "Deux.", "*State", "open")
    found = _found(*rest, "*State", "open", "*Context and history", "Un.", "*Context", "Deux.", "*Year", "2017")
    assert (BOTH in found, CONTEXT in found) == (True, False)


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (("*Partners", "Funding of it", "It is so"), 2),
        (("*Funding of it", "It is so", "a", "b"), 1),
        (("*Year", "2017", "It is so", "a"), 2),
        (("*Year", "2017", "*Aim", "a", "It is so", "b", "*Funding of it", "c"), 4),
        (("*Funding of it", "a", "*Aim", "b", "It is so"), 4),
        (("*Aim", "b", "It is so", "c", "*Partners", "d", "*Funding of it", "e"), None),
        (("*Aim", "b", "It is so", "*Partners", "d", "*Funding of it", "e", "It is so"), None),
        (("*Funding of it", "a", "*Aim", "b", "It is so", "*Of it", "c"), 4),
        (("It is so", "a", "*Funding of it", "b"), 0),
    ],
)
def test_a_statement_may_stand_anywhere_but_in_the_midst_of_a_text(lines: tuple[str, ...], place: int | None) -> None:
    assert _found(*lines).get(SAID) == place


def test_a_statement_that_the_page_has_in_its_place_is_that_one() -> None:
    found = _found("*Aim", "a", "It is so", "*Partners", "b", "It is so", "*Funding of it", "c", "It is so")
    assert found[SAID] == 5


def test_lines_in_the_page_s_order_are_not_looked_at_for_another() -> None:
    assert list(assign_labels(cut("Year", "2017", "State", "open"), INDEX)[0]) == [YEAR, STATE]
