"""Exit codes, and the message that goes with one."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator

from pipeline.core.errors import Interrupted
from pipeline.core.text import one_line

CLEAN, FINDINGS, USAGE, OUTPUT_FAILED = 0, 1, 2, 3
# As of a shell: 128 and the number of the signal.
INTERRUPTED, TERMINATED, HUNG_UP = 130, 143, 129


def fail(message: str, code: int) -> int:
    """The code, after its reason was told on standard error."""
    print(one_line(f"bcp: {message}"), file=sys.stderr)
    return code


@contextlib.contextmanager
def interrupted_with(told: str) -> Iterator[None]:
    """Say of work that is interrupted what is true of it, unless it says so itself."""
    try:
        yield
    except Interrupted:
        raise
    except KeyboardInterrupt:
        raise Interrupted(told) from None
