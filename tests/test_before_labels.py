"""What a page writes before its labels in an element of its own, such as the name of a font's icon: none of theirs."""

import pytest
from fragments import HEAD_OF_TEXT, LABELS

from atlas_scraper import Partnership
from atlas_scraper.pipeline import read

ICON = '<i class="icons">label</i>'
VALUES = {"Titre": "Un jumelage", "Le partenariat est": "En cours", "Contexte": "Un puits.", "Historique": "Deux."}
PAIRS = [label for label in HEAD_OF_TEXT if label not in VALUES.values() and label != "Autres thématiques"]


def _page(icon: str = ICON, other: str = "") -> str:
    def pair(label: str) -> str:
        return f"<li>{icon}<span class=title>{label}</span><p>{VALUES.get(label, '')}</p></li>"

    texts = "".join(f"<h3>{label}</h3><p>{VALUES.get(label, '')}</p>" for label in LABELS[:4])
    tables = "".join(f"<h3>{label}</h3>" for label in LABELS[5:])
    pairs = "".join(map(pair, PAIRS))
    return f"<html><body><main><ul>{pairs}</ul>{texts}{other}<ul>{pair(LABELS[4])}</ul>{tables}</main></body></html>"


def _read(html: str) -> Partnership:
    return read(html.encode()).record


def test_the_word_of_an_icon_before_labels_is_no_part_of_what_stands_above_them() -> None:
    plain, record = _read(_page("")), _read(_page())
    assert (record.title, record.history, record.description) == ("Un jumelage", ["Deux."], [])
    assert (record.status_label, record.form, record.unread) == ("En cours", plain.form, [])


def test_it_is_left_out_before_a_label_that_nobody_has_listed_too() -> None:
    other = f"<ul><li>{ICON}<span class=title>Budget global</span><p>Dix</p></li></ul>"
    record = _read(_page(other=other))
    assert [(each.label, each.text) for each in record.unread] == [("Budget global", "Dix")]


def test_it_is_left_out_before_labels_in_other_boxes_too() -> None:
    pairs = "".join(f"<li>{ICON}<span class=title>{each}</span><p></p></li>" for each in ("Courriel :", "Courriel :"))
    post = f'<h3>Contacts dans le poste diplomatique "Ambassade de France au Niger"</h3><div><ul>{pairs}</ul></div>'
    record = _read(_page().replace("<main>", f"<main>{post}"))
    assert (record.post and record.post.contacts, record.unread) == ([], [])


def test_the_word_is_checked_across_pages_as_the_frame_is() -> None:
    assert "label" in read(_page().encode()).frame


@pytest.mark.parametrize("word", ["Oui", "Non renseigné"])
def test_words_that_may_be_values_are_no_icon_s(word: str) -> None:
    assert word not in read(_page(f'<i class="icons">{word}</i>').encode()).frame


def test_the_same_word_of_an_author_s_stays() -> None:
    record = _read(_page().replace("Deux.", "<i>label</i> rouge").replace("Un puits.", "label"))
    assert (record.context, record.history) == (["label"], ["label rouge"])


def _numbered(form: str, *, more: str = "") -> str:
    pairs = [form.format(number=number, label=label, value=VALUES.get(label, ""))
             for number, label in enumerate([*PAIRS, *LABELS[:5], *more.split()])]  # fmt: skip
    return (
        f"<html><body><main>{''.join(pairs)}{''.join(f'<h3>{label}</h3>' for label in LABELS[5:])}</main></body></html>"
    )


@pytest.mark.parametrize(
    "form",
    ["<p>1.{number} <b>{label}</b> : {value}</p>", "<p>{number} <b>{label}</b> : {value}</p>",
     "<p>({number}) <b>{label}</b> : {value}</p>", "<p><i>Q{number}</i> <b>{label}</b> : {value}</p>",
     "<p><i>2.{number}</i><b>{label}</b> : {value}</p>", "<p>A{number}. <b>{label}</b> : {value}</p>",
     "<p><i>{number}/20</i> <b>{label}</b> : {value}</p>",
     "<div>3-{number} <b>{label}</b></div><div>{value}</div>",
     "<table><tr><td>1.{number} <b>{label}</b></td><td>{value}</td></tr></table>"],
)  # fmt: skip
def test_a_number_before_each_label_is_no_part_of_what_stands_above_it(form: str) -> None:
    record = _read(_numbered(form))
    assert (record.title, record.status_label, record.theme, record.form) == ("Un jumelage", "En cours", None, None)
    assert (record.context, record.history, record.objective, record.unread) == (["Un puits."], ["Deux."], [], [])


@pytest.mark.parametrize("number", ["1.{number}", "Q{number}"])
def test_a_number_is_a_part_of_an_unlisted_label_and_stays(number: str) -> None:
    record = _read(_numbered(f"<p>{number} <b>{{label}}</b> : {{value}}</p>", more="Budget"))
    place = len(PAIRS) + 5
    assert [each.label for each in record.unread] == [f"{number.format(number=place)} Budget"]


def test_such_a_number_that_an_author_writes_stays() -> None:
    form = "<p>{number} <b>{label}</b> : {value}</p>"
    record = _read(_numbered(form).replace("Deux.", "Deux.</p><p>7 <b>puits</b> neufs"))
    assert record.history == ["Deux.", "7 puits neufs"]


def test_a_number_that_is_the_same_before_several_labels_counts_none() -> None:
    same = _read(_numbered("<p><i>7</i> <b>{label}</b> : {value}</p>"))
    assert "7" in str(same.unread) + str(same.issues)


def test_numbers_left_out_are_checked_across_pages_as_the_frame_is() -> None:
    assert "Q1" in read(_numbered("<p>Q{number} <b>{label}</b> : {value}</p>").encode()).frame
    assert "1.1" not in read(_numbered("<p>1.{number} <b>{label}</b> : {value}</p>").encode()).frame


SORTED = '<span class="heard">Trier par : </span>'


def _with_columns(*names: str, before: str = SORTED) -> Partnership:
    header = "".join(f"<th>{before}<span>{name}</span></th>" for name in names)
    table = f"<table><tr>{header}</tr><tr>{''.join(f'<td>{place}</td>' for place in range(len(names)))}</tr></table>"
    return _read(_page("").replace(f"<h3>{LABELS[9]}</h3>", f"<h3>{LABELS[9]}</h3>{table}"))


def test_words_that_are_written_before_names_of_columns_are_no_part_of_them() -> None:
    record = _with_columns("Nom", "Prénom", "Mission", "Observations", "Champs d'action")
    (row,) = record.volunteers
    assert (row.last_name, row.first_name, row.mission, row.field) == ("0", "1", "2", "4")
    assert [(each.label, each.text) for each in record.unread] == [("Observations", "3")]
