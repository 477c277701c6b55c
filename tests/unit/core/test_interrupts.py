"""A stop waits for what is carried out at the moment, and then comes."""

from __future__ import annotations

import os
from typing import Any

import pytest

from pipeline.core.interrupts import stop, uninterrupted
from pipeline.isolation.limits import Limits
from pipeline.isolation.processes import Processes


def test_a_stop_comes_at_once_where_nothing_is_carried_out() -> None:
    with pytest.raises(KeyboardInterrupt):
        stop()


def test_a_stop_waits_for_the_outermost_and_comes_once() -> None:
    done = []
    with pytest.raises(KeyboardInterrupt), uninterrupted():
        with uninterrupted():
            stop()
            done.append("inner")
        done.append("outer")

    assert done == ["inner", "outer"]
    with uninterrupted():
        done.append("later")


def test_a_stop_while_a_process_is_buried_leaves_none_half_buried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wait = os.wait4

    def stopped(*arguments: Any) -> Any:
        found = wait(*arguments)
        stop()
        return found

    monkeypatch.setattr(os, "wait4", stopped)
    with pytest.raises(KeyboardInterrupt):
        list(Processes(1, Limits(), str.encode).run(["a task"]))
    monkeypatch.undo()

    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
