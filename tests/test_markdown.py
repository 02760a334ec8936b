"""Markdown, text that kept its empty cells, and screen dumps: read right, or refused by name."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fragments import HEAD_OF_TEXT, LABELS, ONE_PERCENT
from pages import compare, make_page
from pages.markdown import CONVERTERS, REFUSED, is_there

from atlas_scraper import NotARecord, Partnership, parse
from atlas_scraper.blocks.document import Document, Line, PageTable
from atlas_scraper.blocks.read import read_document
from atlas_scraper.errors import AtlasError
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.saved.inputs import find_pages

SIGN = "# Atlas\n\n**a** **b**\n\n"
"""Enough for a text to be Markdown."""
FUNDING = ("Nom du financeur", "Montant en euros", ONE_PERCENT, ONE_PERCENT, ONE_PERCENT, "Année")
VALUES = {"Titre": "Un jumelage", "Le partenariat est": "En cours", "Contexte": "Texte."}
UP_TO_FUNDING = [text for text in HEAD_OF_TEXT if text not in VALUES.values()] + LABELS[
    : LABELS.index("Financement du partenariat")
]
HEAD = "".join(f"## {label}\n\n{VALUES.get(label, '')}\n\n" for label in UP_TO_FUNDING)


def read(text: str) -> Document:
    document = read_document(f"{SIGN}{text}\n".encode())
    assert document.rendition == "markdown"
    return document


def texts(text: str) -> list[str]:
    return [block.text for block in read(text).blocks][2:]


def record(text: str) -> Partnership:
    return parse(f"{HEAD}{text}\n".encode())


def record_with_description(text: str) -> Partnership:
    """Read a page whose labels nothing marks, of which the description says a text."""
    above, below = (UP_TO_FUNDING[:-4], [*LABELS[4:]])
    head = "".join(f"{label}\n\n{VALUES.get(label, '')}\n\n" for label in above)
    return parse(f"{SIGN}{head}{text}\n\n{''.join(f'{label}{chr(10) * 2}' for label in below)}".encode())


def table_of(text: str) -> list[list[str]]:
    found = next(block for block in read(text).blocks if isinstance(block, PageTable))
    return [[cell.text for cell in row] for row in found.rows]


WORDS = {
    "escapes": (r"zoe\[at\]example.org \_ \* 1\. \&", "zoe[at]example.org _ * 1. &"),
    "entities": ("l&rsquo;eau &lt;b&gt;", "l’eau <b>"),
    "a link with a title": ('voir [la page](https://example.org/a_(b) "Titre") là', "voir la page là"),
    "a link broken over lines": ('voir [la\npage](https://example.org/a\n"T") là', "voir la page là"),
    "bold text that ends with a blank": ("**a : **b", "a : b"),
    "the beginning of bold text for an icon": ("__a et b", "a et b"),
    "two underscores within a word": ("a__b", "a__b"),
    "bold text": ("__a__ et b", "a et b"),
    "a link that leads nowhere": ("[31/12/2018](javascript:void\\(0\\))", "31/12/2018"),
    "an address with brackets in a link": ("[zoe[at]example.org](#)", "zoe[at]example.org"),
    "a reference": ("voir [la page][1] là\n\n[1]: https://example.org/ (Titre)", "voir la page là"),
    "an address as a link": ("<https://example.org/x>", "https://example.org/x"),
    "a mail address as a link": ("<mailto:zoe@example.org>", "mailto:zoe@example.org"),
    "an image": ("![loupe](/l.png) là", "là"),
    "emphasis": ("un _mot_ et *deux* __trois__ ***quatre***", "un mot et deux trois quatre"),
    "bold text with a colon before a letter": ("**Le partenariat est :**En cours", "Le partenariat est :En cours"),
    "a soft line break": ("un texte\nen deux lignes", "un texte en deux lignes"),
    "a line broken at a hyphen": (f"{'mot ' * 15}Saint-Aubrin-\nsur-Loire", f"{'mot ' * 15}Saint-Aubrin-sur-Loire"),
    "a dash that began a broken line": (f"{'mot ' * 18}mot\n- les plus raides", f"{'mot ' * 18}mot - les plus raides"),
    "a year that ends a sentence": ("2010.", "2010."),
    "a footnote that no link uses": ("[1]: voir le rapport", "[1]: voir le rapport"),
    "a tag broken over lines": ('**Nom<span\nclass="champ">\\*</span> :** valeur', "Nom* : valeur"),
    "what is struck out": ("un ~~vieux~~ puits", "un puits"),
    "an address with brackets, escaped as one": ("<zoe%5Bat%5Dexample.org>", "zoe[at]example.org"),
}


@pytest.mark.parametrize(("written", "shown"), WORDS.values(), ids=WORDS.keys())
def test_a_line_says_what_its_reader_sees(written: str, shown: str) -> None:
    assert texts(written) == [shown]


LINES = {
    "a line break of two spaces": "a  \nb",
    "a line break of a backslash": "a\\\nb",
    "line breaks of a backslash below HTML": "<i>a</i>\\\n\\\nb\\\n\\\n",
    "a list": "* a\n* b",
    "a list of dashes": "- a\n- b",
    "a list in a list": "* a\n  + b",
    "a quotation": "> a\n\n> b",
    "code between fences": "```\na\nb\n```",
    "headings": "### a\n\nb\n---",
    "a ruler between": "a\n\n* * *\n\nb",
    "a definition list": "a\n:   b",
    "a definition list with blank lines": "a\n\n:   b",
    "a definition list of html2text": "a\n\n    b\n",
    "a definition fenced as code": "a\n:   ```\n    b\n    ```",
    "a box right below a line": "a  \n<div class='x'>\n\nb\n\n</div>",
    "the sign of an icon between": "a\n\n\ue035\n\nb",
    "boxes of HTML": "<div>\n\na\n\n</div>\n\n<p>b</p>",
}


@pytest.mark.parametrize("written", LINES.values(), ids=LINES.keys())
def test_two_lines_stay_two(written: str) -> None:
    assert texts(written) == ["a", "b"]


def test_each_entry_of_a_list_may_begin_with_the_sign_of_an_icon() -> None:
    assert texts("  * __**a** b\n  * __**c :** d\n") == ["a b", "c : d"]
    assert texts("__a\nb__\n") == ["a b"]


def test_a_list_below_a_line_of_pandoc_is_none_of_html2text() -> None:
    rows = "| a | b |\n|----|----|\n| c | d |\n\n"
    long = "Une phrase qui va jusqu'au bord de la page et qui se poursuit plus loin\nparce qu'elle est longue.\n\n"
    assert texts(f"{rows}{long}- e\n- f\n\n- g\n\n  - h\n")[0] == "a | b\nc | d"


def test_a_value_fenced_as_code_within_a_definition_keeps_its_lines_and_ends_where_its_fence_does() -> None:
    definitions = "a\n:   ```\n    b\n\n    - c\n    ```\nd\n:   ~~~\n    e\n    ~~~\nf\n:   g"
    assert texts(definitions) == ["a", "b", "- c", "d", "e", "f", "g"]


def test_a_fence_that_is_never_closed_within_a_definition_loses_nothing() -> None:
    assert texts("a\n:   ```\n    b\n\nc") == ["a", "b", "c"]


@pytest.mark.parametrize(
    "written", ["1. ```\n   a\n   ```\n\nb", "- ```\n  a\n  ```\n- b", "c\n:   d\n\n    ```\n    a\n    ```\ne\n:   b"]
)
def test_code_within_an_entry_or_a_further_paragraph_of_a_value_loses_nothing_and_swallows_nothing(
    written: str,
) -> None:
    said = texts(written)
    assert {"a", "b"} <= set(" ".join(said).split())
    assert not any("<" in text for text in said)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("a :  \n- b\n- c", ["a :", "b", "c"]),
        ("a :  \n- b\n  goes on", ["a :", "b goes on"]),
        ("a  \nd :  \n- b\n- c", ["a", "d :", "b", "c"]),
        ("a :  \n- b  \n- c", ["a :", "- b", "- c"]),
        ("a :  \n- b", ["a :", "- b"]),
    ],
)
def test_a_list_right_below_a_line_break_is_one_unless_its_lines_end_with_such(written: str, said: list[str]) -> None:
    assert texts(f"{written}\n") == said


@pytest.mark.parametrize("attributes", ["{.table}", "{#a .b-c}", '{.table\nsummary="Un tableau" lang=fr}'])
def test_the_attributes_behind_a_caption_of_pandoc_are_no_words_of_it(attributes: str) -> None:
    assert texts(f"| a | b |\n|----|----|\n| c | d |\n\nPays et {attributes}\n\nUn texte {{.table}}\n") == [
        "a | b\nc | d", "Pays et", "Un texte {.table}",
    ]  # fmt: skip


@pytest.mark.parametrize("braces", ["{a}", "{}", "{.a .}", "{.a", "{.a} b", "a{.a}"])
def test_other_braces_behind_a_caption_stay(braces: str) -> None:
    assert texts(f"| a | b |\n|----|----|\n| c | d |\n\nPays {braces}\n") == ["a | b\nc | d", f"Pays {braces}"]


def test_bullets_between_line_breaks_of_pandoc_are_an_authors() -> None:
    assert texts("a :\\\n\\\n- b\\\n\\\n- c\n") == ["a :", "- b", "- c"]
    assert texts("- a\\\n  \\\n  - b\\\n  \\\n  - c\n\n- d\n- e\n") == ["a", "- b", "- c", "d", "e"]


def test_dashes_below_a_paragraph_of_an_entry_are_an_authors_where_stars_begin_the_entries() -> None:
    assert texts("* a\n\n  b\n\n  - c\n\n  - d\n\n* e\n\n  f") == ["a", "b", "- c", "- d", "e", "f"]
    assert texts("- a\n\n  b\n\n- e\n\n  f") == ["a", "b", "e", "f"]


def test_a_dash_in_a_cell_that_is_all_of_its_row_is_an_authors() -> None:
    rows = "| a | b |\n| --- | --- |\n| - c | | \n| - d | |\n"
    assert [text for text in texts(rows) if text] == ["a | b\n- c | \n- d | "]


def test_bullets_that_an_author_typed_stay_and_those_of_a_list_do_not() -> None:
    assert texts("\\- a  \n\\- b\n\n* c\n* d") == ["- a", "- b", "c", "d"]
    assert texts("Prévu :  \n- a  \n- b") == ["Prévu :", "- a", "- b"]


LISTS = {
    "stars where the lists have dashes": ("- c\n- d\n\n* a\n\n* b", ["c", "d", "* a", "* b"]),
    "numbers with a bracket": ("- c\n- d\n\n1) a\n\n2) b", ["c", "d", "1) a", "2) b"]),
    "entries behind the text of one": ("- c :\n  d\n\n  1) e\n- f", ["c : d", "1) e", "f"]),
    "an entry with text as far in": ("- c\n\n- d :\n  e\n\n- f", ["- c", "d : e", "- f"]),
    "lines that the page keeps": (
        f"**c**\n\n    {'mot ' * 30}a\n    b :\n    - d",
        ["c", f"{'mot ' * 30}a", "b :", "- d"],
    ),
}


@pytest.mark.parametrize(("written", "shown"), LISTS.values(), ids=LISTS.keys())
def test_lists_are_told_from_what_an_author_typed(written: str, shown: list[str]) -> None:
    assert texts(written) == shown


def test_a_list_that_only_wraps_each_cell_is_no_list() -> None:
    assert table_of("| a | b |\n| --- | --- |\n| - 9 - Industrie | - 2 |") == [["a", "b"], ["9 - Industrie", "2"]]


def test_a_heading_of_a_group_that_is_no_heading_any_more_is_no_paragraph_of_the_text_above() -> None:
    found = record_with_description("Un texte.\n\nPartenaires et moyens")
    assert found.description == ["Un texte."]
    assert ("Partenaires et moyens", IssueCode.UNKNOWN_LABEL) in [
        (issue.detail.partition(":")[0], issue.code) for issue in found.issues
    ]


def test_a_heading_that_ends_the_text_of_its_author_stays_there() -> None:
    for last in ("Public visé :", "Contexte", "Partenaires"):
        assert record_with_description(f"Un texte.\n\n{last}").description == ["Un texte.", last]


def test_headings_and_bold_text_are_marks() -> None:
    heading, bold = (block for block in read("### a\n\n**b** c").blocks[2:] if isinstance(block, Line))
    assert (heading.is_heading, bold.is_heading) == (3, 0)
    assert len({run.mark for run in bold.runs}) == 2


def test_where_a_link_leads_is_kept_apart() -> None:
    (line,) = (block for block in read("[a](/b?c=1&d=2 'e')").blocks[2:] if isinstance(block, Line))
    assert [run.href for run in line.runs] == ["/b?c=1&d=2"]


def test_tables_in_html_say_nothing_of_where_a_converter_breaks_its_lines() -> None:
    table = "<table>\n<tbody>\n" + "<tr>\n<td>c</td>\n</tr>\n" * 9 + "</tbody>\n</table>"
    broken = f"{'mot ' * 17}mot\nsuite du texte, dont la ligne n'avait plus de place."
    assert broken.replace("\n", " ") in texts(f"{table}\n\n{broken}\n\n{table}")


def test_front_matter_gives_the_address() -> None:
    document = read_document(b"---\ntitle: x\nurl: https://example.org/?criteres.prjId=7\n---\n# a\n\nb\n")
    assert (document.address, document.title) == ("https://example.org/?criteres.prjId=7", "x")
    assert [block.text for block in document.blocks] == ["a", "b"]


TABLES = {
    "with pipes at both ends": "| a | b | c |\n| --- | :-: | --- |\n| d |  | e |",
    "without pipes at the ends": "a| b| c  \n---|---|---  \nd| | e  ",
    "without a rule": "| a | b | c |\n| d |  | e |",
    "below a header without words": "|  |  |  |\n| --- | --- | --- |\n| a | b | c |\n| d |  | e |",
    "with rows broken at a column": "a| b|\nc  \n---|---|---  \nd| |\ne  ",
    "with a cell that holds a line break": "a| b| c  \n---|---|---  \nd  \n|  \n| e  ",
    "as HTML": "<table><tr><td>a</td><td>b</td><td>c</td></tr><tr><td>d</td><td></td><td>e</td></tr></table>",
}


@pytest.mark.parametrize("written", TABLES.values(), ids=TABLES.keys())
def test_the_cells_of_a_table_stay_where_they_are(written: str) -> None:
    assert table_of(written) == [["a", "b", "c"], ["d", "", "e"]]


def test_a_pipe_that_is_escaped_is_no_border() -> None:
    assert table_of("| a \\| b | c |\n| --- | --- |\n|  | d |") == [["a | b", "c"], ["", "d"]]


def test_a_caption_that_is_glued_to_the_first_header_stands_above_the_table() -> None:
    (_, _, heading, caption, table) = read("### Fonds\n\nFondsNom| An  \n---|---  \n| 2010  ").blocks
    assert (heading.text, caption.text, table.text) == ("Fonds", "Fonds", "Nom | An\n | 2010")


def funding(rows: list[list[str]], form: str) -> list[Any]:
    lines = [list(FUNDING), *rows]
    if form == "markdown":
        marked = [f"| {' | '.join(cells)} |" for cells in lines]
        page = f"{HEAD}## Financement du partenariat\n\n" + "\n".join([marked[0], "| --- " * 6 + "|", *marked[1:]])
    else:
        sign = "\t" if form == "tabs" else " | "
        body = [sign.join(cells) + (" |" if form == "pipes" else "") for cells in lines]
        rule = ["---|" * 6] if form == "pipes" else []
        head = [text for label in UP_TO_FUNDING for text in (label, VALUES.get(label)) if text]
        page = "\n".join([*head, "Financement du partenariat", body[0], *rule, *body[1:]])
    return [(row.amount_eur, row.one_percent_eur, row.year) for row in parse(page.encode()).funding]


@pytest.mark.parametrize("form", ["markdown", "pipes", "tabs"])
def test_a_row_of_money_stays_in_its_columns(form: str) -> None:
    rows = [["Union européenne", "", "", "", "24000", "1991"], ["Ville", "", "2012", "", "", ""]]
    assert funding(rows, form) == [(None, [None, None, 24000], 1991), (None, [2012, None, None], None)]


def test_where_no_row_has_a_gap_positions_are_not_believed() -> None:
    document = read("| a | b | c |\n| --- | --- | --- |\n| d | e |  |")
    assert [block.keeps_positions for block in document.blocks if isinstance(block, PageTable)] == [False]


AUTHORITIES = "Collectivités territoriales partenaires du partenariat"
MONEY = "| Nom du financeur | Montant en euros | Année |\n|---|---|---|\n| Ville | 4000 | 2016 |"
TOWNS = "| Nom de la collectivité territoriale |\n|---|\n| Saint-Aubrin |"
CAPTIONS = {
    "above": f"{AUTHORITIES}\n\n{TOWNS}\n\nFinancement du partenariat\n\n{MONEY}\n\nPied",
    "below": f"{TOWNS}\n\n{AUTHORITIES}\n\n{MONEY}\n\nFinancement du partenariat\n\nPied",
    "below, and headings above": f"## {AUTHORITIES}\n\n{TOWNS}\n\n{AUTHORITIES}\n\n"
    f"## Financement du partenariat\n\n{MONEY}\n\nFinancement du partenariat\n\nPied",
    "below, and that of a table without rows above": f"Partenaires étrangers du partenariat\n\n{TOWNS}\n\n"
    f"{AUTHORITIES}\n\n{MONEY}\n\nFinancement du partenariat\n\nPied",
    "above, and a section of one line behind the last table": f"{AUTHORITIES}\n\n{TOWNS}\n\n"
    f"Financement du partenariat\n\n{MONEY}\n\nVolontaires impliqués dans le partenariat\n\nAucun",
}


@pytest.mark.parametrize("written", CAPTIONS.values(), ids=CAPTIONS.keys())
def test_tables_keep_their_captions_wherever_a_converter_writes_those(written: str) -> None:
    head, _, _ = HEAD.partition("## Partenaires étrangers")
    found = parse(f"{head}{written}\n".encode())
    assert [row.name for row in found.french_authorities] == ["Saint-Aubrin"]
    assert [f"{row.funder} {row.amount_eur} {row.year}" for row in found.funding] == ["Ville 4000 2016"]
    assert not [part for part in found.unread if part.text in {AUTHORITIES, "Financement du partenariat"}]


def test_a_row_that_is_too_short_is_told() -> None:
    table = "| Nom du financeur | Montant en euros | x | y | z | Année |\n| --- | --- | --- | --- | --- | --- |\n"
    table = table.replace("x | y | z", " | ".join([ONE_PERCENT] * 3))
    found = record(f"## Financement du partenariat\n\n{table}| A | 5 |  | 3 |  | 2010 |\n| B | 24000 | 1991 |\n")
    assert [row.year for row in found.funding] == [2010, 1991]
    assert IssueCode.AMBIGUOUS_CELLS in {issue.code for issue in found.issues}


LYNX = """   [1]Accueil > [2]Atlas > Détail projet

