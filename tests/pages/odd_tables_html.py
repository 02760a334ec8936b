"""Ways to write the rows of a table that developers are seldom seen to use, most of which no markup calls a table."""

from collections.abc import Callable
from html import escape
from typing import NamedTuple

from .items import Column, Table
from .labels import NO_ROWS


class TableWay(NamedTuple):
    """A way to write a table.

    Args:
        cell: a cell; `{0}` is the name of its column, `{1}` its text.
        row: a row of cells.
        whole: all rows.
        header: the name of a column in a row of names; empty where each cell says its own.
        nameless: a cell of a column without a name, where each cell says its own.
    """

    cell: str
    row: str
    whole: str = "{}"
    header: str = ""
    nameless: str = ""


TABLES = {
    "table": TableWay("<td>{1}</td>", "<tr>{}</tr>", "<table>{}</table>", "<th>{0}</th>"),
    "nested tables": TableWay(
        "<td><table><tr><td>{1}</td></tr></table></td>",
        "<tr>{}</tr>",
        "<table>{}</table>",
        "<td><table><tr><td><b>{0}</b></td></tr></table></td>",
    ),
    "rows of boxes": TableWay("<div>{1}</div>", "<div>{}</div>", "<div>{}</div>", "<div>{0}</div>"),
    "rows of entries": TableWay("<li>{1}</li>", "<ul>{}</ul>", "<div>{}</div>", "<li>{0}</li>"),
    "grid without rows": TableWay(
        '<div class="cell">{1}</div>', "{}", '<div style="display:grid">{}</div>', '<div class="head">{0}</div>'
    ),
    "tabs": TableWay("{1}\t", "{}\n", "<pre>{}</pre>", "{0}\t"),
    "a table for each row": TableWay("<tr><th>{0}</th><td>{1}</td></tr>", "<table>{}</table>"),
    "cards of definitions": TableWay("<dt>{0}</dt><dd>{1}</dd>", "<dl>{}</dl>", nameless="<dd>{1}</dd>"),
    "cards of lines": TableWay("<strong>{0} :</strong> {1}<br>", "<p>{}</p>", nameless="{1}<br>"),
    "cards with a dash": TableWay("<b>{0}</b> – {1}<br>", "<div>{}</div>", nameless="{1}<br>"),
    "cards of boxes": TableWay(
        '<div class="row"><div class="k">{0}</div><div class="v">{1}</div></div>',
        '<div class="card">{}</div>',
        "<div>{}</div>",
        nameless="<div>{1}</div>",
    ),
    "cards of stretches": TableWay(
        "<li><span>{0}</span> <span>{1}</span></li>",
        "<li><ul>{}</ul></li>",
        "<ul>{}</ul>",
        nameless="<li>{1}</li>",
    ),
    "headers that sort": TableWay(
        "<td>{1}</td>", "<tr>{}</tr>", "<table>{}</table>", '<th><a href="?sort={0}">{0}</a> <span>▲▼</span></th>'
    ),
    "cells that say their header": TableWay(
        '<td><span class="lbl">{0}</span> {1}</td>', "<tr>{}</tr>", "<table>{}</table>"
    ),
    "a body for each row": TableWay(
        "<td><p>{1}</p></td>", "<tbody><tr>{}</tr></tbody>", "<table>{}</table>", "<td><b>{0}</b></td>"
    ),
    "cards in cells": TableWay("<b>{0} :</b> {1}<br>", "<tr><td>{}</td></tr>", "<table>{}</table>", nameless="{1}<br>"),
    "cards of paragraphs": TableWay("<p><b>{0}</b><br>{1}</p>", "{}", "<div>{}</div>", nameless="<p>{1}</p>"),
    "cards between lines": TableWay("<div>{0} : {1}</div>", "{}<hr>", "<div>{}</div>", nameless="<div>{1}</div>"),
    "cells on one line": TableWay("<b>{0} :</b> {1} ", "<li>{}</li>", "<ul>{}</ul>", nameless="{1} "),
}
"""Ways to write a table, by name."""


def write_odd_table(table: Table, way: TableWay, value: Callable[[str], str]) -> str:
    """Write a table.

    Args:
        table: the table; icons are left out.
        way: how.
        value: writes a text.
    """
    columns = [(place, column) for place, column in enumerate(table.columns) if not column.icon]
    rows = "".join(
        way.row.format("".join(_cell(way, column, value(row[place].text)) for place, column in columns))
        for row in table.rows
    )
    if not way.header:
        return way.whole.format(rows) if rows else f"<p>{NO_ROWS}</p>"
    names = "".join(way.header.format(escape(column.header)) for _, column in columns)
    return way.whole.format(way.row.format(names) + rows)


def _cell(way: TableWay, column: Column, text: str) -> str:
    if way.nameless and not column.header:
        return way.nameless.format("", text) if text else ""
    return way.cell.format(escape(column.header), text)
