"""Paginators and counts of rows, in the words of the libraries that write them: whether rows are missing is said."""

from collections.abc import Sequence

import pytest
from fragments import HEAD, codes, page, page_of, read

from atlas_scraper import Partnership, parse
from atlas_scraper.record.issues import IssueCode

TABLE = "<table><tr><th>Nom de la collectivité étrangère<th>Pays</tr><tr><td>Dosso<td>Niger</tr></table>"
LINKS = "<a href='?p=2'>2</a>{0}<a href='?p=3'>3</a>"
STEPS = "[<a href='?p=2'>Suivant</a>/<a href='?p=3'>Dernier</a>]"
GOES_ON = {
    "displaytag": f"[Premier/Précédent] <strong>1</strong>, {LINKS.format(', ')} {STEPS}",
    "displaytag, with its banner": (
        "<span>18 éléments trouvés, affichage des éléments 1 à 6.</span>"
        f"<span>[Premier/Précédent] <strong>1</strong>, {LINKS.format(', ')} {STEPS}</span>"
    ),
    "the banner of displaytag": "<span>18 éléments trouvés, affichage des éléments 1 à 6.</span>",
    "DataTables": "<div>Affichage de 1 à 6 sur 18 entrées</div>",
    "DataTables, before": "<div>Affichage de l'élément 1 à 6 sur 18 éléments</div>",
    "Material": "<div>1 – 6 sur 18</div>",
    "the last of them": "<div>13 - 18 sur 18</div>",
    "results": "<p>Résultats 1 à 6 sur 18</p>",
    "a number marked": "<p><b>1</b> à <b>6</b> sur <b>18</b></p>",
    "pages of": "<p>Page 1 sur 3</p>",
    "pages, with a stroke": "<p>Page 1 / 3</p>",
    "pages and a step": "<p>Page 1/3 <a href='?p=2'>Page suivante</a></p>",
    "numbers alone": f"<p><b>1</b> | {LINKS.format(' | ')}</p>",
    "numbers in a list": f"<ul><li>1</li><li>{LINKS.format('</li><li>')}</li></ul>",
}
ENDS = {
    "displaytag": "<span>4 éléments trouvés, affichage de tous les éléments.</span><span><b>1</b></span>",
    "displaytag, of one": "<span>Un élément trouvé.</span>",
    "DataTables": "<div>Affichage de 1 à 4 sur 4 entrées</div>",
    "Quasar": "<div><span>Lignes par page :</span><span>Toutes</span></div><div><span>1-4 sur 4</span></div>",
    "Material, of a page": "<div>Éléments par page : 10</div><div>1 – 4 sur 4</div>",
    "Material": "<div>1 – 4 sur 4</div>",
    "pages of": "<p>Page 1 sur 1</p>",
}


@pytest.mark.parametrize("way", GOES_ON)
@pytest.mark.parametrize("order", ["{0}{1}", "{1}{0}"])
def test_a_paginator_or_a_count_of_more_rows_says_that_rows_are_missing(way: str, order: str) -> None:
    record = read(f"<h3>Partenaires étrangers du partenariat</h3>{order.format(TABLE, GOES_ON[way])}")
    assert [each.name for each in record.foreign_partners] == ["Dosso"]
    assert [issue.detail.partition(";")[0] for issue in record.issues if issue.code is IssueCode.MISSING_ROWS] == [
        "one of 3 pages"
    ]
    assert record.unread == []


@pytest.mark.parametrize("way", ENDS)
def test_a_count_of_the_rows_that_are_there_says_nothing(way: str) -> None:
    record = read(f"<h3>Partenaires étrangers du partenariat</h3>{TABLE}{ENDS[way]}")
    assert IssueCode.MISSING_ROWS not in codes(record)
    assert record.unread == []


@pytest.mark.parametrize(
    "text", ["1 à 6 sur 18 communes", "De 1 à 6 sur 18 ans", "Page 3 du rapport", "1, 2, 3", "1 | 2 | 3", "2 éléments"]
)
def test_numbers_of_an_author_are_no_paginator(text: str) -> None:
    record = read(f"<h3>Contexte</h3><p>Une ville.</p><p>{text}</p>")
    assert record.context == ["Une ville.", text]


def test_a_date_above_steps_is_the_value_of_its_label() -> None:
    steps = "<p><a href='a'>Premier</a> <a href='b'>Précédent</a> <a href='c'>Suivant</a></p>"
    head = HEAD.replace(
        "Date de fin du partenariat</h3><p></p>", f"Date de fin du partenariat</h3><p>08/11/2010</p>{steps}"
    )
    assert str(parse(page("<h3>Contexte</h3><p>Un.</p>", head=head).encode()).end_date) == "2010-11-08"


NAMES = ("Nom", "Prénom", "Mission", "Champs d'action", "Entité d'affectation")
ITEMS = ("<span>&lt; Précédent</span>", "1", "<a href='?p=2'>2</a>", "<a href='?p=3'>3</a>", "Suivant &gt;")


def _volunteers_in_lists(rows: Sequence[tuple[str, ...]], *below: tuple[str, ...]) -> Partnership:
    pairs = [[f"{name} : <strong>{text}</strong>" for name, text in zip(NAMES, row, strict=True)] for row in rows]
    lists = ("".join(f"<li>{item}</li>" for item in items) for items in (*pairs, *below))
    cards = "".join(f"<ul>{items}</ul>" for items in lists)
    return read(f"<h3>Volontaires impliqués dans le partenariat</h3><div>{cards}</div>")


@pytest.mark.parametrize("rows", [1, 2])
def test_a_list_of_pages_with_as_many_items_as_cards_have_lines_is_none_of_them(rows: int) -> None:
    people = [("MARTIN", "Anne", "Eau", "Appui", ""), ("DURAND", "Léa", "", "Suivi", "Dosso")][:rows]
    record = _volunteers_in_lists(people, ITEMS)
    assert [(each.last_name, each.mission, each.host) for each in record.volunteers] == [
        (last, mission or None, host or None) for last, _, mission, _, host in people
    ]
    assert [issue.code for issue in record.issues if issue.section == "volunteers"] == [IssueCode.MISSING_ROWS]
    assert record.unread == []


def test_a_last_card_of_numbers_is_one() -> None:
    people = [("MARTIN", "Anne", "Eau", "Appui", ""), ("1", "2", "3", "4", "5")]
    record = _volunteers_in_lists(people)
    assert [each.last_name for each in record.volunteers] == ["MARTIN", "1"]


@pytest.mark.parametrize("year", ["« 2017 »", "«2017»"])
def test_a_year_between_quotation_marks_below_its_label_is_no_paginator(year: str) -> None:
    record = parse(page_of(lambda name, value: f"<h3>{name}</h3><p>{value}</p>", title="A", start_year=year).encode())
    assert (record.start_year, record.unread) == (2017, [])
