"""Profiles of random shape by every producer, converted and compared leaf by leaf.

    python -m tests.shapes.matrix [--seed N] [--count N] [--anew N] [--producer NAME...]
        [--jobs N] [--out DIR] [--least PERCENT] [--verbose]

Of each producer `--count` documents of the seed, the same each time, and `--anew` of one that is
drawn and printed; a table for either. Exit code 1: fewer leaves exact than `--least`.
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
from functools import partial
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
    anew = random.SystemRandom().randrange(10**6)
    os.nice(5)
    outcomes = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(options.out or name)
        folder.mkdir(parents=True, exist_ok=True)
        for seed, first, count in (
            (options.seed, options.first, options.count),
            (anew, 0, options.anew),
        ):
            if count:
                print(f"\nseed {seed}, {count} documents a producer")
                found = list(_outcomes(seed, range(first, first + count), folder, options))
                print("\n".join(report(found, options.verbose)), flush=True)
                outcomes += found
    print(f"\n{len(outcomes)} documents, {share(outcomes):.2f} % of leaves exact")
    return int(share(outcomes) < (options.least or 0.0))


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.shapes.matrix")
    parser.add_argument("--seed", type=int, default=16, help="of the documents that stay the same")
    parser.add_argument("--count", type=int, default=48, help="of these, for each producer")
    parser.add_argument("--first", type=int, default=0, help="the number of the first of them")
    parser.add_argument("--anew", type=int, default=12, help="drawn anew, for each producer")
    parser.add_argument("--producer", nargs="+", choices=PRODUCERS)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--out", help="keep the documents here")
    parser.add_argument("--least", type=float, help="percent of leaves that must be exact")
    parser.add_argument("--verbose", action="store_true", help="print the leaves that differ")
    return parser


def _outcomes(
    seed: int, numbers: range, folder: Path, options: argparse.Namespace
) -> Iterator[Outcome]:
    """The outcomes by producer, in some parts of each, worked out on all cores."""
    parts: list[tuple[str, range]] = []
    for name in options.producer or PRODUCERS:
        if lack := PRODUCERS[name].missing():
            print(f"{name}: skipped: {lack}")
            continue
        size = -(-len(numbers) // options.jobs)
        parts += [(name, numbers[at : at + size]) for at in range(0, len(numbers), size)]
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
        for found in pool.map(partial(_worked, seed, folder), parts):
            yield from found


def _worked(seed: int, folder: Path, part: tuple[str, range]) -> list[Outcome]:
    producer = PRODUCERS[part[0]]
    return [_outcome(work) for work in _made(producer, seed, part[1], folder)]


def _made(producer: Producer, seed: int, numbers: range, folder: Path) -> Iterator[Work]:
    documents = [document(seed, number, producer.form) for number in numbers]
    for one, data in zip(documents, producer.printed(documents), strict=True):
        if producer.ending == "pdf" and has_doubt(one.tree, data):
            print(f"{producer.name}: document {one.number} left out, a page end leaves a doubt")
            continue
        path = folder / f"{seed}-{one.number:04d}.{producer.name}.{producer.ending}"
        path.write_bytes(data)
        yield Work(producer.name, str(path), one)


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
