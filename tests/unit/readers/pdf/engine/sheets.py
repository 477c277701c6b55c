"""Files of one page, written by hand: what is on them is what a test says, byte by byte."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.readers.pdf.engine import read_marks
from pipeline.readers.pdf.marks import Glyphs, Marks, Page, Run
from tests.hostile.pdfs import Objects, pdf, stream

HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
_FIRST_OF_OTHERS = 20


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its content streams, its fonts by name, and what else its resources hold.

    `others` are objects from number 20 on; `catalog` and `entries` are more of the catalog and of
    the page.
    """

    content: str | Sequence[str]
    fonts: dict[str, str] = field(default_factory=lambda: {"F": HELVETICA})
    resources: str = ""
    others: Sequence[str | bytes] = ()
    box: str = "0 0 400 400"
    entries: str = ""
    catalog: str = ""

    def data(self) -> bytes:
        """The file."""
        contents = [self.content] if isinstance(self.content, str) else self.content
        numbers = range(10, 10 + len(contents))
        named = " ".join(f"{number} 0 R" for number in numbers)
        fonts = " ".join(f"/{name} {font}" for name, font in self.fonts.items())
        objects: Objects = {
            1: _bytes(f"<< /Type /Catalog /Pages 2 0 R {self.catalog} >>"),
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: _bytes(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [{self.box}] /Contents [{named}] "
                f"/Resources << /Font << {fonts} >> {self.resources} >> {self.entries} >>"
            ),
        }
        for number, content in zip(numbers, contents, strict=True):
            objects[number] = stream(_bytes(content))
        for number, other in enumerate(self.others, _FIRST_OF_OTHERS):
            objects[number] = other if isinstance(other, bytes) else _bytes(other)
        return pdf(objects)

    def marks(self) -> Marks:
        """What the engine reads of it."""
        return read_marks(self.data())

    def page(self) -> Page:
        """The marks of its only page."""
        return self.marks().pages[0]


def _bytes(text: str) -> bytes:
    return text.encode("latin-1")


def streamed(content: str, entries: str = "") -> bytes:
    """An object with a stream."""
    return stream(_bytes(content), _bytes(entries))


def unicode_map(*pairs: tuple[str, str]) -> bytes:
    """A ToUnicode map: (code, characters) in hexadecimal digits."""
    lines = "\n".join(f"<{code}> <{text}>" for code, text in pairs)
    length = len(pairs[0][0])
    space = f"1 begincodespacerange\n<{'0' * length}> <{'F' * length}>\nendcodespacerange"
    return streamed(
        f"/CIDInit /ProcSet findresource begin\nbegincmap\n{space}\n"
        f"{len(pairs)} beginbfchar\n{lines}\nendbfchar\nendcmap"
    )


def text_of(run: Run, glyphs: Glyphs) -> str:
    """The characters of a run."""
    return "".join(glyphs.chars[run.start : run.end])


def texts(sheet: Sheet) -> list[str]:
    """The characters of each run of a page."""
    marks = sheet.marks()
    return [text_of(run, marks.glyphs) for run in marks.pages[0].runs]


def hidden(sheet: Sheet) -> dict[str, str]:
    """Why each run of a page is not seen."""
    marks = sheet.marks()
    return {text_of(run, marks.glyphs): run.hidden for run in marks.pages[0].runs}


def run_of(content: str, **options: str) -> Run:
    """The only run of a page."""
    (run,) = Sheet(content, **options).page().runs  # type: ignore[arg-type]
    return run
