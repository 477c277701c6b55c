"""A tree of HTML elements to neutral blocks: paragraphs, list items, tables, furniture."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from pipeline.core import heartbeat, signs
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
from pipeline.document.text import BOLD, ITALIC, Text, join
from pipeline.readers.asides import RAISED, STRUCK
from pipeline.readers.divisions import Layout, Rows, rows_in
from pipeline.readers.left_out import DELETED, DRAWN, HIDDEN, SCRIPTLESS
from pipeline.readers.markup import Characters, Element
from pipeline.readers.source import Account

_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_OWN_BLOCK = frozenset(
    "div section article main blockquote pre figure figcaption address center details summary "
    "fieldset header".split()
)
# What a style displays as a block; what is a table by its style alone is told by its parts.
_AS_BLOCKS = frozenset({"block", "flex", "grid", "flow-root", "list-item", "table"})
# What may hold rows of a table that is none by its element.
_LAID_OUT = _OWN_BLOCK | {"ul", "ol", "body", "html", "form", "#root"}
_BOLD_TAGS = frozenset({"b", "strong"})
_ITALIC_TAGS = frozenset({"i", "em", "cite", "dfn", "var"})
_NAVIGATION_TAGS = frozenset({"nav", "footer", "aside", "form", "button", "datalist", "dialog"})
_NAVIGATION_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "dialog", "search", "complementary"}
)
# What content managers call the parts of a page that are not its article.
_NAVIGATION_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|breadcrumbs?|pagination|pager|skip-?link|cookies?|"
    r"deel|delen|deelknoppen|kruimelpad|paginering|back-to-top|toolbar|site-header|site-footer|sidebar|related-links)(?:$|[\s_-])"
)
_NOT_SHOWN = frozenset("head script style template title".split())
# What stands in for something else, or in a picture: told, for it may be all that there is.
_INSTEAD = {
    "noscript": SCRIPTLESS,
    "iframe": HIDDEN,
    "object": HIDDEN,
    "svg": DRAWN,
    "math": DRAWN,
}
# What stands in a cell, where a style makes one of it; the others are cells themselves.
_IN_CELLS = frozenset({"p", "span", "label", "strong", "b", "ul", "ol"})
_CELL, _OF_CELL = "#cell", "#content"
OPTIONS = "options that were not chosen"
# What is left out of a line of text does not end it.
_INLINE_FURNITURE = frozenset(_INSTEAD) | {"span", "a", "del", "font", "label", "sup"}
# What is not taken over as it is: white space in a row, invisible, combined and joined letters.
_NEEDS_CARE = re.compile(
    rf"[{signs.LAYOUT_CONTROLS}{signs.INVISIBLE}{signs.COMBINING}{''.join(signs.LIGATURES)}]|  "
)
_WORD_LIST = re.compile(r"\blevel(\d+)\b")
# What marks items, as style sheets name it.
_NUMBERED = re.compile(r"\b(?:decimal|(?:lower|upper)-(?:alpha|latin|roman))")
_MARKERS = ("list-style-type", "list-style")
_ORDERED_MARKER = re.compile(r"^\(?(\d{1,3}|[A-Za-z]{1,4})[.)]?\)?$")


@dataclass(slots=True)
class TextBuilder:
    """Collects characters into one Text; HTML white space is collapsed as it comes in."""

    account: Account
    chars: list[str] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)
    styles: bytearray = field(default_factory=bytearray)

    def add(self, char: str, offset: int, style: int) -> None:
        """Append one character of the source, normalised (NFC, ligatures split)."""
        if char in " \t\n\r\f":
            if self.chars and self.chars[-1] not in " \n":
                self._put(" ", offset, style)
        elif char in signs.INVISIBLE:
            self.account.markup(offset, offset + 1, "invisible characters")
        elif unicodedata.combining(char) and self._composed(char):
            self.account.markup(offset, offset + 1, "combining marks")
            self.account.reference_ends[self.origins[-1]] = offset + 1
        else:
            for part in signs.LIGATURES.get(char, char):
                self._put(part, offset, style)

    def extend(self, chars: str, offset: int, style: int) -> None:
        """Append characters that follow each other in the source."""
        start = 0
        if chars[:1] == " ":
            self.add(" ", offset, style)
            start = 1
        if _NEEDS_CARE.search(chars, start):
            for n in range(start, len(chars)):
                self.add(chars[n], offset + n, style)
        else:
            self.chars.extend(chars[start:])
            self.origins.extend(range(offset + start, offset + len(chars)))
            self.styles.extend(bytes((style,)) * (len(chars) - start))

    def line_end(self, offset: int) -> None:
        """Append a line end."""
        while self.chars and self.chars[-1] == " ":
            self._drop()
        self._put("\n", offset, 0)

    def take(self) -> Text:
        """The text so far, without white space at its ends; the builder is empty after it."""
        text = Text("".join(self.chars), tuple(self.origins), bytes(self.styles)).strip()
        self.chars, self.origins, self.styles = [], [], bytearray()
        return text

    def _put(self, char: str, offset: int, style: int) -> None:
        self.chars.append(char)
        self.origins.append(offset)
        self.styles.append(style)

    def _drop(self) -> None:
        self.chars.pop()
        self.origins.pop()
        self.styles.pop()

    def _composed(self, mark: str) -> bool:
        if not self.chars:
            return False
        whole = unicodedata.normalize("NFC", self.chars[-1] + mark)
        if len(whole) != 1:
            return False
        self.chars[-1] = whole
        return True


TextFeed = Callable[[TextBuilder, Characters, int], None]
"""Feeds the characters of one text node, in a style, to a builder (Markdown has its own)."""


def feed_plain(builder: TextBuilder, node: Characters, style: int) -> None:
    """HTML text: each character as it is."""
    for char, offset in zip(node.chars, node.offsets, strict=True):
        builder.add(char, offset, style)


def blocks_of(root: Element, account: Account, feed: TextFeed = feed_plain) -> tuple[Block, ...]:
    """The blocks of a tree, in document order."""
    walk = _Walk(account, feed)
    # Only outside cells may a line be a label; in Markdown and text its own reader knows lines.
    context = _Context(in_page=root.tag != _CELL and feed is feed_plain)
    walk.children(root, context)
    walk.flush(context)
    return tuple(walk.blocks)


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
        self.layout = Layout(lambda part: not _furniture_kind(part, _Context()))
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
        elif kind := _furniture_kind(element, context):
            self._furniture(element, context, kind)
        elif element.tag == "div" and _is_table_of_divisions(element, context):
            self._divisions(element, context)
        else:
            _handler(element)(self, element, context)

    def _inline(self, element: Element, context: _Context) -> None:
        self.children(element, replace(context, style=_style(element, context.style)))

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
                continue
            for char, offset in zip(child.chars, child.offsets, strict=True):
                if char == "\n":
                    self.buffer.line_end(offset)
                else:
                    self.buffer.add(char, offset, context.style)

    def _select(self, element: Element, context: _Context) -> None:
        """A field with a choice: what was chosen is text."""
        for option in (e for e in _descendants(element) if e.tag == "option"):
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
        self.children(element, replace(context, style=_style(element, context.style)))
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
            style=_style(element, context.style),
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
        inner = replace(context, level=context.level + 1, own_block=False)
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
                self.children(child, replace(inner, style=_style(child, inner.style)))
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
        inner = replace(context, style=_style(element, context.style), own_block=True)
        self.children(_without(element, marker), inner)
        self.flush(inner)
        self.item = None

    def _ignore(self, element: Element) -> None:
        for node in _characters(element):
            for offset in node.offsets:
                self.account.markup(offset, offset + 1, "scripts and head")

    def _stray(self, element: Element, cells: list[str]) -> None:
        """Text inside a table but outside its cells: not valid, yet browsers show it."""
        for child in element.children:
            if isinstance(child, Characters):
                feed_plain(self.buffer, child, 0)
            elif child.tag in _INSTEAD:
                self._furniture(child, _Context(), _INSTEAD[child.tag])
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


def _furniture_kind(element: Element, context: _Context) -> str:
    """Why the element's text is no content; empty where it is."""
    if element.aside:
        return element.aside
    attributes = element.attributes
    hidden = element.style("display") == "none" or element.style("visibility") == "hidden"
    hidden = hidden or "hidden" in attributes or element.style("mso-hide") == "all"
    if hidden and not element.is_content:
        return "navigation" if _is_links(element) else HIDDEN
    if element.tag in _INSTEAD:
        return _INSTEAD[element.tag]
    if element.tag == "del" or (element.tag == "span" and "msodel" in _classes(element)):
        return DELETED
    if not element.is_content and _is_navigation(element, context):
        return "navigation"
    if any(name.startswith("msotoc") for name in _classes(element)):
        return "table of contents"
    return ""


