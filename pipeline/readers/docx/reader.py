"""The document of a Word file: the body as blocks, all other stories as furniture."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document.model import Block, Document, Furniture, texts
from pipeline.document.text import join
from pipeline.readers.asides import without_asides
from pipeline.readers.docx.body import COMMENTED, FIELD, TRACKED, BodyReader
from pipeline.readers.docx.fields import Fields
from pipeline.readers.docx.names import Element, child
from pipeline.readers.docx.numbering import Numbering
from pipeline.readers.docx.package import LOST_LISTS, LOST_STYLES, MISSING, Package, open_package
from pipeline.readers.docx.pictures import WORD_ART
from pipeline.readers.docx.stories import Stories
from pipeline.readers.docx.styles import Styles
from pipeline.readers.left_out import COVERED, HIDDEN, PLACEHOLDER, STRUCK, WHITE, left_out_findings

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FURNITURE = {
    "header": "running headers",
    "footer": "running footers",
    "footnotes": "notes",
    "endnotes": "notes",
    "comments": "comments",
}


def read(data: bytes) -> Document:
    """The document of a Word file (.docx, .docm, .dotx).

    Raises DocumentError BCP120 (damaged, or no Word document) or BCP121 (unpacks to too much).
    """
    package = open_package(data)
    others = [*(part for _, part in package.stories()), *package.diagrams.values()]
    parts = [package.main, *others]
    stories = Stories.of(parts)
    fields = Fields()
    faults = [fault for part in parts for fault in fields.read(part.root) if part is package.main]
    account = stories.account()
    reader = BodyReader(
        stories,
        account,
        Styles(package.first("styles")),
        Numbering(package.first("numbering")),
        fields,
        diagrams=package.diagrams,
    )
    for fault in faults:
        reader.report(FIELD, fault)
    body = child(package.main.root, "w:body")
    blocks: list[Block] = reader.blocks(body) if body is not None else []
    if reader.styles.are_lost and next(package.main.root.iter("{*}pStyle"), None) is not None:
        reader.report(MISSING, f"no styles are in the file, but referred to: {LOST_STYLES}")
    if lost := reader.in_lost_lists:
        message = f"{lost} paragraphs stand in lists that are not in the file: {LOST_LISTS}"
        reader.report(MISSING, message)
    reader.in_body = False
    blocks.extend(_other_stories(package, reader))
    if stories.has_tracked_changes:
        reader.report(TRACKED, "its tracked changes were read as accepted")
    blocks = list(without_asides(blocks))
    doubted = [block for block in blocks if not reader.is_prompt(block)]
    content = {origin for text in texts(blocks) for origin in text.visible_origins()}
    account.text = stories.text
    reader.leave_misplaced(account.missing(content))
    source_chars, markup = account.totals(content)
    return Document(
        media_type=MEDIA_TYPE,
        reader="docx",
        blocks=tuple(blocks),
        locator=stories,
        source_chars=source_chars,
        markup=markup,
        findings=(
            *package.findings,
            *reader.findings(),
            *left_out_findings(doubted, stories, (HIDDEN, WHITE, COVERED, STRUCK, PLACEHOLDER)),
        ),
    )


def _other_stories(package: Package, reader: BodyReader) -> Iterator[Block]:
    """Headers, footers, notes and comments."""
    for kind, part in package.stories():
        for holder in _holders(part.root, kind):
            blocks = reader.blocks(holder)
            # WordArt behind the pages is a watermark, and no line of the header.
            art = [block for block in blocks if _is_art(block)]
            yield from art
            text = join(texts([b for b in blocks if b not in art]), "\n").strip()
            if text:
                yield Furniture(_FURNITURE[kind], text)
                if kind == "comments":
                    message = "comments were left out"
                    reader.report(COMMENTED, message)


def _is_art(block: Block) -> bool:
    return isinstance(block, Furniture) and block.kind == WORD_ART


def _holders(root: Element, kind: str) -> Iterator[Element]:
    """What holds the paragraphs of a story: the root, or each note or comment in it."""
    if kind in ("header", "footer"):
        yield root
    else:
        yield from root
