"""Word files, web pages and texts that were made to do harm, and files that are none of these."""

from __future__ import annotations

import io
import os
import struct
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.profiles import INPUT

SAMPLE = INPUT / "werfcoordinator-jachthaven.docx"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(body: str, **parts: bytes) -> bytes:
    """A Word file with this body, and other parts besides."""
    document = f'<?xml version="1.0"?><w:document {_W}><w:body>{body}</w:body></w:document>'
    return rewritten({"word/document.xml": document.encode(), **parts})


def rewritten(parts: dict[str, bytes]) -> bytes:
    """The sample with some of its parts replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(SAMPLE) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return out.getvalue()


def _paragraphs(count: int) -> str:
    return "<w:p><w:r><w:t>Attitude</w:t></w:r></w:p>" * count


def _row(cells: str) -> str:
    return f"<w:tr>{cells}</w:tr>"


def _cell(text: str = "x", properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def _nested(depth: int) -> str:
    opening = "<w:tbl><w:tr><w:tc>" * depth
    return f"{opening}<w:p><w:r><w:t>diep</w:t></w:r></w:p>{'</w:tc></w:tr></w:tbl>' * depth}"


def packages() -> Iterator[tuple[str, bytes]]:
    """What a package may hide (T13, T15)."""
    yield "bomb-document", word(_paragraphs(2_000_000))
    yield "bomb-picture", rewritten({"word/media/image1.png": b"\0" * 250_000_000})
    yield "many-entries", rewritten({f"x/{n}.xml": b"" for n in range(20_000)})
    yield "escaping-names", rewritten({"../../evil.xml": b"<x/>", "/etc/evil": b"x"})
    good = SAMPLE.read_bytes()
    yield "wrong-size", _with_size(good, 1_000_000_000_000 % 2**32)
    yield "unknown-method", _with_method(good, 97)
    yield "encrypted-flag", _with_flag(good)
    yield "overlapping-parts", _with_overlap(good)
    yield "empty-zip", b"PK\x05\x06" + b"\0" * 18
    for n in range(1, 16):
        yield f"cut-{n:02}", good[: len(good) * n // 16]
    double = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(good)) as old,
        zipfile.ZipFile(double, "w") as new,
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        for name in [*old.namelist(), "word/document.xml"]:
            new.writestr(name, old.read(name))
    yield "two-documents", double.getvalue()


def _with_size(data: bytes, size: int) -> bytes:
    at = data.rindex(b"PK\x01\x02")
    return data[: at + 24] + struct.pack("<I", size) + data[at + 28 :]


def _main_entry(data: bytes) -> int:
    """Where the directory of a package lists its main part."""
    return data.index(b"word/document.xml", data.index(b"PK\x01\x02")) - 46


def _with_method(data: bytes, method: int) -> bytes:
    at = _main_entry(data)
    return data[: at + 10] + struct.pack("<H", method) + data[at + 12 :]


def _with_overlap(data: bytes) -> bytes:
    """The package with the second entry of its directory at the place of the first part."""
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    return data[: at + 42] + struct.pack("<I", 0) + data[at + 46 :]


def _with_flag(data: bytes) -> bytes:
    at = _main_entry(data)
    return data[: at + 8] + b"\x01\x00" + data[at + 10 :]


def parts() -> Iterator[tuple[str, bytes]]:
    """What a part may hold (T14, T16, T18)."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = f"<w:document {_W}><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>"
    for name, doctype, entity in (
        ("laughs", f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>', "&l9;"),
        ("entity", '<!DOCTYPE x [<!ENTITY a "geheim">]>', "&a;"),
        ("file", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>', "&a;"),
        ("network", '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">', "x"),
    ):
        yield (
            f"doctype-{name}",
            rewritten({"word/document.xml": (doctype + text % entity).encode()}),
        )
    yield (
        "relation-outside",
        rewritten(
            {
                "word/_rels/document.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats'
                b'.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.'
                b'openxmlformats.org/officeDocument/2006/relationships/styles" '
                b'Target="../../../etc/hostname"/></Relationships>'
            }
        ),
    )
    yield (
        "span-2e9",
        word("<w:tbl>" + _row(_cell(properties='<w:gridSpan w:val="2000000000"/>')) + "</w:tbl>"),
    )
    merged = _cell(properties="<w:vMerge/>") * 10
    yield "merged-down", word(f"<w:tbl>{_row(merged) * 3000}</w:tbl>")
    yield "row-without-cells", word(f"<w:tbl>{_row('')}{_row(_cell())}</w:tbl>")
    yield "nested-80", word(_nested(80))
    yield "nested-2000", word(_nested(2000))
    yield "many-cells", word(f"<w:tbl>{_row(_cell() * 5) * 10_000}</w:tbl>")
    yield "control-character", rewritten({"word/document.xml": (text % "a&#1;b").encode()})
    yield "surrogate", rewritten({"word/document.xml": (text % "a&#xD800;b").encode()})
    yield "null-byte", rewritten({"word/document.xml": (text % "a\0b").encode()})
    yield (
        "utf-16",
        rewritten(
            {
                "word/document.xml": (
                    f'<?xml version="1.0" encoding="UTF-16"?>{text % "a"}'
                ).encode("utf-16")
            }
        ),
    )
    yield (
        "long-attribute",
        rewritten({"word/document.xml": (f'<w:document {_W} x="{"a" * 20_000_000}"/>').encode()}),
    )


def pages() -> Iterator[tuple[str, bytes]]:
    """Web pages (T19)."""
    yield "deep", b"<html>" + b"<div>" * 100_000 + b"Attitude"
    yield "long-text", b"<html><p>" + b"Attitude " * 5_000_000
    yield "spans", b"<html><table><tr><td colspan=999999999 rowspan=999999999>x</td></tr></table>"
    attributes = b" ".join(b"a%d=1" % n for n in range(300_000))
    yield "attributes", b"<html><p " + attributes + b">Attitude</p>"
    yield "wrong-charset", b"<html><meta charset=utf-7><p>Attitude \xff\xfe</p>"
    yield "zero-bytes", b"<html>\0\0<p>At\0titude</p>"
    yield "comment-alone", b"<!DOCTYPE html><!-- Attitude -->"
    yield "never-closed", b"<html><p title='" + b"x" * 3_000_000
    yield "many-cells", b"<html><table>" + (b"<tr>" + b"<td>x" * 10) * 20_000
    yield "entities", b"<html><p>" + b"&amp;" * 1_000_000


def texts() -> Iterator[tuple[str, bytes]]:
    """Texts (T1, T20)."""
    yield "empty", b""
    yield "spaces", b" " * 5_000_000
    yield "tabs", b"\t" * 5_000_000
    yield "bullets", "• punt\n".encode() * 200_000
    yield "unclosed-lists", b"<ul><li>x" * 200_000
    yield "one-line", b"Attitude " * 4_000_000
    yield "line-ends", b"Attitude\r\r\nRustig\r\n\xe2\x80\xa8" * 100_000
    yield "numbers", b"".join(b"%d. punt\n" % n for n in range(200_000))
    yield "brackets", b"(" * 2_000_000
    yield "pipes", b"| a | b |\n" * 300_000
    yield "controls", bytes(range(32)) * 50_000
    yield "utf-16", ("Attitude\tRustig\n" * 100_000).encode("utf-16")
    yield "half-utf-16", "Attitude".encode("utf-16")[:-1]
    yield "random", bytes((n * 7919 + n // 251) % 256 for n in range(300_000))
    yield "hyphens", b"-\n" * 500_000
    yield "dates", b"1-1-2024 " * 200_000


def strangers() -> Iterator[tuple[str, bytes]]:
    """Files of other kinds under these names (T2, T3)."""
    yield "old-word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000
    yield "rich-text", rb"{\rtf1\ansi Attitude\par Rustig}"
    yield "picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 500
    yield "photo", b"\xff\xd8\xff\xe0" + b"\0" * 500
    yield "program", b"\x7fELF" + b"\0" * 500
    yield "sheet", _zip({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>"})
    yield "archive", _zip({"leesmij.txt": b"Attitude"})
    yield "json", b'{"name": "Havenmeester"}'
    yield "open-document", _zip({"mimetype": b"application/vnd.oasis.opendocument.text"})


def _zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def hostile_others() -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of all of them; strangers under each name that we read."""
    for made, ending in (
        (packages, "docx"),
        (parts, "docx"),
        (pages, "html"),
        (texts, "txt"),
    ):
        for name, data in made():
            yield f"{name}.{ending}", data
    for name, data in strangers():
        for ending in ("pdf", "docx", "txt"):
            yield f"{name}.{ending}", data


NAMES = (
    "-rf.txt", "=cmd.txt", "<script>.txt", 'a"b.txt', "tab\there.txt", "line\nend.txt",
    "\u202etxt.fdp.txt", "😀.txt", "e\u0301.txt", "\u00e9.txt", "CON.txt", "dot..txt",
    "x" * 240 + ".txt", "spatie .txt", "\x01\x7f\u2028\ufffe.txt",
)  # fmt: skip
NO_TEXT_NAME = b"bytes-\xff\xfe.txt"


def odd_files(folder: Path) -> None:
    """Files with names that break what is careless (T21), links and pipes (T22)."""
    text = (INPUT / "werfcoordinator-jachthaven.txt").read_bytes()
    for name in NAMES:
        (folder / name).write_bytes(text)
    with open(os.path.join(os.fsencode(folder), NO_TEXT_NAME), "wb") as stream:
        stream.write(text)
    (folder / "folder.pdf").mkdir()
    os.mkfifo(folder / "pipe.pdf")
    (folder / "dangling.txt").symlink_to("nowhere")
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "outside.txt").symlink_to("/etc/hostname")
    (folder / "loop.txt").symlink_to("loop.txt")
    with open(folder / "sparse.pdf", "wb") as stream:
        stream.truncate(3_000_000_000)
