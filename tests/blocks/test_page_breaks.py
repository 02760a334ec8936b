"""Where the pages of a printed edition end: its numbers are no words of the page."""

import pytest

from atlas_scraper.blocks.read import read_document


def _texts(html: str) -> list[str]:
    return [block.text for block in read_document(f"<html><body>{html}</body></html>".encode()).blocks]


@pytest.mark.parametrize(
    "said", ["role=doc-pagebreak", "epub:type=pagebreak", "role='doc-pagebreak' epub:type='x pagebreak'"]
)
def test_the_number_of_a_page_of_an_edition_is_left_out_between_texts_and_within_words(said: str) -> None:
    number = f"<span {said} title=13><a id=p13>[p. 13]</a></span>"
    assert _texts(f"<p>One.</p><div>{number}</div><p>Tw{number}o.</p>") == ["One.", "Two."]


@pytest.mark.parametrize(
    "html",
    [
        "<p role=doc-pagebreak>A text that is longer than the number of any page.</p>",
        "<p role=doc-pagelist>A text.</p>",
        "<p class=pagebreak>A text.</p>",
    ],
)
def test_a_text_is_no_number_whatever_the_markup_calls_it(html: str) -> None:
    assert len(_texts(html)) == 1
