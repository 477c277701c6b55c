"""Copies of a damaged PDF that may do: with a new end, or written anew by the second engine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.readers.pdf.second_engine import rewritten

_CATALOG = re.compile(rb"(\d+) 0 obj\s*<<[^>]*?/Type\s*/Catalog")
_END = b"\nendobj\ntrailer\n<< /Root %s 0 R >>\nstartxref\n0\n%%%%EOF\n"


def repaired_copies(data: bytes) -> Iterator[bytes]:
    """Repaired copies, the nearest to the original first."""
    catalogs = _CATALOG.findall(data)
    if catalogs:
        # A file that was cut has lost the end that says where its objects are.
        yield data + _END % catalogs[-1]
    anew = rewritten(data)
    if anew is not None:
        yield anew
