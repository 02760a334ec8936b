"""A text that a page shows in part, and hides whole beside, is read whole and once."""

import pytest
from fragments import page_of, read

from atlas_scraper import parse

WHOLE = ["Un jumelage de dix ans entre deux villes.", "Depuis 1991, un puits."]
BOTH = "".join(f"<p>{text}</p>" for text in WHOLE)
HIDE = "<style>.full { display: none } #reste { display: none }</style>"
ASK = "<a href='#' role=button>Lire la suite</a>"
EXCERPTS = [
    f"<div><p>Un jumelage de dix… {ASK}</p></div><div class=full>{BOTH}<p><a href='#'>Réduire</a></p></div>",
    f"<div><p>Un jumelage de dix...</p></div><div style='display:none'>{BOTH}</div>{ASK}",
    f"<p>Un jumelage de dix ans entre deux villes. […]</p>{ASK}<div hidden>{BOTH}</div>",
    f"<div hidden>{BOTH}</div><div>Un jumelage&hellip; <button>Lire plus</button></div>",
    f"<div><p>{WHOLE[0]}</p><p>Depuis&#8230; {ASK}</p></div><div aria-hidden=true>{BOTH}</div>",
    f"<p>{WHOLE[0]}</p><p>Depuis <span>…</span><span id=reste>1991, un puits.</span></p><button>Voir plus</button>",
]


@pytest.mark.parametrize("excerpt", EXCERPTS)
def test_the_whole_of_a_text_is_read_and_not_its_excerpt(excerpt: str) -> None:
    record = read(f"{HIDE}<h3>Contexte</h3>{excerpt}<h3>Historique</h3><p>Né.</p>")
    assert (record.context, record.history, record.unread) == (WHOLE, ["Né."], [])


@pytest.mark.parametrize(
    "way",
    ["<span>{}… </span><span hidden>{}</span>", "<div>{}… <a href='#'>Lire la suite</a></div><div hidden>{}</div>"],
)
def test_values_are_read_whole(way: str) -> None:
    def pair(label: str, value: str) -> str:
        return f"<dt>{label}</dt><dd>{way.format(value[:5], value) if len(value) > 9 else value}</dd>"

    record = parse(f"<dl>{page_of(pair, title='Un jumelage de dix ans', contexte='Un.')}</dl>".encode())
    assert (record.title, record.unread) == ("Un jumelage de dix ans", [])


OTHERS = [
    "<p>Un jumelage…</p><div hidden>Un puits, et le reste.</div>",
    "<p>Un jumelage…</p><p>Fin.</p><div hidden>Un jumelage de dix ans.</div>",
    "<p>Un jumelage… (texte relu en 2019)</p><div hidden>Un jumelage de dix ans.</div>",
    "<p><span>…</span><span hidden>ne pas publier</span></p>",
]


@pytest.mark.parametrize("other", OTHERS)
def test_what_is_hidden_beside_an_ellipsis_is_no_whole_where_it_begins_otherwise(other: str) -> None:
    record = read(f"<h3>Contexte</h3>{other}<h3>Historique</h3><p>Né.</p>")
    assert len(record.unread) == 1
    assert record.unread[0].text not in str(record.context)
