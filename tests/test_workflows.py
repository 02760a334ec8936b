"""The workflows run the project's own scripts, may do no more than they must, and take nothing that can change."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from slow_files import SLOW_FILES

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SCRIPTS = sorted((ROOT / ".ci").iterdir())
FOR_HAND_ALONE = {"lock", "run"}
"""Scripts that no workflow runs: one writes files, the other is all workflows in one."""


def steps_of(workflow: Path) -> list[dict[str, Any]]:
    jobs = yaml.safe_load(workflow.read_text("utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


RUNS = [(workflow.name, step["run"]) for workflow in WORKFLOWS for step in steps_of(workflow) if "run" in step]
USES = [(workflow.name, step["uses"]) for workflow in WORKFLOWS for step in steps_of(workflow) if "uses" in step]


@pytest.mark.parametrize("command", sorted({command for _, command in RUNS}))
def test_a_step_runs_a_script_of_ours(command: str) -> None:
    script = ROOT / command.partition(" ")[0]
    assert script in SCRIPTS
    assert os.access(script, os.X_OK)
    assert "${{" not in command, "give it by env:, where it is no code"


def test_every_script_is_run_by_a_workflow() -> None:
    run = {Path(command.partition(" ")[0]).name for _, command in RUNS}
    assert {script.name for script in SCRIPTS} == run | FOR_HAND_ALONE


def test_a_landing_runs_what_the_workflows_run() -> None:
    text = (ROOT / ".ci" / "run").read_text("utf-8")
    of_a_landing = {command for workflow, command in RUNS if workflow in {"tests.yml", "samples.yml"}}
    assert [command for command in sorted(of_a_landing) if "$" not in command and command not in text] == []


@pytest.mark.parametrize(("workflow", "action"), USES)
def test_an_action_is_one_commit(workflow: str, action: str) -> None:
    assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action)
    text = (ROOT / ".github" / "workflows" / workflow).read_text("utf-8")
    assert re.search(rf"{action} # v\d+\.\d+\.\d+$", text, re.MULTILINE), "say which version that is"


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_read_and_no_more(workflow: Path) -> None:
    content = yaml.safe_load(workflow.read_text("utf-8"))
    assert content["permissions"] == {"contents": "read"}
    beyond = {name: job["permissions"] for name, job in content["jobs"].items() if "permissions" in job}
    assert beyond == ({"night": {"contents": "write"}} if workflow.stem == "nightly" else {})
    assert all(job["timeout-minutes"] for job in content["jobs"].values())


@pytest.mark.parametrize("path", [*WORKFLOWS, *SCRIPTS], ids=lambda path: path.name)
def test_neither_workflow_nor_script_names_a_host(path: Path) -> None:
    assert re.findall(r"(?i)https?://|index-url|diplomatie", path.read_text("utf-8")) == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_sound_for_its_shell(script: Path) -> None:
    assert script.read_text("utf-8").startswith("#!/usr/bin/env bash\n# ")
    bash = shutil.which("bash") or "bash"
    subprocess.run([bash, "-n", script], check=True)  # noqa: S603 - our own


def test_a_command_that_the_readme_does_not_have_is_named() -> None:
    script = ROOT / ".ci" / "readme"
    done = subprocess.run([script, "the moon"], capture_output=True, text=True, check=False)  # noqa: S603 - our own
    assert (done.returncode, done.stderr) == (2, "README.md has no command under <!-- the moon -->\n")


def test_every_slow_file_is_there() -> None:
    assert [name for name in sorted(SLOW_FILES) if not (ROOT / "tests" / f"{name}.py").exists()] == []
