"""The parcels of files, and what stands in their place where a process sent none."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.batch.executors import Executor, InProcesses, InThisProcess
from pipeline.core.diagnostics import Diagnostic
from pipeline.isolation.limits import Limits
from pipeline.isolation.parcels import refused

WELL = refused("0" * 64, Diagnostic("BCP101", "well"))


def _work(path: Path) -> bytes:
    if path.name == "raises":
        raise ZeroDivisionError("of a fault of ours")
    return WELL if path.name == "well" else path.name.encode()


@pytest.mark.parametrize(
    "executor", [InProcesses(2, Limits(), _work), InThisProcess(_work)], ids=["each", "here"]
)
def test_bytes_that_are_no_parcel_are_a_crash_of_whoever_sent_them(executor: Executor) -> None:
    paths = [
        Path(name) for name in ("well", "\x80\x04 a pickle?", "\x00\x00\x00\x05[1,2]", "raises")
    ]

    found = dict(executor.run(paths))

    codes = [[finding.code for finding in found[number].findings] for number in range(4)]
    assert codes == [["BCP101"], ["BCP162"], ["BCP162"], ["BCP901"]]
    assert [found[number].sha256 for number in range(4)] == ["0" * 64, None, None, None]
