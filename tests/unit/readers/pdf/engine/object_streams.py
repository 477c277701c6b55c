"""Files that keep some of their objects in a stream of objects, as those of PDF 1.5 may."""

from __future__ import annotations

from collections.abc import Mapping

from tests.hostile.pdfs import Objects, pdf, stream

_STREAM, _TABLE = 90, 91
_FREE, _PLAIN, _INSIDE = 0, 1, 2


def with_stream_of_objects(
    objects: Objects, inside: Mapping[int, bytes], entries: bytes = b""
) -> bytes:
    """A file of objects that stand by themselves, and of others that stand inside a stream."""
    heads, at = [], 0
    for number, body in inside.items():
        heads.append(b"%d %d" % (number, at))
        at += len(body) + 1
    head = b" ".join(heads) + b" "
    counts = b"/Type /ObjStm /N %d /First %d %s" % (len(inside), len(head), entries)
    body = pdf({**objects, _STREAM: stream(head + b" ".join(inside.values()), counts)})
    body = body[: body.index(b"xref\n0")]
    rows = [_row(_FREE, 0)] * _TABLE
    for number in (*objects, _STREAM):
        rows[number] = _row(_PLAIN, body.index(b"\n%d 0 obj" % number) + 1)
    for index, number in enumerate(inside):
        rows[number] = _row(_INSIDE, _STREAM, index)
    table = stream(b"".join(rows), b"/Type /XRef /Size %d /W [1 3 1] /Root 1 0 R" % _TABLE)
    return b"%s%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (body, _TABLE, table, len(body))


def _row(kind: int, place: int, index: int = 0) -> bytes:
    """A row of the table of places: one byte, three, and one."""
    return bytes((kind,)) + place.to_bytes(3, "big") + bytes((index,))
