"""Labels outside tables that their value runs on from: a line, a paragraph, an item.

`Versie 3.0`, `Werkomgeving: De imker werkt ...`, `op inhoud door: Bijenraad` in a list, and the
lines of one paragraph that are facts each.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.document.model import Paragraph
from pipeline.document.text import BOLD, ITALIC, Text, join
from pipeline.families.kinds import shows_kind
from pipeline.families.model import PROFILE
from pipeline.interpret.forms import BELOW_HEADINGS, MOST_OF_A_LABEL, has_few_words
from pipeline.interpret.outline import ON_ONE_LINE, TREND
from pipeline.interpret.proposals import Shape
from pipeline.interpret.stack import Stack
from pipeline.interpret.title import free_cuts
from pipeline.interpret.values.sub_headings import is_set_off
from pipeline.labels.dates import whole_date
from pipeline.labels.matcher import LabelMatch, is_certain

_WORD = re.compile(r"\S+")


class RunInLabels:
    """Proposes what lines are where label and value stand together; the text is a line, collapsed.

    Each returns None where a line does not have its form.
    """

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self.matcher = stack.matcher

    def fact_line(self, text: Text) -> Shape | None:
        """`Versie 3.0` on a line of its own: a short fact, which no colon parts from its label."""
        if not self.stack.in_profile or self.stack.has_nodes or not has_few_words(text):
            return None
        # To match takes longest.
        found = self.matcher.match_label_prefix(text.chars, PROFILE)
        if found is None:
            return None
        match, start = found
        text, label = text[start:].strip(), text[:start].strip()
        cuts = free_cuts(text)
        value, *dates = text.split(cuts) or [text]
        if not all(whole_date(part.chars) for part in dates):
            value, dates, cuts = text, [], []
        if not (is_certain(match) and shows_kind(value.chars, match.field.kind)):
            return None

        def take() -> None:
            self.stack.claims.take_signs(text, cuts)
            self.stack.open_inline(label, match, value, ON_ONE_LINE)
            self.stack.entry = None
            # `Versie 1.2 | 13 februari 2014`: the date counts where no label gives one.
            self.stack.outline.cover += dates

        return Shape("fact on a line of its own", 80, take)

    def pair(self, text: Text) -> Shape | None:
        """`versie: 3` on a line of its own, or the label that a paragraph runs on from."""
        stack, listed = self.stack, self._lists_facts
        found = self.matcher.match_label_prefix(
            text.chars, stack.scope, None if listed else stack.section
        )
        if found is None:
            return None
        match, start = found
        label, value = text[:start].strip(), text[start:].strip()
        if not value or not label.chars.endswith(":") or (match.is_inferred and not listed):
            return None
        if match.field.node != PROFILE and match.field.path == "name":
            # `Kerntaak: een deel van het werk.`: what opens a node its openers say.
            return None
        if match.field.value.is_short and (facts := self._several_facts(text)):
            return facts
        return self._before_value(label, match, value, "label and colon", 60)

    def emphasised(self, text: Text) -> Shape | None:
        """`**Complexiteit** Geen dag is gelijk.`: an emphasised label that its value follows."""
        end = max(text.styled_prefix(BOLD), text.styled_prefix(ITALIC))
        label, value = text[:end].strip(), text[end:].strip()
        if not label or not value or len(label) > MOST_OF_A_LABEL:
            return None
        match = self.stack.match(label)
        if not is_certain(match) or match.field.path == "name" or not is_set_off(text.chars, end):
            return None
        is_bold = bool(text.styled_prefix(BOLD))
        if match.field.node != self.stack.scope or self.stack.part_of_value(match, bold=is_bold):
            return None
        return self._before_value(label, match, value, "emphasised label", 50)

    def _before_value(
        self, label: Text, match: LabelMatch, value: Text, name: str, rank: int
    ) -> Shape:
        """The shape, which opens a label with its value; further down, more text may follow."""
        listed = self._lists_facts

        def take() -> None:
            entry = self.stack.open_inline(label, match, value, ON_ONE_LINE)
            entry.level = 0 if listed else BELOW_HEADINGS
            self.stack.entry = None if listed else entry

        return Shape(name, rank, take)

    @property
    def _lists_facts(self) -> bool:
        """Whether facts are listed here, a line each; further down text runs on from its label."""
        sections = (None, self.stack.family.sections[0].id)
        in_general_part = not self.stack.has_nodes and self.stack.section in sections
        return self.stack.in_profile and in_general_part

    def _several_facts(self, text: Text) -> Shape | None:
        """`Versie: 1.0 Datum: 5-6-2019`: short facts of lines that ran together."""
        starts = []
        for word in _WORD.finditer(text.chars):
            found = self.matcher.match_label_prefix(text.chars[word.start() :], PROFILE)
            if found is None or not is_certain(found[0]) or not found[0].field.value.is_short:
                continue
            if text.chars[word.start() : word.start() + found[1]].rstrip().endswith(":"):
                starts.append((word.start(), found))
        if len(starts) < 2 or starts[0][0]:
            return None
        ends = [start for start, _ in starts[1:]] + [len(text)]

        def take() -> None:
            for (start, (match, value)), end in zip(starts, ends, strict=True):
                label, fact = text[start : start + value].strip(), text[start + value : end].strip()
                self.stack.open_inline(label, match, fact, ON_ONE_LINE)
            self.stack.entry = None

        return Shape("several facts on a line", 61, take)

    def trend(self, text: Text) -> Shape | None:
        """A listed title of a trend that its paragraph runs on from.

        The value of the label of them all knows its own titles, whatever they name.
        """
        title, value = _at_colon(text)
        around = self.stack.entry
        in_theirs = around is not None and around.kind == "developments"
        if self.stack.section != "trends" or in_theirs or not title or not value:
            return None
        if not self.matcher.is_trend_title(title.chars[:-1]):
            return None
        return self._unlisted("title of a trend", 40, title, value, TREND)

    def foreign(self, text: Text) -> Shape | None:
        """A label of another kind of document, below one that its text runs on from as well."""
        label, value = _at_colon(text)
        around = self.stack.entry
        alike = around is not None and (around.how, around.level) == (ON_ONE_LINE, BELOW_HEADINGS)
        if not (alike and label and value) or self.matcher.foreign(label.chars) is None:
            return None
        return self._unlisted("label of another document", 30, label, value, ON_ONE_LINE)

    def _unlisted(self, name: str, strength: int, label: Text, value: Text, how: str) -> Shape:
        def take() -> None:
            entry = self.stack.open_entry(label, None, BELOW_HEADINGS, how)
            entry.add((Paragraph(value, own_block=True),))

        return Shape(name, strength, take)

    def item(self, text: Text) -> Shape | None:
        """`op inhoud door: X` as an item below the label of the whole: a part of it."""
        entry = self.stack.entry
        found = self.stack.label_with_value(text) if entry is not None and entry.match else None
        if entry is None or entry.match is None or found is None:
            return None
        label, match, value = found
        is_part = is_certain(match) and match.field.path == entry.match.field.path
        if not is_part or not label.chars.endswith(":"):
            return None
        take = lambda: self.stack.open_inline(label, match, value, ON_ONE_LINE)  # noqa: E731
        return Shape("label of a part in an item", 60, take)

    def facts(self, block: Paragraph) -> list[Paragraph]:
        """The facts of a paragraph that begins with a label, and has more on further lines."""
        lines = [line for line in block.text.lines() if line.collapse()]
        starts = [n for n, line in enumerate(lines) if self.opens_fact(line.collapse())]
        if len(starts) < 2 or starts[0] != 0:
            return []
        ends = [*starts[1:], len(lines)]
        facts = (lines[start:end] for start, end in zip(starts, ends, strict=True))
        return [replace(block, text=join(fact, "\n")) for fact in facts]

    def opens_fact(self, line: Text) -> bool:
        """Whether a line begins with a listed label and a colon."""
        found = self.stack.label_with_value(line)
        return found is not None and is_certain(found[1]) and found[0].chars.endswith(":")


def _at_colon(text: Text) -> tuple[Text, Text]:
    """A text up to its first colon, and what follows that; the first is empty without one."""
    end = text.chars.find(":") + 1
    return text[:end], text[end:].strip()
