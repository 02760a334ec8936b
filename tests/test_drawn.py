"""What a text of fixed pitch draws: its tables are tables, and its rules are no paragraphs."""

import pytest
from fragments import page_of, read

from atlas_scraper import parse
from atlas_scraper.blocks.document import PageTable
from atlas_scraper.blocks.read import read_document

PARTNERS = "<h3>Partenaires étrangers du partenariat</h3>"
HEAD = "| Nom de la collectivité étrangère | Pays  |"
RULE = "+----------------------------------+-------+"
ROWS = ["| Dosso                            | Niger |", "| Ville de Kita                    | Mali  |"]
TABLES = [
    [RULE, HEAD, RULE, *ROWS, RULE],
    [HEAD, RULE.replace("+", "|"), *ROWS],
    [RULE, HEAD, RULE.replace("-", "="), ROWS[0], RULE, ROWS[1], RULE],
    [RULE, HEAD, RULE, ROWS[0], RULE, "| Ville de | Mali |", "| Kita | |", RULE],
    [RULE, HEAD, RULE, *ROWS, RULE, RULE],
    [
        "┌──────┬──────┐",
        HEAD.replace("|", "│"),
        "├──────┼──────┤",
        *(row.replace("|", "│") for row in ROWS),
        "└──────┴──────┘",
    ],
]


@pytest.mark.parametrize("lines", TABLES)
@pytest.mark.parametrize(
    "markup", ["<pre>\n{}\n</pre>", "<div style='white-space:pre'>{}</div>", "<pre>Liste :\n\n{}</pre>"]
)
def test_a_table_that_is_drawn_is_read(lines: list[str], markup: str) -> None:
    record = read(PARTNERS + markup.format("\n".join(lines)))
    assert [(each.name, each.country) for each in record.foreign_partners] == [
        ("Dosso", "Niger"),
        ("Ville de Kita", "Mali"),
    ]


def test_rules_below_headings_are_no_paragraphs() -> None:
    def pair(label: str, value: str) -> str:
        return f"<b>{label}</b>\n{'=' * len(label)}\n{value}\n\n"

    pairs = page_of(pair, title="Un jumelage", contexte="Un.\n----------\nDeux.", historique="Né.")
    record = parse(f"<pre>{pairs}</pre>".encode())
    assert (record.title, record.context, record.history) == ("Un jumelage", ["Un.", "Deux."], ["Né."])
    assert record.unread == []


def test_the_links_in_a_drawn_table_are_kept() -> None:
    row = "| <a href='/p?criteres.id=3'>Dosso</a> | Niger |"
    (table,) = read_document(f"<html><pre>{HEAD}\n{row}</pre></html>".encode()).blocks
    assert isinstance(table, PageTable)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Nom de la collectivité étrangère", "Pays"],
        ["Dosso", "Niger"],
    ]
    assert table.rows[1][0].links == ("/p?criteres.id=3",)


@pytest.mark.parametrize("text", ["| a | b |", "a | b\nc | d", "- - -\n-----\nx", "+1", "|", "||", "| a\n| b"])
def test_nothing_that_is_said_is_lost_where_a_text_looks_drawn(text: str) -> None:
    said = "".join(block.text for block in read_document(f"<html><pre>{text}</pre></html>".encode()).blocks)
    assert [sign for sign in said if sign.isalnum()] == [sign for sign in text if sign.isalnum()]


def test_a_long_drawn_table_is_read_in_time() -> None:
    lines = [RULE, HEAD, RULE, *(ROWS * 3000), RULE]
    (table,) = read_document("<html><pre>{}</pre></html>".format("\n".join(lines)).encode()).blocks
    assert isinstance(table, PageTable)
    assert len(table.rows) == 6001
