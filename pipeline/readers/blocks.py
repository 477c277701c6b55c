"""A tree of HTML elements to neutral blocks: paragraphs, list items, tables, furniture."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.core import heartbeat
from pipeline.document.model import (
    Block,
    Cell,
    Furniture,
    Heading,
    ListItem,
    PageEnd,
    Paragraph,
    Row,
    Table,
)
from pipeline.document.text import BOLD, Text, join
from pipeline.readers.divisions import Layout, Rows, rows_in
from pipeline.readers.elements import characters, descendants, elements_in, without
from pipeline.readers.letters import style_in
from pipeline.readers.markup import Characters, Element
from pipeline.readers.page_furniture import INSTEAD, furniture_kind
from pipeline.readers.source import Account
from pipeline.readers.text_builder import TextBuilder, TextFeed, feed_plain, text_of

_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_OWN_BLOCK = frozenset(
    "div section article main blockquote pre figure figcaption address center details summary "
    "fieldset header".split()
)
# What a style displays as a block; what is a table by its style alone is told by its parts.
_AS_BLOCKS = frozenset({"block", "flex", "grid", "flow-root", "list-item", "table"})
# What may hold rows of a table that is none by its element.
_LAID_OUT = _OWN_BLOCK | {"ul", "ol", "body", "html", "form", "#root"}
_NOT_SHOWN = frozenset("head script style template title".split())
# What stands in a cell, where a style makes one of it; the others are cells themselves.
_IN_CELLS = frozenset({"p", "span", "label", "strong", "b", "ul", "ol"})
_CELL, _OF_CELL = "#cell", "#content"
OPTIONS = "options that were not chosen"
# What is left out of a line of text does not end it.
_INLINE_FURNITURE = frozenset(INSTEAD) | {"span", "a", "del", "font", "label", "sup"}
# Google Docs nests no lists: the class of each ends in its level, counted from 0.
_DOCS_LIST = re.compile(r"\blst-kix_\w+-(\d)\b")
_WORD_LIST = re.compile(r"\blevel(\d+)\b")
# What marks items, as style sheets name it.
_NUMBERED = re.compile(r"\b(?:decimal|(?:lower|upper)-(?:alpha|latin|roman))")
_MARKERS = ("list-style-type", "list-style")
_ORDERED_MARKER = re.compile(r"^\(?(\d{1,3}|[A-Za-z]{1,4})[.)]?\)?$")


def blocks_of(
    root: Element, account: Account, feed: TextFeed = feed_plain, style: int = 0
) -> tuple[Block, ...]:
    """The blocks of a tree, in document order; `style` is that of all text in it."""
    walk = _Walk(account, feed)
    # Only outside cells may a line be a label; in Markdown and text its own reader knows lines.
    context = _Context(style, in_page=root.tag != _CELL and feed is feed_plain)
    walk.children(root, context)
    walk.flush(context)
    return tuple(walk.blocks)


def by_themselves(blocks: Iterable[Block]) -> list[Block]:
    """Blocks of which each paragraph is one of its own, whatever markup it holds."""
    return [replace(b, own_block=True) if isinstance(b, Paragraph) else b for b in blocks]


@dataclass(frozen=True, slots=True)
class _Context:
    style: int = 0
    own_block: bool = False
    in_list: str = ""
    level: int = 0
    inside_main: bool = False
    heading: int = 0
    in_page: bool = False


@dataclass(slots=True)
class _Item:
    """The list item that the next text belongs to."""

    level: int
    ordered: bool
    opens: bool
    number: int | None


class _Walk:
    def __init__(self, account: Account, feed: TextFeed) -> None:
        self.account = account
        self.feed = feed
        self.blocks: list[Block] = []
        self.buffer = TextBuilder(account)
        self.item: _Item | None = None
        self.definitions: Block | None = None
        self.layout = Layout(lambda part: not furniture_kind(part))
        # The list that the last item of a page that Word saved is of.
        self.word_list = ""

    def flush(self, context: _Context) -> None:
        """End the block under way."""
        text = self.buffer.take()
        if not text:
            return
        heartbeat.beat()
        if context.heading:
            self.blocks.append(Heading(context.heading, text))
        elif self.item is not None:
            item = self.item
            self.blocks.append(ListItem(text, item.level, item.ordered, item.opens, item.number))
            self.item = None
        else:
            parts = _title_and_text(text) if context.in_page else [text]
            self.blocks += [Paragraph(part, context.own_block, context.in_list) for part in parts]

    def children(self, element: Element, context: _Context) -> None:
        parts = self.layout.parts(element) if element.tag in _LAID_OUT else element.children
        for child in parts:
            if isinstance(child, Rows):
                self._rows(child.rows, context)
            elif isinstance(child, Characters):
                self.feed(self.buffer, child, context.style)
            else:
                self.element(child, context)

    def element(self, element: Element, context: _Context) -> None:
        """Take in an element: what is not shown or no content first, then by its tag."""
        if element.tag in _NOT_SHOWN:
            self._ignore(element)
        elif kind := furniture_kind(element, context.inside_main):
            self._furniture(element, context, kind)
        elif element.tag == "div" and _is_table_of_divisions(element, context):
            self._divisions(element, context)
        else:
            _handler(element)(self, element, context)

    def _inline(self, element: Element, context: _Context) -> None:
        self.children(element, replace(context, style=style_in(element, context.style)))

    def _rule(self, element: Element, context: _Context) -> None:
        self.flush(context)
        self._inline(element, context)

    def _table(self, element: Element, context: _Context) -> None:
        self.flush(context)
        self.blocks.append(_table(element, self.account, self.feed))
        self._stray(element, ["td", "th", "caption"])

    def _definitions(self, element: Element, context: _Context) -> None:
        self.flush(context)
        found = _definitions(element, self.account, self.feed)
        # A list for each term is one table, as one list of all terms is.
        if self.blocks and self.blocks[-1] is self.definitions:
            before = self.blocks.pop()
            found = Table((*before.rows, *found.rows)) if isinstance(before, Table) else found
        self.blocks.append(found)
        self.definitions = found
        self._stray(element, ["dt", "dd"])

    def _heading(self, element: Element, context: _Context) -> None:
        self._block(element, replace(context, heading=_HEADINGS[element.tag]))

    def _paragraph(self, element: Element, context: _Context) -> None:
        marker = _word_list_marker(element)
        if marker is None:
            self._own_block(element, context)
        else:
            self._word_item(element, marker, context)

    def _area(self, element: Element, context: _Context) -> None:
        """A field of several lines: its line ends are those that somebody typed."""
        for child in element.children:
            if isinstance(child, Element):
                self.element(child, context)
            else:
                styles = [context.style] * len(child.chars)
                self.buffer.typed(child.chars, child.offsets, styles)

    def _select(self, element: Element, context: _Context) -> None:
        """A field with a choice: what was chosen is text."""
        for option in (e for e in descendants(element) if e.tag == "option"):
            if "selected" in option.attributes:
                self._inline(option, context)
            elif text := text_of(option, self.account):
                self.blocks.append(Furniture(OPTIONS, text))

    def _line_break(self, element: Element, context: _Context) -> None:
        if element.style("page-break-before") == "always":
            self.flush(context)
            self.blocks.append(PageEnd())
        else:
            self.buffer.line_end(element.offset)

    def _block(self, element: Element, context: _Context) -> None:
        self.flush(replace(context, heading=0))
        self.children(element, replace(context, style=style_in(element, context.style)))
        self.flush(context)

    def _divisions(self, element: Element, context: _Context) -> None:
        self._rows(rows_in(element), context)

    def _rows(self, rows: list[list[Element]], context: _Context) -> None:
        self.flush(context)
        cells = (tuple(_cell(cell, self.account, self.feed) for cell in row) for row in rows)
        self.blocks.append(Table(tuple(map(Row, cells))))

    def _own_block(self, element: Element, context: _Context) -> None:
        # What stood loose before the block is a paragraph by itself.
        self.flush(context)
        inner = replace(
            context,
            style=style_in(element, context.style),
            own_block=True,
            inside_main=context.inside_main or element.tag in ("main", "article"),
        )
        self.children(element, inner)
        self.flush(inner)

    def _list(self, element: Element, context: _Context) -> None:
        self.flush(context)
        if any(isinstance(part, Rows) for part in self.layout.parts(element)):
            self.children(element, context)
            return
        items = [c for c in element.children if isinstance(c, Element) and c.tag == "li"]
        named = _DOCS_LIST.search(element.attributes.get("class") or "")
        level = max(context.level, int(named[1]) if named else 0) + 1
        inner = replace(context, level=level, own_block=False)
        if not items:
            self.children(element, replace(inner, in_list=element.tag))
            self.flush(replace(inner, in_list=element.tag))
            return
        ordered = _is_ordered(element, items[0])
        first = number = _whole_number(element.attributes.get("start"), 1)
        for child in element.children:
            if isinstance(child, Element) and child.tag == "li":
                self.flush(inner)
                opens = child is items[0]
                number = _whole_number(
                    child.attributes.get("value"), first if opens else number + 1
                )
                self.item = _Item(inner.level, ordered, opens, number if ordered else None)
                self.children(child, replace(inner, style=style_in(child, inner.style)))
                self.flush(inner)
                self.item = None
            elif isinstance(child, Element):
                self.element(child, inner)
            else:
                self.feed(self.buffer, child, inner.style)
        self.flush(inner)

    def _word_item(self, element: Element, marker: Element, context: _Context) -> None:
        """A list paragraph of a page that Word saved: the marker stands in a span of its own."""
        self.flush(context)
        named = element.style("mso-list")
        level = _WORD_LIST.search(named)
        # Of which list a paragraph is, its style says; its class tells of the space around it.
        of_list = _WORD_LIST.sub("", named)
        before = next((b for b in reversed(self.blocks) if not isinstance(b, Furniture)), None)
        opens = not isinstance(before, ListItem) or of_list != self.word_list
        self.word_list = of_list
        printed = text_of(marker, self.account)
        if printed:
            self.blocks.append(Furniture("list markers", printed))
        marked = _ORDERED_MARKER.match(printed.collapse().chars)
        # Word's second-level bullet is the letter o of Courier New.
        ordered = marked is not None and printed.chars != "o"
        number = int(marked[1]) if marked and marked[1].isdigit() else None
        self.item = _Item(int(level[1]) if level else 1, ordered, opens, number)
        inner = replace(context, style=style_in(element, context.style), own_block=True)
        self.children(without(element, marker), inner)
        self.flush(inner)
        self.item = None

    def _ignore(self, element: Element) -> None:
        for node in characters(element):
            for offset in node.offsets:
                self.account.markup(offset, offset + 1, "scripts and head")

    def _stray(self, element: Element, cells: list[str]) -> None:
        """Text inside a table but outside its cells: not valid, yet browsers show it."""
        for child in element.children:
            if isinstance(child, Characters):
                feed_plain(self.buffer, child, 0)
            elif child.tag in INSTEAD:
                self._furniture(child, _Context(), INSTEAD[child.tag])
            elif child.tag not in cells and child.tag not in _NOT_SHOWN:
                self._stray(child, cells)
        self.flush(_Context(own_block=True))

    def _furniture(self, element: Element, context: _Context, kind: str) -> None:
        if element.tag not in _INLINE_FURNITURE:
            self.flush(context)
        text = text_of(element, self.account)
        if text:
            self.blocks.append(Furniture(kind, text))


_Handler = Callable[[_Walk, Element, _Context], None]
_HANDLERS: dict[str, _Handler] = {
    **dict.fromkeys(_OWN_BLOCK, _Walk._own_block),
    **dict.fromkeys(_HEADINGS, _Walk._heading),
    "br": _Walk._line_break,
    "button": _Walk._own_block,
    "dl": _Walk._definitions,
    "hr": _Walk._rule,
    "ol": _Walk._list,
    "p": _Walk._paragraph,
    "select": _Walk._select,
    "table": _Walk._table,
    "textarea": _Walk._area,
    "ul": _Walk._list,
}
"""What each element becomes; one that is not listed is inline."""


def _handler(element: Element) -> _Handler:
    """What is made of an element: by its tag, but that a style makes lines of blocks and blocks of
    what stands in a line."""
    found = _HANDLERS.get(element.tag, _Walk._inline)
    display = element.style("display")
    if display == "inline" and found in (_Walk._own_block, _Walk._paragraph):
        return _Walk._inline
    if display in _AS_BLOCKS and found is _Walk._inline and element.tag != _OF_CELL:
        return _Walk._own_block
    return found


def _title_and_text(text: Text) -> list[Text]:
    """A bold line and the text that a line break parts from it, where it has both."""
    first, _, rest = text.chars.partition("\n")
    title, below = text[: len(first)], text[len(first) :].strip()
    is_title = bool(rest.strip()) and title.all_styled(BOLD) and not below.styled_prefix(BOLD)
    return [title, below] if is_title else [text]


def _is_ordered(element: Element, item: Element) -> bool:
    """Whether a list is numbered: by its element, or by what a style marks its items with."""
    styles = (one.style(name) for one in (item, element) for name in _MARKERS)
    return element.tag == "ol" or _NUMBERED.search(next(filter(None, styles), "")) is not None


def _is_table_of_divisions(element: Element, context: _Context) -> bool:
    """Whether an element is a table made of `div` elements, and none of its parts is furniture."""
    rows = rows_in(element)
    parts = [part for cells in rows for part in cells] + list(elements_in(element))
    return bool(rows) and not any(furniture_kind(part, context.inside_main) for part in parts)


def _word_list_marker(element: Element) -> Element | None:
    """The span with the marker of a Word list paragraph."""
    if not element.style("mso-list"):
        return None
    for descendant in descendants(element):
        if descendant.style("mso-list") == "ignore":
            return descendant
    return None


def _table(element: Element, account: Account, feed: TextFeed) -> Table:
    rows: list[Row] = []
    captions: list[Text] = []
    loose: list[Cell] = []

    def end_loose_row() -> None:
        # Cells without a row are not valid, yet browsers show them as one.
        if loose:
            rows.append(Row(tuple(loose)))
            loose.clear()

    def walk(node: Element) -> None:
        for child in node.children:
            if not isinstance(child, Element) or child.tag in _NOT_SHOWN:
                continue
            if child.tag in ("td", "th"):
                loose.append(_cell(child, account, feed))
                continue
            end_loose_row()
            if child.tag == "tr":
                rows.append(Row(tuple(_cell(c, account, feed) for c in _cells(child))))
            elif child.tag == "caption":
                captions.append(text_of(child, account))
            else:
                walk(child)
        end_loose_row()

    walk(element)
    return Table(tuple(rows), join(captions))


def _cells(row: Element) -> Iterator[Element]:
    """The cells of a row, also those that stand in an element that has no place there."""
    for child in row.children:
        if isinstance(child, Element):
            if child.tag in ("td", "th"):
                yield child
            elif child.tag != "table":
                yield from _cells(child)


def _cell(element: Element, account: Account, feed: TextFeed) -> Cell:
    heartbeat.beat()
    return Cell(
        blocks_of(_cell_content(element), account, feed),
        _span(element, "colspan"),
        _span(element, "rowspan"),
        element.tag == "th",
    )


def _cell_content(cell: Element) -> Element:
    """The cell as a root: what hides a cell or styles it goes for its content."""
    whole = cell if cell.tag in _IN_CELLS else replace(cell, tag=_OF_CELL)
    return Element(_CELL, {}, [whole])


def _span(cell: Element, name: str) -> int:
    """A column or row span; the HTML standard caps them at 1000 and 65534, no profile at 100."""
    return min(max(_whole_number(cell.attributes.get(name), 1), 1), 100)


def _whole_number(written: str | None, otherwise: int) -> int:
    digits = (written or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() else otherwise


def _definitions(element: Element, account: Account, feed: TextFeed) -> Table:
    """A definition list as a table of two columns: term, and all its definitions."""
    rows: list[Row] = []
    term: Cell | None = None
    blocks: list[Block] = []

    def close() -> None:
        if term is not None or blocks:
            rows.append(Row((term or Cell(), Cell(tuple(blocks)))))

    def walk(node: Element) -> None:
        nonlocal term, blocks
        for child in node.children:
            if not isinstance(child, Element):
                continue
            if child.tag == "dt":
                close()
                term, blocks = Cell(blocks_of(_cell_content(child), account, feed), header=True), []
            elif child.tag == "dd":
                blocks.extend(by_themselves(blocks_of(_cell_content(child), account, feed)))
            else:
                walk(child)

    walk(element)
    close()
    return Table(tuple(rows))
