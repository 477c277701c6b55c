"""Every profile in every house style by every engine, converted and compared leaf by leaf.

    python -m tests.rendering.matrix [--engines html,docx,...] [--profiles N] [--seed S]
        [--drawn N] [--keep FOLDER] [--least SHARE] [--markdown] [--whole]

Nothing is kept between runs. A file in which a page end leaves in doubt whether a paragraph
ends there, or that lacks a word, is counted apart, and not against the conversion. The exit code
is 1 where a ledger does not close, and where a file is not exact that is not listed in
known_misses.py, or is exact and listed; in place of these --least asks for a share of leaves of
each engine (fonts, and with them lines and page ends, differ between machines). It is 2 where an
engine is missing.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from pipeline import DocumentError, convert_bytes
from pipeline.profile.codec import profile_to_plain
from tests.profiles import ROOT, content_of
from tests.rendering.comparison import Comparison, Difference, compared
from tests.rendering.engines import ENGINES, Dress, parts_paragraphs_by_gaps, sheet_for
from tests.rendering.known_misses import Kind, known_kind
from tests.rendering.printed.doubts import doubts, missing_words
from tests.rendering.sheet import Content
from tests.rendering.word.wording import missing_words as missing_in_docx
from tests.roundtrip.content import contents
from tests.roundtrip.document_styles import docx_styles, pdf_styles
from tests.roundtrip.styles import styles

_WORKERS = 2
_DRAWS = 3
_SHOWN = 160  # characters of a value in the report


@dataclass(frozen=True, slots=True)
class Job:
    """A profile to be printed in a dress by an engine."""

    engine: str
    house: str
    profile: str
    content: Content
    dress: Dress

    @property
    def file_name(self) -> str:
        """The name under which a failing file is kept."""
        return f"{self.house}.{self.engine}.{self.profile}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job; `error` where nothing came out, `doubt` what the file hides."""

    job: Job
    data: bytes
    seconds: float
    comparison: Comparison
    closed: bool
    error: str = ""
    doubt: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether no reader can know the content: the file hides a part of it, or lacks it."""
        return bool(self.doubt or self.lost)

    @property
    def known(self) -> Kind | None:
        """Why the file is known not to be read back exactly; None where nothing is known."""
        return known_kind(self.job.file_name)

    @property
    def stale(self) -> bool:
        """Whether the file is read back exactly although it is listed as one that is not."""
        return self.exact and self.known is not None

    @property
    def exact(self) -> bool:
        """Whether the content came out as it went in, and nothing of the file was lost."""
        return not self.error and self.closed and self.comparison.first is None


def main(arguments: list[str]) -> int:
    """Run the matrix and print its report."""
    options = _options().parse_args(arguments)
    names = options.engines.split(",") if options.engines else list(ENGINES)
    absent = {name: why for name in names if (why := ENGINES[name].missing())}
    for name, why in absent.items():
        print(f"{name}: {why}", file=sys.stderr)
    profiles = {**corpus_profiles(), **generated_profiles(options.profiles, options.seed)}
    jobs = [
        job
        for name in names
        if name not in absent
        for job in (
            *house_jobs(name, profiles, 0 if options.whole else ENGINES[name].turns),
            *drawn_jobs(name, _drawn_of(name, options), options.seed),
        )
    ]
    outcomes = list(outcomes_of(jobs))
    if options.keep:
        keep_failures(outcomes, Path(options.keep))
    print("\n".join(report(outcomes, options.markdown)))
    if absent:
        return 2
    return int(
        any(not outcome.closed for outcome in outcomes) or falls_short(outcomes, options.least)
    )


def _drawn_of(name: str, options: argparse.Namespace) -> int:
    """How many drawn looks an engine prints."""
    most = ENGINES[name].drawn
    wanted: int = options.drawn
    return wanted if most is None or options.whole else min(wanted, most)


def falls_short(outcomes: list[Outcome], least: float | None) -> bool:
    """Whether a certain file is not what is known of it, or an engine has too few leaves right.

    The leaves are asked for in percent.
    """
    certain = [outcome for outcome in outcomes if not outcome.doubtful]
    if least is None:
        return any(outcome.exact == (outcome.known is not None) for outcome in certain)
    return any(100 * exact < least * leaves for leaves, exact in _leaves(certain).values())


def _leaves(outcomes: Iterable[Outcome]) -> dict[str, tuple[int, int]]:
    """For each engine the leaves in all, and those that came out right."""
    found: dict[str, tuple[int, int]] = {}
    for outcome in outcomes:
        leaves, exact = found.get(outcome.job.engine, (0, 0))
        more = outcome.comparison
        found[outcome.job.engine] = (leaves + more.leaves, exact + more.exact)
    return found


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.rendering.matrix")
    parser.add_argument(
        "--engines",
        default="",
        help=f"some of {','.join(ENGINES)}; default: all",
    )
    parser.add_argument("--profiles", type=int, default=0, help="generated profiles, beside corpus")
    parser.add_argument("--drawn", type=int, default=0, help="files an engine in drawn styles")
    parser.add_argument("--seed", type=int, default=1, help="of what is generated and drawn")
    parser.add_argument("--keep", default="", help="folder for the files that failed")
    parser.add_argument("--least", type=float, metavar="PERCENT", help="leaves to ask for")
    parser.add_argument("--whole", action="store_true", help="all that a slow engine leaves out")
    parser.add_argument("--markdown", action="store_true", help="the table as Markdown")
    return parser


# ------------------------------------------------------------------------------------- jobs


def corpus_profiles() -> dict[str, Content]:
    """The hand-written profiles by name."""
    folders = sorted((ROOT / "tests" / "corpus").iterdir())
    return {f.name: json.loads((f / "expected.json").read_text("utf-8")) for f in folders}


def generated_profiles(count: int, number: int) -> dict[str, Content]:
    """Generated profiles, the same for the same seed."""
    return {f"generated-{n}": found for n, found in enumerate(_drawn(contents(), count, number))}


def house_jobs(name: str, profiles: dict[str, Content], turns: int = 0) -> Iterator[Job]:
    """Each profile in each house style of an engine; or `turns` in each, the next ones in turn."""
    taken = itertools.cycle(profiles.items())
    for house in ENGINES[name].houses:
        for profile, content in itertools.islice(taken, turns or len(profiles)):
            yield house_job(name, house, profile, content)


def house_job(name: str, house: str, profile: str, content: Content) -> Job:
    """One profile in one house style of an engine."""
    engine = ENGINES[name]
    return Job(name, house, profile, content, engine.dressed(engine.houses[house], content))


def drawn_jobs(name: str, count: int, number: int) -> Iterator[Job]:
    """Generated profiles in drawn styles, the same for the same seed."""
    for n in range(count):
        yield drawn_job(name, n, number)


def drawn_job(name: str, n: int, number: int) -> Job:
    """The n-th of them."""
    engine = ENGINES[name]
    looks: dict[str, Any] = {"html": styles("cms"), "docx": docx_styles(), "pdf": pdf_styles()}
    family = "docx" if name.startswith(("libreoffice", "writer")) else engine.kind
    content = _one_drawn(contents(), n, number + 1)
    dress = engine.dressed(_one_drawn(looks[family], n, number + 2), content)
    return Job(name, f"drawn-{n}", f"drawn-{n}", content, dress)


def _drawn(strategy: Any, count: int, number: int) -> list[Any]:
    """So many values."""
    return [_one_drawn(strategy, n, number) for n in range(count)]


def _one_drawn(strategy: Any, n: int, number: int) -> Any:
    """The n-th value, of a run of its own: within a run, one is a variant of another."""
    found: list[Any] = []

    @seed(1000 * number + n)
    @settings(
        # The first value of a run is the simplest there is.
        max_examples=_DRAWS,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(value: Any) -> None:
        found.append(value)

    draw()
    return found[-1]


# --------------------------------------------------------------------------------- outcomes


def outcomes_of(jobs: list[Job]) -> Iterator[Outcome]:
    """The outcomes of the jobs, in order, worked out on all cores."""
    parts = list(_parts(jobs))
    with ProcessPoolExecutor(_WORKERS, mp_context=get_context("spawn")) as pool:
        for found in pool.map(_worked, parts):
            yield from found


def _parts(jobs: list[Job]) -> Iterator[list[Job]]:
    """The jobs of each engine in a few parts, so that a program is started a few times only."""
    by_engine: dict[str, list[Job]] = defaultdict(list)
    for job in jobs:
        by_engine[job.engine].append(job)
    for found in by_engine.values():
        size = max(1, -(-len(found) // (2 * _WORKERS)))
        yield from (found[at : at + size] for at in range(0, len(found), size))


def _worked(jobs: list[Job]) -> list[Outcome]:
    engine = ENGINES[jobs[0].engine]
    started = time.perf_counter()
    files = engine.printed([(job.content, job.dress) for job in jobs])
    each = (time.perf_counter() - started) / len(jobs)
    return [_outcome(job, data, each) for job, data in zip(jobs, files, strict=True)]


def _outcome(job: Job, data: bytes, seconds: float) -> Outcome:
    sheet = sheet_for(job.content, job.dress)
    doubt: list[str] = []
    lost: list[str] = []
    if ENGINES[job.engine].kind == "pdf":
        doubt = doubts(data, sheet, parts_paragraphs_by_gaps(job.dress))
        lost = missing_words(data, sheet)
    if ENGINES[job.engine].kind == "docx":
        lost = missing_in_docx(data, sheet)
    error = ""
    found: Content = {}
    closed = True
    try:
        conversion = convert_bytes(data, job.file_name)
        found = content_of(profile_to_plain(conversion.profile))
        closed = conversion.ledger.closed
    except DocumentError as refused:
        error = str(refused)
    except Exception as fault:  # a bug in the conversion is an outcome too
        error = f"{type(fault).__name__}: {fault}"
    result = compared(job.content, found)
    return Outcome(job, data, seconds, result, closed, error, tuple(doubt), tuple(lost))


def keep_failures(outcomes: Iterable[Outcome], folder: Path) -> None:
    """Write each file that did not come out exactly, with the content that it must give."""
    folder.mkdir(parents=True, exist_ok=True)
    for outcome in outcomes:
        if not outcome.exact:
            stem = outcome.job.file_name
            ending = ENGINES[outcome.job.engine].kind
            (folder / f"{stem}.{ending}").write_bytes(outcome.data)
            expected = json.dumps(outcome.job.content, ensure_ascii=False, indent=1)
            (folder / f"{stem}.expected.json").write_text(expected, "utf-8")
            (folder / f"{stem}.style.txt").write_text(repr(outcome.job.dress), "utf-8")


# ----------------------------------------------------------------------------------- report


def report(outcomes: list[Outcome], markdown: bool = False) -> Iterator[str]:
    """A table by engine, then a line for each miss with the first leaf that differs."""
    by_engine: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        by_engine[outcome.job.engine].append(outcome)
    head = ("engine", "files", "exact", "in doubt", "leaves", "exact leaves", "s per file")
    rows = [head, *(_figures(name, found) for name, found in by_engine.items())]
    if markdown:
        rows.insert(1, ("---", *["---:"] * (len(head) - 1)))
        yield from ("| " + " | ".join(row) + " |" for row in rows)
    else:
        yield from (
            "".join(cell.ljust(22 if n == 0 else 14) for n, cell in enumerate(row)) for row in rows
        )
    yield ""
    for outcome in outcomes:
        if not outcome.exact or outcome.lost:
            yield from _miss(outcome)
        elif outcome.stale:
            yield f"{outcome.job.file_name}: exact; strike it from known_misses.py"


def _figures(name: str, found: list[Outcome]) -> tuple[str, ...]:
    certain = [outcome for outcome in found if not outcome.doubtful]
    leaves, exact_leaves = _leaves(certain).get(name, (0, 0))
    return (
        name,
        str(len(certain)),
        str(sum(outcome.exact for outcome in certain)),
        str(len(found) - len(certain)),
        str(leaves),
        f"{100 * exact_leaves / leaves:.2f} %" if leaves else "-",
        f"{sum(outcome.seconds for outcome in found) / len(found):.3f}",
    )


def _miss(outcome: Outcome) -> Iterator[str]:
    known = f" (known: {outcome.known})" if outcome.known else ""
    mark = " (in doubt)" if outcome.doubtful else known
    if outcome.lost:
        yield f"{outcome.job.file_name}: the file itself lacks {', '.join(outcome.lost)}"
    if outcome.error:
        yield f"{outcome.job.file_name}{mark}: {outcome.error}"
    elif not outcome.closed:
        yield f"{outcome.job.file_name}{mark}: the ledger does not close"
    elif outcome.comparison.first:
        yield f"{outcome.job.file_name}{mark}: {_shown(outcome.comparison.first)}"


def _shown(difference: Difference) -> str:
    wanted, found = repr(difference.wanted), repr(difference.found)
    return f"{difference.pointer}\n    wanted {wanted[:_SHOWN]}\n    found  {found[:_SHOWN]}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
