"""Golden files in two levels: source -> blocks, blocks -> labels and findings.

A red first level is a reader's fault, a red second one an interpreter's. After a
change that is meant: `UPDATE_GOLDEN=1 make test`, and read the diff.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from pipeline import convert
from pipeline.inspection import inspection_lines
from tests.profiles import Case, own_cases, printed_samples

GOLDEN = Path(__file__).parent
CASES = [pytest.param(case, id=case.name) for case in [*own_cases(), *printed_samples()]]


@cache
def _lines(case: Case) -> list[str]:
    """What an inspection shows of a case, asked for once."""
    return list(inspection_lines(case.source))


@pytest.mark.parametrize("case", CASES)
def test_the_reader_sees_the_blocks_of_the_golden_file(case: Case) -> None:
    lines = _lines(case)
    blocks = lines[: next(n for n, line in enumerate(lines) if line.startswith("LAYOUT"))]
    compared(GOLDEN / "document" / f"{case.name}.txt", blocks)


@pytest.mark.parametrize("case", CASES)
def test_the_interpreter_sees_the_labels_and_findings_of_the_golden_file(case: Case) -> None:
    lines = _lines(case)
    first = next(n for n, line in enumerate(lines) if line.startswith("LAYOUT"))
    last = next(n for n, line in enumerate(lines) if line.startswith("VALUES"))
    findings = [
        f"{f.code} {f.severity} {f.pointer or '-'} [{f.place or ''}] {f.message}"
        for f in convert(case.source).findings
    ]
    compared(
        GOLDEN / "interpretation" / f"{case.name}.txt",
        [*lines[first:last], "FINDINGS", *findings, *lines[lines.index(_ledger(lines)) :]],
    )


def _ledger(lines: list[str]) -> str:
    return next(line for line in lines if line.startswith("LEDGER"))


def compared(path: Path, lines: list[str]) -> None:
    """Whether lines are those of a golden file, which is written anew where that is asked for."""
    text = "\n".join(lines) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8"), f"{path.name} differs; see the module's docstring"
