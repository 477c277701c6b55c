"""HTML source to a small tree in which every character knows its offset.

The tokens are those of the standard library's parser, the one parser at hand
that tells line and column of text as well as of tags (lxml and html5lib tell a
line at most, and the trace needs columns). The tree follows the HTML standard where
profiles need it: void elements, end tags that may be left out, tables.
"""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from html.parser import HTMLParser

from pipeline.core.errors import DocumentError
from pipeline.readers.source import Account

_VOID = frozenset(
    "area base br col embed frame hr img input link meta param source track wbr".split()
)
_RAW = frozenset("script style template noscript textarea title svg math".split())
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
_CLOSES_PARAGRAPH = frozenset(
    "address article aside blockquote center details div dl fieldset figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul li dt dd".split()
)
_PARAGRAPH_BOUNDARY = frozenset({"td", "th", "table", "caption", "li", "body", "div", "section"})
# A profile nests some ten deep; a hundred times that is no profile.
_MAX_DEPTH = 256


@dataclass(slots=True)
class Characters:
    """A stretch of text: the characters and the source offset of each."""

    chars: str
    offsets: list[int]


@dataclass(slots=True)
class Element:
    """An element with its attributes (names in lower case) and children in order."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | Characters] = field(default_factory=list)
    offset: int = 0

    def style(self, name: str) -> str:
        """The value of a property of the style attribute, in lower case; empty where not set."""
        for declaration in self.attributes.get("style", "").split(";"):
            key, _, value = declaration.partition(":")
            if key.strip().lower() == name:
                return " ".join(value.split()).lower()
        return ""


def parse(source: str, account: Account, start: int = 0, end: int | None = None) -> Element:
    """The tree of the source from start to end, under a root element named `#root`.

    Everything that is no text is entered in the account. Raises DocumentError
    BCP108 where elements nest deeper than the limit.
    """
    builder = _TreeBuilder(source, account, start, len(source) if end is None else end)
    return builder.build()


class _TreeBuilder(HTMLParser):
    def __init__(self, source: str, account: Account, start: int, end: int) -> None:
        super().__init__(convert_charrefs=False)
        self._account = account
        self._start = start
        self._end = end
        self._first_line = source.count("\n", 0, start) + 1
        self._fragment = source[start:end]
        self._line_starts = [0]
        self._line_starts.extend(n + 1 for n, c in enumerate(self._fragment) if c == "\n")
        self._root = Element("#root", {}, offset=start)
        self._open = [self._root]
        self._last_text_end = start

    def build(self) -> Element:
        # The parser drops the sign of a reference that the input ends in (`R&D`), so
        # that the input must not end there.
        self.feed(f"{self._fragment}\n")
        self.close()
        self._markup_until(self._end)
        return self._root

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._start + self._line_starts[line - 1] + column

    def _markup_until(self, offset: int) -> None:
        """Enter what stands between two texts as tags; what is none stays unaccounted for."""
        first = self._fragment.find("<", self._last_text_end - self._start, offset - self._start)
        if first >= 0:
            self._account.markup(self._start + first, offset, "tags")

    # Tokens, in the order of the source.

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._inside_raw():
            return
        self._close_for(tag)
        element = Element(tag, {k: v or "" for k, v in attrs}, offset=self._offset())
        self._open[-1].children.append(element)
        if tag in _VOID:
            return
        self._open.append(element)
        if len(self._open) > _MAX_DEPTH:
            line = self._first_line + self.getpos()[0] - 1
            raise DocumentError(
                "BCP108", f"elements nest deeper than {_MAX_DEPTH} at line {line}", line
            )

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        # In HTML a slash does not close an element; in the XML parts that Word writes
        # (names with a colon) it does.
        if ":" in tag and self._open[-1].tag == tag:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        barrier = {"td", "th", "table"} - {tag} if tag not in _TABLE_PARTS | {"table"} else set()
        for depth in range(len(self._open) - 1, 0, -1):
            name = self._open[depth].tag
            if name == tag:
                del self._open[depth:]
                return
            if name in barrier or (name == "table" and tag in _TABLE_PARTS):
                return

    def handle_data(self, data: str) -> None:
        start = self._offset()
        end = min(start + len(data), self._end)
        if end > start:
            self._append(data[: end - start], list(range(start, end)), end)

    def handle_entityref(self, name: str) -> None:
        self._reference("&" + name)

    def handle_charref(self, name: str) -> None:
        self._reference("&#" + name)

    def _reference(self, written: str) -> None:
        start = self._offset()
        end = start + len(written)
        if self._fragment[end - self._start : end - self._start + 1] == ";":
            written, end = written + ";", end + 1
        chars = html.unescape(written)
        if not chars:
            # A number that HTML forbids: browsers show nothing.
            self._markup_until(start)
            self._account.markup(start, end, "control characters")
            self._last_text_end = end
            return
        if len(chars) > 1 and chars.startswith("&"):
            # Not a reference: a bare ampersand in running text.
            self._append(chars, list(range(start, start + len(chars))), end)
            return
        self._account.reference_ends[start] = end
        self._append(chars, [start] * len(chars), end)

    def _append(self, chars: str, offsets: list[int], end: int) -> None:
        self._markup_until(offsets[0] if offsets else end)
        self._last_text_end = end
        if self._inside_raw():
            self._account.markup(offsets[0], end, "scripts and head")
            return
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
        return any(element.tag in _RAW for element in self._open)

    def _close_for(self, tag: str) -> None:
        if tag in _CLOSES_PARAGRAPH:
            self._close_up_to({"p"}, _PARAGRAPH_BOUNDARY)
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
