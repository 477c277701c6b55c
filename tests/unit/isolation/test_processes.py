"""Whatever a task does, it does to its own process: faults on demand, by the task's name."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.core import heartbeat
from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.core.errors import DocumentError
from pipeline.isolation.limits import Limits
from pipeline.isolation.messages import Answer
from pipeline.isolation.processes import Processes, _resident
from tests.profiles import INPUT

SAMPLE = INPUT / "werfcoordinator-jachthaven.txt"
SMALL = Limits(memory=300_000_000, stall=1.0, total=3.0, result_bytes=2_000_000)
WELL = b"\x00 a result of any bytes ."


def _hang_in_c() -> None:
    libc = ctypes.PyDLL(None)
    libc.pause()  # with the lock of the interpreter held


def _ignore_termination() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        time.sleep(10)


def _take_memory() -> None:
    taken = []
    while True:
        taken.append(bytearray(10_000_000))


def _abort_out_of_memory() -> None:
    taken = []
    try:
        while True:
            taken.append(bytearray(10_000_000))
    except MemoryError:
        os.abort()  # as PDFium does


def _leave_a_child_behind() -> None:
    if os.fork() == 0:
        time.sleep(60)
    os._exit(0)


def _flood() -> None:
    for _ in range(1000):
        os.write(1, b"x" * 100_000)
        os.write(2, b"x" * 100_000)


def _beat_for_ever() -> None:
    while True:
        heartbeat.beat()
        time.sleep(0.2)


def _segfault() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _exit() -> None:
    os._exit(3)


def _stop_the_interpreter() -> None:
    sys.exit("enough")


def _refuse() -> None:
    raise DocumentError("BCP101", "it is empty", line=7)


def _write_a_file() -> None:
    with tempfile.NamedTemporaryFile() as stream:
        stream.write(b"x")


FAULTS: dict[str, tuple[Callable[[], None], str]] = {
    "segfault": (_segfault, "BCP162"),
    "abort": (os.abort, "BCP162"),
    "exit": (_exit, "BCP162"),
    "stop": (_stop_the_interpreter, "BCP901"),
    "refusal": (_refuse, "BCP101"),
    "hang": (_ignore_termination, "BCP160"),
    "hang in C": (_hang_in_c, "BCP160"),
    "beats without end": (_beat_for_ever, "BCP160"),
    "memory": (_take_memory, "BCP161"),
    "memory and abort": (_abort_out_of_memory, "BCP161"),
    "a child left behind": (_leave_a_child_behind, "BCP162"),
    "a file": (_write_a_file, "BCP901"),
}


def _work(name: str) -> bytes:
    fault = FAULTS.get(name)
    if fault is not None:
        fault[0]()
    if name == "flood":
        _flood()
    return b"x" * 5_000_000 if name == "large" else WELL


def _run(*names: str, jobs: int = 2) -> dict[str, Answer]:
    found = Processes(jobs, SMALL, _work).run(names)
    return {names[number]: answer for number, answer in found}


def _code(answer: Answer) -> str:
    """The code of a finding; "" of the result that all is well."""
    if isinstance(answer, Diagnostic):
        return answer.code
    assert answer == WELL
    return ""


def test_each_fault_costs_its_own_document_and_no_other() -> None:
    names = [name for fault in FAULTS for name in (fault, f"well after {fault}")]

    found = _run(*names, jobs=4)

    assert {name: _code(answer) for name, answer in found.items()} == {
        name: FAULTS[name][1] if name in FAULTS else "" for name in names
    }
    assert found["refusal"] == Diagnostic("BCP101", "it is empty", Place(line=7, column=1))


def test_what_a_library_prints_goes_nowhere() -> None:
    assert _run("flood")["flood"] == WELL


def test_a_result_that_is_too_large_is_not_taken() -> None:
    assert _code(_run("large")["large"]) == "BCP163"


def test_a_page_that_is_finished_gives_the_next_one_time() -> None:
    def slow(_: str) -> bytes:
        for _page in range(5):
            time.sleep(0.4)
            heartbeat.beat()
        return WELL

    ((_, answer),) = Processes(1, SMALL, slow).run(["slow"])

    assert answer == WELL


@pytest.mark.parametrize("count", [40, pytest.param(1000, marks=pytest.mark.slow)])
def test_no_process_no_descriptor_and_no_memory_is_left(count: int) -> None:
    _run(*(f"well {n}" for n in range(20)))
    before, memory = sorted(os.listdir("/proc/self/fd")), _resident()

    _run(*(f"well {n}" for n in range(count)), "hang", "a child left behind")

    assert sorted(os.listdir("/proc/self/fd")) == before
    assert _resident() - memory < 20_000_000
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_without_room_for_processes_the_documents_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", no_room)

    assert _code(_run("well")["well"]) == "BCP164"


@pytest.mark.parametrize("descriptors", [7, 9, 11, 12, 13, 14, 16, 32])
def test_with_hardly_any_descriptors_each_document_has_an_outcome(
    descriptors: int, tmp_path: Path
) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_bytes(SAMPLE.read_bytes())
    command = [sys.executable, "-m", "pipeline", "convert", str(tmp_path), "--jobs", "3"]

    done = subprocess.run(
        [*command, "--output", str(tmp_path / "output"), "--report-format", "json"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors,) * 2),
    )

    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)
    for document in json.loads(done.stdout)["documents"]:
        errors = {f["code"] for f in document["findings"] if f["severity"] == "error"}
        assert (document["profile"] is None) == bool(errors)
        assert errors <= {"BCP107", "BCP164"}


def test_an_interrupt_during_a_fork_is_not_lost() -> None:
    code = (
        "import os, signal\n"
        "from pathlib import Path\n"
        "from pipeline.isolation.limits import Limits\n"
        "from pipeline.isolation.processes import Processes\n"
        "me = os.getpid()\n"
        "hook = lambda: os.getpid() == me and os.kill(me, signal.SIGINT)\n"
        "os.register_at_fork(after_in_parent=hook)\n"
        "try:\n"
        "    list(Processes(1, Limits(), lambda path: b'').run([Path('x')]))\n"
        "except KeyboardInterrupt:\n"
        "    print('interrupted')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert (done.stdout, done.stderr) == ("interrupted\n", "")


def test_processes_die_with_the_one_that_started_them(tmp_path: Path) -> None:
    code = (
        "import os, time\n"
        "from pathlib import Path\n"
        "from pipeline.isolation.limits import Limits\n"
        "from pipeline.isolation.processes import Processes\n"
        "def work(path):\n"
        f"    Path({str(tmp_path)!r}, 'pid').exists()\n"
        "    os.write(2, b'')\n"
        "    time.sleep(60)\n"
        "run = Processes(1, Limits(), work)\n"
        "import pipeline.isolation.child as child\n"
        "old = child.run\n"
        "def told(work, path, pipe, limits):\n"
        f"    Path({str(tmp_path)!r}, 'pid').write_text(str(os.getpid()))\n"
        "    old(work, path, pipe, limits)\n"
        "child.run = told\n"
        "list(run.run([Path('x')]))\n"
    )
    with subprocess.Popen([sys.executable, "-c", code]) as parent:
        pid = _read_when_there(tmp_path / "pid")
        time.sleep(0.3)
        parent.kill()
        parent.wait()

    assert _is_gone(pid)


def _read_when_there(path: Path) -> int:
    for _ in range(200):
        if path.exists() and path.read_text():
            return int(path.read_text())
        time.sleep(0.05)
    raise AssertionError(f"{path} never came")


def _is_gone(pid: int) -> bool:
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False
