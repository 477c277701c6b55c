"""Documents of a form made up for tests: `name|version|text` or anything else, which is refused.

Read in no time, so that hundreds of runs can be tried; written by the real writers.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.batch import Finished, InThisProcess, convert_all, locked, sources_in
from pipeline.conversion import Conversion, file_bytes
from pipeline.core.diagnostics import Diagnostic
from pipeline.isolation.parcels import packed, refused
from pipeline.profile.identifiers import profile_id
from pipeline.profile.model import Source
from pipeline.profile.trace import Ledger
from pipeline.writers.order import Order, order_of
from tests.strategies import hollow_profile

DEFAULT = ("json", "xml", "csv")


class Reader:
    """The work of a run, and which documents it read, in order."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.read: list[str] = []

    def __call__(self, path: Path) -> bytes:
        """The parcel of a made-up document."""
        self.read.append(path.name)
        data = file_bytes(path)
        sha256 = hashlib.sha256(data).hexdigest()
        parts = data.decode().split("|")
        if len(parts) != 3:
            return refused(sha256, Diagnostic("BCP201", "no profile"))
        conversion = _conversion(path, sha256, *parts)
        files = self.order.files_of(conversion.profile, conversion.trace)
        return packed(sha256, conversion, files)


def _conversion(path: Path, sha256: str, name: str, version: str, text: str) -> Conversion:
    profile = replace(
        hollow_profile(),
        id=profile_id(name, version, None),
        name=name,
        version=version,
        short_name=text,
        source=Source(file=path.name, sha256=sha256, media_type="text/plain"),
    )
    return Conversion(profile, {}, (), Ledger(1, {}, {"fields": 1}, 0, 0), "made up", "role-based")


def convert(
    paths: Sequence[Path],
    output: Path,
    formats: Sequence[str] = DEFAULT,
    reader: Reader | None = None,
    *,
    force: bool = False,
    prune: bool = False,
) -> Finished:
    """A run over made-up documents."""
    order = order_of(formats)
    executor = InThisProcess(reader or Reader(order))
    with locked(output):
        sources = sources_in(paths, output)
        return convert_all(sources, executor, order, output, force=force, prune=prune)


def report(output: Path) -> dict[str, Any]:
    """The report of the last run."""
    found: dict[str, Any] = json.loads((output / "report.json").read_bytes())
    return found


def kept(output: Path) -> dict[str, str]:
    """The files that the last run kept, with the reason."""
    return {file["path"]: file["why"] for file in report(output)["kept"]}


def listed(output: Path) -> dict[str, str]:
    """All files that the report lists as they were written, with their digests."""
    found = report(output)
    files = [file for document in found["documents"] for file in document["files"]]
    return {file["path"]: file["sha256"] for file in (*files, *found["files"], *found["kept"])}
