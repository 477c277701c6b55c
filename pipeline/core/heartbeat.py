"""Signs of life: a reader says after each page that it gets on, whoever listens."""

from __future__ import annotations

from collections.abc import Callable

_listeners: list[Callable[[], None]] = []


def beat() -> None:
    """Say that the work gets on."""
    for listener in _listeners:
        listener()


def listen(listener: Callable[[], None]) -> None:
    """Call a function at each beat, for the rest of this process."""
    _listeners.append(listener)
