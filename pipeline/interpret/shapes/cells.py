"""Rows of one cell: the title of a section, the value of a label above, more of a value."""

from __future__ import annotations

from dataclasses import replace

from pipeline.core import signs
from pipeline.document.model import Cell, Heading, ListItem, Paragraph
from pipeline.interpret.forms import MOST_OF_A_LABEL
from pipeline.interpret.proposals import Shape
from pipeline.interpret.shapes.context import Context
from pipeline.labels.matcher import is_certain

# A label that no family lists is one above so many blocks of a value.
_MANY = 2


def section_row(context: Context) -> Shape | None:
    """The title of a section, alone in its row."""
    is_label = is_certain(context.match)
    if not context.alone or not context.has_label or (is_label and len(context.row.cells) > 1):
        return None
    shape = context.rows.section(context.text.collapse(), None, may_be_label=is_label)
    if shape is None:
        return None
    if is_label:
        return replace(shape, name=f"{shape.name} that is a label", strength=84)
    return replace(shape, strength=88)


def value_below_label(context: Context) -> Shape | None:
    """The value of the label above, in a row of its own."""
    entry = context.stack.entry
    if not context.alone or not context.has_label or context.match is not None:
        return None
    if entry is None or entry.cells or not entry.label:
        return None
    return Shape("value below its label", 87, lambda: entry.add(context.cell.blocks))


def label_and_value_in_a_cell(context: Context) -> Shape | None:
    """A label and what it labels below each other in the one cell of a row."""
    if not context.alone or not context.has_label or context.match is not None:
        return None
    first, *value = context.cell.blocks
    if not value or not isinstance(first, Paragraph | Heading):
        return None
    match = context.stack.match(first.text.collapse())
    if match is None or (match.is_inferred and len(value) < _MANY):
        return None

    def take() -> None:
        entry = context.stack.open_entry(first.text, match, 0, "label above value in one cell")
        entry.add(tuple(value))

    # A label that is known for sure tells more than the length of what stands below it.
    strength = 87 if is_certain(match) else 83
    return Shape("label above value in the only cell", strength, take)


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
        return signs.opens_with_bullet(first.text.chars)
    return isinstance(first, ListItem)
