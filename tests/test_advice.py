"""What errors advise exists: every option that a message names is one of some command."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest
import typer

from atlas_scraper.commands.app import app

PACKAGE = Path(__file__).parents[1] / "atlas_scraper"
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*[a-z]")


def options() -> set[str]:
    """Give the options of all commands."""
    group: Any = typer.main.get_command(app)
    context = group.make_context("atlas-scraper", [], resilient_parsing=True)
    commands = [command for name in group.list_commands(context) if (command := group.get_command(context, name))]
    return {each for command in (group, *commands) for param in command.params for each in param.opts} | {"--help"}


def advised() -> list[tuple[str, str]]:
    """Give the options that texts of the package name, with the module that names each."""
    found = set()
    for module in sorted(PACKAGE.rglob("*.py")):
        if module.parent.name == "local_atlas":  # a program of its own
            continue
        text = module.read_text("utf-8")
        tree = ast.parse(text if OPTION.search(text) else "")
        comments = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in comments:
                found |= {(str(module.relative_to(PACKAGE)), option) for option in OPTION.findall(node.value)}
    return sorted(found)


@pytest.mark.parametrize(("module", "option"), advised())
def test_an_option_that_a_text_names_exists(module: str, option: str) -> None:
    assert option in options(), f"{module} names {option}"
