"""Words that a page says only to who hears it are no part of what stands beside them."""

import pytest
from fragments import codes, page, page_of, read

from atlas_scraper import Partnership, parse
from atlas_scraper.pipeline import read as read_with_frame

CLIPPED = "position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)"
RULES = {
    "clipped": f"<style>.x{{{CLIPPED}}}</style>",
    "clipped by a path": "<style>.x{position:absolute!important;clip-path:inset(50%)}</style>",
    "far to the left": "<style>.x{position:absolute;left:-9999px}</style>",
    "of no size": "<style>.x{position:fixed;width:1px;height:1px;overflow:hidden}</style>",
    "but with the keyboard": f"<style>.x:not(:focus):not(:active){{{CLIPPED}}}</style>",
}
SPOKEN = ["<span class=x>{}</span>", f"<span style='{CLIPPED}'>{{}}</span>", "<i class=x><b>{}</b></i>"]
VALUES = {"title": "Un jumelage", "start_year": "1971", "status": "En cours", "contexte": "Un."}


def values(record: Partnership) -> tuple[object, ...]:
    return record.title, record.start_year, record.status_label, record.context


@pytest.mark.parametrize("rules", RULES.values(), ids=RULES.keys())
@pytest.mark.parametrize(
    "pair", ["<dt>{0}</dt><dd>{2}{1}</dd>", "<dt>{0}{2}</dt><dd>{1}</dd>", "<dt>{0}</dt><dd>{1} {2}</dd>"]
)
def test_spoken_words_are_no_part_of_a_label_or_a_value(rules: str, pair: str) -> None:
    def written(label: str, value: str) -> str:
        return pair.format(label, value, SPOKEN[0].format("(en lecture seule) : ") if value else "")

    record = parse(f"{rules}<dl>{page_of(written, **VALUES)}</dl>".encode())
    assert values(record) == ("Un jumelage", 1971, "En cours", ["Un."])
    assert record.unread == []


@pytest.mark.parametrize("spoken", SPOKEN)
def test_spoken_words_are_left_out_however_they_are_marked(spoken: str) -> None:
    record = read(f"{RULES['clipped']}<h3>Contexte {spoken.format('(repliable)')}</h3><p>Un puits.</p>")
    assert (record.context, record.unread) == (["Un puits."], [])


def test_spoken_words_are_checked_across_pages_as_the_frame_is() -> None:
    html = page(f"{RULES['clipped']}<h3>Contexte</h3><p>Un puits.{SPOKEN[0].format(' Fin du texte')}</p>")
    read_page = read_with_frame(html.encode())
    assert (read_page.record.context, read_page.frame) == (["Un puits."], ("Fin du texte",))


def test_a_label_that_is_only_spoken_is_one() -> None:
    def written(label: str, value: str) -> str:
        return f"<p>{SPOKEN[0].format(label)} {value}</p>"

    record = parse(f"{RULES['clipped']}{page_of(written, **VALUES)}".encode())
    assert (record.title, record.start_year) == ("Un jumelage", 1971)


def test_the_names_of_columns_that_are_only_spoken_are_names() -> None:
    header = "".join(f"<th>{SPOKEN[0].format(name)}</th>" for name in ("Nom de la collectivité étrangère", "Pays"))
    rows = f"<table><tr>{header}</tr><tr><td>Dosso</td><td>Niger</td></tr></table>"
    record = read(f"{RULES['clipped']}<h3>Partenaires étrangers du partenariat</h3>{rows}")
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger")]


def test_a_value_that_is_only_spoken_beside_a_sign_is_one() -> None:
    record = read(f"{RULES['clipped']}<h3>Contexte</h3><p>✓ {SPOKEN[0].format('Un puits.')}</p>")
    assert record.context == ["✓ Un puits."]


def test_words_that_are_shown_on_wide_screens_are_no_spoken_ones() -> None:
    rules = f"<style>.x{{{CLIPPED}}} @media (min-width:640px) {{ .y {{ position: static }} }}</style>"
    assert read(f"{rules}<h3>Contexte</h3><p>Un <b class='x y'>puits</b>.</p>").context == ["Un puits."]


