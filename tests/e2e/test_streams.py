"""Streams that are full, closed or read by nobody: what cannot be told changes no exit code.

Each command runs in a process of its own, whose end is part of what is tested.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from tests.profiles import INPUT, ROOT
from tests.suites import few

SAMPLE = INPUT / "werfcoordinator-jachthaven.txt"
# What prints data.
PRINTING: dict[str, list[object]] = {
    "convert": ["convert", SAMPLE, "--output", "uit", "--report-format", "json"],
    "diff": ["diff", SAMPLE, SAMPLE, "--format", "json"],
    "explain": ["explain"],
    "formats": ["formats"],
    "help": ["--help"],
    "inspect": ["inspect", SAMPLE],
    "schema": ["schema", "profile"],
    "validate": ["validate", ".", "--report-format", "json"],
    "why": ["why", SAMPLE, "/name"],
}


@contextmanager
def full() -> Iterator[IO[bytes]]:
    """A file on a disk that is full."""
    with open("/dev/full", "wb") as stream:
        yield stream


@contextmanager
def unread() -> Iterator[IO[bytes]]:
    """A pipe whose reader has gone."""
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "wb", buffering=0) as stream:
        yield stream


@contextmanager
def vanished() -> Iterator[IO[bytes]]:
    """A terminal that was closed."""
    terminal, end = os.openpty()
    os.close(terminal)
    with open(end, "wb", buffering=0) as stream:
        yield stream


STREAMS = {"full": full, "unread": unread, "vanished": vanished}


def bcp(
    place: Path, *arguments: object, out: int | IO[bytes] = -1, err: int | IO[bytes] = -1
) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder, with these streams, else with pipes that are read."""
    found = subprocess.run(
        [sys.executable, "-m", "pipeline", *map(str, arguments)],
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=out,
        stderr=err,
        text=True,
        check=False,
    )
    assert "Traceback" not in (found.stderr or ""), found.stderr
    return found


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a file that is no document, and one that is no profile."""
    (tmp_path / "brief.txt").write_text("Geachte heer,\n\nHierbij de notulen.\n", "utf-8")
    (tmp_path / "profiel.json").write_text("{}", "utf-8")
    return tmp_path


@pytest.mark.parametrize("name", few(PRINTING, 3))
def test_data_that_a_full_disk_does_not_take_are_exit_code_3(name: str, place: Path) -> None:
    with full() as stream:
        found = bcp(place, *PRINTING[name], out=stream)

    assert (found.returncode, found.stderr.splitlines()[-1:]) == (
        3,
        [
            "bcp: cannot write to standard output: No space left on device; "
            "what was written there is not whole"
        ],
    )


@pytest.mark.parametrize("name", few(PRINTING, 2))
def test_a_reader_that_has_seen_enough_is_no_fault(name: str, place: Path) -> None:
    with unread() as stream:
        found = bcp(place, *PRINTING[name], out=stream)

    assert found.returncode == (1 if name == "validate" else 0)
    assert "standard output" not in found.stderr


@pytest.mark.slow
def test_a_terminal_that_vanished_takes_no_data(place: Path) -> None:
    with vanished() as stream:
        found = bcp(place, "formats", out=stream)

    assert found.returncode == 3
    assert "cannot write to standard output: Input/output error" in found.stderr


@pytest.mark.parametrize("kind", few(STREAMS, 1))
def test_what_cannot_be_told_changes_no_exit_code(kind: str, place: Path) -> None:
    with STREAMS[kind]() as stream:
        clean = bcp(place, "convert", SAMPLE, "--output", "uit", err=stream)
        bad = bcp(place, "convert", "brief.txt", "--output", "uit2", err=stream)
        wrong = bcp(place, "convert", err=stream)

    assert [clean.returncode, bad.returncode, wrong.returncode] == [0, 1, 2]
    assert (place / "uit" / "report.json").exists()


@pytest.mark.parametrize("kind", few(STREAMS, 1))
def test_both_streams_may_be_one(kind: str, place: Path) -> None:
    with STREAMS[kind]() as stream:
        found = bcp(place, "convert", "brief.txt", "--output", "uit", out=stream, err=stream)

    assert found.returncode == 1


@pytest.mark.slow
@pytest.mark.parametrize(("closed", "code"), [(">&-", 3), ("2>&-", 0)])
def test_a_stream_that_was_closed_before(closed: str, code: int, place: Path) -> None:
    command = f"{sys.executable} -m pipeline convert {SAMPLE} --output uit --report-format json"
    found = subprocess.run(
        ["sh", "-c", f"{command} {closed}"],
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert found.returncode == code
    assert (place / "uit" / "report.json").read_text("utf-8").startswith("{")
