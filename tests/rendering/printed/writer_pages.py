"""PDF by LibreOffice Writer from its own format: what its users set, and no Word file says so.

Real running headers with a rule, page fields, footnotes in headings and in values, heading rows
that repeat, lists as lists; merged cells with what they cover.
"""

from __future__ import annotations

import html
import itertools
from collections.abc import Iterator

from tests.rendering.arrangement import Cell, Grid, Heading, Line, arranged, printed_parts
from tests.rendering.passages import MarkedList, Paragraph, Passage, passages
from tests.rendering.sheet import Sheet
from tests.rendering.word.furniture import FOOTNOTE
from tests.rendering.word.style import PAPERS, DocxStyle

_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{uri}:1.0"'
    for name, uri in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
_BULLETS = {"symbol": "•", "wingdings": "▪", "text": "•", "dash": "–"}
_RULE = "0.5pt solid #000000"
_LONG = 120  # characters of a paragraph that gets a note
_NOTES = (
    "Zie ook het brondocument.",
    "Peildatum van deze gegevens is 1 januari.",
    "Vastgesteld in overleg met de branche, die hierover een eigen handreiking heeft.",
)


def writer_document(sheet: Sheet, style: DocxStyle) -> bytes:
    """The flat file of a document, which Writer opens and prints."""
    return "\n".join(_Writer(sheet, style).document()).encode("utf-8")


