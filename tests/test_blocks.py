"""The first room: bytes into lines and tables, with nothing hidden and nothing of the site's own."""

from html import unescape

import pytest

from atlas_scraper.blocks.decode import decode
from atlas_scraper.blocks.document import Document, Line, PageTable, Signal, with_lines
from atlas_scraper.blocks.read import Opinion, read_document
from atlas_scraper.errors import NotARecord
from atlas_scraper.values.text import tidy


def read(html: str) -> Document:
    return read_document(f"<html><body>{html}</body></html>".encode())


def texts(html: str) -> list[str]:
    return [block.text for block in read(html).blocks]


def content(html: str) -> list[str]:
    return [block.text for block in read(html).blocks if not block.landmark]


def grid(html: str) -> list[list[str]]:
    table = next(block for block in read(html).blocks if isinstance(block, PageTable))
    return [[cell.text for cell in row] for row in table.rows]


HIDDEN = {
    "an attribute": "<p hidden>x</p>",
    "a style": "<p style='color: red; DISPLAY : none'>x</p>",
    "a rule of the page's style sheet": "<style>.a, p.b { display: none }</style><p class='c b'>x</p>",
    "a rule for an id": "<style>#z{visibility:hidden}</style><p id=z>x</p>",
    "a field of a form": "<input type=hidden value=x>",
    "a button": "<input type=submit value=x>",
    "a script": "<script>document.write('x')</script>",
    "a comment": "<!-- <p>x</p> -->",
    "a template": "<template><p>x</p></template>",
    "what is for pages without script": "<noscript><p>x</p></noscript>",
    "what assistive technology passes over": "<p aria-hidden=true>x</p>",
    "a drawing": "<svg><title>x</title></svg>",
}


@pytest.mark.parametrize("html", HIDDEN.values(), ids=HIDDEN.keys())
def test_what_a_reader_does_not_see_is_no_content(html: str) -> None:
    assert texts(html) == []


def test_the_panel_of_a_tab_that_is_not_chosen_is_content() -> None:
    assert texts("<div role=tabpanel hidden><p>x</p></div>") == ["x"]


@pytest.mark.parametrize(
    "html",
    ["<nav>x</nav>", "<header>x</header>", "<footer>x</footer>", "<div role=banner>x</div>", "<div role=menu>x</div>"],
)
def test_the_parts_of_a_site_are_marked_as_such(html: str) -> None:
    assert content(f"{html}<main>y</main>") == ["y"]


def test_the_header_of_a_section_is_content() -> None:
    assert content("<section><header>Contexte</header><p>y</p></section>") == ["Contexte", "y"]


def test_a_line_break_ends_a_line_but_not_the_block() -> None:
    first, second, third = (block for block in read("<p>a<br/>b</p><p>c</p>").blocks if isinstance(block, Line))
    assert first.block == second.block != third.block


def test_the_value_of_a_field_follows_its_label_wherever_it_stands() -> None:
    html = "<label for=a>Titre</label><label for=b>Année</label><input id=b value=2010><input id=a value='Inn&#039;O'>"
    assert texts(html) == ["Titre", "Inn'O", "Année", "2010"]


def test_an_empty_field_is_an_empty_value() -> None:
    assert texts("<label for=a>Titre</label><input id=a readonly>") == ["Titre"]


def test_lines_of_a_textarea_and_of_preformatted_text_stay_apart() -> None:
    assert texts("<textarea>\na\nb</textarea><pre>c\nd</pre>") == ["a", "b", "c", "d"]


def test_of_a_choice_only_what_is_chosen_is_content() -> None:
    choices = "<label><input type=radio>c</label><label><input type=radio checked>d</label>"
    assert texts(f"<select><option>a<option selected>b</select>{choices}") == ["b", "d"]


def test_a_mail_link_with_an_icon_says_its_address() -> None:
    assert texts("<a href='mailto:x@example.org?subject=z'><img alt=''></a>") == ["x@example.org"]


def test_spans_are_expanded() -> None:
    html = "<table><tr><th rowspan=2>a<th colspan=2>b<tr><td>c<td>d</table>"
    assert grid(html) == [["a", "b", "b"], ["a", "c", "d"]]


def test_a_foot_written_before_the_body_is_read_after_it() -> None:
    assert grid("<table><tfoot><tr><td>z</tfoot><tbody><tr><td>a</tbody></table>") == [["a"], ["z"]]


def test_hidden_cells_are_left_out_of_the_grid() -> None:
    assert grid("<table><tr><td style='display:none'>7<td>a</table>") == [["a"]]


