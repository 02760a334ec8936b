"""Labels of which some stand in an element that says nothing, as an editor's `<span>`, and the others do not."""

import pytest
from fragments import page_of

from atlas_scraper import Partnership, parse

FACTS = ("Titre", "Année de début du partenariat", "Le partenariat est", "Date de fin du partenariat")
VALUES = {
    "title": "Un jumelage",
    "start_year": "1979",
    "status": "En cours",
    "date de fin du partenariat": "01/02/2019",
}


def _read(pair: str, label: str, *, are_behind: bool = False) -> Partnership:
    """Read a page of pairs, the words of one label in an element of their own; the facts may stand behind the texts."""
    behind: list[str] = []

    def write(known: str, value: str) -> str:
        if known not in FACTS:
            return f"<h3>{known}</h3><p>{value}</p>" if value else f"<h3>{known}</h3>"
        html = pair.format(f"<span>{known}</span>" if known == label else known, value)
        if are_behind:
            behind.append(html)
        return "" if are_behind else html

    content = page_of(write, **VALUES, contexte="Un puits.")
    return parse(f"<html><body><div>{content}</div><div>{''.join(behind)}</div></body></html>".encode())


@pytest.mark.parametrize("label", FACTS[:3])
@pytest.mark.parametrize("are_behind", [False, True])
def test_a_label_in_such_an_element_is_one_like_the_others(label: str, *, are_behind: bool) -> None:
    record = _read("<div><p class=l>{0}</p><p class=v>{1}</p></div>", label, are_behind=are_behind)
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 1979, "En cours")
    assert (record.context, record.unread) == (["Un puits."], [])


@pytest.mark.parametrize("label", FACTS[:3])
def test_a_label_in_such_an_element_below_its_value_is_one_like_the_others(label: str) -> None:
    record = _read("<div><p class=v>{1}</p><p class=l>{0}</p></div>", label)
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 1979, "En cours")
