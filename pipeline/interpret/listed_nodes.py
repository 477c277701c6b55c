"""Nodes that stand in lists: an overview names them, a line or an item is the title of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from pipeline.core.text import fold
from pipeline.document.item_markers import typed_marker, without_marker
from pipeline.document.model import Block, Heading, ListItem, Paragraph, Table
from pipeline.document.sentences import has_several_sentences
from pipeline.document.text import Text
from pipeline.families.model import PROFILE, Node
from pipeline.interpret.forms import MOST_OF_A_LABEL, has_few_words
from pipeline.interpret.headings import number_and_name
from pipeline.interpret.outline import Entry, Part
from pipeline.interpret.passages import ValueCell
from pipeline.interpret.proposals import Shape
from pipeline.interpret.stack import Stack
from pipeline.labels.matcher import is_certain

# Among lines outside tables what heads a node goes before labels.
HEADING = 120
_NO_TITLE_ENDS = ".:;,?!"
_AS = re.compile(r"(?<=\w)\s+als\s+(?=\w[^.;,?!]*$)", re.IGNORECASE)


def titles_in_lines(stack: Stack, lines: list[Text]) -> Shape | None:
    """The nodes whose titles the lines of a paragraph are, where all of them are."""
    found = [stack.opening_of(line, marked=False) for line in lines]
    openings = [o for o in found if o is not None and o.node.marks + o.node.numbers]
    if len(lines) < 2 or len(openings) < len(lines):
        return None

    def take() -> None:
        for line, opening in zip(lines, openings, strict=True):
            stack.open_heading(line, opening)

    return Shape("titles in lines", HEADING, take)


def named_in_overview(stack: Stack, text: Text) -> Shape | None:
    """The node that an overview names by just these words, whatever number stands before them."""
    number, name = number_and_name(text)
    wanted = {fold(text.chars), fold(name.chars)} - {""}
    node = next((node for node, line in stack.names_of_overview() if line in wanted), None)
    if node is None:
        return None

    def take() -> None:
        if stack.repeats(text):
            stack.claims.take(text, "repeated header rows")
        elif node.marks or node.numbers:
            stack.open_part(node, text, Text(), text)
        else:
            stack.open_part(node, text, number, name)

    return Shape("title as in the overview", HEADING, take)


def named_after_occupation(stack: Stack, text: Text) -> Shape | None:
    """`Imker als adviseur`: words that name a node behind this occupation, or as an overview does.

    Of any other words they say no more than that somebody acts as something.
    """
    found = _AS.search(text.chars)
    if found is None:
        return None
    number, rest = number_and_name(text[: found.start()])
    name = text[found.end() :]
    is_ours = any(fold(rest.chars) in known for known in stack.occupations())
    for node in stack.family.inside(PROFILE):
        takes_one = any("{occupation} als {name}" in opener for opener in node.openers)
        is_here = node.section == stack.section and stack.holders(node)
        named = (node, fold(name.chars))
        if takes_one and is_here and (is_ours or named in stack.names_of_overview()):
            take = partial(stack.open_part, node, text, number, name)
            return Shape("title behind the occupation", HEADING, take)
    return None


def node_above_label(stack: Stack, text: Text, following: Block | None) -> Shape | None:
    """The node that a bare line names, by the label of such a node right below it.

    Where one is open already, only a label that it has closes it.
    """
    label = _first_line(following)
    number, name = number_and_name(text)
    is_bare = name.chars[:1].isupper() and text.chars[-1] not in _NO_TITLE_ENDS
    if not is_bare or not has_few_words(name) or not label or len(label) > MOST_OF_A_LABEL:
        return None
    part = stack.innermost
    for node in stack.family.inside(PROFILE):
        match = stack.matcher.match(label.chars, node.id)
        if node.section != stack.section or not _may_lack_code(node):
            continue
        if not is_certain(match) or match.field.path == "name":
            continue
        if part.node is node and all(entry.field != match.field.id for entry in part.entries):
            return None
        take = partial(stack.open_part, node, text, number, name)
        return Shape("title above a label of its node", 20, take)
    return None


def _may_lack_code(node: Node) -> bool:
    """Whether a name without a code may be the title of such a node."""
    return "{name}" in node.plain_openers or not node.marks + node.numbers


def _first_line(block: Block | None) -> Text:
    """The first line of a block, where it may be a label: outside tables, or in a first row."""
    if isinstance(block, Table):
        return next((row.cells[0].text.collapse() for row in block.rows if row.cells), Text())
    lines = block.text.lines() if isinstance(block, Heading | Paragraph) else []
    return lines[0].collapse() if lines else Text()


def statements(stack: Stack, texts: Iterable[Text]) -> Shape | None:
    """Items, or lines with bullets, right below a section whose nodes need no more than a name."""
    titles = [text for text in texts if text.collapse()]
    node = _node_of_statements(stack)
    if node is None or not titles:
        return None

    def take() -> None:
        for title in titles:
            text = stack.claims.without_marker(title).collapse()
            stack.open_part(node, text, Text(), text)

    return Shape("statements", 10, take)


def lines_with_bullets(text: Text) -> list[Text]:
    """The lines of a text, where each begins with a bullet."""
    lines = [line for line in text.lines() if line.collapse()]
    return lines if all(typed_marker(line.chars) for line in lines) else []


def _node_of_statements(stack: Stack) -> Node | None:
    """The node that is no more than a name, right below the title of its section."""
    stands_free = stack.in_profile or (stack.innermost.is_bare and not stack.innermost.code)
    if stack.entry is not None or not stands_free:
        return None
    inside = stack.family.inside(PROFILE)
    fitting = (n for n in inside if n.section == stack.section and "{name}" in n.plain_openers)
    return next(fitting, None)


def open_sentences(stack: Stack) -> None:
    """Sentences that are all that stands below or beside the title of a section: each is a node.

    Only nodes that hold no more than a text may be named by a sentence; where any of them has a
    title of its own, the text above it is about them. A line that leads in to them stays a text.
    """
    root = stack.outline.root
    for holder, entry in [(part, entry) for part in root.walk() for entry in part.entries]:
        node = _node_of_sentences(stack, entry)
        if node is None or any(part.node is node for part in root.parts):
            continue
        blocks = entry.blocks
        first = [block for block in blocks[:1] if isinstance(block, Paragraph)]
        leads = [block for block in first if block.text.chars.rstrip().endswith(":")]
        found = [one for block in blocks[len(leads) :] for one in _sentences(block, node)]
        sentences = [one for one in found if one is not None]
        if len(sentences) < 2 or len(sentences) < len(found):
            continue
        entry.cells = [ValueCell((lead,)) for lead in leads]
        if not leads:
            holder.entries.remove(entry)
            stack.claims.take(entry.label, "headings")
        root.parts += sentences


def _node_of_sentences(stack: Stack, entry: Entry) -> Node | None:
    """The node of a section that a text is all of, if such a node is no more than a text."""
    if entry.match is not None:
        return None
    title = stack.matcher.match_section(entry.label.chars) if entry.label else None
    section = title.section if title else entry.section if not entry.label else None
    for node in stack.family.inside(PROFILE):
        paths = {field.path for field in stack.family.fields if field.node == node.id}
        is_text = bool(node.text) and paths <= {"name", node.text}
        if node.section == section and is_text and not any(stack.family.inside(node.id)):
            return node
    return None


def _sentences(block: Block, node: Node) -> list[Part | None]:
    """The nodes whose names a block or each of its lines is; None tells of other text."""
    if not isinstance(block, Paragraph | ListItem):
        return [None]
    lines = [_sentence(line.collapse(), node) for line in block.text.lines()]
    return lines if all(lines) else [_sentence(block.text.collapse(), node)]


def _sentence(text: Text, node: Node) -> Part | None:
    number, name = number_and_name(text)
    is_one = name.chars.endswith((".", "?")) and not has_several_sentences(name.chars)
    return Part(node, text, number, name, node.section) if is_one else None


def title_of_bullet(stack: Stack, text: Text, level: int) -> Shape | None:
    """The node that an item with a typed bullet names by its code, in an overview."""
    if not typed_marker(text.chars):
        return None
    bare = without_marker(text)
    opening = stack.opening_of(bare, marked=False)
    if opening is None or not opening.code[1]:
        return None
    shift = len(text) - len(bare)
    code, name = ((start + shift, end + shift) for start, end in (opening.code, opening.name))

    def take() -> None:
        stack.claims.take(text[:shift], "list markers")
        stack.open_heading(text, replace(opening, code=code, name=name), level)

    return Shape("title behind a bullet", HEADING, take)
