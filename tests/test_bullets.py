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


@pytest.mark.parametrize(
    "pair", ["<div class=l>• {0}</div><div class=v>{1}</div>", "<dl><dt>• {0}</dt><dd>{1}</dd></dl>"]
)
@pytest.mark.parametrize("text", ["<p>Un puits.</p>", ""])
def test_an_unlisted_label_behind_the_bullet_of_all_labels_is_no_end_of_a_text(pair: str, text: str) -> None:
    texts = "<h3>• {0}</h3>{1}"
    facts = ("Titre", "Année", "Thématique", "Sous-", "Le partenariat", "Date")
    page = page_of(lambda label, value: (pair if label.startswith(facts) else texts).format(label, value), **VALUES)
    below = f"<h3>• Historique</h3>{text}"
    record = parse(page.replace("<h3>• Historique</h3>", below + pair.format("Mots-clés", "eau")).encode())
    assert record.history == ["Un puits."][: bool(text)]
    assert [(unread.label, unread.text) for unread in record.unread] == [("Mots-clés", "eau")]


def test_the_entries_of_a_list_marked_as_labels_without_bullets_are_no_labels() -> None:
    pair = "<p><b>{0}</b></p><p>{1}</p>"
    record = parse(page_of(pair.format, **VALUES, contexte="Une amitié.</p><p><b>• un puits</b></p><p>Deux.").encode())
    assert record.context == ["Une amitié.", "• un puits", "Deux."]


@pytest.mark.parametrize("name", ["• {0}", "&gt; {0}", "{0} ..........", "<b>{0}</b> ____ :", "<i class=f>→</i> {0}"])
@pytest.mark.parametrize("apart", ["", "</table><p></p><table>"])
def test_a_sign_in_the_first_cells_of_pairs_is_no_part_of_their_labels(name: str, apart: str) -> None:
    row = f"<tr><th>{name}</th><td>{{1}}</td></tr>{apart}"
    page = page_of(row.format, **VALUES, contexte="Une amitié.<br>• un puits")
    record = parse(f"<table>{page}{row.format('Mots-clés', 'eau')}</table>".encode())
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2001, "En cours")
    assert record.context == ["Une amitié.", "• un puits"]
    assert [(unread.label, unread.text) for unread in record.unread] in (
        [("Mots-clés", "eau")],
        [(None, "Mots-clés | eau")],
    )


def test_the_bullets_of_rows_stay_where_the_labels_of_the_page_have_them() -> None:
    def pair(name: str, value: str) -> str:
        rows = "<table><tr><th>Nom de la collectivité étrangère<th>Pays<tr><td>• Dosso<td>Niger</table>"
        if name == "Partenaires étrangers du partenariat":
            return f"<h3>{name}</h3>{rows}"
        return f"<table><tr><th>• {name}</th><td>{value}</td></tr></table>"

    record = parse(page_of(pair, **VALUES).encode())
    assert [each.name for each in record.foreign_partners] == ["• Dosso"]
