"""HTML source to tokens that cover it without a gap: text, tags, and what shows nothing.

The HTML standard's tokens, but where a quote, a bracket or an end tag is missing: there the
standard takes the text that follows for part of a tag, a comment or a script. Here the tag ends
where its author meant it to, as far as that can be told, and a fault names the place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from typing import Literal

Kind = Literal["text", "start", "end", "raw", "none"]
Fault = Callable[[int, str], None]
"""Takes note of what is amiss at an offset."""

QUOTE = "the quote of an attribute is never closed: the tag was ended at its first bracket"
BRACKET = "a tag is never closed: what is no attribute was read as text"
COMMENT = "a comment is never closed, or holds another one"
SECTION = "a section of bare characters (CDATA), which a browser passes over, was read as text"
RAW = "an element whose content is not shown is never closed, or holds another one"

# Elements of the HTML standard, and those that older pages have.
ELEMENTS = frozenset(
    "a abbr acronym address applet area article aside audio b base bdi bdo big blockquote body br "
    "button canvas caption center cite code col colgroup data datalist dd del details dfn dialog "
    "dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 "
    "h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map "
    "mark menu meta meter nav nobr noframes noscript object ol optgroup option output p param "
    "picture pre progress q rp rt ruby s samp script search section select small source span "
    "strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time "
    "title tr track tt u ul var video wbr".split()
)
# Their content is no markup, up to their end tag.
RAW_TEXT = frozenset({"script", "style", "textarea", "title"})

_TAG_NAME = re.compile(r"[A-Za-z][^\s/<>\"'=]*")
_END_TAG = re.compile(rf"</\s*({_TAG_NAME.pattern})")
_ATTRIBUTE_NAME = re.compile(r"[^\s/<>=]+")
_EQUALS = re.compile(r"\s*=\s*")
_BARE_VALUE = re.compile(r"[^\s<>]*")
_BETWEEN = re.compile(r"[\s/=]*")
_BRACKET = re.compile(r"[<>]")
_COMMENT_END = re.compile(r"--\s*!?>")
_SECTION_START, _SECTION_END = "<![CDATA[", "]]>"
_EMPTY_COMMENT = re.compile(r"<!--(?:-?>)")
_TAG = re.compile(r"</?[A-Za-z]")
_LETTER = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the source; `name` and the rest are those of a tag, in lower case."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    closes_itself: bool = False
    value: tuple[int, int] = (0, 0)
    """Where what a form field holds stands: the attribute `value`."""


def tokens(source: str, fault: Fault) -> Iterator[Token]:
    """The tokens of a source, one after the other and without a gap."""
    return _Scanner(source, fault).tokens()


@dataclass(slots=True)
class _Tag:
    """A start tag under way."""

    name: str
    end: int
    attributes: dict[str, str] = field(default_factory=dict)
    bare: int | None = None
    """Where the first attribute without a value begins."""
    doubtful: int | None = None
    """Where the first value with a bracket in it has that bracket."""
    closes_itself: bool = False
    fault: str = ""
    value: tuple[int, int] = (0, 0)


class _Scanner:
    def __init__(self, source: str, fault: Fault) -> None:
        self._source = source
        self._fault = fault
        # Nothing is looked for beyond its last place, so that the time stays linear.
        self._last_bracket = source.rfind(">")
        self._last_dashes = source.rfind("--")
        self._last_section = source.rfind(_SECTION_END)
        # Where the section of bare characters ends that was opened last.
        self._section_end = -1
        self._absent: set[re.Pattern[str]] = set()

    def tokens(self) -> Iterator[Token]:
        at = text = 0
        while (found := self._next(at)) >= 0:
            token = self._markup(found)
            if token is None:
                at = found + 1
                continue
            if text < found:
                yield Token("text", text, found)
            yield token
            at = text = token.end
            if token.kind == "start" and token.name in RAW_TEXT and not token.closes_itself:
                at = text = self._raw_end(token)
                if text > token.end:
                    # What is typed in a field of several lines is text, but holds no tags.
                    kind: Kind = "text" if token.name == "textarea" else "raw"
                    yield Token(kind, token.end, text)
        if text < len(self._source):
            yield Token("text", text, len(self._source))

    def _next(self, at: int) -> int:
        """Where the next bracket stands, or the end of a section of bare characters."""
        found = self._source.find("<", at)
        ends_before = at <= self._section_end and (found < 0 or self._section_end < found)
        return self._section_end if ends_before else found

    def _markup(self, at: int) -> Token | None:
        """The token that a bracket opens; None where it is a sign of the text."""
        if at == self._section_end:
            self._section_end = -1
            return Token("none", at, at + len(_SECTION_END))
        following = self._source[at + 1 : at + 2]
        if following in ("!", "?"):
            return self._declaration(at)
        if following == "/":
            return self._end_tag(at)
        return self._start_tag(at) if _LETTER.match(following) else None

    def _nothing(self, at: int) -> Token | None:
        """What shows nothing, up to the next bracket."""
        end = self._source.find(">", at) if at < self._last_bracket else -1
        return Token("none", at, end + 1) if end >= 0 else None

    def _declaration(self, at: int) -> Token | None:
        if self._source.startswith("<!--", at):
            return self._comment(at)
        if self._source.startswith(_SECTION_START, at):
            self._fault(at, SECTION)
            if self._section_end < at < self._last_section:
                self._section_end = self._source.index(_SECTION_END, at)
            return Token("none", at, at + len(_SECTION_START))
        return self._nothing(at)

    def _comment(self, at: int) -> Token | None:
        end = _EMPTY_COMMENT.match(self._source, at)
        if end is None and at < self._last_dashes:
            end = _COMMENT_END.search(self._source, at + 4)
        if end is None:
            self._last_dashes = min(self._last_dashes, at)
            self._fault(at, COMMENT)
            bracket = _BRACKET.search(self._source, at + 4)
            end_at = len(self._source) if bracket is None else bracket.start()
            return Token("none", at, end_at + (bracket is not None and bracket[0] == ">"))
        if self._source.find("<!--", at + 4, end.start()) >= 0:
            self._fault(at, COMMENT)
        return Token("none", at, end.end())

    def _end_tag(self, at: int) -> Token | None:
        """An end tag; what stands between its name and its bracket means nothing."""
        found = _END_TAG.match(self._source, at)
        if found is None:
            return self._nothing(at)
        name = found[1].lower()
        bracket = _BRACKET.search(self._source, found.end())
        if bracket is not None and bracket[0] == ">":
            return Token("end", at, bracket.end(), name)
        self._fault(at, BRACKET)
        return Token("end", at, found.end(), name) if name in ELEMENTS else None

    def _start_tag(self, at: int) -> Token | None:
        tag = self._tag(at, len(self._source))
        if tag.fault:
            self._fault(at, tag.fault)
        if tag.fault == BRACKET:
            if tag.name not in ELEMENTS or tag.end == len(self._source):
                return None
            end = tag.end if tag.bare is None else tag.bare
            # What follows is no content of a script or the like: it may have been that before.
            return Token("start", at, end, tag.name, tag.attributes, tag.name in RAW_TEXT)
        return Token("start", at, tag.end, tag.name, tag.attributes, tag.closes_itself, tag.value)

    def _tag(self, at: int, limit: int) -> _Tag:
        """The tag that begins at a bracket, and ends at the next of either kind."""
        name = _TAG_NAME.match(self._source, at + 1)
        tag = _Tag("", len(self._source), fault=BRACKET)
        if name is None or at > self._last_bracket:
            return tag
        tag = _Tag(name[0].lower(), name.end())
        while not tag.fault:
            between = _BETWEEN.match(self._source, tag.end)
            tag.end = between.end() if between else tag.end
            tag.closes_itself = between is not None and between[0].endswith("/")
            sign = self._source[tag.end : tag.end + 1]
            if sign == ">":
                tag.end += 1
                return tag
            if sign not in ("<", ""):
                self._attribute(tag, limit)
            elif tag.doubtful is not None:
                # No bracket but those in a value: its quote was never meant to reach so far.
                return self._tag(at, tag.doubtful + 1)
            else:
                tag.fault = BRACKET
        return tag

    def _attribute(self, tag: _Tag, limit: int) -> None:
        """Take in an attribute."""
        source = self._source
        name = _ATTRIBUTE_NAME.match(source, tag.end)
        if name is None:
            return
        equals = _EQUALS.match(source, name.end())
        if equals is None:
            tag.bare = name.start() if tag.bare is None else tag.bare
            tag.end = name.end()
            value = ""
        elif (quote := source[equals.end() : equals.end() + 1]) in ("'", '"') and quote:
            value = self._quoted(tag, quote, equals.end() + 1, limit)
        else:
            bare = _BARE_VALUE.match(source, equals.end())
            value = bare[0] if bare else ""
            tag.end = equals.end() + len(value)
        if name[0].lower() == "value" and equals is not None:
            start = source.index(value, equals.end())
            tag.value = (start, start + len(value))
        tag.attributes.setdefault(name[0].lower(), unescape(value))

    def _quoted(self, tag: _Tag, quote: str, start: int, limit: int) -> str:
        """The value in quotes; one that takes in text ends at the first bracket instead."""
        source = self._source
        end = source.find(quote, start, limit)
        value = source[start:end]
        if end >= 0 and not _takes_in_text(value, source[end + 1 : end + 2]):
            if tag.doubtful is None and ">" in value:
                tag.doubtful = start + value.index(">")
            tag.end = end + 1
            return value
        bracket = _BRACKET.search(source, start)
        if bracket is None:
            tag.end, tag.fault = len(source), BRACKET
            return source[start:]
        closes = bracket[0] == ">"
        tag.end, tag.fault = bracket.end() if closes else bracket.start(), QUOTE
        return source[start : bracket.start()]

    def _raw_end(self, token: Token) -> int:
        """Where the content ends that is no markup."""
        bound = self._first(_raw_bound(token.name), token.end, len(self._source))
        if bound is not None and bound[0].startswith("</"):
            return bound.start()
        self._fault(token.start, RAW)
        end = len(self._source) if bound is None else bound.start()
        # A script may write tags, yet hardly ends any that it did not open.
        first = self._first(_END_TAG if token.name == "script" else _TAG, token.end, end)
        return end if first is None else first.start()

    def _first(self, pattern: re.Pattern[str], start: int, end: int) -> re.Match[str] | None:
        """The first match; what is not there up to the end is not looked for again."""
        if pattern in self._absent:
            return None
        found = pattern.search(self._source, start, end)
        if found is None and end == len(self._source):
            self._absent.add(pattern)
        return found


@cache
def _raw_bound(name: str) -> re.Pattern[str]:
    """The end tag of an element, or another start tag of it that stands in no quotes."""
    return re.compile(rf"(?:</|(?<![\"'])<){name}(?=[\s/>])", re.IGNORECASE)


def _takes_in_text(value: str, following: str) -> bool:
    """Whether a value ends at what was meant to be the opening quote of a later one.

    Its bracket is then the end of the tag, and what follows the quote is no end of a value; or
    it ends within another tag, at an equals sign.
    """
    if ">" not in value:
        return False
    if not following or following not in " \t\n\r\f/>":
        return True
    last = value[value.rfind("<") :] if "<" in value else ">"
    return ">" not in last and last.rstrip().endswith("=")
