"""Which lines are labels: by the page's order, its marks, its colons, its links and its landmarks."""

import pytest
from lines import AIM, BOTH, CONTEXT, HISTORY, INDEX, PARTNERS, ROLE, STATE, WORDS, YEAR, cut, item, line

from atlas_scraper import parse
from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.assign import assign_labels
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.menus import has_value


def _found(items: list[Item], index: LabelIndex = INDEX) -> dict[Label, int]:
    found, _ = assign_labels(items, index)
    in_rounds, _ = assign_labels(items, index, in_rounds=True)
    assert found == in_rounds
    return found


def _lines(*texts: str) -> list[Item]:
    """Cut lines of a page; a star marks one as bold, an `@` as a link, a plus as part of a menu."""
    lines = []
    for number, text in enumerate(texts):
        words = text.lstrip("*@+")
        mark = "b>i" if "*" in text[: len(text) - len(words)] else "p>"
        run = Run(words, mark, interactive="@" in text[: len(text) - len(words)])
        lines.append(Line(words, (run,), (1, 2 + number), number, landmark="menu" if text.startswith("+") else ""))
    return cut_into_items(lines, INDEX)


def test_labels_are_assigned_in_the_pages_order() -> None:
    assert _found(cut("Year", "2017", "State", "open")) == {YEAR: 0, STATE: 2}
    assert list(_found(cut("Context", "Un.", "Year", "2017", "History", "Deux."))) == [CONTEXT, HISTORY]


def test_of_two_lines_with_the_words_of_a_label_the_first_that_respects_the_order_is_it() -> None:
    assert _found(cut("Context", "Un.", "History", "a", "Context", "b")) == {CONTEXT: 0, HISTORY: 2}
    assert _found(cut("Context", "a", "Context", "b", "History", "c")) == {CONTEXT: 0, HISTORY: 4}


def test_a_line_marked_as_the_other_labels_are_is_the_label() -> None:
    found = _found(_lines("*Year", "2017", "*State", "open", "*Context", "Un.", "History", "b", "*History", "c"))
    assert found[HISTORY] == 8


def test_a_label_out_of_order_is_told_by_the_mark_of_the_others() -> None:
    lines = ("*State", "open", "*Context", "Un.", "*History", "Deux.")
    assert _found(_lines(*lines, "*Year", "2017"))[YEAR] == 6
    assert YEAR not in _found(_lines(*lines, "Year", "2017"))


def test_a_link_with_the_words_of_a_label_is_an_entry_of_a_menu() -> None:
    assert _found(_lines("@Year", "2017", "Year", "2018"))[YEAR] == 2
    assert _found(_lines("@Year", "2017"))[YEAR] == 0


def test_a_label_over_a_value_is_worth_more_than_one_over_the_next_label() -> None:
    assert _found(cut("Year", "State", "Year", "2017", "State", "open")) == {YEAR: 2, STATE: 4}


@pytest.mark.parametrize(("outside", "in_menu"), [(2, True), (3, False)])
def test_labels_in_a_landmark_are_a_menus_from_three_labels_outside_on(outside: int, in_menu: bool) -> None:
    others = [text for label in ("State", "Context", "History")[:outside] for text in (label, "x")]
    assert (YEAR in _found(_lines("+Year", *others))) is in_menu


def test_a_label_that_stands_in_a_landmark_alone_is_one_if_it_has_a_value_there() -> None:
    outside = ("State", "open", "Context", "Un.", "History", "Deux.")
    assert _found(_lines("+Year", "+2017", *outside))[YEAR] == 0
    assert YEAR not in _found(_lines("+Year", "2017", *outside))
    assert _found(_lines("+Year", "+2017", "Year", "2018", *outside))[YEAR] == 2


def test_a_value_is_something_other_than_a_label_in_the_same_landmark() -> None:
    menu = item("x", landmark="menu")
    assert has_value(item("Year"), item("2017"))
    assert not has_value(item("Year"), item("State", label=STATE))
    assert not has_value(item("Year"), menu)
    assert not has_value(item("Year"), None)


def test_the_caption_of_a_table_says_its_heading_once_more() -> None:
    assert _found(cut("Partners", "Partners", "x"))[PARTNERS] == 0
    assert _found(cut("Partners", "Partners", "Partners", "x"))[PARTNERS] == 0
    assert _found(cut("Year", "Year", "2017"))[YEAR] in {0, 1}


def test_the_heading_of_a_table_is_the_label_where_it_is_a_link_as_well() -> None:
    assert _found(_lines("@Partners", "Partners", "x"))[PARTNERS] == 0
    assert _found(_lines("@Year", "Year", "2017"))[YEAR] == 1


def test_a_label_over_one_of_a_section_s_own_is_worth_less_than_the_last_with_a_value() -> None:
    assert _found(cut("Aim", "Role", "x", "Aim", "b"))[AIM] == 3
    assert _found(cut("Aim", "a", "x", "Aim", "b"))[AIM] == 0


