"""What a reader of CommonMark is given of a text in Markdown: its terms, values, lists, headings and paragraphs."""

import re

import pytest

from atlas_scraper import NotARecord
from atlas_scraper.blocks.markdown_source import prepare

FULL = "w" * 77
"""A line of 77 letters: at column 78 no further word has room."""
WIDE = "w" * 101
SHORT, LONG = "B" * 60, "B" * 61


def ready(text: str) -> str:
    """Give a text made ready, as one line: `/` is the end of a line, `¶` of several."""
    return re.sub("\n{2,}", "¶", prepare(text).text).removesuffix("¶").replace("\n", "/")


def ready_in_paragraphs(text: str) -> str:
    """Give the same of a text whose converter parts paragraphs by blank lines."""
    return ready(text + "\n" * 9)


def ready_of_html2text(text: str) -> str:
    """Give the same of a text that html2text wrote: it indents the entries of lists."""
    return ready(f"\n  * x\n\n{text}").removeprefix("  * x¶")


@pytest.mark.parametrize(
    ("text", "is_ready"),
    [
        ("a\n*[ABC]: word\nb", "a\\/b"),
        ("a\n*[ABC]:word\nb", "a\\/*[ABC]:word\\/b"),
        ("a\n \ue000 \nb", "a\\/b"),
        ("a\n\ue000 b", "a\\/\ue000 b"),
        ("```\n- a\n```\nb", "```/- a/```¶b"),
        ("```\n__a\n```", "```/__a/```"),
        ("<div>\n- a\nb\n</div>", "<div>/- a/b¶</div>"),
        ("> - a\nb", "> - a/b"),
        ("    > a", "<dd>¶\\> a¶</dd>"),
        ("\ta\n\tb", "<dd>¶a\\/b¶</dd>"),
        ("a [b](javascript:c\\(0\\)) d", "a [b](#________________) d"),
        ("\\[at\\] [dead]", "\\[at\\] dead"),
        ("\\[at\\] [at] [dead]", "\\[at\\] [at] [dead]"),
        ("[dead]", "[dead]"),
        ("[a][1]\n\n[1]: /x", "[a][1]¶[1]: /x"),
        ("a\\\n\\\n\nb", "a¶b"),
    ],
)
def test_what_says_nothing_is_left_out_and_html_and_code_stay_as_they_are(text: str, is_ready: str) -> None:
    assert ready(text) == is_ready


@pytest.mark.parametrize(
    ("text", "is_ready"),
    [
        ("T\n:   a", "<dt>¶T¶</dt>¶<dd>¶a¶</dd>"),
        ("T\n\n:   a\n    b", "<dt>¶T¶</dt>¶<dd>¶a b¶</dd>"),
        ("T\n~  a\n:   b", "<dt>¶T¶</dt>¶<dd>¶a¶</dd>¶<dd>¶b¶</dd>"),
        ("T\n:   a\nU\n:   b", "<dt>¶T¶</dt>¶<dd>¶a¶</dd>¶<dt>¶U¶</dt>¶<dd>¶b¶</dd>"),
        ("T\nu\n:   a\n  b\nc", "<dt>¶T u¶</dt>¶<dd>¶a b¶</dd>¶<dt>¶c¶</dt>"),
        ("T\n:   - a\n    - b", "<dt>¶T¶</dt>¶<dd>¶- a/- b¶</dd>"),
        ("T\n: a", "T : a"),
        ("T\n    :   a", "T :   a"),
        ("T\n\n    a", "<dt>¶T¶</dt>¶<dd>¶a¶</dd>"),
        ("T\n\n   a", "T¶a"),
        ("T\nU\n\n    a", "T\\/U¶<dd>¶a¶</dd>"),
        ("1. T\n\n    a", "<dt>¶1\\. T¶</dt>¶<dd>¶a¶</dd>"),
        ("T\n\n    - a\n    - b", "<dt>¶T¶</dt>¶<dd>¶- a/- b¶</dd>"),
        ("    # a", "<dd>¶# a¶</dd>"),
        (f"    {WIDE}\n    z", f"<dd>¶{WIDE}\\/z¶</dd>"),
        (f"    {WIDE[4:]}\n    z", f"<dd>¶{WIDE[4:]}\\/z¶</dd>"),
        (f"    {WIDE[5:]}\n    z", f"<dd>¶{WIDE[5:]} z¶</dd>"),
        (f"    {WIDE}\n    y  \n    z", f"<dd>¶{WIDE} y\\/z¶</dd>"),
    ],
)
def test_terms_and_their_values_are_written_as_html(text: str, is_ready: str) -> None:
    assert ready_in_paragraphs(text) == is_ready


