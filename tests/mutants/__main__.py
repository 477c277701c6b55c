"""Thirty changes of each module of the PDF reader: how many of them its own unit tests notice.

    python -m tests.mutants [MODULE ...] [--many N] [--seed S] [--jobs N]

A line for each module: how many were noticed (killed), and a line for each that was not, with what
was done where. Ends with 1 where a module's tests notice fewer than nine in ten.
"""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context

from tests.mutants.mutations import Mutant, mutated, sample
from tests.mutants.running import Runs, modules, preload

_ENOUGH = 0.9


@dataclass(frozen=True, slots=True)
class Round:
    """A module, how many mutants it had, the survivors as told; a fault is why there was none."""

    module: str
    many: int
    survivors: Sequence[str]
    fault: str = ""

    @property
    def is_enough(self) -> bool:
        """Whether enough were noticed."""
        return not self.fault and len(self.survivors) <= round((1 - _ENOUGH) * self.many, 6)

    def __str__(self) -> str:
        killed = self.fault or f"{self.many - len(self.survivors):2} of {self.many:2}"
        head = f"{'' if self.is_enough else '! '}{self.module}"
        return "\n".join([f"{head:28} {killed}", *self.survivors])


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("modules", nargs="*", help="such as grid or engine.paths; without any, all")
    parser.add_argument("--many", type=int, default=30, help="how many mutants of each")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args(arguments)
    # Python says so where a mutant compares what is never equal.
    warnings.simplefilter("ignore", SyntaxWarning)
    preload()
    one = partial(round_of, many=args.many, seed=args.seed)
    poor = 0
    with get_context("fork").Pool(args.jobs) as pool:
        for found in pool.imap(one, args.modules or modules()):
            print(found, flush=True)
            poor += not found.is_enough
    print(f"\n{poor} modules below {_ENOUGH:.0%}")
    return int(poor > 0)


def round_of(module: str, many: int, seed: str) -> Round:
    """What the tests of a module notice of its mutants."""
    runs = Runs(module)
    chosen = sample(runs.source, many, f"{seed} {module}")
    if not chosen:
        return Round(module, 0, ())
    if not runs.pass_as_it_is:
        fault = "its tests fail as it is" if runs.tests else "no unit tests of its own"
        return Round(module, len(chosen), (), fault)
    survivors = [m for m in chosen if runs.pass_with(mutated(runs.source, m))]
    return Round(module, len(chosen), [_told(m, runs.source) for m in survivors])


def _told(mutant: Mutant, source: str) -> str:
    line = source.splitlines()[mutant.line - 1].strip()
    return f"    {mutant.line:4} {mutant.what:9} {line[:84]}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
