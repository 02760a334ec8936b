"""Counts of rows and other words of a site: whether a page shows fewer rows than there are."""

import pytest
from fragments import LABELS, codes, read
from lines import INDEX, PARTNERS, WORDS, line, page, table

from atlas_scraper.blocks.document import Block, Line, Run
from atlas_scraper.labelling.division import divide
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.model import Partnership
from atlas_scraper.tables.going_on import ignore_counts, say_going_on, says_all, says_more

ADDRESS = "https://site.example.org/?criteres.prjId=5"


@pytest.mark.parametrize(
    ("text", "count", "are_more"),
    [
        ("1-5 of 12", 5, True),
        ("8-12 of 12", 5, True),
        ("1-5 of 5", 5, False),
        (" (1-5 of 12)", 5, False),
        ("1-5 of 12 …", 5, True),
        ("2-6 of 6", 5, True),
        ("2-6 of 5", 5, False),
        ("… 7 more.", 5, True),
        ("0 more", 5, False),
        ("7 more words", 5, False),
        ("", 0, False),
    ],
)
def test_fewer_rows_than_there_are_mean_that_there_are_more(text: str, count: int, are_more: bool) -> None:
    assert says_more(text, WORDS, count) is are_more


@pytest.mark.parametrize(
    ("text", "count", "are_all"),
    [
        ("1-5 of 5", 5, True),
        (" 1-5 of 5.", 5, True),
        ("1-5 of 5", 4, False),
        ("1-5 of 6", 5, False),
        ("2-6 of 6", 6, False),
        ("6-10 of 10", 5, False),
        ("0 more", 5, False),
        ("5 rows", 5, False),
        ("", 0, False),
    ],
)
def test_as_many_rows_as_were_read_are_all_where_the_words_say_so(text: str, count: int, are_all: bool) -> None:
    assert says_all(text, WORDS, count) is are_all


def _line(text: str, place: int) -> Line:
    """Make a line of stretches between bars; a star says that one may be pressed, and an `@` where it leads."""
    runs = []
    for part in text.split("|"):
        words, _, href = part.removeprefix("*").partition("@")
        runs.append(Run(f"{words} ", "p>", href or None, interactive=part.startswith("*")))
    return Line("".join(run.text for run in runs).strip(), tuple(runs), (1, 2, place), block=place)


def _going_on(*below: str | Block, count: int = 2, label: str = "Partners") -> str | None:
    """Give what is said to go on below rows of which the first line is one; `None` for nothing."""
    said = [_line(each, place) if isinstance(each, str) else each for place, each in enumerate(below, 9)]
    top = [line(text, path=(1, 2, place)) for place, text in enumerate(("Year", "2017", label, "Dosso"))]
    reader = SectionReader(divide(page(*top, *said), INDEX), ADDRESS)
    items = reader.items_of(PARTNERS)
    items[0].take("partners")
    say_going_on(reader, PARTNERS, count)
    found = [issue.detail.removeprefix("it goes on: ") for issue in reader.issues]
    assert len(found) <= 1
    if found and label == "Partners":
        ignored = [item for item in items if item.by == "paginator"]
        assert " ".join(item.text for item in ignored) == found[0].partition("; ")[0]
    return found[0] if found else None


@pytest.mark.parametrize(
    "text",
    [
        "1-2 of 5", "7 more", "*1|*2|*3", "1|*2", "*1|2", "1|2|3", "[1]|(2)|-3-", "1|*2|…|*9", "1|*2|...|*9",
        "1|*2|a b c d e f", "*1|2|…|*9", "*show all", "*show all 5", "*next rows@/rows?p=2", "|*show all",
        "9" * 195 + " more", "*next rows@/?criteres.prjId=5&p=2",
    ],
)  # fmt: skip
def test_what_a_line_below_a_table_says_of_further_rows_is_told(text: str) -> None:
    said = _going_on(text)
    assert said is not None
    assert said.partition("; ")[0] == _line(text, 0).text


@pytest.mark.parametrize(
    "text",
    [
        "1-2 of 2", "0 more", "1", "*1", "2|*3", "1|*1", "1|*3|*2|…", "1|*2|*9", "1|*2|a b c d e f g", "1|2|…|9",
        "1|2|3 4", "1|2", "show all", "*show all 2", "*show all of it", "*next rows", "*next rows@#",
        "*next rows@javascript:go()", "*next rows@/?criteres.prjId=6", "9" * 196 + " more",
    ],
)  # fmt: skip
def test_other_lines_below_a_table_say_nothing_of_further_rows(text: str) -> None:
    assert _going_on("Other words", text) is None


