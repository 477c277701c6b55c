"""The tolerances of the reader: what unit each has, and where all of them are found.

A tolerance is a constant of the module that needs it, annotated with its unit, with the evidence
in the comment above it. So it costs a look-up in its module, and nothing has to be registered.
What is no matter of choice (what a format says, a colour) is `Final` instead.
"""

from __future__ import annotations

import ast
import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Unit:
    """What a tolerance is measured in."""

    name: str


Points = Annotated[float, Unit("pt")]
"""1/72 inch."""
Ems = Annotated[float, Unit("em")]
"""Sizes of the letters that stand there."""
Share = Annotated[float, Unit("share")]
"""A share of what its comment names."""
Count = Annotated[int, Unit("count")]
"""How many of something prove enough."""
Limit = Annotated[int, Unit("limit")]
"""Beyond so many no more is done, or shown."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A tolerance: the module that has it, its name there, its value and unit, its evidence."""

    module: str
    name: str
    value: float
    unit: str
    evidence: str


def settings(package: str = "pipeline.readers.pdf") -> Iterator[Setting]:
    """All tolerances of the modules of a package and of those in it, in their order."""
    whole = import_module(package)
    yield from settings_of(whole)
    for found in pkgutil.iter_modules(whole.__path__, f"{package}."):
        if found.ispkg:
            yield from settings(found.name)
        else:
            yield from settings_of(import_module(found.name))


def settings_of(module: ModuleType) -> Iterator[Setting]:
    """The tolerances of one module."""
    source = inspect.getsource(module)
    for node in ast.parse(source).body:
        match node:
            case ast.AnnAssign(ast.Name(name), ast.Name(annotation)):
                hint = getattr(module, annotation, None)
                for unit in getattr(hint, "__metadata__", ()):
                    evidence = _comment_above(source.splitlines(), node.lineno - 1)
                    value = getattr(module, name)
                    yield Setting(module.__name__, name, value, unit.name, evidence)


def _comment_above(lines: list[str], at: int) -> str:
    """The comment above a line; tolerances that stand below each other share one."""
    while at and ": " in lines[at] and not lines[at].startswith("#"):
        at -= 1
    end = at + 1
    while at >= 0 and lines[at].startswith("#"):
        at -= 1
    return " ".join(line.lstrip("# ") for line in lines[at + 1 : end])
