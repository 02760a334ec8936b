"""Tables of bodies and links: who is who across pages, what is counted of them, and never a guess."""

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from records import make_history, make_record

from atlas_scraper.record.model import Partnership
from atlas_scraper.values.funders import KINDS, kind_of
from atlas_scraper.writers import Format, write_records
from atlas_scraper.writers.history import changes_of, run_of

LINK = "https://example.org/dyn/public/atlas/detailCollectivite.html?criteres.collId="
EUROS: dict[str, Any] = {"one_percent_eur": [None, None, None], "year": 2020}
THEME = {"theme": "Environnement", "subtheme": "Eau et déchets", "subsubtheme": None}


def authority(name: str | None, number: int | None = None) -> dict[str, Any]:
    return {"name": name, "link": f"{LINK}{number}" if number else None}


def partner(name: str, country: str = "Sénégal", code: str | None = "SN", link: str | None = None) -> dict[str, Any]:
    return {"name": name, "country": country, "country_code": code, "link": link}


def gave(funder: str | None, amount: str | None, **more: Any) -> dict[str, Any]:
    return EUROS | {"funder": funder, "amount_eur": amount} | more


def tables(folder: Path, *records: Partnership) -> dict[str, list[dict[str, str]]]:
    write_records(records, folder, [Format.CSV])
    return {path.stem: list(csv.DictReader(path.read_text("utf-8").splitlines())) for path in folder.glob("*.csv")}


def test_a_number_joins_what_is_spelt_in_two_ways(tmp_path: Path) -> None:
    records = [
        make_record(project_id=1, french_authorities=[authority("Ville de Lurzac", 12)], start_year=2012),
        make_record(project_id=2, french_authorities=[authority("Mairie de Lurzac", 12)], convention_year=2009),
        make_record(project_id=3, french_authorities=[authority("Mairie de Lurzac", 12)], start_year=2010),
    ]
    (row,) = tables(tmp_path, *records)["authorities"]
    assert (row["authority_key"], row["authority_key_method"]) == ("collId-12", "site-number")
    assert (row["name"], row["partnerships"]) == ("Mairie de Lurzac", "3")
    assert (row["first_year"], row["last_year"]) == ("2009", "2012")


