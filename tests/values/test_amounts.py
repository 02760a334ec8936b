"""Amounts in euros: what is read, what is not, and that nothing is rounded."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from atlas_scraper.record.model import Amount
from atlas_scraper.values.amounts import read_amount

CENTS = st.integers(min_value=0, max_value=10**15 - 1)
AMOUNT_LIKE = st.text(alphabet="0123456789 .,'’€kKMeurEUR-\u00a0\u202f\u2009\n", max_size=24)


def written(cents: int, thousands: str, point: str) -> str:
    """Write an amount as people do, with these two marks."""
    return f"{cents // 100:,}".replace(",", thousands) + f"{point}{cents % 100:02}"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12000", "12000"),
        ("0", "0"),
        ("  12000\n", "12000"),
        ("12 000", "12000"),
        ("1 200 000", "1200000"),
        ("12 000,50", "12000.50"),
        ("12 000.50", "12000.50"),
        ("12.000,50 €", "12000.50"),
        ("12,000.50", "12000.50"),
        ("12000.00", "12000.00"),
        ("12,5", "12.5"),
        ("12,50", "12.50"),
        ("0,00", "0.00"),
        ("12\u00a0000", "12000"),
        ("12\u202f000,50", "12000.50"),
        ("12\u2009000", "12000"),
        ("12&nbsp;000", "12000"),
        ("12'000", "12000"),
        ("12’000’000,5", "12000000.5"),
        ("12 000,–", "12000"),
        ("12 000,-- €", "12000"),
    ],
)
def test_a_clear_amount_is_read(text: str, amount: str) -> None:
    assert str(read_amount(text)) == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12000€", "12000"),
        ("12 000 €", "12000"),
        ("€ 12 000", "12000"),
        ("EUR 12 000", "12000"),
        ("12 000 EUR", "12000"),
        ("12 000 euros", "12000"),
        ("1 Euro", "1"),
        ("12 k€", "12000"),
        ("12,5 K€", "12500"),
        ("12 kEUR", "12000"),
        ("1,5 M€", "1500000"),
        ("1,5M€", "1500000"),
        ("1,2345 M€", "1234500"),
        ("0,125 M€", "125000"),
        ("1,2345 k€", "1234.5"),
        ("1 234,567 k€", "1234567"),
    ],
)
def test_a_unit_counts(text: str, amount: str) -> None:
    assert str(read_amount(text)) == amount


@pytest.mark.parametrize(
    "text", ["10 000 - 12 000", "10 000 à 12 000", "10000-12000", "10 000 / 12 000", "10 000 12 000"]
)
def test_a_range_is_not_guessed(text: str) -> None:
    assert read_amount(text) is None


@pytest.mark.parametrize(
    "text", ["", " ", "€", "non communiqué", "environ 12000", "~12000", "12000 par an", "12000 F", "-"]
)
def test_words_are_not_an_amount(text: str) -> None:
    assert read_amount(text) is None


@pytest.mark.parametrize("text", ["-12000", "- 12 000 €", "+12000", "(12 000)", "−12000"])
def test_a_signed_amount_is_not_read(text: str) -> None:
    assert read_amount(text) is None


@pytest.mark.parametrize(
    "text", ["12 00", "1 2 3", "1200 000", "12 0000", "12 000 00", "12.00.00", "12..5", "12,", ",5", "0 500"]
)
def test_groups_of_other_than_three_digits_are_not_read(text: str) -> None:
    assert read_amount(text) is None


@pytest.mark.parametrize("text", ["12,345678", "12 000,505", "12000.123", "0,125", "1,234567 k€", "1,123456789 M€"])
def test_more_than_two_decimals_are_not_read(text: str) -> None:
    assert read_amount(text) is None


@pytest.mark.parametrize("text", ["١٢٠٠٠", "１２０００", "12²", "1٢000"])
def test_only_ascii_digits_count(text: str) -> None:
    assert read_amount(text) is None


def test_one_dot_before_three_digits_is_a_french_thousands_mark() -> None:
    assert read_amount("12.000") == 12000


def test_one_comma_before_three_digits_has_two_readings() -> None:
    assert read_amount("12,000") is None


def test_several_commas_can_only_be_thousands_marks() -> None:
    assert read_amount("1,200,000") == 1200000


@pytest.mark.parametrize("text", ["1.234 M€", "1,234 M€", "12.000 k€"])
def test_three_digits_after_one_mark_have_two_readings_in_millions(text: str) -> None:
    assert read_amount(text) is None


TRICKY = [
    pytest.param("12\n000", id="two lines of a cell are two numbers"),
    pytest.param("12\t000", id="two cells are two numbers"),
    pytest.param("€ 12 €", id="a unit on both sides"),
    pytest.param("12€50", id="a unit in the middle"),
    pytest.param("12 m€", id="a small m stands for thousands or for millions"),
    pytest.param("12 k", id="a k alone is no unit of money"),
    pytest.param("1.000.50", id="the same mark for thousands and cents"),
    pytest.param("007", id="leading zeros are those of a number, not of an amount"),
    pytest.param("01 000", id="a postcode cut in two"),
    pytest.param("1 000'000", id="two kinds of thousands marks"),
    pytest.param("2 000 000 2017", id="an amount and its year"),
    pytest.param("12\x00000", id="a control character"),
]


@pytest.mark.parametrize("text", TRICKY)
def test_a_tricky_text_is_not_guessed(text: str) -> None:
    assert read_amount(text) is None


def test_the_largest_amount_of_the_record_is_read() -> None:
    assert read_amount("9 999 999 999 999,99") == Decimal("9999999999999.99")


@pytest.mark.parametrize("text", ["10000000000000", "10 000 000 M€", "9" * 5000, "1" + " 000" * 5000])
def test_an_amount_that_the_record_cannot_hold_is_not_read(text: str) -> None:
    assert read_amount(text) is None


@pytest.mark.parametrize(
    "text", ["1 " * 100_000, " " * 100_000 + "x", "1" * 100_000 + "x", "1." * 100_000, "€" * 100_000]
)
def test_a_long_text_costs_no_more_than_its_length(text: str) -> None:
    assert read_amount(text) is None


@given(
    CENTS,
    st.sampled_from([(" ", ","), ("\u00a0", ","), ("\u202f", "."), (".", ","), (",", "."), ("’", ","), ("", ",")]),
)
def test_a_formatted_amount_reads_back(cents: int, marks: tuple[str, str]) -> None:
    assert read_amount(written(cents, *marks) + " €") == Decimal(cents).scaleb(-2)


@given(AMOUNT_LIKE)
def test_what_is_read_fits_the_record(text: str) -> None:
    amount = read_amount(text)
    assert amount is None or TypeAdapter(Amount).validate_python(amount) == amount


@given(st.text())
def test_reading_any_text_never_raises(text: str) -> None:
    read_amount(text)
