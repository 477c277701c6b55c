"""What shows in Dutch text whether a sentence or an item ends: its last signs and words."""

from __future__ import annotations

import re

from pipeline.core import signs

_SENTENCES = re.compile(r"[.!?]\s+[A-ZÀ-Þ]")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:(?:[A-Za-z]\.)+[A-Za-z]|bijv|bv|enz|etc|evt|incl|excl|ca|nr|nrs|resp|vgl|zgn|"
    r"dhr|mevr|dr|drs|ing|ir|mr|prof|st|art|blz|p|afb|fig|min|max|jl|a\.s|o\.a|m\.n|z\.g)\.$",
    re.IGNORECASE,
)
# After these words nothing can end: a sentence or an item goes on.
OPEN_WORDS = frozenset(
    "de het een der des den en of als van in op met voor aan bij naar uit over door tot te ten ter "
    "om per zonder tussen onder volgens tegen na binnen buiten via zoals dan dat die wie wat waar "
    "hun zijn haar deze dit elke ieder iedere".split()
)
_OPEN_SIGNS = (",", "/", "(", "&", *signs.DASHES_AND_HYPHENS)


def is_finished(chars: str) -> bool:
    """Whether the text ends as a sentence does; an abbreviation's full stop ends none."""
    stripped = chars.rstrip()
    return signs.ends_sentence(stripped) and not _ABBREVIATION.search(stripped)


def has_several_sentences(chars: str) -> bool:
    """Whether a sentence ends inside and another begins: prose, and no item or title."""
    return _SENTENCES.search(chars) is not None


def is_open(chars: str) -> bool:
    """Whether the text cannot end here: a function word, comma, hyphen or open bracket is last."""
    words = chars.split()
    if not words:
        return False
    last = words[-1].lower()
    if last in OPEN_WORDS or last.endswith(_OPEN_SIGNS):
        return True
    return chars.count("(") > chars.count(")")
