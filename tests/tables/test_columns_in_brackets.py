"""The value of a second column, with its name, in brackets behind that of the first."""

import pytest
from fragments import read

NAME = "Nom de la collectivité étrangère"


def _partners(*entries: str) -> list[tuple[str | None, str | None]]:
    items = "".join(f"<li>{entry}</li>" for entry in entries)
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><ul>{items}</ul>")
    return [(each.name, each.country) for each in record.foreign_partners]


@pytest.mark.parametrize("column", ["{}", "<b>{}</b>", "<i>{}</i>"])
@pytest.mark.parametrize("value", ["{}", "<a href='/p'>{}</a>"])
def test_a_column_in_brackets_behind_another_is_its_own(column: str, value: str) -> None:
    entry = f"{column.format(f'{NAME} :')} {value.format('{}')} ({column.format('Pays :')} {{}})"
    assert _partners(entry.format("Ville de Y", "Mali"), entry.format("Dosso (Ouest)", "Niger")) == [
        ("Ville de Y", "Mali"),
        ("Dosso (Ouest)", "Niger"),
    ]


def test_brackets_within_the_value_in_brackets_are_its_own() -> None:
    assert _partners(f"{NAME} : Kivu (Pays : Congo (République démocratique du))") == [
        ("Kivu", "Congo (République démocratique du)")
    ]


def test_brackets_that_begin_with_no_column_stay_in_the_value() -> None:
    assert _partners(f"{NAME} : Ville de Y (dite : la Belle), Pays : Mali") == [
        ("Ville de Y (dite : la Belle)", "Mali")
    ]
