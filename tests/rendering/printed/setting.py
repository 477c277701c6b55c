"""Passages to set lines: words are measured, wrapped, hyphenated or cut, for a canvas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from tests.rendering.arrangement import Cell
from tests.rendering.passages import MarkedList, Paragraph, passages
from tests.rendering.printed.fonts import font
from tests.rendering.printed.style import PdfStyle

_LEAST_HYPHENATED = 6  # letters of a word


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a part of one, in a font; `spaced` where a space follows it."""

    text: str
    font: str
    spaced: bool = True


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of a cell: its words, its place, the marker before it, the gap above it.

    `full` where it was wrapped (and is stretched if justified); `keep` where the next line must
    stand on the same page.
    """

    words: tuple[Word, ...]
    indent: float = 0.0
    marker: str = ""
    gap: float = 0.0
    full: bool = False
    keep: bool = False


def width_of(text: str, name: str, size: float) -> float:
    """The width of a text."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    found: float = stringWidth(text, name, size)
    return found


def set_cell(cell: Cell, style: PdfStyle, width: float) -> tuple[SetLine, ...]:
    """The lines of a cell of that inner width."""
    lines = [line for block in _blocks(cell, style, width) for line in block]
    return (replace(lines[0], gap=0.0), *lines[1:]) if lines else ()


def set_text(text: str, name: str, size: float, width: float) -> tuple[SetLine, ...]:
    """The lines of a plain text."""
    words = [Word(part, name) for part in text.split(" ")]
    return tuple(_wrapped(words, size, width, 0.0, 0.0, hyphenated=False))


def _blocks(cell: Cell, style: PdfStyle, width: float) -> Iterator[list[SetLine]]:
    for passage in passages(cell.pieces, style.wording.bullet):
        if isinstance(passage, MarkedList):
            yield from _list(passage, style, width)
        else:
            yield _paragraph(passage, cell, style, width)


def _list(found: MarkedList, style: PdfStyle, width: float) -> Iterator[list[SetLine]]:
    name = font(style.font, False, False)
    for number, item in enumerate(found.items):
        words = [Word(part, name) for part in item.split(" ")]
        hang = style.list_indent
        lines = list(_wrapped(words, style.size, width, hang, hang, style.hyphenated))
        marker = f"{found.start + number}." if found.ordered else "•"
        gap = style.paragraph_gap if number == 0 else 0.0
        yield [replace(lines[0], marker=marker, gap=gap), *lines[1:]]


def _paragraph(paragraph: Paragraph, cell: Cell, style: PdfStyle, width: float) -> list[SetLine]:
    words_of_lines = [_words(line, paragraph.look, cell, style) for line in paragraph.lines]
    if paragraph.head:
        head = _words(paragraph.head, "emphasis", cell, style)
        words_of_lines[0] = [*head, *words_of_lines[0]]
    hyphenated = style.hyphenated and cell.kind == "value"
    indent = style.paragraph_indent if cell.kind == "value" else 0.0
    lines: list[SetLine] = []
    for number, words in enumerate(words_of_lines):
        first = indent if number == 0 else 0.0
        lines.extend(_wrapped(words, style.size, width, first, 0.0, hyphenated))
    keep = paragraph.look != "plain" or cell.kind == "heading"
    lines = [replace(line, keep=keep) for line in lines]
    return [replace(lines[0], gap=style.paragraph_gap), *lines[1:]]


def _words(text: str, look: str, cell: Cell, style: PdfStyle) -> list[Word]:
    emphasis_is_bold = style.wording.emphasis in ("b", "strong")
    bold = cell.kind == "heading" or (cell.kind == "label" and style.label_bold)
    bold = bold or (look == "emphasis" and emphasis_is_bold)
    family = style.second_font if style.second_font and cell.kind != "value" else style.font
    name = font(family, bold, look == "emphasis" and not emphasis_is_bold)
    return [Word(part, name) for part in text.split(" ")]


def _wrapped(
    words: list[Word], size: float, width: float, first: float, rest: float, hyphenated: bool
) -> Iterator[SetLine]:
    """The lines of words; a word wider than the line is cut without a hyphen."""
    waiting = list(words)
    indent = first
    while waiting:
        line, waiting = _one_line(waiting, size, width - indent, hyphenated)
        yield SetLine(tuple(line), indent, full=bool(waiting))
        indent = rest


def _one_line(
    words: list[Word], size: float, width: float, hyphenated: bool
) -> tuple[list[Word], list[Word]]:
    line: list[Word] = []
    used = 0.0
    for number, word in enumerate(words):
        wide = width_of(word.text, word.font, size)
        if used + wide <= width:
            line.append(word)
            used += wide + width_of(" ", word.font, size) * word.spaced
            continue
        parts = _divided(word, size, width - used, hyphenated)
        if parts is None and not line:
            parts = _cut(word, size, width)
        if parts is None:
            return line, words[number:]
        return [*line, parts[0]], [parts[1], *words[number + 1 :]]
    return line, []


def _divided(word: Word, size: float, room: float, hyphenated: bool) -> tuple[Word, Word] | None:
    """The word divided by a hyphen where that fits; also after a hyphen of its own."""
    places = [at + 1 for at, char in enumerate(word.text[:-1]) if char in "-/" and at]
    ways = [(word.text[:at], word.text[at:]) for at in places]
    plain = word.text.strip(".,;:()“”?!’")
    if hyphenated and len(plain) >= _LEAST_HYPHENATED and plain.isalpha() and plain.islower():
        ways.extend((f"{left}-", right) for left, right in _hyphenation().iterate(word.text))
    fitting = [way for way in ways if width_of(way[0], word.font, size) <= room]
    if not fitting:
        return None
    left, right = max(fitting, key=lambda way: len(way[0]))
    return Word(left, word.font, spaced=False), Word(right, word.font)


def _cut(word: Word, size: float, width: float) -> tuple[Word, Word]:
    at = len(word.text) - 1
    while at > 1 and width_of(word.text[:at], word.font, size) > width:
        at -= 1
    return Word(word.text[:at], word.font, spaced=False), Word(word.text[at:], word.font)


@cache
def _hyphenation() -> Any:
    import pyphen

    return pyphen.Pyphen(lang="nl_NL")
