"""Rows whose cells say by name what belongs to other columns, as pages for small screens write them."""

import pytest
from fragments import FUNDING, ONE_PERCENT, codes, read

from atlas_scraper import Partnership
from atlas_scraper.record.issues import IssueCode

NAME = "Nom de la collectivité étrangère"
STACKED = {
    "a list of pairs": "<dl><dt>Pays</dt><dd>{}</dd></dl>",
    "a list with colons": "<ul><li>Pays : {}</li></ul>",
    "lines": "<br>Pays : {}",
    "a marked name": "<br><b>Pays</b> {}",
    "boxes": "<div><div>Pays</div><div>{}</div></div>",
    "stretches": "<div><div><span>Pays</span><span>{}</span></div></div>",
    "stretches of its own line": " <i>Pays</i> <span>{}</span>",
}


def _doubts(record: Partnership) -> str:
    return "; ".join(issue.detail for issue in record.issues if issue.code is IssueCode.AMBIGUOUS_CELLS)


def _partners(*rows: str, header: str = f"<th>{NAME}<th>Pays") -> str:
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<h3>Partenaires étrangers du partenariat</h3><table><tr>{header}</tr>{body}</table>"


@pytest.mark.parametrize("way", STACKED)
@pytest.mark.parametrize("other", ["<td>Niger</td>", "<td></td>", ""])
def test_columns_stacked_in_the_first_cell_are_no_part_of_its_value(way: str, other: str) -> None:
    record = read(_partners(f"<td>Dosso{STACKED[way].format('Niger')}</td>{other}", "<td>Kayes</td><td>Mali</td>"))
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger"), ("Kayes", "Mali")]
    assert codes(record) == [] == record.unread


@pytest.mark.parametrize("way", [way for way in STACKED if way != "stretches of its own line"])
def test_a_stacked_column_that_says_something_else_is_said(way: str) -> None:
    record = read(_partners(f"<td>Dosso{STACKED[way].format('Togo')}</td><td>Niger</td>"))
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger")]
    assert codes(record) == [IssueCode.AMBIGUOUS_CELLS]
    assert "Togo" in _doubts(record)


@pytest.mark.parametrize("other", ["<td></td>", ""])
def test_what_may_be_an_unlisted_column_below_an_empty_one_is_none_of_its_value_in_silence(other: str) -> None:
    for pair in ("<dt>{}</dt><dd>{}</dd>", "<p>{}</p><p>{}</p>"):
        inner = pair.format("Pays", "") + pair.format("Habitants", "1200")
        record = read(_partners(f"<td>Dosso<div>{inner}</div></td>{other}"))
        assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", None)]
        assert codes(record) in ([IssueCode.UNKNOWN_COLUMN], [IssueCode.AMBIGUOUS_CELLS])


def test_a_stretch_with_the_words_of_a_name_within_a_value_is_part_of_it() -> None:
    record = read(_partners("<td>Dosso <b>Pays</b> basque</td><td>Niger</td>", "<td>Ada <i>Pays</i> bas</td><td></td>"))
    assert [each.name for each in record.foreign_partners] == ["Dosso Pays basque", "Ada Pays bas"]


def test_an_empty_value_stacked_in_a_cell_is_none_of_its_neighbours() -> None:
    stacked = "<dl><dt>Montant en euros</dt><dd>900</dd>" + f"<dt>{ONE_PERCENT}</dt><dd>{{}}</dd>" * 3 + "</dl>"
    names = "".join(f"<th>{name}" for name in FUNDING.split("|"))
    cells = f"<td>Tilliac{stacked.format('', '40', '')}</td><td>900<td><td>40<td><td>2016"
    record = read(f"<h3>Financement du partenariat</h3><table><tr>{names}<tr>{cells}</table>")
    (row,) = record.funding
    said = (row.funder, str(row.amount_eur), [*map(str, row.one_percent_eur)], row.year)
    assert said == ("Tilliac", "900", ["None", "40", "None"], 2016)
    assert codes(record) == []


def test_the_name_of_an_empty_column_stacked_in_a_cell_is_no_part_of_its_value() -> None:
    empty = "<dl><dt>Pays</dt><dd></dd></dl>"
    for rows in ([f"<td>Dosso{empty}</td><td></td>"], [f"<td>Dosso{empty}</td>", "<td>Kayes<p>Pays : Mali</p></td>"]):
        record = read(_partners(*rows))
        assert [each.name for each in record.foreign_partners] == ["Dosso", "Kayes"][: len(rows)]
        assert codes(record) == []


