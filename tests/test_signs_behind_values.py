"""A sign or a number of a note behind values, in a link or an element of its own, is none of their words."""

import pytest
from fragments import codes, page, page_of, read

from atlas_scraper import parse
from atlas_scraper.pipeline import read as read_with_frame

VALUES = {"title": "Un jumelage", "start_year": "1971", "status": "En cours", "contexte": "Un."}
SIGNS = [
    "&nbsp;&nbsp;<span><a href='/r' title='Rechercher'>+</a></span>",
    "<a class=s href='/r'>🔍</a>",
    " <sup>*</sup>",
    "<sup><a href='#n'>[1]</a></sup>",
]


def _page(pair: str, ends: list[str]) -> bytes:
    behind = iter(ends)

    def written(label: str, value: str) -> str:
        said = {"Date de fin du partenariat": "31/12/2018", "Thématique d'intervention": "Eau"}.get(label, value)
        return pair.format(label, f"{said}{next(behind) if said else ''}")

    html = page_of(written, **VALUES)
    return f"<html><body>{'<table>' if '<tr>' in pair else '<main>'}{html}</body></html>".encode()


@pytest.mark.parametrize("pair", ["<tr><td>{}</td><td>{}</td></tr>", "<p><b>{}</b></p><p>{}</p>"])
@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_in_a_link_or_raised_behind_most_values_is_none_of_them(pair: str, sign: str) -> None:
    record = parse(_page(pair, [sign] * 9))
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 1971, "En cours")
    assert (str(record.end_date), record.theme and record.theme.theme) == ("2018-12-31", "Eau")
    assert record.unread == []


@pytest.mark.parametrize("note", ["<sup>{}</sup>", "<sup>({})</sup>", " <span>[{}]</span>", "<a href='#n{0}'>{0}</a>"])
def test_numbers_of_notes_behind_values_that_count_up_are_none_of_them(note: str) -> None:
    record = parse(_page("<p><b>{}</b></p><p>{}</p>", [note.format(number) for number in range(1, 10)]))
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 1971, "En cours")
    assert (str(record.end_date), record.theme and record.theme.theme) == ("2018-12-31", "Eau")


def _partners(*names: str) -> str:
    rows = "".join(f"<tr><td>{name}</td><td>Mali</td></tr>" for name in names)
    header = "<tr><th>Nom de la collectivité étrangère</th><th>Pays</th></tr>"
    return f"<h3>Partenaires étrangers du partenariat</h3><table>{header}{rows}</table>"


NOTES = [
    "<a href='https://example.org/x'>{}</a> <span class=n>[{}]</span>",
    "{}<sup>{}</sup>",
    "{}<sup>({})</sup>",
    "<b>{}</b> [{}]",
]


@pytest.mark.parametrize("name", NOTES)
def test_numbers_of_notes_behind_names_in_a_table_that_count_up_are_none_of_them(name: str) -> None:
    html = _partners(name.format("Gao", 1), name.format("Ségou", 2), "Mopti", name.format("Kayes", 4))
    read_page = read_with_frame(page(html).encode())
    assert [each.name for each in read_page.record.foreign_partners] == ["Gao", "Ségou", "Mopti", "Kayes"]
    assert (codes(read_page.record), len(read_page.frame) > 0) == ([], True)


def test_a_single_number_is_one_of_a_note_where_a_line_of_the_page_begins_with_it() -> None:
    html = _partners("<a href='/x'>Gao</a> <span>[1]</span>")
    assert read(html).foreign_partners[0].name == "Gao [1]"
    below = "<hr><div><p>Liens<br>[1] https://example.org/x</p></div>"
    record = parse(page(html).replace("</main>", f"</main>{below}").encode())
    assert record.foreign_partners[0].name == "Gao"


@pytest.mark.parametrize(
    "names",
    [
        ["Gao<sup>3</sup>", "Kayes<sup>1</sup>", "Ségou<sup>2</sup>"],
        ["Lot <b>1</b>", "Lot <b>2</b>", "Lot <b>3</b>"],
        ["Gao <i>(1)</i>", "Kayes <i>(2)</i>", "Ségou <i>(3)</i>"],
        ["Gao [1]", "Kayes [2]", "Ségou [3]"],
        ["Gao<sup>1</sup>", "Kayes<sup>2</sup>"],
        ["Gao<sup>1</sup>", "Kayes<sup>20</sup>", "Ségou<sup>300</sup>"],
    ],
)
def test_numbers_that_do_not_count_up_or_may_be_part_of_a_name_stay(names: list[str]) -> None:
    words = [name.replace("<sup>", "").replace("</sup>", "") for name in names]
    words = [word.translate(str.maketrans("", "", "<>/bi")) if "<" in word else word for word in words]
    assert [each.name for each in read(_partners(*names)).foreign_partners] == words


def test_notes_of_an_author_stay_in_the_text() -> None:
    html = "<h3>Contexte</h3>" + "".join(f"<p>Un puits<sup>[{number}]</sup></p>" for number in range(1, 5))
    assert read(html).context == [f"Un puits[{number}]" for number in range(1, 5)]


@pytest.mark.parametrize(
    "sign", [" <a href='https://example.org/x'>↗</a>", "<a href='https://example.org/x'>🔗</a>", "<sup>*</sup>"]
)
def test_a_sign_in_a_link_or_raised_behind_most_names_of_a_table_is_none_of_them(sign: str) -> None:
    html = _partners(*[f"{name}{sign}" for name in ("Gao", "Ségou", "Mopti", "Kayes")])
    read_page = read_with_frame(page(html).encode())
    record = read_page.record
    assert [each.name for each in record.foreign_partners] == ["Gao", "Ségou", "Mopti", "Kayes"]
    assert [str(each.link) for each in record.foreign_partners] == [
        "https://example.org/x" if "href" in sign else "None"
    ] * 4
    assert (codes(record), record.unread) == ([], [])


@pytest.mark.parametrize(
    ("names", "read_as"),
    [
        (["Gao<sup>*</sup>", "Ségou", "Mopti"], ["Gao*", "Ségou", "Mopti"]),
        (["Gao <b>+</b>", "Ségou <b>+</b>", "Mopti <b>+</b>"], ["Gao +", "Ségou +", "Mopti +"]),
        (["Gao<sup>e</sup>", "Ségou<sup>e</sup>", "Mopti<sup>e</sup>"], ["Gaoe", "Ségoue", "Moptie"]),
    ],
)
def test_a_sign_behind_few_names_and_words_behind_them_stay(names: list[str], read_as: list[str]) -> None:
    assert [each.name for each in read(_partners(*names)).foreign_partners] == read_as
