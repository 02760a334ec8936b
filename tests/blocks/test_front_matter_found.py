"""Front matter above a text in Markdown: where it ends, and what is none."""

import pytest

from atlas_scraper.blocks.front_matter import has_front_matter, split_front_matter


@pytest.mark.parametrize(
    "lines",
    [
        "a: b",
        "a:\n b: c",
        "a:\n  b: c",
        "a:\n- b",
        "a:\n-\nb",
        "a:\n-\tb",
        "a: b\n\nc: d",
        "a:\n\tb",
        "a: >\n  b\n\n  c",
    ],
)
@pytest.mark.parametrize("end", ["---", "---  ", "---\t"])
def test_front_matter_is_names_and_what_goes_on_below_them(lines: str, end: str) -> None:
    text = f"---\n{lines}\n{end}\nText"
    assert has_front_matter(text)
    assert split_front_matter(text)[1] == "Text"


@pytest.mark.parametrize("lines", ["a", "a: b\nc", "Title\n\nWords", "a: b\n\nwords\n"])
def test_other_lines_between_rules_are_text(lines: str) -> None:
    text = f"---\n{lines}\n---\nText"
    assert not has_front_matter(text)
    assert split_front_matter(text)[1] == text
