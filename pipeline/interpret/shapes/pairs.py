"""Rows of label and value, once or more; rows whose label stands above."""

from __future__ import annotations

from dataclasses import replace

from pipeline.core.signs import BULLETS, DASHES_AND_HYPHENS
from pipeline.document.model import Heading, Table
from pipeline.document.text import Text
from pipeline.families.model import PROFILE
from pipeline.interpret.headings import number_and_name
from pipeline.interpret.outline import TREND_ROW
from pipeline.interpret.proposals import Shape
from pipeline.interpret.shapes.context import LABEL_COLUMN, Context
from pipeline.labels.matcher import LabelMatch, is_certain
from pipeline.labels.verbs import Reading, opening_verb


def continued(context: Context) -> Shape | None:
    """A row without a label of its own: the value of the open label goes on."""
    if context.has_label:
        return None

    def take() -> None:
        stack, row = context.stack, context.row
        entry = stack.entry or context.rows.open_unlabelled(0)
        first = len(entry.cells)
        after = context.after_page_end and LABEL_COLUMN not in row.covered
        columns = context.filled
        if columns[0] == LABEL_COLUMN and len(columns) > 1:
            # A colon is left of a label that the form leaves out.
            stack.claims.take(row.cells[LABEL_COLUMN].text, "separators")
            columns = columns[1:]
        context.rows.add_cells(entry, row, columns, after)
        if LABEL_COLUMN in row.cells:
            context.rows.unlabelled = (entry, first)

    return Shape("the value goes on", 95, take)


# A name beside its indicators is their heading; of this level, as nothing stands below them.
_NAME = 6
_MARKERS = f" *{BULLETS}{DASHES_AND_HYPHENS}"


def competency_row(context: Context) -> Shape | None:
    """A name with its indicators, below the columns that say so, or below the label of them all."""
    entry = context.stack.entry
    if entry is None or context.label[1] is not None or not context.has_label:
        return None
    # At the end of a page a name may stand alone, its indicators on the next one.
    at_the_end = context.columns.competencies and context.following is None
    if context.alone and not at_the_end:
        return None
    # The label of them all stands above a table, or alone in the row before.
    awaits_them = entry.kind == "competencies" and not entry.cells
    below_label = awaits_them and _holds_indicators(context)
    if not (context.columns.competencies or below_label):
        return None
    open_one = entry

    def take() -> None:
        width = len(context.row.cells)
        context.rows.columns = replace(context.columns, competencies=True, width=width)
        name, *indicators = context.filled
        open_one.add((Heading(_NAME, context.row.cells[name].text),))
        context.rows.add_cells(open_one, context.row, indicators)

    return Shape("name beside indicators", 82, take)


def _holds_indicators(context: Context) -> bool:
    """Whether the last cell of a row has several lines, or opens with a verb as indicators do."""
    text = context.texts[-1]
    first = text.collapse().chars.lstrip(_MARKERS)
    several = len([line for line in text.lines() if line]) > 1
    return several or opening_verb(first) >= Reading.LIKELY


def fact_lines(context: Context) -> Shape | None:
    """`label: value` lines in the last cell of a row, whatever heading stands before it."""
    text, match = context.label
    if match is not None and not (match.is_inferred and context.alone):
        return None
    if _holds_table(context, context.filled[-1]):
        return None
    lines = [line for line in context.texts[-1].lines() if line]
    if len(lines) < 1 + (not context.alone):
        return None
    found: list[tuple[Text, LabelMatch, Text]] = []
    for line in lines:
        fact = context.stack.label_with_value(line)
        if fact is None or not fact[2] or not is_certain(fact[1]):
            return None
        found.append(fact)

    def take() -> None:
        for label, fact, value in found:
            context.stack.open_inline(label, fact, value, "lines of labels and values")
        if not context.alone:
            context.stack.claims.take(text, "headings")
        context.stack.entry = None
        context.rows.columns = replace(context.columns, competencies=False)

    return Shape("lines of labels and values", 81, take)


def name_row(context: Context) -> Shape | None:
    """`Naam van de rol | Gastheer`: the label of a node's name, whose value opens the node."""
    _, match = context.label
    if match is None or context.alone or match.field.node == PROFILE:
        return None
    if match.field.path != "name":
        return None
    node = context.stack.family.node(match.field.node)
    name = context.texts[1].collapse()
    stands_again = context.after_page_end and context.stack.repeats(name, node.id)

    def take() -> None:
        take_explanation(context)
        context.stack.claims.take(context.label[0], "labels")
        if stands_again:
            context.stack.claims.take(name, "repeated header rows")
            return
        code_and_name = context.stack.title_of(node, name) or number_and_name(name)
        context.stack.open_part(node, name, *code_and_name)
        for further in context.filled[2:]:
            context.rows.open_unlabelled(0).add(context.row.cells[further].blocks)

    return Shape("name of a node", 79, take, ends_page_end=not stands_again)


def pair(context: Context) -> Shape | None:
    """Label and value, once or more in the row; what nothing better fits."""

    def take() -> None:
        take_explanation(context)
        context.rows.columns = replace(context.columns, competencies=False)
        row, rest = context.row, context.filled[1:]
        if context.match is None and _are_all_labelled(context, rest):
            # `Algemene informatie | datum: ... | versie: ...`: a heading before facts.
            context.stack.claims.take(context.label[0], "headings")
            for column in rest:
                fact = _further_label(context, column, rest, "")
                if fact is not None:
                    context.stack.open_inline(*fact, "further label in the row")
            context.stack.entry = None
            return
        how = TREND_ROW if context.columns.trends else "label and value"
        entry = context.stack.open_entry(*context.label, 0, how)
        columns: list[int] = []
        for column in rest:
            found = _further_label(context, column, rest, entry.field)
            if found is None:
                columns.append(column)
                continue
            context.rows.add_cells(entry, row, columns)
            entry, columns = context.stack.open_inline(*found, "further label in the row"), []
        context.rows.add_cells(entry, row, columns)

    return Shape("label and value", 50, take)


def take_explanation(context: Context) -> None:
    """What stands below a label in its cell explains it."""
    label, _ = context.label
    if len(label) < len(context.text):
        context.stack.claims.take(context.text[len(label) :], "label explanations")


def _are_all_labelled(context: Context, columns: list[int]) -> bool:
    """Whether each cell holds a label with its value."""
    facts = (_further_label(context, column, columns, "") for column in columns)
    return bool(columns) and all(fact is not None and fact[2] for fact in facts)


def _holds_table(context: Context, column: int) -> bool:
    """Whether a cell has a table in it: its rows say what they are, and no line of a label does."""
    return any(isinstance(block, Table) for block in context.row.cells[column].blocks)


def _further_label(
    context: Context, column: int, columns: list[int], own: str
) -> tuple[Text, LabelMatch, Text] | None:
    """A second label in the row (`Naam | X | datum: | 2 maart`): short facts only."""
    if context.stack.scope != PROFILE or _holds_table(context, column):
        return None
    found = context.stack.label_with_value(context.row.cells[column].text)
    if found is None:
        return None
    _, match, value = found
    if match.is_inferred or match.field.id == own:
        return None
    if not match.field.value.is_short:
        # In two pairs of columns any label has its value beside it.
        is_second_pair = len(context.filled) == 4 and column == context.filled[2]
        return found if not value and is_second_pair else None
    return found if value or column != columns[-1] else None
