"""A PDF file as numbered objects, and its pages."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field


class File:
    """Objects in the order of their numbers; the bytes are the same every time."""

    def __init__(self, compressed: bool = False) -> None:
        self._objects: list[bytes] = []
        self._compressed = compressed
        self.fonts = ""
        """The entry of a page's resources that names the fonts."""

    def reserve(self) -> int:
        """The number of an object that is filled later."""
        self._objects.append(b"null")
        return len(self._objects)

    def fill(self, number: int, body: str) -> None:
        self._objects[number - 1] = body.encode("latin-1")

    def add(self, body: str) -> int:
        number = self.reserve()
        self.fill(number, body)
        return number

    def stream(self, data: bytes, entries: str = "") -> int:
        """A stream with more entries of its dictionary."""
        if self._compressed:
            data, entries = zlib.compress(data), f"{entries} /Filter /FlateDecode"
        number = self.reserve()
        head = f"<< /Length {len(data)} {entries} >>\nstream\n".encode("latin-1")
        self._objects[number - 1] = head + data + b"\nendstream"
        return number

    def written(self, root: int, info: int) -> bytes:
        """The whole file, with a table of where the objects stand."""
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, body in enumerate(self._objects, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        table = len(out)
        out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
        out += (
            f"trailer << /Size {len(places) + 1} /Root {root} 0 R /Info {info} 0 R >>\n"
            f"startxref\n{table}\n%%EOF\n"
        ).encode()
        return bytes(out)


@dataclass(slots=True)
class Sheet:
    """A page before it is written: the streams of its content, boxes in points, what else it has.

    `content` None leaves the page without an entry for its content.
    """

    content: list[bytes] | None
    box: tuple[float, float, float, float]
    turn: int = 0
    objects: dict[str, int] = field(default_factory=dict)
    annotations: list[str] = field(default_factory=list)
    more: str = ""


def numbers(values: tuple[float, ...]) -> str:
    """Numbers as they stand in a file."""
    return " ".join(f"{value:.3f}".rstrip("0").rstrip(".") for value in values)
