"""What the page's own style sheets hide, and what of it the record has all the same."""

import pytest
from fragments import read

from atlas_scraper.blocks.read import read_document


def texts(html: str) -> list[str]:
    return [block.text for block in read_document(f"<html><body>{html}</body></html>".encode()).blocks]


HIDE = ".a { display: none }"
RULES = {
    "hidden on paper": (f"@media print {{ {HIDE} }}", "a", True),
    "hidden on screens": (f"@media screen {{ {HIDE} }}", "a", False),
    "hidden on paper and screens": (f"@media print, only screen {{ {HIDE} }}", "a", False),
    "hidden on all but screens": (f"@media not screen {{ {HIDE} }}", "a", True),
    "shown on wide screens": (f"{HIDE} @media (min-width: 1024px) {{ .lg\\:b {{ display: block }} }}", "a lg:b", True),
    "shown on wider ones": (f"{HIDE} @media (min-width: 200em) {{ .b {{ display: block }} }}", "a b", False),
    "shown on wide ones of a range": (
        f"{HIDE} @media (40rem <= width < 96rem) {{ .b {{ display: block }} }}",
        "a b",
        True,
    ),
    "shown on narrow ones": (f"{HIDE} @media (width < 40rem) {{ .b {{ display: block }} }}", "a b", False),
    "hidden on telephones": (f"@media (max-width: 767.98px) {{ {HIDE} }}", "a", True),
    "hidden on others than telephones": (f"@media (min-width:768px){{ {HIDE} }}", "a", False),
    "hidden later": (f".b {{ display: block }} {HIDE}", "b a", False),
    "shown later": (f"{HIDE} .b {{ display: block }}", "b a", True),
    "hidden for good": (".a { display: none !important } .b { display: block }", "a b", False),
    "shown for good": (f".b {{ display: block!important }} {HIDE}", "a b", True),
    "shown in part": (f"{HIDE} .b {{ visibility: visible }}", "a b", False),
    "hidden of another element": ("tr.a { display: none }", "a", True),
    "hidden in a layer": (f"@layer utilities {{ {HIDE} }}", "a", False),
    "shown in a rule's own query": (f"{HIDE} .b {{ @media (width >= 64rem) {{ display: block }} }}", "a b", True),
    "hidden in a rule of another": (".b { .a { display: none } }", "a", True),
    "hidden while it moves": ("@keyframes x { from { display: none } .a { display: none } }", "a", True),
    "a class that begins with a digit": (f"{HIDE} .\\32xl\\:b {{ display: block }}", "a 2xl:b", True),
    "braces in a text": (f".c::before {{ content: '}}' }} {HIDE}", "a", False),
    "hidden of two classes": (".a.b { display: none }", "a", True),
    "hidden of its two classes": (".a.b { display: none }", "b a", False),
    "shown of two classes": (".a.b { display: block } .a { display: none }", "a b", True),
    "a comment": (f"/* {HIDE} */", "a", True),
}


@pytest.mark.parametrize(("rules", "classes", "is_shown"), RULES.values(), ids=RULES.keys())
def test_rules_of_the_page_hide_what_they_hide_on_a_screen_of_usual_size(
    rules: str, classes: str, is_shown: bool
) -> None:
    assert texts(f"<style>{rules}</style><p class='{classes}'>x</p>") == ["x"] * is_shown


def test_a_style_sheet_for_paper_hides_nothing_on_the_screen() -> None:
    assert texts(f"<style media=print>{HIDE}</style><p class=a>x</p>") == ["x"]


def test_the_own_style_of_an_element_stands_over_a_rule() -> None:
    assert texts(f"<style>{HIDE}</style><p class=a style='display: block'>x</p>") == ["x"]


def test_rules_hide_no_page_as_a_whole() -> None:
    assert texts(f"<style>{HIDE}</style><body class=a><main class=a><p>x</p></main></body>") == ["x"]


ROWS = [("Dosso", "Niger"), ("Kayes", "Mali")]
COLUMNS = ("Nom de la collectivité étrangère", "Pays")


def test_columns_that_a_page_shows_on_wide_screens_are_read() -> None:
    rules = ".hidden { display: none } @media (min-width: 1024px) { .lg\\:table-cell { display: table-cell } }"
    cells = (f"<tr><td>{name}</td><td class='hidden lg:table-cell'>{country}</td></tr>" for name, country in ROWS)
    header = f"<tr><th>{COLUMNS[0]}</th><th class='hidden lg:table-cell'>{COLUMNS[1]}</th></tr>"
    table = f"<table>{header}{''.join(cells)}</table>"
    record = read(f"<style>{rules}</style><h3>Partenaires étrangers du partenariat</h3>{table}")
    assert [(each.name, each.country) for each in record.foreign_partners] == ROWS
    assert record.unread == []


@pytest.mark.parametrize("order", ["{0}{1}", "{1}{0}"])
def test_rows_that_stand_twice_for_screens_and_telephones_are_read_once(order: str) -> None:
    rules = """
        .d-none { display: none !important }
        @media (min-width: 768px) { .d-md-block { display: block !important } .d-md-none { display: none !important } }
    """
    pair = "<div><b>{}</b><div>{}</div></div>"
    cards = "".join(f"<div>{pair.format(COLUMNS[0], row[0])}{pair.format(COLUMNS[1], row[1])}</div>" for row in ROWS)
    rows = "".join(f"<tr><td>{name}</td><td>{country}</td></tr>" for name, country in ROWS)
    table = f"<table><tr><th>{COLUMNS[0]}</th><th>{COLUMNS[1]}</th></tr>{rows}</table>"
    both = order.format(f"<div class=d-md-none>{cards}</div>", f"<div class='d-none d-md-block'>{table}</div>")
    record = read(f"<style>{rules}</style><h3>Partenaires étrangers du partenariat</h3>{both}")
    assert [(each.name, each.country) for each in record.foreign_partners] == ROWS
    assert record.unread == []
