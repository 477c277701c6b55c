"""What can be changed in a module so that it should behave otherwise, and the module so changed.

Left alone is what cannot matter: docstrings, annotations, decorators, imports, messages. The
boundary of a comparison is moved only where whole numbers are compared: that two measures in
points are equal to the last bit says nothing about a page.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

Change = Callable[[ast.AST], ast.AST]

_SWAPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt,
    ast.LtE: ast.GtE,
    ast.Gt: ast.Lt,
    ast.GtE: ast.LtE,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_MOVED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
}
_OTHER_SUM: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
}
# Calls that give something like their first argument, or like what they are called on.
_FUNCTIONS = {"sorted", "abs", "round", "max", "min", "reversed", "replace", "set", "frozenset"}
_METHODS = {"strip", "lstrip", "rstrip", "lower", "upper", "casefold", "replace"}
_TEXTS = (ast.JoinedStr, ast.Tuple, ast.List)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change of a module: the line, what is done there, and to which node of the whole tree."""

    line: int
    what: str
    node: int
    change: Change


def sample(source: str, many: int, seed: str) -> list[Mutant]:
    """So many of the mutants of a module, the same ones for the same source and seed."""
    every = list(mutants(source))
    chosen = random.Random(seed).sample(every, min(many, len(every)))
    return sorted(chosen, key=lambda mutant: (mutant.line, mutant.node, mutant.what))


def mutants(source: str) -> Iterator[Mutant]:
    """All mutants of a module."""
    tree = ast.parse(source)
    left_alone = {id(part) for node in _without_effect(tree) for part in ast.walk(node)}
    deciding = _deciding(tree)
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in left_alone:
            continue
        for what, change in _changes(node, is_verdict=id(node) in deciding):
            line = getattr(node, "lineno", None) or node.iter.lineno  # type: ignore[attr-defined]
            yield Mutant(line, what, number, change)


def mutated(source: str, mutant: Mutant) -> ast.Module:
    """The module with one change."""
    tree = ast.parse(source)
    for number, node in enumerate(ast.walk(tree)):
        if number == mutant.node:
            _Replacing(node, mutant.change(node)).visit(tree)
            break
    return ast.fix_missing_locations(tree)


