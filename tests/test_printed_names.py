"""Labels and names of columns that a page's own rules print from attributes, whose names are its own."""

import pytest
from fragments import LABELS, page_of, read

from atlas_scraper import parse
from atlas_scraper.blocks.read import read_document

VALUES = {"title": "Un jumelage", "start_year": "2001", "status": "En cours", "contexte": "Une amitié."}
RULE = "<style>%s { font-weight: bold; content: attr(%s) ' : ' }</style>"
SELECTORS = [
    ".c::before",
    "div.c:before",
    "#f > .c::before",
    "main [data-x].c::before",
    ".q::before, .c::before",
    "*::before",
]


@pytest.mark.parametrize("selector", SELECTORS)
@pytest.mark.parametrize("attribute", ["data-x", "data-intitule", "title", "libelle"])
def test_labels_that_a_rule_prints_are_labels(selector: str, attribute: str) -> None:
    pairs = page_of(f'<div class="c" {attribute}="{{0}}">{{1}}</div>'.format, **VALUES)
    record = parse(f"{RULE % (selector.replace('data-x', attribute), attribute)}<main id=f>{pairs}</main>".encode())
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2001, "En cours")
    assert (record.context, record.unread) == (["Une amitié."], [])


@pytest.mark.parametrize("attribute", ["data-label", "data-x", "title"])
@pytest.mark.parametrize("box", ["div", "li", "p", "span"])
def test_rows_of_boxes_whose_columns_a_rule_names_are_rows(attribute: str, box: str) -> None:
    names = ("Nom de la collectivité étrangère", "Nom", "Prénom", "Fonction", "Courriel")
    rows = [("Dosso", "Maïga", "Ali", "Maire", ""), ("Kayes", "Koné", "Awa", "", "a@example.org")]
    cells = [
        "".join(f'<{box} class="c" {attribute}="{name}">{text}</{box}>' for name, text in zip(names, row, strict=True))
        for row in rows
    ]
    html = "".join(f"<{'ul' if box == 'li' else 'div'}>{row}</{'ul' if box == 'li' else 'div'}>" for row in cells)
    record = read(f"{RULE % ('.c::before', attribute)}<h3>{LABELS[6]}</h3>{html}")
    assert [
        (each.organisation, each.last_name, each.first_name, each.position or "", each.email or "")
        for each in record.foreign_contacts
    ] == rows


@pytest.mark.parametrize(
    "sheet",
    [
        ".c:hover::before { content: attr(data-x) }",
        ".c::before { content: attr(data-x); opacity: 0 }",
        ".c::before { content: attr(data-x) } .c::before { visibility: hidden }",
        "@media print { .c::before { content: attr(data-x) } }",
        "@media (max-width: 600px) { .c::before { content: attr(data-x) } }",
        ".d::before { content: attr(data-x) }",
        ".c::after { content: attr(data-x) }",
        ".c::before { content: 'attr(data-x)' }",
        ".c::before { content: attr(data-y) }",
    ],
)
def test_what_is_printed_under_a_condition_or_hidden_is_no_text(sheet: str) -> None:
    boxes = "".join(f"<p class=c data-x='Nom {letter}'>{letter}</p>" for letter in "abcdef")
    document = read_document(f"<html><style>{sheet}</style><body>{boxes}".encode())
    assert [block.text for block in document.blocks] == [*"abcdef"]


@pytest.mark.parametrize("name", ["NX{}", "1{}", "&#xe60{};"])
def test_initials_counts_and_icons_are_no_names(name: str) -> None:
    boxes = "".join(f"<p class=c data-x='{name.format(number)}'>a</p>" for number in range(1, 9))
    document = read_document(f"<html>{RULE % ('.c::before', 'data-x')}<body>{boxes}".encode())
    assert [block.text for block in document.blocks] == ["a"] * 8


def test_a_few_boxes_with_tips_are_named_by_none() -> None:
    boxes = "".join(f"<p class=c data-x='Aide {letter}'>a</p>" for letter in "abcd")
    document = read_document(f"<html>{RULE % ('.c::before', 'data-x')}<body>{boxes}".encode())
    assert [block.text for block in document.blocks] == ["a"] * 4


PARTNERS = "<tr><td title='{0}'>Dosso</td><td title='{1}'>Niger</td></tr>"


@pytest.mark.parametrize("rule", ["", RULE % ("td::before", "title")])
def test_cells_have_their_columns_names_in_a_tip(rule: str) -> None:
    row = PARTNERS.format("Nom de la collectivité étrangère", "Pays")
    record = read(f"{rule}<h3>{LABELS[5]}</h3><table>{row}{row.replace('Dosso', 'Kayes')}</table>")
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger"), ("Kayes", "Niger")]


def test_tips_that_say_cells_once_more_name_no_columns() -> None:
    blocks = read_document(f"<html><body><table>{PARTNERS.format('Dosso la Belle', 'Niger')}</table>".encode()).blocks
    assert [block.text for block in blocks] == ["Dosso | Niger"]


def test_rules_and_boxes_without_end_are_read_in_time() -> None:
    html = "<style>" + ".c::before{content:attr(data-x) ':'" * 20_000 + "</style>" + "<p class=c data-x=Nom>" * 200
    assert read_document(f"<html>{html}".encode())
