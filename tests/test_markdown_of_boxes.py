"""What converters make of boxes, spans and scripts of a page is read as the page says it, or refused by name."""

import pytest
from fragments import FUNDING, HEAD_OF_TEXT, LABELS

from atlas_scraper import Partnership, parse
from atlas_scraper.errors import NotARecord

HEADINGS = "".join(f"### {label}\n\n" for label in LABELS)
ABOVE = "\n\n".join(f"### {line}" if number % 2 == 0 else line for number, line in enumerate(HEAD_OF_TEXT[:2]))
OTHERS = "".join(f"### {line}\n\n" for line in HEAD_OF_TEXT[2:] if line != "En cours")


def read(markdown: str) -> Partnership:
    return parse(markdown.encode())


def page(markdown: str, label: str) -> str:
    """Give a page in Markdown with something below one label."""
    return f"{ABOVE}\n\n{OTHERS}{HEADINGS}".replace(f"### {label}\n", f"### {label}\n\n{markdown}\n")


BOXES = {
    "markdownify": ("* {}\n", "  :   {}\n\n", "  {}\n", "* ### {}\n\n  {}\n\n"),
    "of pandoc": ("- {}\n", "  :   {}\n\n", "  {}\n", "- ## {}\n\n  {}\n\n"),
    "html2text": ("  * {}\n", "    {}\n", "{}\n", "  * ### {}\n\n{}\n\n"),
}


@pytest.mark.parametrize(("first", "value", "term", "section"), BOXES.values(), ids=BOXES.keys())
def test_entries_of_a_list_that_are_boxes_of_the_page_are_no_bullets(
    first: str, value: str, term: str, section: str
) -> None:
    pairs = [("Titre", "Un jumelage"), *((line, "Eau") for line in HEAD_OF_TEXT[2:5])]
    pairs += [("Année de début du partenariat", "2012"), ("Le partenariat est", "En cours")]
    written = "".join(
        (term if number else first).format(label) + value.format(said) for number, (label, said) in enumerate(pairs)
    )
    sections = "".join(section.format(label, f"Texte {number}.") for number, label in enumerate(LABELS[:4]))
    rest = "".join(f"### {label}\n\n" for label in [HEAD_OF_TEXT[5], HEAD_OF_TEXT[8], *LABELS[4:]])
    record = read(f"# Fiche\n\n{written}{sections}\n{rest}")
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2012, "En cours")
    assert (record.context, record.objective, record.unread) == (["Texte 0."], ["Texte 2."], [])


def test_a_list_of_texts_stays_one() -> None:
    record = read(page("* un puits\n* une école\n\n  et un toit", "Contexte"))
    assert record.context == ["un puits", "une école", "et un toit"]


def rows(*lines: str) -> str:
    header, *others = lines
    rule = "|" + " --- |" * (header.count("|") - 1)
    return "\n".join([header, rule, *others])


HEADER = f"| {FUNDING.replace('|', ' | ')} |"
BREST = "| Brest | 9 |  |  |  | 2017 |"
NANTES = "| Nantes | 8 | 7 |  |  | 2018 |"


@pytest.mark.parametrize("is_ruled", [False, True])
def test_a_row_that_one_cell_spans_is_a_heading_of_rows_and_no_row(is_ruled: bool) -> None:
    group = "| Collectivités (2) | | | | | |" + "\n| --- | --- | --- | --- | --- | --- |" * is_ruled
    record = read(page(rows(HEADER, group, BREST, NANTES), "Financement du partenariat"))
    assert [(row.funder, str(row.amount_eur), row.year) for row in record.funding] == [
        ("Brest", "9", 2017),
        ("Nantes", "8", 2018),
    ]


def test_a_header_on_two_rows_is_read_by_the_cells_that_span_it() -> None:
    second = f"| {' | '.join(FUNDING.split('|')[1:5])} |"
    header = "| Nom du financeur | Montants | | | | Année |"
    record = read(page(rows(header, second, BREST, NANTES), "Financement du partenariat"))
    assert [(row.funder, str(row.amount_eur), row.year) for row in record.funding] == [
        ("Brest", "9", 2017),
        ("Nantes", "8", 2018),
    ]


