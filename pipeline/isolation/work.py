"""The work on one document, in whatever process: from a path to a parcel."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable
from pathlib import Path

from pipeline.conversion import convert_bytes, file_bytes
from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.core.errors import DocumentError
from pipeline.isolation.parcels import packed, refused
from pipeline.writers.order import Order

Work = Callable[[Path], bytes]
NO_MEMORY = Diagnostic("BCP161", "it took all the memory that it may")


def work_with(order: Order, max_bytes: int) -> Work:
    """The work that converts a file and writes the files of its profile, all in memory."""
    return lambda path: _parcel(path, order, max_bytes)


def _parcel(path: Path, order: Order, max_bytes: int) -> bytes:
    """The parcel of a file; whatever goes wrong concerns this file alone."""
    sha256 = None
    try:
        data = file_bytes(path, max_bytes)
        sha256 = hashlib.sha256(data).hexdigest()
        conversion = convert_bytes(data, path.name)
        files = order.files_of(conversion.profile, conversion.trace)
        return packed(sha256, conversion, files)
    except DocumentError as error:
        place = Place(line=error.line, column=1) if error.line else None
        return refused(sha256, Diagnostic(error.code, error.message, place))
    except MemoryError:
        return refused(sha256, NO_MEMORY)
    except Exception as error:  # the other documents must still be done
        return refused(sha256, Diagnostic("BCP901", internal_error(error)))


def internal_error(error: BaseException) -> str:
    """An error of ours in a line, with where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" in {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}: {error}"