def _is_navigation(element: Element, context: _Context) -> bool:
    """Whether an element is a part of the page around its article."""
    attributes = element.attributes
    if element.tag in _NAVIGATION_TAGS or attributes.get("role", "") in _NAVIGATION_ROLES:
        return True
    if _NAVIGATION_CLASSES.search(" ".join(_classes(element))) or _is_jump(element):
        return True
    if element.tag == "header" and not context.inside_main and not _find(element, "table"):
        return _find(element, "h1") is None
    return False


def _is_links(element: Element) -> bool:
    """Whether an element holds text, and all of it in links and buttons: a menu."""
    linked = {
        id(node)
        for link in _descendants(element)
        if link.tag in ("a", "button")
        for node in _characters(link)
    }
    shown = [node for node in _characters(element) if node.chars.strip()]
    return bool(shown) and all(id(node) in linked for node in shown)


def _is_jump(element: Element) -> bool:
    """A block that holds nothing but a link within the page (`Terug naar boven`)."""
    if element.tag not in ("p", "div"):
        return False
    links = [e for e in _descendants(element) if e.tag == "a"]
    if len(links) != 1 or not links[0].attributes.get("href", "").startswith("#"):
        return False
    if links[0].attributes["href"].lower().startswith(("#_", "#fn", "#note")):
        # Bookmarks and notes of word processors are marks in running text.
        return False
    inside = sum(len(node.chars.strip()) for node in _characters(links[0]))
    whole = sum(len(node.chars.strip()) for node in _characters(element))
    return inside == whole > 0


