"""A flattened text with all that bears on the choice of its boundaries; the scores' scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.interpret.flattened.evidence import Evidence
from pipeline.interpret.flattened.words import Word
from pipeline.labels import grammar, verbs
from pipeline.labels.verbs import Reading

ItemKind = Literal[
    "indicators", "knowledge_and_skills", "attitude", "occupations", "source_documents", "names"
]
Mode = Literal["singular", "plural", "quality", "other"]

# Scores are informal log odds; their sizes were chosen on tests/quality/split_dev.json and matter
# only relative to each other.
IMPOSSIBLE = -9.0  # outweighs any opener, but not an item that is known word for word
FIXED_OPENER = 5.5  # `Kennis van`: no name is so written

# More words than an item ever holds: they keep the work linear.
LONGEST_ITEM = 80


@dataclass(frozen=True, slots=True)
class FlatText:
    """A flattened text with all that bears on the choice of its boundaries."""

    text: str
    kind: ItemKind
    words: tuple[Word, ...]
    evidence: Evidence
    mode: Mode
    years_are_bare: bool

    def following(self, index: int) -> Word | None:
        """The word after the one at `index`."""
        return self.words[index + 1] if index + 1 < len(self.words) else None


def mode_of(words: tuple[Word, ...]) -> Mode:
    """How the first item opens. It is certain, and lists are parallel, so the others follow it."""
    first = words[0].bare
    if verbs.third_person_singular(first) >= Reading.LIKELY:
        return "singular"
    if verbs.third_person_plural(first) >= Reading.LIKELY:
        return "plural"
    return "quality" if grammar.is_uninflected_adjective(first) else "other"


def verb_reading(flat: FlatText, word: str) -> Reading:
    """How sure a word is a finite verb of the number in which the list is written."""
    singular = verbs.third_person_singular(word)
    plural = verbs.third_person_plural(word)
    if flat.mode == "plural":
        # A singular verb in a plural list starts an item only where it cannot be anything else.
        return max(plural, Reading.LIKELY if singular is Reading.CERTAIN else Reading.NONE)
    if flat.kind in ("attitude", "knowledge_and_skills"):
        return max(singular, min(plural, Reading.LIKELY))
    return singular
