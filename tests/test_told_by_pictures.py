"""Values that a page tells by a picture or the name of a box alone: read where they fit, and said where not."""

import pytest
from fragments import codes, page_of

from atlas_scraper import Partnership, parse
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import Status

PAIRS = {
    "headings": "<h3>{0}</h3><p>{1}</p>",
    "definitions": "<dl><dt>{0}</dt><dd>{1}</dd></dl>",
    "rows": "<table><tr><th>{0}</th><td>{1}</td></tr></table>",
    "lines": "<p><b>{0} :</b> {1}</p>",
    "boxes": "<div><span class=l>{0}</span><span class=v>{1}</span></div>",
}
TELLING = [
    "<img src=s.png alt='Terminé'>",
    "<img src=s.png title='Terminé'>",
    "<img src=s.png alt='Statut : Terminé'>",
    "<span class=led title='Terminé' aria-label='Terminé'></span>",
    "<i class=icon title='Terminé'></i>",
    "<div class=led title='Terminé'></div>",
    "<svg role=img><title>Terminé</title><circle r=3></circle></svg>",
    "<svg role=img aria-label='Terminé'><circle r=3></circle></svg>",
    "<img src=f.png alt='Drapeau'><img src=s.png alt='Terminé'>",
]


def read(pair: str, status: str) -> Partnership:
    page = page_of(PAIRS[pair].format, title="A", start_year="2010", status=status)
    return parse(page.replace("</dl><dl>", "").replace("</table><table>", "").encode())


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("drawn", TELLING)
def test_a_state_told_by_a_picture_alone_is_read(pair: str, drawn: str) -> None:
    record = read(pair, drawn)
    assert (record.status, record.status_label, codes(record)) == (Status.COMPLETED, "Terminé", [])


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("drawn", ["<img src=s.png alt='Suspendu'>", "<img alt='En cours'><img alt='Terminé'>"])
def test_what_a_picture_tells_in_place_of_a_value_and_does_not_fit_is_said(pair: str, drawn: str) -> None:
    record = read(pair, drawn)
    assert (record.status, codes(record)) == (None, [IssueCode.UNREADABLE_VALUE])


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("drawn", ["", "<img src=s.png alt=''>", "<img alt='Modifier'>", "<img alt='Non renseigné'>"])
def test_a_picture_that_tells_nothing_is_no_value(pair: str, drawn: str) -> None:
    record = read(pair, drawn)
    assert (record.status, codes(record)) == (None, [])


def test_a_picture_beside_each_label_tells_no_value() -> None:
    pair = "<h3><img src=i.png alt='En cours'>{0}</h3><p>{1}</p>"
    record = parse(page_of(pair.format, title="A", start_year="2010").encode())
    assert (record.status, codes(record)) == (None, [])


def test_of_dotted_choices_on_a_line_each_the_one_that_is_made_is_the_state() -> None:
    record = read("definitions", "<ul><li>○ En sommeil</li><li>● Terminé</li><li>○ En cours</li></ul>")
    assert (record.status_label, codes(record)) == ("Terminé", [])


def test_several_dotted_choices_that_are_made_are_no_state() -> None:
    record = read("definitions", "<ul><li>● En sommeil</li><li>● Terminé</li><li>○ En cours</li></ul>")
    assert (record.status_label, codes(record)) == (None, [IssueCode.UNREAD_TEXT])
