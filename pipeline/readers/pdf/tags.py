"""The tag tree of a PDF to areas of lines: the producer's own word on rows, cells and paragraphs.

Tags tell where paragraphs, items, cells and rows begin; where lines end and what stands between
them is read off the glyphs. What the tree does not reach is not lost: it is handed on as `loose`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.document.text import join
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.markers import has_marker
from pipeline.readers.pdf.marks import Marks, Run, Tagged
from pipeline.readers.pdf.settings import Points, Share

_HEADINGS = {"H": 1, "Title": 1, **{f"H{n}": n for n in range(1, 7)}}
_TEXT = frozenset({"P", "Caption", "LBody", "Lbl", "BibEntry", "Index", "Note", "FENote", "Aside"})
_CELLS = frozenset({"TD", "TH"})
_ROW_GROUPS = frozenset({"THead", "TBody", "TFoot"})
_FURNITURE = {
    "TOC": "table of contents",
    "TOCI": "table of contents",
    "Note": "notes",
    "FENote": "notes",
}
# Elements inside a line of text.
_INLINE = frozenset(
    "Span NonStruct Link Quote Reference Em Strong Sub Code Annot Ruby Warichu Form".split()
)
# So much of the visible text must hang in the tree for it to be believed; what producers leave out
# of sound trees are page numbers.
_ENOUGH: Share = 0.98
# A paragraph that begins on the line on which another ends overlaps it by this much of the lower of
# the two, which no line does with the next one; letters jut out over the end of the first.
_ONE_LINE: Share = 0.5
_JUTS_OUT: Points = 2.0


_PagedRun = tuple[int, Run]


@dataclass(slots=True)
class TagParagraph:
    """A paragraph, heading or item; `heading` is its level, 0 for text.

    `level` counts the lists that it stands in; `furniture` names what is no content.
    """

    runs: list[_PagedRun]
    lines: list[Line] = field(default_factory=list)
    heading: int = 0
    is_item: bool = False
    level: int = 0
    furniture: str = ""


@dataclass(slots=True)
class TagCell:
    """A cell with its parts in reading order."""

    parts: list[TagPart] = field(default_factory=list)
    colspan: int = 1
    rowspan: int = 1
    header: bool = False


@dataclass(slots=True)
class TagTable:
    """A table: its rows of cells."""

    rows: list[list[TagCell]]


TagPart = TagParagraph | TagTable


@dataclass(slots=True)
class TagLayout:
    """What the tags of a document show; `loose` are the runs that they leave out, by page."""

    parts: list[TagPart]
    loose: dict[int, list[Run]]
    artifacts: dict[int, list[Run]]


def tag_layout(marks: Marks, maker: LineMaker) -> TagLayout | str:
    """The layout that the tags give, or why they give none; empty where there are none."""
    if marks.tags is None:
        return ""
    runs: dict[tuple[int, int], list[Run]] = {}
    loose: dict[int, list[Run]] = {}
    artifacts: dict[int, list[Run]] = {}
    seen = 0
    for page in marks.pages:
        for run in page.runs:
            if run.hidden:
                continue
            seen += run.end - run.start
            if run.artifact:
                seen -= run.end - run.start
                artifacts.setdefault(page.number, []).append(run)
            elif run.tag >= 0:
                runs.setdefault((page.number, run.tag), []).append(run)
            else:
                loose.setdefault(page.number, []).append(run)
    walk = _Walk(maker, runs)
    parts = list(walk.parts(marks.tags))
    for (page_number, _), members in runs.items():
        loose.setdefault(page_number, []).extend(members)
    left = sum(run.end - run.start for members in loose.values() for run in members)
    if unused := _why_unused(parts, left, seen):
        return unused
    for page_number, members in walk.repeated.items():
        artifacts.setdefault(page_number, []).extend(members)
    return TagLayout(parts, loose, artifacts)


def _why_unused(parts: Sequence[TagPart], left: int, seen: int) -> str:
    """Why tags tell nothing, of which so many letters are left out; empty where they do."""
    if not _has_table(parts):
        return "they hold no table"
    if left > (1 - _ENOUGH) * seen:
        return f"{left / seen:.0%} of the text hangs in none"
    return ""


def _has_table(parts: Sequence[TagPart]) -> bool:
    return any(
        isinstance(part, TagTable) and any(len(row) > 1 for row in part.rows) for part in parts
    )


@dataclass(slots=True)
class _Walk:
    """Takes the runs of each marked content where the tree names it; what is left is loose."""

    maker: LineMaker
    runs: dict[tuple[int, int], list[Run]]
    level: int = 0
    repeated: dict[int, list[Run]] = field(default_factory=dict)

    def parts(self, node: Tagged, furniture: str = "", heading: int = 0) -> list[TagPart]:
        """The paragraphs and tables below an element; what stands on one line is one paragraph."""
        found: list[TagPart] = []
        heading = _HEADINGS.get(node.kind, heading)
        for part in self._pieces(node, furniture or _FURNITURE.get(node.kind, ""), heading):
            before = found[-1] if found else None
            if (
                isinstance(part, TagParagraph)
                and isinstance(before, TagParagraph)
                and _share_line(before, part)
            ):
                before.runs += part.runs
                before.lines = self._lines(before.runs)
            else:
                found.append(part)
        return found

    def _pieces(self, node: Tagged, furniture: str, heading: int) -> Iterator[TagPart]:
        pending: list[_PagedRun] = []
        for kid in node.kids:
            if isinstance(kid, tuple):
                pending.extend(self._taken(kid))
            elif kid.kind in _INLINE and not _holds_blocks(kid):
                pending.extend(self._inline(kid))
            else:
                yield from self._paragraph(pending, heading, furniture)
                pending = []
                yield from self._block(kid, furniture, heading)
        yield from self._paragraph(pending, heading, furniture)

    def _block(self, node: Tagged, furniture: str, heading: int) -> Iterator[TagPart]:
        if node.kind == "Table":
            yield TagTable(list(self._rows(node)))
        elif node.kind == "L":
            self.level += 1
            yield from self.parts(node, furniture, heading)
            self.level -= 1
        elif node.kind == "LI":
            yield from self._item(node, furniture)
        else:
            yield from self.parts(node, furniture, heading)

    def _rows(self, node: Tagged) -> Iterator[list[TagCell]]:
        for kid in node.kids:
            if isinstance(kid, tuple):
                continue
            if kid.kind == "TR":
                yield self._row(kid)
            elif kid.kind in _ROW_GROUPS:
                yield from self._rows(kid)
            else:
                # A caption, or what is no row: kept as a row of one cell.
                yield [self._cell(kid)]

    def _row(self, node: Tagged) -> list[TagCell]:
        """The cells of a row; what stands beside them by mistake is of the one before it."""
        kids = [kid for kid in node.kids if isinstance(kid, Tagged)]
        if not any(kid.kind in _CELLS for kid in kids):
            return [self._cell(kid) for kid in kids]
        found: list[TagCell] = []
        stray: list[TagPart] = []
        for kid in kids:
            if kid.kind in _CELLS:
                found.append(self._cell(kid))
                found[-1].parts[:0] = stray
                stray = []
            elif found:
                found[-1].parts += self._block(kid, "", 0)
            else:
                stray += self._block(kid, "", 0)
        return found

    def _cell(self, node: Tagged) -> TagCell:
        return TagCell(list(self.parts(node)), node.colspan, node.rowspan, node.kind == "TH")

    def _item(self, node: Tagged, furniture: str) -> Iterator[TagPart]:
        """An item: its label and the first paragraph of its body are one."""
        label: list[_PagedRun] = []
        inner: list[TagPart] = []
        for kid in node.kids:
            if isinstance(kid, Tagged) and kid.kind == "Lbl":
                label.extend(self._inline(kid))
            elif isinstance(kid, Tagged):
                inner.extend(self.parts(kid, furniture))
            else:
                inner.extend(self._paragraph(self._taken(kid), 0, furniture))
        first = inner[0] if inner else None
        marker = self._lines(label)
        if isinstance(first, TagParagraph) and marker:
            first.runs = label + first.runs
            first.lines = _with_label(marker, first.lines)
        elif marker:
            inner.insert(0, TagParagraph(label, marker))
        elif isinstance(first, TagParagraph):
            first.is_item = True
        yield from inner

    def _inline(self, node: Tagged) -> list[_PagedRun]:
        found: list[_PagedRun] = []
        for kid in node.kids:
            found.extend(self._taken(kid) if isinstance(kid, tuple) else self._inline(kid))
        return found

    def _taken(self, content: tuple[int, int]) -> list[_PagedRun]:
        return [(content[0], run) for run in self.runs.pop(content, ())]

    def _paragraph(
        self, runs: list[_PagedRun], heading: int, furniture: str
    ) -> Iterator[TagParagraph]:
        lines = self._lines(_once(runs, self))
        if lines:
            yield TagParagraph(runs, lines, heading, level=self.level, furniture=furniture)

    def _lines(self, runs: list[_PagedRun]) -> list[Line]:
        by_page: dict[int, list[Run]] = {}
        for page, run in runs:
            by_page.setdefault(page, []).append(run)
        return [line for page in sorted(by_page) for line in self.maker.lines(by_page[page], page)]


def _once(runs: list[_PagedRun], walk: _Walk) -> list[_PagedRun]:
    """The runs without those that a browser prints again on each page, as it does with heads."""
    by_page: dict[int, list[_PagedRun]] = {}
    for page, run in runs:
        by_page.setdefault(page, []).append((page, run))
    if len(by_page) < 2:
        return runs
    chars = walk.maker.glyphs.chars
    first, *others = (
        ("".join("".join(chars[run.start : run.end]) for _, run in part), part)
        for part in by_page.values()
    )
    if any(text != first[0] for text, _ in others):
        return runs
    for _, part in others:
        for page, run in part:
            walk.repeated.setdefault(page, []).append(run)
    return first[1]


def _share_line(before: TagParagraph, after: TagParagraph) -> bool:
    """Whether a paragraph begins on the line on which the other ends."""
    if before.heading != after.heading or before.furniture != after.furniture:
        return False
    last, first = before.lines[-1], after.lines[0]
    if min(before.level, after.level) and all(
        has_marker(part.lines[0].chars) for part in (before, after)
    ):
        # Items of two lists that stand beside each other.
        return False
    overlap = min(last.bottom, first.bottom) - max(last.top, first.top)
    height = min(last.bottom - last.top, first.bottom - first.top)
    return (
        last.page == first.page and overlap > _ONE_LINE * height and first.x0 > last.x1 - _JUTS_OUT
    )


def _holds_blocks(node: Tagged) -> bool:
    return any(
        isinstance(kid, Tagged)
        and (kid.kind in _TEXT or kid.kind in ("Table", "L") or _holds_blocks(kid))
        for kid in node.kids
    )


def _with_label(label: list[Line], lines: list[Line]) -> list[Line]:
    """The lines of an item with its marker before the first."""
    if not label:
        return lines
    first = lines[0]
    text = join([*(line.text for line in label), first.text])
    return [replace(first, text=text, x0=min(label[0].x0, first.x0)), *lines[1:]]