Titre

   Un jumelage

Le partenariat est

   En cours

References

   1. https://example.org/a
   2. https://example.org/b
"""
W3M = """Financement du partenariat

Nom du financeur            Montant en euros   Année
Union européenne                     24000      1991
Ville de Saint-Aubrin                 4000      1992
Région des Essais                    12000      1993
Commune de Vaubrun                    3000      1994
"""
BROKEN = (
    "Contexte\n\n"
    "Les deux vallées cultivent la vigne sur des pentes que les machines\n"
    "n'atteignent pas. A Saint-Vérans-le-Haut, la moitié des parcelles ont\n"
    "été quittées depuis trente ans, et les plus raides ont été quittées en\n"
    "premier, disent les anciens.\n"
)
SCREENS = {
    "lynx": LYNX,
    "lynx without links": LYNX.partition("References")[0].replace("[1]", "").replace("[2]", "") + "\n   a\n\n   b\n",
    "w3m": W3M,
    "w3m with frames": "┌────┬────┐\n│Nom │Pays│\n├────┼────┤\n│ a  │ b  │\n└────┴────┘\n",
    "pandoc's plain text": BROKEN,
}


@pytest.mark.parametrize("text", SCREENS.values(), ids=SCREENS.keys())
def test_a_screen_dump_is_refused_by_name(text: str) -> None:
    with pytest.raises(NotARecord, match="screen dump") as refused:
        parse(text.encode())
    assert refused.value.kind == "screen dump"


@pytest.mark.parametrize(
    "drawn", ["  Nom      Pays\n  -------- ------\n  a        b", "+-----+-----+\n| a   | b   |\n+=====+=====+"]
)
def test_drawn_tables_are_refused_by_name(drawn: str) -> None:
    with pytest.raises(NotARecord, match="drawn") as refused:
        parse(f"{SIGN}{drawn}\n".encode())
    assert refused.value.kind == "drawn tables"


OF_PANDOC = {
    "quotes that are escaped": r"""Thématique d\'intervention, l'eau \"vive\" """,
    "boxes of colons": "::: {#main}\n::: fr-table\na\n:::\n:::",
    "headings with attributes": "## Titre {#titre .rouge}\n\na\n\n## Contexte {#contexte}",
    "stretches with attributes": "[valeur]{.champ} et [mot]{.underline}",
    "boxes of Markdown": '<div class="v" markdown="1">\n\na\n\n</div>\n\n<div markdown="1">\n\nb\n\n</div>',
}


