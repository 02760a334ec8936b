"""The README says what the program does: its commands are run, and their output is compared with what it shows."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CONSOLE = re.findall(r"^```console\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
PYTHON = re.findall(r"^```python\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def examples() -> list[tuple[str, str]]:
    """Give each command of the README with the output that it shows, to the next command or the block's end."""
    found = []
    for block in CONSOLE:
        for command, output in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n?)*)", block, re.MULTILINE):
            found.append((command, output))
    return found


def run(command: str, folder: Path) -> str:
    """Run a command line as a user in a shell would, in the root of the project, and give all that it prints."""
    programs = os.fspath(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "100"}
    command = command.replace(" output", f" {shlex.quote(os.fspath(folder))}")
    done = subprocess.run(  # noqa: S602 - the README's own commands, pipes included
        command, shell=True, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    return done.stdout + done.stderr


def test_the_readme_shows_commands_and_code() -> None:
    assert (len(examples()) >= 5, len(PYTHON) >= 1) == (True, True)


def test_each_command_prints_what_the_readme_shows(tmp_path: Path) -> None:
    folder = tmp_path / "output"  # stands in for `output/`; commands further down the page read what earlier ones wrote
    printed = [(command, run(command, folder).replace(str(folder), "output").strip()) for command, _ in examples()]
    assert printed == [(command, output.strip()) for command, output in examples()]


@pytest.mark.parametrize("code", PYTHON, ids=range(len(PYTHON)))
def test_python_code_of_the_readme_runs(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - the README's own code
