"""One declaration a section: what follows from it, and that the rooms below know nothing of the site."""

import ast
import re
from pathlib import Path

import pytest
from copies import PACKAGE, copied_package, said_by
from fragments import page

from atlas_scraper.record.model import Partnership
from atlas_scraper.sections.page import LABELS, SECTIONS
from atlas_scraper.values.text import fold

ENGINE = sorted([*(PACKAGE / "labelling").glob("*.py"), *(PACKAGE / "tables").glob("*.py")])
# French words that no English sentence or identifier holds.
FRENCH = re.compile(
    r"[àâçéèêëîïôöùûüœæ]|\b(?:le|la|les|des|du|une?|est|pas|dans|avec|pour|sur|aucune?|suivant|page[rs]?u|oui|non|nom|"
    r"pays|montant|titre|partenariat|partenaires?|courriel|contexte|financement|ann[ée]e|accueil|tota(?:l|ux))\b",
    re.IGNORECASE,
)


def strings_of(module: Path) -> list[str]:
    """Give the string constants of a module that are no docstrings: what its code knows."""
    tree = ast.parse(module.read_text("utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in alone)
    return [node.value for node in constants if isinstance(node.value, str)]


@pytest.mark.parametrize("module", ENGINE, ids=lambda module: f"{module.parent.name}/{module.name}")
def test_the_engine_knows_no_french_and_no_word_of_the_site(module: Path) -> None:
    known = {fold(spelling) for label in (*LABELS.ordered, *LABELS.inner) for spelling in label.spellings}
    known |= {fold(header) for section in SECTIONS for column in section.columns for header in column.headers}
    known -= {"email"}
    strings = strings_of(module)
    assert [text for text in strings if FRENCH.search(text)] == []
    assert [text for text in strings if fold(text) in known] == []


def test_every_field_that_a_page_fills_has_a_section() -> None:
    of_the_page = set(Partnership.model_fields) - {"project_id", "source_url", "unread", "issues", "provenance"}
    fields = {label.field for section in SECTIONS for label in section.labels}
    # The state has its words beside it; the levels of the theme are one field.
    assert fields - {"subtheme", "subsubtheme"} == of_the_page - {"status_label"}


SECTION = '''
"""A section made up by a test: what a partnership does for equality."""

from atlas_scraper.labelling.labels import Label
from atlas_scraper.record.model import EqualityMark
from atlas_scraper.sections.section import Section
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.rows import take_rows

LABEL = Label("equality", ("Marqueur égalité",), heads_table=True)
MARK = PageColumn("mark", ("Marqueur",), always_filled=True, is_required=True)
SCORE = PageColumn("score", ("Note attribuée",))
SECTION = Section(
    (LABEL,),
    lambda reader, _: {
        "equality": [
            EqualityMark(mark=row.get(MARK), score=row.get(SCORE)) for row in take_rows(reader, LABEL, (MARK, SCORE))
        ]
    },
    (MARK, SCORE),
)
'''
MODEL = '''class EqualityMark(Frozen):
    """A mark."""

    mark: Annotated[Text | None, Names.NOBODY]
    """The mark."""
    score: Annotated[Text | None, Names.NOBODY]
    """The score."""


'''
SCRIPT = """
import json, sys
from pathlib import Path
from atlas_scraper import parse
from atlas_scraper.record.schema import json_schema
from atlas_scraper.writers import Format, write_records
from atlas_scraper.writers.dictionary import dictionary
with_it, without = (parse(Path(name).read_bytes()) for name in ("with.html", "without.html"))
write_records(iter([with_it]), Path("out"), [Format.CSV, Format.PARQUET, Format.SQLITE])
print(json.dumps({
    "record": json.loads(with_it.model_dump_json())["equality"],
    "missing": [i.section for i in without.issues if i.code == "section_missing"],
    "dictionary": "equality" in dictionary(),
    "schema": "equality" in json_schema()["properties"],
    "files": sorted(path.name for path in Path("out").iterdir()),
    "csv": Path("out/equality.csv").read_text("utf-8"),
}))
"""


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What a copy of the package reads and writes to which a section was added: its file, the list, the model."""
    folder = tmp_path_factory.mktemp("copy")
    copy = copied_package(folder)
    (copy / "sections" / "equality.py").write_text(SECTION, "utf-8")
    listed = copy / "sections" / "page.py"
    text = listed.read_text("utf-8").replace("    form,\n", "    equality,\n    form,\n", 1)
    listed.write_text(text.replace("    form.SECTION,\n", "    equality.SECTION,\n    form.SECTION,\n"), "utf-8")
    model = copy / "record" / "model.py"
    text = model.read_text("utf-8")
    entry = MODEL
    text = text.replace("class Partnership(", f"{entry}class Partnership(")
    before = text.index("    volunteers: ", text.index("class Partnership("))
    field = '    equality: Annotated[list[EqualityMark], Names.PARTS]\n    """What is done for equality."""\n'
    model.write_text(text[:before] + field + text[before:], "utf-8")
    rows = "<table><tr><th>Marqueur</th><th>Note attribuée</th></tr><tr><td>Genre</td><td>2</td></tr></table>"
    description = "<h3>Description détaillée du partenariat</h3>"
    (folder / "with.html").write_text(page(f"{description}<h3>Marqueur égalité</h3>{rows}"), "utf-8")
    (folder / "without.html").write_text(page(description), "utf-8")
    return said_by(SCRIPT, folder)


def test_an_added_section_is_read(added: dict[str, object]) -> None:
    assert added["record"] == [{"mark": "Genre", "score": "2"}]


def test_an_added_section_that_is_not_there_is_missed(added: dict[str, object]) -> None:
    assert "equality" in list(added["missing"])  # type: ignore[call-overload]


def test_an_added_section_is_in_schema_and_dictionary(added: dict[str, object]) -> None:
    assert (added["schema"], added["dictionary"]) == (True, True)


def test_an_added_section_is_a_table_in_every_format(added: dict[str, object]) -> None:
    assert {"equality.csv", "equality.parquet", "atlas.sqlite"} <= set(added["files"])  # type: ignore[call-overload]
    assert str(added["csv"]).splitlines()[1].endswith("Genre,2")
