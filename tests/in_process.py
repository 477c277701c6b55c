"""A command in this process: what it says, and its exit code."""

from __future__ import annotations

import pytest

from pipeline.cli import main

Said = tuple[int, str, str]


def run(capsys: pytest.CaptureFixture[str], *line: str) -> Said:
    """Exit code, standard output and standard error of a command line."""
    try:
        code = main(line)
    except SystemExit as stop:
        code = int(stop.code or 0)
    said = capsys.readouterr()
    return code, said.out, said.err
