"""HTML source to a small tree in which every character knows its offset.

The tokens are our own (lxml and html5lib tell a line at most, and the trace needs columns; the
standard library's parser loses text where a quote or an end is missing, in another way in each
version). The tree follows the HTML standard where
profiles need it: void elements, end tags that may be left out, tables.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from pipeline.core import heartbeat, signs
from pipeline.core.errors import DocumentError
from pipeline.readers.source import Account
from pipeline.readers.tokens import ELEMENTS, RAW, RAW_TEXT, Token, tokens

_VOID = frozenset(
    "area base br col embed frame hr img input link meta param source track wbr".split()
)
_RAW = frozenset("script style template noscript title svg math".split())
# Fields of a form that show nothing of their value, or a picture of it, or a caption of their own.
_SHOW_NO_VALUE = frozenset(
    "hidden password submit button reset image file range color checkbox radio".split()
)
_BOXES = frozenset({"checkbox", "radio"})
# What they hold is not shown either, wherever it ends.
_HIDING = frozenset({"iframe", "object"})
_IN_HEAD = frozenset("base link meta noscript script style template title".split())
_REFERENCE = re.compile(r"&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);?")
# The ampersand of a reference was written as a reference, once or more often.
_ESCAPED_TWICE = re.compile(r"&amp;(?:amp;)*((?:#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);)")
# An opening tag ends these open elements, as far as the nearest boundary (HTML standard, 13.2.6).
_CLOSED_BY = {
    "li": {"li", "p"},
    "dt": {"dt", "dd", "p"},
    "dd": {"dt", "dd", "p"},
    "tr": {"tr", "td", "th", "caption", "colgroup"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "thead": {"tr", "td", "th", "tbody", "tfoot", "caption", "colgroup"},
    "tbody": {"tr", "td", "th", "thead", "tbody", "tfoot", "caption", "colgroup"},
    "tfoot": {"tr", "td", "th", "thead", "tbody", "caption", "colgroup"},
    "option": {"option"},
}
_BOUNDARY = {
    "li": {"ul", "ol", "td", "th", "table"},
    "dt": {"dl", "td", "th", "table"},
    "dd": {"dl", "td", "th", "table"},
}
_TABLE_PARTS = frozenset({"tr", "td", "th", "thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th", "caption"})
_CLOSES_PARAGRAPH = frozenset(
    "address article aside blockquote center details div dl fieldset figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul li dt dd".split()
)
# Of these a page has as many as it is long.
_BLOCKS = _CLOSES_PARAGRAPH | _TABLE_PARTS | {"br"}
_PARAGRAPH_BOUNDARY = frozenset("td th table caption li body div section object".split())
ESCAPED_TWICE = "a character reference was escaped twice"
# A profile nests some ten deep; a hundred times that is no profile.
_MAX_DEPTH = 256


@dataclass(slots=True)
class Characters:
    """A stretch of text: the characters and the source offset of each."""

    chars: str
    offsets: list[int]


@dataclass(slots=True)
class Element:
    """An element with its attributes (names in lower case) and children in order.

    `aside` is the kind of what is no content, where the page as a whole shows that; `is_content`
    that it is content, whatever its name or its state says. `declared` is what the style sheets of
    the page say of it, `forced` of that what its own style does not change; `raw` the content of
    an element that has no markup in it.
    """

    tag: str
    attributes: dict[str, str]
    children: list[Element | Characters] = field(default_factory=list)
    offset: int = 0
    aside: str = ""
    is_content: bool = False
    declared: dict[str, str] = field(default_factory=dict)
    forced: set[str] = field(default_factory=set)
    raw: str = ""

    def style(self, name: str) -> str:
        """The value of a property of its style, in lower case; empty where not set."""
        if name in self.forced:
            return self.declared[name]
        for declaration in self.attributes.get("style", "").split(";"):
            key, _, value = declaration.partition(":")
            if key.strip().lower() == name:
                return " ".join(value.split()).lower()
        return self.declared.get(name, "")


def parse(source: str, account: Account, start: int = 0, end: int | None = None) -> Element:
    """The tree of the source from start to end, under a root element named `#root`.

    Everything that is no text is entered in the account. Raises DocumentError
    BCP108 where elements nest deeper than the limit.
    """
    builder = _TreeBuilder(source, account, start, len(source) if end is None else end)
    return builder.build()


class _TreeBuilder:
    def __init__(self, source: str, account: Account, start: int, end: int) -> None:
        self._source = source[start:end]
        self._account = account
        self._start = start
        self._root = Element("#root", {}, offset=start)
        self._open = [self._root]
        self._endless: set[str] = set()
        self._last: Element | None = None

    def build(self) -> Element:
        for token in tokens(self._source, self._fault):
            if token.kind == "text":
                self._text(token.start, token.end)
                continue
            kind = "scripts and head" if token.kind == "raw" else "tags"
            self._account.markup(self._start + token.start, self._start + token.end, kind)
            if token.kind == "raw" and self._last is not None:
                self._last.raw = self._source[token.start : token.end]
            elif token.kind == "start":
                self._start_tag(token)
            elif token.kind == "end":
                self._end_tag(token.name)
        return self._root

    def _fault(self, at: int, message: str) -> None:
        self._account.faults.setdefault(self._start + at, ("BCP109", message))

    def _start_tag(self, token: Token) -> None:
        tag = token.name
        # In what is no markup only an element of its own name matters: it has an end as well.
        if self._inside_raw() and (tag != self._open[-1].tag or token.closes_itself):
            return
        if tag in _BLOCKS:
            heartbeat.beat()
        self._close_for(tag)
        element = Element(tag, token.attributes, offset=self._start + token.start)
        self._open[-1].children.append(element)
        self._last = element
        if tag == "input":
            self._field(element, token)
        if tag in _VOID or tag in RAW_TEXT - {"textarea"} or self._ends_at_once(token):
            return
        self._open.append(element)
        if len(self._open) > _MAX_DEPTH:
            line = self._account.text.count("\n", 0, element.offset) + 1
            raise DocumentError(
                "BCP108", f"elements nest deeper than {_MAX_DEPTH} at line {line}", line
            )

    def _field(self, element: Element, token: Token) -> None:
        """What a field of a form shows: its value, or a box that is ticked or open."""
        kind = token.attributes.get("type", "").strip().lower()
        if kind in _BOXES:
            sign = signs.BOX_TICKED if "checked" in token.attributes else signs.BOX_OPEN
            element.children.append(Characters(sign, [element.offset]))
        elif kind not in _SHOW_NO_VALUE:
            self._open.append(element)
            self._text(*token.value)
            self._open.pop()

    def _ends_at_once(self, token: Token) -> bool:
        """Whether an element has no content: it says so where it may, or would never end."""
        # In HTML a slash does not close an element; in the XML parts that Word writes
        # (names with a colon) and in drawings it does.
        if token.closes_itself and (":" in token.name or token.name in _RAW):
            return True
        if token.name not in _RAW | _HIDING:
            return False
        if token.name not in self._endless:
            end = re.compile(rf"</{re.escape(token.name)}[\s/>]", re.IGNORECASE)
            if end.search(self._source, token.end):
                return False
            self._endless.add(token.name)
        self._fault(token.start, RAW)
        return True

    def _end_tag(self, tag: str) -> None:
        if self._inside_raw() and tag != self._open[-1].tag:
            return
        barrier = {"td", "th", "table"} - {tag} if tag not in _TABLE_PARTS | {"table"} else set()
        for depth in range(len(self._open) - 1, 0, -1):
            name = self._open[depth].tag
            if name == tag:
                del self._open[depth:]
                return
            if name in barrier or (name == "table" and tag in _TABLE_PARTS):
                return

    def _text(self, start: int, end: int) -> None:
        at = start
        while found := _REFERENCE.search(self._source, at, end):
            self._plain(at, found.start())
            written = self._escaped_twice(found.start(), end) or found[0]
            self._reference(written, self._start + found.start())
            at = found.start() + len(written)
        self._plain(at, end)

    def _escaped_twice(self, at: int, end: int) -> str:
        """The reference at a place whose ampersand was escaped as well: nobody means to show it."""
        found = _ESCAPED_TWICE.match(self._source, at, end)
        if found is None or html.unescape(f"&{found[1]}") == f"&{found[1]}":
            return ""
        self._account.faults.setdefault(self._start + at, ("BCP111", ESCAPED_TWICE))
        return found[0]

    def _plain(self, start: int, end: int) -> None:
        if start < end:
            offsets = list(range(self._start + start, self._start + end))
            self._append(self._source[start:end], offsets, self._start + end)

    def _reference(self, written: str, start: int) -> None:
        end = start + len(written)
        chars = html.unescape(_ESCAPED_TWICE.sub(r"&\1", written))
        if not chars:
            # A number that HTML forbids: browsers show nothing.
            self._account.markup(start, end, "control characters")
            return
        if len(chars) > 1 and chars.startswith("&"):
            # Not a reference: a bare ampersand in running text.
            self._append(chars, list(range(start, start + len(chars))), end)
            return
        self._account.reference_ends[start] = end
        self._append(chars, [start] * len(chars), end)

    def _append(self, chars: str, offsets: list[int], end: int) -> None:
        if self._open[-1].tag == "head" and not chars.isspace():
            self._open.pop()
        whole = range(offsets[0], end)
        kept = {o for o, c in zip(offsets, chars, strict=True) if not c.isspace()}
        for offset in whole:
            if offset not in kept:
                self._account.markup(offset, offset + 1, "character references")
        children = self._open[-1].children
        if children and isinstance(children[-1], Characters):
            children[-1].chars += chars
            children[-1].offsets.extend(offsets)
        else:
            children.append(Characters(chars, offsets))

    # Elements that end without an end tag.

    def _inside_raw(self) -> bool:
        return self._open[-1].tag in _RAW

    def _close_for(self, tag: str) -> None:
        if self._open[-1].tag == "head" and tag in ELEMENTS - _IN_HEAD:
            self._open.pop()
        if tag in _CLOSES_PARAGRAPH:
            self._close_up_to({"p"}, _PARAGRAPH_BOUNDARY)
        if tag == "table":
            # In a table, yet in none of its cells: it ends there (HTML standard, 13.2.6.4.9).
            self._close_up_to({"table"}, _CELLS)
        if tag in _CLOSED_BY:
            self._close_up_to(_CLOSED_BY[tag], frozenset(_BOUNDARY.get(tag, {"table"})))

    def _close_up_to(self, tags: set[str], boundary: frozenset[str]) -> None:
        cut = None
        for depth in range(len(self._open) - 1, 0, -1):
            name = self._open[depth].tag
            if name in tags:
                cut = depth
            elif name in boundary:
                break
        if cut is not None:
            del self._open[cut:]
