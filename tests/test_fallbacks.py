"""What a page shows to who runs no scripts: it is the page where nothing else on it has a label."""

import pytest
from fragments import codes, page_of

from atlas_scraper import parse
from atlas_scraper.errors import NotARecord
from atlas_scraper.record.issues import IssueCode

VALUES = {"title": "Un jumelage", "start_year": "2001", "status": "En cours", "contexte": "Une amitié."}
PAIRS = page_of("<p><b>{0} :</b> {1}</p>".format, **VALUES)
ROOT = "<div id=root><p role=status>Chargement en cours…</p></div>"


@pytest.mark.parametrize(
    "around",
    [
        "<noscript><p>Activez JavaScript.</p><main>{}</main></noscript>",
        "<noscript><style>#root {{ display: none }}</style></noscript><div><noscript>{}</noscript></div>",
        '<object data="fiche.swf" type="application/x-shockwave-flash"><div>{}</div></object>',
        "<canvas width=800><div>{}</div></canvas>",
        "<noscript style='display: none'>{}</noscript>",
    ],
)
def test_a_page_that_stands_in_what_lacks_scripts_is_read_and_that_is_said(around: str) -> None:
    record = parse(f"<html><body>{ROOT}{around.format(PAIRS)}<script src=a.js></script></body></html>".encode())
    assert (record.title, record.start_year, record.context) == ("Un jumelage", 2001, ["Une amitié."])
    assert IssueCode.SECOND_OPINION in codes(record)


def test_what_is_for_who_runs_no_scripts_is_left_out_of_a_page_that_shows_its_labels() -> None:
    other = PAIRS.replace("Un jumelage", "Un échange")
    record = parse(f"<html><body><main>{PAIRS}</main><noscript>{other}</noscript></body></html>".encode())
    assert record.title == "Un jumelage"
    assert IssueCode.SECOND_OPINION not in codes(record)


@pytest.mark.parametrize("said", ["<p>Activez JavaScript.</p>", "<img src=a.gif>", "<h2>Titre</h2><p>Un livre</p>"])
def test_a_page_of_scripts_that_shows_no_record_to_anybody_is_none(said: str) -> None:
    with pytest.raises(NotARecord):
        parse(f"<html><body>{ROOT}<noscript>{said}</noscript></body></html>".encode())
