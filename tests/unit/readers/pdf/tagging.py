"""Small tagged PDF files of one or more pages, written by hand: no tool of ours tags on demand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.document.model import Document
from pipeline.readers import read

HEIGHT = 400


@dataclass(frozen=True, slots=True)
class At:
    """A text and where it begins: `top` is how far its baseline stands below the page's top."""

    x: float
    top: float
    text: str
    page: int = 1


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of the tag tree with its attributes for tables."""

    kind: str
    kids: Sequence[Tag | At] = ()
    colspan: int = 1
    rowspan: int = 1


@dataclass(slots=True)
class _Writer:
    objects: list[str] = field(default_factory=list)
    streams: dict[int, list[str]] = field(default_factory=dict)

    def add(self, text: str) -> str:
        self.objects.append(text)
        return f"{len(self.objects)} 0 R"

    def tag(self, tag: Tag, pages: Sequence[int]) -> str:
        kids = []
        for kid in tag.kids:
            if isinstance(kid, Tag):
                kids.append(self.tag(kid, pages))
                continue
            stream = self.streams.setdefault(kid.page, [])
            number = sum(line.startswith("/T ") for line in stream)
            stream.append(f"/T <</MCID {number}>> BDC {_shown(kid)} EMC")
            kids.append(f"<</Type/MCR/Pg {pages[kid.page - 1]} 0 R/MCID {number}>>")
        spans = f"/A<</O/Table/ColSpan {tag.colspan}/RowSpan {tag.rowspan}>>"
        return self.add(f"<</Type/StructElem/S/{tag.kind}{spans}/K[{' '.join(kids)}]>>")


def _shown(text: At) -> str:
    letters = text.text.replace("(", "\\(").replace(")", "\\)")
    return f"BT /F 10 Tf {text.x} {HEIGHT - text.top} Td ({letters}) Tj ET"


def tagged(*tree: Tag, loose: Sequence[At] = (), drawing: str = "", pages: int = 1) -> Document:
    """The document of a file with these tags; `loose` texts have none."""
    return read(tagged_pdf(*tree, loose=loose, drawing=drawing, pages=pages))


def tagged_pdf(*tree: Tag, loose: Sequence[At] = (), drawing: str = "", pages: int = 1) -> bytes:
    """A file with these tags; `loose` texts have none."""
    writer = _Writer()
    numbers = [2 * n + 4 for n in range(pages)]
    writer.add("<</Type/Catalog/Pages 2 0 R/StructTreeRoot 3 0 R/MarkInfo<</Marked true>>>>")
    kids = " ".join(f"{number} 0 R" for number in numbers)
    writer.add(f"<</Type/Pages/Count {pages}/Kids[{kids}]>>")
    writer.objects += [""] * (1 + 2 * pages)
    font = writer.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    roots = [writer.tag(tag, numbers) for tag in tree]
    writer.objects[2] = f"<</Type/StructTreeRoot/K[{' '.join(roots)}]>>"
    for page, number in enumerate(numbers, 1):
        marks = writer.streams.get(page, [])
        free = [_shown(text) for text in loose if text.page == page]
        content = "\n".join([drawing, *marks, *free])
        writer.objects[number - 1] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 {HEIGHT}]/Contents {number + 1} 0 R"
            f"/Resources<</Font<</F {font}>>>>>>"
        )
        length = len(content.encode("cp1252"))
        writer.objects[number] = f"<</Length {length}>>stream\n{content}\nendstream"
    return _file(writer.objects)


def _file(objects: Sequence[str]) -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    return data + end.encode()
