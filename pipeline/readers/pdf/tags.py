"""The tag tree of a PDF to areas of lines: the producer's own word on rows, cells and paragraphs.

Tags tell where paragraphs, items, cells and rows begin; where lines end and what stands between
them is read off the glyphs. What the tree does not reach is not lost: it is handed on as `loose`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.readers.pdf.lines import LineMaker
from pipeline.readers.pdf.marks import Page, Run, Tagged
from pipeline.readers.pdf.settings import Share
from pipeline.readers.pdf.tag_lines import as_one, lines_of_runs, once, share_line, with_label
from pipeline.readers.pdf.tag_parts import (
    PagedRun,
    TagCell,
    TagLayout,
    TagParagraph,
    TagPart,
    TagRow,
    TagTable,
    tables_of,
)

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


def tag_layout(tags: Tagged, pages: Sequence[Page], maker: LineMaker) -> TagLayout:
    """What the tags of a document show of the text of these pages."""
    runs: dict[tuple[int, int], list[Run]] = {}
    loose: dict[int, list[Run]] = {}
    artifacts: dict[int, list[Run]] = {}
    for page in pages:
        for run in page.runs:
            if run.hidden:
                continue
            if run.artifact:
                artifacts.setdefault(page.number, []).append(run)
            elif run.tag >= 0:
                runs.setdefault((page.number, run.tag), []).append(run)
            else:
                loose.setdefault(page.number, []).append(run)
    parts = _Walk(maker, runs, artifacts).parts(tags)
    for (page_number, _), members in runs.items():
        loose.setdefault(page_number, []).extend(members)
    return TagLayout(parts, loose, artifacts)


def why_unused(layout: TagLayout, pages: Sequence[Page]) -> str:
    """Why the tags tell nothing of these pages; empty where they do."""
    if not any(len(row) > 1 for table in tables_of(layout.parts) for row in table.rows):
        return "they hold no table"
    seen = _letters(run for page in pages for run in page.runs if not (run.hidden or run.artifact))
    left = _letters(run for runs in layout.loose.values() for run in runs)
    return f"{left / seen:.0%} of the text hangs in none" if left > (1 - _ENOUGH) * seen else ""


def _letters(runs: Iterable[Run]) -> int:
    return sum(run.end - run.start for run in runs)


@dataclass(frozen=True, slots=True)
class _Context:
    """What the elements around one say of it; `level` counts the lists around it."""

    furniture: str = ""
    heading: int = 0
    level: int = 0

    def within(self, node: Tagged) -> _Context:
        """The context of what stands in an element."""
        furniture = self.furniture or _FURNITURE.get(node.kind, "")
        level = self.level + (node.kind == "L")
        return _Context(furniture, _HEADINGS.get(node.kind, self.heading), level)


@dataclass(frozen=True, slots=True)
class _Walk:
    """Takes the runs of each marked content where the tree names it first; what is left is loose.

    What is printed again on each page is put with the artifacts.
    """

    maker: LineMaker
    runs: dict[tuple[int, int], list[Run]]
    artifacts: dict[int, list[Run]]

    def parts(self, node: Tagged, around: _Context = _Context()) -> tuple[TagPart, ...]:
        """The paragraphs and tables below an element; what stands on one line is one paragraph."""
        found: list[TagPart] = []
        for part in self._pieces(node, around.within(node)):
            at = _last(found, part)
            before = found[at] if found else None
            if (
                isinstance(part, TagParagraph)
                and isinstance(before, TagParagraph)
                and share_line(before, part)
            ):
                found[at] = as_one(before, part, self.maker)
            else:
                found.append(part)
        return tuple(found)

    def _pieces(self, node: Tagged, context: _Context) -> Iterator[TagPart]:
        pending: list[PagedRun] = []
        for kid in node.kids:
            if isinstance(kid, tuple):
                pending.extend(self._taken(kid))
            elif kid.kind in _INLINE and not _holds_blocks(kid):
                pending.extend(self._inline(kid))
            else:
                yield from self._paragraph(pending, context)
                pending = []
                yield from self._block(kid, context)
        yield from self._paragraph(pending, context)

    def _block(self, node: Tagged, context: _Context) -> Iterable[TagPart]:
        if node.kind == "Table":
            # What stands in a cell is in no heading and list around its table.
            return [TagTable(tuple(self._rows(node)))]
        if node.kind == "LI":
            return self._item(node, context)
        return self.parts(node, context)

    def _rows(self, node: Tagged) -> Iterator[TagRow]:
        for kid in node.kids:
            if isinstance(kid, tuple):
                continue
            if kid.kind == "TR":
                yield self._row(kid)
            elif kid.kind in _ROW_GROUPS:
                yield from self._rows(kid)
            else:
                # A caption, or what is no row: kept as a row of one cell.
                yield (self._cell(kid),)

    def _row(self, node: Tagged) -> TagRow:
        """The cells of a row; what stands beside them by mistake is of the one before it."""
        kids = [kid for kid in node.kids if isinstance(kid, Tagged)]
        cells = [kid for kid in kids if kid.kind in _CELLS] or kids
        parts: list[list[TagPart]] = [[] for _ in cells]
        at = 0
        for kid in kids:
            if at < len(cells) and kid is cells[at]:
                parts[at] += self.parts(kid)
                at += 1
            else:
                parts[max(at - 1, 0)] += self._block(kid, _Context())
        return tuple(_cell(cell, own) for cell, own in zip(cells, parts, strict=True))

    def _cell(self, node: Tagged) -> TagCell:
        return _cell(node, self.parts(node))

    def _item(self, node: Tagged, context: _Context) -> Iterator[TagPart]:
        """An item: its label and the first paragraph of its body are one."""
        label: list[PagedRun] = []
        body: list[Tagged | tuple[int, int]] = []
        for kid in node.kids:
            if isinstance(kid, Tagged) and kid.kind == "Lbl":
                label.extend(self._inline(kid))
            else:
                body.append(kid)
        inner = self.parts(replace(node, kids=tuple(body)), replace(context, heading=0))
        first = inner[0] if inner else None
        marker = lines_of_runs(label, self.maker)
        if isinstance(first, TagParagraph) and marker:
            lines = with_label(marker, first.lines)
            yield replace(first, runs=(*label, *first.runs), lines=lines)
        elif marker:
            yield TagParagraph(tuple(label), marker)
            yield from inner[:1]
        elif isinstance(first, TagParagraph):
            yield replace(first, is_item=True)
        else:
            yield from inner[:1]
        yield from inner[1:]

    def _inline(self, node: Tagged) -> list[PagedRun]:
        found: list[PagedRun] = []
        for kid in node.kids:
            found.extend(self._taken(kid) if isinstance(kid, tuple) else self._inline(kid))
        return found

    def _taken(self, content: tuple[int, int]) -> list[PagedRun]:
        return [(content[0], run) for run in self.runs.pop(content, ())]

    def _paragraph(self, runs: Sequence[PagedRun], context: _Context) -> Iterator[TagParagraph]:
        first, again = once(runs, self.maker.glyphs.chars)
        for page, run in again:
            self.artifacts.setdefault(page, []).append(run)
        lines = lines_of_runs(first, self.maker)
        if lines:
            heading, level, furniture = context.heading, context.level, context.furniture
            yield TagParagraph(tuple(first), lines, heading, level=level, furniture=furniture)


def _last(found: Sequence[TagPart], part: TagPart) -> int:
    """The place of the part that another one may go on with.

    A note may stand amid the paragraph that refers to it, which goes on behind it.
    """
    is_text = isinstance(part, TagParagraph) and not part.furniture
    at = len(found) - 1
    while is_text and at > 0 and _is_furniture(found[at]):
        at -= 1
    return at


def _is_furniture(part: TagPart) -> bool:
    return isinstance(part, TagParagraph) and bool(part.furniture)


def _cell(node: Tagged, parts: Iterable[TagPart]) -> TagCell:
    return TagCell(tuple(parts), node.colspan, node.rowspan, node.kind == "TH")


def _holds_blocks(node: Tagged) -> bool:
    return any(
        isinstance(kid, Tagged)
        and (kid.kind in _TEXT or kid.kind in ("Table", "L") or _holds_blocks(kid))
        for kid in node.kids
    )
