"""HTML, code and signs within lines of Markdown: tags on one line, fenced values, bold text, typed bullets."""

import pytest

from atlas_scraper.blocks.markdown_fences import with_fenced_values
from atlas_scraper.blocks.markdown_html import with_whole_tags, without_html
from atlas_scraper.blocks.markdown_inline import as_text, with_bold_as_html, without_empty_emphasis, without_scripts


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["a", "b"], ["a", "b"]),
        (["a <b", 'c="d">e', "f"], ['a <b c="d">e', "f"]),
        (["a <b", "c", "d>", "e"], ["a <b c d>", "e"]),
        (["a <b", " c  ", "d>"], ["a <b c   d>"]),
        (["a <b", " c>  ", "d"], ["a <b c>  ", "d"]),
        (["a <b", "", "c>"], ["a <b", "", "c>"]),
        (["a <b", *"12345>"], ["a <b 1 2 3 4 5", ">"]),
        (["a <b", *"1234>"], ["a <b 1 2 3 4 >"]),
        (["a < b", "c"], ["a < b", "c"]),
        (["a <1", "c"], ["a <1", "c"]),
        (["a", "<div>", "b"], ["a", "", "<div>", "b"]),
        (["a", " </TABLE> ", "b"], ["a", "", " </TABLE> ", "b"]),
        (["a", "", "<div>"], ["a", "", "<div>"]),
        (["<p>", "<div>"], ["<p>", "<div>"]),
        (["<div>", "a"], ["<div>", "a"]),
        (["a", "<div> b"], ["a", "<div> b"]),
        (["a", "<span>"], ["a", "<span>"]),
        (["a", "<div", "x>"], ["a", "<div x>"]),
        (["<zoe%5Bat%5Dexample.org>"], [r"zoe\[at\]example.org"]),
        (["<zoe%5bAT%5dexample.org> <x%5Bat%5Dy>"], [r"zoe\[AT\]example.org x\[at\]y"]),
        (["<http://x%5Bat%5Dy>"], ["<http://x%5Bat%5Dy>"]),
    ],
)
def test_a_tag_is_on_one_line_and_a_box_apart_from_the_text_above_it(lines: list[str], whole: list[str]) -> None:
    assert with_whole_tags(lines) == whole


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (["a", "<b>x</b>", "c"], ["a", "", "c"]),
        (["a", "</div>", "<p>", "c"], ["a", "", "c"]),
        (["<b>", "c"], ["c"]),
        (["a", "", "<b>", "c"], ["a", "", "c"]),
        (["  <b>x", "c"], ["c"]),
        (["<https://example.org/>", "< b", "<1"], ["<https://example.org/>", "< b", "<1"]),
        (["a", "<table>", "b", "", "c</table>", "d"], ["a", "", "d"]),
        (["<table><tr></table>", "d"], ["d"]),
        (["a<table>", "b"], ["a<table>", "b"]),
    ],
)
def test_lines_of_html_are_left_out_and_tables_of_it_whole(lines: list[str], left: list[str]) -> None:
    assert without_html(lines) == left


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        (["T", ":   ```", "    a", "    ```", "b"], ["```", "a", "```"]),
        (["T", "~  ~~~x ", "    a", "", "      b", "   ~~~", "b"], ["~~~", "a", "", "  b", "~~~"]),
        (["T", ":   ````", "    ```", "    ````", "b"], ["````", "```", "````"]),
        (["T", ":   ```", "    a", "b"], ["```", "a", "```"]),
        (["T", ":   ```", "    ```", "b"], ["```", "```"]),
    ],
)
def test_a_fenced_value_is_written_as_html_behind_its_term(lines: list[str], value: list[str]) -> None:
    term = ["", "<dt>", "", "T", "", "</dt>", "", "<dd>", ""]
    assert with_fenced_values(["x", *lines]) == ["x", *term, *value, "", "</dd>", "", "b"]


