"""Labels outside tables on one line with their values: `versie: 3`, `Versie 3.0`, also in lists."""

from __future__ import annotations

import re

from pipeline.document.text import Text
from pipeline.families.kinds import shows_kind
from pipeline.families.model import PROFILE
from pipeline.interpret.forms import BELOW_HEADINGS, has_few_words
from pipeline.interpret.outline import ON_ONE_LINE
from pipeline.interpret.stack import Stack
from pipeline.labels.matcher import LabelMatch, is_certain

_WORD = re.compile(r"\S+")


class InlinePairs:
    """Takes lines that hold a label and its value."""

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self.family = stack.family
        self.matcher = stack.matcher

    def fact(self, text: Text) -> bool:
        """`Versie 3.0` on a line of its own: a short fact, which no colon parts from its label."""
        found = self.matcher.match_label_prefix(text.chars, PROFILE)
        if found is None or not self.stack.in_profile or self.stack.has_nodes:
            return False
        match, start = found
        is_fact = shows_kind(text.chars[start:], match.field.kind) and is_certain(match)
        if not is_fact or not has_few_words(text):
            return False
        self.stack.open_inline(text[:start].strip(), match, text[start:].strip(), ON_ONE_LINE)
        self.stack.entry = None
        return True

    def on_each_line(self, lines: list[Text]) -> bool:
        """A paragraph of lines that each are a pair: `versie: 3`, `datum: 5-6-2019`."""
        filled = [line for line in (line.collapse() for line in lines) if line]
        if len(filled) < 2 or not all(self._pair_on(line) for line in filled):
            return False
        for line in filled:
            self.take(line)
        return True

    def take(self, text: Text) -> bool:
        """`versie: 3` on a line of its own, in the general part or in a node."""
        stack = self.stack
        found = self._pair_on(text)
        if found is None:
            return False
        label, match, value = found
        if match.field.value.is_short and self._several_facts(text):
            return True
        entry = stack.open_inline(label, match, value, ON_ONE_LINE)
        entry.level = 0 if stack.in_profile else BELOW_HEADINGS
        stack.entry = None if stack.in_profile else entry
        return True

    def _pair_on(self, text: Text) -> tuple[Text, LabelMatch, Text] | None:
        """(label, match, value) of a line outside tables that a colon parts into these."""
        stack = self.stack
        opening_section = self.family.sections[0].id
        if stack.in_profile and (stack.has_nodes or stack.section not in (None, opening_section)):
            return None
        found = self.matcher.match_label_prefix(text.chars, stack.scope)
        if found is None:
            return None
        match, start = found
        label, value = text[:start].strip(), text[start:].strip()
        if not value or not label.chars.endswith(":"):
            return None
        if not stack.in_profile and match.is_inferred:
            return None
        if match.field.node != PROFILE and match.field.path == "name":
            # `Kerntaak: een deel van het werk.`: what opens a node its openers say.
            return None
        return label, match, value

    def _several_facts(self, text: Text) -> bool:
        """`Versie: 1.0 Datum: 5-6-2019`: short facts of lines that ran together."""
        starts = []
        for word in _WORD.finditer(text.chars):
            found = self.matcher.match_label_prefix(text.chars[word.start() :], PROFILE)
            if found is None or not is_certain(found[0]) or not found[0].field.value.is_short:
                continue
            if text.chars[word.start() : word.start() + found[1]].rstrip().endswith(":"):
                starts.append((word.start(), found))
        if len(starts) < 2 or starts[0][0]:
            return False
        ends = [start for start, _ in starts[1:]] + [len(text)]
        for (start, (match, value)), end in zip(starts, ends, strict=True):
            label, fact = text[start : start + value].strip(), text[start + value : end].strip()
            self.stack.open_inline(label, match, fact, ON_ONE_LINE)
        self.stack.entry = None
        return True

    def aspect(self, item: Text) -> bool:
        """`op inhoud door: Vakbond` below `Legitimering`: an item that is one side of the value.

        What is printed with nothing behind it is there, but empty.
        """
        stack, entry = self.stack, self.stack.entry
        found = stack.label_with_value(item)
        if entry is None or entry.match is None or found is None:
            return False
        label, match, value = found
        own = match.field
        if not own.sets or own.path != entry.match.field.path or not is_certain(match):
            return False
        level = entry.level
        stack.open_inline(label, match, value, ON_ONE_LINE).level = level
        return True
