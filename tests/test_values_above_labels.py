"""Values that stand before their labels, beside labels that nobody has listed and prose with the words of labels."""

import pytest
from fragments import page_of

from atlas_scraper import Partnership, parse

PAIRS = [
    "<table><tr><td>{1}</td><th>{0}</th></tr></table>",
    "<blockquote><p>{1}</p><cite>{0}</cite></blockquote>",
]
VALUES = {"title": "Un jumelage", "start_year": "2001", "status": "En cours"}
LONG = {
    "contexte": "Une ville.<br>Un fleuve.",
    "historique": "Un lycée.<br>Contexte",
    "objectif du partenariat": "Agir.",
}


def _assert_is_read(record: Partnership, history: tuple[str, ...] = ("Un lycée.", "Contexte")) -> None:
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2001, "En cours")
    assert (record.context, tuple(record.history)) == (["Une ville.", "Un fleuve."], history)
    assert record.objective == ["Agir."]


@pytest.mark.parametrize("pair", PAIRS)
def test_prose_above_its_label_may_end_with_the_words_of_another(pair: str) -> None:
    record = parse(page_of(pair.format, **VALUES, **LONG).encode())
    _assert_is_read(record)
    assert not record.unread


@pytest.mark.parametrize("pair", PAIRS)
def test_an_unlisted_label_below_its_value_moves_no_other_value(pair: str) -> None:
    goal = pair.format("Objectif du partenariat", "Agir.")
    page = page_of(pair.format, **VALUES, **LONG).replace(goal, pair.format("Évaluation", "Annuelle.") + goal)
    record = parse(page.replace("<br>Contexte", "").encode())
    _assert_is_read(record, history=("Un lycée.",))
    assert "Annuelle." in str(record.unread)


@pytest.mark.parametrize("box", ['<div class="ferme">', '<div style="display: none">', "<div hidden>"])
@pytest.mark.parametrize("pair", PAIRS)
def test_a_pane_with_few_labels_below_their_values_is_read_as_the_others_are(pair: str, box: str) -> None:
    first = pair.format("Contexte", LONG["contexte"])
    panes = page_of(pair.format, **VALUES, **LONG).replace(
        first, f"</div>{box.replace('<div', '<div role=tabpanel')}{first}"
    )
    _assert_is_read(parse(f"<main><div role=tabpanel>{panes}</div></main>".encode()))
