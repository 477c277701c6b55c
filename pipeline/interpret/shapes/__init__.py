"""What a row of a table can be: each shape proposes a match with its strength and its reason.

The strongest wins. Strengths are ranks: what a form shows stands above what words alone say, and
what asks for more of a row above what asks for less.
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline.interpret.proposals import Shape
from pipeline.interpret.shapes.cells import (
    label_and_value_in_a_cell,
    more_of_the_value,
    section_row,
    value_below_label,
)
from pipeline.interpret.shapes.context import LABEL_COLUMN, Columns, Context, Title, node_called
from pipeline.interpret.shapes.heads import (
    NUMBER_HEADS,
    column_heads,
    head_row,
    heads_again,
    heads_of_trends,
    record,
    record_columns,
    records_in_a_cell,
    stacked,
    title_columns,
    values_below,
)
from pipeline.interpret.shapes.page_ends import cells_before_label, label_again, label_goes_on
from pipeline.interpret.shapes.pairs import competency_row, continued, fact_lines, name_row, pair
from pipeline.interpret.shapes.titles import (
    named_in_overview,
    title_beside_text,
    title_with_label,
    titles,
)

__all__ = ["LABEL_COLUMN", "NUMBER_HEADS", "SHAPES", "Columns", "Context", "Title", "node_called"]

SHAPES: tuple[Callable[[Context], Shape | None], ...] = (
    values_below,
    column_heads,
    heads_again,
    heads_of_trends,
    label_goes_on,
    titles,
    title_beside_text,
    records_in_a_cell,
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
    label_and_value_in_a_cell,
    competency_row,
    fact_lines,
    label_again,
    name_row,
    cells_before_label,
    pair,
)
