"""Findings on standard error, one line each, their counts, and the summary of a run."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.core.diagnostics import Diagnostic, Severity
from pipeline.core.text import one_line

if TYPE_CHECKING:
    from pipeline.batch import Outcome


# The finding that nothing was written over what a person changed.
_UNWRITTEN = "BCP601"


def tell(line: str) -> None:
    """A line on standard error, whatever the names in it hold."""
    print(one_line(line), file=sys.stderr)


def finding_line(file: str, finding: Diagnostic) -> str:
    """A finding as it is told."""
    place = f"{finding.place}: " if finding.place and str(finding.place) else ""
    pointer = f"{finding.pointer}: " if finding.pointer else ""
    return (
        f"{file}: {place}{finding.severity} {finding.code}: {pointer}{finding.message} "
        f"({finding.remedy})"
    )


def print_findings(file: str, findings: Iterable[Diagnostic], verbose: bool) -> None:
    """The findings of a file; notes only if asked for."""
    for finding in findings:
        if verbose or finding.severity is not Severity.INFO:
            tell(finding_line(file, finding))


def counts(findings: Iterable[Diagnostic]) -> str:
    """How many findings there are of each severity."""
    number = Counter(finding.severity for finding in findings)
    return (
        f"{number[Severity.ERROR]} errors, {number[Severity.WARNING]} warnings, "
        f"{number[Severity.INFO]} notes"
    )


def print_summary(outcomes: Sequence[Outcome], others: Sequence[Outcome], output: Path) -> None:
    """What became of the documents of a run; on a terminal one by one.

    `others` is what else has findings: folders, tables.
    """
    converted = sum(1 for outcome in outcomes if outcome.found is not None)
    unchanged = sum(outcome.reused for outcome in outcomes)
    if sys.stderr.isatty():
        _print_table(outcomes)
    number = counts(finding for one in (*outcomes, *others) for finding in one.findings)
    known = f" ({unchanged} unchanged)" if unchanged else ""
    unwritten = sum(1 for outcome in outcomes if _is_unwritten(outcome))
    but = f", {unwritten} of them not written" if unwritten else ""
    tell(f"{converted} of {len(outcomes)} documents converted into {output}{known}{but}: {number}")


def _is_unwritten(outcome: Outcome) -> bool:
    return any(finding.code == _UNWRITTEN for finding in outcome.findings)


def _print_table(outcomes: Sequence[Outcome]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("document", "profile", "reader", "errors", "warnings", "notes", box=None)
    for outcome in outcomes:
        found = outcome.found
        table.add_row(
            # A name in brackets is no markup.
            Text(one_line(outcome.path.name)),
            outcome.profile_id or "-",
            found.reader if found else "-",
            *(
                str(outcome.count(severity))
                for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
            ),
        )
    Console(stderr=True).print(table)
