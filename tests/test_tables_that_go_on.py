"""Tables that go on elsewhere, said in other forms than a paginator's: missing rows are never passed over."""

import pytest
from fragments import codes, read

from atlas_scraper import Partnership
from atlas_scraper.record.issues import IssueCode

NAMES = ("Dosso|Niger", "Mopti|Mali", "Kayes|Mali")
ROWS = "".join(f"<tr><td>{name.replace('|', '<td>')}</tr>" for name in NAMES)
TABLE = f"<table><tr><th>Nom de la collectivité étrangère<th>Pays</tr>{ROWS}</table>"
NEXT = "<a href='?p=2'>{0}</a>"
GOES_ON = [
    "<nav aria-label=Pagination><a aria-current=page>1</a><a href='?p=2'>2</a></nav>",
    "<p><b>1</b> <a href='?p=2'>2</a> <a href='?p=3'>3</a> … <a href='?p=9'>9</a></p>",
    "<div><button aria-current=true>1</button><button>2</button><button>›</button></div>",
    "<ul><li class=active><a href='#'>1</a></li><li><a href='#'>2</a></li></ul>",
    "<div><span>1</span><span onclick=go()>2</span></div>",
    "<div><select><option selected>1</option><option>2</option></select> / 2</div>",
    "<table><tr><td>««</td><td>«</td><td>1</td><td onclick=go()>2</td><td>»</td><td>»»</td></tr></table>",
    *(
        f"<p>{words}</p>"
        for words in (
            "Lignes 1-3 / 12",
            "1-3 de 12",
            "1–3 de 12 résultats",
            "Lignes : 1-3 sur 12",
            "Affichage des lignes 1 à 3 (sur 12)",
            "Éléments 1 à 3 sur un total de 12",
            "1 à 3 sur 12 partenaires",
            "3 sur 12",
            "3 / 12 lignes",
            "3 affichés sur 12",
            "12 partenaires au total, 3 affichés",
            "12 résultats, 3 affichés",
            "Total : 12 lignes",
            "12 résultats",
            "… et 9 autres partenaires",
            "+ 9 autres",
            "9 de plus",
            "+9",
        )
    ),
    *(
        NEXT.format(words)
        for words in ("Suivant", "Page suivante", "Résultats suivants »", "Lignes suivantes", "Voir les 9 autres")
    ),
    "<span>Précédent</span> <a href='?p=2'>Suivant</a>",
    *(
        form.format(words)
        for form in (NEXT, "<button>{0}</button>")
        for words in ("Afficher plus", "Voir plus de lignes", "Voir tous les partenaires", "Tout afficher (12)")
    ),
]
ENDS = [
    "<nav aria-label=Pagination><a aria-current=page>1</a></nav>",
    "<p><b>1</b> <a href='?p=1'>Suivant</a></p>",
    "<div><button disabled>1</button></div>",
    "<div><select><option selected>1</option></select> / 1</div>",
    "<table><tr><td>««</td><td>«</td><td>1</td><td>»</td><td>»»</td></tr></table>",
    "<p>1-3 de 3</p>",
    "<p>Lignes 1-3 / 3</p>",
    "<p>3 sur 3</p>",
    "<p>3 partenaires au total, 3 affichés</p>",
    "<p>Total : 3 lignes</p>",
    "<p>3 résultats</p>",
    "<p>… et 0 autre</p>",
    "<span>Suivant</span>",
    "<a href='#'>Suivant</a>",
    "<button disabled>Suivant</button>",
    "<button>Afficher moins</button>",
    "<a href='/tout'>Tout afficher (3)</a>",
    "<p>Fiche relue en 2019 par 12 communes sur 14 du pays qui en compte bien davantage</p>",
]


def told(record: Partnership) -> int:
    assert [each.name for each in record.foreign_partners] == ["Dosso", "Mopti", "Kayes"]
    return codes(record).count(IssueCode.MISSING_ROWS)


@pytest.mark.parametrize("order", ["{0}{1}", "{1}{0}"])
@pytest.mark.parametrize("way", GOES_ON)
def test_words_and_links_beside_a_table_say_that_rows_are_missing(way: str, order: str) -> None:
    record = read(f"<h3>Partenaires étrangers du partenariat</h3>{order.format(TABLE, way)}")
    assert (told(record), record.unread) == (1, [])


@pytest.mark.parametrize("way", ENDS)
def test_words_and_links_beside_a_whole_table_say_nothing(way: str) -> None:
    record = read(f"<h3>Partenaires étrangers du partenariat</h3>{TABLE}{way}")
    assert told(record) == 0


def test_a_count_beside_the_heading_of_a_table_says_that_rows_are_missing() -> None:
    for count, missing in ((12, 1), (3, 0), (2, 0)):
        assert told(read(f"<h3>Partenaires étrangers du partenariat <span>({count})</span></h3>{TABLE}")) == missing


def test_a_link_to_the_next_project_is_none_to_further_rows() -> None:
    address = "https://pastel.diplomatie.gouv.fr/cncdext/dyn/public/atlas/detailProjet.html?criteres.prjId={}"
    for number, missing in ((7, 1), (8, 0)):
        link = f"<a href='{address.format(number)}&p=2'>Suivant</a>"
        page = f"<h3>Partenaires étrangers du partenariat</h3>{TABLE}{link}"
        assert told(read(page, url=address.format(7))) == missing


@pytest.mark.parametrize("words", ["5 lignes sur 12", "12 écoles au total, 5 visibles", "et 7 autres communes", "+ 3"])
def test_the_same_words_in_a_text_are_an_author_s(words: str) -> None:
    record = read(f"<h3>Contexte</h3><p>Une ville.</p><p>{words}</p>")
    assert (record.context, codes(record)) == (["Une ville.", words], [])
