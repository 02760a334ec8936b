"""The notebook docs/questions.ipynb answers its eight questions on the data of `demo`."""

import csv
from itertools import islice
from pathlib import Path
from typing import Any

import nbclient
import nbformat
import pytest
from nights import leave_out_what_is_slow

from atlas_scraper.night.demonstration import run

TABLES = ("changes", "runs")
NOTEBOOK = Path(__file__).parent.parent / "docs" / "questions.ipynb"
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")  # of the libraries


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run six nights of the demo, and give its last release."""
    output = tmp_path_factory.mktemp("questions")
    nights = run(output, 60, 6)
    with pytest.MonkeyPatch.context() as patch:
        leave_out_what_is_slow(patch)
        list(islice(nights, 5))
    list(nights)
    return output / "latest"


@pytest.fixture(scope="module")
def answers(release: Path) -> list[str]:
    """Run the notebook, and give what each of its cells shows."""
    notebook = read_notebook()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATLAS_RELEASE", str(release))
        nbclient.NotebookClient(notebook, timeout=120).execute()
    return [shown_by(cell) for cell in notebook.cells if cell.cell_type == "code"][1:]


def read_notebook() -> Any:
    return nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call] # of the library


def shown_by(cell: Any) -> str:
    return "\n".join(output.data["text/plain"] for output in cell.outputs if output.output_type == "execute_result")


@pytest.mark.parametrize(
    ("question", "word"),
    [
        (1, "intercommunality"),
        (2, "Madagascar"),
        (3, "-12-31"),
        (4, "Commune de"),
        (5, "changed"),
        (6, "500"),
        (7, "Bretagne"),
        (8, "lower middle"),
    ],
)
def test_a_question_is_answered_on_the_demos_data(answers: list[str], question: int, word: str) -> None:
    answer = answers[question - 1]
    assert "Empty DataFrame" not in answer
    assert word in answer


def test_there_are_eight(answers: list[str]) -> None:
    cells = read_notebook().cells
    headings = [cell for cell in cells if cell.cell_type == "markdown" and cell.source.startswith("## ")]
    assert len(headings) == len(answers) == 8


def test_tables_of_history_hold_all_nights(release: Path) -> None:
    changes, runs = (list(csv.DictReader((release / f"{name}.csv").read_text("utf-8").splitlines())) for name in TABLES)
    assert [row["outcome"] for row in runs] == ["published"] * 3 + ["stopped"] + ["published"] * 2
    assert {row["run"] for row in changes} <= {row["run"] for row in runs if row["outcome"] == "published"}
    assert [(row["row"], row["field"], row["cause"]) for row in changes if row["project_id"] == "7"] == [
        ("1", "", "site"),
        ("2", "funding", "site"),
    ]
