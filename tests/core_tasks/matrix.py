"""Every profile by every maker, converted and compared leaf by leaf.

    python -m tests.core_tasks.matrix [--profiles N] [--looks docx-styles,...] [--seed S]
        [--out DIR] [--jobs N] [--least PERCENT] [--shown N] [--only-make]

A cell of the table is `=` where the content is exact, else the number of leaves that differ, the
code of the error, or `ledger` where a character is in no account. Loud: a document that differs
and carries a finding of severity error or warning; silent: one that differs without any. A document
in which a page end leaves in doubt whether a paragraph ends there is marked `?` and does not count.
Exit code 1: fewer exact than `--least`, or a document lacks a text of its content; 2: a maker's
program is missing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from tests.core_tasks.checks import missing, printed_text
from tests.core_tasks.comparison import count, differences
from tests.core_tasks.looks import LOOKS
from tests.core_tasks.make import SEED, Made, all_made, keep, subjects
from tests.core_tasks.shape import Content
from tests.rendering.comparison import Difference

_SHOWN = 110  # characters of a value
_WIDTH = 11  # of a column


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a document; `error` is a code where nothing came out."""

    look: str
    profile: str
    leaves: int
    differing: tuple[Difference, ...]
    error: str
    loud: bool
    doubtful: bool

    @property
    def exact(self) -> bool:
        return not self.error and not self.differing

    @property
    def cell(self) -> str:
        """As it stands in the table."""
        shown = self.error or (str(len(self.differing)) if self.differing else "=")
        return f"{shown}{'' if self.exact or self.loud else ' !'}{'?' if self.doubtful else ''}"


def main(arguments: list[str]) -> int:
    """Make the documents, convert them and print the report."""
    options = _options().parse_args(arguments)
    names = options.looks.split(",") if options.looks else list(LOOKS)
    absent = {name: why for name in names if (why := LOOKS[name].missing())}
    for name, why in absent.items():
        print(f"{name}: {why}", file=sys.stderr)
    present = [name for name in names if name not in absent]
    found = list(all_made(present, subjects()[: options.profiles], options.seed))
    lost = list(_lost(found))
    print("\n".join(lost), file=sys.stderr, end="\n" if lost else "")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(options.out or name)
        for one in found:
            keep(one, folder)
        if options.only_make:
            print(f"{len(found)} documents in {folder}")
            return 2 if absent else int(bool(lost))
        outcomes = _outcomes(found, folder, options.jobs)
    print("\n".join(report(outcomes, options.shown)))
    if absent:
        return 2
    return int(bool(lost) or share(outcomes) < (options.least or 0.0))


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.core_tasks.matrix")
    parser.add_argument("--profiles", type=int, help="the first so many only")
    parser.add_argument("--looks", help=f"of {', '.join(LOOKS)}")
    parser.add_argument("--seed", type=int, default=SEED, help="another: other forms and wording")
    parser.add_argument("--out", help="keep the documents and their contents here")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--least", type=float, help="percent of documents that must be exact")
    parser.add_argument("--shown", type=int, default=1, help="differences a document to print")
    parser.add_argument("--only-make", action="store_true", help="convert nothing")
    return parser


def _lost(found: Iterable[Made]) -> Iterator[str]:
    """The documents that do not print all of their content: faults of the kit."""
    for one in found:
        texts = missing(one.content, printed_text(one.ending, one.data))
        if texts:
            yield f"{one.file_name} lacks {len(texts)} texts: {texts[0]!r}"


# --------------------------------------------------------------------------------- conversion


def _outcomes(found: list[Made], folder: Path, jobs: int) -> list[Outcome]:
    work = [
        (str(folder / one.file_name), one.look, one.profile, one.content, bool(one.doubt))
        for one in found
    ]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return list(pool.map(_outcome, work, chunksize=4))


def _outcome(work: tuple[str, str, str, Content, bool]) -> Outcome:
    path, look, profile, content, doubtful = work
    from pipeline import DocumentError, convert
    from pipeline.profile.codec import profile_to_plain

    leaves = count(content)
    try:
        result = convert(Path(path))
    except DocumentError as error:
        return Outcome(look, profile, leaves, (), _code(error), True, doubtful)
    except Exception as error:  # a fault of the converter is an outcome like others
        name = type(error).__name__
        return Outcome(look, profile, leaves, (), name, False, doubtful)
    if not result.ledger.closed:
        return Outcome(look, profile, leaves, (), "ledger", True, doubtful)
    found = profile_to_plain(result.profile)
    loud = any(str(one.severity) in ("error", "warning") for one in result.findings)
    differing = tuple(differences(content, found))
    return Outcome(look, profile, leaves, differing, "", loud, doubtful)


def _code(error: Any) -> str:
    """The code of the finding that an error carries."""
    finding = getattr(error, "finding", error)
    return str(getattr(finding, "code", type(error).__name__))


# ------------------------------------------------------------------------------------- report


def share(outcomes: list[Outcome]) -> float:
    """The percentage of documents without doubt that are exact."""
    certain = [one for one in outcomes if not one.doubtful]
    return 100 * sum(one.exact for one in certain) / len(certain) if certain else 100.0


def report(outcomes: list[Outcome], shown: int) -> Iterator[str]:
    """The table, the totals, and the first differences of each document."""
    profiles = list(dict.fromkeys(one.profile for one in outcomes))
    looks = list(dict.fromkeys(one.look for one in outcomes))
    cells = {(one.look, one.profile): one.cell for one in outcomes}
    yield "".join([" " * 24, *(name[: _WIDTH - 1].ljust(_WIDTH) for name in profiles)])
    for look in looks:
        row = (cells.get((look, profile), "").ljust(_WIDTH) for profile in profiles)
        yield look.ljust(24) + "".join(row)
    yield ""
    yield from _totals(outcomes)
    if shown:
        yield ""
        yield from (line for one in outcomes for line in _shown(one, shown))


def _totals(outcomes: list[Outcome]) -> Iterator[str]:
    certain = [one for one in outcomes if not one.doubtful]
    inexact = [one for one in certain if not one.exact]
    loud = sum(one.loud for one in inexact)
    differ = [one for one in inexact if not one.error]
    exact = len(certain) - len(inexact)
    yield f"exact: {exact} of {len(certain)} ({share(outcomes):.1f} %)"
    yield f"in doubt, not counted: {len(outcomes) - len(certain)}"
    yield (
        f"not exact: {len(inexact)}, of which refused {len(inexact) - len(differ)}, "
        f"loud {loud}, silent {len(inexact) - loud}"
    )
    leaves = sum(one.leaves for one in certain if not one.error)
    wrong = sum(len(one.differing) for one in certain)
    yield f"leaves of documents that were read: {leaves}, differing {wrong}"


def _shown(one: Outcome, shown: int) -> Iterator[str]:
    for difference in one.differing[:shown]:
        wanted, found = repr(difference.wanted), repr(difference.found)
        yield f"{one.profile}.{one.look} {difference.pointer}"
        yield f"    wanted {wanted[:_SHOWN]}"
        yield f"    found  {found[:_SHOWN]}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
