"""What the system refuses an ordinary user is one line and exit code 3, whatever the command.

Tests may run as root, whom nothing is refused: each command runs in a process of its own that gives
up its rights once all is loaded. (The interpreter may stand where only root may read.)
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.cli import main
from tests.profiles import INPUT, ROOT
from tests.suites import few

SAMPLE = INPUT / "werfcoordinator-jachthaven.txt"
NOBODY = 65534
PROGRAM = f"""
import importlib, os, pkgutil, sys
import pipeline
from pipeline.batch.executors import preload
from pipeline.batch.stored import preload as preload_stored
from pipeline.cli import main
from pipeline.core.program import program_digest
for module in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
    if not module.name.endswith(("__main__", ".cluster")):
        importlib.import_module(module.name)
preload(), preload_stored(), program_digest()
if os.geteuid() == 0:
    os.setgroups([]), os.setgid({NOBODY}), os.setuid({NOBODY})
sys.exit(main(sys.argv[1:]))
"""


def bcp(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder, as a user with no rights but those of anybody."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def place() -> Iterator[Path]:
    """A document, its results, and a folder of files that may not be read."""
    # A folder of pytest's own is for one user alone.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if any(not path.stat().st_mode & 0o001 for path in folder.parents):
            pytest.skip(f"another user may not enter {folder.parent}; set TMPDIR to one for all")
        folder.chmod(0o755)
        (folder / "bron.txt").write_bytes(SAMPLE.read_bytes())
        assert main(["convert", str(SAMPLE), "--output", str(folder / "uit")]) == 0
        (folder / "dicht").mkdir()
        (folder / "dicht" / "profiel.json").write_text("{}", "utf-8")
        (folder / "dicht").chmod(0)
        yield folder
        (folder / "dicht").chmod(0o700)


REFUSED = {
    "convert": ["convert", "dicht/bron.txt", "--output", "nieuw"],
    "convert into": ["convert", "bron.txt", "--output", "dicht/uit"],
    "diff": ["diff", "dicht/profiel.json", "bron.txt"],
    "export": ["export", "case", "dicht/uit"],
    "export of": ["export", "case", "dicht"],
    "inspect": ["inspect", "dicht/bron.txt"],
    "inspect into": ["inspect", "bron.txt", "--image", "dicht/uit.png"],
    "prune": ["prune", "dicht"],
    "review": ["review", "dicht"],
    "review of": ["review", "uit", "--sources", "dicht/bron.txt"],
    "review into": ["review", "uit", "--to", "dicht/nazien"],
    "schema": ["schema", "--to", "dicht/schemas"],
    "validate": ["validate", "dicht/profiel.json"],
}


@pytest.mark.parametrize("name", few(REFUSED, 3))
def test_what_may_not_be_read_or_written_is_one_line(name: str, place: Path) -> None:
    found = bcp(place, *REFUSED[name])

    assert found.returncode == 3, found.stderr
    assert found.stderr.startswith("bcp: ")
    assert found.stderr.count("\n") == 1
    assert "dicht" in found.stderr


@pytest.mark.parametrize("command", few(["prune uit", "review uit", "convert bron.txt"], 1))
def test_a_report_that_may_not_be_read_is_one_line(command: str, place: Path) -> None:
    (place / "uit" / "report.json").chmod(0)
    into = ["--output", "uit"] if command.startswith("convert") else []
    found = bcp(place, *command.split(), *into)

    assert found.returncode == 3, found.stderr
    assert found.stderr.startswith("bcp: ")
    assert "Permission denied; " in found.stderr
    assert found.stderr.count("\n") == 1


def test_a_name_that_is_too_long_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["inspect", str(tmp_path / ("a" * 300))]) == 3
    said = capsys.readouterr().err
    assert said.startswith(f"bcp: {tmp_path}/aaa")
    assert said.endswith("a: File name too long; see to that, then give the same command again\n")
