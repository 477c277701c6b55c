"""What is open while a document is walked through: it opens and closes nodes and entries."""

from __future__ import annotations

from pipeline.document.model import Paragraph
from pipeline.document.reasons import Verdict
from pipeline.document.text import Text
from pipeline.families.model import PROFILE, Family, Node
from pipeline.interpret.claims import Claims
from pipeline.interpret.headings import code_and_name, number_and_name
from pipeline.interpret.open_nodes import OpenNodes
from pipeline.interpret.outline import Entry, Part
from pipeline.labels.matcher import LabelMatch
from pipeline.labels.openers import Opening

# Values whose own parts have titles.
_WITH_TITLES = ("competencies", "developments")


class Stack(OpenNodes):
    """The open section, nodes and entry of one walk; all that is found goes into `outline`."""

    def __init__(self, family: Family, claims: Claims) -> None:
        super().__init__(family)
        self.claims = claims
        self.entry: Entry | None = None
        self.page_end = False

    # Labels.

    def open_entry(self, label: Text, match: LabelMatch | None, level: int, how: str) -> Entry:
        """Begin a labelled value in the node that the label belongs to."""
        if match is not None:
            self._make_way_for(match)
        entry = Entry(label, match, self.section, level, how=how)
        if match is not None and match.field.node == PROFILE:
            self.outline.root.entries.append(entry)
            self.section_above = match.field.section
        else:
            self.innermost.entries.append(entry)
        self.entry = entry
        return entry

    def part_of_value(
        self, match: LabelMatch, *, level: int | None = None, bold: bool = True
    ) -> Verdict:
        """Whether what reads as a label is a part of the open value: a descriptor, a title in it.

        `level` is that of a label on a line of its own; one that its value runs on from has none,
        and may be in `bold` or in other emphasis.
        """
        around = self.entry
        if around is None or around.match is None or not around.level:
            return Verdict(False, "no value is open outside tables")
        own, found = around.match.field, match.field
        is_part = own is not found and own.holds(found)
        if level is None and own.kind in _WITH_TITLES:
            return Verdict(True, "titles of its own open the parts of the open value")
        if level is None and own.value.is_prose and not bold:
            return Verdict(True, "emphasis in prose that is not bold is stress")
        if is_part and (level is None or level > around.level):
            return Verdict(True, "it names a part of the open value")
        if level is not None and own is found and match.is_inferred and own.kind in _WITH_TITLES:
            return Verdict(True, "its words only come near the label that is open already")
        return Verdict(False, "it is no part of the open value")

    def uncover(self) -> None:
        """Make lines of a cover text again: where no title follows, there is no cover."""
        for line in reversed(self.outline.cover):
            entry = Entry(Text(), None, how="text above all else")
            entry.add((Paragraph(line, own_block=True),))
            self.outline.root.entries.insert(0, entry)
        self.outline.cover.clear()

    def open_inline(self, label: Text, match: LabelMatch, value: Text, how: str) -> Entry:
        """Begin an entry whose value stands with its label."""
        entry = self.open_entry(label, match, 0, how)
        if value:
            entry.add((Paragraph(value),))
        return entry

    def _make_way_for(self, match: LabelMatch) -> None:
        """Close the nodes inside the one that the label belongs to; open that where need be."""
        scope = match.field.node
        if scope == PROFILE:
            return
        around = [n for n, part in enumerate(self.open) if part.scope == scope]
        if not around:
            self._open_implied(scope)
            return
        holder = self.open[around[-1]]
        stands_again = any(entry.field == match.field.id for entry in holder.entries)
        last = holder.entries[-1] if holder.entries else None
        is_sibling = last is not None and 0 < last.level <= holder.level
        if last is not None and last.is_bare_heading and (stands_again or is_sibling):
            del self.open[around[-1] :]
            self._open_implied(scope, holder)
        else:
            del self.open[around[-1] + 1 :]

    def _open_implied(self, scope: str, before: Part | None = None) -> None:
        """Open a node under the unknown heading or the name just before, else under no heading."""
        node = self.family.node(scope)
        entries = (before or self.innermost).entries
        heading, level = Text(), 0
        if entries and entries[-1].is_bare_heading:
            level = entries[-1].level
            heading = entries.pop().label.collapse()
        elif heading := self.name_before(node):
            self.claims.take(entries.pop().label, "labels")
        elif entries and self._has_code(node, entries[-1].only_line):
            heading = entries.pop().only_line
        # A number that does not count on, and a letter before a line that nothing marks, open
        # nothing by themselves; the label shows their node.
        code, name = self.title_of(node, heading) or number_and_name(heading)
        part = self.open_part(node, heading, code, name)
        part.level = level

    def _has_code(self, node: Node, line: Text) -> bool:
        """Whether a line reads as the title of a node, with its code."""
        title = self.title_of(node, line)
        return title is not None and bool(title[0])

    # Nodes.

    def open_part(self, node: Node, heading: Text, code: Text, name: Text) -> Part:
        """Open a node inside the innermost one that may hold it."""
        while len(self.open) > 1 and self.scope not in node.inside:
            self.open.pop()
        if self.scope not in node.inside:
            self._reopen(node)
        part = Part(node, heading, code, name, self.section)
        if self.in_profile:
            self.section = part.section = node.section
        self.innermost.parts.append(part)
        self.open.append(part)
        self.entry = None
        return part

    def _reopen(self, node: Node) -> None:
        """Open again the last node that may hold another: its heading only stood again."""
        holders = [part for part in self.outline.root.walk() if part.scope in node.inside]
        if holders:
            self.open = self.outline.root.path_to(holders[-1])
            return
        scope = node.inside[-1]
        holder = Part(self.family.node(scope), section=self.section)
        self.outline.root.parts.append(holder)
        self.open = [self.outline.root, holder]

    def open_heading(self, text: Text, opening: Opening, level: int = 0) -> None:
        """Open the node that a heading names, unless the heading only stands again."""
        code, name = code_and_name(text, opening)
        if self.repeats(text, opening.node.id):
            self.claims.take(text, "repeated header rows")
            return
        self.open_part(opening.node, text, code, name).level = level

    def open_sibling(self, text: Text, level: int) -> bool:
        """Open a node under a title alone, at the level of another one like it.

        Only one that has nodes inside it may do without a label of its own.
        """
        for part in self.open[1:]:
            node = part.node
            if node is None or part.level != level or part.code or not part.is_title_alone:
                continue
            if any(self.family.inside(node.id)) and self.matcher.foreign(text.chars) is None:
                self.open_part(node, text, Text(), text).level = level
                return True
        return False

    def close_to_level(self, level: int) -> None:
        """Close the nodes that an unknown heading of this level ends.

        One of the same level may be a part of a node that stands in no other.
        """
        while len(self.open) > 2 and self.innermost.level >= level:
            self.open.pop()
        while len(self.open) > 1 and self.innermost.level > level:
            self.open.pop()

    def close_to_section(self, section: str) -> None:
        """Close the nodes that a section's heading ends; one with a text of its own may go on."""
        while len(self.open) > 1:
            part = self.innermost
            if part.section == section and not part.is_bare:
                break
            self.open.pop()
