"""Rows whose fields stand on one line, parted by a sign."""

import pytest
from fragments import LABELS, read

SIGNS = [" – ", " - ", " — ", ", ", " ; ", " | ", " / ", " · ", " • ", " → "]
PAIRS = ["<strong>{}</strong> : {}", "<strong>{} :</strong> {}", "{} : {}"]


def line(sign: str, pair: str, *fields: tuple[str, str]) -> str:
    return f"<li>{sign.join(pair.format(*field) for field in fields)}</li>"


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("pair", PAIRS)
def test_a_goal_ends_before_the_sign_that_parts_it_from_its_level(sign: str, pair: str) -> None:
    goal = "Thématique éligible"
    rows = "".join(
        f"<li>{pair.format(goal, text)}{sign}{level}</li>" for text, level in (("6 - Eau", 2), ("1. Faim", 1))
    )
    record = read(f"<h3>Objectifs de développement durable - ODD</h3><ul>{rows}</ul>")
    assert [(each.goal, each.label, each.level) for each in record.sdgs] == [(6, "Eau", 2), (1, "Faim", 1)]


@pytest.mark.parametrize("level", ["<li>2</li>", "<li><em></em> : 2</li>", "<li>: 2</li>"])
def test_a_level_stands_in_an_entry_of_its_own(level: str) -> None:
    row = f"<li><ul><li><em>Thématique éligible</em> : 6 - Eau</li>{level}</ul></li>"
    record = read(f"<h3>Objectifs de développement durable - ODD</h3><ol>{row}</ol>")
    assert [(each.goal, each.label, each.level) for each in record.sdgs] == [(6, "Eau", 2)]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("pair", PAIRS[:2])
def test_an_unlisted_field_behind_the_only_one_that_is_known_is_none_of_its_value(sign: str, pair: str) -> None:
    name = "Nom de la collectivité territoriale"
    rows = [line(sign, pair, (name, town), ("Observations", "départemental")) for town in ("Ville de Caen", "Pau")]
    record = read(f"<h3>{LABELS[7]}</h3><ul>{''.join(rows)}</ul>")
    assert [each.name for each in record.french_authorities] == ["Ville de Caen", "Pau"]
    assert [(each.label, each.text) for each in record.unread] == [("Observations", "départemental\ndépartemental")]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("pair", PAIRS)
def test_a_comma_in_a_value_parts_it_from_no_name(sign: str, pair: str) -> None:
    names = ("Nom du financeur", "Montant en euros", "Année")
    rows = [("Europe, Affaires sociales", "1200", "2011"), ("", "50", "2012")]
    html = "".join(line(sign, pair, *zip(names, row, strict=True)) for row in rows)
    record = read(f"<h3>{LABELS[8]}</h3><ul>{html}</ul>")
    found = [(each.funder or "", str(each.amount_eur), str(each.year)) for each in record.funding]
    assert found == rows
