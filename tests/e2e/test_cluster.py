"""The same work on a Dask cluster of this machine, one of whose workers is killed."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.cli import main
from tests.profiles import INPUT
from tests.unit.batch.test_incremental import files
from tests.waiting import wait_until


def _start(program: str, *arguments: str) -> subprocess.Popen[bytes]:
    """A program of Dask; without a dashboard, so that nothing listens that nobody needs."""
    name = {"scheduler": "dask_scheduler", "worker": "dask_worker"}[program]
    command = [sys.executable, "-m", f"distributed.cli.{name}", *arguments, "--no-dashboard"]
    return subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@pytest.fixture
def cluster() -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and its two workers."""
    port = _free_port()
    address = f"tcp://127.0.0.1:{port}"
    scheduler = _start("scheduler", "--host", "127.0.0.1", "--port", str(port))
    workers = [
        _start("worker", address, "--nthreads", "1", "--no-nanny", "--host", "127.0.0.1")
        for _ in range(2)
    ]
    try:
        yield address, workers
    finally:
        for program in (*workers, scheduler):
            program.kill()
            program.wait()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A dozen profiles, and a file that is none."""
    folder = tmp_path / "input"
    folder.mkdir()
    text = (INPUT / "werfcoordinator-jachthaven.txt").read_text("utf-8")
    for number in range(16):
        changed = text.replace("Werfcoördinator", f"Werfcoördinator{number}")
        (folder / f"{number}.txt").write_text(changed, "utf-8")
    (folder / "leeg.txt").write_bytes(b"")
    return folder


@pytest.mark.slow
def test_a_cluster_gives_the_same_bytes_though_a_worker_is_killed(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], source: Path, tmp_path: Path
) -> None:
    address, workers = cluster
    command = [sys.executable, "-m", "pipeline", "convert", str(source), "--output"]
    with subprocess.Popen(
        [*command, str(tmp_path / "cluster"), "--cluster", address], stderr=subprocess.PIPE
    ) as run:
        wait_until(lambda: any(tmp_path.glob("cluster/json/*.json")), "a document is done")
        assert run.poll() is None, "the run was over before the worker could be killed"
        os.kill(workers[0].pid, 9)
        _, said = run.communicate()

    assert run.returncode == 1, said
    assert main(["convert", str(source), "--output", str(tmp_path / "here")]) == 1
    assert files(tmp_path / "cluster") == files(tmp_path / "here")


def test_without_a_scheduler_the_user_is_told_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.batch.cluster._PATIENCE", 1)
    address = f"tcp://127.0.0.1:{_free_port()}"
    arguments = ["convert", str(INPUT), "--output", str(tmp_path), "--cluster", address]

    assert main(arguments) == 2
    assert "dask scheduler" in capsys.readouterr().err
