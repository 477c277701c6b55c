"""Signs of life: whoever works on a document says at each unit that it gets on.

A unit is what a document has as many of as it is long: a page, a block, a row, an entry, a value.
Who listens hears the thread in which it began to, and no other one.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar

Listener = Callable[[], None]

_listeners: ContextVar[tuple[Listener, ...]] = ContextVar("listeners", default=())


def beat() -> None:
    """Say that the work gets on."""
    for listener in _listeners.get():
        listener()


def listen(listener: Listener) -> None:
    """Call a function at each beat of this thread, for the rest of it."""
    _listeners.set((*_listeners.get(), listener))
