"""Signs of life: whoever works on a document says at each unit that it gets on.

A unit is what a document has as many of as it is long: a page, a block, a row, an entry, a value.
"""

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
