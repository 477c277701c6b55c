"""Profiles of random shape by every producer, converted and compared leaf by leaf.

    python -m tests.shapes.matrix [--seed N] [--count N] [--producer NAME...] [--jobs N]
        [--out DIR] [--least PERCENT] [--verbose]

Without a seed one is drawn, and printed. Exit code 1: fewer leaves exact than `--least`.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from tests.shapes.comparison import Comparison, compared, refused
from tests.shapes.compose import Document, document
from tests.shapes.doubts import has_doubt
from tests.shapes.producers import PRODUCERS, Producer
from tests.shapes.report import Outcome, report, share


@dataclass(frozen=True, slots=True)
class Work:
    """A document on the disk that is to be converted."""

    producer: str
    path: str
    document: Document


def main(arguments: list[str]) -> int:
    """Make the documents, convert them and print the report."""
    options = _options().parse_args(arguments)
    seed = random.SystemRandom().randrange(10**6) if options.seed is None else options.seed
    print(f"seed {seed}, {options.count} documents a producer")
    os.nice(5)
    outcomes = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(options.out or name)
        folder.mkdir(parents=True, exist_ok=True)
        for producer in (PRODUCERS[one] for one in options.producer or PRODUCERS):
            if lack := producer.missing():
                print(f"{producer.name}: skipped: {lack}")
                continue
            numbers = range(options.first, options.first + options.count)
            work = _made(producer, seed, numbers, folder)
            outcomes += _outcomes(work, options.jobs)
    print("\n".join(report(outcomes, options.verbose)))
    return int(share(outcomes) < (options.least or 0.0))


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.shapes.matrix")
    parser.add_argument("--seed", type=int, help="the same documents again")
    parser.add_argument("--count", type=int, default=30, help="documents a producer")
    parser.add_argument("--first", type=int, default=0, help="the number of the first one")
    parser.add_argument("--producer", nargs="+", choices=PRODUCERS)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--out", help="keep the documents here")
    parser.add_argument("--least", type=float, help="percent of leaves that must be exact")
    parser.add_argument("--verbose", action="store_true", help="print the leaves that differ")
    return parser


def _made(producer: Producer, seed: int, numbers: range, folder: Path) -> Iterator[Work]:
    documents = [document(seed, number, producer.form) for number in numbers]
    for one, data in zip(documents, producer.printed(documents), strict=True):
        if producer.ending == "pdf" and has_doubt(one.tree, data):
            print(f"{producer.name}: document {one.number} left out, a page end leaves a doubt")
            continue
        path = folder / f"{seed}-{one.number:04d}.{producer.name}.{producer.ending}"
        path.write_bytes(data)
        yield Work(producer.name, str(path), one)


def _outcomes(work: Iterator[Work], jobs: int) -> list[Outcome]:
    if jobs == 1:
        return [_outcome(one) for one in work]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return list(pool.map(_outcome, work, chunksize=4))


def _outcome(work: Work) -> Outcome:
    from pipeline import DocumentError, convert
    from pipeline.profile.codec import profile_to_plain

    try:
        result = convert(Path(work.path))
    except DocumentError as error:
        return _outcome_of(work, refused(work.document), error=_code(error), loud=True)
    except Exception as error:  # a fault of the converter is an outcome like others
        return _outcome_of(work, refused(work.document), error=type(error).__name__, loud=False)
    loud = any(str(one.severity) in ("error", "warning") for one in result.findings)
    comparison = compared(work.document, profile_to_plain(result.profile))
    return _outcome_of(work, comparison, "" if result.ledger.closed else "ledger", loud)


def _outcome_of(work: Work, comparison: Comparison, error: str, loud: bool) -> Outcome:
    return Outcome(work.producer, Path(work.path).name, work.document, comparison, error, loud)


def _code(error: Any) -> str:
    """The code of the finding that an error carries."""
    finding = getattr(error, "finding", error)
    return str(getattr(finding, "code", type(error).__name__))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
