"""Words that a page says again beside most of its labels, which are the site's and no part of what stands there."""

import pytest
from fragments import HEAD, LABELS, page

from atlas_scraper import Partnership, parse
from atlas_scraper.pipeline import read

TEXTS = {"Contexte": "Une ville.", "Historique": "Un lycée.", "Objectif du partenariat": "Agir.", "Description": ""}
WORDS = [
    "Options",
    "[<a href='?m=1'>modifier</a> | <a href='?m=2'>modifier le code</a>]",
    "Écouter cette partie",
    "mis à jour le 2 novembre",
    "Nouveau",
]


def _read(section: str, **texts: str) -> Partnership:
    said = {**TEXTS, **texts}
    labels = [label for label in LABELS if label != "Votre partenariat prend la forme d'un(e)"]
    body = "".join(section.format(label, f"<p>{said[label]}</p>" if said.get(label) else "") for label in labels)
    return parse(page(body).encode())


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize(
    "section",
    [
        "<div><h3>{{0}}</h3><span>{0}</span></div>{{1}}",
        "<div><h3>{{0}}</h3><button>{0}</button></div>{{1}}",
        "<section><h3>{{0}}</h3>{{1}}<p>{0}</p></section>",
        "<h3>{{0}}</h3>{{1}}<div><a href='#suite'>{0}</a></div>",
    ],
)
def test_the_same_words_beside_most_labels_are_no_part_of_what_stands_there(words: str, section: str) -> None:
    record = _read(section.format(words))
    assert (record.context, record.history, record.objective) == (["Une ville."], ["Un lycée."], ["Agir."])
    assert record.description == []
    assert record.unread == []


def test_such_words_are_checked_across_pages_as_the_frame_is() -> None:
    body = "".join(f"<div><h3>{label}</h3><i>Options</i></div><p>{label} !</p>" for label in LABELS[:4])
    assert "Options" in read(page(body).encode()).frame


def test_words_beside_two_labels_of_many_are_the_authors() -> None:
    again = dict.fromkeys(("Contexte", "Historique"), "Un puits.</p><p>Une école.")
    record = _read("<h3>{0}</h3>{1}", **again)
    assert (record.context, record.history) == (["Un puits.", "Une école."], ["Un puits.", "Une école."])


def test_words_that_are_all_that_stands_below_a_label_are_its_value() -> None:
    record = _read("<h3>{0}</h3>{1}", **dict.fromkeys(TEXTS, "À compléter."))
    assert (record.context, record.history, record.objective) == (["À compléter."], ["À compléter."], ["À compléter."])


def test_the_values_of_short_labels_may_be_the_same() -> None:
    head = HEAD.replace("<p></p>", "<p>Santé</p>", 3)
    record = parse(page("<h3>Contexte</h3><p>Une ville.</p>", head=head).encode())
    assert record.theme is not None
    assert (record.theme.theme, record.theme.subtheme, record.theme.subsubtheme) == ("Santé", "Santé", "Santé")
