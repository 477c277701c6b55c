"""No module of the PDF reader weighs anything against a number without a name, unit and evidence.

Free to stand in code are 0, 1 and 2 (nothing, one, both, halves), indices, and what a code is equal
to. Every other number is a constant of its module: a tolerance, annotated with its unit
(`settings`), or `Final`, where a format or a library left no choice.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

import pytest

from pipeline.readers.pdf import settings

_FOLDER = Path(settings.__file__).parent
_UNITS = {"Points", "Ems", "Share", "Count", "Limit", "Final"}
_FREE = (0, 1, 2)
# Whose numbers are weighed against nothing.
_SAFE_CALLS = ("range", "compile")
_SUMS = (ast.Add, ast.Sub, ast.Mult, ast.Div)
_ORDERS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


def without_unit(source: str) -> list[str]:
    """The numbers of a module that are used without a name or have a name without a unit."""
    tree = ast.parse(source)
    found = [node for statement in tree.body for node in _in_constants(statement)]
    found += [node for part in tree.body if not _is_constant(part) for node in _in_code(part)]
    lines = source.splitlines()
    return [f"{node.lineno}: {lines[node.lineno - 1].strip()}" for node in found]


def _is_constant(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Assign | ast.AnnAssign)


def _in_constants(statement: ast.stmt) -> Iterator[ast.Constant]:
    """The numbers that a constant of the module is made of, where it tells no unit."""
    match statement:
        case ast.AnnAssign(annotation=ast.Name(id=name)) if name in _UNITS:
            return
        case ast.AnnAssign(value=ast.expr() as value) | ast.Assign(value=value):
            yield from _numbers(value)


def _numbers(value: ast.expr) -> Iterator[ast.Constant]:
    """All numbers of a value, but those of tables and safe calls."""
    if isinstance(value, ast.Dict) or (isinstance(value, ast.Call) and _name(value) in _SAFE_CALLS):
        return
    if _is_number(value):
        yield value
    for part in ast.iter_child_nodes(value):
        if isinstance(part, ast.expr):
            yield from _numbers(part)


def _in_code(part: ast.AST) -> Iterator[ast.Constant]:
    """Fractions anywhere; whole numbers that are compared, counted with, or cut something off."""
    for node in ast.walk(part):
        match node:
            case ast.Constant(value=float(value)) if value not in _FREE:
                yield node
            case ast.Compare() if any(isinstance(op, _ORDERS) for op in node.ops):
                yield from _whole(node.left, *node.comparators)
            case ast.BinOp(op=op) if isinstance(op, _SUMS):
                yield from _whole(node.left, node.right)
            case ast.Slice():
                yield from _whole(*filter(None, (node.lower, node.upper)))


def _whole(*sides: ast.expr) -> Iterator[ast.Constant]:
    for side in sides:
        value = side.operand if isinstance(side, ast.UnaryOp) else side
        if _is_number(value) and type(value.value) is int and value.value not in _FREE:
            yield value


def _is_number(node: ast.AST) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def _name(call: ast.Call) -> str:
    return getattr(call.func, "id", "") or getattr(call.func, "attr", "")


@pytest.mark.parametrize(
    "name",
    sorted(str(path.relative_to(_FOLDER)) for path in _FOLDER.rglob("*.py")),
)
def test_every_number_that_something_is_weighed_against_has_a_unit(name: str) -> None:
    assert without_unit((_FOLDER / name).read_text()) == []


@pytest.mark.parametrize(
    "line",
    [
        "_NEAR = 3.0",
        "_FEW = 2",
        "_FEW: int = 4",
        "_NEAR, _FAR = 0.1, 1.0",
        "_INCH = _Fineness(1.35, most=4_000)",
        "is_near = gap < 3 * size",
        "_SLANT = math.sin(5)",
        "def f(gap):\n    return gap < 3",
        "def f(gap):\n    return -4 < gap",
        "def f(box):\n    return 0.5 * box[3]",
        "def f(gap, size):\n    return gap < size / 4",
        "def f(near=1.5): ...",
        "def f(chars):\n    return chars[:6]",
        "class A:\n    size: float = 9.5",
    ],
)
def test_a_number_without_a_unit_is_found(line: str) -> None:
    assert len(without_unit(line)) >= 1


@pytest.mark.parametrize(
    "line",
    [
        "_NEAR: Points = 3.0",
        "_FEW: Count = 4",
        "_PAPER: Final = (595.0, 842.0)",
        "_LEVELS = {'H': 1, **{f'H{n}': n for n in range(1, 7)}}",
        "_DOTS = re.compile('[.]{4,}')",
        "def f(box):\n    return 2 * (box[3] - box[1]) > 0.0",
        "def f(turns):\n    return turns == 3 or turns % 4 == 1",
        "def f(items):\n    return items[3:] if items[-1] else items[:2]".replace("[3:]", "[1:]"),
    ],
)
def test_a_number_with_a_unit_and_those_that_need_none_are_not(line: str) -> None:
    assert without_unit(line) == []
