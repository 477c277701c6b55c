"""The parts of a Word file that hold text, as XML trees without entities, DTD or network."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from docx.opc.exceptions import OpcError
from docx.opc.pkgreader import PackageReader
from lxml import etree

from pipeline.core.diagnostics import Diagnostic
from pipeline.core.errors import DocumentError
from pipeline.readers.docx.markup import Element, root_of

# Real profiles unpack to a megabyte or two.
MAX_UNPACKED = 200_000_000
MAX_RATIO = 200
MAX_ENTRIES = 5000
_RATIO_MATTERS = 5_000_000
_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
# What a package that was cut or overwritten ends in, somewhere in zipfile or python-docx.
_DAMAGES = (
    AttributeError,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
)
_KINDS = ("styles", "numbering", *_STORIES)


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its name in the package (`word/document.xml`) and its root element."""

    name: str
    root: Element


@dataclass(slots=True)
class Package:
    """The main part of a Word file and those that it refers to, by kind."""

    main: Part
    others: dict[str, list[Part]] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)

    def first(self, kind: str) -> Element | None:
        """The root of the first part of a kind (`styles`, `numbering`)."""
        found = self.others.get(kind)
        return found[0].root if found else None

    def stories(self) -> Iterator[tuple[str, Part]]:
        """The parts beside the main one that hold text, with their kind."""
        for kind in _STORIES:
            for part in self.others.get(kind, ()):
                yield kind, part


def is_word_file(data: bytes) -> bool:
    """Whether the bytes are a ZIP file with a part that Word documents have."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        # What is left of a Word file names its parts in the clear.
        return b"word/document" in data or b"word/" in data[:4096]
    return "[Content_Types].xml" in names and any(name.startswith("word/") for name in names)


def open_package(data: bytes) -> Package:
    """The parts of a Word file.

    Raises DocumentError BCP120 (damaged, or not a Word document) or BCP121 (unpacks to too much).
    """
    _check_entries(data)
    try:
        reader = PackageReader.from_file(io.BytesIO(data))  # type: ignore[no-untyped-call]
        blobs = {str(name).lstrip("/"): blob for name, _, _, blob in reader.iter_sparts()}
        relations = [
            (str(source).lstrip("/"), relation.reltype.rsplit("/", 1)[-1], relation)
            for source, relation in reader.iter_srels()
            if not relation.is_external
        ]
    except (*_DAMAGES, OpcError) as error:
        raise DocumentError("BCP120", f"its package cannot be read: {error}") from error
    main_name = next(
        (
            str(relation.target_partname).lstrip("/")
            for source, kind, relation in relations
            if source == "" and kind == "officeDocument"
        ),
        "",
    )
    if main_name not in blobs:
        raise DocumentError("BCP120", "the package names no main document")
    root, findings = root_of(blobs[main_name], main_name)
    if not root.tag.endswith("}document"):
        raise DocumentError("BCP120", f"its main part is no Word document but {root.tag!r}")
    package = Package(Part(main_name, root), findings=findings)
    for source, kind, relation in relations:
        name = str(relation.target_partname).lstrip("/")
        if source == main_name and kind in _KINDS and name in blobs:
            root, findings = root_of(blobs[name], name)
            package.others.setdefault(kind, []).append(Part(name, root))
            package.findings.extend(findings)
    return package


def _check_entries(data: bytes) -> None:
    """Refuse what no program that writes Word files makes, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise DocumentError("BCP120", f"its package cannot be opened: {error}") from error
    if len(entries) > MAX_ENTRIES:
        raise DocumentError("BCP121", f"its package has {len(entries)} parts")
    # No part unpacks to more than it says: reading stops there.
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED or (unpacked > _RATIO_MATTERS and unpacked > MAX_RATIO * len(data)):
        raise DocumentError("BCP121", f"{len(data)} bytes unpack to {unpacked}")
    placed = sorted(entries, key=lambda entry: entry.header_offset)
    for one, other in pairwise(placed):
        if one.header_offset + one.compress_size > other.header_offset:
            shown = f"{one.filename} and {other.filename}"
            raise DocumentError("BCP121", f"two parts of its package lie over each other: {shown}")
    names = Counter(entry.filename for entry in entries)
    twice = [name for name, count in names.items() if count > 1]
    if twice:
        # Each program would choose another of the two.
        raise DocumentError("BCP120", f"its package has the part {twice[0]} more than once")
