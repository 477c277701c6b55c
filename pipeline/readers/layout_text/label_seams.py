"""Whether the lines of a label go on, and what may open one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document.hyphens import ends_in_hyphen
from pipeline.document.reasons import Verdict
from pipeline.document.seams import UNSEEN, Seam, label_goes_on
from pipeline.readers.layout_text.lines import Line
from pipeline.readers.layout_text.setting import HALF_A_LINE

NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s")
"""A number that counts headings, before the words of one."""
APART = 2
"""Headings have more space above than rows, in blank lines."""
_BRACKET = re.compile(r"\(.*\)\s*:?")
# After these no label ends; `Ontwikkeld door` and `In opdracht van` are whole.
_OPEN_WORDS = frozenset("en of de het een".split())


def is_named(label: str) -> bool:
    """Whether a line may open a label: one of several lines goes on in lower case, or `(NLQF):`."""
    return label.lstrip("(")[:1].isupper() and not _BRACKET.fullmatch(label)


def goes_on(
    label: Sequence[Line],
    before: Line | None,
    part: Line,
    beside: bool,
    gap: int,
    room: float = UNSEEN,
) -> Verdict:
    """Whether a label goes on in a line's part.

    `before` is the line above that, `beside` tells that contents stand beside the part, `gap` is
    how many blank lines may stand between two lines of which one goes on in the other, `room` what
    would be left of the label's line with the first word of the part on it.
    """
    if not label or before is None:
        return Verdict(False, "there is no label to go on with")
    last, opens = label[-1].chars, part.chars
    is_open = last.split()[-1].lower() in _OPEN_WORDS
    below = part.above if label[-1].start >= before.start else 0
    seam = Seam(
        marked=NUMBERED.match(opens) is not None,
        ended=last.endswith(":"),
        open=is_open or last.endswith(("/", "&", ",")) or ends_in_hyphen(last),
        lower=not is_named(opens),
        beside=beside or is_named(opens),
        room=room,
        apart=part.above - APART,
        spaced=below - gap - HALF_A_LINE,
    )
    return label_goes_on(seam)