@pytest.mark.parametrize("written", OF_PANDOC.values(), ids=OF_PANDOC.keys())
def test_markdown_that_only_pandoc_reads_is_refused_by_name(written: str) -> None:
    with pytest.raises(NotARecord, match="pandoc") as refused:
        parse(f"{SIGN}{written}\n".encode())
    assert refused.value.kind == "pandoc's Markdown"
    assert "-t gfm" in refused.value.next_step


@pytest.mark.parametrize("written", [r"l\'eau", "a : b", "{.x}", "## Titre {2}", ":::", "[a] {.b}"])
def test_one_odd_sign_makes_no_dialect_of_pandoc(written: str) -> None:
    assert read(written).rendition == "markdown"


CONVERTED = [
    pytest.param(name, marks=pytest.mark.skipif(not is_there(name), reason=f"{name} is not installed here"))
    for name in CONVERTERS
    if name not in REFUSED
]


@pytest.mark.parametrize("converter", REFUSED)
@pytest.mark.skipif(not is_there("pandoc"), reason="pandoc is not installed here")
def test_no_page_in_a_dialect_of_pandoc_is_read(converter: str) -> None:
    for seed in range(20):
        with pytest.raises(NotARecord) as refused:
            parse(make_page(seed, "markdown", converter=converter).data)
        assert refused.value.kind in REFUSED[converter]