@pytest.mark.parametrize(
    ("text", "is_ready"),
    [
        ("# a\nb", "# a¶b"),
        ("   ###### a", "###### a"),
        ("####### a", "\\####### a"),
        ("#a", "\\#a"),
        ("# a\n  b\nc", "# a b¶c"),
        (f"# {FULL[2:]}\nword\nb", f"# {FULL[2:]} word¶b"),
        ("a\n===\nb", "## a¶b"),
        ("a\n--\nb", "## a¶b"),
        ("a\nb\n   ===\nc\n--- \nd", "## a b¶## c¶d"),
        ("===\na", "\\=== a"),
        ("***", "***"),
        ("- - -", "- - -"),
        ("* * *\na", "\\* * * a"),
    ],
)
def test_headings_end_where_their_words_do_and_a_ruler_stands_alone(text: str, is_ready: str) -> None:
    assert ready_in_paragraphs(text) == is_ready


@pytest.mark.parametrize(
    ("text", "is_ready"),
    [
        ("a\nb", "a b"),
        ("A\nB", "A\\/B"),
        ("A\nb", "A b"),
        ("A\n  B\nc", "A\\/B c"),
        ("A\n(B", "A (B"),
        ("--\nB", "\\-- B"),
        ("A\n?\nB", "A ? B"),
        (f"a\n{SHORT}", f"a\\/{SHORT}"),
        (f"a\n{LONG}", f"a {LONG}"),
        (f"A\n{LONG}", f"A {LONG}"),
        (f"A\n{LONG}\nB", f"A\\/{LONG}\\/B"),
        (f"A\n{LONG}\nb", f"A {LONG} b"),
        ("a\n**b** c", "a\\/<b>b</b> c"),
        ("a\n__b__", "a __b__"),
        ("A:\nB", "A:¶B"),
        ("b\nA:\nB", "b A:¶B"),
        ("a:\nA:", "a:¶A:"),
        ("A:  \nB", "A:\\/B"),
        ("A:\\\nB", "A:\\/B"),
        ("a  \nb\\\nc", "a\\/b\\/c"),
        ("ab-\ncd", "ab-cd"),
        ("1) a", "1\\) a"),
    ],
)
def test_lines_of_a_paragraph_go_on_save_where_short_ones_begin_anew(text: str, is_ready: str) -> None:
    assert ready_in_paragraphs(text) == is_ready


def test_each_line_is_one_of_the_author_where_no_blank_line_parts_paragraphs() -> None:
    assert ready("a\nb\nc") == "a\\/b\\/c"
    assert ready("A:\nb\nc") == "A:¶b\\/c"


def test_lines_broken_at_a_column_go_on_save_before_bold_text_alone_on_its_line() -> None:
    assert ready(f"{FULL}\nword\nc") == f"{FULL} word c"
    assert ready(f"{FULL}\nWord\nC") == f"{FULL} Word C"
    assert ready(f"{FULL}\n**word** c") == f"{FULL} <b>word</b> c"
    assert ready(f"{FULL}\n**word**  \nc") == f"{FULL}\\/<b>word</b>\\/c"
    assert ready(f"{FULL}\n**word**\\\nc") == f"{FULL}\\/<b>word</b>\\/c"


@pytest.mark.parametrize(
    ("text", "is_ready"),
    [
        ("- a\n- b", "- a/- b"),
        ("+ a\\\n+ b", "+ a/+ b"),
        ("1. 2) a\n2. b", "1. 2\\) a/2. b"),
        ("1) a\n2) b", "1\\) a 2) b"),
        ("* a\n  more\n* b", "* a more/* b"),
        ("* a\n* b\nc", "* a/* b¶c"),
        ("* a\n* b\nC:\nD", "* a/* b¶C:¶D"),
        ("* a  \n- typed\n* b", "* a/- typed/* b"),
        ("* a  \n  - typed\n* b", "* a\\/  \\- typed/* b"),
        ("* a  \nb\n* c", "* a\\/b/* c"),
        ("* a\n  b  \nc\n* d", "* a b\\/c/* d"),
        ("* a\n\n  second\n\nlast", "* a¶  second¶last"),
        ("* a\n\n  second\n  goes on\n* b\n* c\n\nlast", "* a¶  second goes on¶* b/* c¶last"),
        ("* a\n* b\n\n    * c\n    * d", "* a/* b¶    * c/    * d"),
        ("* a\n\n    below\n\n* b\n* c", "* a¶    below¶* b/* c"),
        ("* x\n* y\n\n  - typed\n\nb", "* x/* y¶  \\- typed¶b"),
        ("a\n\n* b", "a¶* b"),
        ("* b\n\n* c", "* b¶* c"),
        ("- b\n\n- c", "\\- b¶\\- c"),
        ("-   b\n\n-   c", "- b¶- c"),
        ("- **b**\n\nc", "- <b>b</b>¶c"),
    ],
)
def test_entries_of_lists_are_whole_and_a_bullet_in_one_was_typed(text: str, is_ready: str) -> None:
    assert ready_in_paragraphs(text) == is_ready


