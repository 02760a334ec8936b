"""Texts told by the numbers of their words come back as they were."""

import json
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas_scraper.explorer.packing import opened
from atlas_scraper.explorer.wording import _CODES, LETTER, Wording, _codes, texts_of

MANY = _CODES[0][0] + 256 * _CODES[1][0] + 300  # words: some need three bytes


def back(values: list[object]) -> list[object]:
    wording = Wording()
    for value in values:
        wording.add(json.dumps([value], ensure_ascii=False))
    words, told = wording.packed()
    return [json.loads(text)[0] for text in texts_of(opened(words), map(opened, told))]


@given(st.lists(st.text() | st.dictionaries(st.text(), st.integers() | st.none())))
def test_any_texts_come_back(values: list[object]) -> None:
    assert back(values) == values


@pytest.mark.parametrize(
    "text", ["l’eau  potable", "a b", " a", "2010 et 2011", "Ђорђе שלום 水 道", "\u00a0\t\n\r", "a\u2028b", ""]
)
def test_a_text_comes_back(text: str) -> None:
    assert back([text]) == [text]


def test_more_words_come_back_than_two_bytes_can_tell() -> None:
    values: list[object] = [f"mot{number}" for number in range(MANY)]
    assert back(values) == values


def test_no_two_words_have_one_code_and_none_begins_another() -> None:
    codes = [code for code, _ in zip(_codes(), range(MANY), strict=False)]
    firsts = {code[0]: len(code) for code in codes}
    assert len(set(codes)) == MANY
    assert all(len(code) == firsts[code[0]] for code in codes)


def test_the_browser_takes_for_words_what_the_packing_does() -> None:
    script = files("atlas_scraper.explorer").joinpath("web", "wording.js").read_text("utf-8")
    assert f"/^[{LETTER}]/" in script


def test_a_frequent_word_is_told_in_one_byte() -> None:
    wording = Wording()
    wording.add(json.dumps([" ".join(["souvent"] * 1000)]))
    wording.add(json.dumps([f"mot{number}" for number in range(500)]))
    _, (told, _) = wording.packed()
    assert len(opened(told)) == 4 + len(['["', *["souvent"] * 1000, '"]'])
