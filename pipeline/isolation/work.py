"""The work on one document, in whatever process: from a path to a parcel."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from pipeline.conversion import convert_bytes, file_bytes
from pipeline.families import Family
from pipeline.isolation.faults import fault_of
from pipeline.isolation.parcels import packed, refused
from pipeline.writers.order import Order

Work = Callable[[Path], bytes]


def work_with(order: Order, max_bytes: int, families: tuple[Family, ...] | None = None) -> Work:
    """The work that converts a file and writes the files of its profile, all in memory."""
    return lambda path: _parcel(path, order, max_bytes, families)


def _parcel(path: Path, order: Order, max_bytes: int, families: tuple[Family, ...] | None) -> bytes:
    """The parcel of a file; whatever goes wrong concerns this file alone."""
    sha256 = None
    try:
        data = file_bytes(path, max_bytes)
        sha256 = hashlib.sha256(data).hexdigest()
        conversion = convert_bytes(data, path.name, families)
        files = order.files_of(conversion.profile, conversion.trace)
        return packed(sha256, conversion, files)
    except Exception as error:  # the report names the file by its digest even so
        return refused(sha256, fault_of(error))
