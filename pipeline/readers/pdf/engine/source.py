"""A PDF as playa opens it: its pages, the bytes of their contents, its objects and fonts.

playa finds objects, undoes filters and encryption, and knows fonts and their maps; it is asked
here and in `fonts`, and nowhere else.
"""

from __future__ import annotations

import logging
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import playa
from playa.exceptions import PDFEncryptionError, PDFException
from playa.page import Page as PlayaPage
from playa.parser import ObjectParser
from playa.pdftypes import ContentStream, ObjRef, PSLiteral, resolve1

from pipeline.core.errors import DocumentError
from pipeline.readers.pdf.engine.matrices import Matrix
from pipeline.readers.pdf.marks import Box
from pipeline.readers.pdf.settings import Limit

# What playa raises where it cannot make sense of a file: it is not written to tell which of its
# exceptions mean that, so that it is asked at few places, none of which runs code of ours.
_FAULTS_OF_PLAYA = (
    PDFException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    RuntimeError,
    StopIteration,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
# A rectangle is written as two corners.
_CORNERS: Final = 4
# A message shows so many characters of a complaint.
_LONGEST_COMPLAINT: Limit = 100
# The degrees of a quarter turn, and how many there are.
_QUARTER: Final = 90
_QUARTERS: Final = 4
# What these parts of playa miss in a font it makes up for; signs that stay unknown are found later.
_FONT_PARTS = ("playa.font", "playa.cmap", "playa.encoding")
_LOG = logging.getLogger("playa")
_LOG.setLevel(logging.WARNING)
_LOG.propagate = False
_LOG.addHandler(logging.NullHandler())


class Complaints(logging.Handler):
    """Listens to what playa complains of while it reads on: objects and data that are lost."""

    def __init__(self) -> None:
        super().__init__()
        self.first = ""
        self.count = 0

    def __enter__(self) -> Complaints:
        _LOG.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        _LOG.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Count a complaint of playa's."""
        if not record.name.startswith(_FONT_PARTS):
            self.add(record.getMessage())

    def add(self, said: str) -> None:
        """Count a complaint; a damaged file may give a million, so only the first is kept."""
        self.count += 1
        if not self.first:
            shown = said[:_LONGEST_COMPLAINT]
            self.first = "".join(char if char.isprintable() else " " for char in shown)


class UnreadableError(Exception):
    """What the file has at a place cannot be made sense of; anything else is a fault of ours."""


class _Asking:
    """Written out, as a file is asked for thousands of objects."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, _: object, error: BaseException | None, *__: object) -> None:
        if isinstance(error, _FAULTS_OF_PLAYA):
            raise UnreadableError(said(error)) from error


_ASKING = _Asking()


def asking_playa() -> _Asking:
    """What playa is asked inside ends in an answer, or as an UnreadableError."""
    return _ASKING


def opened(data: bytes) -> Any:
    """The document. Raises DocumentError BCP140 (needs a password) or BCP141 (damaged)."""
    try:
        with asking_playa():
            document = playa.parse(data, space="screen")
            _ = document.catalog
    except UnreadableError as error:
        if isinstance(error.__cause__, PDFEncryptionError):
            message = "the PDF is encrypted and opens with a password only"
            raise DocumentError("BCP140", message) from error
        raise DocumentError("BCP141", f"the PDF cannot be opened: {error}") from error
    return document


def pages_of(document: Any, complaints: Complaints) -> list[Sheet]:
    """The pages. Raises DocumentError BCP141 (damaged) or BCP142 (there are none)."""
    try:
        with asking_playa():
            pages = list(document.pages)
        counted = resolved(dictionary(document.catalog.get("Pages")).get("Count"))
    except UnreadableError as error:
        raise DocumentError("BCP141", f"its list of pages cannot be read: {error}") from error
    found = [Sheet(page) for page in pages]
    if not found:
        raise DocumentError("BCP142", "the PDF has no pages")
    if isinstance(counted, int) and counted > len(found):
        complaints.add(f"its list of pages counts {counted}, and has {len(found)}")
    return found


def said(error: Exception) -> str:
    """What an exception says; its kind where it says nothing."""
    return str(error) or type(error).__name__


def resolved(value: Any) -> Any:
    """What a reference points to; nobody knows its type beforehand."""
    if type(value) is not ObjRef:
        return value
    with asking_playa():
        return resolve1(value)


def dictionary(value: Any) -> dict[str, Any]:
    """The dictionary that a value is, or points to; an empty one where it is none."""
    found = resolved(value)
    if _is_stream(found):
        return dict(found.attrs)
    return found if isinstance(found, dict) else {}


def items(value: Any) -> list[Any]:
    """The items of an array, resolved; a single value is the only one, null is none."""
    found = resolved(value)
    if isinstance(found, list):
        return [resolved(item) for item in found]
    return [] if found is None else [found]


def numbers(value: Any, count: int) -> tuple[float, ...] | None:
    """The numbers of an array of that length; None where it is no such array."""
    found = items(value)
    if len(found) == count and all(isinstance(item, int | float) for item in found):
        return tuple(float(item) for item in found)
    return None


def name(value: Any) -> str:
    """A name as text, empty where the value is no name."""
    found = resolved(value)
    return found.name if isinstance(found, PSLiteral) else ""


def reference(value: Any) -> int | None:
    """The number of the object that a value refers to, None where it refers to none."""
    return value.objid if isinstance(value, ObjRef) else None


def stream(value: Any) -> Any:
    """The stream that a value is, or points to; None where it is none."""
    found = resolved(value)
    return found if _is_stream(found) else None


def content_of(found: Any) -> bytes:
    """The content of a stream, its filters undone."""
    with asking_playa():
        return bytes(found.buffer)


def _is_stream(value: Any) -> bool:
    """Whether an object is a stream.

    It is asked for its type: compiled, the class shares the register of all mappings, so that
    `isinstance` may take a dictionary for one.
    """
    return type(value) is ContentStream


def object_at(data: bytes, at: int) -> tuple[Any, int]:
    """The object that begins there, and where it ends; None, and the next byte, if nowhere."""
    try:
        with asking_playa():
            parser = ObjectParser(data, None, at)
            _, found = next(parser)
            return found, max(parser.tell(), at + 1)
    except UnreadableError:
        return None, at + 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is kept in the file."""

    source: PlayaPage

    @property
    def number_of_object(self) -> int:
        """The number of its object, by which the tag tree names it."""
        return int(self.source.pageid)

    @property
    def resources(self) -> dict[str, Any]:
        """Its fonts, colour spaces, forms, pictures and properties, by name."""
        return dictionary(self.source.resources)

    @property
    def annotations(self) -> Any:
        """What stands above it."""
        return self.source.attrs.get("Annots")

    def has_size(self) -> bool:
        """Whether the page says how large it is; US Letter is taken where it does not."""
        return numbers(self.source.attrs.get("MediaBox"), _CORNERS) is not None

    def has_contents(self) -> bool:
        """Whether the page names content, be it empty: programs write that for blank pages too."""
        # One of several that cannot be found is told when it is read: the others are content.
        found = resolved(self.source.attrs.get("Contents"))
        return bool(found) if isinstance(found, list) else found is not None

    def turns(self) -> int:
        """By how many quarters the page is turned clockwise when it is shown."""
        return int(self.source.rotate / _QUARTER) % _QUARTERS

    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is shown."""
        x0, y0, x1, y1 = self.source.mediabox
        width, height = float(x1 - x0), float(y1 - y0)
        return (height, width) if self.turns() % 2 else (width, height)

    def matrix(self) -> Matrix:
        """From the measure of the file to that of the page as it is shown, y downwards."""
        x0, y0, x1, y1 = self.source.mediabox
        return (
            (1.0, 0.0, 0.0, -1.0, -x0, y1),
            (0.0, 1.0, 1.0, 0.0, -y0, -x0),
            (-1.0, 0.0, 0.0, 1.0, x1, -y0),
            (0.0, -1.0, -1.0, 0.0, y1, x1),
        )[self.turns()]

    def crop(self) -> Box:
        """What of the page is shown, in the measure of the file."""
        x0, y0, x1, y1 = self.source.cropbox
        return (x0, y0, x1, y1)

    def contents(self) -> Iterator[bytes]:
        """Its streams one by one, so that those before one that cannot be read are not lost."""
        parts = iter(self.source.streams)
        while True:
            with asking_playa():
                part = next(parts, None)
            if part is None:
                return
            yield content_of(part)
