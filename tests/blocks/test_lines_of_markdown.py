"""Lines of Markdown that say nothing: line breaks with nothing before or behind them, and where links lead."""

import pytest

from atlas_scraper import NotARecord, parse
from atlas_scraper.blocks.markdown_habits import habits_of
from atlas_scraper.blocks.markdown_lines import without_lone_breaks, without_references


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (["a\\", "b"], ["a\\", "b"]),
        (["a\\", ""], ["a", ""]),
        (["a\\", " \\ ", "b"], ["a", "", "b"]),
        (["a\\"], ["a"]),
        (["\\", "a"], ["", "a"]),
        (["a\\", "  - b"], ["a\\", "  &#45; b"]),
        (["a\\", "* b\\", "+ c"], ["a\\", "&#42; b\\", "&#43; c"]),
        (["- a\\", "- b"], ["- a\\", "- b"]),
        (["- a\\", "  - b\\", "- c"], ["- a\\", "  &#45; b\\", "- c"]),
        (["- a\\", "", "b\\", "- c"], ["- a", "", "b\\", "&#45; c"]),
        (["a\\", "-b"], ["a\\", "-b"]),
        (["a\\", "1. b"], ["a\\", "1. b"]),
        (["a", "- b"], ["a", "- b"]),
    ],
)
def test_a_line_break_stays_between_lines_alone_and_a_bullet_behind_one_was_typed(
    lines: list[str], left: list[str]
) -> None:
    assert [*without_lone_breaks(lines)] == left


@pytest.mark.parametrize(
    ("lines", "kept", "references"),
    [
        (["[a][1]", "[1]: /x"], ["[a][1]"], ["[1]: /x"]),
        (["[a] [1]", "   [1]: /x "], ["[a] [1]"], ["[1]: /x"]),
        (["[a][1]", "    [1]: /x"], ["[a][1]", "    [1]: /x"], []),
        (["[a][1]", "[2]: /x"], ["[a][1]", "[2]: /x"], []),
        (["[a][1]", "[1]:/x"], ["[a][1]", "[1]:/x"], []),
        (["[a][1]", "[1]:", "/x", "", "b"], ["[a][1]", "", "b"], ["[1]: /x"]),
        (["[a][1] [b][2]", "[1]: /x", " /y", "[2]: /z"], ["[a][1] [b][2]"], ["[1]: /x /y", "[2]: /z"]),
        (["[a][1]", "[1]: /x", "[3]: c", "d"], ["[a][1]", "[3]: c", "d"], ["[1]: /x"]),
        (["a", "b"], ["a", "b"], []),
    ],
)
def test_lines_that_say_where_links_lead_are_taken_out_where_a_link_uses_them(
    lines: list[str], kept: list[str], references: list[str]
) -> None:
    assert without_references(lines) == (kept, references)


def test_a_text_that_is_all_html_shows_no_habits() -> None:
    habits = habits_of([])
    assert (habits.indents_lists, habits.signs, habits.width) == (False, frozenset(), 0)
    with pytest.raises(NotARecord):
        parse(b'<table>---\ntitle: Atlas\nurl: "https://example.org/"\n---\n\n<p>Un mot.</p>\n')
