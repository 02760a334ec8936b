"""Rows that a table writes as pairs of names and values, one below the other."""

import pytest
from fragments import read

STACKED = [("Dosso", "Niger", "p?id=1"), ("Kayes", "", ""), ("Ville", "Togo", "p?id=3")]


@pytest.mark.parametrize("between", ["", "<tr><td colspan=2><hr></tr>", "<tr><td></tr>"])
@pytest.mark.parametrize("name", ["th", "td"])
def test_pairs_whose_names_come_again_and_again_in_one_table_are_rows(name: str, between: str) -> None:
    pair = f"<tr><{name}>{{}}</{name}><td>{{}}</td></tr>"
    rows = [
        pair.format("Nom de la collectivité étrangère", town)
        + pair.format("Pays", country)
        + pair.format("", f"<a href='{link}'><img src=icon></a>" if link else "")
        for town, country, link in STACKED
    ]
    table = f"<table>{between.join(rows)}</table>"
    record = read(
        f"<h3>Partenaires étrangers du partenariat</h3>{table}", url="https://example.org/a/b?criteres.prjId=7"
    )
    said = [(each.name, each.country or "", (each.link or "").rpartition("/")[2]) for each in record.foreign_partners]
    assert said == STACKED
    assert record.unread == []


def test_pairs_whose_names_do_not_all_come_again_stay_unread_with_their_words() -> None:
    names = ["Nom de la collectivité étrangère", "Pays", "Nom de la collectivité étrangère"]
    rows = "".join(f"<tr><td>{name}<td>{said}</tr>" for name, said in zip(names, "abc", strict=True))
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><table>{rows}</table>")
    whole = f"{[each.text for each in record.unread]} {[each.detail for each in record.issues]}"
    assert "c" in whole or [each.name for each in record.foreign_partners] == ["a", "c"]
