"""Two texts word by word: which words both have, and which only one."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from pipeline.contract.comparison_records import Words
from pipeline.core import signs

# A word or number, a run of spaces, or one other sign.
_TOKEN = re.compile(rf"\w+(?:[.,{signs.APOSTROPHES}-]\w+)*|\s+|[^\w\s]")


def marked(old: str, new: str) -> tuple[Words, ...]:
    """The stretches of words; those that are the same or new make up the new text, and those that
    are the same or removed the old one."""
    ours, theirs = _TOKEN.findall(old), _TOKEN.findall(new)
    found: list[Words] = []
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for kind, a0, a1, b0, b1 in matcher.get_opcodes():
        if kind == "equal":
            found.append(Words(kind="same", text="".join(ours[a0:a1])))
            continue
        if a1 > a0:
            found.append(Words(kind="removed", text="".join(ours[a0:a1])))
        if b1 > b0:
            found.append(Words(kind="added", text="".join(theirs[b0:b1])))
    return tuple(found)
