"""PDF by Apache FOP: the sheet as formatting objects, as publishers' systems make them.

FOP sets a paragraph as a whole (Knuth and Plass), also where it is not justified: a line may end
where the next word would have fitted.
"""

from __future__ import annotations

import html
from collections.abc import Iterator

from tests.rendering.arrangement import (
    Cell,
    Grid,
    Heading,
    Line,
    contents_entries,
    is_heading,
    printed_parts,
)
from tests.rendering.passages import MarkedList, Passage, passages
from tests.rendering.printed.fop import printed_by_fop
from tests.rendering.printed.style import PAPERS, PdfStyle, footer_text, header_text
from tests.rendering.sheet import Sheet

_BORDERS = {
    "solid": "0.5pt solid black",
    "dotted": "1pt dotted #444444",
    "dashed": "0.75pt dashed #222222",
    "double": "2.5pt double black",
}
_RUNNING = 14.0  # points between a running line and the text
_KEEP = ' keep-with-next.within-page="always"'


def fop_pdf(sheet: Sheet, style: PdfStyle) -> bytes:
    """The PDF of a sheet, tagged where the style says so."""
    return printed_by_fop("\n".join(_Formatter(sheet, style).source()), style.tagged)


class _Formatter:
    def __init__(self, sheet: Sheet, style: PdfStyle) -> None:
        self.sheet = sheet
        self.style = style
        self.numbers = {text: n for n, (_, text) in enumerate(contents_entries(sheet))}

    def source(self) -> Iterator[str]:
        """The program, line by line."""
        style = self.style
        width, height = PAPERS[style.paper]
        yield '<?xml version="1.0" encoding="utf-8"?>'
        yield (
            '<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xml:lang="nl" language="nl" '
            f'font-family="{_family(style.font)}" font-size="{style.size}pt" '
            f'line-height="{style.leading}">'
        )
        room = style.margin / 2
        yield (
            f'<fo:layout-master-set><fo:simple-page-master master-name="p" '
            f'page-width="{width}pt" page-height="{height}pt" '
            f'margin="{room}pt {style.margin}pt {room}pt {style.margin}pt">'
            f'<fo:region-body margin="{max(room, _RUNNING)}pt 0pt"/>'
            '<fo:region-before extent="12pt"/><fo:region-after extent="12pt"/>'
            "</fo:simple-page-master></fo:layout-master-set>"
        )
        yield from self._cover()
        yield '<fo:page-sequence master-reference="p" id="end">'
        yield from self._running()
        yield '<fo:flow flow-name="xsl-region-body">'
        yield from self._contents()
        if style.cover != "alone":
            yield self._title(1.5)
        for part in printed_parts(self.sheet, style.arrangement):
            if isinstance(part, Heading):
                yield self._heading(part)
            else:
                yield from self._table(part)
        yield "</fo:flow></fo:page-sequence></fo:root>"

    # ------------------------------------------------------------------- what frames the text

    def _cover(self) -> Iterator[str]:
        if self.style.cover == "none":
            return
        yield '<fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body">'
        yield '<fo:block space-before="160pt" space-before.conditionality="retain"/>'
        yield self._title(2.0)
        yield "</fo:flow></fo:page-sequence>"

    def _running(self) -> Iterator[str]:
        style = self.style
        if style.running_header:
            yield _static("before", _safe(header_text(self.sheet.title)))
        if style.running_footer:
            shown = _safe(footer_text(self.sheet.name, 111, 999, style.footer_style))
            shown = shown.replace("111", "<fo:page-number/>")
            shown = shown.replace("999", '<fo:page-number-citation-last ref-id="end"/>')
            yield _static("after", shown)

    def _contents(self) -> Iterator[str]:
        if not self.style.contents:
            return
        yield '<fo:block font-weight="bold" space-after="8pt">Inhoud</fo:block>'
        for level, text in contents_entries(self.sheet):
            yield (
                f'<fo:block start-indent="{12 * (level - 1)}pt" text-align-last="justify">'
                f'{_safe(text)} <fo:leader leader-pattern="dots"/> '
                f'<fo:page-number-citation ref-id="h{self.numbers[text]}"/></fo:block>'
            )
        yield '<fo:block break-after="page"/>'

    def _title(self, scale: float) -> str:
        return (
            f'<fo:block font-size="{self.style.size * scale}pt" font-weight="bold" '
            f'space-after="12pt"{self._second()}>{_safe(self.sheet.title)}</fo:block>'
        )

    def _heading(self, heading: Heading) -> str:
        size = self.style.size * (1.25 if heading.level == 1 else 1.1)
        return (
            f'<fo:block font-size="{size}pt" font-weight="bold" space-before="12pt" '
            f'space-after="5pt" id="h{self.numbers[heading.text]}"{self._second()}{_KEEP}>'
            f"{_safe(heading.text)}</fo:block>"
        )

    def _second(self) -> str:
        second = self.style.second_font
        return f' font-family="{_family(second)}"' if second else ""

    # --------------------------------------------------------------------------------- tables

    def _table(self, grid: Grid) -> Iterator[str]:
        style = self.style
        edge = {"frame": ' border="0.75pt solid black"'}.get(style.rules, "")
        if style.rules == "booktabs":
            edge = ' border-top="1pt solid black" border-bottom="1pt solid black"'
        yield (
            '<fo:table table-layout="fixed" width="100%" border-collapse="collapse" '
            f'space-after="12pt" space-before="4pt"{edge}>'
        )
        for share in grid.shares(style.label_width):
            yield f'<fo:table-column column-width="proportional-column-width({share * 100:.1f})"/>'
        if grid.head:
            yield f"<fo:table-header>{''.join(map(self._row, grid.head))}</fo:table-header>"
        yield f"<fo:table-body>{''.join(map(self._row, grid.body))}</fo:table-body></fo:table>"

    def _row(self, line: Line) -> str:
        keep = _KEEP if is_heading(line) and not line.repeats else ""
        cells = "".join(map(self._cell, line.cells))
        return f"<fo:table-row{keep}>{cells}</fo:table-row>"

    def _cell(self, cell: Cell) -> str:
        style = self.style
        options = f' padding="{style.padding}pt" start-indent="0pt" end-indent="0pt"'
        options += self._borders(cell)
        if style.rules == "shaded" and cell.kind != "value":
            options += ' background-color="#dde6ee"'
        if cell.span > 1:
            options += f' number-columns-spanned="{cell.span}"'
        if cell.depth > 1:
            options += f' number-rows-spanned="{cell.depth}"'
        if cell.kind != "value":
            options += self._second()
        if cell.kind == "heading":
            number = self.numbers.get(cell.pieces[0].text)
            at = "" if number is None else f' id="h{number}"'
            text = _safe(cell.pieces[0].text)
            inner = f'<fo:block font-weight="bold"{at}>{text}</fo:block>'
        else:
            inner = "".join(self._passage(p, cell.kind) for p in self._passages(cell))
        return f"<fo:table-cell{options}>{inner or '<fo:block/>'}</fo:table-cell>"

    def _borders(self, cell: Cell) -> str:
        rules = self.style.rules
        if rules in _BORDERS:
            # Where a cell goes on over a page, its sides are closed there, or left open.
            kept = "discard" if self.style.open_breaks else "retain"
            closed = f' border-before-width.conditionality="{kept}"'
            closed += f' border-after-width.conditionality="{kept}"'
            return f' border="{_BORDERS[rules]}"{closed}'
        if rules == "horizontal":
            return ' border-top="0.5pt solid black" border-bottom="0.5pt solid black"'
        if rules == "booktabs" and cell.kind == "heading":
            return ' border-bottom="0.5pt solid black"'
        if rules == "shaded":
            return ' border-bottom="3pt solid white"'
        return ""

    def _passages(self, cell: Cell) -> Iterator[Passage]:
        return passages(cell.pieces, self.style.wording.bullet)

    # ------------------------------------------------------------------------------- passages

    def _passage(self, passage: Passage, kind: str) -> str:
        if isinstance(passage, MarkedList):
            return self._list(passage)
        bold = self.style.wording.emphasis in ("b", "strong")
        emphasis = ' font-weight="bold"' if bold else ' font-style="italic"'
        lines = [_safe(line) for line in passage.lines]
        inner = lines[0] + "".join(f"<fo:block>{line}</fo:block>" for line in lines[1:])
        if passage.head:
            inner = f"<fo:inline{emphasis}>{_safe(passage.head)}</fo:inline> {inner}"
        options = self._text_options(kind)
        if passage.look == "emphasis":
            options += emphasis
        if passage.look != "plain":
            options += _KEEP
        return f"<fo:block{options}>{inner}</fo:block>"

    def _text_options(self, kind: str) -> str:
        style = self.style
        if kind == "label":
            # A label is not stretched, but divided: it would reach over the value beside it.
            weight = ' font-weight="bold"' if style.label_bold else ""
            return f'{weight} hyphenate="true"'
        gap = f' space-after="{style.paragraph_gap}pt" text-indent="{style.paragraph_indent}pt"'
        return gap + self._setting()

    def _setting(self) -> str:
        align = "justify" if self.style.justified else "start"
        hyphens = ' hyphenate="true"' if self.style.hyphenated else ""
        return f' text-align="{align}"{hyphens}'

    def _list(self, found: MarkedList) -> str:
        style = self.style
        items = "".join(
            '<fo:list-item><fo:list-item-label end-indent="label-end()"><fo:block>'
            f"{f'{found.start + n}.' if found.ordered else '•'}</fo:block>"
            '</fo:list-item-label><fo:list-item-body start-indent="body-start()">'
            f"<fo:block{self._setting()}>{_safe(text)}</fo:block>"
            "</fo:list-item-body></fo:list-item>"
            for n, text in enumerate(found.items)
        )
        return (
            f'<fo:list-block provisional-distance-between-starts="{style.list_indent}pt" '
            'provisional-label-separation="3pt" '
            f'space-after="{style.paragraph_gap}pt">{items}</fo:list-block>'
        )


def _static(region: str, inner: str) -> str:
    return (
        f'<fo:static-content flow-name="xsl-region-{region}">'
        f'<fo:block font-size="8pt" text-align="center">{inner}</fo:block></fo:static-content>'
    )


def _family(name: str) -> str:
    return {"Times": "Times Roman"}.get(name, name)


def _safe(text: str) -> str:
    return html.escape(text)