class _Writer:
    def __init__(self, sheet: Sheet, style: DocxStyle) -> None:
        self.sheet = sheet
        self.style = style
        self.tables = itertools.count(1)
        self.notes = itertools.count(1)
        self.noted_in: set[int] = set()

    def document(self) -> Iterator[str]:
        """The lines of the file."""
        yield f'<?xml version="1.0" encoding="utf-8"?><office:document {_NAMESPACES} '
        yield 'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
        body = list(self._body())
        yield f"<office:styles>{''.join(self._styles())}</office:styles>"
        yield f"<office:automatic-styles>{''.join(self._looks())}</office:automatic-styles>"
        yield f"<office:master-styles>{''.join(self._pages())}</office:master-styles>"
        yield "<office:body><office:text>"
        yield from body
        yield "</office:text></office:body></office:document>"

    # --------------------------------------------------------------------------------- styles

    def _styles(self) -> Iterator[str]:
        style = self.style
        hyphens = "true" if style.hyphenated else "false"
        yield (
            '<style:default-style style:family="paragraph"><style:text-properties '
            f'{_font(style.font)} fo:font-size="{style.size}pt" fo:language="nl" '
            f'fo:country="NL" fo:hyphenate="{hyphens}" fo:hyphenation-push-char-count="2" '
            'fo:hyphenation-remain-char-count="2"/></style:default-style>'
        )
        yield _paragraph_style("Standard", "")
        second = _font(style.second_font or style.font)
        for level, size in ((1, 1.3), (2, 1.15)):
            yield (
                f'<style:style style:name="Heading_20_{level}" style:family="paragraph" '
                f'style:parent-style-name="Standard" style:default-outline-level="{level}">'
                '<style:paragraph-properties fo:margin-top="10pt" fo:margin-bottom="5pt" '
                'fo:keep-with-next="always"/><style:text-properties fo:font-weight="bold" '
                f'fo:hyphenate="false" fo:font-size="{style.size * size}pt" {second}/>'
                "</style:style>"
            )
        hanging = 'fo:margin-left="0.6cm" fo:text-indent="-0.6cm"'
        yield _paragraph_style("Footnote", hanging, f'fo:font-size="{style.size - 1.5}pt"')
        yield '<style:style style:name="Footnote_20_Symbol" style:family="text"/>'
        yield (
            '<style:style style:name="Footnote_20_anchor" style:family="text">'
            '<style:text-properties style:text-position="super 58%"/></style:style>'
            '<text:notes-configuration text:note-class="footnote" style:num-format="1" '
            'text:citation-style-name="Footnote_20_Symbol" '
            'text:citation-body-style-name="Footnote_20_anchor" '
            'text:default-style-name="Footnote" text:start-numbering-at="document"/>'
        )

    def _looks(self) -> Iterator[str]:
        style = self.style
        gap = f'fo:margin-bottom="{style.paragraph_gap}pt"'
        align = "justify" if style.justified else "start"
        setting = f'{gap} fo:text-align="{align}"'
        bold = 'fo:font-weight="bold"'
        second = f" {_font(style.second_font)}" if style.second_font else ""
        emphasis = bold if style.wording.emphasis in ("b", "strong") else 'fo:font-style="italic"'
        width, height = PAPERS[style.paper]
        yield _paragraph_style("Title", 'fo:margin-bottom="12pt"', f'fo:font-size="18pt" {bold}')
        yield _paragraph_style(
            "Cover",
            'fo:margin-top="6cm" fo:text-align="center" fo:break-after="page"',
            'fo:font-size="24pt"',
        )
        yield _paragraph_style("Break", 'fo:break-after="page"')
        yield _paragraph_style("Value", setting)
        yield _paragraph_style("Keep", f'{setting} fo:keep-with-next="always"')
        yield _paragraph_style("Emphasis", f'{setting} fo:keep-with-next="always"', emphasis)
        yield _paragraph_style("Item", f'fo:text-align="{align}"')
        face = (bold if style.label_bold else "") + second
        yield _paragraph_style("Label", 'fo:text-align="start"', face)
        yield _paragraph_style("HeadingCell", 'fo:keep-with-next="always"', bold + second)
        yield (
            '<style:style style:name="Head" style:family="text"><style:text-properties '
            f"{emphasis}/></style:style>"
        )
        yield from self._table_looks()
        yield from self._list_looks()
        ruled = f' fo:border-bottom="{_RULE}" fo:padding-bottom="2pt"'
        yield (
            '<style:style style:name="Running" style:family="paragraph"><style:paragraph-properties'
            f' fo:text-align="center"{ruled if style.borders == "grid" else ""}/>'
            '<style:text-properties fo:font-size="8pt"/></style:style>'
        )
        yield _paragraph_style("RunningFoot", 'fo:text-align="center"', 'fo:font-size="8pt"')
        frame = '<style:header-footer-properties fo:min-height="14pt" fo:margin-{}="6pt"/>'
        yield (
            '<style:page-layout style:name="pm"><style:page-layout-properties '
            f'fo:page-width="{width}cm" fo:page-height="{height}cm" '
            f'style:print-orientation="{"landscape" if width > height else "portrait"}" '
            f'fo:margin="{style.margin}cm"/>'
            f"<style:header-style>{frame.format('bottom')}</style:header-style>"
            f"<style:footer-style>{frame.format('top')}</style:footer-style></style:page-layout>"
        )

    def _table_looks(self) -> Iterator[str]:
        style = self.style
        yield (
            '<style:style style:name="Table" style:family="table"><style:table-properties '
            'style:rel-width="100%" table:align="margins" fo:margin-bottom="10pt" '
            'table:border-model="collapsing"/></style:style>'
        )
        split = "auto" if style.rows_may_break else "always"
        yield (
            '<style:style style:name="Row" style:family="table-row"><style:table-row-properties '
            f'fo:keep-together="{split}"/></style:style>'
        )
        for name in ("value", "label", "heading"):
            look = {"grid": f'fo:border="{_RULE}"', "shaded": f'fo:border="{_RULE}"'}.get(
                style.borders, 'fo:border="none"'
            )
            if style.borders == "horizontal":
                look = f'fo:border-top="{_RULE}" fo:border-bottom="{_RULE}"'
            if style.borders == "shaded" and name != "value":
                look += ' fo:background-color="#dde6ee"'
            yield (
                f'<style:style style:name="Cell_{name}" style:family="table-cell">'
                f'<style:table-cell-properties fo:padding="3.5pt" {look}/></style:style>'
            )
        for share in sorted({share for grid in self._grids() for share in self._shares(grid)}):
            yield (
                f'<style:style style:name="Column{share}" style:family="table-column">'
                f'<style:table-column-properties style:rel-column-width="{share}*"/></style:style>'
            )

    def _grids(self) -> Iterator[Grid]:
        for part in arranged(self.sheet, self.style.arrangement):
            if isinstance(part, Grid):
                yield part

    def _shares(self, grid: Grid) -> list[int]:
        first = round(10000 * self.style.label_width)
        return [first, *([(10000 - first) // (grid.columns - 1)] * (grid.columns - 1))]

    def _list_looks(self) -> Iterator[str]:
        place = (
            "<style:list-level-properties "
            'text:list-level-position-and-space-mode="label-alignment">'
            '<style:list-level-label-alignment text:label-followed-by="listtab" '
            'text:list-tab-stop-position="14pt" fo:text-indent="-14pt" fo:margin-left="14pt"/>'
            "</style:list-level-properties>"
        )
        bullet = _BULLETS[self.style.bullet]
        face = '<style:text-properties fo:font-family="OpenSymbol"/>'
        face = face if self.style.bullet in ("symbol", "wingdings") else ""
        yield (
            '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" '
            f'text:bullet-char="{bullet}">{place}{face}</text:list-level-style-bullet>'
            "</text:list-style>"
        )
        yield (
            '<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1" '
            f'style:num-format="1" style:num-suffix=".">{place}</text:list-level-style-number>'
            "</text:list-style>"
        )

    def _pages(self) -> Iterator[str]:
        style = self.style
        yield '<style:master-page style:name="Standard" style:page-layout-name="pm">'
        if style.running_header:
            title = _safe(self.sheet.title)
            yield f'<style:header><text:p text:style-name="Running">{title}</text:p></style:header>'
        if style.running_footer:
            yield (
                '<style:footer><text:p text:style-name="RunningFoot">'
                f"BCP {_safe(self.sheet.name)} Pagina <text:page-number>1</text:page-number>/"
                "<text:page-count>9</text:page-count></text:p></style:footer>"
            )
        yield "</style:master-page>"

    # ----------------------------------------------------------------------------------- body

    def _body(self) -> Iterator[str]:
        if self.style.cover:
            yield _p("Cover", _safe(self.sheet.title))
        yield _p("Title", _safe(self.sheet.title))
        headings = 0
        for part in printed_parts(self.sheet, self.style.arrangement):
            if isinstance(part, Heading):
                headings += part.level == 1
                noted = self.style.footnote and part.level == 1 and headings == 2
                yield self._heading(part, noted)
            else:
                yield from self._table(part)

    def _heading(self, heading: Heading, noted: bool) -> str:
        note = self._note(FOOTNOTE) if noted else ""
        return (
            f'<text:h text:style-name="Heading_20_{heading.level}" '
            f'text:outline-level="{heading.level}">{_safe(heading.text)}{note}</text:h>'
        )

    def _note(self, text: str) -> str:
        number = next(self.notes)
        return (
            f'<text:note text:id="ftn{number}" text:note-class="footnote">'
            f"<text:note-citation>{number}</text:note-citation><text:note-body>"
            f"{_p('Footnote', _safe(text))}</text:note-body></text:note>"
        )

    def _table(self, grid: Grid) -> Iterator[str]:
        number = next(self.tables)
        yield f'<table:table table:name="Tabel{number}" table:style-name="Table">'
        for share in self._shares(grid):
            yield f'<table:table-column table:style-name="Column{share}"/>'
        if grid.head:
            rows = "".join(self._row(line, grid, 0) for line in grid.head)
            yield f"<table:table-header-rows>{rows}</table:table-header-rows>"
        yield from (self._row(line, grid, number) for line in grid.body)
        yield "</table:table>"

    def _row(self, line: Line, grid: Grid, table: int) -> str:
        missing = grid.columns - sum(cell.span for cell in line.cells)
        cells = "<table:covered-table-cell/>" * missing
        cells += "".join(self._cell(cell, table) for cell in line.cells)
        return f'<table:table-row table:style-name="Row">{cells}</table:table-row>'

    def _cell(self, cell: Cell, table: int) -> str:
        options = f' table:style-name="Cell_{cell.kind}"'
        if cell.span > 1:
            options += f' table:number-columns-spanned="{cell.span}"'
        if cell.depth > 1:
            options += f' table:number-rows-spanned="{cell.depth}"'
        inner = "".join(self._inside(cell, table)) or _p("Value", "")
        covered = "<table:covered-table-cell/>" * (cell.span - 1)
        return f"<table:table-cell{options}>{inner}</table:table-cell>{covered}"

    def _inside(self, cell: Cell, table: int) -> Iterator[str]:
        if cell.kind == "heading":
            yield _p("HeadingCell", _safe(cell.pieces[0].text))
            return
        for passage in passages(cell.pieces, self.style.wording.bullet):
            if isinstance(passage, MarkedList):
                yield _list(passage)
            elif cell.kind == "label":
                yield _p("Label", _lines(passage))
            else:
                yield self._paragraph(passage, table)

    def _paragraph(self, passage: Paragraph, table: int) -> str:
        names = {"emphasis": "Emphasis", "title": "Keep", "plain": "Value"}
        head = ""
        if passage.head:
            head = f'<text:span text:style-name="Head">{_safe(passage.head)}</text:span> '
        return _p(names[passage.look], head + _lines(passage) + self._noted(passage, table))

    def _noted(self, passage: Passage, table: int) -> str:
        """A note at the end of the first long paragraph of a table; heads that repeat have none."""
        long = isinstance(passage, Paragraph) and len("".join(passage.lines)) > _LONG
        plain = isinstance(passage, Paragraph) and passage.look == "plain"
        if not (self.style.footnote and table and long and plain) or table in self.noted_in:
            return ""
        self.noted_in.add(table)
        return self._note(_NOTES[table % len(_NOTES)])


def _list(found: MarkedList) -> str:
    name = "Numbers" if found.ordered else "Bullets"
    items: list[str] = []
    for number, item in enumerate(found.items):
        start = f' text:start-value="{found.start}"' if found.ordered and number == 0 else ""
        items.append(f"<text:list-item{start}>{_p('Item', _safe(item))}</text:list-item>")
    return f'<text:list text:style-name="{name}">{"".join(items)}</text:list>'


def _lines(passage: Paragraph) -> str:
    return "<text:line-break/>".join(map(_safe, passage.lines))


def _p(name: str, inner: str) -> str:
    return f'<text:p text:style-name="{name}">{inner}</text:p>'


def _paragraph_style(name: str, paragraph: str, text: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph">'
        f"<style:paragraph-properties {paragraph}/><style:text-properties {text}/></style:style>"
    )


def _font(name: str) -> str:
    return f"fo:font-family=\"'{name}'\""


def _safe(text: str) -> str:
    return html.escape(text, quote=False)
