"""Mutants of a module: one small change each, as a reader would slip, made in the source's text.

Left out is what no test should hold: annotations, docstrings, words of errors and logs, what stands in f-strings, sizes
of caches, and the single words of a vocabulary (`frozenset({"a", "b"})`), which are data.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

_SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
_COLLECTIONS = (ast.List, ast.Set, ast.Tuple, ast.Dict)
_WORDS_FOR_PEOPLE = {"info", "debug", "warning", "error", "getLogger", "echo", "TypeVar", "NewType"}
_SIZES = {"maxsize"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change of a file: the bytes from `start` to `end` become `text`; `line` and `last` are the lines it lies in."""

    file: str
    line: int
    last: int
    start: int
    end: int
    text: str
    what: str

    def of(self, source: bytes) -> bytes:
        """Give the changed source."""
        return source[: self.start] + self.text.encode() + source[self.end :]


def mutants_of(file: str, source: bytes) -> list[Mutant]:
    """List the mutants of a module, in the order of its text.

    Args:
        file: its name.
        source: its text.
    """
    lines = [0]
    for line in source.splitlines(keepends=True):
        lines.append(lines[-1] + len(line))
    tree = ast.parse(source)
    found = []
    for node, text, what in _changes(tree, is_top=True):
        start = lines[node.lineno - 1] + node.col_offset
        end = lines[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        found.append(Mutant(file, node.lineno, node.end_lineno or 0, start, end, text, what))
    return sorted(found, key=lambda mutant: (mutant.start, mutant.end, mutant.text))


def _changes(node: ast.AST, *, is_top: bool) -> Iterator[tuple[ast.expr | ast.stmt, str, str]]:
    """Yield the part of the source to change, its new text, and the change in words, for a node and all inside it."""
    if isinstance(node, ast.stmt):
        yield from _of_statement(node)
    if isinstance(node, ast.expr):
        yield from _of_expression(node)
    for child in _looked_into(node, is_top=is_top):
        yield from _changes(child, is_top=is_top and not isinstance(node, ast.FunctionDef | ast.Lambda))


def _looked_into(node: ast.AST, *, is_top: bool) -> Iterator[ast.AST]:
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Raise() | ast.Import() | ast.ImportFrom() | ast.JoinedStr():
            return
        case ast.Call() if _name_of(node.func) in _WORDS_FOR_PEOPLE or _name_of(node.func).endswith(("Error", "Issue")):
            return
        case ast.If() if _name_of(node.test) == "TYPE_CHECKING":
            return
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "type_params", "decorator_list"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            is_word = isinstance(child, ast.Constant) and isinstance(child.value, str)
            if isinstance(child, ast.keyword) and child.arg in _SIZES:
                continue
            if isinstance(child, ast.AST) and not (is_word and is_top and isinstance(node, _COLLECTIONS)):
                yield child


def _of_statement(node: ast.stmt) -> Iterator[tuple[ast.expr | ast.stmt, str, str]]:
    match node:
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield node, "return None", "return None"
        case ast.Expr(value=ast.Call(func=func)) if _name_of(func) not in _WORDS_FOR_PEOPLE:
            yield node, "pass", "dropped"
        case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
            yield node, "yield from ()", "yields nothing"
        case ast.AugAssign() | ast.Assign(targets=[ast.Attribute() | ast.Subscript()]) | ast.Continue() | ast.Break():
            yield node, "pass", "dropped"
        case ast.Raise():
            yield node, "pass", "raises nothing"
        case ast.If() | ast.While():
            yield node.test, f"not ({ast.unparse(node.test)})", "condition negated"


def _of_expression(node: ast.expr) -> Iterator[tuple[ast.expr | ast.stmt, str, str]]:
    match node:
        case ast.Compare():
            for place, operator in enumerate(node.ops):
                ops = [*node.ops[:place], _swap(operator), *node.ops[place + 1 :]]
                yield node, _as_text(ast.Compare(node.left, ops, node.comparators)), "comparison swapped"  # type: ignore[arg-type]
        case ast.BoolOp():
            yield node, _as_text(ast.BoolOp(_swap(node.op), node.values)), "and/or swapped"  # type: ignore[arg-type]
        case ast.BinOp() if type(node.op) in _SWAPPED and not isinstance(node.left, ast.JoinedStr):
            yield node, _as_text(ast.BinOp(node.left, _swap(node.op), node.right)), "operator swapped"  # type: ignore[arg-type]
        case ast.UnaryOp(op=ast.Not()):
            yield node, _as_text(node.operand), "not dropped"
        case ast.IfExp():
            negated = ast.IfExp(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
            yield node, _as_text(negated), "condition negated"
        case ast.Constant(value=bool() as value):
            yield node, str(not value), "constant flipped"
        case ast.Constant(value=int() as value):
            yield node, f"({value + 1})", "constant + 1"
            yield node, f"({value - 1})", "constant - 1"
        case ast.Constant(value=str() | bytes() as value):
            yield node, repr(b"X" + value if isinstance(value, bytes) else "X" + value), "text changed"
        case _:
            return


def _swap(operator: ast.AST) -> ast.AST:
    return _SWAPPED[type(operator)]()


def _as_text(node: ast.expr) -> str:
    return f"({ast.unparse(node)})"


def _name_of(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def compiles(source: bytes) -> bool:
    """Tell whether a source is Python: a changed one may not be, such as one with a pattern `-(2)`."""
    try:
        compile(source, "mutant", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True