@cache
def converted(converter: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Give sixty pages as they were meant and as they are read; nothing where a page is refused."""
    pages = (make_page(seed, "markdown", converter=converter) for seed in range(60))
    return [(page.expected, parsed(page.data, page.url)) for page in pages]


@pytest.mark.parametrize("converter", CONVERTED)
def test_of_many_converted_pages_nearly_every_field_is_right(converter: str) -> None:
    outcomes = [compare(expected, found) for expected, found in converted(converter)]
    assert sum(each.right for each in outcomes) / sum(each.total for each in outcomes) >= 0.98


def parsed(data: bytes, url: str | None) -> dict[str, Any]:
    try:
        return parse(data, url=url).model_dump(mode="json")
    except AtlasError:
        return {}


@pytest.mark.parametrize("converter", CONVERTED)
def test_no_row_of_a_converted_table_is_wrong_in_silence(converter: str) -> None:
    tables = ("other_themes", "sdgs", "foreign_partners", "foreign_contacts", "french_authorities", "funding")
    silent = []
    for seed, (expected, found) in enumerate(converted(converter)):
        told = {issue["section"] for issue in found.get("issues", [])}
        wrong = compare({name: expected[name] for name in tables}, found).wrong if found else {}
        silent += [(seed, name) for name, count in wrong.items() if count and name not in told]
    assert silent == []


def test_files_of_markdown_are_named_like_pages(tmp_path: Path) -> None:
    names = ["14565.md", "7.markdown", "8.md.bak"]
    for name in names:
        (tmp_path / name).write_text("# a", "utf-8")
    assert [Path(page).name for page in find_pages([str(tmp_path)])] == names[:2]


def test_lines_that_a_converter_keeps_as_the_source_had_them_go_on_whatever_they_begin_with() -> None:
    entries = (
        "- un puits de la\nville\n\n- un puits de la\nville\n\n- deux puits de la\nville\n\nun puits de la\nville\n\n"
    )
    text = (
        "Une phrase sur la ville de\nPodor et sur le\nvillage, et sur la\nville, et sur un\npuits, et sur une\nécole.\n"
    )
    assert texts(entries + text)[-1] == text.replace("\n", " ").strip()
    assert texts("Dosso\nNiger\nPodor\nMali") == ["Dosso", "Niger", "Podor", "Mali"]


COUNTRIES = ("Nom de la collectivité étrangère", "Pays")


def _partners(*lines: str) -> Partnership:
    """Read a page that says something below its partners, the labels of other tables above and below it."""
    head = HEAD.partition(f"## {LABELS[5]}")[0]
    others = "".join(f"\n\n## {label}\n\n" for label in LABELS[6:])
    return parse(f"{head}## {LABELS[5]}\n\n{chr(10).join(lines)}{others}".encode())


def test_names_of_columns_that_a_converter_glued_to_all_their_cells_are_no_part_of_those() -> None:
    name, country = COUNTRIES
    rows = [f"| {name}Gao | {country}Mali |", f"| {name} | {country}Togo |", f"| {name}Sikasso | {country} |"]
    record = _partners(f"| {name} | {country} |", "| --- | --- |", *rows)
    assert [(row.name, row.country) for row in record.foreign_partners] == [
        ("Gao", "Mali"), (None, "Togo"), ("Sikasso", None),
    ]  # fmt: skip


def test_a_cell_that_begins_with_the_name_of_its_column_keeps_it_where_others_do_not() -> None:
    name, country = COUNTRIES
    record = _partners(
        f"| {name} | {country} |", "| --- | --- |", f"| {name}Gao | Mali |", f"| Kayes | {country}Mali |"
    )
    assert [row.name for row in record.foreign_partners] == [f"{name}Gao", "Kayes"]


def test_cells_on_lines_of_their_own_are_rows_before_they_are_cards_or_boxes() -> None:
    record = _partners("\n\n".join([*COUNTRIES, "Gao", "Mali", "Lomé", "Togo"]))
    assert [(row.name, row.country) for row in record.foreign_partners] == [("Gao", "Mali"), ("Lomé", "Togo")]
    assert record.unread == []


def test_what_a_library_says_of_rows_on_a_page_without_their_number_is_no_row() -> None:
    record = _partners("\n\n".join([*COUNTRIES, "Gao", "Mali", "Lignes par page :", "1–1 sur 1"]))
    assert [(row.name, row.country) for row in record.foreign_partners] == [("Gao", "Mali")]
