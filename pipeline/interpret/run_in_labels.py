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
from pipeline.interpret.markers import has_bullet
from pipeline.interpret.outline import ON_ONE_LINE, TREND
from pipeline.interpret.stack import Stack
from pipeline.interpret.title import free_cuts
from pipeline.interpret.values.dates import whole_date
from pipeline.interpret.values.sub_headings import is_set_off
from pipeline.labels.matcher import LabelMatch, is_certain

_WORD = re.compile(r"\S+")
# Values whose own parts have emphasised titles.
_WITH_TITLES = ("competencies", "developments")


class RunInLabels:
    """Opens entries where label and value stand together."""

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self.family = stack.family
        self.matcher = stack.matcher

    def fact_line(self, text: Text) -> bool:
        """`Versie 3.0` on a line of its own: a short fact, which no colon parts from its label."""
        if not self.stack.in_profile or self.stack.has_nodes or not has_few_words(text):
            return False
        # To match takes longest.
        found = self.matcher.match_label_prefix(text.chars, PROFILE)
        if found is None:
            return False
        match, start = found
        text, label = text[start:].strip(), text[:start].strip()
        cuts = free_cuts(text)
        value, *dates = text.split(cuts) or [text]
        if not all(whole_date(part.chars) for part in dates):
            value, dates, cuts = text, [], []
        if not (is_certain(match) and shows_kind(value.chars, match.field.kind)):
            return False
        self.stack.claims.take_signs(text, cuts)
        self.stack.open_inline(label, match, value, ON_ONE_LINE)
        self.stack.entry = None
        # `Versie 1.2 | 13 februari 2014`: the date counts where no label gives one.
        self.stack.outline.cover += dates
        return True

    def pair(self, text: Text) -> bool:
        """`versie: 3` on a line of its own, or the label that a paragraph runs on from."""
        stack = self.stack
        stands_in_list = stack.in_profile and self._in_general_part()
        found = self.matcher.match_label_prefix(
            text.chars, stack.scope, None if stands_in_list else stack.section
        )
        if found is None:
            return False
        match, start = found
        label, value = text[:start].strip(), text[start:].strip()
        if not value or not label.chars.endswith(":"):
            return False
        if not stands_in_list and match.is_inferred:
            return False
        if match.field.node != PROFILE and match.field.path == "name":
            # `Kerntaak: een deel van het werk.`: what opens a node its openers say.
            return False
        if match.field.value.is_short and self._several_facts(text):
            return True
        entry = stack.open_inline(label, match, value, ON_ONE_LINE)
        entry.level = 0 if stands_in_list else BELOW_HEADINGS
        stack.entry = None if stands_in_list else entry
        return True

    def emphasised(self, text: Text) -> bool:
        """`**Complexiteit** Geen dag is gelijk.`: an emphasised label that its value follows."""
        end = max(text.styled_prefix(BOLD), text.styled_prefix(ITALIC))
        label, value = text[:end].strip(), text[end:].strip()
        if not label or not value or len(label) > MOST_OF_A_LABEL:
            return False
        match = self.stack.match(label)
        if not is_certain(match) or match.field.path == "name" or not is_set_off(text.chars, end):
            return False
        if match.field.node != self.stack.scope or self._is_of_the_value(match, text):
            return False
        stands_in_list = self.stack.in_profile and self._in_general_part()
        entry = self.stack.open_inline(label, match, value, ON_ONE_LINE)
        entry.level = 0 if stands_in_list else BELOW_HEADINGS
        self.stack.entry = None if stands_in_list else entry
        return True

    def _is_of_the_value(self, match: LabelMatch, text: Text) -> bool:
        """Whether what looks like a label opens a part of the open value: a name, a descriptor."""
        around = self.stack.entry
        if around is None or around.match is None or not around.level:
            return False
        own = around.match.field
        is_part = match.field.id.startswith(f"{own.id}.") or own.kind in _WITH_TITLES
        return is_part or (own.value.is_prose and not text.styled_prefix(BOLD))

    def _in_general_part(self) -> bool:
        """Whether facts are listed here, a line each; further down text runs on from its label."""
        sections = (None, self.family.sections[0].id)
        return not self.stack.has_nodes and self.stack.section in sections

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

    def trend(self, text: Text) -> bool:
        """A listed title of a trend that its paragraph runs on from.

        Below the label of them all bullets stand before each, also before titles that nobody lists.
        """
        around = self.stack.entry
        if has_bullet(text.chars) and around is not None and around.kind == "developments":
            return False
        title, value = text[: text.chars.find(":") + 1], text[text.chars.find(":") + 1 :]
        is_title = bool(title) and self.matcher.is_trend_title(title.chars[:-1])
        if self.stack.section != "trends" or not is_title or not value.strip():
            return False
        entry = self.stack.open_entry(title, None, BELOW_HEADINGS, TREND)
        entry.add((Paragraph(value.strip(), own_block=True),))
        return True

    def foreign(self, text: Text) -> bool:
        """A label of another kind of document, below one that its text runs on from as well."""
        label, value = text[: text.chars.find(":") + 1], text[text.chars.find(":") + 1 :].strip()
        around = self.stack.entry
        alike = around is not None and (around.how, around.level) == (ON_ONE_LINE, BELOW_HEADINGS)
        if not (alike and label and value) or self.matcher.foreign(label.chars) is None:
            return False
        entry = self.stack.open_entry(label, None, BELOW_HEADINGS, ON_ONE_LINE)
        entry.add((Paragraph(value, own_block=True),))
        return True

    def item(self, text: Text) -> bool:
        """`op inhoud door: X` as an item below the label of the whole: a part of it."""
        entry = self.stack.entry
        found = self.stack.label_with_value(text) if entry is not None and entry.match else None
        if entry is None or entry.match is None or found is None:
            return False
        label, match, value = found
        is_part = is_certain(match) and match.field.path == entry.match.field.path
        if not is_part or not label.chars.endswith(":"):
            return False
        self.stack.open_inline(label, match, value, ON_ONE_LINE)
        return True

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
