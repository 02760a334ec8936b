"""Pages that use a record's words and are none, and files that hold more than one."""

import json
from pathlib import Path

import pytest
from fragments import HEAD_OF_TEXT, LABELS, page

from atlas_scraper import NotARecord, parse

SAMPLES = Path(__file__).parent.parent / "samples"
HEADERS = "Titre|Année de début du partenariat|Le partenariat est|Partenaires étrangers du partenariat|Pays"
ROW = "Jumelage|2012|En cours|Dosso|Niger"
FIELDS = (
    "Titre|Thématique d'intervention|Sous-thématique d'intervention|Sous-sous-thématique d'intervention|"
    "Année de début du partenariat|Le partenariat est|Date de fin du partenariat"
).split("|")
MEANINGS = {
    "Titre": "Intitulé du partenariat, tel que saisi par la collectivité.",
    "Année de première signature de la convention": "Année à laquelle la convention a été signée.",
    "Thématique d'intervention": "Le premier niveau de la nomenclature.",
    "Sous-thématique d'intervention": "Le deuxième niveau.",
    "Sous-sous-thématique d'intervention": "Le troisième niveau.",
    "Autres thématiques mises en œuvre pour le partenariat": "Les thématiques secondaires.",
    "Année de début du partenariat": "Année du démarrage effectif.",
    "Le partenariat est": "En cours, Terminé ou En sommeil.",
    "Date de fin du partenariat": "Date au format jj/mm/aaaa.",
    **dict.fromkeys(LABELS, "Rubrique libre."),
}


def row(cells: str, tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells.split("|")) + "</tr>"


def headed(*pairs: tuple[str, str], tag: str = "h2") -> str:
    return "".join(f"<{tag}>{head}</{tag}><p>{text}</p>" for head, text in pairs)


def form() -> str:
    inputs = "".join(f'<label for=f{n}>{label}</label><input id=f{n} value="2012">' for n, label in enumerate(FIELDS))
    return f"<form><h1>Recherche</h1>{inputs}<input type=submit value=Rechercher></form>"


NO_RECORDS = {
    "an authority's page with a table of its partnerships": f"<h1>Commune de Brest</h1><h2>Partenariats</h2><table>"
    f"{row(HEADERS, 'th')}{row(ROW)}{row(ROW)}{row(ROW)}</table>",
    "an authority's page with one partnership": f"<table>{row(HEADERS, 'th')}{row(ROW)}</table>",
    "a partner's page": f"<h1>Dosso</h1><p>Pays : Niger</p><table>{row(HEADERS, 'th')}{row(ROW)}</table>",
    "a country's page": f"<table>{row('Titre|Pays|Le partenariat est', 'th')}{row('A|B|Terminé')}</table>",
    "a search form": form().replace('value="2012"', ""),
    "a search form filled with the last search": form(),
    "a search form with its results": f"{form()}<table>{row(HEADERS, 'th')}{row(ROW)}</table>",
    "a help page": "<h1>Aide</h1>" + headed(*MEANINGS.items()),
    "a data dictionary": "<h1>Dictionnaire</h1><dl>"
    + "".join(f"<dt>{head}<dd>{text}" for head, text in MEANINGS.items())
    + "</dl>",
    "a data dictionary in a table": "<table>" + "".join(row(f"{a}|{b}") for a, b in MEANINGS.items()) + "</table>",
    "a book review": headed(
        ("Titre", "La coopération"), ("Contexte", "Un livre."), ("Historique", "De 1950 à nos jours.")
    ),
    "a blog post": headed(
        ("Contexte", "Un."), ("Objectif du partenariat", "Deux."), ("Financement du partenariat", "Trois.")
    ),
    "a thesis": headed(("Titre", "Thèse"), ("Contexte", "A"), ("Historique", "B"), ("Objectifs du partenariat", "C")),
    "a call for projects": headed(
        ("Titre", "Appel 2024"),
        ("Contexte", "A"),
        ("Objectif du partenariat", "B"),
        ("Financement du partenariat", "C"),
        ("Date de fin du partenariat", "31/12/2024"),
    ),
    "minutes of a meeting": headed(("Contexte", "A"), ("Historique", "B"), ("Courriel", "c@example.org"), ("Nom", "D")),
    "a menu": "<ul>" + "".join(f"<li><a href='#'>{label}</a></li>" for label in MEANINGS) + "</ul>",
    "a list of partnerships": "".join(
        f"<dl><dt>Titre<dd>Jumelage {n}<dt>Année de début du partenariat<dd>2012<dt>Le partenariat est<dd>En cours</dl>"
        for n in range(4)
    ),
    "a questionnaire": "<ol>" + "".join(f"<li>{label}</li>" for label in MEANINGS) + "</ol>",
    "an empty form of a partnership": "".join(f"<label>{label}</label><input>" for label in MEANINGS),
    "another site's page": "<h1>Jumelages de France</h1><h2>Titre</h2><p>X</p><h2>Pays</h2><p>Y</p>",
    "a person's page": "<h2>Nom</h2><p>A</p><h2>Fonction</h2><p>B</p><h2>Courriel</h2><p>c@example.org</p>",
    "a login": "<form>Identifiant <input name=u> Mot de passe <input type=password></form>",
    "maintenance": "<h1>Site en maintenance</h1>",
    "an empty page": "<main></main>",
    "a page of scripts": "<div id=app></div><script>start()</script>",
}
NO_PAGES = {
    "JSON": json.dumps({"title": "Titre", "Contexte": "Historique"}),
    "a list in JSON": json.dumps([dict.fromkeys(MEANINGS, "x")]),
    "JSON Lines": "\n".join(json.dumps({"titre": n}) for n in range(3)),
    "RSS": '<?xml version="1.0"?><rss version="2.0"><channel><title>Titre</title><item>A</item></channel></rss>',
    "Atom": '<feed xmlns="http://www.w3.org/2005/Atom"><title>Contexte</title></feed>',
    "a sitemap": '<?xml version="1.0"?><urlset><url><loc>https://example.org/</loc></url></urlset>',
    "CSV": "Titre,Contexte,Historique,Pays\nA,B,C,D\nE,F,G,H\n",
    "CSV with semicolons": "Titre;Le partenariat est;Contexte;Pays\nA;En cours;C;Mali\nE;Terminé;G;Niger\n",
    "CSV with tabs": "Titre\tContexte\tHistorique\tPays\nA\tB\tC\tD\nE\tF\tG\tH\n",
    "RTF": "{\\rtf1 Titre Contexte Historique}",
}


