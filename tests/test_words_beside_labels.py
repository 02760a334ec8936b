"""Words that a page says again beside most of its labels, which are the site's and no part of what stands there."""

import pytest
from fragments import HEAD, LABELS, page, page_of

from atlas_scraper import Partnership, parse
from atlas_scraper.pipeline import read

FACTS = [
    ("Titre", "Un puits"),
    ("Thématique d'intervention", "Culture et Patrimoine"),
    ("Année de début du partenariat", "2012"),
    ("Le partenariat est", "En cours"),
    ("Date de fin du partenariat", ""),
]
TEXTS = {"Contexte": "Une ville.", "Historique": "Un lycée.", "Objectif du partenariat": "Agir.", "Description": ""}
WORDS = [
    "Options",
    "[<a href='?m=1'>modifier</a> | <a href='?m=2'>modifier le code</a>]",
    "Écouter cette partie",
    "mis à jour le 2 novembre",
    "Nouveau",
]


def _read(section: str, **texts: str) -> Partnership:
    said = {**TEXTS, **texts}
    labels = [label for label in LABELS if label != "Votre partenariat prend la forme d'un(e)"]
    body = "".join(section.format(label, f"<p>{said[label]}</p>" if said.get(label) else "") for label in labels)
    return parse(page(body).encode())


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize(
    "section",
    [
        "<div><h3>{{0}}</h3><span>{0}</span></div>{{1}}",
        "<div><h3>{{0}}</h3><button>{0}</button></div>{{1}}",
        "<section><h3>{{0}}</h3>{{1}}<p>{0}</p></section>",
        "<h3>{{0}}</h3>{{1}}<div><a href='#suite'>{0}</a></div>",
    ],
)
def test_the_same_words_beside_most_labels_are_no_part_of_what_stands_there(words: str, section: str) -> None:
    record = _read(section.format(words))
    assert (record.context, record.history, record.objective) == (["Une ville."], ["Un lycée."], ["Agir."])
    assert record.description == []
    assert record.unread == []


def test_such_words_are_checked_across_pages_as_the_frame_is() -> None:
    body = "".join(f"<div><h3>{label}</h3><i>Options</i></div><p>{label} !</p>" for label in [*LABELS[:3], LABELS[5]])
    assert "Options" in read(page(body).encode()).frame


def test_words_beside_two_labels_of_many_are_the_authors() -> None:
    again = dict.fromkeys(("Contexte", "Historique"), "Un puits.</p><p>Une école.")
    record = _read("<h3>{0}</h3>{1}", **again)
    assert (record.context, record.history) == (["Un puits.", "Une école."], ["Un puits.", "Une école."])


def test_words_that_are_all_that_stands_below_a_label_are_its_value() -> None:
    record = _read("<h3>{0}</h3>{1}", **dict.fromkeys(TEXTS, "À compléter."))
    assert (record.context, record.history, record.objective) == (["À compléter."], ["À compléter."], ["À compléter."])


def test_the_values_of_short_labels_may_be_the_same() -> None:
    head = HEAD.replace("<p></p>", "<p>Santé</p>", 3)
    record = parse(page("<h3>Contexte</h3><p>Une ville.</p>", head=head).encode())
    assert record.theme is not None
    assert (record.theme.theme, record.theme.subtheme, record.theme.subsubtheme) == ("Santé", "Santé", "Santé")


def test_one_word_beside_labels_that_all_may_be_entries_of_a_list_crashes_nothing() -> None:
    numbers = iter(range(1, 99))
    pages = page_of(
        lambda name, value: f"<p>{next(numbers)}. {name}</p><p>{value}</p><p>Haut</p>", title="A", start_year="2017"
    )
    record = parse(pages.encode())
    assert (record.title, record.start_year) == ("A", 2017)


def test_the_heading_of_the_first_card_below_each_label_keeps_the_cards_of_a_table_apart() -> None:
    columns = {
        "Partenaires étrangers du partenariat": ("Nom de la collectivité étrangère", "Pays"),
        "Volontaires impliqués dans le partenariat": ("Nom", "Mission"),
        "Financement du partenariat": ("Nom du financeur", "Année"),
        "Collectivités territoriales partenaires du partenariat": ("Nom de la collectivité territoriale", ""),
    }
    sections = ""
    for label in LABELS:
        sections += f"<h3>{label}</h3>"
        for number, town in enumerate(("Dosso", "Kayes") if label in columns else (), start=1):
            texts = zip(columns[label], (town, ""), strict=True)
            pairs = "".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in texts if name)
            sections += f"<div><h4>Ligne {number}</h4><dl>{pairs}</dl></div>"
    record = parse(f"<html><body><main>{HEAD}{sections}</main></body></html>".encode())
    assert [(each.last_name, each.mission) for each in record.volunteers] == [("Dosso", None), ("Kayes", None)]
    assert [each.name for each in record.foreign_partners] == ["Dosso", "Kayes"]


