"""Lines in which a converter joined what a page keeps apart, and lines that may be two things."""

import pytest
from fragments import HEAD_OF_TEXT, LABELS, codes, page_of, read

from atlas_scraper import Partnership, parse
from atlas_scraper.record.issues import IssueCode

THEMES = "Autres thématiques mises en œuvre pour le partenariat"
GOALS = "Objectifs de développement durable - ODD"
TABLE = "Nom du volet| Échéance\n---|---\nVolet 1| juin 2021"


def _read_markdown(replaced: str, by: str) -> Partnership:
    values = {"Titre": "Un jumelage", "Le partenariat est": "En cours", "Contexte": "Une amitié."}
    lines = [text for text in HEAD_OF_TEXT if text not in values.values()] + LABELS
    text = "".join(f"{label}\n\n{values.get(label, '')}\n\n" for label in lines)
    assert replaced in text
    return parse(f"# Atlas\n\n**a** **b**\n\n{text.replace(replaced, by, 1)}".encode())


def test_captions_of_two_empty_tables_on_one_line_are_two_labels() -> None:
    goals = "Thématique éligible|\n---|---\n6 - Eau propre et assainissement| 2\n"
    record = _read_markdown(f"{THEMES}\n", f"{THEMES} {GOALS}\n\n{goals}")
    assert [(each.goal, each.level) for each in record.sdgs] == [(6, 2)]


def test_the_words_of_a_title_and_a_label_in_an_attribute_of_cells_end_in_no_crash() -> None:
    cells = '<td data-label="Informations générales Titre">a</td><td data-label="Pays">b</td>'
    record = _read_markdown("Contexte\n\nUne amitié.", f"Contexte\n\n<table><tr>{cells}</tr></table>")
    assert "Informations générales Titre | Pays" in "".join(each.text for each in record.unread)


PARTNERS = "Partenaires étrangers du partenariat"
NAMED = "Nom de la collectivité étrangère| Pays  \n---|---  \nVille d'Essai| Canada  \n"


@pytest.mark.parametrize(
    "above",
    [
        f"{THEMES} {PARTNERS} {NAMED}",
        f"{PARTNERS} {PARTNERS} __Nom de la collectivité étrangère__| Pays  \n---|---  \nVille d'Essai| Canada  \n",
        f"{PARTNERS} {PARTNERS.upper()} ![](/aide.png)  \n---  \n{NAMED.replace('---|---  ', '')}",
    ],
)
def test_captions_joined_to_a_header_are_labels(above: str) -> None:
    record = _read_markdown(f"{PARTNERS}\n", f"\n{above}\n")
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Ville d'Essai", "Canada")]


def test_a_row_broken_before_a_cell_of_a_space_goes_on() -> None:
    rows = NAMED.replace("Ville d'Essai| Canada", "Ville d'Essai|\n\xa0  \nVille de Preuve| Canada")
    record = _read_markdown(f"{PARTNERS}\n", f"{PARTNERS}\n\n{rows}\n")
    assert [each.name for each in record.foreign_partners] == ["Ville d'Essai", "Ville de Preuve"]


@pytest.mark.parametrize("title", ["Présentation", "Informations générales"])
def test_a_groups_title_before_a_label_on_one_line_hides_no_label(title: str) -> None:
    record = _read_markdown("Contexte\n", f"{title} Contexte\n")
    assert record.context == ["Une amitié."]
    assert title not in str(record.unread)


def test_a_groups_title_in_the_first_cell_before_a_label_hides_no_label() -> None:
    row = "Présentation Contexte| Une amitié.  \n---|---  \n"
    record = _read_markdown("Contexte\n\nUne amitié.\n", row)
    assert record.context == ["Une amitié."]


def test_prose_that_ends_like_a_label_is_prose() -> None:
    text = ["Une amitié.", "La présentation du contexte", "Voilà."]
    assert _read_markdown("Une amitié.", "\n\n".join(text)).context == text


def test_what_stands_below_a_value_of_its_kind_is_no_part_of_it() -> None:
    record = read("<h3>Année de début du partenariat</h3><p>2017<br>Présentation</p>")
    assert record.start_year == 2017
    assert ["Présentation" in each.text for each in record.unread] == [True]


