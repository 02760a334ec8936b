"""What word processors, CMSs and browsers put around, beside or in place of the words of a page."""

import pytest
from fragments import read, table


def test_what_a_word_processor_puts_around_the_name_of_a_town_parts_no_line() -> None:
    town = '<st1:place w:st="on"><st1:City w:st="on">Bamako</st1:City></st1:place>'
    record = read(f"<h3>Contexte</h3><p>Une amitié avec {town}, depuis 1991.<o:p></o:p></p><p>Un puits.</p>")
    assert record.context == ["Une amitié avec Bamako, depuis 1991.", "Un puits."]


@pytest.mark.parametrize("end", ["…", "...", "&hellip;", " […]"])
def test_a_text_that_its_cell_shortens_is_said_whole_by_its_title(end: str) -> None:
    rows = "Nom de la collectivité territoriale", "{}"
    whole = table("Collectivités territoriales partenaires du partenariat", *rows)
    cell = f"<td title='Communauté d&#39;agglomération de X'>Communauté d&#39;a{end}</td>"
    record = read(whole.replace("<td>{}</td>", cell))
    assert [row.name for row in record.french_authorities] == ["Communauté d'agglomération de X"]


@pytest.mark.parametrize("title", ["Voir la fiche", "", "Un pu...", "Un"])
def test_an_ellipsis_is_the_authors_where_no_title_goes_on_behind_it(title: str) -> None:
    assert read(f"<h3>Contexte</h3><p title='{title}'>Un pu...</p>").context == ["Un pu..."]
