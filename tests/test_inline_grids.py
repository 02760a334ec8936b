"""Tables whose cells are stretches of one line, without a box for a cell or a row."""

import pytest
from fragments import read

from atlas_scraper.record.issues import IssueCode

NAMES = "<h3>Collectivités territoriales partenaires du partenariat</h3>"
NAME = "<b>Nom de la collectivité territoriale</b>"
GOALS = "<h3>Objectifs de développement durable - ODD</h3>"


def said(html: str) -> tuple[list[str | None], bool]:
    """Read a page with one table of French authorities; give their names, and whether its cells are in doubt."""
    record = read(NAMES + html)
    return [row.name for row in record.french_authorities], IssueCode.AMBIGUOUS_CELLS in {
        issue.code for issue in record.issues
    }


@pytest.mark.parametrize("space", ["", "\n"])
@pytest.mark.parametrize("name", [NAME, "<span>Nom de la collectivité territoriale</span>"])
def test_stretches_of_one_line_under_the_only_name_are_a_row_each_and_that_is_said(space: str, name: str) -> None:
    cells = f"<span>Commune de X</span>{space}<span>Région <i>Y</i></span>"
    assert said(f"<div>{name}{space}{cells}</div>") == (["Commune de X", "Région Y"], True)


def test_where_each_stretch_is_a_link_of_its_own_there_is_no_doubt() -> None:
    cells = "<a href='https://example.org/x'>Commune de X</a><a href='https://example.org/y'>Région Y</a>"
    record = read(f"{NAMES}<div>{NAME}{cells}</div>")
    assert [(row.name, row.link) for row in record.french_authorities] == [
        ("Commune de X", "https://example.org/x"),
        ("Région Y", "https://example.org/y"),
    ]
    assert said(f"<div>{NAME}{cells}</div>")[1] is False


@pytest.mark.parametrize(
    "cell", ["Commune <b>de X</b>", "<span>Commune</span> <span>de X</span>", "<b>Commune</b> de X"]
)
def test_stretches_that_are_words_of_one_name_are_one_row(cell: str) -> None:
    assert said(f"<div>{NAME} {cell}</div>") == (["Commune de X"], False)


def test_goals_and_their_levels_that_stand_on_one_line_are_told_by_what_they_are() -> None:
    cells = (
        "<span>4 - Éducation de qualité</span><span>1</span><span>6 - Eau propre et assainissement</span><span>2</span>"
    )
    record = read(f"{GOALS}<div><b>Thématique éligible</b>{cells}</div>")
    assert [(goal.goal, goal.label, goal.level) for goal in record.sdgs] == [
        (4, "Éducation de qualité", 1),
        (6, "Eau propre et assainissement", 2),
    ]
    assert IssueCode.AMBIGUOUS_CELLS not in {issue.code for issue in record.issues}