def _classes(element: Element) -> list[str]:
    return element.attributes.get("class", "").lower().split()


def _style(element: Element, style: int) -> int:
    """The text style inside an element."""
    if element.tag in _BOLD_TAGS:
        style |= BOLD
    if element.tag in _ITALIC_TAGS:
        style |= ITALIC
    if element.tag == "sup" or element.style("vertical-align") == "super":
        style |= RAISED
    if _is_struck(element):
        style |= STRUCK
    font = element.style("font").split()
    weight = element.style("font-weight") or next(filter(_is_weight, font), "")
    if weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600):
        style |= BOLD
    elif weight == "normal" or weight.isdigit():
        style &= ~BOLD
    slant = element.style("font-style") or next(filter(_is_slant, font), "")
    if slant.startswith(("italic", "oblique")):
        style |= ITALIC
    elif slant == "normal":
        style &= ~ITALIC
    return style


def _title_and_text(text: Text) -> list[Text]:
    """A bold line and the text that a line break parts from it, where it has both."""
    first, _, rest = text.chars.partition("\n")
    title, below = text[: len(first)], text[len(first) :].strip()
    is_title = bool(rest.strip()) and title.all_styled(BOLD) and not below.styled_prefix(BOLD)
    return [title, below] if is_title else [text]


def _is_weight(word: str) -> bool:
    return word in ("bold", "bolder") or (word.isdigit() and len(word) == 3)


def _is_slant(word: str) -> bool:
    return word in ("italic", "oblique")


def _is_struck(element: Element) -> bool:
    drawn = element.style("text-decoration") or element.style("text-decoration-line")
    return "line-through" in drawn or (element.tag in ("s", "strike") and drawn != "none")


def _is_ordered(element: Element, item: Element) -> bool:
    """Whether a list is numbered: by its element, or by what a style marks its items with."""
    styles = (one.style(name) for one in (item, element) for name in _MARKERS)
    return element.tag == "ol" or _NUMBERED.search(next(filter(None, styles), "")) is not None


def _is_table_of_divisions(element: Element, context: _Context) -> bool:
    """Whether an element is a table made of `div` elements, and none of its parts is furniture."""
    rows = rows_in(element)
    parts = [part for cells in rows for part in cells] + list(_elements(element))
    return bool(rows) and not any(_furniture_kind(part, context) for part in parts)


def _word_list_marker(element: Element) -> Element | None:
    """The span with the marker of a Word list paragraph."""
    if not element.style("mso-list"):
        return None
    for descendant in _descendants(element):
        if descendant.style("mso-list") == "ignore":
            return descendant
    return None


def _without(element: Element, removed: Element) -> Element:
    children = [
        child if isinstance(child, Characters) else _without(child, removed)
        for child in element.children
        if child is not removed
    ]
    return replace(element, children=children)


def _elements(element: Element) -> Iterator[Element]:
    return (child for child in element.children if isinstance(child, Element))


def _descendants(element: Element) -> list[Element]:
    found: list[Element] = []
    for child in element.children:
        if isinstance(child, Element):
            found.append(child)
            found.extend(_descendants(child))
    return found


def _characters(element: Element) -> list[Characters]:
    found: list[Characters] = []
    for child in element.children:
        found.extend([child] if isinstance(child, Characters) else _characters(child))
    return found


def _find(element: Element, tag: str) -> Element | None:
    return next((e for e in _descendants(element) if e.tag == tag), None)


def find_main(root: Element) -> Element | None:
    """The element that a page declares as its main content."""
    for element in _descendants(root):
        if element.tag == "main" or element.attributes.get("role") == "main":
            return element
    return None


def text_of(element: Element, account: Account) -> Text:
    """All text of an element as one stretch, whatever its blocks."""
    builder = TextBuilder(account)
    for node in _characters(element):
        feed_plain(builder, node, 0)
        builder.add(" ", node.offsets[-1], 0)
    return builder.take()


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
                blocks.extend(
                    replace(b, own_block=True) if isinstance(b, Paragraph) else b
                    for b in blocks_of(_cell_content(child), account, feed)
                )
            else:
                walk(child)

    walk(element)
    close()
    return Table(tuple(rows))
