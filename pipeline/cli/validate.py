"""`bcp validate`: profile files against schema and rules, also edited or made elsewhere."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from pipeline.cli.arguments import Commands, add_reporting
from pipeline.cli.printing import counts, print_findings
from pipeline.core.diagnostics import Diagnostic, blamed
from pipeline.core.errors import DocumentError, UsageError


def add(commands: Commands) -> None:
    """The parser of the command."""
    parser = commands.add_parser("validate", help="check profile JSON and XML files")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")
    add_reporting(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check the files; the exit code tells whether errors were found."""
    from pipeline.contract.records import finding_record, record_to_plain
    from pipeline.writers.json_profile import json_bytes

    found = {str(path): _findings(path) for path in _profile_files(options.paths)}
    if options.report_format == "json":
        plain = {
            path: [record_to_plain(finding_record(finding)) for finding in findings]
            for path, findings in found.items()
        }
        sys.stdout.write(json_bytes(plain).decode())
    else:
        for name, findings in found.items():
            print_findings(name, findings, options.verbose)
        number = counts(finding for findings in found.values() for finding in findings)
        print(f"{len(found)} files checked: {number}", file=sys.stderr)
    blame = blamed(options.strict)
    return int(any(f.severity in blame for findings in found.values() for f in findings))


def _findings(path: Path) -> list[Diagnostic]:
    from pipeline.validate import validate_file

    try:
        return validate_file(path)
    except DocumentError as error:
        return [Diagnostic(error.code, error.message)]
    except Exception as error:  # the other files must still be checked
        return [Diagnostic("BCP901", f"{type(error).__name__}: {error}")]


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