def test_empty_cells_that_a_writer_tells_from_no_others_are_empty() -> None:
    lines = (HEADER, "| Brest | 9 | | | | 2017 |", "| Nantes | | | | | |")
    record = read(page(rows(*lines), "Financement du partenariat"))
    assert [(row.funder, row.year) for row in record.funding] == [("Brest", 2017), ("Nantes", None)]


@pytest.mark.parametrize("leads", ["void(0);", "__doPostBack\\('a$b','Sort$0'\\)", "f(g('x'))", ""])
def test_a_header_that_sorts_by_a_script_is_a_header(leads: str) -> None:
    names = ("Nom de la collectivité étrangère", "Pays")
    header = "| ".join(f"[{name}](javascript:{leads})" for name in names)
    record = read(page(f"{header}\n---|---\nDosso| Niger\n", "Partenaires étrangers du partenariat"))
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger")]


def test_rows_without_a_rule_are_rows() -> None:
    values = ["Un jumelage", "", "", "", "2015", "En cours"]
    labels = ["Titre", *HEAD_OF_TEXT[2:5], "Année de début du partenariat", "Le partenariat est"]
    pairs = [f"| {label} | {value} | " for label, value in zip(labels, values, strict=True)]
    text = "\n".join([*pairs, "", "Contexte", "Un puits.", "", *LABELS[1:]])
    record = read(text)
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2015, "En cours")
    assert record.context == ["Un puits."]


NESTED = [
    "| |  |  | | --- | --- | | Titre | Un jumelage | |",
    "| [|  |  | | --- | --- | |  | Contexte |](javascript:void(0);) | |",
    "| [| ![](a.gif)| Contexte  \n---|---](javascript:void\\(0\\);)  \nUn.",
]


@pytest.mark.parametrize("nested", NESTED)
def test_tables_written_into_each_other_are_refused_by_name(nested: str) -> None:
    with pytest.raises(NotARecord) as caught:
        read(page(nested, "Contexte"))
    assert caught.value.kind == "tables in tables"


def test_a_paginator_in_a_row_of_a_table_refuses_nothing() -> None:
    pager = "| |  |  | | --- | --- | | 1 | [2](javascript:__doPostBack('a','Page$2')) | |"
    partners = rows("| Nom de la collectivité étrangère | Pays |", "| Dosso | Niger |", pager)
    record = read(page(partners, "Partenaires étrangers du partenariat"))
    assert (record.foreign_partners[0].name, record.foreign_partners[0].country) == ("Dosso", "Niger")


@pytest.mark.parametrize("value", ["Un jumelage\n\n[Modifier titre](/m)", "Un jumelage [Modifier le titre](/m)"])
def test_a_link_that_lets_one_edit_a_field_is_no_part_of_its_value(value: str) -> None:
    record = read(page("Un puits.", "Contexte").replace("Un jumelage", value))
    assert (record.title, record.context, record.unread) == ("Un jumelage", ["Un puits."], [])


def test_labels_in_a_list_below_the_paginator_are_labels() -> None:
    pager = "* < Précédent\n* 1\n* Suivant >\n\n"
    pairs = [("Année de début du partenariat", "1996"), ("Le partenariat est", "En sommeil")]
    listed = "\n".join(f"* {label}\n\n  {value}" for label, value in pairs)
    fields = OTHERS.replace("### Le partenariat est\n\n", f"{pager}{listed}\n\n")
    record = read(f"{ABOVE}\n\n{fields}{HEADINGS}")
    assert (record.start_year, record.status_label) == (1996, "En sommeil")


CARDS = {
    "definitions of markdownify": "Nom de la collectivité étrangère\n:   {}\n\nPays\n:   {}\n",
    "definitions of html2text": "Nom de la collectivité étrangère\n    {}\nPays\n    {}\n",
    "entries": "* **Nom de la collectivité étrangère :** {}\n* **Pays :** {}\n",
}
PARTNERS = "Partenaires étrangers du partenariat"


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS.keys())
@pytest.mark.parametrize("heading", ["Partenaire n° {}", "Partenaire {} :"])
def test_cards_below_headings_that_number_them_are_rows(card: str, heading: str) -> None:
    towns = [("Dosso", "Niger"), ("Podor", "Sénégal")]
    written = [f"#### {heading.format(number)}\n\n{card.format(*town)}" for number, town in enumerate(towns, start=1)]
    for count in (1, 2):
        record = read(page("\n".join(written[:count]), PARTNERS))
        assert [(partner.name, partner.country) for partner in record.foreign_partners] == towns[:count]