@pytest.mark.parametrize("heading", ["Budget global\n\nBudget global", "Budget global :\n\nBudget global"])
def test_a_heading_said_once_more_above_an_unknown_table_is_no_value(heading: str) -> None:
    label = "Sous-sous-thématique d'intervention\n"
    record = _read_markdown(label, f"{label}\n{heading}\n\n{TABLE}\n\n")
    assert record.theme is None
    assert "Volet 1" in str(record.unread)


def test_a_line_that_may_be_a_label_with_a_colon_is_said_to_be_in_doubt() -> None:
    page = page_of("<p>{0} :</p><p>{1}</p>".format, title="Un jumelage", contexte="Publics :</p><p>tous")
    record = parse(page.encode())
    assert record.context == ["Publics :", "tous"]
    assert IssueCode.AMBIGUOUS_LABEL in codes(record)


def test_a_label_behind_a_line_break_is_one_where_a_known_label_stands_so() -> None:
    def pair(label: str, value: str) -> str:
        return f"<p>{'Une amitié.<br>' if label == 'Historique' else ''}<b>{label}</b><br>{value}</p>"

    values = {"historique": "Un voyage.<br><b>Budget global</b><br>à préciser", "start_year": "2017"}
    record = parse(page_of(pair, title="Un jumelage", status="En cours", **values).encode())
    assert (record.context, record.history) == (["Une amitié."], ["Un voyage."])
    assert [(each.label, each.text) for each in record.unread] == [("Budget global", "à préciser")]


ALIKE = {"title": "Un jumelage", "start_year": "2017", "status": "En cours", "historique": "Un voyage."}


def test_a_short_line_of_text_is_in_doubt_where_labels_and_values_are_marked_alike() -> None:
    text = "Une amitié.</p><p>Mots-clés</p><p>eau, école"
    record = parse(page_of("<p>{0}</p><p>{1}</p>".format, contexte=text, **ALIKE).encode())
    assert record.context == ["Une amitié.", "Mots-clés", "eau, école"]
    assert [issue.section for issue in record.issues if issue.code is IssueCode.AMBIGUOUS_LABEL] == ["context"]


def test_a_lone_pair_below_an_empty_heading_is_in_doubt() -> None:
    def pair(label: str, value: str) -> str:
        is_long = label in {"Contexte", "Historique", "Objectif du partenariat", "Description détaillée du partenariat"}
        return f"<h3>{label}</h3><p>{value}</p>" if is_long else f"<p>{label}</p><p>{value}</p>"

    record = parse(page_of(pair, contexte="Mots-clés</p><p>eau, école", **ALIKE).encode())
    assert IssueCode.AMBIGUOUS_LABEL in codes(record)


@pytest.mark.parametrize("pair", ["<p>{0}</p><p>{1}</p>", "{0}<br>{1}<br>"])
def test_a_line_that_may_be_a_label_is_in_doubt_below_a_label_of_one_value_as_well(pair: str) -> None:
    for value in ("2017", ""):
        end = pair.partition("{0}")[2].partition("{1}")[0]
        text = f"{value}{end}Mots-clés{end}eau, école".removeprefix(end)
        record = parse(page_of(pair.format, **ALIKE | {"start_year": text}).encode())
        assert [issue.section for issue in record.issues if issue.code is IssueCode.AMBIGUOUS_LABEL] == ["start_year"]


def test_a_line_of_text_that_begins_as_labels_do_and_goes_on_in_small_letters_is_in_doubt() -> None:
    text = "Une amitié.</p><p><b>Mots-clés</b> eau, école"
    record = parse(page_of("<p><b>{0}</b> {1}</p>".format, contexte=text, **ALIKE).encode())
    assert record.context == ["Une amitié.", "Mots-clés eau, école"]
    assert [issue.section for issue in record.issues if issue.code is IssueCode.AMBIGUOUS_LABEL] == ["context"]


@pytest.mark.parametrize("text", ["Budget : 2019</p><p>Une amitié.", "une amitié</p><p>et plus", "Une amitié."])
def test_prose_is_in_no_doubt_where_labels_and_values_are_marked_alike(text: str) -> None:
    record = parse(page_of("<p>{0}</p><p>{1}</p>".format, contexte=text, **ALIKE).encode())
    assert IssueCode.AMBIGUOUS_LABEL not in codes(record)
