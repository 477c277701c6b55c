"""Whether a text goes on over a line end, a cell or a page end: the one place that decides it."""

from pipeline.document.seams.judging import NEAR, UNSEEN, Judgement, Seam, judged
from pipeline.document.seams.lines import (
    DRAWN,
    DRAWN_PAGES,
    FILLED,
    ITEM_LINES,
    TYPED,
    WRAPPED,
    emphasis_changes,
    heading_goes_on,
    line_goes_on,
    paragraph_goes_on,
    typed_line_goes_on,
    word_goes_on,
)
from pipeline.document.seams.passages import passage_goes_on
from pipeline.document.seams.tables import (
    CLOSE_ROWS,
    LABELS,
    RULED_ROWS,
    SPACED_ROWS,
    cell_goes_on,
    cut_row_goes_on,
    heads_go_on,
    label_goes_on,
    row_goes_on,
)

__all__ = [
    "CLOSE_ROWS",
    "DRAWN",
    "DRAWN_PAGES",
    "FILLED",
    "ITEM_LINES",
    "LABELS",
    "NEAR",
    "RULED_ROWS",
    "SPACED_ROWS",
    "TYPED",
    "UNSEEN",
    "WRAPPED",
    "Judgement",
    "Seam",
    "cell_goes_on",
    "cut_row_goes_on",
    "emphasis_changes",
    "heading_goes_on",
    "heads_go_on",
    "judged",
    "label_goes_on",
    "line_goes_on",
    "paragraph_goes_on",
    "passage_goes_on",
    "row_goes_on",
    "typed_line_goes_on",
    "word_goes_on",
]
