"""What a mark says of its stretch: raised above its line."""

import pytest

from atlas_scraper.blocks.emphasis import is_raised


@pytest.mark.parametrize("mark", ["1:p>sup", "2/br:div>p>sup.note", "1:td[0]>>a>sup[+]", "1:p>sup>a"])
def test_a_stretch_is_raised_where_an_element_around_it_is(mark: str) -> None:
    assert is_raised(mark)


@pytest.mark.parametrize("mark", ["", "1:p>", "1:p>b.sup", "1:p>support", "1:p>x-sup"])
def test_no_other_stretch_is_raised(mark: str) -> None:
    assert not is_raised(mark)
