"""Pages whose pairs are lists in the way of French typography: `Titre : Un puits ;`, and a full stop at the end."""

import pytest
from fragments import page

from atlas_scraper import parse

PAIRS = [
    ("Titre", "Un jumelage<br>d'écoles"),
    ("Année de début du partenariat", "2010"),
    ("Thématique d'intervention", "Sport"),
    ("Sous-thématique d'intervention", ""),
    ("Sous-sous-thématique d'intervention", ""),
    ("Le partenariat est", "En cours"),
    ("Date de fin du partenariat", "03/04/2020"),
]


@pytest.mark.parametrize("count", range(3, len(PAIRS)))
def test_the_signs_that_close_the_entries_of_a_list_are_no_part_of_values(count: int) -> None:
    lists = [PAIRS[:count], PAIRS[count:]]
    parts = [[f"<li><b>{label} :</b> {value} ;</li>" for label, value in pairs] for pairs in lists]
    head = "".join(f"<ul>{''.join(part).removesuffix(' ;</li>')}.</li></ul>" for part in parts)
    text = "<h3>Contexte</h3><ul><li>un puits ;</li><li>une école.</li></ul>"
    record = parse(page(text, head=head).encode())
    assert record.title == "Un jumelage d'écoles"
    assert (record.start_year, record.status_label, str(record.end_date)) == (2010, "En cours", "2020-04-03")
    assert record.theme is not None
    assert (record.theme.theme, record.theme.subtheme, record.unread) == ("Sport", None, [])
    assert record.context == ["un puits ;", "une école."]


def test_a_value_that_ends_with_a_sign_alone_keeps_it() -> None:
    head = "".join(f"<li><b>{label} :</b> {value or 'x'}</li>" for label, value in PAIRS)
    record = parse(page(head=f"<ul>{head.replace('écoles', 'écoles ;')}</ul>").encode())
    assert record.title == "Un jumelage d'écoles ;"
