"""Rows that hold titles of nodes: merged headings, rows of overviews, titles beside their text."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from pipeline.core.text import fold
from pipeline.document.model import Block, Cell, Heading, ListItem, Paragraph
from pipeline.document.sentences import has_several_sentences
from pipeline.document.text import Text, join
from pipeline.families.model import Node
from pipeline.interpret import listed_nodes
from pipeline.interpret.forms import MOST_OF_A_HEADING, is_emphasised
from pipeline.interpret.headings import code_and_name
from pipeline.interpret.proposals import Shape
from pipeline.interpret.shapes.context import Context, Title, may_stand, node_called
from pipeline.interpret.stack import Stack
from pipeline.labels.matcher import LabelMatch, is_certain
from pipeline.labels.openers import Opening

# A title in a cell of its own, beside its code.
_MOST_WORDS_OF_A_TITLE = 34


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
        coded = None if context.alone else _in_code_column(context, column, text)
        coded = coded or (None if context.alone else _coded(context, text, found))
        if coded is not None:
            pending = coded
            continue
        node = None if is_certain(context.match) else _node_of_column(context, column)
        here = _titles_of_cell(context, context.row.cells[column], found, node)
        if not here:
            return []
        found.extend(here)
    stands = all(
        may_stand(context.stack, title.node, found[:number]) for number, title in enumerate(found)
    )
    return found if stands and pending is None else []


def _node_of_column(context: Context, column: int) -> Node | None:
    """The node whose titles stand in a column, as the head says."""
    return context.columns.titles.get(column + _cells_lacking(context))


def _cells_lacking(context: Context) -> int:
    """How many cells a row has too few: those to the left, which were merged with the row above.

    Who turns a merged cell into text has nothing to put there; where cells are merged, none is
    lacking.
    """
    row = context.row
    if context.rows.merges_rows:
        return 0
    width = max((column + cell.colspan for column, cell in row.cells.items()), default=0)
    of_head = max(context.columns.titles, default=-1) + 1
    return max(of_head - width, 0)


def _title_beside(pending: tuple[Node, Text, Text], cell: Cell) -> Title | None:
    node, code, heading = pending
    name = cell.text.collapse()
    if len(name.chars.split()) > _MOST_WORDS_OF_A_TITLE or not name.chars[0].isalpha():
        return None
    if len(_apart_from_text(cell.blocks)) > 1 or has_several_sentences(name.chars):
        return None
    return Title(node, join((heading, name)), code, name)


def title_beside_text(context: Context) -> Shape | None:
    """`Kernopgave 1: Tempo | De vakman staat voor ...`: a title, and the text of its node."""
    if context.alone or not context.has_label or len(context.filled) > 2:
        return None
    stack, text = context.stack, context.text.collapse()
    blocks = context.row.cells[context.filled[1]].blocks
    pending = _coded(context, text, [])
    title: Title | None = None
    if pending is not None:
        first, *rest = _apart_from_text(blocks)
        if rest and isinstance(first, Paragraph | Heading):
            title, blocks = _title_beside(pending, Cell((first,))), tuple(rest)
    else:
        opening = stack.opening_of(text, marked=True)
        is_plain = opening is not None and opening.is_plain
        if opening is not None and not (is_plain and stack.names_section_or_label(text)):
            title = Title(opening.node, text, *code_and_name(text, opening))
    if title is None or not title.node.text:
        return None
    opened = title

    def take() -> None:
        context.rows.open_titles([opened])
        context.rows.open_unlabelled(0).add(blocks)

    return Shape("title beside its text", 92, take)


def _apart_from_text(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`**Tempo** / De vakman staat voor ...` in one paragraph: emphasised lines, then the text."""
    match blocks:
        case (Paragraph() as only,):
            lines = [line for line in only.text.lines() if line.collapse()]
            title = list(takewhile(is_emphasised, (line.strip() for line in lines)))
            if title and len(title) < len(lines):
                text = join(lines[len(title) :], "\n")
                return Paragraph(join(title, "\n")), replace(only, text=text)
    return blocks