def test_an_empty_value_ends_no_card_of_html2text() -> None:
    cards = [("Nom", "Diop"), ("Prénom", ""), ("Mission", "Eau"), ("Nom", "Sow"), ("Prénom", "Awa"), ("Mission", "")]
    written = "".join(f"{name}\n    {value}\n" for name, value in cards)
    text = page(written, next(label for label in LABELS if "Volontaires" in label))
    volunteers = read(text.replace("### Contexte\n", "### Contexte\n\n  * a\n\n")).volunteers
    assert [(one.last_name, one.first_name, one.mission) for one in volunteers] == [
        ("Diop", None, "Eau"),
        ("Sow", "Awa", None),
    ]


def test_a_heading_of_a_numbered_list_right_below_a_text_of_html2text_begins_an_entry() -> None:
    record = read(page("Un puits.\n  2. **Autre**\n\nx\n\n  * a\n", "Contexte"))
    assert record.context[0] == "Un puits."


def test_a_list_of_links_that_ends_a_page_is_no_part_of_its_last_section() -> None:
    links = "* [Nos publications](/a)\n* [L'équipe](/b)\n"
    label = next(label for label in LABELS if "Volontaires" in label)
    cards = "Nom\n:   Diop\n\nMission\n\n"
    record = read(page(cards + links, label))
    assert [(one.last_name, one.mission) for one in record.volunteers] == [("Diop", None)]
    assert record.unread == []
    below = read(page(links, label).replace("### Contexte\n", "### Contexte\n\nUn puits.\n"))
    assert [unread.text for unread in below.unread] == ["Nos publications\nL'équipe"]


@pytest.mark.parametrize(
    ("name", "is_said"),
    [
        ("Podor Pays : Mali", True),
        ("PodorPays: Mali", True),
        ("Pays de Podor", False),
        ("Podor Nom de la collectivité étrangère Dosso", False),
    ],
)
def test_the_name_of_another_column_within_a_cell_is_said(name: str, is_said: bool) -> None:
    record = read(page(rows("| Nom de la collectivité étrangère | Pays |", f"| {name} | Mali |"), PARTNERS))
    assert record.foreign_partners[0].name == name
    assert ("ambiguous_cells" in {issue.code for issue in record.issues}) is is_said


CARDS_OF_PARTNERS = [
    "**Nom de la collectivité étrangère**  \n{}\n\n**Pays**  \n{}\n\n",
    "Nom de la collectivité étrangère\n\n{}\n\nPays\n\n{}\n\n",
    "Nom de la collectivité étrangère : {}\n\nPays : {}\n\n",
]
LINK_OF_CARD = "[En savoir plus sur {}](http://x.example.org/{})\n\n"
PARTNERS = "Partenaires étrangers du partenariat"


@pytest.mark.parametrize("card", CARDS_OF_PARTNERS)
@pytest.mark.parametrize("names", [("Sarine",), ("Sarine", "Brime"), ("Sarine", "Brime", "Ouzel")])
def test_a_link_that_says_again_what_a_card_is_about_is_the_link_of_the_card(card: str, names: tuple[str, ...]) -> None:
    cards = "".join(card.format(name, "Mali") + LINK_OF_CARD.format(name, number) for number, name in enumerate(names))
    record = read(page(cards, PARTNERS))
    assert [(each.name, each.country) for each in record.foreign_partners] == [(name, "Mali") for name in names]
    assert [each.link for each in record.foreign_partners] == [
        f"http://x.example.org/{number}" for number in range(len(names))
    ]
    assert record.unread == []


@pytest.mark.parametrize("card", CARDS_OF_PARTNERS[:2])
def test_lines_that_name_columns_of_a_table_are_no_rows_of_it(card: str) -> None:
    cards = "".join(card.format(name, "Mali") + LINK_OF_CARD.format("lui", 1) for name in ("Sarine", "Brime"))
    record = read(page(cards, PARTNERS).replace("### Contexte\n", "### Contexte\n\nUn texte.\n"))
    assert record.foreign_partners == []
    assert all(word in record.unread[0].text for word in ("Sarine", "Brime", "Mali", "Pays"))
