"""Words in place of a value: those of the list, and those that a page says where nothing can be meant by them."""

import pytest
from fragments import HEAD, page, read, table

from atlas_scraper import Partnership, parse
from atlas_scraper.record.issues import IssueCode

YEAR = "<h3>Année de début du partenariat</h3><p>{}</p>"
FORM = "<h3>Votre partenariat prend la forme d'un(e)</h3><p>{}</p>"
TEXTS = "<h3>Contexte</h3>{}<h3>Historique</h3>{}"


@pytest.mark.parametrize(
    "words",
    ["(non défini)", "Information non disponible", "Aucune donnée", "Aucune donnée à afficher", "N.R.", "Ø",
     "Pas de réponse", "Non spécifié", "Champ vide", "Non renseigné(e)", "— Non saisi —", "Aucun texte saisi"],
)  # fmt: skip
def test_words_of_the_list_stand_for_no_value(words: str) -> None:
    contacts = table(
        "Contacts dans les partenaires étrangers du partenariat",
        "Nom de la collectivité étrangère|Nom|Prénom|Fonction|Courriel",
        f"Dosso|DIALLO|Ana|{words}|{words}",
    )
    record = read(FORM.format(words) + contacts)
    assert record.form is None
    assert (record.foreign_contacts[0].last_name, record.foreign_contacts[0].position) == ("DIALLO", None)


@pytest.mark.parametrize(
    "words",
    ["Aucun texte.", "Cette rubrique n’a pas été renseignée.", "Ce champ est vide", "Pas d’information disponible"],
)
def test_a_text_that_says_there_is_none_is_none(words: str) -> None:
    record = read(TEXTS.format(f"<p><em>{words}</em></p>", "<p>Un.</p>"))
    assert (record.context, record.history) == ([], ["Un."])


@pytest.mark.parametrize("words", ["Vide", "Aucun texte saisi.", "N.A."])
def test_a_text_before_a_heading_that_nobody_has_listed_is_none_either(words: str) -> None:
    record = read(f"<h3>Historique</h3><p>{words}</p><h3>Perspectives</h3><p>« Agir ensemble… »</p>")
    assert record.history == []
    assert [(each.label, each.text) for each in record.unread] == [("Perspectives", "« Agir ensemble… »")]


def test_a_text_before_a_label_that_nobody_has_listed_in_boxes_is_none_too() -> None:
    def box(label: str, *lines: str) -> str:
        said = "<br>".join(lines)
        return f"<div><div class=title>{label}</div></div><div><div><span class=said>{said}</span></div></div>"

    texts = box("Contexte", "(Aucun)") + box("Perspectives", "Un.", "Deux.") + box("Historique", "Aucun", "Trois.")
    record = parse(page(texts).encode())
    assert (record.context, record.history) == ([], ["Aucun", "Trois."])
    assert [(each.label, each.text) for each in record.unread] == [("Perspectives", "Un.\nDeux.")]


@pytest.mark.parametrize("words", ["Aucune réponse.", "Néant", "Pas de contenu"])
def test_such_words_among_the_paragraphs_of_a_text_are_its_author_s(words: str) -> None:
    for lines in ([words, "Un."], ["Un.", words], ["Un.", words, "Deux."]):
        record = read(TEXTS.format("".join(f"<p>{line}</p>" for line in lines), ""))
        assert record.context == lines


def _read(words: str, *, year: str = "", theme: str = "", form: str = "", text: str = "") -> Partnership:
    head = HEAD.replace("<h3>Le partenariat est", f"{YEAR.format(year)}<h3>Le partenariat est")
    head = head.replace("<h3>Sous-sous-thématique d'intervention</h3><p></p>",
                        f"<h3>Sous-sous-thématique d'intervention</h3><p>{theme}</p>")  # fmt: skip
    people = table(
        "Volontaires impliqués dans le partenariat",
        "Nom|Prénom|Mission|Champs d'action|Entité d'affectation",
        f"DIALLO|Ana|{words}|Eau|Dosso",
    )
    texts = f"<h3>Contexte</h3><p>{text}</p>" if text else ""
    return parse(page(f"{texts}{FORM.format(form)}{people}", head=head).encode())


@pytest.mark.parametrize("words", ["à compléter", "xxx", "NR", "Cliquez pour saisir"])
def test_the_same_words_where_a_year_is_asked_and_elsewhere_stand_for_nothing(words: str) -> None:
    record = _read(words, year=words, theme=words, form=words, text=words)
    assert (record.start_year, record.theme, record.form, record.context) == (None, None, None, [])
    assert record.volunteers[0].mission is None
    assert not {issue.code for issue in record.issues} & {IssueCode.UNREADABLE_VALUE, IssueCode.UNKNOWN_VALUE}


def test_a_level_that_nobody_knows_and_that_two_other_fields_are_is_none() -> None:
    record = _read("xxx", theme="xxx", form="xxx")
    assert (record.theme, record.form, record.volunteers[0].mission) == (None, None, None)


def _with_post(words: str, address: str) -> Partnership:
    people = table(
        "Volontaires impliqués dans le partenariat",
        "Nom|Prénom|Mission|Champs d'action|Entité d'affectation",
        f"DIALLO|Ana|{words}|Eau|Dosso",
    )
    first = "<h3>Contacts dans le poste diplomatique</h3><p>Conseiller culturel</p><p>Zoé PETIT</p>"
    post = f"{first}<p>Courriel :</p><p>{address}</p>"
    return parse(page(f"<h3>Contexte</h3><p>{words}</p>{FORM.format('Jumelage')}{people}", head=post + HEAD).encode())


def test_words_in_place_of_an_address_of_the_post_and_of_two_other_fields_are_none() -> None:
    record = _with_post("rien ici", "rien ici")
    assert (record.context, record.volunteers[0].mission) == ([], None)
    assert record.post
    assert [(each.name, each.email) for each in record.post.contacts] == [("Zoé PETIT", None)]
    kept = _with_post("rien ici", "zoe[at]example.org")
    assert (kept.context, kept.volunteers[0].mission) == (["rien ici"], "rien ici")


def test_words_that_a_page_says_once_or_that_a_theme_and_one_field_share_stay() -> None:
    once = _read("Puits", year="à compléter")
    assert "à compléter" in {issue.detail for issue in once.issues}
    shared = _read("Numérique", theme="Numérique", form="Jumelage")
    assert shared.theme is not None
    assert (shared.theme.subsubtheme, shared.volunteers[0].mission) == ("Numérique", "Numérique")
    year = _read("vers 2015", year="vers 2015")
    assert year.volunteers[0].mission == "vers 2015"


def test_such_words_below_a_heading_that_nobody_has_listed_are_the_site_s() -> None:
    record = read("<h3>Contexte</h3><p>Un.</p><h3>Bilan</h3><p>Aucune information à présenter.</p>")
    assert record.context == ["Un."]
    assert [(each.label, each.text) for each in record.unread] == [("Bilan", "Bilan")]
    for behind in (
        "<h3>Bilan</h3><p>Deux.</p>",
        "<table><tr><th>Volet</th><th>Date</th></tr><tr><td>1</td><td>2</td></tr></table>",
    ):
        assert read(f"<h3>Historique</h3><p>Aucune donnée</p>{behind}").history == []
