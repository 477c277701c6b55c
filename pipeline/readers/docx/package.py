"""The parts of a Word file that hold text, as XML trees without entities, DTD or network."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.core.errors import DocumentError
from pipeline.readers.docx.markup import Element, root_of
from pipeline.readers.docx.names import name_of_tag, value
from pipeline.readers.docx.relations import (
    PartNames,
    Relation,
    equivalent,
    relations_in,
    relations_of,
    with_slashes,
)

# Real profiles unpack to a megabyte or two.
MAX_UNPACKED = 200_000_000
MAX_RATIO = 200
MAX_ENTRIES = 5000
_RATIO_MATTERS = 5_000_000
_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
# What a package that was cut or overwritten ends in, somewhere in zipfile.
_DAMAGES = (
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
_KINDS = ("styles", "numbering", *_STORIES)
# Parts that are not read (which is told where they stand in the body), yet may be text of it.
_KINDS_WITH_TEXT = (*_KINDS, "aFChunk", "subDocument", "package", "oleObject")
MISSING = "BCP128"
LOST_LISTS = "numbers and bullets of lists are not known"
# How pictures, charts and diagrams (their text) name the relation of the part that they show.
_SHOWS = frozenset({"embed", "id", "dm"})
_REFERENCES = ("/relationships", "urn:schemas-microsoft-com:office:office")
LOST_STYLES = "headings, lists and emphasis that they set are not known"
_FORMS = {
    "styles": LOST_STYLES,
    "numbering": LOST_LISTS,
}


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
    diagrams: dict[Element, Part] = field(default_factory=dict)
    """The text of each diagram (SmartArt), by the element of the main part that shows it."""
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
            names = {equivalent(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        # What is left of a Word file names its parts in the clear.
        return b"word/document" in data or b"word/" in data[:4096]
    return "[content_types].xml" in names and any(name.startswith("word/") for name in names)


def open_package(data: bytes) -> Package:
    """The parts of a Word file that hold text, or its form; no others are looked at.

    A relation whose target is missing costs what that part holds, not the file: BCP128 tells
    where that may be text. Raises DocumentError BCP120 (damaged, or not a Word document) or
    BCP121 (unpacks to too much).
    """
    _check_entries(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        opened = _Opened(archive)
        main = opened.main()
        others: dict[str, list[Part]] = {}
        for kind, name in opened.referred(main):
            if kind in _KINDS:
                part = opened.part(name)
                others.setdefault(kind, []).append(part)
                # It refers to no story of its own, but may miss a part that it holds.
                list(opened.referred(part))
        return Package(main, others, opened.shown(main), opened.findings)


class _Opened:
    """An archive whose parts are read one by one, with what was amiss in them."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = PartNames(archive.namelist())
        self.findings: list[Diagnostic] = []

    def main(self) -> Part:
        """The main part of the package."""
        name = next(filter(None, map(self._main_name, self._relations(""))), None)
        if name is None:
            raise DocumentError("BCP120", "the package names no main document")
        part = self.part(name)
        if not part.root.tag.endswith("}document"):
            message = f"its main part is no Word document but {part.root.tag!r}"
            raise DocumentError("BCP120", message)
        return part

    def part(self, name: str) -> Part:
        """A part that the package has."""
        try:
            blob = self._archive.read(name)
        except _DAMAGES as error:
            raise DocumentError("BCP120", f"its package cannot be read: {error}") from error
        shown = with_slashes(name)
        root, findings = root_of(blob, shown)
        self.findings.extend(findings)
        return Part(shown, root)

    def referred(self, part: Part) -> Iterator[tuple[str, str]]:
        """The kind and name of each part that a part refers to; what is missing is told."""
        seen = {self._names.find(part.name)}
        relations = self._relations(part.name)
        for relation in relations:
            name = self._target(part.name, relation)
            if name is None:
                if relation.kind in (_KINDS if relation.is_external else _KINDS_WITH_TEXT):
                    self._miss(part, relation.kind, f"{relation.kind} {relation.target!r}")
            elif name not in seen:
                seen.add(name)
                yield relation.kind, name
        known = {relation.identifier for relation in relations}
        for reference in part.root.iter("{*}headerReference", "{*}footerReference"):
            identifier = value(reference, "id") or ""
            if identifier not in known:
                kind = name_of_tag(str(reference.tag)).removeprefix("w:").removesuffix("Reference")
                self._miss(part, kind, f"{kind} of the relation {identifier!r}")

    def shown(self, main: Part) -> dict[Element, Part]:
        """The diagrams that the main part shows; what it shows and lacks is told, once each."""
        relations = {relation.identifier: relation for relation in self._relations(main.name)}
        diagrams: dict[Element, Part] = {}
        missing: dict[str, None] = {}
        for element in main.root.iter("{*}blip", "{*}imagedata", "{*}chart", "{*}relIds"):
            for attribute, identifier in _referred_by(element):
                relation = relations.get(identifier)
                target = self._target(main.name, relation) if relation is not None else None
                if target is not None and attribute == "dm":
                    diagrams[element] = self.part(target)
                elif relation is None:
                    missing[f"picture of the relation {identifier!r}"] = None
                elif target is None and not relation.is_external:
                    missing[f"picture {relation.target!r}"] = None
        for what in missing:
            self._miss(main, "picture", what)
        return diagrams

    def _relations(self, part: str) -> tuple[Relation, ...]:
        name = self._names.find(relations_of(part))
        return () if name is None else tuple(relations_in(self.part(name).root))

    def _main_name(self, relation: Relation) -> str | None:
        return self._target("", relation) if relation.kind == "officeDocument" else None

    def _target(self, source: str, relation: Relation) -> str | None:
        return None if relation.is_external else self._names.target(source, relation.target)

    def _miss(self, part: Part, kind: str, what: str) -> None:
        lost = _FORMS.get(kind, "its text, if it has any, is missing")
        message = f"the {what} is not in the file: {lost}"
        self.findings.append(Diagnostic(MISSING, message, Place(part=part.name)))


def _referred_by(element: Element) -> Iterator[tuple[str, str]]:
    """The relations of the parts that an element shows, each with the name of its attribute."""
    for key, identifier in element.attrib.items():
        namespace, _, attribute = str(key).rpartition("}")
        attribute = attribute.removeprefix("rel")
        if namespace.endswith(_REFERENCES) and attribute in _SHOWS and identifier:
            yield attribute, str(identifier)


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
