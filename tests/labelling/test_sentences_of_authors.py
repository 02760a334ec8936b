"""Statements that read as lines of prose: those in a text are its author's."""

from dataclasses import replace

from lines import CONTEXT, PARTNERS, WORDS, item

from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.sentences import without_sentences_in_texts

SAID = Label("said", ("It is so",), is_sentence=True)


def test_only_a_statement_that_reads_as_prose_is_left_out_and_only_in_a_text() -> None:
    for text, above, stays in (
        ("It is so.", CONTEXT, False),
        ("• It is so", CONTEXT, False),
        ("It is so", CONTEXT, True),
        ("It is so.", PARTNERS, True),
    ):
        items = [item(above.spellings[0]), item("x"), item(text)]
        found = {above: 0, SAID: 2}
        assert without_sentences_in_texts(items, found) == (found if stays else {above: 0})


def test_a_whole_statement_is_found_with_a_full_stop_and_no_other_label_is() -> None:
    index = LabelIndex([SAID, replace(CONTEXT, spellings=("Context",))], [], [], WORDS, {})
    assert [index.find(text) for text in ("It is so.", "It is so…", "Context.")] == [SAID, None, None]