@pytest.mark.parametrize("words", ["<span> (ouvre la messagerie)</span>", " <i>écrire</i>"])
def test_what_a_mail_link_says_behind_its_address_is_no_part_of_it(words: str) -> None:
    columns = "Nom de la collectivité étrangère|Nom|Prénom|Fonction|Courriel".split("|")
    header = "".join(f"<th>{name}</th>" for name in columns)
    link = f"<a href='mailto:ana@example.org?subject=Atlas'>ana@example.org{words}</a>"
    row = f"<td>Dosso</td><td>X</td><td>Ana</td><td>Maire</td><td>{link}</td>"
    label = "Contacts dans les partenaires étrangers du partenariat"
    record = read(f"<h3>{label}</h3><table><tr>{header}</tr><tr>{row}</tr></table>")
    assert [person.email for person in record.foreign_contacts] == ["ana@example.org"]
    assert (codes(record), record.unread) == ([], [])


REPORTS = [
    "<button>Copier</button><span role=status>Copié !</span>",
    "<button>Copier</button> <span aria-live=polite>Copié</span>",
    "<span><button>Copier</button></span><em role=alert>Lien copié</em>",
]


@pytest.mark.parametrize("report", REPORTS)
def test_what_a_button_reports_is_no_part_of_the_value_before_it(report: str) -> None:
    def written(label: str, value: str) -> str:
        return f"<dt>{label}</dt><dd>{value}{report if value else ''}</dd>"

    record = parse(f"<dl>{page_of(written, **VALUES)}</dl>".encode())
    assert (*values(record), record.unread) == ("Un jumelage", 1971, "En cours", ["Un."], [])


def test_a_status_that_no_button_stands_before_is_a_value() -> None:
    record = parse(f"<dl>{page_of('<dt>{}</dt><dd><span role=status>{}</span></dd>'.format, **VALUES)}</dl>".encode())
    assert values(record) == ("Un jumelage", 1971, "En cours", ["Un."])


@pytest.mark.parametrize(
    "second", ["<br><small lang=en>{}</small>", " <i lang=en-GB>{}</i>", "<span lang=de> {}</span>"]
)
@pytest.mark.parametrize("pair", ["<dt>{0}{2}</dt><dd>{1}</dd>", "<h3>{0}{2}</h3><p>{1}</p>"])
def test_a_label_in_a_second_language_is_no_value_of_the_first(pair: str, second: str) -> None:
    def written(label: str, value: str) -> str:
        return pair.format(label, value, second.format("Some words"))

    record = parse(f"<html lang=fr><body>{page_of(written, **VALUES)}</body></html>".encode())
    assert (values(record), record.unread) == (("Un jumelage", 1971, "En cours", ["Un."]), [])


TRANSLATED = {
    "headings": "<h3 lang=fr>{0}</h3><h3 lang=en><i>{2}</i></h3><p>{1}</p>",
    "headings in a box": "<div><h3 lang=fr>{0}</h3> <h3 lang=en>{2}</h3><br></div><p>{1}</p>",
    "the second language first": "<h3 lang=en>{2}</h3><h3>{0}</h3><p>{1}</p>",
    "three languages": "<h3>{0}</h3><h3 lang=en>{2}</h3><h3 lang=de>Etwas</h3><p>{1}</p>",
    "terms of a list": "<dt lang=fr>{0}</dt><dt lang=en-US>{2}</dt><dd>{1}</dd>",
    "labels": "<div><label>{0}</label> <label lang=en>{2}</label></div><div>{1}</div>",
    "labels on lines": "<div><label>{0}</label><br><label lang=en>{2}</label></div><div>{1}</div>",
    "headers around a value": "<tr><th lang=fr>{0}</th><td>{1}</td><th lang=en>{2}</th></tr>",
    "marked headers around a value": "<tr><th>{0}</th><td><p>{1}</p></td><th lang=en><i>{2}</i></th></tr>",
    "headers before a value": "<tr><th lang=fr>{0}</th><th lang=en>{2}</th><td>{1}</td></tr>",
    "the second language before": "<tr><th lang=en>{2}</th><th lang=fr>{0}</th><td>{1}</td></tr>",
}


