"""Where values stand to their labels on a page, and what that says of a line that may be one."""

import pytest

from atlas_scraper.blocks.read import read_document
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.steps import Steps, step_between, without_columns
from atlas_scraper.sections.page import LABELS


@pytest.mark.parametrize(("elsewhere", "is_value"), [(4, True), (20, False)])
def test_a_line_is_a_value_where_one_other_stands_like_it_unless_nearly_all_stand_elsewhere(
    elsewhere: int, is_value: bool
) -> None:
    page = "<main><h3>Titre</h3><p>Un jumelage</p></main>"
    label, line = cut_into_items(read_document(page.encode()).blocks, LABELS)
    steps = Steps()
    itself_and_one_other = {step_between(label, line): 2}
    steps.to_values[without_columns(label.mark)].update(itself_and_one_other | {(7, 7): elsewhere})
    assert steps.is_value(label, line) is is_value
