"""What a row of a table can be: each shape proposes a match with its strength and its reason.

The strongest wins. Strengths are ranks: what a form shows stands above what words alone say, and
what asks for more of a row above what asks for less.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.core.text import fold
from pipeline.document.hyphens import rejoined
from pipeline.document.model import Block, Cell, Heading, ListItem, Paragraph
from pipeline.document.text import Text
from pipeline.families.model import PROFILE, Node
from pipeline.interpret.grid import GridRow, cell_text
from pipeline.interpret.line_ends import LINE_END_HYPHENS
from pipeline.interpret.outline import Entry
from pipeline.interpret.passages import ValueCell, has_bullet
from pipeline.interpret.stack import (
    CERTAIN,
    MOST_OF_A_HEADING,
    MOST_OF_A_LABEL,
    Stack,
    is_certain,
    leading_number,
)
from pipeline.labels.matcher import LabelMatch
from pipeline.labels.openers import Opening

if TYPE_CHECKING:
    from pipeline.interpret.rows import Columns, Rows

LABEL_COLUMN = 0
# What column heads are called where a table explains its own two columns.
_COLUMN_HEADS = frozenset(
    "onderwerp onderdeel rubriek aspect kenmerk item element categorie beschrijving omschrijving "
    "inhoud toelichting invulling uitwerking tekst gegevens gegeven veld waarde".split()
)
# A title in a cell of its own, beside its code.
_MOST_WORDS_OF_A_TITLE = 34
# A sentence ends and another begins: text, and no title.
_SENTENCES = re.compile(r"[.!?]\s+[A-ZÀ-Þ]")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a row is taken for: the name of the shape, how strong it is, and what to do then."""

    name: str
    strength: int
    take: Callable[[], object]
    ends_page_end: bool = True


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a node as a row holds it."""

    node: Node
    heading: Text
    code: Text
    name: Text


@dataclass(frozen=True)
class Context:
    """A row with what is known of it: what follows, and whether a page may have ended before it."""

    rows: Rows
    row: GridRow
    following: GridRow | None
    after_page_end: bool

    @property
    def stack(self) -> Stack:
        """What is open."""
        return self.rows.stack

    @property
    def columns(self) -> Columns:
        """What the columns of the table stand for."""
        return self.rows.columns

    @cached_property
    def filled(self) -> list[int]:
        """The columns that hold text."""
        return self.row.filled()

    @cached_property
    def texts(self) -> list[Text]:
        """The texts of the filled cells."""
        return [cell_text(self.row.cells[column]) for column in self.filled]

    @property
    def has_label(self) -> bool:
        """Whether the label column holds text."""
        return self.filled[0] == LABEL_COLUMN

    @property
    def alone(self) -> bool:
        """Whether one cell alone holds text."""
        return len(self.filled) == 1

    @property
    def cell(self) -> Cell:
        """The first cell that holds text."""
        return self.row.cells[self.filled[0]]

    @property
    def text(self) -> Text:
        """Its text."""
        return self.texts[0]

    @cached_property
    def match(self) -> LabelMatch | None:
        """What its text means as a label."""
        return self.stack.match(self.text)

    @cached_property
    def label(self) -> tuple[Text, LabelMatch | None]:
        """The label of the label cell: all of it, or its first line, which the rest explains."""
        if self.match is not None and self.match.how in CERTAIN:
            return self.text, self.match
        first, *rest = self.text.lines()
        in_first = self.stack.match(first) if rest else None
        if in_first is not None and in_first.how in CERTAIN:
            return first, in_first
        return self.text, self.match


def values_below(context: Context) -> Shape | None:
    """The values of a head row that stands above."""
    if not context.columns.values:
        return None

    def take() -> None:
        waiting, context.columns.values = context.columns.values, {}
        for column in context.filled:
            entry = waiting.get(column)
            if entry is None:
                entry = context.stack.open_entry(Text(), None, 0, "below a head row")
            entry.add(context.row.cells[column].blocks)
        context.stack.entry = None

    return Shape("values below a head row", 100, take)


def column_heads(context: Context) -> Shape | None:
    """`Onderwerp | Beschrijving`: the table explains its columns."""
    is_head = len(context.filled) > 1 and all(
        len(text) < MOST_OF_A_LABEL and fold(text.chars) in _COLUMN_HEADS for text in context.texts
    )
    if not is_head or not context.has_label:
        return None

    def take() -> None:
        for text in context.texts:
            context.stack.claims.take(text, "column heads")

    return Shape("column heads", 99, take, ends_page_end=False)


def label_goes_on(context: Context) -> Shape | None:
    """The rest of a label that a page end cut.

    Together they are a label that neither is, or the form shows that the label goes on.
    """
    entry = context.stack.entry
    if not context.after_page_end or not context.has_label:
        return None
    if entry is None or entry.level or not entry.label or len(context.text) > MOST_OF_A_LABEL:
        return None
    found = _whole_label(context, entry)
    if found is None:
        return None

    def take() -> None:
        label, hyphen, match = found
        stack = context.stack
        stack.claims.take(hyphen, LINE_END_HYPHENS)
        for part in stack.outline.root.walk():
            part.entries[:] = [other for other in part.entries if other is not entry]
        cells = entry.cells
        stack.open_entry(label, match, 0, "label over a page end").cells.extend(cells)
        rest = context.filled[1:]
        assert stack.entry is not None
        context.rows.add_cells(stack.entry, context.row, rest, context.after_page_end)

    return Shape("label over a page end", 98, take)


def _whole_label(context: Context, entry: Entry) -> tuple[Text, Text, LabelMatch | None] | None:
    """(label, hyphen that was dropped, its match) of the open label with this rest."""
    stack, text = context.stack, context.text
    first = context.cell.blocks[0]
    shown = isinstance(first, Paragraph) and not first.own_block
    goes_on = shown and (text.chars[0].islower() or text.chars[0] == "(")
    both = is_certain(context.match) and is_certain(entry.match)
    joins = [(*join, stack.match(join[0])) for join in _label_joins(entry.label, text)]
    # Labels are matched whatever their spaces; the join that is spelt like the label is it.
    joins.sort(key=lambda join: not _is_spelt_as(join[0], join[2]))
    for whole, hyphen, match in joins:
        if match is None or not is_certain(match):
            continue
        if not both or (goes_on and match.field.id == entry.field):
            return whole, hyphen, match
    if goes_on and context.match is None and entry.match is None:
        return *_label_joins(entry.label, text)[0], None
    return None


def _label_joins(label: Text, rest: Text) -> tuple[tuple[Text, Text], ...]:
    """A label and its rest as one: by their spelling, and as one word that nothing divides.

    Each with the hyphen that was dropped.
    """
    return rejoined(label, rest, frozenset()), (label + rest, Text())


def _is_spelt_as(label: Text, match: LabelMatch | None) -> bool:
    return match is not None and match.likened_to.lower() in label.chars.lower()


# Titles of nodes.


def titles(context: Context) -> Shape | None:
    """A row that holds titles of nodes and nothing else: a merged heading, a row of an overview."""
    found = _titles(context)
    if not found:
        return None
    stands_again = all(
        context.stack.repeats(title.heading.collapse(), title.node.id) for title in found
    )
    take = lambda: context.rows.open_titles(found)  # noqa: E731
    return Shape("titles of nodes", 97, take, ends_page_end=not stands_again)


def _titles(context: Context) -> list[Title]:
    """The titles of a row; none where anything in it is no title."""
    if len(context.filled) > 1 and all(node_called(context.stack, t) for t in context.texts):
        # The head of such columns, which stands again on each page.
        return []
    found: list[Title] = []
    pending: tuple[Node, Text, Text] | None = None
    for column, text in zip(context.filled, context.texts, strict=True):
        if pending is not None:
            title = _title_beside(pending, context.row.cells[column])
            if title is None:
                return []
            found.append(title)
            pending = None
            continue
        coded = None if context.alone else _coded(context, text, found)
        if coded is not None:
            pending = coded
            continue
        node = context.columns.titles.get(column)
        here = _titles_of_cell(context, context.row.cells[column], found, node)
        if not here:
            return []
        found.extend(here)
    return [] if pending is not None else found


def _title_beside(pending: tuple[Node, Text, Text], cell: Cell) -> Title | None:
    node, code, heading = pending
    name = cell_text(cell).collapse()
    if len(name.chars.split()) > _MOST_WORDS_OF_A_TITLE or not name.chars[0].isalpha():
        return None
    if len(cell.blocks) > 1 or _SENTENCES.search(name.chars):
        return None
    whole = heading + Text(" ", (-1,), b"\0") + name
    return Title(node, whole, code, name)


def title_beside_text(context: Context) -> Shape | None:
    """`Kernopgave 1: Tempo | De vakman staat voor ...`: a title, and the text of its node."""
    if context.alone or not context.has_label or len(context.filled) > 2:
        return None
    stack, text = context.stack, context.text.collapse()
    blocks = context.row.cells[context.filled[1]].blocks
    pending = _coded(context, text, [])
    title: Title | None = None
    if pending is not None:
        first, *rest = blocks
        if rest and isinstance(first, Paragraph | Heading):
            title, blocks = _title_beside(pending, Cell((first,))), tuple(rest)
    else:
        opening = stack.opening_of(text, marked=True)
        if opening is not None and not (opening.is_plain and context.match is not None):
            code, name = text[slice(*opening.code)], text[slice(*opening.name)]
            title = Title(opening.node, text, code, name)
    if title is None or not title.node.text:
        return None
    opened = title

    def take() -> None:
        context.rows.open_titles([opened])
        context.rows.open_unlabelled(0).add(blocks)

    return Shape("title beside its text", 92, take)


def _coded(context: Context, text: Text, before: list[Title]) -> tuple[Node, Text, Text] | None:
    """(node, code, text) of a cell that holds a code alone."""
    collapsed = text.collapse()
    for node, span, is_number in context.stack.matcher.coded(collapsed.chars):
        code = collapsed[slice(*span)]
        counts = not is_number or context.stack.counts_on(code.chars, node)
        if counts and _may_stand(context.stack, node, before):
            return node, code, collapsed
    return None


def _may_stand(stack: Stack, node: Node, before: list[Title]) -> bool:
    """Whether a node may be opened here, or inside one of the same row."""
    scopes = {part.scope for part in stack.open} | {title.node.id for title in before}
    return not scopes.isdisjoint(node.inside)


def _titles_of_cell(
    context: Context, cell: Cell, before: list[Title], node: Node | None
) -> list[Title]:
    """The titles of one cell: it is one, or each of its blocks is, or each of its lines."""
    whole = cell_text(cell)
    blocks = [block.text for block in cell.blocks if isinstance(block, Paragraph | ListItem)]
    lines = [line for line in whole.lines() if line.collapse()]
    # Without a code only capitals tell the lines of a list from those of one long title.
    are_apart = node is None or all(line.collapse().chars[0].isupper() for line in lines)
    for texts in (blocks[:0] if len(blocks) == 1 else blocks, lines if are_apart else [], [whole]):
        found = list(before)
        for text in texts:
            title = _title(context, text.collapse(), found, node)
            if title is None:
                break
            found.append(title)
        else:
            if texts:
                return found[len(before) :]
    return []


def _title(context: Context, text: Text, before: list[Title], node: Node | None) -> Title | None:
    if not text or len(text) > MOST_OF_A_HEADING:
        return None
    opening = _opening(context, text, before)
    if node is not None and (opening is None or opening.node is not node):
        opening = _lettered(context, text, node)
    if node is not None and opening is None:
        # In a column of such titles a name needs no code.
        return Title(node, text, Text(), text) if not text.chars.endswith(".") else None
    if opening is None:
        return None
    return Title(opening.node, text, text[slice(*opening.code)], text[slice(*opening.name)])


def _lettered(context: Context, text: Text, node: Node) -> Opening | None:
    """`A: Beheer` in a column of such titles: there a letter is enough to be a code."""
    found = (o for o in context.stack.matcher.openings(text.chars) if o.node is node)
    return next((o for o in found if text.chars[slice(*o.code)][:1].isalpha()), None)


def _opening(context: Context, text: Text, before: list[Title]) -> Opening | None:
    """What a text in a cell opens; beside other cells only a code tells that it does."""
    stack = context.stack
    found = stack.opening_of(text, marked=context.alone)
    if found is None and before:
        inside = {title.node.id for title in before}
        found = next(
            (
                opening
                for opening in stack.matcher.openings(text.chars)
                if opening.code[1] and not inside.isdisjoint(opening.node.inside)
            ),
            None,
        )
    if found is not None and found.is_plain and context.alone and _is_label(context, text):
        return None
    has_code = found is not None and found.code[1] and found.node.marks + found.node.numbers
    is_heading = context.alone and context.has_label
    return found if is_heading or has_code or found is None else None


def _is_label(context: Context, text: Text) -> bool:
    matcher = context.stack.matcher
    return matcher.match_section(text.chars) is not None or context.stack.match(text) is not None


def named_in_overview(context: Context) -> Shape | None:
    """A heading that the overview of nodes names by just these words."""
    if not context.alone or not context.has_label:
        return None
    text = context.text.collapse()
    wanted = fold(text.chars)
    if not any(wanted == line for _, line in context.stack.names_of_overview()) or not wanted:
        return None
    stands_again = context.stack.repeats(text)

    def take() -> None:
        context.rows.named_in_overview(text)

    return Shape("title as in the overview", 94, take, ends_page_end=not stands_again)


def title_with_label(context: Context) -> Shape | None:
    """`B1-K1-W1: Geeft zwemles Omschrijving | ...`: the first label on the line of the title."""
    if context.alone or not context.has_label:
        return None
    stack = context.stack
    text = context.text.collapse()
    opening = stack.opening_of(text, marked=True) or _listed_title(context)
    found = _label_at_end(stack, text, opening) if opening is not None else None
    if found is None or opening is None:
        return None
    cut, match = found

    def take() -> None:
        heading = text[:cut].strip()
        stack.open_heading(
            heading, Opening(opening.node, opening.code, (opening.name[0], len(heading)))
        )
        entry = stack.open_entry(text[cut:].strip(), match, 0, "label on the line of the title")
        context.rows.add_cells(entry, context.row, context.filled[1:])

    return Shape("label on the line of the title", 93, take)


def _listed_title(context: Context) -> Opening | None:
    """A title that an overview lists, with a label below it in the same cell."""
    first, *rest = (line.collapse() for line in context.text.lines())
    nodes = [n for n, line in context.stack.names_of_overview() if line == fold(first.chars)]
    if not rest or not nodes or not first:
        return None
    return Opening(nodes[-1], (0, 0), (0, len(context.text.collapse())))


def _label_at_end(stack: Stack, text: Text, opening: Opening) -> tuple[int, LabelMatch] | None:
    """(where it begins, what it means) of the label that the last words of a heading are."""
    start, end = opening.name
    cuts = [at + 1 for at in range(start, end) if text.chars[at].isspace()]
    for cut in cuts:
        match = stack.matcher.match(text.chars[cut:], opening.node.id)
        if is_certain(match) and match is not None:
            return cut, match
    return None


# Head rows.


def title_columns(context: Context) -> Shape | None:
    """`Kerntaak | Werkproces`: each row below holds the titles of such nodes."""
    if len(context.filled) < 2 or context.following is None or not context.has_label:
        return None
    nodes = [node_called(context.stack, text) for text in context.texts]
    found = [node for node in nodes if node is not None]
    if len(found) < len(nodes) or len({node.id for node in found}) < len(found):
        return None

    def take() -> None:
        _take_head(context)
        context.columns.titles = dict(zip(context.filled, found, strict=True))

    return Shape("columns of titles", 92, take, ends_page_end=False)


def node_called(stack: Stack, text: Text) -> Node | None:
    """The node that a column head names: by the label of its name, or of their overview."""
    chars = text.collapse().chars
    if len(chars) > MOST_OF_A_LABEL:
        return None
    for node in stack.family.nodes:
        match = stack.matcher.match(chars, node.id)
        if match is not None and match.how in CERTAIN and match.field.path == "name":
            return node
        for scope in node.inside:
            match = stack.matcher.match(chars, scope, node.section)
            is_overview = match is not None and match.field.kind == "overview"
            if match is not None and is_overview and match.field.path == node.path:
                return node if is_certain(match) else None
    return None


def _take_head(context: Context) -> None:
    columns = context.columns
    columns.titles, columns.record, columns.competencies = {}, {}, False
    columns.width = len(context.row.cells)
    for text in context.texts:
        context.stack.claims.take(text, "column heads")


def record_columns(context: Context) -> Shape | None:
    """`Competentie | Component(en) | Prestatie-indicator`: each row below is such a node."""
    if len(context.filled) < 2 or not context.has_label:
        return None
    if any(len(text) > MOST_OF_A_LABEL for text in context.texts):
        return None
    stack = context.stack
    for node in stack.family.nodes:
        if not _may_stand(stack, node, []):
            continue
        found = [stack.matcher.match(text.chars, node.id) for text in context.texts]
        matches = [match for match in found if match is not None and match.how in CERTAIN]
        fields = [match.field.path for match in matches]
        if len(matches) == len(found) and len(set(fields)) == len(fields) and "name" in fields:
            return Shape("columns of a record", 91, _record_taker(context, matches), False)
    return None


def _record_taker(context: Context, matches: list[LabelMatch]) -> Callable[[], None]:
    def take() -> None:
        _take_head(context)
        context.columns.record = dict(zip(context.filled, matches, strict=True))

    return take


def record(context: Context) -> Shape | None:
    """A row below the columns of a record."""
    if not context.columns.record:
        return None
    known = set(context.columns.record)
    if not set(context.filled) <= known or (context.has_label and is_certain(context.match)):
        return None
    return Shape("row of a record", 96, lambda: context.rows.open_record(context.row))


def head_row(context: Context) -> Shape | None:
    """A row of labels only, whose values stand below (or after the label in its own cell)."""
    following = context.following
    if len(context.filled) < 2 or following is None or not context.has_label:
        return None
    if any(len(text) > MOST_OF_A_LABEL for text in context.texts):
        return None
    found = [context.stack.label_with_value(text) for text in context.texts]
    pairs = [item for item in found if item is not None]
    if len(pairs) < len(found):
        return None
    fields = {match.field.id for _, match, _ in pairs}
    if len(fields) == 1 and pairs[0][1].field.kind == "competencies":
        return Shape("names beside indicators", 91, _competencies_taker(context, pairs[0][1]))
    if len(fields) != len(pairs) or any(
        other.startswith(f"{field}.") for field in fields for other in fields
    ):
        # `Kennis en vaardigheden | Kennis ...`: the value opens with a sub-heading.
        return None
    # `Overzicht rollen | Rollen en competenties`: a value may read like a label. A
    # head row has values below it that are none.
    below = following.cells.get(context.filled[0])
    if below is None or not cell_text(below) or context.stack.match(cell_text(below)) is not None:
        return None

    def take() -> None:
        context.columns.values = {
            column: context.stack.open_inline(label, match, value, "head row")
            for column, (label, match, value) in zip(context.filled, pairs, strict=True)
        }

    return Shape("head row", 90, take)


def _competencies_taker(context: Context, match: LabelMatch) -> Callable[[], None]:
    """`Competentie | Gedragsindicatoren`: each row below is a name with its indicators."""

    def take() -> None:
        first, *others = (text.collapse() for text in context.texts)
        context.stack.open_entry(first, match, 0, "names beside indicators")
        for text in others:
            context.stack.claims.take(text, "column heads")
        context.columns.competencies = True

    return take


def stacked(context: Context) -> Shape | None:
    """Each cell of a row holds a label and, below it, its value, as forms do."""
    if len(context.filled) < 2 or context.stack.scope != PROFILE or not context.has_label:
        return None
    found: list[tuple[Text, LabelMatch, tuple[Block, ...]]] = []
    for column in context.filled:
        label, *value = context.row.cells[column].blocks
        if not isinstance(label, Paragraph | Heading) or not value:
            return None
        match = context.stack.match(label.text.collapse())
        if match is None or not is_certain(match):
            return None
        found.append((label.text, match, tuple(value)))

    def take() -> None:
        for text, match, blocks in found:
            context.stack.open_entry(text, match, 0, "label above value in one cell").add(blocks)
        context.stack.entry = None

    return Shape("label above value in each cell", 89, take)


# Rows of one cell.


def section_row(context: Context) -> Shape | None:
    """The title of a section, alone in its row."""
    if not context.alone or not context.has_label:
        return None
    text = context.text.collapse()
    if context.stack.matcher.match_section(text.chars) is None or len(text) > MOST_OF_A_LABEL:
        return None
    if context.match is None:
        return Shape("title of a section", 88, lambda: context.rows.section(text, None))
    if len(context.row.cells) > 1:
        return None
    take = lambda: context.rows.section(text, None, may_be_label=True)  # noqa: E731
    return Shape("title of a section that is a label", 84, take)


def value_below_label(context: Context) -> Shape | None:
    """The value of the label above, in a row of its own."""
    entry = context.stack.entry
    if not context.alone or not context.has_label or context.match is not None:
        return None
    if entry is None or entry.cells or not entry.label:
        return None
    return Shape("value below its label", 87, lambda: entry.add(context.cell.blocks))


def more_of_the_value(context: Context) -> Shape | None:
    """Text that goes on after a page end, or is too long for a label."""
    entry, after = context.stack.entry, context.after_page_end
    if not context.alone or not context.has_label or context.match is not None:
        return None
    goes_on = after and entry is not None and _opens_with_item(context.cell)
    if not goes_on and len(context.text) <= MOST_OF_A_LABEL:
        return None

    def take() -> None:
        open_one = entry or context.rows.open_unlabelled(0)
        open_one.add(context.cell.blocks, after)

    return Shape("more of the value", 86, take)


def _opens_with_item(cell: Cell) -> bool:
    """Whether a cell begins with an item of a list, as no label does."""
    first = cell.blocks[0]
    if isinstance(first, Paragraph):
        return has_bullet(first.text.chars)
    return isinstance(first, ListItem)


# Rows with a value.


def continued(context: Context) -> Shape | None:
    """A row without a label of its own: the value of the open label goes on."""
    if context.has_label:
        return None

    def take() -> None:
        stack, row = context.stack, context.row
        entry = stack.entry or context.rows.open_unlabelled(0)
        first = len(entry.cells)
        after = context.after_page_end and LABEL_COLUMN not in row.covered
        context.rows.add_cells(entry, row, context.filled, after)
        if LABEL_COLUMN in row.cells:
            context.rows.unlabelled = (entry, first)

    return Shape("the value goes on", 95, take)


def competency_row(context: Context) -> Shape | None:
    """A name with its indicators, below the columns that say so."""
    entry = context.stack.entry
    if not context.columns.competencies or context.label[1] is not None or context.alone:
        return None
    if entry is None:
        return None
    take = lambda: context.rows.add_cells(entry, context.row, context.filled)  # noqa: E731
    return Shape("name beside indicators", 82, take)


def fact_lines(context: Context) -> Shape | None:
    """`label: value` lines in the last cell of a row, whatever heading stands before it."""
    text, match = context.label
    if match is not None and not (match.is_inferred and context.alone):
        return None
    lines = [line for line in context.texts[-1].lines() if line]
    found = [fact for line in lines if (fact := context.stack.label_with_value(line)) and fact[2]]
    enough = len(found) == len(lines) and (context.alone or len(found) > 1)
    if not enough or not found or not all(fact[1].how in CERTAIN for fact in found):
        return None

    def take() -> None:
        for label, fact, value in found:
            context.stack.open_inline(label, fact, value, "lines of labels and values")
        if not context.alone:
            context.stack.claims.take(text, "headings")
        context.stack.entry = None
        context.columns.competencies = False

    return Shape("lines of labels and values", 81, take)


def label_again(context: Context) -> Shape | None:
    """Word repeats a label cell on each page that its row reaches."""
    entry = context.stack.entry
    text, match = context.label
    if not context.after_page_end or match is None or entry is None:
        return None
    if entry.field != match.field.id:
        return None

    def take() -> None:
        _take_explanation(context)
        context.stack.claims.take(text, "repeated labels")
        context.rows.add_cells(entry, context.row, context.filled[1:], True)

    return Shape("label that stands again", 80, take)


def name_row(context: Context) -> Shape | None:
    """`Naam van de rol | Gastheer`: the label of a node's name, whose value opens the node."""
    _, match = context.label
    if match is None or context.alone or match.field.node == PROFILE:
        return None
    if match.field.path != "name":
        return None

    def take() -> None:
        _take_explanation(context)
        context.stack.claims.take(context.label[0], "labels")
        node = context.stack.family.node(match.field.node)
        name = context.texts[1].collapse()
        number, start = leading_number(name.chars)
        code = name[: len(str(number))] if number is not None else Text()
        opening = next(
            (o for o in context.stack.matcher.openings(name.chars) if o.node is node), None
        )
        if opening is not None:
            code, start = name[slice(*opening.code)], opening.name[0]
        context.stack.open_part(node, name, code, name[start:])
        for further in context.filled[2:]:
            context.rows.open_unlabelled(0).add(context.row.cells[further].blocks)

    return Shape("name of a node", 79, take)


