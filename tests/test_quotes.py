"""Pages some of whose lines a mail quotes, by the sign `>` before them."""

import pytest
from fragments import HEAD_OF_TEXT, LABELS

from atlas_scraper import Partnership, parse

CONTEXT, HISTORY = ["Une amitié.", "Deux puits."], ["Depuis 1991."]
LINES = [*HEAD_OF_TEXT, "Contexte", *CONTEXT, "Historique", *HISTORY, *LABELS[2:]]
PLACES = range(len(LINES))
QUOTED = {
    "all": PLACES,
    "every second": PLACES[1::2],
    "every second but the title's": PLACES[::2],
    "from the history on": PLACES[LINES.index("Historique") :],
}


def written(lines: list[str], *, is_html: bool) -> Partnership:
    page = "".join(f"<p>{line.replace('>', '&gt;')}</p>" for line in lines) if is_html else "\n".join(lines)
    return parse(page.encode())


@pytest.mark.parametrize("is_html", [True, False])
@pytest.mark.parametrize("quoted", QUOTED)
@pytest.mark.parametrize("answer", [0, 25])
def test_the_sign_before_some_lines_is_no_part_of_those(quoted: str, answer: int, is_html: bool) -> None:
    lines = [f"> {line}" if number in QUOTED[quoted] else line for number, line in enumerate(LINES)]
    record = written(["Merci beaucoup."] * answer + lines, is_html=is_html)
    assert (record.title, record.status_label) == ("Un jumelage", "En cours")
    assert (record.context, record.history) == (CONTEXT, HISTORY)


@pytest.mark.parametrize("is_html", [True, False])
def test_the_bullets_of_an_author_stay_where_no_label_stands_behind_one(is_html: bool) -> None:
    context = ["> un puits", "> une école", "> Historique", "> une route"]
    lines = [line for line in LINES if line not in CONTEXT]
    place = lines.index("Contexte") + 1
    assert written([*lines[:place], *context, *lines[place:]], is_html=is_html).context == context


def test_a_menu_that_lists_the_labels_speaks_for_no_bullets() -> None:
    menu = "".join(f"<li><a href='#'>{label}</a></li>" for label in LABELS)
    lines = "".join(f"<p>&gt; {line}</p>" for line in LINES)
    record = parse(f"<ul>{menu}</ul>{'<p>Merci beaucoup.</p>' * 25}{lines}".encode())
    assert (record.context, record.history) == (CONTEXT, HISTORY)


@pytest.mark.parametrize("answer", [0, 60])
def test_the_sign_is_no_part_of_lines_in_the_cells_of_a_table_that_lays_out_the_mail(answer: int) -> None:
    lines = "".join(f"<div>&gt; {line}</div>" for line in LINES)
    thanks = "<p>Merci beaucoup.</p>" * answer
    record = parse(f"<table><tr><td>{thanks}<div>{lines}</div></td><td>Pub</td></tr></table>".encode())
    assert (record.context, record.history) == (CONTEXT, HISTORY)