def test_an_author_may_end_every_text_alike() -> None:
    texts = dict.fromkeys(
        ("Contexte", "Historique", "Objectif du partenariat"), "Un puits.</p><p>Une convention le dit."
    )
    record = _read("<h3>{0}</h3>{1}", **texts)
    assert (record.context, record.history, record.objective) == (["Un puits.", "Une convention le dit."],) * 3


LINES = [
    "<button>Écouter</button>",
    "<p><a href='#audio'>Écouter</a></p>",
    "<p class=temps>Temps de lecture : {0} minutes</p>",
    "<div class=maj>Mis à jour le 12/03/201{0}</div>",
    "<p class=taille>138{0} / 4000 caractères</p>",
]


def _read_texts(text: str) -> Partnership:
    sections = "".join(f"<h3>{label}</h3>{text.replace('{0}', str(n))}" for n, label in enumerate(LABELS[:3]))
    return parse(page(sections).encode())


@pytest.mark.parametrize("line", LINES)
def test_a_button_or_a_line_marked_as_no_other_at_the_head_or_foot_of_all_texts_is_no_part_of_them(line: str) -> None:
    for text in (f"{line}<p>Un.</p><p>Deux.</p>", f"<p>Un.</p><p>Deux.</p>{line}"):
        record = _read_texts(text)
        assert (record.context, record.history, record.objective) == (["Un.", "Deux."],) * 3
        assert record.unread == []


@pytest.mark.parametrize("text", ["<p>Présentation.</p><p>Un.</p>", "<div><p>Bilan 201{0}</p><p>Un.</p></div>"])
def test_an_author_may_begin_every_text_alike(text: str) -> None:
    record = _read_texts(text)
    assert len(record.context) == len(record.history) == len(record.objective) == 2


HEADS = [
    "<div><a href='/q'>Citer</a></div><h3>{0}</h3>",
    "<section><a href='#a'>Écouter</a><h3>{0}</h3></section>",
    "<div class=h><div>«</div><h3>{0}</h3></div>",
    "<div class=h><div>▼</div><b>{0}</b></div>",
    "<div class=h><div>1</div><b>{0}</b></div>",
    "<hr><center><a href='a'>Premier</a> <a href='b'>Suivant</a> <a href='c'>Image</a></center><br><h1>{0}</h1>",
]


@pytest.mark.parametrize("head", HEADS)
def test_what_stands_before_each_heading_of_a_page_is_no_part_of_the_section_above(head: str) -> None:
    pairs = "".join(f"<dl><dt>{label}</dt><dd>{value}</dd></dl>" for label, value in FACTS)
    tables = {label: f"<table><tr><th>Nom</th></tr><tr><td>{label}</td></tr></table>" for label in LABELS[5:]}
    texts = dict.fromkeys(LABELS[:4], "<p>Un.</p><p>Deux.</p>")
    sections = "".join(head.format(label) + text for label, text in {**texts, **tables}.items())
    record = parse(f"<html><body><main>{pairs}{sections}</main></body></html>".encode())
    assert (record.context, record.history, record.description) == (["Un.", "Deux."],) * 3
    assert (record.title, record.start_year) == ("Un puits", 2012)


def test_the_last_words_of_texts_before_headings_of_texts_are_their_author_s() -> None:
    record = _read_texts("<p>Un.</p><p>À suivre.</p>")
    assert (record.context, record.history, record.objective) == (["Un.", "À suivre."],) * 3


@pytest.mark.parametrize(
    "button", ["<button>Aperçu</button>", "<button><i class=sr-only>Voir la fiche liée</i></button>"]
)
def test_a_button_that_stands_behind_values_is_no_value_where_there_is_none(button: str) -> None:
    def pair(label: str, value: str) -> str:
        return f"<div><label>{label}</label><input readonly value='{value}'><div>{button}</div></div>"

    facts = [*FACTS, ("Sous-thématique d'intervention", ""), ("Sous-sous-thématique d'intervention", "")]
    record = parse(page("<h3>Contexte</h3><p>Un.</p>", head="".join(pair(*fact) for fact in sorted(facts))).encode())
    assert (record.title, record.start_year, record.end_date) == ("Un puits", 2012, None)
    assert record.theme is not None
    assert (record.theme.subtheme, record.theme.subsubtheme) == (None, None)


def test_a_button_that_says_a_value_is_one() -> None:
    facts = "".join(f"<div><label>{label}</label><button>{value}</button></div>" for label, value in FACTS)
    record = parse(page("<h3>Contexte</h3><p>Un.</p>", head=facts).encode())
    assert (record.title, record.start_year, record.status_label) == ("Un puits", 2012, "En cours")


def test_a_heading_that_begins_all_texts_is_their_author_s() -> None:
    titles = ("Contexte", "Historique", "Objectif du partenariat", "Description détaillée du partenariat")
    texts = "".join(f"<h3>{title}</h3><h4>En bref</h4><p>Un texte {title}.</p><p>La suite.</p>" for title in titles)
    record = parse(page(texts).encode())
    assert record.context == ["En bref", "Un texte Contexte.", "La suite."]
    assert [text[0] for text in (record.history, record.objective, record.description)] == ["En bref"] * 3
