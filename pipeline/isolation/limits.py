"""How much one document may take (reliability.md, 5.2)."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one document.

    `source_bytes` of its file; `memory` in bytes on top of what the program itself takes;
    `stall` seconds without a page being finished and `total` seconds in all; `result_bytes` of
    what it hands back.
    """

    source_bytes: int = 100 * MEGABYTE
    memory: int = 1500 * MEGABYTE
    stall: float = 30.0
    total: float = 300.0
    result_bytes: int = 50 * MEGABYTE
