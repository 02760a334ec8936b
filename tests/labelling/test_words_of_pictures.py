"""What pictures say at a label: their words, where most other labels have fewer of them."""

from lines import INDEX, STATE, YEAR, line, page

from atlas_scraper.blocks.document import PICTURE, SIGN, Line
from atlas_scraper.labelling.division import Division, divide
from atlas_scraper.labelling.pictures import drawn_at, pictures_at

LABELS = ("Year", "State", "Context", "History")


def divided(*hidden: tuple[int, str, str]) -> Division:
    """Divide a page of four labels without values; `hidden` says at which label what stands, and of which kind."""
    blocks = [line(text, "b>", path=(1, 10 * place), block=10 * place) for place, text in enumerate(LABELS, 1)]
    unseen = [Line(text, (), (1, 10 * place), 10 * place, kind) for place, text, kind in hidden]
    return divide(page(*blocks)._replace(hidden=tuple(unseen)), INDEX)


def test_the_words_of_a_picture_at_one_label_alone_are_told() -> None:
    assert drawn_at(divided((2, "open", PICTURE)), STATE) == ["open"]
    assert drawn_at(divided((2, "State: open", SIGN)), STATE) == ["open"]
    assert drawn_at(divided((2, "open", PICTURE)), YEAR) == []


def test_pictures_without_words_count_only_among_all_of_them() -> None:
    division = divided(*((place, "", SIGN) for place in range(1, 5)), (2, "open", SIGN))
    assert (drawn_at(division, STATE), pictures_at(division, STATE)) == (["open"], ["", "open"])
    assert drawn_at(divided((2, "", SIGN)), STATE) == []


def test_words_at_most_labels_and_the_site_s_own_are_not_told() -> None:
    assert drawn_at(divided(*((place, "icon", SIGN) for place in range(1, 5))), STATE) == []
    assert drawn_at(divided((2, "Print", SIGN), (2, "No information", SIGN)), STATE) == []


def test_what_is_hidden_is_no_picture() -> None:
    division = divided((2, "open", ""))
    assert (drawn_at(division, STATE), pictures_at(division, STATE)) == ([], ["hidden: open"])
