"""Rows of labels with nothing between them: menus, where the page has most of them elsewhere with their values."""

import pytest
from fragments import page_of
from lines import INDEX, line

from atlas_scraper import parse
from atlas_scraper.blocks.document import Line
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.menus import without_menus

MENU = ["Year", "State", "Context", "Aim", "Partners"]
"""More than enough for one."""


def kept(texts: list[str], *, box: int = 0) -> list[str]:
    """Give the lines that may still be labels: those of the first box, of so many lines, and the others."""
    lines: list[Line] = [line(text, path=(1, 2 if at < box else 3 + at, 50 + at)) for at, text in enumerate(texts)]
    items = without_menus(cut_into_items(lines, INDEX), INDEX)
    return [f"{number} {item.text}" for number, item in enumerate(items) if item.label is not None]


def test_a_row_of_labels_that_stand_below_with_their_values_is_a_menu() -> None:
    texts = [*MENU, "Welcome", "Year", "2017", "State", "open", "Context", "Words"]
    assert kept(texts) == ["3 Aim", "4 Partners", "6 Year", "8 State", "10 Context"]


def test_entries_behind_those_are_of_the_menu_where_they_are_of_one_list() -> None:
    texts = [*MENU, "Welcome", "Year", "2017", "State", "open", "Context", "Words"]
    assert kept(texts, box=5) == ["6 Year", "8 State", "10 Context"]


def test_entries_between_those_are_of_the_menu() -> None:
    texts = [*MENU, "Welcome", "Year", "2017", "Context", "Words", "Partners", "Brest"]
    assert kept(texts) == ["6 Year", "8 Context", "10 Partners"]


@pytest.mark.parametrize(
    "texts",
    [
        [*MENU, "Welcome", "Year", "2017", "State", "open"],  # two of five
        [*MENU[:3], "Welcome", "Year", "2017", "State", "open", "Context", "Words"],  # three in a row
        [*MENU, "Welcome", "Year", "State", "Context"],  # with nothing below them either
        [*MENU, "Words"],
    ],
)
def test_a_row_of_labels_is_no_menu_where_fewer_have_values_elsewhere(texts: list[str]) -> None:
    assert kept(texts) == [f"{at} {text}" for at, text in enumerate(texts) if INDEX.find(text)]


def test_a_menu_of_four_is_one_where_three_of_them_have_values() -> None:
    texts = [*MENU[:4], "Welcome", "Year", "2017", "State", "open", "Context", "Words"]
    assert kept(texts) == ["3 Aim", "5 Year", "7 State", "9 Context"]


def test_the_label_right_below_a_menu_is_none_of_it() -> None:
    assert kept([*MENU[:4], "Year", "2017", "State", "open", "Context", "Words"]) == [
        "3 Aim", "4 Year", "6 State", "8 Context",
    ]  # fmt: skip


@pytest.mark.parametrize("entry", ["<li>{}</li>", '<li><a href="#{}">{}</a></li>'])
def test_the_title_is_read_below_a_list_of_labels_in_another_order(entry: str) -> None:
    def pair(label: str, value: str) -> str:
        return f"<p>{label}</p><p>{value}</p>" if value else f"<p>{label}</p>"

    words = ["Titre", "Contexte", "Historique", "Le partenariat est", "Thématique d'intervention"]
    menu = "".join(entry.format(label, label) for label in words)
    content = page_of(pair, title="Un jumelage", contexte="Un texte.", historique="Un autre.", status="En cours")
    record = parse(f"<html><body><ol>{menu}</ol><div>{content}</div></body></html>".encode())
    assert (record.title, record.context, record.history) == ("Un jumelage", ["Un texte."], ["Un autre."])
