"""What a Markdown text as a whole shows of the program that wrote it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.core import signs
from pipeline.readers.markdown.lines import (
    BULLET,
    FENCE,
    NOTE,
    NUMBER,
    Line,
    is_table_row,
    opens_block,
)
from pipeline.readers.wrapped_lines import goes_on, width_of

# What only pandoc writes: the border of a grid table, columns ruled by dashes, divisions,
# attributes.
GRID_BORDER = re.compile(r"^ {0,3}\+(?:[-=:]+\+)+[ \t]*$")
RULED_COLUMNS = re.compile(r"^ {0,3}(?=[- ]*---)-+(?: +-+)+[ \t]*$")
_ATTRIBUTES = re.compile(r"\]\{[.#\w]|^ {0,3}#{1,6} .*\{[#.][^{}]*\}[ \t]*$")
# White space inside a row or line that is more than that between words.
_GAP = re.compile(r"(?<=[^\s|]) {2,}(?=[^\s|])")
_HARD = re.compile(r"(?:(?<!\\)(?:\\\\)*\\| {2})$")
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
# A head of a table that has none, as markdownify writes it; there each place of a merged cell but
# the first is one blank.
_NO_HEAD = re.compile(r"^\|(?:  \|)+$")
# A bold label that its value runs on from, as tables of PDFs without lines become.
LEAD_IN = re.compile(rf"^ {{0,3}}\*\*[^*\n]{{2,70}}[^*\n:.;,]\*\* +(?=[A-ZÀ-Þ\d{signs.BULLET}(-])")
# Two may be chance.
_FEW = 2


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a text is written.

    `notes`: the names of its notes; `is_wrapped`: a line end that is meant is marked; `width`: what
    its lines were filled to, 0 where that is not known or says nothing; `is_pressed`: what stands
    in a cell was put on one line, paragraphs parted by blanks; `marks_spans`: merged cells are told
    from empty ones; `has_lead_ins`: bold labels stand on the line of their value; `is_pandoc`: it
    has what only pandoc writes, and no typography but its own.
    """

    notes: frozenset[str] = frozenset()
    is_wrapped: bool = False
    width: int = 0
    is_pressed: bool = False
    marks_spans: bool = False
    has_lead_ins: bool = False
    is_pandoc: bool = False

    def joins(self, line: Line, following: Line) -> bool:
        """Whether an unmarked line end parts nothing."""
        filled = not self.width or goes_on(line.text, following.text, self.width)
        return self.is_wrapped and filled


def dialect_of(lines: Sequence[Line]) -> Dialect:
    """What the lines of a text show."""
    shown = [line.text for line in lines]
    is_pandoc = any(map(shows_tool, shown))
    width = 0 if is_pandoc else width_of(_prose(shown))
    return Dialect(
        notes=frozenset(note[1] for line in shown if (note := NOTE.match(line))),
        is_wrapped=is_pandoc or width > 0 or _marks_line_ends(shown),
        width=width,
        is_pressed=_is_pressed(shown),
        marks_spans=any(map(_NO_HEAD.match, shown)),
        has_lead_ins=sum(bool(LEAD_IN.match(line)) for line in shown) > _FEW,
        is_pandoc=is_pandoc and not any(map(signs.TYPESET.search, shown)),
    )


def shows_tool(line: str) -> bool:
    """Whether a line has what only a tool writes, pandoc foremost."""
    shapes = (GRID_BORDER, RULED_COLUMNS, FENCE)
    return any(shape.match(line) for shape in shapes) or bool(_ATTRIBUTES.search(line))


def _marks_line_ends(lines: Sequence[str]) -> bool:
    """Whether line ends that are meant are marked, by a backslash or two blanks."""
    marked = [
        line.endswith("\\")
        for line, following in itertools.pairwise(lines)
        if _HARD.search(line)
        and line.strip("\\ ")
        and following.strip()
        and not opens_block(following)
    ]
    return any(marked) or len(marked) > _FEW


def _prose(lines: Sequence[str]) -> list[str]:
    """The lines of paragraphs."""
    return [line for line in lines if "|" not in line and not line.startswith("#")]


def _is_pressed(lines: Sequence[str]) -> bool:
    """Whether rows have gaps inside their cells, though nobody types such gaps, or breaks."""
    rows = [line for line in lines if is_table_row(line)]
    if not any(map(_GAP.search, rows)) or any(map(_BREAK.search, rows)):
        return False
    typed = [line for line in _prose(lines) if _GAP.search(_without_marker(line).strip())]
    return len(typed) <= _FEW


def _without_marker(line: str) -> str:
    marker = BULLET.match(line) or NUMBER.match(line)
    return line[marker.end() :] if marker else line
