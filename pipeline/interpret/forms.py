"""What the form of a line says of it: how long a label or heading may be, emphasis, level."""

from __future__ import annotations

from pipeline.document.model import Heading, Paragraph
from pipeline.document.text import BOLD, ITALIC, Text

# No label that was ever printed is longer; what is, is text.
MOST_OF_A_LABEL = 110
# The title of a core task may take three lines.
MOST_OF_A_HEADING = 260
# A label outside tables that no heading marks ranks below every heading.
BELOW_HEADINGS = 7
# A line that nothing marks as a label or title is short, or it is a sentence.
MOST_WORDS_UNMARKED = 6


def is_emphasised(text: Text) -> bool:
    """Whether all of a text is bold or italic."""
    return text.all_styled(BOLD) or text.all_styled(ITALIC)


def has_few_words(text: Text, most: int = MOST_WORDS_UNMARKED) -> bool:
    """Whether a text is short enough to be more than a sentence, though nothing marks it."""
    return len(text.chars.split()) <= most


def level_of(block: Heading | Paragraph | None) -> int:
    """The level of a label in a block; of one in a table cell (no block), 0."""
    if block is None:
        return 0
    return block.level if isinstance(block, Heading) else BELOW_HEADINGS
