"""Labels behind the content: marked as the known ones but for their boxes, right behind it, and no foot of the page."""

from typing import Any

import pytest
from lines import AIM, CONTEXT, HISTORY, STATE, item

from atlas_scraper.blocks.document import Run
from atlas_scraper.labelling.behind import mark_labels_behind
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.marks import Marks, Path

HEADING, TEXT = "5:div>h3>", "5:div>p[+]>"
BOX = (1, 2, 3, 9)
OUT = (1, 2)
"""The smallest element that holds the box of the labels and the last table."""


def _pairs(mark: str = HEADING, text: str = TEXT) -> list[Item]:
    """Make known labels, each with a line below it, all in one box."""
    out = []
    for place, label in enumerate((STATE, CONTEXT, HISTORY, AIM)):
        out += [item(label.spellings[0], mark, (*BOX, 10 + 2 * place), label), item("x", text, (*BOX, 11 + 2 * place))]
    return out


def _boxed(mark: str, text: str) -> list[Item]:
    """Make known labels, each in a box of its own with the line below it."""
    return [
        item(said, way, (*BOX, 10 + place, 2 * place + below), label if not below else None)
        for place, label in enumerate((STATE, CONTEXT, HISTORY, AIM))
        for below, (said, way) in enumerate(((label.spellings[0], mark), ("x", text)))
    ]


LAST = "3:td>"


def _marks(mark: str, *, are_told_by_colon: bool = False) -> Marks:
    """Count four known labels with a mark that no other line has, or has no matter how often before a colon."""
    marks = Marks()
    marks.labels[mark] = marks.valued[mark] = 4
    marks.lines[mark] = 40 if are_told_by_colon else 4
    marks.colons[mark] = 4 * are_told_by_colon
    return marks


def _behind(
    *items: Item, content: list[Item] | None = None, mark: str = "", **more: bool
) -> tuple[list[str], list[str]]:
    """Put items behind the content and a last line out of its box: what of them is kept, and which are labels then."""
    known = content or _pairs()
    mark = mark or known[0].mark
    whole = [*known, item("Brest", LAST, (*OUT, 27)), *items]
    found = [number for number, each in enumerate(known) if each.label]
    around = range(len(known) + 1, len(whole))
    before = [each.mark for each in whole]
    kept = mark_labels_behind(whole, found, around, _marks(mark, **more))
    changed = [each for each, old in zip(whole, before, strict=True) if each.mark != old]
    assert {each.mark for each in changed} <= {mark}
    return [whole[number].text for number in kept], [each.text for each in changed]


def _heading(text: str = "Budget", path: Path = (*OUT, 30), mark: str = "3:body>h3>", **more: Any) -> Item:
    return item(text, mark, path, **more)


def _text(text: str = "12", path: Path = (*OUT, 31), mark: str = "3:body>p[+]>", **more: Any) -> Item:
    return item(text, mark, path, **more)


def test_a_line_marked_as_the_labels_but_for_its_box_is_a_label_with_what_stands_below_it() -> None:
    assert _behind(_heading(), _text()) == (["Budget", "12"], ["Budget"])
    assert _behind(_heading()) == (["Budget"], ["Budget"])
    assert _behind(_heading(), _text(), _heading("Town", (*OUT, 32)), _text("Lyon", (*OUT, 33))) == (
        ["Budget", "12", "Town", "Lyon"],
        ["Budget", "Town"],
    )


def test_behind_the_last_item_is_nothing_and_the_content_may_end_with_a_label() -> None:
    assert _behind() == ([], [])
    whole = [*_pairs(), _heading(path=(1, 2, 3, 30)), _heading(path=(1, 2, 3, 31))]
    assert list(mark_labels_behind(whole, range(0, 8, 2), [8], _marks(HEADING))) == []
    ended = [*_pairs()[:-1], _heading(path=(1, 2, 3, 30)), _text(path=(1, 2, 3, 31))]
    assert list(mark_labels_behind(ended, range(0, 8, 2), [7, 8], _marks(HEADING))) == [7, 8]