class _Replacing(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        """Another node in place of the one that is changed."""
        if node is self.old:
            return ast.copy_location(self.new, node) if hasattr(node, "lineno") else self.new
        return self.generic_visit(node)


def _without_effect(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef():
                yield from node.decorator_list
                yield from filter(None, [node.returns])
            case ast.ClassDef():
                yield from node.decorator_list
            case ast.AnnAssign():
                yield node.annotation
            case ast.arg(annotation=ast.expr() as annotation):
                yield annotation
            case ast.Import() | ast.ImportFrom() | ast.Raise():
                yield node
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                yield node


def _deciding(tree: ast.Module) -> set[int]:
    """The returns of functions that say yes or no."""
    return {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        and isinstance(function.returns, ast.Name)
        and function.returns.id == "bool"
        for node in ast.walk(function)
        if isinstance(node, ast.Return)
    }


def _changes(node: ast.AST, *, is_verdict: bool) -> Iterator[tuple[str, Change]]:
    if isinstance(node, ast.stmt | ast.comprehension):
        yield from _of_statements(node, is_verdict=is_verdict)
    elif isinstance(node, ast.IfExp | ast.Compare | ast.BoolOp | ast.UnaryOp):
        yield from _of_conditions(node)
    else:
        yield from _of_values(node)


def _of_statements(node: ast.AST, *, is_verdict: bool) -> Iterator[tuple[str, Change]]:
    match node:
        case ast.If() | ast.While() if not _is_equality(node.test):
            yield "negated", partial(_with_negated, "test")
        case ast.comprehension(ifs=[first, *_]) if not _is_equality(first):
            yield "negated", _with_first_if_negated
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()):
            yield "dropped", lambda _: ast.Pass()
        case ast.Continue() | ast.Break():
            yield "dropped", lambda _: ast.Pass()
        case ast.Return(value=ast.expr()) if is_verdict:
            yield "negated", partial(_with_negated, "value")
        case ast.Return(value=ast.expr() as value) if not _is_none(value):
            yield "nothing", lambda _: ast.Return(ast.Constant(None))


def _of_conditions(node: ast.AST) -> Iterator[tuple[str, Change]]:
    match node:
        case ast.IfExp() if not _is_equality(node.test):
            yield "negated", partial(_with_negated, "test")
        case ast.Compare(ops=[op]):
            yield "swapped", partial(_compared, _SWAPPED)
            if type(op) in _MOVED and any(map(_is_whole, (node.left, *node.comparators))):
                yield "boundary", partial(_compared, _MOVED)
        case ast.BoolOp():
            yield "and/or", _other_bool
        case ast.UnaryOp(op=ast.Not()):
            yield "no not", lambda n: n.operand  # type: ignore[attr-defined]


def _of_values(node: ast.AST) -> Iterator[tuple[str, Change]]:
    match node:
        case ast.Constant(value=int() | float()) if not isinstance(node.value, bool):
            yield "number", _other_number
        case ast.BinOp(left=left, right=right) if type(node.op) in _OTHER_SUM:
            if not any(isinstance(side, _TEXTS) or _is_string(side) for side in (left, right)):
                yield "sum", _other_sum
        case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in _FUNCTIONS:
            if not isinstance(first, ast.Starred):
                yield "no call", lambda n: n.args[0]  # type: ignore[attr-defined]
        case ast.Call(func=ast.Attribute(attr=name)) if name in _METHODS:
            yield "no call", lambda n: n.func.value  # type: ignore[attr-defined]


def _is_equality(test: ast.expr) -> bool:
    """Whether a swapped comparison is the same change as a negated test."""
    same = (ast.Eq, ast.NotEq, ast.Is, ast.IsNot, ast.In, ast.NotIn)
    is_one = isinstance(test, ast.Compare) and isinstance(test.ops[0], same)
    return is_one or (isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not))


def _is_whole(side: ast.expr) -> bool:
    match side:
        case ast.Constant(value=int()):
            return True
        case ast.Call(func=ast.Name(id="len" | "sum")):
            return True
        case _:
            return False


def _is_string(side: ast.expr) -> bool:
    return isinstance(side, ast.Constant) and isinstance(side.value, str | bytes)


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _with_negated(part: str, node: ast.AST) -> ast.AST:
    negated = ast.UnaryOp(ast.Not(), getattr(node, part))
    return type(node)(**{**dict(ast.iter_fields(node)), part: negated})


def _with_first_if_negated(node: ast.AST) -> ast.AST:
    assert isinstance(node, ast.comprehension)
    negated = ast.UnaryOp(ast.Not(), node.ifs[0])
    return ast.comprehension(node.target, node.iter, [negated, *node.ifs[1:]], node.is_async)


def _compared(table: dict[type[ast.cmpop], type[ast.cmpop]], node: ast.AST) -> ast.AST:
    assert isinstance(node, ast.Compare)
    return ast.Compare(node.left, [table[type(node.ops[0])]()], node.comparators)


def _other_bool(node: ast.AST) -> ast.AST:
    assert isinstance(node, ast.BoolOp)
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    return ast.BoolOp(other, node.values)


def _other_number(node: ast.AST) -> ast.AST:
    assert isinstance(node, ast.Constant)
    value = node.value
    if isinstance(value, int):
        return ast.Constant(value + 1)
    assert isinstance(value, float)
    return ast.Constant(value * 2 or 1.0)


def _other_sum(node: ast.AST) -> ast.AST:
    assert isinstance(node, ast.BinOp)
    return ast.BinOp(node.left, _OTHER_SUM[type(node.op)](), node.right)
