"""Labels that nobody has listed behind the box of the content and the last table: kept, other than the page's foot."""

import pytest
from fragments import page, page_of, table

from atlas_scraper import Partnership, parse

VOLUNTEERS = table("Volontaires impliqués dans le partenariat", "Nom|Prénom|Mission", "LEROUX|Zoé|Santé")
FOOT = "<div id=bas><p>Délégation pour l'action extérieure</p></div>"


def read(behind: str, *, box: str = "div") -> Partnership:
    """Read a page whose last table stands behind the box of its labels, and something else behind that."""
    whole = page(VOLUNTEERS.replace("<table>", "</main><table>")).replace("</main></body>", f"{behind}{FOOT}</body>")
    return parse(whole.replace("<main>", f"<{box}>").replace("</main>", f"</{box}>").encode())


def unread(record: Partnership) -> list[tuple[str | None, str]]:
    return [(each.label, each.text) for each in record.unread]


def test_a_label_behind_the_last_table_outside_of_all_boxes_is_kept_with_what_stands_below_it() -> None:
    record = read("<h3>Mots-clés</h3><p>eau, jumelage</p><p>puits</p>")
    assert (unread(record), [row.last_name for row in record.volunteers]) == (
        [("Mots-clés", "eau, jumelage\npuits")],
        ["LEROUX"],
    )


def test_several_labels_behind_the_last_table_are_kept_each() -> None:
    record = read("<h3>Mots-clés</h3><p>eau</p><h3>Bilan</h3><p>Un puits.</p>")
    assert unread(record) == [("Mots-clés", "eau"), ("Bilan", "Un puits.")]


def test_a_list_below_such_a_label_is_kept_and_so_is_what_stands_behind_the_list() -> None:
    record = read("<h3>Mots-clés</h3><ul><li>eau</li><li>puits</li></ul><p>En tout deux.</p>")
    assert unread(record) == [("Mots-clés", "eau\npuits\nEn tout deux.")]


def test_a_label_right_behind_the_box_of_the_labels_is_kept() -> None:
    whole = page(VOLUNTEERS).replace("</main>", f"</div><h3>Mots-clés</h3><p>eau</p>{FOOT}").replace("<main>", "<div>")
    assert unread(parse(whole.encode())) == [("Mots-clés", "eau")]


def pair(label: str, value: str) -> str:
    return f"<div class=champ><b>{label}</b><span>{value}</span></div>"


def test_a_pair_in_a_box_like_those_of_the_others_is_kept_behind_their_box() -> None:
    values = {"title": "Un jumelage", "status": "En cours", "contexte": "Un puits.", "historique": "Depuis 1991."}
    body = f"<html><body><div>{page_of(pair, **values)}</div>{pair('Mots-clés', 'eau')}{FOOT}</body></html>"
    assert unread(parse(body.encode())) == [("Mots-clés", "eau")]


@pytest.mark.parametrize(
    "foot",
    [
        "<p>Mis à jour en 2019</p>",
        "<div><h3>Contact</h3><p>Une erreur ? Écrivez-nous.</p></div>",
        "<footer><h3>Contact</h3><p>Une erreur ? Écrivez-nous.</p></footer>",
        "<h3><a href='/aide'>Aide</a></h3>",
    ],
)
def test_a_foot_of_the_page_is_no_label(foot: str) -> None:
    assert unread(read(foot)) == []


def test_a_foot_behind_such_a_label_is_none_of_its_value() -> None:
    record = read("<h3>Mots-clés</h3><p>eau</p><div id=pied><h3>Contact</h3><p>Écrivez-nous.</p></div>")
    assert unread(record) == [("Mots-clés", "eau")]


def test_a_pair_told_by_its_colon_alone_is_kept_behind_the_box_of_the_others() -> None:
    whole = (
        page(VOLUNTEERS.replace("<table>", "</main><table>")).replace("<main>", "<div>").replace("</main>", "</div>")
    )
    whole = whole.replace("</h3><p>", " : ").replace("</h3>", " :</p>").replace("<h3>", "<p>")
    record = parse(whole.replace("</body>", f"<p>Mots-clés : eau</p>{FOOT}</body>").encode())
    assert unread(record) == [("Mots-clés", "eau")]


def test_an_empty_table_behind_the_box_of_its_label_is_the_content_s_and_so_is_what_stands_behind_it() -> None:
    label = "<h3>Volontaires impliqués dans le partenariat</h3>"
    empty = "<table><tr><th>Nom</th><th>Prénom</th><th>Mission</th></tr></table>"
    whole = page(label).replace("<main>", "<div>").replace("</main>", f"</div>{empty}<h3>Mots-clés</h3><p>eau</p>")
    record = parse(whole.encode())
    assert (unread(record), record.volunteers) == ([("Mots-clés", "eau")], [])


def test_a_label_that_stands_loose_behind_the_content_is_kept_as_it_is_within() -> None:
    said = {"Contexte": "Un puits.", "Historique": "Depuis 1991.", "Objectif du partenariat": "Des puits."}
    loose = "".join(f"<b>{label}</b><br>{text}<br>" for label, text in said.items())
    whole = page(loose).replace("<main>", "<div>").replace("</main>", "</div><b>Mots-clés</b><br>eau")
    assert unread(parse(whole.encode())) == [("Mots-clés", "eau")]


def test_a_paginator_between_the_last_table_and_such_a_label_is_none_of_both() -> None:
    pager = "<ul><li><span>&lt;&lt;</span></li><li><span>1</span></li><li><span>&gt;&gt;</span></li></ul>"
    assert unread(read(f"{pager}<h3>Mots-clés</h3><p>eau</p>")) == [("Mots-clés", "eau")]


def test_a_value_of_such_a_label_may_be_a_link() -> None:
    record = read("<h3>Mots-clés</h3><p><a href='#'>eau</a></p><p><a href='/aide'>Aide</a></p>")
    assert unread(record) == [("Mots-clés", "eau")]