def test_boxes_with_the_roles_of_a_table_are_a_table() -> None:
    html = "<div role=table><div role=row><span role=columnheader>a</span><span role=columnheader>b</span></div></div>"
    assert grid(html) == [["a", "b"]]


def test_a_caption_stands_above_its_table_as_a_line() -> None:
    assert texts("<table><caption>c</caption><tr><td>a</table>") == ["c", "a"]


def test_a_cell_that_claims_to_span_everything_costs_nothing() -> None:
    assert len(grid("<table><tr><td colspan=60000 rowspan=65534>a<tr><td>b</table>")[0]) <= 100


def test_markup_too_deep_for_lxml_gets_a_second_opinion() -> None:
    document = read("<div>" * 300 + "<p>deep</p>" + "</div>" * 300 + "<p>after</p>")
    assert ([block.text for block in document.blocks], set(document.signals)) == (["deep", "after"], {"second opinion"})


def test_markup_too_deep_for_both_is_a_named_error() -> None:
    with pytest.raises(NotARecord, match="markup that cannot be read"):
        read("<div>" * 20_000)


def test_markup_that_the_second_opinion_rejects_is_a_named_error() -> None:
    with pytest.raises(NotARecord, match="markup that cannot be read"):
        read_document(b"<![]()!DOCTYPE html><html><body><p>Bonjour</p></body></html>", Opinion.BEAUTIFUL_SOUP)


ENCODED = {
    "UTF-8": "é’œ€".encode(),
    "UTF-8 with a mark": "é’œ€".encode("utf-8-sig"),
    "UTF-8 that says it is latin-1": b"<meta charset=iso-8859-1>" + "é’œ€".encode(),
    "windows-1252 that says it is latin-1": b"<meta charset='ISO-8859-1'>" + "é’œ€".encode("cp1252"),
    "windows-1252 in a prologue": b"<?xml version='1.0' encoding='windows-1252'?>" + "é’œ€".encode("cp1252"),
    "a declaration behind many blank lines": b"\r\n" * 3000 + b"<meta charset=latin1>" + "é’œ€".encode("cp1252"),
    "latin-9": b"<meta charset=iso-8859-15>" + "à €".encode("iso-8859-15"),
    "UTF-16 with a mark": "é’œ€".encode("utf-16"),
}


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED.keys())
def test_text_comes_out_right_whatever_the_bytes_are(data: bytes) -> None:
    assert decode(data).text.rpartition(">")[2] in {"é’œ€", "à €"}


@pytest.mark.parametrize("data", [b"caf\xe9", b"<meta charset=utf-8>caf\xe9", b"<meta charset=klingon>caf\xe9"])
def test_bytes_in_no_encoding_that_they_declare_are_an_error(data: bytes) -> None:
    with pytest.raises(NotARecord, match="byte"):
        decode(data)


def test_bytes_that_windows_1252_leaves_open_are_dropped_and_counted() -> None:
    document = read_document(b"<meta charset=iso-8859-1><p>caf\xe9\x81</p>")
    assert (document.blocks[0].text, document.dropped_controls) == ("café", 1)


def test_references_to_the_c1_range_mean_windows_1252() -> None:
    assert texts("<p>l&#146;eau &#x80;</p>") == ["l’eau €"]


CONTROL_REFERENCES = ["&#1;", "&#23;", "&#000023;", "&#x17;", "&#X7f;", "&#129;", "&#x0090;", "&#x1f"]


@pytest.mark.parametrize("opinion", [Opinion.LXML, Opinion.BEAUTIFUL_SOUP])
@pytest.mark.parametrize("reference", CONTROL_REFERENCES)
def test_a_reference_to_a_control_character_is_dropped_and_counted(reference: str, opinion: Opinion) -> None:
    document = read_document(f"<html><body><p>puits{reference} d’eau</p>".encode(), opinion)
    assert ([block.text for block in document.blocks], document.dropped_controls) == (["puits d’eau"], 1)


def test_references_to_control_characters_within_each_other_leave_none() -> None:
    document = read_document("<html><body><p>puits&#&#23;23; d’eau</p>".encode())
    assert [block.text for block in document.blocks] == ["puits&#23; d’eau"]


@pytest.mark.parametrize("reference", ["&#9;", "&#13;", "&#x80;", "&#133;", "&#233;", "&#x1F600;", "&#230;", "&#2000;"])
def test_a_reference_to_another_character_is_kept(reference: str) -> None:
    document = read_document(f"<html><body><p>puits{reference} d’eau</p>".encode())
    shown = tidy(f"puits{unescape(reference)} d’eau")
    assert ([block.text for block in document.blocks], document.dropped_controls) == ([shown], 0)


