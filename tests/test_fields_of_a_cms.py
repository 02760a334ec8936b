"""Fields as content management systems write them: each named by itself, told by a colon alone, in panes."""

import pytest
from fragments import codes, page, page_of, read
from pages import compare, make_page

from atlas_scraper import Partnership, parse
from atlas_scraper.explanation import explain
from atlas_scraper.labelling.items import Fate
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.values.text import fold

VALUES = {"title": "Un jumelage", "start_year": "2001", "status": "En cours"}


def _field(label: str, value: str) -> str:
    name = fold(label)[:20]
    items = "".join(f"<div class='field__item'>{text}</div>" for text in value.split("|") if text)
    return f"<div class='field field--name-{name}'><div class='field__label'>{label}</div>{items}</div>"


def _line(label: str, value: str) -> str:
    return f"<p>{label} : {value}</p>"


def _behind(label: str, markup: str, pair: object = _line, **values: str) -> Partnership:
    """Read a page of pairs with some markup right behind one of them."""
    assert callable(pair)
    return parse(page_of(lambda name, value: pair(name, value) + (markup if name == label else ""), **values).encode())


@pytest.mark.parametrize("value", ["Une rencontre d'élus en 1992.", "Une rencontre.|Une convention.", ""])
def test_an_unlisted_field_behind_prose_is_told_where_each_field_has_a_name_of_its_own(value: str) -> None:
    record = _behind("Historique", _field("Perspectives", "2019"), _field, **VALUES, historique=value)
    assert record.history == [text for text in value.split("|") if text]
    assert [(each.label, each.text) for each in record.unread] == [("Perspectives", "2019")]


def test_an_unlisted_line_behind_an_empty_one_is_told_where_a_colon_alone_tells_labels() -> None:
    record = _behind("Historique", _line("Perspectives", "2019"), title="Un jumelage", contexte="Une amitié.")
    assert (record.context, record.history) == (["Une amitié."], [])
    assert [(each.label, each.text) for each in record.unread] == [("Perspectives", "2019")]


def test_a_line_without_a_colon_is_prose_where_labels_end_with_one() -> None:
    values = {"contexte": "Une amitié.", "objectif du partenariat": "Agir."}
    prose = "Une rencontre.<br>Historique<br>Des échanges.<br>Objectif du partenariat<br>Des voyages."
    page = page_of(lambda name, value: f"{name} : {value}<br>", **VALUES, **values, historique=prose)
    record = parse(f"<p>{page}</p>".encode())
    assert record.history == prose.split("<br>")


@pytest.mark.parametrize("start", ["«", "-", "•"])
@pytest.mark.parametrize("mark", ["i", "b", "a href='#'"])
def test_a_sign_at_the_beginning_of_a_value_stays_before_marked_words(start: str, mark: str) -> None:
    value = f"{start} <{mark}>Agir ensemble</{mark.split(maxsplit=1)[0]}> ici"
    record = _behind("Titre", "", title="Un jumelage", contexte=value)
    assert record.context == [f"{start} Agir ensemble ici"]


def test_a_longer_label_is_not_cut_behind_its_first_word_that_is_one_too() -> None:
    page = page_of(_line, title="Un jumelage", contexte="Une amitié.")
    page = page.replace("<p>Contexte :", "<p><abbr>Contexte</abbr> et historique :").replace("<p>Historique : </p>", "")
    assert parse(page.encode()).context_and_history == ["Une amitié."]


def test_what_stands_behind_a_pane_is_no_part_of_its_value() -> None:
    tabs = "<ul role='tablist'><li><a role='tab' href='#a'>Contexte</a></li><li><a href='#b'>Historique</a></li></ul>"
    panes = (
        "<div role='tabpanel' id='a'><p>Une amitié.</p></div><div role='tabpanel' id='b'><p>Une rencontre.</p></div>"
    )
    record = read(f"{tabs}{panes}<p>Perspectives : 2019</p><h3>Objectif du partenariat</h3>")
    assert (record.context, record.history) == (["Une amitié."], ["Une rencontre."])
    assert "Perspectives" in str(record.unread)
    assert codes(record)


