import csv
import json
import weakref
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel
from records import make_record

from atlas_scraper.record.model import Partnership
from atlas_scraper.writers import STREAMS, Format, write_records
from atlas_scraper.writers.csv import guard, unguard, write_csv
from atlas_scraper.writers.history import HISTORY
from atlas_scraper.writers.json import write_json, write_jsonl
from atlas_scraper.writers.tables import TABLES, tables_of

FUNDING = {"funder": "Région", "amount_eur": "1234.50", "one_percent_eur": [None, "-3", "0.01"], "year": 2012}
CONTACT = {"organisation": "Ville", "last_name": "A", "first_name": None, "position": "Maire", "email": None}
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


def read_table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@given(st.lists(TEXTS, max_size=3))
def test_json_is_the_array_that_the_json_module_writes(titles: list[str]) -> None:
    records, out = [make_record(title=title) for title in titles], StringIO()
    write_json(records, out)
    dumped = [record.model_dump(mode="json") for record in records]
    assert out.getvalue() == json.dumps(dumped, ensure_ascii=False, indent=2) + "\n"


def test_json_gives_the_records_back() -> None:
    record, out = make_record(funding=[FUNDING], end_date="2018-12-31", triennial=False), StringIO()
    write_json([record], out)
    assert [Partnership.model_validate(each) for each in json.loads(out.getvalue())] == [record]


def test_json_keeps_the_order_of_the_model_and_the_letters() -> None:
    out = StringIO()
    write_json([make_record(title="Où l’œuvre naît")], out)
    assert "Où l’œuvre naît" in out.getvalue()
    assert list(json.loads(out.getvalue())[0]) == list(Partnership.model_fields)


@given(st.lists(TEXTS, max_size=3))
def test_json_lines_hold_one_record_each(titles: list[str]) -> None:
    out = StringIO()
    write_jsonl([make_record(title=title) for title in titles], out)
    lines = out.getvalue().split("\n")
    assert lines.pop() == ""
    assert [json.loads(line)["title"] for line in lines] == titles


def test_every_list_of_the_model_has_its_own_file() -> None:
    lists = ["other_themes", "sdgs", "post_contacts", "foreign_partners", "foreign_contacts", "french_authorities"]
    assert [table.name for table in TABLES] == [
        "partnerships",
        *lists,
        "funding",
        "volunteers",
        "unread",
        "issues",
        "paragraphs",
        *("links", "authorities", "partners", "funders", "countries", "changes", "states", "runs"),
    ]


def test_nested_values_are_columns_named_after_their_place() -> None:
    header = TABLES[0].header
    assert {"theme", "subtheme", "subsubtheme", "post_name", "provenance_sha256", "context"} <= set(header)


@pytest.mark.parametrize("header", [table.header for table in TABLES], ids=[table.name for table in TABLES])
def test_column_names_are_lower_case_ascii_and_stand_once(header: list[str]) -> None:
    assert len(set(header)) == len(header)
    assert all(name.isascii() and name == name.lower() and name.isidentifier() for name in header)


def test_a_new_field_of_the_model_is_a_new_column_or_table() -> None:
    class Inner(BaseModel):
        name: str | None

    class Wider(BaseModel):
        project_id: int
        motto: str | None
        seat: Inner | None
        twins: list[Inner]

    main, twins = tables_of(Wider, "wider")
    assert main.header == ["project_id", "motto", "seat_name"]
    assert twins.header == ["project_id", "row", "name"]


def test_a_list_inside_a_list_is_refused_for_want_of_keys() -> None:
    class Leaf(BaseModel):
        name: str

    class Branch(BaseModel):
        leaves: list[Leaf]

    class Tree(BaseModel):
        project_id: int
        branches: list[Branch]

    with pytest.raises(TypeError, match=r"branches\.leaves"):
        tables_of(Tree, "trees")


def test_rows_of_a_list_carry_the_project_and_their_place(tmp_path: Path) -> None:
    write_records([make_record(project_id=7, funding=[FUNDING, FUNDING | {"year": None}])], tmp_path, [Format.CSV])
    first, second = read_table(tmp_path, "funding")
    keys = {"project_id": "7", "row": "1"}
    percents = {"one_percent_eur_1": "", "one_percent_eur_2": "-3", "one_percent_eur_3": "0.01"}
    assert first.items() >= (keys | {"funder": "Région", "amount_eur": "1234.5", "year": "2012"} | percents).items()
    assert (second["row"], second["year"]) == ("2", "")


