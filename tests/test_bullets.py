"""Labels behind a bullet or an icon, as lists of word processors have them: `•  Titre : Un jumelage`."""

import pytest
from fragments import page_of

from atlas_scraper import Partnership, parse

VALUES = {"title": "Un jumelage", "start_year": "2001", "status": "En cours"}
PROSE = "Une amitié.<br>• un puits<br>• deux puits"
WORD = "<span style='mso-list:Ignore'>·<span style='font:7.0pt'>&nbsp;&nbsp; </span></span>"
WAYS = {
    "saved by Word": f"<p class=MsoListParagraph>{WORD}{{0}} : {{1}}</p>",
    "in bold": f"<p>{WORD}<b>{{0}}</b> : {{1}}</p>",
    "icon": '<p><i class="fa">&#xf02e;</i> <b>{0}</b> {1}</p>',
    "sign and bold": "<p>► <b>{0}</b> {1}</p>",
    "sign and colon": "<p>• {0} : {1}</p>",
    "tab": "<p>•\t{0} : {1}</p>",
    "dash": "<p>- {0} : {1}</p>",
    "line break": "• {0} : {1}<br>",
}


def _read(pair: str, unlisted: str = "", **values: str) -> Partnership:
    page = page_of(pair.format, **VALUES, **values)
    start = pair.partition("{0}")[0] + "Le partenariat est"
    unlisted = pair.format(unlisted, "eau") if unlisted else ""
    assert start in page
    return parse(page.replace(start, unlisted + start).encode())


@pytest.mark.parametrize("way", WAYS)
def test_a_label_behind_a_bullet_is_read_without_it(way: str) -> None:
    record = _read(WAYS[way], contexte=PROSE)
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2001, "En cours")
    assert (record.context, record.unread) == (PROSE.split("<br>"), [])


@pytest.mark.parametrize("way", WAYS)
def test_an_unlisted_label_behind_a_bullet_is_kept_apart(way: str) -> None:
    record = _read(WAYS[way], unlisted="Mots-clés", contexte=PROSE)
    assert [(unread.label, unread.text) for unread in record.unread] == [("Mots-clés", "eau")]
    assert (record.start_year, record.context) == (2001, PROSE.split("<br>"))


def test_the_entries_of_a_list_that_begin_with_words_of_labels_keep_their_bullets() -> None:
    prose = "• Contexte : la paix<br>• Historique : la guerre<br>• Objectifs : un puits"
    record = parse(page_of("<p><b>{0}</b><br>{1}</p>".format, **VALUES, description=prose).encode())
    assert record.context == record.history == []
