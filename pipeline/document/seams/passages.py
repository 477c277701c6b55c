"""Whether a passage of a value goes on over a page end."""

from __future__ import annotations

from math import inf

from pipeline.document.reasons import Verdict
from pipeline.document.seams.judgements import MARKER, OPEN, SMALL
from pipeline.document.seams.judging import Seam, joins, judged, parts, when

# Passages on both sides of a page end: of their form and words only the end and opening tell.
_PASSAGES = (
    MARKER,
    parts("a heading stands there", lambda s: when(s.titled)),
    parts("the emphasis changes", lambda s: when(s.emphasis)),
    joins(
        "its last line is full and nothing sets the next one apart",
        lambda s: when(s.full and (not s.finished or (s.lower and s.running))),
    ),
    joins(
        "an emphasised text goes on",
        lambda s: when(s.emphasised and not s.finished and (s.lower or s.open)),
    ),
    parts("an emphasised text is whole", lambda s: when(s.emphasised)),
    parts(
        "an emphasised label opens it", lambda s: when(s.labelled and not s.open and not s.lower)
    ),
    OPEN,
    joins(SMALL.name, lambda s: when(s.lower and not s.list_like)),
    joins("an open item goes on", lambda s: when(s.item and not s.finished and not s.upper)),
    parts("an item is whole", lambda s: when(s.item)),
    parts(
        "a paragraph is whole, by its form or that of the next",
        lambda s: when(s.finished and (s.ended or s.list_like)),
    ),
    parts("a capital opens what follows", lambda s: when(not s.finished and s.upper)),
)
_NOTHING_PARTS = joins("nothing shows that it ends at the page end", lambda _: inf)


def passage_goes_on(seam: Seam) -> Verdict:
    """Whether a passage goes on in the next one over a page end."""
    return judged(seam, _PASSAGES, _NOTHING_PARTS)
