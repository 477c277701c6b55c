"""Exit codes, and the message that goes with one."""

from __future__ import annotations

import sys

CLEAN, FINDINGS, USAGE, OUTPUT_FAILED = 0, 1, 2, 3
# As of a shell: 128 and the number of the signal.
INTERRUPTED, TERMINATED, HUNG_UP = 130, 143, 129


def fail(message: str, code: int) -> int:
    """The code, after its reason was told on standard error."""
    print(f"bcp: {message}", file=sys.stderr)
    return code
