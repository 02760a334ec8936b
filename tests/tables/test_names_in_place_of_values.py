"""Names of columns that stand in the cells of their own columns, where there is no value."""

from fragments import codes, read

LABEL = "Contacts dans les partenaires étrangers du partenariat"
NAMES = ("Nom de la collectivité étrangère", "Nom", "Prénom", "Fonction", "Courriel")


def _page(*rows: str) -> str:
    head = "".join(f"<th>{name}" for name in NAMES)
    return f"<h3>{LABEL}</h3><table><tr>{head}</tr>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _named(*values: str) -> str:
    return "".join(f"<td><b>{name}</b>{value}</td>" for name, value in zip(NAMES, values, strict=True))


def test_a_name_alone_in_its_column_is_no_value_where_other_cells_repeat_theirs() -> None:
    record = read(_page(_named("Dosso", "Keita", "Awa", "", ""), _named("Kayes", "Diarra", "Ali", "", "")))
    assert [(each.last_name, each.position, each.email) for each in record.foreign_contacts] == [
        ("Keita", None, None),
        ("Diarra", None, None),
    ]
    assert codes(record) == []


def test_a_name_alone_in_its_column_is_no_value_in_a_table_of_one_row() -> None:
    record = read(_page(_named("Dosso", "Keita", "", "", "")))
    assert [tuple(each.model_dump().values()) for each in record.foreign_contacts] == [
        ("Dosso", "Keita", None, None, None)
    ]
    assert codes(record) == []
