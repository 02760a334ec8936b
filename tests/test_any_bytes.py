"""Any bytes at all give a record or a named error, and no output holds what no text should."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import make_page

from atlas_scraper import AtlasError, Partnership, parse

SETTINGS = settings(derandomize=True, deadline=None, max_examples=200)
WHOLE = make_page(3).data
TEXT = b"Titre\nx\nLe partenariat est\nEn cours\nContexte\n"
FRAGMENTS = st.sampled_from(
    [
        "Titre",
        "Contexte",
        "Le partenariat est",
        "Année de début du partenariat",
        "Financement du partenariat",
        ":",
        "12 000",
        "2017",
        "\n",
        "<p>",
        "</p>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<dl><dt>",
        "<dd>",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<br>",
        "&",
        "<input value='",
        "'>",
        "<script>",
        "<svg>",
        "&#0;",
        "&#x110000;",
        "\x00",
        "\ufeff",
        "\u2028",
        "---",
        "|",
        "---|",
    ]
)


def read(data: bytes) -> Partnership | AtlasError:
    try:
        return parse(data)
    except AtlasError as error:
        return error


def is_good(outcome: Partnership | AtlasError) -> bool:
    """Tell whether it is a record with a title, or an error that says what was sought, found, and to be done."""
    if isinstance(outcome, Partnership):
        return bool(outcome.title)
    return all((outcome.sought, outcome.found, outcome.next_step))


@given(st.binary(max_size=3000))
@SETTINGS
def test_any_bytes_give_a_record_or_a_named_error(data: bytes) -> None:
    assert is_good(read(data))


@given(st.lists(FRAGMENTS | st.text(max_size=20), max_size=60))
@SETTINGS
def test_any_scraps_of_a_page_give_a_record_or_a_named_error(scraps: list[str]) -> None:
    assert is_good(read("".join(scraps).encode("utf-8", "surrogatepass")))


@given(st.integers(0, len(WHOLE)), st.binary(max_size=8), st.integers(0, 200))
@SETTINGS
def test_a_page_damaged_anywhere_gives_a_record_or_a_named_error(place: int, junk: bytes, gone: int) -> None:
    assert is_good(read(WHOLE[:place] + junk + WHOLE[place + gone :]))


@pytest.mark.parametrize("percent", range(0, 100, 4))
def test_a_page_cut_short_is_never_taken_for_a_whole_one(percent: int) -> None:
    page = make_page(3, main="div_main", end_tags="all", encoding="utf-8", doctype="html5")
    assert b"</html>" in page.data
    with pytest.raises(AtlasError):
        parse(page.data[: len(page.data) * percent // 100])


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=60))
@SETTINGS
def test_no_control_character_reaches_the_output(text: str) -> None:
    page = f"Titre\nUne ville {text}\nLe partenariat est\nEn cours\nContexte\nDébut {text} fin\nHistorique\n"
    record = read(page.encode())
    written = record.model_dump_json() if isinstance(record, Partnership) else str(record)
    assert not re.search("[\x00-\x1f\x7f-\x9f]", written)
    assert not re.search(r"\\u00[0189][0-9a-f]|\\u007f", written)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(b"<div>" * 30_000, id="boxes that never end"),
        pytest.param(b"<p>Titre</p><p>x</p>" + b"<p>Contexte</p>" * 8_000, id="one label eight thousand times"),
        pytest.param(TEXT + b"Historique\n" * 8_000, id="the same in text"),
        pytest.param(b"<table><tr><td colspan=1000 rowspan=65534>x</table>" * 50, id="cells that span everything"),
        pytest.param(TEXT + b"a\nb\n" * 5_000, id="a text that repeats itself"),
    ],
)
def test_a_page_made_to_be_slow_ends(page: bytes) -> None:
    assert is_good(read(page))
