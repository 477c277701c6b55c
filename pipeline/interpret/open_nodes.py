"""The nodes that are open at a place of a document, and what labels and headings mean there.

A heading is asked of the openers of the innermost node's children, then of its siblings, then
outward; a label is asked of the innermost node first. Nothing here changes what is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.core.text import fold
from pipeline.document.model import ListItem, Paragraph, texts
from pipeline.document.text import Text
from pipeline.families.model import PROFILE, Family, Node
from pipeline.interpret.forms import MOST_OF_A_LABEL, has_few_words
from pipeline.interpret.headings import code_and_name, counts_on, has_several_numbers
from pipeline.interpret.outline import Outline, Part
from pipeline.interpret.overview import is_among, names_listed
from pipeline.labels.matcher import LabelMatch, is_certain, matcher_of
from pipeline.labels.openers import Opening

# `R Op de behoeften en verwachtingen van de "klant" richten` is the longest of the competencies.
_MOST_WORDS_WITH_A_LETTER = 12
# `K Vakdeskundigheid toepassen`, `P. Leren`: a letter by itself before words.
_LETTER_BEFORE = re.compile(r"[A-Z][.:]?\s")
# The fields of the profile that say what the occupation is called.
_NAMES = ("name", "short_name")


class OpenNodes:
    """The open section and nodes; the profile itself is the outermost."""

    def __init__(self, family: Family) -> None:
        self.family = family
        self.matcher = matcher_of(family)
        self.outline = Outline()
        self.open: list[Part] = [self.outline.root]
        self.section: str | None = None
        # The section of the last label of the general part that the family knows.
        self.section_above = family.sections[0].id

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

    def holders(self, node: Node) -> list[Part]:
        """The open nodes that such a node may stand in, the innermost last."""
        return [part for part in self.open if part.scope in node.inside]

    def _holder_here(self, node: Node) -> Part | None:
        """The innermost of them; the profile itself only where the section of the node is open."""
        holder = next(reversed(self.holders(node)), None)
        if holder is not None and holder.node is None and self.section != node.section:
            return None
        return holder

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
        is_around = scope == PROFILE and not self.in_profile
        in_names = any(e.kind == "competencies" for e in self.innermost.entries[-1:])
        if is_around and (in_names or self._is_given(match)):
            # What the profile has is named in a node as something else: a competency.
            return False
        if self.in_profile or any(part.scope == scope for part in self.open):
            return True
        last = self.innermost.entries[-1] if self.innermost.entries else None
        if match.field.path == "name" or last is None:
            return match.field.path == "name"
        return last.is_bare_heading or bool(self.name_before(self.family.node(scope)))

    def _is_given(self, match: LabelMatch) -> bool:
        """Whether the profile has a value under a label already, or under one around it."""
        given = (entry.match for entry in self.outline.root.entries if entry.cells)
        return any(own is not None and own.field.holds(match.field) for own in given)

    def name_before(self, node: Node) -> Text:
        """The name just before, alone below its label: `Competentie | K Vakmanschap tonen`.

        A label of such a node that follows tells that it is one, and no list of names.
        """
        last = self.innermost.entries[-1] if self.innermost.entries else None
        if last is None or last.match is None or last.match.field.path != node.path:
            return Text()
        match last.blocks:
            case [Paragraph(text=text) | ListItem(text=text)] if "," not in text.chars:
                titles = (self.title_of(node, line.collapse()) for line in text.lines())
                coded = [title for title in titles if title is not None and title[0]]
                return text.collapse() if len(coded) < 2 else Text()
        return Text()

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

    def child_below(self, label: Text) -> LabelMatch | None:
        """What a label means in a node that the unknown heading just before it opens.

        The level of the heading tells: one below that of the innermost node is of a node inside it.
        """
        part = self.innermost
        last = part.entries[-1] if part.entries else None
        if last is None or not last.is_bare_heading or not part.level < last.level:
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

    def names_section_or_label(self, text: Text) -> bool:
        """Whether a heading says by its words what it is, whatever number stands before it.

        Behind a letter, only words that the family lists say so: `P Leren` is a competency.
        """
        label = self.match(text)
        has_letter = _LETTER_BEFORE.match(text.chars) is not None
        names_label = label is not None and (is_certain(label) or not has_letter)
        return names_label or self.matcher.match_section(text.chars) is not None

    # Headings.

    def opening_of(self, text: Text, *, marked: bool) -> Opening | None:
        """The node that a heading opens here: the surest, then the innermost.

        `marked` tells that its form shows it to be a heading. Where it does not, a plain opener
        must count on from the node before it.
        """
        found = self.matcher.openings(text.chars)
        allowed = [o for o in found if not o.is_plain or self._may_be_plain(text, o, marked)]
        if not marked:
            allowed = [o for o in allowed if not self._is_unlike_others(text, o)]
        return min(allowed, key=self._doubt, default=None)

    def _doubt(self, opening: Opening) -> tuple[int, int]:
        kind = 0 if opening.is_marked else 2 if opening.is_plain else 1
        for distance, part in enumerate(reversed(self.open)):
            if part.scope in opening.node.inside:
                return kind, distance
        return kind, len(self.open)

    def _is_unlike_others(self, text: Text, opening: Opening) -> bool:
        """Whether a text, by its words alone, opens a node otherwise than those before it.

        `De verkoper als adviseur` stands above; `Luistert ook als het druk is` is another thing.
        """
        start, end = opening.name
        node = opening.node
        openers = {
            _words_before(part.heading, part.name)
            for part in self.outline.root.walk()
            if part.node is node and not part.is_bare and part.name
        }
        if opening.is_marked or opening.is_plain or not openers:
            return False
        name = text[start:end]
        listed = [known for other, known in self.names_of_overview() if other is node]
        is_listed = is_among(name.chars, listed)
        return not is_listed and _words_before(text, name) not in openers

    def _may_be_plain(self, text: Text, opening: Opening, marked: bool) -> bool:
        holder = self._holder_here(opening.node)
        if holder is None:
            return False
        code = text[slice(*opening.code)].chars
        if not code:
            return marked and holder.node is None
        if marked and code[0].isdigit() and has_several_numbers(code):
            # A number that does not count on is told by the rules about codes.
            return True
        if code[0].isdigit():
            return counts_on(code, holder, opening.node)
        # In a section of such nodes, and in none of them, no sentence begins with a letter alone.
        is_title = holder.node is None and has_few_words(text, _MOST_WORDS_WITH_A_LETTER)
        return marked or is_title

    def counts_on(self, code: str, node: Node) -> bool:
        """Whether a printed number alone may be the code of such a node here."""
        holder = self._holder_here(node)
        has_number = any(char.isdigit() for char in code)
        return holder is not None and has_number and counts_on(code, holder, node)

    def title_of(self, node: Node, text: Text) -> tuple[Text, Text] | None:
        """(code, name) of a heading that an opener of the node fits, wherever it stands."""
        fitting = (o for o in self.matcher.openings(text.chars) if o.node is node)
        opening = next(fitting, None)
        return code_and_name(text, opening) if opening is not None else None

    def repeats(self, text: Text, scope: str | None = None) -> bool:
        """Whether a heading is that of an open node, which Word repeats on the next page."""
        for part in reversed(self.open[1:]):
            if scope in (None, part.scope):
                return fold(part.heading.chars) == fold(text.chars)
        return False

    def occupations(self) -> list[str]:
        """What the occupation is called so far, folded: in its labels, and in the title."""
        named = [entry for entry in self.outline.root.entries if entry.field in _NAMES]
        found = [text for entry in named for text in texts(entry.blocks)]
        return [fold(text.chars) for text in (*found, self.outline.title) if text]

    def names_of_overview(self) -> list[tuple[Node, str]]:
        """The names of nodes that an overview lists so far, folded."""
        return names_listed(self.outline, self.family)


def _words_before(heading: Text, name: Text) -> str:
    """What a heading says before the name in it, but for numbers."""
    before, _, _ = heading.chars.rpartition(name.chars)
    return fold("".join(char for char in before if not char.isdigit()))