@pytest.mark.parametrize("mark", ["3:body>h4>", "3:body>p[+]>", "3:body>h3>b"])
def test_a_line_marked_otherwise_is_no_label_and_nothing_behind_it_is(mark: str) -> None:
    assert _behind(_heading(mark=mark), _heading("Town", (*OUT, 32))) == ([], [])


def test_only_lines_in_what_holds_the_content_and_no_box_of_their_own_are_labels() -> None:
    assert _behind(_heading(path=(1, 40))) == ([], [])
    assert _behind(_heading(path=(1, 4, 40))) == ([], [])
    assert _behind(_heading(path=(*OUT, 30, 31))) == ([], [])
    assert _behind(_heading(path=(*OUT, 30, 31, 32))) == ([], [])


def test_right_behind_the_box_of_the_labels_is_what_stands_in_the_box_around_it() -> None:
    known = _pairs()
    found = range(0, len(known), 2)
    for path, is_label in (((1, 2, 3, 30), True), ((1, 2, 30), False)):
        whole = [*known, _heading(path=path)]
        kept = mark_labels_behind(whole, found, [len(known)], _marks(HEADING))
        assert (list(kept), whole[-1].mark == HEADING) == ([len(known)] if is_label else [], is_label)


def test_ignored_items_are_of_the_content_before_the_first_label_and_end_what_stands_below_one() -> None:
    pager, other = _text("next", (*OUT, 28)), _text("back", (*OUT, 29))
    pager.ignore("paginator")
    other.ignore("paginator")
    assert _behind(pager, other, _heading(), _text()) == (["next", "back", "Budget", "12"], ["Budget"])
    end = _text("next", (*OUT, 32))
    end.ignore("paginator")
    assert _behind(_heading(), _text(), end, _text("x", (*OUT, 33))) == (["Budget", "12"], ["Budget"])
    for alone in (pager, other):
        assert _behind(alone) == ([], [])


def _link(text: str, mark: str, path: Path) -> Item:
    made = item(text, mark, path)
    return Item(made.block, text, (Run(text, mark, "/help", interactive=True),))


def test_a_link_or_a_landmark_is_of_the_site_and_ends_the_content() -> None:
    assert _behind(_link("Budget", "3:body>h3>", (*OUT, 30))) == ([], [])
    assert _behind(_heading(landmark="footer")) == ([], [])
    for path in ((*OUT, 32), (*OUT, 33)):
        assert _behind(_heading(), _text(), _link("Town", "3:body>h3>", path))[1] == ["Budget"]
        assert _behind(_heading(), _text(), _heading("Town", path, landmark="footer"))[1] == ["Budget"]


def test_a_link_right_below_a_label_is_its_value_and_a_landmark_never_is() -> None:
    link = _link("here", "3:body>p[+]>", (*OUT, 31))
    assert _behind(_heading(), link, _text("12", (*OUT, 32))) == (["Budget", "here", "12"], ["Budget"])
    assert _behind(_heading(), _text(landmark="footer")) == (["Budget"], ["Budget"])
    assert _behind(_heading(), _text(), _link("here", "3:body>p[+]>", (*OUT, 32)), _text("x", (*OUT, 33))) == (
        ["Budget", "12"],
        ["Budget"],
    )


def test_below_a_label_stands_what_is_as_deep_as_it_or_as_deep_below_it_as_values_of_that_mark() -> None:
    assert _behind(_heading(), _text("x", (*OUT, 31, 32), "4:ul>li>"))[0] == ["Budget"]
    known = _pairs()
    known[3] = item("x", "6:ul>li>", (*BOX, 13, 14))
    inner = _text("x", (*OUT, 31, 32), "4:ul>li>")
    assert _behind(_heading(), inner, content=known)[0] == ["Budget", "x"]
    assert _behind(_heading(), _text("x", (*OUT, 31, 32), "4:ul>dd>"), content=known)[0] == ["Budget"]
    assert _behind(_heading(), _text("x", (*OUT, 31, 32), "4:ol>li>b"), content=known)[0] == ["Budget", "x"]
    assert _behind(_heading(), _text("x", (*OUT, 31, 32, 33), "5:ul>li>"), content=known)[0] == ["Budget"]
    aside = _text("aside", (*OUT, 31, 32), "4:div>i>")
    assert _behind(_heading(), aside, inner, content=known)[0] == ["Budget", "aside", "x"]


