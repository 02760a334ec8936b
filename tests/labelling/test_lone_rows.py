"""A pair on one line that is alone in its list, where those beside each other are told to be rows of a table."""

import pytest
from fragments import page_of

from atlas_scraper import Partnership, parse

FACTS = ("Titre", "Année de début du partenariat", "Le partenariat est", "Date de fin du partenariat")


def _read(row: str, behind_context: str, *, is_known_alone: bool = False) -> Partnership:
    """Read a page whose facts are rows of one list, and its texts below headings, with something behind the first."""
    alone = "Date de fin du partenariat" if is_known_alone else ""

    def write(known: str, value: str) -> str:
        if known in FACTS:
            pair = row.format(known, value or "01/02/2019")
            return f"</ul><ul>{pair}</ul>" if known == alone else pair
        return f"</ul><h3>{known}</h3><p>{value}</p>{behind_context if known == 'Contexte' else ''}<ul>"

    content = page_of(write, title="Un jumelage", start_year="1979", status="En cours", contexte="Un puits.")
    page = f"<html><body><main><ul>{content}</ul></main></body></html>".replace("<ul></ul>", "")
    return parse(page.encode())


@pytest.mark.parametrize(
    "row",
    [
        '<li class="x item"><span class=r></span><span class=t><b class=l>{0}</b><b class=v>{1}</b></span></li>',
        '<li class="x item"><span class=l>{0}: </span>\n<span class=v>{1}</span></li>',
    ],
)
@pytest.mark.parametrize("value", ["Oui", "eau et jeunesse"])
@pytest.mark.parametrize("is_known_alone", [False, True])
def test_an_unlisted_label_alone_in_its_list_is_no_text(row: str, value: str, *, is_known_alone: bool) -> None:
    record = _read(row, f"<ul>{row.format('Budget', value)}</ul>", is_known_alone=is_known_alone)
    assert (record.context, [(each.label, each.text) for each in record.unread]) == (["Un puits."], [("Budget", value)])


@pytest.mark.parametrize("item", ["<li class=x>Budget : un don</li>", "<li class=x><b>Budget</b> : un don</li>"])
def test_an_entry_alone_in_a_list_of_a_text_is_text(item: str) -> None:
    row = "<li class=x><span class=l>{0} :</span> <span class=v>{1}</span></li>"
    assert len(_read(row, f"<ul>{item}</ul>").context) == 2
