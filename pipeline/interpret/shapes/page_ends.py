"""Rows that a page end cut: labels in two parts, labels that stand again or below their value."""

from __future__ import annotations

from pipeline.document.hyphens import rejoined
from pipeline.document.model import Block, Paragraph
from pipeline.document.text import Text
from pipeline.interpret.forms import MOST_OF_A_LABEL
from pipeline.interpret.outline import Entry
from pipeline.interpret.passage_maker import LINE_END_HYPHENS
from pipeline.interpret.passages import ValueCell
from pipeline.interpret.proposals import Shape
from pipeline.interpret.shapes.context import Context
from pipeline.interpret.shapes.pairs import take_explanation
from pipeline.labels.matcher import LabelMatch, is_certain


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
    # A label that has no value beside it and begins in lower case is nothing but a rest.
    goes_on = (shown or context.alone) and (text.chars[0].islower() or text.chars[0] == "(")
    both = is_certain(context.match) and is_certain(entry.match)
    joins = [(*join, stack.match(join[0])) for join in _label_joins(entry.label, text)]
    # Labels are matched whatever their spaces; the join that is spelt like the label is it.
    joins.sort(key=lambda join: not _is_spelt_as(join[0], join[2]))
    for whole, hyphen, match in joins:
        if not is_certain(match):
            continue
        if not both or (goes_on and match.field.id == entry.field):
            return whole, hyphen, match
    whole, hyphen = _label_joins(entry.label, text)[0]
    # `Ontwikkelingen` may be a label, and `Sociaal-culturele ontwikkelingen` is the title of one.
    is_trend = stack.section == "trends" and stack.matcher.match_trend(whole.chars) is not None
    if goes_on and entry.match is None and (is_trend or not is_certain(context.match)):
        return whole, hyphen, None
    return None


def _label_joins(label: Text, rest: Text) -> tuple[tuple[Text, Text], ...]:
    """A label and its rest as one: by their spelling, and as one word that nothing divides.

    Each with the hyphen that was dropped.
    """
    return rejoined(label, rest, frozenset()), (label + rest, Text())


def _is_spelt_as(label: Text, match: LabelMatch | None) -> bool:
    return match is not None and match.likened_to.lower() in label.chars.lower()


def label_again(context: Context) -> Shape | None:
    """Word repeats a label cell on each page that its row reaches."""
    entry = context.stack.entry
    text, match = context.label
    if not context.after_page_end or match is None or entry is None:
        return None
    if entry.field != match.field.id:
        return None

    def take() -> None:
        take_explanation(context)
        context.stack.claims.take(text, "repeated labels")
        context.rows.add_cells(entry, context.row, context.filled[1:], True)

    return Shape("label that stands again", 80, take)


def _opens_with_a_rest(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.own_block and block.text.chars[:1].islower()


def cells_before_label(context: Context) -> Shape | None:
    """The cells above a page end whose row has its label below it.

    The label cell is empty above; the value goes on below in the middle of a sentence, or the page
    ends in a row by its drawing: a label of two lines is not split, and goes over as a whole.
    """
    unlabelled = context.rows.unlabelled
    if not context.after_page_end or context.alone or not context.has_label:
        return None
    if unlabelled is None or unlabelled[0] is not context.stack.entry:
        return None
    opening = context.row.cells[context.filled[1]].blocks[0]
    if not context.rows.cut and not _opens_with_a_rest(opening):
        return None

    def take() -> None:
        take_explanation(context)
        holder, start = unlabelled
        taken: list[ValueCell] = holder.cells[start:]
        holder.cells[start:] = []
        entry = context.stack.open_entry(*context.label, 0, "label below a page end")
        entry.cells.extend(taken)
        context.rows.add_cells(entry, context.row, context.filled[1:], True)

    return Shape("label below a page end", 78, take)
