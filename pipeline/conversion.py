"""One document through the stages. The only module that names them in order."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.checks.rules import rule_findings
from pipeline.checks.schema import schema_findings
from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.core.errors import DocumentError
from pipeline.core.text import shown_name
from pipeline.core.versions import PROFILE
from pipeline.document.model import Document
from pipeline.families import Family, load_families
from pipeline.interpret.interpret import Interpretation, interpret
from pipeline.profile.codec import profile_from_plain, profile_to_plain
from pipeline.profile.identifiers import profile_id, with_identifiers
from pipeline.profile.model import Profile
from pipeline.profile.trace import Ledger, Trace
from pipeline.readers import read

# Real profiles are below 5 MB (contract.md, Limits).
MAX_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class Conversion:
    """What one document gave: the profile, where each value stood, what is amiss, the sum.

    `trace` maps JSON Pointers of the profile to places, raw text, label and steps;
    `structure` tells for each page what its tables were read by.
    """

    profile: Profile
    trace: Trace
    findings: tuple[Diagnostic, ...]
    ledger: Ledger
    reader: str
    layout: str
    structure: tuple[str, ...] = ()


def convert(
    path: str | Path, max_bytes: int = MAX_BYTES, *, layouts: Iterable[str | Path] = ()
) -> Conversion:
    """The conversion of a file; writes nothing.

    `layouts` are TOML files with families of forms, or with labels for one that is there. Raises
    FamilyError where one of them is wrong, before anything is read, and DocumentError where the
    document cannot be converted at all.
    """
    families = load_families(layouts)
    path = Path(path)
    return convert_bytes(file_bytes(path, max_bytes), path.name, families)


def file_bytes(path: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of a file. Raises DocumentError BCP106 (too large) or BCP107 (not readable)."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise DocumentError("BCP107", "it is no regular file but a folder, pipe or device")
        size = status.st_size
        if size > max_bytes:
            raise DocumentError("BCP106", f"the file has {size} bytes; the limit is {max_bytes}")
        return path.read_bytes()
    except OSError as error:
        raise DocumentError("BCP107", f"{error.strerror or error}") from error


def convert_bytes(data: bytes, file: str, families: tuple[Family, ...] | None = None) -> Conversion:
    """The conversion of the bytes of a file with that name.

    It is read as a form of one of the families; without any, of those that come with the program.
    Raises DocumentError where the document cannot be converted at all.
    """
    document = read(data)
    found = interpret(document, load_families() if families is None else families)
    return conversion_of(document, found, data, file)


def conversion_of(document: Document, found: Interpretation, data: bytes, file: str) -> Conversion:
    """The conversion of a document that was read of these bytes and interpreted."""
    file = shown_name(file)
    profile = _profile(found, data, file, document.media_type)
    findings = (*document.findings, *found.findings, *_checked(profile, found))
    return Conversion(
        profile,
        found.trace,
        findings,
        found.ledger,
        document.reader,
        found.layout,
        document.structure,
    )


def _profile(found: Interpretation, data: bytes, file: str, media_type: str) -> Profile:
    content: dict[str, Any] = with_identifiers(found.content)
    return profile_from_plain(
        {
            "$schema": PROFILE.uri,
            "schema_version": PROFILE.version,
            "family": found.layout,
            "id": profile_id(content["name"], content.get("version"), content.get("date")),
            "source": {
                "file": file,
                "sha256": hashlib.sha256(data).hexdigest(),
                "media_type": media_type,
            },
            **content,
        }
    )


def _checked(profile: Profile, found: Interpretation) -> list[Diagnostic]:
    """The findings of schema and rules, each with its place, without what is said already."""
    said = {f.pointer for f in found.findings if f.code == "BCP308"}
    checked = [*schema_findings(profile_to_plain(profile)), *rule_findings(profile)]
    return [
        replace(finding, place=finding.place or _place(finding.pointer, found.trace))
        for finding in checked
        if finding.code != "BCP415" or not _is_said(finding.pointer or "", said)
    ]


def _is_said(pointer: str, said: set[str | None]) -> bool:
    """Whether a finding names this pointer or one above it."""
    parts = pointer.split("/")
    return any("/".join(parts[:n]) in said for n in range(2, len(parts) + 1))


def _place(pointer: str | None, trace: Trace) -> Place | None:
    """Where the value of a pointer stood, or the first value below it."""
    if not pointer:
        return None
    for known, entry in trace.items():
        if (known == pointer or known.startswith(f"{pointer}/")) and entry.places:
            return entry.places[0]
    return None