@pytest.mark.parametrize("pair", TRANSLATED.values(), ids=TRANSLATED.keys())
def test_a_label_in_a_second_language_beside_the_first_is_no_value_and_no_text(pair: str) -> None:
    def written(label: str, value: str) -> str:
        return pair.format(label, value, f"Some words on {label[:9]}")

    html = page_of(written, **VALUES, historique="Deux.", remarques="Trois.")
    html = html.replace("</h3><p></p>", "</h3>").replace("Financement du partenariat", "Remarques de la ville")
    html = f"<table>{html}</table>" if html.startswith("<tr>") else f"<dl>{html}</dl>" if "<dt" in html else html
    record = parse(f"<html lang=fr><body>{html}</body></html>".encode())
    assert (*values(record), record.history) == ("Un jumelage", 1971, "En cours", ["Un."], ["Deux."])
    assert [each for each in record.unread if "Some words" in f"{each.label} {each.text}"] == []


def test_labels_in_a_second_language_are_checked_across_pages() -> None:
    html = page("<h3>Contexte</h3><h3 lang=en>Background</h3><p>Un.</p>").replace("<html>", "<html lang=fr>")
    read_page = read_with_frame(html.encode())
    assert (read_page.record.context, read_page.frame) == (["Un."], ("Background",))


@pytest.mark.parametrize(
    ("html", "context"),
    [
        ("<h3>Contexte</h3><h4 lang=en>Water for all</h4><p>Un.</p>", ["Water for all", "Un."]),
        ("<h3>Contexte</h3><p>Un.</p><h3 lang=en>Water</h3><p>Two.</p>", ["Un."]),
        ("<h3>Contexte</h3><p lang=en>Water for all.</p>", ["Water for all."]),
        ("<h3>Contexte</h3><h3 lang=fr>De l'eau pour tous</h3><p>Un.</p>", []),
    ],
)
def test_a_title_in_another_language_that_stands_beside_no_label_of_its_level_stays(
    html: str, context: list[str]
) -> None:
    record = parse(page(html).replace("<html>", "<html lang=fr>").encode())
    said = [*record.context, *(f"{each.label} {each.text}" for each in record.unread)]
    assert record.context[: len(context)] == context
    assert all(any(words in text for text in said) for words in ("Water", "Two.", "De l'eau") if words in html)


def test_a_row_of_columns_in_a_second_language_is_no_row() -> None:
    header = "<tr><th>Nom de la collectivité étrangère</th><th>Pays</th></tr>"
    header += "<tr><th lang=en>Name</th><th lang=en><i>Country</i></th></tr>"
    rows = f"<table>{header}<tr><td>Gao</td><td>Mali</td></tr></table>"
    html = page(f"<h3>Partenaires étrangers du partenariat</h3>{rows}").replace("<html>", "<html lang=fr>")
    record = parse(html.encode())
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Gao", "Mali")]
    assert (codes(record), record.unread) == ([], [])


def test_names_of_bodies_in_another_language_stay_in_their_rows() -> None:
    rows = "<tr><th>Nom de la collectivité étrangère</th><th>Pays</th></tr>"
    rows += "<tr><th lang=en>City of Bath</th><td>Mali</td></tr><tr><td lang=en>Town of Ely</td><td>Mali</td></tr>"
    html = page(f"<h3>Partenaires étrangers du partenariat</h3><table>{rows}</table>")
    record = parse(html.replace("<html>", "<html lang=fr>").encode())
    assert [each.name for each in record.foreign_partners] == ["City of Bath", "Town of Ely"]


def test_columns_in_a_second_language_are_those_of_the_first() -> None:
    second = "<br><small lang=en>{}</small>"
    header = f"<th>Nom de la collectivité étrangère{second.format('Name')}</th><th>Pays{second.format('Country')}</th>"
    rows = f"<table><tr>{header}</tr><tr><td>Gao</td><td>Mali</td></tr></table>"
    html = page(f"<h3>Partenaires étrangers du partenariat</h3>{rows}").replace("<html>", "<html lang=fr>")
    record = parse(html.encode())
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Gao", "Mali")]
    assert (codes(record), record.unread) == ([], [])


def test_values_in_another_language_stay() -> None:
    def written(label: str, value: str) -> str:
        return f"<p><b>{label}</b> <i lang=en>{value}</i></p>"

    words = VALUES | {"contexte": "Water for all."}
    record = parse(f"<html lang=fr><body>{page_of(written, **words)}</body></html>".encode())
    assert values(record) == ("Un jumelage", 1971, "En cours", ["Water for all."])
