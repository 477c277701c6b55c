"""The lines of a document that may be titles, headings or labels; running text is none of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from pipeline.core import heartbeat
from pipeline.core.text import collapse
from pipeline.document.model import Document, Furniture, Heading, ListItem, Paragraph, Table
from pipeline.document.text import BOLD, Text

# No title and no label is longer: `Legitimering proces ontwikkeling ...` has some 60 characters,
# the heading of a work process up to 100.
_LONGEST = 110
# With more words, or at its end a full stop, a line is a sentence.
_MOST_WORDS_OF_A_TITLE = 14
_SENTENCE_ENDS = (".", ";", ",", "?", "!")


class Form(IntEnum):
    """How a line stands in the document; the greater, the more it is like a title.

    A label is the first cell of a row that has more, a value each of these. A cell that is a row by
    itself is text.
    """

    VALUE = 0
    LABEL = 1
    TEXT = 2
    HEADING = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line on one line, and how it stands in the document."""

    chars: str
    form: Form

    @property
    def is_sentence(self) -> bool:
        """Whether it is a sentence rather than a title."""
        if self.form is Form.HEADING:
            return False
        # `B e r o e p s p r o f i e l`: letters set apart are no words.
        words = sum(len(word) > 1 for word in self.chars.split())
        return self.chars.endswith(_SENTENCE_ENDS) or words > _MOST_WORDS_OF_A_TITLE


def lines_of(document: Document) -> Iterator[Line]:
    """Headings, paragraphs and cells that are short enough, whole and line by line, in order."""
    for block in document.blocks:
        heartbeat.beat()
        match block:
            case Heading():
                yield from _parts(block.text, Form.HEADING)
            case Paragraph() | ListItem():
                bold = bool(block.text) and block.text.all_styled(BOLD)
                yield from _parts(block.text, Form.HEADING if bold else Form.TEXT)
            case Table():
                yield from _parts(block.caption, Form.TEXT)
                for row in block.rows:
                    heartbeat.beat()
                    yield from _of_row([cell.text for cell in row.cells])
            case Furniture():
                pass


def _of_row(cells: list[Text]) -> Iterator[Line]:
    filled = [cell for cell in cells if cell]
    for number, cell in enumerate(filled):
        form = Form.VALUE if number else Form.LABEL if len(filled) > 1 else Form.TEXT
        yield from _parts(cell, form)


def _parts(text: Text, form: Form) -> Iterator[Line]:
    """A text as a whole (a label may go on over a line end), and its lines."""
    if not text:
        return
    lines = text.lines()
    parts = [text.chars, *(line.chars for line in lines)] if len(lines) > 1 else [text.chars]
    for part in map(collapse, parts):
        if part and len(part) <= _LONGEST:
            yield Line(part, form)
