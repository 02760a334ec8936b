"""A text that a page shows in part, and hides whole beside or says whole below, is read whole and once."""

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
    f"<p>{WHOLE[0]}<span>...</span></p><div hidden><p>{WHOLE[1]}</p></div><button>Voir plus</button>",
    f"<p>{WHOLE[0]}</p><p>Depuis<i>...&nbsp;</i><span><b id=reste> 1991, un puits.</b>&nbsp;{ASK}</span></p>",
    f"<p><i>{WHOLE[0]}</i> <b>…</b></p><div id=reste>{WHOLE[1]}</div><a href='#'>Lire la suite</a>",
]


REST = [
    "<div hidden>{rest}</div><button aria-expanded=false>Voir plus</button>",
    "<div hidden>{rest}</div><p><a href='#' aria-expanded=false>Lire la suite</a></p>",
    "<div id=m style='display:none'>{rest}</div><a data-toggle=collapse href='#m'>Lire la suite</a>",
    "<a data-bs-toggle=collapse href='#m'>Lire la suite</a><div id=m style='display:none'>{rest}</div>",
]


@pytest.mark.parametrize("more", REST)
def test_the_rest_of_a_text_is_read_where_what_stands_beside_it_says_that_it_opens_something(more: str) -> None:
    rest = f"<p>{WHOLE[1]}</p>"
    record = read(f"<h3>Contexte</h3><p>{WHOLE[0]}</p>{more.format(rest=rest)}<h3>Historique</h3><p>Né.</p>")
    assert (record.context, record.history, record.unread) == (WHOLE, ["Né."], [])


def test_what_is_hidden_before_a_button_that_opens_what_is_behind_it_stays_unread() -> None:
    fold = "<button aria-expanded=false>Historique</button><div hidden><p>Né.</p></div>"
    record = read(f"<h3>Contexte</h3><p>{WHOLE[0]}</p><div hidden><p>Une note, brève.</p></div>{fold}")
    assert (record.context, record.history) == (WHOLE[:1], ["Né."])
    assert [each.text for each in record.unread] == ["Une note, brève."]


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
    "<p>Un puits<span>…</span></p><p><span>Né<span hidden>ne pas publier</span></span></p>",
    "<p><span>…</span><span hidden>ne pas publier</span></p>",
    "<p><a href='?2'>2</a> <span>…</span></p><div hidden>ne pas publier</div>",
]


@pytest.mark.parametrize("other", OTHERS)
def test_what_is_hidden_beside_an_ellipsis_is_no_whole_where_it_begins_otherwise(other: str) -> None:
    record = read(f"<h3>Contexte</h3>{other}<h3>Historique</h3><p>Né.</p>")
    assert len(record.unread) == 1
    assert record.unread[0].text not in str(record.context)


ABOVE = [
    "<details open><summary><b>{label}</b> <span>{begin}…</span></summary><div>{whole}</div></details>",
    "<details><summary>{label} <i>{begin}...</i></summary>{whole}</details>",
    "<h3>{label} <small>{begin} […]</small></h3>{whole}",
    "<section><h3>{label}</h3><p class=chapo>{begin}&hellip;</p><div>{whole}</div></section>",
    "<h3><button aria-expanded=false aria-controls=p{place}>{label} <em>{begin}…</em></button></h3>"
    "<div id=p{place} hidden>{whole}</div>",
]


@pytest.mark.parametrize("way", ABOVE)
@pytest.mark.parametrize("begin", ["Un jumelage de dix", f"{WHOLE[0]} Depuis"])
def test_the_beginning_of_a_text_above_the_whole_is_no_part_of_it(way: str, begin: str) -> None:
    texts = {"Contexte": WHOLE, "Perspectives": [f"{begin} ans de plus"], "Historique": ["Né."]}
    sections = [
        way.format(label=label, place=place, begin=begin, whole="".join(f"<p>{text}</p>" for text in said))
        if label != "Historique" else f"<h3>{label}</h3><p>Né.</p>"
        for place, (label, said) in enumerate(texts.items())
    ]  # fmt: skip
    record = read("".join(sections))
    assert (record.context, record.history) == (WHOLE, ["Né."])
    assert [each.text for each in record.unread] == texts["Perspectives"]


@pytest.mark.parametrize(
    "lines",
    [["Un jumelage…", "Un jumelage de dix ans."], ["Un jumelage de dix ans…", "Un jumelage de vingt ans."],
     ["Un jumelage de dix ans…", "Un jumelage de dix ans"], ["Un jumelage de dix ans", "Un jumelage de dix ans et."]],
)  # fmt: skip
def test_a_line_of_an_author_that_the_next_one_does_not_go_on_stays(lines: list[str]) -> None:
    record = read("<h3>Contexte</h3>" + "".join(f"<p>{line}</p>" for line in lines))
    assert record.context == lines
