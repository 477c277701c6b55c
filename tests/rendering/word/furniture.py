"""What stands around the content of a Word document: cover, contents, running lines, stamp."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.shared import Pt

from tests.rendering.arrangement import contents_entries
from tests.rendering.sheet import Sheet
from tests.rendering.word.elements import element, field_runs, run
from tests.rendering.word.style import DocxStyle

STAMP = "CONCEPT"
FOOTNOTE = "Ingedeeld volgens de descriptoren van het NLQF."
_FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def add_front(document: Any, sheet: Sheet, style: DocxStyle) -> None:
    """The cover and the table of contents, each on a page of its own."""
    if style.cover:
        paragraph = document.add_paragraph(sheet.title)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_before = Pt(180)
        paragraph.runs[0].font.size = Pt(24)
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    if style.contents:
        _contents(document, sheet)


def _contents(document: Any, sheet: Sheet) -> None:
    document.add_paragraph("Inhoud").runs[0].bold = True
    entries = contents_entries(sheet)
    width = document.sections[0].page_width - 2 * document.sections[0].left_margin
    for number, (level, text) in enumerate(entries):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = Pt(12 * (level - 1))
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        if number == 0:
            for part in field_runs('TOC \\o "1-2" \\h', "")[:3]:
                paragraph._p.append(part)
        paragraph.add_run(text)
        paragraph.add_run().add_tab()
        for part in field_runs(f"PAGEREF _Toc{number:06d} \\h", str(3 + number)):
            paragraph._p.append(part)
        if number == len(entries) - 1:
            paragraph._p.append(element("w:r", element("w:fldChar", fldCharType="end")))
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def add_furniture(document: Any, sheet: Sheet, style: DocxStyle) -> None:
    """The running header and footer, the stamp in a text box, a footnote at a section."""
    section = document.sections[0]
    if style.running_header:
        section.header.paragraphs[0].text = sheet.title
    if style.running_footer:
        paragraph = section.footer.paragraphs[0]
        paragraph.add_run(f"BCP {sheet.name} Pagina ")
        for part in field_runs("PAGE", "1"):
            paragraph._p.append(part)
        paragraph.add_run("/")
        for part in field_runs("NUMPAGES", "9"):
            paragraph._p.append(part)
    if style.stamp:
        section.header.paragraphs[0]._p.append(_stamp())
    if style.footnote:
        _footnote(document)


def _stamp() -> Any:
    """A text box as Word writes it: a drawing, and the older form for who cannot read that."""
    box = (
        "<w:txbxContent><w:p><w:r><w:rPr><w:b/></w:rPr>"
        f"<w:t>{STAMP}</w:t></w:r></w:p></w:txbxContent>"
    )
    return parse_xml(
        f"""<w:r {nsdecls("w")}
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps">
        <w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"
        relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">
        <wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>5400000
        </wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>180000
        </wp:posOffset></wp:positionV><wp:extent cx="1100000" cy="320000"/><wp:wrapNone/>
        <wp:docPr id="77" name="Stempel"/><a:graphic><a:graphicData
        uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
        <wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1100000"
        cy="320000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>
        <wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>
        </w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:86pt;height:25pt">
        <v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>
        </w:r>"""
    )


def _footnote(document: Any) -> None:
    """A footnote at the second section heading, where it belongs to no value."""
    headings = [p for p in document.paragraphs if p.style.name == "Heading 1"]
    if len(headings) < 2:
        return
    notes = (
        f"<w:footnotes {nsdecls('w')}>"
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
        '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
        "<w:continuationSeparator/></w:r></w:p></w:footnote>"
        '<w:footnote w:id="1"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f'<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {FOOTNOTE}</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    part = Part(
        PackURI("/word/footnotes.xml"), _FOOTNOTES_TYPE, notes.encode(), document.part.package
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    mark = run("", element("w:vertAlign", val="superscript"))
    mark.remove(mark[-1])
    mark.append(element("w:footnoteReference", id=1))
    headings[1]._p.append(mark)
