"""Where several items look like one because of how they were set: partings that the form suggests.

A list in one line whose dash begins a printed line by chance was read as an item; a reference that
fills its line looks as if it went on in the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.core import signs
from pipeline.document.reasons import Reasons
from pipeline.document.seams import FULL
from pipeline.document.sentences import has_several_sentences, is_open
from pipeline.document.text import Text
from pipeline.interpret.flattened import Evidence, ItemKind, split_flattened
from pipeline.interpret.passages import Passage
from pipeline.interpret.values.parting import Gap, Parting
from pipeline.interpret.values.years import printed_year


def at_its_dash(passage: Passage, kind: ItemKind, evidence: Evidence) -> Iterator[Parting]:
    """At the dash that opens an item, where each part of it opens as items of its kind do."""
    sign = passage.marker.chars.strip()
    if not signs.DASH_MARKER.fullmatch(f"{sign} "):
        return
    found = [m.span() for m in re.finditer(rf"\s+{re.escape(sign)}\s+", passage.chars)]
    parting = Parting("split at the dash that opens it", tuple(found))
    parts = [part.chars for part in parting.parts(passage.text)]
    if all(len(a) + 1 in split_flattened(f"{a} {b}", kind, evidence) for a, b in pairwise(parts)):
        yield parting


def at_line_ends(
    passage: Passage, others: Sequence[Passage], reasons: Reasons
) -> Iterator[Parting]:
    """At the ends of full lines, where each part is a reference of one form.

    That form is that of the `others`, or where none tell, the same for all parts; `reasons` tell
    which lines were joined because they are full. What has semicolons is parted by these.
    """
    if passage.is_item or ";" in passage.chars or has_several_sentences(passage.chars):
        return
    parting = Parting("split at line ends", tuple(_full_lines(passage.text, reasons)))
    parts = [part.chars for part in parting.parts(passage.text)]
    forms = {_commas(o.chars) for o in others if not [*_full_lines(o.text, reasons)]}
    own = {_commas(part) for part in parts}
    if 0 not in own and len(own) == 1 and (forms or own) == own:
        yield parting


def _full_lines(text: Text, reasons: Reasons) -> Iterator[Gap]:
    """Where a line may end that was joined with the next one for no more than that it is full."""
    joined = {r.last for r in reasons.about(text.visible_origins()) if r.verdict.name == FULL.name}
    for at, origin in enumerate(text.origins):
        before = text.chars[:at].rstrip()
        if origin in joined and text.chars[at].isupper() and before and not is_open(before):
            yield len(before), at


def _commas(chars: str) -> int:
    """How many commas part author, title and publisher; one before the year is none of these."""
    year = printed_year(chars)
    return (chars if year is None else chars[: year.start].rstrip(" ,")).count(",")
