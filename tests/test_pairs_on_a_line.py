"""Pairs that share a line, a table or a row of boxes with others, and what stands between them."""

import pytest
from fragments import page

from atlas_scraper import Partnership, parse
from atlas_scraper.errors import LayoutError

HEAD = [
    ("Titre", "Un jumelage"),
    ("Année de signature de la convention ou de la lettre d'intention", "2017"),
    ("Thématique d'intervention", "Culture et Patrimoine"),
    ("Sous-thématique d'intervention", ""),
    ("Sous-sous-thématique d'intervention", ""),
    ("Le partenariat est", "En cours"),
    ("Date de fin du partenariat", "31/12/2018"),
]


def _read(between: str, pair: str = "<span><b>{0} :</b> <span>{1}</span></span>") -> Partnership:
    lines = (HEAD[start : start + 3] for start in range(0, len(HEAD), 3))
    head = "".join(f"<p>{between.join(pair.format(*each) for each in line)}</p>" for line in lines)
    return parse(page(head=head + "<h3>Autres thématiques mises en œuvre pour le partenariat</h3>").encode())


@pytest.mark.parametrize("sign", ["·", "|", "•", "–", "/", ";", "||"])
@pytest.mark.parametrize("between", ["<span class=sep> {} </span>", " {} ", "<i>{}</i>", " <b>{}</b> "])
def test_a_sign_between_two_pairs_is_part_of_neither(sign: str, between: str) -> None:
    record = _read(between.format(sign))
    assert (record.title, record.convention_year, record.status_label) == ("Un jumelage", 2017, "En cours")
    assert record.theme is not None
    assert (record.theme.theme, record.theme.subtheme) == ("Culture et Patrimoine", None)
    assert record.unread == []


def test_a_sign_at_the_end_of_a_value_is_its_own_where_no_label_follows_it() -> None:
    head = "".join(f"<p><b>{label} :</b> {value}{' ;' * (value == 'Un jumelage')}</p>" for label, value in HEAD)
    caption = "<h3>Autres thématiques mises en œuvre pour le partenariat</h3>"
    assert parse(page(head=head + caption).encode()).title == "Un jumelage ;"


@pytest.mark.parametrize("cell", ["<th scope=rowgroup rowspan={1}>{0}</th>", "<td rowspan={1}>{0}</td>"])
@pytest.mark.parametrize("group", ["Informations générales", "Quand et quoi"])
def test_the_name_of_a_group_of_pairs_in_a_cell_beside_them_is_no_part_of_any(cell: str, group: str) -> None:
    rows = [f"<th>{label}</th><td>{value}</td>" for label, value in HEAD]
    caption = "<h3>Autres thématiques mises en œuvre pour le partenariat</h3>"
    first, *others = rows[:5]
    table = "".join(f"<tr>{row}</tr>" for row in (cell.format("Identification", 5) + first, *others))
    last = "".join(f"<tr>{row}</tr>" for row in (cell.format(group, 2) + rows[5], rows[6]))
    record = parse(page(head=f"<table>{table}</table>{caption}<p>Aucun résultat</p><table>{last}</table>").encode())
    assert (record.title, record.convention_year, record.status_label) == ("Un jumelage", 2017, "En cours")
    assert [each.label for each in record.unread] == [group] * (group == "Quand et quoi")


COLUMNS = {
    "paragraphs": ("<div>{}</div><div>{}</div>", "<p>{}</p>"),
    "lists": ("<ul>{}</ul><ul>{}</ul>", "<li>{}</li>"),
    "boxes in a row": ("<section><div>{}</div><div>{}</div></section>", "<div>{}</div>"),
    "terms": ("<dl>{}</dl><dl>{}</dl>", "<dt>{}</dt>"),
}


@pytest.mark.parametrize("way", COLUMNS)
@pytest.mark.parametrize("unlisted", [[], [("Budget global", "120 000")]])
def test_labels_in_one_box_have_their_values_in_the_box_beside_it(way: str, unlisted: list[tuple[str, str]]) -> None:
    boxes, cell = COLUMNS[way]
    columns = (zip(*part, strict=True) for part in (HEAD[:2] + unlisted + HEAD[2:5], HEAD[5:]))
    lines = (boxes.format(*("".join(map(cell.format, texts)) for texts in column)) for column in columns)
    head = "<h3>Autres thématiques mises en œuvre pour le partenariat</h3><p>Aucun résultat</p>".join(lines)
    record = parse(page(head=head).encode())
    assert record.theme is not None
    assert (record.title, record.convention_year, record.theme.theme) == ("Un jumelage", 2017, "Culture et Patrimoine")
    assert (record.theme.subtheme, record.status_label, str(record.end_date)) == (None, "En cours", "2018-12-31")
    assert [(each.label, each.text) for each in record.unread] == unlisted


def test_labels_in_one_box_have_no_values_in_a_box_that_holds_fewer() -> None:
    labels, values = zip(*HEAD[:5], strict=True)
    boxes = (f"<div>{''.join(f'<p>{text}</p>' for text in texts)}</div>" for texts in (labels, values[:3]))
    with pytest.raises(LayoutError):
        parse(page(head="".join(boxes)).encode())


def test_the_sign_at_the_end_of_a_lists_entry_stays_where_a_label_follows_on_its_line() -> None:
    texts = "<b>Contexte :</b> <span>- Un puits ;</span> <b>Historique :</b> <span>Une école ;</span>"
    record = parse(page(f"<p>{texts}</p>").encode())
    assert (record.context, record.history) == (["- Un puits ;"], ["Une école ;"])


FACTS = {
    "a list": "<ul><li><span>{0}</span><br><span>{1}</span></li></ul>",
    "terms": "<dl><dt>{0}</dt><dd>{1}</dd></dl>",
    "rows": "<table><tr><th>{0}</th><td>{1}</td></tr></table>",
}


@pytest.mark.parametrize("way", FACTS)
@pytest.mark.parametrize("box", ["<div>{}</div>", "<aside>{}</aside>", "<section><h2>Repères</h2>{}</section>"])
def test_facts_in_a_box_behind_the_texts_are_read(way: str, box: str) -> None:
    facts = "".join(FACTS[way].format(*pair) for pair in HEAD)
    texts = page(
        "<h3>Contexte</h3><p>Titre</p><p>Une ville.</p>",
        head="<h3>Autres thématiques mises en œuvre pour le partenariat</h3>",
    )
    record = parse(texts.replace("</main>", box.format(facts) + "</main>").encode())
    assert (record.title, record.convention_year, record.status_label) == ("Un jumelage", 2017, "En cours")
    assert str(record.end_date) == "2018-12-31"
    assert record.context == ["Titre", "Une ville."]


@pytest.mark.parametrize("button", ["<button>Suivre</button>", " <button>Traduire ce champ</button>"])
def test_a_button_behind_a_value_is_no_part_of_it_and_is_said(button: str) -> None:
    pair = "<div><b>{0} :</b> <span>{1}</span>" + button + "</div>"
    head = "".join(pair.format(*each) for each in HEAD)
    record = parse(page(head=head + "<h3>Autres thématiques mises en œuvre pour le partenariat</h3>").encode())
    assert (record.title, record.convention_year, record.status_label) == ("Un jumelage", 2017, "En cours")
    assert {each.text for each in record.unread} == {button.partition(">")[2].partition("<")[0]}
