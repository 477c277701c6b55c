"""What is open while a document is walked through: section, nodes, the label whose value goes on.

A heading is asked of the openers of the innermost node's children, then of its siblings, then
outward; a label is asked of the innermost node first.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.core.text import fold
from pipeline.document.model import ListItem, Paragraph
from pipeline.document.text import Text
from pipeline.families.model import PROFILE, Family, Node
from pipeline.interpret.claims import Claims
from pipeline.interpret.forms import MOST_OF_A_LABEL
from pipeline.interpret.headings import (
    code_and_name,
    counts_on,
    has_several_numbers,
    number_and_name,
)
from pipeline.interpret.outline import Entry, Outline, Part
from pipeline.labels.matcher import LabelMatch, is_certain, matcher_of
from pipeline.labels.openers import Opening


class Stack:
    """The open section, nodes and entry of one walk; all that is found goes into `outline`."""

    def __init__(self, family: Family, claims: Claims) -> None:
        self.family = family
        self.matcher = matcher_of(family)
        self.claims = claims
        self.outline = Outline()
        self.open: list[Part] = [self.outline.root]
        self.section: str | None = None
        # The section of the last label of the general part that the family knows.
        self.section_above = family.sections[0].id
        self.entry: Entry | None = None
        self.page_end = False

    @property
    def innermost(self) -> Part:
        """The node that was opened last and is not closed."""
        return self.open[-1]

    @property
    def scope(self) -> str:
        """The id of the innermost node."""
        return self.innermost.scope

    @property
    def in_profile(self) -> bool:
        """Whether no node is open."""
        return len(self.open) == 1

    @property
    def has_nodes(self) -> bool:
        """Whether any node was found so far."""
        return bool(self.outline.root.parts)

    # Labels.

    def match(self, text: Text) -> LabelMatch | None:
        """What field a label means here.

        Further out, and in a node of this section that no heading has opened yet, it must be
        one that the family lists.
        """
        if not text or len(text) > MOST_OF_A_LABEL:
            return None
        found = self.child_below(text) or self.matcher.match(text.chars, self.scope, self.section)
        if found is None and self.section is None:
            found = self._by_neighbour(text)
        if found is not None:
            return found
        for scope in self._further_scopes():
            other = self.matcher.match(text.chars, scope)
            if is_certain(other) and self._may_begin(other):
                return other
        return None

    def _may_begin(self, match: LabelMatch) -> bool:
        """Whether a label may open its node, where that is not open.

        Inside another one a node without a heading of its own has nothing to be named by.
        """
        scope = match.field.node
        if self.in_profile or any(part.scope == scope for part in self.open):
            return True
        last = self.innermost.entries[-1] if self.innermost.entries else None
        return match.field.path == "name" or (last is not None and _is_bare_heading(last))

    def _by_neighbour(self, text: Text) -> LabelMatch | None:
        """The field of a label that two sections share, where no heading names the section."""
        found = self.matcher.match(text.chars, self.scope, self.section_above)
        return found if found is not None and found.how == "position" else None

    def _further_scopes(self) -> Iterable[str]:
        """The scopes around the innermost node, then those of nodes that may begin here."""
        yield from (part.scope for part in reversed(self.open[:-1]))
        for node in self.family.inside(self.scope):
            if node.section == self.section or not self.in_profile:
                yield node.id

    def label_with_value(self, text: Text) -> tuple[Text, LabelMatch, Text] | None:
        """(label, match, value) of a cell that holds a label, or a label and its value."""
        match = self.match(text)
        if is_certain(match):
            return text, match, Text()
        prefix = self.matcher.match_label_prefix(text.chars, self.scope, self.section)
        if prefix is None:
            return (text, match, Text()) if match is not None else None
        match, start = prefix
        return text[:start].strip(), match, text[start:].strip()

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
        if last is not None and _is_bare_heading(last) and (stands_again or is_sibling):
            del self.open[around[-1] :]
            self._open_implied(scope, holder)
        else:
            del self.open[around[-1] + 1 :]

    def close_to_level(self, level: int) -> None:
        """Close the nodes inside others that an unknown heading of this level ends."""
        while len(self.open) > 2 and self.innermost.level >= level:
            self.open.pop()

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

    def child_below(self, label: Text) -> LabelMatch | None:
        """What a label means in a node that the unknown heading just before it opens.

        The level of the heading tells: one below that of the innermost node is of a node inside it.
        """
        part = self.innermost
        last = part.entries[-1] if part.entries else None
        if last is None or not _is_bare_heading(last) or not part.level < last.level:
            return None
        if not self.in_profile and not part.level:
            return None
        for node in self.family.inside(self.scope):
            if self.in_profile and node.section != self.section:
                continue
            match = self.matcher.match(label.chars, node.id)
            if is_certain(match):
                return match
        return None

    def _open_implied(self, scope: str, before: Part | None = None) -> None:
        """Open a node under the unknown heading just before; without one, under no heading."""
        node = self.family.node(scope)
        entries = (before or self.innermost).entries
        heading, level = Text(), 0
        if entries and _is_bare_heading(entries[-1]):
            level = entries[-1].level
            heading = entries.pop().label.collapse()
        # A number that does not count on opens nothing by itself; the label shows its node.
        code, name = self.title_of(node, heading) or number_and_name(heading)
        part = self.open_part(node, heading, code, name)
        part.level = level

    # Nodes.

    def open_part(self, node: Node, heading: Text, code: Text, name: Text) -> Part:
        """Open a node inside the innermost one that may hold it."""
        while len(self.open) > 1 and self.scope not in node.inside:
            self.open.pop()
        part = Part(node, heading, code, name, self.section)
        if self.in_profile:
            self.section = part.section = node.section
        self.innermost.parts.append(part)
        self.open.append(part)
        self.entry = None
        return part

    def open_heading(self, text: Text, opening: Opening, level: int = 0) -> None:
        """Open the node that a heading names, unless the heading only stands again."""
        code, name = code_and_name(text, opening)
        if self.repeats(text, opening.node.id):
            self.claims.take(text, "repeated header rows")
            return
        self.open_part(opening.node, text, code, name).level = level

    def repeats(self, text: Text, scope: str | None = None) -> bool:
        """Whether a heading is that of an open node, which Word repeats on the next page."""
        for part in reversed(self.open[1:]):
            if scope in (None, part.scope):
                return fold(part.heading.chars) == fold(text.chars)
        return False

    def title_of(self, node: Node, text: Text) -> tuple[Text, Text] | None:
        """(code, name) of a heading that an opener of the node fits, wherever it stands."""
        fitting = (o for o in self.matcher.openings(text.chars) if o.node is node)
        opening = next(fitting, None)
        return code_and_name(text, opening) if opening is not None else None

    def opening_of(self, text: Text, *, marked: bool) -> Opening | None:
        """The node that a heading opens here: the surest, then the innermost.

        `marked` tells that its form shows it to be a heading. Where it does not, a plain opener
        must count on from the node before it.
        """
        found = self.matcher.openings(text.chars)
        allowed = [o for o in found if not o.is_plain or self._may_be_plain(text, o, marked)]
        return min(allowed, key=self._doubt, default=None)

    def _doubt(self, opening: Opening) -> tuple[int, int]:
        kind = 0 if opening.is_marked else 2 if opening.is_plain else 1
        for distance, part in enumerate(reversed(self.open)):
            if part.scope in opening.node.inside:
                return kind, distance
        return kind, len(self.open)

    def _may_be_plain(self, text: Text, opening: Opening, marked: bool) -> bool:
        node = opening.node
        holders = [part for part in self.open if part.scope in node.inside]
        if not holders or (holders[-1].node is None and self.section != node.section):
            return False
        code = text[slice(*opening.code)].chars
        if not code:
            return marked and holders[-1].node is None
        if marked and code[0].isdigit() and has_several_numbers(code):
            # A number that does not count on is told by the rules about codes.
            return True
        return counts_on(code, holders[-1], node) if code[0].isdigit() else marked

    def counts_on(self, code: str, node: Node) -> bool:
        """Whether a printed number alone may be the code of such a node here."""
        holders = [part for part in self.open if part.scope in node.inside]
        if not holders or (holders[-1].node is None and self.section != node.section):
            return False
        return any(char.isdigit() for char in code) and counts_on(code, holders[-1], node)

    def close_to_section(self, section: str) -> None:
        """Close the nodes that a section's heading ends; one with a text of its own may go on."""
        while len(self.open) > 1:
            part = self.innermost
            if part.section == section and not part.is_bare:
                break
            self.open.pop()

    def names_of_overview(self) -> list[tuple[Node, str]]:
        """The names of nodes that an overview lists so far, folded."""
        found = [
            (part.node, fold(part.name.chars))
            for part in self.outline.root.walk()
            if part.node is not None and part.is_bare and part.name
        ]
        for entry in self.outline.root.entries:
            if entry.match is None or entry.match.field.kind != "overview":
                continue
            path = entry.match.field.path
            node = next(n for n in self.family.inside(PROFILE) if n.path == path)
            for cell in entry.cells:
                for block in cell.blocks:
                    if isinstance(block, Paragraph | ListItem):
                        found += [(node, fold(line.chars)) for line in block.text.lines()]
        return found


def _is_bare_heading(entry: Entry) -> bool:
    return entry.match is None and bool(entry.label) and not entry.cells