def test_hidden_cells_in_the_middle_of_a_row_are_filled_by_the_names_in_its_first() -> None:
    names = "<th>Nom<th>Prénom<th>Mission<th>Champs d'action<th>Entité d'affectation"
    cells = "<td>Petit<dl><dt>Prénom</dt><dd>Ada</dd><dt>Mission</dt><dd>Un puits</dd></dl></td><td>Eau</td><td>Mairie"
    record = read(f"<h3>Volontaires impliqués dans le partenariat</h3><table><tr>{names}<tr>{cells}</table>")
    (row,) = record.volunteers
    assert (row.last_name, row.first_name, row.mission, row.field, row.host) == (
        "Petit",
        "Ada",
        "Un puits",
        "Eau",
        "Mairie",
    )


@pytest.mark.parametrize("behind", ["<p>Une remarque</p>", "<p><b>Une</b> remarque</p>"])
def test_what_stands_behind_stacked_columns_is_said(behind: str) -> None:
    record = read(_partners(f"<td>Dosso<ul><li>Pays : Niger</li></ul>{behind}</td><td>Niger</td>"))
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger")]
    assert codes(record) == [IssueCode.AMBIGUOUS_CELLS]
    assert "Une remarque" in _doubts(record)


@pytest.mark.parametrize("head", [f"<th>{NAME}<th>Pays<th>Habitants", ""])
def test_names_repeated_in_cells_are_no_part_of_the_values_of_listed_and_unlisted_columns(head: str) -> None:
    names = [NAME, "Pays", "Habitants"]
    rows = [("Dosso", "Niger", "1200"), ("Kayes", "", "90")]
    cells = [
        "".join(f"<td><span>{name}</span>{text}</td>" for name, text in zip(names, row, strict=True)) for row in rows
    ]
    if head:
        record = read(_partners(*cells, header=head))
    else:
        top = "".join(f"<th>{name}" for name in names)
        body = "".join(f"<tr>{row}</tr>" for row in cells)
        label = "<h3>Partenaires étrangers du partenariat</h3>"
        record = read(f"{label}<div><table><tr>{top}</tr></table></div><div><table>{body}</table></div>")
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger"), ("Kayes", None)]
    assert [(each.label, each.text) for each in record.unread] == [("Habitants", "1200\n90")]


CHILDREN = {
    "stretches": ("<ul>{}</ul>", "<li><span class=t>{}</span> <span>{}</span></li>"),
    "a list of pairs": ("<dl>{}</dl>", "<dt class=t>{}</dt><dd>{}</dd>"),
    "colons": ("<div>{}</div>", "<p>{} : {}</p>"),
}


@pytest.mark.parametrize("way", CHILDREN)
def test_columns_in_a_row_below_are_those_of_the_row_above(way: str) -> None:
    around, pair = CHILDREN[way]
    rows = [("Tilliac", "900", "2016"), ("Vaubrun", "800", "")]
    body = "".join(
        f"<tr><td>{name}<td>{amount}<tr><td colspan=2>{around.format(pair.format('Année', year))}"
        for name, amount, year in rows
    )
    table = f"<table><tr><th>Nom du financeur<th>Montant en euros{body}</table>"
    record = read(f"<h3>Financement du partenariat</h3>{table}")
    said = [(row.funder, str(row.amount_eur), row.year) for row in record.funding]
    assert said == [("Tilliac", "900", 2016), ("Vaubrun", "800", None)]
    assert codes(record) == [] == record.unread


@pytest.mark.parametrize("way", ["stretches", "a list of pairs"])
def test_an_unlisted_column_in_a_row_below_stays_unread_by_its_name(way: str) -> None:
    around, pair = CHILDREN[way]
    inner = around.format(pair.format("Habitants", "1200") + pair.format("Pays", "Niger"))
    record = read(_partners("<td>Dosso", f"<td>{inner}", header=f"<th>{NAME}"))
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger")]
    assert [(each.label, each.text) for each in record.unread] == [("Habitants", "1200")]


def test_a_row_below_that_says_something_else_than_the_row_above_is_said() -> None:
    record = read(_partners("<td>Dosso<td>Niger", "<td colspan=2><dl><dt>Pays</dt><dd>Togo</dd></dl>"))
    first = record.foreign_partners[0]
    assert (first.name, first.country) == ("Dosso", "Niger")
    assert IssueCode.AMBIGUOUS_CELLS in codes(record)


def test_rows_of_one_cell_that_name_all_their_columns_are_rows_of_their_own() -> None:
    rows = [
        f"<td colspan=2><dl><dt>{NAME}</dt><dd>{n}</dd><dt>Pays</dt><dd>{c}</dd></dl>"
        for n, c in [("Dosso", "Niger"), ("Kayes", "Mali")]
    ]
    record = read(_partners(*rows))
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger"), ("Kayes", "Mali")]
    assert codes(record) == []


