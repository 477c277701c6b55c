"""Stops that wait while something is carried out to its end."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator

# What asks a command to stop: Ctrl-C, a system that shuts down, a terminal that is closed.
WAITING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


class _Waiting:
    """How many things are carried out at the moment, and whether a stop waits for them."""

    held = 0
    is_asked = False


def stop() -> None:
    """Stop the command, now or when nothing has to be carried out any more.

    For handlers of signals: Python runs them between any two steps of the main thread, also where
    another thread was given the signal.
    """
    if _Waiting.held:
        _Waiting.is_asked = True
    else:
        raise KeyboardInterrupt


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """Let stops wait; they come at the end.

    The signals are blocked as well: around a fork Python runs code of its own, and drops what is
    raised there. A child lets them come again once it has said what they do to it.
    """
    has_masks = hasattr(signal, "pthread_sigmask")
    before = signal.pthread_sigmask(signal.SIG_BLOCK, WAITING) if has_masks else ()
    _Waiting.held += 1
    try:
        yield
    finally:
        _Waiting.held -= 1
        if has_masks:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        if _Waiting.is_asked and not _Waiting.held:
            _Waiting.is_asked = False
            raise KeyboardInterrupt
