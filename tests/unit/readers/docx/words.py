"""Word documents in a small notation: the body's XML, and parts beside it."""

from __future__ import annotations

import io
import zipfile

from pipeline.document.model import Block, Document, Furniture, ListItem, Paragraph, Table
from pipeline.readers import read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word_file(body: str, namespaces: str = W, root: str = "document", **parts: str) -> bytes:
    """A .docx whose body holds the XML; `parts` are others by kind, as XML without namespace."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _relations({"officeDocument": "word/document.xml"}))
        main = f"<w:{root} {namespaces}><w:body>{body}</w:body></w:{root}>"
        archive.writestr("word/document.xml", main)
        names = {kind: f"{kind}.xml" for kind in parts}
        archive.writestr("word/_rels/document.xml.rels", _relations(names))
        for kind, xml in parts.items():
            archive.writestr(f"word/{kind}.xml", f"<w:{kind} {namespaces}>{xml}</w:{kind}>")
    return stream.getvalue()


def _relations(targets: dict[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_RELATIONS}">{inner}</Relationships>'


def document(body: str, **parts: str) -> Document:
    """The document of a body; its account must add up."""
    found = read(word_file(body, **parts))
    texts = [block.text for block in _flat(found.blocks)]
    content = {origin for text in texts for origin in text.visible_origins()}
    assert found.source_chars - sum(found.markup.values()) == len(content)
    return found


def _flat(blocks: tuple[Block, ...]) -> list[Paragraph | ListItem | Furniture]:
    flat: list[Paragraph | ListItem | Furniture] = []
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    flat.extend(_flat(cell.blocks))
        elif hasattr(block, "text"):
            flat.append(block)  # type: ignore[arg-type]
    return flat


def p(*runs: str, props: str = "") -> str:
    """A paragraph."""
    return f"<w:p><w:pPr>{props}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, props: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: list[str]) -> str:
    """A table of cells, each given as its content."""
    inner = "".join(f"<w:tr>{''.join(f'<w:tc>{c}</w:tc>' for c in row)}</w:tr>" for row in rows)
    return f"<w:tbl>{inner}</w:tbl>"


def shown(body: str, **parts: str) -> list[str]:
    """The texts of a body's content blocks, furniture left out."""
    found = document(body, **parts).blocks
    return [b.text.chars for b in _flat(found) if not isinstance(b, Furniture)]


def furniture(body: str, **parts: str) -> dict[str, str]:
    """The texts that are no content, by kind."""
    found = document(body, **parts).blocks
    return {b.kind: b.text.chars for b in _flat(found) if isinstance(b, Furniture)}