def cells_before_label(context: Context) -> Shape | None:
    """The cells above a page end whose row has its label below it.

    The label cell is empty above; the value goes on below in the middle of a sentence.
    """
    unlabelled = context.rows.unlabelled
    if not context.after_page_end or context.alone or not context.has_label:
        return None
    if unlabelled is None or unlabelled[0] is not context.stack.entry:
        return None
    opening = context.row.cells[context.filled[1]].blocks[0]
    if not isinstance(opening, Paragraph) or opening.own_block:
        return None
    if not opening.text.chars[:1].islower():
        return None

    def take() -> None:
        _take_explanation(context)
        holder, start = unlabelled
        taken: list[ValueCell] = holder.cells[start:]
        holder.cells[start:] = []
        entry = context.stack.open_entry(*context.label, 0, "label below a page end")
        entry.cells.extend(taken)
        context.rows.add_cells(entry, context.row, context.filled[1:], True)

    return Shape("label below a page end", 78, take)


def pair(context: Context) -> Shape | None:
    """Label and value, once or more in the row; what nothing better fits."""

    def take() -> None:
        _take_explanation(context)
        context.columns.competencies = False
        row, rest = context.row, context.filled[1:]
        entry = context.stack.open_entry(*context.label, 0, "label and value")
        columns: list[int] = []
        for column in rest:
            found = _further_label(context, column, rest, entry)
            if found is None:
                columns.append(column)
                continue
            context.rows.add_cells(entry, row, columns)
            entry, columns = context.stack.open_inline(*found, "further label in the row"), []
        context.rows.add_cells(entry, row, columns)

    return Shape("label and value", 50, take)


def _take_explanation(context: Context) -> None:
    """What stands below a label in its cell explains it."""
    label, _ = context.label
    if len(label) < len(context.text):
        context.stack.claims.take(context.text[len(label) :], "label explanations")


def _further_label(
    context: Context, column: int, columns: list[int], entry: Entry
) -> tuple[Text, LabelMatch, Text] | None:
    """A second label in the row (`Naam | X | datum: | 2 maart`): short facts only."""
    if context.stack.scope != PROFILE:
        return None
    found = context.stack.label_with_value(cell_text(context.row.cells[column]))
    if found is None:
        return None
    _, match, value = found
    if match.how not in CERTAIN or not match.field.value.is_short:
        return None
    if match.field.id == entry.field:
        return None
    return found if value or column != columns[-1] else None


SHAPES: tuple[Callable[[Context], Shape | None], ...] = (
    values_below,
    column_heads,
    label_goes_on,
    titles,
    title_beside_text,
    record,
    continued,
    named_in_overview,
    title_with_label,
    title_columns,
    record_columns,
    head_row,
    stacked,
    section_row,
    value_below_label,
    more_of_the_value,
    competency_row,
    fact_lines,
    label_again,
    name_row,
    cells_before_label,
    pair,
)
