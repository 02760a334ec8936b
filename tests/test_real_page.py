"""The one whole page that was seen, in pipe text; its values were read from the page by eye."""

from datetime import date
from decimal import Decimal

import pytest
from shared_atlas import FOLDER, needed

from atlas_scraper import Partnership, parse_file

pytestmark = needed


@pytest.fixture(scope="module")
def record() -> Partnership:
    return parse_file(FOLDER / "14565.txt")


def test_the_number_of_the_project_is_the_name_of_the_file(record: Partnership) -> None:
    assert record.project_id == 14565


def test_the_post_has_two_contacts_with_addresses_made_whole(record: Partnership) -> None:
    assert record.post is not None
    assert [(contact.email or "").partition("@")[2] for contact in record.post.contacts] == ["diplomatie.gouv.fr"] * 2


def test_years_state_and_end_are_read(record: Partnership) -> None:
    found = (record.convention_year, record.start_year, record.status_label, record.end_date)
    assert found == (2010, 2017, "En cours", date(2018, 12, 31))


def test_the_theme_has_three_levels_and_there_is_no_other(record: Partnership) -> None:
    assert record.theme is not None
    assert (record.theme.theme, record.theme.subtheme, record.theme.subsubtheme, record.other_themes) == (
        "Economie durable",
        "Attractivité des territoires",
        "Pôles de compétitivité, clusters, filières",
        [],
    )


def test_paragraphs_printed_twice_come_once(record: Partnership) -> None:
    assert [len(record.context), len(record.history), len(record.objective)] == [4, 5, 6]


def test_the_second_list_with_the_same_lines_is_kept(record: Partnership) -> None:
    assert record.objective[1:3] == record.objective[4:6]


def test_partners_authorities_and_contacts_are_counted(record: Partnership) -> None:
    counts = len(record.foreign_partners), len(record.foreign_contacts), len(record.french_authorities)
    assert (*counts, len(record.volunteers)) == (2, 2, 1, 0)


def test_both_partners_are_in_canada(record: Partnership) -> None:
    assert [partner.country_code for partner in record.foreign_partners] == ["CA", "CA"]


def test_six_rows_of_funding_add_up(record: Partnership) -> None:
    amounts = [row.amount_eur for row in record.funding]
    assert (len(amounts), sum(filter(None, amounts))) == (6, Decimal(96000))


def test_years_of_funding_are_not_taken_for_amounts(record: Partnership) -> None:
    found = {(row.year, tuple(row.one_percent_eur)) for row in record.funding}
    assert found == {(2017, (None, None, None)), (2018, (None, None, None))}


def test_it_is_not_triennial(record: Partnership) -> None:
    assert record.triennial is False


def test_nothing_of_the_page_is_left_over(record: Partnership) -> None:
    assert (record.unread, record.issues) == ([], [])
