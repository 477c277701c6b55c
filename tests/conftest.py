"""Skips what the machine cannot run, and draws the line between the suites."""

from __future__ import annotations

import signal

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

from tests import machine, suites


def pytest_configure(config: pytest.Config) -> None:
    """Chooses the suite before any test is imported."""
    suites.choose(config.getoption("markexpr"))
    # For tests that set nothing of their own. Neither a deadline nor the check of how long it
    # takes to draw an example: both measure time, and the machine may be busy.
    settings.register_profile(
        "bcp", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
    )
    settings.load_profile("bcp")
    _listen()


def _listen() -> None:
    """Lets programs that tests start hear signals that a run in the background was told to ignore.

    A handler is no part of what a program hands on to those that it starts; to be ignored is.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in (signal.SIGHUP, signal.SIGTERM):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, lambda *_: None)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of drawn examples run in the slow suite too, with more examples."""
    if suites.is_thorough():
        for item in items:
            is_drawn = is_hypothesis_test(getattr(item, "obj", None))
            if is_drawn or item.get_closest_marker("both"):
                item.add_marker(pytest.mark.slow)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips a test whose needs are not there; fails it in CI."""
    for mark in item.iter_markers("needs"):
        machine.require(*mark.args)


@pytest.fixture(scope="session", autouse=True)
def _warm() -> None:
    """Loads here, once, what each process that a test forks would load for itself."""
    from pipeline import convert
    from pipeline.batch.executors import preload
    from tests.profiles import INPUT

    preload()
    convert(INPUT / "werfcoordinator-jachthaven.txt")