def test_a_pair_that_may_be_prose_as_well_is_said_to_be_in_doubt() -> None:
    prose = "Une amitié.<br>Perspectives : 2019<br>Des échanges."
    page = page_of(lambda name, value: f"{name} : {value}<br>", **VALUES, contexte=prose)
    record = parse(f"<p>{page}</p>".encode())
    assert record.context == prose.split("<br>")
    assert [issue.detail for issue in record.issues if issue.code is IssueCode.AMBIGUOUS_LABEL] == [
        "'Perspectives : 2019' was read as text, and may be a label with its value"
    ]


@pytest.mark.parametrize("label", ["Perspectives", "Perspectives<span class='required'>*</span>"])
def test_a_pair_behind_a_value_is_no_part_of_it_where_a_colon_alone_tells_labels(label: str) -> None:
    page = page_of(lambda name, value: f"{name} : {value}<br>", **VALUES, contexte="Une amitié.")
    known = "Sous-sous-thématique d'intervention : "
    page = page.replace(f"{known}<br>", f"{known}Tourisme<br>{label} : 2019<br>")
    record = parse(f"<p>{page}</p>".encode())
    assert record.theme is None or record.theme.subsubtheme == "Tourisme"
    assert [each.text for each in record.unread if each.label] == ["2019"]


@pytest.mark.parametrize("cell", ["td", "th"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_unlisted_label_in_a_row_of_labels_above_their_values_moves_no_value(cell: str, place: int) -> None:
    labels, values = ["Titre", "Thématique d'intervention"], ["Un jumelage", "Culture et Patrimoine"]
    labels.insert(place, "Perspectives")
    values.insert(place, "2019")
    rows = "".join(f"<{cell}>{label}</{cell}>" for label in labels), "".join(f"<td>{value}</td>" for value in values)
    table = f"<table><tr>{rows[0]}</tr><tr>{rows[1]}</tr></table>"
    page = page_of(
        lambda name, value: f"<table><tr><{cell}>{name}</{cell}></tr><tr><td>{value}</td></tr></table>", **VALUES
    )
    for label, value in zip(("Titre", "Thématique d'intervention"), ("Un jumelage", ""), strict=True):
        page = page.replace(f"<table><tr><{cell}>{label}</{cell}></tr><tr><td>{value}</td></tr></table>", "", 1)
    record = parse(f"<main>{table}{page}</main>".encode())
    assert (record.title, record.theme and record.theme.theme) == ("Un jumelage", "Culture et Patrimoine")
    assert "Perspectives" in str(record.unread)
    assert "2019" in str(record.unread)


def test_a_funder_with_a_colon_in_flat_text_is_no_label() -> None:
    page = make_page(101, "flat", hard=True)
    assert "Valorisation : temps de travail des agents" in page.data.decode()
    assert compare(page.expected, parse(page.data).model_dump(mode="json")).wrong["funding"] == 0


def test_a_last_label_alone_above_its_value_has_that_value() -> None:
    labels = ("Année de début du partenariat", "Le partenariat est", "Date de fin du partenariat")
    rows = (f"<td>{labels[0]}</td><td>{labels[1]}</td>", "<td>2003</td><td>En cours</td>", f"<td>{labels[2]}</td>",
            "<td>18/12/2022</td>")  # fmt: skip
    table = f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    write = "<p><strong>{0}</strong></p><p>{1}</p>".format
    page = page_of(lambda name, value: table if name == labels[2] else "" if name in labels else write(name, value),
                   title="Un jumelage")  # fmt: skip
    assert str(parse(page.encode()).end_date) == "2022-12-18"


def test_an_unlisted_pair_of_stretches_behind_prose_is_told_whatever_its_value_begins_with() -> None:
    further = "<span>Perspectives</span> <span>eau et écoles</span><br>"
    pair = "<span>{0}</span> <span>{1}</span><br>".format
    values = {"title": "Un jumelage", "start_year": "2001", "contexte": "Une amitié."}
    labels = page_of(pair, **values).replace("<span>Historique", f"{further}<span>Historique")
    record = parse(f"<p>{labels}</p>".encode())
    assert record.context == ["Une amitié."]
    assert ("Perspectives", "eau et écoles") in [(each.label, each.text) for each in record.unread]


@pytest.mark.parametrize(
    "pair",
    [
        "<p>« {0} » : {1}</p>",
        "<p>« <b>{0}</b> » : {1}</p>",
        "<p><b>« {0} »</b> : {1}</p>",
        "<p>« <abbr>{0}</abbr>&nbsp;» : <i>{1}</i></p>",
        '<p>"<em>{0}</em>" : {1}</p>',
        "<p>“{0}”: {1}</p>",
        "<p>« {0} : » : {1}</p>",
    ],
)
def test_the_quotation_marks_of_a_label_are_no_part_of_its_value(pair: str) -> None:
    record = parse(page_of(pair.format, **VALUES, contexte="« Agir »").encode())
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2001, "En cours")
    assert (record.context, record.unread) == (["« Agir »"], [])


@pytest.mark.parametrize("label", ["{0}. {1}", "« {1} »", "{0}) {1} :", "“{1}” :"])
def test_what_a_page_gives_to_all_its_labels_is_no_part_of_a_role(label: str) -> None:
    role = "Correspondant coopération décentralisée"
    said = f"<h4>{label.format(1, role)}</h4>Zoé TILLIAC<h4>{label.format(2, 'Courriel')}</h4>zoe[at]example.org"
    record = parse(
        page(above=f"<h3>Contacts dans le poste diplomatique Ambassade de France à Ottawa</h3>{said}").encode()
    )
    assert record.post is not None
    assert [(each.role, each.email) for each in record.post.contacts] == [(role, "zoe@example.org")]


@pytest.mark.parametrize(
    "box", ["<div><header><h3>{0}</h3></header><p>{1}</p></div>", "<div><header>{0}</header><div>{1}</div></div>"]
)
def test_headers_of_boxes_beside_each_other_are_labels_and_none_of_them_is_the_sites(box: str) -> None:
    frame = "<div><header><p>Accueil</p></header><div>{}</div><footer><p>Une mention</p></footer></div>"
    said = page_of(
        lambda name, value: (box if value else "<h3>{0}</h3>").format(name, value), **VALUES, contexte="Agir."
    )
    record = parse(frame.format(said).encode())
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2001, "En cours")
    assert (record.context, record.unread) == (["Agir."], [])