@pytest.mark.parametrize(
    ("text", "is_ready"),
    [
        ("a\n    v", "<dt>¶a¶</dt>¶<dd>¶v¶</dd>"),
        ("a\nb\n    v\nc", "a¶<dt>¶b¶</dt>¶<dd>¶v¶</dd>¶c"),
        ("a\n    v  \nw\nx", "<dt>¶a¶</dt>¶<dd>¶v\\/w¶</dd>¶x"),
        ("a\n    v\n    w", "<dt>¶a¶</dt>¶<dd>¶v¶</dd>¶<dd>¶w¶</dd>"),
        ("a\nb", "a\\/b"),
        ("a:\nb", "a:¶b"),
        ("a\n    * b", "a\\/\\* b"),
        ("    * a", "    * a"),
        ("a\n===\n    v", "## a¶<dd>¶v¶</dd>"),
        ("a\n    \nb", "<dt>¶a¶</dt>¶<dd>¶&nbsp;¶</dd>¶b"),
        ("a\n   \nb", "a¶b"),
        ("a\n\n    \nb", "a¶b"),
        (" a\n    \nb", "a¶b"),
        ("a\n  1. **b**\nc", "a¶  1. <b>b</b>¶c"),
        (" a\n  1. **b**", "a\\/1\\. <b>b</b>"),
        ("a\n    1. **b**", "a\\/1\\. <b>b</b>"),
        ("a\n  1. b", "a\\/1\\. b"),
        ("  * a\nb", "  * a¶b"),
        ("  * a  \nb", "  * a\\/b"),
        ("  * a  \n  - b", "  * a/  - b"),
        ("  * a  \n- b", "  * a\\/\\- b"),
        ("  1. a\n  2. b\n\n    more\n\n  3. c", "  1. a/  2. b¶    more¶  3. c"),
        ("  * a\n\n    * b\n    * c\n\nd", "  * a¶    * b/    * c¶d"),
        ("- a\n- b", "\\- a\\/\\- b"),
    ],
)
def test_html2text_indents_lists_and_the_first_line_of_values_right_below_their_terms(text: str, is_ready: str) -> None:
    assert ready_of_html2text(text) == is_ready


def test_a_value_that_html2text_broke_at_a_column_is_whole() -> None:
    value = "v" * 73
    assert ready_of_html2text(f"{FULL}\nword\n\na\n    {value}\nb").endswith(f"<dd>¶{value}¶</dd>¶b")
    text = f"{FULL}\nword\n\na\n    {value}  \n{FULL}\nword\nb"
    assert ready_of_html2text(text).endswith(f"<dd>¶{value}\\/{FULL} word¶</dd>¶b")


TABLE = "| a | b |\n|---|---|\n| c | d |"


def test_tables_are_written_as_html_between_the_texts_around_them() -> None:
    written = "<table>/<tr>/<td>¶a¶</td>/<td>¶b¶</td>/</tr>/<tr>/<td>¶c¶</td>/<td>¶d¶</td>/</tr>/</table>"
    assert ready(f"x\n{TABLE}\ny\n{TABLE}\n* e\n* f") == f"x¶{written}¶y¶{written}¶* e/* f"
    assert ready(f"{TABLE}\n\ny {{#x .z}}") == f"{written}¶y"
    assert ready(f"* x\n* y\n{TABLE}") == f"\\* x\\/\\* y¶{written}"
    assert ready(f"x\n\ny {{#x .z}}\n\n{TABLE}") == f"x¶y {{#x .z}}¶{written}"


def test_dashes_in_cells_are_entries_where_the_lists_of_the_text_have_them() -> None:
    table = "| a | b |\n|---|---|\n| - c - d | e |"
    assert "¶\\- c - d¶" in ready(table)
    assert "¶c\\/d¶" in ready(f"- x\n- y\n\n{table}")


@pytest.mark.parametrize(
    ("text", "is_kept"),
    [
        (TABLE, False),
        ("| a | b |\n|---|---|\n|   | d |", True),
        (f"| a | b |\n|---|---|\n|   | d |\n\n{TABLE}", True),
        (f"{TABLE}\n\n| a | b |\n|---|---|\n|   | d |", True),
        ("| a | b |\n|---|---|\n| c |   |", False),
        ("<table><tr><td>a</td></tr></table>", True),
        ("a", False),
    ],
)
def test_positions_are_kept_where_a_cell_before_another_is_empty_or_tables_are_html(text: str, is_kept: bool) -> None:
    assert prepare(text).keeps_positions is is_kept


BROKEN = f"\n  * x\n\n{FULL}\nword\n\n"


def test_rows_that_html2text_filled_up_after_it_broke_them_are_refused() -> None:
    with pytest.raises(NotARecord, match="column 78"):
        prepare(f"{BROKEN}| a\nb |c |\n|----|-|\n")
    prepare(f"{BROKEN}| a b |c |\n|----|-|\n")
    prepare(f"{BROKEN}| a\nb |c |\n|--|-|\n")
    prepare(f"{BROKEN.removeprefix(chr(10) + '  * x')}| a\nb |c |\n|----|-|\n")
    prepare("\n  * x\n\n| a\nb |c |\n|----|-|\n")
