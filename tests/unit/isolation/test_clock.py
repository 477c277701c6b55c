"""What counts as time: a process is looked at, its limits are small, and no clock runs."""

from __future__ import annotations

import os
import time

import pytest

from pipeline.isolation.clock import Clock, computed
from pipeline.isolation.limits import Limits

LIMITS = Limits(stall=30, total=300, idle=60)


def _clock() -> Clock:
    return Clock(LIMITS, now=0)


def test_what_computes_slowly_has_the_time_it_needs() -> None:
    clock = _clock()

    for minute in range(1, 100):
        clock.look(now=60 * minute, computed=0.1 * minute)
        assert not clock.overdue()


def test_what_computes_without_a_sign_of_life_is_overdue() -> None:
    clock = _clock()
    clock.hear(now=100, computed=20)

    clock.look(now=200, computed=49)
    assert not clock.overdue()
    clock.look(now=201, computed=50)
    assert "30 seconds of computing time without a page being finished" in clock.overdue()


def test_what_gives_signs_of_life_is_overdue_at_the_end() -> None:
    clock = _clock()

    for second in range(1, 300):
        clock.hear(now=second, computed=second)
        assert not clock.overdue()
    clock.hear(now=300, computed=300)
    assert "300 seconds of computing time in all" in clock.overdue()


@pytest.mark.parametrize("share", [0, 0.0005])
def test_what_waits_for_what_does_not_come_is_overdue(share: float) -> None:
    clock = _clock()
    clock.hear(now=1, computed=1)

    for second in range(2, 61):
        clock.look(now=second, computed=1 + share * second)
        assert not clock.overdue()
    clock.look(now=61, computed=1 + share * 61)
    assert "for 60 seconds it computed nothing" in clock.overdue()


def test_where_the_machine_sleeps_nobody_is_blamed() -> None:
    clock = _clock()

    clock.look(now=100_000, computed=0)

    assert not clock.overdue()


def test_a_process_is_looked_at_before_it_can_be_overdue_and_seldom() -> None:
    cores = os.cpu_count() or 1
    clock, now, taken, looks = _clock(), 0.0, 0.0, 0

    while not clock.overdue():
        patience = clock.patience()
        now += patience
        taken += patience * cores  # as fast as it can
        clock.look(now, taken)
        looks += 1

    assert taken < LIMITS.stall + cores
    assert looks < 5


def test_one_core_is_looked_at_a_few_times_more() -> None:
    clock, now, looks = _clock(), 0.0, 0

    while not clock.overdue():
        now += clock.patience()
        clock.look(now, computed=now)
        looks += 1

    assert now < LIMITS.stall + 1
    assert looks < 20 * (os.cpu_count() or 1)


@pytest.mark.parametrize("seconds", [10.0**12, 10.0**300])
def test_no_limit_is_too_large_for_the_system(seconds: float) -> None:
    clock = Clock(Limits.within(seconds), now=0)

    assert clock.patience() * 1000 < 2**31
    assert Limits.within(seconds).wall * 1000 < 2**31


def test_the_system_tells_what_a_process_has_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    end = time.process_time() + 0.1
    while time.process_time() < end:
        pass
    here = computed(os.getpid())

    def unknown(_: int) -> float:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(time, "clock_gettime", unknown)

    assert here >= 0.1
    assert abs(computed(os.getpid()) - here) < 0.1
    assert computed(2**30) == 0


@pytest.mark.parametrize(
    ("seconds", "stall", "idle"),
    [(3000, 300, 600), (300, 30, 60), (30, 30, 60), (100, 30, 60), (5, 5, 60)],
)
def test_a_longer_time_is_one_for_each_page_too(seconds: int, stall: float, idle: float) -> None:
    limits = Limits.within(seconds)

    assert (limits.total, limits.stall, limits.idle) == (seconds, stall, idle)


def test_the_standard_is_what_the_command_names() -> None:
    assert Limits.within(300) == Limits()
