"""Headings within a text, of a lower level than those of sections: they are the author's, as what stands below is."""

import pytest
from fragments import page, read

from atlas_scraper import parse

TEXT = "<h3>Contexte</h3><p>Une ville.</p>{0}<h3>Historique</h3><p>Un lycée.</p>"


@pytest.mark.parametrize("level", [4, 5, 6])
def test_a_lower_heading_within_a_text_is_a_line_of_it(level: int) -> None:
    record = read(TEXT.format(f"<h{level}>Objectifs locaux :</h{level}><p>Un puits.</p>"))
    assert record.context == ["Une ville.", "Objectifs locaux :", "Un puits."]
    assert record.unread == []


@pytest.mark.parametrize("level", [2, 3])
def test_a_heading_of_the_sections_level_or_a_higher_one_is_a_label_that_nobody_has_listed(level: int) -> None:
    record = read(TEXT.format(f"<h{level}>Bilan</h{level}><p>Un puits.</p>"))
    assert record.context == ["Une ville."]
    assert [(each.label, each.text) for each in record.unread] == [("Bilan", "Un puits.")]


@pytest.mark.parametrize(
    "below",
    [
        "<table><tr><th>Volet</th><th>Échéance</th></tr><tr><td>1</td><td>2021</td></tr></table>",
        "<p><a href='/x'>Une autre fiche</a></p>",
    ],
)
def test_a_lower_heading_over_a_table_or_links_heads_no_text(below: str) -> None:
    record = read(TEXT.format(f"<h5>Calendrier</h5>{below}"))
    assert record.context == ["Une ville."]
    assert "Calendrier" in {each.label for each in record.unread}


def test_a_lower_heading_in_a_box_of_its_own_or_behind_a_table_is_a_label() -> None:
    boxed = read(TEXT.format("<div><h5>Bilan</h5></div><p>Un puits.</p>"))
    assert boxed.context == ["Une ville."]
    behind = parse(page("<h3>Volontaires impliqués dans le partenariat</h3><h5>Bilan</h5><p>Un puits.</p>").encode())
    assert "Bilan" in behind.unread[-1].text or behind.unread[-1].label == "Bilan"