def test_the_position_of_a_foreign_contact_is_what_the_page_says(tmp_path: Path) -> None:
    write_records([make_record(foreign_contacts=[CONTACT])], tmp_path, [Format.CSV])
    assert [(row["row"], row["position"]) for row in read_table(tmp_path, "foreign_contacts")] == [("1", "Maire")]


def test_values_are_written_as_iso_dates_true_false_and_paragraphs(tmp_path: Path) -> None:
    write_records(
        [make_record(end_date="2018-12-31", triennial=False, context=["Un, deux", 'et "trois"'])],
        tmp_path,
        [Format.CSV],
    )
    (row,) = read_table(tmp_path, "partnerships")
    assert (row["end_date"], row["triennial"], row["context"]) == ("2018-12-31", "false", 'Un, deux\net "trois"')


def test_a_table_without_rows_has_its_header(tmp_path: Path) -> None:
    write_records([], tmp_path, [Format.CSV])
    of_history = {table.name for table in HISTORY}
    assert {file.stem for file in tmp_path.iterdir()} == {table.name for table in TABLES} - of_history
    assert (tmp_path / "sdgs.csv").read_bytes() == b"project_id,row,goal,label,level\n"


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "  =", "\u00a0=", "\t", "\r", "\n", "'=", "''-"]
)
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(start: str) -> None:
    assert guard(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("text", ["1-1", "l'eau", "'quoted'", "a=b", "", " ", "'"])
def test_other_texts_are_left_alone(text: str) -> None:
    assert guard(text) == text


@given(st.text() | st.text("'=+-@ \t\n\rx"))
def test_unguard_undoes_guard(text: str) -> None:
    assert unguard(guard(text)) == text


@given(TEXTS | st.text("',\"\r\n =x", min_size=1))
def test_csv_gives_every_title_back(title: str) -> None:
    out = StringIO()
    write_csv([make_record(title=title)], out)
    header, row = csv.reader(StringIO(out.getvalue(), newline=""), strict=True)
    assert unguard(row[header.index("title")]) == title


def make_failing_records() -> Iterator[Partnership]:
    yield make_record(title="Neuf")
    raise KeyboardInterrupt


def test_an_interrupted_run_leaves_the_files_as_they_were(tmp_path: Path) -> None:
    write_records([make_record(title="Vieux")], tmp_path, [Format.JSON])
    before = (tmp_path / "partnerships.json").read_bytes()
    with pytest.raises(KeyboardInterrupt):
        write_records(make_failing_records(), tmp_path, Format)
    assert [file.name for file in tmp_path.iterdir()] == ["partnerships.json"]
    assert (tmp_path / "partnerships.json").read_bytes() == before


def test_a_file_that_cannot_be_named_leaves_no_temporary_one(tmp_path: Path) -> None:
    (tmp_path / "partnerships.jsonl").mkdir()
    with pytest.raises(OSError, match=r"partnerships\.jsonl"):
        write_records([make_record()], tmp_path, [Format.JSONL])
    assert [entry.name for entry in tmp_path.iterdir()] == ["partnerships.jsonl"]


def test_all_formats_are_written_in_one_pass_that_holds_no_list_of_records(tmp_path: Path) -> None:
    alive: list[weakref.ref[Partnership]] = []

    def make_records() -> Iterator[Partnership]:
        for number in range(1, 6):
            assert sum(each() is not None for each in alive) <= 1
            record = make_record(project_id=number)
            alive.append(weakref.ref(record))
            yield record
            del record

    write_records(make_records(), tmp_path / "new" / "folder", Format)
    folder = tmp_path / "new" / "folder"
    assert len(json.loads((folder / "partnerships.json").read_bytes())) == 5
    assert (folder / "partnerships.jsonl").read_bytes().count(b"\n") == 5
    assert [row["project_id"] for row in read_table(folder, "partnerships")] == list("12345")


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        write_records([make_record(context=["é"], funding=[FUNDING])], tmp_path / folder, Format)
    for file in (tmp_path / "a").iterdir():
        assert file.read_bytes() == (tmp_path / "b" / file.name).read_bytes()


def test_texts_have_line_feeds_and_no_byte_order_mark(tmp_path: Path) -> None:
    write_records([make_record(context=["é"], funding=[FUNDING])], tmp_path, STREAMS)
    for file in tmp_path.iterdir():
        assert b"\r" not in file.read_bytes()
        assert not file.read_bytes().startswith(b"\xef\xbb\xbf")
