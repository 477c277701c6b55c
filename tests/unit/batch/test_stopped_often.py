"""Two hundred documents, stopped twenty times in any way: nothing lost, little done twice."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from pipeline.batch.journal import UNFINISHED
from pipeline.cli import main
from pipeline.core.errors import OutputError
from pipeline.writers.order import order_of
from tests.profiles import INPUT
from tests.unit.batch.made_up import DEFAULT, Reader, convert
from tests.unit.batch.test_incremental import files
from tests.unit.batch.test_sources import refuse
from tests.waiting import wait_until

DOCUMENTS, STOPS = 200, 20
SEED = 11


@pytest.fixture
def made_up(tmp_path: Path) -> Path:
    """Documents that are read in no time, in two folders."""
    for number in range(DOCUMENTS):
        folder = tmp_path / "in" / str(number % 2)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number:03}.txt").write_text(f"Beroep {number}|1|tekst", "utf-8")
    return tmp_path / "in"


def clean_run(inputs: Path, output: Path) -> dict[str, bytes]:
    """What an undisturbed run writes."""
    convert([inputs], output)
    return files(output)


def failing_at(at: int, call: Callable[..., Any]) -> Callable[..., Any]:
    """A call of the system that fails from the n-th time on, as on a full disk."""
    count = 0

    def failing(*arguments: Any, **named: Any) -> Any:
        nonlocal count
        count += 1
        if count >= at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return call(*arguments, **named)

    return failing


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_that_is_full_again_and_again(
    call: str, made_up: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    whole = clean_run(made_up, tmp_path / "clean")
    moments = random.Random(SEED)
    reader = Reader(order_of(DEFAULT))
    for _ in range(STOPS):
        with monkeypatch.context() as patched:
            patched.setattr(os, call, failing_at(moments.randrange(1, 30), getattr(os, call)))
            with pytest.raises(OutputError, match="the disk is full") as told:
                convert([made_up], tmp_path / "out", reader=reader)
        assert "of this run" in str(told.value)

    convert([made_up], tmp_path / "out", reader=reader)

    assert files(tmp_path / "out") == whole
    assert max(Counter(reader.read).values()) <= STOPS
    assert len(reader.read) <= DOCUMENTS + STOPS


def test_a_folder_that_cannot_be_read_now_and_then(
    made_up: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    whole = clean_run(made_up, tmp_path / "clean")
    moments = random.Random(SEED)
    for _ in range(STOPS // 4):
        with monkeypatch.context() as patched:
            refuse(made_up / moments.choice("01"), patched)
            convert([made_up], tmp_path / "out", prune=True)

    convert([made_up], tmp_path / "out", prune=True)

    assert files(tmp_path / "out") == whole


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Real documents, each a profile of its own."""
    folder = tmp_path_factory.mktemp("in")
    text = (INPUT / "werfcoordinator-jachthaven.txt").read_text("utf-8")
    for number in range(DOCUMENTS):
        named = text.replace("Werfcoördinator", f"Werfcoördinator{number}")
        (folder / f"{number:03}.txt").write_text(named, "utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(real: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What an undisturbed run writes of them."""
    output = tmp_path_factory.mktemp("clean")
    assert main(["convert", str(real), "--output", str(output)]) == 0
    return files(output)


def published(output: Path) -> Iterator[str]:
    """The documents that the journal of an unfinished run tells, in order."""
    journal = output / UNFINISHED / "journal.jsonl"
    lines = journal.read_bytes().splitlines(keepends=True) if journal.exists() else []
    for line in lines:
        if line.endswith(b"\n") and "document" in (told := json.loads(line)):
            yield told["document"]["file"]


def _is_far_enough(run: subprocess.Popen[bytes], output: Path, wanted: int) -> bool:
    return run.poll() is not None or len(list(published(output))) >= wanted


@pytest.mark.slow
@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGHUP, signal.SIGINT])
def test_two_hundred_documents_stopped_at_twenty_moments(
    stop: signal.Signals, real: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    output = tmp_path / "out"
    command = [sys.executable, "-m", "pipeline", "convert", str(real), "--output", str(output)]
    moments = random.Random(SEED)
    done: set[str] = set()
    for _ in range(STOPS):
        with subprocess.Popen(command, stderr=subprocess.PIPE) as run:
            # At least one: before, Python itself may still be starting.
            wanted = len(list(published(output))) + moments.randrange(1, 7)
            wait_until(partial(_is_far_enough, run, output, wanted), "more documents are published")
            time.sleep(moments.uniform(0, 0.05))
            run.send_signal(stop)
            _, said = run.communicate()
        assert b"Traceback" not in said
        lines = list(published(output))
        assert len(lines) == len(set(lines))
        if stop is signal.SIGKILL:
            # The journal goes on from run to run, and loses nothing.
            assert done <= set(lines)
            done = set(lines)
        for path, data in files(output).items():
            if path.startswith(("json/", "xml/")):
                assert undisturbed[path] == data

    last = subprocess.run(command, capture_output=True, text=True, check=True)

    assert files(output) == undisturbed
    if stop is signal.SIGKILL:
        assert f"({len(done)} unchanged)" in last.stderr
