"""PDF by pdfLaTeX: the sheet as longtables, set in the fonts that TeX brings.

A row of a longtable is never broken: where it would be long, its passages are rows without a rule
between them, as authors of long tables write them. TeX breaks the lines of a paragraph as a whole.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.machine import latex_path, message_of
from tests.rendering.arrangement import (
    Cell,
    Grid,
    Heading,
    Line,
    is_heading,
    printed_parts,
)
from tests.rendering.passages import MarkedList, Passage, passages
from tests.rendering.printed.style import PAPERS, PdfStyle, footer_text, header_text
from tests.rendering.sheet import Sheet

# The families of TeX that stand for the fonts of the house styles.
_FONTS = {
    "Liberation Sans": r"\usepackage[scaled=.95]{helvet}\renewcommand\familydefault{\sfdefault}",
    "Helvetica": r"\usepackage{helvet}\renewcommand\familydefault{\sfdefault}",
    "Liberation Serif": r"\usepackage{mathptmx}",
    "Times": r"\usepackage{mathptmx}",
    "DejaVu Serif": r"\usepackage{lmodern}",
    "DejaVu Sans": r"\usepackage{lmodern}\renewcommand\familydefault{\sfdefault}",
    "Carlito": r"\usepackage{mathpazo}",
    "Liberation Sans Narrow": r"\usepackage{avant}\renewcommand\familydefault{\sfdefault}",
}
_SIGNS = {
    **{sign: f"\\{sign}" for sign in "&%#_{}$"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    '"': r"\textquotedbl{}",
    "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "\u00a0": "~",
    "≥": r"$\geq$",
    "▪": r"$\blacksquare$",
    # The euro of the other families is a C with two strokes.
    "€": r"{\fontfamily{lmr}\selectfont\texteuro}",
}
_GRIDS = ("solid", "dotted", "dashed", "double")
_LONG = 900  # characters of a value that is not set as one row
# A word of a narrow column is divided; the first one of a cell only behind some space.
_DIVIDED = r"\hyphenpenalty=50\exhyphenpenalty=50\hspace{0pt}"
_RUNS = 2  # the second knows the page numbers and the widths of the first


def latex_pdf(sheet: Sheet, style: PdfStyle) -> bytes:
    """The PDF of a sheet."""
    program = latex_path()
    if program is None:
        raise RuntimeError(message_of(["latex"]))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.tex").write_text("\n".join(_source(sheet, style)), "utf-8")
        command = [program, "-interaction=batchmode", "-halt-on-error", "a.tex"]
        for _ in range(_RUNS):
            done = subprocess.run(command, cwd=folder, check=False, capture_output=True)
            if done.returncode:
                log = (folder / "a.log").read_text("utf-8", "replace")
                raise RuntimeError("\n".join(log.splitlines()[-20:]))
        return (folder / "a.pdf").read_bytes()


def _source(sheet: Sheet, style: PdfStyle) -> Iterator[str]:
    yield from _preamble(sheet, style)
    yield r"\begin{document}"
    if style.cover != "none":
        yield r"\begin{titlepage}\centering\vspace*{150pt}"
        yield rf"{{\Huge {_safe(sheet.title)}\par}}\end{{titlepage}}"
    if style.contents:
        yield r"\renewcommand\contentsname{Inhoud}\tableofcontents\clearpage"
    if style.cover != "alone":
        yield rf"{{\raggedright\Large\bfseries {_safe(sheet.title)}\par}}\bigskip"
    for part in printed_parts(sheet, style.arrangement):
        if isinstance(part, Heading):
            yield _heading(part)
        else:
            yield from _table(part, style)
    yield r"\label{end}\end{document}"


def _preamble(sheet: Sheet, style: PdfStyle) -> Iterator[str]:
    width, height = PAPERS[style.paper]
    size = 11 if style.size >= 10.5 else 10
    yield rf"\documentclass[{size}pt]{{article}}"
    yield r"\usepackage[utf8]{inputenc}\usepackage[T1]{fontenc}\usepackage{textcomp,amssymb}"
    yield r"\usepackage[dutch]{babel}\shorthandoff{" + '"}'
    yield _FONTS[style.font]
    yield r"\usepackage{array,longtable,booktabs,colortbl,fancyhdr,xcolor}"
    yield (
        rf"\usepackage[paperwidth={width}bp,paperheight={height}bp,margin={style.margin}bp,"
        r"headheight=12pt,headsep=8pt,footskip=20pt]{geometry}"
    )
    if style.tagged:
        # Without it a viewer goes by the names of the glyphs alone.
        yield r"\input{glyphtounicode}\pdfgentounicode=1"
    yield rf"\linespread{{{style.leading / 1.2:.3f}}}"
    yield r"\setcounter{secnumdepth}{0}\setcounter{tocdepth}{2}\setlength{\parindent}{0pt}"
    if not style.hyphenated:
        yield r"\hyphenpenalty=10000\exhyphenpenalty=10000"
    yield r"\emergencystretch=2em\tolerance=2000"
    yield rf"\setlength{{\tabcolsep}}{{{style.padding}pt}}"
    yield r"\setlength{\LTpre}{4pt}\setlength{\LTpost}{12pt}\setlength{\LTleft}{0pt}"
    yield r"\makeatletter\def\@listi{\leftmargin\leftmargini\topsep2pt\parsep0pt\itemsep1pt}"
    yield rf"\leftmargini={style.list_indent}pt\labelsep=4pt\makeatother"
    yield r"\definecolor{shade}{HTML}{DDE6EE}"
    yield from _running(sheet, style)


def _running(sheet: Sheet, style: PdfStyle) -> Iterator[str]:
    yield r"\pagestyle{fancy}\fancyhf{}\renewcommand\headrulewidth{0pt}"
    if style.running_header:
        yield rf"\fancyhead[C]{{\footnotesize {_safe(header_text(sheet.title))}}}"
    if style.running_footer:
        shown = _safe(footer_text(sheet.name, 111, 999, style.footer_style))
        shown = shown.replace("111", r"\thepage{}").replace("999", r"\pageref{end}")
        yield rf"\fancyfoot[C]{{\footnotesize {shown}}}"


def _heading(heading: Heading) -> str:
    command = "section" if heading.level == 1 else "subsection"
    return rf"\{command}{{{_safe(heading.text)}}}"


# ------------------------------------------------------------------------------------- tables


def _table(grid: Grid, style: PdfStyle) -> Iterator[str]:
    upright = "|" if style.rules in _GRIDS else ""
    edge = "|" if style.rules == "frame" else upright
    columns = [_column(_width(share), style) for share in grid.shares(style.label_width)]
    yield rf"\begin{{longtable}}{{{edge}{upright.join(columns)}{edge}}}"
    yield _top(style)
    if grid.head:
        yield from (_row(line, grid, style, final=False) for line in grid.head)
        yield r"\endhead"
    for number, line in enumerate(grid.body):
        following = grid.body[number + 1 : number + 2]
        covered = bool(following) and _columns(following[0]) < grid.columns
        yield from _rows(line, grid, style, covered, final=not following)
    yield _bottom(style)
    yield r"\end{longtable}"


def _width(share: float) -> str:
    """A share of the page, less what stands between columns."""
    return rf"\dimexpr {share:.4f}\linewidth-2\tabcolsep-1pt\relax"


def _column(width: str, style: PdfStyle) -> str:
    return rf">{{{_setting(style)}}}p{{{width}}}"


def _setting(style: PdfStyle) -> str:
    ragged = "" if style.justified else r"\raggedright\arraybackslash"
    return (
        rf"{ragged}\setlength{{\parskip}}{{{style.paragraph_gap}pt}}"
        rf"\setlength{{\parindent}}{{{style.paragraph_indent}pt}}"
    )


def _top(style: PdfStyle) -> str:
    return r"\toprule" if style.rules == "booktabs" else _full_rule(style)


def _bottom(style: PdfStyle) -> str:
    if style.rules == "booktabs":
        return r"\bottomrule"
    return _full_rule(style) if style.rules == "frame" else ""


def _full_rule(style: PdfStyle) -> str:
    return "" if style.rules in ("none", "shaded", "booktabs") else r"\hline"


def _rule(grid: Grid, style: PdfStyle, covered: bool, heading: bool, final: bool) -> str:
    """What stands below a row; a merged label has no rule across it."""
    if style.rules == "booktabs":
        return r"\midrule" if heading and not final else r"\addlinespace"
    if style.rules in ("none", "shaded", "frame"):
        return rf"\addlinespace[{style.padding}pt]"
    return rf"\cline{{2-{grid.columns}}}" if covered else r"\hline"


def _columns(line: Line) -> int:
    return sum(cell.span for cell in line.cells)


def _rows(line: Line, grid: Grid, style: PdfStyle, covered: bool, final: bool) -> Iterator[str]:
    """A line as one row, or its passages as rows that belong together."""
    value = line.cells[-1]
    parts = list(passages(value.pieces, style.wording.bullet)) if value.kind == "value" else []
    length = sum(len(piece.text) for piece in value.pieces)
    if len(parts) < 2 or (length < _LONG and not style.open_breaks):
        yield _row(line, grid, style, covered, final)
        return
    parts = [piece for part in parts for piece in _short(part)]
    framed = style.rules in (*_GRIDS, "frame")
    label = _cell(line.cells[0], grid, style) if len(line.cells) > 1 else ""
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        end = r"\\*" if _keeps(part) else r"\\"
        inner = _passage(part, style)
        if number and not isinstance(part, MarkedList) and part.look == "plain":
            # TeX indents no paragraph that opens a cell.
            inner = _indent(style) + inner
        if last:
            end += _rule(grid, style, covered, heading=False, final=final)
        elif not isinstance(part, MarkedList):
            gap = style.paragraph_gap
            # Between rows of uprights the gap is a strut: an \addlinespace would part them.
            strut = rf"\rule[-\dimexpr\dp\strutbox+{gap}pt\relax]{{0pt}}{{1pt}}"
            inner += strut if gap and framed else ""
            end += rf"\addlinespace[{gap}pt]" if gap and not framed else ""
        yield f"{label if number == 0 else ''} & {_spanned(value, inner, grid, style)} {end}"


def _indent(style: PdfStyle) -> str:
    return rf"\hspace*{{{style.paragraph_indent}pt}}" if style.paragraph_indent else ""


def _keeps(part: Passage) -> bool:
    return not isinstance(part, MarkedList) and part.look != "plain"


def _short(part: Passage) -> Iterator[Passage]:
    """A list too long for a row as several, which are numbered on."""
    if not isinstance(part, MarkedList) or sum(map(len, part.items)) < _LONG:
        yield part
        return
    half = len(part.items) // 2
    yield from _short(MarkedList(part.items[:half], part.ordered, part.start))
    yield from _short(MarkedList(part.items[half:], part.ordered, part.start + half))


def _row(
    line: Line, grid: Grid, style: PdfStyle, covered: bool = False, final: bool = False
) -> str:
    cells = " & ".join(
        _cell(cell, grid, style, first=number == 0 and len(line.cells) > 1)
        for number, cell in enumerate(line.cells)
    )
    start = "& " * (_columns(line) < grid.columns)
    end = r"\\*" if is_heading(line) else r"\\"
    return f"{start}{cells} {end} {_rule(grid, style, covered, is_heading(line), final)}"


def _cell(cell: Cell, grid: Grid, style: PdfStyle, first: bool = True) -> str:
    shade = r"\cellcolor{shade}" if style.rules == "shaded" and cell.kind != "value" else ""
    if cell.kind == "heading":
        text = _safe(cell.pieces[0].text)
        entry = rf"\addcontentsline{{toc}}{{subsection}}{{{text}}}"
        return _spanned(cell, rf"{shade}{entry}\textbf{{{text}}}", grid, style)
    parts = passages(cell.pieces, style.wording.bullet)
    if cell.kind == "label":
        bold = r"\bfseries " if style.label_bold else ""
        inner = r"\par ".join(_passage(part, style) for part in parts)
        ragged = r"\raggedright\arraybackslash{}\setlength{\parindent}{0pt}"
        return f"{shade}{ragged}{bold}{_DIVIDED}{inner}"
    inner = r"\par ".join(_passage(part, style) for part in parts)
    # The name of the profile stands in the first, narrow column below its label.
    return _spanned(cell, _DIVIDED + inner if first else inner, grid, style)


def _spanned(cell: Cell, inner: str, grid: Grid, style: PdfStyle) -> str:
    if cell.span == 1:
        return inner
    first = 0 if cell.kind == "heading" else grid.columns - cell.span
    share = sum(grid.shares(style.label_width)[first : first + cell.span])
    edge = "|" if style.rules in (*_GRIDS, "frame") else ""
    column = f"{edge if first == 0 else ''}{_column(_width(share), style)}{edge}"
    return rf"\multicolumn{{{cell.span}}}{{{column}}}{{{inner}}}"


# ----------------------------------------------------------------------------------- passages


def _passage(passage: Passage, style: PdfStyle) -> str:
    if isinstance(passage, MarkedList):
        return _list(passage)
    bold = style.wording.emphasis in ("b", "strong")
    command = r"\textbf" if bold else r"\emph"
    inner = r"\newline ".join(map(_safe, passage.lines))
    if passage.look == "emphasis":
        return rf"{command}{{{inner}}}"
    if passage.head:
        return rf"{command}{{{_safe(passage.head)}}} {inner}"
    return inner


def _list(found: MarkedList) -> str:
    name = "enumerate" if found.ordered else "itemize"
    start = rf"\setcounter{{enumi}}{{{found.start - 1}}}" if found.ordered else ""
    items = " ".join(rf"\item {_safe(item)}" for item in found.items)
    return rf"\begin{{{name}}}{start}{items}\end{{{name}}}"


def _safe(text: str) -> str:
    """The text with what TeX takes for more than letters written as names."""
    named = "".join(_SIGNS.get(sign, sign) for sign in text)
    return named.replace("--", "-{}-").replace(",,", ",{},")
