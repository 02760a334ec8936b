"""Fields that nobody has listed in records of lines, behind an empty field or below other marks: unknown columns."""

import pytest
from fragments import codes, read

from atlas_scraper.record.issues import IssueCode

VOLUNTEERS = "Volontaires impliqués dans le partenariat (VSI, service civique, etc.) d'Échange et de Solidarité"
FIELDS = [("Nom", "MARTIN"), ("Prénom", "Zoé"), ("Mission", "Appui"), ("Champs d'action", "Eau")]
HOST = "Entité d'affectation"


@pytest.mark.parametrize("host", ["", "Mairie de Mopti"])
@pytest.mark.parametrize("records", [1, 2])
@pytest.mark.parametrize(
    ("record", "field"),
    [
        ("<p>{}</p>", "{} : {}<br>"),
        ("<ul>{}</ul>", "<li>{} : {}</li>"),
        ("<div>{}</div>", "<p>{} : {}</p>"),
        ("<div>{}</div>", "<p>{}</p><p>{}</p>"),
    ],
)
def test_a_field_that_nobody_has_listed_is_no_value_of_the_one_before(
    record: str, field: str, records: int, host: str
) -> None:
    last = "<ul><li>Observations : départemental</li></ul>" if field.count("<p>") > 1 else ""
    fields = [*FIELDS, (HOST, host), *([] if last else [("Observations", "départemental")])]
    markup = record.format("".join(field.format(*pair) for pair in fields) + last) * records
    said = read(f"<h3>{VOLUNTEERS}</h3>{markup}")
    assert [(each.last_name, each.field, each.host) for each in said.volunteers] == [
        ("MARTIN", "Eau", host or None)
    ] * records
    assert len(codes(said)) == 1
    assert said.issues[0].code in {IssueCode.UNKNOWN_COLUMN, IssueCode.UNREAD_TEXT}
    assert all("départemental" in each.text for each in said.unread)
    assert said.unread


@pytest.mark.parametrize("records", [1, 2])
def test_fields_of_a_definition_list_stay_fields_where_two_empty_ones_stand_before_an_unlisted(records: int) -> None:
    fields = [*FIELDS[:3], ("Champs d'action", ""), (HOST, ""), ("Observations", "01")]
    one = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in fields)
    said = read(f"<h3>{VOLUNTEERS}</h3>" + f"<dl>{one}</dl>" * records)
    assert [(each.last_name, each.first_name, each.mission) for each in said.volunteers] == [
        ("MARTIN", "Zoé", "Appui")
    ] * records
    assert [(each.label, each.text) for each in said.unread] == [("Observations", "\n".join(["01"] * records))]
