"""The recipes of docs/maintain.md, tried on a copy of the package: nothing beyond what they name has to be touched.

That of a section is tried in test_sections.py.
"""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from copies import copied_package, said_by
from fragments import page

ROOT = Path(__file__).parents[1]
MAINTAIN = (ROOT / "docs" / "maintain.md").read_text("utf-8")
# File → what stands there, and what stands there after it.
PAGE_COLUMN = {
    "sections/volunteers.py": [
        ("COLUMNS = (", 'SINCE = PageColumn("since", ("Depuis",))\nCOLUMNS = (SINCE, '),
        ("        host=row.get(HOST),\n", "        host=row.get(HOST),\n        since=row.get(SINCE),\n"),
    ],
    "record/model.py": [
        (
            '    """Body the volunteer is assigned to (`Entité d\'affectation`), as published."""\n',
            '    """Body the volunteer is assigned to (`Entité d\'affectation`), as published."""\n'
            '    since: Annotated[Text | None, Names.NOBODY] = None\n    """Since when (`Depuis`), as published."""\n',
        )
    ],
}
OWN_COLUMN = {
    "writers/derived.py": [
        (
            "# Table → columns at its end.\n",
            '_LENGTH = Column("title_length", Kind.INTEGER, "Length of the title.", lambda it, _: len(it["title"]))\n',
        ),
        ('    "partnerships": _CRS,\n', '    "partnerships": (*_CRS, _LENGTH),\n'),
    ]
}
TSV = '''
"""Tables as tab-separated values."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from atlas_scraper.writers.files import Files
from atlas_scraper.writers.table import Row, Table, WriteRows


@contextmanager
def tsv_files(files: Files, tables: Sequence[Table]) -> Iterator[WriteRows]:
    """Open a file for each table, with its header, and give the function that adds rows to one."""
    outs = {table.name: files.text(f"{table.name}.tsv") for table in tables}

    def write(table: Table, rows: Sequence[Row]) -> None:
        outs[table.name].writelines("\\t".join(map(str, row)) + "\\n" for row in (table.header, *rows))

    yield write
'''
FORMAT = {
    "writers/__init__.py": [('    CSV = "csv"\n', '    CSV = "csv"\n    TSV = "tsv"\n')],
    "writers/tabular.py": [
        ('    "csv": csv_files,\n', '    "csv": csv_files,\n    "tsv": tsv_files,\n'),
        ("import xlsx_file\n", "import xlsx_file\nfrom atlas_scraper.writers.tsv import tsv_files\n"),
    ],
    "writers/package.py": [
        ('    ".csv": "text/csv",\n', '    ".csv": "text/csv",\n    ".tsv": "text/tab-separated-values",\n')
    ],
}
STARRED = '''
"""Starred text: every line behind a star, as a test made it up."""

from atlas_scraper.blocks.document import Document
from atlas_scraper.blocks.plain import read_plain


def is_starred(text: str) -> bool:
    """Tell starred text by its lines."""
    return all(line.startswith("* ") for line in text.splitlines() if line.strip())


def read_starred(text: str) -> Document:
    """Read a page in starred text."""
    return read_plain(text.replace("* ", ""))._replace(rendition="starred")
'''
RENDITION = {
    "blocks/document.py": [('Rendition = Literal["html", ', 'Rendition = Literal["starred", "html", ')],
    "record/model.py": [
        ('    rendition: Annotated[Literal["html", ', '    rendition: Annotated[Literal["starred", "html", ')
    ],
    "blocks/read.py": [
        (
            "from atlas_scraper.errors",
            "from atlas_scraper.blocks.starred import is_starred, read_starred\nfrom atlas_scraper.errors",
        ),
        (
            "    document = None if _DOCUMENT.search(text) else _read_text(text)\n",
            "    document = None if _DOCUMENT.search(text) else _read_text(text)\n"
            "    if is_starred(text):\n        document = read_starred(text)\n",
        ),
    ],
}
MEASURE = {
    "dataset/health.py": [('        "records",\n', '        "records",\n        "records without a partner",\n')],
    "dataset/measures.py": [
        ("        self.records = Share()\n", "        self.records, self.alone = Share(), Share()\n"),
        (
            "        self.records.cases += 1\n",
            '        self.records.cases += 1\n        self.alone.count(not after["foreign_partners"], number)\n',
        ),
        (
            '            case "filled":\n',
            '            case "records without a partner":\n'
            "                yield measure, self.alone.value, self.alone.found, self.alone.pages\n"
            '            case "filled":\n',
        ),
    ],
    "dataset/health.toml": [
        (
            "[[bound]]\n",
            '[[bound]]\nmeasure = "records without a partner"\nat_most = 0.5\n'
            'reason = "A partnership has partners."\n\n[[bound]]\n',
        )
    ],
}
SCRIPT = """
import json
from pathlib import Path
from atlas_scraper import parse
from atlas_scraper.dataset.health import examine, load_bounds
from atlas_scraper.dataset.measures import Measures
from atlas_scraper.dataset.release import Content, write_release
from atlas_scraper.writers.dictionary import dictionary
from atlas_scraper.writers.json import dump
from atlas_scraper.writers.package import ReleaseFacts

record = parse(Path("7.html").read_bytes(), project_id=7)
text = "\\n".join(f"* {line}" for line in Path("7.txt").read_text("utf-8").splitlines())
facts = ReleaseFacts("r1", "2026-01-02T03:04:05+00:00", "https://example.org/cncdext/", 1, "atlas_scraper 1")
release = write_release(Path("out"), "r1", [Content(lambda: iter([record]), facts, {})])
measures = Measures()
measures.pair(None, dump(record))
package = json.loads((release / "datapackage.json").read_bytes())
media = {each["path"]: each["mediatype"] for each in package["resources"]}
print(json.dumps({
    "volunteers": (release / "volunteers.csv").read_text("utf-8"),
    "partnerships": (release / "partnerships.csv").read_text("utf-8"),
    "dictionary": dictionary(),
    "tsv": (release / "partnerships.tsv").read_text("utf-8"),
    "media": media["partnerships.tsv"],
    "rendition": parse(text.encode()).provenance.rendition,
    "bounds": [finding.bound for finding in examine(measures, load_bounds(), is_whole=False)],
}))
"""
VOLUNTEERS = """<h3>Volontaires impliqués dans le partenariat</h3><table>
<tr><th>Nom</th><th>Prénom</th><th>Mission</th><th>Depuis</th></tr>
<tr><td>Ferrandel</td><td>Ismérie</td><td>Puits</td><td>mai 2021</td></tr></table>"""


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a copy of the package reads, writes and judges after all recipes were followed."""
    folder = tmp_path_factory.mktemp("copy")
    copy = copied_package(folder)
    for recipe in (PAGE_COLUMN, OWN_COLUMN, FORMAT, RENDITION, MEASURE):
        for name, edits in recipe.items():
            text = (copy / name).read_text("utf-8")
            for before, after in edits:
                assert before in text, f"{name} has changed: see that docs/maintain.md is still right"
                text = text.replace(before, after, 1)
            (copy / name).write_text(text, "utf-8")
    (copy / "writers" / "tsv.py").write_text(TSV, "utf-8")
    (copy / "blocks" / "starred.py").write_text(STARRED, "utf-8")
    (folder / "7.html").write_text(page(f"<h3>Description détaillée du partenariat</h3>{VOLUNTEERS}"), "utf-8")
    shutil.copy(ROOT / "samples" / "whole-page-flat-text" / "page.txt", folder / "7.txt")
    return said_by(SCRIPT, folder)


def test_a_column_of_the_page_is_read_and_written(followed: dict[str, Any]) -> None:
    header, row = followed["volunteers"].splitlines()
    assert dict(zip(header.split(","), row.split(","), strict=True))["since"] == "mai 2021"


def test_a_column_of_our_own_stands_in_its_table(followed: dict[str, Any]) -> None:
    assert followed["partnerships"].splitlines()[0].endswith(",title_length")


@pytest.mark.parametrize("column", ["since", "title_length"])
def test_a_new_column_is_in_the_dictionary(column: str, followed: dict[str, Any]) -> None:
    assert f"| `{column}` |" in followed["dictionary"]


def test_a_new_format_is_in_a_release_and_described(followed: dict[str, Any]) -> None:
    assert followed["tsv"].count("\n") == 2
    assert followed["media"] == "text/tab-separated-values"


def test_a_new_rendition_is_read(followed: dict[str, Any]) -> None:
    assert followed["rendition"] == "starred"


def test_a_new_bound_is_held(followed: dict[str, Any]) -> None:
    assert "records without a partner" in followed["bounds"]


FILES = sorted(set(re.findall(r"`((?:\.ci|[a-z_]+)/[\w./-]*)", MAINTAIN)) - {"public/"})


@pytest.mark.parametrize("name", FILES)
def test_what_the_page_for_maintainers_names_is_there(name: str) -> None:
    assert any((folder / name).exists() for folder in (ROOT, ROOT / "atlas_scraper"))
