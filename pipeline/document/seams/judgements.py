"""Judgements that several kinds of seams share: of the form of what meets there, and of room."""

from __future__ import annotations

from math import inf

from pipeline.document.seams.judging import UNSEEN, Judgement, joins, parts, when

# What can be nothing but a beginning.
SIZE = parts("the letters have another size", lambda s: s.resized)
MARKER = parts("a marker opens an item", lambda s: when(s.marked))
FREE = parts("its form sets the next line apart", lambda s: when(s.free))
EMPHASIS = parts("the emphasis of a whole line changes", lambda s: when(s.emphasis))
# What can be nothing but a rest.
DIVIDED = joins("a word is divided there", lambda s: when(s.divided and s.lower))
# Room; before it what a typesetter may do although there was some.
APART = parts("the lines stand far apart", lambda s: s.apart)
NEARLY_FULL = joins(
    "a line that is nearly full goes on in lower case",
    lambda s: s.filled if s.lower and not s.finished else UNSEEN,
)
ROOM = parts("the next word would have fitted", lambda s: s.room)
FULL = Judgement("the next word would not have fitted", True, lambda _: inf, ROOM.name)
# What is said, wherever it stands.
SMALL = joins("it goes on in lower case", lambda s: when(s.lower))
OPEN = joins("nothing can end there", lambda s: when(s.open))
