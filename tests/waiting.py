"""Waits as long as it takes: how fast a machine is, or how busy, is no matter of a test."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

# Seconds after which a wait is given up: a net for what never comes, no measure of speed.
PATIENCE = 600


def wait_until(condition: Callable[[], object], what: str) -> None:
    """Looks again and again until the condition holds."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"in {PATIENCE} seconds it did not come that {what}")
        time.sleep(0.02)


def processor_seconds(call: Callable[[], object]) -> float:
    """The computing time of this thread that a call takes: it does not grow with other work.

    The caller leaves room all the same: a processor that is shared computes at half its speed.
    """
    start = time.thread_time()
    call()
    return time.thread_time() - start


def lines_run(call: Callable[[], object]) -> int:
    """How many lines of Python a call runs, which is the same on every machine."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return counted

    before = sys.gettrace()
    sys.settrace(counted)
    try:
        call()
    finally:
        sys.settrace(before)
    return count
