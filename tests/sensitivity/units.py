"""Each tolerance of the PDF reader at nothing and at ten times its value: do unit tests notice?

Those of its own module are run, and nothing else. A tolerance that they do not notice either way
is not tested, or it decides nothing.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context

from tests.mutants.running import READER, Runs, path_of, preload

_TIMES = 10


@dataclass(frozen=True, slots=True)
class Moved:
    """A tolerance, and whether the tests of its module notice that it is far from its value."""

    module: str
    name: str
    value: float
    unit: str
    at_nothing: bool = False
    at_much: bool = False

    @property
    def is_noticed(self) -> bool:
        """Whether a test fails with either."""
        return self.at_nothing or self.at_much

    def __str__(self) -> str:
        found = "  ".join(
            f"{name} {'noticed' if noticed else '-':8}"
            for name, noticed in (("at 0", self.at_nothing), ("tenfold", self.at_much))
        )
        mark = "  " if self.is_noticed else "! "
        return f"{mark}{f'{self.module}.{self.name}':38} {self.value:9g} {self.unit:6} {found}"


def unnoticed(only: str, jobs: int) -> int:
    """Print a line for each tolerance; how many no unit test notices."""
    preload()
    found = []
    context = get_context("fork")
    # The reader is loaded by another process, so that this one can hand on forks without it.
    with context.Pool(1) as pool:
        every = pool.apply(_settings)
    wanted = [one for one in every if re.search(only, f"{one.module}.{one.name}")]
    with context.Pool(jobs) as pool:
        for one in pool.imap(_moved, wanted):
            print(one, flush=True)
            found.append(one)
    without = [one for one in found if not one.is_noticed]
    print(f"\n{len(without)} of {len(found)} are not noticed by the unit tests of their modules")
    return len(without)


def _settings() -> list[Moved]:
    from pipeline.readers.pdf.settings import settings

    return [
        Moved(one.module.removeprefix(f"{READER}."), one.name, one.value, one.unit)
        for one in settings()
    ]


def _moved(one: Moved) -> Moved:
    runs = _runs(one.module)
    at_nothing, at_much = (
        runs.pass_as_it_is and not runs.pass_with(_with(one, value))
        for value in (type(one.value)(0), one.value * _TIMES)
    )
    return Moved(one.module, one.name, one.value, one.unit, at_nothing, at_much)


_runs = cache(Runs)


def _with(one: Moved, value: float) -> ast.Module:
    """The module of a tolerance with another value."""
    tree = ast.parse(path_of(one.module).read_text())
    for node in tree.body:
        match node:
            case ast.AnnAssign(target=ast.Name(id=name)) if name == one.name:
                node.value = ast.copy_location(ast.Constant(value), node)
    return ast.fix_missing_locations(tree)
