"""One document in a program of its own, for hosts that run threads and must not be forked.

    python -m pipeline.isolation.alone < request > what a child sends

A request is a line of JSON (name, formats, base URI, limits) and the bytes of the file.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from pipeline.core.diagnostics import Diagnostic
from pipeline.isolation import child
from pipeline.isolation.faults import TIMEOUT, death
from pipeline.isolation.limits import Limits
from pipeline.isolation.messages import Inbox
from pipeline.isolation.parcels import refused
from pipeline.isolation.work import work_with
from pipeline.writers.edition import Setting
from pipeline.writers.order import Order, order_of

# What a program takes to start, on top of the time that its document may take.
_START = 20


def parcel_of(name: str, data: bytes, order: Order, limits: Limits) -> bytes:
    """The parcel of a file, made by a program of its own; never raises for what the file does."""
    request = json.dumps(
        {
            "name": name,
            "formats": order.names,
            "base_uri": order.setting.base_uri,
            "limits": asdict(limits),
        }
    )
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pipeline.isolation.alone"],
            input=request.encode() + b"\n" + data,
            capture_output=True,
            timeout=limits.total + _START,
            check=False,
        )
    except subprocess.TimeoutExpired:
        message = f"it took over {limits.total:g} seconds in all"
        return refused(None, Diagnostic(TIMEOUT, message))
    answer = Inbox(done.stdout).answer() or death(done.returncode, 0, limits)
    return refused(None, answer) if isinstance(answer, Diagnostic) else answer


def main() -> None:
    """Read the request, do the work within its limits, send the parcel."""
    request = json.loads(sys.stdin.buffer.readline())
    limits = Limits(**request["limits"])
    order = order_of(request["formats"], Setting(request["base_uri"]))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / Path(request["name"]).name
        path.write_bytes(sys.stdin.buffer.read())
        pid = os.fork()
        if pid == 0:
            child.run(work_with(order, limits.source_bytes), path, os.dup(1), limits)
        _, status = os.waitpid(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code < 0:
        os.kill(os.getpid(), -code)
    sys.exit(code)


if __name__ == "__main__":
    main()
