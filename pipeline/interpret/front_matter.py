"""What stands before and around the content: contents, running lines, the title, the cover."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.core import signs
from pipeline.core.text import fold
from pipeline.document.model import Block, Heading, Paragraph, Table
from pipeline.document.text import Text
from pipeline.interpret.forms import MOST_OF_A_LABEL, has_few_words, is_emphasised
from pipeline.interpret.outline import ON_ONE_LINE
from pipeline.interpret.stack import Stack
from pipeline.labels.page_furniture import (
    PageFurniture,
    is_contents_line,
    without_page_number,
)


class FrontMatter:
    """Tells of a line whether it is furniture, the title, or on the cover; takes what is."""

    def __init__(self, stack: Stack, document: Sequence[Block]) -> None:
        self.stack = stack
        self.document = document
        # Of lines that the contents may hold: how often each stands in the document from there on.
        self.ahead: Counter[str] = Counter()
        self.matcher = stack.matcher
        self.claims = stack.claims
        self.furniture = PageFurniture.of(stack.family)
        self.in_contents = False
        # A line that is no heading stands above all else: the name, if the title follows.
        self.awaits_title = False

    def takes_contents(self, table: Table) -> bool:
        """Take a table below the title of the contents: each row a title and its page."""
        if not self.in_contents:
            return False
        rows = [[cell.text.collapse() for cell in row.cells] for row in table.rows]
        if not all(len(row) > 1 and row[-1].chars.isdigit() for row in rows):
            return False
        for row in rows:
            for text in row:
                self.take_contents_line(text)
        return True

    def is_furniture(self, text: Text) -> bool:
        """Take a line of the contents, or one that pages repeat; whether it is one."""
        if self.furniture.is_contents_title(text.chars) and not self.stack.has_nodes:
            self.in_contents = True
            self.ahead = self._ahead()
            self.claims.take(text, "table of contents")
            return True
        if is_contents_line(text.chars) or self._in_contents_still(text):
            self.take_contents_line(text)
            return True
        self.in_contents = False
        entry = self.stack.entry
        awaits_value = entry is not None and bool(entry.level) and not entry.cells
        if awaits_value or self._may_be_title(text):
            # `Versie` above `1`: a number by itself may be the value that is due.
            return False
        repeats_title = self.stack.page_end and self._says_title(text)
        is_running = not signs.opens_with_bullet(text.chars) and self.furniture.is_running_line(
            text.chars
        )
        if repeats_title or is_running:
            self.claims.take(text, "page furniture")
            self.stack.outline.running.append(text)
            self.stack.page_end = True
            return True
        return False

    def _says_title(self, text: Text) -> bool:
        """Whether a line says the title of the document, or what of it names the type."""
        title = fold(self.stack.outline.title.chars)
        named = self.matcher.match_document_type(text.chars) is not None
        return named and bool(title) and fold(text.chars) in title

    def _in_contents_still(self, text: Text) -> bool:
        """After the title of the contents: a line that names what follows, perhaps with its page.

        Without a page it stands again further on; the title of the document may stand anywhere.
        """
        if not self.in_contents:
            return False
        bare = without_page_number(text.chars)
        if len(bare) > MOST_OF_A_LABEL:
            return False
        if bare != text.chars:
            # `Niveau 4` says what it is, and names no page.
            fact = self.stack.label_with_value(text)
            return fact is None or not fact[2]
        named = self.matcher.match_document_type(bare) is not None
        # What was listed once and comes a second time is what was listed.
        return self.ahead.pop(fold(bare), 0) > 1 and not named

    def _ahead(self) -> Counter[str]:
        """How often each line stands in the document from the title of the contents on."""
        blocks = (block for block in self.document if isinstance(block, Heading | Paragraph))
        lines = [block.text.collapse().chars for block in blocks]
        titles = (n for n, chars in enumerate(lines) if self.furniture.is_contents_title(chars))
        return Counter(map(fold, lines[next(titles, 0) :]))

    def take_contents_line(self, text: Text) -> None:
        """Take a line of the table of contents, which says nothing that does not follow."""
        self.claims.take(text, "table of contents")

    def _may_be_title(self, text: Text) -> bool:
        """The first line that opens with the document type may look like a running header."""
        outline = self.stack.outline
        if outline.title or outline.root.entries:
            return False
        found = self.matcher.match_document_type(text.chars)
        return found is not None and not text[: found.start].strip()

    def is_title(self, text: Text, block: Heading | Paragraph) -> bool:
        """Take the title of the document, or a line that repeats it; whether it is one."""
        outline, entry = self.stack.outline, self.stack.entry
        if self.stack.has_nodes or self.stack.section:
            return False
        marked = isinstance(block, Heading) or is_emphasised(block.text)
        if entry is not None and entry.level and not marked:
            # A source may be a profile too.
            return False
        found = self.matcher.match_document_type(text.chars)
        if found is None or self.furniture.is_boilerplate_heading(text.chars):
            return False
        if not outline.title:
            if text.chars.endswith(".") and not has_few_words(text):
                # A sentence that names the type speaks about the profile.
                return False
            outline.title = text
            return True
        # A cover repeats the title; a sentence about the profile is text.
        folded, known = fold(text.chars), fold(outline.title.chars)
        if self.matcher.match(text.chars, self.stack.scope) is not None:
            return False
        if not (_holds(known, folded) or _holds(folded, known)):
            return False
        opens = found.start == 0 and text.chars[-1] not in ".?!:;"
        if len(known) < len(folded) and opens:
            # A cover has the bare words, the page after it the whole title.
            outline.title, text = text, outline.title
        self.claims.take(text, "title")
        return True

    def is_on_cover(self, text: Text, is_heading: bool) -> bool:
        """Whether a line stands on the cover: below the title, before all else of the document.

        `is_heading` tells that its form is that of a heading.
        """
        stack = self.stack
        outline = stack.outline
        others = any(entry.how != ON_ONE_LINE for entry in outline.root.entries)
        begun = stack.section is not None or stack.has_nodes or others
        if begun or self.in_contents or stack.page_end:
            return False
        if len(text) > MOST_OF_A_LABEL or self.matcher.foreign(text.chars) is not None:
            return False
        if outline.title or (is_heading and not outline.cover):
            return True
        # One line may stand above the title: the name of the occupation.
        self.awaits_title = not outline.cover and not outline.root.entries and has_few_words(text)
        return self.awaits_title


def _holds(title: str, line: str) -> bool:
    """Whether a title has all words of a line, be it with others between them."""
    return line in title or set(line.split()) <= set(title.split())
