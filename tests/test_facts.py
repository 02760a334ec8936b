"""The facts of 45 pages that were seen, written again in both text renditions and read back.

The prose of those pages is not known, only its lengths, so sentences of our own stand in for it.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from shared_atlas import FOLDER, needed

from atlas_scraper import Partnership, parse

pytestmark = needed

PAGES: list[dict[str, Any]] = json.loads((FOLDER / "facts.json").read_text("utf-8")) if FOLDER.is_dir() else []
SENTENCE = "Les deux villes travaillent ensemble depuis longtemps et veulent aller plus loin. "
FIELDS = {
    "Contexte": "context",
    "Historique": "history",
    "Objectif du partenariat": "objective",
    "Description détaillée du partenariat": "description",
    "Contexte et historique": "context_and_history",
}
PAGER = ["<<", "< pagination.page.precedent", "1", "pagination.page.suivant >", ">>"]
RESOLVED = ["<<", "< Précédent", "1", "Suivant >", ">>"]


def prose(lengths: list[int]) -> list[str]:
    return [
        f"{number} " + (SENTENCE * 20)[: max(1, length - 2)].strip() for number, length in enumerate(lengths, start=1)
    ]


def lines_of(page: dict[str, Any], *, flat: bool) -> Iterator[str]:
    if page["breadcrumb"]:
        yield page["breadcrumb"]
    yield "Atlas français de la coopération décentralisée et des autres actions extérieures"
    if page["post"]:
        yield f'Contacts dans le poste diplomatique "{page["post"]}"'
    for contact in page["contacts"]:
        yield from contact_lines(contact, flat=flat)
    theme = iter(page["theme"])
    for label in page["labels"]:
        yield label
        if label == "Autres thématiques mises en œuvre pour le partenariat":
            yield from theme_lines(page, flat=flat)
        elif label.startswith("Objectifs de développement"):
            yield from goal_lines(page, flat=flat)
        elif "hématique d'intervention" in label:
            yield next(theme) or ""
        elif label in FIELDS:
            paragraphs = prose(page["narrative_paragraph_lengths"].get(label, []))
            yield from paragraphs if flat else [*paragraphs, *paragraphs[1:]]
        else:
            yield str(scalar(page, label) or "")


def scalar(page: dict[str, Any], label: str) -> object:
    if label == "Titre":
        return page["title"]
    if "signature" in label:
        return page["signed_year"]
    return page[{"Année": "start_year", "Le": "status", "Date": "end_date"}[label.split(maxsplit=1)[0]]]


def contact_lines(contact: dict[str, Any], *, flat: bool) -> Iterator[str]:
    if "absent" in contact:
        yield contact["absent"]
        return
    yield contact["role"] or ""
    yield contact["name"] or ""
    yield from [f"Courriel : {contact['email'] or ''}"] if flat else ["Courriel :", contact["email"] or ""]


def theme_lines(page: dict[str, Any], *, flat: bool) -> Iterator[str]:
    columns = ["Thématique éligible", "Sous-thématique", "Sous-sous-thématique", "Priorité"]
    rows = [[str(cell) for cell in row if cell] for row in page["other_themes"]]
    if flat:
        yield "Autres thématiques mises en œuvre pour le partenariat"
        yield from (" ".join(row) for row in [columns, *rows])
    else:
        yield " | ".join(columns) + " |"
        yield "---|---|---|---|" if rows else "---|"
        yield from (" | ".join(row) + " |" * (5 - len(row)) for row in rows)
    yield from PAGER if page["pager"] == "keys" else RESOLVED


def goal_lines(page: dict[str, Any], *, flat: bool) -> Iterator[str]:
    rows = [[f"{number} - {name}", str(level)] for number, name, level in page["sdgs"]]
    if flat:
        yield "Objectifs de développement durable - ODD"
        yield from ("Thématique éligible", *map(" ".join, rows))
    else:
        yield from ("Thématique éligible |", "---|", *(" | ".join(row) + " |" for row in rows))


@pytest.fixture(params=["flat", "pipe"])
def flat(request: pytest.FixtureRequest) -> bool:
    return bool(request.param == "flat")


@pytest.fixture(params=PAGES, ids=[str(page["project_id"]) for page in PAGES])
def page(request: pytest.FixtureRequest) -> dict[str, Any]:
    return dict(request.param)


@pytest.fixture
def record(page: dict[str, Any], flat: bool) -> Partnership:
    between = "\n\u00a0\n" if flat else "\n"
    return parse(between.join(line for line in lines_of(page, flat=flat) if line).encode())


def test_title_years_state_and_end_are_those_of_the_page(record: Partnership, page: dict[str, Any]) -> None:
    end = record.end_date.strftime("%d/%m/%Y") if record.end_date else None
    found = [record.title, record.convention_year, record.start_year, record.status_label, end]
    assert found == [page[name] for name in ("title", "signed_year", "start_year", "status", "end_date")]


def test_the_theme_is_that_of_the_page(record: Partnership, page: dict[str, Any]) -> None:
    theme = record.theme
    assert [theme and theme.theme, theme and theme.subtheme, theme and theme.subsubtheme] == page["theme"]


def test_other_themes_are_cut_where_the_page_had_cells(record: Partnership, page: dict[str, Any]) -> None:
    found = [[each.theme, each.subtheme, each.subsubtheme, each.priority] for each in record.other_themes]
    assert found == page["other_themes"]


def test_goals_keep_their_number_name_and_level(record: Partnership, page: dict[str, Any]) -> None:
    assert [[goal.goal, goal.label, goal.level] for goal in record.sdgs] == page["sdgs"]


def test_the_post_and_its_contacts_are_those_of_the_page(record: Partnership, page: dict[str, Any]) -> None:
    found = [(each.role, each.name, each.email) for each in record.post.contacts] if record.post else []
    expected = [
        (each["role"], each["name"], each["email"] and each["email"].replace("[at]", "@"))
        for each in page["contacts"]
        if each.get("name") or each.get("email")
    ]
    assert (record.post and record.post.name, found) == (page["post"], expected)


def test_paragraphs_stay_apart_and_come_once(record: Partnership, page: dict[str, Any]) -> None:
    found = {label: getattr(record, field) for label, field in FIELDS.items() if getattr(record, field)}
    assert found == {label: prose(lengths) for label, lengths in page["narrative_paragraph_lengths"].items() if lengths}


def test_nothing_is_left_unread(record: Partnership) -> None:
    assert record.unread == []