def test_what_stands_above_all_labels_tells_nothing_of_what_stands_below_one() -> None:
    known = [item("Home", "2:ul>li>", OUT), *_pairs()]
    for path in ((*OUT, 31, 32), (*OUT, 31, 32, 33, 34)):
        assert _behind(_heading(), _text("x", path, "4:ul>li>"), content=known, mark=HEADING)[0] == ["Budget"]


def test_what_is_further_out_or_in_another_box_is_not_below_a_label() -> None:
    assert _behind(_heading(), _text("x", (1, 40)))[0] == ["Budget"]
    assert _behind(_heading(), _text(), _text("x", (1, 40)), _text("y", (*OUT, 41)))[0] == ["Budget", "12"]


PAIR = "5:div>div.row[+]>b", "5:div>div.row[+]>span"


def test_a_box_of_its_own_holds_a_label_where_each_pair_has_one() -> None:
    boxed = [_heading("Budget", (*OUT, 30, 40), PAIR[0]), _text("12", (*OUT, 30, 41), PAIR[1])]
    foot = _text("Town", (*OUT, 31, 42), PAIR[1])
    assert _behind(*boxed, foot, content=_boxed(*PAIR))[0] == ["Budget", "12"]
    assert _behind(*boxed, content=_pairs(*PAIR)) == ([], [])
    again = [_heading("Budget", (*OUT, 30, 40), PAIR[0]), _text("12", (*OUT, 30, 41), PAIR[1])]
    assert _behind(*again, content=_boxed(*PAIR)[:4])[0] == ["Budget", "12"]
    deep = _heading("Budget", (*OUT, 30, 31, 40), PAIR[0])
    assert _behind(deep, content=_boxed(*PAIR)) == ([], [])
    other = _heading("Budget", (*OUT, 30, 40), "5:li>div.row[+]>b")
    assert _behind(other, content=_boxed(*PAIR)) == ([], [])


def test_a_line_in_no_box_is_marked_as_labels_are_within_their_line() -> None:
    loose = _heading(path=OUT, mark="2:html>body>b")
    below = _text("12", OUT, "2:html>body>")
    assert _behind(loose, below, content=_pairs(PAIR[0], PAIR[1])) == (["Budget", "12"], ["Budget"])
    assert [run.mark for run in loose.runs] == [PAIR[0]]
    assert _behind(_heading(path=OUT, mark="2:html>body>i"), content=_pairs(*PAIR)) == ([], [])
    assert _behind(_heading(path=OUT, mark="2:html>body>"), content=_pairs()) == ([], [])


def test_a_pair_with_a_colon_is_one_where_nothing_else_tells_labels() -> None:
    known = _pairs("5:div>p[+]>", "5:div>p[+]>:")
    pair = _text("Budget : 12")
    assert _behind(pair, content=known, are_told_by_colon=True) == (["Budget : 12"], ["Budget : 12"])
    assert _behind(_text("Budget 12"), content=known, are_told_by_colon=True) == ([], [])
    assert _behind(_text("Budget : 12", mark="3:body>li>"), content=known, are_told_by_colon=True) == ([], [])


def test_all_stretches_of_such_a_label_are_marked_where_it_stands_then() -> None:
    made = item("Budget 12", "3:body>h3>", (*OUT, 30))
    runs = (Run("Budget", "3:body>h3>"), Run(" 12", "3:body>h3>i"))
    whole = [*_pairs(), Item(made.block, "Budget 12", runs)]
    found = range(0, len(whole) - 1, 2)
    outer = Item(item("x", "3:td>", (*OUT, 27)).block, "x", (Run("x", "3:td>"),))
    whole.insert(-1, outer)
    assert list(mark_labels_behind(whole, found, [len(whole) - 1], _marks(HEADING))) == [len(whole) - 1]
    assert [run.mark for run in whole[-1].runs] == [HEADING, f"{HEADING}i"]
