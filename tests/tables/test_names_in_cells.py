"""Names of columns at the beginning of cells, where a converter glued them to what the cells say."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from lines import line, table

from atlas_scraper.blocks.document import Cell, PageTable
from atlas_scraper.tables.columns import Header
from atlas_scraper.tables.names_in_cells import without_own_names


def _bare(*rows: str, rendition: str = "markdown", header: int = 0) -> PageTable:
    """Give a table of rows such as `Pays|Ville` without the names of its header."""
    whole = table(*rows)
    texts = tuple(cell.text for cell in whole.rows[header])
    reader: Any = cast("Any", SimpleNamespace(document=SimpleNamespace(rendition=rendition)))
    return without_own_names(reader, whole._replace(keeps_positions=False), Header((None, None), texts, header))


def test_names_that_every_cell_begins_with_are_left_out_and_then_no_cell_is_missing() -> None:
    bare = _bare("Town|Land", "TownGao|LandMali", "Town|LandTogo", "|")
    assert bare.text == "Town | Land\nGao | Mali\n | Togo"
    assert [[block.text for block in cell.blocks] for cell in bare.rows[1]] == [["Gao"], ["Mali"]]
    assert (bare.keeps_positions, bare.keeps_short_rows) == (True, True)


def test_rows_above_the_header_stay() -> None:
    assert _bare("x|y", "Town|Land", "TownGao|LandMali", header=1).text == "x | y\nTown | Land\nGao | Mali"


@pytest.mark.parametrize(
    "rows",
    [
        ("Town|Land", "TownGao|Mali"),
        ("Town|Land", "TownGao|", "TownKayes|"),  # one short name alone
        ("Town|Land", "Town|Land"),  # the header once more
        ("Town|", "TownGao|x"),
    ],
)
def test_cells_stay_as_they_are_where_some_begin_otherwise_or_one_short_name_tells(rows: tuple[str, ...]) -> None:
    assert _bare(*rows).text == table(*rows).text
    assert not _bare(*rows).keeps_positions


def test_one_name_of_twelve_letters_is_enough() -> None:
    assert _bare("Municipality|Land", "MunicipalityGao|").text == "Municipality | Land\nGao | "
    assert _bare("Municipalit|Land", "MunicipalitGao|").text == "Municipalit | Land\nMunicipalitGao | "


def test_a_cell_of_several_lines_loses_the_name_in_its_first_one() -> None:
    cell = Cell("TownGao by the river", (line("TownGao"), line("by the river")))
    whole = PageTable(((Cell("Town"), Cell("Land")), (cell, Cell("LandMali", (line("LandMali"),)))))
    reader: Any = cast("Any", SimpleNamespace(document=SimpleNamespace(rendition="flat")))
    bare = without_own_names(reader, whole, Header((None, None), ("Town", "Land"), 0))
    assert bare.rows[1][0].text == "Gao by the river"


def test_html_keeps_such_names_apart_itself() -> None:
    assert _bare("Town|Land", "TownGao|LandMali", rendition="html").text == "Town | Land\nTownGao | LandMali"
