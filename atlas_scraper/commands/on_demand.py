"""A group of commands of which only the one that is run is imported.

The libraries that the commands need take longer to import than `--help` takes to print.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any, ClassVar

import typer
from typer.core import TyperGroup

Commands = Mapping[str, tuple[str, str]]
"""For each command the module of this room that has it, as `NAME_command`, and its line in the program's help."""


class OnDemand(TyperGroup):
    """The commands of a table, in its order."""

    table: ClassVar[Commands] = {}

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        self.commands = _Imported(self.table)  # type: ignore[assignment]  # Typer only reads it

    def list_commands(self, _: Any) -> list[str]:
        """Give the names without what they stand for."""
        return list(self.table)

    def format_commands(self, _: Any, formatter: Any) -> None:
        """Write the commands' lines of the help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in self.table.items()])


class _Imported(Mapping[str, Any]):
    """Commands by their names, each imported when it is taken."""

    def __init__(self, table: Commands) -> None:
        self._table = table

    def __getitem__(self, name: str) -> Any:
        module, _ = self._table[name]
        return _command(module, name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


@cache
def _command(module: str, name: str) -> Any:
    one = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_show_locals=False)
    one.command(name)(getattr(import_module(f"atlas_scraper.commands.{module}"), f"{name}_command"))
    return typer.main.get_command(one)
