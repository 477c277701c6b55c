"""May an item end here? The word before, and the stretch between two boundaries as a whole."""

from __future__ import annotations

import re

from pipeline.core import signs
from pipeline.interpret.flattened.evidence import KNOWN_ITEM_WORDS, fold_item
from pipeline.interpret.flattened.openers import grammatical_score
from pipeline.interpret.flattened.sources import source_end_score
from pipeline.interpret.flattened.text import (
    FIXED_OPENER,
    IMPOSSIBLE,
    LONGEST_ITEM,
    FlatText,
    verb_reading,
)
from pipeline.interpret.flattened.words import QUOTES, Word
from pipeline.labels import grammar, verbs, word_classes
from pipeline.labels.verbs import Reading

KNOWN_ITEM = 12.0  # the document has the same item elsewhere

_ABBREVIATION = re.compile(r"^(?:[A-Za-z]{1,3}\.){2,}$")
_INITIAL = re.compile(r"^[A-Z]\.$")
_LINKS = frozenset(signs.DASHES_AND_HYPHENS + "/|+&")


def left_score(flat: FlatText, index: int) -> float:
    """Whether an item can end before the word at `index`, whatever that item is."""
    before = flat.words[index - 1]
    if flat.kind == "source_documents":
        return source_end_score(flat, index)
    if _goes_on(before):
        return IMPOSSIBLE
    closes = before.written.lower() in word_classes.CLOSING_ABBREVIATIONS
    if before.written[-1] in ".!?" and not closes:
        return _sentence_end_score(flat, index)
    qualities = flat.kind == "attitude" and flat.mode == "quality"
    listed = flat.kind in ("occupations", "names") or qualities
    if listed or flat.words[index].bare in flat.evidence.openers:
        return 0.0  # single words in a row, or a word known to open items
    return _apposition_score(flat, index)


def _goes_on(word: Word) -> bool:
    """Whether a word calls for more: `de`, `volgens`, `en`, `m.b.t.`, a comma, a dash."""
    written = word.written.lower()
    if written in word_classes.CLOSING_ABBREVIATIONS:
        return False
    if word.written[-1] in ",:" or word.written[-1] in _LINKS or word.written in QUOTES:
        return True
    if written.lstrip("(") in word_classes.GOVERNING_ABBREVIATIONS:
        return True
    if _ABBREVIATION.match(word.written.lstrip("(")) or _INITIAL.match(word.written):
        return True
    if word.written[-1] in ".;!?)":
        return False
    lowered = word.lowered
    if lowered in word_classes.PURE_PARTICLES:
        return False
    return (
        lowered in word_classes.DETERMINERS
        or lowered in word_classes.PREPOSITIONS
        or lowered in word_classes.CONJUNCTIONS
    )


def _sentence_end_score(flat: FlatText, index: int) -> float:
    """After a full stop: a verb opens the next item, any other word a sentence of the same item."""
    word = flat.words[index].bare
    verb = verb_reading(flat, word) >= Reading.LIKELY
    if verb or flat.kind == "knowledge_and_skills" or word in flat.evidence.openers:
        return 0.5
    return IMPOSSIBLE


def _apposition_score(flat: FlatText, index: int) -> float:
    """Whether the capital may be the name that the word before announces, or goes on with."""
    before, word = flat.words[index - 1], flat.words[index]
    reading = verb_reading(flat, word.bare)
    fixed = grammatical_score(flat, index) >= FIXED_OPENER
    if fixed:
        return 0.0
    certain = reading is Reading.CERTAIN
    if before.lowered in word_classes.NAMING_HEADS and before.is_capitalised:
        return -6.0 if index > 1 else -2.0  # `Stichting Werkt`: the name has begun
    if before.lowered in word_classes.NAMING_HEADS:
        return -0.5 if certain and flat.mode != "plural" else -4.0
    if before.is_capitalised and not grammar.is_acronym(before.bare):
        return -0.5 if certain else -2.0
    if grammar.is_inflected_adjective(before.bare):
        return -0.5 if certain else -1.5
    return 0.0


def item_score(flat: FlatText, start: int, end: int) -> float:
    """How well the words from `start` to `end` read as one item."""
    words = flat.words[start:end]
    score = 0.0
    # An organisation that the document knows is a part of a source.
    knows = flat.evidence.known_items and flat.kind != "source_documents"
    if knows and KNOWN_ITEM_WORDS <= end - start <= LONGEST_ITEM:
        last = words[-1]
        stretch = flat.text[words[0].offset : last.offset + len(last.written)]
        if fold_item(stretch) in flat.evidence.known_items:
            score += KNOWN_ITEM
    if flat.kind == "occupations":
        named = any(grammar.is_agent(word.bare) for word in words[:LONGEST_ITEM])
        score += 0.5 if named else -2.0
    return score


def end_score(flat: FlatText, start: int, end: int) -> float:
    """Whether the item from `start` can end before `end`, given its verb and its length."""
    if flat.kind in ("source_documents", "occupations"):
        return 0.0
    score = 0.0
    before = flat.words[end - 1]
    if before.written.lower() in word_classes.PREPOSITIONS_AND_PARTICLES:
        score += _particle_score(flat, start, end)
    if end - start == 1 and flat.mode != "quality":
        score += -1.0 if verb_reading(flat, before.bare) is Reading.CERTAIN else -2.5
    return score


def _particle_score(flat: FlatText, start: int, end: int) -> float:
    """Whether a final `in` or `op` is the particle of a verb of the item, or governs a name."""
    particle = flat.words[end - 1].lowered
    for word in flat.words[max(start, end - LONGEST_ITEM) : end - 1]:
        lowered = word.lowered
        if lowered in word_classes.FUNCTION_WORDS or not lowered.endswith(("t", "n", "d")):
            continue
        is_finite = verb_reading(flat, word.bare) >= Reading.LIKELY
        if is_finite and verbs.is_separable(lowered, particle):
            opener = verb_reading(flat, flat.words[end].bare)
            return -0.5 if opener is Reading.CERTAIN else -1.5  # `maakt brieven in Word`
    return -3.0 if flat.mode != "plural" else -5.0
