"""A run that is stopped, killed or kept from writing leaves whole files; the next completes."""

from __future__ import annotations

import errno
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.batch.staging import locked
from pipeline.cli import main
from tests.in_process import run as run_here
from tests.profiles import INPUT
from tests.unit.batch.test_incremental import files
from tests.waiting import wait_until

SAMPLES = sorted(path for path in INPUT.iterdir() if path.suffix in (".txt", ".html"))
_KILLS = 3
_SEED = 7


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a dozen profiles."""
    folder = tmp_path_factory.mktemp("input")
    text = (INPUT / "werfcoordinator-jachthaven.txt").read_text("utf-8")
    for number in range(12):
        (folder / f"{number}.txt").write_text(
            text.replace("Werfcoördinator", f"Werfcoördinator{number}"), "utf-8"
        )
    return folder


def command(source: Path, output: Path) -> list[str]:
    """The command of a run."""
    return [sys.executable, "-m", "pipeline", "convert", str(source), "--output", str(output)]


@pytest.fixture(scope="module")
def clean(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What an undisturbed run writes."""
    output = tmp_path_factory.mktemp("clean")
    assert main(["convert", str(source), "--output", str(output)]) == 0
    return files(output)


def published(output: Path, clean: dict[str, bytes]) -> int:
    """How many profiles an unfinished run has published; all its files are whole."""
    found = files(output) if output.exists() else {}
    for path, data in found.items():
        if path.startswith(("json/", "xml/")):
            # A document whose id is told apart only later stands under its own for a while.
            assert data == clean.get(path, data), path
    return sum(path.startswith("xml/") for path in found)


@pytest.mark.slow
@pytest.mark.parametrize("kills", [_KILLS, 50])
def test_killed_at_any_moment_it_leaves_whole_files_and_the_next_run_completes(
    kills: int, source: Path, tmp_path: Path, clean: dict[str, bytes]
) -> None:
    output = tmp_path
    moments = random.Random(_SEED + kills)
    for _ in range(kills):
        with subprocess.Popen(command(source, output), stderr=subprocess.DEVNULL) as run:
            time.sleep(moments.uniform(0.1, 2.0))
            run.kill()
        published(output, clean)
        if moments.random() < 0.5 and output.exists():
            shutil.rmtree(output)

    assert main(["convert", str(source), "--output", str(output)]) == 0

    assert files(output) == clean


def _has_published(output: Path) -> bool:
    return any((output / "xml").glob("*.xml")) if output.exists() else False


@pytest.mark.parametrize(
    "stop",
    [
        signal.SIGTERM,
        *(
            pytest.param(stop, marks=pytest.mark.slow)
            for stop in (signal.SIGKILL, signal.SIGINT, signal.SIGHUP)
        ),
    ],
)
def test_stopped_it_keeps_what_was_done_and_goes_on_from_there(
    stop: signal.Signals,
    source: Path,
    tmp_path: Path,
    clean: dict[str, bytes],
    capsys: pytest.CaptureFixture[str],
) -> None:
    # Beside the clean results: the report tells where the sources lie, seen from there.
    output = tmp_path
    with subprocess.Popen(
        [*command(source, output), "--jobs", "1"], stderr=subprocess.PIPE, text=True
    ) as run:
        wait_until(lambda: _has_published(output), "a document is published")
        run.send_signal(stop)
        _, said = run.communicate()

    done = published(output, clean)
    assert done > 0
    assert "Traceback" not in said
    if run.returncode:
        assert run.returncode == _CODES[stop]
        if stop is not signal.SIGKILL:
            assert f"interrupted; {done} of 12 documents were done and are written" in said
    code, _, told = run_here(capsys, "convert", str(source), "--output", str(output))
    assert code == 0
    (unchanged,) = re.findall(r"\((\d+) unchanged\)", told)
    # What was killed between its files is carried out, and not done again.
    assert int(unchanged) - done in (0, 1 if stop is signal.SIGKILL else 0)
    assert files(output) == clean


_CODES = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGKILL: -9}


def _failing(call: Callable[..., Any], at: int) -> Callable[..., Any]:
    """A system call that fails the n-th time, as on a full disk."""
    count = 0

    def failing(*arguments: Any, **named: Any) -> Any:
        nonlocal count
        count += 1
        if count == at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return call(*arguments, **named)

    return failing


@pytest.mark.parametrize("name", ["fsync", "replace"])
@pytest.mark.parametrize(
    "at", [13, *(pytest.param(at, marks=pytest.mark.slow) for at in (1, 2, 3, 5, 8, 21))]
)
def test_a_full_disk_at_any_call_leaves_whole_files(
    name: str,
    at: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    output, clean = tmp_path / "output", tmp_path / "clean"
    arguments = ["convert", *map(str, SAMPLES), "--jobs", "1", "--output"]
    assert main([*arguments, str(clean)]) == 0
    with monkeypatch.context() as patched:
        patched.setattr(os, name, _failing(getattr(os, name), at))
        code = main([*arguments, str(output)])

    whole = files(clean)
    assert code in (0, 3)
    done = published(output, whole)
    if code:
        said = capsys.readouterr().err
        assert "the disk is full" in said
        assert ("nothing of this run was written" if done == 0 else f"{done} documents") in said
    assert main([*arguments, str(output)]) == 0
    assert files(output) == whole


def test_two_runs_do_not_write_to_one_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with locked(tmp_path / "output"):
        code = main(["convert", str(SAMPLES[0]), "--output", str(tmp_path / "output")])

    assert code == 3
    assert "another run writes to" in capsys.readouterr().err


def test_the_lock_of_a_run_that_ended_is_none(tmp_path: Path) -> None:
    with locked(tmp_path / "output"):
        pass
    with locked(tmp_path / "output"):
        pass
