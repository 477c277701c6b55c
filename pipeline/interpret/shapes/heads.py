"""Rows that say what columns hold: heads of values, titles or records, and what is below them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from itertools import permutations

from pipeline.core.text import fold
from pipeline.document.grid import grid_rows
from pipeline.document.model import Block, Heading, Paragraph, Table, texts
from pipeline.document.text import Text, join
from pipeline.families.model import PROFILE, Node
from pipeline.interpret.forms import MOST_OF_A_LABEL, has_few_words
from pipeline.interpret.proposals import Shape
from pipeline.interpret.shapes.context import Columns, Context, may_stand, node_called
from pipeline.labels.matcher import LabelMatch, is_certain

# What the columns beside titles of trends tell.
_TOLD_OF_TRENDS = frozenset(
    "betekenis gevolg gevolgen invloed toelichting beschrijving omschrijving effect effecten "
    "impact consequentie consequenties uitwerking".split()
)
# What the column before that of a title is called, where codes stand apart.
NUMBER_HEADS = frozenset({"nr", "nummer", "no"})
_CODE_HEADS = NUMBER_HEADS | {"code"}
# What column heads are called where a table explains its own two columns.
_COLUMN_HEADS = frozenset(
    "onderwerp onderdeel rubriek aspect kenmerk item element categorie beschrijving omschrijving "
    "inhoud toelichting invulling uitwerking tekst gegevens gegeven veld waarde".split()
)


def values_below(context: Context) -> Shape | None:
    """The values of a head row that stands above."""
    if not context.rows.awaiting:
        return None

    def take() -> None:
        waiting, context.rows.awaiting = context.rows.awaiting, {}
        for column in context.filled:
            entry = waiting.get(column)
            if entry is None:
                entry = context.stack.open_entry(Text(), None, 0, "below a head row")
            entry.add(context.row.cells[column].blocks)
        context.stack.entry = None

    return Shape("values below a head row", 100, take)


def _head(
    context: Context, name: str, rank: int, says: Columns | None, account: str = "column heads"
) -> Shape:
    """A row of heads and nothing else; what they say of the columns holds from there on."""

    def take() -> None:
        if says is not None:
            context.rows.columns = _with_heads(context, says)
        for text in context.texts:
            context.stack.claims.take(text, account)

    return Shape(name, rank, take, ends_page_end=False)


def _with_heads(context: Context, columns: Columns) -> Columns:
    return replace(columns, heads=_words_of(context), width=len(context.row.cells))


def _words_of(context: Context) -> tuple[str, ...]:
    return tuple(fold(text.chars) for text in context.texts)


def column_heads(context: Context) -> Shape | None:
    """`Onderwerp | Beschrijving`: the table explains its columns."""
    are_short = all(len(text) < MOST_OF_A_LABEL for text in context.texts)
    if len(context.filled) < 2 or not context.has_label or not are_short:
        return None
    is_head = _COLUMN_HEADS.issuperset(_words_of(context))
    return _head(context, "column heads", 99, None) if is_head else None


def heads_again(context: Context) -> Shape | None:
    """The head row of the table, which stands again on the page that its rows go on to."""
    if not context.after_page_end or context.columns.heads != _words_of(context):
        return None
    return _head(context, "column heads that stand again", 99, None, "repeated header rows")


def are_heads_of_trends(texts: Sequence[Text]) -> bool:
    """Whether the cells of a row are heads: few words, those behind the first say what is told."""
    words = {word for text in texts[1:] for word in fold(text.chars).split()}
    return all(map(has_few_words, texts)) and not words.isdisjoint(_TOLD_OF_TRENDS)


def heads_of_trends(context: Context) -> Shape | None:
    """`Ontwikkeling | Betekenis voor het beroep`, above rows that each begin with a trend."""
    stack, following = context.stack, context.following
    if stack.section != "trends" or following is None or len(context.filled) < 2:
        return None
    below = following.cells.get(context.filled[0])
    if below is None or not below.text or len(following.filled()) < 2:
        return None
    names_one, next_one = (
        stack.matcher.match_trend(text.collapse().chars) is not None
        for text in (join(context.texts), below.text)
    )
    is_theirs = context.match is None or context.match.field.kind == "developments"
    are_heads = is_theirs and are_heads_of_trends(context.texts)
    says_so = context.match is not None and not has_few_words(
        following.cells[following.filled()[-1]].text
    )
    if names_one or not (next_one or says_so) or not are_heads:
        return None

    return _head(context, "column heads of trends", 91, Columns(trends=True))


def title_columns(context: Context) -> Shape | None:
    """`Kerntaak | Werkproces`: each row below holds the titles of such nodes."""
    if len(context.filled) < 2 or context.following is None or not context.has_label:
        return None
    nodes = [node_called(context.stack, text) for text in context.texts]
    found = {c: node for c, node in zip(context.filled, nodes, strict=True) if node is not None}
    codes = _code_columns(context, found.keys())
    if len(found) + len(codes) < len(nodes) or not found:
        return None
    if len({node.id for node in found.values()}) < len(found) or (len(found) == 1 and not codes):
        return None

    return _head(context, "columns of titles", 92, Columns(found, codes))


def _code_columns(context: Context, others: Collection[int]) -> frozenset[int]:
    """The columns whose heads say that they hold codes, besides those that mean something else."""
    return frozenset(
        column
        for column, text in zip(context.filled, context.texts, strict=True)
        if column not in others and fold(text.chars) in _CODE_HEADS
    )


def record_columns(context: Context) -> Shape | None:
    """`Competentie | Component(en) | Prestatie-indicator`: each row below is such a node."""
    if len(context.filled) < 2 or not context.has_label:
        return None
    if any(len(text) > MOST_OF_A_LABEL for text in context.texts):
        return None
    stack = context.stack
    for node in stack.family.nodes:
        if not may_stand(stack, node, []):
            continue
        found = [_field_of_record(context, node, text) for text in context.texts]
        matches = {c: m for c, m in zip(context.filled, found, strict=True) if m is not None}
        codes = _code_columns(context, matches.keys())
        fields = [m.field.path for m in matches.values() if m.field.node == node.id]
        if len(fields) < 2:
            continue
        is_whole = len(matches) + len(codes) == len(found) and len(set(fields)) == len(fields)
        if is_whole and "name" in fields:
            return _head(context, "columns of a record", 91, Columns(codes=codes, record=matches))
    return None


def _field_of_record(context: Context, node: Node, text: Text) -> LabelMatch | None:
    """What the head of a column means in a node, or in the one that holds it."""
    stack = context.stack
    around = [part.scope for part in reversed(stack.holders(node)) if part.node]
    for scope in (node.id, *around):
        match = stack.matcher.match(text.chars, scope)
        if is_certain(match):
            return match
    return None


def records_in_a_cell(context: Context) -> Shape | None:
    """`Competenties | a table of them`: a table in a cell whose head names the fields of a node."""
    blocks = [b for column in context.filled for b in context.row.cells[column].blocks]
    tables = [block for block in blocks if isinstance(block, Table)]
    heads = [next(iter(grid_rows(table)), None) for table in tables]
    inner = [Context(context.rows, row, None, False) for row in heads if row and row.filled()]
    if not inner or any(record_columns(head) is None for head in inner):
        return None

    def take() -> None:
        for block in blocks:
            if not isinstance(block, Table):
                for text in texts((block,)):
                    context.stack.claims.take(text, "headings")
        context.rows.take_inside(tables)

    return Shape("table of records in a cell", 98, take)


def record(context: Context) -> Shape | None:
    """A row below the columns of a record."""
    if not context.columns.record:
        return None
    known = {*context.columns.record, *context.columns.codes}
    if not set(context.filled) <= known or (context.has_label and is_certain(context.match)):
        return None
    reached = {c + n for c, cell in context.row.cells.items() for n in range(1, cell.colspan)}
    if reached & known:
        # A cell that reaches over columns is of none of them.
        return None
    if record_columns(context) is not None:
        # The heads stand again, above the records of the next node.
        return None
    return Shape("row of a record", 96, lambda: context.rows.open_record(context.row))


def head_row(context: Context) -> Shape | None:
    """A row of labels only, whose values stand below (or after the label in its own cell)."""
    following = context.following
    if len(context.filled) < 2 or following is None or not context.has_label:
        return None
    if any(len(text) > MOST_OF_A_LABEL for text in context.texts):
        return None
    pairs: list[tuple[Text, LabelMatch, Text]] = []
    for text in context.texts:
        found = context.stack.label_with_value(text)
        if found is None:
            return None
        pairs.append(found)
    fields = {match.field.id: match.field for _, match, _ in pairs}
    if len(fields) == 1 and pairs[0][1].field.kind == "competencies":
        return Shape("names beside indicators", 91, _competencies_taker(context, pairs[0][1]))
    # `Gericht op het proces | Gericht op het resultaat`: two labels of one field.
    labels = {(match.field.id, match.likened_to) for _, match, _ in pairs}
    if len(labels) != len(pairs) or any(a.holds(b) for a, b in permutations(fields.values(), 2)):
        # `Kennis en vaardigheden | Kennis ...`: the value opens with a sub-heading.
        return None
    # `Overzicht rollen | Rollen en competenties`: a value may read like a label. A
    # head row has values below it that are none.
    below = following.cells.get(context.filled[0])
    if below is None or not below.text or context.stack.match(below.text) is not None:
        return None

    def take() -> None:
        context.rows.awaiting = {
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
        context.rows.columns = _with_heads(context, replace(context.columns, competencies=True))

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
        if not is_certain(match):
            return None
        found.append((label.text, match, tuple(value)))

    def take() -> None:
        for text, match, blocks in found:
            context.stack.open_entry(text, match, 0, "label above value in one cell").add(blocks)
        context.stack.entry = None

    return Shape("label above value in each cell", 89, take)
