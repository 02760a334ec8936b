"""Texts whose paragraphs a page lays out as the rows of a table."""

import pytest
from fragments import read

TEXTS = ["Un premier texte.", "Objectifs locaux :", "Un autre texte."]


@pytest.mark.parametrize("head", ["<h3>Contexte</h3><table>", "<table><caption>Contexte</caption>"])
@pytest.mark.parametrize(
    "row",
    [
        "<tr><td>{}</td></tr>",
        "<tr><td>&nbsp;</td><td><p>{}</p></td></tr>",
        "<tr><td>•</td><td>{}</td></tr>",
        "<tr><td colspan=2>{}</td></tr>",
        "<tr><th>{}</th></tr>",
        "<tr><td>{}</td></tr><tr><td></td></tr>",
        "<tr><td></td><td><table><tr><td>{}</td></tr></table></td><td></td></tr>",
        "<tr><td></td><td><table><tr><td><table><tr><td><p>{}</p></td></tr></table></td></tr></table></td></tr>",
    ],
)
def test_one_text_in_each_row_below_the_label_of_a_text_is_a_paragraph(head: str, row: str) -> None:
    record = read(f"{head}{''.join(map(row.format, TEXTS))}</table>")
    assert (record.context, record.unread) == (TEXTS, [])


def test_each_paragraph_may_stand_in_a_table_of_its_own() -> None:
    texts = [TEXTS[0], "Date de fin du partenariat", *TEXTS[1:]]
    tables = "".join(f"<table><tr><td></td><td>{text}</td></tr></table>" for text in texts)
    record = read(f"<h3>Contexte</h3>{tables}")
    assert (record.context, record.end_date, record.unread) == (texts, None, [])


def test_the_caption_of_a_pair_without_a_value_is_no_paragraph_of_the_text_above() -> None:
    pair = "<tr><td>Votre partenariat prend la forme d'un(e)</td><td></td></tr>"
    caption = "<table><caption>Repères</caption>"
    record = read(f"<h3>Description détaillée du partenariat</h3><p>{TEXTS[0]}</p>{caption}{pair}</table>")
    assert (record.description, record.form, [each.label or each.text for each in record.unread]) == (
        TEXTS[:1],
        None,
        ["Repères"],
    )


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td>Année</td><td>Budget</td></tr><tr><td>2012</td><td>100</td></tr>",
        "<tr><td><a href=/a>Rapport</a></td></tr><tr><td><a href=/b>Photos</a></td></tr>",
        "<tr><td></td><td><table><tr><td><a href=/a>Rapport</a></td></tr></table></td></tr>",
    ],
)
def test_other_tables_and_menus_within_a_text_are_no_paragraphs_and_kept(rows: str) -> None:
    record = read(f"<h3>Contexte</h3><p>Un texte.</p><table>{rows}</table>")
    assert record.context == ["Un texte."]
    assert len(record.unread) == 1


def test_one_text_in_each_row_below_the_label_of_a_table_is_a_row() -> None:
    rows = "<tr><td>Nom de la collectivité territoriale</td></tr><tr><td>Ville de Caen</td></tr>"
    record = read(f"<h3>Collectivités territoriales partenaires du partenariat</h3><table>{rows}</table>")
    assert [each.name for each in record.french_authorities] == ["Ville de Caen"]
