"""Cards of one table that are not of one shape: some look like a grid of boxes, others hold a line without a name."""

import pytest
from fragments import FUNDING, read

ELIGIBLE = "Thématique éligible"


def _goal(*pairs: tuple[str, str]) -> str:
    said = "".join(
        f"<div class=row><div class=k>{head}</div><div class=v>{text}</div></div>" if head else f"<div>{text}</div>"
        for head, text in pairs
    )
    return f"<div class=card>{said}</div>"


@pytest.mark.parametrize("further", [(), (("Type de structure", "communale"),)])
def test_goals_in_cards_keep_the_level_that_stands_there_without_a_name(further: tuple[tuple[str, str], ...]) -> None:
    first = _goal(*further, (ELIGIBLE, "4 - Éducation de qualité"))
    others = [_goal(*further, (ELIGIBLE, goal), ("", "2")) for goal in ("5 - Égalité", "6 - Eau propre")]
    record = read(f"<h3>Objectifs de développement durable - ODD</h3><div>{first}{''.join(others)}</div>")
    assert [(each.goal, each.level) for each in record.sdgs] == [(4, None), (5, 2), (6, 2)]
    assert [each.label for each in record.unread] == ["Type de structure"] * len(further)


@pytest.mark.parametrize("value", ["{}", "<a href='#'>{}</a>", "<span>{}</span>"])
def test_cards_of_stretches_are_rows_whatever_their_values_stand_in(value: str) -> None:
    rows = [("Tilliac", "900", "", "", "", "2016"), ("Vaubrun", "800", "40", "", "2", "2017")]
    cards = (
        "".join(
            f"<li><span>{head}</span> <span>{text and value.format(text)}</span></li>"
            for head, text in zip(FUNDING.split("|"), row, strict=True)
        )
        for row in rows
    )
    around = "".join(f"<li><ul>{card}</ul></li>" for card in cards)
    record = read(f"<h3>Financement du partenariat</h3><ul>{around}</ul>")
    assert [(each.funder, each.one_percent_eur, each.year) for each in record.funding] == [
        ("Tilliac", [None, None, None], 2016),
        ("Vaubrun", [40, None, 2], 2017),
    ]
    assert record.unread == []
