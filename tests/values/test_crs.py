import pytest

from atlas_scraper.values.crs import RELATIONS, purpose_of, rows
from atlas_scraper.values.themes import THEMES

VOCABULARY = [
    (theme, sub, deep)
    for theme, subs in THEMES.items()
    for sub, deeps in (("", ()), *subs.items())
    for deep in ("", *deeps)
]


def test_the_crosswalk_has_every_theme_of_the_vocabulary_once() -> None:
    keys = [(row["theme"], row["subtheme"], row["subsubtheme"]) for row in rows()]
    assert sorted(keys) == sorted(VOCABULARY)


def test_a_row_has_a_code_with_name_and_relation_or_a_note_that_says_why_not() -> None:
    for row in rows():
        with_code = row["crs_code"].isdigit() and len(row["crs_code"]) in {3, 5} and row["crs_name"]
        assert (with_code and row["relation"] in RELATIONS) or (not row["crs_code"] and row["note"]), row


def test_a_code_has_one_name() -> None:
    names: dict[str, set[str]] = {}
    for row in rows():
        names.setdefault(row["crs_code"], set()).add(row["crs_name"])
    assert {code: found for code, found in names.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("levels", "code"),
    [
        (("Economie durable", "Attractivité des territoires", "Tourisme"), "33210"),
        (("ÉCONOMIE DURABLE", "attractivite des territoires", "tourisme"), "33210"),
        (("Environnement, Climat et Energie", "Eau et déchets", "Mot nouveau"), "140"),
        (("Culture et Patrimoine", "Mot nouveau", None), "16061"),
        (("Economie durable", None, None), None),
        (("Mot nouveau", None, None), None),
        ((None, None, None), None),
    ],
)
def test_the_most_specific_level_that_is_known_gives_the_code(
    levels: tuple[str | None, str | None, str | None], code: str | None
) -> None:
    found = purpose_of(*levels)
    assert (found.code if found else None) == code
