"""The command `bcp`: arguments, printing, exit codes."""

from __future__ import annotations

import argparse
import os
import re
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.core.catalogue import CATALOGUE
from pipeline.core.diagnostics import Diagnostic, Severity, blamed
from pipeline.core.errors import DocumentError, OutputError, UsageError
from pipeline.core.text import one_line
from pipeline.core.version import VERSION

if TYPE_CHECKING:
    from pipeline.batch import Earlier, Executor, Outcome, Run
    from pipeline.contract.records import Report
    from pipeline.isolation.limits import Limits
    from pipeline.writers.order import Order

CLEAN, FINDINGS, USAGE, OUTPUT_FAILED, INTERRUPTED, TERMINATED = 0, 1, 2, 3, 130, 143
DEFAULT_FORMATS = ("json", "csv", "xml")
# Shorter work needs no progress bar.
_PATIENCE = 1.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is the return value."""
    options = _parser().parse_args(arguments)
    before = signal.signal(signal.SIGTERM, _stopped) if _is_main_thread() else None
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
        code = _fail("interrupted; nothing of this run was written", INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has seen enough (`bcp inspect FILE | head`).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    finally:
        if before is not None:
            signal.signal(signal.SIGTERM, before)
    return TERMINATED if code == INTERRUPTED and _Stop.by_termination else code


class _Stop:
    """How the run was asked to stop."""

    by_termination = False


def _stopped(*_: object) -> None:
    """Stop as on Ctrl-C."""
    _Stop.by_termination = True
    raise KeyboardInterrupt


def _is_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


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
    _add_export(commands.add_parser("export", help="write results in other formats"))
    _add_review(commands.add_parser("review", help="make pages to see the source beside the data"))
    _add_diff(commands.add_parser("diff", help="say what changed between two versions"))
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
    schema = commands.add_parser("schema", help="print or write the schemas of the results")
    schema.add_argument("name", nargs="?", metavar="NAME", help="print this one; without: list all")
    schema.add_argument("--to", type=Path, metavar="DIR", help="write all of them into a folder")
    schema.set_defaults(run=_schema)
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
    _add_base_uri(parser)
    parser.add_argument(
        "--jobs", type=_positive, metavar="N", help="processes at a time; default: all cores"
    )
    parser.add_argument(
        "--cluster", metavar="ADDRESS", help="a Dask scheduler, for instance tcp://host:8786"
    )
    parser.add_argument(
        "--force", action="store_true", help="convert also what is unchanged since the last run"
    )
    parser.add_argument(
        "--prune", action="store_true", help="remove the results of sources that are gone"
    )
    parser.add_argument(
        "--timeout", type=_positive, metavar="S", help="seconds for one document; default 300"
    )
    parser.add_argument(
        "--memory", type=_positive, metavar="MB", help="megabytes for one document; default 1500"
    )
    parser.add_argument(
        "--max-bytes", type=_positive, metavar="N", help="of a file; default 100,000,000"
    )
    _add_reporting(parser, ("text", "json", "junit", "github"))
    parser.set_defaults(run=_convert)


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("format", metavar="NAME", help="a format; `bcp formats` lists them")
    parser.add_argument("paths", nargs=1, type=Path, metavar="DIR", help="what `convert` wrote")
    parser.add_argument("--to", type=Path, metavar="DIR", help="default: the same folder")
    parser.add_argument(
        "--previous", type=Path, metavar="DIR", help="earlier versions, for `replacedBy` links"
    )
    _add_base_uri(parser)
    parser.set_defaults(run=_export)


def _add_review(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs=1, type=Path, metavar="DIR", help="what `convert` wrote")
    parser.add_argument(
        "--sources", action="append", type=Path, metavar="PATH", help="where the sources are"
    )
    parser.add_argument("--to", type=Path, metavar="DIR", help="default: DIR/review")
    parser.set_defaults(run=_review)


def _add_diff(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs=2, type=Path, metavar=("OLD", "NEW"))
    parser.add_argument("--format", choices=("text", "json", "html", "xlsx"), default="text")
    parser.add_argument(
        "--to", type=Path, metavar="PATH", help="a file; for folders a folder, a file for each pair"
    )
    parser.set_defaults(run=_diff)


def _add_base_uri(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--base-uri",
        type=_uri,
        metavar="URI",
        help="where you publish: identifiers are appended to it; default: urn:uuid:",
    )


def _uri(written: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+[/#:=]", written):
        raise argparse.ArgumentTypeError("must be absolute and end with / # : or =")
    return written


def _add_validate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")
    _add_reporting(parser)
    parser.set_defaults(run=_validate)


def _add_reporting(
    parser: argparse.ArgumentParser, formats: tuple[str, ...] = ("text", "json")
) -> None:
    parser.add_argument("--strict", action="store_true", help="count warnings as errors")
    parser.add_argument("--report-format", choices=formats, default="text")
    parser.add_argument("--verbose", "-v", action="store_true", help="print notes as well")


def _positive(written: str) -> int:
    number = int(written)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


# The commands. What is heavy is imported where it is needed, so that help is quick.


def _convert(options: argparse.Namespace) -> int:
    from pipeline import batch

    order = _order(options.format or DEFAULT_FORMATS, options)
    paths = batch.source_files(options.paths)
    executor = _executor(options, order)
    with batch.locked(options.output):
        earlier = batch.Earlier.of(options.output, batch.REPORT_FILE, batch.fingerprint(order))
        with _Progress(len(paths)) as progress:
            known = earlier if order.can_resume and not options.force else None
            run = batch.convert_all(paths, executor, known, progress.step)
        report = batch.publish(run, order, options.output, earlier)
        if earlier is not None and not run.interrupted:
            _tell_vanished(earlier, [outcome.file for outcome in run.outcomes], options)
    _print_run(run, report, options)
    if run.interrupted:
        return _fail(
            f"interrupted; {len(run.outcomes)} of {len(paths)} documents were done and are "
            "written; the same command goes on with the others",
            INTERRUPTED,
        )
    return batch.exit_code(run.outcomes, options.strict)


def _order(names: Sequence[str], options: argparse.Namespace) -> Order:
    from pipeline.writers.edition import Setting
    from pipeline.writers.order import order_of

    return order_of(names, Setting(options.base_uri or ""))


def _executor(options: argparse.Namespace, order: Order) -> Executor:
    from pipeline import batch

    limits = _limits(options)
    if options.cluster:
        from pipeline.batch.cluster import Cluster

        return Cluster(options.cluster, order, limits)
    return batch.local(options.jobs or batch.all_cores(), order, limits)


def _limits(options: argparse.Namespace) -> Limits:
    from dataclasses import replace

    from pipeline.isolation.limits import MEGABYTE, Limits

    timed = Limits.within(options.timeout) if options.timeout else Limits()
    return replace(
        timed,
        source_bytes=options.max_bytes or timed.source_bytes,
        memory=options.memory * MEGABYTE if options.memory else timed.memory,
    )


def _tell_vanished(earlier: Earlier, names: list[str], options: argparse.Namespace) -> None:
    """Report the sources of the last run that are not in this one, or remove their results."""
    from pipeline.batch import remove_vanished

    gone = earlier.vanished(names)
    if gone and options.prune:
        count = remove_vanished(options.output, earlier, names)
        print(f"removed {count} files of {len(gone)} sources that are gone", file=sys.stderr)
    elif gone:
        shown = ", ".join(gone[:3]) + (" ..." if len(gone) > 3 else "")
        print(
            f"not in this run any more: {shown}; their results stay (--prune removes them)",
            file=sys.stderr,
        )


def _print_run(run: Run, report: Report, options: argparse.Namespace) -> None:
    """The report as asked for: data to standard output, text to standard error."""
    from pipeline.batch.reports import github_annotations, junit_xml
    from pipeline.contract.records import record_to_plain
    from pipeline.writers.json_profile import json_bytes

    forms = {
        "json": lambda: json_bytes(record_to_plain(report)).decode(),
        "junit": lambda: junit_xml(run.outcomes, options.strict),
        "github": lambda: github_annotations(run.outcomes),
    }
    if options.report_format in forms:
        sys.stdout.write(forms[options.report_format]())
        return
    for outcome in run.outcomes:
        _print_findings(str(outcome.path), outcome.findings, options.verbose)
    _print_summary(run.outcomes, options.output)


def _export(options: argparse.Namespace) -> int:
    from pipeline import batch
    from pipeline.writers.edition import Setting
    from pipeline.writers.order import order_of

    if options.format == "json":
        raise UsageError("json is what exports are made of; name another format")
    source, target = options.paths[0], options.to or options.paths[0]
    if target.is_file():
        raise UsageError(f"{target} is a file; name a folder for the results with --to")
    previous = batch.previous_versions(options.previous) if options.previous else {}
    order = order_of([options.format], Setting(options.base_uri or "", previous))
    done = batch.export(order, source, target)
    for file, findings in done.findings.items():
        _print_findings(file, findings, verbose=True)
    count = len(done.profiles)
    print(f"{count} profiles, {len(done.files)} files written to {target}", file=sys.stderr)
    return FINDINGS if done.findings else CLEAN


def _review(options: argparse.Namespace) -> int:
    from pipeline.batch import write_files
    from pipeline.review import review_files, reviewed_profiles

    output = options.paths[0]
    reviewed = reviewed_profiles(output, options.sources or ())
    if not reviewed:
        raise UsageError(f"there are no profiles in {output}; run `bcp convert` first")
    target = options.to or output / "review"
    write_files(review_files(reviewed), target)
    missing = sum(1 for one in reviewed if one.source is None)
    if missing:
        print(
            f"the sources of {missing} profiles were not found; name their folder with --sources",
            file=sys.stderr,
        )
    print(f"{len(reviewed)} profiles: open {target / 'index.html'}", file=sys.stderr)
    return CLEAN


def _diff(options: argparse.Namespace) -> int:
    from pipeline import batch
    from pipeline.batch.comparing import comparison_files, comparison_text
    from pipeline.isolation.limits import Limits
    from pipeline.writers.order import Order

    if options.format in ("html", "xlsx") and options.to is None:
        raise UsageError(f"name the file for the {options.format} with --to")
    executor = batch.local(batch.all_cores(), Order(), Limits())
    old, new = (batch.versions_in(path, executor) for path in options.paths)
    for side in (old, new):
        for file, findings in side.findings.items():
            _print_findings(file, findings, verbose=False)
    if not old.profiles or not new.profiles:
        raise UsageError("there is nothing to compare on one of the sides")
    found = batch.differences(old.profiles, new.profiles)
    if options.to is None:
        sys.stdout.write(comparison_text(found, options.format))
    else:
        is_folder = any(path.is_dir() for path in options.paths)
        files = comparison_files(found, options.format, options.to, is_folder=is_folder)
        batch.write_files(files.items(), options.to if is_folder else options.to.absolute().parent)
    if old.findings or new.findings:
        return USAGE
    return CLEAN if found.are_none else FINDINGS


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
    blame = blamed(options.strict)
    return int(any(f.severity in blame for findings in found.values() for f in findings))


def _profile_files(paths: Iterable[Path]) -> list[Path]:
    """The profile files among the arguments; traces and reports are none."""
    from pipeline.validate import profile_files

    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(profile_files(path)))
        elif path.exists():
            found[path] = None
        else:
            raise UsageError(f"{path} does not exist; name a profile file or a folder of them")
    if not found:
        raise UsageError("no profile files (.json, .xml) there; convert something first")
    return list(found)


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
    from pipeline.writers import EXTRA, WRITERS

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
        print(f"  {'':12} keeps to: {writer.contract}")
        print(f"  {'':12} leaves out: {writer.drops or 'nothing'}")
        if not writer.is_available:
            print(f"  {'':12} needs {writer.needs}: pip install {EXTRA}")
    return CLEAN


def _schema(options: argparse.Namespace) -> int:
    from pipeline.contract.resources import SCHEMAS, schema_text

    if options.name and options.name not in SCHEMAS:
        raise UsageError(f"there is no schema {options.name!r}; there are {', '.join(SCHEMAS)}")
    if options.name:
        sys.stdout.write(schema_text(SCHEMAS[options.name]))
    elif options.to is None:
        for name, file in SCHEMAS.items():
            print(f"{name:8} {file}")
    if options.to is not None:
        from pipeline.batch import write_files

        chosen = [SCHEMAS[options.name]] if options.name else SCHEMAS.values()
        write_files(((file, schema_text(file).encode()) for file in chosen), options.to)
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
    """One line, whatever the name and the message hold."""
    return one_line(_finding_line(file, finding))


def _finding_line(file: str, finding: Diagnostic) -> str:
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
    converted = sum(1 for outcome in outcomes if outcome.found is not None)
    unchanged = sum(outcome.reused for outcome in outcomes)
    if sys.stderr.isatty():
        _print_table(outcomes)
    counts = _counts(finding for outcome in outcomes for finding in outcome.findings)
    known = f" ({unchanged} unchanged)" if unchanged else ""
    print(
        f"{converted} of {len(outcomes)} documents converted into {output}{known}: {counts}",
        file=sys.stderr,
    )


def _print_table(outcomes: Sequence[Outcome]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("document", "profile", "reader", "errors", "warnings", "notes", box=None)
    for outcome in outcomes:
        found = outcome.found
        table.add_row(
            outcome.path.name,
            outcome.profile_id or "-",
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
        from rich.progress import Progress, TextColumn

        # Without a thread of its own: processes are forked meanwhile.
        bar = Progress(
            *Progress.get_default_columns(),
            TextColumn("{task.fields[rate]}"),
            console=Console(stderr=True),
            transient=True,
            auto_refresh=False,
        )
        task = bar.add_task(
            "converting", total=self._total, completed=self._count - 1, rate=self._rate()
        )
        bar.start()

        def advance(name: str) -> None:
            bar.update(task, advance=1, description=one_line(name), rate=self._rate())
            bar.refresh()

        self._advance = advance
        self._stop = bar.stop

    def _rate(self) -> str:
        seconds = max(time.monotonic() - self._started, 0.001)
        return f"{self._count / seconds:.1f} a second"
