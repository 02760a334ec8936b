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


def _read(pair: str, label: str, *, are_behind: bool = False, behind_context: str = "", above: str = "") -> Partnership:
    """Read a page of pairs, the words of one label in an element of their own; the facts may stand behind the texts."""
    behind: list[str] = []

    def write(known: str, value: str) -> str:
        if known not in FACTS:
            other = behind_context if known == "Contexte" else ""
            return f"<h3>{known}</h3><p>{value}</p>{other}" if value else f"<h3>{known}</h3>"
        html = pair.format(f"<span>{known}</span>" if known == label else known, value)
        if are_behind:
            behind.append(html)
        return "" if are_behind else html

    content = page_of(write, **VALUES, contexte="Un puits.")
    return parse(f"<html><body><div>{above}{content}</div><div>{''.join(behind)}</div></body></html>".encode())


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


@pytest.mark.parametrize(
    "pair",
    [
        "<p><span class=l>{0}</span> <span class=v>{1}</span></p>",
        "<p><span class=l>{0} :</span> {1}</p>",
        "<p><span class=l>{0}</span> : {1}</p>",
        "<div><div><span><span class=l>{0}</span></span></div><div><span>{1}</span></div></div>",
    ],
)
@pytest.mark.parametrize("known", ["", "Le partenariat est"])
def test_an_unlisted_label_in_such_an_element_within_another_is_no_text(pair: str, known: str) -> None:
    unlisted = pair.format("<span>Perspectives</span>", "Oui")
    record = _read(pair, known, behind_context=unlisted)
    assert (record.context, [(each.label, each.text) for each in record.unread]) == (
        ["Un puits."],
        [("Perspectives", "Oui")],
    )


def test_a_first_word_in_such_an_element_in_a_text_is_no_label() -> None:
    pair = "<p><span class=l>{0} :</span> {1}</p>"
    record = _read(pair, "", behind_context="<p><span>Le puits</span> : un don.</p>")
    assert (record.context, record.unread) == (["Un puits.", "Le puits : un don."], [])


def test_a_label_within_a_section_in_such_an_element_stays_there() -> None:
    post = (
        "<h3>Contacts dans le poste diplomatique « Ambassade de France à Ottawa »</h3>"
        "<h3>Correspondant coopération décentralisée</h3><p>Ana NOM</p>"
        "<h3><span>Courriel :</span></h3><p>ana[at]example.org</p>"
    )
    record = _read("<div><p class=l>{0}</p><p class=v>{1}</p></div>", "", above=post)
    assert record.post
    assert [contact.email for contact in record.post.contacts] == ["ana@example.org"]