@pytest.mark.parametrize("body", NO_RECORDS.values(), ids=NO_RECORDS)
def test_a_page_with_a_records_words_is_refused_by_name(body: str) -> None:
    with pytest.raises(NotARecord) as refused:
        parse(f"<!DOCTYPE html><html><head><title>Page</title></head><body>{body}</body></html>".encode())
    assert refused.value.kind != "NotARecord"


@pytest.mark.parametrize("text", NO_PAGES.values(), ids=NO_PAGES)
def test_a_file_that_is_no_page_is_refused_by_name(text: str) -> None:
    with pytest.raises(NotARecord) as refused:
        parse(text.encode())
    assert refused.value.kind.startswith(("data", "a "))


def test_a_page_at_an_address_of_the_site_that_names_no_project_needs_nearly_all_labels() -> None:
    body = page("<h3>Contexte</h3><p>Un.</p>").replace("<h3>Historique</h3>", "").replace("<h3>Objectif", "<p>")
    assert parse(body.encode()).title == "Un jumelage"
    with pytest.raises(NotARecord):
        parse(
            body.encode(), url="https://example.org/cncdext/dyn/public/atlas/detailCollectivite.html?criteres.collId=3"
        )


def sample(name: str) -> str:
    return next((SAMPLES / name).glob("page.*")).read_text("utf-8")


def two_of(name: str, *, between: str = "\n\n") -> bytes:
    one = sample(name)
    return (one + between + _changed(one)).encode()


def _changed(text: str) -> str:
    """Change the values of a page, not its labels."""
    for old, new in (("Marées jumelles", "Rives sœurs"), ("Lurzac", "Brive"), ("2011", "2009"), ("2018", "2015")):
        text = text.replace(old, new)
    return text


BODY = page("<h3>Contexte</h3><p>Un.</p><h3>Historique</h3><p>Deux.</p>")
OTHER = (
    BODY.replace("Un jumelage", "Un autre")
    .replace("Un.", "Trois.")
    .replace("Deux.", "Quatre.")
    .replace("En cours", "Terminé")
)
INSIDE = OTHER.partition("<main>")[2].partition("</main>")[0]
SEVERAL = {
    "two pages of HTML, one behind the other": (BODY + OTHER).encode(),
    "two pages in one body": BODY.replace("</main>", f"</main><main>{INSIDE}</main>").encode(),
    "two articles": BODY.replace("</main>", f"<hr><article>{INSIDE}</article></main>").encode(),
    "three pages": (BODY + OTHER + OTHER.replace("Un autre", "Un troisième").replace("Trois", "Cinq")).encode(),
    "two pages of pipe text": two_of("whole-page-pipe-text"),
    "two pages of pipe text with a rule between": two_of("whole-page-pipe-text", between="\n----\n"),
    "two pages of flat text": two_of("whole-page-flat-text"),
    "a page with another embedded": BODY.replace("Deux.", f"Deux.<div>{INSIDE}</div>").encode(),
}