def test_a_heading_of_any_level_with_a_button_in_it_is_no_entry_of_a_menu() -> None:
    def heading(level: int, href: str | None = None) -> Line:
        return Line("Year", (Run("Year", "p>", href, True),), (1, 2), is_heading=level)

    others = [line("2017", path=(1, 3)), line("Year", path=(1, 4)), line("2018", path=(1, 5))]
    for first, place in ((heading(1), 0), (heading(2), 0), (heading(0), 2), (heading(1, "/x"), 2)):
        assert _found(cut_into_items([first, *others], INDEX))[YEAR] == place


CONTACTS = Label("contacts", ("Contacts",), reads_itself=True)
SELVES = LabelIndex([YEAR, STATE, CONTEXT, HISTORY, CONTACTS, AIM], [ROLE], [], WORDS)


@pytest.mark.parametrize(("label", "is_label"), [("Contacts", True), ("Aim", False)])
def test_a_section_with_labels_of_its_own_has_them_as_a_value_in_a_landmark(label: str, is_label: bool) -> None:
    outside = [line(text, path=(1, place)) for place, text in enumerate(("Year", "a", "State", "b", "Context", "c"), 2)]
    inside = [line(text, path=(1, 20), landmark="footer") for text in (label, "Role")]
    found = _found(cut_into_items([*outside, *inside], SELVES), SELVES)
    assert (6 in found.values()) is is_label
    alone = _found(cut_into_items([*outside, *inside[:1]], SELVES), SELVES)
    assert 6 not in alone.values()


@pytest.mark.parametrize(
    ("closed", "opened", "chosen"),
    [(2, 0, 0), (3, 0, "last"), (4, 1, "last"), (3, 1, 0)],
)
def test_a_line_without_a_colon_is_distrusted_where_labels_have_one(
    closed: int, opened: int, chosen: int | str
) -> None:
    names = [Label(f"n{number}", (f"Label of {number}",)) for number in range(closed + opened)]
    index = LabelIndex([CONTEXT, *names, BOTH], [], [], WORDS)
    lines = ["Context", "a", "Context :"]
    for number in range(closed + opened):
        lines += [f"Label of {number}{' :' if number < closed else ''}", "x"]
    items = cut_into_items([line(text, path=(1, 2 + place), block=place) for place, text in enumerate(lines)], index)
    assert _found(items, index)[CONTEXT] == (2 if chosen == "last" else 0)


OLD = Label("old", ("Old",), variant="old")
OLDER = Label("older", ("Older",), variant="old")
NEW = Label("new", ("New",), variant="new")
VARIANTS = LabelIndex([YEAR, OLD, OLDER, NEW, AIM], [], [], WORDS)


def _variants(*texts: str) -> list[str]:
    items = cut_into_items([line(text, path=(1, 2 + place), block=place) for place, text in enumerate(texts)], VARIANTS)
    return [label.field for label in _found(items, VARIANTS)]


def test_a_page_has_the_labels_of_one_variant_and_the_words_of_the_other_are_prose() -> None:
    assert _variants("Year", "2017", "New", "a", "Old", "b", "Aim", "c") == ["year", "new", "aim"]
    assert _variants("Year", "2017", "Old", "a", "New", "b", "Older", "c") == ["year", "old", "older"]
    assert _variants("New", "a") == ["new"]
    assert _variants("Year", "2017") == ["year"]


def test_the_first_label_of_a_variant_in_a_link_is_worth_too_little_to_be_one() -> None:
    runs = (Run("Old", "p>", interactive=True),)
    entry = Line("Old", runs, (1, 90))
    items = cut_into_items([entry, line("New", path=(1, 91)), line("a", path=(1, 92))], VARIANTS)
    assert list(_found(items, VARIANTS)) == [NEW]


def test_a_heading_that_a_button_folds_is_the_label_and_a_line_of_the_text_above_it_is_not() -> None:
    def pane(label: str, *lines: str) -> str:
        text = "".join(f"<p>{line}</p>" for line in lines)
        return f"<section><h3><button type=button>{label}</button></h3><div>{text}</div></section>"

    def pair(label: str, value: str) -> str:
        return f"<div><p class=s>{label}</p><p class=b>{value}</p></div>"

    pairs = {
        "Titre": "Un puits",
        "Thématique d'intervention": "Eau",
        "Année de début du partenariat": "2012",
        "Le partenariat est": "En cours",
        "Date de fin du partenariat": "",
    }
    panes = pane("Contexte et historique", "Objectif du partenariat", "Un puits.") + pane(
        "Objectif du partenariat", "Former des agents."
    )
    form = pair("Votre partenariat prend la forme d'un(e)", "Jumelage")
    others = "".join(pane(label, "Oui") for label in ("Calendrier", "Perspectives", "Bilan"))
    panes += pane("Description détaillée du partenariat") + others
    html = "".join(map(pair, pairs.keys(), pairs.values())) + panes + form
    record = parse(f"<html><body><main>{html}</main></body></html>".encode())
    assert record.context_and_history == ["Objectif du partenariat", "Un puits."]
    assert record.objective == ["Former des agents."]
