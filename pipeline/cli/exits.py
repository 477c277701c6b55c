"""Exit codes, and the message that goes with one."""

from __future__ import annotations

import sys

CLEAN, FINDINGS, USAGE, OUTPUT_FAILED, INTERRUPTED, TERMINATED = 0, 1, 2, 3, 130, 143


def fail(message: str, code: int) -> int:
    """The code, after its reason was told on standard error."""
    print(f"bcp: {message}", file=sys.stderr)
    return code
