"""Word files written in another way that show the same: each change is a function on the body."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable, Iterator

from lxml import etree

Element = etree._Element
Change = Callable[[Element], None]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_WHO = 'w:id="1" w:author="A"'
_STAMP = "<w:txbxContent><w:p><w:r><w:t>CONCEPT</w:t></w:r></w:p></w:txbxContent>"


def in_other_clothes(data: bytes, change: Change) -> bytes:
    """The Word file with its body changed."""
    return _rewritten(data, lambda name, part: _changed(part, change) if _is_body(name) else part)


def in_strict_form(data: bytes) -> bytes:
    """The Word file in the namespaces of ISO/IEC 29500 Strict."""
    return _rewritten(data, lambda _, part: part.replace(_W.encode(), _STRICT.encode()))


def _is_body(name: str) -> bool:
    return name == "word/document.xml"


def _rewritten(data: bytes, rewrite: Callable[[str, bytes], bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for member in old.infolist():
            new.writestr(member.filename, rewrite(member.filename, old.read(member)))
    return stream.getvalue()


def _changed(part: bytes, change: Change) -> bytes:
    root = etree.fromstring(part)
    change(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _element(xml: str) -> Element:
    return etree.fromstring(f"<x {_NAMESPACES}>{xml}</x>")[0]


def _all(root: Element, name: str) -> list[Element]:
    return list(root.iter(f"{{{_W}}}{name}"))


def _written_paragraphs(root: Element) -> Iterator[Element]:
    """The paragraphs that hold a run."""
    for paragraph in _all(root, "p"):
        if paragraph.find(f"{{{_W}}}r") is not None:
            yield paragraph


def _properties(element: Element, name: str) -> Element:
    found = element.find(f"{{{_W}}}{name}")
    if found is None:
        found = etree.Element(f"{{{_W}}}{name}")
        element.insert(0, found)
    return found


def _remove_mark(paragraph: Element, how: str) -> None:
    mark = _properties(_properties(paragraph, "pPr"), "rPr")
    mark.insert(0, _element(f"<w:{how} {_WHO}/>"))


def _wrap(element: Element, wrapper: str) -> None:
    outer = _element(wrapper)
    element.addprevious(outer)
    inner = outer
    while len(inner):
        inner = inner[-1]
    inner.append(element)


def content_controls(root: Element) -> None:
    """Every other table, row, cell and run inside a content control."""
    for name in ("tbl", "tr", "tc", "r"):
        for element in _all(root, name)[::2]:
            _wrap(element, "<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>")


def other_wrappers(root: Element) -> None:
    """Every run inside a link, a smart tag, custom XML or a direction."""
    wrappers = ("hyperlink", "smartTag", "customXml", "bdo")
    for number, run in enumerate(_all(root, "r")):
        _wrap(run, f"<w:{wrappers[number % len(wrappers)]}/>")


def tracked_changes(root: Element) -> None:
    """Inserted runs, deleted words, and a deleted paragraph before every third one."""
    for number, paragraph in enumerate(list(_written_paragraphs(root))):
        _wrap(paragraph.findall(f"{{{_W}}}r")[0], f"<w:ins {_WHO}/>")
        deleted = f"<w:del {_WHO}><w:r><w:delText> oude tekst</w:delText></w:r></w:del>"
        paragraph.append(_element(deleted))
        if number % 3 == 0:
            gone = _element(f"<w:p>{deleted}</w:p>")
            _remove_mark(gone, "del")
            paragraph.addprevious(gone)


def deleted_rows(root: Element) -> None:
    """A deleted row before every fourth one."""
    for row in _all(root, "tr")[1::4]:
        if _all(row, "vMerge"):
            continue
        gone = copy.deepcopy(row)
        for text in _all(gone, "t"):
            text.tag = f"{{{_W}}}delText"
        _properties(gone, "trPr").append(_element(f"<w:del {_WHO}/>"))
        row.addprevious(gone)


def moved_away(root: Element) -> None:
    """A paragraph that was moved away before every third one."""
    for paragraph in list(_written_paragraphs(root))[::3]:
        gone = _element(f"<w:p><w:moveFrom {_WHO}><w:r><w:t>weg</w:t></w:r></w:moveFrom></w:p>")
        _remove_mark(gone, "moveFrom")
        paragraph.addprevious(gone)


def marks_deleted_before_tables(root: Element) -> None:
    """The paragraph before a table has a deleted mark: a table ends it all the same."""
    for table in _all(root, "tbl"):
        before = table.getprevious()
        if before is not None and before.tag == f"{{{_W}}}p":
            _remove_mark(before, "del")


def hidden_notes(root: Element) -> None:
    """Hidden words at the end of each paragraph."""
    for paragraph in _written_paragraphs(root):
        paragraph.append(
            _element("<w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen notitie</w:t></w:r>")
        )


def stamps(root: Element) -> None:
    """A text box beside every fifth paragraph, in two forms as Word writes it."""
    stamp = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"{_STAMP}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>{_STAMP}</w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    for paragraph in list(_written_paragraphs(root))[::5]:
        paragraph.append(_element(stamp))


def nested_fields(root: Element) -> None:
    """Every other paragraph is the result of a field that asks for the result of another."""
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    code = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
    inner = f"{begin}{code}{separate}<w:r><w:t>12</w:t></w:r>{end}"
    opening = f"<x>{begin}<w:r><w:instrText> IF </w:instrText></w:r>{inner}{separate}</x>"
    for paragraph in list(_written_paragraphs(root))[::2]:
        runs = paragraph.findall(f"{{{_W}}}r")
        for run in list(_element(opening)):
            runs[0].addprevious(run)
        runs[-1].addnext(_element(end))


def contents(root: Element) -> None:
    """A table of contents after the first paragraph, as Word inserts one."""
    lines = ("Wat staat waar", "Algemene informatie over het beroep", "Vakkennis, pagina 5")
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    control = (
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{paragraphs}</w:sdtContent></w:sdt>"
    )
    _all(root, "p")[0].addnext(_element(control))


def placeholders(root: Element) -> None:
    """A form field that was not filled in at the end of every fourth paragraph."""
    for paragraph in list(_written_paragraphs(root))[::4]:
        paragraph.append(
            _element(
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r>"
                "<w:t>Klik hier om tekst in te voeren.</w:t></w:r></w:sdtContent></w:sdt>"
            )
        )


CHANGES: tuple[Change, ...] = (
    content_controls,
    other_wrappers,
    tracked_changes,
    deleted_rows,
    moved_away,
    marks_deleted_before_tables,
    hidden_notes,
    stamps,
    nested_fields,
    contents,
    placeholders,
)