def test_all_spellings_of_a_body_are_kept(tmp_path: Path) -> None:
    names = ["Ville de Lurzac", "VILLE DE LURZAC"]
    records = [
        make_record(project_id=number, french_authorities=[authority(name)]) for number, name in enumerate(names, 1)
    ]
    write_records(records, tmp_path, [Format.CSV])
    with (tmp_path / "authorities.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["spellings"] == "\n".join(names)


def test_a_name_without_a_number_is_never_joined_with_one_that_has_it(tmp_path: Path) -> None:
    records = [
        make_record(project_id=1, french_authorities=[authority("Ville de Saint-Denis", 12)]),
        make_record(project_id=2, french_authorities=[authority("Ville de Saint-Denis", 13)]),
        make_record(project_id=3, french_authorities=[authority("Ville de Saint-Denis")]),
    ]
    rows = tables(tmp_path, *records)["authorities"]
    assert [row["authority_key"] for row in rows] == ["collId-12", "collId-13", "villedesaintdenis"]


def test_partners_of_one_name_in_two_countries_are_two(tmp_path: Path) -> None:
    records = [
        make_record(
            project_id=1, foreign_partners=[partner("Tripoli", "Liban", "LB"), partner("Tripoli", "Libye", "LY")]
        )
    ]
    rows = [
        tuple(row[name] for name in ("partner_key", "country", "country_code"))
        for row in tables(tmp_path, *records)["partners"]
    ]
    assert rows == [("tripoli-lb", "Liban", "LB"), ("tripoli-ly", "Libye", "LY")]


def test_rows_refer_to_their_bodies(tmp_path: Path) -> None:
    contact = {"last_name": None, "first_name": None, "position": "Maire", "email": None}
    record = make_record(
        project_id=1,
        french_authorities=[authority("Ville de Lurzac", 12)],
        foreign_partners=[partner("Commune de Thiès"), partner("Dosso", "Niger", "NE")],
        foreign_contacts=[contact | {"organisation": "COMMUNE DE THIES"}, contact | {"organisation": "Mairie"}],
        funding=[gave("Ville de Lurzac", "10")],
    )
    found = tables(tmp_path, record)
    assert found["french_authorities"][0]["authority_key"] == found["authorities"][0]["authority_key"]
    assert [row["partner_key"] for row in found["foreign_partners"]] == ["communedethies-sn", "dosso-ne"]
    assert [row["partner_key"] for row in found["foreign_contacts"]] == ["communedethies-sn", ""]
    assert found["funding"][0]["funder_key"] == found["funders"][0]["funder_key"] == "villedelurzac"


@pytest.mark.parametrize(
    ("funder", "names", "key", "method"),
    [
        ("VILLE DE LURZAC", ["Ville de Lurzac", "Ville de Mare"], "villedelurzac", "name"),
        ("Département de l'Isère", ["Conseil général de l'Isère"], "conseilgeneraldelisere", "register"),
        ("Conseil régional Rhône-Alpes", ["Région Auvergne-Rhône-Alpes"], "regionauvergnerhonealpes", "register"),
        ("Ville de Lurzac", ["Ville de Lurza"], "", ""),
        ("Lyon", ["Ville de Lyon", "Métropole de Lyon"], "", ""),
        (None, ["Ville de Lurzac"], "", ""),
        ("", ["Ville de Lurzac"], "", ""),
    ],
)
def test_a_funder_that_is_an_authority_of_the_page_says_so(
    tmp_path: Path, funder: str | None, names: list[str], key: str, method: str
) -> None:
    authorities = [authority(name) for name in names]
    record = make_record(project_id=1, french_authorities=authorities, funding=[gave(funder or None, "10")])
    found = tables(tmp_path, record)
    row = found["funding"][0]
    assert (row["funder_authority"], row["funder_authority_method"]) == (key, method)
    given = {row["authority_key"]: row["given_eur"] for row in found["authorities"]}
    assert sum(float(euros) for euros in given.values()) == (10 if key else 0)


@pytest.mark.parametrize(
    ("funder", "kind"),
    [
        ("Ministère des affaires étrangères", "state"),
        ("AFD", "state"),
        ("Agence de l'eau Loire-Bretagne", "water agency"),
        ("FEDER", "european union"),
        ("Fonds européen de développement régional", "european union"),
        ("Fonds Codrița 2020", "association"),
        ("Afdal", "other"),
        ("Villeclaire", "other"),
        ("Ville de Lurzac", "commune"),
        ("L’État", "state"),
        ("Villes et communes de Lurzac", "commune"),
    ],
)
def test_the_kind_of_a_funder_is_told_by_its_first_words(tmp_path: Path, funder: str, kind: str) -> None:
    found = tables(tmp_path, make_record(project_id=1, funding=[gave(funder, "10")]))
    assert (kind_of(funder), found["funding"][0]["funder_kind"], found["funders"][0]["funder_kind"]) == (kind,) * 3
    assert (found["funding"][0]["funder_kind_method"], kind in KINDS) == (
        "" if kind == "other" else "first-words",
        True,
    )


def test_a_funder_whose_first_words_say_nothing_has_the_kind_of_the_register(tmp_path: Path) -> None:
    found = tables(tmp_path, make_record(project_id=1, funding=[gave("Brest métropole", "10")]))
    row = found["funding"][0]
    assert (row["funder_kind"], row["funder_kind_method"]) == ("intercommunality", "register")


def test_sums_are_exact_and_a_partnership_counts_once(tmp_path: Path) -> None:
    record = make_record(
        project_id=1,
        french_authorities=[authority("Ville de Lurzac"), authority("VILLE DE LURZAC")],
        foreign_partners=[partner("Dosso", "Niger", "NE"), partner("Gaya", "Niger", "NE")],
        funding=[
            gave("Ville de Lurzac", "0.1", one_percent_eur=["1", None, None]),
            gave("Ville de Lurzac", "0.2", one_percent_eur=["2", None, "0.5"], year=2018),
            gave("AFD", None),
        ],
    )
    found = tables(tmp_path, record)
    (row,) = found["authorities"]
    assert (row["partnerships"], row["partnerships_eur"], row["given_eur"]) == ("1", "0.3", "0.3")
    funder = next(row for row in found["funders"] if row["funder_key"] == "villedelurzac")
    percents = [funder[f"one_percent_eur_{number}"] for number in (1, 2, 3)]
    assert (funder["amount_eur"], percents, funder["first_year"], funder["last_year"]) == (
        "0.3",
        ["3", "0", "0.5"],
        "2018",
        "2020",
    )
    (country,) = found["countries"]
    assert (country["country_code"], country["partners"], country["partnerships"]) == ("NE", "2", "1")
    assert (country["income_group"], country["dac_eligible"], country["m49_subregion"]) == (
        "low",
        "true",
        "Sub-Saharan Africa",
    )


def test_a_body_whose_names_mean_two_authorities_has_no_code(tmp_path: Path) -> None:
    records = [
        make_record(project_id=1, french_authorities=[authority("Ville de Lyon", 12)]),
        make_record(project_id=2, french_authorities=[authority("Ville de Nantes", 12)]),
    ]
    (row,) = tables(tmp_path, *records)["authorities"]
    assert (row["register_code"], row["register_region"]) == ("", "")


def test_links_are_the_pairs_of_a_partnership(tmp_path: Path) -> None:
    record = make_record(
        project_id=7,
        french_authorities=[authority("Ville de Lurzac", 12), authority("Ville de Mare")],
        foreign_partners=[partner("Thiès"), partner("Dosso", "Niger", "NE")],
    )
    rows = tables(tmp_path, record)["links"]
    assert [(row["row"], row["authority_key"], row["partner_key"]) for row in rows] == [
        ("1", "collId-12", "thies-sn"),
        ("2", "collId-12", "dosso-ne"),
        ("3", "villedemare", "thies-sn"),
        ("4", "villedemare", "dosso-ne"),
    ]


def test_a_pair_that_a_page_names_twice_is_one_link(tmp_path: Path) -> None:
    record = make_record(
        project_id=7,
        french_authorities=[authority("Ville de Lurzac"), authority("VILLE DE LURZAC")],
        foreign_partners=[partner("Thiès"), partner("THIES")],
    )
    assert len(tables(tmp_path, record)["links"]) == 1


def test_the_network_is_read_by_networkx_with_names_places_and_degrees(tmp_path: Path) -> None:
    records = [
        make_record(
            project_id=number,
            french_authorities=[authority("Ville de Nantes"), authority("Ville de « Mare » & Cie\x0b")],
            foreign_partners=[partner("Ville de Thiès")],
        )
        for number in (1, 2)
    ]
    write_records(records, tmp_path, [Format.GRAPHML])
    graph = nx.read_graphml(tmp_path / "network.graphml")
    nantes, thies = graph.nodes["a:villedenantes"], graph.nodes["p:villedethies-sn"]
    assert (nantes["name"], nantes["code"], nantes["region"], nantes["partnerships"]) == (
        "Ville de Nantes",
        "44109",
        "52",
        2,
    )
    assert (thies["country_code"], round(thies["latitude"], 1), thies["degree"]) == ("SN", 14.8, 2)
    edge = graph.edges["a:villedenantes", "p:villedethies-sn"]
    assert (edge["weight"], edge["projects"]) == (2, "1 2")
    assert {node: said["degree"] for node, said in graph.nodes(data=True)} == dict(graph.degree())


def test_the_main_theme_that_stands_among_the_others_again_is_marked(tmp_path: Path) -> None:
    others = [
        THEME | {"priority": 1},
        THEME | {"subtheme": None, "priority": 2},
        {**THEME, "theme": "ENVIRONNEMENT", "priority": 3},
    ]
    record = make_record(project_id=1, theme=THEME, other_themes=others)
    assert [row["repeats_main"] for row in tables(tmp_path, record)["other_themes"]] == ["true", "false", "true"]


def test_without_a_main_theme_nothing_repeats_it(tmp_path: Path) -> None:
    record = make_record(project_id=1, other_themes=[THEME | {"priority": 1}])
    assert [row["repeats_main"] for row in tables(tmp_path, record)["other_themes"]] == ["false"]


@pytest.mark.parametrize("word", ["assainissement", "Maroc", "sport", "Thiès", "Lurzac", "dechets", "Jumelage"])
def test_full_text_finds_what_any_table_says(tmp_path: Path, word: str) -> None:
    other = {"theme": "Education", "subtheme": "Sport", "subsubtheme": None, "priority": 1}
    record = make_record(
        project_id=2,
        title="Jumelage",
        context=["Un réseau d’assainissement."],
        theme=THEME,
        other_themes=[other],
        french_authorities=[authority("Ville de Lurzac")],
        foreign_partners=[partner("Commune de Thiès"), partner("Aït Melloul", "Maroc", "MA")],
    )
    write_records([make_record(project_id=1, title="Voirie"), record], tmp_path, [Format.SQLITE])
    query = (
        "SELECT p.project_id, f.countries FROM partnerships_fts AS f JOIN partnerships AS p ON p.rowid = f.rowid "
        "WHERE partnerships_fts MATCH ?"
    )
    with closing(sqlite3.connect(tmp_path / "atlas.sqlite")) as db:
        assert db.execute(query, (word,)).fetchall() == [(2, "Sénégal\nMaroc")]


def test_history_is_written_as_tables_with_values_as_json(tmp_path: Path) -> None:
    write_records([make_record(project_id=1)], tmp_path, [Format.CSV, Format.SQLITE], make_history())
    with closing(sqlite3.connect(tmp_path / "atlas.sqlite")) as db:
        rows = db.execute("SELECT field, before, after, day FROM changes WHERE project_id = 2 ORDER BY row").fetchall()
        states = db.execute("SELECT state FROM states ORDER BY project_id").fetchall()
    assert json.loads(rows[0][1]) == [{"funder": "Région =1+1", "amount_eur": 1.5}]
    assert rows[1] == ("title", '"=1+1"', '"Été"', "2026-01-02")
    assert [state for (state,) in states] == ["current", "stale", "gone"]


def test_lines_of_history_and_a_report_become_rows_of_tables() -> None:
    report = {
        "run": "r1",
        "outcome": "published",
        "started_at": "2026-01-01T00:00:00+00:00",
        "ended_at": "2026-01-01T01:00:00+00:00",
        "visits": {"new": 1},
        "changes": {"added": 1},
        "health": [{}],
        "versions": {"atlas_scraper": "1"},
    }
    said = ((1, "", "a"), (2, "r1", "a"), (2, "r2", "b"))
    events = [{"project_id": number, "run": run, "change": "changed", "field": field} for number, run, field in said]
    rows = [(row["project_id"], row["row"], row["run"], row["field"]) for row in changes_of(events)]
    assert rows == [(1, 1, None, "a"), (2, 1, "r1", "a"), (2, 2, "r2", "b")]
    run = run_of(report)
    assert (run["visits_new"], run["projects_added"], run["broken_bounds"], run["parser_version"]) == (1, 1, 1, "1")
