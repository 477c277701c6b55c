"""What the separate items and the running text of a document show about its words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.core import signs
from pipeline.interpret.flattened.words import EDGE_MARKS

# A known item of one word (`Signaleert`) is too easily the start of a longer one.
KNOWN_ITEM_WORDS = 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """What other cells of the same document show about words and items.

    `openers`: first words of items that are separate elsewhere; `known_items`: such items whole,
    folded by `fold_item`; `names`: words with a capital in mid-sentence in prose; `lower_case`:
    words of the document in lower case. Words stand as written, but `lower_case`.
    """

    openers: frozenset[str] = frozenset()
    known_items: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    lower_case: frozenset[str] = frozenset()


NO_EVIDENCE = Evidence()


def fold_item(text: str) -> str:
    """An item as `Evidence.known_items` compares it: case, space and final marks do not count."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return " ".join(folded.split()).strip(" .;," + signs.BULLET + signs.DASHES_AND_HYPHENS)


def gather_evidence(items: Iterable[str], prose: Iterable[str]) -> Evidence:
    """The evidence that the separate items and the running text of a document give."""
    listed = [item.split() for item in items if item.strip()]
    names: set[str] = set()
    lower_case: set[str] = set()
    for text in prose:
        words = text.split()
        for before, word in zip([".", *words], words, strict=False):
            bare = word.strip(EDGE_MARKS)
            if bare[:1].islower():
                lower_case.add(bare)
            elif bare[:1].isupper() and before[-1:].isalpha():
                names.add(bare)
    return Evidence(
        openers=frozenset(words[0].strip(EDGE_MARKS) for words in listed),
        known_items=frozenset(
            fold_item(" ".join(words)) for words in listed if len(words) >= KNOWN_ITEM_WORDS
        ),
        names=frozenset(names),
        lower_case=frozenset(lower_case),
    )
