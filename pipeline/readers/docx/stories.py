"""Every character that the parts of a Word file hold, numbered: the reader's own account.

Characters are counted before the body is read, by another and simpler walk, so that text which
the reader overlooks shows in the ledger as missing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.core import heartbeat
from pipeline.core.diagnostics import Place
from pipeline.readers.docx.names import Element, name, nearest, value
from pipeline.readers.docx.package import Part
from pipeline.readers.docx.stray import stray_text
from pipeline.readers.docx.symbols import symbol
from pipeline.readers.source import Account

_TRACKED = frozenset({"w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:cellIns", "w:cellDel"})
TEXTS = frozenset({"w:t", "w:delText", "w:instrText", "w:delInstrText", "m:t", "a:t"})


@dataclass(slots=True)
class Stories:
    """The characters of all parts one after the other; an offset into `text` is an origin.

    `stray` holds the characters that stand in an element which is there for none.
    """

    text: str = ""
    offsets: dict[Element, int] = field(default_factory=dict)
    stray: dict[Element, str] = field(default_factory=dict)
    has_tracked_changes: bool = False
    _starts: list[int] = field(default_factory=list)
    _paragraphs: list[tuple[Part, Element]] = field(default_factory=list)

    @classmethod
    def of(cls, parts: Iterable[Part]) -> Stories:
        """The characters of the parts, in their order."""
        stories = cls()
        pieces: list[str] = []
        at = 0
        for part in parts:
            stories.stray.update(stray_text(part.root, TEXTS))
            for element in part.root.iter():
                kind = name(element)
                if kind in ("w:p", "a:p"):
                    heartbeat.beat()
                    stories._starts.append(at)
                    stories._paragraphs.append((part, element))
                if kind in _TRACKED:
                    stories.has_tracked_changes = True
                piece = stories._piece(element, kind)
                if piece:
                    stories.offsets[element] = at
                    pieces.append(piece)
                    at += len(piece)
        stories.text = "".join(pieces)
        return stories

    def printed(self, paragraph: Element, chars: str) -> int:
        """The origin of an automatic number, which no element holds but every reader sees."""
        start = len(self.text)
        self._starts.append(start)
        self._paragraphs.append((self._part_of(paragraph), paragraph))
        self.text += chars
        return start

    def place(self, element: Element) -> Place:
        """The place of an element, by the paragraph that it stands in."""
        paragraph = self.paragraph(element)
        return Place(part=self._part_of(paragraph).name, path=_path(paragraph))

    @staticmethod
    def paragraph(element: Element) -> Element:
        """The paragraph that an element is or stands in; the element where it stands in none."""
        return nearest(element, ("w:p",))

    def _part_of(self, element: Element) -> Part:
        root = element.getroottree().getroot()
        return next(part for part, _ in self._paragraphs if part.root is root)

    def holding(self, origins: Iterable[int]) -> list[Element]:
        """The elements that hold these characters, each once."""
        wanted = set(origins)
        if not wanted:
            return []
        return [
            element
            for element, start in self.offsets.items()
            if not wanted.isdisjoint(range(start, start + self.length(element)))
        ]

    def length(self, element: Element) -> int:
        """How many characters an element stands for."""
        return len(self._piece(element, name(element)))

    def _piece(self, element: Element, kind: str) -> str:
        """The characters that an element stands for."""
        stray = self.stray.get(element, "")
        if kind in TEXTS:
            return (element.text or "") + stray
        if kind == "w:noBreakHyphen":
            return "-"
        if kind == "v:textpath":
            return value(element, "string") or ""
        if kind == "w:sym":
            return symbol(value(element, "font") or "", value(element, "char") or "")
        return stray

    def account(self) -> Account:
        """An account of the characters, with nothing entered yet."""
        return Account(self.text)

    def places(self, origins: Sequence[int]) -> tuple[Place, ...]:
        """One place a paragraph in which the stretch has characters."""
        found: list[Place] = []
        at = 0
        while at < len(origins):
            number = bisect_right(self._starts, origins[at])
            if number:
                part, paragraph = self._paragraphs[number - 1]
                found.append(Place(part=part.name, path=_path(paragraph)))
            last = number == len(self._starts)
            at = len(origins) if last else bisect_left(origins, self._starts[number], at)
        return tuple(found)


def _path(element: Element) -> str:
    """The XPath of an element, with a position where it has siblings of its name."""
    return str(element.getroottree().getpath(element))