@pytest.mark.parametrize("data", SEVERAL.values(), ids=SEVERAL)
def test_a_file_with_two_records_is_refused_with_their_titles(data: bytes) -> None:
    with pytest.raises(NotARecord, match=r"[23] of them") as refused:
        parse(data)
    assert refused.value.kind == "several records"


def test_a_page_that_repeats_a_few_of_its_labels_is_one_record() -> None:
    summary = "<div><h4>Titre</h4><p>Un jumelage</p><h4>Le partenariat est</h4><p>En cours</p></div>"
    assert parse(page(above=summary).encode()).title == "Un jumelage"


COMPARED = {label: ("", "") for label in (*HEAD_OF_TEXT, *LABELS) if label not in {"Un jumelage", "En cours"}} | {
    "Titre": ("Jumelage de Tilliac", "Eau pour Dioumba"),
    "Le partenariat est": ("En cours", "Terminé"),
    "Date de fin du partenariat": ("31/12/2017", "31/12/2018"),
    "Contexte": ("Deux villes.", "Trois villages."),
}


@pytest.mark.parametrize(
    "line",
    ["<tr><td>{}<td>{}<td>{}</tr>", "<div><div>{}</div><div>{}</div><div>{}</div></div>", "<h3>{}</h3><p>{}<p>{}"],
)
def test_two_records_side_by_side_are_refused_with_both_titles(line: str) -> None:
    around = "<table>{}</table>" if line.startswith("<tr") else "<div>{}</div>"
    lines = "".join(line.format(label, *values) for label, values in COMPARED.items())
    with pytest.raises(NotARecord, match=r"2 of them: 'Jumelage de Tilliac', 'Eau pour Dioumba'"):
        parse(around.format(lines).encode())


def test_records_in_the_rows_below_their_labels_are_refused_with_their_titles() -> None:
    first, second = zip(*COMPARED.values(), strict=True)
    rows = "".join(row("|".join(cells)) for cells in (COMPARED, first, second))
    with pytest.raises(NotARecord, match=r"2 of them: 'Jumelage de Tilliac', 'Eau pour Dioumba'"):
        parse(f"<table>{rows}</table>".encode())


def test_one_record_in_the_row_below_its_labels_is_read() -> None:
    first, _ = zip(*COMPARED.values(), strict=True)
    record = parse(f"<table>{row('|'.join(COMPARED))}{row('|'.join(first))}</table>".encode())
    assert (record.title, record.status_label, record.context) == ("Jumelage de Tilliac", "En cours", ["Deux villes."])


@pytest.mark.parametrize("title", ["Jumelage de Tilliac", "Fiche retirée"])
def test_a_record_of_which_only_the_title_is_left_is_refused_by_name(title: str) -> None:
    body = page().replace("Un jumelage", title).replace("<p>En cours</p>", "")
    with pytest.raises(NotARecord) as refused:
        parse(body.encode())
    assert (refused.value.kind, title in str(refused.value)) == ("record without values", True)


FIELDS_OF_FORM = "".join(
    f'<p><label for=e{n}>{label}</label><input id=e{n} value="{value}"></p>'
    for n, (label, (value, _)) in enumerate(COMPARED.items())
)


@pytest.mark.parametrize("send", ["<input type=submit value=Enregistrer>", "<button>Enregistrer</button>"])
def test_a_filled_entry_form_is_refused_by_name(send: str) -> None:
    with pytest.raises(NotARecord) as refused:
        parse(f"<h1>Saisie</h1><form method=post>{FIELDS_OF_FORM}{send}</form>".encode())
    assert refused.value.kind == "entry form"


@pytest.mark.parametrize("send", ["", "<input type=button value=Retour>"])
def test_a_record_shown_in_fields_is_a_record(send: str) -> None:
    assert parse(f"<form>{FIELDS_OF_FORM}{send}</form>".encode()).title == "Jumelage de Tilliac"
    read_only = FIELDS_OF_FORM.replace("<input", "<input readonly")
    assert parse(f"<form>{read_only}<button>Imprimer</button></form>".encode()).title == "Jumelage de Tilliac"
