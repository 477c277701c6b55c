"""PDFs that were made to do harm, or that no tool should have written: small ones, by hand."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

Objects = dict[int, bytes]

_CONTENT = b"BT /F1 12 Tf 50 700 Td (De medewerker werkt in de haven.) Tj ET"
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf(objects: Objects, trailer: bytes = b"/Root 1 0 R", header: bytes = b"%PDF-1.7\n") -> bytes:
    """A file of these objects with a table of their places."""
    out = bytearray(header)
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % places.get(number, 0)
    out += b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(out)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def page(
    content: bytes = _CONTENT,
    box: bytes = b"/MediaBox [0 0 595 842]",
    resources: bytes = b"/Font << /F1 5 0 R >>",
    entries: bytes = b"",
) -> Objects:
    """The objects of a file with one page."""
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R %s /Contents 4 0 R /Resources << %s >> %s >>"
        % (box, resources, entries),
        4: stream(content),
        5: _FONT,
    }


def _flated(data: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    filters = b" ".join([b"/FlateDecode"] * times)
    return stream(data, b"/Filter [%s]" % filters)


def _run_lengths(times: int) -> bytes:
    """A stream that grows 64-fold with each of its filters: each pair says `128 times`."""
    return stream(b"\x81\x81" * 64, b"/Filter [%s]" % b" ".join([b"/RunLengthDecode"] * times))


def bombs() -> Iterator[tuple[str, bytes]]:
    """What unpacks to more than any machine has (T6)."""
    zeros = zlib.compress(b"\0" * 50_000_000, 9)
    once = {**page(), 4: stream(zeros, b"/Filter /FlateDecode")}
    yield "bomb-flate", pdf(once)
    yield "bomb-flate-on-flate", pdf({**page(), 4: _flated(b" " * 200_000_000, 2)})
    yield "bomb-run-lengths", pdf({**page(), 4: _run_lengths(8)})
    yield "bomb-operators", pdf({**page(), 4: _flated(b"0 0 m 1 1 l S\n" * 4_000_000)})
    many = b"[" + b"4 0 R " * 100_000 + b"]"
    listed = page()
    listed[3] = listed[3].replace(b"/Contents 4 0 R", b"/Contents " + many)
    yield "bomb-contents", pdf(listed)
    forms = page(b"/X0 Do", resources=b"/Font << /F1 5 0 R >> /XObject << /X0 10 0 R >>")
    for n in range(30):
        inner = b"/X Do /X Do" if n < 29 else _CONTENT
        forms[10 + n] = stream(
            inner,
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> "
            b"/Font << /F1 5 0 R >> >>" % (11 + n),
        )
    yield "bomb-forms", pdf(forms)


def loops() -> Iterator[tuple[str, bytes]]:
    """What refers to itself (T7)."""
    yield "loop-objects", pdf({**page(), 4: b"6 0 R", 6: b"4 0 R"})
    yield (
        "loop-length",
        pdf({**page(), 4: b"<< /Length 4 0 R >>\nstream\n%s\nendstream" % _CONTENT}),
    )
    itself = page()
    itself[2] = b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"
    yield "loop-pages", pdf(itself)
    drawn = page(b"/X Do", resources=b"/XObject << /X 6 0 R >>")
    drawn[6] = stream(
        b"/X Do", b"/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    )
    yield "loop-form", pdf(drawn)
    good = pdf(page())
    at = good.rindex(b"startxref") + 10
    start = good[at : good.index(b"\n", at)]
    yield "loop-xref", good.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev " + start)
    deep = page()
    for n in range(10, 2010):
        deep[n] = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>" % (n + 1, n - 1)
    deep[2] = b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>"
    deep[2010] = deep.pop(3)
    yield "deep-pages", pdf(deep)
    yield "deep-arrays", pdf({**page(), 6: b"[" * 100_000 + b"]" * 100_000})


def numbers() -> Iterator[tuple[str, bytes]]:
    """Numbers that ask for more than there is (T8)."""
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H "
        b"/DescendantFonts [6 0 R] %s >>"
    )
    descendant = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X %s >>"
    yield "number-widths", pdf({**page(), 5: font % b"", 6: descendant % b"/W [0 4000000000 500]"})
    cmap = stream(
        b"1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange\n"
        b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange"
    )
    yield (
        "number-cmap",
        pdf({**page(), 5: font % b"/ToUnicode 7 0 R", 6: descendant % b"", 7: cmap}),
    )
    predictor = stream(
        zlib.compress(_CONTENT),
        b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >>",
    )
    yield "number-predictor", pdf({**page(), 4: predictor})
    body = struct.pack(">BHB", 1, 15, 0)
    index = pdf(page()).replace(b"xref\n0 6", b"xref\n0 2000000000")
    yield "number-xref", index + body
    yield "number-count", pdf({**page(), 2: b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>"})


def ruled_squares(count: int) -> bytes:
    """So many rules in each direction, four points apart: each square is a field."""
    end = 4 * (count - 1)
    return b"".join(
        b"%d 0 m %d %d l S 0 %d m %d %d l S\n" % (at, at, end, at, end, at)
        for at in range(0, 4 * count, 4)
    )


def crowds() -> Iterator[tuple[str, bytes]]:
    """Pages with more than anybody would draw (T9, T11)."""
    grid = b"".join(b"%d 0 m %d 800 l S 0 %d m 500 %d l S\n" % (n, n, n, n) for n in range(0, 300))
    yield "crowd-grid", pdf(page(_CONTENT + b"\n" + grid))
    squares = page(_CONTENT + b"\n" + ruled_squares(3000), b"/MediaBox [0 0 12000 12000]")
    yield "crowd-squares", pdf(squares)
    lines = b"".join(
        b"%d %d m %d %d l S\n" % (n % 590, n % 840, n % 587, n % 838) for n in range(200_000)
    )
    yield "crowd-lines", pdf({**page(), 4: _flated(lines)})
    boxes = b"".join(b"%d %d 3 3 re f\n" % (n * 7 % 590, n * 13 % 840) for n in range(100_000))
    yield "crowd-boxes", pdf({**page(), 4: _flated(boxes)})
    letters = b"BT /F1 1 Tf 1 0 0 1 10 10 Tm " + b"(abcdefghij) Tj 0 1 Td " * 30_000 + b"ET"
    yield "crowd-letters", pdf({**page(), 4: _flated(letters)})
    many = page()
    count = 3000
    many[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * count, count)
    yield "crowd-pages", pdf(many)


def boxes() -> Iterator[tuple[str, bytes]]:
    """Pages of no size, or of an absurd one (T10)."""
    for name, box in (
        ("none", b""),
        ("three", b"/MediaBox [0 0 595]"),
        ("words", b"/MediaBox [a b c d]"),
        ("zero", b"/MediaBox [0 0 0 0]"),
        ("turned", b"/MediaBox [595 842 0 0]"),
        ("huge", b"/MediaBox [0 0 1000000000 1000000000]"),
        ("endless", b"/MediaBox [0 0 1e400 842]"),
        ("null", b"/MediaBox null"),
    ):
        yield f"box-{name}", pdf(page(box=box))


def oddities() -> Iterator[tuple[str, bytes]]:
    """Headers alone, no pages, wrong roots, actions (T1, T12, P14)."""
    good = pdf(page())
    yield "header-alone", b"%PDF-1.7\n"
    yield (
        "no-pages",
        pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [] /Count 0 >>"}),
    )
    yield "no-root", pdf(page(), trailer=b"")
    yield "wrong-root", pdf(page(), trailer=b"/Root 4 0 R")
    yield "no-text", pdf(page(b"0 0 m 9 9 l S"))
    yield "junk-before", b"\n" * 900 + good
    yield "much-junk-before", b"\x00" * 2_000_000 + good
    yield (
        "action",
        pdf(
            {
                **page(),
                1: b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (cmd) >> >>",
            }
        ),
    )
    yield (
        "script",
        pdf(
            {
                **page(),
                1: b"<< /Type /Catalog /Pages 2 0 R /OpenAction "
                b"<< /S /JavaScript /JS (app.alert(1)) >> >>",
            }
        ),
    )
    yield "controls", pdf(page(_CONTENT.replace(b"haven", b"ha\\000v\\001en")))
    for n in range(1, 16):
        yield f"cut-{n:02}", good[: len(good) * n // 16]


def hostile_pdfs() -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of all of them."""
    for made in (bombs, loops, numbers, crowds, boxes, oddities):
        for name, data in made():
            yield f"{name}.pdf", data