@pytest.mark.parametrize(
    "lines",
    [
        [":   ```", "    a"],
        ["", ":   ```", "    a"],
        ["T", ":   ``", "    a"],
        ["T", ": ```", "    a"],
        ["T", ":   ```a b", "    a"],
        ["T", "```", "    a"],
        [],
    ],
)
def test_other_definitions_and_fences_stay_as_they_are(lines: list[str]) -> None:
    assert with_fenced_values(lines) == lines


def test_a_fenced_value_may_end_the_text() -> None:
    assert with_fenced_values(["T", ":   ```", "    a"])[-5:] == ["a", "```", "", "</dd>", ""]


@pytest.mark.parametrize(
    ("line", "is_dead", "written"),
    [
        ("a **b** c", False, "a <b>b</b> c"),
        ("**a : **b", False, "<b>a :</b> b"),
        ("**a**b**c**", False, "<b>a</b>b<b>c</b>"),
        (r"\**a** **b\*c**", False, r"\**a** <b>b\*c</b>"),
        ("** a** *b*", False, "** a** *b*"),
        ("**a **b** c****", False, "<b>a b c</b>"),
        ("__a __b__ c____", False, "__a b c__"),
        ("x **a** ****", False, "x <b>a</b> "),
        ("**Nom ***", False, r"<b>Nom \*</b>"),
        ("**Nom*** : x", False, r"<b>Nom \*</b> : x"),
        ("[a] [b](c) ![d] [e][f] [g]: [h]{.i}", True, "a [b](c) ![d] [e][f] [g]: [h]{.i}"),
        ("[a]", False, "[a]"),
        (r"\[a] [b\]c]", True, r"\[a] b\]c"),
    ],
)
def test_bold_text_is_html_and_links_that_lead_nowhere_are_their_words(line: str, is_dead: bool, written: str) -> None:
    assert with_bold_as_html(line, marks_dead_links=is_dead) == written


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (["__a b", "c __d"], ["a b", "c d"]),
        (["__a__ b", "__c"], ["__a__ b", "__c"]),
        (["a__b", "__c"], ["a__b", "c"]),
        (["__ a"], ["__ a"]),
        ([r"\__a"], [r"\__a"]),
        (["a"], ["a"]),
    ],
)
def test_underscores_that_open_and_never_close_are_icons(lines: list[str], left: list[str]) -> None:
    assert without_empty_emphasis(lines) == left


def test_links_that_run_a_script_lead_nowhere_and_stay_as_long() -> None:
    for link in ("](javascript:void(0))", r"](JavaScript:a\(b\))", "](javascript:)"):
        text = f"[a{link} ](javascript:x) b"
        assert without_scripts(text) == f"[a](#{'_' * (len(link) - 4)}) ](#___________) b"
        assert len(without_scripts(text)) == len(text)
    assert without_scripts("[a](JAVASCRIPT:x)") == "[a](JAVASCRIPT:x)"
    assert without_scripts("[a](javascript:x\n)") == "[a](javascript:x\n)"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (" - a ", r"\- a"),
        ("+a", r"\+a"),
        ("* a", r"\* a"),
        ("*a*", "*a*"),
        ("__a__", "__a__"),
        ("`a`", "`a`"),
        ("```", r"\```"),
        ("***", r"\***"),
        ("# a", r"\# a"),
        ("> a", r"\> a"),
        ("===", r"\==="),
        ("| a", r"\| a"),
        ("~~a", r"\~~a"),
        ("[a]: b", r"\[a]: b"),
        ("[a] b", "[a] b"),
        ("12. a", r"12\. a"),
        ("12) a", r"12\) a"),
        ("2010.", r"2010\."),
        ("1.5", "1.5"),
        ("a - b 1. c", "a - b 1. c"),
    ],
)
def test_what_would_begin_a_block_is_escaped(line: str, text: str) -> None:
    assert as_text(line) == text
