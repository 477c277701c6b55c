"""One document in a program of its own, for hosts that run threads and must not be forked.

    python -m pipeline.isolation.alone < request > what a child sends

A request is a line of JSON (name, formats, base URI, limits, families) and the bytes of the file.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from pipeline.core.diagnostics import Diagnostic
from pipeline.families import Family
from pipeline.isolation.faults import TIMEOUT, death
from pipeline.isolation.limits import Limits
from pipeline.isolation.messages import Inbox, message
from pipeline.isolation.parcels import refused
from pipeline.isolation.processes import Processes
from pipeline.isolation.work import work_with
from pipeline.profile.codec import decode, encode
from pipeline.writers.edition import Setting
from pipeline.writers.order import Order, order_of


def parcel_of(
    name: str,
    data: bytes,
    order: Order,
    limits: Limits,
    families: tuple[Family, ...] | None = None,
) -> bytes:
    """The parcel of a file, made by a program of its own; never raises for what the file does."""
    request = json.dumps(
        {
            "name": name,
            "formats": order.names,
            "base_uri": order.setting.base_uri,
            "limits": asdict(limits),
            "families": None if families is None else encode(families),
        }
    )
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pipeline.isolation.alone"],
            input=request.encode() + b"\n" + data,
            capture_output=True,
            # It watches its document itself; this is for a program that cannot even start.
            timeout=limits.wall,
            check=False,
        )
    except subprocess.TimeoutExpired:
        why = f"it was not done after {limits.wall:g} seconds on the wall"
        return refused(None, Diagnostic(TIMEOUT, why))
    answer = Inbox(done.stdout).answer()
    if answer is None:
        answer = death(done.returncode, 0, limits)
    return refused(None, answer) if isinstance(answer, Diagnostic) else answer


def main() -> None:
    """Read the request, do the work within its limits, send the answer."""
    request = json.loads(sys.stdin.buffer.readline())
    limits = Limits(**request["limits"])
    order = order_of(request["formats"], Setting(request["base_uri"]))
    told = request["families"]
    families = None if told is None else decode(tuple[Family, ...], told)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / Path(request["name"]).name
        path.write_bytes(sys.stdin.buffer.read())
        work = work_with(order, limits.source_bytes, families)
        for _, answer in Processes(1, limits, work).run([path]):
            for part in message(answer):
                sys.stdout.buffer.write(part)


if __name__ == "__main__":
    main()
