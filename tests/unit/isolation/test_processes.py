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
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from hashlib import pbkdf2_hmac
from pathlib import Path

import pytest

from pipeline.core import heartbeat
from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.core.errors import DocumentError
from pipeline.isolation.faults import death
from pipeline.isolation.limits import Limits
from pipeline.isolation.messages import Answer
from pipeline.isolation.processes import Processes, _resident
from tests.profiles import INPUT
from tests.suites import few
from tests.waiting import wait_until

SAMPLE = INPUT / "werfcoordinator-jachthaven.txt"
# Nothing but what is meant to meets these limits of time, on whatever machine.
SMALL = Limits(memory=300_000_000, stall=1.0, total=2.0, idle=2.0, result_bytes=2_000_000)
STALLED = "it took over 1 seconds of computing time without a page being finished"
PATIENT = replace(SMALL, idle=60.0)
# Where pages of memory are dear, taking them is what computes.
SLOW_MEMORY = replace(SMALL, stall=60.0, total=60.0, idle=60.0)
WELL = b"\x00 a result of any bytes ."


def _hang_in_c() -> None:
    libc = ctypes.PyDLL(None)
    libc.pause()  # with the lock of the interpreter held


def _hang() -> None:
    while True:
        time.sleep(10)


def _ignore_termination() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    _hang()


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


def _compute_for_ever() -> None:
    while True:
        pass


def _beat_for_ever() -> None:
    while True:
        heartbeat.beat()


def _compute_in_threads() -> None:
    for _ in range(3):
        # Outside the lock of the interpreter, so that as many cores are used as there are.
        threading.Thread(target=pbkdf2_hmac, args=("sha256", b"", b"", (1 << 31) - 1)).start()
    _hang()


def _compute(seconds: float) -> None:
    """Compute for so long, however long it takes."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def _stop(seconds: float) -> None:
    """Be stopped for a time, as by a machine that has no core for this process."""
    me = os.getpid()
    waker = os.fork()
    if waker == 0:
        while _state(me) != "T":
            time.sleep(0.01)
        time.sleep(seconds)
        os.kill(me, signal.SIGCONT)
        os._exit(0)
    os.kill(me, signal.SIGSTOP)
    os.waitpid(waker, 0)


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
    "loop": (_compute_for_ever, "BCP160"),
    "loops": (_compute_in_threads, "BCP160"),
    "hang": (_ignore_termination, "BCP160"),
    "hang in C": (_hang_in_c, "BCP160"),
    "beats without end": (_beat_for_ever, "BCP160"),
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


def test_too_much_memory_costs_the_document_that_takes_it() -> None:
    faults = [_take_memory, _abort_out_of_memory]

    def work(name: str) -> bytes:
        if name.isdigit():
            faults[int(name)]()
        return WELL

    found = Processes(2, SLOW_MEMORY, work).run(["0", "well", "1", "well after"])

    assert [_code(answer) for _, answer in sorted(found)] == ["BCP161", "", "BCP161", ""]


def test_what_a_library_prints_goes_nowhere() -> None:
    assert _run("flood")["flood"] == WELL


def test_a_result_that_is_too_large_is_not_taken() -> None:
    assert _code(_run("large")["large"]) == "BCP163"


def test_a_page_that_is_finished_gives_the_next_one_time() -> None:
    def slow(_: str) -> bytes:
        for _page in range(5):
            _compute(0.3)
            heartbeat.beat()
        return WELL

    assert _outcome(slow, PATIENT) == WELL


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (_hang, "for 2 seconds it computed nothing and finished no page"),
        (_compute_for_ever, STALLED),
        (_compute_in_threads, STALLED),
        (_beat_for_ever, "it took over 2 seconds of computing time in all"),
    ],
)
def test_what_hangs_is_told_by_what_it_does(fault: Callable[[], None], why: str) -> None:
    def work(_: str) -> bytes:
        fault()
        return WELL

    assert _outcome(work, SMALL) == Diagnostic("BCP160", why)


@pytest.mark.slow
def test_a_machine_that_is_busy_costs_no_document_its_result() -> None:
    def starved(_: str) -> bytes:
        for _time in range(3):
            _stop(SMALL.total)
            _compute(0.1)
        return WELL

    assert _outcome(starved, PATIENT) == WELL


def test_without_anybody_who_watches_a_process_ends_itself() -> None:
    # Both are of the system: no parent kills.
    endless = replace(SMALL, stall=1e9, total=1e9, idle=1e9)
    assert death(-signal.SIGXCPU, 0, endless).code == "BCP160"
    assert death(-signal.SIGALRM, 0, endless).code == "BCP160"

    def work(_: str) -> bytes:
        return repr((resource.getrlimit(resource.RLIMIT_CPU), signal.alarm(0))).encode()

    assert _outcome(work, SMALL) == b"((12, 13), 80)"
    assert _outcome(work, endless) == b"((1000000010, 1000000011), 1000000)"


def _outcome(work: Callable[[str], bytes], limits: Limits) -> Answer:
    ((_, answer),) = Processes(1, limits, work).run(["a task"])
    return answer


@pytest.mark.parametrize("count", [10, pytest.param(1000, marks=pytest.mark.slow)])
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


@pytest.mark.parametrize("descriptors", few((7, 9, 11, 12, 13, 14, 16, 32), 1))
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
        "    time.sleep(3600)\n"
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

    wait_until(lambda: _is_gone(pid), "the process is gone")


def _read_when_there(path: Path) -> int:
    wait_until(lambda: path.exists() and path.read_text(), f"{path} is there")
    return int(path.read_text())


def _is_gone(pid: int) -> bool:
    try:
        return _state(pid) == "Z"
    except FileNotFoundError:
        return True


def _state(pid: int) -> str:
    """What a process does, in a letter: T stopped, Z dead and not yet buried."""
    return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
