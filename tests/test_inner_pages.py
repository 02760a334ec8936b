"""Pages that a frame of another page shows, as tools that save in one file write them."""

import html

import pytest
from fragments import page, read

from atlas_scraper import parse
from atlas_scraper.errors import NotARecord

INNER = page(
    "<h3>Contexte</h3><p>Une ville &amp; un fleuve.</p><h3>Objectif du partenariat</h3><p class=a>Agir ensemble.</p>"
)


def _frame(inner: str) -> str:
    return f'<iframe srcdoc="{html.escape(inner)}"></iframe>'


@pytest.mark.parametrize("around", ["{}", "<table><tr><td>{}</td></tr></table>", "<p>Avant</p>{}<p>Après</p>"])
def test_what_a_frame_shows_is_read(around: str) -> None:
    record = parse(f"<html><body>{around.format(_frame(INNER))}</body></html>".encode())
    assert (record.title, record.context, record.objective) == (
        "Un jumelage",
        ["Une ville & un fleuve."],
        ["Agir ensemble."],
    )


def test_a_frame_in_a_frame_is_read() -> None:
    assert parse(f"<html><body>{_frame(_frame(INNER))}</body></html>".encode()).title == "Un jumelage"


def test_a_style_sheet_of_the_frame_hides_what_it_hides() -> None:
    styled = INNER.replace("<body>", "<head><style>.a { display: none }</style></head><body>")
    record = parse(f"<html><body>{_frame(styled)}</body></html>".encode())
    assert record.objective == []
    assert [each.text for each in record.unread] == ["Agir ensemble."]


@pytest.mark.parametrize("inner", ["", " ", "<!-- -->", "Bonjour"])
def test_a_frame_without_a_record_changes_nothing(inner: str) -> None:
    record = read(f"<h3>Contexte</h3><p>Une ville.</p>{_frame(inner)}")
    assert record.context == ["Une ville.", *(["Bonjour"] * (inner == "Bonjour"))]
    with pytest.raises(NotARecord):
        parse(f"<html><body>{_frame(inner)}</body></html>".encode())
