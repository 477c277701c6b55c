"""Every document of every producer's habit, converted and compared leaf by leaf.

    python -m tests.habits [--only PART] [--keep DIR] [--least PERCENT] [--jobs N] [--shown N]

A line for each habit: how many documents are exact, wrong, and wrong without a finding of severity
warning or error (silent). Then each wrong document with its first wrong leaves. `--keep` writes the
documents, each with `.expected.json` beside it. Exit code 1: fewer right than `--least`.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

from tests.habits.check import Outcome
from tests.habits.habit import HABITS
from tests.habits.trial import tried


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", default="", help="habits or documents whose name has this part")
    parser.add_argument("--keep", type=Path, help="write the documents into this folder")
    parser.add_argument("--least", type=float, default=0, help="how many in 100 must be right")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--shown", type=int, default=4, help="wrong leaves of a document")
    args = parser.parse_args(arguments)
    part = args.only.split("/")[0]
    names = [name for name in HABITS if part in name] or list(HABITS)
    with ProcessPoolExecutor(args.jobs, mp_context=get_context("spawn")) as pool:
        work = pool.map(tried, names, repeat(args.only), repeat(args.keep))
        results = [result for result in zip(names, work, strict=True) if result[1]]
    for name, outcomes in results:
        print(_line(name, [one for _, one in outcomes]))
    for name, outcomes in results:
        for document, one in outcomes:
            if not one.right:
                _tell(f"{name}/{document}", one, args.shown)
    every = [one for _, outcomes in results for _, one in outcomes]
    exact = sum(all(one.right for _, one in outcomes) for _, outcomes in results)
    share = 100 * sum(one.right for one in every) / max(len(every), 1)
    print(_line("in all", every), f" {share:.1f} %; of {len(results)} habits {exact} are whole")
    return 1 if share < args.least else 0


def _line(name: str, outcomes: list[Outcome]) -> str:
    right = sum(one.right for one in outcomes)
    silent = sum(one.word == "SILENT" for one in outcomes)
    wrong = len(outcomes) - right
    return f"{name:36} right {right:3}  wrong {wrong:3}  of these silent {silent:3}"


def _tell(name: str, one: Outcome, shown: int) -> None:
    print(f"{one.word:6} {name}  [{' '.join(one.codes)}]  {len(one.wrong)} leaves")
    for leaf in one.wrong[:shown]:
        print(f"         {leaf}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
