import pycountry

from atlas_scraper.values.country_groups import INCOME_GROUPS, CountryGroups, groups_of

FOUND = {each.alpha_2: groups for each in pycountry.countries if (groups := groups_of(each.alpha_2))}


def test_every_country_of_iso_has_its_groups() -> None:
    assert len(FOUND) == len(pycountry.countries)


def test_no_code_has_no_groups() -> None:
    assert (groups_of(None), groups_of("XK")) == (None, None)


def test_namibia_is_not_lost_for_its_code() -> None:
    found = groups_of("NA")
    assert found
    assert (found.m49_subregion, found.income_group, found.dac_eligible) == ("Sub-Saharan Africa", "lower middle", True)


def test_the_list_of_recipients_is_as_long_as_the_oecd_says() -> None:
    assert sum(groups.dac_eligible for groups in FOUND.values()) == 140  # 141 with Kosovo, which ISO has not


def test_income_groups_are_as_large_as_the_world_bank_says() -> None:
    counts = [sum(groups.income_group == name for groups in FOUND.values()) for name in INCOME_GROUPS]
    assert counts == [25, 50, 53, 86]  # upper middle: 54 with Kosovo; high: 87 with the Channel Islands


def test_whoever_is_not_rich_is_eligible_as_the_rules_of_the_list_say() -> None:
    assert not [
        code for code, groups in FOUND.items() if groups.income_group not in {None, "high"} and not groups.dac_eligible
    ]


def test_the_few_rich_that_are_eligible_are_those_that_have_not_graduated_yet() -> None:
    rich = {code for code, groups in FOUND.items() if groups.income_group == "high" and groups.dac_eligible}
    assert rich == {"CR", "GY", "NR", "PA", "PW"}


def test_regions_are_those_of_the_un() -> None:
    without = {code for code, groups in FOUND.items() if not groups.m49_region}
    assert (without, FOUND["SN"].m49_region_code, FOUND["FR"].m49_region) == ({"AQ", "TW"}, "002", "Europe")


def test_a_country_has_all_its_codes_names_and_years() -> None:
    assert groups_of("ML") == CountryGroups("002", "Africa", "202", "Sub-Saharan Africa", "low", 2025, True, 2025)
    assert groups_of("FR") == CountryGroups("150", "Europe", "155", "Western Europe", "high", 2025, False, 2025)
