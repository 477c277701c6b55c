"""Why a process gave no result: each fault as a finding, and findings as bytes."""

from __future__ import annotations

import json
import signal
import traceback
from pathlib import Path
from typing import Any

from pipeline.core.catalogue import CATALOGUE
from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.core.errors import DocumentError
from pipeline.isolation.limits import Limits

TIMEOUT, MEMORY, CRASH, TOO_MUCH, NO_PROCESS = "BCP160", "BCP161", "BCP162", "BCP163", "BCP164"
INTERNAL = "BCP901"
NO_MEMORY = Diagnostic(MEMORY, "it took all the memory that it may")
# Exit codes of a child that could not even say what was wrong.
OUT_OF_MEMORY, BROKEN = 77, 78
# A process that died having taken this share of its memory died of that.
_NEARLY_ALL = 0.7


def fault_of(error: BaseException) -> Diagnostic:
    """The finding of what a work raised."""
    if isinstance(error, DocumentError):
        place = Place(line=error.line, column=1) if error.line else None
        return Diagnostic(error.code, error.message, place)
    if isinstance(error, MemoryError):
        return NO_MEMORY
    return Diagnostic(INTERNAL, internal_error(error))


def internal_error(error: BaseException) -> str:
    """An error of ours in a line, with where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" in {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}: {error}"


def death(code: int, memory: int, limits: Limits) -> Diagnostic:
    """Why a process ended that sent no answer, by its exit code (negative: a signal).

    `memory` is the most that it took on top of the program, in bytes.
    """
    if code == OUT_OF_MEMORY or (code < 0 and memory > _NEARLY_ALL * limits.memory):
        return NO_MEMORY
    if code == -signal.SIGXCPU:
        message = f"it took over {limits.total:g} seconds of computing time in all"
        return Diagnostic(TIMEOUT, message)
    if code == -signal.SIGALRM:
        return Diagnostic(TIMEOUT, f"it was not done after {limits.wall:g} seconds on the wall")
    what = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
    return Diagnostic(CRASH, f"the process that read it died with {what}")


def finding_bytes(finding: Diagnostic) -> bytes:
    """A finding as JSON."""
    return json.dumps(plain_finding(finding), separators=(",", ":")).encode()


def finding_in(data: bytes) -> Diagnostic:
    """The finding in these bytes; that of a crash where they are none, for whoever sent them was
    not itself any more."""
    try:
        return finding_from_plain(json.loads(data))
    except (KeyError, TypeError, ValueError) as error:
        return Diagnostic(CRASH, f"expected a finding, found {len(data)} other bytes: {error}")


def plain_finding(finding: Diagnostic) -> list[Any]:
    """A finding as plain JSON."""
    return [finding.code, finding.message, plain_place(finding.place), finding.pointer]


def finding_from_plain(plain: Any) -> Diagnostic:
    """The finding of plain JSON. Raises KeyError, TypeError or ValueError where it is none."""
    code, message, place, pointer = plain
    if code not in CATALOGUE:
        raise KeyError(code)
    if not isinstance(message, str):
        raise TypeError(f"expected a text, found {type(message).__name__}")
    return Diagnostic(code, message, place_from_plain(place) if place else None, pointer)


def plain_place(place: Place | None) -> list[Any] | None:
    """A place as plain JSON."""
    if place is None:
        return None
    return [
        place.line, place.column, place.end_line, place.end_column,
        place.page, place.box, place.part, place.path,
    ]  # fmt: skip


def place_from_plain(plain: Any) -> Place:
    """The place of plain JSON. Raises TypeError or ValueError where it is none."""
    line, column, end_line, end_column, page, box, part, path = plain
    shape = tuple(box) if box is not None else None
    return Place(line, column, end_line, end_column, page, shape, part, path)