def test_a_number_that_a_role_alone_has_is_part_of_it() -> None:
    said = "<h4>2° Correspondant coopération décentralisée</h4>Zoé TILLIAC<h4>Courriel</h4>zoe[at]example.org"
    record = parse(page(above=f"<h3>Contacts dans le poste diplomatique</h3>{said}").encode())
    assert record.post is not None
    assert record.post.contacts[0].role == "2° Correspondant coopération décentralisée"


ACTIONS = {
    "wiki": "<span>[</span><a href='/e'>modifier</a><span> | </span><a href='/e'>modifier le code</a><span>]</span>",
    "brackets": "[<a href='/e'>modifier</a>]",
    "parentheses": " (<a href='/e'>Modifier</a>)",
    "button": "<span>[ </span><button>Modifier</button><span> ]</span>",
    "within the link": "<a href='/e'>[modifier]</a>",
    "bare": " <a href='/e'>Modifier</a>",
}


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize(
    "pair", ["<h3>{0}%s</h3><p>{1}</p>", "<h3><span>{0}</span>%s</h3><p>{1}</p>", "<p><b>{0}</b>%s<br>{1}</p>"]
)
def test_what_the_site_offers_beside_a_label_is_no_value_with_brackets_or_without(action: str, pair: str) -> None:
    html = page_of(pair.replace("%s", ACTIONS[action]).format, **VALUES, contexte="Agir [ici] (là)")
    record = parse(html.encode())
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2001, "En cours")
    assert (record.context, record.unread) == (["Agir [ici] (là)"], [])
    said = [block for block in explain(html.encode()).blocks if "odifier" in block.text]
    assert {block.fate for block in said} == {Fate.IGNORED}
    assert len(said) == html.count(ACTIONS[action])
