"""Every format holds the same values, read back with the libraries that users read it with."""

import csv
import math
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pandas as pd
import pytest
from records import PAYLOADS, full_record, make_history, make_record

from atlas_scraper.errors import RecordInvalid
from atlas_scraper.writers import Format, missing, write_records
from atlas_scraper.writers.columns import Kind
from atlas_scraper.writers.csv import unguard
from atlas_scraper.writers.extras import MissingExtra
from atlas_scraper.writers.table import Table
from atlas_scraper.writers.tables import TABLES
from atlas_scraper.writers.xlsx import CUT, LONGEST_CELL, fitted

Row = list[Any]
RECORDS = [full_record(number, word) for number, word in enumerate((*PAYLOADS, "mot", "007", "1e5", "NA"), start=1)]
READ: dict[Kind, Callable[[str], Any]] = {
    Kind.STRING: unguard,
    Kind.INTEGER: int,
    Kind.NUMBER: float,
    Kind.BOOLEAN: {"true": True, "false": False}.__getitem__,
    Kind.DATE: str,
    Kind.DATETIME: str,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("formats")
    write_records(RECORDS, folder, Format, make_history())
    return folder


def of_csv(folder: Path, table: Table) -> list[Row]:
    with (folder / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return [
        [READ[column.kind](cell) if cell else None for column, cell in zip(table.columns, row, strict=True)]
        for row in rows
    ]


def of_sqlite(folder: Path, table: Table) -> list[Row]:
    with closing(sqlite3.connect(folder / "atlas.sqlite")) as db:
        keys = ", ".join(table.keys)
        rows = db.execute(f"SELECT * FROM {table.name} ORDER BY {keys}").fetchall()  # noqa: S608 - our own names
    return [list(row) for row in rows]


def of_duckdb(folder: Path, table: Table) -> list[Row]:
    query = f"SELECT * FROM '{folder / table.name}.parquet'"  # noqa: S608 - idem
    with duckdb.connect() as db:
        db.execute("SET TimeZone = 'UTC'")
        return [[plain(value) for value in row] for row in db.execute(query).fetchall()]


def of_pandas(folder: Path, table: Table) -> list[Row]:
    frame = pd.read_parquet(folder / f"{table.name}.parquet", dtype_backend="numpy_nullable")
    kinds = [column.kind for column in table.columns]
    return [[of_frame(value, kind) for value, kind in zip(row, kinds, strict=True)] for row in rows_of(frame)]


def of_frame(value: Any, kind: Kind) -> Any:
    if value is pd.NA or value is pd.NaT:
        return None
    return f"{value:%Y-%m-%d}" if kind is Kind.DATE else plain(value)


def rows_of(frame: Any) -> Iterator[Any]:
    yield from frame.astype(object).itertuples(index=False, name=None)


def of_openpyxl(folder: Path, table: Table) -> list[Row]:
    book = openpyxl.load_workbook(folder / "atlas.xlsx", read_only=True)
    rows = book[table.name].iter_rows(min_row=2, values_only=True)
    kinds = [column.kind for column in table.columns]
    return [[of_excel(value, kind) for value, kind in zip(row, kinds, strict=True)] for row in rows]


def of_excel(value: Any, kind: Kind) -> Any:
    if kind is Kind.BOOLEAN and value is not None:
        return READ[kind](value)
    if kind is Kind.DATE and value is not None:
        return value.date().isoformat()
    # ECMA-376 18.4.12 writes control characters so; openpyxl leaves it to its user to undo it.
    return openpyxl.utils.escape.unescape(value) if isinstance(value, str) else plain(value)


def plain(value: Any) -> Any:
    match value:
        case float() if math.isnan(value):
            return None
        case datetime():
            return f"{value:%Y-%m-%dT%H:%M:%SZ}"
        case date():
            return value.isoformat()
    return value


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
@pytest.mark.parametrize("read", [of_sqlite, of_duckdb, of_pandas, of_openpyxl])
def test_a_format_holds_what_csv_holds(read: Callable[[Path, Table], list[Row]], table: Table, folder: Path) -> None:
    assert read(folder, table) == of_csv(folder, table) != []


def test_dates_and_truth_of_parquet_are_dates_and_truth_in_pandas(folder: Path) -> None:
    frame = pd.read_parquet(folder / "partnerships.parquet")
    past = [record.end_date is not None and record.end_date.year < 2020 for record in RECORDS]
    assert (frame["end_date"] < pd.Timestamp("2020-01-01")).tolist() == past
    assert frame["end_date"].dt.year.tolist() == [record.end_date.year for record in RECORDS if record.end_date]
    assert str(frame["triennial"].dtype) == "boolean"
    assert frame["triennial"].sum() == sum(record.triennial is True for record in RECORDS)
    assert frame["project_id"].tolist() == [record.project_id for record in RECORDS]


def test_a_date_that_is_missing_is_missing_in_pandas(tmp_path: Path) -> None:
    write_records([make_record(project_id=1), make_record(project_id=2, end_date="2020-01-01")], tmp_path, Format)
    frame = pd.read_parquet(tmp_path / "partnerships.parquet")
    assert frame["end_date"].isna().tolist() == [True, False]
    assert frame.loc[frame["end_date"] < pd.Timestamp.now(), "project_id"].tolist() == [2]


def test_dates_of_parquet_are_dates_by_their_own_type(folder: Path) -> None:
    query = f"SELECT typeof(end_date), typeof(triennial) FROM '{folder}/partnerships.parquet'"  # noqa: S608 - our own
    with duckdb.connect() as db:
        assert db.execute(query).fetchone() == ("DATE", "BOOLEAN")


def test_csv_holds_what_the_records_hold(folder: Path) -> None:
    titles = [row[TABLES[0].header.index("title")] for row in of_csv(folder, TABLES[0])]
    assert titles == [record.title for record in RECORDS]


def test_paragraphs_are_the_long_texts_one_by_one(folder: Path) -> None:
    (table,) = [table for table in TABLES if table.name == "paragraphs"]
    first = [row[2:] for row in of_csv(folder, table) if row[0] == 2]
    texts = ["Un, deux +1+1", 'et "trois" +1+1', "+1+1", "But +1+1\n\tsuite", "007", "+1+1"]
    places = [("context", 1), ("context", 2), ("history", 1), ("objective", 1), ("description", 1), ("description", 2)]
    assert first == [[section, number, text] for (section, number), text in zip(places, texts, strict=True)]


def test_no_cell_of_the_workbook_is_a_formula_or_a_link(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "atlas.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice on this machine: libreoffice-calc")
def test_libreoffice_opens_every_table_without_a_formula(folder: Path, tmp_path: Path) -> None:
    files = [str(path) for path in sorted(folder.glob("*.csv"))] + [str(folder / "atlas.xlsx")]
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "fods", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603 - our own command
    opened = {path.stem: path.read_text("utf-8") for path in tmp_path.glob("*.fods")}
    assert sorted(opened) == sorted({Path(file).stem for file in files})
    assert [name for name, text in opened.items() if "table:formula" in text or "table:cell-range-source" in text] == []


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    cut = fitted("\U0001f600" + "é" * 40_000)
    assert cut.endswith(f"é{CUT}")
    assert len(cut.encode("utf-16-le")) // 2 == LONGEST_CELL


def test_a_text_that_fills_a_cell_stays_whole() -> None:
    assert fitted("é" * LONGEST_CELL) == "é" * LONGEST_CELL


def test_the_alpha_3_code_of_namibia_is_no_missing_value(folder: Path) -> None:
    frame = pd.read_csv(folder / "foreign_partners.csv")
    assert frame.loc[frame.country == "Namibie", "country_code_alpha3"].unique().tolist() == ["NAM"]


def test_rows_of_the_database_refer_to_partnerships(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "atlas.sqlite")) as db:
        db.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            db.execute("INSERT INTO sdgs VALUES (999999, 1, 1, 'x', 1)")


def test_full_text_is_found_without_regard_to_case_and_accents(folder: Path) -> None:
    query = "SELECT rowid FROM partnerships_fts WHERE partnerships_fts MATCH 'eleves'"
    with closing(sqlite3.connect(folder / "atlas.sqlite")) as db:
        found = db.execute(query).fetchall()
    assert len(found) == len([record for record in RECORDS if "élèves" in record.title])


def test_a_number_given_twice_is_refused_by_the_database(tmp_path: Path) -> None:
    with pytest.raises(RecordInvalid, match="project 7 a second time"):
        write_records([make_record(project_id=7), make_record(project_id=7)], tmp_path, [Format.SQLITE])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", [Format.SQLITE, Format.XLSX, Format.PARQUET])
def test_a_file_that_cannot_be_written_is_an_os_error(form: Format, tmp_path: Path) -> None:
    def records() -> Iterator[Any]:
        yield RECORDS[0]
        shutil.rmtree(tmp_path)  # as if the disk went away

    with pytest.raises(OSError, match=r"."):
        write_records(records(), tmp_path, [form])


def test_records_without_a_number_have_none_in_the_database(tmp_path: Path) -> None:
    write_records([make_record(), make_record(funding=[RECORDS[0].funding[0]])], tmp_path, [Format.SQLITE])
    assert [row[0] for row in of_sqlite(tmp_path, TABLES[0])] == [None, None]


@pytest.mark.parametrize(("form", "module"), [(Format.XLSX, "xlsxwriter"), (Format.PARQUET, "pyarrow")])
def test_a_format_whose_library_is_missing_names_its_extra(
    form: Format, module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtra, match=rf"atlas-scraper\[{form}\]"):
        write_records(RECORDS, tmp_path, [form])
    assert list(missing(Format)) == [form]
