"""Rows below others that say by name what has no room in them, each name, colon and value in a box of its own."""

import pytest
from fragments import codes, read


@pytest.mark.parametrize("colon", ["<span>:</span>", "<div>:</div>", "<span> : </span>", ""])
def test_a_colon_in_a_box_of_its_own_parts_a_name_from_its_value(colon: str) -> None:
    def pairs(*texts: tuple[str, str]) -> str:
        return "".join(f"<div><div><span>{name}</span></div>{colon}<div>{value}</div></div>" for name, value in texts)

    below = "<tr><td colspan=2><div>{}</div></td></tr>"
    head = "<tr><th>Nom<th>Prénom</tr>"
    first = "<tr><td>Petit<td>Ada</tr>" + below.format(pairs(("Mission", "Eau"), ("Champs d'action", "Nord")))
    second = "<tr><td>Roy<td>Eve</tr>" + below.format(pairs(("Mission", ""), ("Champs d'action", "Sud")))
    record = read(f"<h3>Volontaires impliqués dans le partenariat</h3><table>{head}{first}{second}</table>")
    assert [(each.last_name, each.mission, each.field) for each in record.volunteers] == [
        ("Petit", "Eau", "Nord"),
        ("Roy", None, "Sud"),
    ]
    assert codes(record) == []