def test_links_to_further_rows_are_told() -> None:
    assert _going_on("*show all@/all|*next rows@/more") == "show all next rows; the others: /all, /more"
    assert _going_on("*show all@#|*next rows@javascript:go()") == "show all next rows"


def test_the_first_words_that_say_it_are_told_wherever_they_stand() -> None:
    assert _going_on("Other words", "7 more", "8 more") == "7 more"


@pytest.mark.parametrize(("count", "said"), [(4, "Partners (5)"), (5, None)])
def test_a_count_behind_the_label_says_how_many_rows_there_are(count: int, said: str | None) -> None:
    assert _going_on("x", count=count, label="Partners (5)") == said


@pytest.mark.parametrize(
    ("row", "goes_on"),
    [
        ("back|<|1|2|>|next", True),
        ("back|1|2|9|next", True),
        ("back|1|2|next|", True),
        ("1|2|next", False),
        ("back|1|next", False),
        ("back|2|3|next", False),
        ("back|1|1|next", False),
        ("back|1|words|2|next", False),
    ],
)
def test_the_steps_and_numbers_of_a_paginator_in_cells_list_pages(row: str, goes_on: bool) -> None:
    assert _going_on(table(row, path=(1, 2, 9))) == (row.replace("|", " | ") if goes_on else None)


def test_lines_without_letters_right_below_each_other_are_one() -> None:
    assert _going_on("*1", "*2") == "1 2"
    assert _going_on("*1", "x", "*2") is None


@pytest.mark.parametrize(("text", "count", "by"), [("1-2 of 2", 2, "row count"), ("1-2 of 2", 3, ""), ("x", 2, "")])
def test_a_count_that_agrees_with_the_rows_says_nothing_else(text: str, count: int, by: str) -> None:
    top = [line(said, path=(1, 2, place)) for place, said in enumerate(("Year", "2017", "Partners", "Dosso"))]
    reader = SectionReader(divide(page(*top, _line(text, 9)), INDEX), ADDRESS)
    items = reader.items_of(PARTNERS)
    items[0].take("partners")
    ignore_counts(reader, PARTNERS, count)
    assert [item.by for item in items] == ["partners", by]


def _page_of(count: int, *below: str, rows: int = 2, foot: str = "") -> Partnership:
    body = "".join(f"<tr><td>Ville {place}</td><td></td></tr>" for place in range(rows))
    head = "<tr><th>Nom de la collectivité territoriale</th><th></th></tr>"
    foot = f"<tfoot><tr><td colspan=2>{foot.format(count)}</td></tr></tfoot>" if foot else ""
    said = "".join(f"<p>{text.format(count)}</p>" for text in below)
    return read(f"<h3>{LABELS[7]}</h3><table><thead>{head}</thead>{foot}<tbody>{body}</tbody></table>{said}")


COUNTS = ("{} lignes", "{} ligne(s)", "{0} éléments", "Affiche de 1 à {0} sur {0} lignes", "Total : {} résultats")


@pytest.mark.parametrize("text", COUNTS)
def test_a_page_may_say_how_many_rows_it_shows_below_them_or_in_their_foot(text: str) -> None:
    for record in (_page_of(2, text), _page_of(2, foot=text)):
        assert [each.name for each in record.french_authorities] == ["Ville 0", "Ville 1"]
        assert (record.unread, codes(record)) == ([], [])
    for record in (_page_of(1, text), _page_of(1, foot=text)):
        assert [each.text for each in record.unread] == [text.format(1)]


def test_a_page_may_say_that_there_are_none_and_count_them() -> None:
    record = _page_of(0, "Aucun élément trouvé", "{} élément", rows=0)
    assert (record.french_authorities, record.unread, codes(record)) == ([], [], [])


@pytest.mark.parametrize(("button", "is_read"), [("Voir plus (1)", True), ("Voir plus (2)", False)])
def test_a_button_for_hidden_rows_says_nothing_where_they_are_all_read(button: str, is_read: bool) -> None:
    record = _page_of(2, f"<button type=button>{button}</button>")
    assert (len(record.french_authorities), record.unread == [] and codes(record) == []) == (2, is_read)
