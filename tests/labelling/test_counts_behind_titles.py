"""The number of a table's rows behind its title, as tabs and folds show it."""

import pytest
from fragments import FUNDING, page, read

from atlas_scraper import parse

TITLE = "Financement du partenariat"
TABLE = "".join(f"<th>{name}" for name in FUNDING.split("|")) + "<tr><td>Brest<td>12000<td><td><td><td>2017"


@pytest.mark.parametrize("count", [" <span>1</span>", "<span> 1</span>", " – 1 ligne(s)", " : 1", " - 1 résultat"])
def test_a_count_behind_a_tables_title_is_no_part_of_it(count: str) -> None:
    record = read(f"<h3>{TITLE}{count}</h3><table><tr>{TABLE}</table>")
    assert ([each.funder for each in record.funding], record.unread) == (["Brest"], [])


def test_a_count_behind_the_title_in_its_tab_is_no_part_of_it() -> None:
    tab = f"<button role=tab id=t1 aria-controls=p1>{TITLE} <span>1</span></button>"
    record = read(
        f"<div role=tablist>{tab}</div><div role=tabpanel id=p1 aria-labelledby=t1><table>{TABLE}</table></div>"
    )
    assert [each.funder for each in record.funding] == ["Brest"]


def test_a_year_behind_a_tables_title_makes_another_section_of_it() -> None:
    other = f"<h3>{TITLE} 2019</h3><p>Rien encore.</p>"
    record = parse(page(f"<h3>{TITLE}</h3><table><tr>{TABLE}</table>{other}").encode())
    assert ([each.funder for each in record.funding], [each.label for each in record.unread]) == (
        ["Brest"],
        [f"{TITLE} 2019"],
    )


def test_a_number_behind_a_label_that_heads_no_table_makes_another_label_of_it() -> None:
    record = read("<h3>Contexte</h3><p>Un fleuve.</p><h3>Contexte 2</h3><p>Un autre.</p>")
    assert (record.context, [each.label for each in record.unread]) == (["Un fleuve."], ["Contexte 2"])
