"""Dates, day first, and years that stand alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas_scraper.values.dates import read_date, read_year

MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
DATES = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "31/12/2018",
        " 31/12/2018\n",
        "\u00a031/12/2018\u00a0",
        "31-12-2018",
        "31.12.2018",
        "2018-12-31",
        "« 31/12/2018 »",
        '"31/12/2018"',
        "31/12/2018 00:00",
        "31/12/2018 à 8h30",
        "31 décembre 2018",
        "31 Décembre 2018",
        "31 DECEMBRE 2018",
        "31\u00a0de\u0301cembre\u00a02018",
        "31 / 12 / 2018",
        "31\u204412\u20442018",
        "31 déc. 2018",
        "le 31/12/2018",
        "Jusqu’au 31 décembre 2018",
        "au 31/12/2018",
        "lundi 31 décembre 2018",
        "le lundi 31/12/2018",
    ],
)
def test_every_usual_form_of_a_date_is_read(text: str) -> None:
    assert read_date(text) == date(2018, 12, 31)


@pytest.mark.parametrize(
    "text", ["1er janvier 2019", "1 er janvier 2019", "1ER JANVIER 2019", "1 janvier 2019", "1/1/2019", "01/1/2019"]
)
def test_the_first_of_a_month_is_read(text: str) -> None:
    assert read_date(text) == date(2019, 1, 1)


def test_the_day_comes_before_the_month() -> None:
    assert read_date("03/04/2018") == date(2018, 4, 3)


@pytest.mark.parametrize(
    "text", ["31/02/2018", "29/02/2019", "00/01/2018", "32/01/2018", "12/31/2018", "2018-13-01", "31 juin 2018"]
)
def test_a_day_that_no_calendar_has_is_not_read(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    "text", ["31/12/18", "31/12/0018", "31/12/1899", "01/01/2101", "31 décembre 18", "31/12/20181"]
)
def test_a_year_that_the_record_cannot_hold_is_not_read(text: str) -> None:
    assert read_date(text) is None


TRICKY = [
    pytest.param("", id="nothing"),
    pytest.param("décembre 2018", id="no day"),
    pytest.param("12/2018", id="no day, in digits"),
    pytest.param("31/12-2018", id="two kinds of marks"),
    pytest.param("2er janvier 2019", id="a second that is called first"),
    pytest.param("2 er janvier 2019", id="the same with a space"),
    pytest.param("11er janvier 2019", id="an eleventh that is called first"),
    pytest.param("31 décembres 2018", id="no such month"),
    pytest.param("31 december 2018", id="an English month"),
    pytest.param("31 déc 2018", id="a month cut short without a stop"),
    pytest.param("31 décembre. 2018", id="a whole month with a stop"),
    pytest.param("31/ 12/2018", id="a space on one side"),
    pytest.param("du 31/12/2018", id="the day from which something is"),
    pytest.param("fin le 31/12/2018", id="words around a date"),
    pytest.param("31/12/2018 31/12/2019", id="two dates"),
    pytest.param("٣١/١٢/٢٠١٨", id="digits that are not ASCII"),
]


@pytest.mark.parametrize("text", TRICKY)
def test_a_tricky_text_is_not_guessed(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    "text", ["2010", " 2010 ", "2010.", "2010 .", "\u00a02010", "2010\n", "(2010)", "« 2010 »", "«2010»", "“2010”"]
)
def test_a_year_that_stands_alone_is_read(text: str) -> None:
    assert read_year(text) == 2010


@pytest.mark.parametrize(
    "text",
    [
        "",
        "10",
        "2010-2012",
        "vers 2010",
        "1 2010",
        "2 010",
        "2010..",
        "20100",
        "année 2010",
        "２０１０",
        "2010 2011",
        "(2010",
        "« 2010",
        "« »",
        "« 2010 ?»",
        "2010)",
    ],
)
def test_a_year_among_other_things_is_not_read(text: str) -> None:
    assert read_year(text) is None


@pytest.mark.parametrize(
    ("text", "year"), [("1899", None), ("1900", 1900), ("2100", 2100), ("2101", None), ("0000", None)]
)
def test_a_year_is_read_from_1900_to_2100(text: str, year: int | None) -> None:
    assert read_year(text) == year


@given(DATES)
def test_a_printed_date_reads_back(day: date) -> None:
    in_words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    assert [read_date(text) for text in (f"{day:%d/%m/%Y}", day.isoformat(), in_words)] == [day] * 3


@given(st.text() | st.from_regex(r"[0-9]{1,5}[/.-][0-9]{1,3}[/.-][0-9]{1,5}"))
def test_reading_any_text_never_raises(text: str) -> None:
    read_date(text)
    read_year(text)