def test_of_columns_of_one_name_those_in_a_row_below_are_the_last_and_that_is_said() -> None:
    head = "".join(f"<th>{name}" for name in FUNDING.split("|")[:4])
    below = f"<ul><li><b>{ONE_PERCENT}</b> 7</li><li><b>Année</b> 2016</li></ul>"
    table = f"<table><tr>{head}<tr><td>Tilliac<td>900<td>5<td>6<tr><td colspan=4>{below}</table>"
    record = read(f"<h3>Financement du partenariat</h3>{table}")
    (row,) = record.funding
    assert ([*map(str, row.one_percent_eur)], row.year) == (["5", "6", "7"], 2016)
    assert codes(record) == [IssueCode.AMBIGUOUS_CELLS]


def test_a_value_that_reads_like_the_name_of_a_column_stays_a_value() -> None:
    names = "<th>Nom<th>Prénom<th>Mission"
    rows = "<tr><td>Petit<td>Ada<td>Mission<tr><td>Roy<td>Eve<td>Suivi<br>Mission<tr><td>Nom<td>Iris<td>Eau"
    record = read(f"<h3>Volontaires impliqués dans le partenariat</h3><table><tr>{names}{rows}</table>")
    said = [(row.last_name, row.mission) for row in record.volunteers]
    assert said == [("Petit", "Mission"), ("Roy", "Suivi Mission"), ("Nom", "Eau")]


def test_an_icon_in_a_row_of_its_own_below_links_the_row_above() -> None:
    icon = '<td colspan=2><ul><li><span></span> <span><a href="https://example.org/{}"><img src=i></a></span></ul>'
    record = read(_partners("<td>Dosso<td>Niger", icon.format(1), "<td>Kayes<td>Mali", icon.format(2)))
    links = [each.link for each in record.foreign_partners]
    assert links == ["https://example.org/1", "https://example.org/2"]


OWN = {
    "marked": "<td><b>{}</b> {}</td>",
    "with a colon": "<td><b>{}</b> : {}</td>",
    "above a line break": "<td><strong>{}</strong><br>{}</td>",
    "boxes": "<td><div>{}</div><div>{}</div></td>",
}


@pytest.mark.parametrize("way", OWN)
def test_a_lone_row_whose_cells_repeat_their_names_has_empty_cells(way: str) -> None:
    texts = ("Petit", "Ada", "", "Eau", "")
    names = ("Nom", "Prénom", "Mission", "Champs d'action", "Entité d'affectation")
    cells = "".join(OWN[way].format(name, text) for name, text in zip(names, texts, strict=True))
    head = "".join(f"<th>{name}</th>" for name in names)
    table = f"<table><thead><tr>{head}</tr></thead><tr>{cells}</tr></table>"
    (row,) = read(f"<h3>Volontaires impliqués dans le partenariat</h3>{table}").volunteers
    assert (row.last_name, row.first_name, row.mission, row.field, row.host) == ("Petit", "Ada", None, "Eau", None)


@pytest.mark.parametrize("country", ["Niger", ""])
def test_pairs_on_one_line_in_a_row_below_are_of_the_row_above(country: str) -> None:
    below = f"<td colspan=2><b>Habitants</b> 9 · <b>Pays</b> {country}</td>"
    record = read(_partners("<td>Dosso</td><td></td>", below.replace("<b>Habitants</b> 9 · ", "")))
    assert [(each.name, each.country or "") for each in record.foreign_partners] == [("Dosso", country)]
    assert codes(record) == []


def test_words_above_the_pairs_in_a_row_below_are_no_name_of_a_row() -> None:
    below = "<td colspan=2><details><summary>Suite</summary><dl><dt>Pays</dt><dd>{}</dd></dl></details></td>"
    rows = ["<td>Dosso</td>", below.format("Niger"), "<td>Kayes</td>", below.format("Mali")]
    record = read(_partners(*rows, header=f"<th>{NAME}<th>"))
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger"), ("Kayes", "Mali")]
    assert [each.text for each in record.unread] == ["Suite"]


def test_words_above_pairs_that_say_something_else_than_the_row_above_stay_unread() -> None:
    below = "<td colspan=2><p>Suite</p><dl><dt>Pays</dt><dd>Togo</dd></dl></td>"
    record = read(_partners("<td>Dosso</td><td>Niger</td>", below))
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger")]
    assert "Togo" in str(record.unread)


def test_the_button_of_a_box_in_a_cell_is_no_value_of_the_last_name_in_it() -> None:
    pairs = f"<dl><dt>{NAME}</dt><dd>{{0}}</dd><dt>Pays</dt><dd>{{1}}</dd></dl>"
    row = f"<td>{{0}}<td>{{1}}<td><div>{pairs}</div><div><button>Fermer</button></div>"
    partners = [("Dosso", "Niger"), ("Kayes", "")]
    table = _partners(*(row.format(*each) for each in partners), header=f"<th>{NAME}<th>Pays<th>")
    found = read(table)
    assert [(each.name, each.country or "") for each in found.foreign_partners] == partners
    assert (found.unread, _doubts(found)) == ([], "")