def _in_code_column(context: Context, column: int, text: Text) -> tuple[Node, Text, Text] | None:
    """(node, code, text) of a cell in a column of codes: of the title in the next one."""
    titles_after = [c for c in sorted(context.columns.titles) if c > column]
    if column not in context.columns.codes or not titles_after:
        return None
    code = text.collapse()
    return context.columns.titles[titles_after[0]], code, code


def _coded(context: Context, text: Text, before: list[Title]) -> tuple[Node, Text, Text] | None:
    """(node, code, text) of a cell that holds a code alone."""
    collapsed = text.collapse()
    for node, span, is_number in context.stack.matcher.coded(collapsed.chars):
        code = collapsed[slice(*span)]
        counts = not is_number or context.stack.counts_on(code.chars, node)
        if counts and may_stand(context.stack, node, before):
            return node, code, collapsed
    return None


def _titles_of_cell(
    context: Context, cell: Cell, before: list[Title], node: Node | None
) -> list[Title]:
    """The titles of one cell: it is one, or each of its blocks is, or each of its lines."""
    whole = cell.text
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
    if opening is not None and (_cells_lacking(context) or _is_coded_alone(context, opening)):
        # Which cells a short row lacks a code tells.
        node = opening.node if opening.node in context.columns.titles.values() else node
    if node is not None and (opening is None or opening.node is not node):
        opening = _in_title_column(context, text, node)
    if node is not None and opening is None:
        # In a column of such titles a name needs no code.
        return Title(node, text, Text(), text) if not text.chars.endswith(".") else None
    if opening is None:
        return None
    return Title(opening.node, text, *code_and_name(text, opening))


def _is_coded_alone(context: Context, opening: Opening) -> bool:
    """Whether a row holds no more than one title, which its code tells for sure."""
    return context.alone and not opening.is_plain and bool(opening.code[1])


def _in_title_column(context: Context, text: Text, node: Node) -> Opening | None:
    """`Kerntaak: Verkoopt`, `A: Beheer` in a column of such titles: a letter is a code there."""
    for opening in context.stack.matcher.openings(text.chars):
        has_letter = text.chars[slice(*opening.code)][:1].isalpha()
        if opening.node is node and (has_letter or not opening.is_plain):
            return opening
    return None


def _opening(context: Context, text: Text, before: list[Title]) -> Opening | None:
    """What a text in a cell opens; beside other cells only a code tells that it does."""
    stack = context.stack
    found = stack.opening_of(text, marked=context.alone)
    if found is None and before:
        inside = {title.node.id for title in before}
        coded = (o for o in stack.matcher.openings(text.chars) if o.code[1])
        found = next((o for o in coded if not inside.isdisjoint(o.node.inside)), None)
    is_plain = found is not None and found.is_plain and context.alone
    if is_plain and stack.names_section_or_label(text):
        return None
    has_code = found is not None and found.code[1] and found.node.marks + found.node.numbers
    is_heading = context.alone and context.has_label
    return found if is_heading or has_code or found is None else None


def named_in_overview(context: Context) -> Shape | None:
    """A heading that the overview of nodes names by just these words."""
    if not context.alone or not context.has_label:
        return None
    text = context.text.collapse()
    shape = listed_nodes.named_in_overview(context.stack, text)
    if shape is None:
        return None
    return replace(shape, strength=94, ends_page_end=not context.stack.repeats(text))


def title_with_label(context: Context) -> Shape | None:
    """`B1-K1-W1: Geeft zwemles Omschrijving | ...`: the first label on the line of the title."""
    if context.alone or not context.has_label:
        return None
    stack = context.stack
    text = context.text.collapse()
    opening = stack.opening_of(text, marked=True)
    if opening is not None and opening.is_plain and not opening.code[1]:
        opening = None
    opening = opening or _listed_title(context)
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
        if is_certain(match):
            return cut, match
    return None
