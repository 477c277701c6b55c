"""The lines of one item between which somebody set a break: items of their own, or one text.

Readers leave no other line ends in an item. Who presses shift and enter may part items without new
bullets, set a second thought below the first, or end the line where it looks better.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.document.reasons import Verdict
from pipeline.document.seams import Seam, broken_item_goes_on
from pipeline.document.sentences import has_several_sentences, is_finished, is_open
from pipeline.document.text import Text

# Two sentences may be a thought and the next one; three of one form are a list.
_FEWEST = 3


def line_verdicts(lines: Sequence[Text]) -> Iterator[Verdict]:
    """For each line of an item but the last, whether it goes on in the next one."""
    several = len(lines) >= _FEWEST
    alike = not any(has_several_sentences(line.chars) for line in lines)
    ends = {is_finished(line.chars) for line in lines[:-1]}
    # The last sentence of a list may lack its full stop; an end after open lines closes them all.
    alike = alike and len(ends) == 1 and (True in ends or not is_finished(lines[-1].chars))
    semicolons = all(line.chars.endswith(";") for line in lines[:-1])
    for line, following in pairwise(lines):
        yield broken_item_goes_on(
            Seam(
                lower=following[0].islower(),
                upper=following[0].isupper(),
                finished=is_finished(line.chars),
                open=is_open(line.chars) and not semicolons,
                list_like=semicolons,
                alike=alike and several,
            )
        )
