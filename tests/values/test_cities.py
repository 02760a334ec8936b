"""Cities of the world, in French."""

import pytest

from atlas_scraper.values.cities import cities


@pytest.mark.parametrize("city", ["Dakar", "Bamako", "Alger", "Tunis", "Katmandou", "Antananarivo"])
def test_a_well_known_city_is_one(city: str) -> None:
    assert city in cities()


@pytest.mark.parametrize("word", ["Algiers", "Vostok", "GMT", "Vergnolle"])
def test_what_is_none_in_french_is_none(word: str) -> None:
    assert word not in cities()
