"""Line feeds are line breaks where the page's style says so, and nothing but blanks elsewhere."""

import pytest
from fragments import page_of, read, table

from atlas_scraper import parse
from atlas_scraper.blocks.read import read_document

RULES = "<style>.lines { white-space: pre-line } .wrap { white-space: pre-wrap } .no { white-space: normal }</style>"
KEEPING = [
    'style="white-space: pre-line"',
    'style="white-space:pre-wrap"',
    'style="WHITE-SPACE: pre; color: red"',
    'style="white-space: break-spaces"',
    "class=lines",
    'class="wrap x"',
]


def texts(html: str) -> list[str]:
    return [block.text for block in read_document(f"<html>{RULES}<body>{html}</body></html>".encode()).blocks]


@pytest.mark.parametrize("keeps", KEEPING)
@pytest.mark.parametrize("markup", ["<p {}>{}</p>", "<p><span {}>{}</span></p>", "<div {}><b>{}</b></div>"])
def test_line_feeds_that_a_style_keeps_end_lines(keeps: str, markup: str) -> None:
    assert texts(markup.format(keeps, "Un.\n- deux\n\n- trois")) == ["Un.", "- deux", "- trois"]


@pytest.mark.parametrize("keeps", KEEPING)
@pytest.mark.parametrize("cell", ["<td {}>{}</td>", "<td><div {}>{}</div></td>", "<td {}><b>{}</b></td>"])
def test_line_feeds_are_kept_in_the_cells_of_a_table_that_lays_out_labels(keeps: str, cell: str) -> None:
    def row(label: str, value: str) -> str:
        return f"<tr><th>{label}</th>{cell.format(keeps, value)}</tr>"

    pairs = page_of(row, title="A", contexte="Un.\n- deux", historique="Né.")
    record = parse(f"{RULES}<table>{pairs}</table>".encode())
    assert (record.context, record.history) == (["Un.", "- deux"], ["Né."])


@pytest.mark.parametrize(
    "style", ["white-space: nowrap", "white-space: normal", "white-space-collapse: collapse", "x:pre"]
)
def test_line_feeds_that_no_style_keeps_are_blanks(style: str) -> None:
    assert texts(f"<p style='{style}'>Un\ndeux</p><p>trois\nquatre</p>") == ["Un deux", "trois quatre"]


@pytest.mark.parametrize("usual", ["class=no", 'style="white-space: normal"', 'class="no x"'])
def test_line_feeds_are_blanks_again_in_what_is_written_as_usual(usual: str) -> None:
    assert texts(f"<div class=lines>a\nb<p {usual}>c\nd</p>e\nf</div>") == ["a", "b", "c d", "e", "f"]


def test_a_later_rule_of_the_page_stands_over_one_that_keeps_line_feeds() -> None:
    rules = "<style>.a { white-space: pre-line } @media screen { .b { white-space: normal } }</style>"
    assert texts(f"{rules}<p class='a b'>Un\ndeux</p><p class=a>trois\nquatre</p>") == ["Un deux", "trois", "quatre"]


@pytest.mark.parametrize("keeps", KEEPING)
def test_lines_of_a_text_are_its_paragraphs(keeps: str) -> None:
    record = read(f"{RULES}<h3>Contexte</h3><div {keeps}>\nUn.\nDeux :\n- trois\n</div>")
    assert record.context == ["Un.", "Deux :", "- trois"]


def test_a_line_feed_within_a_cell_of_a_row_parts_no_rows() -> None:
    rows = table("Partenaires étrangers du partenariat", "Nom de la collectivité étrangère|Pays", "Dosso\nville|Niger")
    record = read(RULES + rows.replace("<td>", "<td class=lines>"))
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso ville", "Niger")]