def test_data_escaped_twice_is_read_once_more() -> None:
    assert texts("<p>Coop&amp;eacute;ration &amp;amp; sant&eacute;</p>") == ["Coopération & santé"]


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\x00\x01"])
def test_nothing_is_a_named_error(data: bytes) -> None:
    with pytest.raises(NotARecord, match="sought a page"):
        read_document(data)


PIPE = "Partenaires\nNom | Pays | |\n---|---|---|\nA | Mali | ![]() |\nB | |\nC | Niger |\nLigne\n"


def test_pipe_text_keeps_rows_and_images_apart_from_lines() -> None:
    line, table, after = read_document(PIPE.encode()).blocks
    assert isinstance(table, PageTable)
    assert [[cell.text for cell in row] for row in table.rows[1:]] == [["A", "Mali", ""], ["B", ""], ["C", "Niger"]]
    assert (line.text, after.text, table.keeps_positions) == ("Partenaires", "Ligne", False)


def test_two_tables_of_pipe_text_stay_two() -> None:
    blocks = read_document(b"a | b |\n---|---|\n1 | 2 |\nc |\n---|\n3 |").blocks
    assert [block.text for block in blocks] == ["a | b\n1 | 2", "c\n3"]


def test_a_line_of_prose_with_a_pipe_is_no_table() -> None:
    blocks = read_document(b"Nom |\n---|\nTitre\nEau | assainissement").blocks
    assert [type(block).__name__ for block in blocks] == ["PageTable", "Line", "Line"]


MHTML = b"""From: <Saved by a browser>
Snapshot-Content-Location: https://example.org/a?criteres.prjId=5
MIME-Version: 1.0
Content-Type: multipart/related; boundary="x"

--x
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://example.org/a?criteres.prjId=5

<meta charset=3Dutf-8><p>March=C3=A9s=20et coop=
=C3=A9ration</p>
--x
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--x--
"""


def test_a_page_that_a_browser_saved_as_one_file_is_unpacked() -> None:
    document = read_document(MHTML)
    assert (document.blocks[0].text, document.address) == (
        "Marchés et coopération",
        "https://example.org/a?criteres.prjId=5",
    )


@pytest.mark.parametrize(
    ("data", "kind"), [(b"%PDF-1.7", "PDF"), (b"\x1f\x8b\x08", "gzip"), (b"PK\x03\x04", "zip"), (b"\x89PNG\r\n", "PNG")]
)
def test_a_file_of_another_kind_is_named(data: bytes, kind: str) -> None:
    with pytest.raises(NotARecord, match=kind):
        read_document(data)


def test_boxes_that_look_like_a_table_keep_the_part_of_the_site_that_they_stand_in() -> None:
    menu = "<div role=navigation><div>a</div><div>b</div></div>"
    assert content(f"{menu}<div><div>c</div><div>d</div></div>") == ["a | b\nc | d"]
    table = next(
        block for block in read(f"{menu}<div><div>c</div><div>d</div></div>").blocks if isinstance(block, PageTable)
    )
    assert [[cell.blocks[0].landmark for cell in row] for row in table.rows] == [["navigation"] * 2, [""] * 2]


def test_a_capital_that_is_two_characters_in_small_letters_cuts_no_page_short() -> None:
    page = read_document("<html><body><p>İlker İzmirli</p></body>\n</html>".encode())
    assert Signal.NO_END not in page.signals


@pytest.mark.parametrize("line", [" |", "|", "||"])
def test_a_row_of_a_pipe_alone_has_a_cell(line: str) -> None:
    document = read_document(f"Titre\nx\n{line}\n---|---|\nA | b |\nContexte\ny\n".encode())
    table = next(block for block in document.blocks if isinstance(block, PageTable))
    assert [[cell.text for cell in row] for row in table.rows] == [[""], ["A", "b"]]


def test_cells_of_a_plain_table_have_the_lines_that_they_have_in_a_table_with_a_link() -> None:
    row = "<tr><th>Pays</th><td></td><td class=a>Le Canada</td></tr><tr></tr><tr><td>2018<td>x</tr>"
    plain, *_, behind = read(f"<div><table>{row}</table></div><p>y").blocks
    other = read(f"<div><table>{row}<tr><td><a href='/z'>z</a></td></tr></table></div>").blocks[0]
    assert isinstance(plain, PageTable)
    assert isinstance(other, PageTable)
    assert plain.plain
    assert with_lines(plain).rows == other.rows[:-1]
    last = with_lines(plain).rows[-1][-1].blocks[0]
    assert isinstance(last, Line)
    assert isinstance(behind, Line)
    assert last.path[-1] < behind.path[-1]
    assert last.block < behind.block
