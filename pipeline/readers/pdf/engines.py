"""Both engines, for one thread at a time.

The second one is not made for threads; the first hands the names of a file out of tables that all
files share, and complains to one logger. Python runs one thread at a time anyway, so nothing is
lost.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

# The same thread may enter again: one function that is guarded calls another one.
_GUARD = threading.RLock()


def guarded(function: Callable[P, R]) -> Callable[P, R]:
    """The function, which waits until no other thread is in an engine."""

    @wraps(function)
    def alone(*args: P.args, **kwargs: P.kwargs) -> R:
        with _GUARD:
            return function(*args, **kwargs)

    return alone
