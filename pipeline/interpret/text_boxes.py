"""Text that stands beside the text of a document: in boxes, diagrams and letters that are drawn.

It is a stamp, a note or an ornament, unless it is the title of what follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from pipeline.core.diagnostics import Diagnostic
from pipeline.core.text import beginning
from pipeline.document.model import Block, Document, Furniture, texts
from pipeline.document.text import Text

# What readers call them; nobody sets a diagram as a stamp.
DIAGRAM = "diagram"
BESIDE = ("text box", "WordArt", DIAGRAM)
# Letters: some five words. Stamps (`CONCEPT`, `Versie 2`) have fewer.
_FEW = 30
_SHOWN = 60


class TextBoxes:
    """What the text of a document says, against which that of its boxes is held."""

    def __init__(self, document: Sequence[Block]) -> None:
        self._document = document

    @cached_property
    def _read(self) -> tuple[list[str], dict[int, int]]:
        """The lines of the document, and how many of them stand above each box."""
        found: list[str] = []
        above: dict[int, int] = {}
        for block in self._document:
            if isinstance(block, Furniture):
                above[id(block)] = len(found)
            else:
                lines = (line for text in texts((block,)) for line in text.lines())
                found.extend(map(_letters, lines))
        return found, above

    def may_be_title(self, box: Furniture) -> bool:
        """Whether no line below it says it as well: a box on a cover repeats the title."""
        own = _letters(box.text)
        return not any(own in line for line in self._below(box))

    def may_be_heading(self, box: Furniture) -> bool:
        """Whether it does not stand again as a line of its own; lists above name what follows."""
        return _letters(box.text) not in self._below(box)

    def lost(self, text: Text) -> list[Text]:
        """The lines of a box that stand nowhere else."""
        said = "\n".join(self._read[0])
        return [line for line in text.lines() if _letters(line) not in said]

    def _below(self, box: Furniture) -> list[str]:
        lines, above = self._read
        return lines[above.get(id(box), 0) :]


def left_out_boxes(document: Document, left_out: Iterable[Furniture]) -> Iterator[Diagnostic]:
    """A finding for each box that was left out with more than a stamp, said nowhere else."""
    boxes = TextBoxes(document.blocks)
    for box in left_out:
        lost = boxes.lost(box.text)
        size = sum(len(_letters(line)) for line in lost)
        if size > _FEW or (box.kind == DIAGRAM and size):
            chars = " ".join(line.chars for line in lost)
            shown = beginning(chars, _SHOWN)
            place = document.locator.places(sorted(lost[0].visible_origins()))[0]
            message = f"the text of a {box.kind} was left out, and stands nowhere else: `{shown}`"
            yield Diagnostic("BCP130", message, place)


def _letters(text: Text) -> str:
    return "".join(filter(str.isalpha, text.chars)).lower()
