"""The command `bcp`: arguments, printing, exit codes."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.core.catalogue import CATALOGUE
from pipeline.core.diagnostics import Diagnostic, Severity
from pipeline.core.errors import DocumentError, OutputError, UsageError
from pipeline.core.version import VERSION

if TYPE_CHECKING:
    from pipeline.batch import Outcome

CLEAN, FINDINGS, USAGE, OUTPUT_FAILED, INTERRUPTED = 0, 1, 2, 3, 130
DEFAULT_FORMATS = ("json", "csv", "xml")
# Shorter work needs no progress bar.
_PATIENCE = 1.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is the return value."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except UsageError as error:
        return _fail(str(error), USAGE)
    except OutputError as error:
        return _fail(str(error), OUTPUT_FAILED)
    except DocumentError as error:
        print(_line(str(options.paths[0]), Diagnostic(error.code, error.message)), file=sys.stderr)
        return FINDINGS
    except KeyboardInterrupt:
        return _fail("interrupted; nothing of this run was written", INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has seen enough (`bcp inspect FILE | head`).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    return code


def _fail(message: str, code: int) -> int:
    print(f"bcp: {message}", file=sys.stderr)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bcp", description="Dutch beroepscompetentieprofielen to validated data."
    )
    parser.add_argument("--version", action="version", version=f"bcp {VERSION}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_convert(commands.add_parser("convert", help="convert files and folders"))
    _add_validate(commands.add_parser("validate", help="check profile JSON and XML files"))
    inspect = commands.add_parser("inspect", help="show what was seen in a file, and where")
    inspect.add_argument("paths", nargs=1, type=Path, metavar="PATH")
    inspect.add_argument(
        "--image", type=Path, metavar="PNG", help="draw a page of a PDF, with what was seen on it"
    )
    inspect.add_argument("--page", type=int, default=1, metavar="N", help="the page to draw")
    inspect.set_defaults(run=_inspect)
    formats = commands.add_parser("formats", help="list the readers, layouts and writers")
    formats.set_defaults(run=_formats)
    explain = commands.add_parser("explain", help="say what a finding means and what to do")
    explain.add_argument("code", metavar="CODE", nargs="?", help="for instance BCP301; all without")
    explain.set_defaults(run=_explain)
    return parser


def _add_convert(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")
    parser.add_argument("--output", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--format", action="append", metavar="NAME", help="default: json, csv and xml"
    )
    parser.add_argument(
        "--jobs", type=_positive, default=1, metavar="N", help="processes; default 1"
    )
    parser.add_argument("--max-bytes", type=_positive, default=None, metavar="N")
    _add_reporting(parser)
    parser.set_defaults(run=_convert)


def _add_validate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")
    _add_reporting(parser)
    parser.set_defaults(run=_validate)


def _add_reporting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strict", action="store_true", help="count warnings as errors")
    parser.add_argument("--report-format", choices=("text", "json"), default="text")
    parser.add_argument("--verbose", "-v", action="store_true", help="print notes as well")


def _positive(written: str) -> int:
    number = int(written)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


# The commands. What is heavy is imported where it is needed, so that help is quick.


def _convert(options: argparse.Namespace) -> int:
    from pipeline import batch
    from pipeline.contract.records import record_to_plain
    from pipeline.conversion import MAX_BYTES
    from pipeline.writers.json_profile import json_bytes

    writers = batch.writers_named(options.format or DEFAULT_FORMATS)
    paths = batch.source_files(options.paths)
    with _Progress(len(paths)) as progress:
        outcomes = batch.convert_all(
            paths, options.jobs, options.max_bytes or MAX_BYTES, progress.step
        )
    report = batch.publish(outcomes, writers, options.output)
    if options.report_format == "json":
        sys.stdout.write(json_bytes(record_to_plain(report)).decode())
    else:
        for outcome in outcomes:
            _print_findings(str(outcome.path), outcome.findings, options.verbose)
        _print_summary(outcomes, options.output)
    return batch.exit_code(outcomes, options.strict)


def _validate(options: argparse.Namespace) -> int:
    from pipeline.contract.records import finding_record, record_to_plain
    from pipeline.validate import validate_file
    from pipeline.writers.json_profile import json_bytes

    found: dict[str, list[Diagnostic]] = {}
    for path in _profile_files(options.paths):
        try:
            found[str(path)] = validate_file(path)
        except DocumentError as error:
            found[str(path)] = [Diagnostic(error.code, error.message)]
        except Exception as error:  # the other files must still be checked
            message = f"{type(error).__name__}: {error}"
            found[str(path)] = [Diagnostic("BCP901", message)]
    if options.report_format == "json":
        plain = {
            path: [record_to_plain(finding_record(finding)) for finding in findings]
            for path, findings in found.items()
        }
        sys.stdout.write(json_bytes(plain).decode())
    else:
        for name, findings in found.items():
            _print_findings(name, findings, options.verbose)
        counts = _counts(finding for findings in found.values() for finding in findings)
        print(f"{len(found)} files checked: {counts}", file=sys.stderr)
    blamed = {Severity.ERROR, Severity.WARNING} if options.strict else {Severity.ERROR}
    return int(any(f.severity in blamed for findings in found.values() for f in findings))


def _profile_files(paths: Iterable[Path]) -> list[Path]:
    """The profile files among the arguments; traces and reports are none."""
    from pipeline.validate import SUFFIXES

    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            below = (p for p in sorted(path.rglob("*")) if p.suffix in SUFFIXES and p.is_file())
            found.update((p, None) for p in below if _is_profile_file(p))
        elif path.exists():
            found[path] = None
        else:
            raise UsageError(f"{path} does not exist; name a profile file or a folder of them")
    if not found:
        raise UsageError("no profile files (.json, .xml) there; convert something first")
    return list(found)


def _is_profile_file(path: Path) -> bool:
    other = path.name.endswith(".trace.json") or path.name == "report.json"
    return not other and path.parent.name != "csv"


def _inspect(options: argparse.Namespace) -> int:
    from pipeline.inspection import inspection_lines, page_image

    path = options.paths[0]
    if not path.is_file():
        what = "is a folder" if path.is_dir() else "does not exist"
        raise UsageError(f"{path} {what}; name one document to inspect")
    if options.image is not None:
        try:
            page_image(options.paths[0], options.page, options.image)
        except ValueError as error:
            raise UsageError(str(error)) from error
        return CLEAN
    for line in inspection_lines(options.paths[0]):
        print(line)
    return CLEAN


def _formats(_: argparse.Namespace) -> int:
    from pipeline.layouts import load_layouts
    from pipeline.readers import BINARY_READERS, READERS
    from pipeline.writers import WRITERS

    print("Readers (chosen by content):")
    for name, description in [(r.name, r.description) for r in BINARY_READERS] + [
        (r.name, r.description) for r in READERS
    ]:
        print(f"  {name:12} {description}")
    print("Layouts (chosen by evidence):")
    for layout in load_layouts():
        print(f"  {layout.name:12} {layout.title}, version {layout.version}")
    print("Writers (--format):")
    for writer in WRITERS:
        print(f"  {writer.name:12} {writer.description}")
    return CLEAN


def _explain(options: argparse.Namespace) -> int:
    code = (options.code or "").upper()
    if code and code not in CATALOGUE:
        raise UsageError(f"there is no finding {code}; `bcp explain` lists them all")
    for known in [code] if code else CATALOGUE:
        entry = CATALOGUE[known]
        print(f"{known} ({entry.severity}): {entry.title}")
        print(f"    {entry.remedy}")
    return CLEAN


# Printing. Findings go to standard error, one line each.


def _line(file: str, finding: Diagnostic) -> str:
    place = f"{finding.place}: " if finding.place and str(finding.place) else ""
    pointer = f"{finding.pointer}: " if finding.pointer else ""
    return (
        f"{file}: {place}{finding.severity} {finding.code}: {pointer}{finding.message} "
        f"({finding.remedy})"
    )


def _print_findings(file: str, findings: Iterable[Diagnostic], verbose: bool) -> None:
    for finding in findings:
        if verbose or finding.severity is not Severity.INFO:
            print(_line(file, finding), file=sys.stderr)


def _counts(findings: Iterable[Diagnostic]) -> str:
    number = Counter(finding.severity for finding in findings)
    return (
        f"{number[Severity.ERROR]} errors, {number[Severity.WARNING]} warnings, "
        f"{number[Severity.INFO]} notes"
    )


def _print_summary(outcomes: Sequence[Outcome], output: Path) -> None:
    converted = sum(1 for outcome in outcomes if outcome.conversion is not None)
    if sys.stderr.isatty():
        _print_table(outcomes)
    counts = _counts(finding for outcome in outcomes for finding in outcome.findings)
    print(
        f"{converted} of {len(outcomes)} documents converted into {output}: {counts}",
        file=sys.stderr,
    )


def _print_table(outcomes: Sequence[Outcome]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("document", "profile", "reader", "errors", "warnings", "notes", box=None)
    for outcome in outcomes:
        found = outcome.conversion
        table.add_row(
            outcome.path.name,
            found.profile.id if found else "-",
            found.reader if found else "-",
            *(
                str(outcome.count(severity))
                for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
            ),
        )
    Console(stderr=True).print(table)


class _Progress:
    """A progress bar on a terminal, once the work has taken more than a moment."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._count = 0
        self._started = time.monotonic()
        self._advance: Callable[[str], None] | None = None
        self._stop: Callable[[], None] = lambda: None

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def step(self, outcome: Outcome) -> None:
        """One more document is done."""
        self._count += 1
        if self._advance is None and self._is_due():
            self._show()
        if self._advance is not None:
            self._advance(outcome.path.name)

    def _is_due(self) -> bool:
        return sys.stderr.isatty() and time.monotonic() - self._started > _PATIENCE

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import Progress

        bar = Progress(console=Console(stderr=True), transient=True)
        task = bar.add_task("converting", total=self._total, completed=self._count - 1)
        bar.start()
        self._advance = lambda name: bar.update(task, advance=1, description=name)
        self._stop = bar.stop
