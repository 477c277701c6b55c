"""What the system refuses an ordinary user is one line and exit code 3, whatever the command."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.cli import main
from tests.ordinary_user import bcp_as_nobody
from tests.profiles import INPUT
from tests.suites import few

# Many commands over many results.
pytestmark = pytest.mark.slow

SAMPLE = INPUT / "werfcoordinator-jachthaven.txt"


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
    "why": ["why", "dicht/bron.txt", "/name"],
}


@pytest.mark.parametrize("name", few(REFUSED, 3))
def test_what_may_not_be_read_or_written_is_one_line(name: str, place: Path) -> None:
    found = bcp_as_nobody(place, *REFUSED[name])

    assert found.returncode == 3, found.stderr
    assert found.stderr.startswith("bcp: ")
    assert found.stderr.count("\n") == 1
    assert "dicht" in found.stderr


@pytest.mark.parametrize("command", few(["prune uit", "review uit", "convert bron.txt"], 1))
def test_a_report_that_may_not_be_read_is_one_line(command: str, place: Path) -> None:
    (place / "uit" / "report.json").chmod(0)
    into = ["--output", "uit"] if command.startswith("convert") else []
    found = bcp_as_nobody(place, *command.split(), *into)

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
