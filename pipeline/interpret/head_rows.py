"""The head row of a table inside a value: `Competentie | Gedragsindicatoren`, above what it names.

What its first cell is, what its second one says of the rows, and what the row below begins with
are weighed together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from pipeline.document.reasons import Verdict, about
from pipeline.document.text import Text
from pipeline.interpret.bench import Bench
from pipeline.interpret.forms import has_few_words
from pipeline.interpret.passages import Passage, rows_of
from pipeline.interpret.shapes.heads import are_heads_of_trends

# What each cell of a head row is worth; a label alone is enough, what the others say is not.
_LABEL, _SAYS_WHAT, _NAMED_BELOW, _IS_NAMED = 2.0, 1.0, 1.0, -3.0
_LEAST = 2.0

Known = Callable[[str], object]
"""Whether words mean something: the label of what the rows are, or the name of one of them."""


def without_head_row(
    passages: Sequence[Passage], bench: Bench, *, label: Known, names: Known
) -> list[Passage]:
    """The passages of a value without its head row, which is claimed; why goes on record.

    The head may stand again where a new page goes on with the table.
    """
    verdict = head_row(passages, label, names)
    if not verdict:
        return list(passages)
    first, *others = rows_of(passages)
    words = [passage.chars for passage in first]
    again = [row for row in others if [passage.chars for passage in row] == words]
    rows = [row for row in others if row not in again]
    for passage in chain(first, *again):
        bench.claims.take(passage.text, "column heads")
    below = [passage.text for row in rows for passage in row]
    bench.maker.reasons.extend(about("shapes", "shape", below, verdict))
    return [passage for row in rows for passage in row]


def head_row(passages: Sequence[Passage], label: Known, names: Known) -> Verdict:
    """Whether the first row of a value is the head of a table of two columns."""
    rows = rows_of(passages)
    texts: list[Text] = [passage.text for passage in rows[0]] if rows else []
    if len(rows) < 2 or len(texts) != 2 or not all(map(has_few_words, texts)):
        return Verdict(False, "no two cells of a few words stand above other rows")
    first, below = texts[0].chars, rows[1][0].chars
    points = (
        _LABEL * bool(label(first))
        + _SAYS_WHAT * are_heads_of_trends(texts)
        + _NAMED_BELOW * bool(names(below))
        + _IS_NAMED * bool(names(first))
    )
    is_head = points >= _LEAST and rows[0][0].opens_cell
    return Verdict(is_head, "below a head row", abs(points - _LEAST), "points", "a row of its own")
