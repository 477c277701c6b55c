"""`bcp validate`: profile files against schema and rules, also edited or made elsewhere."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.arguments import Commands, add_jobs, add_limits, add_reporting, means_of, path_of
from pipeline.cli.exits import interrupted_with
from pipeline.cli.printing import counts, print_findings, tell
from pipeline.cli.progress import Progress
from pipeline.core.diagnostics import Diagnostic, blamed
from pipeline.core.errors import UsageError
from pipeline.core.text import shown_name

if TYPE_CHECKING:
    from pipeline.batch import Means


def add(commands: Commands) -> None:
    """The parser of the command."""
    parser = commands.add_parser("validate", help="check profile JSON and XML files")
    parser.add_argument("paths", nargs="+", type=path_of, metavar="PATH", help="files or folders")
    add_jobs(parser)
    add_limits(parser)
    add_reporting(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check the files; the exit code tells whether errors were found."""
    from pipeline.contract.records import finding_record, record_to_plain
    from pipeline.writers.json_profile import json_bytes

    paths = _profile_files(options.paths)
    with (
        interrupted_with("not all files were checked, and no finding was told"),
        Progress(len(paths), "checking") as progress,
    ):
        found = _checked(paths, means_of(options, progress.step))
    if options.report_format == "json":
        plain = {
            # JSON has no bytes of another encoding.
            shown_name(path): [record_to_plain(finding_record(finding)) for finding in findings]
            for path, findings in found.items()
        }
        sys.stdout.write(json_bytes(plain).decode())
    else:
        for name, findings in found.items():
            print_findings(name, findings, options.verbose)
        number = counts(finding for findings in found.values() for finding in findings)
        tell(f"{len(found)} files checked: {number}")
    blame = blamed(options.strict)
    return int(any(f.severity in blame for findings in found.values() for f in findings))


def _checked(paths: Sequence[Path], means: Means) -> dict[str, list[Diagnostic]]:
    """By file, what is amiss in it; each is checked in a process of its own."""
    from pipeline.batch.stored import preload
    from pipeline.isolation.each import in_processes
    from pipeline.isolation.faults import finding_from_plain, plain_finding
    from pipeline.validate import validate_file

    def check(path: Path) -> bytes:
        return json.dumps([plain_finding(finding) for finding in validate_file(path)]).encode()

    if len(paths) > 1:
        preload()
    found: dict[str, list[Diagnostic]] = {str(path): [] for path in paths}
    for number, answer in in_processes(paths, check, means.jobs, means.limits):
        if isinstance(answer, Diagnostic):
            told = [answer]
        else:
            told = [finding_from_plain(plain) for plain in json.loads(answer)]
        found[str(paths[number])] += told
        means.done(paths[number].name)
    return found


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
