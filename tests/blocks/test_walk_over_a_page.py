"""What the walk over a page gives: its lines and their stretches, how these are marked, where they stand and lead."""

from collections.abc import Iterator, Sequence

import pytest

from atlas_scraper.blocks.document import Block, Document, Line, PageTable
from atlas_scraper.blocks.read import read_document


def read(html: str) -> Document:
    return read_document(f"<html><body>{html}</body></html>".encode())


def lines_of(blocks: Sequence[Block]) -> Iterator[Line]:
    """Yield the lines of blocks, and those in the cells of tables."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from lines_of(cell.blocks)


def texts(html: str) -> list[str]:
    return [line.text for line in lines_of(read(html).blocks)]


def marked(html: str) -> list[str]:
    """Give the stretches of the lines of a page with their marks, lines parted by a stroke."""
    written = [[f"{run.text}[{run.mark}]" for run in line.runs] for line in lines_of(read(html).blocks)]
    return [each for number, line in enumerate(written) for each in (["|"] if number else []) + line]


def placed(html: str) -> list[str]:
    """Give lines with the boxes in the body that they stand in, and with the block."""
    lines = lines_of(read(html).blocks)
    return [f"{line.text} {'.'.join(map(str, line.path[2:]))} {line.block}" for line in lines]


def linked(html: str) -> list[tuple[str, str | None, bool]]:
    """Give stretches with where they lead, and whether they are part of a link or button."""
    return [(run.text, run.href, run.interactive) for line in lines_of(read(html).blocks) for run in line.runs]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a</p><p>b</p>", ["a 3 3", "b 4 5"]),
        ("<p>a<br>b</p>", ["a 3 3", "b 3 3"]),
        ("<div><p>a</p>b<p>c</p></div>", ["a 3.4 4", "b 3 5", "c 3.5 6"]),
        ("<div>a<div>b</div></div>", ["a 3 3", "b 3.4 4"]),
        ("<p> a</p> <p></p><p>b </p>", ["a 3 3", "b 5 7"]),
        ("<pre>a\nb</pre>", ["a 3 3", "b 3 3"]),
        ("<p style='white-space:pre-line'>a\nb</p>", ["a 3 3", "b 3 3"]),
        ("<p>a\nb</p>", ["a b 3 3"]),
        ("<p>a<span style='display:block'>b</span>c</p>", ["a 3 3", "b 3.4 4", "c 3 5"]),
        ("<p>a<i style='display:block'>b</i>c</p>", ["a 3 3", "b 3 4", "c 3 5"]),
        ("<p>a<textarea>b\nc</textarea>d</p>", ["a 3 3", "b 3 4", "c 3 4", "d 3 5"]),
        ("<table><tr><td><b>a</b><td>b<td></table><p>c</p>", ["a 3.4 3", "b 3.5 4", "c 7 8"]),
        ("<table><tr><td>a<p>b</p>c<td>d</table>", ["a 3.4 3", "b 3.4.5 4", "c 3.4 5", "d 3.6 6"]),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", ["a 3.4 3", "b 3.5 4", "a 3.4 3", "c 3.6 5"]),
        ("<div><div><span>a</span><span>b</span></div><div><span>c</span><span>d</span></div></div>",
         ["a 3.4 3", "b 3.4 4", "c 3.5 5", "d 3.5 6"]),
        ("<div><div><div>a</div><div>b</div></div><div><div>c</div><div>d</div></div></div>x",
         ["a 3.4.5 4", "b 3.4.6 7", "c 3.7.8 10", "d 3.7.9 13", "x  16"]),
        ("<table><tr><td>a<td>b</table><p>c</p>", ["c 6 7"]),
    ],
)  # fmt: skip
def test_each_box_has_its_number_and_each_paragraph_its_own(html: str, expected: list[str]) -> None:
    assert placed(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a <b>b</b> c</p>", ["a [3:body>p[0]>]", "b[3:body>p[0]>b]", " c[3:body>p[0]>]"]),
        ("<p>a</p><p>b</p>", ["a[3:body>p[0]>]", "|", "b[3:body>p[+]>]"]),
        ("<p>a<br><b>b</b></p>", ["a[3:body>p[0]>]", "|", "b[3/br:body>p[0]>b]"]),
        ("<p>a<br>b<br>c</p>", ["a[3:body>p[0]>]", "|", "b[3/br:body>p[0]>]", "|", "c[3/br:body>p[0]>]"]),
        ("<p class='x2 a'>a</p>", ["a[3:body>p.a.x#[0]>]"]),
        ("<p><b><i>a</i></b></p>", ["a[3:body>p[0]>b>i]"]),
        ("<p><b>a<i>b</i></b></p>", ["a[3:body>p[0]>b]", "b[3:body>p[0]>b>i]"]),
        ("<p><span>a</span><span>b</span></p>", ["a[3:body>p[0]>span[0]]", "b[3:body>p[0]>span[+]]"]),
        ("<p>x<br><span>a</span></p>", ["x[3:body>p[0]>]", "|", "a[3/br:body>p[0]>span[0]]"]),
        ("<p><b>x</b><span>a</span></p>", ["x[3:body>p[0]>b]", "a[3:body>p[0]>span[+]]"]),
        ("<p>x<br>y <span>a</span></p>", ["x[3:body>p[0]>]", "|", "y [3/br:body>p[0]>]", "a[3/br:body>p[0]>span[+]]"]),
        ("<div class=x><div class=y>a<p>b</p></div></div>",
         ["a[4:div.x>div.y[0]>]", "|", "b[5:div.y>p[0]>]"]),
        ("<div class=x><div><p>b</p></div></div>", ["b[5:div>p[0]>]"]),
        ("<p><font color=Red>a</font></p>", ["a[3:body>p[0]>font.color:red[0]]"]),
        ("<p style='FONT-weight : bold;; color:red'>a</p>", ["a[3:body>p.color:red.font-weight:bold[0]>]"]),
        ("<p><o:p>a</o:p></p>", ["a[3:body>p[0]>o:p]"]),
        ("<p><x-y>a</x-y></p>", ["a[4:p>x-y[0]>]"]),
        ("<table><tr><td><b>a</b><td>b</table>", ["a[4:table>td[0]>b]", "|", "b[4:table>td[1]>]"]),
        ("<table><tr><td>x<td><p>b</p></table>", ["x[4:table>td[0]>]", "|", "b[5:td[1]>p[0]>]"]),
        ("<div><div><i></i><span>a</span></div></div>", ["a[4:div>div[0]>span[+]]"]),
        ("<p><b> </b>a</p>", ["a[3:body>p[0]>]"]),
        ("<input value=a>", ["a[control]"]),
    ],
)  # fmt: skip
def test_marks_tell_how_a_text_and_the_two_boxes_around_it_are_written(html: str, expected: list[str]) -> None:
    assert marked(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p><a href=/u>a</a> b</p>", [("a", "/u", True), (" b", None, False)]),
        ("<p><a href=/u><b>a</b>c</a></p>", [("a", "/u", True), ("c", "/u", True)]),
        ("<p><a>a</a></p>", [("a", None, False)]),
        ("<p><button>a <b>c</b></button></p>", [("a ", None, True), ("c", None, True)]),
        ("<button><p>a</p></button>", [("a", None, True)]),
        ("<button><table><tr><td>a</table></button>", [("a", None, True)]),
        ("<p>a <a href='#t'>¶</a></p>", [("a ", None, False)]),
        ("<p>a <a href='#t'><b> # </b></a></p>", [("a ", None, False)]),
        ("<p>a <a href='/t'>¶</a></p>", [("a ", None, False), ("¶", "/t", True)]),
        ("<p>a <a href='#t'>b</a></p>", [("a ", None, False), ("b", "#t", True)]),
        ("<p>a <button>?</button></p>", [("a ", None, False)]),
        ("<p>a <button><b>b</b></button></p>", [("a ", None, False), ("b", None, True)]),
        ("<p>a <a href='MAILTO:zoe@example.org?x'><i></i></a></p>",
         [("a ", None, False), ("zoe@example.org", "MAILTO:zoe@example.org?x", True)]),
        ("<p>a <a href=/u><i></i></a></p>", [("a ", "/u", False)]),
        ("<p><a href=/v>a</a><a href=/u><i></i></a></p>", [("a", "/v", True)]),
        ("<p>a <a href=/v>b</a>, <a href=/w><img alt=''></a></p>",
         [("a ", None, False), ("b", "/v", True), (", ", "/w", False)]),
        ("<div><p>a</p><a href=/u><i></i></a></div>", [("a", "/u", False)]),
        ("<div><p>a</p><p><a href=/u><i></i></a></p><p>b</p></div>", [("a", "/u", False), ("b", None, False)]),
        ("<div><p><a href=/v>a</a></p><p><a href=/u><i></i></a></p></div>", [("a", "/v", True)]),
        ("<div><a href=/u><i></i></a>a</div>", [("a", "/u", False)]),
        ("<div><a href=/u><i></i></a><p>a</p><p>b</p></div>", [("a", "/u", False), ("b", None, False)]),
        ("<div><a href=/u><i></i></a><p>a</p><a href=/w><i></i></a><p>b</p></div>",
         [("a", "/u", False), ("b", "/w", False)]),
        ("<div><a href=/u><i></i></a><a href=/w>a</a></div>", [("a", "/w", True)]),
        ("<p>x</p><div><a href=/u><i></i></a></div><p>b</p>", [("x", "/u", False), ("b", None, False)]),
        ("<section><p>x</p><div><div><a href=/u><i></i></a></div></div></section><p>b</p>",
         [("x", "/u", False), ("b", None, False)]),
        ("<section><p>x</p></section><section><div><div><div><a href=/u><i></i></a></div></div></div></section>",
         [("x", None, False)]),
    ],
)  # fmt: skip
def test_words_know_where_they_lead_and_so_do_those_beside_an_icon(
    html: str, expected: list[tuple[str, str | None, bool]]
) -> None:
    assert linked(html) == expected


@pytest.mark.parametrize(
    ("html", "labels"),
    [
        ("<dl><dt>a<dd>b</dl>", [4, 0]),
        ("<dl><dt><b>a</b><dd>b</dl>", [4, 0]),
        ("<p><label>a</label><b>b</b></p>", [4, 0]),
        ("<p><label>a <b>b</b></label></p>", [4, 4]),
        ("<label>a <output>b</output></label>", [3, 0]),
        ("<p><label><label>a</label></label></p>", [5]),
    ],
)
def test_a_label_by_the_markups_word_has_its_number(html: str, labels: list[int]) -> None:
    assert [run.label for line in lines_of(read(html).blocks) for run in line.runs] == labels


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<header>a</header><p>b</p><footer>c</footer>", ["site header", "", "site footer"]),
        ("<section><header>a</header><footer>b</footer><p>c</p></section>", ["", "section footer", ""]),
        ("<section><footer><p>b</p><div><b>c</b></div></footer></section>", ["section footer", "section footer"]),
        ("<nav>a<p>b</p></nav>", ["navigation", "navigation"]),
        ("<nav><header>a</header></nav>", ["navigation"]),
        ("<div role=search><b>a</b></div><div role=banner>b</div>", ["search", "site header"]),
        ("<section><div role=contentinfo>a</div></section>", ["site footer"]),
        ("<nav><table><tr><td><b>a</b></table></nav>", ["navigation"]),
    ],
)
def test_the_outermost_part_of_a_site_is_said_of_all_in_it(html: str, expected: list[str]) -> None:
    assert [line.landmark for line in lines_of(read(html).blocks)] == expected


@pytest.mark.parametrize(
    ("html", "levels"),
    [
        ("<h1>a</h1><h2><b>b</b></h2><h6>c</h6><p>d</p>", [1, 2, 6, 0]),
        ("<h3><div>a<p>b</p></div></h3>", [3, 3]),
        ("<div><p role=heading>a</p></div>", [1]),
        ("<fieldset><legend>a</legend>b</fieldset>", [1, 0]),
        ("<details open><summary>a</summary>b</details>", [1, 0]),
        ("<h2><h3>a</h3></h2>", [2]),
    ],
)
def test_headings_have_their_level(html: str, levels: list[int]) -> None:
    assert [line.is_heading for line in lines_of(read(html).blocks)] == levels


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p><input type=checkbox checked> a <input type=checkbox> b</p>", ["a"]),
        ("<p>a <input type=checkbox> b <input type=checkbox checked></p>", ["b"]),
        ("<label><input type=radio checked>a</label><label><input type=radio>b</label>", ["a"]),
        ("<p>x <input type=radio id=i><label for=i>b</label></p>", ["x"]),
        ("<p><span role=checkbox aria-checked=true>a</span><span role=checkbox>b</span></p>", ["a"]),
        ("<div role=radio aria-checked=true>a</div><div role=radio>b</div><p>c</p>", ["a", "c"]),
        ("<p><label for=i>a</label></p><p><input id=i value=v></p>", ["a", "v"]),
        ("<p><input id=i value=v></p><p><label for=i>a</label></p>", ["a", "v"]),
        ("<select><option>a<option selected>b</select>", ["b"]),
        ("<p>a <del>b</del> c</p>", ["a c"]),
        ("<del><p>a</p></del>", ["a"]),
        ("<p>a<img alt='@'>b</p>", ["a@b"]),
        ("<p hidden>a</p><p>b</p>", ["b"]),
        ("<p>a<!-- x -->b<script>c</script></p>", ["ab"]),
        ("<p>a <span role=checkbox aria-checked=true></span></p><p>b <span role=checkbox></span></p>", ["a"]),
        ("<p>a <i>expand_more</i></p>", ["a"]),
        ("<pre><b>a\nb</b></pre>", ["a", "b"]),
        ("<pre><b style='white-space:normal'>a\nb</b></pre>", ["a b"]),
    ],
)
def test_what_is_chosen_is_said_and_what_is_hidden_or_struck_out_is_not(html: str, said: list[str]) -> None:
    assert texts(html) == said


def test_a_value_of_a_control_is_told_from_a_text() -> None:
    assert [line.is_value for line in lines_of(read("a<input value=b><textarea>c</textarea>").blocks)] == [
        False,
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("html", "hidden"),
    [
        ("<p hidden>a <b>b</b></p><p>c</p>", ["a b"]),
        ("<p>a <s>b</s></p>", ["b"]),
        ("<p>a<img alt=x></p>", ["x"]),
        ("<p>a <a href=/u><img alt=x></a></p>", []),
        ("<p><i aria-label=x></i>a</p>", ["x"]),
        ("<table><tr><td>a<td hidden>b</table>", ["b"]),
        ("<table><tr hidden><td>a<tr><td>b</table>", ["a"]),
    ],
)
def test_what_a_page_does_not_show_is_kept_aside(html: str, hidden: list[str]) -> None:
    assert [line.text for line in read(html).hidden] == hidden


def table_of(html: str) -> PageTable:
    return next(block for block in read(html).blocks if isinstance(block, PageTable))


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", "a*|b* / 1|2"),
        ("<table><tr><th><b>a</b><td>b</table>", "a*|b"),
        ("<table><tr><td>a<br>b<td> </table>", "a b|"),
        ("<table><tr><td colspan=2>a<td>b<tr><td>1<td>2<td>3</table>", "a|a|b / 1|2|3"),
        ("<table>x<tr>y<td>a</td>z</tr></table>", "y|a|z"),
        ("<table><tr><td><pre>a\nb</pre><td>c</table>", "a b|c"),
        ("<table><tr><td><table><tr><td>x<td>y<tr><td>z</table></table>", "x | y z"),
        ("<table><tr><td data-x=A>a<td data-x=B>b</table>", "A*|B* / a|b"),
        ("<table><tr><th>Pays <a href='#n'>(1)</a><td>b <a href='#n'>1</a></table>", "Pays*|b 1"),
        ("<table><tr><th>Pays <a href='/n'>(1)</a></table>", "Pays (1)*"),
        ("<table><tr><th>Pays <a href='#n'>(see)</a></table>", "Pays (see)*"),
        ("<table><tr><tr><td>a</table>", "a"),
        ("<div><div><span>a</span><span>b</span></div><div><span>c</span><span>d</span></div></div>", "a|b / c|d"),
    ],
)
def test_tables_have_the_cells_that_their_rows_show(html: str, rows: str) -> None:
    table = table_of(html)
    assert " / ".join("|".join(cell.text + "*" * cell.is_header for cell in row) for row in table.rows) == rows


def test_cells_know_where_they_lead_the_tables_in_them_too() -> None:
    html = (
        "<table><tr><td><a href=/p>o</a><table><tr><td>x<td><a href=/q>y</a></table><td><a href=/u><i></i></a></table>"
    )
    assert [cell.links for cell in table_of(html).rows[0]] == [("/p", "/q"), ("/u",)]


def test_a_table_stands_where_its_markup_does() -> None:
    table = table_of("<header><table><tfoot><tr><td>f</tfoot><tr><td>a</table></header>")
    assert (table.path, table.landmark, table.foot, table.is_boxes) == ((1, 2, 3, 4), "site header", 1, False)
    boxes = table_of("<div><div><span>a</span><span>b</span></div><div><span>c</span><span>d</span></div></div>")
    assert (boxes.path, boxes.foot, boxes.is_boxes) == ((1, 2, 3), 0, True)


def test_tabs_part_cells_of_preformatted_lines_alone() -> None:
    assert [[cell.text for cell in row] for row in table_of("<pre>a\tb\nc\td</pre>").rows] == [["a", "b"], ["c", "d"]]
    assert texts("<pre>x</pre><p>a\tb</p>") == ["x", "a b"]
    assert texts("<pre>x\n<p>a</p></pre>") == ["x", "a"]


def test_a_pane_begins_with_its_name() -> None:
    html = "<b role=tab aria-controls=p>T</b><i>x</i><div class=c id=p>a</div>"
    assert marked(html) == ["x[2:html>body>i]", "|", "T[3:pane]", "|", "a[3:body>div.c[+]>]"]
    assert [line.is_heading for line in lines_of(read(html).blocks)] == [0, 1, 0]
    assert placed(html) == ["x  2", "T 3 4", "a 3 5"]
