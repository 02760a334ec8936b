"""The notebook docs/questions.ipynb answers its eight questions on the data of `demo`."""

from pathlib import Path
from typing import Any

import nbclient
import nbformat
import pytest

from atlas_scraper.night.demonstration import run

NOTEBOOK = Path(__file__).parent.parent / "docs" / "questions.ipynb"
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")  # of the libraries


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Run the notebook, and give what each of its cells shows."""
    output = tmp_path_factory.mktemp("questions")
    list(run(output, 60, lambda _: None))
    notebook = read_notebook()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATLAS_RELEASE", str(output / "latest"))
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
        (5, "added"),
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
