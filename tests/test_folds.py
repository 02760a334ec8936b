"""What a script unfolds right behind what opens it is content, and what is hidden otherwise stays hidden."""

import pytest
from fragments import page, page_of

from atlas_scraper import Partnership, parse

VALUES = {"title": "Un jumelage", "status": "En cours", "contexte": "Un puits.", "historique": "Depuis 1991."}
OPENERS = [
    '<button aria-expanded="false">{0}</button><div style="display:none"><p>{1}</p></div>',
    '<h3><button aria-expanded="false">{0}</button></h3><!-- body --><div hidden><p>{1}</p></div>',
    '<div class="item"><div class="head"><h3 role="button" aria-expanded="false">{0}</h3></div>'
    '<div aria-hidden="true"><p>{1}</p></div></div>',
    '<h3><a href="javascript:;">{0}</a></h3><div style="display: none;"><p>{1}</p></div>',
    '<h4 class="toggler">{0}</h4><div class="folded"><p>{1}</p></div>',
    '<ul><li><a href="#">{0}</a><div style="display:none"><p>{1}</p></div></li></ul>',
    '<div><a href="javascript:void(0)">{0}</a><div class="folded"><p>{1}</p></div></div>',
    '<div class="t"><a href="#">{0}</a> <i class="icon"></i></div><div style="display:none"><p>{1}</p></div>',
    '<div><button type="button">{0}</button><div hidden><p>{1}</p></div></div>',
    '<div><span onclick="toggle(this)">{0}</span><div hidden><p>{1}</p></div></div>',
    "<dt><a href='#'>{0}</a></dt><dd style='display:none'>{1}</dd>",
    '<div><div role="button"><span><b>{0}</b></span></div><div style="display:none"><p>{1}</p></div></div>',
    '<x-pane><x-head onclick="open()"><span>{0}</span></x-head><div class="folded"><p>{1}</p></div></x-pane>',
]
TITLES = [
    '<div><span class="t">{0}</span><div style="display:none"><p>{1}</p></div></div>',
    '<div class="t">{0}</div><div class="folded"><p>{1}</p></div>',
    '<p class="t"><b>{0}</b></p><div class="folded">{1}</div>',
]
HIDE = "<style>.folded { display: none }</style>"


def read(pair: str) -> Partnership:
    return parse(f"{HIDE}<body>{page_of(pair.format, **VALUES)}</body>".encode())


@pytest.mark.parametrize("pair", OPENERS)
def test_what_folds_behind_each_label_is_its_value(pair: str) -> None:
    record = read(pair)
    assert (record.title, record.context, record.history) == ("Un jumelage", ["Un puits."], ["Depuis 1991."])
    assert (record.status, record.unread) == ("ongoing", [])


def test_a_menu_that_folds_is_no_content() -> None:
    menu = '<button aria-expanded="false">Menu</button><ul hidden><li><a href="/">Contexte</a></li></ul>'
    record = parse(page(menu).encode())
    assert (record.title, record.context, record.unread) == ("Un jumelage", [], [])


@pytest.mark.parametrize(
    "hidden",
    ["<h3>Brouillon</h3><div hidden><p>Un texte abandonné.</p></div>", "<p>a</p><div hidden>Un texte abandonné.</div>"],
)
def test_what_is_hidden_behind_one_heading_or_behind_a_text_is_hidden_for_good(hidden: str) -> None:
    record = parse(page(hidden).encode())
    assert "Un texte abandonné." not in str(record.model_dump(exclude={"unread", "issues"}))
    assert "Un texte abandonné." in str([each.text for each in record.unread])


def test_help_that_is_hidden_between_each_label_and_its_value_stays_hidden() -> None:
    record = read("<h4>{0}</h4><div hidden>Ce champ est saisi par la collectivité.</div><p>{1}</p>")
    assert (record.title, record.context) == ("Un jumelage", ["Un puits."])


@pytest.mark.parametrize("pair", TITLES)
@pytest.mark.parametrize("long", ["<table><tr><th>Nom</th><th>Pays</th></tr></table>", "<p>Un.</p>" * 4])
def test_what_folds_behind_titles_that_nobody_would_click_is_content_where_it_is_more_than_help(
    pair: str, long: str
) -> None:
    body = page_of(pair.format, **VALUES | {"contexte": f"Un puits.</p>{long}<p>"})
    record = parse(f"{HIDE}<body>{body}</body>".encode())
    assert (record.title, record.history) == ("Un jumelage", ["Depuis 1991."])


HELPS = [
    "<h4>{0}</h4><table><tr><td><a href='#'>{1}</a></td><td hidden>{0}</td></tr></table>",
    "<h4>{0}</h4><div><p>{1}</p><button>?</button><div hidden>Saisi par {0}.</div></div>",
    "<div><h4>{0}</h4><p>{1}</p><div class=folded>Ce champ est saisi.</div></div>",
    "<div><p class=l>{0}</p><p class=v>{1}</p><p class=folded>Saisi par {0}.</p></div>",
    "<p class=l>{0}</p><p class=v>{1}</p><p class=folded>Saisi par {0}.</p>",
    "<h4>{0}</h4><p>{1}</p><div><a href='#'>Aide</a><div hidden>Saisi par {0}.</div></div>",
    "<div><span class=l>{0}</span><div class=folded>Saisi par {0}.</div><div>{1}</div></div>",
]


@pytest.mark.parametrize("pair", HELPS)
def test_help_that_hides_behind_values_or_signs_stays_hidden(pair: str) -> None:
    record = read(pair)
    assert (record.title, record.context, record.history) == ("Un jumelage", ["Un puits."], ["Depuis 1991."])


@pytest.mark.parametrize("end", ["", "<div>Fin</div>"])
def test_many_hidden_parts_are_sorted_in_time(end: str) -> None:
    body = "".join(f"<div class=t>{number}</div><div hidden>x</div>{end}" for number in range(3000))
    assert parse(page(body).encode()).title == "Un jumelage"


@pytest.mark.parametrize("way", ["visibility:hidden", "visibility: hidden", "VISIBILITY:HIDDEN", "display:none"])
def test_what_folds_is_found_however_the_page_writes_that_it_is_hidden(way: str) -> None:
    pair = f'<section><h3>{{0}}</h3><div role=region style="{way}"><p>{{1}}</p></div></section>'
    record = parse(f"<body>{page_of(pair.format, **VALUES)}</body>".encode())
    assert (record.title, record.context, record.unread) == ("Un jumelage", ["Un puits."], [])


@pytest.mark.parametrize("link", ['<a href="#">Objectifs</a>', '<a href="https://example.org/dossier">Le dossier</a>'])
def test_a_text_that_is_a_link_is_found_where_other_texts_open_so(link: str) -> None:
    pair = '<div class="t"><h5>{0}</h5><div style="display:none"><p>{1}</p></div></div>'
    values = {**VALUES, "objectif du partenariat": link, "description détaillée du partenariat": "Deux puits."}
    record = parse(f"<body>{page_of(pair.format, **values)}</body>".encode())
    assert (record.context, record.unread) == (["Un puits."], [])
    assert [text.split(" (")[0] for text in record.objective] == [link.partition(">")[2].removesuffix("</a>")]
